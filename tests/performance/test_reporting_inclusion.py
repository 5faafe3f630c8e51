"""Which measures have a section in a quarter's report, and the words that say why."""

from dataclasses import replace
from datetime import date

import pytest

from opcc.core.quarters import Quarter
from performance.enums import Inclusion, InclusionChoice, SignalKind
from performance.reporting.inclusion import Included, included
from performance.reporting.readings import Reading, SignalSeen
from performance.reporting.stored import without_figures
from tests.factories.performance import SeriesFactory

pytestmark = pytest.mark.django_db


def reading(inclusion: Inclusion, *signals: SignalKind) -> Reading:
    found = without_figures(SeriesFactory.create(measure__inclusion=inclusion), Quarter(2017, 3))
    return replace(found, signals=tuple(SignalSeen(date(2017, 10, 1), kind, "seen") for kind in signals))


@pytest.mark.parametrize(
    ("rule", "signals", "expected"),
    [
        (Inclusion.MONTH_AND_QUARTER, (), Included(True, "by its rule, ‘Month and quarter’")),
        (Inclusion.QUARTER, (), Included(True, "by its rule, ‘Quarter’")),
        (Inclusion.QUARTER_UNLESS_EXCEPTIONAL, (), Included(True, "by its rule, ‘Quarter unless exceptional’")),
        (Inclusion.EXCEPTIONAL, (), Included(False, "no month is exceptional")),
        (Inclusion.EXCEPTIONAL, (SignalKind.SHIFT, SignalKind.TREND), Included(False, "no month is exceptional")),
        (Inclusion.EXCEPTIONAL, (SignalKind.HIGH,), Included(True, "a month is exceptional")),
        (Inclusion.EXCEPTIONAL, (SignalKind.SHIFT, SignalKind.LOW), Included(True, "a month is exceptional")),
        (Inclusion.ADDITIONAL, (SignalKind.HIGH,), Included(False, "by its rule, ‘Additional’")),
    ],
)
def test_included_by_rule(rule: Inclusion, signals: tuple[SignalKind, ...], expected: Included) -> None:
    assert included(reading(rule, *signals)) == expected


def test_included_by_choice_over_the_rule() -> None:
    by_rule = reading(Inclusion.QUARTER)

    assert included(by_rule, InclusionChoice.LEFT_OUT, "Figures come late") == Included(False, "Figures come late")
    assert included(reading(Inclusion.ADDITIONAL), InclusionChoice.INCLUDED, "The Panel asked") == Included(
        True, "The Panel asked"
    )
    assert included(by_rule, InclusionChoice.LEFT_OUT) == Included(False, "leave it out this quarter")


def test_included_says_so_in_words() -> None:
    assert Included(True, "the Panel asked").words == "Included: the Panel asked"
    assert Included(False, "no month is exceptional").words == "Left out: no month is exceptional"
