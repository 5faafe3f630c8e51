"""Whether areas add up to the whole that they make, month by month."""

from collections.abc import Iterator
from datetime import date

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance import comparison
from performance.comparison import months_of
from performance.enums import MeasureUnit
from performance.models import HouseRules
from performance.queries.books import Kept, Sum
from performance.queries.rules import UNITS, comparison_rules
from performance.reporting.facts import area_of, exact


def footing(kept: Kept, quarter: Quarter, house: HouseRules) -> tuple[str, ...]:
    """'Districts add to 3,615 in November 2017; Westshire force area has 3,614.' One a month and kind of part."""
    return tuple(
        warning
        for month in months_of(quarter)
        for parts in kept.sums
        for warning in _difference(kept, parts, month, comparison_rules(house))
    )


def _difference(kept: Kept, parts: Sum, month: date, rules: comparison.HouseRules) -> Iterator[str]:
    whole, name = kept.months.get(month), area_of(kept.series).name
    values = {str(index): exact(part.get(month)) for index, part in enumerate(parts.parts)}
    check = comparison.footing(values, exact(whole.value) if whole else None, whole=name, rules=rules)
    if check.agrees is False:
        unit = UNITS[MeasureUnit(kept.series.measure.unit)]
        ours, theirs = (Figure("value", "", value, unit).text for value in (check.computed, check.stated))
        yield f"{parts.what} add to {ours} in {month:%B %Y}; {name} has {theirs}."
