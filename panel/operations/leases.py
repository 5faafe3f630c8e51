"""What every build has in common: one worker at a time by a lease on the row, a heartbeat, a reason when it fails."""

import logging
import threading
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

from celery.exceptions import SoftTimeLimitExceeded
from django.db import InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from opcc.core.errors import DomainError
from opcc.documents.pdf import PdfError
from panel.enums import PackState, ReportState
from panel.models import Pack, QuarterlyReport
from panel.querysets import PackQuerySet, PanelReportQuerySet

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=20)  # by the database's clock; a worker that lives keeps renewing it
RENEW_SECONDS = 5.0
MOST_ATTEMPTS = 3


class LeaseLostError(Exception):
    """Another worker has taken the row over, or it was changed under the build: this one leaves it alone."""


@dataclass(frozen=True)
class Buildable:
    """A kind of row that is built: a report or a pack. Its states have the same names in both."""

    model: type[QuarterlyReport] | type[Pack]
    noun: str
    steps: int
    first: str  # what the first step is called

    def rows(self) -> PanelReportQuerySet | PackQuerySet:
        """All of them."""
        return self.model.objects.all()

    def mine(self, key: int, attempt: int) -> PanelReportQuerySet | PackQuerySet:
        """The row as long as this attempt holds it."""
        return self.rows().filter(pk=key, state=ReportState.BUILDING, attempts=attempt)

    def progress(self, key: int, attempt: int, done: int, text: str) -> None:
        """Say how far the build is, and hold the row for longer. Raises LeaseLostError."""
        if not self.mine(key, attempt).update(progress_done=done, progress_text=text, lease_until=Now() + LEASE):
            raise LeaseLostError


REPORTS = Buildable(QuarterlyReport, "report", 4, "Reading the records")
PACKS = Buildable(Pack, "pack", 5, "Reading the agenda and its papers")
assert (ReportState.BUILDING.value, ReportState.FAILED.value, ReportState.QUEUED.value) == (
    PackState.BUILDING.value, PackState.FAILED.value, PackState.QUEUED.value,
)  # fmt: skip


def build(kind: Buildable, key: int, make: Callable[[int], None]) -> bool:
    """Take the row and have `make(attempt)` build it. False if another worker has it, or nothing waits."""
    attempt = _claim(kind, key)
    if attempt is None:
        return False
    try:
        with _heartbeat(kind, key, attempt):
            make(attempt)
    except LeaseLostError:
        log.warning("%s %s: attempt %s lost its lease", kind.noun, key, attempt)
        return False
    except (OperationalError, InterfaceError):
        raise  # the database is away, so nothing can be noted: the lease runs out and the sweep starts again
    except Exception as error:  # noqa: BLE001 -- whatever went wrong, staff must see that it did
        _fail(kind, key, attempt, _reason(error))
        log.error(  # noqa: TRY400 -- an error's message may quote a restricted record: the log gets where, not what
            "%s %s: attempt %s failed: %s at %s", kind.noun, key, attempt, type(error).__name__, _where(error)
        )
    return True


@contextmanager
def one_view_of_the_records() -> Generator[None]:
    """Everything read inside is as it was at one moment, so that both editions and all their tables agree."""
    nested = connection.in_atomic_block
    with transaction.atomic():
        if not nested:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


@transaction.atomic
def _claim(kind: Buildable, key: int) -> int | None:
    """Take the row, if it waits or its worker's lease has run out. Returns the number of this attempt."""
    takeable = kind.rows().takeable().filter(pk=key)
    claimed = takeable.filter(attempts__lt=MOST_ATTEMPTS).update(
        state=ReportState.BUILDING,
        lease_until=Now() + LEASE,
        attempts=F("attempts") + 1,
        progress_done=0,
        progress_total=kind.steps,
        progress_text=kind.first,
    )
    if claimed:
        return kind.rows().values_list("attempts", flat=True).get(pk=key)
    takeable.update(state=ReportState.FAILED, failure=_stopped(kind), lease_until=None)
    return None


@contextmanager
def _heartbeat(kind: Buildable, key: int, attempt: int) -> Generator[None]:
    """Renew the lease while the block runs. A killed process takes this thread with it, and the lease runs out."""
    ended = threading.Event()

    def beat() -> None:
        try:
            while not ended.wait(RENEW_SECONDS):
                kind.mine(key, attempt).update(lease_until=Now() + LEASE)
        except (OperationalError, InterfaceError):
            log.warning("%s %s: the lease could not be renewed", kind.noun, key)
        finally:
            connection.close()  # this thread's own

    thread = threading.Thread(target=beat, name=f"lease-of-{kind.noun}-{key}", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _fail(kind: Buildable, key: int, attempt: int, reason: str) -> None:
    kind.mine(key, attempt).update(state=ReportState.FAILED, failure=reason[:1000], lease_until=None, progress_text="")


def _stopped(kind: Buildable) -> str:
    return (
        f"The worker stopped {MOST_ATTEMPTS} times while building this {kind.noun}. "
        "Tell whoever runs the server, and try again when the worker is well."
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
