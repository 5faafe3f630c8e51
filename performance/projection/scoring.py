"""Scores an archived projection against the months that have come."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from performance.projection.bands import decimal
from performance.projection.results import Method, Projection, Step


@dataclass(frozen=True)
class Score:
    """How a projection did: of `months` that have come, `hits_80` lay inside the 80% band, which should be 4 in 5.

    mae: mean absolute error, in the unit. mase: the same in mean differences from year to year; below 1 it was closer
    than those. None where no month has come, or the projection has no scale.
    """

    months: int
    hits_80: int
    mae: Decimal | None
    mase: Decimal | None


def score(projection: Projection, actual: Sequence[float | Decimal | None]) -> Score:
    """Score a projection against the values of its months in order; None is a month without one.

    Raises ValueError if there are more values than months projected.
    """
    if len(actual) > len(projection.steps):
        raise ValueError(f"{len(actual)} values came and {len(projection.steps)} months were projected")
    come = [(step, _exact(value)) for step, value in zip(projection.steps, actual, strict=False) if value is not None]
    hits = sum(step.low_80 <= value <= step.high_80 for step, value in come)
    if not come:
        return Score(0, 0, None, None)
    mae = sum((abs(value - step.value) for step, value in come), Decimal(0)) / len(come)
    mase = mae / projection.scale if projection.scale else None
    return Score(len(come), hits, decimal(mae), None if mase is None else decimal(mase))


def word(projection: Projection, step: Step, value: float | Decimal) -> str:
    """'above the projection', 'below the projection' or 'in line with the projection', by the 80% band.

    An expected range is compared by its limits, which are what its chart shows.
    """
    if projection.method is Method.EXPECTED_RANGE and projection.limits:
        low, high, name = *projection.limits, "expected range"
    else:
        low, high, name = step.low_80, step.high_80, "projection"
    if low <= _exact(value) <= high:
        return f"in line with the {name}"
    return f"above the {name}" if _exact(value) > high else f"below the {name}"


def _exact(value: float | Decimal) -> Decimal:
    """A float as it is written, so that 84.2 is 84.2."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))
