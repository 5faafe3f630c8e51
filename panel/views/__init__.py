"""The pages of the Panel: a member's own, and those that anybody may read."""

from panel.views.complaints import complaints
from panel.views.decisions import decision, decision_paper, decisions, decisions_feed
from panel.views.meetings import meeting, meetings, meetings_calendar
from panel.views.members import interests, members
from panel.views.minutes import exempt_minutes, exempt_minutes_pdf, minutes, minutes_pdf
from panel.views.packs import item, pack, pack_pdf, packs, part, part_restricted
from panel.views.precept import precept, precepts
from panel.views.publication import publication_proof, publications
from panel.views.questions import ask, question_sent, questions
from panel.views.recommendations import evidence, letter, recommendation, recommendations
from panel.views.reports import home, paper, paper_pdf, public_pdf, public_report, public_reports
from panel.views.search import search
from panel.views.work_programme import work_programme

__all__ = [
    "ask",
    "complaints",
    "decision",
    "decision_paper",
    "decisions",
    "decisions_feed",
    "evidence",
    "exempt_minutes",
    "exempt_minutes_pdf",
    "home",
    "interests",
    "item",
    "letter",
    "meeting",
    "meetings",
    "meetings_calendar",
    "members",
    "minutes",
    "minutes_pdf",
    "pack",
    "pack_pdf",
    "packs",
    "paper",
    "paper_pdf",
    "part",
    "part_restricted",
    "precept",
    "precepts",
    "public_pdf",
    "public_report",
    "public_reports",
    "publication_proof",
    "publications",
    "question_sent",
    "questions",
    "recommendation",
    "recommendations",
    "search",
    "work_programme",
]
