"""The background work of the Panel's reports and packs. Tasks carry ids only and can be run again."""

import logging
import threading
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from panel.models import Pack, QuarterlyReport
from panel.querysets import PackQuerySet, PanelReportQuerySet

log = logging.getLogger(__name__)

NUDGE_SECONDS = 1.0  # the longest a person waits for the broker
NUDGE_AGAIN = timedelta(seconds=60)  # a worker that was told and has not begun may be gone
BATCH = 20


@shared_task
def build_report(*, report_id: int, **_: Any) -> None:
    """Build one report, if it still waits."""
    from panel.operations import build_report as build  # noqa: PLC0415 -- the one upward import, in the task's body

    build(report_id=report_id, at=timezone.now())


@shared_task
def sweep_reports(**_: Any) -> int:
    """Tell a worker of every report that nobody was told of, or whose worker's lease has run out."""
    waiting = _forgotten(QuarterlyReport.objects.takeable())
    for report_id in waiting:
        nudge(report_id=report_id)
    return len(waiting)


@shared_task
def build_pack(*, pack_id: int, **_: Any) -> None:
    """Build one pack, if it still waits."""
    from panel.operations import build_pack as build  # noqa: PLC0415 -- the one upward import, in the task's body

    build(pack_id=pack_id, at=timezone.now())


@shared_task
def sweep_packs(**_: Any) -> int:
    """The same for packs."""
    waiting = _forgotten(Pack.objects.takeable())
    for pack_id in waiting:
        nudge_pack(pack_id=pack_id)
    return len(waiting)


def _forgotten(takeable: PanelReportQuerySet | PackQuerySet) -> list[int]:
    """Those nobody was told of, or long ago, or whose worker is gone: the oldest, a few at a time."""
    rows = takeable.filter(Q(nudged_at=None) | Q(nudged_at__lte=Now() - NUDGE_AGAIN) | Q(lease_until__isnull=False))
    return list(rows.order_by("requested_at", "pk").values_list("pk", flat=True)[:BATCH])


@shared_task
def draft_quarter_if_due(**_: Any) -> None:
    """On the first working day after a quarter, ask for its draft."""
    from panel.operations import draft_due_quarter  # noqa: PLC0415 -- the one upward import, in the task's body

    draft_due_quarter(at=timezone.now())


def nudge(*, report_id: int) -> bool:
    """Tell a worker of a report. A broker that is away or does not answer costs a second, and never an error."""
    return _tell(build_report, QuarterlyReport.objects.filter(pk=report_id), {"report_id": report_id})


def nudge_pack(*, pack_id: int) -> bool:
    """Tell a worker of a pack, likewise."""
    return _tell(build_pack, Pack.objects.filter(pk=pack_id), {"pack_id": pack_id})


def _tell(task: Any, row: PanelReportQuerySet | PackQuerySet, told_of: dict[str, int]) -> bool:
    told = threading.Event()
    (name, key) = next(iter(told_of.items()))

    def publish() -> None:
        try:
            task.apply_async(kwargs=told_of, retry=False, ignore_result=True)
        except Exception as error:  # noqa: BLE001 -- kombu and redis raise many kinds; the row stays and the sweep finds it
            log.warning("%s %s: no broker to tell (%s)", name.removesuffix("_id"), key, type(error).__name__)
        else:
            told.set()

    thread = threading.Thread(target=publish, name=f"nudge-{name}-{key}", daemon=True)
    thread.start()
    thread.join(NUDGE_SECONDS)
    if told.is_set():
        row.update(nudged_at=Now())
    return told.is_set()
