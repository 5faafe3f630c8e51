"""What beat asks of the ambassadors' app each morning."""

from typing import Any

from celery import shared_task
from django.utils import timezone


@shared_task
def send_report_reminders(**_: Any) -> int:
    """Remind ambassadors of reports that are due soon or late. Returns how many e-mails today's occasions have."""
    from ambassadors.operations import remind_of_reports  # noqa: PLC0415 -- the one upward import, in the task's body

    return remind_of_reports(at=timezone.now())


@shared_task
def send_contact_digests(**_: Any) -> int:
    """Tell ambassadors, on the first of the month or the next run after it, how many contacts are due."""
    from ambassadors.operations import remind_of_contacts  # noqa: PLC0415 -- the one upward import, in the task's body

    return remind_of_contacts(at=timezone.now())
