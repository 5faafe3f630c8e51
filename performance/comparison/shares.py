"""Shares of people who were asked, with how sure they are."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from opcc.documents.figures import Figure, Unit, number, rounded
from performance.comparison.rules import HOUSE, HouseRules, exact

Z = Decimal("1.959964")  # standard errors on either side that leave out one in twenty
_PLACES = 1  # of a percentage
_DIGITS = 20  # of a bound; the arithmetic has 28, of which the last are not sure


@dataclass(frozen=True)
class Interval:
    """Bounds of a share between 0 and 1."""

    low: Decimal
    high: Decimal


class Standing(StrEnum):
    """What may be said with so many answers."""

    SHOWN = "shown"
    TRIAL = "trial"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Share:
    """A percentage with its interval, one decimal each. Where it is hidden, only how many were asked is kept."""

    standing: Standing
    asked: int
    positive: int | None
    percent: Decimal | None
    low: Decimal | None
    high: Decimal | None
    base: str  # 'people whose case was closed in the 12 months to December 2017'
    words: str

    def figure(self, key: str, label: str, source: str = "") -> Figure:
        """The share for a document; not known where it is hidden."""
        return Figure(key, label, self.percent, Unit.PERCENT, base=f"{number(self.asked)} {self.base}", source=source)


def wilson(positive: int, asked: int) -> Interval:
    """Wilson's interval of a share, 95%.

    Centre (p + z2/2n) / (1 + z2/n), reach z sqrt(p(1 - p)/n + z2/4n2) / (1 + z2/n), kept between 0 and 1; p is positive
    / asked, n is asked. Raises ValueError unless 0 <= positive <= asked and somebody was asked.
    """
    exact(positive, asked)
    if not 0 <= positive <= asked or not asked:
        raise ValueError(f"{positive} of {asked} is not a share. Give how many of those who were asked said so.")
    n, z2 = Decimal(asked), Z * Z
    p = positive / n
    whole = 1 + z2 / n
    centre = (p + z2 / (2 * n)) / whole
    reach = Z * (p * (1 - p) / n + z2 / (4 * n * n)).sqrt() / whole
    low, high = max(centre - reach, Decimal(0)), min(centre + reach, Decimal(1))
    return Interval(rounded(low, _DIGITS), rounded(high, _DIGITS))


def share(positive: int, asked: int, *, base: str = "people asked", rules: HouseRules = HOUSE) -> Share:
    """The share with its interval and its words; hidden or on trial where few were asked. Raises as `wilson` does."""
    if asked < rules.survey_hidden_below:
        words = f"not shown: {number(asked)} {base}, fewer than {number(rules.survey_hidden_below)}"
        return Share(Standing.HIDDEN, asked, None, None, None, None, base, words)
    interval = wilson(positive, asked)
    percent, low, high = (
        rounded(100 * value, _PLACES) for value in (Decimal(positive) / asked, interval.low, interval.high)
    )
    standing = Standing.TRIAL if asked < rules.survey_trial_below else Standing.SHOWN
    words = f"{percent}% ({low}% to {high}%), {number(positive)} of {number(asked)} {base}"
    if standing is Standing.TRIAL:
        words += f"; on trial, because they are fewer than {number(rules.survey_trial_below)}"
    return Share(standing, asked, positive, percent, low, high, base, words)
