"""What other apps may read of the Panel's work."""

from panel.reporting.decisions import decisions_of, publications_late
from panel.reporting.meetings import meetings_calendar
from panel.reporting.precept import refuse_unlawful_review
from panel.reporting.reports import ReportsWaiting, reports_waiting

__all__ = [
    "ReportsWaiting",
    "decisions_of",
    "meetings_calendar",
    "publications_late",
    "refuse_unlawful_review",
    "reports_waiting",
]
