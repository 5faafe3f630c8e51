"""The ambassadors' work of a quarter or a year, for reports on it."""

from datetime import date, timedelta

from ambassadors.models import Appointment
from ambassadors.reporting import concerns, people, work
from ambassadors.reporting.records import AmbassadorsQuarter, AmbassadorsYear, Work
from opcc.core.quarters import Period, Quarter


def _work(period: Period, *, as_at: date, include_restricted: bool) -> Work:
    last = min(period.end, as_at)
    objectives, personal, personal_met = work.objectives(period, as_at=as_at)
    return Work(
        period=period,
        as_at=as_at,
        includes_restricted=include_restricted,
        in_post=people.in_post(last),
        reports=people.reports(period, as_at=as_at),
        vacancies=people.vacancies(last),
        concerns=concerns.concerns_of(period, as_at=as_at, include_restricted=include_restricted),
        good_news=concerns.good_news(period, as_at=as_at),
        objectives=objectives,
        personal_objectives=personal,
        personal_objectives_met=personal_met,
        contacts=work.contacts(period, as_at=as_at),
        events=work.events(period, as_at=as_at),
    )


def quarter(quarter: Quarter, *, as_at: date, include_restricted: bool) -> AmbassadorsQuarter:
    """The ambassadors' part of a quarterly report, as things stood at the end of `as_at`.

    Vacancies, people in post and contacts are those of the quarter's last day (or `as_at`, if earlier). Without
    `include_restricted` the restricted concerns are never read from the database. The number of queries is fixed.
    """
    found = _work(quarter.period, as_at=as_at, include_restricted=include_restricted)
    return AmbassadorsQuarter(**vars(found), quarter=quarter)


def year(year: int, *, as_at: date, include_restricted: bool) -> AmbassadorsYear:
    """The annual report on the scheme, January to December, as things stood at the end of `as_at`."""
    period = Period(date(year, 1, 1), date(year, 12, 31))
    found = _work(period, as_at=as_at, include_restricted=include_restricted)
    return AmbassadorsYear(
        **vars(found),
        year=year,
        in_post_at_start=people.in_post(period.start - timedelta(days=1)),
        appointments_made=Appointment.objects.filter(starts_on__range=(period.start, min(period.end, as_at))).count(),
        ended=people.ended_appointments(period, as_at=as_at),
    )
