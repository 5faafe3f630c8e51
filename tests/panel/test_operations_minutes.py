"""Attendance, declarations, votes, exempt resolutions and minutes: what is recorded, and what is refused in words."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from opcc.documents.pdf import RenderedPdf
from panel import operations, queries
from panel.enums import Ballot, DeclaredKind, ItemKind, Presence, ResolutionKind
from panel.minutes import Tally
from panel.models import (
    Attendance,
    Declaration,
    ExemptionClaim,
    InAttendance,
    PanelMeeting,
    PanelMinutes,
    Resolution,
    Vote,
)
from panel.operations import Line, Other
from panel.operations import minutes as printing
from panel.printed import minutes_contents
from tests.factories.accounts import UserFactory
from tests.factories.meetings import CouncilFactory, StandingItemFactory, TermFactory
from tests.factories.minutes import (
    DeclarationFactory,
    EntryFactory,
    MinutesFactory,
    SubstituteFactory,
    VoteFactory,
    a_meeting_of_the_panel,
    confirmed,
    meeting_with_minutes,
    printed,
)
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    HeldMeetingFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResolutionFactory,
)

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 20, 9, 0, tzinfo=UTC)
WHO: dict[str, Any] = {"by": None, "at": AT}
GROUNDS: dict[str, Any] = {"public_title": "A staffing matter", "paragraphs": ["1"], "reasons": "A named person."}
KEPT_OUT = "declared a pecuniary interest in this item and has no dispensation"


@pytest.fixture
def small_print(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A stand-in that follows from the HTML; the engine itself is tried in test_printed_minutes.py."""
    made: list[str] = []

    def stand_in(html: str, **_: Any) -> RenderedPdf:
        made.append(html)
        return RenderedPdf(f"%PDF {len(html)}".encode(), 1, f"{len(html):064d}")

    monkeypatch.setattr(printing, "render_pdf", stand_in)
    return made


def came(world: dict[str, Any], **changed: Any) -> list[Line]:
    """The lines of the world as its form would send them."""
    people = world["people"]
    lines = {
        "Marsh": Line(people["Marsh"], Presence.PRESENT, took_chair=True),
        "Poole": Line(people["Poole"], Presence.PRESENT),
        "Davey": Line(people["Davey"], Presence.APOLOGIES),
        "Hale": Line(people["Hale"], Presence.APOLOGIES, substitute=world["stand_in"]),
        "Bell": Line(world["independent"], Presence.PRESENT),
    }
    return list({**lines, **changed}.values())


def listed(meeting: Any) -> list[tuple[str, str, str, bool]]:
    rows = Attendance.objects.filter(meeting=meeting).select_related("member", "stands_for").by_name()
    return [
        (row.member.last_name, str(row.presence), row.stands_for.last_name if row.stands_for else "", row.took_chair)
        for row in rows
    ]


LISTED = [
    ("Bell", "present", "", False),
    ("Davey", "apologies", "", False),
    ("Fenwick", "present", "Hale", False),
    ("Hale", "apologies", "", False),
    ("Marsh", "present", "", True),
    ("Poole", "present", "", False),
]


# --- Attendance ---------------------------------------------------------------------------------------
def test_attendance_is_recorded_as_a_whole_and_again() -> None:
    world = a_meeting_of_the_panel()
    kept = {line.pk for line in Attendance.objects.all()}
    others = [Other("Rosalind Achterley", "Commissioner"), Other("Meera Lindqvist", "Treasurer", "Office")]
    operations.record_attendance(meeting=world["meeting"], lines=came(world), others=others, **WHO)
    assert listed(world["meeting"]) == LISTED
    assert {line.pk for line in Attendance.objects.all()} == kept  # votes hang on them
    assert [(one.position, one.name) for one in queries.others_at(world["meeting"])] == [
        (1, "Rosalind Achterley"),
        (2, "Meera Lindqvist"),
    ]
    Resolution.objects.update(mover=None, seconder=None)
    alone = Line(world["people"]["Hale"], Presence.PRESENT, took_chair=True)
    lines = came(world, Hale=alone, Marsh=Line(world["people"]["Marsh"], Presence.ABSENT))
    operations.record_attendance(meeting=world["meeting"], lines=lines, **WHO)
    assert listed(world["meeting"]) == [
        LISTED[0], LISTED[1], ("Hale", "present", "", True), ("Marsh", "absent", "", False), LISTED[5],
    ]  # fmt: skip
    assert not InAttendance.objects.exists()


def test_attendance_that_cannot_be_is_refused_and_changes_nothing() -> None:
    world = a_meeting_of_the_panel()
    people, stranger = world["people"], SubstituteFactory.create(council=CouncilFactory.create()).member
    cases = {
        "is no substitute of Vale on that day": {"Hale": Line(people["Hale"], Presence.ABSENT, substitute=stranger)},
        "is no substitute of An independent member": {
            "Bell": Line(world["independent"], Presence.ABSENT, substitute=world["stand_in"])
        },
        "came, so nobody stood in": {"Hale": Line(people["Hale"], Presence.PRESENT, substitute=world["stand_in"])},
        "had no seat at this meeting": {"Hale": Line(stranger, Presence.PRESENT)},
        "was not there, and so took no chair": {"Davey": Line(people["Davey"], Presence.ABSENT, took_chair=True)},
        "arrived at no time": {"Davey": Line(people["Davey"], Presence.APOLOGIES, arrived_at=time(10, 40))},
        "Who left came before": {
            "Poole": Line(people["Poole"], Presence.PRESENT, arrived_at=time(11), left_at=time(10, 40))
        },
        "Only one person takes the chair": {"Poole": Line(people["Poole"], Presence.PRESENT, took_chair=True)},
    }
    for words, changed in cases.items():
        with pytest.raises(DomainError, match=words):
            operations.record_attendance(meeting=world["meeting"], lines=came(world, **changed), **WHO)
    assert listed(world["meeting"]) == LISTED


def test_times_of_arrival_and_leaving_are_kept_and_told_in_the_minutes() -> None:
    office, world = the_office(), a_meeting_of_the_panel()
    people = world["people"]
    lines = came(
        world,
        Marsh=Line(people["Marsh"], Presence.PRESENT, took_chair=True, left_at=time(12)),
        Poole=Line(people["Poole"], Presence.PRESENT, left_before=world["estate"], arrived_at=time(10, 40)),
        Hale=Line(people["Hale"], Presence.APOLOGIES, substitute=world["stand_in"], arrived_at=time(10, 35)),
    )
    operations.record_attendance(meeting=world["meeting"], lines=lines, **WHO)
    contents = minutes_contents(MinutesFactory.create(meeting=world["meeting"]), office)
    assert [(one["name"], one["note"]) for group in contents["present"] for one in group["people"]] == [
        ("Councillor Ada Fenwick", "substitute for Councillor Joan Hale, arrived at 10:35am"),
        ("Councillor Ellen Marsh", "in the chair, left at midday"),
        ("Councillor Adrian Poole", "arrived at 10:40am, left early"),
        ("Tariq Bell", ""),
    ]
    operations.record_attendance(meeting=world["meeting"], lines=came(world), **WHO)
    assert set(Attendance.objects.values_list("arrived_at", "left_at")) == {(None, None)}


@pytest.mark.parametrize("part", ["voted", "declared an interest", "moved a resolution", "seconded a resolution"])
def test_who_took_part_was_present(part: str) -> None:
    world = a_meeting_of_the_panel()
    marsh, poole = world["lines"]["Marsh"], world["people"]["Poole"]
    if part == "voted":
        VoteFactory.create(resolution=world["passed"], attendance=marsh)
    elif part == "declared an interest":
        DeclarationFactory.create(item=world["estate"], attendance=marsh)
    elif part == "moved a resolution":
        ResolutionFactory.create(item=world["estate"], mover=marsh.member)
    else:
        ResolutionFactory.create(item=world["estate"], mover=poole, seconder=marsh.member)
    lines = came(world, Marsh=Line(marsh.member, Presence.ABSENT))
    with pytest.raises(DomainError, match=rf"{part}, and so was present\. Correct that first"):
        operations.record_attendance(meeting=world["meeting"], lines=lines, **WHO)


def test_attendance_waits_for_the_meeting_and_for_a_role() -> None:
    with pytest.raises(DomainError, match="Record first that the meeting was held"):
        operations.record_attendance(meeting=PlannedPanelMeetingFactory.create(), lines=[], **WHO)
    reader = UserFactory.create(roles=[Role.TREASURER])
    with pytest.raises(DomainError, match="Your role does not let you record attendance"):
        operations.record_attendance(meeting=HeldMeetingFactory.create(), lines=[], by=reader, at=AT)


def test_quorum_is_of_those_with_a_voice_item_by_item() -> None:
    world = a_meeting_of_the_panel()
    Attendance.objects.filter(pk=world["lines"]["Poole"].pk).update(left_before=world["estate"])
    DeclarationFactory.create(item=world["estate"], attendance=world["lines"]["Bell"], kind=DeclaredKind.PECUNIARY)
    room = queries.room_of(world["meeting"])
    there = {name: [line.member.last_name for line in room.at(world[name])] for name in ("precept", "estate", "hidden")}
    assert there == {
        "precept": ["Bell", "Fenwick", "Marsh", "Poole"],
        "estate": ["Fenwick", "Marsh"],
        "hidden": ["Bell", "Fenwick", "Marsh"],
    }
    assert queries.quorum_needed(world["meeting"]) == 2  # one in four of five members
    assert queries.Quorum(2, 1).is_quorate is False


def test_attendance_over_time_counts_meetings_held_while_a_member() -> None:
    world = a_meeting_of_the_panel()
    HeldMeetingFactory.create(held_on=date(2017, 11, 30))  # nothing recorded: nobody is absent from it
    before = HeldMeetingFactory.create(held_on=date(2017, 9, 14))
    lines = [Line(world["people"]["Marsh"], Presence.PRESENT), Line(world["people"]["Davey"], Presence.ABSENT)]
    operations.record_attendance(meeting=before, lines=lines, **WHO)
    left = TermFactory.create(starts_on=date(2016, 1, 1), ends_on=date(2017, 12, 31), council=CouncilFactory.create())
    found = {
        row.member.pk: (row.held, row.attended, row.apologies, row.replaced, row.absent, row.share)
        for row in queries.attendance_since(date(2017, 1, 1), date(2018, 3, 1))
    }
    people = world["people"]
    assert found == {
        people["Marsh"].pk: (2, 2, 0, 0, 0, 100),
        people["Poole"].pk: (2, 1, 0, 0, 1, 50),
        people["Davey"].pk: (2, 0, 1, 0, 1, 0),
        people["Hale"].pk: (2, 0, 0, 1, 1, 0),
        world["independent"].pk: (2, 1, 0, 0, 1, 50),
        left.member.pk: (1, 0, 0, 0, 1, 0),
    }


def test_attendance_that_everybody_reads_counts_no_closed_session() -> None:
    world = a_meeting_of_the_panel()
    closed = HeldMeetingFactory.create(held_on=date(2016, 9, 14), is_closed=True)
    TermFactory.create(member=world["people"]["Marsh"], starts_on=date(2016, 1, 1), ends_on=date(2016, 12, 31))
    operations.record_attendance(
        meeting=closed, lines=[Line(world["people"]["Marsh"], Presence.PRESENT)], by=None, at=AT
    )
    came = queries.attendance_since(date(2016, 1, 1), date(2018, 3, 1))
    assert [(row.held, row.attended) for row in came if row.member == world["people"]["Marsh"]] == [(1, 1)]
    assert queries.years_attended() == (2018,)
    PanelMeeting.objects.filter(pk=closed.pk).update(is_closed=False)
    assert queries.years_attended() == (2018, 2016)


# --- Declarations -------------------------------------------------------------------------------------
def declare(world: dict[str, Any], name: str, **said: Any) -> Declaration:
    said = {"kind": DeclaredKind.PECUNIARY, "what": "Owns the site.", "item": world["estate"], **said}
    return operations.declare_interest(attendance=world["lines"][name], **said, **WHO)


def test_a_pecuniary_interest_without_a_dispensation_keeps_out() -> None:
    world = a_meeting_of_the_panel()
    declared = declare(world, "Poole", left_at=time(11), returned_at=time(11, 30))
    passed = ResolutionFactory.create(item=world["estate"])
    said: dict[str, Any] = {"item": world["estate"], "number": 7, "text": "Notes it.", "kind": ResolutionKind.NOTES}
    people = world["people"]
    for moved in ({"mover": people["Poole"]}, {"mover": people["Marsh"], "seconder": people["Poole"]}):
        with pytest.raises(DomainError, match=KEPT_OUT):
            operations.record_resolution(**said, **moved, **WHO)
    with pytest.raises(DomainError, match=f"{KEPT_OUT}, and so cannot vote"):
        operations.record_votes(resolution=passed, ballots=dict.fromkeys(world["lines"].values(), Ballot.FOR), **WHO)
    assert (Resolution.objects.filter(number=7).count(), Vote.objects.count()) == (0, 0)

    granted: dict[str, Any] = {
        "dispensation": "Granted by the monitoring officer",
        "left_at": None,
        "returned_at": None,
    }
    operations.correct_declaration(
        declaration=declared, kind=DeclaredKind.PECUNIARY, what="Owns the site.", **granted, **WHO
    )
    operations.record_resolution(**said, mover=people["Poole"], **WHO)
    with pytest.raises(DomainError, match="moved a resolution on this item"):
        operations.correct_declaration(
            declaration=declared, kind=DeclaredKind.PECUNIARY, what="Owns it.",
            **{**granted, "dispensation": ""}, **WHO,
        )  # fmt: skip
    operations.remove_declaration(declaration=declared, **WHO)
    assert not Declaration.objects.exists()


def test_a_declaration_is_by_who_was_present_and_says_what() -> None:
    world = a_meeting_of_the_panel()
    world["lines"]["Davey"] = Attendance.objects.get(member=world["people"]["Davey"])
    with pytest.raises(DomainError, match="is not listed as present"):
        declare(world, "Davey")
    with pytest.raises(DomainError, match="Say what the interest is"):
        declare(world, "Poole", what=" ")
    with pytest.raises(DomainError, match="Only a pecuniary interest needs a dispensation"):
        declare(world, "Poole", kind=DeclaredKind.NON_PECUNIARY, dispensation="Granted")
    declare(world, "Poole", kind=DeclaredKind.NON_PECUNIARY)
    with pytest.raises(DomainError, match="has declared an interest in this item already"):
        declare(world, "Poole")
    assert Declaration.objects.count() == 1


# --- Resolutions and votes ----------------------------------------------------------------------------
def test_movers_and_seconders_were_there() -> None:
    world = a_meeting_of_the_panel()
    said: dict[str, Any] = {"item": world["estate"], "number": 1, "text": "Notes it.", "kind": ResolutionKind.NOTES}
    with pytest.raises(DomainError, match=r"Councillor Stuart Davey is not listed as present"):
        operations.record_resolution(**said, mover=world["people"]["Davey"], **WHO)
    Attendance.objects.filter(pk=world["lines"]["Poole"].pk).update(left_before=world["estate"])
    with pytest.raises(DomainError, match="had left before this item"):
        operations.record_resolution(**said, mover=world["people"]["Poole"], **WHO)
    made = operations.record_resolution(**said, mover=world["stand_in"], **WHO)
    assert made.mover == world["stand_in"]


def votes_of(world: dict[str, Any], **ballots: str) -> dict[Attendance, Ballot]:
    return {world["lines"][name]: Ballot(ballot) for name, ballot in ballots.items()}


def test_votes_say_what_becomes_of_the_resolution() -> None:
    world = a_meeting_of_the_panel()
    lost = votes_of(world, Marsh="for", Poole="against", Bell="against", Fenwick="abstained")
    passed = world["passed"]
    assert operations.record_votes(resolution=passed, ballots=lost, **WHO) == Tally(1, 2, 1)
    passed.refresh_from_db()
    assert (passed.is_carried, passed.casting_vote) == (False, "")

    tied = votes_of(world, Marsh="for", Poole="against", Bell="against", Fenwick="for")
    operations.record_votes(resolution=passed, ballots=tied, casting_vote="for", **WHO)
    passed.refresh_from_db()
    assert (passed.is_carried, passed.casting_vote, Vote.objects.count()) == (True, "for", 4)

    operations.record_votes(resolution=passed, ballots={}, **WHO)
    assert Vote.objects.count() == 0


def test_votes_that_cannot_be_are_refused() -> None:
    world = a_meeting_of_the_panel()
    passed, whole = world["passed"], {"Marsh": "for", "Poole": "for", "Bell": "for", "Fenwick": "for"}
    away = Attendance.objects.get(member=world["people"]["Davey"])
    cases: dict[str, tuple[dict[Attendance, Ballot], str]] = {
        r"Say how Councillor Ada Fenwick voted": (votes_of(world, **{k: whole[k] for k in list(whole)[:3]}), ""),
        "was not in the room for this item": ({**votes_of(world, **whole), away: Ballot.FOR}, ""),
        "4 voted for and 0 against. The chair casts": (votes_of(world, **whole), "for"),
    }
    for words, (ballots, casting) in cases.items():
        with pytest.raises(DomainError, match=words):
            operations.record_votes(resolution=passed, ballots=ballots, casting_vote=casting, **WHO)
    Attendance.objects.update(took_chair=False)
    tied = votes_of(world, **{**whole, "Marsh": "against", "Poole": "against"})
    with pytest.raises(DomainError, match="Record in the attendance who took the chair"):
        operations.record_votes(resolution=passed, ballots=tied, casting_vote="for", **WHO)
    RecommendationFactory.create(resolution=passed)
    with pytest.raises(DomainError, match="a recommendation was made from it"):
        operations.record_votes(resolution=passed, ballots=tied, **WHO)
    assert not Vote.objects.exists()


def test_a_resolution_is_exempt_by_itself_and_opened_again() -> None:
    world = a_meeting_of_the_panel()
    with pytest.raises(DomainError, match="Choose the paragraph"):
        operations.exempt_resolution(resolution=world["passed"], **{**GROUNDS, "paragraphs": []}, **WHO)
    exempt = operations.exempt_resolution(resolution=world["passed"], **GROUNDS, **WHO)
    assert (exempt.is_exempt, list(Resolution.objects.open())) == (True, [])
    operations.open_resolution(resolution=exempt, **WHO)
    assert list(Resolution.objects.open()) == [world["passed"]]
    assert ExemptionClaim.objects.count() == 1  # that of the exempt item
    with pytest.raises(DomainError, match="has no ground of its own"):
        operations.open_resolution(resolution=exempt, **WHO)
    under = ResolutionFactory.create(item=world["hidden"])
    with pytest.raises(DomainError, match="The item is exempt, and this resolution with it"):
        operations.exempt_resolution(resolution=under, **GROUNDS, **WHO)


# --- Minutes ------------------------------------------------------------------------------------------
def test_minutes_go_from_the_draft_to_the_signature(small_print: list[str]) -> None:
    the_office()
    world = a_meeting_of_the_panel()
    said = {world["precept"]: "Councillor Poole agreed.", world["estate"]: " "}
    row = operations.write_minutes(meeting=world["meeting"], texts=said, rose_at=time(12, 18), **WHO)
    assert [(entry.item, entry.text) for entry in row.entries.all()] == [(world["precept"], "Councillor Poole agreed.")]
    with pytest.raises(DomainError, match="Publish the draft first"):
        operations.confirm_minutes(minutes=row, at_meeting=HeldMeetingFactory.create(held_on=date(2018, 3, 19)), **WHO)

    row = operations.publish_minutes(minutes=row, **WHO)
    assert row.contents is not None
    assert [item["text"] for item in row.contents["items"] if not item["withheld"]] == [
        [], ["Councillor Poole agreed."], [],
    ]  # fmt: skip
    later = HeldMeetingFactory.create(held_on=date(2018, 3, 19))
    earlier = HeldMeetingFactory.create(held_on=date(2017, 11, 30))
    with pytest.raises(DomainError, match="Choose a later meeting"):
        operations.confirm_minutes(minutes=row, at_meeting=earlier, **WHO)
    row = operations.confirm_minutes(minutes=row, at_meeting=later, corrections="‘Pool’ reads ‘Poole’.", **WHO)
    assert (row.state, row.confirmed_at_meeting, row.corrections) == ("confirmed", later, "‘Pool’ reads ‘Poole’.")
    assert ["Confirmed at the meeting of 19 March 2018" in html for html in small_print] == [False, True]

    with pytest.raises(DomainError, match="They were confirmed on 19 March 2018"):
        operations.sign_minutes(minutes=row, signed_by="The Chair", signed_on=date(2018, 3, 18), **WHO)
    with pytest.raises(DomainError, match="has not come yet"):
        operations.sign_minutes(minutes=row, signed_by="The Chair", signed_on=date(2018, 3, 21), **WHO)
    row = operations.sign_minutes(
        minutes=row, signed_by="Councillor Ellen Marsh, Chair", signed_on=date(2018, 3, 19), **WHO
    )
    assert "Signed by Councillor Ellen Marsh, Chair, 19 March 2018" in small_print[-1]
    folder = Path(row.file.path).parent
    assert [path.name for path in folder.iterdir()] == [Path(row.file.name).name]  # earlier prints are gone


def test_what_confirmed_minutes_say_stays() -> None:
    world = meeting_with_minutes()
    confirmed(world["open"])
    meeting, passed = world["meeting"], world["passed"]
    declared = Declaration.objects.get()
    steps: list[tuple[Any, dict[str, Any]]] = [
        (operations.record_attendance, {"meeting": meeting, "lines": came(world)}),
        (operations.record_votes, {"resolution": passed, "ballots": {}}),
        (operations.exempt_resolution, {"resolution": passed, **GROUNDS}),
        (operations.remove_declaration, {"declaration": declared}),
        (operations.write_minutes, {"meeting": meeting, "texts": {}}),
        (
            operations.record_resolution,
            {"item": world["estate"], "number": 9, "text": "Notes it.", "kind": ResolutionKind.NOTES},
        ),
    ]
    for step, said in steps:
        with pytest.raises(DomainError, match="The minutes of this meeting are confirmed"):
            step(**said, **WHO)
    with pytest.raises(DomainError, match="are confirmed and public"):
        operations.exempt_item(item=world["precept"], **GROUNDS, **WHO)
    for late in (operations.publish_minutes, operations.withdraw_minutes):
        with pytest.raises(DomainError, match="These minutes are confirmed"):
            late(minutes=world["open"], **WHO)
    operations.write_minutes(meeting=meeting, texts={}, is_exempt=True, **WHO)  # those are a draft still


def test_a_draft_is_published_with_who_was_there_and_taken_back(small_print: list[str]) -> None:
    row = MinutesFactory.create()
    with pytest.raises(DomainError, match="The office's own page is empty"):
        operations.publish_minutes(minutes=row, **WHO)
    the_office()
    with pytest.raises(DomainError, match="Record the attendance first"):
        operations.publish_minutes(minutes=row, **WHO)
    with pytest.raises(DomainError, match="This draft is not published"):
        operations.withdraw_minutes(minutes=row, **WHO)
    a_meeting_of_the_panel()
    published = operations.publish_minutes(minutes=row, **WHO)
    assert list(PanelMinutes.objects.public()) == [published]
    taken_back = operations.withdraw_minutes(minutes=published, **WHO)
    assert (taken_back.file.name, taken_back.printed_at, taken_back.contents) == ("", None, None)
    assert list(PanelMinutes.objects.public()) == []


def test_exempt_minutes_are_for_the_cleared_and_of_what_is_exempt(small_print: list[str]) -> None:
    the_office()
    world = a_meeting_of_the_panel()
    writer = UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER])
    said: dict[str, Any] = {"meeting": world["meeting"], "is_exempt": True, "at": AT}
    row = operations.write_minutes(texts={world["hidden"]: "He was dismissed."}, by=writer, **said)
    published = operations.publish_minutes(minutes=row, by=writer, at=AT)
    assert published.contents is not None
    assert [(item["title"], item["text"]) for item in published.contents["items"]] == [
        ("Dismissal", ["He was dismissed."])
    ]
    with pytest.raises(DomainError, match="This item does not belong into these minutes"):
        operations.write_minutes(meeting=world["meeting"], texts={world["hidden"]: "He was dismissed."}, **WHO)
    bare = HeldMeetingFactory.create(held_on=date(2017, 11, 30))
    operations.record_attendance(meeting=bare, lines=came(world), **WHO)
    with pytest.raises(DomainError, match="Nothing of this meeting is exempt"):
        operations.publish_minutes(minutes=MinutesFactory.create(meeting=bare, is_exempt=True), **WHO)


def test_minutes_name_who_speaks_but_is_not_listed() -> None:
    world = a_meeting_of_the_panel()
    text = "Mr Howard Penhallow, Chief Executive, said so. Councillor Davey asked why. Dr Grey replied."
    EntryFactory.create(minutes__meeting=world["meeting"], item=world["precept"], text=text)
    assert [
        (hint.number, hint.speaker.name, hint.speaker.note)
        for hint in queries.hints_of(world["meeting"], is_exempt=False)
    ] == [("2", "Davey", "apologies"), ("2", "Grey", "")]


def test_minutes_that_wait_stand_on_the_next_agenda(small_print: list[str]) -> None:
    world = meeting_with_minutes()
    general = StandingItemFactory.create(title="General", kind=ItemKind.OPENING)
    StandingItemFactory.create(title="Minutes of the previous meeting", kind=ItemKind.MINUTES, parent=general)
    meeting = PlannedPanelMeetingFactory.create()
    made = operations.draft_agenda(meeting=meeting, **WHO)
    assert [(item.title, item.purpose, item.added_because) for item in made] == [
        ("General", "", ""),
        (
            "Minutes of the previous meeting",
            "To confirm the minutes of 1 February 2018",
            "They wait to be confirmed",
        ),
        ("Exempt minutes", "", "Exempt minutes wait to be confirmed: make this item exempt"),
    ]
    confirmed(world["open"])
    assert [due.title for due in queries.business_due(meeting)] == ["Exempt minutes"]
    assert queries.hanging_on(world["precept"]) == ["resolutions", "minutes"]


def test_without_an_item_for_minutes_they_are_business() -> None:
    printed(MinutesFactory.create())
    due = queries.business_due(PlannedPanelMeetingFactory.create())
    assert [(one.title, one.purpose) for one in due] == [("Minutes", "To confirm the minutes of 1 February 2018")]
