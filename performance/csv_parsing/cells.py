"""Reads the cells of an observation file: numbers, months, status words and plain text."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Generic, TypeVar

from performance.csv_parsing.problems import CellError

K = TypeVar("K")
V = TypeVar("V")

WHOLE_FIGURES = 12  # before the point, so that a stored value needs 18 digits
PLACES = 6  # after it; what is written beyond is rounded half up
STATUSES = ("value", "provisional", "revised", "not available")
NOT_AVAILABLE = "not available"
FORMULA = "This is a formula. Copy the column and paste it as values, so that the number itself stands here."

_MOST_CACHED = 50_000
_STEP = Decimal(1).scaleb(-PLACES)
_NUMBER = re.compile(r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_NOT_NUMBERS = (
    (
        re.compile(r"|n/?a|nil|none|not (?:available|known)|[-–—.]+", re.IGNORECASE),
        "Enter a number. If there is none, leave it empty, give the status 'not available' and say why in the note.",
    ),
    (re.compile(r"=.*", re.DOTALL), FORMULA),
    (re.compile(r"#.*"), "This is a spreadsheet's error. Put right what it comes from, or enter the number."),
    (
        re.compile(r".*%"),
        "Leave out the '%' and write the figure alone, such as 84.2; the unit stands in its own column.",
    ),
    (re.compile(r".*[£$€].*|[-0-9.,]+ ?[a-zA-Z]{1,2}"), "Write the number in full, in figures alone, such as 3083000."),
    (re.compile(r"[-0-9.,]+[eE][-+]?[0-9]+"), "A spreadsheet has shortened this number. Write it in full."),
    (re.compile(r".*[0-9)] *[-+*/×−–] *[(0-9].*"), "This is a sum or a range. Write the one number that is meant."),
    (
        re.compile(r"-?[0-9][0-9,]*,[0-9,.]*"),
        "A comma separates thousands, as in 15,136, and a full stop decimals, as in 151.36. Write the one you mean.",
    ),
)
_NOT_A_NUMBER = "This is not a number. Write figures alone, such as 1234 or 84.2."

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_MONTH_NUMBERS = {name: n for n, name in enumerate(_MONTHS, 1)} | {name[:3]: n for n, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBERS["sept"] = 9
_BY_FIGURES = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_BY_NAME = re.compile(r"([a-z]{3,9})(?: ?- ?| )([0-9]{4}|[0-9]{2})")
_MONTH_ADVICE = "This is not a month. Write it as 2017-10 or October 2017."

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Cache(dict[K, V], Generic[K, V]):
    """What texts that were met before came to; a new one is read. Emptied when full, so that memory stays flat.

    A dict, because looking a text up in one costs a tenth of reading it again.
    """

    def __init__(self, read: Callable[[K], V]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: K) -> V:
        came_to = self._read(text)
        if len(self) >= _MOST_CACHED:
            self.clear()
        self[text] = came_to
        return came_to


@dataclass(frozen=True)
class NumberRule:
    """Which numbers a unit allows."""

    is_whole: bool = False
    has_sign: bool = False
    ceiling: int | None = None


COUNTS = NumberRule(is_whole=True)
PERCENTS = NumberRule(ceiling=100)
POUNDS = NumberRule(has_sign=True)
OTHERS = NumberRule()


def number(text: str) -> Decimal:
    """The number as written. Raises CellError that says what to do.

    Figures, an optional minus, commas only between thousands, a full stop before decimals: 1234, 1,234, −3.50.
    """
    bare = text.strip().replace("−", "-")
    if not _NUMBER.fullmatch(bare):
        raise CellError(next((advice for form, advice in _NOT_NUMBERS if form.fullmatch(bare)), _NOT_A_NUMBER))
    figures = bare.replace(",", "")
    if len(figures.lstrip("-0").partition(".")[0]) > WHOLE_FIGURES:
        raise CellError(f"This has more than {WHOLE_FIGURES} figures before the point. Check that none was added.")
    return Decimal(figures)


def value(text: str, rule: NumberRule) -> str:
    """The number in the form that the database reads, where its unit allows it. Raises CellError."""
    if text.isascii() and text.isdecimal() and len(text) <= WHOLE_FIGURES and rule.ceiling is None:
        return str(int(text))
    found = number(text)
    if rule.is_whole and found != found.to_integral_value():
        raise CellError("This is a count, so it is a whole number. Check the figure, or the measure.")
    if found < 0 and not rule.has_sign:
        raise CellError("This cannot be less than nought. Check the figure.")
    if rule.ceiling is not None and found > rule.ceiling:
        raise CellError(f"This is a percentage, so it is at most {rule.ceiling}. Check the figure, or the measure.")
    if rule.is_whole:
        return str(int(found))
    if found.as_tuple().exponent < -PLACES:  # type: ignore[operator]  # a number read from figures is finite
        found = found.quantize(_STEP, rounding=ROUND_HALF_UP)
    return f"{found or abs(found):f}"  # never minus nought


def month(text: str) -> str:
    """The first day of a month, such as 2017-10-01. Raises CellError.

    Read: 2017-10, 2017-10-01, 2017-10-31, Oct-17, Oct 2017, October 2017. A day inside the month is refused, because it
    says that the figure is not a month's. So is 01/10/2017, which is January to some and October to others.
    """
    bare = " ".join(text.split()).casefold()
    if by_figures := _BY_FIGURES.fullmatch(bare):
        year, number_, day = int(by_figures[1]), int(by_figures[2]), int(by_figures[3] or 1)
    elif (by_name := _BY_NAME.fullmatch(bare)) and by_name[1] in _MONTH_NUMBERS:
        year, number_, day = int(by_name[2]), _MONTH_NUMBERS[by_name[1]], 1
        year += 2000 if year < 100 else 0
    else:
        raise CellError(FORMULA if bare.startswith("=") else _MONTH_ADVICE)
    if not 1900 <= year < 2100:
        raise CellError(f"The year {year} is not one that this site keeps figures for. Write the month as 2017-10.")
    if not 1 <= number_ <= 12:
        raise CellError(f"There is no month {number_}. Write it as 2017-10 or October 2017.")
    if day not in (1, monthrange(year, number_)[1]):
        raise CellError(f"This is a day, and a figure is for a month. If it is, write {year}-{number_:02d}.")
    return f"{year}-{number_:02d}-01"


def status(text: str) -> str:
    """One of the status words; nothing is 'value'. Raises CellError."""
    word = " ".join(text.split()).casefold() or STATUSES[0]
    if word not in STATUSES:
        listed = "', '".join(STATUSES[:-1])
        raise CellError(f"This is not a status. Write '{listed}' or '{STATUSES[-1]}'; leave it empty for a value.")
    return word


def is_not_available(text: str) -> bool:
    """Whether a status says that there is no value."""
    return " ".join(text.split()).casefold() == NOT_AVAILABLE


def words(text: str) -> str:
    """Plain text as COPY takes it. Raises CellError for what a text may not hold."""
    bare = text.strip()
    if bare.startswith("="):
        raise CellError(FORMULA)
    if "\x00" in bare or not _is_unicode(bare):
        raise CellError("This holds a character that is not text. Type the cell again.")
    return bare.translate(_ESCAPES)


def source(text: str) -> str:
    """Where a figure comes from, as COPY takes it. Raises CellError where nothing is said."""
    said = words(text)
    if not said:
        raise CellError("Say where the figure comes from, such as 'table' or the name of the report.")
    return said


def _is_unicode(text: str) -> bool:
    """Whether no byte of it was left undecoded."""
    return text.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in text)
