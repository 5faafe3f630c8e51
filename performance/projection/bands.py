"""Turns forecasts into the months that are shown, with their bands, inside what the measure allows."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from math import sqrt
from statistics import NormalDist, fmean

from performance.projection import words
from performance.projection.forecasts import PER_SIGMA, Forecast
from performance.projection.results import Method, Projection, ProjectionRules, Step

_STEP = Decimal("0.0001")
_Z_80 = NormalDist().inv_cdf(0.9)
_Z_95 = NormalDist().inv_cdf(0.975)
_LIMIT = 2.66  # mean moving ranges from mean to limit, as the control chart has it


def steps_of(forecast: Forecast, rules: ProjectionRules) -> tuple[Step, ...]:
    """The months ahead with normal bands."""

    def at(point: float, distance: float) -> Decimal:
        return _allowed(point + distance, rules)

    return tuple(
        Step(
            ahead=ahead,
            value=at(point, 0.0),
            low_80=at(point, -_Z_80 * deviation),
            high_80=at(point, _Z_80 * deviation),
            low_95=at(point, -_Z_95 * deviation),
            high_95=at(point, _Z_95 * deviation),
        )
        for ahead, (point, deviation) in enumerate(zip(forecast.points, forecast.deviations, strict=True), 1)
    )


def expected_range(phase: Sequence[float | None], *, months: int, run: int, rules: ProjectionRules) -> Projection:
    """The phase's mean with the limits of its control chart, where there are too few months to project from.

    run: how many months there are since the last gap. The bands are those of one more month of the phase.
    """
    known = [value for value in phase if value is not None]
    ranges = [abs(after - before) for before, after in pairwise(phase) if before is not None and after is not None]
    if len(known) < rules.range_from or not ranges:
        return Projection(Method.NONE, words.too_few(len(known), rules), months_used=len(known))
    mean, mean_range = fmean(known), fmean(ranges)
    deviation = mean_range / PER_SIGMA * sqrt(1 + 1 / len(known))
    limits = _allowed(mean - _LIMIT * mean_range, rules), _allowed(mean + _LIMIT * mean_range, rules)
    is_trial = len(known) < rules.trial_below
    return Projection(
        method=Method.EXPECTED_RANGE,
        sentence=words.expected_range(len(known), decimal(mean), limits, run, rules),
        steps=steps_of(Forecast((mean,) * months, (deviation,) * months), rules),
        months_used=len(known),
        limits=limits,
        is_trial=is_trial,
    )


def decimal(value: float | Decimal) -> Decimal:
    """Four decimals, half away from nought, and never minus nought."""
    return Decimal(value).quantize(_STEP, rounding=ROUND_HALF_UP) + Decimal(0)


def _allowed(value: float, rules: ProjectionRules) -> Decimal:
    """The value, brought to the floor or ceiling where it lies beyond."""
    if rules.floor is not None:
        value = max(value, rules.floor)
    if rules.ceiling is not None:
        value = min(value, rules.ceiling)
    return decimal(value)
