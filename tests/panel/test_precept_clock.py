"""The five dates by law, the majority of a veto, and what may follow what."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.precept_clock import (
    Events,
    PreceptError,
    StepState,
    Veto,
    check,
    scrutiny_ended_on,
    standing,
    steps,
    veto_carried,
    veto_is_late,
)

FEB = [date(2018, 2, day) for day in (1, 8, 15, 22)]
MARCH = date(2018, 3, 1)
SUPPORTED = Events(notified_on=FEB[0], proposed=Decimal("203.98"), reported_on=date(2018, 2, 7))
VETOED = replace(SUPPORTED, veto=Veto.TOO_HIGH)
REVISED = replace(VETOED, responded_on=date(2018, 2, 14), revised=Decimal("198.00"))


def test_the_dates_of_2018_are_thursdays_and_working_days() -> None:
    assert [(step.key, step.by, step.last_working_day, step.only_after_veto) for step in steps(2018)] == [
        ("notify", FEB[0], FEB[0], False),
        ("report", FEB[1], FEB[1], False),
        ("response", FEB[2], FEB[2], True),
        ("second-review", FEB[3], FEB[3], True),
        ("second-response", MARCH, MARCH, True),
    ]
    assert {step.by.weekday() for step in steps(2018)} == {3}


def test_the_dates_do_not_move_for_the_sundays_of_2026() -> None:
    assert [(step.by, step.last_working_day) for step in steps(2026)] == [
        (date(2026, 2, 1), date(2026, 1, 30)),
        (date(2026, 2, 8), date(2026, 2, 6)),
        (date(2026, 2, 15), date(2026, 2, 13)),
        (date(2026, 2, 22), date(2026, 2, 20)),
        (date(2026, 3, 1), date(2026, 2, 27)),
    ]


def test_each_step_names_its_rule_and_its_source() -> None:
    assert [(bool(step.title), bool(step.rule), step.source) for step in steps(2018)] == [
        (True, True, f"SI 2012/2271, regulation {number}") for number in range(3, 8)
    ]


def test_steps_of_a_year_before_there_were_panels_are_refused() -> None:
    with pytest.raises(PreceptError, match="since 2013"):
        steps(2012)


@pytest.mark.parametrize(("members", "needed"), [(12, 8), (13, 9), (11, 8), (3, 2), (1, 1)])
def test_veto_carried_takes_two_thirds_of_all_members(members: int, needed: int) -> None:
    assert [votes for votes in range(members + 1) if veto_carried(votes=votes, members=members)] == [
        *range(needed, members + 1)
    ]


@given(members=st.integers(1, 400), data=st.data())
def test_veto_carried_is_the_exact_fraction(members: int, data: st.DataObject) -> None:
    votes = data.draw(st.integers(0, members))
    assert veto_carried(votes=votes, members=members) is (Fraction(votes, members) >= Fraction(2, 3))


@pytest.mark.parametrize(("votes", "members"), [(0, 0), (-1, 12), (13, 12)])
def test_veto_carried_refuses_votes_that_cannot_be(votes: int, members: int) -> None:
    with pytest.raises(PreceptError):
        veto_carried(votes=votes, members=members)


def states(events: Events, today: date) -> list[tuple[StepState, date | None, int | None]]:
    return [(at.state, at.done_on, at.days_left) for at in standing(2018, events, today)]


def test_standing_before_anything_counts_the_days() -> None:
    assert states(Events(), date(2018, 1, 29)) == [
        (StepState.NEXT, None, 3),
        (StepState.LATER, None, 10),
        *[(StepState.IF_VETOED, None, None)] * 3,
    ]


def test_standing_overdue_counts_below_nothing() -> None:
    late = standing(2018, Events(notified_on=date(2018, 2, 2)), date(2018, 2, 10))
    assert (late[0].was_late, late[1].state, late[1].days_left) == (True, StepState.NEXT, -2)


def test_replay_of_2018_needs_no_further_step_and_ends_with_the_response() -> None:
    """Supported on 1 February, reported on the 7th, answered on the 28th."""
    assert states(SUPPORTED, date(2018, 2, 10)) == [
        (StepState.DONE, FEB[0], None),
        (StepState.DONE, date(2018, 2, 7), None),
        *[(StepState.NOT_NEEDED, None, None)] * 3,
    ]
    assert scrutiny_ended_on(2018, SUPPORTED, date(2018, 2, 10)) is None
    answered = replace(SUPPORTED, responded_on=date(2018, 2, 28), issued_on=date(2018, 2, 28))
    check(2018, answered, date(2018, 2, 28))
    assert scrutiny_ended_on(2018, answered, MARCH) == date(2018, 2, 28)


def test_standing_after_a_veto_goes_through_the_second_round() -> None:
    assert states(VETOED, date(2018, 2, 9))[2:] == [
        (StepState.NEXT, None, 6),
        (StepState.LATER, None, 13),
        (StepState.LATER, None, 20),
    ]
    second = replace(REVISED, reviewed_on=date(2018, 2, 21))
    assert scrutiny_ended_on(2018, second, date(2018, 2, 28)) is None
    closed = replace(second, responded_again_on=MARCH, issued_on=MARCH)
    assert scrutiny_ended_on(2018, closed, MARCH) == MARCH
    assert [state for state, _, _ in states(closed, MARCH)] == [StepState.DONE] * 5


@pytest.mark.parametrize(("on", "is_late"), [(date(2018, 2, 8), False), (date(2018, 2, 9), True)])
def test_a_veto_reported_after_8_february_ends_scrutiny(on: date, is_late: bool) -> None:
    events = replace(VETOED, reported_on=on)
    assert veto_is_late(2018, events) is is_late
    assert scrutiny_ended_on(2018, events, on) == (on if is_late else None)


def test_the_proposed_precept_may_be_issued_after_a_late_veto() -> None:
    late = replace(VETOED, reported_on=date(2018, 2, 9), issued_on=date(2018, 2, 9))
    assert states(late, date(2018, 2, 9))[2:] == [(StepState.NOT_NEEDED, None, None)] * 3


@pytest.mark.parametrize("reviewed_on", [None, date(2018, 2, 23)])
def test_without_a_second_report_by_22_february_scrutiny_ends(reviewed_on: date | None) -> None:
    events = replace(REVISED, reviewed_on=reviewed_on)
    assert scrutiny_ended_on(2018, events, date(2018, 2, 22)) is None
    assert scrutiny_ended_on(2018, events, date(2018, 2, 23)) == FEB[3]


@pytest.mark.parametrize(
    ("veto", "revised", "allowed"),
    [
        (Veto.TOO_HIGH, "203.97", True),
        (Veto.TOO_HIGH, "203.98", False),
        (Veto.TOO_HIGH, "203.99", False),
        (Veto.TOO_LOW, "203.99", True),
        (Veto.TOO_LOW, "203.98", False),
        (Veto.TOO_LOW, "203.97", False),
    ],
)
def test_the_revised_precept_moves_the_way_the_veto_asks(veto: Veto, revised: str, allowed: bool) -> None:
    events = replace(REVISED, veto=veto, revised=Decimal(revised))
    if allowed:
        check(2018, events, FEB[2])
    else:
        with pytest.raises(PreceptError, match="the revised precept must be"):
            check(2018, events, FEB[2])


@pytest.mark.parametrize(
    ("events", "message"),
    [
        (Events(veto=Veto.TOO_LOW), "A veto is part of"),
        (Events(reported_on=FEB[1]), "before the notice"),
        (replace(SUPPORTED, reported_on=date(2018, 1, 31)), "came before the notice"),
        (replace(SUPPORTED, responded_on=date(2018, 2, 6)), "response came before"),
        (replace(SUPPORTED, revised=Decimal(190)), "Only a veto reported by 8 February"),
        (replace(VETOED, reported_on=date(2018, 2, 9), revised=Decimal(190)), "Only a veto reported by 8 February"),
        (replace(VETOED, responded_on=FEB[2]), "gives a revised precept"),
        (replace(REVISED, reviewed_on=FEB[3], second_veto=Veto.TOO_HIGH), "cannot veto twice"),
        (replace(SUPPORTED, issued_on=FEB[3]), "Record the response first"),
        (replace(SUPPORTED, responded_on=FEB[3], issued_on=FEB[2]), "before scrutiny ended"),
        (replace(REVISED, issued_on=FEB[2]), "Record the response first"),
    ],
)
def test_what_the_law_does_not_allow_is_refused(events: Events, message: str) -> None:
    with pytest.raises(PreceptError, match=message):
        check(2018, events, FEB[2])
