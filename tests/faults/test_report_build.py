"""A report's build under faults: real worker, real broker, real Postgres."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from opcc import embedded
from opcc.core.quarters import Quarter
from panel import operations, tasks
from panel.enums import ReportState
from panel.models import Edition, QuarterlyReport
from panel.operations import leases
from tests.factories.panel import ASKED_AT, CANARY, a_quarter
from tests.support.servers import PrivateBroker, worker_environment

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]
QUARTER = Quarter(2017, 4)


def _until(ready: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, list(QuarterlyReport.objects.values("state", "attempts", "failure"))
        time.sleep(0.05)


def _state() -> str:
    return QuarterlyReport.objects.values_list("state", flat=True).get()


def _stored() -> list[Path]:
    return [path for path in Path(settings.DOCUMENTS_DIR).rglob("*") if path.is_file()]


def _one_whole_set(attempts: int) -> None:
    """One report, two editions, two files, nothing half-made."""
    report = QuarterlyReport.objects.get()
    assert (report.state, report.attempts, report.failure) == (ReportState.READY, attempts, "")
    names = sorted(Edition.objects.values_list("file", flat=True))
    assert sorted(str(path.relative_to(settings.DOCUMENTS_DIR)) for path in _stored()) == names
    assert len(names) == 2


def test_worker_killed_in_the_middle_of_a_pdf_leaves_one_whole_set(
    broker: PrivateBroker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_quarter()
    environment = worker_environment(broker_url=broker.url, documents=tmp_path / "documents")
    operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)
    log = tmp_path / "worker.log"
    with embedded.worker(broker.folder, environment=environment, log=log) as process:
        _until(lambda: QuarterlyReport.objects.filter(progress_text="Making the public edition").exists())
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert (_state(), Edition.objects.count()) == (ReportState.BUILDING, 0)
    with embedded.worker(broker.folder, environment=environment, log=log):
        _until(lambda: bool(tasks.sweep_reports()) or _state() == ReportState.READY, leases.LEASE.seconds + 15)
        _until(lambda: _state() == ReportState.READY)
    _one_whole_set(attempts=2)
    assert CANARY not in log.read_text()


def test_child_killed_in_the_middle_of_a_pdf_leaves_one_whole_set(
    broker: PrivateBroker, tmp_path: Path, celery_worker: int
) -> None:
    a_quarter()
    operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)
    _until(lambda: QuarterlyReport.objects.filter(progress_text="Making the restricted edition").exists())
    for child in _children(celery_worker):
        os.kill(child, signal.SIGKILL)
    _until(lambda: bool(tasks.sweep_reports()) or _state() == ReportState.READY, leases.LEASE.seconds + 15)
    _until(lambda: _state() == ReportState.READY)
    _one_whole_set(attempts=2)


def test_report_asked_for_without_a_broker_is_built_once_a_worker_comes(
    broker_server: PrivateBroker, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    a_quarter()
    began = time.monotonic()
    report = operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)
    assert time.monotonic() - began < tasks.NUDGE_SECONDS + 1
    report.refresh_from_db()
    assert (report.state, report.nudged_at) == (ReportState.QUEUED, None)
    request.getfixturevalue("celery_worker")
    assert tasks.sweep_reports() == 1
    _until(lambda: _state() == ReportState.READY)
    _one_whole_set(attempts=1)


def test_task_delivered_twice_gives_one_set(broker: PrivateBroker, celery_worker: int) -> None:
    a_quarter()
    report = operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)
    for _ in range(3):
        assert tasks.nudge(report_id=report.pk)
    _until(lambda: _state() == ReportState.READY)
    _one_whole_set(attempts=1)


def _children(pid: int) -> list[int]:
    told = subprocess.run(["ps", "--ppid", str(pid), "-o", "pid="], capture_output=True, text=True, check=False)
    return [int(line) for line in told.stdout.split()]
