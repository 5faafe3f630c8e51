"""The pages of the Panel: a member's own, and those that anybody may read."""

from panel.views.meetings import meeting, meetings, meetings_calendar
from panel.views.packs import item, pack, pack_pdf, packs, part, part_restricted
from panel.views.questions import ask, question_sent, questions
from panel.views.recommendations import evidence, letter, recommendation, recommendations
from panel.views.reports import home, paper, paper_pdf, public_pdf, public_report, public_reports
from panel.views.work_programme import work_programme

__all__ = [
    "ask",
    "evidence",
    "home",
    "item",
    "letter",
    "meeting",
    "meetings",
    "meetings_calendar",
    "pack",
    "pack_pdf",
    "packs",
    "paper",
    "paper_pdf",
    "part",
    "part_restricted",
    "public_pdf",
    "public_report",
    "public_reports",
    "question_sent",
    "questions",
    "recommendation",
    "recommendations",
    "work_programme",
]
