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
    issue_step,
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


@pytest.mark.parametrize(
    ("year", "by", "last_working_day"),
    [
        (2018, date(2018, 2, 28), date(2018, 2, 28)),
        (2020, date(2020, 2, 29), date(2020, 2, 28)),
        (2026, date(2026, 2, 28), date(2026, 2, 27)),
    ],
)
def test_the_precept_is_issued_before_1_march(year: int, by: date, last_working_day: date) -> None:
    step = issue_step(year)
    assert (step.key, step.by, step.last_working_day, step.source, step.only_after_veto) == (
        "issue",
        by,
        last_working_day,
        "Local Government Finance Act 1992, section 40(5)",
        False,
    )


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
        (StepState.LATER, None, 30),
    ]


def test_standing_overdue_counts_below_nothing() -> None:
    late = standing(2018, Events(notified_on=date(2018, 2, 2)), date(2018, 2, 10))
    assert (late[0].was_late, late[1].state, late[1].days_left) == (True, StepState.NEXT, -2)


def test_replay_of_2018_awaits_the_response_and_then_the_issue() -> None:
    """Supported on 1 February, reported on the 7th, answered and issued on the 28th."""
    reported = [(StepState.DONE, FEB[0], None), (StepState.DONE, date(2018, 2, 7), None)]
    second_round = [(StepState.NOT_NEEDED, None, None)] * 2
    assert states(SUPPORTED, date(2018, 2, 10)) == [
        *reported,
        (StepState.NEXT, None, None),
        *second_round,
        (StepState.LATER, None, 18),
    ]
    assert scrutiny_ended_on(2018, SUPPORTED, date(2018, 2, 10)) is None
    answered = replace(SUPPORTED, responded_on=date(2018, 2, 28))
    assert states(answered, MARCH) == [
        *reported,
        (StepState.DONE, date(2018, 2, 28), None),
        *second_round,
        (StepState.NEXT, None, -1),
    ]
    issued = replace(answered, issued_on=date(2018, 2, 28))
    assert states(issued, MARCH) == [
        *reported,
        (StepState.DONE, date(2018, 2, 28), None),
        *second_round,
        (StepState.DONE, date(2018, 2, 28), None),
    ]
    assert scrutiny_ended_on(2018, issued, MARCH) == date(2018, 2, 28)


def test_the_response_without_a_veto_has_no_day_by_law_and_is_never_late() -> None:
    response = standing(2018, replace(SUPPORTED, responded_on=date(2018, 3, 9)), date(2018, 3, 9))[2]
    assert (response.step.title, response.step.source, response.by, response.was_late) == (
        "The Commissioner responds",
        "Police Reform and Social Responsibility Act 2011, Schedule 5, paragraph 5",
        None,
        False,
    )


@pytest.mark.parametrize(("on", "was_late"), [(date(2018, 2, 28), False), (MARCH, True)])
def test_an_issue_from_1_march_is_late_and_stands(on: date, was_late: bool) -> None:
    events = replace(SUPPORTED, responded_on=date(2018, 2, 28), issued_on=on)
    issue = standing(2018, events, MARCH)[-1]
    assert (issue.state, issue.was_late) == (StepState.DONE, was_late)


def test_standing_after_a_veto_goes_through_the_second_round() -> None:
    assert states(VETOED, date(2018, 2, 9))[2:] == [
        (StepState.NEXT, None, 6),
        (StepState.LATER, None, 13),
        (StepState.LATER, None, 20),
        (StepState.LATER, None, 19),
    ]
    second = replace(REVISED, reviewed_on=date(2018, 2, 21))
    assert scrutiny_ended_on(2018, second, date(2018, 2, 28)) is None
    closed = replace(second, responded_again_on=MARCH, issued_on=MARCH)
    assert scrutiny_ended_on(2018, closed, MARCH) == MARCH
    assert [state for state, _, _ in states(closed, MARCH)] == [StepState.DONE] * 6


@pytest.mark.parametrize(("on", "is_late"), [(date(2018, 2, 8), False), (date(2018, 2, 9), True)])
def test_a_veto_reported_after_8_february_ends_scrutiny(on: date, is_late: bool) -> None:
    events = replace(VETOED, reported_on=on)
    assert veto_is_late(2018, events) is is_late
    assert scrutiny_ended_on(2018, events, on) == (on if is_late else None)


def test_the_proposed_precept_may_be_issued_after_a_late_veto() -> None:
    late = replace(VETOED, reported_on=date(2018, 2, 9), issued_on=date(2018, 2, 9))
    assert states(late, date(2018, 2, 9))[2:] == [
        *[(StepState.NOT_NEEDED, None, None)] * 3,
        (StepState.DONE, date(2018, 2, 9), None),
    ]


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


ANSWERED = replace(SUPPORTED, responded_on=FEB[3], issued_on=MARCH)
SECOND = replace(REVISED, reviewed_on=FEB[3], responded_again_on=MARCH, issued_on=MARCH)


@pytest.mark.parametrize(
    ("events", "issued", "message"),
    [
        (ANSWERED, "203.98", ""),
        (ANSWERED, "201.98", "Issue the precept that was proposed"),
        (replace(ANSWERED, recommended=Decimal("201.98")), "201.98", ""),
        (replace(ANSWERED, recommended=Decimal("201.98")), "202.98", "201.98 or 203.98"),
        (SECOND, "198.00", ""),
        (SECOND, "197.00", "did not reject the revised precept"),
        (replace(SECOND, rejected=True), "197.00", ""),
        (replace(SECOND, rejected=True), "198.01", "issue no more than the revised precept, 198.00"),
        (replace(SECOND, rejected=True, veto=Veto.TOO_LOW, revised=Decimal(205)), "206", ""),
        (replace(SECOND, rejected=True, veto=Veto.TOO_LOW, revised=Decimal(205)), "204", "issue no less than"),
        (replace(VETOED, reported_on=date(2018, 2, 9), issued_on=MARCH), "203.98", ""),
    ],
)
def test_the_precept_that_may_be_issued(events: Events, issued: str, message: str) -> None:
    issue = replace(events, issued=Decimal(issued))
    if not message:
        check(2018, issue, MARCH)
        return
    with pytest.raises(PreceptError, match=message):
        check(2018, issue, MARCH)
