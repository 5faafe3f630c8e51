"""How the force stands among its peers, with the day its list of peers is of."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from opcc.web.words import nice_date
from performance.enums import Improvement
from performance.models import PeerMember
from performance.queries.books import Kept, PeerValueKept
from performance.reporting.months import month_after

Members = Mapping[int, Sequence[PeerMember]]


def standing(kept: Kept, members: Members, *, until: date) -> str:
    """'6th of 8 (Most similar group, June 2017; its members since 1 November 2013)'; empty where nothing is known.

    The latest by `until`. What a source states comes before what is worked out from the values of the peers.
    """
    stated = [each for each in kept.standings if each.month <= until]
    if stated:
        last = stated[-1]
        return _words(last.rank, last.of, last.group.name, members.get(last.group_id, ()), last.month)
    values = [each for each in kept.peers if each.month <= until]
    if not values:
        return ""
    last_value = values[-1]
    alike = [each for each in values if (each.month, each.group) == (last_value.month, last_value.group)]
    rank = _rank(alike, Improvement(kept.series.measure.improvement))
    if rank is None:
        return ""
    return _words(rank, len(alike), last_value.group_name, members.get(last_value.group, ()), last_value.month)


def _rank(values: Sequence[PeerValueKept], improvement: Improvement) -> int | None:
    """1 is best, and equals share the better rank. None where nothing says what is better, or our own is missing."""
    own = next((each.value for each in values if each.is_own), None)
    if own is None or improvement not in (Improvement.INCREASE, Improvement.DECREASE):
        return None
    return 1 + sum(each.value > own if improvement is Improvement.INCREASE else each.value < own for each in values)


def _words(rank: int, of: int, group: str, members: Iterable[PeerMember], month: date) -> str:
    since = _members_since(members, month_after(month, 1) - timedelta(days=1))
    told = f"; its members since {nice_date(since)}" if since else ""
    return f"{_ordinal(rank)} of {of} ({group}, {month:%B %Y}{told})"


def _members_since(members: Iterable[PeerMember], day: date) -> date | None:
    """From which day the group's list was as it stood on that day."""
    changed: list[date] = []
    for member in members:
        if member.starts_on <= day:
            changed.append(member.starts_on)
        if member.ends_on is not None and member.ends_on < day:
            changed.append(member.ends_on + timedelta(days=1))
    return max(changed, default=None)


def _ordinal(number: int) -> str:
    """'1st', '2nd', '3rd', '11th'."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
