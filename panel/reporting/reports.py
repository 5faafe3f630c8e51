"""What the staff's home page and the demo may read of reports to the Panel."""

from dataclasses import dataclass

from django.db.models import Count, Q

from panel.enums import ReportState
from panel.models import QuarterlyReport


@dataclass(frozen=True)
class ReportsWaiting:
    """Reports on which somebody has to act."""

    failed: int
    ready: int
    approved: int


def reports_waiting() -> ReportsWaiting:
    """How many builds failed, and how many reports wait for approval or issue. One query."""
    found = QuarterlyReport.objects.aggregate(
        failed=Count("pk", filter=Q(state=ReportState.FAILED)),
        ready=Count("pk", filter=Q(state=ReportState.READY)),
        approved=Count("pk", filter=Q(state=ReportState.APPROVED)),
    )
    return ReportsWaiting(**found)
