"""Rates per 1,000 people or households, with the name, year and source of what they are a rate of."""

from dataclasses import dataclass
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import NOT_KNOWN, Figure, Unit, number, rounded
from performance.comparison.rules import HOUSE, HouseRules, Number, exact

_PLACES = 2


@dataclass(frozen=True)
class Denominator:
    """How many of something an area has: 'population' or 'households', in which year and by whose count."""

    noun: str
    value: int
    year: str  # 'mid-2016'
    source: str


@dataclass(frozen=True)
class Rate:
    """A quarter's rate, not made a year's. `value` has two decimals; None is not known, and `reason` says why."""

    value: Decimal | None
    quarter: Quarter
    words: str  # 'per 1,000 population in October to December 2017'
    base: str  # '556,750 population, mid-2016'
    source: str
    reason: str = ""

    @property
    def text(self) -> str:
        """'2.22 per 1,000 population in October to December 2017'."""
        return NOT_KNOWN if self.value is None else f"{number(self.value)} {self.words}"

    def figure(self, key: str, label: str) -> Figure:
        """The rate for a document."""
        return Figure(key, label, self.value, Unit.RATE, base=f"{self.words}; {self.base}", source=self.source)


def rate(count: Number | None, denominator: Denominator, quarter: Quarter, *, rules: HouseRules = HOUSE) -> Rate:
    """1,000 x count / denominator, rounded half away from nought to two decimals; per quarter."""
    exact(count, denominator.value)
    value, reason = None, ""
    if count is None:
        reason = f"there is no count for {quarter.label}"
    elif not denominator.value:
        reason = f"the area has no {denominator.noun}"
    else:
        value = rounded(Decimal(rules.rate_per) * count / denominator.value, _PLACES)
    return Rate(
        value,
        quarter,
        words=f"per {number(rules.rate_per)} {denominator.noun} in {quarter.label}",
        base=f"{number(denominator.value)} {denominator.noun}, {denominator.year}",
        source=denominator.source,
        reason=reason,
    )
