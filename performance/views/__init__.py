"""The pages of the figures: the scorecard, a measure, an area, a comparison, and how signals are found."""

from performance.views.area import area
from performance.views.compare import compare
from performance.views.measure import chart, measure
from performance.views.rules import rules
from performance.views.scorecard import scorecard

__all__ = ["area", "chart", "compare", "measure", "rules", "scorecard"]
