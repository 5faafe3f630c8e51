"""What pages and higher apps may read of the force's figures: plain values, in a constant number of queries."""

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
    "SeriesHistory",
    "SignalSeen",
]
