"""Processes that end when they should: on request, with whatever they started, and with their parent."""

import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from opcc.embedded.places import BASE_DIR, ServerError, tail

_libc = ctypes.CDLL(None)


def spawn(
    command: Sequence[str | Path], *, log: Path | None, environment: Mapping[str, str] | None = None
) -> "subprocess.Popen[bytes]":
    """Start a process in a session of its own, that is told to end should this one die without stopping it."""
    output: IO[bytes] | None = log.open("ab") if log else None
    try:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=BASE_DIR,
            env={**os.environ, **(environment or {})},
            start_new_session=True,
            preexec_fn=_end_with_parent,  # noqa: PLW1509 - it only calls prctl, on a library loaded before
        )
    finally:
        if output:
            output.close()


def _end_with_parent() -> None:
    if sys.platform == "linux":
        _libc.prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def wait_for(
    ready: Callable[[], bool], *, process: "subprocess.Popen[bytes]", log: Path, what: str, seconds: float = 60
) -> None:
    """Wait until a process that was started is of use, or say why it is not."""
    until = time.monotonic() + seconds
    while not ready():
        if process.poll() is not None or time.monotonic() > until:
            stop(process)
            raise ServerError(f"{what} did not start; its log is {log}.\n{tail(log)}")
        time.sleep(0.02)


def stop(process: "subprocess.Popen[bytes]", *, patience: float = 10) -> None:
    """End a process and whatever it started: politely first, and after `patience` seconds for good."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def exit_on_sigterm() -> None:
    """Let SIGTERM, and a terminal that is closed, unwind the `with` blocks as Ctrl-C does."""
    if threading.current_thread() is threading.main_thread():
        for each in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, lambda number, _: sys.exit(128 + number))
