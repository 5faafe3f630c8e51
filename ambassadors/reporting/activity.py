"""What one ambassador did in a period: what staff read before they meet."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from ambassadors.models import Ambassador, Appointment, Concern, EngagementActivity, Objective
from ambassadors.reporting import concerns, people, work
from ambassadors.reporting.records import ConcernLine, KeyContacts, Reports
from opcc.core.quarters import Period


@dataclass(frozen=True)
class PostHeld:
    """A forum that the ambassador had in the period."""

    forum: str
    district: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class OwnObjective:
    """An objective and how far this ambassador has come. `reached` counts every accepted step so far."""

    title: str
    target: int
    unit: str
    ends_on: date
    is_personal: bool
    reached: int

    @property
    def is_met(self) -> bool:
        return self.reached >= self.target


@dataclass(frozen=True)
class EventAttended:
    """An event, the people spoken to and what came of it."""

    held_on: date
    title: str
    people_met: int | None
    outcome: str


@dataclass(frozen=True)
class ActivitySummary:
    """One ambassador's work in a period, as it stood on a day."""

    name: str
    period: Period
    as_at: date
    posts: tuple[PostHeld, ...]
    reports: Reports
    concerns: tuple[ConcernLine, ...]
    objectives: tuple[OwnObjective, ...]
    contacts: KeyContacts
    events: tuple[EventAttended, ...]
    is_synthetic: bool


def activity_summary(
    ambassador: Ambassador, period: Period, *, as_at: date, include_restricted: bool
) -> ActivitySummary:
    """The forums, reports, concerns, objectives, contacts and events of one ambassador. The number of queries is fixed.

    Unlike the published reports it counts what a report that is not accepted yet says.
    """
    last = min(period.end, as_at)
    posts = Appointment.objects.overlapping(period.start, last).filter(ambassador=ambassador)
    readable = Concern.objects.all() if include_restricted else Concern.objects.open_to_all()
    objectives: QuerySet[Any] = (
        Objective.objects.asked_of(ambassador)
        .filter(starts_on__lte=last, ends_on__gte=period.start)
        .annotate(reached=Sum("progress__number", filter=Q(progress__ambassador=ambassador, progress__on__lte=last)))
        .order_by("starts_on", "position", "pk")
    )
    events = EngagementActivity.objects.filter(ambassador=ambassador, held_on__range=(period.start, last))
    return ActivitySummary(
        name=ambassador.name,
        period=period,
        as_at=as_at,
        posts=tuple(
            PostHeld(row.forum.name, row.forum.district.name, row.starts_on, row.ends_on)
            for row in posts.select_related("forum__district").order_by("starts_on", "pk")
        ),
        reports=people.reports(period, as_at=as_at, ambassador=ambassador),
        concerns=concerns.concern_lines(
            readable.live_between(period.start, last).filter(ambassador=ambassador), as_at=as_at
        ),
        objectives=tuple(
            OwnObjective(row.title, row.target, row.unit, row.ends_on, row.ambassador_id is not None, row.reached or 0)
            for row in objectives
        ),
        contacts=work.contacts(period, as_at=as_at, ambassador=ambassador),
        events=tuple(
            EventAttended(row.held_on, row.title, row.people_met, row.outcome)
            for row in events.order_by("held_on", "pk")
        ),
        is_synthetic=ambassador.is_synthetic,
    )
