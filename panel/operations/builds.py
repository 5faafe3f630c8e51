"""Building a report: one worker at a time by a lease on the row, every file whole or absent, safe to run twice."""

import logging
import threading
import traceback
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from opcc.core.errors import DomainError
from opcc.documents.pdf import PdfError, RenderedPdf, render_pdf
from panel import quarterly_report
from panel.enums import Audience, ReportState
from panel.models import Edition, QuarterlyReport
from panel.operations.files import keep_only, store
from panel.querysets import PanelReportQuerySet

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=20)  # by the database's clock; a worker that lives keeps renewing it
RENEW_SECONDS = 5.0
MOST_ATTEMPTS = 3
STEPS = 4
STOPPED = (
    f"The worker stopped {MOST_ATTEMPTS} times while building this report. "
    "Tell whoever runs the server, and try again when the worker is well."
)


class LeaseLostError(Exception):
    """Another worker has taken the report over: this one leaves everything to it."""


@dataclass(frozen=True)
class Built:
    """One edition made: what it says, and the PDF of it, stored under `name`."""

    contents: quarterly_report.Json
    pdf: RenderedPdf
    name: str


def build_report(*, report_id: int, at: datetime) -> QuarterlyReport | None:
    """Make both editions of a waiting report. None if another worker has it, or there is nothing to do."""
    attempt = _claim(report_id)
    if attempt is None:
        return None
    try:
        with _heartbeat(report_id, attempt):
            report = QuarterlyReport.objects.get(pk=report_id)
            _finish(report, attempt, _make(report, attempt, at), at)
    except LeaseLostError:
        log.warning("report %s: attempt %s lost its lease", report_id, attempt)
        return None
    except (OperationalError, InterfaceError):
        raise  # the database is away, so nothing can be noted: the lease runs out and the sweep starts again
    except Exception as error:  # noqa: BLE001 -- whatever went wrong, staff must see that it did
        _fail(report_id, attempt, _reason(error))
        log.error(  # noqa: TRY400 -- an error's message may quote a restricted record: the log gets where, not what
            "report %s: attempt %s failed: %s at %s", report_id, attempt, type(error).__name__, _where(error)
        )
    return QuarterlyReport.objects.get(pk=report_id)


@transaction.atomic
def _claim(report_id: int) -> int | None:
    """Take the report, if it waits or its worker's lease has run out. Returns the number of this attempt."""
    takeable = QuarterlyReport.objects.takeable().filter(pk=report_id)
    claimed = takeable.filter(attempts__lt=MOST_ATTEMPTS).update(
        state=ReportState.BUILDING,
        lease_until=Now() + LEASE,
        attempts=F("attempts") + 1,
        progress_done=0,
        progress_total=STEPS,
        progress_text="Reading the records",
    )
    if claimed:
        return QuarterlyReport.objects.values_list("attempts", flat=True).get(pk=report_id)
    takeable.update(state=ReportState.FAILED, failure=STOPPED, lease_until=None)
    return None


@contextmanager
def _heartbeat(report_id: int, attempt: int) -> Generator[None]:
    """Renew the lease while the block runs. A killed process takes this thread with it, and the lease runs out."""
    ended = threading.Event()

    def beat() -> None:
        try:
            while not ended.wait(RENEW_SECONDS):
                _mine(report_id, attempt).update(lease_until=Now() + LEASE)
        except (OperationalError, InterfaceError):
            log.warning("report %s: the lease could not be renewed", report_id)
        finally:
            connection.close()  # this thread's own

    thread = threading.Thread(target=beat, name=f"lease-of-report-{report_id}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _mine(report_id: int, attempt: int) -> PanelReportQuerySet:
    return QuarterlyReport.objects.filter(pk=report_id, state=ReportState.BUILDING, attempts=attempt)


def _progress(report_id: int, attempt: int, done: int, text: str) -> None:
    if not _mine(report_id, attempt).update(progress_done=done, progress_text=text, lease_until=Now() + LEASE):
        raise LeaseLostError


def _make(report: QuarterlyReport, attempt: int, at: datetime) -> Mapping[Audience, Built]:
    """Compose both editions from one view of the records, then print and store each."""
    with _one_view_of_the_records():
        composed = {audience: quarterly_report.compose(report, audience=audience, at=at) for audience in Audience}
    built = {}
    for done, (audience, contents) in enumerate(composed.items(), 1):
        _progress(report.pk, attempt, done, f"Making the {audience.label.lower()} edition")
        pdf = render_pdf(quarterly_report.html(contents), office_colour=contents["office_colour"])
        name = f"panel/{report.public_id}/{audience.value}-{pdf.sha256[:32]}.pdf"
        store(name, pdf.content)
        built[audience] = Built(contents, pdf, name)
    _progress(report.pk, attempt, STEPS - 1, "Keeping both editions")
    return built


@contextmanager
def _one_view_of_the_records() -> Generator[None]:
    """Everything read inside is as it was at one moment, so that both editions and all their tables agree."""
    nested = connection.in_atomic_block
    with transaction.atomic():
        if not nested:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@transaction.atomic
def _finish(report: QuarterlyReport, attempt: int, built: Mapping[Audience, Built], at: datetime) -> None:
    """Both editions and the new state in one transaction; the files are there already."""
    moved = _mine(report.pk, attempt).update(
        state=ReportState.READY, built_at=at, lease_until=None, progress_done=STEPS, progress_text=""
    )
    if not moved:
        raise LeaseLostError
    for audience, edition in built.items():
        Edition.objects.update_or_create(
            report=report,
            audience=audience,
            defaults={
                "contents": edition.contents,
                "contents_sha256": quarterly_report.digest(edition.contents),
                "template_version": quarterly_report.template_version(),
                "file": edition.name,
                "pages": edition.pdf.pages,
                "size": len(edition.pdf.content),
                "sha256": edition.pdf.sha256,
                "built_at": at,
            },
        )
    folder, kept = f"panel/{report.public_id}", {edition.name for edition in built.values()}

    def tidy() -> None:
        keep_only(folder, kept)

    transaction.on_commit(tidy, robust=True)


def _fail(report_id: int, attempt: int, reason: str) -> None:
    _mine(report_id, attempt).update(
        state=ReportState.FAILED, failure=reason[:1000], lease_until=None, progress_text=""
    )


def _reason(error: Exception) -> str:
    """What staff are told: what happened and what to do."""
    match error:
        case DomainError() | PdfError():
            return error.message
        case SoftTimeLimitExceeded():
            return (
                "The build took too long and was stopped. Look for an unusually long text, shorten it, and try again."
            )
        case OSError():
            return (
                f"The PDF could not be stored ({error.strerror or 'no reason given'}). "
                "Tell whoever runs the server, and try again when there is room."
            )
    return (
        f"The build stopped on an unexpected fault ({type(error).__name__}). "
        "Try again; if it stops again, tell whoever runs the server: the log says where."
    )


def _where(error: Exception) -> str:
    """The innermost lines of the fault, without what it was about."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
