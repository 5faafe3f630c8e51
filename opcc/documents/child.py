"""Runs one of this package's programs in a child process that can be stopped, and reads its answer.

What comes from outside (a document's HTML, an uploaded file) is opened there and never in the caller.
"""

import json
import os
import subprocess  # the child is this Python with a fixed program and no shell
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent
# The child starts with bare packages, because `opcc/__init__` brings up Celery, which it has no use for.
_BOOT = """
import importlib, sys, types
for name, folder in (("opcc", sys.argv[1]), ("opcc.documents", sys.argv[1] + "/documents")):
    package = types.ModuleType(name)
    package.__path__ = [folder]
    sys.modules[name] = package
importlib.import_module("opcc.documents." + sys.argv[2]).main()
"""
# What the child needs of the environment: where libraries, fonts and temporary files are. No secret goes along.
_PASSED_ON = (
    *("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH"),
    *("FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME"),
)


class Ending(StrEnum):
    """How a child ended without an answer."""

    TIMED_OUT = "timed out"
    NOT_STARTED = "not started"
    STOPPED = "stopped"


class ChildError(Exception):
    """No answer came. `ending` says how; `detail` is for the log and for whoever runs the server."""

    def __init__(self, ending: Ending, detail: str = "") -> None:
        super().__init__(f"{ending}: {detail}")
        self.ending = ending
        self.detail = detail


def run_child(
    program: str, order: dict[str, Any], body: bytes = b"", *, limit_seconds: float, limit_bytes: int
) -> tuple[dict[str, Any], bytes]:
    """Give the program an order and a body; return its answer and the bytes that followed it. Raises ChildError."""
    head = json.dumps({**order, "limit_seconds": limit_seconds, "limit_bytes": limit_bytes}).encode()
    try:
        done = subprocess.run(  # noqa: S603  # a fixed program; what is not trusted goes in as data
            [sys.executable, "-I", "-c", _BOOT, str(_PACKAGE.parent), program],
            input=head + b"\n" + body,
            capture_output=True,
            timeout=limit_seconds,
            env={name: os.environ[name] for name in _PASSED_ON if name in os.environ},
            cwd="/",
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as expired:
        raise ChildError(Ending.TIMED_OUT, f"after {limit_seconds:g} s") from expired
    except OSError as error:
        raise ChildError(Ending.NOT_STARTED, str(error)) from error
    line, _, content = done.stdout.partition(b"\n")
    if done.returncode or not line:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise ChildError(Ending.STOPPED, f"code {done.returncode}{': ' + said[-1][:200] if said else ''}")
    answer: dict[str, Any] = json.loads(line)
    return answer, content
