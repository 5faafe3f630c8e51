"""The pages of the Panel: a member's own, and those that anybody may read."""

from panel.views.reports import home, paper, paper_pdf, public_pdf, public_report, public_reports

__all__ = ["home", "paper", "paper_pdf", "public_pdf", "public_report", "public_reports"]
