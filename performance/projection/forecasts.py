"""Forecasts by plain arithmetic: the values so far give points and the standard deviations about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import nan, sqrt
from statistics import fmean

PER_SIGMA = 1.128  # a mean moving range of independent values is this many of their standard deviations


@dataclass(frozen=True)
class Forecast:
    """What is expected in each of the next months, and the standard deviation of what comes about it."""

    points: tuple[float, ...]
    deviations: tuple[float, ...]


Forecaster = Callable[[Sequence[float], int], Forecast]  # the values so far, how many months ahead


def seasonal_naive(values: Sequence[float], months: int, *, season: int) -> Forecast:
    """Each month as the same month a season earlier; the spread is that of months a season apart."""
    deviation = _root_mean_square(differences(values, season))
    return Forecast(_a_season_before(values, months, season), (deviation,) * months)


def phase_naive(values: Sequence[float], months: int, *, season: int, start: int) -> Forecast:
    """The same month a season earlier where the phase that began at `start` is that long, else the latest month.

    Only differences inside a phase make the spread. Where those a season apart are fewer than a season, differences
    from month to month stand in; they are wider, because they hold the season's steps too.
    """
    steps = _root_mean_square([*differences(values[:start], 1), *differences(values[start:], 1)])
    if len(values) - start < season:
        return Forecast((values[-1],) * months, tuple(steps * sqrt(ahead) for ahead in range(1, months + 1)))
    apart = [*differences(values[:start], season), *differences(values[start:], season)]
    deviation = _root_mean_square(apart) if len(apart) >= season else steps
    return Forecast(_a_season_before(values, months, season), (deviation,) * months)


def phase_and_seasons(values: Sequence[float], months: int, *, start: int, pattern: Sequence[float]) -> Forecast:
    """The mean of the phase that began at `start` plus the pattern, which is counted from the first of all values."""
    season = len(pattern)
    bare = [values[place] - pattern[place % season] for place in range(start, len(values))]
    level = fmean(bare)
    spread = sqrt(sum((value - level) ** 2 for value in bare) / (len(bare) - 1) * (1 + 1 / len(bare)))
    points = tuple(level + pattern[(len(values) + step) % season] for step in range(months))
    return Forecast(points, (spread,) * months)


def yearly_pattern(values: Sequence[float], season: int) -> list[float]:
    """How far each place of the season lies from the average of the season about it, the whole adding to nought.

    From two seasons on, by differences from the centred moving average.
    """
    half = season // 2
    found: list[list[float]] = [[] for _ in range(season)]
    for middle in range(half, len(values) - half):
        window = list(values[middle - half : middle + half + 1])
        if season % 2 == 0:
            window[0], window[-1] = window[0] / 2, window[-1] / 2
        found[middle % season].append(values[middle] - sum(window) / season)
    means = [fmean(place) for place in found]
    return [mean - fmean(means) for mean in means]


def differences(values: Sequence[float], apart: int) -> list[float]:
    """Each value less the one so many months before it."""
    return [values[place] - values[place - apart] for place in range(apart, len(values))]


def _a_season_before(values: Sequence[float], months: int, season: int) -> tuple[float, ...]:
    return tuple(values[len(values) - season + step % season] for step in range(months))


def _root_mean_square(values: Sequence[float]) -> float:
    """Not a number where there is none: on the first origins of a short history, where only points are wanted."""
    return sqrt(fmean([value * value for value in values])) if values else nan
