"""The Panel's rules, its meetings with their deadlines, and agendas with their numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.utils import timezone

from opcc.reference import reporting as reference
from panel import agenda, minutes, notice
from panel.enums import ClearDays
from panel.models import AgendaItem, ExemptionClaim, PanelMeeting, PanelRules, Resolution
from panel.queries.membership import number_on
from panel.queries.reader import Reader


@dataclass(frozen=True)
class Deadline:
    """A day by which something is due before a meeting, and why that day."""

    on: date
    reason: str


@dataclass(frozen=True)
class MeetingDates:
    """What is due before a meeting."""

    publication: Deadline
    questions: Deadline


@dataclass(frozen=True)
class NumberedItem:
    """An item with its number on the agenda and how deep it stands: 0, or 1 for one under another."""

    number: str
    depth: int
    item: AgendaItem

    @property
    def is_exempt(self) -> bool:
        """Exempt itself, or under an item that is."""
        return self.item.is_kept_back


@dataclass(frozen=True)
class AgendaLine:
    """A line of the public agenda. Of an exempt item there is no `item`, but the paragraphs it rests on."""

    number: str
    depth: int
    title: str
    purpose: str = ""
    lead: str = ""
    item: AgendaItem | None = None
    paragraphs: tuple[str, ...] = ()
    is_exempt: bool = False
    resolutions: tuple[Resolution, ...] = ()


def panel_rules() -> PanelRules:
    """What the Panel has set; the defaults, unsaved, where it has set nothing. One query."""
    return PanelRules.objects.filter(pk=1).first() or PanelRules(pk=1)


def closed_days(rules: PanelRules, year: int) -> frozenset[date]:
    """The days on which no notice runs, beyond weekends and bank holidays. One query."""
    return with_breaks(rules, reference.closed_days(), year)


def with_breaks(rules: PanelRules, days: frozenset[date], year: int) -> frozenset[date]:
    """The closed days and, where the Panel counts strictly, the breaks of the law about meetings in that year."""
    if rules.counting != ClearDays.STRICT:
        return days
    return days | notice.statutory_breaks(year - 1) | notice.statutory_breaks(year)


def dates_of(meeting: PanelMeeting, rules: PanelRules, closed: frozenset[date]) -> MeetingDates:
    """When the papers and the questions of the public are due. At shorter notice papers are due with the agenda."""
    published = notice.latest_publication_date(meeting.held_on, clear_days=rules.clear_days, also_closed=closed)
    between = notice.clear_days_before(meeting.held_on, clear_days=rules.clear_days, also_closed=closed)
    asked = notice.question_deadline(meeting.held_on, working_days=rules.question_days, also_closed=closed)
    days = "day lies" if rules.clear_days == 1 else "days lie"
    convened = _convened_on(meeting, rules, closed)
    since = f" The meeting was convened after that, on {notice.in_words(convened)}." if convened else ""
    return MeetingDates(
        publication=Deadline(convened, "Convened at shorter notice: papers are open from the day of the agenda.")
        if convened
        else Deadline(
            published,
            f"{_count(rules.clear_days).capitalize()} clear {days} between: "
            f"{notice.in_words(between[0])} to {notice.in_words(between[-1])}, "
            "without weekends and bank holidays.",
        ),
        questions=Deadline(
            asked,
            f"{_count(rules.question_days).capitalize()} working day{'' if rules.question_days == 1 else 's'} "
            f"before {notice.in_words(meeting.held_on)}.{since if convened and convened > asked else ''}",
        ),
    )


def _convened_on(meeting: PanelMeeting, rules: PanelRules, closed: frozenset[date]) -> date | None:
    """Of a meeting at shorter notice, the day for which its agenda counts as published."""
    if not meeting.short_notice_reason or meeting.agenda_published_at is None:
        return None
    moment = timezone.localtime(meeting.agenda_published_at).replace(tzinfo=None)
    return notice.published_on(moment, closes=rules.office_closes, also_closed=closed)


def publication_days(meetings: Iterable[PanelMeeting]) -> dict[int, date]:
    """By meeting of the whole Panel, the last day for its papers. Two queries for all of them."""
    rules, days = panel_rules(), reference.closed_days()
    found = dict[int, date]()
    for meeting in meetings:
        if meeting.group_id is None:
            closed = with_breaks(rules, days, meeting.held_on.year)
            found[meeting.pk] = _convened_on(meeting, rules, closed) or notice.latest_publication_date(
                meeting.held_on, clear_days=rules.clear_days, also_closed=closed
            )
    return found


def last_day_for(held_on: date) -> date:
    """The last day on which the papers of a meeting on that day leave the Panel's clear days. Two queries."""
    rules = panel_rules()
    closed = closed_days(rules, held_on.year)
    return notice.latest_publication_date(held_on, clear_days=rules.clear_days, also_closed=closed)


def papers_due(meeting: PanelMeeting) -> date:
    """The last day on which a paper is in time: that of the rules, or at shorter notice the day the Panel was convened.

    Section 100B(3) of the Local Government Act 1972: at shorter notice, agenda and papers are open from that day.
    """
    rules = panel_rules()
    return dates_of(meeting, rules, closed_days(rules, meeting.held_on.year)).publication.on


def published_day(at: datetime) -> date:
    """The day for which something published at this moment counts. Two queries."""
    rules = panel_rules()
    moment = timezone.localtime(at).replace(tzinfo=None)
    return notice.published_on(moment, closes=rules.office_closes, also_closed=closed_days(rules, moment.year))


def quorum_on(day: date, rules: PanelRules) -> int:
    """How many members must be there: the rules' part of the membership, rounded up. One query."""
    return minutes.quorum(number_on(day), one_in=rules.quorum_divisor)


def agenda_of(meeting: PanelMeeting) -> tuple[NumberedItem, ...]:
    """The whole agenda, exempt items too, in order and numbered. One query. Not for the public."""
    items = list(AgendaItem.objects.filter(meeting=meeting).select_related("parent", "exemption").in_order())
    found = {item.pk: item for item in items}
    numbers = _flat([(item.pk, item.parent_id) for item in items])
    return tuple(NumberedItem(number, depth, found[key]) for number, depth, key in numbers)


def agenda_lines(meeting: PanelMeeting, *, include_exempt: bool) -> tuple[AgendaLine, ...]:
    """The agenda for a reader, with what was resolved on each item; nothing while it is the staff's draft."""
    if not meeting.agenda_can_be_read:
        return ()
    lines = _whole_lines(meeting) if include_exempt else open_agenda_of(meeting)
    resolved = Resolution.objects.filter(item__meeting=meeting).select_related("mover", "seconder").in_order()
    by_item: dict[int, list[Resolution]] = {}
    for resolution in resolved if include_exempt else resolved.open():
        by_item.setdefault(resolution.item_id, []).append(resolution)
    return tuple(
        replace(line, resolutions=tuple(by_item.get(line.item.pk, ()))) if line.item else line for line in lines
    )


def resolutions_on(item: AgendaItem, reader: Reader) -> tuple[Resolution, ...]:
    """What was resolved on an item, as far as this reader may know. One query."""
    rows = Resolution.objects.filter(item=item).select_related("mover", "seconder").in_order()
    return tuple(rows if reader.sees_exempt else rows.open())


def _whole_lines(meeting: PanelMeeting) -> tuple[AgendaLine, ...]:
    return tuple(
        AgendaLine(
            entry.number, entry.depth, entry.item.title, entry.item.purpose, entry.item.lead, entry.item,
            tuple(entry.item.exemption.paragraphs) if entry.item.exemption else (), is_exempt=entry.is_exempt,
        )
        for entry in agenda_of(meeting)
    )  # fmt: skip


def open_agenda_of(meeting: PanelMeeting) -> tuple[AgendaLine, ...]:
    """The agenda as the public reads it, with the numbers of the whole. Three queries; none selects an exempt row.

    Of an exempt item it says what its ground tells the public, and of what stands under it nothing.
    """
    items = AgendaItem.objects.filter(meeting=meeting)
    keys = list(items.in_order().values_list("pk", "parent_id"))
    shown = {item.pk: item for item in items.open()}
    claims = ExemptionClaim.objects.filter(item__meeting=meeting).values_list("item__pk", "public_title", "paragraphs")
    withheld = {key: (title, tuple(paragraphs)) for key, title, paragraphs in claims}
    lines: list[AgendaLine] = []
    for number, depth, key in _flat(keys):
        if key in shown:
            item = shown[key]
            lines.append(AgendaLine(number, depth, item.title, item.purpose, item.lead, item))
        elif key in withheld:
            title, paragraphs = withheld[key]
            lines.append(AgendaLine(number, depth, title, paragraphs=paragraphs))
    return tuple(lines)


def keys_in_order(meeting: PanelMeeting) -> tuple[tuple[int, int | None], ...]:
    """The key of each item and of the one above it, in the agenda's order; of exempt items nothing more. One query."""
    above = dict(AgendaItem.objects.filter(meeting=meeting).in_order().values_list("pk", "parent_id"))
    return tuple((key, above[key]) for _, _, key in _flat(list(above.items())))


def numbers_of(meeting: PanelMeeting) -> tuple[tuple[str, int], ...]:
    """Number and key of every item in the order of the agenda, exempt ones too. One query, which selects no words."""
    keys = list(AgendaItem.objects.filter(meeting=meeting).in_order().values_list("pk", "parent_id"))
    return tuple((number, key) for number, _, key in _flat(keys))


def _flat(keys: Sequence[tuple[int, int | None]]) -> Iterator[tuple[str, int, int]]:
    """Number, depth and key of each item, as the agenda lists them."""
    for top in agenda.numbered(keys):
        yield top.number, 0, top.key
        for under in top.below:
            yield under.number, 1, under.key


def _count(number: int) -> str:
    words = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    return words[number] if number < len(words) else str(number)
