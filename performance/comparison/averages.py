"""The quarter average, by the definition that is printed with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from opcc.core.quarters import Quarter
from performance.comparison.quarters import QuarterValue, ratio
from performance.comparison.rules import AverageDefinition, Basis, Kind, Number, exact

_NOT_AVERAGED = {Kind.SURVEY: "figures that share months are not averaged", Kind.LEVEL: "levels are not averaged"}


@dataclass(frozen=True)
class QuarterAverage:
    """The average with what it is the average of. Where the value is None, `reason` says why."""

    definition: AverageDefinition
    value: Decimal | None
    words: str
    reason: str = ""


def quarter_average(
    values: Mapping[Quarter, QuarterValue],
    quarter: Quarter,
    basis: Basis,
    *,
    definition: AverageDefinition = AverageDefinition.LATEST_FOUR,
    phase_mean: Number | None = None,
) -> QuarterAverage:
    """The average that a quarter is held against.

    Of counts the mean of four quarters, of rates the ratio of their sums, or three times `phase_mean`, the monthly mean
    of the current phase of the chart. Figures that share months, and levels, have none.
    """
    exact(phase_mean)
    if definition is AverageDefinition.PHASE_MEAN:
        return _from_phase(basis, phase_mean)
    last = quarter if definition is AverageDefinition.LATEST_FOUR else quarter.previous
    four = [last.previous.previous.previous, last.previous.previous, last.previous, last]
    which = "latest four quarters, this one included" if last == quarter else "four quarters before this one"
    words = f"the mean of the {which} ({four[0].start:%B %Y} to {four[-1].end:%B %Y})"
    if basis.kind in _NOT_AVERAGED:
        return QuarterAverage(definition, None, words, _NOT_AVERAGED[basis.kind])
    own = [values.get(each, unknown(each, basis)) for each in four]
    reasons = [value.reason for value in own if value.value is None] or [_cannot_add(value, basis) for value in own]
    if reason := "; ".join(filter(None, reasons)):
        return QuarterAverage(definition, None, words, reason)
    if basis.kind is Kind.COUNT:
        return QuarterAverage(definition, Decimal(_sum(value.value for value in own)) / len(own), words)
    whole = ratio(quarter, basis, _sum(value.numerator for value in own), _sum(value.denominator for value in own))
    return QuarterAverage(definition, None if whole.value is None else Decimal(whole.value), words, whole.reason)


def unknown(quarter: Quarter, basis: Basis) -> QuarterValue:
    """The value of a quarter of which nothing was supplied."""
    return QuarterValue(quarter, basis, None, reason=f"there are no figures for {quarter.label}")


def _from_phase(basis: Basis, phase_mean: Number | None) -> QuarterAverage:
    words = "three times the current monthly average"
    if basis.kind is not Kind.COUNT:
        reason = "only counts of three months add up to a quarter"
        return QuarterAverage(AverageDefinition.PHASE_MEAN, None, words, reason)
    value = None if phase_mean is None else 3 * Decimal(phase_mean)
    reason = "there is no current monthly average" if value is None else ""
    return QuarterAverage(AverageDefinition.PHASE_MEAN, value, words, reason)


def _cannot_add(value: QuarterValue, basis: Basis) -> str:
    if basis.kind is Kind.COUNT or (value.numerator is not None and value.denominator is not None):
        return ""
    return f"{value.quarter.label} is given without its numerator and denominator, and percentages are not averaged"


def _sum(values: Iterable[Number | None]) -> Number:
    return sum((value or 0 for value in values), 0)
