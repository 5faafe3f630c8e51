"""What staff and members type in about the Panel's work."""

from panel.forms.reports import MeetingForm, ReissueForm, RequestReportForm, parse_periods

__all__ = ["MeetingForm", "ReissueForm", "RequestReportForm", "parse_periods"]
