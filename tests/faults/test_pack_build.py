"""A pack's build under faults: real worker, real broker, real Postgres."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from opcc import embedded
from panel import operations, tasks
from panel.enums import PackState
from panel.models import Pack, PackEdition
from panel.operations import leases
from tests.factories.panel import the_office
from tests.factories.papers import ADDED_AT, SECRET, a_meeting
from tests.support.servers import PrivateBroker, worker_environment

pytestmark = [pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def _until(ready: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, list(Pack.objects.values("state", "attempts", "failure"))
        time.sleep(0.05)


def _state() -> str:
    return Pack.objects.values_list("state", flat=True).get()


def test_worker_killed_in_the_middle_of_a_pack_leaves_one_whole_set(broker: PrivateBroker, tmp_path: Path) -> None:
    the_office()
    environment = worker_environment(broker_url=broker.url, documents=tmp_path / "documents")
    operations.request_pack(meeting=a_meeting(), by=None, at=ADDED_AT)
    log = tmp_path / "worker.log"
    with embedded.worker(broker.folder, environment=environment, log=log) as process:
        _until(lambda: Pack.objects.filter(progress_text="Making the public edition").exists())
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    assert (_state(), PackEdition.objects.count()) == (PackState.BUILDING, 0)
    with embedded.worker(broker.folder, environment=environment, log=log):
        _until(lambda: bool(tasks.sweep_packs()) or _state() == PackState.READY, leases.LEASE.seconds + 15)
        _until(lambda: _state() == PackState.READY)
    pack = Pack.objects.get()
    assert (pack.attempts, pack.failure) == (2, "")
    names = sorted(PackEdition.objects.values_list("file", flat=True))
    stored = [path for path in Path(settings.DOCUMENTS_DIR, "packs").rglob("*") if path.is_file()]
    assert sorted(str(path.relative_to(settings.DOCUMENTS_DIR)) for path in stored) == names
    assert len(names) == 2
    assert SECRET not in log.read_text()


def test_pack_task_delivered_twice_gives_one_set(broker: PrivateBroker, celery_worker: int) -> None:
    the_office()
    pack = operations.request_pack(meeting=a_meeting(), by=None, at=ADDED_AT)
    for _ in range(3):
        assert tasks.nudge_pack(pack_id=pack.pk)
    _until(lambda: _state() == PackState.READY)
    assert (Pack.objects.get().attempts, PackEdition.objects.count()) == (1, 2)
