"""Text of a cell or a TOML value turned into a value. Each says what to write when it cannot."""

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from django.db.models import TextChoices

from opcc.core.quarters import Quarter

Reader = Callable[[str], Any]


def words(text: str) -> str:
    """Any text; spaces and line breaks become single spaces."""
    return " ".join(text.split())


def paragraph(text: str) -> str:
    """Text that may run over lines; ' | ' starts a new line."""
    return "\n".join(part.strip() for part in text.split("|"))


def day(text: str) -> date | None:
    """A date written 2018-03-19."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text}' is not a date. Write it as 2018-03-19.") from error


def clock_time(text: str) -> time | None:
    """A time written 19:30."""
    if not text:
        return None
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"'{text}' is not a time. Write it as 19:30.") from error


def number(text: str) -> int | None:
    """A whole number of 0 or more."""
    if not text:
        return None
    if not re.fullmatch(r"\d{1,9}", text):
        raise ValueError(f"'{text}' is not a whole number. Write digits only, for example 1200.")
    return int(text)


def decimal(text: str) -> Decimal | None:
    """A number with a full stop before its decimals."""
    if not text:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation as error:
        raise ValueError(f"'{text}' is not a number. Write digits and a full stop, for example 80.5.") from error
    if not value.is_finite():
        raise ValueError(f"'{text}' is not a number. Write digits and a full stop, for example 80.5.")
    return value


def month(text: str) -> date | None:
    """A month written 2017-10, or 2017-10-01: its first day."""
    if not text:
        return None
    try:
        return date.fromisoformat(text if len(text) > len("2017-10") else f"{text}-01").replace(day=1)
    except ValueError as error:
        raise ValueError(f"'{text}' is not a month. Write it as 2017-10.") from error


def quarter(text: str) -> date | None:
    """The first day of a quarter written 2017-18Q3."""
    return Quarter.parse(text).start if text else None


def yes_or_no(text: str) -> bool | None:
    """'yes' or 'no'; empty is not known."""
    if text.lower() not in ("yes", "no", ""):
        raise ValueError(f"'{text}' is neither yes nor no.")
    return {"yes": True, "no": False, "": None}[text.lower()]


def flag(text: str) -> bool:
    """'yes' or 'no'; empty is no."""
    return bool(yes_or_no(text))


def choice(choices: type[TextChoices] | type[StrEnum] | tuple[str, ...]) -> Reader:
    """One of the values of a list of choices."""
    values = list(choices) if isinstance(choices, tuple) else [str(member.value) for member in choices]

    def read(text: str) -> str:
        if text not in values:
            raise ValueError(f"'{text}' is not one of: {', '.join(values)}.")
        return text

    return read


def or_empty(read: Reader) -> Reader:
    """What `read` reads, or nothing at all."""
    return lambda text: read(text) if text else ""


def several(choices: type[TextChoices] | tuple[str, ...]) -> Reader:
    """Values of a list of choices, with spaces between them."""
    one = choice(choices)

    def read(text: str) -> tuple[str, ...]:
        return tuple(one(part) for part in text.split())

    return read
