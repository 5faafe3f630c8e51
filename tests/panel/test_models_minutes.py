"""What the database refuses of attendance, declarations, votes and minutes."""

from collections.abc import Callable
from datetime import date, time
from functools import partial
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from panel.models import Attendance, Declaration, MinuteEntry, PanelMinutes, Resolution, Vote
from tests.factories.meetings import TermFactory
from tests.factories.minutes import (
    AttendanceFactory,
    DeclarationFactory,
    EntryFactory,
    InAttendanceFactory,
    MinutesFactory,
    SubstituteFactory,
    VoteFactory,
    a_meeting_of_the_panel,
    confirmed,
    printed,
    signed,
)
from tests.factories.recommendations import ClaimFactory, HeldMeetingFactory, ItemFactory, ResolutionFactory

pytestmark = pytest.mark.django_db

BROKEN: dict[str, tuple[Callable[..., Any], dict[str, Any]]] = {
    "panel_substitute_ends_after_start": (SubstituteFactory.create, {"ends_on": date(2017, 5, 1)}),
    "panel_attendance_absent_did_nothing": (AttendanceFactory.create, {"presence": "absent", "took_chair": True}),
    "panel_attendance_left_after_arriving": (
        AttendanceFactory.create,
        {"arrived_at": time(11), "left_at": time(10, 40)},
    ),
    "panel_in_attendance_name_and_office": (InAttendanceFactory.create, {"office": ""}),
    "panel_declaration_says_what": (DeclarationFactory.create, {"what": ""}),
    "panel_declaration_dispensation_if_pecuniary": (DeclarationFactory.create, {"dispensation": "Granted"}),
    "panel_declaration_returned_after_leaving": (DeclarationFactory.create, {"returned_at": time(11)}),
    "panel_minutes_printed_all_or_none": (MinutesFactory.create, {"pages": 1}),
    "panel_minutes_confirmed_at_a_meeting": (MinutesFactory.create, {"state": "confirmed"}),
    "panel_minutes_signed_by_somebody": (MinutesFactory.create, {"signed_by": "The Chair"}),
    "panel_entry_has_text": (EntryFactory.create, {"text": ""}),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_row_that_breaks_a_rule_is_refused(name: str) -> None:
    make, wrong = BROKEN[name]
    with pytest.raises(IntegrityError, match=name):
        make(**wrong)


def at_once() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the rule waits for the end of the transaction
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def done(act: Callable[[], Any]) -> None:
    with transaction.atomic():
        act()
        at_once()


def refused(words: str, act: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError, match=words):
        done(act)


def test_what_stands_once_stands_once() -> None:
    line = AttendanceFactory.create(took_chair=True)
    refused("panel_attendance_once", lambda: AttendanceFactory.create(meeting=line.meeting, member=line.member))
    refused("panel_attendance_one_chair", lambda: AttendanceFactory.create(meeting=line.meeting, took_chair=True))
    other = InAttendanceFactory.create()
    refused("in_attendance_place", lambda: InAttendanceFactory.create(position=other.position))
    said = DeclarationFactory.create()
    refused("declaration_once", lambda: DeclarationFactory.create(attendance=said.attendance, item=said.item))
    vote = VoteFactory.create()
    refused("panel_vote_once", lambda: VoteFactory.create(resolution=vote.resolution, attendance=vote.attendance))
    kept = MinutesFactory.create(meeting=line.meeting)
    refused("panel_minutes_once", lambda: MinutesFactory.create(meeting=line.meeting))
    entry = EntryFactory.create(minutes=kept)
    refused("panel_entry_once", lambda: EntryFactory.create(minutes=kept, item=entry.item))
    sent = SubstituteFactory.create()
    refused("substitute_one_council", lambda: SubstituteFactory.create(member=sent.member))


def test_minutes_are_confirmed_at_another_meeting() -> None:
    row = printed(MinutesFactory.create())
    fields = {"state": "confirmed", "confirmed_at_meeting": row.meeting, "confirmed_at": row.printed_at}
    refused("confirmed_at_another", lambda: PanelMinutes.objects.filter(pk=row.pk).update(**fields))


def test_attendance_lists_members_of_the_day_and_substitutes_of_the_same_council() -> None:
    member = TermFactory.create().member
    sent, stranger = SubstituteFactory.create(council=member.terms.get().council), SubstituteFactory.create()
    meeting = HeldMeetingFactory.create()
    refused("lists members of the day", lambda: AttendanceFactory.create(meeting=meeting, member=sent.member))
    refused(
        "belongs to the council",
        lambda: AttendanceFactory.create(meeting=meeting, member=stranger.member, stands_for=member),
    )
    line = AttendanceFactory.create(meeting=meeting, member=sent.member, stands_for=member)
    assert str(line) == f"{sent.member}, present"
    both = SubstituteFactory.create(council=sent.council, member=TermFactory.create(council=sent.council).member).member
    refused("for_another", lambda: AttendanceFactory.create(meeting=meeting, member=both, stands_for=both))
    again = SubstituteFactory.create(council=sent.council)
    refused(
        "panel_attendance_one_substitute",
        lambda: AttendanceFactory.create(meeting=meeting, member=again.member, stands_for=member),
    )


def test_who_has_a_pecuniary_interest_neither_votes_nor_moves_nor_seconds() -> None:
    world = a_meeting_of_the_panel()
    poole, marsh = world["lines"]["Poole"], world["lines"]["Marsh"]
    DeclarationFactory.create(attendance=poole, item=world["estate"], kind="pecuniary")
    passed = ResolutionFactory.create(item=world["estate"], mover=marsh.member)
    under = ResolutionFactory.create(item=ItemFactory.create(meeting=world["meeting"], parent=world["estate"]))
    for on in (passed, under):
        refused("does not vote", partial(VoteFactory.create, resolution=on, attendance=poole))
        for acting in ({"mover": poole.member}, {"mover": marsh.member, "seconder": poole.member}):
            moved = partial(Resolution.objects.filter(pk=on.pk).update, **acting)
            refused("has no pecuniary interest", moved)
    Declaration.objects.update(dispensation="Granted by the monitoring officer")
    VoteFactory.create(resolution=passed, attendance=poole)
    refused("takes no part", lambda: Declaration.objects.update(dispensation=""))


def test_who_moves_votes_or_declares_was_at_the_meeting() -> None:
    world = a_meeting_of_the_panel()
    away = Attendance.objects.get(member=world["people"]["Davey"])
    elsewhere = AttendanceFactory.create(meeting=HeldMeetingFactory.create(held_on=date(2017, 11, 30)))
    for line in (away, elsewhere):
        refused("who votes was at", partial(VoteFactory.create, resolution=world["passed"], attendance=line))
        refused("declared by who was", partial(DeclarationFactory.create, item=world["estate"], attendance=line))
        refused("is at the meeting", partial(Resolution.objects.update, mover=line.member, seconder=None))
    VoteFactory.create(resolution=world["passed"], attendance=world["lines"]["Poole"])
    refused(
        "voted or declared an interest was present",
        lambda: Attendance.objects.filter(pk=world["lines"]["Poole"].pk).update(presence="absent"),
    )


def test_votes_agree_with_what_became_of_the_resolution() -> None:
    world = a_meeting_of_the_panel()
    passed, lines = world["passed"], world["lines"]
    VoteFactory.create(resolution=passed, attendance=lines["Marsh"])
    at_once()
    refused("do not agree", lambda: Resolution.objects.update(is_carried=False))
    refused("do not agree", lambda: Resolution.objects.update(casting_vote="for"))  # it was no tie
    refused("do not agree", lambda: VoteFactory.create(resolution=passed, attendance=lines["Poole"], ballot="against"))
    with transaction.atomic():
        VoteFactory.create(resolution=passed, attendance=lines["Poole"], ballot="against")
        Resolution.objects.update(casting_vote="for")
        at_once()
    refused("do not agree", Vote.objects.filter(ballot="against").delete)


def test_confirmed_minutes_are_frozen_but_for_their_signature() -> None:
    entry = EntryFactory.create()
    row = confirmed(entry.minutes)
    changes: tuple[dict[str, Any], ...] = (
        {"state": "draft"}, {"corrections": "Another"}, {"contents": {}}, {"rose_at": time(12)},
    )  # fmt: skip
    for change in changes:
        refused("confirmed minutes are frozen", partial(PanelMinutes.objects.update, **change))
    refused("confirmed minutes are frozen", lambda: MinuteEntry.objects.update(text="Other words"))
    refused("confirmed minutes are frozen", entry.delete)
    refused("confirmed minutes are frozen", lambda: EntryFactory.create(minutes=row))
    refused("confirmed minutes are kept", confirmed(MinutesFactory.create(is_exempt=True)).delete)


def test_signed_minutes_are_frozen() -> None:
    signed(MinutesFactory.create())
    refused("signed minutes are frozen", lambda: PanelMinutes.objects.update(signed_by="Another"))


def test_open_minutes_speak_of_open_items_of_their_own_meeting() -> None:
    row = MinutesFactory.create()
    hidden = ItemFactory.create(meeting=row.meeting, exemption=ClaimFactory.create())
    under = ItemFactory.create(meeting=row.meeting, parent=hidden)
    elsewhere = ItemFactory.create(meeting=HeldMeetingFactory.create(held_on=date(2017, 11, 30)))
    for item in (hidden, under, elsewhere):
        refused("of open items of their own", partial(EntryFactory.create, minutes=row, item=item))
    assert EntryFactory.create(
        minutes=MinutesFactory.create(meeting=row.meeting, is_exempt=True), item=hidden
    ).is_exempt
