"""What reports and pages receive: frozen values, never rows."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from ambassadors.enums import Timeliness
from opcc.core.quarters import Period, Quarter


@dataclass(frozen=True)
class ReportLine:
    """The report of one meeting. `days_late` counts from the due day to its arrival, or to the day of the count."""

    reference: str
    forum: str
    district: str
    met_on: date
    due_on: date
    received_on: date | None
    timeliness: Timeliness
    days_late: int
    is_synthetic: bool


@dataclass(frozen=True)
class Reports:
    """The reports expected of the meetings of a period."""

    lines: tuple[ReportLine, ...]

    def _number(self, timeliness: Timeliness) -> int:
        return Counter(line.timeliness for line in self.lines)[timeliness]

    @property
    def expected(self) -> int:
        """All, those not due yet included."""
        return len(self.lines)

    @property
    def received(self) -> int:
        """In time or late."""
        return self.in_time + self.late

    @property
    def in_time(self) -> int:
        return self._number(Timeliness.IN_TIME)

    @property
    def late(self) -> int:
        """Received after the due day."""
        return self._number(Timeliness.LATE)

    @property
    def missing(self) -> int:
        """Not received, and the due day is past."""
        return self._number(Timeliness.MISSING)

    @property
    def not_due(self) -> int:
        """Not received, and not due yet."""
        return self._number(Timeliness.NOT_DUE)

    @property
    def overdue_lines(self) -> tuple[ReportLine, ...]:
        """The late and the missing, in the order of their meetings."""
        return tuple(line for line in self.lines if line.timeliness in (Timeliness.LATE, Timeliness.MISSING))


@dataclass(frozen=True)
class Vacancy:
    """An active forum with no ambassador. `since` is the first day without one; `days` counts from it."""

    forum: str
    slug: str
    district: str
    since: date
    days: int
    advertised_on: date | None
    advert_place: str
    advert_closes_on: date | None
    applications_open: int
    filled_from: date | None
    is_synthetic: bool


@dataclass(frozen=True)
class ActionLine:
    """One thing the office did, on its rung of the ladder."""

    level: str
    taken_on: date
    text: str


@dataclass(frozen=True)
class ConcernLine:
    """What was raised and what was done about it. Never who raised it."""

    reference: str
    kind: str
    topic: str
    forum: str
    district: str
    raised: str
    raised_on: date
    actions: tuple[ActionLine, ...]
    reply: str
    state: str
    needed_by: date | None
    replied_on: date | None
    told_on: date | None
    is_overdue: bool
    is_restricted: bool
    is_synthetic: bool

    @property
    def done(self) -> str:
        """The actions in one text, oldest first."""
        return " ".join(action.text for action in self.actions)


@dataclass(frozen=True)
class GoodNews:
    """Good news from an accepted report."""

    forum: str
    district: str
    topic: str
    text: str
    on: date
    is_synthetic: bool


@dataclass(frozen=True)
class ObjectiveLine:
    """An objective of every ambassador: how many were asked, how many reached the target, and the total."""

    title: str
    target: int
    unit: str
    starts_on: date
    ends_on: date
    asked: int
    met: int
    total: int
    is_synthetic: bool


@dataclass(frozen=True)
class Tally:
    """How many of one kind."""

    label: str
    number: int


@dataclass(frozen=True)
class KeyContacts:
    """The ambassadors' networks: contacts kept up on the last day, and those in touch in the period."""

    number: int
    in_touch: int
    overdue: int
    by_kind: tuple[Tally, ...]
    by_means: tuple[Tally, ...]


@dataclass(frozen=True)
class Events:
    """Events attended. `people_met` adds up the `counted` events that gave a number; None if none did."""

    number: int
    counted: int
    people_met: int | None


@dataclass(frozen=True)
class EndedAppointment:
    """An appointment that ended, and why."""

    forum: str
    district: str
    ended_on: date
    reason: str
    is_resignation: bool
    is_synthetic: bool


@dataclass(frozen=True)
class InPost:
    """Places and people on one day. `forums` counts active forums; a person may hold several."""

    forums: int
    appointments: int
    people: int
    with_several: int


@dataclass(frozen=True)
class Work:
    """What every report on the scheme holds, for one period."""

    period: Period
    as_at: date
    includes_restricted: bool
    in_post: InPost
    reports: Reports
    vacancies: tuple[Vacancy, ...]
    concerns: tuple[ConcernLine, ...]
    good_news: tuple[GoodNews, ...]
    objectives: tuple[ObjectiveLine, ...]
    personal_objectives: int
    personal_objectives_met: int
    contacts: KeyContacts
    events: Events


@dataclass(frozen=True)
class AmbassadorsQuarter(Work):
    """The ambassadors' part of a quarterly report."""

    quarter: Quarter


@dataclass(frozen=True)
class AmbassadorsYear(Work):
    """The annual report on the scheme, for a calendar year."""

    year: int
    in_post_at_start: InPost
    appointments_made: int
    ended: tuple[EndedAppointment, ...]
