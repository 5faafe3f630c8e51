"""Documents on disk: whole or absent, never half."""

import os
import tempfile
from collections.abc import Collection
from pathlib import Path

from django.core.files.storage import default_storage


def store(name: str, content: bytes) -> None:
    """Write a file so that it appears under its name whole, and stays after a power cut."""
    path = Path(default_storage.path(name))
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def keep_only(folder: str, names: Collection[str]) -> None:
    """Remove what earlier builds of a report or pack left in its folder, half-written files included."""
    kept = {Path(name).name for name in names}
    for path in Path(default_storage.path(folder)).iterdir():
        if path.name not in kept:
            path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
