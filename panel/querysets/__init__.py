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
from panel.querysets.reports import ReportQuerySet

__all__ = [
    "GroupQuerySet",
    "InterestQuerySet",
    "ItemQuerySet",
    "MeetingQuerySet",
    "MemberQuerySet",
    "PlaceQuerySet",
    "PostQuerySet",
    "ReportQuerySet",
    "ResolutionQuerySet",
    "TermQuerySet",
]
