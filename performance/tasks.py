"""The background work of the force's figures. Tasks carry ids only and can be run again."""

import time
from typing import Any

from celery import shared_task
from django.utils import timezone

REFRESH_SECONDS = 120  # after which what is left waits for the next sweep; a batch or a projection takes a few seconds


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
