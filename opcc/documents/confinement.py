"""Inside a child process of `opcc.documents.child`: the limits it works under and how it answers.

Nothing here touches the settings, the database or the network.
"""

import ctypes
import json
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable
from typing import Any

CLONE_NEWUSER, CLONE_NEWNET, PR_SET_PDEATHSIG = 0x10000000, 0x40000000, 1


class RefusedError(Exception):
    """What was given may not be worked on; the message says why, for a person."""


def serve(
    work: Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]], *, too_deep: str, too_large: str
) -> None:
    """Read one order, do the work under limits, answer, leave."""
    head, _, body = sys.stdin.buffer.read().partition(b"\n")
    order = json.loads(head)
    confine(limit_bytes=order["limit_bytes"], limit_seconds=order["limit_seconds"])
    try:
        answer, content = work(order, body)
    except RefusedError as refusal:
        answer, content = {"error": str(refusal)}, b""
    except RecursionError:
        answer, content = {"error": too_deep}, b""
    except MemoryError:
        answer, content = {"error": too_large}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + content)
    sys.stdout.buffer.flush()
    os._exit(0)  # all is written; taking a million objects down one by one would cost a tenth of a second


def confine(*, limit_bytes: int, limit_seconds: float) -> None:
    """Limits on memory, processor time and file size; no network; the end of the parent ends this too."""
    for kind, limit in (
        (resource.RLIMIT_AS, limit_bytes),
        (resource.RLIMIT_CPU, int(limit_seconds) + 5),
        (resource.RLIMIT_FSIZE, 64 * 1024 * 1024),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        try:
            resource.setrlimit(kind, (allowed, allowed))
        except (OSError, ValueError):
            continue  # macOS refuses a limit on address space; the wall clock still holds
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        library.unshare(CLONE_NEWUSER | CLONE_NEWNET)  # where the host allows it: a namespace without an interface
    socket.socket = _NoSocket  # type: ignore[assignment,misc]  # and nothing written in Python opens one anywhere


class _NoSocket:
    def __init__(self, *_: object, **__: object) -> None:
        raise OSError("This work is done without the network")
