"""The clocks of confirmation hearings, of complaints about the Commissioner and of interests. Plain values, dates out.

Sources: Police Reform and Social Responsibility Act 2011, Schedules 1 and 8; SI 2012/62; Localism Act 2011, sections 30
and 31; domain rules, 3.5 to 3.7.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from opcc.core.working_days import add_working_days

WEEKS_TO_REPORT = 3
DAYS_TO_REGISTER = 28


class RegisterError(ValueError):
    """Dates that cannot be. The message says what to do."""


@dataclass(frozen=True)
class ComplaintDates:
    """By when a complaint is acknowledged, referred (if it must be) and, as the Panel aims, ended."""

    acknowledge_by: date
    refer_by: date | None
    aim: date


def report_on_candidate_by(
    notified_on: date, *, ignored_from: date | None = None, ignored_to: date | None = None
) -> date:
    """The last day for the Panel's report on a candidate: three weeks that begin with the day of the notice.

    Days of a post-election period, both ends included, are not counted. RegisterError where only one end is given, or
    the end comes before the beginning.
    """
    if (ignored_from is None) != (ignored_to is None):
        raise RegisterError("Give both the first and the last day of the time that does not count, or neither.")
    if ignored_from is not None and ignored_to is not None and ignored_to < ignored_from:
        raise RegisterError("The last day that does not count comes before the first. Check both.")
    day, left = notified_on - timedelta(days=1), WEEKS_TO_REPORT * 7
    while left:
        day += timedelta(days=1)
        counts = ignored_from is None or ignored_to is None or not ignored_from <= day <= ignored_to
        left -= counts
    return day


def register_interests_by(since: date) -> date:
    """The last day to notify the monitoring officer of interests: 28 days that begin with the day itself.

    since: the day of joining the Panel, of an interest that is new, or of the meeting at which one was declared that
    does not stand in the register (Localism Act 2011, sections 30(1) and 31(3)). Weekends and holidays count.
    """
    return since + timedelta(days=DAYS_TO_REGISTER - 1)


def complaint_dates(
    *,
    received_on: date,
    must_be_referred_since: date | None,
    acknowledge_days: int,
    aim_weeks: int,
    also_closed: Collection[date] = (),
) -> ComplaintDates:
    """When a complaint is due for what.

    acknowledge_days: working days after receipt. must_be_referred_since: the day on which it became clear that it is
    serious; it is referred by the end of the next day. aim_weeks: the Panel's own target.
    """
    return ComplaintDates(
        acknowledge_by=add_working_days(received_on, acknowledge_days, also_closed=also_closed),
        refer_by=must_be_referred_since + timedelta(days=1) if must_be_referred_since else None,
        aim=received_on + timedelta(weeks=aim_weeks),
    )
