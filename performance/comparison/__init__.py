"""Comparisons of quarters, areas and forces. Plain whole numbers and decimals in and out, never a float."""

from performance.comparison.averages import QuarterAverage, quarter_average
from performance.comparison.changes import Change, Place, Position, change, position
from performance.comparison.footing import Check, claimed_change, claimed_place, footing, percent_total, quarter_footing
from performance.comparison.quarterly import Comparison, compare
from performance.comparison.quarters import (
    MonthFigure,
    QuarterValue,
    months_of,
    quarter_value,
    quarter_values,
)
from performance.comparison.ranks import PeerGroup, Rank, ordinal, rank
from performance.comparison.rates import Denominator, Rate, rate
from performance.comparison.rules import AverageDefinition, Basis, HouseRules, Kind, Number, mean_places
from performance.comparison.shares import Interval, Share, Standing, share, wilson

__all__ = [
    "AverageDefinition",
    "Basis",
    "Change",
    "Check",
    "Comparison",
    "Denominator",
    "HouseRules",
    "Interval",
    "Kind",
    "MonthFigure",
    "Number",
    "PeerGroup",
    "Place",
    "Position",
    "QuarterAverage",
    "QuarterValue",
    "Rank",
    "Rate",
    "Share",
    "Standing",
    "change",
    "claimed_change",
    "claimed_place",
    "compare",
    "footing",
    "mean_places",
    "months_of",
    "ordinal",
    "percent_total",
    "position",
    "quarter_average",
    "quarter_footing",
    "quarter_value",
    "quarter_values",
    "rank",
    "rate",
    "share",
    "wilson",
]
