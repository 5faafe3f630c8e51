"""Decisions of the Commissioner and what the office has to publish, as reports and packs read them."""

from datetime import date

from panel import queries
from panel.queries import DecisionLine, DutyLine


def decisions_of(since: date, until: date, *, include_withheld: bool = False) -> tuple[DecisionLine, ...]:
    """Published decisions made in a period, both days inside, and those in progress at its end. One query.

    Of those that are withheld there is the number and the section alone: so a public edition has it. With
    `include_withheld` their words are there too, for an edition that is only for people who may read them.
    """
    return queries.decisions_between(since, until, include_withheld=include_withheld)


def publications_late(today: date) -> tuple[DutyLine, ...]:
    """What the office should have published and has not. One query."""
    return tuple(line for line in queries.checklist(today) if line.is_late)
