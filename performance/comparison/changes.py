"""Changes between two figures, with the words that follow from their sign."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from opcc.documents.figures import NOT_KNOWN, Unit, number, percentage_change, rounded
from performance.comparison.rules import COUNTS, HOUSE, Basis, HouseRules, Kind, Number, exact

STABLE, NO_CHANGE, NOT_COMPARED = "stable", "no change", "not compared"


@dataclass(frozen=True)
class Change:
    """From one figure to a later one. `percent` is whole, and None where counts alone are given or none is known.

    The change of a percentage is in points, and `percent` is None. `reason` says why nothing is compared.
    """

    before: Number | None
    after: Number | None
    percent: int | None
    words: str
    reason: str = ""


class Place(StrEnum):
    """Where a value lies to an average, as both are printed."""

    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal to"


@dataclass(frozen=True)
class Position:
    """A value beside the quarter average: 'above the quarter average'."""

    place: Place | None

    @property
    def words(self) -> str:
        return f"{self.place} the quarter average" if self.place else NOT_KNOWN


def change(
    before: Number | None,
    after: Number | None,
    *,
    basis: Basis = COUNTS,
    counted: Number | None = None,
    rules: HouseRules = HOUSE,
) -> Change:
    """The change and its words: 'increase of 14%', 'stable', 'no change', 'increase of 3, from 12 to 15'.

    100 x (after - before) / before, rounded half away from nought to a whole per cent. From fewer than `percent_from`
    counts, or from nought, no percentage is given; `counted` is that number where the figures are rates. A change of
    fewer than `stable_within` per cent, as printed, is 'stable'. Percentages change in points.
    """
    exact(before, after, counted)
    if before is None or after is None:
        return Change(before, after, None, NOT_KNOWN)
    noun = "increase" if after > before else "decrease"
    share = None if basis.unit is Unit.PERCENT else percentage_change(before, after)
    percent = None if share is None or _is_few(before, basis, counted, rules) else int(rounded(share, 0))
    if before == after:
        words = NO_CHANGE
    elif percent is not None:
        words = STABLE if abs(percent) < rules.stable_within else f"{noun} of {number(abs(percent))}%"
    else:
        words = _in_units(noun, before, after, basis)
    return Change(before, after, percent, words)


def _is_few(before: Number, basis: Basis, counted: Number | None, rules: HouseRules) -> bool:
    """Whether so few were counted that a percentage would say more than they do."""
    few = before if basis.kind is Kind.COUNT else counted
    return few is not None and few < rules.percent_from


def _in_units(noun: str, before: Number, after: Number, basis: Basis) -> str:
    """A change that has no percentage: in points, or in what was counted with both figures."""
    difference = rounded(abs(Decimal(after) - before), basis.decimals)
    if basis.unit is Unit.PERCENT:
        return f"{noun} of {number(difference)} points" if difference else STABLE
    first, last = (number(value, basis.decimals) for value in (before, after))
    return f"{noun} of {number(difference)}, from {first} to {last}" if difference else STABLE


def position(value: Number | None, average: Number | None, *, basis: Basis = COUNTS) -> Position:
    """Where the value lies, by the figures as they are printed."""
    exact(value, average)
    if value is None or average is None:
        return Position(None)
    places = basis.places_of_average(average)
    one, other = rounded(value, places), rounded(average, places)
    if one == other:
        return Position(Place.EQUAL)
    return Position(Place.ABOVE if one > other else Place.BELOW)
