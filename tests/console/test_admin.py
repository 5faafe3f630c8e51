"""What staff do with the outbox, and whose downloads leave a trace."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import Settings

from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.roles import ROLES
from opcc.core.enums import AccessKind, MailState
from opcc.core.models import AccessLog, OutboxMessage
from opcc.core.operations import queue_mail
from tests.factories.accounts import UserFactory
from tests.factories.forums import ForumFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db

AT = datetime(2018, 3, 12, 9, tzinfo=UTC)
LINK = "https://office.example/account/invitations/one-long-token/"
NOT_SHOWN = "Not shown: it holds a link with which to sign in."
SEES_OUTBOX = {Role.CHIEF_EXECUTIVE, Role.POLICY_OFFICER, Role.PANEL_SUPPORT_OFFICER}
EXPORTS = {*SEES_OUTBOX, Role.PERFORMANCE_OFFICER, Role.COMMUNICATIONS_OFFICER}


def visitor(role: Role) -> Client:
    return signed_in_client(UserFactory.create(roles=[role]))


def mail(kind: str = "invitation", **moved: Any) -> OutboxMessage:
    message = queue_mail(to="gwen@parish.example", subject="A letter", body=f"Open {LINK}", kind=kind, at=AT)
    OutboxMessage.objects.filter(pk=message.pk).update(**moved)
    return message


def page_of(client: Client, message: OutboxMessage) -> str:
    return client.get(reverse("admin:core_outboxmessage_change", args=[message.pk])).content.decode()


@pytest.mark.parametrize(
    ("kind", "sends", "shown"),
    [
        ("invitation", True, False),
        ("account", True, False),
        ("account.reset", True, False),
        ("ambassadors.report_due", True, True),
        ("invitation", False, True),
        ("account", False, True),
    ],
)
def test_outbox_shows_no_link_that_works_elsewhere(settings: Settings, kind: str, sends: bool, shown: bool) -> None:
    settings.SEND_MAIL = sends
    page = page_of(visitor(Role.CHIEF_EXECUTIVE), mail(kind))
    assert (LINK in page, NOT_SHOWN in page) == (shown, not shown)


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_outbox_message_is_sent_again_by_every_role_that_sees_it(role: Role) -> None:
    client, message = visitor(role), mail(state=MailState.FAILED, attempts=5, last_error="No such host")
    seen = client.get(reverse("admin:core_outboxmessage_change", args=[message.pk])).status_code == 200
    client.post(reverse("admin:core_outboxmessage_press", args=[message.pk, "resend"]))
    message.refresh_from_db()
    assert (seen, message.state == MailState.WAITING) == (role in SEES_OUTBOX, role in SEES_OUTBOX)


def test_outbox_message_that_was_sent_has_no_button() -> None:
    message = mail(state=MailState.SENT, sent_at=AT)
    assert "Send it again" not in page_of(visitor(Role.POLICY_OFFICER), message)


@pytest.mark.parametrize("role", sorted(STAFF_ROLES))
def test_export_is_given_by_role_and_leaves_a_trace(role: Role) -> None:
    forum = ForumFactory.create(name="Ashby")
    chosen = {"action": "export_as_csv", "_selected_action": [forum.pk]}
    answer = visitor(role).post(reverse("admin:forums_forum_changelist"), chosen)
    may = role in EXPORTS
    assert (answer.get("Content-Type", "").startswith("text/csv"), "core.export_records" in ROLES[role].names) == (
        may,
        may,
    )
    traces = AccessLog.objects.filter(kind=AccessKind.EXPORTED).values_list("object_type", flat=True)
    assert list(traces) == ["forums.forum"] * may
