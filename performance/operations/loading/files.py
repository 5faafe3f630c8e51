"""Files of figures in the store: looked at before they are kept, whole or absent, under names of their own."""

import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO
from uuid import uuid4

from django.core.files.storage import default_storage

from opcc.core.errors import DomainError
from opcc.documents.uploads import Readable, display_name, is_program
from performance.csv_parsing import UnreadableError, is_workbook, refuse_unreadable

LIMIT_BYTES = 100 * 1024 * 1024
FOLDER = "performance/loads"
_CHUNK = 1 << 16
_TOO_LARGE = "It is larger than {} MB. Split it by year, and load the parts one after the other."


@dataclass(frozen=True)
class KeptFile:
    """A file in the store, under `name`."""

    name: str
    sha256: str
    size: int


def keep(file: Readable, name: str, *, field: str) -> KeptFile:
    """Copy a file into the store. Raises DomainError for one that is too large, or is not what its name says."""
    shown = display_name(name)
    folder = Path(default_storage.path(FOLDER))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w+b") as copy:
            digest, size = _copied(file, copy)
            extension = _looked_at(copy, shown)
            copy.flush()
            os.fsync(copy.fileno())
        stored = f"{uuid4()}.{extension}"
        Path(temporary).replace(folder / stored)
    except DomainError as refused:
        raise DomainError(f"'{shown}' was not loaded. {refused.message}", field=field) from refused
    finally:
        Path(temporary).unlink(missing_ok=True)
    return KeptFile(f"{FOLDER}/{stored}", digest, size)


def forget(*files: KeptFile | None) -> None:
    """Remove files that nothing names."""
    for file in files:
        if file is not None:
            with suppress(OSError):  # a copy too many does no harm
                default_storage.delete(file.name)


def _copied(file: Readable, copy: IO[bytes]) -> tuple[str, int]:
    """The digest and the length, once all of it is there; it is given up as soon as it is too long."""
    digest, size = sha256(), 0
    while piece := file.read(_CHUNK):
        if not size and is_program(piece):
            raise DomainError("It is a program, whatever its name says. Choose a CSV file or an .xlsx workbook.")
        size += len(piece)
        if size > LIMIT_BYTES:
            raise DomainError(_TOO_LARGE.format(LIMIT_BYTES // 1_048_576))
        digest.update(piece)
        copy.write(piece)
    copy.seek(0)
    return digest.hexdigest(), size


def _looked_at(copy: IO[bytes], name: str) -> str:
    """'csv' or 'xlsx', where the bytes are that and the name says so."""
    promised = name.rpartition(".")[2].lower()
    if promised not in {"csv", "xlsx"}:
        raise DomainError("Its name ends neither in .csv nor in .xlsx. Save the sheet as one of the two.")
    try:
        refuse_unreadable(copy)  # type: ignore[arg-type]  # an open binary file
    except UnreadableError as unreadable:
        raise DomainError(unreadable.advice) from unreadable
    found = "xlsx" if is_workbook(copy) else "csv"  # type: ignore[arg-type]  # as above
    if found != promised:
        words = {"csv": "a CSV file", "xlsx": "an .xlsx workbook"}
        raise DomainError(
            f"Its name says {words[promised]}, but it is {words[found]}. Save it again as {words[promised]}."
        )
    return found
