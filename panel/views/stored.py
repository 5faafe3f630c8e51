"""Stored PDFs as answers: the file that was made, or nothing."""

import logging
from hashlib import sha256
from typing import Protocol

from django.db.models.fields.files import FieldFile
from django.http import Http404, HttpResponse

log = logging.getLogger(__name__)


class StoredPdf(Protocol):
    """A record of a PDF: the file, the digest of what was made, and what it is called when it is saved."""

    pk: int
    sha256: str

    @property
    def file(self) -> FieldFile: ...
    @property
    def file_name(self) -> str: ...


def stored_pdf(record: StoredPdf) -> HttpResponse:
    """The PDF, shown in the browser. 404 where the file is gone or is not the one that was made, which is logged."""
    try:
        with record.file.open("rb") as file:
            content = file.read()
    except OSError as missing:
        raise Http404 from missing
    if sha256(content).hexdigest() != record.sha256:
        log.error("the stored PDF of %s %s is not the one that was made", type(record).__name__, record.pk)
        raise Http404
    return pdf_answer(content, record.file_name)


def pdf_answer(content: bytes, name: str) -> HttpResponse:
    """A PDF under a name of ours, shown in the browser and taken for nothing else."""
    response = HttpResponse(content, content_type="application/pdf")
    response.headers["Content-Disposition"] = f'inline; filename="{name}"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
