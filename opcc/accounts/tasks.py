"""What beat asks of the accounts every hour."""

from typing import Any

from celery import shared_task
from django.utils import timezone


@shared_task
def forget_expired(**_: Any) -> int:
    """Delete sessions, and what was typed after one had ended, once their time is up. Returns how many texts."""
    from opcc.accounts import operations  # noqa: PLC0415 -- the one upward import, inside the task's body

    return operations.forget_expired(at=timezone.now())
