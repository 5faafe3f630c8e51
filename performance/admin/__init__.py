"""The staff's pages about measures, what is decided and said of them, and what is asked of the force."""

from performance.admin.commentary import CommentaryAdmin
from performance.admin.decisions import AnnotationAdmin, PhaseChangeAdmin
from performance.admin.figures import ObservationAdmin, QuarterFigureAdmin
from performance.admin.loads import LoadAdmin
from performance.admin.measures import MeasureAdmin, TopicGroupAdmin
from performance.admin.peers import PeerGroupAdmin, PeerMemberAdmin, PeerStandingAdmin, PeerValueAdmin
from performance.admin.projections import ArchivedProjectionAdmin
from performance.admin.questions import ForceQuestionAdmin
from performance.admin.rules import HouseRulesAdmin
from performance.admin.series import SeriesAdmin
from performance.admin.work import performance_work

__all__ = [
    "AnnotationAdmin",
    "ArchivedProjectionAdmin",
    "CommentaryAdmin",
    "ForceQuestionAdmin",
    "HouseRulesAdmin",
    "LoadAdmin",
    "MeasureAdmin",
    "ObservationAdmin",
    "PeerGroupAdmin",
    "PeerMemberAdmin",
    "PeerStandingAdmin",
    "PeerValueAdmin",
    "PhaseChangeAdmin",
    "QuarterFigureAdmin",
    "SeriesAdmin",
    "TopicGroupAdmin",
    "performance_work",
]
