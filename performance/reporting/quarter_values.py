"""What a series comes to in a quarter: added up from its months, or as the force states it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance.enums import MeasureKind, MeasureUnit, ObservationStatus
from performance.models import HouseRules, Measure
from performance.queries.books import Kept, MonthKept, QuarterKept
from performance.reporting.charting import is_hidden
from performance.reporting.facts import UNITS, exact
from performance.reporting.months import months_of

KEPT_PLACES = Decimal("0.0001")
Months = Sequence[MonthKept | None]


@dataclass(frozen=True)
class Parts:
    """A value with what it is the share of, where that is known, and how many people were asked."""

    value: Decimal | None
    numerator: int | None = None
    denominator: int | None = None
    n: int | None = None


@dataclass(frozen=True)
class Quartered:
    """The value of one quarter, what it rests on, and what about it does not add up."""

    parts: Parts
    average: Decimal | None = None  # as the force states it
    note: str = ""
    warnings: tuple[str, ...] = ()
    is_provisional: bool = False
    is_synthetic: bool = False

    @property
    def value(self) -> Decimal | None:
        return self.parts.value


def quarter_value(kept: Kept, quarter: Quarter, house: HouseRules) -> Quartered:
    """The value of a quarter.

    Months of a count add up; a rate is that of the summed numerators and denominators; of a rolling figure the last
    month is the quarter's; of a level only the force can say. What the force states for the quarter stands, and where
    the months say something else, that is said.
    """
    measure = kept.series.measure
    months = [kept.months.get(month) for month in months_of(quarter)]
    stated = kept.stated.get(quarter.start)
    worked_out = _WORKED_OUT[MeasureKind(measure.kind)](measure, months)
    parts = worked_out if stated is None or stated.value is None else _stated(stated, worked_out)
    note = _why_not(months, stated)
    if is_hidden(measure, parts.n, house):
        parts, note = replace(parts, value=None), f"Fewer than {house.survey_hidden_below} people were asked"
    figures = [figure for figure in (*months, stated) if figure is not None]
    return Quartered(
        parts=parts,
        average=stated.average if stated else None,
        note="" if parts.value is not None else note,
        warnings=_disagreement(measure, worked_out.value, stated),
        is_provisional=any(figure.status == ObservationStatus.PROVISIONAL for figure in figures),
        is_synthetic=any(figure.is_synthetic for figure in figures),
    )


def ratio(measure: Measure, numerator: int, denominator: int) -> Decimal | None:
    """A share in the measure's unit: of a hundred, of a thousand, or plain. None of nothing."""
    if not denominator:
        return None
    per = _PER.get(MeasureUnit(measure.unit), 1)
    return (Decimal(per * numerator) / denominator).quantize(KEPT_PLACES, ROUND_HALF_UP)


def _sum_of_months(measure: Measure, months: Months) -> Parts:
    values = [figure.value for figure in months if figure is not None and figure.value is not None]
    return Parts(sum(values, Decimal(0)) if len(values) == len(months) else None)


def _ratio_of_sums(measure: Measure, months: Months) -> Parts:
    parts = [
        (figure.numerator, figure.denominator)
        for figure in months
        if figure is not None and figure.numerator is not None and figure.denominator is not None
    ]
    if len(parts) < len(months):
        return Parts(None)
    numerator, denominator = sum(above for above, _ in parts), sum(below for _, below in parts)
    return Parts(ratio(measure, numerator, denominator), numerator, denominator)


def _last_month(measure: Measure, months: Months) -> Parts:
    last = months[-1]
    return Parts(last.value, last.numerator, last.denominator, last.n) if last is not None else Parts(None)


def _nothing(measure: Measure, months: Months) -> Parts:
    return Parts(None)


_WORKED_OUT = {
    MeasureKind.COUNT: _sum_of_months,
    MeasureKind.RATE: _ratio_of_sums,
    MeasureKind.SURVEY: _last_month,
    MeasureKind.LEVEL: _nothing,
}
_PER = {MeasureUnit.PERCENT: 100, MeasureUnit.RATE: 1000}


def _stated(stated: QuarterKept, worked_out: Parts) -> Parts:
    """The force's value; what it is the share of and how many were asked, from it or else from the months."""
    own = (stated.numerator, stated.denominator)
    known = own if None not in own else (worked_out.numerator, worked_out.denominator)
    return Parts(stated.value, *known, stated.n if stated.n is not None else worked_out.n)


def _why_not(months: Months, stated: QuarterKept | None) -> str:
    """What the force says of figures that it does not give."""
    notes = [figure.note for figure in (stated, *months) if figure is not None and figure.value is None]
    return next(filter(None, notes), "")


_SAID = {
    MeasureKind.COUNT: "Months add to",
    MeasureKind.RATE: "The parts of the months make",
    MeasureKind.SURVEY: "The last month has",
}


def _disagreement(measure: Measure, worked_out: Decimal | None, stated: QuarterKept | None) -> tuple[str, ...]:
    """That the months come to something else than the force states, at the precision it states it with."""
    if worked_out is None or stated is None or stated.value is None:
        return ()
    told = stated.value.normalize()
    if worked_out.quantize(Decimal(1).scaleb(min(0, _exponent(told))), ROUND_HALF_UP) == told:
        return ()
    unit, said = UNITS[MeasureUnit(measure.unit)], _SAID[MeasureKind(measure.kind)]
    ours, theirs = (Figure("value", "", exact(value), unit).text for value in (worked_out, told))
    return (f"{said} {ours}; the force states {theirs}.",)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int), "figures are finite"
    return exponent
