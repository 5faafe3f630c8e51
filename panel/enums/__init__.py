"""The states and kinds of the Panel's records."""

from panel.enums.agenda import TO_SOMEBODY, ItemKind, ResolutionKind
from panel.enums.attendance import SETTLED, Ballot, DeclaredKind, MinutesState, Presence
from panel.enums.meetings import ClearDays, MeetingState
from panel.enums.membership import PECUNIARY, InterestKind, MemberKind, Post
from panel.enums.papers import PACK_BUILT, PACK_OPEN, PACK_OUT, PackKind, PackState, PartOrigin
from panel.enums.precept import PreceptOpinion, SecondOpinion, VetoReason
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
from panel.enums.register import DecisionState, FoiSection
from panel.enums.reports import BUILT, FROZEN, IN_WORK, Audience, Exemption, ReportKind, ReportState
from panel.enums.restricted import (
    MUST_BE_REFERRED,
    Appointment,
    AppointmentDecision,
    ComplaintAbout,
    ComplaintKind,
    ComplaintOutcome,
    DisapplyGround,
    HearingOutcome,
)
from panel.enums.work_programme import WorkKind, WorkState

__all__ = [
    "ANSWERED",
    "BUILT",
    "COUNTED",
    "ENDED",
    "FROZEN",
    "IN_WORK",
    "LIVE",
    "MUST_BE_REFERRED",
    "PACK_BUILT",
    "PACK_OPEN",
    "PACK_OUT",
    "PECUNIARY",
    "PUT",
    "SETTLED",
    "TO_SOMEBODY",
    "UNANSWERED",
    "ActionState",
    "AnswerKind",
    "AnswerManner",
    "Appointment",
    "AppointmentDecision",
    "AskedState",
    "Audience",
    "Ballot",
    "Channel",
    "ClearDays",
    "ComplaintAbout",
    "ComplaintKind",
    "ComplaintOutcome",
    "DecisionState",
    "DeclaredKind",
    "DisapplyGround",
    "Exemption",
    "FoiSection",
    "HearingOutcome",
    "InterestKind",
    "ItemKind",
    "LetterKind",
    "LetterState",
    "MeetingState",
    "MemberKind",
    "MinutesState",
    "Opinion",
    "PackKind",
    "PackState",
    "PartOrigin",
    "Post",
    "PreceptOpinion",
    "Presence",
    "Recipient",
    "RecommendationState",
    "RefusalGround",
    "ReportKind",
    "ReportState",
    "ResolutionKind",
    "SecondOpinion",
    "VetoReason",
    "WorkKind",
    "WorkState",
]
