"""Landlock: what a confined process may do with files, tried in a process of its own."""

import os
import socket
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from opcc.documents import landlock

pytestmark = pytest.mark.skipif(not landlock.version(), reason="This kernel has no Landlock")
TRIES = """
import pathlib, socket, sys
given, kept, port = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
def tried(work):
    try:
        return str(work())
    except PermissionError:
        return "refused"
print(tried((given / "a").read_text), tried(lambda: (given / "b").write_text("new")), tried((kept / "a").read_text),
      tried(lambda: (kept / "b").write_text("new")), tried(lambda: list(kept.iterdir())), tried((kept / "a").unlink),
      tried(lambda: socket.create_connection(("127.0.0.1", port)) and "connected"))
"""


def tried(grants: list[tuple[str, int]], given: Path, kept: Path, port: int) -> list[str]:
    """What a process under the grants could do, in order."""
    rules = landlock.rules(grants)
    assert rules is not None
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-S", "-c", TRIES, str(given), str(kept), str(port)],
            preexec_fn=partial(landlock.restrict, rules),  # nothing else runs in this process
            capture_output=True,
            text=True,
            check=True,
        )
    finally:
        os.close(rules)
    return done.stdout.split()


def test_restrict_leaves_what_was_granted_and_nothing_else(tmp_path: Path) -> None:
    given, kept = tmp_path / "given", tmp_path / "kept"
    for folder in (given, kept):
        folder.mkdir()
        (folder / "a").write_text("words")
    programs = [(path, landlock.READ) for path in ("/usr", "/lib", "/lib64", "/etc", sys.base_prefix)]
    devices = [("/dev/null", landlock.USE_DEVICE), ("/no/such/device", landlock.USE_DEVICE)]

    with socket.create_server(("127.0.0.1", 0)) as listening:
        answers = tried(
            [*programs, *devices, (str(given), landlock.EVERYTHING)], given, kept, listening.getsockname()[1]
        )

    reached = "refused" if landlock.version() >= 4 else "connected"
    assert answers == ["words", "3", "refused", "refused", "refused", "refused", reached]
    assert (given / "b").read_text() == "new"
    assert sorted(path.name for path in kept.iterdir()) == ["a"]
