"""When something has to be published again, and how it stands today. Plain dates in and out."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from opcc.core.quarters import Quarter

NOTICE = timedelta(days=28)


class Frequency(StrEnum):
    """How often it is published."""

    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    ANNUALLY = "annually"
    BEFORE_YEAR = "before_year"
    ON_CHANGE = "on_change"


FREQUENCY_WORDS = {
    Frequency.MONTHLY: "Every month",
    Frequency.QUARTERLY: "Every quarter",
    Frequency.ANNUALLY: "Every year",
    Frequency.BEFORE_YEAR: "Before each financial year",
    Frequency.ON_CHANGE: "When it changes",
}


class Standing(StrEnum):
    """Where a publication stands."""

    NEVER = "never"
    OVERDUE = "overdue"
    DUE = "due"
    CURRENT = "current"


@dataclass(frozen=True)
class Published:
    """What is known: the day it was last published, the financial year that was for, the day it last changed."""

    last_on: date | None = None
    for_year: int | None = None  # 2018 for the year from 1 April 2018
    changed_on: date | None = None


def next_due(frequency: Frequency, known: Published) -> date | None:
    """The last day on which it is in time again. None: never published yet, or nothing has changed since."""
    if frequency is Frequency.BEFORE_YEAR:
        return None if known.for_year is None else date(known.for_year + 1, 3, 31)
    if known.last_on is None:
        return None
    if frequency is Frequency.ON_CHANGE:
        changed = known.changed_on
        return changed if changed is not None and changed > known.last_on else None
    return _RETURNS[frequency](known.last_on)


def standing(frequency: Frequency, known: Published, today: date) -> Standing:
    """How it stands: never published, overdue, due within four weeks, or current."""
    due = next_due(frequency, known)
    if due is None:
        return Standing.NEVER if _is_missing(frequency, known) else Standing.CURRENT
    if due < today:
        return Standing.OVERDUE
    return Standing.DUE if due - today <= NOTICE else Standing.CURRENT


def _is_missing(frequency: Frequency, known: Published) -> bool:
    return known.for_year is None if frequency is Frequency.BEFORE_YEAR else known.last_on is None


def _end_of_next_month(day: date) -> date:
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return date(year, month, monthrange(year, month)[1])


def _end_of_next_quarter(day: date) -> date:
    return Quarter.containing(day).next.end


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)


_RETURNS = {
    Frequency.MONTHLY: _end_of_next_month,
    Frequency.QUARTERLY: _end_of_next_quarter,
    Frequency.ANNUALLY: _a_year_later,
}
