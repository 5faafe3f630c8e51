"""How a value compares with another: the number, and the words that follow from it."""

from decimal import ROUND_HALF_UP, Decimal
from math import sqrt
from typing import NamedTuple

from opcc.documents.figures import Figure, Unit, number, percentage_change, rounded
from performance.models import HouseRules
from performance.reporting.facts import UNITS, exact
from performance.reporting.readings import MeasureFacts

Z = 1.959964


class Compared(NamedTuple):
    """A change, its percentage where one makes sense, and its words."""

    difference: Decimal
    percent: Decimal | None
    words: str


def change(before: Decimal, value: Decimal, measure: MeasureFacts, house: HouseRules) -> Compared:
    """Against an earlier value: in points where it is a percentage, else in per cent of what it was."""
    difference = value - before
    unit = UNITS[measure.unit]
    percent = None if measure.is_percent or before < house.percent_from else percentage_change(before, value)
    if percent is None:
        unit = Unit.POINTS if measure.is_percent else unit
        size = Figure("change", "", exact(abs(difference)), unit).text
        return Compared(difference, None, _noun(difference, size))
    if abs(percent) < house.stable_within:
        return Compared(difference, percent, "little change")
    return Compared(difference, percent, _noun(difference, f"{number(abs(rounded(percent, 0)))}%"))


def _noun(difference: Decimal, size: str) -> str:
    if not difference:
        return "no change"
    return f"{'an increase' if difference > 0 else 'a decrease'} of {size}"


def against_average(value: Decimal | None, average: Decimal | None, house: HouseRules) -> str:
    """'above the quarter average'; empty where either is not known."""
    if value is None or average is None:
        return ""
    share = percentage_change(average, value)
    if value == average or (share is not None and abs(share) < house.stable_within):
        return "in line with the quarter average"
    return f"{'above' if value > average else 'below'} the quarter average"


def rate(value: Decimal, people: int) -> Decimal:
    """Per 1,000."""
    return (1000 * value / people).quantize(Decimal("0.0001"), ROUND_HALF_UP)


def interval(share: Decimal, numerator: int | None, asked: int) -> tuple[Decimal, Decimal]:
    """Wilson's interval of a share, in per cent."""
    p, n = float(share) / 100 if numerator is None else numerator / asked, asked
    centre, spread = p + Z * Z / (2 * n), Z * sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    low, high = ((centre + side) / (1 + Z * Z / n) * 100 for side in (-spread, spread))
    return Decimal(repr(round(max(low, 0.0), 4))), Decimal(repr(round(min(high, 100.0), 4)))
