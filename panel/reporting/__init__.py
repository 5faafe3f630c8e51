"""What other apps may read of the Panel's work."""

from panel.reporting.meetings import meetings_calendar
from panel.reporting.reports import ReportsWaiting, reports_waiting

__all__ = ["ReportsWaiting", "meetings_calendar", "reports_waiting"]
