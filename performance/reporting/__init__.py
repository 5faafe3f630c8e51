"""What pages and higher apps may read of the force's figures: plain values, in a constant number of queries."""

from performance.reporting.histories import area_histories, histories, history
from performance.reporting.readings import (
    LETTERS,
    AnnotationSeen,
    Area,
    Change,
    MeasureFacts,
    MonthValue,
    PhaseSeen,
    ProjectionSeen,
    Reading,
    SeriesHistory,
    SignalSeen,
)
from performance.reporting.scorecards import (
    Scorecard,
    ScorecardGroup,
    Tally,
    area_readings,
    areas,
    latest_quarter,
    measure_readings,
    quarters,
    scorecard,
)

__all__ = [
    "LETTERS",
    "AnnotationSeen",
    "Area",
    "Change",
    "MeasureFacts",
    "MonthValue",
    "PhaseSeen",
    "ProjectionSeen",
    "Reading",
    "Scorecard",
    "ScorecardGroup",
    "SeriesHistory",
    "SignalSeen",
    "Tally",
    "area_histories",
    "area_readings",
    "areas",
    "histories",
    "history",
    "latest_quarter",
    "measure_readings",
    "quarters",
    "scorecard",
]
