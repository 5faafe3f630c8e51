"""A load of figures under faults: real worker, real broker, real Postgres."""

import os
import signal
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.db import connection
from django.db.models import Count
from django.utils import timezone

from opcc import embedded
from opcc.accounts.models import User
from performance import operations, tasks
from performance.enums import LoadState
from performance.models import Load, Observation
from performance.operations.loading import running
from tests.factories.performance import MeasureFactory, SeriesFactory
from tests.performance.files import csv_of, kept_everywhere, of_force
from tests.support.actors import signed_in_client
from tests.support.servers import PrivateBroker, worker_environment

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]
MONTHS, MEASURES = 1_200, 150  # a hundred years of each: as many rows as a worker reads in some seconds
ROWS = MONTHS * MEASURES


def _until(ready: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, list(Load.objects.values("state", "attempts", "progress_text", "failure"))
        time.sleep(0.01)


def _state() -> str:
    return Load.objects.values_list("state", flat=True).get()


def _received(content: bytes) -> Load:
    return operations.receive_load(file=BytesIO(content), name="figures.csv", by=None, at=timezone.now())


def _long_file() -> bytes:
    """A file that takes a while."""
    measure = kept_everywhere("Measure 0", districts=False)
    force = measure.series.get(force_area__isnull=False).force_area
    for number in range(1, MEASURES):
        SeriesFactory.create(
            measure=MeasureFactory.create(name=f"Measure {number}", code=f"m{number}"), force_area=force
        )
    rows = [row for n in range(MEASURES) for row in of_force(*[20] * MONTHS, first="1901-01", measure=f"Measure {n}")]
    return csv_of(*rows)


def _half_written() -> int | None:
    """The database process that has taken in half of the rows and is at it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_progress_copy WHERE datname = current_database()"
            " AND relid = 'performance_observation'::regclass AND tuples_processed BETWEEN %s AND %s",
            [ROWS / 2, ROWS - 1],
        )
        found = cursor.fetchone()
    return found[0] if found else None


def _loaded_once(*, rows: int, attempts: int) -> None:
    """One load, ended, and every row of its file once."""
    load = Load.objects.get()
    assert (load.state, load.attempts, load.failure, load.rows, load.created, load.lease_until) == (
        LoadState.LOADED,
        attempts,
        "",
        rows,
        rows,
        None,
    )
    assert Observation.objects.filter(load=load).count() == Observation.objects.count() == rows
    assert not Observation.objects.values("series", "month").annotate(times=Count("pk")).filter(times__gt=1).exists()


def _swept_until_loaded() -> None:
    """The sweep comes round until the lease has run out and a worker has ended the load."""
    _until(lambda: bool(tasks.sweep_loads()), running.LEASE.seconds + 15)
    _until(lambda: _state() == LoadState.LOADED)


def test_upload_is_loaded_by_a_worker_while_staff_look_on(
    broker: PrivateBroker, celery_worker: int, performance_officer: User
) -> None:
    kept_everywhere(districts=False)
    content = BytesIO(csv_of(*of_force(34, 37, 26)))
    content.name = "q3.csv"
    staff = signed_in_client(performance_officer)

    answer = staff.post("/staff/performance/load/add/", {"kind": "observations", "file": content}, follow=True)

    ((address, _),) = answer.redirect_chain
    assert Load.objects.get().nudged_at is not None
    _until(lambda: _state() == LoadState.LOADED)
    _loaded_once(rows=3, attempts=1)
    assert Load.objects.get().requested_by == performance_officer
    assert "Loaded" in staff.get(address).content.decode()


def test_worker_killed_with_half_the_rows_written_leaves_none_and_then_all(
    broker: PrivateBroker, tmp_path: Path
) -> None:
    environment = worker_environment(broker_url=broker.url, documents=tmp_path / "documents")
    _received(_long_file())
    log = tmp_path / "worker.log"
    with embedded.worker(broker.folder, environment=environment, log=log) as process:
        _until(lambda: _half_written() is not None)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert (_state(), Observation.objects.count()) == (LoadState.LOADING, 0)
    assert tasks.sweep_loads() == 0  # the lease still runs
    with embedded.worker(broker.folder, environment=environment, log=log):
        _swept_until_loaded()
    _loaded_once(rows=ROWS, attempts=2)


def test_connection_cut_with_half_the_rows_written_leaves_none_and_then_all(
    broker: PrivateBroker, celery_worker: int
) -> None:
    _received(_long_file())
    _until(_cut_half_written)
    assert (_state(), Observation.objects.count()) == (LoadState.LOADING, 0)
    _swept_until_loaded()
    _loaded_once(rows=ROWS, attempts=2)


def _cut_half_written() -> bool:
    """End the database process that is in the middle of the rows, and wait until it is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 10000)", [_half_written()])
        return bool(cursor.fetchone() == (True,))


def test_task_delivered_again_does_nothing(broker: PrivateBroker, celery_worker: int) -> None:
    kept_everywhere(districts=False)
    load = _received(csv_of(*of_force(34, 37, 26)))
    for _ in range(3):
        assert tasks.nudge(load_id=load.pk)
    _until(lambda: _state() == LoadState.LOADED)
    finished_at = Load.objects.get().finished_at
    tasks.load_figures(load_id=load.pk)
    _loaded_once(rows=3, attempts=1)
    assert Load.objects.get().finished_at == finished_at


def test_file_brought_without_a_broker_is_loaded_once_a_worker_comes(
    broker_server: PrivateBroker, request: pytest.FixtureRequest
) -> None:
    kept_everywhere(districts=False)
    began = time.monotonic()
    load = _received(csv_of(*of_force(34, 37, 26)))
    assert time.monotonic() - began < tasks.NUDGE_SECONDS + 1
    load.refresh_from_db()
    assert (load.state, load.nudged_at, Observation.objects.count()) == (LoadState.QUEUED, None, 0)
    request.getfixturevalue("celery_worker")
    assert tasks.sweep_loads() == 1
    assert tasks.sweep_loads() == 0  # a worker was told a moment ago
    _until(lambda: _state() == LoadState.LOADED)
    _loaded_once(rows=3, attempts=1)
