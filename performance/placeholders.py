"""Figures in prose: '{{ value }}' stands where a figure is put in when the words are read.

This is not a template language: a placeholder names one figure and nothing else. What is put in stays text, and
whoever prints it escapes it. See docs/calculations/placeholders.md.
"""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

_KEY = re.compile(r"[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*")
# A whole placeholder, or a brace that belongs to none.
_PIECE = re.compile(r"\{\{(?P<inside>[^{}\n]*)\}\}|(?P<stray>\{[{%#]?|[%#}]?\})")
_AROUND = 20  # characters shown on either side of what is wrong
MOST_NEAREST = 3


class PlaceholderError(ValueError):
    """Something that looks like a placeholder and is none. The message says what to do and where it stands."""

    def __init__(self, what: str, *, text: str, start: int, end: int) -> None:
        self.line = text.count("\n", 0, start) + 1
        self.column = start - (text.rfind("\n", 0, start) + 1) + 1
        self.near = _excerpt(text, start, end)
        self.message = f"{what} It is in line {self.line}: ‘{self.near}’."
        super().__init__(self.message)


class UnknownPlaceholder(PlaceholderError):  # noqa: N818 -- what is unknown is a placeholder, not an error
    """A placeholder that names no figure. `nearest` are the known ones most like it, the most like first."""

    def __init__(self, key: str, *, known: Mapping[str, object], text: str, start: int, end: int) -> None:
        self.key = key
        self.nearest = _nearest(key, known)
        meant = " or ".join(f"‘{near}’" for near in self.nearest)
        advice = f"Did you mean {meant}?" if meant else "Choose one from the list of figures."
        super().__init__(f"There is no figure called ‘{key}’. {advice}", text=text, start=start, end=end)


def keys_in(text: str) -> tuple[str, ...]:
    """The figures that the text names, each once, in the order they first stand in it. Raises PlaceholderError."""
    return tuple(dict.fromkeys(key for key, _ in _placeholders(text)))


def fill(text: str, figures: Mapping[str, str]) -> str:
    """The text with each figure in its placeholder's place. Raises PlaceholderError, UnknownPlaceholder for a name.

    What is put in is not looked through for placeholders again.
    """
    parts, done = [], 0
    for key, place in _placeholders(text):
        if key not in figures:
            raise UnknownPlaceholder(key, known=figures, text=text, start=place.start(), end=place.end())
        parts += [text[done : place.start()], figures[key]]
        done = place.end()
    return "".join([*parts, text[done:]])


def _placeholders(text: str) -> Iterator[tuple[str, "re.Match[str]"]]:
    for piece in _PIECE.finditer(text):
        inside = piece["inside"]
        key = inside.strip() if inside is not None else None
        if key is None or not _KEY.fullmatch(key):
            wrong = _wrong_brace(piece["stray"]) if key is None else _wrong_name(key)
            raise PlaceholderError(wrong, text=text, start=piece.start(), end=piece.end())
        yield key, piece


def _wrong_brace(stray: str) -> str:
    if "%" in stray or "#" in stray:
        return "Only figures can be put in, with two braces on each side: {{ value }}."
    return "A brace is left over. Write two braces on each side, in one line: {{ value }}."


def _wrong_name(inside: str) -> str:
    if not inside:
        return "Nothing stands between the braces. Write which figure: {{ value }}."
    if "|" in inside:
        return "A figure is put in as it is, so leave out the ‘|’ and what follows it: {{ value }}."
    if "." in inside:
        return "A figure’s name has no full stop. Choose one from the list of figures: {{ value }}."
    return f"‘{inside}’ is not the name of a figure. Write one name from the list of figures: {{{{ value }}}}."


def _nearest(key: str, known: Mapping[str, object]) -> tuple[str, ...]:
    by_small_letters = {name.lower(): name for name in known}
    return tuple(by_small_letters[near] for near in get_close_matches(key.lower(), by_small_letters, MOST_NEAREST))


def _excerpt(text: str, start: int, end: int) -> str:
    """What is wrong with a few words on either side, on one line."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    words = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{words}{'…' if last < len(text) else ''}"
