"""Word documents as PDFs, where the server has LibreOffice. What could reach out of the document is refused first."""

import io
import re
import shutil
import zipfile

from django.conf import settings

from opcc.core.errors import DomainError
from opcc.documents.child import ChildError, run_child
from opcc.documents.converting import UNREADABLE

LIMIT_SECONDS = 90.0
LIMIT_BYTES = 4 * 1024 * 1024 * 1024  # of addresses: LibreOffice maps far more than it uses
MOST_UNPACKED = 200 * 1024 * 1024
MOST_FILES = 5_000
NOT_HERE = "This server cannot turn Word documents into PDFs. Save the document as a PDF and upload that."
_OUTSIDE = re.compile(rb"<Relationship\b[^>]*TargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE)
_LINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']", re.IGNORECASE)


def word_to_pdf(raw: bytes) -> bytes:
    """The document as LibreOffice prints it, with tags. Raises DomainError that says what to do."""
    program = shutil.which(settings.LIBREOFFICE)
    if program is None:
        raise DomainError(NOT_HERE)
    _look_inside(raw)
    try:
        answer, made = run_child(
            "converting", {"program": program}, raw, limit_seconds=LIMIT_SECONDS, limit_bytes=LIMIT_BYTES
        )
    except ChildError as error:
        raise DomainError(UNREADABLE) from error
    if "error" in answer:
        raise DomainError(answer["error"])
    return made


def _look_inside(raw: bytes) -> None:
    """Refuse what unfolds to too much, has a program, declares entities, or loads something from elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            parts = packed.infolist()
            if len(parts) > MOST_FILES or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise DomainError("It unfolds to more than this site can hold. Send a smaller copy, or a PDF.")
            names = [part.filename for part in parts]
            if "word/document.xml" not in names:
                raise DomainError("It is no Word document, whatever its name says. Save it as a PDF and upload that.")
            if any(name.lower().endswith(("vbaproject.bin", ".exe", ".js")) for name in names):
                raise DomainError("It holds a program. Save it as a PDF and upload that.")
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    _look_at(packed.read(part))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as fault:
        raise DomainError(UNREADABLE) from fault


def _look_at(content: bytes) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise DomainError(UNREADABLE)
    if any(not _LINK.search(found) for found in _OUTSIDE.findall(content)):
        raise DomainError(
            "It shows something that lies outside the document, such as a linked picture. Put the picture into the "
            "document, or save it as a PDF."
        )
