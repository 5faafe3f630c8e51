"""Charts drawn as SVG, each with a title, a sentence that says what it shows, and the table of its numbers."""

from opcc.documents.charts.bars import bars
from opcc.documents.charts.chart import Chart
from opcc.documents.charts.control import (
    Annotation,
    ControlSeries,
    Phase,
    Projection,
    Signal,
    control_chart,
    frozen_control_chart,
)
from opcc.documents.charts.dumbbells import dumbbell, dumbbell_table
from opcc.documents.charts.periods import columns, line
from opcc.documents.marks import Dumbbell, Spark

__all__ = [
    "Annotation",
    "Chart",
    "ControlSeries",
    "Dumbbell",
    "Phase",
    "Projection",
    "Signal",
    "Spark",
    "bars",
    "columns",
    "control_chart",
    "dumbbell",
    "dumbbell_table",
    "frozen_control_chart",
    "line",
]
