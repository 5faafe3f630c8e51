"""What holds for every series of months: a plain reading of the rules as the judge, and what moving the data does."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from performance.control_chart import NHS, RUN_OF_EIGHT, Chart, RuleSet, individuals_chart

FIGURES = st.one_of(st.none(), st.integers(-50, 50), st.integers(-3, 3), st.integers(40, 45))
MONTHS = st.lists(FIGURES, max_size=60)
LEVELS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 14)), max_size=6)
ALL_RULES = replace(NHS, trend=6)
SHORT_RUNS = RuleSet("Short", run=3, rebase=True, fewest_behind=2, lock_after=5, trend=3, two_in_three=True)
RULES = st.sampled_from([RUN_OF_EIGHT, ALL_RULES, SHORT_RUNS, replace(SHORT_RUNS, lock_first=True)])

Figures = Sequence[int | None]


@st.composite
def stepped(draw: st.DrawFn) -> list[int | None]:
    """Levels that hold for a while, with a little noise and a gap here and there: the average moves."""
    return [
        None if draw(st.integers(0, 19)) == 0 else level + draw(st.integers(-2, 2))
        for level, months in draw(LEVELS)
        for _ in range(months)
    ]


SERIES = st.one_of(MONTHS, stepped())


def shape(chart: Chart) -> list[tuple[object, ...]]:
    """Where phases, signals and new averages lie, without the figures."""
    phases = [(phase.start, phase.end, phase.points, phase.trial, phase.locked, phase.began) for phase in chart.phases]
    signals = [(signal.index, signal.kind, signal.up) for signal in chart.signals]
    return [*phases, *signals, *((each.detected_on, each.effective_from, each.up) for each in chart.rebasings)]


def exact_mean(values: Figures) -> Fraction:
    known = [value for value in values if value is not None]
    return Fraction(sum(known), len(known))


def first_rebasing(
    values: Figures, start: int, resume: int, lock: int | None, rules: RuleSet
) -> tuple[int, int] | None:
    """The rule read out loud, month by month and in exact numbers."""
    assert rules.run is not None
    for at in range(max(start, resume), len(values)):
        known = [value for value in values[start : at + 1] if value is not None]
        if values[at] is None:
            continue
        mean = exact_mean(known[:lock])
        for side in (1, -1):
            first = at + 1
            while first > start and (value := values[first - 1]) is not None and (value - mean) * side > 0:
                first -= 1
            behind = [value for value in values[start:first] if value is not None]
            if at - first + 1 >= rules.run and len(behind) >= rules.fewest_behind:
                return first, at
    return None


@given(SERIES, RULES.filter(lambda rules: rules.rebase))
def test_new_averages_are_those_of_the_rule_read_month_by_month(values: list[int | None], rules: RuleSet) -> None:
    expected, start, resume, lock = [], 0, 0, rules.lock_after if rules.lock_first else None
    while found := first_rebasing(values, start, resume, lock, rules):
        expected.append(found)
        start, resume, lock = found[0], found[1] + 1, rules.lock_after
    chart = individuals_chart(values, rules=rules)
    assert [(each.effective_from, each.detected_on) for each in chart.rebasings] == expected


@given(SERIES, RULES, st.lists(st.integers(0, 59), max_size=3))
def test_phases_part_the_months_and_signals_have_figures(
    values: list[int | None], rules: RuleSet, breaks: list[int]
) -> None:
    inside = [at for at in breaks if at < len(values)]
    chart = individuals_chart(values, rules=rules, breaks=inside)
    months = [month for phase in chart.phases for month in range(phase.start, phase.end + 1)]
    assert months == list(range(len(values)))
    assert {0, *inside} <= {phase.start for phase in chart.phases} or not values
    assert all(values[signal.index] is not None for signal in chart.signals)
    assert all(chart.phase_at(signal.index).lower is not None for signal in chart.signals)
    assert [label.index for label in chart.labels] == sorted({signal.index for signal in chart.signals})


@given(SERIES, RULES, st.booleans())
def test_limits_rest_on_the_months_of_the_phase(values: list[int | None], rules: RuleSet, screen: bool) -> None:
    for phase in individuals_chart(values, rules=rules, screen=screen).phases:
        own = [value for value in values[phase.start : phase.end + 1] if value is not None][: phase.points]
        assert (phase.mean is None) == (not own)
        if phase.mean is not None:
            assert abs(phase.mean - exact_mean(own)) < 1e-9
        if phase.lower is not None and phase.upper is not None:
            assert phase.mean is not None
            assert phase.mean_moving_range is not None
            assert abs(phase.upper - phase.mean - 2.66 * phase.mean_moving_range) < 1e-9
            assert abs(phase.mean - phase.lower - 2.66 * phase.mean_moving_range) < 1e-9
            assert phase.points >= rules.fewest_for_limits


@given(SERIES, RULES, st.booleans(), st.integers(-10_000, 10_000))
def test_limits_move_with_the_data(values: list[int | None], rules: RuleSet, screen: bool, by: int) -> None:
    before = individuals_chart(values, rules=rules, screen=screen)
    moved = [None if value is None else value + by for value in values]
    after = individuals_chart(moved, rules=rules, screen=screen)
    assert shape(after) == shape(before)
    for old, new in zip(before.phases, after.phases, strict=True):
        for one, other in ((old.mean, new.mean), (old.lower, new.lower), (old.upper, new.upper)):
            assert (one is None) == (other is None)
            assert one is None or other is None or abs(one + by - other) < 1e-6


@given(SERIES, RULES, st.booleans(), st.integers(1, 1000))
def test_limits_grow_with_the_data(values: list[int | None], rules: RuleSet, screen: bool, factor: int) -> None:
    before = individuals_chart(values, rules=rules, screen=screen)
    grown = [None if value is None else value * factor for value in values]
    after = individuals_chart(grown, rules=rules, screen=screen)
    assert shape(after) == shape(before)
    for old, new in zip(before.phases, after.phases, strict=True):
        assert old.mean_moving_range is None or new.mean_moving_range is not None
        for one, other in ((old.mean, new.mean), (old.lower, new.lower), (old.upper, new.upper)):
            assert one is None or other is None or abs(one * factor - other) < 1e-6


@given(SERIES, RULES)
def test_turned_upside_down_high_is_low(values: list[int | None], rules: RuleSet) -> None:
    before = individuals_chart(values, rules=rules)
    after = individuals_chart([None if value is None else -value for value in values], rules=rules)
    turned = {"high": "low", "low": "high"}
    assert sorted((each.index, turned.get(each.kind, each.kind), not each.up) for each in before.signals) == sorted(
        (each.index, str(each.kind), each.up) for each in after.signals
    )
    assert [(phase.start, phase.end) for phase in after.phases] == [(phase.start, phase.end) for phase in before.phases]


@given(SERIES, st.booleans())
def test_read_backwards_the_same_months_stand_out(values: list[int | None], screen: bool) -> None:
    """For one phase: a new average is found forwards in time."""
    before = individuals_chart(values, rules=ALL_RULES, screen=screen)
    after = individuals_chart(values[::-1], rules=ALL_RULES, screen=screen)
    last = len(values) - 1
    assert sorted(
        (last - each.index, each.kind, each.up != (each.kind == "trend")) for each in before.signals
    ) == sorted((each.index, each.kind, each.up) for each in after.signals)


@given(SERIES, SERIES, RULES)
def test_break_parts_the_chart_into_two(before: list[int | None], after: list[int | None], rules: RuleSet) -> None:
    """Nothing crosses a break: neither a range nor a run."""
    rules, at = replace(rules, lock_breaks=rules.lock_first), len(before)
    parted = individuals_chart([*before, *after], rules=rules, breaks=[at] if after else [])
    left, right = individuals_chart(before, rules=rules), individuals_chart(after, rules=rules)
    assert [(phase.mean, phase.lower) for phase in parted.phases] == [
        (phase.mean, phase.lower) for phase in (*left.phases, *right.phases)
    ]
    assert [(each.index, each.kind, each.up) for each in parted.signals] == [
        *((each.index, each.kind, each.up) for each in left.signals),
        *((each.index + at, each.kind, each.up) for each in right.signals),
    ]


@given(SERIES, RULES.filter(lambda rules: rules.rebase), st.integers(0, 60))
def test_later_months_never_undo_an_average_that_was_detected(
    values: list[int | None], rules: RuleSet, months: int
) -> None:
    early = individuals_chart(values[:months], rules=rules).rebasings
    assert individuals_chart(values, rules=rules).rebasings[: len(early)] == early


@given(SERIES, RULES)
def test_gaps_at_the_end_change_no_signal(values: list[int | None], rules: RuleSet) -> None:
    assert (
        individuals_chart([*values, None, None], rules=rules).signals == individuals_chart(values, rules=rules).signals
    )


@given(st.floats(-1e9, 1e9), st.integers(1, 40), RULES, st.booleans())
def test_constant_never_stands_out(value: float, months: int, rules: RuleSet, screen: bool) -> None:
    chart = individuals_chart([value] * months, rules=rules, screen=screen)
    assert (chart.signals, chart.rebasings, [phase.mean for phase in chart.phases]) == ((), (), [value])
