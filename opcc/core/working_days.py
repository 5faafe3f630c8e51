"""Working days in England: not a Saturday, a Sunday or a bank holiday."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache

import holidays


@lru_cache(maxsize=64)
def _bank_holidays(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date, *, also_closed: Collection[date] = ()) -> bool:
    """Whether the day is a working day. `also_closed` adds one-off days proclaimed late."""
    return day.weekday() < 5 and day not in _bank_holidays(day.year) and day not in also_closed


def first_working_day(day: date, *, also_closed: Collection[date] = ()) -> date:
    """The day itself if it is a working day, else the next one."""
    while not is_working_day(day, also_closed=also_closed):
        day += timedelta(days=1)
    return day


def add_working_days(day: date, number: int, *, also_closed: Collection[date] = ()) -> date:
    """The working day `number` working days after `day` (before it, if negative); `day` itself is not counted."""
    step = timedelta(days=1 if number >= 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not is_working_day(day, also_closed=also_closed):
            day += step
    return day
