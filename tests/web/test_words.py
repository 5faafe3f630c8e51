from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from django.utils.formats import date_format, number_format

from opcc.web import words


def test_dates_in_full() -> None:
    assert words.nice_date(date(2018, 3, 9)) == "9 March 2018"
    assert words.nice_weekday(date(2018, 3, 19)) == "Monday 19 March 2018"


def test_datetimes_are_read_in_london() -> None:
    summer_evening = datetime(2018, 6, 30, 23, 30, tzinfo=UTC)

    assert words.nice_date(summer_evening) == "1 July 2018"
    assert words.nice_datetime(summer_evening) == "1 July 2018, 12:30am"


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (time(10, 30), "10:30am"),
        (time(19), "7pm"),
        (time(12), "midday"),
        (time(0), "midnight"),
        (time(12, 5), "12:05pm"),
        (datetime(2018, 1, 1, 9, 0, tzinfo=UTC), "9am"),
    ],
)
def test_nice_time(moment: Any, said: str) -> None:
    assert words.nice_time(moment) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [(24000, "£24,000"), (Decimal("24000.50"), "£24,000.50"), (Decimal("-3.00"), "−£3"), (0.1, "£0.10")],
)
def test_money(amount: Any, said: str) -> None:
    assert words.money(amount) == said


def test_numbers_have_commas_and_a_real_minus() -> None:
    assert words.number(10447) == "10,447"
    assert words.number(-8) == "−8"
    assert words.number(Decimal("2.345"), 1) == "2.3"
    assert [words.change(value) for value in (7, -8, 0)] == ["+7", "−8", "0"]
    assert words.percent1(Decimal("70.86")) == "70.9%"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2018, 3, 6), "Overdue by 6 days"),
        (date(2018, 3, 11), "Overdue by 1 day"),
        (date(2018, 3, 12), "Due today"),
        (date(2018, 3, 13), "Due tomorrow"),
        (date(2018, 3, 17), "Due in 5 days"),
        (date(2018, 3, 30), "Due 30 March 2018"),
    ],
)
def test_due(day: date, said: str) -> None:
    assert words.due(day, date(2018, 3, 12)) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2018, 3, 12), "today"),
        (date(2018, 3, 11), "yesterday"),
        (date(2018, 3, 6), "6 days ago"),
        (date(2018, 1, 6), "6 January 2018"),
        (date(2018, 4, 1), "1 April 2018"),
    ],
)
def test_ago(day: date, said: str) -> None:
    assert words.ago(day, date(2018, 3, 12)) == said


def test_file_size() -> None:
    assert [words.file_size(size) for size in (820, 45_200, 1_200_000)] == ["820 bytes", "45 KB", "1.2 MB"]


def test_django_writes_dates_the_same_way() -> None:
    assert date_format(date(2018, 3, 9)) == "9 March 2018"
    assert number_format(1234567, force_grouping=True) == "1,234,567"
