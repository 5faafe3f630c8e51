"""What pages and higher apps may read of the force's figures: plain values, in a constant number of queries."""

from performance.reporting.area_tables import AreaBase, AreaCell, AreaRow, AreaTable, area_table
from performance.reporting.figure_words import figure_words
from performance.reporting.histories import area_histories, histories, history
from performance.reporting.quarterly import ForceQuarter, QuestionPair, ReportedMeasure, quarter
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
    "AreaBase",
    "AreaCell",
    "AreaRow",
    "AreaTable",
    "Change",
    "ForceQuarter",
    "MeasureFacts",
    "MonthValue",
    "PhaseSeen",
    "ProjectionSeen",
    "QuestionPair",
    "Reading",
    "ReportedMeasure",
    "Scorecard",
    "ScorecardGroup",
    "SeriesHistory",
    "SignalSeen",
    "Tally",
    "area_histories",
    "area_readings",
    "area_table",
    "areas",
    "figure_words",
    "histories",
    "history",
    "latest_quarter",
    "measure_readings",
    "quarter",
    "quarters",
    "scorecard",
]
