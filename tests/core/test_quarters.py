"""Financial quarters and periods."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.core.quarters import Period, Quarter

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("name", "start", "end", "label"),
    [
        ("2017-18Q1", date(2017, 4, 1), date(2017, 6, 30), "April to June 2017"),
        ("2017-18Q2", date(2017, 7, 1), date(2017, 9, 30), "July to September 2017"),
        ("2017-18Q3", date(2017, 10, 1), date(2017, 12, 31), "October to December 2017"),
        ("2017-18Q4", date(2018, 1, 1), date(2018, 3, 31), "January to March 2018"),
        ("1999-00Q3", date(1999, 10, 1), date(1999, 12, 31), "October to December 1999"),
    ],
)
def test_quarter_parse_knows_its_days(name: str, start: date, end: date, label: str) -> None:
    quarter = Quarter.parse(f" {name} ")
    assert (str(quarter), quarter.period, quarter.label) == (name, Period(start, end), label)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017Q3", "Write it as 2017-18Q3"),
        ("2017-18Q5", "Write it as 2017-18Q3"),
        ("", "Write it as 2017-18Q3"),
        ("2017-19Q3", "Write 2017-18Q3"),
    ],
)
def test_quarter_parse_of_anything_else_shows_the_form(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Quarter.parse(text)


@pytest.mark.parametrize("number", [0, 5, -1])
def test_quarter_has_a_number_from_one_to_four(number: int) -> None:
    with pytest.raises(ValueError, match="1, 2, 3 or 4"):
        Quarter(2017, number)


@given(DAYS)
def test_quarter_containing_holds_the_day_and_joins_its_neighbours(day: date) -> None:
    quarter = Quarter.containing(day)
    assert day in quarter.period
    assert quarter.next.start == quarter.end + timedelta(days=1)
    assert quarter.next.previous == quarter
    assert quarter.previous < quarter < quarter.next
    assert Quarter.parse(str(quarter)) == quarter


def test_period_parse_holds_both_ends() -> None:
    period = Period.parse("2014-01-01:2014-04-01")
    days = (date(2013, 12, 31), date(2014, 1, 1), date(2014, 4, 1), date(2014, 4, 2))
    assert [day in period for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2014-01-01", "Write it as"),
        ("2014-01-01:x", "Write it as"),
        ("2014-02-30:2014-03-01", "Write it as"),
        ("2014-04-01:2014-01-01", "ends on or after"),
    ],
)
def test_period_parse_of_anything_else_says_why(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Period.parse(text)
