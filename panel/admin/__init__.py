"""The staff's pages about the Panel's work."""

from panel.admin.letters import PanelLetterAdmin
from panel.admin.recommendations import PanelActionAdmin, RecommendationAdmin
from panel.admin.reports import QuarterlyReportAdmin
from panel.admin.work_programme import WorkItemAdmin

__all__ = [
    "PanelActionAdmin",
    "PanelLetterAdmin",
    "QuarterlyReportAdmin",
    "RecommendationAdmin",
    "WorkItemAdmin",
]
