"""Takes in a file from outside: looks at what it really is, and makes it afresh without what it could hide."""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Protocol
from unicodedata import category

from opcc.core.errors import DomainError
from opcc.documents.child import ChildError, Ending, run_child

MOST_NAME = 150
LIMIT_SECONDS = 20.0
LIMIT_BYTES = 1_000 * 1024 * 1024
_CHUNK = 64 * 1024
_KINDS = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}
_EXTENSIONS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf"}
_MAGIC = ((b"\xff\xd8\xff", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"%PDF-", "application/pdf"))
_WORDS = {"image/jpeg": "JPEG photo", "image/png": "PNG picture", "application/pdf": "PDF"}
_PHONE_PHOTO = re.compile(rb"....ftyp(?:heic|heix|hevc|hevx|heim|heis|mif1|msf1|avif)", re.DOTALL)
_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
_WEB_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|script|svg|body|iframe)\b", re.IGNORECASE)
ALLOWED = "a photo (JPEG or PNG) or a PDF"


class Readable(Protocol):
    """An uploaded file, read piece by piece."""

    def read(self, size: int = ..., /) -> bytes: ...


@dataclass(frozen=True)
class CleanUpload:
    """A file as it is kept: made afresh. The digests of what came and of what is kept go into the record."""

    content: bytes
    content_type: str
    extension: str
    sha256: str
    original_sha256: str
    original_name: str


def clean_upload(name: str, content: bytes | Readable, *, limit_bytes: int, field: str | None = None) -> CleanUpload:
    """The file without scripts, attachments, metadata or places. Raises DomainError that says what to do.

    A file over the limit is refused before all of it is read. Its type is what its bytes say, and must
    agree with its name.
    """
    shown = display_name(name)
    try:
        raw = _read(content, limit_bytes)
        kind = _kind(shown, raw)
        cleaned = _made_afresh(kind, raw)
    except DomainError as error:
        raise DomainError(f"'{shown}' was not attached. {error.message}", field=field) from error
    return CleanUpload(
        content=cleaned,
        content_type=kind,
        extension=_EXTENSIONS[kind],
        sha256=sha256(cleaned).hexdigest(),
        original_sha256=sha256(raw).hexdigest(),
        original_name=shown,
    )


def display_name(name: str) -> str:
    """A file's name fit to show: no folders, no control or direction signs, at most 150 characters."""
    last = PurePosixPath(name.replace("\\", "/")).name
    kept = "".join(letter for letter in last if category(letter)[0] != "C").strip(" .")
    stem, dot, extension = kept.rpartition(".")
    if len(kept) > MOST_NAME and dot:
        kept = f"{stem[: MOST_NAME - len(extension) - 1]}.{extension[:10]}"
    return kept[:MOST_NAME] or "file"


def is_program(start: bytes) -> bool:
    """Whether a file with these first bytes is one that a computer runs."""
    return start.startswith(_PROGRAM)


def _read(content: bytes | Readable, limit_bytes: int) -> bytes:
    """All of it, or a refusal as soon as it is too long."""
    pieces, size = list[bytes](), 0
    known = len(content) if isinstance(content, bytes) else getattr(content, "size", None)
    if isinstance(known, int) and known > limit_bytes:
        raise _too_large(limit_bytes)
    if isinstance(content, bytes):
        pieces, size = [content], len(content)
    else:
        while piece := content.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > limit_bytes:
                raise _too_large(limit_bytes)
    if not size:
        raise DomainError("It is empty. Choose the file again; if it came from a phone, wait until it has been copied.")
    return b"".join(pieces)


def _too_large(limit_bytes: int) -> DomainError:
    return DomainError(
        f"It is larger than {limit_bytes / 1_048_576:g} MB. "
        "Send a smaller copy: most phones offer one when you share a photo."
    )


def _kind(name: str, raw: bytes) -> str:
    """What the bytes are, where that is allowed and is what the name says."""
    promised = _KINDS.get(name.rpartition(".")[2].lower())
    found = next((kind for magic, kind in _MAGIC if raw.startswith(magic)), None)
    if _PHONE_PHOTO.match(raw[:32]) or name.lower().endswith((".heic", ".heif", ".avif")):
        raise DomainError(
            "It is a HEIC photo, which many computers cannot open. On an iPhone choose Settings, Camera, Formats, "
            "'Most Compatible' and take it again, or send a JPEG copy."
        )
    if is_program(raw):
        raise DomainError(f"It is a program, whatever its name says. Attach {ALLOWED}.")
    if promised is None:
        raise DomainError(f"Its name does not end in .jpg, .png or .pdf. Attach {ALLOWED}.")
    if found != promised:
        really = f"a {_WORDS[found]}" if found else "neither a photo nor a PDF"
        raise DomainError(
            f"Its name says that it is a {_WORDS[promised]}, but it is {really}. Save it again as a {_WORDS[promised]}."
        )
    if _WEB_PAGE.search(raw[:2048]):
        raise DomainError(
            f"It also holds a web page. Save it again as a {_WORDS[promised]} from the program it came from."
        )
    return found


def _made_afresh(kind: str, raw: bytes) -> bytes:
    """The file as the cleaning child writes it."""
    unreadable = f"It could not be read as a {_WORDS[kind]}. Open it, save it again, and attach the new copy."
    try:
        answer, cleaned = run_child(
            "cleaning", {"kind": kind}, raw, limit_seconds=LIMIT_SECONDS, limit_bytes=LIMIT_BYTES
        )
    except ChildError as error:
        if error.ending is Ending.NOT_STARTED:
            raise DomainError("It could not be checked just now. Try again in a few minutes.") from error
        raise DomainError(unreadable) from error
    if "error" in answer:
        raise DomainError(answer["error"] or unreadable)
    return cleaned
