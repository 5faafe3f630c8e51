"""Minutes, members and the register of interests as members and the public read them; that nothing exempt shows."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.models import AccessLog
from panel import operations
from panel.enums import DeclaredKind, Presence
from panel.models import ExemptionClaim, Member, PanelMinutes
from tests.factories.accounts import UserFactory
from tests.factories.meetings import CouncilFactory, InterestFactory, TermFactory
from tests.factories.minutes import AttendanceFactory, confirmed, meeting_with_minutes
from tests.factories.recommendations import (
    WRITTEN_AT,
    ClaimFactory,
    ClearedMemberFactory,
    HeldMeetingFactory,
    ResolutionFactory,
)
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
CANARY = "Quillfeather"
ROUTES = ("minutes", "minutes-pdf", "exempt-minutes", "exempt-minutes-pdf")


@pytest.fixture
def cleared(panel_member: User) -> Client:
    ClearedMemberFactory.create(user=panel_member)
    return signed_in_client(panel_member)


@pytest.fixture
def not_cleared() -> Client:
    user = UserFactory.create(roles=[Role.PANEL_MEMBER])
    ClearedMemberFactory.create(user=user, sees_exempt=False)
    return signed_in_client(user)


def text(client: Client, name: str, *args: Any) -> str:
    response = client.get(reverse(f"panel:{name}", args=args))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def statuses(client: Client, public_id: Any) -> list[int]:
    return [client.get(reverse(f"panel:{name}", args=[public_id])).status_code for name in ROUTES]


def a_secret_meeting() -> dict[str, Any]:
    """One at which every exempt field holds the canary, published."""
    world = meeting_with_minutes()
    hidden, claim = world["hidden"], world["hidden"].exemption
    hidden.title = hidden.purpose = claim.reasons = f"{CANARY} dismissal"
    hidden.save()
    claim.save()
    world["exempt"].entries.update(text=f"Councillor {CANARY} said so.")
    ResolutionFactory.create(item=hidden, text=CANARY)
    ResolutionFactory.create(
        item=world["precept"], text=CANARY, exemption=ClaimFactory.create(reasons=CANARY, public_title="A price")
    )
    operations.declare_interest(
        item=hidden,
        attendance=world["lines"]["Marsh"],
        kind=DeclaredKind.NON_PECUNIARY,
        what=CANARY,
        by=None,
        at=WRITTEN_AT,
    )
    for row in (world["open"], world["exempt"]):
        operations.publish_minutes(minutes=row, by=None, at=timezone.now())
        row.refresh_from_db()
    return world


def test_the_public_reads_the_open_minutes_and_nothing_exempt(client: Client) -> None:
    world = a_secret_meeting()
    public_id = world["meeting"].public_id
    assert statuses(client, public_id) == [200, 200, 404, 404]
    pages = [text(client, "minutes", public_id), text(client, "meeting", public_id), text(client, "meetings")]
    assert [CANARY in page for page in pages] == [False] * 3
    assert [words in pages[0] for words in (
        "Councillor Ada Fenwick, Vale (substitute for Councillor Joan Hale)",
        "Councillor Ellen Marsh, Westshire County Council (in the chair)",
        "<strong>Apologies:</strong> Councillor Stuart Davey",
        "The meeting was quorate: 4 with a voice were present, and 2 are needed.",
        "Tariq Bell declared a disclosable pecuniary interest: Lives next to the station. Took no part in the item.",
        "Proposed by Councillor Adrian Poole, seconded by Councillor Ada Fenwick. Carried.",
        "For, 4: Tariq Bell, Councillor Ada Fenwick, Councillor Ellen Marsh, Councillor Adrian Poole",
        "A staffing matter", "Exempt: paragraph 3 of Part 1 of Schedule 12A",
    )] == [True] * 9  # fmt: skip
    pdf = client.get(reverse("panel:minutes-pdf", args=[public_id]))
    assert (pdf["Content-Type"], pdf["Content-Disposition"]) == (
        "application/pdf",
        'inline; filename="minutes-2018-02-01.pdf"',
    )
    assert CANARY not in str(PanelMinutes.objects.open().get().contents)
    assert "Draft" in pages[2]
    assert not AccessLog.objects.exists()


def test_exempt_minutes_open_for_the_cleared_alone_and_each_opening_is_noted(
    cleared: Client, not_cleared: Client
) -> None:
    world = a_secret_meeting()
    public_id = world["meeting"].public_id
    assert statuses(not_cleared, public_id) == [200, 200, 404, 404]
    assert CANARY not in text(not_cleared, "minutes", public_id) + text(not_cleared, "meeting", public_id)
    AccessLog.objects.all().delete()

    assert CANARY in text(cleared, "exempt-minutes", public_id)
    pdf = cleared.get(reverse("panel:exempt-minutes-pdf", args=[public_id]))
    assert (pdf.status_code, pdf["Cache-Control"]) == (200, "no-store")
    noted = AccessLog.objects.order_by("pk").values_list("description", flat=True)
    assert list(noted) == ["Exempt minutes", "PDF of exempt minutes"]


def test_a_cleared_member_without_the_second_step_has_no_exempt_minutes(client: Client) -> None:
    world = a_secret_meeting()
    user = UserFactory.create(roles=[Role.PANEL_MEMBER])
    ClearedMemberFactory.create(user=user)
    client.force_login(user)
    assert statuses(client, world["meeting"].public_id)[2:] in ([404, 404], [302, 302])  # sent to the second step first


def test_minutes_wait_for_their_publication(client: Client, cleared: Client) -> None:
    world = meeting_with_minutes()
    for row in (world["open"], world["exempt"]):
        operations.withdraw_minutes(minutes=row, by=None, at=WRITTEN_AT)
    for who in (client, cleared):
        assert statuses(who, world["meeting"].public_id) == [404] * 4
        assert statuses(who, uuid4()) == [404] * 4


def test_what_is_made_exempt_takes_the_published_draft_along(client: Client) -> None:
    world = meeting_with_minutes()
    public_id = world["meeting"].public_id
    assert statuses(client, public_id)[0] == 200
    claim = ClaimFactory.create(decided_at=timezone.now())
    for holder in (world["precept"], world["passed"]):
        holder.exemption = claim
        holder.save()
        assert statuses(client, public_id)[0] == 404
        holder.exemption = None
        holder.save()
    assert statuses(client, public_id)[0] == 200
    assert ExemptionClaim.objects.filter(item=None, resolution=None).count() == 1


def test_minutes_of_a_closed_session_are_not_for_the_public(client: Client, not_cleared: Client) -> None:
    world = meeting_with_minutes()
    meeting = world["meeting"]
    meeting.is_closed = True
    meeting.save()
    assert statuses(client, meeting.public_id) == [404] * 4
    assert statuses(not_cleared, meeting.public_id)[0] == 200


def test_confirmed_minutes_say_so_with_their_corrections(client: Client) -> None:
    world = meeting_with_minutes()
    confirmed(world["open"], corrections="‘Pool’ reads ‘Poole’.", contents=world["open"].contents)
    page = text(client, "minutes", world["meeting"].public_id)
    assert ["Confirmed at the meeting of 19 March 2018" in page, "‘Pool’ reads ‘Poole’." in page] == [True, True]
    assert "Confirmed" in text(client, "meetings")


def test_a_file_that_is_not_what_was_printed_is_not_served(client: Client) -> None:
    world = meeting_with_minutes()  # its file is a stand-in that does not exist
    assert statuses(client, world["meeting"].public_id)[:2] == [200, 404]


# --- Members and interests ----------------------------------------------------------------------------
def test_members_stand_with_their_seats_posts_and_attendance(client: Client) -> None:
    world = meeting_with_minutes(timezone.localdate() - timedelta(days=30))
    page = text(client, "members")
    assert [words in page for words in (
        'Westshire County Council <span class="opcc-count">(3 seats, 1 vacant)</span>',
        "Councillor Ellen Marsh, Chair", "Independent members", "May be sent as a substitute: Councillor Ada Fenwick",
        "Councillor Ellen Marsh, Chair</li>",
    )] == [True] * 5  # fmt: skip
    row = page[page.index("Attendance by member") :].split("Joan Hale")[1].split("</tr>")[0]
    assert [cell.split("<")[0].strip() for cell in row.split("<span>")[1:]] == ["1", "0", "0", "1", "0"]
    assert world["people"]["Hale"].name in page
    year = world["meeting"].held_on.year
    response = client.get(reverse("panel:members"), {"year": year})
    assert [f"Attendance in {year}" in response.content.decode(), response.context["chosen"]] == [True, year]
    assert client.get(reverse("panel:members"), {"year": "never"}).context["chosen"] is None


def test_the_register_publishes_no_sensitive_and_no_ended_interest(client: Client) -> None:
    member = TermFactory.create().member
    InterestFactory.create(member=member, description="Runs a garden centre.")
    InterestFactory.create(member=member, description=CANARY, is_sensitive=True)
    InterestFactory.create(member=member, description="Sold it.", ended_on=timezone.localdate())
    page = text(client, "interests")
    assert ["Runs a garden centre." in page, CANARY in page, "Sold it." in page] == [True, False, False]


def test_pages_are_there_before_anything_is_recorded(client: Client) -> None:
    assert "once the office has recorded them" in text(client, "members")
    assert "The register is empty" in text(client, "interests")


# --- Queries ------------------------------------------------------------------------------------------
def queries_of(client: Client, name: str) -> int:
    client.get(reverse(f"panel:{name}"))
    with CaptureQueriesContext(connection) as seen:
        assert client.get(reverse(f"panel:{name}")).status_code == 200
    return len(seen)


def more_members(number: int) -> None:
    today = timezone.localdate()
    for _ in range(number):
        council = CouncilFactory.create()
        member = TermFactory.create(council=council).member
        InterestFactory.create(member=member)
        meeting = HeldMeetingFactory.create(held_on=today - timedelta(days=1 + Member.objects.count()))
        AttendanceFactory.create(meeting=meeting, member=member, presence=Presence.APOLOGIES)


@pytest.mark.parametrize("name", ["members", "interests", "meetings"])
def test_lists_ask_as_many_queries_at_1_50_and_500_rows(client: Client, name: str) -> None:
    counts = []
    for more in (1, 49, 450):
        more_members(more)
        counts.append(queries_of(client, name))
    assert len(set(counts)) == 1, counts
