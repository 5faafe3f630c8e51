"""The months of a chart, laid out so that every run of one length can be asked about at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PRECISION = 1e-11  # of the largest value: a computed mean comes no closer than this to the number it stands for

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Months:
    """Values by month. `array` has NaN where a month has none.

    `lows` and `highs` are those of the `run` months from each month on, NaN where one of them has no value, so that no
    comparison with them holds. `totals` and `counts` are those of the months before each month, one more than there are
    months. Two numbers no further apart than `near` are equal: the last digit of a computed mean decides nothing.
    """

    values: tuple[float | None, ...]
    array: Floats
    lows: Floats
    highs: Floats
    totals: Floats
    counts: Floats
    near: float

    @classmethod
    def of(cls, values: Sequence[float | None], run: int | None) -> "Months":
        """Raises ValueError for a value that is no finite number."""
        own = tuple([None if value is None else float(value) for value in values])
        array = np.array(own, dtype=np.float64)
        counted = np.isfinite(array)
        if np.count_nonzero(counted) != len(own) - own.count(None):
            raise ValueError("A chart takes finite numbers. Give None for a month without a value.")
        filled = np.where(counted, array, 0.0)
        totals, counts = np.zeros(len(own) + 1), np.zeros(len(own) + 1)
        filled.cumsum(out=totals[1:])
        counted.cumsum(out=counts[1:])
        return cls(
            values=own,
            array=array,
            lows=_rolled(np.minimum, array, run or 1),
            highs=_rolled(np.maximum, array, run or 1),
            totals=totals,
            counts=counts,
            near=PRECISION * float(np.abs(filled).max(initial=0.0)),
        )

    def known_means(self, start: int, first: int, stop: int, lock: int | None) -> Floats:
        """In each month from `first` up to `stop`, the mean since `start`: that of the first `lock` values at most."""
        counts = self.counts[first + 1 : stop + 1] - self.counts[start]
        totals = self.totals[first + 1 : stop + 1] - self.totals[start]
        if lock is not None and counts[-1] > lock:
            locked = np.searchsorted(self.counts, self.counts[start] + lock)
            totals[counts > lock] = self.totals[locked] - self.totals[start]
            np.minimum(counts, lock, out=counts)
        means: Floats = totals / np.maximum(counts, 1)
        return means

    def one_sided(self, first: int, last: int, means: Floats | float) -> NDArray[np.intp]:
        """Of the runs that begin in the months `first` to `last`, those wholly above their mean or wholly below it.

        Counted from `first`. A mean for each month, or one for all.
        """
        months = slice(first, max(first, last + 1))
        lows, highs = self.lows[months], self.highs[months]
        return np.flatnonzero((lows - means > self.near) | (means - highs > self.near))


def _rolled(pick: np.ufunc, array: Floats, width: int) -> Floats:
    """The pick of each `width` neighbours, by doubling."""
    reach, rolled = 1, array
    while reach < width:
        step = min(reach, width - reach)
        rolled, reach = pick(rolled[step:], rolled[:-step]), reach + step
    return rolled
