"""Who may know of exempt matter, and when: clearance, the term it hangs on, and the second step of the session."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from panel.enums import PackState
from panel.models import Member, Substitute, Term
from panel.permissions import sees_exempt
from tests.factories.accounts import UserFactory
from tests.factories.meetings import CouncilFactory, TermFactory
from tests.factories.panel import built
from tests.factories.papers import SECRET, PartFactory, built_pack
from tests.factories.recommendations import (
    ClaimFactory,
    ClearedMemberFactory,
    HeldMeetingFactory,
    ItemFactory,
    MemberFactory,
    ResolutionFactory,
)
from tests.factories.register import AttachmentFactory, DecisionFactory
from tests.support.actors import BACKEND, signed_in, signed_in_client

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PAPERS = ("paper-public", "paper-pdf-public", "paper-restricted", "paper-pdf-restricted")


def status(client: Client, name: str, key: Any) -> int:
    answer = client.get(reverse(f"panel:{name}", args=[key]))
    if answer.streaming:
        b"".join(answer.streaming_content)  # type: ignore[attr-defined]  # read to the end, the file is closed
    return answer.status_code


def with_password_alone(user: User) -> Client:
    client = Client()
    client.force_login(user, backend=BACKEND)
    return client


# --- clearance ------------------------------------------------------------------------------------------


def test_clearance_is_nothing_that_a_member_has_without_being_given_it() -> None:
    assert Member().sees_exempt is False


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        (-400, None, True),
        (-400, 0, True),
        (0, 30, True),
        (-400, -1, False),
        (1, None, False),
    ],
)
@pytest.mark.parametrize("way", ["term", "substitute"])
def test_clearance_runs_with_the_term_or_the_naming_as_substitute(
    panel_member: User, way: str, starts: int, ends: int | None, expected: bool
) -> None:
    member = MemberFactory.create(user=panel_member, sees_exempt=True)
    days = {"starts_on": TODAY + timedelta(starts), "ends_on": None if ends is None else TODAY + timedelta(ends)}
    assert not sees_exempt(panel_member)
    if way == "term":
        TermFactory.create(member=member, **days)
    else:
        Substitute.objects.create(member=member, council=CouncilFactory.create(), **days)
    assert sees_exempt(panel_member) is expected
    Member.objects.update(sees_exempt=False)
    assert not sees_exempt(panel_member)


def test_who_was_a_member_opens_nothing_exempt_any_more(cleared_member: User) -> None:
    secret = ItemFactory.create(exemption=ClaimFactory.create(), meeting__agenda_published_at=timezone.now())
    client = signed_in_client(cleared_member)
    assert status(client, "item", secret.public_id) == 200
    Term.objects.update(ends_on=TODAY - timedelta(days=1), end_reason="Lost the seat.")
    assert status(client, "item", secret.public_id) == 404


# --- the restricted edition of a report -----------------------------------------------------------------


def test_member_without_clearance_finds_the_public_edition_of_a_report_alone(
    client: Client, panel_member: User
) -> None:
    report = built(issued=True)
    ClearedMemberFactory.create(user=panel_member, sees_exempt=False)
    member = signed_in(client, panel_member)
    assert [status(member, name, report.public_id) for name in PAPERS] == [200, 200, 404, 404]
    home = member.get(reverse("panel:home")).content.decode()
    shown = {name: reverse(f"panel:{name}", args=[report.public_id]) in home for name in PAPERS}
    assert shown == dict(zip(PAPERS, (True, True, False, False), strict=True))
    assert "estricted edition" not in home
    assert not AccessLog.objects.filter(kind=AccessKind.OPENED).exists()


# --- what is noted --------------------------------------------------------------------------------------


@pytest.mark.parametrize("what", ["nothing", "resolution", "part"])
def test_exempt_matter_on_an_open_item_is_noted_on_its_page_and_on_the_agenda(cleared_member: User, what: str) -> None:
    part = PartFactory.create(paper__item__meeting__agenda_published_at=timezone.now())
    item, parts = part.paper.item, [part]
    if what == "resolution":
        ResolutionFactory.create(item=item, text=SECRET, exemption=ClaimFactory.create())
    if what == "part":
        parts.append(PartFactory.create(paper=part.paper, letter="A", exempt=True))
    built_pack(PackState.ISSUED, meeting=item.meeting, parts=parts)
    keys = {"meeting": item.meeting.public_id, "item": item.public_id}
    addresses = [reverse(f"panel:{name}", args=[key]) for name, key in keys.items()]
    for client, may in ((Client(), False), (signed_in_client(cleared_member), what != "nothing")):
        for address in addresses:
            answer = client.get(address)
            assert (answer.status_code, SECRET in answer.content.decode()) == (200, may)
    noted = AccessLog.objects.filter(kind=AccessKind.OPENED).order_by("pk")
    expected = [
        ("panel.panelmeeting", str(item.meeting.pk), "Agenda with exempt resolutions or parts of papers"),
        ("panel.agendaitem", str(item.pk), "Item of an agenda with exempt resolutions or parts of papers"),
    ]
    found = list(noted.values_list("object_type", "object_id", "description"))
    assert found == ([] if what == "nothing" else expected)


# --- the password alone ---------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.PANEL_MEMBER, Role.PANEL_SUPPORT_OFFICER, Role.CHIEF_EXECUTIVE])
def test_with_the_password_alone_everybody_reads_what_the_public_reads(role: Role) -> None:
    user = UserFactory.create(roles=[role])
    if role is Role.PANEL_MEMBER:
        ClearedMemberFactory.create(user=user)
    closed = HeldMeetingFactory.create(is_closed=True, agenda_published_at=timezone.now())
    of_closed = ItemFactory.create(meeting=closed, title="Behind doors")
    part = PartFactory.create()
    pack = built_pack(PackState.READY, meeting=part.paper.item.meeting, parts=[part])
    paper = AttachmentFactory.create(decision=DecisionFactory.create(made=True))
    addresses = {
        "meeting": closed.public_id,
        "item": of_closed.public_id,
        "pack-public": pack.public_id,
        "pack-pdf-public": pack.public_id,
        "part": part.public_id,
        "decision-paper": paper.public_id,
    }
    whole, half, nobody = signed_in_client(user), with_password_alone(user), Client()

    def found(client: Client) -> dict[str, int]:
        return {name: status(client, name, key) for name, key in addresses.items()}

    is_staff = role is not Role.PANEL_MEMBER
    expected = {name: 200 if is_staff or name in ("meeting", "item") else 404 for name in addresses}
    assert found(whole) == expected
    assert found(half) == found(nobody) == dict.fromkeys(addresses, 404)
    for client, listed in ((whole, True), (half, False), (nobody, False)):
        page = client.get(reverse("panel:meetings")).content.decode()
        assert (str(closed.public_id) in page) is listed


def test_an_account_that_needs_no_second_step_reads_as_before(ambassador_user: User) -> None:
    assert signed_in_client(ambassador_user).get(reverse("panel:meetings")).status_code == 200
