"""The background worker. Tasks carry ids only; the row in Postgres is the queue of record."""

import os
from pathlib import Path

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opcc.settings")

app = Celery("opcc")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_ready.connect
def leave_ready_file(**_: object) -> None:
    """Tell whoever started this worker (opcc.embedded) that it takes tasks."""
    if path := os.environ.get("OPCC_READY_FILE"):
        Path(path).touch()
