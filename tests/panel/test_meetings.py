"""Calling, moving and holding meetings; drafting, ordering, exempting and publishing agendas; their pages."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.core.enums import AccessKind
from opcc.core.errors import DomainError
from opcc.core.models import AccessLog
from panel import operations, queries
from panel.enums import ItemKind, MeetingState, ResolutionKind
from panel.models import AgendaItem, ExemptionClaim, PanelMeeting, Resolution
from tests.factories.accounts import UserFactory
from tests.factories.meetings import StandingItemFactory, TermFactory
from tests.factories.recommendations import (
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    PlannedPanelMeetingFactory,
    ResolutionFactory,
)
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
EARLY = datetime(2018, 2, 20, 9, 0, tzinfo=UTC)  # before the papers of 19 March are due
CANARY = "Quillfeather"
GROUNDS: dict[str, Any] = {"public_title": "A personnel matter", "paragraphs": ["1"], "reasons": "A named person."}


def planned(**fields: Any) -> PanelMeeting:
    return PlannedPanelMeetingFactory.create(**fields)


def titles(meeting: PanelMeeting) -> list[tuple[str, str]]:
    return [(entry.number, entry.item.title) for entry in queries.agenda_of(meeting)]


# --- Meetings -----------------------------------------------------------------------------------------
def test_dates_before_the_meeting_of_march_2018_have_their_reasons() -> None:
    rules = queries.panel_rules()
    dates = queries.dates_of(planned(), rules, queries.closed_days(rules, 2018))
    assert (dates.publication.on, dates.questions.on) == (date(2018, 3, 9), date(2018, 3, 14))
    assert dates.publication.reason == (
        "Five clear days lie between: Monday 12 March 2018 to Friday 16 March 2018, without weekends and bank holidays."
    )
    assert dates.questions.reason == "Three working days before Monday 19 March 2018."


def test_a_meeting_is_called_moved_and_held_once() -> None:
    meeting = operations.call_meeting(held_on=date(2018, 4, 26), by=None, at=EARLY)
    assert (str(meeting), meeting.starts_at) == (
        "Police and Crime Panel, 26 April 2018",
        queries.panel_rules().starts_at,
    )

    moved = operations.move_meeting(meeting=meeting, held_on=date(2018, 3, 19), by=None, at=EARLY)
    assert (moved.held_on, moved.moved_from) == (date(2018, 3, 19), date(2018, 4, 26))
    with pytest.raises(DomainError, match="19 March 2018 has not come yet"):
        operations.hold_meeting(meeting=moved, by=None, at=EARLY)

    held = operations.hold_meeting(meeting=moved, by=None, at=datetime(2018, 3, 19, 13, 0, tzinfo=UTC))
    assert held.state == MeetingState.HELD
    steps: list[tuple[Callable[..., Any], dict[str, Any]]] = [
        (operations.hold_meeting, {}),
        (operations.cancel_meeting, {"reason": "Snow"}),
        (operations.move_meeting, {"held_on": date(2018, 5, 1)}),
    ]
    for step, more in steps:
        with pytest.raises(DomainError, match="This one is held"):
            step(meeting=held, **more, by=None, at=EARLY)


def test_one_day_has_one_meeting_of_the_panel() -> None:
    planned()
    with pytest.raises(DomainError, match="There is a meeting on that day"):
        operations.call_meeting(held_on=date(2018, 3, 19), by=None, at=EARLY)
    assert PanelMeeting.objects.count() == 1


# --- Agendas ------------------------------------------------------------------------------------------
def test_an_agenda_is_drafted_from_the_outline_once() -> None:
    general = StandingItemFactory.create(title="General", kind=ItemKind.OPENING, position=1)
    StandingItemFactory.create(title="Apologies", kind=ItemKind.APOLOGIES, parent=general, position=1)
    StandingItemFactory.create(title="Urgent items", kind=ItemKind.URGENT, position=3)
    StandingItemFactory.create(title="Not used", is_active=False, position=2)
    meeting = planned()

    operations.draft_agenda(meeting=meeting, by=None, at=EARLY)
    assert titles(meeting) == [("1", "General"), ("1(1)", "Apologies"), ("2", "Urgent items")]
    with pytest.raises(DomainError, match="This meeting has an agenda"):
        operations.draft_agenda(meeting=meeting, by=None, at=EARLY)


def test_items_move_by_buttons_and_keep_their_places_whole() -> None:
    meeting = planned()
    first, second, third = (
        operations.add_item(meeting=meeting, title=title, by=None, at=EARLY) for title in ("One", "Two", "Three")
    )
    operations.move_item(item=third, move=operations.UP, by=None, at=EARLY)
    assert titles(meeting) == [("1", "One"), ("2", "Three"), ("3", "Two")]

    operations.move_item(item=third, move=operations.UNDER, by=None, at=EARLY)
    assert titles(meeting) == [("1", "One"), ("1(1)", "Three"), ("2", "Two")]

    operations.move_item(item=third, move=operations.OUT, by=None, at=EARLY)
    assert titles(meeting) == [("1", "One"), ("2", "Three"), ("3", "Two")]

    operations.order_agenda(meeting=meeting, keys=[second.pk, first.pk, third.pk], by=None, at=EARLY)
    assert titles(meeting) == [("1", "Two"), ("2", "One"), ("3", "Three")]
    with pytest.raises(DomainError, match="Somebody changed this agenda"):
        operations.order_agenda(meeting=meeting, keys=[second.pk, first.pk], by=None, at=EARLY)

    operations.remove_item(item=first, by=None, at=EARLY)
    assert titles(meeting) == [("1", "Two"), ("2", "Three")]
    assert list(meeting.items.in_order().values_list("position", flat=True)) == [1, 2]


def test_an_item_after_the_papers_were_due_needs_the_chairs_reason() -> None:
    meeting = planned()
    late = datetime(2018, 3, 9, 17, 1, tzinfo=UTC)  # a minute after office hours of the last day
    with pytest.raises(DomainError, match=r"The papers were due by 9 March 2018\. Write the chair's reason"):
        operations.add_item(meeting=meeting, title="Estate", by=None, at=late)
    assert not meeting.items.exists()

    in_time = operations.add_item(meeting=meeting, title="Plan", by=None, at=late.replace(hour=17, minute=0))
    urgent = operations.add_item(
        meeting=meeting, title="Estate", late_reason="The sale ends on Friday.", by=None, at=late
    )
    assert [(item.is_late, item.late_reason) for item in (in_time, urgent)] == [
        (False, ""),
        (True, "The sale ends on Friday."),
    ]


def test_what_hangs_on_an_item_keeps_it_on_the_agenda() -> None:
    item = ItemFactory.create(meeting=planned())
    ItemFactory.create(meeting=item.meeting, parent=item, position=1)
    with pytest.raises(DomainError, match=r"This item has sub-items\. Move or remove them first\."):
        operations.remove_item(item=item, by=None, at=EARLY)
    assert AgendaItem.objects.count() == 2


def test_an_exemption_has_its_grounds_and_opening_takes_them_away() -> None:
    item = ItemFactory.create(meeting=planned())
    for missing, message in (
        ({"paragraphs": []}, "Choose the paragraph of Schedule 12A"),
        ({"reasons": " "}, "Say why keeping it back serves the public"),
        ({"public_title": ""}, "Say what the public is told it is"),
    ):
        with pytest.raises(DomainError, match=message):
            operations.exempt_item(item=item, **{**GROUNDS, **missing}, by=None, at=EARLY)
    assert not ExemptionClaim.objects.exists()

    exempt = operations.exempt_item(item=item, **GROUNDS, by=None, at=EARLY)
    assert exempt.is_exempt
    assert list(AgendaItem.objects.open()) == []
    operations.open_item(item=exempt, by=None, at=EARLY)
    assert list(AgendaItem.objects.open()) == [item]
    assert not ExemptionClaim.objects.exists()


def test_only_who_decides_on_exemptions_decides() -> None:
    item = ItemFactory.create(meeting=planned())
    officer = UserFactory.create(roles=[Role.POLICY_OFFICER])
    with pytest.raises(DomainError, match="Your role does not let you decide what is exempt"):
        operations.exempt_item(item=item, **GROUNDS, by=officer, at=EARLY)


def test_an_agenda_is_published_in_time_or_not_at_all() -> None:
    meeting = planned()
    with pytest.raises(DomainError, match="There is no item on this agenda yet"):
        operations.publish_agenda(meeting=meeting, by=None, at=EARLY)
    ItemFactory.create(meeting=meeting)
    with pytest.raises(DomainError, match="The agenda was to be published by 9 March 2018"):
        operations.publish_agenda(meeting=meeting, by=None, at=datetime(2018, 3, 12, 9, 0, tzinfo=UTC))
    assert operations.publish_agenda(meeting=meeting, by=None, at=EARLY).agenda_published_at == EARLY


def test_resolutions_are_recorded_of_a_meeting_that_was_held_by_those_who_sat() -> None:
    item = ItemFactory.create(meeting=HeldMeetingFactory.create())
    mover = TermFactory.create().member
    gone = TermFactory.create(starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31)).member
    said: dict[str, Any] = {"item": item, "number": 1, "text": "Notes the report.", "kind": ResolutionKind.NOTES}
    with pytest.raises(DomainError, match="was not on the Panel that day"):
        operations.record_resolution(**said, mover=mover, seconder=gone, by=None, at=EARLY)
    with pytest.raises(DomainError, match="seconded by somebody other"):
        operations.record_resolution(**said, mover=mover, seconder=mover, by=None, at=EARLY)
    assert not Resolution.objects.exists()

    made = operations.record_resolution(**said, letter="a", mover=mover, by=None, at=EARLY)
    assert (made.label, made.mover) == ("1(a)", mover)
    with pytest.raises(DomainError, match="Record first that the meeting was held"):
        operations.record_resolution(**{**said, "item": ItemFactory.create(meeting=planned())}, by=None, at=EARLY)


def test_an_exempt_item_that_is_taken_off_takes_its_grounds_along() -> None:
    item = ItemFactory.create(meeting=planned(), exemption=ClaimFactory.create())
    operations.remove_item(item=item, by=None, at=EARLY)
    assert (AgendaItem.objects.count(), ExemptionClaim.objects.count()) == (0, 0)


# --- Pages --------------------------------------------------------------------------------------------
def an_agenda_with_an_exempt_item() -> PanelMeeting:
    meeting = planned(agenda_published_at=EARLY)
    ItemFactory.create(meeting=meeting, title="Policing model", position=1)
    hidden = ItemFactory.create(
        meeting=meeting, title=f"{CANARY} dismissal", purpose=CANARY, lead=CANARY, position=2,
        exemption=ClaimFactory.create(public_title="A personnel matter", paragraphs=["1", "2"], reasons=CANARY),
    )  # fmt: skip
    ItemFactory.create(meeting=meeting, parent=hidden, title=f"{CANARY} annex", position=1)
    ResolutionFactory.create(item=hidden, text=CANARY)
    ItemFactory.create(meeting=meeting, title="Work programme", position=3)
    return meeting


def page_of(client: Client, meeting: PanelMeeting) -> str:
    return client.get(reverse("panel:meeting", args=[meeting.public_id])).content.decode()


def test_the_public_reads_the_agenda_without_what_is_exempt_and_with_its_numbers(client: Client) -> None:
    meeting = an_agenda_with_an_exempt_item()
    page = page_of(client, meeting)
    assert CANARY not in page
    assert [words in page for words in ("1 Policing model", "2 A personnel matter", "3 Work programme")] == [True] * 3
    assert "item 2, A personnel matter (paragraphs 1 and 2)" in page
    assert not AccessLog.objects.exists()


def test_a_member_without_clearance_reads_what_the_public_reads_and_a_cleared_one_is_noted() -> None:
    meeting = an_agenda_with_an_exempt_item()
    kept_out, cleared = (TermFactory.create(member__sees_exempt=sees).member for sees in (False, True))
    pages = []
    for member in (kept_out, cleared):
        member.user = UserFactory.create(roles=[Role.PANEL_MEMBER])
        member.save()
        client = signed_in_client(member.user)
        response = client.get(reverse("panel:meeting", args=[meeting.public_id]))
        pages.append((CANARY in response.content.decode(), response["Cache-Control"]))
    assert [shown for shown, _ in pages] == [False, True]
    assert "no-store" in pages[1][1]
    assert set(AccessLog.objects.filter(description="Exempt items of an agenda").values_list("by_id", flat=True)) == {
        cleared.user_id
    }


def test_a_draft_agenda_and_a_closed_session_are_not_for_the_public(client: Client) -> None:
    draft = planned()
    ItemFactory.create(meeting=draft, title="Policing model")
    closed = planned(held_on=date(2018, 2, 27), is_closed=True)

    page = page_of(client, draft)
    assert "The agenda is not published yet." in page
    assert "Policing model" not in page
    assert client.get(reverse("panel:meeting", args=[closed.public_id])).status_code == 404
    listed = client.get(reverse("panel:meetings")).content.decode()
    calendar = client.get(reverse("panel:meetings-calendar")).content.decode()
    assert str(closed.public_id) not in listed + calendar


def test_a_meeting_whose_day_has_passed_is_no_longer_planned(client: Client) -> None:
    planned(venue="")
    HeldMeetingFactory.create(venue="", starts_at=None)
    listed = client.get(reverse("panel:meetings")).content.decode()
    assert [listed.count(words) for words in ("Not recorded yet", "To be confirmed", "Planned")] == [1, 2, 0]
    assert listed.count("Not recorded</") == 2


def test_the_calendar_tells_cancelled_meetings(client: Client) -> None:
    meeting = planned(held_on=timezone.localdate(), state=MeetingState.CANCELLED, cancelled_reason="Snow")
    calendar = client.get(reverse("panel:meetings-calendar")).content.decode()
    assert [line for line in calendar.splitlines() if line.startswith(("UID", "STATUS", "DESCRIPTION"))] == [
        f"UID:{meeting.public_id}",
        "DESCRIPTION:Cancelled: Snow",
        "STATUS:CANCELLED",
    ]


# --- The staff's pages --------------------------------------------------------------------------------
def support() -> Client:
    return signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))


def test_a_wrong_weekday_is_refused_with_the_right_one_and_nothing_is_called() -> None:
    said = {"held_on": "Wednesday 22 November 2018", "starts_at": "10:30", "venue": "Shire Hall"}
    response = support().post(reverse("admin:panel_panelmeeting_add"), said)
    assert (
        "22 November 2018 is a Thursday, not a Wednesday. Write Thursday 22 November 2018, or "
        "Wednesday 21 November 2018 if the day of the week is right."
    ) in response.content.decode()
    assert not PanelMeeting.objects.exists()


def test_staff_call_a_meeting_draft_its_agenda_and_put_it_in_order() -> None:
    StandingItemFactory.create(title="General", kind=ItemKind.OPENING)
    client = support()
    said = {"held_on": "Thursday 22 November 2029", "starts_at": "10:30", "venue": "Shire Hall"}
    client.post(reverse("admin:panel_panelmeeting_add"), said)
    meeting = PanelMeeting.objects.get()
    assert (meeting.held_on, meeting.venue) == (date(2029, 11, 22), "Shire Hall")

    client.post(reverse("admin:panel_panelmeeting_press", args=[meeting.pk, "draft"]))
    agenda = reverse("admin:panel_panelmeeting_agenda", args=[meeting.pk])
    client.post(agenda, {"add": "1", "title": "Policing model", "kind": ItemKind.REPORT})
    added = AgendaItem.objects.get(title="Policing model")
    client.post(agenda, {"move": f"up {added.pk}"})
    assert titles(meeting) == [("1", "Policing model"), ("2", "General")]

    response = client.post(agenda, {"add": "1", "title": "", "kind": ItemKind.REPORT, "lead": "Commissioner"})
    assert "Enter what the item is called." in response.content.decode()
    assert 'value="Commissioner"' in response.content.decode()
    assert len(titles(meeting)) == 2


def test_staff_without_the_role_read_an_agenda_and_do_not_change_it() -> None:
    meeting = planned()
    item = ItemFactory.create(meeting=meeting)
    client = signed_in_client(UserFactory.create(roles=[Role.TREASURER]))
    agenda = reverse("admin:panel_panelmeeting_agenda", args=[meeting.pk])
    assert client.get(agenda).status_code == 200
    assert client.post(agenda, {"move": f"down {item.pk}"}).status_code == 403


def test_staff_who_may_not_see_exempt_items_see_neither_them_nor_their_pages() -> None:
    meeting = an_agenda_with_an_exempt_item()
    client = signed_in_client(UserFactory.create(roles=[Role.TREASURER]))
    hidden = AgendaItem.objects.get(exemption__isnull=False)
    pages = [
        client.get(reverse("admin:panel_panelmeeting_agenda", args=[meeting.pk])).content.decode(),
        client.get(reverse("admin:panel_agendaitem_changelist"), {"q": "dismissal"}).content.decode(),
        client.get(reverse("admin:panel_panelmeeting_change", args=[meeting.pk])).content.decode(),
    ]
    assert [CANARY in page for page in pages] == [False] * 3
    assert client.get(reverse("admin:panel_agendaitem_change", args=[hidden.pk])).status_code == 302


def test_an_agenda_is_put_in_order_by_whoever_sees_all_of_it_and_each_opening_is_noted() -> None:
    meeting = an_agenda_with_an_exempt_item()
    agenda = reverse("admin:panel_panelmeeting_agenda", args=[meeting.pk])
    last = AgendaItem.objects.get(title="Work programme")
    kept_out = UserFactory.create(roles=[Role.TREASURER])
    kept_out.user_permissions.add(Permission.objects.get(codename="change_agendaitem"))
    client = signed_in_client(kept_out)
    assert "you cannot change its order" in client.get(agenda).content.decode()
    assert client.post(agenda, {"move": f"up {last.pk}"}).status_code == 403
    assert titles(meeting)[-1] == ("3", "Work programme")
    noted = AccessLog.objects.filter(kind=AccessKind.OPENED).values_list("description", flat=True)
    assert list(noted) == []

    assert CANARY in support().get(agenda).content.decode()
    assert list(noted.all()) == ["Exempt items of an agenda, in the staff's pages"]
