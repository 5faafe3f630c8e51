"""The environment of `./dev`: .venv from a lock with hashes, and what Python cannot bring. Standard library only."""

import ctypes
import ctypes.util
import hashlib
import json
import os
import secrets
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
VENV, VAR = ROOT / ".venv", ROOT / ".var"
PYTHON = VENV / "bin" / "python"
BY_PIP = (PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r")
STARTED = float(os.environ.get("OPCC_DEV_STARTED", time.time()))
PANGO = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}


class StoppedError(Exception):
    """Nothing more can be done; the message says why and what to do."""


def say(text: str) -> None:
    """One line of progress, with the seconds since the command began."""
    print(f"[{time.time() - STARTED:5.1f} s] {text}", flush=True)


def run(*command: str | Path, env: dict[str, str] | None = None, quiet: bool = False) -> bool:
    """Run a command without a keyboard; True when it went well. A quiet one shows its output only if it did not."""
    into = subprocess.PIPE if quiet else None
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env={**os.environ, **(env or {})}, stdin=subprocess.DEVNULL,
        stdout=into, stderr=subprocess.STDOUT if quiet else None, text=True, check=False,
    )  # fmt: skip
    if done.returncode and quiet:
        print(done.stdout, flush=True)
    return done.returncode == 0


def make_environment(name: str) -> None:
    """Install requirements/<name>.txt in .venv, unless that very file is installed."""
    lock = ROOT / "requirements" / f"{name}.txt"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = VENV / "installed.json"
    works = PYTHON.exists() and subprocess.run([PYTHON, "-c", ""], check=False, capture_output=True).returncode == 0
    if not works:
        say("Making .venv")
        shutil.rmtree(VENV, ignore_errors=True)
        make_venv()
    installed = json.loads(stamp.read_text()) if stamp.exists() else {}
    if installed.get(name) != wanted:
        say(f"Installing requirements/{name}.txt")
        install(lock)
        installed[name] = wanted
        if name == "dev":  # it holds all of the other
            installed["local"] = hashlib.sha256((ROOT / "requirements" / "local.txt").read_bytes()).hexdigest()
        stamp.write_text(json.dumps(installed))


def make_venv() -> None:
    """A virtual environment, also where Debian keeps that part of Python in a package of its own."""
    uv = shutil.which("uv")
    if uv and run(uv, "venv", "--python", sys.executable, VENV, quiet=True):
        return
    has_venv = subprocess.run([sys.executable, "-c", "import ensurepip, venv"], check=False, capture_output=True)
    if has_venv.returncode and not apt("python3-venv"):
        raise StoppedError(
            "Python's venv is missing. Install it (on Debian: apt-get install python3-venv) and try again."
        )
    if not run(sys.executable, "-m", "venv", VENV, quiet=True):
        raise StoppedError("Python could not make .venv; what it said is above.")


def find_uv() -> str | None:
    """The one on this machine, or the one that pip brings into .venv; None where neither can be had."""
    own = VENV / "bin" / "uv"
    found = shutil.which("uv")
    return found or (str(own) if own.exists() or run(*BY_PIP, ROOT / "requirements" / "uv.txt", quiet=True) else None)


def install(lock: Path) -> None:
    """By uv, which takes seconds; by pip where uv cannot be had."""
    by_uv: list[str | Path] = [
        "pip",
        "install",
        "--python",
        PYTHON,
        "--require-hashes",
        "--compile-bytecode",
        "-r",
        lock,
    ]
    uv = find_uv()
    if uv and run(uv, *by_uv, quiet=True):
        return
    say("uv could not, so pip does it; this takes longer")
    if not (run(PYTHON, "-m", "ensurepip", quiet=True) and run(*BY_PIP, lock)):
        raise StoppedError("The packages could not be installed; what pip said is above.")


def apt(*packages: str) -> bool:
    """Install Debian packages where this is root on such a system; False where it is not, or they are not to be had."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    say(f"Installing {', '.join(packages)}")
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    env = {"DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(command, env={**os.environ, **env}, check=False, capture_output=True).returncode == 0
    return done or (run("apt-get", "update", env=env, quiet=True) and run(*command, env=env, quiet=True))


def has_library(name: str) -> bool:
    """Whether a shared library can be loaded."""
    if sys.platform == "darwin":
        return ctypes.util.find_library(name.removeprefix("lib").split(".so")[0]) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def need_pango() -> None:
    """The library that sets the type of every PDF."""
    missing = [package for library, package in PANGO.items() if not has_library(library)]
    if missing and not apt(*missing):
        raise StoppedError(
            "PDFs need Pango, which pip does not bring. Install it and try again.\n"
            f"  Debian, Ubuntu: sudo apt-get install {' '.join(missing)}\n  macOS: brew install pango"
        )


def want_chromium() -> None:
    """The browser of the browser tests; without it they are skipped, each by its name."""
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    if os.environ.get("OPCC_CHROMIUM") or any(map(shutil.which, names)) or apt("chromium"):
        return
    say("No Chromium is here, so the browser tests are skipped. To run them: sudo apt-get install chromium")


def enter_environment(name: str) -> None:
    """Make the environment and go on inside it."""
    make_environment(name)
    if Path(sys.prefix).resolve() != VENV.resolve():
        environment = {**os.environ, "OPCC_DEV_STARTED": str(STARTED)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # without its .pyc files every start costs seconds
        os.execve(PYTHON, [str(PYTHON), str(ROOT / "dev"), *sys.argv[1:]], environment)  # noqa: S606 - it goes on as itself, in .venv
    sys.path.insert(0, str(ROOT))
    VAR.mkdir(exist_ok=True)
    if not (VAR / "local.env").exists():
        (VAR / "local.env").touch(mode=0o600)
        (VAR / "local.env").write_text(f"OPCC_ENV=local\nSECRET_KEY={secrets.token_urlsafe(50)}\n")
