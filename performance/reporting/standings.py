"""How the force stands among its peers, with the day their list is of."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from opcc.web.words import nice_date
from performance.comparison import PeerGroup, ordinal, rank
from performance.enums import Improvement
from performance.models import PeerMember
from performance.queries.books import Kept, PeerValueKept
from performance.reporting.facts import exact
from performance.reporting.months import month_after

Members = Mapping[int, Sequence[PeerMember]]


def standing(kept: Kept, members: Members, *, until: date) -> str:
    """'6th of 8 in June 2017: Most similar group as of 30 June 2017', the latest by `until`; empty where none is known.

    What a source states comes before what is worked out from the values of the peers.
    """
    stated = [each for each in kept.standings if each.month <= until]
    if stated:
        last = stated[-1]
        return _words(f"{ordinal(last.rank)} of {last.of}", last.group.name, last.month)
    values = [each for each in kept.peers if each.month <= until]
    if not values:
        return ""
    alike = [each for each in values if (each.month, each.group) == (values[-1].month, values[-1].group)]
    return _worked_out(alike, members, Improvement(kept.series.measure.improvement))


def _worked_out(values: Sequence[PeerValueKept], members: Members, improvement: Improvement) -> str:
    """By the values of one group in one month; empty where nothing says what is better, or our own is missing."""
    own = next((each.force for each in values if each.is_own), None)
    if own is None or improvement not in (Improvement.INCREASE, Improvement.DECREASE):
        return ""
    first = values[0]
    day = _last_day(first.month)
    on_the_list = {each.force for each in members.get(first.group, ()) if _is_member(each, day)}
    group = PeerGroup(first.group_name, frozenset(on_the_list | {own}), day)
    found = rank(
        {each.force: exact(each.value) for each in values},
        own,
        group,
        highest_is_best=improvement is Improvement.INCREASE,
    )
    return _words(found.text, group.name, first.month)


def _is_member(member: PeerMember, day: date) -> bool:
    return member.starts_on <= day and (member.ends_on is None or member.ends_on >= day)


def _words(place: str, group: str, month: date) -> str:
    return f"{place} in {month:%B %Y}: {group} as of {nice_date(_last_day(month))}"


def _last_day(month: date) -> date:
    return month_after(month, 1) - timedelta(days=1)
