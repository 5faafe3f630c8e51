"""Publication dates, question deadlines and weekdays, against the vectors and the calendar itself."""

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.core.working_days import is_working_day
from panel.notice import (
    MeetingDateError,
    clear_days_before,
    in_words,
    latest_publication_date,
    published_on,
    question_deadline,
    read_meeting_date,
    statutory_breaks,
)

with (Path(__file__).parents[1] / "data" / "vectors_clear_days.csv").open(encoding="utf-8", newline="") as file:
    VECTORS = [{key: value for key, value in row.items() if key != "weekday"} for row in csv.DictReader(file)]
MEETINGS = st.dates(date(2010, 2, 1), date(2040, 12, 31))


@pytest.mark.parametrize("row", VECTORS, ids=lambda row: row["meeting_date"])
def test_vectors_of_clear_days_hold(row: dict[str, str]) -> None:
    meeting = date.fromisoformat(row["meeting_date"])
    assert {
        "meeting_date": row["meeting_date"],
        "latest_publication_5_clear_days": latest_publication_date(meeting).isoformat(),
        "question_deadline_3_working_days": question_deadline(meeting).isoformat(),
        "question_deadline_3_clear_working_days": question_deadline(meeting, working_days=4).isoformat(),
    } == row


def test_the_worked_example_names_its_clear_days() -> None:
    """19 March 2018: Monday to Friday of the week before lie between Friday 9 March and the meeting."""
    assert clear_days_before(date(2018, 3, 19)) == tuple(date(2018, 3, day) for day in (12, 13, 14, 15, 16))


@pytest.mark.parametrize(
    ("meeting", "published"),
    [
        (date(2012, 6, 13), date(2012, 6, 1)),  # 4 June moved, 5 June extra: 6, 7, 8, 11, 12 lie between
        (date(2022, 9, 23), date(2022, 9, 14)),  # 19 September 2022 was proclaimed
        (date(2023, 5, 12), date(2023, 5, 3)),  # 8 May 2023 was proclaimed
        (date(2020, 5, 15), date(2020, 5, 6)),  # the early May holiday moved to Friday 8 May 2020
        (date(2011, 5, 4), date(2011, 4, 20)),  # Easter, 29 April 2011 and 2 May
    ],
)
def test_moved_and_one_off_bank_holidays_count(meeting: date, published: date) -> None:
    assert latest_publication_date(meeting) == published


def test_days_named_by_hand_are_left_out() -> None:
    closed = {date(2018, 3, 14)}
    assert latest_publication_date(date(2018, 3, 19), also_closed=closed) == date(2018, 3, 8)
    assert question_deadline(date(2018, 3, 19), also_closed=closed) == date(2018, 3, 13)


@given(meeting=MEETINGS, clear_days=st.integers(1, 10))
def test_exactly_the_clear_days_lie_between(meeting: date, clear_days: int) -> None:
    published = latest_publication_date(meeting, clear_days=clear_days)
    between = [published + timedelta(days=n) for n in range(1, (meeting - published).days)]
    assert is_working_day(published)
    assert tuple(day for day in between if is_working_day(day)) == clear_days_before(meeting, clear_days=clear_days)


def test_the_strict_count_drops_the_breaks_of_christmas_and_easter() -> None:
    assert statutory_breaks(2018) == {
        *(date(2018, 3, 29) + timedelta(days=n) for n in range(6)),  # Thursday to the Tuesday after Easter Monday
        *(date(2018, 12, 24) + timedelta(days=n) for n in range(4)),  # Monday before Christmas to Thursday 27
    }
    meeting = date(2018, 4, 5)
    assert latest_publication_date(meeting) == date(2018, 3, 26)
    assert latest_publication_date(meeting, also_closed=statutory_breaks(2018)) == date(2018, 3, 22)


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (datetime(2018, 3, 9, 17, 0), date(2018, 3, 9)),
        (datetime(2018, 3, 9, 17, 1), date(2018, 3, 12)),
        (datetime(2018, 3, 10, 9, 0), date(2018, 3, 12)),
        (datetime(2018, 3, 29, 18, 0), date(2018, 4, 3)),
    ],
)
def test_after_office_hours_the_next_working_day_counts(moment: datetime, counts: date) -> None:
    assert published_on(moment, closes=time(17)) == counts


@pytest.mark.parametrize(
    "text",
    [
        "Monday 19 March 2018",
        "19 March 2018",
        "mon 19 mar 2018",
        "Monday, 19th March, 2018",
        "  Monday  19 March 2018 ",
    ],
)
def test_a_date_is_read_with_and_without_its_weekday(text: str) -> None:
    assert read_meeting_date(text) == date(2018, 3, 19)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Wednesday 22 November 2018",
            (
                "22 November 2018 is a Thursday, not a Wednesday. Write Thursday 22 November 2018, or "
                "Wednesday 21 November 2018 if the day of the week is right."
            ),
        ),
        (
            "Monday 22 November 2018",
            (
                "22 November 2018 is a Thursday, not a Monday. Write Thursday 22 November 2018, or "
                "Monday 19 November 2018 if the day of the week is right."
            ),
        ),
        (
            "Smarchday 22 November 2018",
            "'Smarchday' is not a day of the week. Thursday 22 November 2018 is the date you wrote.",
        ),
        ("31 February 2018", "There is no 31 February 2018. Check the day."),
        ("22/11/2018", "'22/11/2018' is not a date. Write it like this: Monday 19 March 2018."),
        ("22 Foo 2018", "'22 Foo 2018' is not a date. Write it like this: Monday 19 March 2018."),
        ("22 November 1918", "Panels have met since 2012. Check the year 1918."),
    ],
)
def test_a_date_that_does_not_hold_is_refused_with_what_to_do(text: str, message: str) -> None:
    with pytest.raises(MeetingDateError) as refused:
        read_meeting_date(text)
    assert str(refused.value) == message


@given(day=MEETINGS)
def test_every_date_in_words_is_read_back(day: date) -> None:
    assert read_meeting_date(in_words(day)) == day
