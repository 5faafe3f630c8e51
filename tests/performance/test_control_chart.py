"""Control charts: the published vectors, the rules one by one, and what holds for all months."""

import json
import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from opcc.embedded import BASE_DIR
from performance.control_chart import (
    NHS,
    ROLLING,
    RUN_OF_EIGHT,
    Assurance,
    Began,
    Chart,
    Direction,
    Judgement,
    Phase,
    Rebasing,
    RuleSet,
    Signal,
    SignalKind,
    assurance,
    individuals_chart,
    judgement,
    two_in_three,
)

VECTORS: dict[str, Any] = json.loads((BASE_DIR / "tests/data/vectors_stats.json").read_text())
BASE: list[float | None] = VECTORS["rebase_synthetic"]["base"]
RUN: list[float | None] = VECTORS["rebase_synthetic"]["run"]
LIMITS_ONLY = RuleSet("Limits only")
OUTSIDE = "it lies outside the usual range"


def near(value: float | None, printed: float) -> bool:
    """Whether the value prints as the vector does, to as many places as it has."""
    places = len(str(printed).partition(".")[2])
    return value is not None and abs(value - printed) <= 0.5 * 10**-places + 1e-9


def limits(phase: Phase) -> tuple[float | None, float | None]:
    return phase.lower, phase.upper


def found(chart: Chart) -> list[tuple[int, str, bool]]:
    return [(signal.index, signal.kind.value, signal.up) for signal in chart.signals]


def shifts(months: Sequence[int], *, up: bool) -> list[tuple[int, str, bool]]:
    return [(month, "shift", up) for month in months]


# The published vectors


def test_individuals_chart_of_the_nist_handbook() -> None:
    vector = VECTORS["nist_6.3.2.2"]
    (phase,) = individuals_chart(vector["x"]).phases
    assert near(phase.mean, vector["mean"])
    assert near(phase.mean_moving_range, vector["mr_bar"])
    assert near(phase.lower, vector["lcl_2.66"])
    assert near(phase.upper, vector["ucl_2.66"])


def test_individuals_chart_constant_is_three_over_1_128_rounded() -> None:
    """The handbook's own limits, with the constant unrounded."""
    vector = VECTORS["nist_6.3.2.2"]
    (phase,) = individuals_chart(vector["x"]).phases
    assert phase.mean is not None
    assert phase.mean_moving_range is not None
    reach = 3 / 1.128 * phase.mean_moving_range
    assert near(phase.mean + reach, vector["ucl_3_over_1.128"])
    assert near(phase.mean - reach, vector["lcl_3_over_1.128"])


@pytest.mark.parametrize(("screen", "name"), [(False, "unscreened"), (True, "screened")])
@pytest.mark.parametrize("rules", [RUN_OF_EIGHT, NHS])
def test_individuals_chart_of_one_outlier(rules: RuleSet, screen: bool, name: str) -> None:
    vector = VECTORS["mdc_outlier"]
    chart = individuals_chart(vector["x"], rules=rules, screen=screen)
    (phase,) = chart.phases
    assert near(phase.mean, vector["mean"])
    assert near(phase.lower, vector[name]["lpl"])
    assert near(phase.upper, vector[name]["upl"])
    assert (found(chart), chart.screen) == ([(4, "high", True)], screen)


def test_individuals_chart_starts_the_average_anew_at_the_first_month_of_the_run() -> None:
    """docs/calculations/control-chart.md: 20 a month, then eight months about 33."""
    vector = VECTORS["rebase_synthetic"]
    chart = individuals_chart([*BASE, *RUN])
    before, after = chart.phases
    assert (before.start, before.end, before.mean, before.trial, before.began) == (0, 11, 20.0, False, Began.FIRST)
    assert (after.start, after.end, after.mean, after.trial, after.began) == (12, 19, 33.0, True, Began.RUN)
    assert [round(limit, 4) for limit in limits(before) if limit is not None] == vector["base_limits"]
    assert [round(limit, 4) for limit in limits(after) if limit is not None] == vector["run_limits"]
    assert near(before.mean_moving_range, 2.7273)
    assert near(after.mean_moving_range, 3.2857)
    assert found(chart) == shifts(range(12, 20), up=True)
    assert chart.rebasings == (Rebasing(19, 12, old_mean=20.0, new_mean=33.0, applied=True),)
    assert vector["rebase_detected_at_point"] == chart.rebasings[0].detected_on + 1
    assert vector["rebase_from_point"] == chart.rebasings[0].effective_from + 1


def test_individuals_chart_without_rebasing_keeps_one_average_and_proposes_the_new_one() -> None:
    chart = individuals_chart([*BASE, *RUN], rules=replace(RUN_OF_EIGHT, rebase=False))
    (phase,) = chart.phases
    assert phase.mean == 25.2
    assert near(phase.lower, 15.82)
    assert near(phase.upper, 34.58)
    assert found(chart) == [
        *shifts(range(12), up=False),
        *shifts(range(12, 14), up=True),
        (14, "high", True),
        *shifts(range(14, 17), up=True),
        (17, "high", True),
        *shifts(range(17, 20), up=True),
    ]
    assert chart.rebasings == (Rebasing(19, 12, old_mean=20.0, new_mean=33.0, applied=False),)


@pytest.mark.parametrize("vector", VECTORS["two_in_three"])
def test_two_in_three_windows(vector: dict[str, list[int]]) -> None:
    assert two_in_three(vector["close"], vector["side"]) == [bool(hit) for hit in vector["window_hits"]]


# Phases


def test_individuals_chart_needs_the_eighth_month() -> None:
    chart = individuals_chart([*BASE, *RUN[:7]])
    assert [(phase.start, phase.end) for phase in chart.phases] == [(0, 18)]
    assert chart.rebasings == ()


def test_individuals_chart_rebases_downwards_and_more_than_once() -> None:
    down: list[float | None] = [7, 8, 6, 8, 7, 6, 7, 7]
    chart = individuals_chart([*BASE, *RUN, *down])
    assert [(phase.start, phase.end, phase.mean) for phase in chart.phases] == [
        (0, 11, 20.0),
        (12, 19, 33.0),
        (20, 27, 7.0),
    ]
    assert [(each.detected_on, each.effective_from, each.up) for each in chart.rebasings] == [
        (19, 12, True),
        (27, 20, False),
    ]
    assert found(chart) == [*shifts(range(12, 20), up=True), *shifts(range(20, 28), up=False)]


def test_individuals_chart_follows_the_new_average_until_twelve_months_lock_it() -> None:
    later: list[float | None] = [37, 29, 37, 29]
    eleven, twelve = (individuals_chart([*BASE, *RUN, *later[:count]]).phases[1] for count in (3, 4))
    assert (eleven.points, eleven.locked, eleven.trial, eleven.mean) == (11, False, True, 367 / 11)
    assert (twelve.points, twelve.locked, twelve.trial, twelve.mean) == (12, True, False, 33.0)
    longer = individuals_chart([*BASE, *RUN, *later, 80, None, 33]).phases[1]
    assert (longer.start, longer.end) == (12, 26)
    assert limits(longer) == limits(twelve)


def test_individuals_chart_locks_at_the_twelfth_month_with_a_figure() -> None:
    gappy: list[float | None] = [*RUN, None, 37, 29, None, 37, 29, 90]
    phase = individuals_chart([*BASE, *gappy]).phases[1]
    assert (phase.points, phase.locked, phase.mean) == (12, True, 33.0)


def test_individuals_chart_holds_a_later_run_against_the_locked_average() -> None:
    later: list[float | None] = [37, 29, 37, 29, 34, 34, 34, 34, 34, 34, 34, 34]
    chart = individuals_chart([*BASE, *RUN, *later])
    assert [(each.detected_on, each.effective_from, each.old_mean) for each in chart.rebasings] == [
        (19, 12, 20.0),
        (31, 24, 33.0),
    ]


def test_individuals_chart_first_phase_locks_only_where_asked_for() -> None:
    values = [*BASE, 25, 15] * 2
    (phase,) = individuals_chart(values).phases
    assert (phase.points, phase.locked) == (28, False)
    (phase,) = individuals_chart(values, rules=replace(RUN_OF_EIGHT, lock_first=True)).phases
    assert (phase.points, phase.locked, phase.mean) == (12, True, 20.0)


def test_individuals_chart_phase_of_a_decision_locks_only_where_asked_for() -> None:
    values = [*RUN, *BASE, 25, 15]
    assert individuals_chart(values, breaks=[8]).phases[1].points == 14
    phase = individuals_chart(values, breaks=[8], rules=replace(RUN_OF_EIGHT, lock_breaks=True)).phases[1]
    assert (phase.points, phase.mean, phase.began) == (12, 20.0, Began.BREAK)


def test_individuals_chart_confirmed_breaks_draw_what_the_run_did() -> None:
    """An analyst who confirms each new average gets the chart that would have drawn itself."""
    values = [*BASE, *RUN, 37, 29, 37, 29, 80]
    drawn = individuals_chart(values)
    confirmed = individuals_chart(values, breaks=[12], rules=replace(RUN_OF_EIGHT, rebase=False, lock_breaks=True))
    assert [replace(phase, began=Began.RUN) for phase in confirmed.phases[1:]] == list(drawn.phases[1:])


def test_individuals_chart_leaves_enough_months_behind() -> None:
    """Seven months are too weak an average to be overturned by eight, or by those eight and more."""
    short = BASE[:7]
    assert individuals_chart([*short, *RUN]).rebasings == ()
    assert individuals_chart([*short, *RUN, 33, 34]).rebasings == ()
    assert individuals_chart([*BASE[:8], *RUN]).rebasings[0].effective_from == 8
    chart = individuals_chart([*short, *RUN], rules=replace(RUN_OF_EIGHT, fewest_behind=7))
    assert chart.rebasings[0].effective_from == 7


def test_individuals_chart_tells_a_proposal_once_while_its_run_goes_on() -> None:
    rules = replace(NHS, rebase=False)
    assert [each.detected_on for each in individuals_chart([*BASE, *RUN, *RUN], rules=rules).rebasings] == [18]
    again = individuals_chart([*BASE, *RUN, 5, 4, 6, 5, 4, 6, 5], rules=rules)
    assert [(each.effective_from, each.detected_on) for each in again.rebasings] == [(12, 18), (20, 26)]


def test_individuals_chart_trial_limits_and_too_few_months() -> None:
    assert [
        (phase.lower is None, phase.trial)
        for count in (1, 4, 5, 11, 12)
        for phase in individuals_chart(BASE[:count]).phases
    ] == [
        (True, False),
        (True, False),
        (False, True),
        (False, True),
        (False, False),
    ]
    (phase,) = individuals_chart([18, 22, 20]).phases
    assert phase == Phase(
        start=0,
        end=2,
        mean=20.0,
        mean_moving_range=3.0,
        lower=None,
        upper=None,
        trial=False,
        points=3,
        locked=False,
        began=Began.FIRST,
    )


def test_individuals_chart_of_one_month_has_a_mean_and_no_range() -> None:
    (phase,) = individuals_chart([7]).phases
    assert (phase.mean, phase.mean_moving_range, limits(phase)) == (7.0, None, (None, None))


def test_individuals_chart_without_months_or_figures() -> None:
    assert individuals_chart([]) == Chart((), (), (), (), RUN_OF_EIGHT, screen=False)
    (phase,) = individuals_chart([None, None]).phases
    assert (phase.start, phase.end, phase.mean, limits(phase), phase.points) == (0, 1, None, (None, None), 0)


def test_individuals_chart_gap_is_skipped_by_ranges_and_breaks_a_run() -> None:
    (phase,) = individuals_chart([10, 12, None, 30, 31, 29]).phases
    assert (phase.mean, phase.mean_moving_range) == (22.4, 5 / 3)
    chart = individuals_chart([*BASE, *RUN[:4], None, *RUN[4:]])
    assert [(each.start, each.end) for each in chart.phases] == [(0, 20)]


def test_individuals_chart_without_two_neighbouring_figures_has_no_limits() -> None:
    (phase,) = individuals_chart([20, None] * 12).phases
    assert (phase.mean, phase.mean_moving_range, limits(phase)) == (20.0, None, (None, None))


def test_individuals_chart_break_starts_a_phase_whose_ranges_stay_inside() -> None:
    chart = individuals_chart([1, 1, 1, 1, 1, 9, 9, 9, 9, 9], breaks=[5, 5, 0])
    assert [(phase.start, phase.end, phase.mean, phase.mean_moving_range) for phase in chart.phases] == [
        (0, 4, 1.0, 0.0),
        (5, 9, 9.0, 0.0),
    ]
    assert chart.signals == ()


@pytest.mark.parametrize("at", [-1, 3])
def test_individuals_chart_break_outside_the_months_is_refused(at: int) -> None:
    with pytest.raises(ValueError, match=f"The break at {at} is not one of the chart's months, 0 to 2"):
        individuals_chart([1, 2, 3], breaks=[at])


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_individuals_chart_refuses_what_is_no_number(value: float) -> None:
    with pytest.raises(ValueError, match="Give None for a month without a value"):
        individuals_chart([1, value, None])


@pytest.mark.parametrize("screen", [False, True])
@pytest.mark.parametrize("rules", [RUN_OF_EIGHT, replace(NHS, trend=6)])
@pytest.mark.parametrize("value", [0, 5, 0.1, -0.7, 1e6 / 3])
def test_individuals_chart_of_a_constant_has_limits_at_its_mean_and_no_signal(
    value: float, rules: RuleSet, screen: bool
) -> None:
    chart = individuals_chart([value] * 23, rules=rules, screen=screen)
    (phase,) = chart.phases
    assert (phase.mean, phase.mean_moving_range, limits(phase)) == (value, 0.0, (value, value))
    assert (chart.signals, chart.rebasings) == ((), ())


def test_individuals_chart_of_rolling_figures_is_a_line() -> None:
    chart = individuals_chart([85.1, 84.2, 83.6] * 8, rules=ROLLING, breaks=[12])
    assert [(phase.start, phase.end, phase.mean, limits(phase)) for phase in chart.phases] == [
        (0, 11, None, (None, None)),
        (12, 23, None, (None, None)),
    ]
    assert (chart.signals, chart.rebasings) == ((), ())


# The rules


def test_signals_outside_are_strict_and_held_against_the_true_limits() -> None:
    """A lower limit below nought is drawn at nought, and no count can lie below it."""
    values: list[float | None] = [0, 3, 1, 4, 0, 2, 1, 3, 0, 2, 1, 30, 0]
    chart = individuals_chart(values, rules=LIMITS_ONLY)
    (phase,) = chart.phases
    assert phase.lower is not None
    assert phase.upper is not None
    assert phase.lower < 0
    assert phase.shown() == (0.0, phase.upper)
    assert phase.shown(floor=None) == (phase.lower, phase.upper)
    assert phase.shown(ceiling=10) == (0.0, 10)
    assert found(chart) == [(11, "high", True)]
    mirrored = [None if value is None else -value for value in values]
    assert found(individuals_chart(mirrored, rules=LIMITS_ONLY)) == [(11, "low", False)]


def test_shown_without_limits_is_none() -> None:
    assert individuals_chart([1, 2]).phases[0].shown() is None


def test_signals_on_the_limit_are_not_outside() -> None:
    """Eleven of 0 and 100 by turns, with a mean moving range of 100: the limits are 50 -+ 266; 316 would lie on one."""
    phase = individuals_chart([0, 100] * 6, breaks=[], rules=LIMITS_ONLY).phases[0]
    assert limits(phase) == (-216.0, 316.0)
    locked = replace(LIMITS_ONLY, lock_first=True)
    assert found(individuals_chart([*[0, 100] * 6, 316, 316.001], rules=locked)) == [(13, "high", True)]


def test_signals_mean_itself_breaks_a_run() -> None:
    rules = replace(LIMITS_ONLY, outside=False, run=3)
    unbroken = individuals_chart([-3, -3, -3, 3, 3, 3], rules=rules)
    assert found(unbroken) == [*shifts(range(3), up=False), *shifts(range(3, 6), up=True)]
    assert found(individuals_chart([-3, -3, 0, -3, 3, 3, 0, 3], rules=rules)) == []


def test_signals_mean_that_has_no_exact_number_breaks_a_run() -> None:
    """0.1, 0.2 and 0.3 have a mean of 0.2 on paper and a little more in a computer."""
    rules = replace(LIMITS_ONLY, outside=False, run=3)
    assert sum([0.1, 0.2, 0.3]) / 3 != 0.2
    assert found(individuals_chart([0.1, 0.2, 0.3] * 3, rules=rules)) == []


@pytest.mark.parametrize(
    ("values", "months", "up"),
    [
        ([5, 1, 2, 3, 4, 5, 6], range(1, 7), True),
        ([1, 6, 5, 4, 3, 2, 1], range(1, 7), False),
        ([5, 1, 2, 3, 4, 5], range(0), True),
        ([5, 1, 2, 3, 3, 4, 5, 6], range(0), True),
        ([5, 1, 2, 3, None, 4, 5, 6], range(0), True),
        ([1, 2, 3, 4, 5, 6, 7, 7], range(7), True),
    ],
)
def test_signals_trend_counts_months_that_each_rise_or_each_fall(
    values: list[float | None], months: range, up: bool
) -> None:
    rules = replace(LIMITS_ONLY, outside=False, trend=6)
    assert found(individuals_chart(values, rules=rules)) == [(month, "trend", up) for month in months]


def test_signals_peak_of_two_trends_belongs_to_both() -> None:
    rules = replace(LIMITS_ONLY, outside=False, trend=3)
    assert found(individuals_chart([1, 2, 3, 2, 1], rules=rules)) == [
        (0, "trend", True),
        (1, "trend", True),
        (2, "trend", True),
        (2, "trend", False),
        (3, "trend", False),
        (4, "trend", False),
    ]


def test_signals_two_in_three_take_the_two_near_the_limit() -> None:
    """Limits of the locked year are -216 and 316, the lines at two thirds -127.3 and 227.3."""
    rules = RuleSet("Near", outside=True, two_in_three=True, lock_first=True)
    base: list[float | None] = [0, 100] * 6
    assert found(individuals_chart([*base, 230, 60, 240], rules=rules)) == [
        (12, "two_in_three", True),
        (14, "two_in_three", True),
    ]
    assert found(individuals_chart([*base, 230, 40, 240], rules=rules)) == []
    assert found(individuals_chart([*base, 230, None, 240], rules=rules)) == []
    assert found(individuals_chart([*base, -130, -140, 0], rules=rules)) == [
        (12, "two_in_three", False),
        (13, "two_in_three", False),
    ]
    assert found(individuals_chart([*base, 330, 60, 240], rules=rules)) == [(12, "high", True)]


def test_labels_follow_the_precedence() -> None:
    rules = RuleSet("All", run=3, trend=3, two_in_three=True, lock_first=True)
    chart = individuals_chart([*[0, 100] * 6, 60, 230, 240, 330], rules=rules)
    assert [signal.kind.letter for signal in chart.signals if signal.index == 13] == ["T", "2-in-3", "S"]
    letters = [(label.index, label.kind.letter) for label in chart.labels]
    assert letters == [(11, "S"), (12, "T"), (13, "T"), (14, "T"), (15, "H")]
    assert [kind.letter for kind in SignalKind] == ["H", "L", "T", "2-in-3", "S"]


def test_phase_at_holds_both_ends() -> None:
    chart = individuals_chart([*BASE, *RUN])
    assert [chart.phase_at(month).start for month in (0, 11, 12, 19)] == [0, 0, 12, 12]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"run": 2}, "at least 3 months"),
        ({"trend": 1}, "at least 3 months"),
        ({"rebase": True}, "say how many months make one"),
        ({"fewest_for_limits": 1}, "at least 2 months"),
        ({"fewest_for_firm": 4}, "not firm with fewer"),
        ({"fewest_behind": 0}, "at least 1 month behind"),
        ({"lock_after": 4}, "locks when there are limits"),
        ({"line_only": True}, "A line alone"),
    ],
)
def test_rule_set_that_cannot_work_is_refused(wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        RuleSet("Wrong", **wrong)


def test_rule_set_words_name_every_rule_that_is_on() -> None:
    run = "or it is one of {} or more in a row on one side of the average"
    trend = "or it is one of 7 or more that each rise or each fall"
    near = "or it is one of two in three near the same end of the usual range"
    anew = "After 8 in a row on one side, the average starts anew from the first of them."
    assert RUN_OF_EIGHT.words == f"A month stands out when {OUTSIDE}, {run.format(8)}. {anew}"
    assert NHS.words == f"A month stands out when {OUTSIDE}, {run.format(7)}, {trend}, {near}."
    assert RuleSet("None", outside=False).words == "No month stands out."
    alone = "A line without an average or a usual range, because each figure shares months with its neighbours."
    assert ROLLING.words == alone


# What a signal and a target mean


@pytest.mark.parametrize(
    ("up", "direction", "expected"),
    [
        (True, Direction.INCREASE, Judgement.IMPROVEMENT),
        (False, Direction.INCREASE, Judgement.CONCERN),
        (True, Direction.DECREASE, Judgement.CONCERN),
        (False, Direction.DECREASE, Judgement.IMPROVEMENT),
        (True, Direction.STABLE, Judgement.INVESTIGATE),
        (False, Direction.STABLE, Judgement.INVESTIGATE),
        (True, Direction.NONE, Judgement.NEUTRAL),
        (False, Direction.NONE, Judgement.NEUTRAL),
    ],
)
def test_judgement(up: bool, direction: Direction, expected: Judgement) -> None:
    assert judgement(Signal(0, SignalKind.SHIFT, up), direction) is expected


@pytest.mark.parametrize(
    ("target", "direction", "expected"),
    [
        (28, Direction.INCREASE, Assurance.FAILS),
        (12, Direction.INCREASE, Assurance.PASSES),
        (20, Direction.INCREASE, Assurance.HIT_AND_MISS),
        (28, Direction.DECREASE, Assurance.PASSES),
        (12, Direction.DECREASE, Assurance.FAILS),
        (20, Direction.DECREASE, Assurance.HIT_AND_MISS),
        (28, Direction.STABLE, None),
        (28, Direction.NONE, None),
    ],
)
def test_assurance(target: float, direction: Direction, expected: Assurance | None) -> None:
    """docs/calculations/control-chart.md: limits of 12.7 to 27.3."""
    assert assurance(individuals_chart(BASE).phases[0], target, direction) is expected


def test_assurance_on_a_limit_is_hit_and_miss_and_without_limits_unknown() -> None:
    constant, short = (individuals_chart([90] * count).phases[0] for count in (12, 4))
    assert assurance(constant, 90, Direction.INCREASE) is Assurance.HIT_AND_MISS
    assert assurance(short, 90, Direction.INCREASE) is None
