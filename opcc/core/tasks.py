"""The outbox sweep."""

from typing import Any

from celery import shared_task
from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage

BATCH = 50


@shared_task
def send_waiting_mail(**_: Any) -> int:
    """Send what is due, and what a killed sender left half done. Returns how many messages were looked at."""
    from opcc.core.operations import send_message  # noqa: PLC0415 -- the one upward import, inside the task's body

    now = timezone.now()
    due = OutboxMessage.objects.filter(
        Q(state=MailState.WAITING, send_after__lte=now) | Q(state=MailState.SENDING, lease_until__lte=now)
    )
    ids = list(due.order_by("send_after", "pk").values_list("pk", flat=True)[:BATCH])
    for message_id in ids:
        send_message(message_id=message_id, at=now, really=settings.SEND_MAIL)
    return len(ids)
