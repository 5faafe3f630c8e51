"""Reads a commentary beside its figures for what a colleague would mark: figures typed, directions that contradict.

Each finding is a warning: prose may speak of something else. See docs/calculations/wording.md.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from opcc.documents.figures import NOT_KNOWN
from opcc.documents.proofing import Finding, FindingKind

_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z0-9_-]+)\s*\}\}")
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")
_NUMBER = re.compile(r"(?<![\w.,£−-])£?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?%?(?![\w%]|[.,]\d)")
_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})(?:\s+\d{{4}})?|\b(?:19|20)\d{{2}}(?:-\d{{2}})?\b")
_UP = re.compile(r"\b(?:rose|risen|rises?|rising|increas(?:e|es|ed|ing)|grew|grown|higher|up)\b", re.IGNORECASE)
_DOWN = re.compile(
    r"\b(?:fell|fallen|falls?|falling|decreas(?:e|es|ed|ing)|drop(?:s|ped)?|declin(?:e|es|ed|ing)|reduc(?:ed|tions?)"
    r"|lower|down)\b",
    re.IGNORECASE,
)
_STABLE = re.compile(r"\b(?:stable|unchanged|no change)\b", re.IGNORECASE)
_TYPED_CHANGE = re.compile(
    r"\b(?:increase|rise|decrease|fall|drop|reduction|decline) of (\d+(?:\.\d+)?%)", re.IGNORECASE
)
_ABOVE, _BELOW = re.compile(r"\babove\b", re.IGNORECASE), re.compile(r"\bbelow\b", re.IGNORECASE)
_OF_THE_WHOLE = frozenset({"value", "change", "previous"})  # a sentence that names one of these speaks of the change
_SMALLEST = 10  # a smaller number in a sentence is seldom a figure: 'two of 5 districts'


def marked(text: str, figures: Mapping[str, str], *, noun: str = "") -> tuple[Finding, ...]:
    """What disagrees with the figures, or repeats one that should be a placeholder, in the order of the checks.

    figures: as `placeholders.fill` takes them. noun: what the measure counts, 'offences'.
    """
    return (
        *_typed(text, figures, noun),
        *_typed_changes(text, figures),
        *_contradictions(text, figures),
    )


def _typed(text: str, figures: Mapping[str, str], noun: str) -> Iterator[Finding]:
    """Numbers in the prose: one that is a figure should be its placeholder, one of the measure's noun should be one."""
    by_text = {words: key for key, words in reversed(list(figures.items())) if words != NOT_KNOWN}
    prose = _without(_PLACEHOLDER, _without(_DATE, _without(_TYPED_CHANGE, text)))
    for number in _NUMBER.finditer(prose):
        if _size(number[0]) < _SMALLEST and number[0].isdecimal():
            continue
        if number[0] in by_text:
            yield Finding(
                FindingKind.FIGURE,
                number[0],
                f"Write {{{{ {by_text[number[0]]} }}}} in place of {number[0]}, so that a revised figure changes it.",
            )
        elif noun and re.match(rf"\s+{re.escape(noun)}\b", prose[number.end() :], re.IGNORECASE):
            yield Finding(
                FindingKind.FIGURE,
                f"{number[0]} {noun}",
                f"{number[0]} is none of the figures of this measure for the quarter. Check it.",
            )


def _typed_changes(text: str, figures: Mapping[str, str]) -> Iterator[Finding]:
    change = figures.get("change", NOT_KNOWN)
    for typed in _TYPED_CHANGE.finditer(text):
        if change not in (NOT_KNOWN, "") and not re.search(rf"(?<![\d.]){re.escape(typed[1])}", change):
            message = f"The change of the quarter is {change}. Write {{{{ change }}}} or check what this speaks of."
            yield Finding(FindingKind.FIGURE, typed[0], message)


def _contradictions(text: str, figures: Mapping[str, str]) -> Iterator[Finding]:
    for sentence in _BETWEEN_SENTENCES.split(text):
        named = {match[1] for match in _PLACEHOLDER.finditer(sentence)}
        prose = _without(_PLACEHOLDER, sentence)
        if named & _OF_THE_WHOLE:
            yield from _against(sentence, _way, prose, figures.get("change", ""))
        if re.search(r"\baverage\b", prose, re.IGNORECASE):
            yield from _against(sentence, _side, prose, figures.get("against_average", ""))


def _against(sentence: str, read: Callable[[str], str], prose: str, figure: str) -> Iterator[Finding]:
    said, so = read(prose), read(figure)
    if said and so and said != so:
        yield Finding(FindingKind.DIRECTION, sentence, f"The figures say ‘{figure}’, and this says ‘{said}’.")


def _way(words: str) -> str:
    """'up', 'down', 'stable' or, where the words say none or several, nothing."""
    return _one(words, up=_UP, down=_DOWN, stable=_STABLE)


def _side(words: str) -> str:
    """'above', 'below' or nothing."""
    return _one(words, above=_ABOVE, below=_BELOW)


def _one(words: str, **patterns: "re.Pattern[str]") -> str:
    found = [name for name, pattern in patterns.items() if pattern.search(words)]
    return found[0] if len(found) == 1 else ""


def _without(pattern: "re.Pattern[str]", text: str) -> str:
    """The text with blanks where the pattern matched, so that places stay."""
    return pattern.sub(lambda match: " " * len(match[0]), text)


def _size(number: str) -> Decimal:
    return Decimal(number.strip("£%").replace(",", ""))
