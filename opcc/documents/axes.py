"""Where the labels of an axis stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

from opcc.documents.figures import MINUS

MOST_LABELS = 6
NARROWEST = 1e-9  # values closer than this are all alike: nothing that a report prints tells them apart
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Axis:
    """A scale with its labelled values, lowest first. `suffix` is '%' where the values are percentages."""

    ticks: tuple[float, ...]
    suffix: str = ""

    @property
    def low(self) -> float:
        return self.ticks[0]

    @property
    def high(self) -> float:
        return self.ticks[-1]

    @property
    def broken(self) -> bool:
        """Whether zero is not on it, which the reader must be told."""
        return self.low > 0 or self.high < 0

    def label(self, value: float) -> str:
        """'1,000', '2.5', '−10%'."""
        places = 0 if all(tick == int(tick) for tick in self.ticks) else 2
        shown = f"{value:,.{places}f}"
        if places:
            shown = shown.rstrip("0").rstrip(".")
        return f"{shown}{self.suffix}".replace("-", MINUS)


def axis(low: float, high: float, *, zero: bool = True, suffix: str = "", whole: bool = True) -> Axis:
    """An axis with at most six labels over the values, in steps of 1, 2 or 5 times a power of ten.

    `zero` keeps nought on it; `whole` keeps the steps at 1 or more, for counts. Values that are all
    alike get one step above them.
    """
    if zero:
        low, high = min(low, 0), max(high, 0)
    if high - low < NARROWEST:
        high = low + 1
    step = _step(high - low, whole=whole)
    first = floor(low / step)
    while first * step + step * (MOST_LABELS - 1) < high:  # rounding down made room for one label too few
        step = _next(step)
        first = floor(low / step)
    last = ceil(high / step)
    return Axis(tuple(round(index * step, 10) for index in range(first, max(last, first + 1) + 1)), suffix)


def _step(span: float, *, whole: bool) -> float:
    """The smallest good step that needs no more than six labels."""
    rough = span / (MOST_LABELS - 1)
    scale = 10.0 ** floor(log10(rough))
    step = next(scale * factor for factor in (1, 2, 5, 10) if scale * factor >= rough * (1 - 1e-9))
    return max(step, 1.0) if whole else step


def _next(step: float) -> float:
    scale = 10.0 ** floor(log10(step) + 1e-9)
    return scale * {1: 2, 2: 5, 5: 10}[round(step / scale)]


def month_label(month: date) -> str:
    """'Apr 17'."""
    return f"{_MONTHS[month.month - 1]} {month.year % 100:02d}"


def label_positions(count: int) -> list[int]:
    """Which of `count` periods carry a label: at most six, evenly apart, the last one always."""
    if not count:
        return []
    every = ceil(count / MOST_LABELS)
    return [index for index in range(count) if index % every == (count - 1) % every]


def month_positions(months: Sequence[date]) -> list[int]:
    """Which months carry a label: each April where that gives three to six, else evenly apart."""
    aprils = [index for index, month in enumerate(months) if month.month == 4]
    return aprils if 3 <= len(aprils) <= MOST_LABELS else label_positions(len(months))
