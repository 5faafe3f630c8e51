"""The outbox: written once, sent once, tried again; and the log of what was opened."""

import errno
import smtplib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.core.mail.message import EmailMessage
from pytest_django.fixtures import Settings

from opcc.core.enums import AccessKind, MailState
from opcc.core.errors import DomainError
from opcc.core.models import AccessLog, OutboxMessage
from opcc.core.operations import LEASE, queue_mail, record_access, resend_mail, send_message
from opcc.core.tasks import BATCH, send_waiting_mail
from tests.factories.forums import ForumFactory

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 12, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class NoServer(BaseEmailBackend):
    """A mail server that is away."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection\nrefused")


class NoMailbox(BaseEmailBackend):
    """A mail server that refuses the address."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise smtplib.SMTPRecipientsRefused({"gwen@parish.example": (550, b"No such mailbox")})


@pytest.fixture
def away(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.NoServer"


def queued(**values: Any) -> OutboxMessage:
    fields = {"to": "gwen@parish.example", "subject": "Your report", "body": "It came.", "kind": "sent", "at": AT}
    return queue_mail(**{**fields, **values})


def of(message: OutboxMessage, *names: str) -> tuple[Any, ...]:
    message.refresh_from_db()
    return tuple(getattr(message, name) for name in names)


def test_queue_mail_waits_to_be_sent() -> None:
    message = queued()
    assert of(message, "to", "subject", "body", "state", "attempts", "created_at", "send_after", "sent_at", "key") == (
        "gwen@parish.example",
        "Your report",
        "It came.",
        MailState.WAITING,
        0,
        AT,
        AT,
        None,
        None,
    )


def test_queue_mail_writes_once_for_one_key() -> None:
    first = queued(key="report-1")
    assert queued(key="report-1", subject="Again") == first
    assert of(first, "subject") == ("Your report",)
    assert queued(key="report-2") != first
    assert queued() != queued()


@pytest.mark.parametrize(
    "address", ["", "gwen", "gwen@parish.example\nBcc: all@parish.example", "a@b.example, c@d.example"]
)
def test_queue_mail_refuses_what_is_no_address(address: str) -> None:
    with pytest.raises(DomainError, match="is not an e-mail address") as error:
        queued(to=address)
    assert (error.value.field, "\n" in error.value.message, OutboxMessage.objects.count()) == ("email", False, 0)


@pytest.mark.parametrize("broken", ["\n", "\r\n", "\r", "\x00", "\x0b", "\x85"])
def test_queue_mail_lets_a_subject_add_no_header(broken: str) -> None:
    message = queued(subject=f"Your report{broken}Bcc: all@parish.example")
    sent = send_message(message_id=message.pk, at=AT, really=True)
    assert sent.state == MailState.SENT
    (letter,) = mail.outbox
    assert letter.message()["Bcc"] is None
    assert letter.recipients() == ["gwen@parish.example"]


def test_queue_mail_cuts_a_long_subject() -> None:
    assert len(queued(subject="é" * 500).subject) == 200


def test_send_message_sends_once() -> None:
    message = queued()
    for _ in range(2):
        send_message(message_id=message.pk, at=AT + MINUTE, really=True)
    (letter,) = mail.outbox
    assert (letter.subject, letter.body, letter.to) == ("Your report", "It came.", ["gwen@parish.example"])
    assert letter.extra_headers["Message-ID"] == f"<{message.message_id}@opcc>"
    assert of(message, "state", "attempts", "sent_at", "lease_until") == (MailState.SENT, 1, AT + MINUTE, None)


def test_send_message_before_its_time_is_left() -> None:
    message = queued()
    send_message(message_id=message.pk, at=AT - MINUTE, really=True)
    assert (mail.outbox, of(message, "state")) == ([], (MailState.WAITING,))


def test_send_message_on_a_site_that_sends_none_is_kept() -> None:
    message = queued()
    send_message(message_id=message.pk, at=AT, really=False)
    assert (mail.outbox, of(message, "state", "attempts")) == ([], (MailState.HELD, 0))


def test_send_message_waits_longer_each_time_and_fails_after_five(away: None) -> None:
    message, at, waits = queued(), AT, []
    for _ in range(4):
        send_message(message_id=message.pk, at=at, really=True)
        state, send_after = of(message, "state", "send_after")
        assert state == MailState.WAITING
        waits.append((send_after - at) // MINUTE)
        at = send_after
    send_message(message_id=message.pk, at=at, really=True)
    assert waits == [1, 2, 4, 8]
    assert of(message, "state", "attempts", "last_error", "lease_until") == (
        MailState.FAILED,
        5,
        "[Errno 111] Connection refused",
        None,
    )
    send_message(message_id=message.pk, at=at + timedelta(days=1), really=True)
    assert of(message, "attempts") == (5,)


def test_send_message_keeps_what_the_mail_server_said(settings: Settings) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.NoMailbox"
    message = queued()
    send_message(message_id=message.pk, at=AT, really=True)
    assert "No such mailbox" in message.__class__.objects.get().last_error


def test_send_message_that_another_sender_holds_is_left_until_the_lease_ends() -> None:
    message = queued()
    OutboxMessage.objects.update(state=MailState.SENDING, lease_until=AT + LEASE)
    send_message(message_id=message.pk, at=AT + LEASE - MINUTE, really=True)
    assert (mail.outbox, of(message, "state")) == ([], (MailState.SENDING,))
    send_message(message_id=message.pk, at=AT + LEASE, really=True)
    assert (len(mail.outbox), of(message, "state")) == (1, (MailState.SENT,))


@pytest.mark.parametrize("state", [MailState.FAILED, MailState.HELD])
def test_resend_mail_begins_afresh(state: MailState) -> None:
    message = queued()
    OutboxMessage.objects.update(state=state, attempts=5, last_error="No such host", send_after=AT + 9 * MINUTE)
    resend_mail(message=message, at=AT + MINUTE)
    assert of(message, "state", "attempts", "last_error", "send_after") == (MailState.WAITING, 0, "", AT + MINUTE)


@pytest.mark.parametrize(
    ("state", "sent_at"), [(MailState.SENT, AT), (MailState.WAITING, None), (MailState.SENDING, None)]
)
def test_resend_mail_that_was_sent_or_waits_is_refused(state: MailState, sent_at: datetime | None) -> None:
    message = queued()
    OutboxMessage.objects.update(state=state, sent_at=sent_at)
    with pytest.raises(DomainError, match="was not delivered or was kept"):
        resend_mail(message=message, at=AT)
    assert of(message, "state") == (state,)


def test_send_waiting_mail_sends_what_is_due_oldest_first(settings: Settings) -> None:
    settings.SEND_MAIL = True
    queued(subject="second", at=AT + MINUTE)
    queued(subject="first")
    cut_off = queued(subject="cut off", at=AT + 2 * MINUTE)
    OutboxMessage.objects.filter(pk=cut_off.pk).update(state=MailState.SENDING, lease_until=AT)
    queued(subject="of the future", at=datetime(2200, 1, 1, tzinfo=UTC))
    assert (send_waiting_mail(), send_waiting_mail()) == (3, 0)
    assert [letter.subject for letter in mail.outbox] == ["first", "second", "cut off"]


def test_send_waiting_mail_takes_a_batch_at_a_time(settings: Settings) -> None:
    settings.SEND_MAIL = True
    for _ in range(BATCH + 2):
        queued()
    assert [send_waiting_mail(), send_waiting_mail(), send_waiting_mail()] == [BATCH, 2, 0]


def test_send_waiting_mail_keeps_all_where_none_is_sent(settings: Settings) -> None:
    settings.SEND_MAIL = False
    message = queued()
    assert (send_waiting_mail(), mail.outbox, of(message, "state")) == (1, [], (MailState.HELD,))


def test_record_access_names_the_record_and_the_person() -> None:
    forum = ForumFactory.create()
    record_access(
        kind=AccessKind.OPENED,
        at=AT,
        by_id=7,
        by_name="Rosa Shaw",
        address="192.0.2.1",
        record=forum,
        description="The paper\nas a PDF" + "x" * 400,
    )
    found = AccessLog.objects.values_list(
        "kind", "at", "by_id", "by_name", "address", "object_type", "object_id", "description"
    )
    said = ("The paper as a PDF" + "x" * 400)[:300]
    assert list(found) == [
        ("opened", AT, 7, "Rosa Shaw", "192.0.2.1", "forums.forum", str(forum.pk), said),
    ]


def test_record_access_of_a_list_names_the_kind_alone() -> None:
    entry = record_access(kind=AccessKind.OPENED, at=AT, record=type(ForumFactory.create()), description="A list")
    assert (entry.object_type, entry.object_id) == ("forums.forum", "")


def test_record_access_of_nobody_and_nothing_is_kept_too() -> None:
    entry = record_access(kind=AccessKind.SIGN_IN_FAILED, at=AT)
    assert (str(entry), entry.object_type, entry.object_id) == ("Sign-in failed: nobody signed in", "", "")
