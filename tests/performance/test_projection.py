"""Projections: the method that the rule asks for, its errors, its bands, and what became of it."""

import csv
import json
import math
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from statistics import fmean, pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from statsmodels.tsa.exponential_smoothing.ets import ETSModel

from performance.projection import (
    COUNTS,
    MEDIUM,
    PERCENTS,
    SHORT,
    Candidate,
    Method,
    Projection,
    ProjectionRules,
    Score,
    Step,
    project,
    score,
    word,
    words,
)
from performance.projection.forecasts import yearly_pattern
from performance.projection.smoothing import NotSettledError, smoothed

DATA = Path(__file__).parent.parent / "data"
with (DATA / "air_passengers.csv").open() as _file:
    PASSENGERS = [float(row["passengers"]) for row in csv.DictReader(_file)]

NAIVE_ONLY = ProjectionRules(models_from=10_000)
FREE = ProjectionRules(models_from=10_000, floor=None, low_count=None)
NAIVE_HOW = "Projected by repeating the same month of the year before (seasonal naive): "
WAVE = [round(100 + 20 * math.sin(2 * math.pi * month / 12) + (7 * month) % 5) for month in range(36)]
BEFORE = [18, 22, 20, 19, 21, 20, 23, 17, 20, 22, 18, 20]  # the control chart's example of re-basing
RUN = [34, 30, 36, 33, 31, 35, 32, 33]


def figures(*values: float | str) -> tuple[Decimal, ...]:
    return tuple(Decimal(str(value)).quantize(Decimal("0.0001")) for value in values)


def points(projection: Projection) -> list[float]:
    return [float(step.value) for step in projection.steps]


def test_air_passengers_are_those_of_the_vector() -> None:
    assert (len(PASSENGERS), sum(PASSENGERS)) == (144, 40_363)


def test_seasonal_naive_of_air_passengers_agrees_with_the_vector() -> None:
    projection = project(PASSENGERS[:132], months=12, rules=NAIVE_ONLY)

    assert points(projection) == PASSENGERS[120:132]
    assert projection.scale == Decimal("30.4500")
    assert score(projection, PASSENGERS[132:]) == Score(12, 3, Decimal("47.8333"), Decimal("1.5709"))
    assert score(projection, PASSENGERS[132:138]) == Score(6, 1, Decimal("49.8333"), Decimal("1.6366"))


def test_air_passengers_are_projected_by_the_model_that_comes_closest() -> None:
    projection = project(PASSENGERS[:132], months=MEDIUM)

    assert (projection.method, projection.months_used, projection.limits) == (Method.DAMPED_SEASONAL, 132, None)
    assert projection.sentence == (
        "Projected by exponential smoothing with a trend that levels out and a yearly pattern, ETS(A,Ad,A): tried on "
        "the latest months, it was 66% closer than repeating the same month of the year before (seasonal naive)."
    )
    naive, damped, level = projection.candidates
    assert naive == Candidate(Method.SEASONAL_NAIVE, 57, Decimal("51.3509"), Decimal("1.7971"))
    assert [(each.method, each.forecasts, each.set_aside) for each in (damped, level)] == [
        (Method.DAMPED_SEASONAL, 57, ""),
        (Method.LEVEL_SEASONAL, 57, ""),
    ]
    assert damped.mae is not None
    assert level.mae is not None
    assert damped.mae < level.mae < Decimal("0.95") * Decimal("51.3509")
    assert score(projection, PASSENGERS[132:138]).mae < Decimal(20)  # type: ignore[operator]  # months have come


def test_worked_example() -> None:
    """docs/calculations/projection.md: too few months, and then two years."""
    assert project(BEFORE, months=SHORT) == Projection(
        method=Method.EXPECTED_RANGE,
        sentence=(
            "Expected range, not a projection: the 12 months of this phase average 20.0, and any month from 12.7 to "
            "27.3 would be within its limits. A projection needs 24 months without a gap; there are 12."
        ),
        steps=tuple(Step(ahead, *figures(20, "16.7749", "23.2251", "15.0677", "24.9323")) for ahead in (1, 2, 3)),
        months_used=12,
        limits=figures("12.7455", "27.2545")[:2],  # type: ignore[arg-type]  # two of them
    )
    later = [value + change for value, change in zip(BEFORE, [2, -2, 1, -1, 2, -2, 1, -1, 2, -2, 1, -1], strict=True)]
    assert project(BEFORE + later, months=SHORT) == Projection(
        method=Method.SEASONAL_NAIVE,
        sentence=NAIVE_HOW + "models are tried from 36 months without a break, and there are 24.",
        steps=(
            Step(1, *figures(20, "17.9737", "22.0263", "16.9010", "23.0990")),
            Step(2, *figures(20, "17.9737", "22.0263", "16.9010", "23.0990")),
            Step(3, *figures(21, "18.9737", "23.0263", "17.9010", "24.0990")),
        ),
        candidates=(Candidate(Method.SEASONAL_NAIVE, 57, Decimal("1.4561")),),
        months_used=24,
        scale=Decimal("1.5000"),
    )


def test_below_five_months_nothing_is_projected() -> None:
    assert project([20, 22, 19, None, 21], months=SHORT) == Projection(
        Method.NONE,
        "No projection: this phase has 4 months with a value. An expected range needs 5, two of them in a row.",
        months_used=4,
    )


def test_months_of_which_no_two_follow_each_other_make_no_range() -> None:
    assert project([20, None] * 6, months=SHORT).method is Method.NONE


def test_no_values_at_all_make_no_projection() -> None:
    assert project([], months=SHORT).months_used == 0


def test_expected_range_of_a_short_phase_is_on_trial() -> None:
    projection = project(BEFORE + RUN, months=SHORT, phase_start=12)

    assert (projection.is_trial, projection.months_used, projection.limits) == (True, 8, figures("24.26", "41.74"))
    assert projection.sentence == (
        "Expected range, not a projection: the 8 months of this phase average 33.0, and any month from 24.3 to 41.7 "
        "would be within its limits. With fewer than 12 months these are trial limits. A projection needs 24 months "
        "without a gap; there are 20."
    )


def test_expected_range_of_a_rate_has_two_decimals() -> None:
    rates = [2.31, 2.29, 2.40, 2.35, 2.30]

    assert "average 2.33, and any month from 2.18 to 2.48 " in project(rates, months=SHORT).sentence


def test_gap_ends_the_months_that_count_but_not_the_phase() -> None:
    values = [*PASSENGERS[:40], None, *PASSENGERS[41:60]]

    projection = project(values, months=SHORT)

    assert (projection.method, projection.months_used) == (Method.EXPECTED_RANGE, 59)
    assert points(projection)[0] == pytest.approx(fmean(value for value in values if value is not None), abs=1e-4)
    assert projection.sentence.endswith("there are 19.")


def test_latest_month_without_a_value_leaves_an_expected_range() -> None:
    assert project([*PASSENGERS, None], months=SHORT).method is Method.EXPECTED_RANGE


def test_rolling_measure_is_never_projected() -> None:
    assert project(PASSENGERS, months=SHORT, rolling=True) == Projection(
        Method.NONE,
        "No projection: each value of a rolling measure shares most of its months with the value before it.",
    )


@pytest.mark.parametrize(
    ("count", "method"), [(23, Method.EXPECTED_RANGE), (24, Method.SEASONAL_NAIVE), (35, Method.SEASONAL_NAIVE)]
)
def test_method_by_the_number_of_months(count: int, method: Method) -> None:
    assert project(PASSENGERS[:count], months=SHORT).method is method


def test_models_are_tried_from_thirty_six_months() -> None:
    assert len(project(PASSENGERS[:35], months=SHORT).candidates) == 1
    assert len(project(PASSENGERS[:36], months=SHORT).candidates) == 3


def test_low_counts_have_no_yearly_pattern() -> None:
    low = [value % 17 for value in range(0, 36 * 7, 7)]
    assert fmean(low) < 20

    methods = [candidate.method for candidate in project(low, months=SHORT).candidates]

    assert methods == [Method.SEASONAL_NAIVE, Method.DAMPED, Method.LEVEL]
    as_percents = project(low, months=SHORT, rules=PERCENTS)
    assert [candidate.method for candidate in as_percents.candidates][1:] == [
        Method.DAMPED_SEASONAL,
        Method.LEVEL_SEASONAL,
    ]


def test_model_that_is_not_five_per_cent_closer_is_not_taken() -> None:
    at_half = project(PASSENGERS[:132], months=SHORT, rules=ProjectionRules(gain=0.5))
    at_nine_tenths = project(PASSENGERS[:132], months=SHORT, rules=ProjectionRules(gain=0.9))

    assert at_half.method is Method.DAMPED_SEASONAL
    assert (at_nine_tenths.method, points(at_nine_tenths)) == (Method.SEASONAL_NAIVE, PASSENGERS[120:123])
    assert at_nine_tenths.sentence == (
        NAIVE_HOW + "tried on the latest months, nothing else was 90% closer, the best, ETS(A,Ad,A), being 66% closer."
    )
    assert at_nine_tenths.candidates == at_half.candidates


def test_model_that_is_further_off_is_not_taken() -> None:
    projection = project(PASSENGERS[:72], months=SHORT)

    assert projection.sentence == (
        NAIVE_HOW
        + "tried on the latest months, nothing else was 5% closer, the best, ETS(A,N,A), being 15% further off."
    )


def test_model_that_is_as_far_off_is_no_closer() -> None:
    assert words.none_came_closer((Method.LEVEL, 10.01), 10.0, COUNTS, []) == (
        "tried on the latest months, nothing else was 5% closer, the best, ETS(A,N,N), being no closer"
    )


def test_naive_that_was_never_wrong_is_kept_without_trying_more() -> None:
    projection = project([float(month % 12) for month in range(48)], months=SHORT)

    assert projection.sentence == NAIVE_HOW + "over the last 12 months it was right every time."
    assert projection.candidates == (Candidate(Method.SEASONAL_NAIVE, 57, Decimal("0.0000")),)
    assert [(step.low_95, step.high_95) for step in projection.steps] == [
        (step.value, step.value) for step in projection.steps
    ]
    assert score(projection, [0, 2, None]) == Score(2, 1, Decimal("0.5000"), None)


def test_models_that_cannot_be_fitted_are_set_aside_and_named() -> None:
    projection = project(PASSENGERS[:60], months=SHORT, rules=ProjectionRules(most_iterations=1))

    assert projection.method is Method.SEASONAL_NAIVE
    assert projection.sentence == (
        NAIVE_HOW + "tried on the latest months, nothing else was 5% closer; ETS(A,Ad,A) and ETS(A,N,A) could not be "
        "fitted and were set aside."
    )
    assert projection.candidates[1:] == tuple(
        Candidate(method, set_aside="It could not be fitted to the first 48 months.")
        for method in (Method.DAMPED_SEASONAL, Method.LEVEL_SEASONAL)
    )


def test_model_that_cannot_be_fitted_leaves_the_others() -> None:
    projection = project(PASSENGERS[:72], months=SHORT, rules=ProjectionRules(most_iterations=12))

    assert projection.sentence.endswith("; ETS(A,Ad,A) could not be fitted and was set aside.")
    assert [candidate.mae is None for candidate in projection.candidates] == [False, True, False]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param([5.0] * 40, id="no spread"),
        pytest.param(PASSENGERS[:12], id="no two seasons"),
        pytest.param(PASSENGERS[:17], id="fewer months than parameters"),
    ],
)
def test_smoothing_of_what_cannot_be_fitted_is_refused(values: Sequence[float]) -> None:
    with pytest.raises(NotSettledError):
        smoothed(values, SHORT, method=Method.DAMPED_SEASONAL, season=12, most_iterations=1000)


def test_smoothing_bands_grow_with_the_months_ahead() -> None:
    for method in (Method.DAMPED_SEASONAL, Method.LEVEL_SEASONAL, Method.DAMPED, Method.LEVEL):
        deviations = smoothed(PASSENGERS, 12, method=method, season=12, most_iterations=1000).deviations
        assert list(deviations) == sorted(deviations)
        assert deviations[0] < deviations[-1]


def test_smoothing_with_few_months_to_spare_has_wider_bands_than_its_residuals() -> None:
    """24 months and 17 parameters leave 7: the variance is 24 / 7 of the mean squared residual."""
    mean, scale = fmean(PASSENGERS[:24]), pstdev(PASSENGERS[:24])
    standard = [(value - mean) / scale for value in PASSENGERS[:24]]
    fitted = ETSModel(
        standard,
        trend="add",
        damped_trend=True,
        seasonal="add",
        seasonal_periods=12,
        initialization_method="heuristic",
    ).fit(disp=False)

    wide = smoothed(PASSENGERS[:24], 1, method=Method.DAMPED_SEASONAL, season=12, most_iterations=1000)

    assert wide.deviations[0] == pytest.approx(scale * math.sqrt(sum(fitted.resid**2) / 7), rel=1e-6)


def test_break_in_the_last_two_years_takes_the_new_mean_and_the_old_pattern() -> None:
    pattern = [WAVE[month] - fmean(WAVE[:12]) for month in range(12)]
    values = [*WAVE, *(160 + pattern[month % 12] + (-1) ** month for month in range(36, 46))]

    projection = project(values, months=MEDIUM, phase_start=36)

    assert (projection.method, projection.months_used) == (Method.PHASE_AND_SEASONS, 46)
    assert [candidate.method for candidate in projection.candidates] == [Method.NAIVE, Method.PHASE_AND_SEASONS]
    assert points(projection) == pytest.approx([160 + pattern[month % 12] for month in range(46, 52)], abs=4)
    assert projection.sentence.startswith(
        "Projected by the mean of the months since the change and the yearly pattern from before it (phase and seasons)"
        ": tried on the latest months, it was "
    )


def test_break_with_low_counts_takes_the_new_mean_alone() -> None:
    values = [8, 7, 9, 8] * 6 + [15, 12, 16, 13, 14, 15, 12, 17, 13, 15]

    projection = project(values, months=SHORT, phase_start=24)

    assert (projection.method, points(projection)) == (Method.PHASE_MEAN, [14.2] * 3)
    assert projection.sentence == (
        "Projected by the mean of the months since the change (phase mean): tried on the latest months, it was 28% "
        "closer than carrying the latest month forward (naive)."
    )


@pytest.mark.parametrize(("since", "ago"), [(1, "1 month"), (7, "7 months")])
def test_break_too_new_to_try_anything_on_carries_the_latest_month_forward(since: int, ago: str) -> None:
    values = [*WAVE, *(160 + month for month in range(since))]

    projection = project(values, months=SHORT, phase_start=36)

    assert (projection.method, points(projection)) == (Method.NAIVE, [values[-1]] * 3)
    assert projection.sentence == (
        f"Projected by carrying the latest month forward (naive): the level changed {ago} ago, and anything else would "
        "be tried on too little."
    )
    spread = [step.high_80 - step.value for step in projection.steps]
    assert [float(each / spread[0]) for each in spread] == pytest.approx([1, math.sqrt(2), math.sqrt(3)], rel=1e-4)


def test_break_without_two_years_before_it_carries_the_latest_month_forward() -> None:
    projection = project([*WAVE[:16], *(value + 60 for value in WAVE[16:26])], months=SHORT, phase_start=16)

    assert (projection.method, projection.scale) == (Method.NAIVE, None)
    assert projection.sentence == (
        "Projected by carrying the latest month forward (naive): the level has changed, and fewer than 24 months "
        "before it show the yearly pattern."
    )


def test_break_more_than_a_year_ago_repeats_the_year_since() -> None:
    values = [*WAVE[:16], *(value + 60 for value in WAVE[16:30])]

    projection = project(values, months=SHORT, phase_start=16)

    assert (projection.method, points(projection)) == (Method.SEASONAL_NAIVE, values[-12:-9])


def test_break_whose_pattern_does_not_help_keeps_naive() -> None:
    rising = [*WAVE, *(150 + 10 * month for month in range(10))]

    projection = project(rising, months=SHORT, phase_start=36)

    assert projection.method is Method.NAIVE
    assert "nothing else was 5% closer, the best, phase and seasons, being" in projection.sentence


def test_break_after_which_nothing_moved_keeps_naive() -> None:
    assert project([*WAVE, *[150.0] * 10], months=SHORT, phase_start=36).sentence == (
        "Projected by carrying the latest month forward (naive): over the last 12 months it was right every time."
    )


def test_break_of_long_ago_leaves_only_the_months_since() -> None:
    projection = project(PASSENGERS[:80], months=SHORT, phase_start=50)

    assert (projection.method, projection.months_used) == (Method.SEASONAL_NAIVE, 30)


def test_break_before_a_gap_is_of_no_account() -> None:
    values = [*WAVE[:20], None, *PASSENGERS[:30]]

    assert project(values, months=SHORT, phase_start=12) == project(PASSENGERS[:30], months=SHORT)


def test_seasonal_spread_of_two_long_phases_is_that_of_years_inside_them() -> None:
    """12 differences of 2 in the first phase and 1 of 4 in the second: the root of (12 x 4 + 16) / 13."""
    first = [float(100 + month + 2 * (month // 12)) for month in range(12)]
    values = [*first, *(value + 2 for value in first), *(value + 60 for value in first), first[0] + 64]

    projection = project(values, months=1, phase_start=24, rules=ProjectionRules(gain=0.999, floor=None))

    (step,) = projection.steps
    assert projection.method is Method.SEASONAL_NAIVE
    assert float(step.high_95 - step.value) == pytest.approx(1.959964 * math.sqrt((12 * 4 + 16) / 13), abs=1e-3)


@pytest.mark.parametrize("season", [4, 5, 12])
def test_yearly_pattern_of_a_pure_one_is_itself(season: int) -> None:
    shape = [float((3 * place) % season) for place in range(season)]
    pure = [value - fmean(shape) for value in shape]

    found = yearly_pattern([50 + pure[month % season] for month in range(2 * season)], season)

    assert found == pytest.approx(pure, abs=1e-9)


def test_yearly_pattern_is_not_moved_by_a_trend() -> None:
    found = yearly_pattern([3.0 * month for month in range(30)], 12)

    assert found == pytest.approx([0] * 12, abs=1e-9)


def test_quarters_are_a_season_of_four() -> None:
    quarters = [10.0, 20.0, 30.0, 40.0] * 6

    assert points(project(quarters, months=3, season=4)) == [10, 20, 30]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"months": 0}, "Project 1 to 12 months"),
        ({"months": 13}, "Project 1 to 12 months"),
        ({"months": 1, "season": 1}, "of a season of at least 2"),
        ({"months": 1, "phase_start": 144}, "starts at one of the 144 values, not at 144"),
        ({"months": 1, "phase_start": -1}, "not at -1"),
        ({"months": 1, "rules": ProjectionRules(naive_from=23)}, "at least a season and the origins, 24"),
        ({"months": 1, "rules": ProjectionRules(range_from=1)}, "range_from 2"),
    ],
)
def test_what_is_out_of_range_is_refused(options: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        project(PASSENGERS, **options)  # type: ignore[arg-type]  # several kinds


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_value_that_is_not_finite_is_refused(value: float) -> None:
    with pytest.raises(ValueError, match="finite number, or None"):
        project([1.0, value], months=1)


SERIES = st.lists(st.integers(0, 2_000), min_size=5, max_size=40)
BREAKS = st.one_of(st.none(), st.integers(0, 4))


@given(SERIES, BREAKS, st.integers(-500, 500), st.integers(1, 9))
def test_shift_and_scale_move_the_projection_and_nothing_else(
    values: list[int], phase_start: int | None, shift: int, times: int
) -> None:
    start = None if phase_start is None else phase_start * len(values) // 5
    plain = project(values, months=MEDIUM, phase_start=start, rules=FREE)
    moved = project([times * value + shift for value in values], months=MEDIUM, phase_start=start, rules=FREE)

    assert (moved.method, moved.months_used) == (plain.method, plain.months_used)
    for before, after in zip(plain.steps, moved.steps, strict=True):
        for name in ("value", "low_80", "high_80", "low_95", "high_95"):
            assert float(getattr(after, name)) == pytest.approx(times * float(getattr(before, name)) + shift, abs=0.01)


@pytest.mark.parametrize(("shift", "times"), [(1_000, 1), (0, 7), (-50, 0.01)])
def test_shift_and_scale_move_a_fitted_projection_and_nothing_else(shift: float, times: float) -> None:
    rules = ProjectionRules(floor=None, low_count=None)
    plain = project(PASSENGERS[:132], months=MEDIUM, rules=rules)
    moved = project([times * value + shift for value in PASSENGERS[:132]], months=MEDIUM, rules=rules)

    assert moved.method is plain.method is Method.DAMPED_SEASONAL
    assert points(moved) == pytest.approx([times * value + shift for value in points(plain)], abs=times * 0.5)


@given(SERIES, BREAKS, st.integers(1, 12))
def test_bands_are_nested_and_inside_what_is_allowed(values: list[int], phase_start: int | None, months: int) -> None:
    rules = ProjectionRules(models_from=10_000, floor=100, ceiling=1_500)

    projection = project(values, months=months, phase_start=phase_start, rules=rules)

    assert [step.ahead for step in projection.steps] == list(range(1, months + 1)) or not projection.steps
    for step in projection.steps:
        assert 100 <= step.low_95 <= step.low_80 <= step.value <= step.high_80 <= step.high_95 <= 1_500
    if projection.limits:
        low, high = projection.limits
        assert low <= projection.steps[0].low_95
        assert high >= projection.steps[0].high_95


@settings(max_examples=5, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=36, max_size=48))
def test_any_counts_are_projected_without_a_warning_and_never_below_nought(values: list[int]) -> None:
    projection = project(values, months=MEDIUM)

    assert project(values, months=MEDIUM) == projection
    assert all(0 <= step.low_95 <= step.low_80 <= step.high_80 <= step.high_95 for step in projection.steps)


def test_percents_stay_at_or_below_a_hundred() -> None:
    projection = project([97.0, 99.5, 98.2, 99.9, 96.1] * 6, months=SHORT, rules=PERCENTS)

    assert max(step.high_95 for step in projection.steps) == 100
    assert COUNTS.ceiling is None


@pytest.mark.parametrize(
    "projection",
    [
        project(PASSENGERS[:60], months=MEDIUM),
        project(PASSENGERS[:60], months=SHORT, rules=ProjectionRules(most_iterations=1)),
        project(BEFORE, months=SHORT),
        project([], months=SHORT),
    ],
)
def test_archived_projection_is_the_same(projection: Projection) -> None:
    assert Projection.from_dict(json.loads(json.dumps(projection.to_dict()))) == projection


def test_score_counts_only_the_months_that_have_come() -> None:
    projection = project(BEFORE + BEFORE, months=SHORT)  # 18, 22, 20, and never wrong

    assert score(projection, [18, None, Decimal("20.5")]) == Score(2, 1, Decimal("0.2500"), None)
    assert score(projection, [None]) == score(projection, []) == Score(0, 0, None, None)


def test_score_of_more_months_than_projected_is_refused() -> None:
    with pytest.raises(ValueError, match="4 values came and 3 months were projected"):
        score(project(BEFORE, months=SHORT), [20, 20, 20, 20])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (22.0263, "in line with the projection"),
        (Decimal("22.0264"), "above the projection"),
        (17.9737, "in line with the projection"),
        (17, "below the projection"),
    ],
)
def test_word_is_that_of_the_band_of_eighty(value: float | Decimal, said: str) -> None:
    step = Step(1, *figures(20, "17.9737", "22.0263", "16.9010", "23.0990"))

    assert word(Projection(Method.SEASONAL_NAIVE, "", (step,)), step, value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (27.2, "in line with the expected range"),
        (27.3, "above the expected range"),
        (12, "below the expected range"),
    ],
)
def test_word_of_an_expected_range_is_that_of_its_limits(value: float, said: str) -> None:
    projection = project(BEFORE, months=SHORT)

    assert word(projection, projection.steps[0], value) == said
