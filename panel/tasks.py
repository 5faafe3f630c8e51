"""The background work of reports to the Panel. Tasks carry ids only and can be run again."""

import logging
import threading
from datetime import timedelta
from typing import Any

from celery import shared_task
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from panel.models import QuarterlyReport

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
    forgotten = QuarterlyReport.objects.takeable().filter(
        Q(nudged_at=None) | Q(nudged_at__lte=Now() - NUDGE_AGAIN) | Q(lease_until__isnull=False)
    )
    waiting = list(forgotten.order_by("requested_at", "pk").values_list("pk", flat=True)[:BATCH])
    for report_id in waiting:
        nudge(report_id=report_id)
    return len(waiting)


@shared_task
def draft_quarter_if_due(**_: Any) -> None:
    """On the first working day after a quarter, ask for its draft."""
    from panel.operations import draft_due_quarter  # noqa: PLC0415 -- the one upward import, in the task's body

    draft_due_quarter(at=timezone.now())


def nudge(*, report_id: int) -> bool:
    """Tell a worker of a report. A broker that is away or does not answer costs a second, and never an error."""
    told = threading.Event()

    def publish() -> None:
        try:
            build_report.apply_async(kwargs={"report_id": report_id}, retry=False, ignore_result=True)
        except Exception as error:  # noqa: BLE001 -- kombu and redis raise many kinds; the row stays and the sweep finds it
            log.warning("report %s: no broker to tell (%s)", report_id, type(error).__name__)
        else:
            told.set()

    thread = threading.Thread(target=publish, name=f"nudge-report-{report_id}", daemon=True)
    thread.start()
    thread.join(NUDGE_SECONDS)
    if told.is_set():
        QuarterlyReport.objects.filter(pk=report_id).update(nudged_at=Now())
    return told.is_set()
