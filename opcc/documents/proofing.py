"""Reads finished prose for what a colleague would mark: a placeholder left in, a weekday that is not the date's."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PLACEHOLDER = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\{\{|\}\}"  # of templates
    r"|\bT\.?B\.?[CAD]\b\.?|\b[xX]{2,}\b|\?{2,}"  # of people
    r"|\[(?:insert|add|date|name)\b[^\]]*\]|\blorem ipsum\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"\b({'|'.join(_DAYS)}),?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+({'|'.join(_MONTHS)}),?\s+(\d{{4}})\b",
    re.IGNORECASE,
)
_TWO_SPACES = re.compile(r"(\S+)[ \u00a0]{2,}(\S+)")


class FindingKind(StrEnum):
    """What sort of fault."""

    PLACEHOLDER = "placeholder"
    DATE = "date"
    SPACING = "spacing"
    QUOTES = "quotes"
    FIGURE = "figure"  # found where prose is read beside its figures
    DIRECTION = "direction"


@dataclass(frozen=True)
class Finding:
    """A fault: its kind, the words it stands in, and what to do about it."""

    kind: FindingKind
    text: str
    message: str


def proofread(text: str) -> tuple[Finding, ...]:
    """Every fault of the text, in the order of the checks, then of the text. An empty tuple is a clean text."""
    return tuple(finding for check in _CHECKS for finding in check(text))


def _placeholders(text: str) -> Iterator[Finding]:
    for match in _PLACEHOLDER.finditer(text):
        if not re.fullmatch(r"[xX]{2,3}", match[0]) or not _roman(text, match):
            yield Finding(FindingKind.PLACEHOLDER, match[0], f"Replace '{match[0]}' with what belongs there.")


def _roman(text: str, match: "re.Match[str]") -> bool:
    """Whether XX or XXX stands for a number: after a word such as Part or Schedule."""
    return match[0].isupper() and bool(
        re.search(r"\b(?:Part|Chapter|Schedule|Article|Title|Book)\s$", text[: match.start()])
    )


def _weekdays(text: str) -> Iterator[Finding]:
    for match in _DATED.finditer(text):
        day, month, year = int(match[2]), [name.lower() for name in _MONTHS].index(match[3].lower()) + 1, int(match[4])
        try:
            right = _DAYS[date(year, month, day).weekday()]
        except ValueError:
            yield Finding(
                FindingKind.DATE, match[0], f"There is no {day} {_MONTHS[month - 1]} {year}. Correct the date."
            )
            continue
        if match[1].lower() != right.lower():
            message = f"{day} {_MONTHS[month - 1]} {year} is a {right}. Correct the day or the date."
            yield Finding(FindingKind.DATE, match[0], message)


def _spacing(text: str) -> Iterator[Finding]:
    for match in _TWO_SPACES.finditer(text):
        yield Finding(FindingKind.SPACING, match[0], "Leave one space between these words.")


def _quotes(text: str) -> Iterator[Finding]:
    """Double quotation marks are counted in each paragraph; an apostrophe looks like a single one, so those are not."""
    for paragraph in text.splitlines():
        opened, closed, straight = (paragraph.count(mark) for mark in '“”"')
        if opened != closed or straight % 2:
            words = paragraph.strip()
            shown = words if len(words) <= 80 else f"{words[:79]}…"
            yield Finding(FindingKind.QUOTES, shown, "A quotation in this paragraph is not opened or not closed.")


_CHECKS: tuple[Callable[[str], Iterator[Finding]], ...] = (_placeholders, _weekdays, _spacing, _quotes)
