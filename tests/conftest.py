"""What every test may use: real servers, a real browser and a cast of people."""

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import factory
import pytest
from django.db import connection
from hypothesis import settings as hypothesis_settings
from pytest_django import DjangoDbBlocker
from pytest_django.fixtures import Settings

# A busy machine is no fault of the code: tests assert what comes out, never how long it took.
hypothesis_settings.register_profile("patient", deadline=None)
hypothesis_settings.load_profile("patient")

pytest_plugins = ["tests.support.servers", "tests.support.browser", "tests.support.actors"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(postgres_server: None, django_db_modify_db_settings_parallel_suffix: None) -> None:
    """The server runs before the test database is made; each process of xdist has a database of its own."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Generator[None]:
    """Before the test database goes, connections that a server's thread or a killed worker left are ended."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


def _concrete(base: type[factory.Factory[Any]]) -> Iterator[type[factory.Factory[Any]]]:
    for made in base.__subclasses__():
        if not made._meta.abstract:
            yield made
        yield from _concrete(made)


@pytest.fixture(autouse=True)
def numbered_from_the_start() -> None:
    """Factories number from 0, whatever ran before: a clash with a number written by hand shows at once."""
    for made in _concrete(factory.Factory):
        made.reset_sequence(0, force=True)  # type: ignore[no-untyped-call]  # of a library without types


@pytest.fixture(autouse=True)
def own_documents(tmp_path: Path, settings: Settings) -> None:
    """Uploads and documents of a test lie in its own folder, not in the developer's."""
    storages = {**settings.STORAGES}
    storages["default"] = {
        **storages["default"],
        "OPTIONS": {**storages["default"]["OPTIONS"], "location": tmp_path / "documents"},
    }
    settings.DOCUMENTS_DIR = tmp_path / "documents"
    settings.STORAGES = storages
