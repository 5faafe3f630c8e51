"""Which measures, figures, loads and questions to keep."""

from performance.querysets.figures import (
    LoadQuerySet,
    ObservationQuerySet,
    QuarterFigureQuerySet,
    SummaryQuerySet,
)
from performance.querysets.measures import MeasureQuerySet, QuestionQuerySet, SeriesQuerySet

__all__ = [
    "LoadQuerySet",
    "MeasureQuerySet",
    "ObservationQuerySet",
    "QuarterFigureQuerySet",
    "QuestionQuerySet",
    "SeriesQuerySet",
    "SummaryQuerySet",
]
