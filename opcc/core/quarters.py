"""Financial quarters: April to June is the first, so 2017-18Q3 is October to December 2017."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NAME = re.compile(r"(\d{4})-(\d{2})Q([1-4])")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


@dataclass(frozen=True, order=True)
class Period:
    """Days from `start` to `end`, both inside."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"A period ends on or after the day it starts, not {self.start} to {self.end}")

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read '2014-01-01:2014-04-01'. Raises ValueError that shows the form."""
        try:
            start, end = (date.fromisoformat(part) for part in text.split(":"))
        except ValueError as error:
            raise ValueError(f"'{text}' is not a period. Write it as 2014-01-01:2014-04-01.") from error
        return cls(start, end)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter of a financial year that starts on 1 April of `year`. `number` is 1 to 4."""

    year: int
    number: int

    def __post_init__(self) -> None:
        if self.number not in (1, 2, 3, 4):
            raise ValueError(f"A quarter is 1, 2, 3 or 4, not {self.number}")

    @classmethod
    def parse(cls, text: str) -> "Quarter":
        """Read '2017-18Q3'. Raises ValueError that shows the form."""
        match = _NAME.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"'{text}' is not a quarter. Write it as 2017-18Q3 (October to December 2017).")
        year, tail, number = int(match[1]), int(match[2]), int(match[3])
        if tail != (year + 1) % 100:
            raise ValueError(f"'{text}' is not a financial year. Write {year}-{(year + 1) % 100:02d}Q{number}.")
        return cls(year, number)

    @classmethod
    def containing(cls, day: date) -> "Quarter":
        """The quarter that the day falls in."""
        if day.month < 4:
            return cls(day.year - 1, 4)
        return cls(day.year, (day.month - 4) // 3 + 1)

    @property
    def start(self) -> date:
        """The first day."""
        if self.number == 4:
            return date(self.year + 1, 1, 1)
        return date(self.year, 3 * self.number + 1, 1)

    @property
    def end(self) -> date:
        """The last day, inside the quarter."""
        return self.next.start - timedelta(days=1)

    @property
    def period(self) -> Period:
        """Its days."""
        return Period(self.start, self.end)

    @property
    def next(self) -> "Quarter":
        return Quarter(self.year + 1, 1) if self.number == 4 else Quarter(self.year, self.number + 1)

    @property
    def previous(self) -> "Quarter":
        return Quarter(self.year - 1, 4) if self.number == 1 else Quarter(self.year, self.number - 1)

    @property
    def label(self) -> str:
        """'October to December 2017', as a reader says it."""
        return f"{_MONTHS[self.start.month - 1]} to {_MONTHS[self.end.month - 1]} {self.end.year}"

    def __str__(self) -> str:
        return f"{self.year}-{(self.year + 1) % 100:02d}Q{self.number}"
