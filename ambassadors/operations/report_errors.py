"""Why a report could not be written, with the report that stands in the way."""

from django.utils import timezone

from ambassadors.models import ForumReport
from opcc.core.errors import DomainError
from opcc.web.words import nice_date, nice_time


class ReportExistsError(DomainError):
    """The meeting has a report. `report` is that one."""

    def __init__(self, message: str, *, report: ForumReport) -> None:
        super().__init__(message, field="met_on")
        self.report = report


class ReportChangedError(DomainError):
    """Another window saved the report first; nothing was written. `report` is as it is now."""

    def __init__(self, report: ForumReport) -> None:
        saved = timezone.localtime(report.saved_at)
        super().__init__(
            f"This report was saved in another window on {nice_date(saved)} at {nice_time(saved)}, "
            "after you opened this page. What you typed here has not been saved yet."
        )
        self.report = report


class ReportSentError(DomainError):
    """The report is with the office; nothing was written."""

    def __init__(self, report: ForumReport) -> None:
        super().__init__(
            "This report was sent, so it can no longer be changed. If something in it is wrong, tell the office: "
            "it can return the report to you."
        )
        self.report = report
