"""The staff's pages about the Panel's work."""

from panel.admin.actions import PanelActionAdmin
from panel.admin.agenda_items import AgendaItemAdmin
from panel.admin.declarations import DeclarationAdmin
from panel.admin.letters import PanelLetterAdmin
from panel.admin.meetings import PanelMeetingAdmin
from panel.admin.membership import (
    CouncilAdmin,
    MemberAdmin,
    PanelRulesAdmin,
    StandingItemAdmin,
    WorkingGroupAdmin,
)
from panel.admin.minutes import PanelMinutesAdmin
from panel.admin.recommendations import RecommendationAdmin
from panel.admin.reports import QuarterlyReportAdmin
from panel.admin.resolutions import ResolutionAdmin
from panel.admin.work import follow_up_work
from panel.admin.work_programme import WorkItemAdmin

__all__ = [
    "AgendaItemAdmin",
    "CouncilAdmin",
    "DeclarationAdmin",
    "MemberAdmin",
    "PanelActionAdmin",
    "PanelLetterAdmin",
    "PanelMeetingAdmin",
    "PanelMinutesAdmin",
    "PanelRulesAdmin",
    "QuarterlyReportAdmin",
    "RecommendationAdmin",
    "ResolutionAdmin",
    "StandingItemAdmin",
    "WorkItemAdmin",
    "WorkingGroupAdmin",
    "follow_up_work",
]
