"""Writes of the outbox and the access log."""

import unicodedata
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage, get_connection
from django.core.validators import validate_email
from django.db import transaction

from opcc.core.enums import AccessKind, MailState
from opcc.core.errors import DomainError
from opcc.core.models import AccessLog, OutboxMessage

MAX_ATTEMPTS = 5
LEASE = timedelta(minutes=2)
FIRST_WAIT = timedelta(minutes=1)  # doubles with each failure


def _one_line(text: str) -> str:
    """The text without line breaks or control characters, so that it cannot add a mail header."""
    return "".join(" " if unicodedata.category(c) == "Cc" else c for c in text).strip()


@transaction.atomic
def queue_mail(*, to: str, subject: str, body: str, kind: str, at: datetime, key: str | None = None) -> OutboxMessage:
    """Write an e-mail into the outbox. With a `key`, a second call for the same occasion returns the first message."""
    try:
        validate_email(to)
    except ValidationError as error:
        raise DomainError(f"'{_one_line(to)}' is not an e-mail address.", field="email") from error
    fields = {
        "to": to,
        "subject": _one_line(subject)[:200],
        "body": body,
        "kind": kind,
        "created_at": at,
        "send_after": at,
    }
    if key is None:
        return OutboxMessage.objects.create(**fields)
    message, _ = OutboxMessage.objects.get_or_create(key=key, defaults=fields)
    return message


def send_message(*, message_id: int, at: datetime, really: bool) -> OutboxMessage:
    """Send one waiting message, or keep it if this site sends none. Safe to run twice: a lease lets one sender in."""
    claimed = (
        OutboxMessage.objects.filter(pk=message_id, send_after__lte=at)
        .filter(state__in=[MailState.WAITING, MailState.SENDING])
        .exclude(state=MailState.SENDING, lease_until__gt=at)
        .update(state=MailState.SENDING if really else MailState.HELD, lease_until=at + LEASE if really else None)
    )
    message = OutboxMessage.objects.get(pk=message_id)
    if not claimed or not really:
        return message
    try:
        EmailMessage(
            message.subject,
            message.body,
            to=[message.to],
            headers={"Message-ID": f"<{message.message_id}@opcc>"},
            connection=get_connection(),
        ).send()
    except OSError as error:  # SMTP errors are OSErrors
        attempts = message.attempts + 1
        OutboxMessage.objects.filter(pk=message_id).update(
            state=MailState.FAILED if attempts >= MAX_ATTEMPTS else MailState.WAITING,
            attempts=attempts,
            last_error=_one_line(str(error))[:500],
            send_after=at + FIRST_WAIT * 2 ** (attempts - 1),
            lease_until=None,
        )
    else:
        OutboxMessage.objects.filter(pk=message_id).update(
            state=MailState.SENT, sent_at=at, attempts=message.attempts + 1, last_error="", lease_until=None
        )
    return OutboxMessage.objects.get(pk=message_id)


@transaction.atomic
def resend_mail(*, message: OutboxMessage, at: datetime) -> None:
    """Put a message that was not delivered, or was kept, back in the queue."""
    moved = OutboxMessage.objects.filter(pk=message.pk, state__in=[MailState.FAILED, MailState.HELD]).update(
        state=MailState.WAITING, attempts=0, last_error="", send_after=at, lease_until=None
    )
    if not moved:
        raise DomainError("Only an e-mail that was not delivered or was kept here can be sent again.")


def record_access(
    *,
    kind: AccessKind,
    at: datetime,
    by_id: int | None = None,
    by_name: str = "",
    address: str | None = None,
    record: object | None = None,
    description: str = "",
) -> AccessLog:
    """Note who opened, exported or was refused what: a record, or with its model a list of its kind."""
    return AccessLog.objects.create(
        kind=kind,
        at=at,
        by_id=by_id,
        by_name=by_name[:200],
        address=address,
        object_type=record._meta.label_lower if record is not None and hasattr(record, "_meta") else "",
        object_id="" if isinstance(record, type) else str(getattr(record, "pk", "") or ""),
        description=_one_line(description)[:300],
    )
