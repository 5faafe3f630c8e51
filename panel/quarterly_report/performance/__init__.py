"""The force's performance: a summary of every measure, a section for each heading of the plan, crime by area."""

from panel.quarterly_report.performance.areas import crime_by_area
from panel.quarterly_report.performance.measures import measures
from panel.quarterly_report.performance.overview import overview

__all__ = ["crime_by_area", "measures", "overview"]
