"""Where hearings and complaints stand, and how many complaints there were: the numbers alone are for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.db.models.functions import ExtractYear

from opcc.reference import reporting as reference
from panel import register_clocks
from panel.enums import MUST_BE_REFERRED, ComplaintOutcome
from panel.models import ComplaintCase, ConfirmationHearing, PanelRules


@dataclass(frozen=True)
class ComplaintYear:
    """Complaints received in one calendar year, by what came of them."""

    year: int
    received: int
    referred: int
    resolved: int
    not_taken_further: int
    withdrawn: int

    @property
    def under_way(self) -> int:
        return self.received - self.referred - self.resolved - self.not_taken_further - self.withdrawn


def hearing_due(hearing: ConfirmationHearing) -> date:
    """The last day for the Panel's report. No query."""
    return register_clocks.report_on_candidate_by(
        hearing.notified_on, ignored_from=hearing.ignored_from, ignored_to=hearing.ignored_to
    )


def complaint_dates(case: ComplaintCase, rules: PanelRules, closed: frozenset[date]) -> register_clocks.ComplaintDates:
    """By when it is acknowledged, referred and ended. No query."""
    return register_clocks.complaint_dates(
        received_on=case.received_on,
        must_be_referred_since=case.clear_on if case.kind in MUST_BE_REFERRED else None,
        acknowledge_days=rules.acknowledge_days,
        aim_weeks=rules.complaint_weeks,
        also_closed=closed,
    )


def overdue_complaints(rules: PanelRules, today: date) -> list[ComplaintCase]:
    """Open ones with something due that was not done. Two queries."""
    closed = reference.closed_days()
    return [case for case in ComplaintCase.objects.filter(outcome="") if _is_late(case, rules, closed, today)]


def open_hearings() -> Iterable[ConfirmationHearing]:
    """Those without a report or an end, the oldest first. One query."""
    return ConfirmationHearing.objects.filter(outcome="", decision="").order_by("notified_on", "pk")


def complaint_years() -> list[ComplaintYear]:
    """How many complaints there were, by year, the latest first: numbers, no case. One query."""
    counts = {
        "referred": Q(outcome=ComplaintOutcome.REFERRED),
        "resolved": Q(outcome=ComplaintOutcome.RESOLVED),
        "not_taken_further": Q(outcome=ComplaintOutcome.DISAPPLIED),
        "withdrawn": Q(outcome=ComplaintOutcome.WITHDRAWN),
    }
    rows = (
        ComplaintCase.objects.annotate(year=ExtractYear("received_on"))
        .values("year")
        .annotate(received=Count("pk"), **{name: Count("pk", filter=kept) for name, kept in counts.items()})
        .order_by("-year")
    )
    return [ComplaintYear(**row) for row in rows]


def _is_late(case: ComplaintCase, rules: PanelRules, closed: frozenset[date], today: date) -> bool:
    dates = complaint_dates(case, rules, closed)
    unreferred = dates.refer_by is not None and case.referred_on is None and dates.refer_by < today
    return unreferred or dates.aim < today or (case.acknowledged_on is None and dates.acknowledge_by < today)
