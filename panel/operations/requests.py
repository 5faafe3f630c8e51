"""Asking for a report: the row becomes the queue's record, and a worker is told once that is committed."""

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.quarters import Period, Quarter
from opcc.core.working_days import first_working_day
from opcc.reference import reporting as reference
from opcc.web.words import nice_date
from panel import tasks
from panel.enums import Exemption, ReportKind, ReportState
from panel.models import QuarterlyReport
from panel.permissions import REQUEST, must_have

EARLIEST_YEAR = 2000
CATCH_UP = timedelta(days=14)  # how long after the first working day a draft that was not made is still made
_STANDS_IN_THE_WAY = {
    ReportState.DRAFT: "{title} has a draft that was not built. Build it, or correct it first.",
    ReportState.QUEUED: "{title} is waiting to be built. Wait until it is ready.",
    ReportState.BUILDING: "{title} is being built. Wait until it is ready.",
    ReportState.FAILED: "The last build of {title} failed. Look at the reason and build it again.",
    ReportState.READY: "{title} is ready for approval. Build it again if the records have changed.",
    ReportState.APPROVED: "{title} is approved. Issue it, or withdraw the approval.",
}


@transaction.atomic
def request_report(
    *,
    by: User | None,
    at: datetime,
    kind: ReportKind = ReportKind.QUARTERLY,
    quarter: Quarter | None = None,
    year: int | None = None,
    change_note: str = "",
    meeting_on: date | None = None,
    agenda_item: str = "",
    as_at: date | None = None,
    periods: Collection[Period] = (),
    exemption: Exemption = Exemption.CRIME,
) -> QuarterlyReport:
    """Ask for a report, for staff or for the timetable (`by` None). After an issued version, say what changed."""
    must_have(by, REQUEST, "ask for a report to the Panel")
    if reference.office() is None:
        raise DomainError("The office has no profile yet. Load it with: manage.py load_office FOLDER")
    about = _about(kind, quarter, year, at)
    _check_days(about, as_at=as_at, meeting_on=meeting_on, today=timezone.localdate(at))
    versions = QuarterlyReport.objects.about(kind=kind, quarter=quarter, year=year or 0)
    version = _next_version(versions.order_by("-version").first(), change_note)
    try:
        with transaction.atomic():
            report = QuarterlyReport.objects.create(
                kind=kind,
                year=quarter.year if quarter else about.start.year,
                quarter_number=quarter.number if quarter else None,
                version=version,
                change_note=change_note.strip() if version > 1 else "",
                meeting_on=meeting_on,
                agenda_item=agenda_item.strip(),
                as_at=as_at,
                periods=_as_text(periods),
                exemption=exemption,
                requested_by=by,
                requested_at=at,
            )
    except IntegrityError as error:  # two people asked in the same moment
        raise DomainError("Somebody asked for this report just now. Wait until it is ready.") from error
    return _queue(report, ReportState.DRAFT, by=by, at=at)


@transaction.atomic
def retry_build(*, report: QuarterlyReport, by: User | None, at: datetime) -> QuarterlyReport:
    """Have a failed build tried again."""
    must_have(by, REQUEST, "build a report to the Panel")
    return _queue(report, ReportState.FAILED, by=by, at=at)


@transaction.atomic
def rebuild_report(
    *, report: QuarterlyReport, by: User | None, at: datetime, periods: Collection[Period] | None = None
) -> QuarterlyReport:
    """Build a report that is not approved again, from the records as they stand now; with `periods`, on those."""
    must_have(by, REQUEST, "build a report to the Panel")
    if periods is not None:
        QuarterlyReport.objects.filter(pk=report.pk, state=ReportState.READY).update(periods=_as_text(periods))
    return _queue(report, ReportState.READY, by=by, at=at)


@transaction.atomic
def set_meeting(
    *, report: QuarterlyReport, meeting_on: date | None, agenda_item: str, by: User | None, at: datetime
) -> QuarterlyReport:
    """Say which meeting a report that is not approved goes to, and have it built again with that on its first page."""
    must_have(by, REQUEST, "set the meeting of a report to the Panel")
    about = _about(ReportKind(report.kind), report.quarter, report.year, at)
    _check_days(about, as_at=None, meeting_on=meeting_on, today=timezone.localdate(at))
    QuarterlyReport.objects.filter(pk=report.pk, state=ReportState.READY).update(
        meeting_on=meeting_on, agenda_item=agenda_item.strip()
    )
    return _queue(report, ReportState.READY, by=by, at=at)


def draft_due_quarter(*, at: datetime) -> QuarterlyReport | None:
    """Ask for the draft of the quarter just ended, from its first working day after; once, whoever asked first."""
    today = timezone.localdate(at)
    quarter = Quarter.containing(today).previous
    due = first_working_day(quarter.end + timedelta(days=1), also_closed=reference.closed_days())
    asked = QuarterlyReport.objects.about(kind=ReportKind.QUARTERLY, quarter=quarter, year=quarter.year)
    if reference.office() is None or not due <= today <= due + CATCH_UP or asked.exists():
        return None
    try:
        return request_report(quarter=quarter, by=None, at=at)
    except DomainError:
        return None  # another beat was quicker


def _as_text(periods: Collection[Period]) -> str:
    return " ".join(f"{period.start}:{period.end}" for period in periods)


def _about(kind: ReportKind, quarter: Quarter | None, year: int | None, at: datetime) -> Period:
    """The days the report is about, which must be over (a year: have begun)."""
    today = timezone.localdate(at)
    if kind == ReportKind.QUARTERLY:
        if quarter is None or not EARLIEST_YEAR <= quarter.year <= today.year:
            raise DomainError("Choose a quarter that is over.", field="quarter")
        if quarter.end >= today:
            first = nice_date(quarter.end + timedelta(days=1))
            raise DomainError(f"{quarter.label} is not over. Ask for it from {first}.", field="quarter")
        return quarter.period
    if year is None or not EARLIEST_YEAR <= year <= today.year:
        raise DomainError(f"Choose a year from {EARLIEST_YEAR} to {today.year}.", field="year")
    return Period(date(year, 1, 1), min(date(year, 12, 31), today))


def _check_days(about: Period, *, as_at: date | None, meeting_on: date | None, today: date) -> None:
    if as_at and not about.end <= as_at <= today:
        raise DomainError(
            f"The position can be shown as at {nice_date(about.end)} or a later day up to today.", field="as_at"
        )
    if meeting_on and meeting_on <= about.end:
        raise DomainError(f"The Panel meets after {nice_date(about.end)}. Enter a later date.", field="meeting_on")


def _next_version(latest: QuarterlyReport | None, change_note: str) -> int:
    if latest is None:
        return 1
    if latest.state in _STANDS_IN_THE_WAY:
        raise DomainError(_STANDS_IN_THE_WAY[ReportState(latest.state)].format(title=latest))
    if not change_note.strip():
        raise DomainError(
            f"{latest} is issued. To issue version {latest.version + 1}, say what changed.", field="change_note"
        )
    return latest.version + 1


def _queue(report: QuarterlyReport, state: ReportState, *, by: User | None, at: datetime) -> QuarterlyReport:
    moved = QuarterlyReport.objects.filter(pk=report.pk, state=state).update(
        state=ReportState.QUEUED,
        requested_by=by,
        requested_at=at,
        attempts=0,
        nudged_at=None,
        failure="",
        progress_done=0,
        progress_total=0,
        progress_text="",
    )
    report.refresh_from_db()
    if not moved:
        where = report.get_state_display().lower()
        raise DomainError(f"{report} cannot be built now: its state is '{where}'.")
    _tell_a_worker(report.pk)
    return report


def _tell_a_worker(report_id: int) -> None:
    def tell() -> None:
        tasks.nudge(report_id=report_id)

    transaction.on_commit(tell, robust=True)  # a broker that is away changes nothing: the sweep finds the row
