"""The states and kinds of the Panel's records."""

from panel.enums.agenda import TO_SOMEBODY, ItemKind, ResolutionKind
from panel.enums.meetings import ClearDays, MeetingState
from panel.enums.membership import PECUNIARY, InterestKind, MemberKind, Post
from panel.enums.reports import BUILT, FROZEN, IN_WORK, Audience, Exemption, ReportKind, ReportState

__all__ = [
    "BUILT",
    "FROZEN",
    "IN_WORK",
    "PECUNIARY",
    "TO_SOMEBODY",
    "Audience",
    "ClearDays",
    "Exemption",
    "InterestKind",
    "ItemKind",
    "MeetingState",
    "MemberKind",
    "Post",
    "ReportKind",
    "ReportState",
    "ResolutionKind",
]
