"""Real servers for the tests: Postgres, a broker, and a Celery worker in a process of its own."""

import shutil
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import kombu.pools
import pytest
from django.db import connection

from opcc import embedded
from opcc.celery import app

NO_BROKER = "redis+socket:///nowhere/redis.sock"


@pytest.fixture(scope="session")
def postgres_server() -> Generator[None]:
    """The server of the tests: the one that DATABASE_URL names, or the private one."""
    if embedded.local_environment().get("DATABASE_URL"):
        yield
        return
    with embedded.postgres():
        yield


def use_broker(url: str) -> None:
    """Point this process's Celery at another broker."""
    app.conf.update(broker_url=url, broker_read_url=url, broker_write_url=url)
    kombu.pools.reset()
    app._after_fork()  # type: ignore[attr-defined]  # how Celery itself forgets its connections; nothing public does


@pytest.fixture(scope="session", autouse=True)
def no_broker() -> None:
    """No test talks to a broker unless it asks for one: a developer's own may be running."""
    use_broker(NO_BROKER)


@dataclass(frozen=True)
class PrivateBroker:
    """A broker of the test session, and the folder it keeps its things in."""

    url: str
    folder: Path


@pytest.fixture(scope="session")
def broker_server(tmp_path_factory: pytest.TempPathFactory) -> Generator[PrivateBroker]:
    """One Redis for the session, on a socket."""
    folder = tmp_path_factory.mktemp("broker")
    with embedded.broker(folder) as url:
        yield PrivateBroker(url=url, folder=folder)
    shutil.rmtree(embedded.runtime_dir(folder), ignore_errors=True)


@pytest.fixture
def broker(broker_server: PrivateBroker) -> Generator[PrivateBroker]:
    """The session's broker, empty, and this process's Celery pointed at it."""
    use_broker(broker_server.url)
    app.control.purge()
    yield broker_server
    use_broker(NO_BROKER)


def worker_environment(*, broker_url: str, documents: Path) -> dict[str, str]:
    """The environment of a worker that shares this test's database, broker and documents."""
    database = connection.settings_dict
    user, password = (quote(str(database[key]), safe="") for key in ("USER", "PASSWORD"))
    host = str(database["HOST"] or database.get("OPTIONS", {}).get("host", ""))
    # A socket's folder goes into the query: the settings do not unquote a host that is a path.
    place = f"/{database['NAME']}?host={quote(host)}"
    if not host.startswith("/"):
        place = f"{host}{':' if database['PORT'] else ''}{database['PORT']}/{database['NAME']}"
    return {
        "OPCC_ENV": "local",
        "DATABASE_URL": f"postgres://{user}{':' + password if password else ''}@{place}",
        "REDIS_URL": broker_url,
        "DOCUMENTS_DIR": str(documents),
        "SEND_MAIL": "false",
    }


@pytest.fixture
def celery_worker(transactional_db: None, broker: PrivateBroker, tmp_path: Path) -> Generator[int]:
    """A real prefork worker on the test's database and broker; gives its process id, so that a test can kill it."""
    environment = worker_environment(broker_url=broker.url, documents=tmp_path / "documents")
    with embedded.worker(broker.folder, environment=environment, log=tmp_path / "worker.log") as process:
        yield process.pid
