"""The staff's pages of a meeting that was held: attendance, declarations, votes, resolutions and minutes."""

from datetime import time
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.core.models import AccessLog
from panel.enums import DeclaredKind
from panel.models import Attendance, Declaration, InAttendance, MinuteEntry, PanelMinutes, Resolution, Vote
from tests.factories.accounts import UserFactory
from tests.factories.meetings import TermFactory
from tests.factories.minutes import (
    AttendanceFactory,
    DeclarationFactory,
    EntryFactory,
    InAttendanceFactory,
    MinutesFactory,
    VoteFactory,
    a_meeting_of_the_panel,
    confirmed,
)
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    PlannedPanelMeetingFactory,
    ResolutionFactory,
)
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
CANARY = "Quillfeather"
NOBODY = {"others-TOTAL_FORMS": "0", "others-INITIAL_FORMS": "0"}


def support() -> Client:
    return signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))


def reader() -> Client:
    return signed_in_client(UserFactory.create(roles=[Role.TREASURER]))


def at(name: str, row: Any, *more: str) -> str:
    return reverse(f"admin:panel_{name}", args=[row.pk, *more])


def words(response: Any) -> str:
    return " ".join(response.content.decode().split())


def answers(world: dict[str, Any], **changed: str) -> dict[str, str]:
    """What the attendance page of the world sends."""
    people = world["people"]
    said = {f"presence-{person.pk}": "present" for person in (*people.values(), world["independent"])}
    said |= {f"presence-{people[name].pk}": "apologies" for name in ("Davey", "Hale")}
    said |= {f"substitute-{people['Hale'].pk}": str(world["stand_in"].pk), "chair": str(people["Marsh"].pk)}
    return {**said, **NOBODY, **changed}


# --- Attendance ---------------------------------------------------------------------------------------
def test_attendance_is_typed_on_one_screen() -> None:
    world = a_meeting_of_the_panel()
    page, client = at("panelmeeting_attendance", world["meeting"]), support()
    Attendance.objects.all().delete()
    InAttendance.objects.all().delete()
    others = {"others-TOTAL_FORMS": "2", "others-0-name": "Howard Penhallow", "others-0-office": "Chief Executive"}
    poole = world["people"]["Poole"].pk
    others |= {f"arrived_at-{poole}": "10:40", f"left_at-{poole}": "12:00"}
    response = client.post(page, answers(world, **others), follow=True)
    assert f'value="10:40" aria-label="Councillor Adrian Poole: arrived at" id="id_arrived_at-{poole}"' in words(
        response
    )
    assert "Quorate: 4 with a voice were present, and 2 are needed." in words(response)
    found = {line.member.last_name: line for line in Attendance.objects.select_related("member", "stands_for")}
    assert {name: line.presence for name, line in found.items()} == {
        "Bell": "present", "Davey": "apologies", "Fenwick": "present", "Hale": "apologies", "Marsh": "present",
        "Poole": "present",
    }  # fmt: skip
    assert [(line.arrived_at, line.left_at) for line in found.values() if line.arrived_at] == [(time(10, 40), time(12))]
    assert (found["Fenwick"].stands_for, found["Marsh"].took_chair) == (world["people"]["Hale"], True)
    assert InAttendance.objects.get().name == "Howard Penhallow"


def test_attendance_that_is_refused_keeps_what_was_typed() -> None:
    world = a_meeting_of_the_panel()
    page, hale = at("panelmeeting_attendance", world["meeting"]), world["people"]["Hale"]
    others = {"others-TOTAL_FORMS": "1", "others-0-name": "Howard Penhallow"}
    response = support().post(page, answers(world, **others))
    assert "Enter the office held" in words(response)
    assert 'value="Howard Penhallow"' in words(response)
    response = support().post(page, answers(world, **{f"presence-{hale.pk}": "present"}))
    assert "Councillor Joan Hale came, so nobody stood in. Choose one of the two." in words(response)
    assert InAttendance.objects.get().office == "Chief Executive"


def test_attendance_is_read_by_the_office_and_written_by_its_keeper() -> None:
    world = a_meeting_of_the_panel()
    page = at("panelmeeting_attendance", world["meeting"])
    assert "Save the attendance" not in words(reader().get(page))
    assert reader().post(page, answers(world)).status_code == 403
    assert "that it was held" in words(
        support().get(at("panelmeeting_attendance", PlannedPanelMeetingFactory.create()))
    )


# --- Declarations and votes ---------------------------------------------------------------------------
def test_a_declaration_is_recorded_on_its_item_corrected_and_taken_back() -> None:
    world, client = a_meeting_of_the_panel(), support()
    line = world["lines"]["Poole"]
    press = at("agendaitem_press", world["estate"], "declared")
    said = {"declared-attendance": line.pk, "declared-kind": "pecuniary", "declared-what": "Owns the site."}
    assert "Choose who declared it" in words(client.post(press, {**said, "declared-attendance": ""}))
    client.post(press, said)
    declared = Declaration.objects.get()
    assert declared.keeps_out
    change = at("declaration_change", declared)
    client.post(change, {"kind": "pecuniary", "what": "Owns half of it.", "dispensation": "Granted on 1 February"})
    declared.refresh_from_db()
    assert (declared.what, declared.keeps_out) == ("Owns half of it.", False)
    response = client.post(change, {"kind": "non_pecuniary", "what": "Owns a tenth.", "dispensation": "Granted"})
    assert "Only a pecuniary interest needs a dispensation." in words(response)
    assert "Owns a tenth." in words(response)
    assert reader().post(change, {"kind": "pecuniary", "what": "Nothing."}).status_code == 403
    client.post(at("declaration_press", declared, "remove"))
    assert not Declaration.objects.exists()


def test_votes_are_recorded_without_who_has_an_interest() -> None:
    world, client = a_meeting_of_the_panel(), support()
    DeclarationFactory.create(item=world["precept"], attendance=world["lines"]["Bell"], kind=DeclaredKind.PECUNIARY)
    page, lines = at("resolution_votes", world["passed"]), world["lines"]
    shown = words(client.get(page))
    assert "Tariq Bell declared a pecuniary interest in this item and cannot vote." in shown
    assert f"vote-{lines['Bell'].pk}" not in shown
    said = {f"vote-{lines[name].pk}": "for" for name in ("Marsh", "Fenwick")}
    assert "Say how Councillor Adrian Poole voted." in words(client.post(page, said))
    assert not Vote.objects.exists()
    client.post(page, {**said, f"vote-{lines['Poole'].pk}": "against"})
    assert sorted(Vote.objects.values_list("attendance__member__last_name", "ballot")) == [
        ("Fenwick", "for"), ("Marsh", "for"), ("Poole", "against"),
    ]  # fmt: skip
    assert "Against, 1: Councillor Adrian Poole" in words(client.get(at("resolution_change", world["passed"])))
    assert reader().post(page, said).status_code == 403


def test_only_who_was_present_is_offered_as_mover() -> None:
    world = a_meeting_of_the_panel()
    page = words(support().get(at("agendaitem_change", world["estate"])))
    movers = page[page.index('name="resolved-mover"') :].split("</select>")[0]
    assert [name in movers for name in ("Ellen Marsh", "Ada Fenwick", "Stuart Davey")] == [True, True, False]


def test_a_resolution_is_kept_from_the_public_on_a_page_of_its_own() -> None:
    world, client = a_meeting_of_the_panel(), support()
    press = at("resolution_press", world["passed"], "exempt")
    grounds = {"exempt-public_title": "A price", "exempt-paragraphs": ["3"], "exempt-reasons": CANARY}
    assert "Choose the paragraph" in words(client.post(press, {**grounds, "exempt-paragraphs": []}))
    client.post(press, grounds)
    passed = Resolution.objects.get()
    assert passed.is_exempt
    page = at("resolution_change", passed)
    assert reader().get(page).status_code == 302  # it is not there
    assert reader().get(at("resolution_votes", passed)).status_code == 404
    assert CANARY in words(client.get(page))
    assert "Exempt resolution, in the staff's pages" in AccessLog.objects.values_list("description", flat=True)
    client.post(at("resolution_press", passed, "open"))
    assert not Resolution.objects.get().is_exempt


# --- Minutes ------------------------------------------------------------------------------------------
def test_minutes_are_written_item_by_item_and_name_who_is_not_listed() -> None:
    world, client = a_meeting_of_the_panel(), support()
    page = at("panelmeeting_minutes", world["meeting"])
    said = {f"item-{world['precept'].pk}": "Councillor Davey asked why. Mrs Young agreed.", "rose_at": "12:18"}
    shown = words(client.post(page, said, follow=True))
    assert "The minutes are saved." in shown
    assert [who in shown for who in ("<strong>Davey</strong>, recorded as apologies", "<strong>Young</strong>")] == [
        True, True,
    ]  # fmt: skip
    assert f"item-{world['hidden'].pk}" not in shown
    row = PanelMinutes.objects.get()
    assert (str(row.rose_at), MinuteEntry.objects.get().item) == ("12:18:00", world["precept"])

    response = client.post(page, {**said, "rose_at": "noonish"})
    assert "Enter the time as 12:18." in words(response)
    assert "Councillor Davey asked why." in words(response)
    assert reader().post(page, said).status_code == 403
    assert "Save the minutes" not in words(reader().get(page))
    confirmed(row)
    assert client.post(page, said).status_code == 403


def test_exempt_minutes_are_written_apart_by_the_cleared() -> None:
    world, client = a_meeting_of_the_panel(), support()
    page = at("panelmeeting_exempt_minutes", world["meeting"])
    assert reader().get(page).status_code == 404
    client.post(page, {f"item-{world['hidden'].pk}": f"Councillor {CANARY} asked why."})
    row = PanelMinutes.objects.get(is_exempt=True)
    AccessLog.objects.all().delete()
    assert CANARY in words(client.get(page))
    assert list(AccessLog.objects.values_list("description", flat=True)) == ["Exempt minutes, in the staff's pages"]
    open_pages = [
        words(client.get(at("panelmeeting_minutes", world["meeting"]))),
        words(reader().get(reverse("admin:panel_panelminutes_changelist"))),
    ]
    assert [CANARY in shown or "Exempt minutes of" in shown for shown in open_pages] == [False, False]
    assert reader().get(at("panelminutes_change", row)).status_code == 302  # it is not there


def test_minutes_go_from_the_draft_to_the_signature_by_buttons() -> None:
    the_office()
    world, client = a_meeting_of_the_panel(), support()
    row = EntryFactory.create(minutes__meeting=world["meeting"], item=world["precept"]).minutes
    later = HeldMeetingFactory.create(held_on="2018-03-19")
    shown = words(client.post(at("panelminutes_press", row, "publish"), follow=True))
    assert "The draft is published: 1 page." in shown or "The draft is published: 2 pages." in shown
    assert "Choose the meeting that confirmed them." in words(client.post(at("panelminutes_press", row, "confirm"), {}))
    client.post(at("panelminutes_press", row, "confirm"), {"confirm-at_meeting": later.pk})
    assert "Enter who signed, with the post." in words(client.post(at("panelminutes_press", row, "sign"), {}))
    said = {"sign-signed_by": "Councillor Ellen Marsh, Chair", "sign-signed_on": "2018-03-19"}
    client.post(at("panelminutes_press", row, "sign"), said)
    row.refresh_from_db()
    assert (row.state, row.signed_by, row.confirmed_at_meeting) == ("signed", "Councillor Ellen Marsh, Chair", later)


# --- Queries ------------------------------------------------------------------------------------------
def queries_of(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


@pytest.mark.parametrize("name", ["attendance", "minutes"])
def test_pages_of_a_meeting_ask_as_many_queries_whatever_it_holds(name: str) -> None:
    meeting, client, counts = HeldMeetingFactory.create(), support(), []
    kept = MinutesFactory.create(meeting=meeting)
    for more in (1, 20):
        for _ in range(more):
            line = AttendanceFactory.create(meeting=meeting, member=TermFactory.create().member)
            InAttendanceFactory.create(meeting=meeting)
            item = EntryFactory.create(minutes=kept).item
            VoteFactory.create(attendance=line, resolution__item=item)
            DeclarationFactory.create(item=ItemFactory.create(meeting=meeting), attendance=line)
            ResolutionFactory.create(item=item, exemption=ClaimFactory.create())
        counts.append(queries_of(client, at(f"panelmeeting_{name}", meeting)))
    assert len(set(counts)) == 1, counts
