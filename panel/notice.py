"""When papers and questions are due before a meeting, and the weekday a date falls on. Plain dates in and out."""

import re
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

import holidays

from opcc.core.working_days import add_working_days, first_working_day

OFFICE_CLOSES = time(17)
FIRST_YEAR = 2010
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WRITTEN = re.compile(
    r"(?:(?P<weekday>[a-z]+)[\s,]+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?P<month>[a-z]+)[\s,]+(?P<year>\d{4})",
    re.IGNORECASE,
)
_SHORTEST = 3  # letters of a month or a weekday


class MeetingDateError(ValueError):
    """A date that is not one, or not the weekday it is said to be. The message says what to do."""


def latest_publication_date(meeting: date, *, clear_days: int = 5, also_closed: Collection[date] = ()) -> date:
    """The last working day on which the agenda and its papers may be made public.

    clear_days: working days that must lie between that day and the meeting, neither of them counted (section 100B of
    the Local Government Act 1972). also_closed: days on which the office is closed beyond weekends and bank holidays.
    """
    return add_working_days(meeting, -(clear_days + 1), also_closed=also_closed)


def clear_days_before(meeting: date, *, clear_days: int = 5, also_closed: Collection[date] = ()) -> tuple[date, ...]:
    """The clear days themselves, the earliest first: the reason for the publication date."""
    return tuple(add_working_days(meeting, -number, also_closed=also_closed) for number in range(clear_days, 0, -1))


def question_deadline(meeting: date, *, working_days: int = 3, also_closed: Collection[date] = ()) -> date:
    """The last day on which a question of the public is in time.

    working_days: how many before the meeting, the deadline itself counted: 3 before a Monday is the Wednesday.
    """
    return add_working_days(meeting, -working_days, also_closed=also_closed)


def published_on(moment: datetime, *, closes: time = OFFICE_CLOSES, also_closed: Collection[date] = ()) -> date:
    """The day that a publication counts for: after office hours, the next working day. `moment` is London's."""
    day = moment.date() if moment.time() <= closes else moment.date() + timedelta(days=1)
    return first_working_day(day, also_closed=also_closed)


def statutory_breaks(year: int) -> frozenset[date]:
    """The days that the strict count leaves out as well: the Christmas and Easter breaks.

    Section 243 of the Local Government Act 1972: from the last weekday before Christmas Day to the first weekday after
    it that is no bank holiday, and from the Thursday before Good Friday to the Tuesday after Easter Monday.
    """
    before_christmas = _last_weekday_before(date(year, 12, 25))
    after_christmas = first_working_day(date(year, 12, 26))
    calendar = holidays.country_holidays("GB", subdiv="ENG", years=year)
    good_friday = next(day for day, name in calendar.items() if name == "Good Friday")
    easter = _days(good_friday - timedelta(days=1), good_friday + timedelta(days=4))
    return _days(before_christmas, after_christmas) | easter


def read_meeting_date(text: str) -> date:
    """'Thursday 22 November 2018', with or without the weekday. Raises MeetingDateError for a weekday that is not its.

    The error offers the right weekday for the date, and the nearest date with the weekday that was written.
    """
    found = _WRITTEN.fullmatch(" ".join(text.split()))
    month = _place(found["month"], MONTHS) if found else None
    if found is None or month is None:
        raise MeetingDateError(f"'{text.strip()}' is not a date. Write it like this: Monday 19 March 2018.")
    try:
        day = date(int(found["year"]), month + 1, int(found["day"]))
    except ValueError as error:
        raise MeetingDateError(f"There is no {found['day']} {MONTHS[month]} {found['year']}. Check the day.") from error
    if day.year < FIRST_YEAR:
        raise MeetingDateError(f"Panels have met since {FIRST_YEAR + 2}. Check the year {day.year}.")
    if found["weekday"]:
        _check_weekday(day, found["weekday"])
    return day


def _check_weekday(day: date, written: str) -> None:
    weekday = _place(written, WEEKDAYS)
    if weekday is None:
        raise MeetingDateError(f"'{written}' is not a day of the week. {in_words(day)} is the date you wrote.")
    if weekday != day.weekday():
        forward = (weekday - day.weekday()) % 7
        near = day + timedelta(days=forward if forward <= 3 else forward - 7)
        raise MeetingDateError(
            f"{day.day} {MONTHS[day.month - 1]} {day.year} is a {WEEKDAYS[day.weekday()]}, not a {WEEKDAYS[weekday]}. "
            f"Write {in_words(day)}, or {in_words(near)} if the day of the week is right."
        )


def in_words(day: date) -> str:
    """'Thursday 22 November 2018'."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def _place(word: str, names: Collection[str]) -> int | None:
    """Where the word, whole or shortened, stands among the names."""
    if len(word) < _SHORTEST:
        return None
    return next((place for place, name in enumerate(names) if name.lower().startswith(word.lower())), None)


def _last_weekday_before(day: date) -> date:
    day -= timedelta(days=1)
    while day.weekday() >= 5:
        day -= timedelta(days=1)
    return day


def _days(first: date, last: date) -> frozenset[date]:
    return frozenset(first + timedelta(days=number) for number in range((last - first).days + 1))
