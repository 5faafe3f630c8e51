"""Meetings, who came to them, and forums that did not meet."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db.models import Count, Prefetch, Q, Sum
from django.db.models.functions import Lower

from forums.enums import MeetingState, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, ForumPriority
from forums.querysets import MeetingQuerySet
from opcc.core.quarters import Period
from opcc.reference.models import District

KINDS = ("elected_members", "residents", "police", "others")


@dataclass(frozen=True)
class MeetingSummary:
    """One meeting as reports and pages tell of it. A number that nobody knows is None."""

    public_id: uuid.UUID
    forum: str
    forum_slug: str
    district: str
    held_on: date
    starts_at: time | None
    venue: str
    state: MeetingState
    cancelled_reason: str
    elected_members: int | None
    residents: int | None
    police: int | None
    others: int | None
    police_attended: bool | None
    outcome: PrioritiesOutcome
    topics: tuple[str, ...]  # in full
    wordings: tuple[str, ...]  # of the same priorities, as agreed
    updated: int  # of its priorities, how many have progress reported
    is_synthetic: bool

    @property
    def total(self) -> int | None:
        """All who came, as far as the numbers are known; None when none of them is."""
        known = [
            number for number in (self.elected_members, self.residents, self.police, self.others) if number is not None
        ]
        return sum(known) if known else None

    @property
    def is_complete(self) -> bool:
        """Whether every part of the attendance is known, so that `total` is everyone."""
        return None not in (self.elected_members, self.residents, self.police, self.others)


@dataclass(frozen=True)
class AttendanceFigure:
    """A number of people, and the number of meetings it rests on."""

    people: int
    meetings: int


@dataclass(frozen=True)
class Attendance:
    """Who came to the meetings held in a period. `total` rests on the meetings whose every part is known."""

    meetings_held: int
    elected_members: AttendanceFigure
    residents: AttendanceFigure
    police: AttendanceFigure
    others: AttendanceFigure
    total: AttendanceFigure
    police_attended: int
    police_known: int


@dataclass(frozen=True)
class DistrictForums:
    """A district's forums in a period: active ones, those that met, meetings held and cancelled."""

    district: str
    district_code: str
    active: int
    met: int
    meetings_held: int
    meetings_cancelled: int
    not_met: tuple[str, ...]


def summaries(meetings: MeetingQuerySet) -> tuple[MeetingSummary, ...]:
    """The meetings, in the order they come. Two queries."""
    priorities = (
        ForumPriority.objects.select_related("topic").annotate(updates=Count("progress")).order_by("position", "pk")
    )
    rows = meetings.select_related("forum__district").prefetch_related(Prefetch("priorities", priorities))
    return tuple(_summary(row, list(row.priorities.all())) for row in rows)


def _summary(meeting: ForumMeeting, priorities: Sequence[ForumPriority]) -> MeetingSummary:
    return MeetingSummary(
        public_id=meeting.public_id,
        forum=meeting.forum.name,
        forum_slug=meeting.forum.slug,
        district=meeting.forum.district.name,
        held_on=meeting.held_on,
        starts_at=meeting.starts_at,
        venue=meeting.venue,
        state=MeetingState(meeting.state),
        cancelled_reason=meeting.cancelled_reason,
        elected_members=meeting.elected_members,
        residents=meeting.residents,
        police=meeting.police,
        others=meeting.others,
        police_attended=meeting.police_attended,
        outcome=PrioritiesOutcome(meeting.priorities_outcome),
        topics=tuple(str(priority.topic) for priority in priorities),
        wordings=tuple(priority.wording for priority in priorities),
        updated=sum(1 for priority in priorities if getattr(priority, "updates", 0)),
        is_synthetic=meeting.is_synthetic,
    )


def meetings_in(period: Period, *, district: District | None = None) -> tuple[MeetingSummary, ...]:
    """Every meeting dated in the period, whatever became of it, by date and forum. Two queries."""
    rows = ForumMeeting.objects.dated_in(period).in_district(district)
    return summaries(rows.order_by("held_on", Lower("forum__name"), "pk"))


def next_meeting(forum: Forum, today: date) -> MeetingSummary | None:
    """The first meeting planned from today on."""
    rows = ForumMeeting.objects.planned_from(today).filter(forum=forum).order_by("held_on", "pk")
    return next(iter(summaries(rows[:1])), None)


def attendance(period: Period, *, district: District | None = None) -> Attendance:
    """Totals over the meetings held in the period, each with the number of meetings that gave it. One query.

    A meeting whose number is unknown adds nothing and is not counted among those the total rests on.
    """
    complete = Q(**{f"{kind}__isnull": False for kind in KINDS})
    sums = {f"{kind}_people": Sum(kind, default=0) for kind in KINDS}
    bases = {f"{kind}_meetings": Count(kind) for kind in KINDS}
    whole = {f"whole_{kind}": Sum(kind, filter=complete, default=0) for kind in KINDS}
    found = (
        ForumMeeting.objects.held_in(period)
        .in_district(district)
        .aggregate(
            held=Count("pk"),
            complete=Count("pk", filter=complete),
            with_police=Count("pk", filter=Q(police_attended=True)),
            police_known=Count("police_attended"),
            **sums,
            **bases,
            **whole,
        )
    )
    return Attendance(
        meetings_held=found["held"],
        elected_members=AttendanceFigure(found["elected_members_people"], found["elected_members_meetings"]),
        residents=AttendanceFigure(found["residents_people"], found["residents_meetings"]),
        police=AttendanceFigure(found["police_people"], found["police_meetings"]),
        others=AttendanceFigure(found["others_people"], found["others_meetings"]),
        total=AttendanceFigure(sum(found[f"whole_{kind}"] for kind in KINDS), found["complete"]),
        police_attended=found["with_police"],
        police_known=found["police_known"],
    )


def forums_in(period: Period) -> tuple[DistrictForums, ...]:
    """Each district that has a forum active in the period, in the office's order. One query."""
    dated = Q(meetings__held_on__range=(period.start, period.end))
    rows = (
        Forum.objects.active_in(period)
        .by_district()
        .annotate(
            held=Count("meetings", filter=dated & Q(meetings__state=MeetingState.HELD)),
            cancelled=Count("meetings", filter=dated & Q(meetings__state=MeetingState.CANCELLED)),
        )
        .values_list("district__code", "district__name", "name", "held", "cancelled")
    )
    by_district: dict[tuple[str, str], list[tuple[str, int, int]]] = {}
    for code, district, name, held, cancelled in rows:
        by_district.setdefault((code, district), []).append((name, held, cancelled))
    return tuple(
        DistrictForums(
            district=district,
            district_code=code,
            active=len(forums),
            met=sum(1 for _, held, _ in forums if held),
            meetings_held=sum(held for _, held, _ in forums),
            meetings_cancelled=sum(cancelled for _, _, cancelled in forums),
            not_met=tuple(name for name, held, _ in forums if not held),
        )
        for (code, district), forums in by_district.items()
    )
