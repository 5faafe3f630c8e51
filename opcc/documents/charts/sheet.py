"""The sheet that a chart for a screen is drawn on, and how words find room on it. One unit is a CSS pixel."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from opcc.documents.svg import INK

LETTER_WIDTH, WIDE_LETTERS = 0.6, {"%": 1.0, "M": 0.86, "N": 0.75}  # of the type's size


@dataclass(frozen=True)
class Sheet:
    """The size of a drawing and of its type."""

    width: float
    plot: float  # the height of the plot
    size: float  # of the type
    mark: float  # radius of a signal
    most_labels: int | None  # of months; None where each April or every so many months is right
    two_lines: bool  # names at the right edge stand above their values


@dataclass(frozen=True)
class Flag:
    """Words above the plot, at a rule. `ahead` puts them to the right of it."""

    at: float
    words: str
    ahead: bool = False
    dash: str = ""
    colour: str = INK

    def turned(self, sheet: Sheet, left: float) -> bool:
        """Whether the words run to the right of the rule, for want of room at its left."""
        return self.ahead or self.at - width_of(self.words, sheet.size) - 6 < left - 20

    def span(self, sheet: Sheet, left: float) -> tuple[float, float]:
        """From where to where the words run."""
        wide = width_of(self.words, sheet.size)
        if self.turned(sheet, left):
            start = min(self.at + 5, sheet.width - wide)
            return start, start + wide
        return self.at - 5 - wide, self.at - 5


def placed(flags: Iterable[Flag], sheet: Sheet, left: float) -> list[tuple[Flag, int]]:
    """Each with its line of words, counted from the plot upwards, so that no two stand on each other."""
    found: list[tuple[Flag, int]] = []
    for flag in sorted(flags, key=lambda each: (each.at, each.words)):
        start, end = flag.span(sheet, left)
        taken = {
            lane
            for other, lane in found
            for begins, ends in [other.span(sheet, left)]
            if start < ends + 10 and begins < end + 10
        }
        found.append((flag, next(lane for lane in range(len(found) + 1) if lane not in taken)))
    return found


def between(positions: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """The positions moved inside the bounds in their order, no two closer than the gap as far as there is room."""
    moved = list(positions)
    order = sorted(range(len(moved)), key=lambda index: moved[index])
    least = low
    for index in order:
        moved[index] = max(moved[index], least)
        least = moved[index] + gap
    most = high
    for index in reversed(order):
        moved[index] = min(moved[index], most)
        most = moved[index] - gap
    return moved


def in_lines(name: str, value: str, *, two_lines: bool) -> tuple[str, ...]:
    """'Upper limit 43.6' in one line; 'Upper' above '43.6' in two."""
    if two_lines:
        return name.removeprefix("trial ").removesuffix(" limit").capitalize() if name.islower() else name, value
    return (f"{name.capitalize()} {value}" if name.islower() else f"{name}: {value}",)


def width_of(words: str, size: float) -> float:
    """About how wide words are, in the widest face that a browser may choose."""
    return size * sum(WIDE_LETTERS.get(letter, LETTER_WIDTH) for letter in words)
