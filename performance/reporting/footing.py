"""Whether areas add up to the whole that they make, month by month."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance.enums import MeasureUnit
from performance.models import HouseRules
from performance.queries.books import Kept, Sum
from performance.reporting.facts import UNITS, area_of, exact
from performance.reporting.months import months_of


def footing(kept: Kept, quarter: Quarter, house: HouseRules) -> tuple[str, ...]:
    """'Districts add to 3,615 in November 2017; Westshire force area has 3,614.' One a month and kind of part."""
    return tuple(
        warning
        for month in months_of(quarter)
        for parts in kept.sums
        for warning in _difference(kept, parts, month, house.footing_tolerance)
    )


def _difference(kept: Kept, parts: Sum, month: date, tolerance: int) -> Iterable[str]:
    whole = kept.months.get(month)
    values = [value for part in parts.parts if (value := part.get(month)) is not None]
    if whole is None or whole.value is None or len(values) < len(parts.parts):
        return
    together = sum(values, Decimal(0))
    if abs(together - whole.value) > tolerance:
        unit = UNITS[MeasureUnit(kept.series.measure.unit)]
        ours, theirs = (Figure("value", "", exact(value), unit).text for value in (together, whole.value))
        yield f"{parts.what} add to {ours} in {month:%B %Y}; {area_of(kept.series).name} has {theirs}."
