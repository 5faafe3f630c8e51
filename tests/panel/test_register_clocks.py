"""When a report on a candidate, each step of a complaint, and a member's interests are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.register_clocks import (
    ComplaintDates,
    RegisterError,
    complaint_dates,
    register_interests_by,
    report_on_candidate_by,
)

NOTIFIED = date(2018, 3, 1)


def test_three_weeks_begin_with_the_day_of_the_notice() -> None:
    assert report_on_candidate_by(NOTIFIED) == date(2018, 3, 21)


def test_a_post_election_period_does_not_count() -> None:
    ignored = {"ignored_from": date(2018, 3, 8), "ignored_to": date(2018, 3, 14)}
    assert report_on_candidate_by(NOTIFIED, **ignored) == date(2018, 3, 28)


@given(start=st.integers(-40, 60), length=st.integers(0, 60))
def test_twenty_one_days_count_whatever_is_ignored(start: int, length: int) -> None:
    first = NOTIFIED + timedelta(days=start)
    last = first + timedelta(days=length)
    due = report_on_candidate_by(NOTIFIED, ignored_from=first, ignored_to=last)
    days = [NOTIFIED + timedelta(days=number) for number in range((due - NOTIFIED).days + 1)]
    assert len([day for day in days if not first <= day <= last]) == 21
    assert not first <= due <= last


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(NOTIFIED, None, "or neither"), (None, NOTIFIED, "or neither"), (date(2018, 3, 2), NOTIFIED, "Check both")],
)
def test_half_a_period_is_refused(first: date | None, last: date | None, words: str) -> None:
    with pytest.raises(RegisterError, match=words):
        report_on_candidate_by(NOTIFIED, ignored_from=first, ignored_to=last)


def test_a_complaint_before_easter() -> None:
    assert complaint_dates(
        received_on=date(2018, 3, 29), must_be_referred_since=date(2018, 4, 3), acknowledge_days=5, aim_weeks=8
    ) == ComplaintDates(date(2018, 4, 9), date(2018, 4, 4), date(2018, 5, 24))


def test_a_complaint_that_is_not_serious_is_not_referred() -> None:
    dates = complaint_dates(
        received_on=date(2018, 3, 29), must_be_referred_since=None, acknowledge_days=5, aim_weeks=12,
        also_closed=[date(2018, 4, 9)],
    )  # fmt: skip
    assert dates == ComplaintDates(date(2018, 4, 10), None, date(2018, 6, 21))


@pytest.mark.parametrize(
    ("since", "by"),
    [
        (date(2018, 3, 1), date(2018, 3, 28)),
        (date(2017, 5, 15), date(2017, 6, 11)),  # a Sunday: it does not move
        (date(2020, 2, 10), date(2020, 3, 8)),
    ],
)
def test_register_interests_by_counts_the_day_itself(since: date, by: date) -> None:
    assert register_interests_by(since) == by
