"""`./dev test`, `./dev check` and `./dev lock`: the tests, the checks and the locked requirements."""

import os
import runpy
import secrets
import shutil
import subprocess
import tempfile
from pathlib import Path

from opcc.dev.environment import (
    PYTHON,
    ROOT,
    VENV,
    StoppedError,
    enter_environment,
    find_uv,
    need_pango,
    run,
    say,
    want_chromium,
)


def test(arguments: list[str]) -> int:
    """Every test, or those that the arguments name."""
    enter_environment("dev")
    need_pango()
    want_chromium()
    everything = not any(not argument.startswith("-") for argument in arguments)
    # Files go out as they stand: the long sweeps of pages come first, not last as files of few tests would.
    by_file = ["-n", "2", "--dist", "loadfile", "--no-loadscope-reorder"]
    spread = by_file if everything and (os.cpu_count() or 1) > 1 else []
    say("Running the tests")
    return subprocess.run(
        [PYTHON, "-m", "pytest", *spread, *arguments], cwd=ROOT, stdin=subprocess.DEVNULL, check=False
    ).returncode


def check(_: list[str]) -> int:
    """Every check that needs no test, to the end; the failed ones are named last."""
    enter_environment("dev")
    need_pango()
    production = {
        "OPCC_ENV": "production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "opcc.example",
        "DATABASE_URL": "postgres://opcc:opcc@database.example/opcc",
        "REDIS_URL": "redis://broker.example/0",
    }
    tools = VENV / "bin"
    steps: dict[str, tuple[list[str | Path], dict[str, str]]] = {
        "format": ([tools / "ruff", "format", "--check", "."], {}),
        "lint": ([tools / "ruff", "check", "."], {}),
        "types": ([tools / "mypy", ".", "dev"], {}),
        "imports": ([tools / "lint-imports"], {}),
        "templates are sound": ([tools / "djlint", "--quiet", "--lint", "."], {}),
        "migrations": ([PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"], {}),
        "settings": ([PYTHON, "manage.py", "check", "--fail-level", "WARNING"], {}),
        "deployment": ([PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"], production),
    }
    failed = []
    for name, (command, environment) in steps.items():
        say(f"Checking: {name}")
        if not run(*command, env=environment, quiet=True):
            failed.append(name)
    say("Checking: idioms of this Django")
    if not is_upgraded():
        failed.append("idioms of this Django")
    say(f"Failed: {', '.join(failed)}" if failed else "Every check passed")
    return 1 if failed else 0


def is_upgraded() -> bool:
    """Whether django-upgrade would leave every file as it is; it has no dry run, so it works on copies."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    files = [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]
    with tempfile.TemporaryDirectory() as folder:
        for name in files:
            copy = Path(folder) / name
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy)
        return run(
            VENV / "bin" / "django-upgrade",
            "--target-version",
            "5.2",
            *(Path(folder) / name for name in files),
            quiet=True,
        )


def lock(_: list[str]) -> int:
    """The locked requirements: hashes, no comments, no host."""
    enter_environment("dev")
    uv = find_uv()
    if uv is None:
        raise StoppedError("uv is missing, and pip could not bring it; what pip said is above.")
    plain = ["--no-emit-index-url", "--no-emit-find-links", "--no-annotate", "--no-header", "--quiet"]
    compile_ = [uv, "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes", *plain]
    wanted = {
        "base": ["pyproject.toml"],
        "local": ["pyproject.toml", "--extra", "local"],
        "dev": ["pyproject.toml", "--extra", "local", "--extra", "test", "--extra", "check"],
        "uv": ["--group", "install"],
    }
    for name, parts in wanted.items():
        say(f"Locking requirements/{name}.txt")
        if not run(*compile_, *parts, "-o", f"requirements/{name}.txt"):
            return 1
    return 0


def assets(_: list[str]) -> int:
    """What lies in static/vendor, made anew from npm in a temporary folder."""
    runpy.run_path(str(ROOT / "opcc" / "web" / "assets.py"), run_name="__main__")
    return 0
