"""Everything the Panel's work is recorded in, one module for each part of it."""

from panel.models.agenda import AgendaItem, ExemptionClaim, Resolution, StandingItem
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
from panel.models.packs import Pack, PackEdition
from panel.models.papers import Paper, PaperPart
from panel.models.questions import PublicQuestion
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
    "Council",
    "Edition",
    "Evidence",
    "ExemptionClaim",
    "GroupPlace",
    "Member",
    "Pack",
    "PackEdition",
    "PanelAction",
    "PanelLetter",
    "PanelMeeting",
    "PanelPost",
    "PanelRules",
    "PanelVerdict",
    "Paper",
    "PaperPart",
    "ProgressUpdate",
    "PublicQuestion",
    "QuarterlyReport",
    "Recommendation",
    "RecommendationResponse",
    "RegisteredInterest",
    "Resolution",
    "StandingItem",
    "Term",
    "WorkItem",
    "WorkMove",
    "WorkingGroup",
]
