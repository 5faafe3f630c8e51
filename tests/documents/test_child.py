"""The child process: it ends with its parent, and its end is never the caller's."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from opcc.documents.child import ChildError, Ending, run_child

ROOT = Path(__file__).resolve().parents[2]
ENDLESS = "<!doctype html><html lang='en'><table>" + "<tr><td>words</td></tr>" * 9_000
MEMORY = 1_500 * 1024 * 1024
ORDER = {"css": "", "fonts": "/", "images": {}, "identifier": "x", "title_check": False}
PARENT = """
import sys
from opcc.documents.child import run_child
run_child("render", {order!r}, sys.stdin.buffer.read(), limit_seconds=60, limit_bytes=1500 * 1024 * 1024)
"""


def programs_of(parent: int) -> list[int]:
    """The children of a process that run our program."""
    listed = subprocess.run(["ps", "--ppid", str(parent), "-o", "pid="], capture_output=True, text=True, check=False)
    return [child for child in map(int, listed.stdout.split()) if command_of(child).endswith(b"\0render\0")]


def command_of(process: int) -> bytes:
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:  # it has ended since
        return b""


def alive(process: int) -> bool:
    """Running, not merely unburied."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def wait_for(seconds: float, condition: Callable[[], object]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="The kernel's signal at a parent's death is Linux's")
def test_run_child_ends_when_its_parent_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT.format(order=ORDER)], cwd=ROOT, stdin=subprocess.PIPE)
    assert parent.stdin is not None
    parent.stdin.write(ENDLESS.encode())
    parent.stdin.close()
    assert wait_for(20, lambda: programs_of(parent.pid))
    child = programs_of(parent.pid)[0]
    time.sleep(1)  # it is at work

    parent.send_signal(signal.SIGKILL)
    parent.wait()

    assert wait_for(5, lambda: not alive(child))


def test_run_child_that_is_killed_is_an_error_of_the_caller() -> None:
    def kill_the_child() -> None:
        assert wait_for(20, lambda: programs_of(os.getpid()))
        time.sleep(0.5)
        for child in programs_of(os.getpid()):
            os.kill(child, signal.SIGKILL)

    killer = threading.Thread(target=kill_the_child)
    killer.start()
    with pytest.raises(ChildError) as caught:
        run_child("render", ORDER, ENDLESS.encode(), limit_seconds=30, limit_bytes=MEMORY)
    killer.join()

    assert caught.value.ending is Ending.STOPPED
    assert caught.value.detail == "code -9"


def test_run_child_program_that_fails_says_its_last_words() -> None:
    with pytest.raises(ChildError) as caught:
        run_child("nothing", {}, limit_seconds=10, limit_bytes=MEMORY)

    assert caught.value.ending is Ending.STOPPED
    assert "No module named 'opcc.documents.nothing'" in caught.value.detail


def test_run_child_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(ChildError) as caught:
        run_child("render", ORDER, ENDLESS.encode(), limit_seconds=1, limit_bytes=MEMORY)

    assert (caught.value.ending, caught.value.detail) == (Ending.TIMED_OUT, "after 1 s")
