"""The staff's pages about the Panel's work."""

from panel.admin.actions import PanelActionAdmin
from panel.admin.agenda_items import AgendaItemAdmin
from panel.admin.letters import PanelLetterAdmin
from panel.admin.meetings import PanelMeetingAdmin
from panel.admin.membership import (
    CouncilAdmin,
    MemberAdmin,
    PanelRulesAdmin,
    StandingItemAdmin,
    WorkingGroupAdmin,
)
from panel.admin.papers import PackAdmin, PaperAdmin, PaperPartAdmin
from panel.admin.questions import PublicQuestionAdmin, question_work
from panel.admin.recommendations import RecommendationAdmin
from panel.admin.reports import QuarterlyReportAdmin
from panel.admin.work import follow_up_work
from panel.admin.work_programme import WorkItemAdmin

__all__ = [
    "AgendaItemAdmin",
    "CouncilAdmin",
    "MemberAdmin",
    "PackAdmin",
    "PanelActionAdmin",
    "PanelLetterAdmin",
    "PanelMeetingAdmin",
    "PanelRulesAdmin",
    "PaperAdmin",
    "PaperPartAdmin",
    "PublicQuestionAdmin",
    "QuarterlyReportAdmin",
    "RecommendationAdmin",
    "StandingItemAdmin",
    "WorkItemAdmin",
    "WorkingGroupAdmin",
    "follow_up_work",
    "question_work",
]
