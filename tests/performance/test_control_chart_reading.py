"""The sentence under a chart: each kind of sentence, word for word."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from performance.control_chart import NHS, ROLLING, RUN_OF_EIGHT, Direction, RuleSet, individuals_chart, reading, whole

BASE: list[float | None] = [18, 22, 20, 19, 21, 20, 23, 17, 20, 22, 18, 20]
RUN: list[float | None] = [34, 30, 36, 33, 31, 35, 32, 33]
JARGON = ("sigma", "cause", "variation", "limit", "shift", "mean", "phase", "signal", "process")
NOTHING = "Nothing has stood out since March 2016; since then the average is"


def told(
    values: Sequence[float | None],
    direction: Direction = Direction.DECREASE,
    *,
    rules: RuleSet = RUN_OF_EIGHT,
    breaks: Sequence[int] = (),
    **printed: Any,
) -> str:
    """The reading of months from March 2016 on."""
    chart = individuals_chart(values, rules=rules, breaks=breaks)
    return reading(chart, first_month=date(2016, 3, 1), direction=direction, **printed)


@pytest.mark.parametrize(
    ("direction", "judged"),
    [
        (Direction.DECREASE, "which is a concern"),
        (Direction.INCREASE, "which is an improvement"),
        (Direction.STABLE, "which should be looked into"),
        (Direction.NONE, "which is neither good nor bad in itself"),
    ],
)
def test_reading_of_an_average_that_moved(direction: Direction, judged: str) -> None:
    """docs/calculations/control-chart.md: 20 a month, then eight months about 33."""
    assert told([*BASE, *RUN], direction) == (
        f"The average rose from 20 to 33 in March 2017, the first of 8 months in a row above it, {judged}; "
        "since then a month usually lies between 25 and 41, a provisional range from 8 months."
    )


def test_reading_of_an_average_that_fell() -> None:
    assert told([*RUN, *BASE]) == (
        "The average fell from 33 to 20 in November 2016, the first of 8 months in a row below it, which is an "
        "improvement; since then a month usually lies between 13 and 27."
    )


def test_reading_without_anything_that_stands_out() -> None:
    assert told(BASE) == f"{NOTHING} 20 and a month usually lies between 13 and 27."


def test_reading_before_the_month_that_moves_the_average() -> None:
    assert told([*BASE, *([22] * 7)], rules=replace(RUN_OF_EIGHT, lock_first=True)) == (
        f"{NOTHING} 20 and a month usually lies between 13 and 27; "
        "the last 7 months all lie above the average, and one more may raise it."
    )
    assert told([*BASE, *([18] * 7)], rules=replace(RUN_OF_EIGHT, lock_first=True)) == (
        f"{NOTHING} 20 and a month usually lies between 13 and 27; "
        "the last 7 months all lie below the average, and one more may lower it."
    )


@pytest.mark.parametrize(
    "values",
    [
        [*BASE, *([22] * 6)],
        [*BASE, *([22] * 6), 20],
        [*BASE, *([22] * 7), None],
        [*BASE, *([22] * 3), None, *([22] * 4)],
    ],
)
def test_reading_of_fewer_months_in_a_row_promises_nothing(values: list[float | None]) -> None:
    assert "one more" not in told(values, rules=replace(RUN_OF_EIGHT, lock_first=True))


def test_reading_of_a_run_that_leaves_too_few_behind_promises_nothing() -> None:
    values: list[float | None] = [10, 10, 10, 10, 10, *([22] * 7)]
    assert "one more" not in told(values)
    assert "one more may raise it" in told(values, rules=replace(RUN_OF_EIGHT, fewest_behind=5))


def test_reading_of_a_month_outside() -> None:
    assert told([*BASE, 40], Direction.STABLE) == (
        "March 2017 stands out: 40 is above the usual range, which should be looked into; "
        "since March 2016 the average is 22 and a month usually lies between 11 and 32."
    )
    assert told([*BASE, 2, 20], Direction.DECREASE) == (
        "The last month to stand out is March 2017: 2 is below the usual range, which is an improvement; "
        "since March 2016 the average is 19 and a month usually lies between 6 and 32."
    )


def test_reading_of_months_in_a_row_that_did_not_move_the_average() -> None:
    assert told([*BASE, *RUN[:7]], rules=replace(NHS, two_in_three=False, trend=None)) == (
        "All months from March 2017 to September 2017 lie above the average, which is a concern; "
        "since March 2016 the average is 25 and a month usually lies between 16 and 34."
    )
    assert told([*RUN[:7], *BASE], rules=replace(NHS, outside=False, two_in_three=False)).startswith(
        "All months from October 2016 to September 2017 lie below the average, which is an improvement; "
    )


def test_reading_of_a_trend() -> None:
    rules = replace(NHS, trend=6)
    assert told([*BASE, 15, 17, 19, 21, 22, 23], Direction.INCREASE, rules=rules) == (
        "Figures rose month after month from March 2017 to August 2017, which is an improvement; "
        "since March 2016 the average is 20 and a month usually lies between 14 and 26."
    )
    assert told([*BASE, 23, 22, 21, 19, 17, 15], Direction.INCREASE, rules=rules).startswith(
        "Figures fell month after month from March 2017 to August 2017, which is a concern; "
    )


def test_reading_of_two_months_near_the_end_of_the_range() -> None:
    rules = RuleSet("Near", two_in_three=True, lock_first=True)
    assert told([*BASE, 26, 21, 27], rules=rules) == (
        "March 2017 and May 2017 came near the upper end of the usual range, which is a concern; "
        "since March 2016 the average is 20 and a month usually lies between 13 and 27."
    )
    assert told([*BASE, 14, 19, 13], rules=rules).startswith(
        "March 2017 and May 2017 came near the lower end of the usual range, which is an improvement; "
    )


def test_reading_forgets_what_stood_out_before_the_average_moved() -> None:
    """Only the phase that goes on is read; earlier months stay marked on the chart."""
    chart = individuals_chart([*BASE[:4], 60, *BASE[4:], *RUN], breaks=[13], rules=RuleSet("Limits only"))
    assert [signal.index for signal in chart.signals] == [4]
    assert reading(chart, first_month=date(2016, 3, 1), direction=Direction.NONE) == (
        "Nothing has stood out since April 2017; since then the average is 33 and a month usually lies between 25 and "
        "41, a provisional range from 8 months."
    )


def test_reading_names_gaps() -> None:
    usual = f"{NOTHING} 20 and a month usually lies between 13 and 27"
    assert told([*BASE, None, 20]) == f"{usual}; there is no figure for March 2017."
    assert told([*BASE, None, None, 20]) == f"{usual}; there is no figure for March 2017 and April 2017."
    assert told([*BASE, None, None, None, 20]) == f"{usual}; 3 months since March 2016 have no figure."
    assert told([*BASE, None]) == f"There is no figure for March 2017; n{usual[1:]}."


def test_reading_of_too_few_months() -> None:
    assert told([18]) == "The average of 1 month since March 2016 is 18, too few to say what is usual."
    assert told([18, 22, 20]) == "The average of 3 months since March 2016 is 20, too few to say what is usual."
    assert told([20, None] * 5) == (
        "There is no figure for December 2016; the average of 5 months since March 2016 is 20, with too many gaps "
        "between them to say what is usual; 4 months since March 2016 have no figure."
    )


def test_reading_without_figures() -> None:
    assert told([]) == told([None, None]) == "There are no figures yet."
    assert told([*BASE, None, None], breaks=[12]) == "There are no figures since March 2017."


def test_reading_of_a_constant() -> None:
    assert told([5] * 12) == f"{NOTHING} 5 and a month is usually 5."


def test_reading_of_a_rolling_measure_compares_nothing() -> None:
    assert told([85.1, None, 83.6, None], rules=ROLLING, show=lambda value: f"{value:.1f}%") == (
        "There is no figure for June 2016; the latest figure is 83.6%, for May 2016; each figure shares months with "
        "its neighbours, so they are not compared; there is no figure for April 2016."
    )


def test_reading_prints_the_unit_and_keeps_to_floor_and_ceiling() -> None:
    values: list[float | None] = [95, 99, 92, 99, 96, 98, 93, 99, 94, 99, 97, 99.5]
    percent: dict[str, Any] = {"show": lambda value: f"{value:.1f}%", "places": 1, "ceiling": 100}
    assert told(values, **percent) == f"{NOTHING} 96.7% and a month usually lies between 85.0% and 100.0%."
    low: list[float | None] = [0, 3, 1, 4, 0, 2, 1, 3, 0, 2, 1, 2]
    assert told(low) == f"{NOTHING} 2 and a month usually lies between 0 and 7."
    assert told(low, floor=None) == f"{NOTHING} 2 and a month usually lies between −4 and 7."


def test_reading_rounds_the_range_inwards_unless_nothing_is_left() -> None:
    assert told([*BASE, *RUN]).endswith("between 25 and 41, a provisional range from 8 months.")  # 24.26 to 41.74
    assert told([20.2, 20.3] * 6) == f"{NOTHING} 20 and a month is usually 20."  # 19.98 to 20.52
    assert told([20.4, 20.5] * 6) == f"{NOTHING} 20 and a month usually lies between 20 and 21."  # 20.18 to 20.72


@pytest.mark.parametrize(("value", "text"), [(433.0, "433"), (0.5, "1"), (1234.4, "1,234"), (-3.0, "−3")])
def test_whole(value: float, text: str) -> None:
    assert whole(value) == text


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 60)), max_size=40),
    st.sampled_from(Direction),
    st.sampled_from([RUN_OF_EIGHT, NHS, ROLLING, RuleSet("Short", run=3, rebase=True, fewest_behind=2, trend=3)]),
)
def test_reading_is_one_sentence_without_jargon_or_undue_praise(
    values: list[float | None], direction: Direction, rules: RuleSet
) -> None:
    sentence = told(values, direction, rules=rules)
    assert sentence.count(".") == 1
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert [word for word in JARGON if word in sentence.lower()] == []
    if direction in (Direction.STABLE, Direction.NONE):
        assert [word for word in ("improvement", "concern") if word in sentence] == []
