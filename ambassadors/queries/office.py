"""What the office asks of the scheme: which reports are expected, which forums are vacant, what is alike."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce, TruncDate

from ambassadors.due_dates import report_due_on
from ambassadors.enums import FILED, UNDECIDED
from ambassadors.models import Ambassador, Appointment, ForumReport, VacancyAdvert
from forums.enums import MeetingState
from forums.models import Forum
from opcc.core.models import OutboxMessage
from opcc.core.quarters import Period
from opcc.reference import reporting as reference

USUAL_DUE_DAYS = 14
LATE_WITHIN = timedelta(days=365)  # the report of a meeting of more than a year ago is no longer work


@dataclass(frozen=True)
class ExpectedReport:
    """One meeting that a report is expected from, and what came."""

    forum_id: int
    forum: str
    district: str
    met_on: date
    due_on: date
    received_on: date | None
    reference: str
    report_id: int | None
    ambassador_id: int | None
    is_synthetic: bool


def due_days() -> int:
    """How many days after a forum its report is due, by the office's rule."""
    office = reference.office()
    return office.report_due_days if office else USUAL_DUE_DAYS


def _meetings_in_post(period: Period, as_at: date, ambassador: Ambassador | None) -> QuerySet[Appointment, Any]:
    """Meetings, held or planned for a day now past, of forums that had an ambassador that day."""
    past = Q(forum__meetings__state=MeetingState.HELD) | Q(
        forum__meetings__state=MeetingState.PLANNED, forum__meetings__held_on__lt=as_at
    )
    covered = Q(ends_on=None) | Q(ends_on__gte=F("forum__meetings__held_on"))
    posts = Appointment.objects.filter(ambassador=ambassador) if ambassador else Appointment.objects.all()
    return posts.filter(  # one filter(): each condition is about the same meeting
        past,
        covered,
        starts_on__lte=F("forum__meetings__held_on"),
        forum__meetings__held_on__gte=period.start,
        forum__meetings__held_on__lte=min(period.end, as_at),
    ).values(
        "ambassador_id",
        "forum_id",
        "forum__name",
        "forum__district__name",
        "is_synthetic",
        met_on=F("forum__meetings__held_on"),
        meeting_is_synthetic=F("forum__meetings__is_synthetic"),
    )


def expected_reports(period: Period, *, as_at: date, ambassador: Ambassador | None = None) -> list[ExpectedReport]:
    """Every report expected of the meetings of the period, as things stood at the end of `as_at`, by date and forum.

    Of one ambassador, or of all. A meeting counts if the forum had an ambassador that day; a report that was started
    or sent counts as well, whether or not the meeting was in the calendar. Three queries.
    """
    days = due_days()
    found: dict[tuple[int, date], ExpectedReport] = {}
    for row in _meetings_in_post(period, as_at, ambassador):
        found[row["forum_id"], row["met_on"]] = ExpectedReport(
            forum_id=row["forum_id"],
            forum=row["forum__name"],
            district=row["forum__district__name"],
            met_on=row["met_on"],
            due_on=report_due_on(row["met_on"], days=days),
            received_on=None,
            reference="",
            report_id=None,
            ambassador_id=row["ambassador_id"],
            is_synthetic=row["is_synthetic"] or row["meeting_is_synthetic"],
        )
    written = ForumReport.objects.of(ambassador) if ambassador else ForumReport.objects.all()
    reports = (
        written.filter(met_on__gte=period.start, met_on__lte=min(period.end, as_at))
        .annotate(
            received_on=Case(
                When(state__in=FILED, submitted_at__date__lte=as_at, then=TruncDate("submitted_at")), default=None
            )
        )
        .values(
            "pk",
            "reference",
            "ambassador_id",
            "forum_id",
            "forum__name",
            "forum__district__name",
            "met_on",
            "due_on",
            "received_on",
            "is_synthetic",
        )
    )
    for row in reports:
        found[row["forum_id"], row["met_on"]] = ExpectedReport(
            forum_id=row["forum_id"],
            forum=row["forum__name"],
            district=row["forum__district__name"],
            met_on=row["met_on"],
            due_on=row["due_on"],
            received_on=row["received_on"],
            reference=(row["reference"] or "") if row["received_on"] else "",
            report_id=row["pk"],
            ambassador_id=row["ambassador_id"],
            is_synthetic=row["is_synthetic"],
        )
    return sorted(found.values(), key=lambda one: (one.met_on, one.forum, one.forum_id))


def vacant_forums(as_at: date) -> QuerySet[Any]:
    """Active forums with no ambassador on the day, each with what is known of the vacancy. One query.

    Adds `vacant_since` (the day after the last appointment, or the forum's first day), `filled_from`,
    `advertised_on`, `advert_place`, `advert_closes_on`, `applications_open` and `last_was_synthetic`.
    """
    held = Appointment.objects.filter(forum=OuterRef("pk"))
    ended = held.filter(ends_on__lt=as_at).order_by("-ends_on")
    adverts = VacancyAdvert.objects.filter(
        forum=OuterRef("pk"),
        advertised_on__lte=as_at,
        advertised_on__gte=Coalesce(OuterRef("last_started"), Value(date.min), output_field=DateField()),
    ).order_by("-advertised_on", "-pk")
    active = Forum.objects.filter(Q(ends_on=None) | Q(ends_on__gte=as_at), starts_on__lte=as_at)
    return active.filter(~Exists(held.live_on(as_at))).annotate(
        last_started=Subquery(ended.values("starts_on")[:1]),
        last_was_synthetic=Subquery(ended.values("is_synthetic")[:1]),
        vacant_since=Coalesce(
            Cast(Subquery(ended.values("ends_on")[:1]) + timedelta(days=1), DateField()), F("starts_on")
        ),
        filled_from=Subquery(held.filter(starts_on__gt=as_at).order_by("starts_on").values("starts_on")[:1]),
        advertised_on=Subquery(adverts.values("advertised_on")[:1]),
        advert_place=Subquery(adverts.values("place")[:1]),
        advert_closes_on=Subquery(adverts.values("closes_on")[:1]),
        applications_open=Count(
            "applications",
            filter=Q(applications__state__in=UNDECIDED, applications__applied_on__lte=as_at),
            distinct=True,
        ),
    )


@dataclass(frozen=True)
class LateReport:
    """A report that has not come, who owes it and how often they were reminded."""

    expected: ExpectedReport
    days_late: int
    ambassador: Ambassador | None
    reminders: int


def late_reports(today: date) -> list[LateReport]:
    """The missing reports of the last year's meetings, the longest late first. Five queries."""
    missing = [
        one
        for one in expected_reports(Period(today - LATE_WITHIN, today), as_at=today)
        if one.received_on is None and one.due_on < today
    ]
    people = Ambassador.objects.in_bulk([one.ambassador_id for one in missing if one.ambassador_id])
    reminded = Counter(
        str(key).rpartition(":")[0]
        for key in OutboxMessage.objects.filter(
            kind="ambassadors.report_due", created_at__date__gte=today - LATE_WITHIN
        )
        .exclude(key=None)
        .values_list("key", flat=True)
    )
    found = [
        LateReport(
            expected=one,
            days_late=(today - one.due_on).days,
            ambassador=people.get(one.ambassador_id or 0),
            reminders=reminded[f"report-due:{one.forum_id}:{one.met_on}"],
        )
        for one in missing
    ]
    return sorted(found, key=lambda late: (-late.days_late, late.expected.forum))
