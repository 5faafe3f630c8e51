"""`./dev demo`, `./dev stop` and `./dev bench`: what runs on the private servers."""

import argparse
import fcntl
import http.client
import io
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from datetime import date
from pathlib import Path

from opcc import embedded
from opcc.dev.environment import PYTHON, ROOT, VAR, StoppedError, enter_environment, need_pango, run, say

THREADS = (
    "--worker-class",
    "gthread",
    "--threads",
    "8",
    "--worker-tmp-dir",
    tempfile.gettempdir(),
    "--no-control-socket",
)
WEB = ("gunicorn", "gunicorn", "opcc.wsgi", *THREADS, "--bind")
PACK_SECONDS = 120
BEAT = ("beat", "celery", "-A", "opcc.celery", "beat", "--pidfile=")
PORTALS = (("The public", "/"), ("Ambassadors", "/ambassadors/"), ("The Panel", "/panel/"), ("Staff", "/staff/"))


@contextmanager
def only_one_demo() -> Generator[None]:
    """Two demos on one database would take each other's tasks."""
    with (VAR / "demo.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StoppedError("A demo of this folder runs already. ./dev stop ends it.") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


def demo(arguments: list[str]) -> int:
    """Everything from nothing to a served sample."""
    parser = argparse.ArgumentParser(prog="./dev demo", description="Everything from nothing to a served sample.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--fresh", action="store_true", help="throw the data of an earlier demo away first")
    parser.add_argument("--no-serve", action="store_true", help="do all but serve, stop what was started, exit 0")
    options = parser.parse_args(arguments)
    if not options.no_serve:
        need_port(options.port)
    enter_environment("local")
    need_pango()
    embedded.exit_on_sigterm()
    with only_one_demo():
        if options.fresh:
            say("Throwing the earlier data away")
            embedded.stop_postgres()
            for name in ("pg", "documents", "demo"):
                shutil.rmtree(VAR / name, ignore_errors=True)
        say("Starting Postgres and the broker")
        with embedded.postgres(), embedded.broker(tell=say):
            return fill_and_serve(port=options.port, serve=not options.no_serve)


def need_port(port: int) -> None:
    """Nothing else may listen where the demo is to be served."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise StoppedError(f"Port {port} is in use. Choose another: ./dev demo --port {port + 1}") from None


def fill_and_serve(*, port: int, serve: bool) -> int:
    """The database and the broker run: fill the one, put a worker on the other, and serve."""
    import django  # noqa: PLC0415 - there only now that the environment is made
    from django.core.management import CommandError, call_command  # noqa: PLC0415 - as above

    os.environ["DJANGO_SETTINGS_MODULE"] = "opcc.settings"
    os.environ["SITE_URL"] = f"http://127.0.0.1:{port}"
    django.setup()
    try:
        say("Bringing the tables up to date")
        call_command("migrate", verbosity=0)
        call_command("sync_roles", stdout=io.StringIO())
        say("Loading the Warwickshire sample")
        sign_ins = io.StringIO()
        call_command("load_demo", stdout=sign_ins)
        with ExitStack() as running:
            say("Starting the worker" + (", beat and the web server" if serve else " and beat"))
            web = running.enter_context(process(*WEB, f"127.0.0.1:{port}")) if serve else None
            beat = running.enter_context(process(*BEAT))
            worker = running.enter_context(embedded.worker(concurrency=2))
            running.callback(end_all, beat, worker, web)
            pdf = make_reports()
            pack = make_pack()
            if web:
                embedded.wait_for(lambda: answers(port), process=web, log=VAR / "gunicorn.log", what="The web server")
            show(sign_ins.getvalue(), pdfs=(pdf, pack), port=port if web else None)
            while web:
                time.sleep(0.5)
                for each, name in ((web, "web server"), (worker, "worker"), (beat, "beat")):
                    if each.poll() is not None:
                        raise StoppedError(f"The {name} ended by itself; the logs are in .var.")
    except CommandError as failure:
        raise StoppedError(str(failure)) from None
    return 0


def make_reports() -> Path:
    """The sample's reports, made by the worker: two quarters issued for the Panel, a year that waits for approval.

    Returns the second quarter's file; those that an earlier demo made are kept.
    """
    from django.core.management import call_command  # noqa: PLC0415 - there only now that the environment is made
    from django.utils import timezone  # noqa: PLC0415 - as above

    from opcc.console.demo import issue_report_on  # noqa: PLC0415 - as above
    from opcc.core.quarters import Quarter  # noqa: PLC0415 - as above

    earlier, pdf = (VAR / "demo" / f"quarterly-report-{quarter}.pdf" for quarter in ("2017-18Q2", "2017-18Q3"))
    if not pdf.exists():
        say("The worker makes the quarterly reports")
        pdf.parent.mkdir(exist_ok=True)
        call_command("quarterly_report", "2017-18Q2", meeting=date(2018, 2, 1), item="4", out=str(earlier))
        issue_report_on(Quarter(2017, 2), at=timezone.now())
        call_command("quarterly_report", "2017-18Q3", meeting=date(2018, 3, 19), item="4", out=str(pdf))
        issue_report_on(Quarter(2017, 3), at=timezone.now())
        call_command("ambassadors_annual_report", "2014", out=str(VAR / "demo" / "ambassadors-2014.pdf"))
    return pdf


def make_pack() -> Path:
    """The pack of 19 March 2018 in both editions, built by the worker and issued. Returns the public one's file."""
    from django.utils import timezone  # noqa: PLC0415 - there only now that the environment is made

    from opcc.console.demo import ask_for_pack, issue_pack_that_is_ready  # noqa: PLC0415 - as above

    found = VAR / "demo" / "pack-2018-03-19-public.pdf"
    if found.exists():
        return found
    say("The worker makes the pack of 19 March 2018")
    ask_for_pack(at=timezone.now())
    until = time.monotonic() + PACK_SECONDS
    while (pack := issue_pack_that_is_ready(at=timezone.now())).state in ("queued", "building"):
        if time.monotonic() > until:
            raise StoppedError(f"The pack was not ready after {PACK_SECONDS} seconds. The worker's log is in .var.")
        time.sleep(0.25)
    if pack.failure:
        raise StoppedError(f"The pack was not built. {pack.failure}")
    for edition in pack.editions.all():
        with edition.file.open("rb") as file:
            found.with_name(f"pack-2018-03-19-{edition.audience}.pdf").write_bytes(file.read())
    return found


def end_all(*processes: "subprocess.Popen[bytes] | None") -> None:
    """Tell them all at once; each is waited for in its turn."""
    say("Stopping")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # once is enough, and it is to be done in order
    for each in filter(None, processes):
        each.terminate()


@contextmanager
def process(name: str, *command: str) -> Generator[subprocess.Popen[bytes]]:
    """A Python program of the environment beside this one, its log in .var/<name>.log."""
    started = embedded.spawn([PYTHON, "-m", *command], log=VAR / f"{name}.log")
    try:
        yield started
    finally:
        embedded.stop(started)


def answers(port: int) -> bool:
    """Whether the home page is served; a page that fails is worth an error at once, not a longer wait."""
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=10)) as site:
        try:
            site.request("GET", "/")
            status = site.getresponse().status
        except OSError:
            return False
    if status != http.HTTPStatus.OK:
        raise StoppedError(f"The home page answers {status}; the log is .var/gunicorn.log.")
    return True


def show(sign_ins: str, *, pdfs: tuple[Path, Path], port: int | None) -> None:
    """Where everything is."""
    say("Ready")
    report, pack = (pdf.relative_to(ROOT) for pdf in pdfs)
    print(f"\n{sign_ins.strip()}\n\nThe quarterly report:  {report}\nA pack of the Panel:   {pack}")
    if port is None:
        print("To look at it all in a browser:  ./dev demo", flush=True)
        return
    site = f"http://127.0.0.1:{port}"
    for name, path in PORTALS:
        print(f"{name + ':':22} {site}{path}")
    print("\nCtrl-C stops everything.", flush=True)


def bench(_: list[str]) -> int:
    """Each benchmark in turn; they print ratios of one run."""
    enter_environment("dev")
    need_pango()
    os.environ["DJANGO_SETTINGS_MODULE"] = "opcc.settings"
    embedded.exit_on_sigterm()
    with embedded.postgres():
        return max([0, *(int(not run(PYTHON, file)) for file in sorted((ROOT / "benchmarks").glob("[!_]*.py")))])


def code(arguments: list[str]) -> int:
    """What a sample person's authenticator would show now."""
    enter_environment("local")
    return 0 if run(PYTHON, "manage.py", "demo_code", *arguments) else 1


def stop(_: list[str]) -> int:
    """Whatever of this folder still runs."""
    if not PYTHON.exists():
        say("Nothing was started here yet")
        return 0
    enter_environment("local")
    ended = end_demo()
    ended = embedded.shut_broker() or ended
    ended = embedded.stop_postgres() or ended
    say("Everything is stopped" if ended else "No server of this folder runs")
    return 0


def end_demo() -> bool:
    """Tell a demo that runs to end, and wait until it has; False when none runs."""
    with (VAR / "demo.lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            say("Stopping the demo")
            os.kill(int(lock.read()), signal.SIGTERM)
            fcntl.flock(lock, fcntl.LOCK_EX)
            return True
    return False
