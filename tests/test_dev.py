"""`./dev`: what it says before it does anything, and what it refuses."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from opcc.dev import demo
from opcc.dev.environment import StoppedError
from opcc.embedded import BASE_DIR


def dev(*arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "dev", *arguments], cwd=BASE_DIR, capture_output=True, text=True, check=False
    )


@contextmanager
def site_answering(status: int) -> Generator[int]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@contextmanager
def taken_port() -> Generator[int]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def test_dev_alone_lists_every_target() -> None:
    listed = dev()
    targets = [line.split()[0] for line in listed.stdout.splitlines() if line.startswith("  ")]
    assert (listed.returncode, targets) == (
        0,
        ["demo", "test", "check", "bench", "lock", "assets", "code", "stop"],
    )


def test_dev_with_an_unknown_target_lists_them_and_fails() -> None:
    assert (dev("tset").returncode, dev("tset").stdout) == (2, dev().stdout)


def test_demo_on_a_port_in_use_says_so_before_it_makes_anything() -> None:
    with taken_port() as port:
        refused = dev("demo", "--port", str(port))
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.strip() == f"Port {port} is in use. Choose another: ./dev demo --port {port + 1}"


def test_second_demo_of_a_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "VAR", tmp_path)
    with demo.only_one_demo():
        assert (tmp_path / "demo.lock").read_text() == str(os.getpid())
        with pytest.raises(StoppedError, match="runs already"), demo.only_one_demo():
            pass
    with demo.only_one_demo():
        pass


def test_demo_waits_while_nothing_answers() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert demo.answers(port) is False


def test_demo_is_ready_when_the_home_page_is_served() -> None:
    with site_answering(200) as port:
        assert demo.answers(port) is True


def test_demo_does_not_wait_for_a_page_that_fails() -> None:
    with site_answering(500) as port, pytest.raises(StoppedError, match="The home page answers 500"):
        demo.answers(port)
