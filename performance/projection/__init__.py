"""Projects a measure a few months ahead, and scores the projection when the months have come. No Django."""

from performance.projection.choice import project
from performance.projection.results import (
    COUNTS,
    MEDIUM,
    PERCENTS,
    SHORT,
    Candidate,
    Method,
    Projection,
    ProjectionRules,
    Step,
)
from performance.projection.scoring import Score, score, word

__all__ = [
    "COUNTS",
    "MEDIUM",
    "PERCENTS",
    "SHORT",
    "Candidate",
    "Method",
    "Projection",
    "ProjectionRules",
    "Score",
    "Step",
    "project",
    "score",
    "word",
]
