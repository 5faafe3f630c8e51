"""Production starts only with everything it needs, and Django finds nothing to mend in how it is set up."""

import os
import subprocess
import sys
from collections.abc import Sequence

import pytest

from opcc.embedded import BASE_DIR

PRODUCTION = {
    "OPCC_ENV": "production",
    "SECRET_KEY": "Qm4cJpVd0w9uTz7LhBxYk2Rs8NfGaE6i1oXvMCtHjKeWqPrUySgZlDbIn5A3",
    "ALLOWED_HOSTS": "opcc.example",
    "DATABASE_URL": "postgres://opcc:secret@database.example/opcc",
    "REDIS_URL": "redis://broker.example/0",
}
REQUIRED = ["SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "REDIS_URL"]


def python(*arguments: str, without: Sequence[str] = (), **more: str) -> "subprocess.CompletedProcess[str]":
    """Run Python as on a server: production's environment, less what is named, and nothing of this machine's."""
    environment = {name: value for name, value in (PRODUCTION | more).items() if name not in without}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=BASE_DIR,
        env={"PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("missing", REQUIRED)
def test_settings_refuse_to_start_without(missing: str) -> None:
    refused = python("-c", "import opcc.settings", without=[missing])
    assert refused.returncode != 0
    assert "opcc cannot start: set these in the environment." in refused.stderr
    assert [name for name in REQUIRED if f"\n  {name}: " in refused.stderr] == [missing]


def test_settings_name_everything_that_is_missing_at_once() -> None:
    refused = python("-c", "import opcc.settings", without=REQUIRED)
    assert [name for name in REQUIRED if f"\n  {name}: " in refused.stderr] == REQUIRED


def test_settings_take_an_empty_value_for_a_missing_one() -> None:
    refused = python("-c", "import opcc.settings", SECRET_KEY="")
    assert "\n  SECRET_KEY: " in refused.stderr


def test_settings_of_production_are_never_local() -> None:
    shown = python(
        "-c",
        "from opcc import settings as s;"
        "print(s.DEBUG, s.LOCAL, s.SECURE_SSL_REDIRECT, s.SEND_MAIL, s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME)",
    )
    assert shown.stdout.split() == ["False", "False", "True", "True", "__Host-opcc-session", "__Host-opcc-csrf"], (
        shown.stderr
    )


def test_deployment_check_is_clean() -> None:
    checked = python("manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout
