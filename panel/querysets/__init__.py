"""Sets of the Panel's records, named for what they keep."""

from panel.querysets.attendance import (
    AttendanceQuerySet,
    DeclarationQuerySet,
    EntryQuerySet,
    MinutesQuerySet,
    SubstituteQuerySet,
)
from panel.querysets.meetings import ItemQuerySet, PanelMeetingQuerySet, ResolutionQuerySet
from panel.querysets.membership import (
    GroupQuerySet,
    InterestQuerySet,
    MemberQuerySet,
    PlaceQuerySet,
    PostQuerySet,
    TermQuerySet,
)
from panel.querysets.papers import PackQuerySet, PaperQuerySet, PartQuerySet
from panel.querysets.questions import PublicQuestionQuerySet
from panel.querysets.recommendations import (
    PanelActionQuerySet,
    PanelLetterQuerySet,
    RecommendationQuerySet,
    VerdictQuerySet,
)
from panel.querysets.register import SEARCHED, AttachmentQuerySet, DecisionQuerySet, DutyQuerySet
from panel.querysets.reports import PanelReportQuerySet
from panel.querysets.work_programme import WorkItemQuerySet

__all__ = [
    "SEARCHED",
    "AttachmentQuerySet",
    "AttendanceQuerySet",
    "DecisionQuerySet",
    "DeclarationQuerySet",
    "DutyQuerySet",
    "EntryQuerySet",
    "GroupQuerySet",
    "InterestQuerySet",
    "ItemQuerySet",
    "MemberQuerySet",
    "MinutesQuerySet",
    "PackQuerySet",
    "PanelActionQuerySet",
    "PanelLetterQuerySet",
    "PanelMeetingQuerySet",
    "PanelReportQuerySet",
    "PaperQuerySet",
    "PartQuerySet",
    "PlaceQuerySet",
    "PostQuerySet",
    "PublicQuestionQuerySet",
    "RecommendationQuerySet",
    "ResolutionQuerySet",
    "SubstituteQuerySet",
    "TermQuerySet",
    "VerdictQuerySet",
    "WorkItemQuerySet",
]
