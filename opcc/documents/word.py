"""Word documents as PDFs, where the server has LibreOffice. What could reach out of the document is refused first."""

import shutil

from django.conf import settings

from opcc.core.errors import DomainError
from opcc.documents.child import ChildError, run_child
from opcc.documents.word_parts import UNREADABLE

LIMIT_SECONDS = 90.0
LIMIT_BYTES = 4 * 1024 * 1024 * 1024  # of addresses: LibreOffice maps far more than it uses
NOT_HERE = "This server cannot turn Word documents into PDFs. Save the document as a PDF and upload that."


def word_to_pdf(raw: bytes) -> bytes:
    """The document as LibreOffice prints it, with tags. Raises DomainError that says what to do."""
    program = shutil.which(settings.LIBREOFFICE)
    if program is None:
        raise DomainError(NOT_HERE)
    try:
        answer, made = run_child(
            "converting", {"program": program}, raw, limit_seconds=LIMIT_SECONDS, limit_bytes=LIMIT_BYTES
        )
    except ChildError as error:
        raise DomainError(UNREADABLE) from error
    if "error" in answer:
        raise DomainError(answer["error"])
    return made
