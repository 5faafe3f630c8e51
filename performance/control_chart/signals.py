"""The months of a phase that stand out."""

from collections.abc import Iterator, Sequence

import numpy as np

from performance.control_chart.chart import Phase, Rebasing, Signal
from performance.control_chart.months import Floats, Months
from performance.control_chart.rules import RuleSet, SignalKind

CLOSE = 2 / 3  # how far towards a limit a month lies near it


def signals(months: Months, phase: Phase, rules: RuleSet, moved: Rebasing | None = None) -> Iterator[Signal]:
    """Every rule that a month of the phase meets, in the order of precedence; a phase without limits has none.

    `moved` is the run that the phase began with: its months stood out against the mean before.
    """
    if phase.mean is None or phase.upper is None:
        return
    reach = phase.upper - phase.mean
    offsets = months.array[phase.start : phase.end + 1] - phase.mean
    if rules.outside:
        yield from _outside(offsets, reach + months.near, phase.start)
    if rules.trend:
        yield from _trends(months.values, phase, rules.trend)
    if rules.two_in_three:
        yield from _two_in_three(offsets, reach, months.near, phase.start)
    if moved:
        for index in range(moved.effective_from, moved.detected_on + 1):
            yield Signal(index, SignalKind.SHIFT, moved.up)
    if rules.run:
        yield from _shifts(months, phase, phase.mean, rules.run)


def two_in_three(close: Sequence[int], sides: Sequence[int]) -> list[bool]:
    """The months in a window of three, all on one side of the mean, of which two or more are close to its limit."""
    hits = [False] * len(close)
    for first in range(len(close) - 2):
        window = slice(first, first + 3)
        if sum(map(abs, close[window])) >= 2 and abs(sum(sides[window])) == 3:
            hits[window] = [True] * 3
    return hits


def _outside(offsets: Floats, limit: float, start: int) -> Iterator[Signal]:
    for index in np.flatnonzero(np.abs(offsets) > limit).tolist():
        up = bool(offsets[index] > 0)
        yield Signal(start + index, SignalKind.HIGH if up else SignalKind.LOW, up)


def _trends(values: Sequence[float | None], phase: Phase, length: int) -> Iterator[Signal]:
    """Months that each lie above, or each below, the one before, `length` or more with the first."""
    first, rising = phase.start, 0
    for index in range(phase.start + 1, phase.end + 2):
        step = _step(values, index) if index <= phase.end else 0
        if step != rising:
            if rising and index - first >= length:
                yield from (Signal(month, SignalKind.TREND, rising > 0) for month in range(first, index))
            first, rising = index - 1, step


def _step(values: Sequence[float | None], index: int) -> int:
    """1 for a rise from the month before, -1 for a fall, 0 where it stayed or one of the two has no value."""
    before, after = values[index - 1], values[index]
    return 0 if before is None or after is None else (after > before) - (after < before)


def _two_in_three(offsets: Floats, reach: float, near: float, start: int) -> Iterator[Signal]:
    sides = [(offset > near) - (offset < -near) for offset in offsets.tolist()]
    close = [
        side if CLOSE * reach + near < abs(offset) <= reach + near else 0
        for offset, side in zip(offsets.tolist(), sides, strict=True)
    ]
    for index, hit in enumerate(two_in_three(close, sides)):
        if hit and close[index]:
            yield Signal(start + index, SignalKind.TWO_IN_THREE, up=close[index] > 0)


def _shifts(months: Months, phase: Phase, mean: float, run: int) -> Iterator[Signal]:
    stretch = range(0)
    for hit in months.one_sided(phase.start, phase.end + 1 - run, mean).tolist():
        first = phase.start + hit
        for index in range(max(first, stretch.stop), first + run):
            yield Signal(index, SignalKind.SHIFT, up=bool(months.array[index] > mean))
        stretch = range(first, first + run)
