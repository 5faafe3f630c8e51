"""Stored files as answers: the file that was made or kept, or nothing."""

import logging
from hashlib import sha256
from typing import Protocol

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse

log = logging.getLogger(__name__)


class StoredPdf(Protocol):
    """A record of a PDF: the file, the digest of what was made, and what it is called when it is saved."""

    pk: int
    sha256: str

    @property
    def file(self) -> FieldFile: ...
    @property
    def file_name(self) -> str: ...


class StoredFile(Protocol):
    """A record of a file that somebody sent: the file, what it is called when it is saved, and of what kind it is."""

    @property
    def file(self) -> FieldFile: ...
    @property
    def name(self) -> str: ...
    @property
    def content_type(self) -> str: ...


def stored_download(record: StoredFile) -> FileResponse:
    """The file, to be saved and never shown inside the site. 404 where it is gone. It is kept in no cache."""
    try:
        file = record.file.open("rb")
    except OSError as missing:
        raise Http404 from missing
    response = FileResponse(file, as_attachment=True, filename=record.name, content_type=record.content_type)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "no-store"
    return response


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
