"""The worker of the tests is a real one: a process of its own on the test's database and broker."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from opcc import embedded
from opcc.accounts.models import User
from opcc.celery import app
from tests.support.servers import PrivateBroker, worker_environment

SHOW_USER = "import django; django.setup(); from opcc.accounts.models import User; print(User.objects.get().email)"


@pytest.mark.worker
def test_worker_answers_through_the_broker(celery_worker: int) -> None:
    # A broadcast reaches who listens when it is sent, and a worker takes up listening a moment after it is ready.
    asked = (app.control.ping(timeout=2, limit=1) for _ in range(5))
    answers = next(filter(None, asked), [])
    assert [list(answer.values()) for answer in answers] == [[{"ok": "pong"}]]


@pytest.mark.worker
def test_worker_that_is_killed_leaves_nothing_behind(celery_worker: int) -> None:
    os.kill(celery_worker, signal.SIGKILL)
    assert os.waitpid(celery_worker, 0)[0] == celery_worker
    until = time.monotonic() + 15
    while is_alive(celery_worker):
        assert time.monotonic() < until, "its child is still there"
        time.sleep(0.1)


def is_alive(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.django_db(transaction=True)
def test_worker_environment_reaches_the_database_of_the_tests(broker: PrivateBroker, tmp_path: Path) -> None:
    User.objects.create_user(email="rosa.shaw@opcc.example", password=None)
    shown = subprocess.run(
        [sys.executable, "-c", SHOW_USER],
        cwd=embedded.BASE_DIR,
        env={**os.environ, **worker_environment(broker_url=broker.url, documents=tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.stdout == "rosa.shaw@opcc.example\n", shown.stderr


def test_no_broker_is_within_reach_of_a_test_that_asks_for_none() -> None:
    begun = time.monotonic()
    with pytest.raises(Exception, match=r"/nowhere/redis\.sock"):
        app.send_task("anything")
    assert time.monotonic() - begun < 2
