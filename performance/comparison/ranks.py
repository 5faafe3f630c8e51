"""Where a force stands in a group of forces, whose membership is that of a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from opcc.documents.figures import NOT_KNOWN
from performance.comparison.rules import Number, exact

_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


@dataclass(frozen=True)
class PeerGroup:
    """Forces that are compared with each other, as the list stood on a day."""

    name: str
    members: frozenset[str]
    as_of: date

    @property
    def words(self) -> str:
        """'Most similar group as of 19 March 2018: Cambridgeshire, … and Wiltshire'."""
        *most, last = sorted(self.members)
        listed = f"{', '.join(most)} and {last}" if most else last
        return f"{self.name} as of {self.as_of.day} {self.as_of:%B %Y}: {listed}"


@dataclass(frozen=True)
class Rank:
    """1 is best. `of` counts the members that have a figure, `without` names those that have none."""

    place: int | None
    of: int
    is_tied: bool
    without: tuple[str, ...]
    group: PeerGroup

    @property
    def text(self) -> str:
        """'6th of 8', 'joint 6th of 8'."""
        if self.place is None:
            return NOT_KNOWN
        return f"{'joint ' if self.is_tied else ''}{ordinal(self.place)} of {self.of}"


def rank(values: Mapping[str, Number | None], own: str, group: PeerGroup, *, highest_is_best: bool) -> Rank:
    """The rank of `own`; equal values share the smaller rank. Forces outside the group are left out.

    Raises ValueError if `own` is not in the group.
    """
    exact(*values.values())
    if own not in group.members:
        raise ValueError(f"{own} is not in the group. {group.words}.")
    known = {force: value for force in group.members if (value := values.get(force)) is not None}
    without = tuple(sorted(group.members - known.keys()))
    mine = known.get(own)
    if mine is None:
        return Rank(None, len(known), is_tied=False, without=without, group=group)
    better = sum(value > mine if highest_is_best else value < mine for value in known.values())
    is_tied = sum(value == mine for value in known.values()) > 1
    return Rank(better + 1, len(known), is_tied, without, group)


def ordinal(place: int) -> str:
    """'1st', '2nd', '3rd', '11th', '22nd'."""
    ending = "th" if place % 100 in (11, 12, 13) else _ENDINGS.get(place % 10, "th")
    return f"{place}{ending}"
