"""The measures and areas that a file may name, and what it may have meant by a name that is not one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

from performance.csv_parsing.cells import COUNTS, FORMULA, OTHERS, PERCENTS, POUNDS, Cache, NumberRule
from performance.csv_parsing.problems import CellError

T = TypeVar("T")

_RULES = {"count": COUNTS, "percent": PERCENTS, "pounds": POUNDS}
_TIMES = {"percent": 100, "rate": 1000}
_DASHES = str.maketrans("‐‑‒–—−", "------")


class Kind(StrEnum):
    """How a measure's values come about."""

    COUNT = "count"
    RATE = "rate"  # a numerator over a denominator
    SHARE = "share"  # of the answers to a survey


@dataclass(frozen=True)
class KnownMeasure:
    """A measure as a file may give it.

    units: the words for its unit that a file may use, the usual one first: 'percent, rolling 6 months'. What stands
    before the first comma decides which numbers are allowed: a count is whole, a percent at most 100, and only pounds
    may be negative.
    times: what numerator over denominator is multiplied by; None takes 100 for a percent, 1,000 for a rate, else 1.
    """

    id: int
    units: tuple[str, ...]
    kind: Kind = Kind.COUNT
    times: int | None = None

    @property
    def quantity(self) -> str:
        """'percent' of 'percent, rolling 6 months'."""
        return self.units[0].partition(",")[0].strip().casefold()

    @property
    def rule(self) -> NumberRule:
        """Which numbers it allows."""
        return _RULES.get(self.quantity, OTHERS)

    @property
    def factor(self) -> int:
        """What its numerator over its denominator is multiplied by."""
        return self.times or _TIMES.get(self.quantity, 1)

    def check_unit(self, text: str) -> None:
        """Raise CellError if the text is not its unit."""
        if folded(text) not in {folded(unit) for unit in self.units}:
            raise CellError(f"The unit of this measure is '{self.units[0]}'. Write that, or check the measure.")


@dataclass(frozen=True)
class Known:
    """Every name or code that a file may use for a measure and for an area, and which measure is kept for which area.

    series: by the measure's id and the area's. shared: a name that several areas bear, and what each is called in full.
    """

    measures: Mapping[str, KnownMeasure]
    areas: Mapping[str, int]
    series: Mapping[tuple[int, int], int]
    shared: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def series_of(self, measure: KnownMeasure, area: int) -> int:
        """The series that a row belongs to. Raises CellError."""
        try:
            return self.series[measure.id, area]
        except KeyError:
            raise CellError(
                "This measure is not kept for this area. Correct the area, or add it to the measure first."
            ) from None


class Names(Generic[T]):
    """Finds what a name stands for: as written, or else apart from capitals, spaces and the kind of dash."""

    def __init__(self, kind: str, meant: Mapping[str, T], shared: Mapping[str, Sequence[str]] | None = None) -> None:
        self._kind = kind
        self._meant = meant
        self._shared = {folded(name): in_full for name, in_full in (shared or {}).items()}
        self._advised: Cache[str, str] = Cache(self._advice)  # a wrong name tends to be wrong on many lines
        self._folded: dict[str, list[str]] = {}
        for name in meant:
            self._folded.setdefault(folded(name), []).append(name)

    def find(self, text: str) -> T:
        """What the name stands for. Raises CellError that offers the nearest, which is never taken by itself."""
        if text in self._meant:
            return self._meant[text]
        names = self._folded.get(folded(text), [])
        is_shared = folded(text) in self._shared
        if names and not is_shared and all(self._meant[name] == self._meant[names[0]] for name in names):
            return self._meant[names[0]]
        raise CellError(partial(self._advised.__getitem__, text))

    def _advice(self, text: str) -> str:
        if not text.strip():
            return f"Enter the name or code of the {self._kind}."
        if text.lstrip().startswith("="):
            return FORMULA
        if names := self._shared.get(folded(text), self._folded.get(folded(text))):
            either = "' or '".join(names)
            return f"This could be '{either}'. Write the one you mean, letter for letter."
        near = get_close_matches(folded(text), self._folded, n=1, cutoff=0.6)
        offer = f"Did you mean '{self._folded[near[0]][0]}'? " if near else ""
        return f"This is not a known {self._kind}. {offer}Correct it, or add the {self._kind} first."


def folded(text: str) -> str:
    """A name without what people write differently: capitals, spaces, kinds of dash."""
    return "".join(text.casefold().translate(_DASHES).split())
