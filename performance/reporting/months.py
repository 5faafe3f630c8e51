"""Months by their first days."""

from collections.abc import Iterable
from datetime import date

from opcc.core.quarters import Quarter


def month_after(first: date, count: int) -> date:
    """The month so many after another; before it, if the count is below nought."""
    months = first.year * 12 + first.month - 1 + count
    return date(months // 12, months % 12 + 1, 1)


def months_from(first: date, last: date) -> int:
    """How many months lie from one to the other."""
    return (last.year - first.year) * 12 + last.month - first.month


def months_between(first: date, last: date) -> list[date]:
    """Every month from `first` to `last`, both inside."""
    return [month_after(first, index) for index in range(months_from(first, last) + 1)]


def months_of(quarter: Quarter) -> list[date]:
    """Its three months."""
    return [month_after(quarter.start, index) for index in range(3)]


def last_month_of(quarter: Quarter) -> date:
    """The first day of its last month."""
    return month_after(quarter.start, 2)


def quarters_between(first: Quarter, last: Quarter) -> list[Quarter]:
    """Every quarter from `first` to `last`, both inside."""
    found = []
    while first <= last:
        found.append(first)
        first = first.next
    return found


def few_months(months: Iterable[date]) -> str:
    """'Oct', 'Oct and Dec', 'Oct to Dec', 'Oct, Nov and Jan': in the order given, without their years."""
    known = sorted(months)
    names = [f"{month:%b}" for month in known]
    if len(known) > 2 and months_between(known[0], known[-1]) == known:
        return f"{names[0]} to {names[-1]}"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
