"""When a publication is due again: the worked examples, and what holds for every day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.core.quarters import Quarter
from panel.publication import FREQUENCY_WORDS, Frequency, Published, Standing, next_due, standing
from panel.specified_information import BY_CODE, SPECIFIED

DAYS = st.dates(date(2011, 11, 22), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("frequency", "known", "due"),
    [
        ("monthly", Published(date(2018, 2, 12)), date(2018, 3, 31)),
        ("monthly", Published(date(2017, 12, 31)), date(2018, 1, 31)),
        ("monthly", Published(date(2024, 1, 31)), date(2024, 2, 29)),
        ("quarterly", Published(date(2018, 2, 12)), date(2018, 6, 30)),
        ("quarterly", Published(date(2017, 12, 31)), date(2018, 3, 31)),
        ("annually", Published(date(2018, 2, 12)), date(2019, 2, 12)),
        ("annually", Published(date(2024, 2, 29)), date(2025, 2, 28)),
        ("before_year", Published(date(2018, 2, 28), for_year=2018), date(2019, 3, 31)),
        ("before_year", Published(date(2018, 5, 2), for_year=2018), date(2019, 3, 31)),
        ("on_change", Published(date(2018, 2, 12)), None),
        ("on_change", Published(date(2018, 2, 12), changed_on=date(2018, 2, 12)), None),
        ("on_change", Published(date(2018, 2, 12), changed_on=date(2018, 2, 13)), date(2018, 2, 13)),
        ("monthly", Published(), None),
        ("on_change", Published(changed_on=date(2018, 2, 13)), None),
        ("before_year", Published(date(2018, 2, 28)), None),
    ],
)
def test_next_due_of_the_worked_examples(frequency: str, known: Published, due: date | None) -> None:
    assert next_due(Frequency(frequency), known) == due


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2018, 3, 2), Standing.CURRENT),
        (date(2018, 3, 3), Standing.DUE),  # four weeks before
        (date(2018, 3, 31), Standing.DUE),
        (date(2018, 4, 1), Standing.OVERDUE),
    ],
)
def test_standing_of_the_monthly_example_day_by_day(today: date, expected: Standing) -> None:
    assert standing(Frequency.MONTHLY, Published(date(2018, 2, 12)), today) is expected


@pytest.mark.parametrize("frequency", Frequency)
def test_what_was_never_published_is_said_to_be_so(frequency: Frequency) -> None:
    known = Published(changed_on=date(2018, 1, 1))
    assert standing(frequency, known, date(2018, 3, 1)) is Standing.NEVER


def test_what_changes_rarely_stays_current() -> None:
    assert standing(Frequency.ON_CHANGE, Published(date(2013, 1, 1)), date(2018, 3, 1)) is Standing.CURRENT


@given(DAYS)
def test_next_due_is_within_the_period_after_the_one_it_was_published_in(day: date) -> None:
    known = Published(day)
    month = next_due(Frequency.MONTHLY, known)
    quarter = next_due(Frequency.QUARTERLY, known)
    year = next_due(Frequency.ANNUALLY, known)
    assert month is not None
    assert quarter is not None
    assert year is not None
    assert (month.year * 12 + month.month) - (day.year * 12 + day.month) == 1
    assert (month + timedelta(days=1)).day == 1
    assert quarter == Quarter.containing(day).next.end
    assert year.year - day.year == 1
    assert day < month <= quarter < year


def test_the_list_names_each_thing_once_and_in_the_order_of_the_paragraphs() -> None:
    assert len(BY_CODE) == len(SPECIFIED) == 31
    numbers = [item.paragraph.rstrip("ABC)(abcdefg") for item in SPECIFIED]
    assert numbers == sorted(numbers, key=int)
    assert set(FREQUENCY_WORDS) == {item.frequency for item in SPECIFIED}


def test_the_order_itself_sets_how_often_the_money_is_published() -> None:
    set_by_order = {item.paragraph: item.frequency for item in SPECIFIED if item.is_set_by_order}
    before = dict.fromkeys(("3(a)", "3(b)", "3(c)", "3(d)", "3(e)"), Frequency.BEFORE_YEAR)
    assert set_by_order == {**before, "3(f)": Frequency.MONTHLY, "3(g)": Frequency.MONTHLY}
