"""Exponential smoothing by statsmodels, of which neither warnings nor failures get out."""

import warnings
from collections.abc import Sequence
from math import isfinite, sqrt
from statistics import fmean, pstdev
from typing import Any

from performance.projection.forecasts import Forecast
from performance.projection.results import Method

_HAS_TREND = {Method.DAMPED_SEASONAL, Method.DAMPED}
_HAS_SEASON = {Method.DAMPED_SEASONAL, Method.LEVEL_SEASONAL}


class NotSettledError(Exception):
    """The model could not be fitted to these values."""


def smoothed(values: Sequence[float], months: int, *, method: Method, season: int, most_iterations: int) -> Forecast:
    """The forecast of an additive ETS model fitted by maximum likelihood. Raises NotSettledError.

    The values are brought to mean 0 and standard deviation 1 first, so that a shift or a change of unit moves the
    forecast and changes nothing else. The residual variance is divided by the values less the parameters and starting
    states, as in R's forecast package; divided by the values alone, a short history would promise too much.
    """
    mean, scale = fmean(values), pstdev(values)
    if not scale:
        raise NotSettledError
    standard = [(value - mean) / scale for value in values]
    with warnings.catch_warnings():  # not safe among threads: projections are made by workers, which have one
        warnings.simplefilter("ignore")
        try:
            fitted = _fitted(standard, method, season, most_iterations)
            prediction = fitted.get_prediction(len(values), len(values) + months - 1)
            points = [float(point) for point in prediction.predicted_mean]
            variances = [float(variance) for variance in prediction.forecast_variance]
        except (ValueError, ArithmeticError) as error:
            raise NotSettledError from error
    spare = len(values) - _parameter_count(method, season)
    if not (fitted.mle_retvals["converged"] and spare > 0 and all(map(isfinite, [*points, *variances]))):
        raise NotSettledError
    return Forecast(
        tuple(mean + scale * point for point in points),
        tuple(scale * sqrt(variance * len(values) / spare) for variance in variances),
    )


def _fitted(values: Sequence[float], method: Method, season: int, most_iterations: int) -> Any:
    from pandas import Series  # noqa: PLC0415 - both take seconds to load, and few processes ever project
    from statsmodels.tsa.exponential_smoothing.ets import ETSModel  # noqa: PLC0415 - as above

    model = ETSModel(
        Series(values),  # it gives no bands for a plain list
        error="add",
        trend="add" if method in _HAS_TREND else None,
        damped_trend=method in _HAS_TREND,
        seasonal="add" if method in _HAS_SEASON else None,
        seasonal_periods=season if method in _HAS_SEASON else None,
        initialization_method="heuristic",  # 'estimated' takes five times as long and is closer as often as not
    )
    return model.fit(disp=False, maxiter=most_iterations)


def _parameter_count(method: Method, season: int) -> int:
    """Smoothing parameters and starting states: level; trend, its damping and start; the season's places less one."""
    trend = 3 if method in _HAS_TREND else 0
    return 2 + trend + (season if method in _HAS_SEASON else 0)
