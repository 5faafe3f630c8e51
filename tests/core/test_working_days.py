"""Working days in England, against days that the calendar of gov.uk gives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.core.working_days import add_working_days, first_working_day, is_working_day

MOURNING = date(2022, 9, 20)


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2018, 3, 29), True),
        (date(2018, 3, 30), False),  # Good Friday
        (date(2018, 3, 31), False),  # Saturday
        (date(2018, 4, 1), False),  # Sunday
        (date(2018, 4, 2), False),  # Easter Monday, a holiday in England and not in Scotland
        (date(2018, 4, 3), True),
        (date(2018, 11, 30), True),  # St Andrew's Day is Scotland's
        (date(2021, 12, 28), False),  # in place of Boxing Day, a Sunday
        (date(2022, 6, 3), False),  # Platinum Jubilee
    ],
)
def test_is_working_day_follows_england(day: date, works: bool) -> None:
    assert is_working_day(day) is works


def test_is_working_day_takes_days_proclaimed_late() -> None:
    assert is_working_day(MOURNING)
    assert not is_working_day(MOURNING, also_closed={MOURNING})


def test_first_working_day_is_the_day_itself_or_the_next() -> None:
    assert first_working_day(date(2018, 3, 29)) == date(2018, 3, 29)
    assert first_working_day(date(2018, 3, 30)) == date(2018, 4, 3)
    assert first_working_day(date(2018, 3, 30), also_closed=[date(2018, 4, 3)]) == date(2018, 4, 4)


@pytest.mark.parametrize(
    ("number", "day"),
    [(0, date(2018, 3, 29)), (1, date(2018, 4, 3)), (5, date(2018, 4, 9)), (-1, date(2018, 3, 28))],
)
def test_add_working_days_does_not_count_the_day_itself(number: int, day: date) -> None:
    assert add_working_days(date(2018, 3, 29), number) == day


def test_add_working_days_passes_over_days_proclaimed_late() -> None:
    assert add_working_days(date(2022, 9, 16), 1, also_closed=[MOURNING]) == date(2022, 9, 21)


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(1, 30))
def test_add_working_days_there_and_back_is_where_it_began(day: date, number: int) -> None:
    begins = first_working_day(day)
    ends = add_working_days(begins, number)
    assert is_working_day(ends)
    assert ends > begins
    assert add_working_days(ends, -number) == begins
