"""The pages of the Panel: a member's own, and those that anybody may read."""

from panel.views.decisions import decision, decision_paper, decisions, decisions_feed
from panel.views.meetings import meeting, meetings, meetings_calendar
from panel.views.publication import publication_proof, publications
from panel.views.recommendations import evidence, letter, recommendation, recommendations
from panel.views.reports import home, paper, paper_pdf, public_pdf, public_report, public_reports
from panel.views.work_programme import work_programme

__all__ = [
    "decision",
    "decision_paper",
    "decisions",
    "decisions_feed",
    "evidence",
    "home",
    "letter",
    "meeting",
    "meetings",
    "meetings_calendar",
    "paper",
    "paper_pdf",
    "public_pdf",
    "public_report",
    "public_reports",
    "publication_proof",
    "publications",
    "recommendation",
    "recommendations",
    "work_programme",
]
