"""Who is in post, which forums are vacant, and which reports came."""

from collections import Counter
from datetime import date

from ambassadors.enums import RESIGNED, EndReason, Timeliness
from ambassadors.models import Ambassador, Appointment
from ambassadors.queries import office
from ambassadors.reporting.records import EndedAppointment, InPost, ReportLine, Reports, Vacancy
from forums.models import Forum
from opcc.core.quarters import Period


def in_post(day: date) -> InPost:
    """Active forums, live appointments and the people who hold them on the day. Two queries."""
    held = Counter(Appointment.objects.live_on(day).values_list("ambassador_id", flat=True))
    return InPost(
        forums=Forum.objects.active_on(day).count(),
        appointments=held.total(),
        people=len(held),
        with_several=sum(number > 1 for number in held.values()),
    )


def vacancies(as_at: date) -> tuple[Vacancy, ...]:
    """Active forums with no ambassador on the day, the longest vacant first. One query."""
    rows = office.vacant_forums(as_at).select_related("district").order_by("vacant_since", "name", "pk")
    return tuple(
        Vacancy(
            forum=forum.name,
            slug=forum.slug,
            district=forum.district.name,
            since=forum.vacant_since,
            days=(as_at - forum.vacant_since).days,
            advertised_on=forum.advertised_on,
            advert_place=forum.advert_place or "",
            advert_closes_on=forum.advert_closes_on,
            applications_open=forum.applications_open,
            filled_from=forum.filled_from,
            is_synthetic=bool(forum.last_was_synthetic) or forum.is_synthetic,
        )
        for forum in rows
    )


def _timeliness(expected: office.ExpectedReport, as_at: date) -> Timeliness:
    if expected.received_on is None:
        return Timeliness.MISSING if expected.due_on < as_at else Timeliness.NOT_DUE
    return Timeliness.IN_TIME if expected.received_on <= expected.due_on else Timeliness.LATE


def _report_line(expected: office.ExpectedReport, as_at: date) -> ReportLine:
    timeliness = _timeliness(expected, as_at)
    is_late = timeliness in (Timeliness.LATE, Timeliness.MISSING)
    return ReportLine(
        reference=expected.reference,
        forum=expected.forum,
        district=expected.district,
        met_on=expected.met_on,
        due_on=expected.due_on,
        received_on=expected.received_on,
        timeliness=timeliness,
        days_late=((expected.received_on or as_at) - expected.due_on).days if is_late else 0,
        is_synthetic=expected.is_synthetic,
    )


def reports(period: Period, *, as_at: date, ambassador: Ambassador | None = None) -> Reports:
    """The reports expected of the meetings of the period, as they stood on the day. Three queries."""
    expected = office.expected_reports(period, as_at=as_at, ambassador=ambassador)
    return Reports(tuple(_report_line(one, as_at) for one in expected))


def ended_appointments(period: Period, *, as_at: date) -> tuple[EndedAppointment, ...]:
    """Appointments whose last day lies in the period, with the reason. One query."""
    rows = (
        Appointment.objects.ended_between(period.start, min(period.end, as_at))
        .select_related("forum__district")
        .order_by("ends_on", "forum__name", "pk")
    )
    return tuple(
        EndedAppointment(
            forum=row.forum.name,
            district=row.forum.district.name,
            ended_on=row.ends_on,
            reason=EndReason(row.end_reason).label,
            is_resignation=row.end_reason in RESIGNED,
            is_synthetic=row.is_synthetic,
        )
        for row in rows
        if row.ends_on is not None
    )
