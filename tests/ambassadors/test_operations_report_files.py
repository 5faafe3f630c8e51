"""Files on and off a report."""

import pytest

from ambassadors.models import Appointment, ForumReport, ReportFile
from ambassadors.operations import (
    ReportSentError,
    attach_file,
    remove_file,
)
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from tests.ambassadors.filing import AT, refusal
from tests.factories.ambassadors import (
    ForumReportFactory,
    ReportFileFactory,
)
from tests.support.uploads import jpeg

pytestmark = pytest.mark.django_db


def test_attach_file_stores_a_clean_copy(draft: ForumReport, by: User) -> None:
    attach_file(report=draft, name="C:\\photos\\hall.JPG", content=jpeg(), by=by, at=AT)
    stored = ReportFile.objects.get()
    assert (stored.name, stored.content_type, stored.added_at) == ("hall.JPG", "image/jpeg", AT)
    assert stored.file.name.endswith(".jpg")
    assert "hall" not in stored.file.name
    assert stored.size == stored.file.size


def test_attach_file_refuses_a_sixth(draft: ForumReport, by: User) -> None:
    ReportFileFactory.create_batch(5, report=draft)
    with pytest.raises(DomainError) as error:
        attach_file(report=draft, name="hall.jpg", content=jpeg(), by=by, at=AT)
    assert refusal(error) == (
        "A report holds at most 5 files. Remove one first, or send this one to the office by e-mail.",
        "file",
    )


def test_attach_file_refuses_a_program_named_pdf(draft: ForumReport, by: User) -> None:
    with pytest.raises(DomainError) as error:
        attach_file(report=draft, name="poster.pdf", content=b"MZ\x90\x00" + b"\x00" * 100, by=by, at=AT)
    assert refusal(error) == (
        (
            "'poster.pdf' was not attached. It is a program, whatever its name says. "
            "Attach a photo (JPEG or PNG) or a PDF."
        ),
        "file",
    )
    assert not ReportFile.objects.exists()


def test_attach_file_refuses_ten_megabytes(draft: ForumReport, by: User) -> None:
    with pytest.raises(DomainError, match="larger than 5 MB"):
        attach_file(report=draft, name="hall.jpg", content=b"\xff\xd8\xff" + b"0" * 10_000_000, by=by, at=AT)


def test_attach_file_refuses_a_report_that_was_sent(post: Appointment, by: User) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    with pytest.raises(ReportSentError):
        attach_file(report=report, name="hall.jpg", content=jpeg(), by=by, at=AT)


def test_remove_file_takes_row_and_file(
    draft: ForumReport, by: User, django_capture_on_commit_callbacks: object
) -> None:
    file = ReportFileFactory.create(report=draft)
    storage, name = file.file.storage, file.file.name
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a type
        remove_file(file=file, by=by, at=AT)
        remove_file(file=file, by=by, at=AT)
    assert (ReportFile.objects.count(), storage.exists(name)) == (0, False)


def test_remove_file_keeps_what_was_sent(post: Appointment, by: User) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    with pytest.raises(ReportSentError):
        remove_file(file=ReportFileFactory.create(report=report), by=by, at=AT)
    assert ReportFile.objects.count() == 1
