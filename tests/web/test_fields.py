from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from opcc.web.fields import (
    ClockTimeField,
    DatePartsField,
    LongTextField,
    MoneyField,
    ShortTextField,
    WholeNumberField,
)


def _refusal(field: Any, value: Any) -> list[str]:
    with pytest.raises(ValidationError) as refused:
        field.clean(value)
    messages: list[str] = refused.value.messages
    return messages


def test_short_text_becomes_one_line() -> None:
    assert ShortTextField().clean("  Hatton\r\nVillage\tHall ") == "Hatton Village Hall"


@pytest.mark.parametrize("character", ["\0", "\x07", "\x1b", "\u202e", "\x85"])
@pytest.mark.parametrize("field", [ShortTextField(), LongTextField()])
def test_text_refuses_characters_that_cannot_be_shown(field: Any, character: str) -> None:
    assert _refusal(field, f"a{character}b") != []


def test_long_text_keeps_lines_and_counts_each_break_once() -> None:
    assert LongTextField(max_length=3).clean("a\r\nb") == "a\nb"


def test_long_text_does_not_stop_a_paste() -> None:
    assert "maxlength" not in str(LongTextField(max_length=3).widget.render("a", "b"))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        (["27", "3", "2018"], date(2018, 3, 27)),
        ([" 01 ", "March", "2018"], date(2018, 3, 1)),
        (["1", "sep", "2018"], date(2018, 9, 1)),
        (date(2018, 3, 1), date(2018, 3, 1)),
    ],
)
def test_date_parts_become_a_date(typed: Any, day: date) -> None:
    assert DatePartsField().clean(typed) == day


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        (["27", "3", ""], "The date must include a year"),
        (["", "", "2018"], "The date must include a day and a month"),
        (["31", "2", "2018"], "Enter a real date"),
        (["31", "13", "2018"], "Enter a real date"),
        (["31", "spring", "2018"], "Enter a real date"),
        (["x", "2", "2018"], "Enter a real date"),
        (["0", "2", "2018"], "Enter a real date"),
        (["²", "2", "2018"], "Enter a real date"),
        (["27", "3", "18"], "The year must have 4 numbers"),
        (["", "", ""], "This field is required."),
    ],
)
def test_date_parts_say_what_is_missing_or_wrong(typed: list[str], message: str) -> None:
    assert _refusal(DatePartsField(), typed) == [message]


def test_date_parts_left_empty_where_it_may() -> None:
    assert DatePartsField(required=False).clean(["", "", ""]) is None


def test_date_parts_has_changed() -> None:
    field = DatePartsField()

    assert not field.has_changed(date(2018, 3, 1), ["1", "3", "2018"])
    assert field.has_changed(date(2018, 3, 1), ["2", "3", "2018"])
    assert field.has_changed(None, ["32", "3", "2018"])


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("7:30pm", time(19, 30)),
        ("7.30 PM", time(19, 30)),
        ("7 p.m.", time(19)),
        ("19:30", time(19, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("midday", time(12)),
        ("midnight", time(0)),
    ],
)
def test_clock_time_as_people_write_it(typed: str, moment: time) -> None:
    assert ClockTimeField().clean(typed) == moment


@pytest.mark.parametrize("typed", ["7", "25:00", "7:75", "soon", "13pm", "0am"])
def test_clock_time_refuses_what_is_no_time(typed: str) -> None:
    assert _refusal(ClockTimeField(), typed) == ["Enter a time, like 7:30pm"]


def test_numbers_and_money_as_people_write_them() -> None:
    assert WholeNumberField().clean("1,200") == 1200
    assert MoneyField().clean("£24,000.50") == Decimal("24000.50")
    assert _refusal(WholeNumberField(), "a few") == ["Enter a whole number, like 12"]
    assert _refusal(MoneyField(), "lots") == ["Enter an amount in pounds, like 24,000 or 149.50"]
    assert _refusal(MoneyField(), "1.234") == ["Enter an amount with pence to two places, like 149.50"]
