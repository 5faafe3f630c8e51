"""What a series comes to in a quarter: worked out from its months, or as the force states it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance import comparison
from performance.comparison import MonthFigure, Number, QuarterValue, months_of
from performance.enums import MeasureKind, ObservationStatus
from performance.models import HouseRules, Measure
from performance.queries.books import Kept, MonthKept, QuarterKept
from performance.queries.rules import basis
from performance.reporting.facts import exact

_SAID = {
    MeasureKind.COUNT: "Months add to",
    MeasureKind.RATE: "The parts of the months make",
    MeasureKind.SURVEY: "The months make",
}


@dataclass(frozen=True)
class Quartered:
    """The value of one quarter, how many were asked for it, and what about it does not add up."""

    worth: QuarterValue
    n: int | None = None
    average: Number | None = None  # as the force states it
    note: str = ""  # what the force says of figures that it does not give
    warnings: tuple[str, ...] = ()
    is_synthetic: bool = False

    @property
    def value(self) -> Number | None:
        return self.worth.value


class QuarterValues:
    """The quarters of one series, each worked out once.

    Months of a count add up; a rate is that of the summed numerators and denominators; of a rolling figure the last
    month is the quarter's; of a level only the force can say. What the force states for the quarter stands, and where
    the months say something else, that is said.
    """

    def __init__(self, kept: Kept, house: HouseRules) -> None:
        self.kept = kept
        self.house = house
        self.measure = kept.series.measure
        self.basis = basis(self.measure)
        self._known: dict[Quarter, Quartered] = {}

    def of(self, quarter: Quarter) -> Quartered:
        """The value of a quarter."""
        if quarter not in self._known:
            self._known[quarter] = self._worked_out(quarter)
        return self._known[quarter]

    def _worked_out(self, quarter: Quarter) -> Quartered:
        months = {month: found for month in months_of(quarter) if (found := self.kept.months.get(month)) is not None}
        stated = self.kept.stated.get(quarter.start)
        figures: list[MonthKept | QuarterKept] = [*months.values()]
        if stated is not None:
            figures.append(stated)
        ours = comparison.quarter_value(
            {month: _month(figure) for month, figure in months.items()}, quarter, self.basis
        )
        asked = _asked(months, quarter, stated)
        worth = ours if stated is None or stated.value is None else _stated(ours, stated)
        note = next((figure.note for figure in reversed(figures) if figure.value is None and figure.note), "")
        warnings = _disagreement(self.measure, ours, stated)
        if is_hidden(self.measure, asked, self.house):
            worth, note, warnings = replace(worth, value=None), few_asked(self.house), ()
        return Quartered(
            worth=worth,
            n=asked,
            average=exact(stated.average) if stated is not None else None,
            note=note if worth.value is None else "",
            warnings=warnings,
            is_synthetic=any(figure.is_synthetic for figure in figures),
        )


def is_hidden(measure: Measure, asked: int | None, house: HouseRules) -> bool:
    """Whether so few people were asked that their share says nothing."""
    return measure.kind == MeasureKind.SURVEY and asked is not None and asked < house.survey_hidden_below


def few_asked(house: HouseRules) -> str:
    """Why a share is not shown."""
    return f"Fewer than {house.survey_hidden_below} people were asked"


def _month(figure: MonthKept) -> MonthFigure:
    return MonthFigure(
        value=exact(figure.value),
        numerator=figure.numerator,
        denominator=figure.denominator,
        reason=figure.note,
        is_provisional=figure.status == ObservationStatus.PROVISIONAL,
    )


def _asked(months: dict[date, MonthKept], quarter: Quarter, stated: QuarterKept | None) -> int | None:
    """How many people were asked: for the quarter, or in the window that its last month looks back over."""
    if stated is not None and stated.n is not None:
        return stated.n
    last = months.get(months_of(quarter)[-1])
    return last.n if last is not None else None


def _stated(ours: QuarterValue, stated: QuarterKept) -> QuarterValue:
    """The force's value; what it is the share of from the force too, or else from the months."""
    known = stated.numerator is not None and stated.denominator is not None
    return replace(
        ours,
        value=exact(stated.value),
        numerator=stated.numerator if known else ours.numerator,
        denominator=stated.denominator if known else ours.denominator,
        reason="",
        is_provisional=ours.is_provisional or stated.status == ObservationStatus.PROVISIONAL,
    )


def _disagreement(measure: Measure, ours: QuarterValue, stated: QuarterKept | None) -> tuple[str, ...]:
    """That the months come to something else than the force states, at the precision it states it with."""
    if ours.value is None or stated is None or stated.value is None:
        return ()
    told = stated.value.normalize()
    exponent = told.as_tuple().exponent
    assert isinstance(exponent, int), "figures are finite"
    found = Decimal(ours.value).quantize(Decimal(1).scaleb(min(0, exponent)), ROUND_HALF_UP)
    if found == told:
        return ()
    one, other = (Figure("value", "", exact(value), ours.basis.unit).text for value in (found, told))
    return (f"{_SAID[MeasureKind(measure.kind)]} {one}; the force states {other}.",)
