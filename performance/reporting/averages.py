"""The quarter average by the office's definition, or the force's own where it states one."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from opcc.core.quarters import Quarter
from performance.enums import AverageChoice, MeasureKind
from performance.models import HouseRules
from performance.queries.books import Kept
from performance.reporting.quarter_values import KEPT_PLACES, Quartered, quarter_value, ratio
from performance.reporting.readings import PhaseSeen

AS_STATED = "As the force states it"
_MONTHS_OF_A_QUARTER = 3


class Average(NamedTuple):
    """The average and how it is reckoned; no definition where there is no average."""

    value: Decimal | None
    definition: str


class QuarterValues:
    """The quarters of one series, each worked out once."""

    def __init__(self, kept: Kept, house: HouseRules) -> None:
        self.kept = kept
        self.house = house
        self._known: dict[Quarter, Quartered] = {}

    def of(self, quarter: Quarter) -> Quartered:
        """The value of a quarter."""
        if quarter not in self._known:
            self._known[quarter] = quarter_value(self.kept, quarter, self.house)
        return self._known[quarter]


def quarter_average(values: QuarterValues, quarter: Quarter, phase: PhaseSeen | None) -> Average:
    """The average of the office's definition.

    The force's own stands where ours is not to be had, or would rest on invented figures.
    """
    choice = AverageChoice(values.house.average)
    over = [values.of(each) for each in _taken_over(choice, quarter)]
    kind = MeasureKind(values.kept.series.measure.kind)
    ours = _of_phase(kind, phase) if choice is AverageChoice.PHASE_MEAN else _mean(values.kept, kind, over)
    stated = values.of(quarter).average
    if stated is not None and (ours is None or any(each.is_synthetic for each in over)):
        return Average(stated, AS_STATED)
    return Average(ours, choice.label if ours is not None else "")


def _taken_over(choice: AverageChoice, quarter: Quarter) -> list[Quarter]:
    """Four quarters: those before this one, or with it."""
    found = [quarter.previous if choice is AverageChoice.PREVIOUS_FOUR else quarter]
    while len(found) < 4:
        found.append(found[-1].previous)
    return found


def _mean(kept: Kept, kind: MeasureKind, quarters: Sequence[Quartered]) -> Decimal | None:
    """Of counts the mean, of rates that of all their parts together. Shares and levels are never averaged."""
    if kind is MeasureKind.COUNT:
        values = [each.value for each in quarters if each.value is not None]
        return _kept(sum(values, Decimal(0)) / len(values)) if len(values) == len(quarters) else None
    if kind is MeasureKind.RATE:
        numerators = [each.parts.numerator for each in quarters if each.parts.numerator is not None]
        denominators = [each.parts.denominator for each in quarters if each.parts.denominator is not None]
        if len(numerators) == len(denominators) == len(quarters):
            return ratio(kept.series.measure, sum(numerators), sum(denominators))
    return None


def _of_phase(kind: MeasureKind, phase: PhaseSeen | None) -> Decimal | None:
    """Three months at the mean in force, of a count; the mean itself of anything else."""
    if phase is None:
        return None
    return phase.mean * _MONTHS_OF_A_QUARTER if kind is MeasureKind.COUNT else phase.mean


def _kept(value: Decimal) -> Decimal:
    return value.quantize(KEPT_PLACES, ROUND_HALF_UP)
