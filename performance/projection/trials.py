"""Tries methods on the last months, from one origin after another, as if what followed were not known."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import fmean

from performance.projection.bands import decimal
from performance.projection.forecasts import Forecast, Forecaster, differences
from performance.projection.results import Candidate, Method
from performance.projection.smoothing import NotSettledError


@dataclass(frozen=True)
class Trial:
    """A method's forecast, and how far it was out on average when tried; neither where it was set aside."""

    method: Method
    forecast: Forecast | None = None
    forecasts: int = 0
    mae: float | None = None
    set_aside: str = ""

    def candidate(self, scale: float | None) -> Candidate:
        """As the result keeps it; `scale` is what MASE divides by."""
        mase = self.mae / scale if self.mae is not None and scale else None
        return Candidate(self.method, self.forecasts, _decimal(self.mae), _decimal(mase), self.set_aside)


def tried(
    method: Method, forecaster: Forecaster, values: Sequence[float], *, months: int, origins: range, furthest: int
) -> Trial:
    """Forecast from each origin (the number of months then known) up to `furthest` months that have come since.

    Then forecast the `months` ahead from all values. A model that cannot be fitted once is set aside.
    """
    errors: list[float] = []
    known = len(values)
    try:
        for known in origins:
            come = values[known : known + furthest]
            points = forecaster(values[:known], len(come)).points
            errors += [abs(value - point) for value, point in zip(come, points, strict=True)]
        known = len(values)
        forecast = forecaster(values, months)
    except NotSettledError:
        return Trial(method, set_aside=f"It could not be fitted to the first {known} months.")
    return Trial(method, forecast, len(errors), fmean(errors) if errors else None)


def scale_of(values: Sequence[float], season: int) -> float | None:
    """The mean absolute difference between months a season apart; None below two seasons, where there are too few."""
    if len(values) < 2 * season:
        return None
    return fmean(map(abs, differences(values, season)))


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else decimal(value)
