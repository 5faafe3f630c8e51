"""What minutes are made of, what in them is pointed out, and which minutes wait to be confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from panel import minutes
from panel.enums import MeetingState, MinutesState, Presence
from panel.models import AgendaItem, Attendance, Declaration, MinuteEntry, PanelMeeting, PanelMinutes, Resolution
from panel.queries.attendance import Quorum, Room, others_at, quorum_needed, room_of
from panel.queries.meetings import NumberedItem, agenda_of, open_agenda_of
from panel.queries.papers import UrgentPaper, urgent_papers
from panel.queries.reader import Reader
from panel.querysets import DeclarationQuerySet, ResolutionQuerySet


@dataclass(frozen=True)
class MinuteLine:
    """An item of the minutes with all that hangs on it. Of an exempt item the open minutes have no `item`."""

    number: str
    depth: int
    title: str
    item: AgendaItem | None = None
    paragraphs: tuple[str, ...] = ()
    text: str = ""
    declarations: tuple[Declaration, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    quorum: Quorum | None = None
    urgent: tuple[UrgentPaper, ...] = ()


@dataclass(frozen=True)
class Hint:
    """Somebody who speaks in the text of an item and is not listed as present."""

    number: str
    item: AgendaItem
    speaker: minutes.Unlisted


def minute_lines(meeting: PanelMeeting, *, is_exempt: bool) -> tuple[MinuteLine, ...]:
    """The open minutes' items, from queries that never select an exempt row; or what only the exempt ones hold."""
    return _exempt_lines(meeting) if is_exempt else _open_lines(meeting)


def _open_lines(meeting: PanelMeeting) -> tuple[MinuteLine, ...]:
    texts = dict(MinuteEntry.objects.filter(item__meeting=meeting).open().values_list("item_id", "text"))
    passed = _by_item(_resolutions(meeting).open())
    declared = _by_item(_declarations(meeting).open())
    room, needed, urgent = room_of(meeting), quorum_needed(meeting), urgent_papers(meeting)
    return tuple(
        MinuteLine(line.number, line.depth, line.title, paragraphs=line.paragraphs)
        if line.item is None
        else MinuteLine(
            line.number, line.depth, line.title, line.item, (), texts.get(line.item.pk, ""),
            declared.get(line.item.pk, ()), passed.get(line.item.pk, ()), _quorum(room, line.item, needed),
            tuple(urgent.get(line.item.pk, ())),
        )
        for line in open_agenda_of(meeting)
    )  # fmt: skip


def _exempt_lines(meeting: PanelMeeting) -> tuple[MinuteLine, ...]:
    """Exempt items and what stands under them; of open items those with an exempt resolution, entry or late paper."""
    kept = MinuteEntry.objects.filter(minutes__meeting=meeting, minutes__is_exempt=True)
    texts = dict(kept.values_list("item_id", "text"))
    passed, declared = _by_item(_resolutions(meeting)), _by_item(_declarations(meeting))
    room, needed = room_of(meeting), quorum_needed(meeting)
    every, told = urgent_papers(meeting, include_exempt=True), urgent_papers(meeting)
    lines = []
    for entry in agenda_of(meeting):
        resolutions = tuple(one for one in passed.get(entry.item.pk, ()) if entry.is_exempt or one.exemption_id)
        urgent = tuple(one for one in every.get(entry.item.pk, ()) if one not in told.get(entry.item.pk, ()))
        if not (entry.is_exempt or resolutions or urgent or entry.item.pk in texts):
            continue
        lines.append(
            MinuteLine(
                entry.number, entry.depth, entry.item.title, entry.item, _paragraphs(entry, resolutions),
                texts.get(entry.item.pk, ""), declared.get(entry.item.pk, ()) if entry.is_exempt else (),
                resolutions, _quorum(room, entry.item, needed), urgent,
            )
        )  # fmt: skip
    return tuple(lines)


def _quorum(room: Room, item: AgendaItem, needed: int) -> Quorum:
    return Quorum(needed, len(room.at(item)))


def _paragraphs(entry: NumberedItem, resolutions: Iterable[Resolution]) -> tuple[str, ...]:
    claims = [entry.item.exemption, entry.item.parent.exemption if entry.item.parent else None]
    claims += [resolution.exemption for resolution in resolutions]
    return tuple(sorted({paragraph for claim in claims if claim for paragraph in claim.paragraphs}))


def _resolutions(meeting: PanelMeeting) -> ResolutionQuerySet:
    rows = Resolution.objects.filter(item__meeting=meeting).select_related("mover", "seconder", "exemption")
    return rows.prefetch_related("votes__attendance__member").in_order()


def _declarations(meeting: PanelMeeting) -> DeclarationQuerySet:
    rows = Declaration.objects.filter(item__meeting=meeting).select_related("attendance__member")
    return rows.order_by("attendance__member__last_name", "pk")


OnItem = TypeVar("OnItem", Resolution, Declaration)


def _by_item(rows: Iterable[OnItem]) -> dict[int, tuple[OnItem, ...]]:
    found: dict[int, list[OnItem]] = {}
    for row in rows:
        found.setdefault(row.item_id, []).append(row)
    return {key: tuple(these) for key, these in found.items()}


def hints_of(meeting: PanelMeeting, *, is_exempt: bool) -> tuple[Hint, ...]:
    """Who speaks in the minutes but is not listed as present, item by item."""
    present, away = people_at(meeting)
    return tuple(
        Hint(line.number, line.item, found)
        for line in minute_lines(meeting, is_exempt=is_exempt)
        if line.item is not None
        for found in minutes.unlisted_speakers(line.text, present=present, away=away)
    )


def people_at(meeting: PanelMeeting) -> tuple[list[minutes.Person], list[minutes.Person]]:
    """Those listed as present, in attendance included; and those listed as away. Two queries."""
    lines = list(Attendance.objects.filter(meeting=meeting).select_related("member").by_name())
    there = [minutes.Person(_bare(line)) for line in lines if line.presence == Presence.PRESENT]
    there += [minutes.Person(other.name) for other in others_at(meeting)]
    away = [
        minutes.Person(_bare(line), str(line.get_presence_display()).lower())
        for line in lines
        if line.presence != Presence.PRESENT
    ]
    return there, away


def _bare(line: Attendance) -> str:
    return f"{line.member.first_name} {line.member.last_name}"


def minutes_for(meeting: PanelMeeting, reader: Reader, *, is_exempt: bool) -> PanelMinutes | None:
    """The minutes as printed, if this reader may have them."""
    rows = PanelMinutes.objects.filter(meeting=meeting).select_related("meeting__group", "confirmed_at_meeting")
    if is_exempt:
        return rows.exempt().printed().first() if reader.sees_exempt else None
    return (rows.public() if reader.is_public else rows.readable()).first()


def minutes_states(meetings: Iterable[PanelMeeting], reader: Reader) -> dict[int, MinutesState]:
    """By meeting, the state of the minutes that this reader may have. One query."""
    rows = PanelMinutes.objects.filter(meeting__in=[meeting.pk for meeting in meetings])
    shown = rows.public() if reader.is_public else rows.readable()
    return {key: MinutesState(state) for key, state in shown.values_list("meeting_id", "state")}


def to_confirm(meeting: PanelMeeting) -> tuple[PanelMinutes, ...]:
    """Minutes of earlier meetings of the same body that nobody has confirmed yet, the oldest first. One query."""
    rows = PanelMinutes.objects.filter(
        state=MinutesState.DRAFT, meeting__group=meeting.group_id, meeting__held_on__lt=meeting.held_on,
        meeting__state=MeetingState.HELD,
    )  # fmt: skip
    return tuple(rows.select_related("meeting").order_by("meeting__held_on", "is_exempt"))
