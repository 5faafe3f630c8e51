"""Where a new average begins: proposed by the charts, decided by an analyst, never by the software alone."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.web.words import nice_date
from performance.enums import PhaseOrigin, PhaseState
from performance.models import Annotation, Observation, PhaseChange, Series
from performance.operations.staleness import mark_stale
from performance.permissions import DECIDE, must_have, must_know_of
from performance.reporting.working import Working

LONGEST_REASON = 500
WHAT = "decide where a new average begins"


@transaction.atomic
def propose_phase_changes(*, workings: Iterable[Working], until: date) -> None:
    """Put the runs that the charts began a phase with before an analyst. What is on record already stays as it is."""
    found = [
        PhaseChange(
            series=working.kept.series,
            origin=PhaseOrigin.RUN,
            effective_from=run.effective_from,
            detected_on=run.detected_on,
            old_mean=run.old_mean,
            new_mean=run.new_mean,
        )
        for working in workings
        if (charted := working.charted(until)) is not None
        for run in charted.moved
        if not run.decision
    ]
    with acting(None, "Found by the rules of the chart"):
        PhaseChange.objects.bulk_create(found, ignore_conflicts=True)


@transaction.atomic
def confirm_phase_change(*, change: PhaseChange, reason: str, by: User | None, at: datetime) -> PhaseChange:
    """Say that the average did move: the new one is no longer a proposal."""
    return _decide(change, PhaseState.CONFIRMED, reason, by, at)


@transaction.atomic
def decline_phase_change(*, change: PhaseChange, reason: str, by: User | None, at: datetime) -> PhaseChange:
    """Say that the average did not move: the chart goes on with the earlier one."""
    return _decide(change, PhaseState.DECLINED, reason, by, at)


@transaction.atomic
def take_back_decision(*, change: PhaseChange, reason: str, by: User | None, at: datetime) -> None:
    """Undo a decision. A run is proposed again; a phase that rests on a note ends. The history keeps both."""
    _may_decide(by, change.series)
    told = _reason(reason)
    own = PhaseChange.objects.filter(pk=change.pk, state=change.state, decided_at=change.decided_at)
    with acting(by, f"Decision taken back: {told}"):
        if change.origin == PhaseOrigin.ANNOTATION:
            moved = own.delete()[0]
        else:
            moved = own.exclude(state=PhaseState.PROPOSED).update(
                state=PhaseState.PROPOSED, decided_by=None, decided_at=None, reason=""
            )
    if not moved:
        raise DomainError("There is no such decision any more. Open the page again to see how it stands.")
    mark_stale(series_ids=[change.series_id], month=change.effective_from)


@transaction.atomic
def start_phase_at_annotation(
    *, series: Series, annotation: Annotation, reason: str, by: User | None, at: datetime
) -> PhaseChange:
    """Begin a new average where the way of recording changed, because an analyst says so."""
    _may_decide(by, series)
    if annotation.measure_id not in (None, series.measure_id):
        raise DomainError("This note is about another measure. Choose one of this measure.", field="annotation")
    before = Observation.objects.current().filter(series=series, month__lt=annotation.month)
    if not before.exclude(value=None).exists():
        raise DomainError(
            f"There are no figures before {annotation.month:%B %Y}, so no average ends there.", field="annotation"
        )
    change = PhaseChange(
        series=series,
        origin=PhaseOrigin.ANNOTATION,
        annotation=annotation,
        effective_from=annotation.month,
        detected_on=annotation.month,
        state=PhaseState.CONFIRMED,
        reason=_reason(reason),
        decided_by=by,
        decided_at=at,
    )
    with acting(by, f"New average from {annotation.month:%B %Y}"):
        save_checked(change)
    mark_stale(series_ids=[series.pk], month=change.effective_from)
    return change


def _decide(change: PhaseChange, state: PhaseState, reason: str, by: User | None, at: datetime) -> PhaseChange:
    _may_decide(by, change.series)
    told = _reason(reason)
    with acting(by, f"Change of average {state.label.lower()}"):
        moved = PhaseChange.objects.filter(pk=change.pk, state=PhaseState.PROPOSED).update(
            state=state, reason=told, decided_by=by, decided_at=at
        )
    change.refresh_from_db()
    if not moved:
        assert change.decided_at is not None, "the database sees to it"
        raise DomainError(
            f"This was {change.get_state_display().lower()} on {nice_date(change.decided_at)}. "
            "Take that decision back first to decide anew."
        )
    mark_stale(series_ids=[change.series_id], month=change.effective_from)
    return change


def _may_decide(by: User | None, series: Series) -> None:
    must_have(by, DECIDE, WHAT)
    must_know_of(by, series.measure)


def _reason(text: str) -> str:
    return worded(text, most=LONGEST_REASON, missing="Enter the reason for the decision.", field="reason")
