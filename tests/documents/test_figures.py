"""Figures: what they print, and that JSON keeps them exactly."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.figures import (
    Figure,
    Unit,
    count_of,
    direction,
    money,
    number,
    percentage,
    percentage_change,
    rounded,
    signed,
    times,
)

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (10_448, Unit.COUNT, "10,448"),
        (-3, Unit.COUNT, "−3"),
        (0, Unit.COUNT, "0"),
        (None, Unit.COUNT, "not known"),
        (Decimal("83.64"), Unit.PERCENT, "83.6%"),
        (Decimal("83.65"), Unit.PERCENT, "83.7%"),
        (84, Unit.PERCENT, "84.0%"),
        (Decimal("-0.04"), Unit.PERCENT, "0.0%"),
        (Decimal(-3), Unit.POINTS, "−3.0 points"),
        (24_000, Unit.POUNDS, "£24,000"),
        (Decimal("1250.50"), Unit.POUNDS, "£1,250.50"),
        (Decimal("-1250.5"), Unit.POUNDS, "−£1,250.50"),
        (Decimal("2.305"), Unit.RATE, "2.31"),
        (1, Unit.DAYS, "1 day"),
        (20, Unit.DAYS, "20 days"),
        (1, Unit.MINUTES, "1.0 minutes"),
        (Decimal("12.25"), Unit.MINUTES, "12.3 minutes"),
        (0, Unit.SECONDS, "0 seconds"),
        (60, Unit.SECONDS, "1 minute"),
        (Decimal("61.2"), Unit.SECONDS, "1 minute 1 second"),
        (Decimal("724.5"), Unit.SECONDS, "12 minutes 5 seconds"),
        (-3, Unit.SECONDS, "−3 seconds"),
    ],
)
def test_figure_text_in_each_unit(value: int | Decimal | None, unit: Unit, text: str) -> None:
    assert Figure("k", "Label", value, unit).text == text
    assert str(Figure("k", "Label", value, unit)) == text


def test_figure_text_places_given() -> None:
    assert Figure("k", "Satisfied", Decimal("83.64"), Unit.PERCENT, places=0).text == "84%"


@pytest.mark.parametrize("value", [1.5, True, "7"])
def test_figure_value_that_is_not_exact_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="give an int, a Decimal or None"):
        Figure("k", "Label", value)  # type: ignore[arg-type]  # the point of the test


def test_figure_value_without_end_is_refused() -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        Figure("k", "Label", Decimal("NaN"))


@given(
    value=st.one_of(st.integers(), DECIMALS, st.none()),
    unit=st.sampled_from(Unit),
    words=st.text(max_size=20),
    as_at=st.one_of(st.none(), st.dates(min_value=date(1, 1, 1))),
    places=st.one_of(st.none(), st.integers(0, 4)),
)
def test_figure_json_gives_the_same_figure(
    value: int | Decimal | None, unit: Unit, words: str, as_at: date | None, places: int | None
) -> None:
    figure = Figure("k", words, value, unit, base=words, source=words, as_at=as_at, places=places)

    again = Figure.from_dict(json.loads(json.dumps(figure.to_dict())))

    assert again == figure
    assert type(again.value) is type(value)


@given(DECIMALS, st.integers(0, 4))
def test_number_shows_what_rounding_gives(value: Decimal, places: int) -> None:
    shown = number(value, places)

    assert Decimal(shown.replace(",", "").replace("−", "-")) == rounded(value, places)
    assert "-" not in shown
    assert not (shown.startswith("−") and set(shown) <= set("−0.,"))


@given(DECIMALS)
def test_signed_shows_a_sign_unless_it_is_nought(value: Decimal) -> None:
    shown = signed(value, 1)

    kept = rounded(value, 1)
    assert shown[0] == ("+" if kept > 0 else "−" if kept < 0 else "0")


def test_signed_whole_numbers() -> None:
    assert [signed(7), signed(-8), signed(0), signed(1_000)] == ["+7", "−8", "0", "+1,000"]


@given(DECIMALS)
def test_direction_agrees_with_the_sign(change: Decimal) -> None:
    assert direction(change) == ("rose" if change > 0 else "fell" if change < 0 else "did not change")


def test_direction_words_given() -> None:
    assert direction(-1, up="more", down="fewer", same="as many") == "fewer"


def test_count_of_one_and_many() -> None:
    assert count_of(1, "forum") == "1 forum"
    assert count_of(0, "forum") == "0 forums"
    assert count_of(1_200, "forum") == "1,200 forums"
    assert count_of(2, "enquiry", "enquiries") == "2 enquiries"


def test_times_in_words() -> None:
    assert [times(1), times(2), times(3)] == ["once", "twice", "3 times"]


def test_money_pence_only_where_there_are_any() -> None:
    assert [money(0), money(Decimal("0.005")), money(Decimal("24000.00"))] == ["£0", "£0.01", "£24,000"]


def test_percentage_worked_example() -> None:
    """docs/calculations/figures.md: 878 of 1,239 expressed preferences; 10,448 crimes after 11,045."""
    share, change = percentage(878, 1_239), percentage_change(11_045, 10_448)

    assert share is not None
    assert change is not None
    assert number(share, 1) == "70.9"
    assert signed(change, 1) == "−5.4"


def test_percentage_of_nothing_is_none() -> None:
    assert percentage(3, 0) is None
    assert percentage_change(0, 3) is None
