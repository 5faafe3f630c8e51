"""What other apps may read of the Panel's work."""

from panel.reporting.decisions import publications_late
from panel.reporting.meetings import meetings_calendar
from panel.reporting.precept import refuse_unlawful_review
from panel.reporting.reports import ReportsWaiting, reports_waiting

__all__ = [
    "ReportsWaiting",
    "meetings_calendar",
    "publications_late",
    "refuse_unlawful_review",
    "reports_waiting",
]
