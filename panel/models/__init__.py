"""Everything the Panel's work is recorded in, one module for each part of it."""

from panel.models.agenda import AgendaItem, ExemptionClaim, Resolution, StandingItem
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
from panel.models.reports import Edition, QuarterlyReport

__all__ = [
    "AgendaItem",
    "Council",
    "Edition",
    "ExemptionClaim",
    "GroupPlace",
    "Member",
    "PanelMeeting",
    "PanelPost",
    "PanelRules",
    "QuarterlyReport",
    "RegisteredInterest",
    "Resolution",
    "StandingItem",
    "Term",
    "WorkingGroup",
]
