"""Which sections a report has, in order, and what they are composed from."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from django.utils import timezone

from ambassadors import reporting as ambassadors
from opcc.core.errors import DomainError
from opcc.core.quarters import Period, Quarter
from opcc.reference import reporting as reference
from opcc.reference.reporting import Office
from panel.enums import Audience, ReportKind
from panel.models import QuarterlyReport
from panel.quarterly_report import concerns, meetings, overview, performance, posts, priorities, reports, summary, work
from panel.quarterly_report.contents import Identity, Json, assemble
from panel.quarterly_report.inputs import AnyInputs, Inputs
from panel.quarterly_report.sections import Section
from panel.quarterly_report.wording import long_period
from performance import reporting as force

BOOKS_CLOSE = timedelta(days=28)  # a report asked for later shows the position of that day, unless told otherwise

Compose = Callable[[AnyInputs], Section | Sequence[Section] | None]
# A later part (engagement, consultations, grants, recommendations) takes its place in these lines.
QUARTER: tuple[Compose, ...] = (
    performance.overview,
    performance.measures,
    performance.crime_by_area,
    priorities.priorities,
    meetings.meetings,
    reports.reports,
    posts.vacancies,
    concerns.concerns,
    concerns.tensions,
    work.good_news,
    work.objectives,
    work.contacts,
)
YEAR: tuple[Compose, ...] = (
    overview.overview,
    priorities.priorities,
    concerns.concerns,
    concerns.tensions,
    work.good_news,
    reports.reports,
    work.objectives,
    work.contacts,
)


def compose(report: QuarterlyReport, *, audience: Audience, at: datetime) -> Json:
    """The contents of one edition, from the records as they are now.

    A public edition asks every app for what anybody may read: restricted rows are never selected for it.
    """
    office = reference.office()
    if office is None:
        raise DomainError("The office has no profile yet. Load it with: manage.py load_office FOLDER")
    as_at = report.as_at or min(timezone.localdate(at), books_close_on(report))
    restricted = audience is Audience.RESTRICTED
    quarter = report.quarter
    if quarter is not None:
        inputs: AnyInputs = quarter_inputs(office, quarter, as_at=as_at, include_restricted=restricted)
        return _assembled(report, audience, inputs, QUARTER)
    return _assembled(report, audience, year_inputs(office, report, as_at=as_at, include_restricted=restricted), YEAR)


def books_close_on(report: QuarterlyReport) -> date:
    """The last day whose records a report takes in by itself."""
    end = report.quarter.end if report.quarter else date(report.year, 12, 31)
    return end + BOOKS_CLOSE


def quarter_inputs(office: Office, quarter: Quarter, *, as_at: date, include_restricted: bool) -> AnyInputs:
    """What a quarterly report is composed from. The quarter before is seen as long after its end."""
    before_as_at = quarter.previous.end + (as_at - quarter.end)
    return Inputs(
        office=office,
        period=quarter.period,
        first=quarter.previous.period,
        second=quarter.period,
        as_at=as_at,
        before_as_at=before_as_at,
        include_restricted=include_restricted,
        now=ambassadors.quarter(quarter, as_at=as_at, include_restricted=include_restricted),
        then=ambassadors.quarter(quarter.previous, as_at=before_as_at, include_restricted=include_restricted),
        force=force.quarter(quarter, as_at=as_at, include_restricted=include_restricted),
    )


def year_inputs(office: Office, report: QuarterlyReport, *, as_at: date, include_restricted: bool) -> AnyInputs:
    """What the annual report on the scheme is composed from; it compares two parts of the year, by default halves."""
    year = report.year
    halves = (Period(date(year, 1, 1), date(year, 6, 30)), Period(date(year, 7, 1), date(year, 12, 31)))
    first, second = report.compared or halves
    return Inputs(
        office=office,
        period=Period(date(year, 1, 1), date(year, 12, 31)),
        first=first,
        second=second,
        as_at=as_at,
        before_as_at=date(year - 1, 12, 31),
        include_restricted=include_restricted,
        now=ambassadors.year(year, as_at=as_at, include_restricted=include_restricted),
        then=None,
        unit="year",
    )


def _assembled(report: QuarterlyReport, audience: Audience, inputs: AnyInputs, parts: tuple[Compose, ...]) -> Json:
    found = [section for part in parts for section in _several(part(inputs))]
    sections = [*found, summary.about(inputs, found)]
    if report.kind == ReportKind.QUARTERLY:
        sections.insert(0, summary.summary(inputs, found))
    return assemble(_identity(report, audience, inputs), purpose=_purpose(inputs), sections=sections)


def _several(composed: Section | Sequence[Section] | None) -> Sequence[Section]:
    if composed is None:
        return ()
    return (composed,) if isinstance(composed, Section) else composed


def _identity(report: QuarterlyReport, audience: Audience, inputs: AnyInputs) -> Identity:
    quarterly = report.quarter
    return Identity(
        kind=report.kind,
        name=f"quarterly-report-{quarterly}" if quarterly else f"ambassadors-annual-report-{report.year}",
        title="Quarterly report," if quarterly else "Community Safety Ambassadors:",
        title_second_line=long_period(inputs.period) if quarterly else f"annual report {report.year}",
        office=inputs.office,
        audience=audience,
        version=report.version,
        as_at=inputs.as_at,
        change_note=report.change_note,
        meeting_on=report.meeting_on,
        agenda_item=report.agenda_item,
        exemption=report.ground,
        is_specimen=inputs.office.is_sample,
    )


def _purpose(inputs: AnyInputs) -> tuple[str, ...]:
    area = inputs.office.area_name
    if inputs.unit == "quarter":
        return (
            (
                f"To report what the community forums of {area} asked for in {inputs.long}, "
                "what was done about it, and how the scheme of Community Safety Ambassadors stands."
            ),
        )
    return (
        (
            f"To report on the scheme of Community Safety Ambassadors in {area} in "
            f"{inputs.period.start.year}: who served, what the forums asked for, what was done about it, "
            "and what is planned."
        ),
    )
