"""What a report's sections are composed from: the office, two periods and what each app says of them."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from ambassadors.reporting import AmbassadorsQuarter, AmbassadorsYear
from opcc.core.quarters import Period
from opcc.reference.reporting import Office
from panel.quarterly_report.wording import long_period, short_pair
from performance.reporting import ForceQuarter

Work = TypeVar("Work", AmbassadorsQuarter, AmbassadorsYear)
REPORTS, REGISTER, APPOINTMENTS = (
    "ambassadors' reports of forum meetings",
    "the office's register of concerns",
    "the office's record of appointments",
)


@dataclass(frozen=True)
class Inputs(Generic[Work]):
    """One report's inputs. `before_as_at` is as long after the earlier period as `as_at` is after this one.

    `first` and `second` are the periods whose priorities are compared: the two quarters, or two parts of a year.
    """

    office: Office
    period: Period
    first: Period
    second: Period
    as_at: date
    before_as_at: date
    include_restricted: bool
    now: Work
    then: Work | None
    unit: str = "quarter"  # what the period is called
    force: ForceQuarter | None = None  # how the police force performed; None in a report on another period

    @property
    def last_day(self) -> date:
        """The last day of the period that has passed."""
        return min(self.period.end, self.as_at)

    @property
    def long(self) -> str:
        return long_period(self.period)

    @property
    def pair(self) -> tuple[str, str]:
        """The two compared periods as heads of columns; the year only where they differ in it."""
        return short_pair(self.first, self.second)


AnyInputs = Inputs[AmbassadorsQuarter] | Inputs[AmbassadorsYear]
