"""A quarter beside the one before, the same one a year before, and the quarter average."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from opcc.core.quarters import Quarter
from performance.comparison.averages import QuarterAverage, quarter_average, unknown
from performance.comparison.changes import NOT_COMPARED, Change, Position, change, position
from performance.comparison.quarters import QuarterValue
from performance.comparison.rules import HOUSE, AverageDefinition, Basis, HouseRules, Number


@dataclass(frozen=True)
class Comparison:
    """What a report says of a measure's quarter. `previous` is the quarter before the one reported, `last`."""

    last: QuarterValue
    previous: QuarterValue
    year_before: QuarterValue
    average: QuarterAverage
    change: Change
    change_on_year: Change
    against_average: Position


def compare(
    values: Mapping[Quarter, QuarterValue],
    quarter: Quarter,
    basis: Basis,
    *,
    rules: HouseRules = HOUSE,
    definition: AverageDefinition | None = None,
    phase_mean: Number | None = None,
) -> Comparison:
    """The comparisons of one quarter. The definition of the average is the house's where none is given."""
    year_ago = Quarter(quarter.year - 1, quarter.number)
    last, previous, year_before = (
        values.get(each, unknown(each, basis)) for each in (quarter, quarter.previous, year_ago)
    )
    average = quarter_average(values, quarter, basis, definition=definition or rules.average, phase_mean=phase_mean)
    return Comparison(
        last,
        previous,
        year_before,
        average,
        change=_between(previous, last, basis, rules, months_apart=3),
        change_on_year=_between(year_before, last, basis, rules, months_apart=12),
        against_average=position(last.value, average.value, basis=basis),
    )


def _between(
    before: QuarterValue, after: QuarterValue, basis: Basis, rules: HouseRules, *, months_apart: int
) -> Change:
    """The change, unless the two figures share months or one is not known."""
    shared = basis.window - months_apart
    if shared > 0:
        reason = f"the figures for the {after.label} and the {before.label} share {shared} months"
        return Change(before.value, after.value, None, NOT_COMPARED, reason)
    found = change(before.value, after.value, basis=basis, counted=before.numerator, rules=rules)
    return replace(found, reason="; ".join(filter(None, (before.reason, after.reason))))
