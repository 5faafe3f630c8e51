"""A quarter's rate per 1,000 people or households. Read anew each time: populations are another app's."""

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance import comparison
from performance.comparison import Number
from performance.models import Series
from performance.queries.places import Places
from performance.reporting.facts import figure_key


def rate_of(series: Series, value: Number | None, quarter: Quarter, places: Places) -> Figure | None:
    """Per 1,000 in the quarter, not made a year's; None where no base is set or known, or nothing was counted."""
    base = places.denominator(series, not_after=quarter.start.year)
    if base is None or value is None:
        return None
    found = comparison.rate(value, base, quarter)
    return None if found.value is None else found.figure(f"{figure_key(series)}.rate", f"Rate {found.words}")
