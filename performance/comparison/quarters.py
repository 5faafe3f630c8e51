"""A quarter's value from its months, or why it is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, count_of, number
from performance.comparison.rules import Basis, Kind, Number, exact


@dataclass(frozen=True)
class MonthFigure:
    """One month as it was supplied. A rate or share gives what it divides; `reason` says why there is no figure."""

    value: Number | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    reason: str = ""
    is_provisional: bool = False

    def __post_init__(self) -> None:
        exact(self.value, self.numerator, self.denominator)


@dataclass(frozen=True)
class QuarterValue:
    """The value of a quarter. Where it is None, `reason` says why."""

    quarter: Quarter
    basis: Basis
    value: Number | None
    numerator: Number | None = None
    denominator: Number | None = None
    reason: str = ""
    covers: str = ""  # what a rolling figure covers: '12 months to December 2017'
    is_provisional: bool = False

    def __post_init__(self) -> None:
        exact(self.value, self.numerator, self.denominator)

    @property
    def label(self) -> str:
        """'October to December 2017', or the months that a rolling figure covers."""
        return self.covers or self.quarter.label

    @property
    def share_of(self) -> str:
        """'243 of 284', where the value is a share or rate."""
        if self.numerator is None or self.denominator is None:
            return ""
        return f"{number(self.numerator)} of {number(self.denominator)}"

    def figure(self, key: str, label: str, source: str = "") -> Figure:
        """The value for a document."""
        unit, places = self.basis.unit, self.basis.decimals
        return Figure(key, label, self.value, unit, base=self.share_of, source=source, places=places)


def months_of(quarter: Quarter) -> tuple[date, date, date]:
    """The first days of its three months."""
    first = quarter.start
    return first, first.replace(month=first.month + 1), first.replace(month=first.month + 2)


def quarter_value(months: Mapping[date, MonthFigure], quarter: Quarter, basis: Basis) -> QuarterValue:
    """The quarter's value. Counts are summed; a rate is the ratio of the sums; percentages are never averaged."""
    if basis.kind is Kind.SURVEY:
        return _last_month(months, quarter, basis)
    if basis.kind is Kind.LEVEL:
        reason = "a level does not follow from its months; it takes the quarter's own figure"
        return QuarterValue(quarter, basis, None, reason=reason)
    own = [(month, months.get(month, MonthFigure())) for month in months_of(quarter)]
    if reason := "; ".join(filter(None, (_missing(month, figure, basis.kind) for month, figure in own))):
        return QuarterValue(quarter, basis, None, reason=reason)
    provisional = any(figure.is_provisional for _, figure in own)
    if basis.kind is Kind.COUNT:
        total = sum((figure.value or 0 for _, figure in own), 0)
        return QuarterValue(quarter, basis, total, is_provisional=provisional)
    numerator = sum((figure.numerator or 0 for _, figure in own), 0)
    denominator = sum((figure.denominator or 0 for _, figure in own), 0)
    return ratio(quarter, basis, numerator, denominator, is_provisional=provisional)


def ratio(
    quarter: Quarter, basis: Basis, numerator: Number, denominator: Number, *, is_provisional: bool = False
) -> QuarterValue:
    """The quarter's share or rate, unrounded."""
    value = Decimal(basis.factor) * numerator / denominator if denominator else None
    return QuarterValue(
        quarter,
        basis,
        value,
        numerator,
        denominator,
        reason="" if denominator else "there is nothing to take a share of: the denominator is 0",
        is_provisional=is_provisional,
    )


def quarter_values(months: Mapping[date, MonthFigure], basis: Basis) -> dict[Quarter, QuarterValue]:
    """The value of every quarter that has a month."""
    quarters = sorted({Quarter.containing(month) for month in months})
    return {quarter: quarter_value(months, quarter, basis) for quarter in quarters}


def _last_month(months: Mapping[date, MonthFigure], quarter: Quarter, basis: Basis) -> QuarterValue:
    month = months_of(quarter)[2]
    figure = months.get(month, MonthFigure())
    return QuarterValue(
        quarter,
        basis,
        figure.value,
        figure.numerator,
        figure.denominator,
        reason="" if figure.value is not None else _without_figure(month, figure),
        covers=f"{count_of(basis.window, 'month')} to {month:%B %Y}",
        is_provisional=figure.is_provisional,
    )


def _missing(month: date, figure: MonthFigure, kind: Kind) -> str:
    """Why a month cannot be summed; nothing if it can."""
    if kind is Kind.COUNT:
        return _without_figure(month, figure) if figure.value is None else ""
    if figure.numerator is not None and figure.denominator is not None:
        return ""
    if figure.value is None:
        return _without_figure(month, figure)
    return f"{month:%B %Y} is given without its numerator and denominator, and percentages are not averaged"


def _without_figure(month: date, figure: MonthFigure) -> str:
    return f"{month:%B %Y} has no figure" + (f": {figure.reason}" if figure.reason else "")
