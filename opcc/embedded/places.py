"""Where the private servers keep their data, their logs and their sockets."""

import hashlib
import os
import socket
import stat
import tempfile
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
NOBODY = 65534


class ServerError(RuntimeError):
    """A private server did not start; the message says why and what to do."""


def runtime_dir(base_dir: Path = BASE_DIR) -> Path:
    """The folder of the sockets: short, because a socket's path may have 107 bytes, and the same for every process."""
    shared = Path("/tmp")  # noqa: S108 - gettempdir() may be long and differs between shells; the folder inside is 0700
    parent = shared if os.access(shared, os.W_OK) else Path(tempfile.gettempdir())
    digest = hashlib.sha256(str(base_dir.resolve()).encode()).hexdigest()[:10]
    return parent / f"opcc-{os.getuid()}-{digest}"


def make_runtime_dir(base_dir: Path) -> Path:
    folder = runtime_dir(base_dir)
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    owners = {os.getuid()} | ({NOBODY} if os.getuid() == 0 else set())
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners or found.st_mode & 0o077:
        raise ServerError(f"{folder} is not a private folder of this user. Remove it and try again.")
    return folder


def var_dir(base_dir: Path) -> Path:
    folder = base_dir / ".var"
    folder.mkdir(exist_ok=True)
    return folder


def tail(log: Path, lines: int = 15) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:]) if log.exists() else ""


def answers(address: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(address)) == 0


def local_environment(base_dir: Path = BASE_DIR) -> dict[str, str]:
    """The environment as the settings see it: what `./dev` wrote to .var/local.env, and over it the process's own."""
    file = base_dir / ".var" / "local.env"
    if os.environ.get("OPCC_ENV", "local") != "local" or not file.exists():
        return dict(os.environ)
    lines = file.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#")) | dict(os.environ)
