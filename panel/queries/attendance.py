"""Who was at a meeting, who was in the room for an item, and how often members came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from panel import minutes
from panel.enums import MeetingState, MemberKind, Presence
from panel.models import (
    AgendaItem,
    Attendance,
    Council,
    Declaration,
    GroupPlace,
    InAttendance,
    Member,
    PanelMeeting,
    Substitute,
    Term,
)
from panel.queries.meetings import keys_in_order, panel_rules, quorum_on
from panel.queries.membership import Sitting, members_on


@dataclass(frozen=True)
class Due:
    """A member whom a meeting expects, whom the council may send instead, and what is recorded of both."""

    sitting: Sitting
    substitutes: tuple[Member, ...]
    line: Attendance | None
    substitute: Attendance | None


@dataclass(frozen=True)
class Quorum:
    """How many had to be there, and how many were."""

    needed: int
    there: int

    @property
    def is_quorate(self) -> bool:
        return self.there >= self.needed


@dataclass(frozen=True)
class Room:
    """Who was at a meeting with a voice, and who of them was in the room for each item."""

    lines: tuple[Attendance, ...]
    places: dict[int, int]  # of each item of the agenda, in its order
    kept_out: dict[int, frozenset[int]]  # by item, lines with a pecuniary interest in it or in the item above

    def at(self, item: AgendaItem) -> tuple[Attendance, ...]:
        """Those who were in the room and could take part."""
        out, place = self.kept_out.get(item.pk, frozenset()), self.places.get(item.pk, 0)
        return tuple(line for line in self.lines if line.pk not in out and not self._had_left(line, place))

    def _had_left(self, line: Attendance, place: int) -> bool:
        return line.left_before_id is not None and self.places.get(line.left_before_id, 0) <= place


@dataclass(frozen=True)
class Came:
    """How often a member came in a stretch of time: of the meetings held while they sat and attendance was taken."""

    member: Member
    council: Council | None
    held: int = 0
    attended: int = 0
    apologies: int = 0
    replaced: int = 0
    absent: int = 0

    @property
    def body(self) -> str:
        """'Warwickshire County Council', or 'Independent'."""
        return self.council.name if self.council else "Independent"

    @property
    def share(self) -> int | None:
        """Meetings attended of a hundred held; None where none was held."""
        return None if self.held == 0 else (200 * self.attended + self.held) // (2 * self.held)


def expected_at(meeting: PanelMeeting) -> tuple[Due, ...]:
    """Everybody with a seat at the meeting, councillors by name, then co-opted members. Five queries, or six."""
    lines = list(Attendance.objects.filter(meeting=meeting).select_related("member", "stands_for", "left_before"))
    own = {line.member_id: line for line in lines if line.stands_for_id is None}
    sent = {line.stands_for_id: line for line in lines if line.stands_for_id is not None}
    named: dict[int, list[Member]] = {}
    for row in Substitute.objects.on(meeting.held_on).select_related("member").order_by("member__last_name", "pk"):
        named.setdefault(row.council_id, []).append(row.member)
    return tuple(
        Due(
            sitting,
            tuple(named.get(sitting.council.pk, ())) if sitting.council else (),
            own.get(sitting.member.pk),
            sent.get(sitting.member.pk),
        )
        for sitting in _seats(meeting)
    )


def _seats(meeting: PanelMeeting) -> Sequence[Sitting]:
    sitting = members_on(meeting.held_on)
    if meeting.group_id is None:
        return sitting
    places = GroupPlace.objects.on(meeting.held_on).filter(group=meeting.group_id)
    of_group = set(places.values_list("member_id", flat=True))
    return [one for one in sitting if one.member.pk in of_group]


def is_taken(meeting: PanelMeeting) -> bool:
    """Whether the attendance of the meeting is recorded."""
    return Attendance.objects.filter(meeting=meeting).exists()


def present_at(meeting: PanelMeeting) -> int | None:
    """How many with a voice were there; None while the attendance is not recorded. One query."""
    lines = list(Attendance.objects.filter(meeting=meeting).values_list("presence", flat=True))
    return lines.count(Presence.PRESENT) if lines else None


def others_at(meeting: PanelMeeting) -> tuple[InAttendance, ...]:
    """Those in attendance without a voice, in their order."""
    return tuple(InAttendance.objects.filter(meeting=meeting).order_by("position", "pk"))


def room_of(meeting: PanelMeeting) -> Room:
    """Who could take part in each item. Three queries."""
    lines = Attendance.objects.filter(meeting=meeting).present().select_related("member", "stands_for").by_name()
    keys = keys_in_order(meeting)
    said: dict[int, set[int]] = {}
    declared = Declaration.objects.filter(item__meeting=meeting).excluding()
    for item, line in declared.values_list("item_id", "attendance_id"):
        said.setdefault(item, set()).add(line)
    return Room(
        tuple(lines),
        {item: place for place, (item, _) in enumerate(keys)},
        {item: frozenset(said.get(item, set()) | said.get(above or 0, set())) for item, above in keys},
    )


def quorum_needed(meeting: PanelMeeting) -> int:
    """One in so many of those with a seat at the meeting, rounded up. Two queries."""
    rules = panel_rules()
    if meeting.group_id is None:
        return quorum_on(meeting.held_on, rules)
    places = GroupPlace.objects.on(meeting.held_on).filter(group=meeting.group_id).count()
    return minutes.quorum(places, one_in=rules.quorum_divisor)


def years_attended() -> tuple[int, ...]:
    """The years in which the Panel met in public and the attendance was taken, the latest first. One query."""
    taken = PanelMeeting.objects.public().of_panel().held().filter(attendance__isnull=False)
    return tuple(day.year for day in taken.dates("held_on", "year", order="DESC"))


def attendance_since(since: date, until: date) -> tuple[Came, ...]:
    """Of each who sat in that time, how often they came to the whole Panel's meetings. Four queries, however many.

    Only meetings whose attendance was taken count: nobody is called absent because nothing was written down. Closed
    sessions do not count, so that the figures agree with the meetings that everybody finds listed.
    """
    terms = Term.objects.filter(starts_on__lte=until).exclude(ends_on__lt=since).select_related("member", "council")
    ordered = list(terms.order_by("kind", "member__last_name", "member__first_name", "member", "-starts_on", "pk"))
    meetings = (
        PanelMeeting.objects.public()
        .of_panel()
        .filter(state=MeetingState.HELD, held_on__range=(since, until), attendance__isnull=False)
    )
    taken = Attendance.objects.select_related(None).only("meeting_id", "member_id", "presence", "stands_for_id")
    found = list(meetings.distinct().prefetch_related(Prefetch("attendance", taken, to_attr="taken")).order_by("pk"))
    by_member: dict[int, list[Term]] = {}
    for term in ordered:
        by_member.setdefault(term.member_id, []).append(term)
    return tuple(_came(held, found) for held in by_member.values())


def _came(terms: list[Term], meetings: Iterable[PanelMeeting]) -> Came:
    member, council = terms[0].member, terms[0].council
    sat = [meeting for meeting in meetings if any(_runs_on(term, meeting.held_on) for term in terms)]
    marks = [_mark(meeting, member) for meeting in sat]
    return Came(
        member, council if terms[0].kind == MemberKind.APPOINTED else None, len(sat),
        attended=marks.count("attended"), apologies=marks.count("apologies"),
        replaced=marks.count("replaced"), absent=marks.count("absent"),
    )  # fmt: skip


def _runs_on(term: Term, day: date) -> bool:
    return term.starts_on <= day and (term.ends_on is None or term.ends_on >= day)


def _mark(meeting: PanelMeeting, member: Member) -> str:
    taken: list[Attendance] = meeting.taken  # type: ignore[attr-defined]  # prefetched
    if any(line.stands_for_id == member.pk for line in taken):
        return "replaced"
    own = next((line for line in taken if line.member_id == member.pk), None)
    if own is None or own.presence == Presence.ABSENT:
        return "absent"
    return "attended" if own.presence == Presence.PRESENT else "apologies"
