"""Quarters, changes, rates, ranks, shares and footings: the Panel's pack as data, and the rules one by one."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit, percentage_change, rounded
from performance.comparison import (
    AverageDefinition,
    Basis,
    Change,
    Check,
    HouseRules,
    Kind,
    MonthFigure,
    Place,
    Position,
    QuarterAverage,
    QuarterValue,
    change,
    claimed_change,
    claimed_place,
    compare,
    mean_places,
    months_of,
    position,
    quarter_average,
    quarter_value,
    quarter_values,
)
from tests.performance.pack import FORCE, Q3, SOUTH, number_of, rows, supplied

COUNTS = Basis()
PERCENT = Basis(Kind.RATE, Unit.PERCENT)
MINUTES = Basis(Kind.RATE)
RATE = Basis(Kind.RATE, Unit.RATE)
YEARLY = Basis(Kind.SURVEY, Unit.PERCENT, window=12)
HALF_YEARLY = Basis(Kind.SURVEY, Unit.PERCENT, window=6)
LEVEL = Basis(Kind.LEVEL)


def counts(*values: int | None, first: date = date(2017, 1, 1)) -> dict[date, MonthFigure]:
    """A count for each month from January 2017 on."""
    months = first.year * 12 + first.month - 1
    return {
        date((months + n) // 12, (months + n) % 12 + 1, 1): MonthFigure(
            value, reason="" if value is not None else "lost"
        )
        for n, value in enumerate(values)
    }


# A quarter from its months


def test_quarter_value_sums_counts() -> None:
    """docs/calculations/comparison.md: 533, 428 and 338 vehicle offences."""
    assert quarter_value(supplied("Vehicle offences", FORCE), Q3, COUNTS) == QuarterValue(Q3, COUNTS, 1299)


def test_quarter_value_is_the_ratio_of_sums_and_never_an_average_of_percentages() -> None:
    """Half of ten, then nine of ninety: 14 of 100 is 14%, where the percentages would average 30%."""
    months = {
        date(2017, 10, 1): MonthFigure(Decimal(50), numerator=5, denominator=10),
        date(2017, 11, 1): MonthFigure(Decimal(10), numerator=9, denominator=90, is_provisional=True),
        date(2017, 12, 1): MonthFigure(numerator=0, denominator=0),
    }
    value = quarter_value(months, Q3, PERCENT)
    assert value == QuarterValue(Q3, PERCENT, Decimal(14), 14, 100, is_provisional=True)
    assert value.figure("calls", "Calls answered", "the force") == Figure(
        "calls", "Calls answered", Decimal(14), Unit.PERCENT, base="14 of 100", source="the force", places=1
    )
    minutes = quarter_value(months, Q3, MINUTES)
    assert (minutes.value, minutes.figure("wait", "Wait").text) == (Decimal("0.14"), "0.1")
    assert quarter_value(months, Q3, RATE).value == 140


def test_quarter_value_of_nothing_at_all_is_not_known() -> None:
    months = {month: MonthFigure(numerator=0, denominator=0) for month in months_of(Q3)}
    assert quarter_value(months, Q3, PERCENT) == QuarterValue(
        Q3, PERCENT, None, 0, 0, reason="there is nothing to take a share of: the denominator is 0"
    )


def test_quarter_value_with_a_month_missing_says_which_and_why() -> None:
    months = {date(2017, 10, 1): MonthFigure(56), date(2017, 11, 1): MonthFigure(reason="the system was replaced")}
    value = quarter_value(months, Q3, COUNTS)
    reason = "November 2017 has no figure: the system was replaced; December 2017 has no figure"
    assert value == QuarterValue(Q3, COUNTS, None, reason=reason)
    assert value.figure("cps", "CPS file errors").text == "not known"


def test_quarter_value_of_percentages_alone_is_not_known() -> None:
    months = {
        date(2017, 10, 1): MonthFigure(Decimal("83.1")),
        date(2017, 11, 1): MonthFigure(numerator=9, denominator=10),
        date(2017, 12, 1): MonthFigure(),
    }
    reason = (
        "October 2017 is given without its numerator and denominator, and percentages are not averaged; "
        "December 2017 has no figure"
    )
    assert quarter_value(months, Q3, PERCENT).reason == reason


def test_quarter_value_of_a_rolling_figure_is_that_of_the_last_month() -> None:
    """The pack averaged 89.7, 86.4 and 85.7 and printed 88%."""
    value = quarter_value(supplied("Hate crime victim satisfaction", SOUTH), Q3, YEARLY)
    assert value == QuarterValue(Q3, YEARLY, Decimal("85.7"), covers="12 months to December 2017")
    assert (value.label, value.share_of) == ("12 months to December 2017", "")
    gone = quarter_value({date(2017, 12, 1): MonthFigure(reason="too few asked")}, Q3, YEARLY)
    assert gone.reason == "December 2017 has no figure: too few asked"


def test_quarter_value_of_a_level_takes_the_quarters_own_figure() -> None:
    value = quarter_value(supplied("Average emergency response time", FORCE), Q3, LEVEL)
    assert (value.value, value.label) == (None, "October to December 2017")
    assert value.reason == "a level does not follow from its months; it takes the quarter's own figure"


def test_quarter_values_are_those_of_every_quarter_with_a_month() -> None:
    values = quarter_values(counts(1, 2, 3, 4, 5, None), COUNTS)
    assert [(str(quarter), value.value, value.reason) for quarter, value in values.items()] == [
        ("2016-17Q4", 6, ""),
        ("2017-18Q1", None, "June 2017 has no figure: lost"),
    ]


@pytest.mark.parametrize("quarter", [Quarter(2017, number) for number in (1, 2, 3, 4)])
def test_months_of_are_the_three_of_the_quarter(quarter: Quarter) -> None:
    months = months_of(quarter)
    assert months[0] == quarter.start
    assert [Quarter.containing(month) for month in months] == [quarter] * 3
    assert (months[2].year, months[2].month) == (quarter.end.year, quarter.end.month)


@pytest.mark.parametrize("wrong", [1.5, True])
def test_figures_that_are_not_exact_are_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="give an int, a Decimal or None"):
        MonthFigure(wrong)
    with pytest.raises(TypeError, match="give an int, a Decimal or None"):
        QuarterValue(Q3, COUNTS, wrong)
    with pytest.raises(TypeError, match="give an int, a Decimal or None"):
        change(wrong, 2)


@pytest.mark.parametrize(("kind", "window"), [(Kind.COUNT, 12), (Kind.SURVEY, 1)])
def test_basis_that_cannot_be_is_refused(kind: Kind, window: int) -> None:
    with pytest.raises(ValueError, match="cover more than one month each"):
        Basis(kind, window=window)


# The quarter average

ROBBERY = counts(18, 19, 31, 32, 30, 32, 35, 34, 36, 34, 37, 26)


def test_quarter_average_of_the_latest_four_includes_the_quarter_reported() -> None:
    """docs/calculations/comparison.md: robbery's 364 in a year are 91 a quarter."""
    assert quarter_average(quarter_values(ROBBERY, COUNTS), Q3, COUNTS) == QuarterAverage(
        AverageDefinition.LATEST_FOUR,
        Decimal(91),
        "the mean of the latest four quarters, this one included (January 2017 to December 2017)",
    )


def test_quarter_average_of_the_previous_four() -> None:
    values = quarter_values(ROBBERY, COUNTS)
    previous = AverageDefinition.PREVIOUS_FOUR
    words = "the mean of the four quarters before this one (January 2017 to December 2017)"
    assert quarter_average(values, Q3.next, COUNTS, definition=previous) == QuarterAverage(previous, Decimal(91), words)
    assert quarter_average(values, Q3, COUNTS, definition=previous) == QuarterAverage(
        previous,
        None,
        "the mean of the four quarters before this one (October 2016 to September 2017)",
        reason="there are no figures for October to December 2016",
    )


def test_quarter_average_of_the_current_phase() -> None:
    phase, words = AverageDefinition.PHASE_MEAN, "three times the current monthly average"
    found = quarter_average({}, Q3, COUNTS, definition=phase, phase_mean=Decimal("32.5"))
    assert found == QuarterAverage(phase, Decimal("97.5"), words)
    assert quarter_average({}, Q3, COUNTS, definition=phase) == QuarterAverage(
        phase, None, words, "there is no current monthly average"
    )
    assert quarter_average({}, Q3, PERCENT, definition=phase, phase_mean=80) == QuarterAverage(
        phase, None, words, "only counts of three months add up to a quarter"
    )


def test_quarter_average_of_rates_is_the_ratio_of_the_years_sums() -> None:
    months = {
        date(2017, month, 1): MonthFigure(numerator=month, denominator=10 * month if month < 10 else 100)
        for month in range(1, 13)
    }
    average = quarter_average(quarter_values(months, PERCENT), Q3, PERCENT)
    assert average.value == Decimal(100) * 78 / 750
    nothing = {Quarter(2016, 4): QuarterValue(Quarter(2016, 4), PERCENT, Decimal(80))}
    stated = quarter_values(months, PERCENT) | nothing
    assert quarter_average(stated, Q3, PERCENT).reason == (
        "January to March 2017 is given without its numerator and denominator, and percentages are not averaged"
    )


@pytest.mark.parametrize(
    ("basis", "reason"),
    [(YEARLY, "figures that share months are not averaged"), (LEVEL, "levels are not averaged")],
)
def test_quarter_average_is_never_one_of_rolling_figures_or_levels(basis: Basis, reason: str) -> None:
    average = quarter_average({}, Q3, basis)
    assert (average.value, average.reason) == (None, reason)


# Changes and the words that follow


@pytest.mark.parametrize(
    ("before", "after", "percent", "words"),
    [
        (11_045, 10_448, -5, "decrease of 5%"),
        (117, 160, 37, "increase of 37%"),
        (1_210, 1_234, 2, "increase of 2%"),  # 1.98: printed as 2, so it is not below 2
        (200, 203, 2, "increase of 2%"),  # 1.5, rounded half up
        (200, 197, -2, "decrease of 2%"),
        (1_000, 1_014, 1, "stable"),
        (1_000, 1_004, 0, "stable"),
        (100, 100, 0, "no change"),
        (500, 5_500, 1_000, "increase of 1,000%"),
        (20, 10, -50, "decrease of 50%"),
        (19, 10, None, "decrease of 9, from 19 to 10"),
        (12, 15, None, "increase of 3, from 12 to 15"),
        (12, 12, None, "no change"),
        (0, 7, None, "increase of 7, from 0 to 7"),
        (None, 7, None, "not known"),
        (7, None, None, "not known"),
    ],
)
def test_change_of_counts(before: int | None, after: int | None, percent: int | None, words: str) -> None:
    assert change(before, after) == Change(before, after, percent, words)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("87.2", "84.0", "decrease of 3.2 points"),
        ("84.0", "84.04", "stable"),
        ("84.0", "84.05", "increase of 0.1 points"),
        ("84.0", "84.0", "no change"),
        ("0", "12", "increase of 12.0 points"),
    ],
)
def test_change_of_percentages_is_in_points(before: str, after: str, words: str) -> None:
    one, other = Decimal(before), Decimal(after)
    assert change(one, other, basis=PERCENT) == Change(one, other, None, words)


def test_change_of_rates_looks_at_what_was_counted() -> None:
    one, other = Decimal("0.20"), Decimal("0.25")
    assert change(one, other, basis=RATE, counted=111).words == "increase of 25%"
    assert change(one, other, basis=RATE).words == "increase of 25%"
    assert change(one, other, basis=RATE, counted=12).words == "increase of 0.05, from 0.20 to 0.25"
    assert change(one, Decimal("0.204"), basis=RATE, counted=12).words == "stable"


def test_change_of_few_minutes_is_not_a_change_of_few_counts() -> None:
    assert change(Decimal("13.1"), Decimal("11.7"), basis=LEVEL).words == "decrease of 11%"
    assert change(Decimal("13.1"), Decimal("11.7"), basis=MINUTES, counted=9).words == (
        "decrease of 1.4, from 13.1 to 11.7"
    )
    assert change(0, Decimal("0.5"), basis=Basis(Kind.LEVEL, places=2)).words == "increase of 0.50, from 0.00 to 0.50"


def test_change_thresholds_are_settings() -> None:
    rules = HouseRules(percent_from=5, stable_within=Decimal(30))
    assert [change(*pair, rules=rules).words for pair in [(5, 9), (10, 12), (4, 6)]] == [
        "increase of 80%",
        "stable",
        "increase of 2, from 4 to 6",
    ]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_change_words_never_contradict_the_sign(before: int, after: int) -> None:
    found = change(before, after)
    assert ("increase" in found.words) <= (after > before)
    assert ("decrease" in found.words) <= (after < before)
    assert (found.words == "no change") == (after == before)
    back = change(after, before)
    assert ("increase" in found.words and "increase" in back.words) is False


@pytest.mark.parametrize(
    ("means", "places"),
    [
        ((Decimal("633.75"),), 0),
        ((10,), 0),
        ((Decimal("9.99"),), 1),
        ((0,), 1),
        ((Decimal("-12.5"),), 0),
        ((33, Decimal("8.25")), 1),
    ],
)
def test_mean_places_are_those_of_the_smaller_mean(means: tuple[Decimal | int, ...], places: int) -> None:
    assert mean_places(*means) == places


@pytest.mark.parametrize(
    ("basis", "places"),
    [
        (COUNTS, 1),
        (Basis(Kind.COUNT, Unit.POUNDS), 0),
        (Basis(Kind.COUNT, places=2), 2),
        (PERCENT, 1),
    ],
)
def test_average_that_is_no_number_of_things_has_the_decimals_of_its_unit(basis: Basis, places: int) -> None:
    assert basis.places_of_average(Decimal("4.25")) == places


@pytest.mark.parametrize(
    ("value", "average", "basis", "place", "words"),
    [
        (3_502, 4_241, COUNTS, Place.BELOW, "below the quarter average"),
        (27, 31, COUNTS, Place.BELOW, "below the quarter average"),
        (160, Decimal("125.25"), COUNTS, Place.ABOVE, "above the quarter average"),
        (97, Decimal("97.25"), COUNTS, Place.EQUAL, "equal to the quarter average"),
        (4, Decimal("4.25"), COUNTS, Place.BELOW, "below the quarter average"),
        (Decimal("84.24"), Decimal("84.19"), PERCENT, Place.EQUAL, "equal to the quarter average"),
        (Decimal("84.25"), Decimal("84.19"), PERCENT, Place.ABOVE, "above the quarter average"),
        (97, None, COUNTS, None, "not known"),
        (None, 97, COUNTS, None, "not known"),
    ],
)
def test_position_follows_from_the_figures_as_printed(
    value: int | None, average: Decimal | None, basis: Basis, place: Place | None, words: str
) -> None:
    assert position(value, average, basis=basis) == Position(place)
    assert Position(place).words == words


def test_compare_gives_all_that_a_report_says_of_a_quarter() -> None:
    """docs/calculations/comparison.md: robbery in October to December 2017."""
    months = ROBBERY | counts(30, 31, 29, first=date(2016, 10, 1))
    found = compare(quarter_values(months, COUNTS), Q3, COUNTS)
    assert (found.last.value, found.previous.value, found.year_before.value) == (97, 105, 90)
    assert found.change == Change(105, 97, -8, "decrease of 8%")
    assert found.change_on_year == Change(90, 97, 8, "increase of 8%")
    assert (found.average.value, found.against_average.words) == (Decimal(91), "above the quarter average")


def test_compare_with_a_quarter_missing_says_why() -> None:
    found = compare(quarter_values(ROBBERY, COUNTS), Q3, COUNTS)
    reason = "there are no figures for October to December 2016"
    assert found.year_before == QuarterValue(Quarter(2016, 3), COUNTS, None, reason=reason)
    assert found.change_on_year == Change(None, 97, None, "not known", reason=reason)


def test_compare_takes_the_definition_of_the_house_or_the_measure() -> None:
    values = quarter_values(ROBBERY, COUNTS)
    rules = HouseRules(average=AverageDefinition.PHASE_MEAN)
    found = compare(values, Q3, COUNTS, rules=rules, phase_mean=33)
    assert (found.average.value, found.against_average.words) == (Decimal(99), "below the quarter average")
    latest = compare(values, Q3, COUNTS, rules=rules, definition=AverageDefinition.LATEST_FOUR)
    assert latest.average.value == 91


def test_compare_of_rolling_figures_takes_only_those_that_share_no_month() -> None:
    values = {
        quarter: QuarterValue(quarter, YEARLY, Decimal(value), covers=f"12 months to {quarter.end:%B %Y}")
        for quarter, value in ((Q3, 85), (Q3.previous, 86), (Quarter(2016, 3), 80))
    }
    found = compare(values, Q3, YEARLY)
    reason = "the figures for the 12 months to December 2017 and the 12 months to September 2017 share 9 months"
    assert found.change == Change(Decimal(86), Decimal(85), None, "not compared", reason)
    assert found.change_on_year == Change(Decimal(80), Decimal(85), None, "increase of 5.0 points")
    assert found.against_average.words == "not known"
    assert "share 3 months" in compare(values, Q3, HALF_YEARLY).change.reason


# The pack's own comparisons

CLAIMS = rows("quarter_claims")


@pytest.mark.parametrize("row", [row for row in CLAIMS if row["pct_change_computed"]], ids=lambda row: row["measure"])
def test_pack_changes_are_computed_as_its_checkers_did(row: Mapping[str, str]) -> None:
    before, after = number_of(row["previous_quarter"]), number_of(row["last_quarter"])
    assert before is not None
    assert after is not None
    exact = percentage_change(before, after)
    assert exact is not None
    assert rounded(exact, 1) == Decimal(row["pct_change_computed"])
    if before >= 20:
        assert change(before, after).percent == rounded(exact, 0)


@pytest.mark.parametrize("row", [row for row in CLAIMS if row["pct_check"]], ids=lambda row: row["measure"])
def test_pack_stated_changes_are_checked(row: Mapping[str, str]) -> None:
    """All but one hold: personal anti-social behaviour fell by 22.5%, not 21%."""
    claimed = int(row["pct_change_claimed"])
    found = claimed_change(claimed, number_of(row["previous_quarter"]), number_of(row["last_quarter"]))
    assert found.agrees is (row["pct_check"] == "ok")
    assert found.computed == Decimal(row["pct_change_computed"])


@pytest.mark.parametrize("row", [row for row in CLAIMS if row["vs_average_check"]], ids=lambda row: row["measure"])
def test_pack_words_beside_the_average_are_checked(row: Mapping[str, str]) -> None:
    """All but two hold: anti-social behaviour and child sexual exploitation lay below, not above."""
    value, average = number_of(row["last_quarter"]), number_of(row["quarter_average"])
    found = claimed_place(Place(row["vs_average_claimed"]), value, average)
    assert found.agrees is (row["vs_average_check"] == "ok")


def test_claims_that_are_wrong_show_both_sides() -> None:
    assert claimed_change(-21, 675, 523) == Check(
        Decimal("-22.5"), -21, agrees=False, words="675 to 523 is a change of −22.5%, not −21%"
    )
    assert claimed_change(-23, 4_533, 3_502).words == "4,533 to 3,502 is a change of −22.7%, as −23%"
    assert claimed_place(Place.ABOVE, 3_502, 4_241) == Check(
        3_502, 4_241, agrees=False, words="3,502 is below 4,241, not above it"
    )
    assert claimed_place(Place.BELOW, 27, 31).words == "27 is below 31"


@pytest.mark.parametrize(("before", "after"), [(None, 1), (1, None), (0, 1)])
def test_claims_about_what_is_not_known_are_not_checked(before: int | None, after: int | None) -> None:
    found = claimed_change(5, before, after)
    assert found == Check(None, 5, None, "not checked: a figure is missing or the first is 0")
    assert claimed_place(Place.ABOVE, None, 3).agrees is None
