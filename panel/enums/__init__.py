"""The states and kinds of the Panel's records."""

from panel.enums.agenda import TO_SOMEBODY, ItemKind, ResolutionKind
from panel.enums.meetings import ClearDays, MeetingState
from panel.enums.membership import PECUNIARY, InterestKind, MemberKind, Post
from panel.enums.papers import PACK_BUILT, PACK_OPEN, PACK_OUT, PackKind, PackState, PartOrigin
from panel.enums.questions import COUNTED, PUT, AnswerManner, AskedState, Channel, RefusalGround
from panel.enums.recommendations import (
    ANSWERED,
    ENDED,
    LIVE,
    UNANSWERED,
    ActionState,
    AnswerKind,
    LetterKind,
    LetterState,
    Opinion,
    Recipient,
    RecommendationState,
)
from panel.enums.reports import BUILT, FROZEN, IN_WORK, Audience, Exemption, ReportKind, ReportState
from panel.enums.work_programme import WorkKind, WorkState

__all__ = [
    "ANSWERED",
    "BUILT",
    "COUNTED",
    "ENDED",
    "FROZEN",
    "IN_WORK",
    "LIVE",
    "PACK_BUILT",
    "PACK_OPEN",
    "PACK_OUT",
    "PECUNIARY",
    "PUT",
    "TO_SOMEBODY",
    "UNANSWERED",
    "ActionState",
    "AnswerKind",
    "AnswerManner",
    "AskedState",
    "Audience",
    "Channel",
    "ClearDays",
    "Exemption",
    "InterestKind",
    "ItemKind",
    "LetterKind",
    "LetterState",
    "MeetingState",
    "MemberKind",
    "Opinion",
    "PackKind",
    "PackState",
    "PartOrigin",
    "Post",
    "Recipient",
    "RecommendationState",
    "RefusalGround",
    "ReportKind",
    "ReportState",
    "ResolutionKind",
    "WorkKind",
    "WorkState",
]
