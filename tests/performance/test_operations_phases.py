"""Decisions on where a new average begins: who may, once, with a reason, and what they set going."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from performance import operations
from performance.enums import PhaseOrigin, PhaseState
from performance.models import PhaseChange, Series
from tests.factories.accounts import UserFactory
from tests.factories.performance import AnnotationFactory, MeasureFactory
from tests.performance.readings import AT, MARCH_2016, STEPPED, history_of, refreshed, series_of

pytestmark = pytest.mark.django_db
MARCH = date(2017, 3, 1)
DECIDE = (operations.confirm_phase_change, operations.decline_phase_change)


@pytest.fixture
def analyst() -> User:
    user: User = UserFactory.create(roles=[Role.PERFORMANCE_OFFICER])
    return User.objects.get(pk=user.pk)


@pytest.fixture
def change() -> PhaseChange:
    """What the chart proposes, with every summary in step."""
    series_of(STEPPED, first=MARCH_2016)
    refreshed(since=MARCH_2016)
    return PhaseChange.objects.get()


def decided(change: PhaseChange) -> tuple[Any, ...]:
    change.refresh_from_db()
    return change.state, change.reason, change.decided_by, change.decided_at, change.series.stale_from


@pytest.mark.parametrize(
    ("decide", "state", "phases"),
    [
        (operations.confirm_phase_change, PhaseState.CONFIRMED, 2),
        (operations.decline_phase_change, PhaseState.DECLINED, 1),
    ],
)
def test_decision_is_kept_with_who_when_and_why(
    decide: Any, state: PhaseState, phases: int, change: PhaseChange, analyst: User
) -> None:
    found = decide(change=change, reason="  As seen at the meeting ", by=analyst, at=AT)

    assert found == change
    assert decided(change) == (state, "As seen at the meeting", analyst, AT, MARCH)
    assert len(history_of(change.series).phases) == phases
    event = apps.get_model("performance", "PhaseChangeEvent").objects.order_by("-pgh_id")[0]
    assert (event.state, event.pgh_context.metadata) == (
        state,
        {"reason": f"Change of average {state.label.lower()}", "user": analyst.pk},
    )


@pytest.mark.parametrize("decide", DECIDE)
def test_decision_is_made_once(decide: Any, change: PhaseChange, analyst: User) -> None:
    other = PhaseChange.objects.get()
    operations.confirm_phase_change(change=change, reason="Lasting", by=analyst, at=AT)

    with pytest.raises(DomainError) as error:
        decide(change=other, reason="Not lasting", by=analyst, at=AT)
    assert error.value.message == (
        "This was confirmed on 15 January 2018. Take that decision back first to decide anew."
    )
    assert decided(change)[:2] == (PhaseState.CONFIRMED, "Lasting")


@pytest.mark.parametrize("decide", [*DECIDE, operations.take_back_decision])
def test_decision_has_a_reason(decide: Any, change: PhaseChange, analyst: User) -> None:
    with pytest.raises(DomainError, match="Enter the reason for the decision") as error:
        decide(change=change, reason=" ", by=analyst, at=AT)
    assert error.value.field == "reason"
    assert decided(change) == (PhaseState.PROPOSED, "", None, None, None)


@pytest.mark.parametrize("decide", [*DECIDE, operations.take_back_decision])
@pytest.mark.parametrize("role", [Role.TREASURER, Role.PANEL_MEMBER])
def test_decision_is_for_analysts(decide: Any, role: Role, change: PhaseChange) -> None:
    user = User.objects.get(pk=UserFactory.create(roles=[role]).pk)

    with pytest.raises(DomainError, match="does not let you decide where a new average begins"):
        decide(change=change, reason="Lasting", by=user, at=AT)
    assert decided(change) == (PhaseState.PROPOSED, "", None, None, None)


def test_decision_on_a_measure_one_may_not_know_of_is_refused_as_if_there_were_none(
    give: Any, change: PhaseChange
) -> None:
    MeasureFactory._meta.model.objects.update(is_restricted=True)
    user = give(UserFactory.create(roles=[Role.TREASURER]), "change_phasechange")
    fresh = PhaseChange.objects.get()

    with pytest.raises(DomainError, match="There is no such measure"):
        operations.confirm_phase_change(change=fresh, reason="Lasting", by=user, at=AT)


def test_decision_that_is_taken_back_is_a_proposal_again(change: PhaseChange, analyst: User) -> None:
    operations.decline_phase_change(change=change, reason="Not lasting", by=analyst, at=AT)
    Series.objects.update(stale_from=None)

    operations.take_back_decision(change=change, reason="More months came", by=analyst, at=AT)
    assert decided(change) == (PhaseState.PROPOSED, "", None, None, MARCH)
    assert len(history_of(change.series).phases) == 2


def test_decision_that_was_never_made_or_is_no_more_cannot_be_taken_back(change: PhaseChange, analyst: User) -> None:
    with pytest.raises(DomainError, match="There is no such decision any more"):
        operations.take_back_decision(change=change, reason="A slip", by=analyst, at=AT)

    seen = operations.confirm_phase_change(change=change, reason="Lasting", by=analyst, at=AT)
    PhaseChange.objects.update(decided_at=AT.replace(day=16))
    with pytest.raises(DomainError, match="Open the page again"):
        operations.take_back_decision(change=seen, reason="A slip", by=analyst, at=AT)


def started(series: Series, annotation: Any, by: User | None) -> PhaseChange:
    return operations.start_phase_at_annotation(
        series=series, annotation=annotation, reason="A new system", by=by, at=AT
    )


@pytest.mark.parametrize("for_all", [False, True])
def test_phase_starts_at_a_note_by_decision_and_ends_when_that_is_taken_back(for_all: bool, analyst: User) -> None:
    series = series_of()
    note = AnnotationFactory.create(measure=None if for_all else series.measure, month=date(2017, 6, 1))

    change = started(series, note, analyst)
    assert (change.origin, change.annotation, change.effective_from, change.detected_on) == (
        PhaseOrigin.ANNOTATION,
        note,
        note.month,
        note.month,
    )
    assert decided(change) == (PhaseState.CONFIRMED, "A new system", analyst, AT, note.month)
    assert [phase.first for phase in history_of(series).phases][-1] == note.month

    operations.take_back_decision(change=change, reason="A slip", by=analyst, at=AT)
    assert not PhaseChange.objects.exists()
    assert len(history_of(series).phases) == 1
    with pytest.raises(DomainError, match="There is no such decision any more"):
        operations.take_back_decision(change=change, reason="A slip", by=analyst, at=AT)


def test_phase_starts_at_a_note_of_its_own_measure_with_figures_before_it_and_once(analyst: User) -> None:
    series = series_of()
    other = AnnotationFactory.create()
    first = AnnotationFactory.create(measure=series.measure, month=date(2016, 4, 1))
    again = AnnotationFactory.create(measure=None, month=date(2017, 6, 1))
    started(series, AnnotationFactory.create(measure=series.measure, month=date(2017, 6, 1)), analyst)

    for note, message, field in (
        (other, "This note is about another measure. Choose one of this measure.", "annotation"),
        (first, "There are no figures before April 2016, so no average ends there.", "annotation"),
        (again, "A new average begins in that month already.", None),
    ):
        with pytest.raises(DomainError) as error:
            started(series, note, analyst)
        assert (error.value.message, error.value.field) == (message, field)
    assert PhaseChange.objects.count() == 1


def test_phase_is_started_at_a_note_by_analysts_alone() -> None:
    series = series_of()
    user = User.objects.get(pk=UserFactory.create(roles=[Role.TREASURER]).pk)

    with pytest.raises(DomainError, match="does not let you decide"):
        started(series, AnnotationFactory.create(measure=series.measure, month=date(2017, 6, 1)), user)
    assert not PhaseChange.objects.exists()
