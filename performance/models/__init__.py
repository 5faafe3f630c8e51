"""Measures and where they are kept; figures and their loads; phases, commentary, questions, projections and peers."""

from performance.models.commentary import Commentary
from performance.models.decisions import Annotation, PhaseChange
from performance.models.loads import Load, LoadProblem
from performance.models.measures import Measure, Series, Target, TopicGroup
from performance.models.observations import Observation, QuarterFigure, QuarterSummary
from performance.models.peers import PeerGroup, PeerMember, PeerStanding, PeerValue
from performance.models.projections import ArchivedProjection
from performance.models.questions import ForceQuestion
from performance.models.rules import HouseRules

__all__ = [
    "Annotation",
    "ArchivedProjection",
    "Commentary",
    "ForceQuestion",
    "HouseRules",
    "Load",
    "LoadProblem",
    "Measure",
    "Observation",
    "PeerGroup",
    "PeerMember",
    "PeerStanding",
    "PeerValue",
    "PhaseChange",
    "QuarterFigure",
    "QuarterSummary",
    "Series",
    "Target",
    "TopicGroup",
]
