"""The staff's pages about the Panel's work."""

from panel.admin.actions import PanelActionAdmin
from panel.admin.agenda_items import AgendaItemAdmin
from panel.admin.attachments import DecisionAttachmentAdmin
from panel.admin.declarations import DeclarationAdmin
from panel.admin.grounds import ExemptionClaimAdmin, FoiExemptionAdmin, grounds_work
from panel.admin.interests import interest_work
from panel.admin.letters import PanelLetterAdmin
from panel.admin.meetings import PanelMeetingAdmin
from panel.admin.membership import CouncilAdmin, MemberAdmin, PanelRulesAdmin, StandingItemAdmin, WorkingGroupAdmin
from panel.admin.minutes import PanelMinutesAdmin
from panel.admin.papers import PackAdmin, PaperAdmin, PaperPartAdmin
from panel.admin.precept import PreceptReviewAdmin
from panel.admin.publication import PublicationDutyAdmin, publication_work
from panel.admin.questions import PublicQuestionAdmin, question_work
from panel.admin.recommendations import RecommendationAdmin
from panel.admin.register import CommissionerTermAdmin, DecisionAdmin
from panel.admin.reports import QuarterlyReportAdmin
from panel.admin.resolutions import ResolutionAdmin
from panel.admin.restricted import ComplaintCaseAdmin, ConfirmationHearingAdmin, register_work
from panel.admin.work import follow_up_work
from panel.admin.work_programme import WorkItemAdmin

__all__ = [
    "AgendaItemAdmin",
    "CommissionerTermAdmin",
    "ComplaintCaseAdmin",
    "ConfirmationHearingAdmin",
    "CouncilAdmin",
    "DecisionAdmin",
    "DecisionAttachmentAdmin",
    "DeclarationAdmin",
    "ExemptionClaimAdmin",
    "FoiExemptionAdmin",
    "MemberAdmin",
    "PackAdmin",
    "PanelActionAdmin",
    "PanelLetterAdmin",
    "PanelMeetingAdmin",
    "PanelMinutesAdmin",
    "PanelRulesAdmin",
    "PaperAdmin",
    "PaperPartAdmin",
    "PreceptReviewAdmin",
    "PublicQuestionAdmin",
    "PublicationDutyAdmin",
    "QuarterlyReportAdmin",
    "RecommendationAdmin",
    "ResolutionAdmin",
    "StandingItemAdmin",
    "WorkItemAdmin",
    "WorkingGroupAdmin",
    "follow_up_work",
    "grounds_work",
    "interest_work",
    "publication_work",
    "question_work",
    "register_work",
]
