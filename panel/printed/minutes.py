"""Minutes as printed: the contents that readers have, frozen, and the HTML that the PDF engine is given."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string

from opcc.reference.reporting import Office
from opcc.web.words import nice_date, nice_time
from panel import minutes, queries
from panel.enums import Ballot, DeclaredKind, Exemption, MinutesState, Presence
from panel.models import Attendance, Declaration, PanelMinutes, Resolution
from panel.printed.text import paragraphs_of
from panel.quarterly_report import Json
from panel.queries import Due, MinuteLine

FORMAT = 1
TEMPLATE = "documents/minutes.html"


def minutes_contents(row: PanelMinutes, office: Office) -> Json:
    """All that the minutes say, but for their confirmation and signature, which come later."""
    meeting = row.meeting
    expected = queries.expected_at(meeting)
    lines = queries.minute_lines(meeting, is_exempt=row.is_exempt)
    there, needed = queries.room_of(meeting).lines, queries.quorum_needed(meeting)
    paragraphs = sorted({paragraph for line in lines for paragraph in line.paragraphs})
    return {
        "format": FORMAT,
        "panel": office.panel_name,
        "office_colour": office.brand_colour,
        "title": f"{'Exempt minutes' if row.is_exempt else 'Minutes'} of the meeting of {nice_date(meeting.held_on)}",
        "body": meeting.body if meeting.title or meeting.group_id else office.panel_name,
        "held_on": meeting.held_on.isoformat(),
        "venue": meeting.venue,
        "starts_at": _clock(meeting.starts_at),
        "notice": meeting.notice_words,
        "rose_at": _clock(row.rose_at),
        "is_exempt": row.is_exempt,
        "ground": Exemption.in_words(paragraphs) if row.is_exempt else "",
        "marking": _marking(paragraphs) if row.is_exempt else "",
        "running_title": f"{'Exempt minutes' if row.is_exempt else 'Minutes'}, {nice_date(meeting.held_on)}",
        "present": list(_present(expected)),
        "chair": next((str(line.member) for line in there if line.took_chair), ""),
        "apologies": [str(due.sitting.member) for due in expected if _away(due, Presence.APOLOGIES)],
        "absent": [str(due.sitting.member) for due in expected if _away(due, Presence.ABSENT)],
        "replaced": [
            f"{due.substitute.member} for {due.sitting.member}" for due in expected if due.substitute is not None
        ],
        "others": list(_others(row)),
        "quorum": _quorum_words(needed, len(there)) if expected and there else "",
        "items": [_item(line) for line in lines],
        "is_specimen": meeting.is_synthetic or row.is_synthetic or office.is_sample,
    }


def minutes_html(contents: Json, row: PanelMinutes) -> str:
    """What the PDF engine is given. The same contents and state give the same text."""
    return render_to_string(TEMPLATE, {"minutes": shown(contents), "standing": standing(row)})


def shown(contents: Json) -> dict[str, Any]:
    """The contents as templates want them."""
    return {**contents, "held_on": date.fromisoformat(contents["held_on"])}


def as_printed(row: PanelMinutes) -> Json:
    """What minutes that were printed say."""
    contents: Json | None = row.contents
    assert contents is not None  # a constraint has it so of whatever was printed
    return contents


def printed_words(contents: Json) -> str:
    """All that the items say, for the search: who came is not searched for."""
    return "\n".join(_strings(contents["items"]))


def _strings(value: Any) -> Iterator[str]:
    """The texts in nested lists and mappings, in order; numbers and signs are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def standing(row: PanelMinutes) -> Json:
    """What became of the minutes: draft, or confirmed at which meeting, with which corrections, and by whom signed."""
    confirmed, signed = row.confirmed_at_meeting, row.signed_on
    return {
        "state": MinutesState(row.state).label,
        "is_draft": row.state == MinutesState.DRAFT,
        "confirmed": f"Confirmed at the meeting of {nice_date(confirmed.held_on)}" if confirmed else "",
        "corrections": paragraphs_of(row.corrections),
        "signed": f"Signed by {row.signed_by}, {nice_date(signed)}" if signed else "",
    }


def _clock(moment: time | None) -> str:
    return nice_time(moment) if moment else ""


def _present(expected: Iterable[Due]) -> Iterator[Json]:
    """Councillors and independent members who came, a substitute where the member would stand."""
    came = [
        (due, line)
        for due in expected
        if (line := due.substitute or due.line) is not None and line.presence == Presence.PRESENT
    ]
    for heading, independent in (("Councillors", False), ("Independent members", True)):
        people = [_person(due, line) for due, line in came if (due.sitting.council is None) is independent]
        if people:
            yield {"heading": heading, "people": people}


def _person(due: Due, line: Attendance) -> Json:
    notes = []
    if line.stands_for_id is not None:
        notes.append(f"substitute for {due.sitting.member}")
    elif due.sitting.post is not None and not line.took_chair:
        notes.append(str(due.sitting.post.label))
    if line.took_chair:
        notes.append("in the chair")
    if line.arrived_at is not None:
        notes.append(f"arrived at {nice_time(line.arrived_at)}")
    if line.left_at is not None:
        notes.append(f"left at {nice_time(line.left_at)}")
    elif line.left_before is not None:
        notes.append("left early")
    return {"name": str(line.member), "body": due.sitting.body, "note": ", ".join(notes)}


def _away(due: Due, presence: Presence) -> bool:
    return due.substitute is None and due.line is not None and due.line.presence == presence


def _others(row: PanelMinutes) -> Iterator[Json]:
    found = queries.others_at(row.meeting)
    for body, people in groupby(found, key=lambda one: one.body):
        yield {"heading": body, "people": [{"name": one.name, "body": one.office, "note": ""} for one in people]}


def _quorum_words(needed: int, there: int) -> str:
    stands = "The meeting was quorate" if there >= needed else "The meeting was not quorate"
    return f"{stands}: {there} with a voice were present, and {needed} are needed."


def _item(line: MinuteLine) -> Json:
    if line.item is None:
        return {"number": line.number, "depth": line.depth, "title": line.title, "withheld": _cited(line.paragraphs)}
    quorum = line.quorum
    short = quorum is not None and quorum.there > 0 and not quorum.is_quorate
    return {
        "number": line.number,
        "depth": line.depth,
        "title": line.title,
        "withheld": "",
        "ground": _cited(line.paragraphs),
        "urgent": line.item.late_reason,
        "urgent_papers": [one.words for one in line.urgent],
        "declarations": [declared_words(one) for one in line.declarations],
        "text": paragraphs_of(line.text),
        "resolutions": [_resolution(one) for one in line.resolutions],
        "quorum": f"Not quorate for this item: {quorum.there} took part." if short and quorum else "",
    }


def declared_words(declared: Declaration) -> str:
    """'Councillor Marsh declared a non-pecuniary interest: … Left at 11:05am, returned at 11:30am.'"""
    kind = "a disclosable pecuniary interest" if declared.kind == DeclaredKind.PECUNIARY else "a non-pecuniary interest"
    said = f"{declared.attendance.member} declared {kind}: {declared.what.rstrip('.')}."
    if declared.dispensation:
        return f"{said} Took part by dispensation: {declared.dispensation.rstrip('.')}."
    if declared.keeps_out:
        said = f"{said} Took no part in the item."
    left = f" Left at {nice_time(declared.left_at)}" if declared.left_at else ""
    back = f", returned at {nice_time(declared.returned_at)}" if declared.returned_at else ""
    return f"{said}{left}{back}{'.' if left else ''}"


def _resolution(passed: Resolution) -> Json:
    moved = f"Proposed by {passed.mover}" if passed.mover else ""
    seconded = f", seconded by {passed.seconder}" if passed.seconder else ""
    return {
        "label": passed.label,
        "kind": str(passed.get_kind_display()),
        "text": paragraphs_of(passed.text),
        "moved": f"{moved}{seconded}." if moved else "",
        "outcome": "Carried." if passed.is_carried else "Not carried.",
        "votes": list(vote_lines(passed)),
    }


def vote_lines(passed: Resolution) -> Iterator[str]:
    """'For, 3: A, B, C', 'Against, 1: D', 'Abstained, none', and the casting vote; nothing where none was recorded."""
    votes = sorted(passed.votes.all(), key=lambda vote: (vote.attendance.member.last_name, vote.attendance_id))
    if not votes:
        return
    counted = minutes.tally(vote.ballot for vote in votes)
    for ballot, number in zip(Ballot, (counted.votes_for, counted.against, counted.abstained), strict=True):
        names = ", ".join(str(vote.attendance.member) for vote in votes if vote.ballot == ballot)
        yield f"{ballot.label}, {number}: {names}" if number else f"{ballot.label}, none"
    if passed.casting_vote:
        yield f"Casting vote of the chair: {passed.get_casting_vote_display().lower()}"


def _cited(paragraphs: Iterable[str]) -> str:
    named = list(paragraphs)
    if not named:
        return ""
    return f"Exempt: paragraph{'' if len(named) == 1 else 's'} {', '.join(named)} of Part 1 of Schedule 12A"


def _marking(paragraphs: Sequence[str]) -> str:
    """The ground as the head of each page has it. The words are in the text: a long head would be taken for prose."""
    return f"Paragraph{'' if len(paragraphs) == 1 else 's'} {', '.join(paragraphs)}, Schedule 12A"
