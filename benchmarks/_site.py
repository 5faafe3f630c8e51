"""The site on an empty database of its own, for one benchmark: made at the start, dropped at the end."""

import io
import os
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@contextmanager
def empty_site(*, urls: str = "opcc.urls") -> Generator[None]:
    """Django set up, its tables made, and a folder for documents that goes away too."""
    sys.path.insert(0, str(ROOT))
    os.environ["DJANGO_SETTINGS_MODULE"] = "opcc.settings"
    from opcc import embedded

    with embedded.postgres_for(["benchmark"]), tempfile.TemporaryDirectory() as folder:
        import django
        from django.conf import settings

        documents: dict[str, Any] = settings.STORAGES["default"]["OPTIONS"]  # type: ignore[index]  # a nested dictionary
        documents["location"] = settings.DOCUMENTS_DIR = Path(folder)
        settings.ROOT_URLCONF = urls
        settings.LOGGING_CONFIG = None  # numbers alone are printed
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # accounts are made, not measured
        django.setup()
        with _database():
            yield


@contextmanager
def _database() -> Generator[None]:
    from django.db import connection
    from django.test.runner import DiscoverRunner
    from django.test.utils import setup_test_environment, teardown_test_environment

    connection.settings_dict["TEST"]["NAME"] = f"benchmark_{connection.settings_dict['NAME']}"
    setup_test_environment(debug=False)
    runner = DiscoverRunner(verbosity=0, interactive=False)
    with redirect_stdout(io.StringIO()):  # it tells of the cache's table, whatever the verbosity
        made = runner.setup_databases()
    try:
        yield
    finally:
        runner.teardown_databases(made)
        teardown_test_environment()
