"""The pages of the Panel: a member's own, and those that anybody may read."""

from panel.views.meetings import meeting, meetings, meetings_calendar
from panel.views.members import interests, members
from panel.views.minutes import exempt_minutes, exempt_minutes_pdf, minutes, minutes_pdf
from panel.views.recommendations import evidence, letter, recommendation, recommendations
from panel.views.reports import home, paper, paper_pdf, public_pdf, public_report, public_reports
from panel.views.work_programme import work_programme

__all__ = [
    "evidence",
    "exempt_minutes",
    "exempt_minutes_pdf",
    "home",
    "interests",
    "letter",
    "meeting",
    "meetings",
    "meetings_calendar",
    "members",
    "minutes",
    "minutes_pdf",
    "paper",
    "paper_pdf",
    "public_pdf",
    "public_report",
    "public_reports",
    "recommendation",
    "recommendations",
    "work_programme",
]
