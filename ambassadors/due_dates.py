"""When a forum report and a contact are due. Plain dates in and out."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_BETWEEN = {"monthly": 1, "two_monthly": 2, "quarterly": 3, "six_monthly": 6, "yearly": 12}

NOTICE = timedelta(days=3)  # the first reminder, this long before the due day
REMINDERS_LATE = 5  # one on the first day late, then four, a week apart
LAST_REMINDER = timedelta(weeks=REMINDERS_LATE)  # after the due day; from then on staff telephone


@dataclass(frozen=True)
class Due:
    """A due day seen from `today`. `days_left` is negative once it is past."""

    on: date
    days_left: int

    @property
    def is_overdue(self) -> bool:
        return self.days_left < 0


def report_due_on(met_on: date, *, days: int = 14) -> date:
    """The last day on which the report of a forum that met on `met_on` is in time.

    days: the office's rule, counted from the day of the forum (two weeks in the 2014 scheme).
    """
    return met_on + timedelta(days=days)


def contact_due_on(last_contact_on: date, frequency: str) -> date:
    """The day by which to be in touch again: the same day of the month, or its last day if the month is shorter.

    frequency: a key of MONTHS_BETWEEN. Raises KeyError for another.
    """
    months = last_contact_on.month - 1 + MONTHS_BETWEEN[frequency]
    year, month = last_contact_on.year + months // 12, months % 12 + 1
    return date(year, month, min(last_contact_on.day, monthrange(year, month)[1]))


def seen_from(today: date, due_on: date) -> Due:
    """How a due day looks today."""
    return Due(on=due_on, days_left=(due_on - today).days)


def reminder_for(due_on: date, today: date) -> str | None:
    """The occasion of the reminder that `today` calls for, or None.

    'before' from three days before the due day up to it; 'late-0' in the first week after it, 'late-1' in the second,
    up to 'late-4'. One reminder belongs to each occasion, so a day that was missed is made up on the next.
    """
    days_late = (today - due_on).days
    if -NOTICE.days <= days_late <= 0:
        return "before"
    week = (days_late - 1) // 7
    if 0 <= week < REMINDERS_LATE:
        return f"late-{week}"
    return None
