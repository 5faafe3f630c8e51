"""The staff's pages about the Panel's work."""

from panel.admin.reports import QuarterlyReportAdmin

__all__ = ["QuarterlyReportAdmin"]
