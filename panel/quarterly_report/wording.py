"""How the report writes days, lists and comparisons. Direction words come from the sign, never from a hand."""

from collections.abc import Iterable
from datetime import date

from opcc.core.quarters import Period
from opcc.documents.figures import count_of, direction, number
from opcc.web.words import nice_date

MOST_ROWS = 200
_DIGITS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def short_day(day: date | None) -> str:
    """'4 Oct 2017' without a place to break, for a cell; empty where there is none."""
    return f"{day.day}\u00a0{day:%b}\u00a0{day.year}" if day else ""


def short_period(period: Period) -> str:
    """'Jul to Sep 2017', or with days where it does not fill its months: '1 Jan to 1 Apr 2014'."""
    start, end = period.start, period.end
    whole = start.day == 1 and _is_last_of_month(end)
    first = f"{start:%b}" if whole else f"{start.day} {start:%b}"
    last = f"{end:%b}" if whole else f"{end.day} {end:%b}"
    if start.year != end.year:
        first = f"{first} {start.year}"
    return f"{first} to {last} {end.year}"


def short_pair(first: Period, second: Period) -> tuple[str, str]:
    """Two periods side by side: without the year where both lie in one."""
    words = short_period(first), short_period(second)
    if first.start.year == second.end.year:
        return words[0].rsplit(" ", 1)[0], words[1].rsplit(" ", 1)[0]
    return words


def long_period(period: Period) -> str:
    """'July to September 2017', or '1 January to 1 April 2014'."""
    start, end = period.start, period.end
    if start.day == 1 and _is_last_of_month(end):
        first = f"{start:%B} {start.year}" if start.year != end.year else f"{start:%B}"
        return f"{first} to {end:%B %Y}" if (start.year, start.month) != (end.year, end.month) else f"{end:%B %Y}"
    first = nice_date(start) if start.year != end.year else f"{start.day} {start:%B}"
    return f"{first} to {nice_date(end)}"


def _is_last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def listed(names: Iterable[str]) -> str:
    """'Parking', 'parking and speeding', 'parking, speeding and burglary'."""
    words = list(names)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def was(count: int) -> str:
    """'was' for one, 'were' for any other number."""
    return "was" if count == 1 else "were"


def of(part: int, whole: int, singular: str, plural: str = "") -> str:
    """'2 of the 30 forums', 'all 30 forums', 'both forums', 'none of the 30 forums', 'the one forum'."""
    if whole == 0:
        return f"no {plural or singular + 's'}"
    if whole == 1:
        return f"the one {singular}" if part else f"not the one {singular}"
    if part == whole:
        return f"both {plural or singular + 's'}" if whole == 2 else f"all {count_of(whole, singular, plural)}"
    return f"{'none' if part == 0 else number(part)} of the {count_of(whole, singular, plural)}"


def cap_note(total: int, note: str = "") -> str:
    """What stands under a table whose rows were too many to print."""
    if total <= MOST_ROWS:
        return note
    cut = f"The first {number(MOST_ROWS)} of {number(total)} rows are printed; the office holds the rest."
    return f"{cut} {note}".strip()


def lower_first(text: str) -> str:
    """The text inside a sentence: a small first letter, unless the word is an abbreviation."""
    return text if text[:2].isalpha() and text[:2].isupper() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """The text at the start of a sentence: a capital first letter, and a number below ten as a word."""
    first, space, rest = text.partition(" ")
    if first.isdecimal() and len(first) == 1:
        text = f"{_DIGITS[int(first)]}{space}{rest}"
    return text[:1].upper() + text[1:]


def against(before: int | None, after: int) -> str:
    """', up from 14', ', down from 15', ', as before'; nothing where the earlier number is not known."""
    if before is None:
        return ""
    if before == after:
        return ", as before"
    return f", {direction(after - before, up='up', down='down')} from {number(before) if before else 'none'}"
