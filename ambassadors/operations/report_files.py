"""Photos and PDFs attached to a report: cleaned before they are stored."""

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from ambassadors.enums import OPEN_TO_AMBASSADOR
from ambassadors.models import ForumReport, ReportFile
from ambassadors.operations.report_errors import ReportSentError
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.documents.uploads import CleanUpload, Readable, clean_upload

MOST_FILES = 5


def attach_file(*, report: ForumReport, name: str, content: bytes | Readable, by: User, at: datetime) -> ReportFile:
    """Add a photo or PDF to a report that is still the ambassador's. It is cleaned first, outside the transaction."""
    _check_room(report)
    upload = clean_upload(name, content, limit_bytes=settings.UPLOAD_LIMIT_BYTES, field="file")
    return _store(report=report, upload=upload, at=at)


@transaction.atomic
def remove_file(*, file: ReportFile, by: User, at: datetime) -> None:
    """Take a file off a report that is still the ambassador's. One that is gone already is no error."""
    _hold(file.report)
    deleted, _ = ReportFile.objects.filter(pk=file.pk).delete()
    if deleted:
        delete_after_commit(file)


def delete_after_commit(file: ReportFile) -> None:
    """Remove the stored file once its row is gone for good."""
    storage, name = file.file.storage, file.file.name

    def delete() -> None:
        storage.delete(name)

    transaction.on_commit(delete, robust=True)


@transaction.atomic
def _store(*, report: ForumReport, upload: CleanUpload, at: datetime) -> ReportFile:
    now = _hold(report)
    _check_room(now)
    return ReportFile.objects.create(
        report=now,
        file=ContentFile(upload.content, name=f"{uuid4()}.{upload.extension}"),
        name=upload.original_name,
        content_type=upload.content_type,
        size=len(upload.content),
        sha256=upload.sha256,
        added_at=at,
    )


def _hold(report: ForumReport) -> ForumReport:
    now = ForumReport.objects.select_for_update().get(pk=report.pk)
    if now.state not in OPEN_TO_AMBASSADOR:
        raise ReportSentError(now)
    return now


def _check_room(report: ForumReport) -> None:
    if report.files.count() >= MOST_FILES:
        raise DomainError(
            f"A report holds at most {MOST_FILES} files. Remove one first, or send this one to the office by e-mail.",
            field="file",
        )
