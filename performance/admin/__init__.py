"""The staff's pages about measures, what is decided and said of them, and what is asked of the force."""

from performance.admin.measures import MeasureAdmin, TopicGroupAdmin
from performance.admin.peers import PeerGroupAdmin, PeerMemberAdmin, PeerStandingAdmin, PeerValueAdmin
from performance.admin.questions import ForceQuestionAdmin
from performance.admin.series import SeriesAdmin

__all__ = [
    "ForceQuestionAdmin",
    "MeasureAdmin",
    "PeerGroupAdmin",
    "PeerMemberAdmin",
    "PeerStandingAdmin",
    "PeerValueAdmin",
    "SeriesAdmin",
    "TopicGroupAdmin",
]
