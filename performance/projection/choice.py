"""Chooses how a measure is projected, and says so in one sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import isfinite
from statistics import fmean

from performance.projection import words
from performance.projection.bands import decimal, expected_range, steps_of
from performance.projection.forecasts import (
    Forecaster,
    phase_and_seasons,
    phase_naive,
    seasonal_naive,
    yearly_pattern,
)
from performance.projection.results import COUNTS, Method, Projection, ProjectionRules
from performance.projection.smoothing import smoothed
from performance.projection.trials import Trial, scale_of, tried


def project(
    values: Sequence[float | None],
    *,
    months: int,
    season: int = 12,
    phase_start: int | None = None,
    rolling: bool = False,
    rules: ProjectionRules = COUNTS,
) -> Projection:
    """Project the months after the last of `values`, which are months in order; None is one without a value.

    months: how many, at most a season. phase_start: where the current phase of the control chart begins.
    rolling: whether the values are rolling averages, of which no projection is made.
    Below `naive_from` months without a gap, the mean and limits of the phase; from there on seasonal naive; from
    `models_from` on the exponential smoothing that came closest from the last months, if it came closer than seasonal
    naive by `gain`. With a break in the last `naive_from` months, the phase's mean and the yearly pattern before it.
    Bands are normal, 80 and 95 %. The same values always give the same projection.
    Raises ValueError for values that are not finite and for what is out of range.
    Source: Forecasting: principles and practice, 3rd edition; see docs/calculations/projection.md.
    """
    _check(values, months, season, phase_start, rules)
    if rolling:
        return Projection(Method.NONE, words.ROLLING)
    run = _clean_run(values)
    before = len(values) - len(run)
    start = max(0, (phase_start or 0) - before)  # of the phase, in the run
    if len(run) < rules.naive_from:
        phase = values[phase_start or 0 :]
        return expected_range(phase, months=months, run=len(run), rules=rules)
    if start and len(run) - start < rules.naive_from:
        return _after_a_break(run, months=months, season=season, start=start, rules=rules)
    return _in_one_phase(run[start:], months=months, season=season, rules=rules)


def _in_one_phase(values: Sequence[float], *, months: int, season: int, rules: ProjectionRules) -> Projection:
    """Seasonal naive, or the model that came so much closer that it is worth having."""
    origins = range(len(values) - rules.origins, len(values))
    making = _Making(values, months, origins, rules, scale_of(values, season), scale_of(values[: origins[0]], season))
    naive = making.trial(Method.SEASONAL_NAIVE, partial(seasonal_naive, season=season))
    if len(values) < rules.models_from:
        return making.by(naive, [naive], words.models_need_more(len(values), rules))
    fit = partial(smoothed, season=season, most_iterations=rules.most_iterations)
    with_season = Method.DAMPED_SEASONAL, Method.LEVEL_SEASONAL
    models = with_season if _shows_seasons(values, rules) else (Method.DAMPED, Method.LEVEL)
    return making.by_the_closest(naive, {method: partial(fit, method=method) for method in models})


def _after_a_break(
    values: Sequence[float], *, months: int, season: int, start: int, rules: ProjectionRules
) -> Projection:
    """The phase's mean with the yearly pattern from before it, or naive where that cannot be had or is no better."""
    since = len(values) - start
    origins = range(max(start + rules.range_from, len(values) - rules.origins), len(values))
    scale = scale_of(values[:start], season)
    making = _Making(values, months, origins, rules, scale, scale)
    naive = making.trial(
        Method.NAIVE if since < season else Method.SEASONAL_NAIVE, partial(phase_naive, season=season, start=start)
    )
    has_season = _shows_seasons(values[start:], rules)
    if has_season and start < 2 * season:
        return making.by(naive, [naive], words.nothing_before_the_change(2 * season))
    if naive.forecasts < rules.least_forecasts:
        return making.by(naive, [naive], words.little_after_the_change(since))
    pattern = yearly_pattern(values[:start], season) if has_season else [0.0] * season
    method = Method.PHASE_AND_SEASONS if has_season else Method.PHASE_MEAN
    return making.by_the_closest(naive, {method: partial(phase_and_seasons, start=start, pattern=pattern)})


@dataclass(frozen=True)
class _Making:
    """What a projection is made of, once it is known what it may be made by."""

    values: Sequence[float]
    months: int
    origins: range
    rules: ProjectionRules
    scale: float | None  # of all values, by which the projection is scored later
    trial_scale: float | None  # of those before the first origin

    def trial(self, method: Method, forecaster: Forecaster) -> Trial:
        return tried(
            method,
            forecaster,
            self.values,
            months=self.months,
            origins=self.origins,
            furthest=self.rules.furthest,
        )

    def by_the_closest(self, naive: Trial, others: Mapping[Method, Forecaster]) -> Projection:
        """By the one of the others that came closest, if it came closer than naive by the gain; else by naive."""
        if not naive.mae:
            return self.by(naive, [naive], words.never_wrong(self.rules))
        trials = [self.trial(method, forecaster) for method, forecaster in others.items()]
        errors = {trial.mae: trial for trial in trials if trial.mae is not None}
        aside = [trial.method for trial in trials if trial.mae is None]
        least = min(errors, default=None)
        if least is None or least > (1 - self.rules.gain) * naive.mae:
            best = None if least is None else (errors[least].method, least)
            return self.by(naive, [naive, *trials], words.none_came_closer(best, naive.mae, self.rules, aside))
        reason = words.came_closer(least, naive.method, naive.mae, aside)
        return self.by(errors[least], [naive, *trials], reason)

    def by(self, chosen: Trial, trials: Sequence[Trial], reason: str) -> Projection:
        """The projection by a method that was not set aside."""
        assert chosen.forecast
        return Projection(
            method=chosen.method,
            sentence=words.projected(chosen.method, reason),
            steps=steps_of(chosen.forecast, self.rules),
            candidates=tuple(trial.candidate(self.trial_scale) for trial in trials),
            months_used=len(self.values),
            scale=None if self.scale is None else decimal(self.scale),
        )


def _shows_seasons(values: Sequence[float], rules: ProjectionRules) -> bool:
    """Whether a yearly pattern is fitted: chance hides it in low counts."""
    return rules.low_count is None or fmean(values) >= rules.low_count


def _check(
    values: Sequence[float | None], months: int, season: int, phase_start: int | None, rules: ProjectionRules
) -> None:
    if season < 2 or not 1 <= months <= season:
        raise ValueError(f"Project 1 to {max(season, 2)} months of a season of at least 2, not {months} of {season}")
    if rules.naive_from < season + rules.origins or rules.range_from < 2:
        raise ValueError(f"naive_from is at least a season and the origins, {season + rules.origins}; range_from 2")
    if phase_start is not None and not 0 <= phase_start < len(values):
        raise ValueError(f"The phase starts at one of the {len(values)} values, not at {phase_start}")
    if not all(value is None or isfinite(value) for value in values):
        raise ValueError("Every value is a finite number, or None for a month without one")


def _clean_run(values: Sequence[float | None]) -> list[float]:
    """The values since the last gap."""
    run: list[float] = []
    for value in reversed(values):
        if value is None:
            break
        run.append(float(value))
    return run[::-1]
