"""The worked examples of docs/calculations/due-dates.md, and what holds for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ambassadors.due_dates import MONTHS_BETWEEN, Due, contact_due_on, reminder_for, report_due_on, seen_from

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_report_due_on_counts_from_the_day_of_the_forum() -> None:
    assert report_due_on(date(2018, 2, 27)) == date(2018, 3, 13)
    assert report_due_on(date(2018, 2, 27), days=20) == date(2018, 3, 19)


@pytest.mark.parametrize(
    ("last", "frequency", "due"),
    [
        (date(2018, 1, 8), "quarterly", date(2018, 4, 8)),
        (date(2018, 1, 31), "monthly", date(2018, 2, 28)),
        (date(2020, 1, 31), "monthly", date(2020, 2, 29)),
        (date(2017, 12, 31), "two_monthly", date(2018, 2, 28)),
        (date(2017, 8, 31), "six_monthly", date(2018, 2, 28)),
        (date(2020, 2, 29), "yearly", date(2021, 2, 28)),
    ],
)
def test_contact_due_on_keeps_the_day_of_the_month(last: date, frequency: str, due: date) -> None:
    assert contact_due_on(last, frequency) == due


def test_contact_due_on_refuses_another_frequency() -> None:
    with pytest.raises(KeyError):
        contact_due_on(date(2018, 1, 1), "weekly")


@given(DAYS, st.sampled_from(sorted(MONTHS_BETWEEN)))
def test_contact_due_on_is_that_many_months_on(last: date, frequency: str) -> None:
    due = contact_due_on(last, frequency)
    assert (due.year - last.year) * 12 + due.month - last.month == MONTHS_BETWEEN[frequency]
    assert due.day <= last.day


def test_seen_from_counts_the_days_left() -> None:
    assert seen_from(date(2018, 3, 10), date(2018, 3, 13)) == Due(on=date(2018, 3, 13), days_left=3)
    assert not seen_from(date(2018, 3, 13), date(2018, 3, 13)).is_overdue
    assert seen_from(date(2018, 3, 14), date(2018, 3, 13)).is_overdue


@pytest.mark.parametrize(
    ("days_late", "occasion"),
    [
        (-4, None),
        (-3, "before"),
        (0, "before"),
        (1, "late-0"),
        (7, "late-0"),
        (8, "late-1"),
        (35, "late-4"),
        (36, None),
    ],
)
def test_reminder_for_names_the_occasion(days_late: int, occasion: str | None) -> None:
    due_on = date(2018, 3, 13)
    assert reminder_for(due_on, due_on + timedelta(days=days_late)) == occasion
