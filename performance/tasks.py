"""The background work of figures. Tasks carry ids only and can be run again."""

import logging
import threading
import time
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from performance.models import Load

log = logging.getLogger(__name__)

NUDGE_SECONDS = 1.0  # the longest a person waits for the broker
NUDGE_AGAIN = timedelta(seconds=60)  # a worker that was told and has not begun may be gone
BATCH = 20
REFRESH_SECONDS = 120  # after which what is left waits for the next sweep; a batch or a projection takes a few seconds


@shared_task
def load_figures(*, load_id: int, **_: Any) -> None:
    """Load one file, if it still waits."""
    from performance.operations import run_load  # noqa: PLC0415 -- the one upward import, in the task's body

    run_load(load_id=load_id, at=timezone.now())


@shared_task
def sweep_loads(**_: Any) -> int:
    """Tell a worker of every load that nobody was told of, or whose worker's lease has run out."""
    forgotten = Load.objects.takeable().filter(
        Q(nudged_at=None) | Q(nudged_at__lte=Now() - NUDGE_AGAIN) | Q(lease_until__isnull=False)
    )
    waiting = list(forgotten.order_by("requested_at", "pk").values_list("pk", flat=True)[:BATCH])
    for load_id in waiting:
        nudge(load_id=load_id)
    return len(waiting)


def nudge(*, load_id: int) -> bool:
    """Tell a worker of a load. A broker that is away or does not answer costs a second, and never an error."""
    told = threading.Event()

    def publish() -> None:
        try:
            load_figures.apply_async(kwargs={"load_id": load_id}, retry=False, ignore_result=True)
        except Exception as error:  # noqa: BLE001 -- kombu and redis raise many kinds; the row stays and the sweep finds it
            log.warning("load %s: no broker to tell (%s)", load_id, type(error).__name__)
        else:
            told.set()

    thread = threading.Thread(target=publish, name=f"nudge-load-{load_id}", daemon=True)
    thread.start()
    thread.join(NUDGE_SECONDS)
    if told.is_set():
        Load.objects.filter(pk=load_id).update(nudged_at=Now())
    return told.is_set()


@shared_task
def refresh_summaries(**_: Any) -> int:
    """Work out what is stale, batch by batch. Returns how many series that were."""
    from performance.operations import refresh_summaries as refresh  # noqa: PLC0415 -- the one upward import, in the body

    started, done = time.monotonic(), 0
    while time.monotonic() - started < REFRESH_SECONDS and (found := refresh(at=timezone.now())):
        done += found
    return done


@shared_task
def project_ahead(**_: Any) -> int:
    """Make the projections that wait, one by one. Returns how many that were."""
    from performance.operations import project_ahead as project  # noqa: PLC0415 -- the one upward import, in the body

    started, done = time.monotonic(), 0
    while time.monotonic() - started < REFRESH_SECONDS and project():
        done += 1
    return done


@shared_task
def score_projections(**_: Any) -> int:
    """Score what was projected, where the months have come. Returns how many projections that were."""
    from performance.operations import score_projections as score  # noqa: PLC0415 -- the one upward import, in the body

    return score(at=timezone.now())
