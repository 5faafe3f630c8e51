"""The background work of the force's figures. Tasks carry ids only and can be run again."""

import time
from typing import Any

from celery import shared_task
from django.utils import timezone

REFRESH_SECONDS = 120  # after which what is left waits for the next sweep; a batch takes a few seconds


@shared_task
def refresh_summaries(**_: Any) -> int:
    """Work out what is stale, batch by batch. Returns how many series that were."""
    from performance.operations import refresh_summaries as refresh  # noqa: PLC0415 -- the one upward import, in the body

    started, done = time.monotonic(), 0
    while time.monotonic() - started < REFRESH_SECONDS and (found := refresh(at=timezone.now())):
        done += found
    return done
