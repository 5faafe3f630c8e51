"""Sets of the Panel's records, named for what they keep."""

from panel.querysets.meetings import ItemQuerySet, MeetingQuerySet, ResolutionQuerySet
from panel.querysets.membership import (
    GroupQuerySet,
    InterestQuerySet,
    MemberQuerySet,
    PlaceQuerySet,
    PostQuerySet,
    TermQuerySet,
)
from panel.querysets.papers import PackQuerySet, PaperQuerySet, PartQuerySet
from panel.querysets.recommendations import PanelActionQuerySet, PanelLetterQuerySet, RecommendationQuerySet
from panel.querysets.reports import ReportQuerySet
from panel.querysets.work_programme import WorkItemQuerySet

__all__ = [
    "GroupQuerySet",
    "InterestQuerySet",
    "ItemQuerySet",
    "MeetingQuerySet",
    "MemberQuerySet",
    "PackQuerySet",
    "PanelActionQuerySet",
    "PanelLetterQuerySet",
    "PaperQuerySet",
    "PartQuerySet",
    "PlaceQuerySet",
    "PostQuerySet",
    "RecommendationQuerySet",
    "ReportQuerySet",
    "ResolutionQuerySet",
    "TermQuerySet",
    "WorkItemQuerySet",
]
