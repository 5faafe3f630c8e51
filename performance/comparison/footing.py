"""Whether figures agree with each other: parts with their total, claims with what they are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from opcc.core.quarters import Quarter
from opcc.documents.figures import number, percentage_change, rounded
from performance.comparison.changes import Place, position
from performance.comparison.quarters import MonthFigure, months_of
from performance.comparison.rules import COUNTS, HOUSE, Basis, HouseRules, Number, exact


@dataclass(frozen=True)
class Check:
    """Two figures that should be one. `agrees` is None where one of them is not known; `words` has both sides."""

    computed: Number | None
    stated: Number | None
    agrees: bool | None
    words: str

    @property
    def difference(self) -> Number | None:
        """What is stated less what is computed."""
        return None if self.computed is None or self.stated is None else self.stated - self.computed


def footing(
    parts: Mapping[str, Number | None], stated: Number | None, *, whole: str, rules: HouseRules = HOUSE
) -> Check:
    """Areas against the area they make up, or any parts against their total, within `footing_tolerance`."""
    exact(*parts.values(), stated)
    missing = [name for name, value in [*parts.items(), (whole, stated)] if value is None]
    if missing or stated is None or not parts:
        words = f"not checked: no figure for {', '.join(missing)}" if missing else f"not checked: {whole} has no parts"
        return Check(None, stated, None, words)
    known = {name: value for name, value in parts.items() if value is not None}
    computed: Number = sum(known.values(), 0)
    agrees = abs(Decimal(stated) - computed) <= rules.footing_tolerance
    added = " + ".join(f"{number(value)} ({name})" for name, value in known.items())
    told = "as it is given" if stated == computed else f"but {whole} is given as {number(stated)}"
    return Check(computed, stated, agrees, f"{added} = {number(computed)}, {told}")


def quarter_footing(
    months: Mapping[date, MonthFigure], quarter: Quarter, stated: Number | None, *, rules: HouseRules = HOUSE
) -> Check:
    """The months of a count against the quarter as it is stated."""
    parts = {f"{month:%B %Y}": months.get(month, MonthFigure()).value for month in months_of(quarter)}
    return footing(parts, stated, whole=quarter.label, rules=rules)


def percent_total(shares: Mapping[str, Number], *, rules: HouseRules = HOUSE) -> Check:
    """Rounded shares of one whole against 100; a difference that rounding can make is said, not mended."""
    exact(*shares.values())
    total: Number = sum(shares.values(), 0)
    agrees = abs(Decimal(total) - 100) <= rules.percent_tolerance
    why = "because each is rounded" if agrees else "so one of them is wrong or missing"
    words = "the shares add to 100%" if total == 100 else f"the shares add to {number(total)}%, {why}"
    return Check(total, 100, agrees, words)


def claimed_change(claimed: Number, before: Number | None, after: Number | None, *, rules: HouseRules = HOUSE) -> Check:
    """A change in per cent as somebody wrote it, against the one that the two figures make."""
    exact(claimed, before, after)
    share = None if before is None or after is None else percentage_change(before, after)
    if share is None or before is None or after is None:
        return Check(None, claimed, None, "not checked: a figure is missing or the first is 0")
    agrees = abs(share - claimed) <= rules.claim_tolerance
    sides = f"{number(before)} to {number(after)} is a change of {number(share, 1)}%"
    return Check(rounded(share, 1), claimed, agrees, f"{sides}, {'as' if agrees else 'not'} {number(claimed)}%")


def claimed_place(claimed: Place, value: Number | None, average: Number | None, *, basis: Basis = COUNTS) -> Check:
    """'Above' or 'below' an average as somebody wrote it, against the two figures."""
    place = position(value, average, basis=basis).place
    if place is None or value is None or average is None:
        return Check(value, average, None, "not checked: a figure is missing")
    sides = f"{number(value)} is {place} {number(average)}"
    return Check(value, average, place is claimed, sides if place is claimed else f"{sides}, not {claimed} it")
