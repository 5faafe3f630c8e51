"""What other apps may read of the Panel's work."""

from panel.reporting.reports import ReportsWaiting, reports_waiting

__all__ = ["ReportsWaiting", "reports_waiting"]
