"""Loading a file: one worker at a time by a lease on the row, everything or nothing, safe to run twice."""

import logging
import threading
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Self

from celery.exceptions import SoftTimeLimitExceeded
from django.db import IntegrityError, InterfaceError, OperationalError, connection, transaction
from django.db.models import F
from django.db.models.functions import Now

from opcc.core.constraints import broken_rule
from opcc.core.errors import DomainError
from opcc.core.saving import acting
from performance.enums import LoadKind, LoadState, Severity
from performance.models import Load, Observation
from performance.operations.loading.checking import check_figures
from performance.operations.loading.findings import Finding, Findings
from performance.operations.loading.reading import read_file
from performance.operations.loading.receiving import loaded_before, was_loaded
from performance.operations.loading.tables import TABLES
from performance.operations.loading.writing import Written, write_figures
from performance.querysets import LoadQuerySet

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=20)  # by the database's clock; a worker that lives keeps renewing it
RENEW_SECONDS = 2.0  # also how often people see how far it is
MOST_ATTEMPTS = 3
LOCK = 0x6C6F6164  # of the transaction that writes: one load at a time
STOPPED = (
    f"The worker stopped {MOST_ATTEMPTS} times while loading this file. "
    "Tell whoever runs the server, and try again when the worker is well."
)
Tell = Callable[[str], None]


class LeaseLostError(Exception):
    """Another worker has taken the load over: this one leaves everything to it."""


class RefusedError(Exception):
    """The file has errors, and nothing of it is kept."""

    def __init__(self, findings: Findings, rows: int) -> None:
        super().__init__()
        self.findings = findings
        self.rows = rows


def run_load(*, load_id: int, at: datetime, tell: Tell | None = None) -> Load | None:
    """Load a waiting file. None if another worker has it, or there is nothing to do.

    It ends loaded, refused for the errors that are kept with it, or failed for a reason that staff read. `tell` is
    called with how far it is.
    """
    attempt = _claim(load_id, at)
    if attempt is None:
        return None
    try:
        with _Heartbeat(load_id, attempt, tell) as heart:
            _load(Load.objects.get(pk=load_id), attempt, at, heart)
    except LeaseLostError:
        log.warning("load %s: attempt %s lost its lease", load_id, attempt)
        return None
    except RefusedError as refused:
        _refuse(load_id, attempt, at, refused)
    except (OperationalError, InterfaceError):
        raise  # the database is away, so nothing can be noted: the lease runs out and the sweep starts again
    except Exception as error:  # noqa: BLE001 -- whatever went wrong, staff must see that it did
        _fail(load_id, attempt, at, _reason(error))
        log.error(  # noqa: TRY400 -- an error's message may quote a restricted figure: the log gets where, not what
            "load %s: attempt %s failed: %s at %s", load_id, attempt, type(error).__name__, _where(error)
        )
    return Load.objects.get(pk=load_id)


@transaction.atomic
def _claim(load_id: int, at: datetime) -> int | None:
    """Take the load, if it waits or its worker's lease has run out. Returns the number of this attempt."""
    takeable = Load.objects.takeable().filter(pk=load_id)
    claimed = takeable.filter(attempts__lt=MOST_ATTEMPTS).update(
        state=LoadState.LOADING,
        lease_until=Now() + LEASE,
        attempts=F("attempts") + 1,
        progress_text="Reading the file",
    )
    if claimed:
        return Load.objects.values_list("attempts", flat=True).get(pk=load_id)
    takeable.update(state=LoadState.FAILED, failure=STOPPED, lease_until=None, progress_text="", finished_at=at)
    return None


class _Heartbeat:
    """Renews the lease and shows how far the load is. A killed process takes the thread with it, and the lease ends."""

    def __init__(self, load_id: int, attempt: int, tell: Tell | None) -> None:
        self._load_id = load_id
        self._attempt = attempt
        self._also_tell = tell
        self._text = "Reading the file"
        self._ended = threading.Event()
        self._lost = threading.Event()
        self._thread = threading.Thread(target=self._beat, name=f"lease-of-load-{load_id}", daemon=True)
        self._renews = not connection.in_atomic_block  # inside the caller's transaction nobody else sees the row

    def tell(self, text: str) -> None:
        """Say how far it is. Raises LeaseLostError if another worker has taken the load over."""
        if self._lost.is_set():
            raise LeaseLostError
        self._text = text
        if self._also_tell:
            self._also_tell(text)

    def __enter__(self) -> Self:
        if self._renews:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        if self._renews:
            self._thread.join()

    def _beat(self) -> None:
        try:
            while not self._ended.wait(RENEW_SECONDS):
                mine = _mine(self._load_id, self._attempt)
                if not mine.update(lease_until=Now() + LEASE, progress_text=self._text):
                    self._lost.set()
        except (OperationalError, InterfaceError):
            log.warning("load %s: the lease could not be renewed", self._load_id)
        finally:
            connection.close()  # this thread's own


def _mine(load_id: int, attempt: int) -> LoadQuerySet:
    return Load.objects.filter(pk=load_id, state=LoadState.LOADING, attempts=attempt)


@transaction.atomic
def _load(load: Load, attempt: int, at: datetime, heart: _Heartbeat) -> None:
    """The figures, what is doubtful in them, and the new state: in one transaction."""
    table, findings = TABLES[LoadKind(load.kind)], Findings()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    _refuse_twin(load)
    with connection.wrap_database_errors, read_file(load) as file:  # COPY goes past Django's own wrapping
        written = write_figures(file.blocks(), load=load, table=table, findings=findings, tell=heart.tell)
        file.note(findings)
    if findings.error_count:
        raise RefusedError(findings, written.rows)
    heart.tell("Checking the figures")
    check_figures(load=load, table=table, findings=findings)
    with acting(load.requested_by, f"Figures loaded from {load.file_name}"):
        _finish(load, attempt, at, written, findings)


def _refuse_twin(load: Load) -> None:
    """Refuse the second of two loads of one file that were asked for in the same moment."""
    twin = loaded_before(kind=load.kind, sha256=load.sha256)
    if twin is not None and not load.replaces:
        findings = Findings()
        findings.add(Severity.ERROR, [Finding(None, was_loaded(twin))])
        raise RefusedError(findings, 0)


def _finish(load: Load, attempt: int, at: datetime, written: Written, findings: Findings) -> None:
    moved = _mine(load.pk, attempt).update(
        state=LoadState.LOADED,
        rows=written.rows,
        created=written.created,
        superseded=written.superseded,
        unchanged=written.unchanged,
        warning_count=findings.warning_count,
        finished_at=at,
        lease_until=None,
        progress_text="",
    )
    if not moved:
        raise LeaseLostError
    findings.store(load)


@transaction.atomic
def _refuse(load_id: int, attempt: int, at: datetime, refused: RefusedError) -> None:
    findings = refused.findings
    moved = _mine(load_id, attempt).update(
        state=LoadState.REFUSED,
        rows=refused.rows,
        error_count=findings.error_count,
        difference_count=findings.difference_count,
        warning_count=findings.warning_count,
        finished_at=at,
        lease_until=None,
        progress_text="",
    )
    if moved:
        findings.store(Load.objects.get(pk=load_id))


def _fail(load_id: int, attempt: int, at: datetime, reason: str) -> None:
    _mine(load_id, attempt).update(
        state=LoadState.FAILED, failure=reason[:1000], finished_at=at, lease_until=None, progress_text=""
    )


def _reason(error: Exception) -> str:
    """What staff are told: what happened and what to do."""
    match error:
        case DomainError():
            return error.message
        case IntegrityError():
            return f"The database kept a figure out. {broken_rule(error, Observation)} Tell whoever runs the server."
        case SoftTimeLimitExceeded():
            return "The load took too long and was stopped. Split the file by year, and load the parts one by one."
        case OSError():
            return (
                f"The kept copy of the file could not be read ({error.strerror or 'no reason given'}). "
                "Tell whoever runs the server, and try again."
            )
    return (
        f"The load stopped on an unexpected fault ({type(error).__name__}). "
        "Try again; if it stops again, tell whoever runs the server: the log says where."
    )


def _where(error: Exception) -> str:
    """The innermost lines of the fault, without what it was about."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames))
