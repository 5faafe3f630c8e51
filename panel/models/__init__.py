"""Everything the Panel's work is recorded in, one module for each part of it."""

from panel.models.actions import Evidence, PanelAction, ProgressUpdate
from panel.models.agenda import AgendaItem, ExemptionClaim, Resolution, StandingItem
from panel.models.attendance import Attendance, Declaration, InAttendance, Substitute
from panel.models.letters import PanelLetter
from panel.models.meetings import PanelMeeting, PanelRules
from panel.models.membership import Council, GroupPlace, Member, PanelPost, RegisteredInterest, Term, WorkingGroup
from panel.models.minutes import MinuteEntry, PanelMinutes, Vote
from panel.models.packs import Pack, PackEdition, PackPage
from panel.models.papers import Paper, PaperPart
from panel.models.precept import PreceptReview
from panel.models.publication import Publication, PublicationDuty
from panel.models.questions import PublicQuestion
from panel.models.recommendations import PanelVerdict, Recommendation, RecommendationResponse
from panel.models.register import CommissionerTerm, Decision, DecisionAttachment, FoiExemption, withheld_words
from panel.models.reports import Edition, QuarterlyReport
from panel.models.restricted import ComplaintCase, ConfirmationHearing
from panel.models.work_programme import WorkItem, WorkMove

__all__ = [
    "AgendaItem",
    "Attendance",
    "CommissionerTerm",
    "ComplaintCase",
    "ConfirmationHearing",
    "Council",
    "Decision",
    "DecisionAttachment",
    "Declaration",
    "Edition",
    "Evidence",
    "ExemptionClaim",
    "FoiExemption",
    "GroupPlace",
    "InAttendance",
    "Member",
    "MinuteEntry",
    "Pack",
    "PackEdition",
    "PackPage",
    "PanelAction",
    "PanelLetter",
    "PanelMeeting",
    "PanelMinutes",
    "PanelPost",
    "PanelRules",
    "PanelVerdict",
    "Paper",
    "PaperPart",
    "PreceptReview",
    "ProgressUpdate",
    "PublicQuestion",
    "Publication",
    "PublicationDuty",
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
    "withheld_words",
]
