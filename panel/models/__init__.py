"""Everything the Panel's work is recorded in, one module for each part of it."""

from panel.models.agenda import AgendaItem, ExemptionClaim, Resolution, StandingItem
from panel.models.attendance import Attendance, Declaration, InAttendance, Substitute
from panel.models.letters import PanelLetter
from panel.models.meetings import PanelMeeting, PanelRules
from panel.models.membership import (
    Council,
    GroupPlace,
    Member,
    PanelPost,
    RegisteredInterest,
    Term,
    WorkingGroup,
)
from panel.models.minutes import MinuteEntry, PanelMinutes, Vote
from panel.models.recommendations import (
    Evidence,
    PanelAction,
    PanelVerdict,
    ProgressUpdate,
    Recommendation,
    RecommendationResponse,
)
from panel.models.reports import Edition, QuarterlyReport
from panel.models.work_programme import WorkItem, WorkMove

__all__ = [
    "AgendaItem",
    "Attendance",
    "Council",
    "Declaration",
    "Edition",
    "Evidence",
    "ExemptionClaim",
    "GroupPlace",
    "InAttendance",
    "Member",
    "MinuteEntry",
    "PanelAction",
    "PanelLetter",
    "PanelMeeting",
    "PanelMinutes",
    "PanelPost",
    "PanelRules",
    "PanelVerdict",
    "ProgressUpdate",
    "QuarterlyReport",
    "Recommendation",
    "RecommendationResponse",
    "RegisteredInterest",
    "Resolution",
    "StandingItem",
    "Substitute",
    "Term",
    "Vote",
    "WorkItem",
    "WorkMove",
    "WorkingGroup",
]
