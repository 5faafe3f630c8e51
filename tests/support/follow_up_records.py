"""Recommendations, actions, letters and the work programme for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from panel import models
from panel.enums import MeetingState, RecommendationState, WorkState
from tests.factories.accounts import UserFactory
from tests.factories.recommendations import (
    ActionFactory,
    EvidenceFactory,
    ItemFactory,
    LetterFactory,
    MoveFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResolutionFactory,
    UpdateFactory,
    VerdictFactory,
    WorkItemFactory,
    sent,
)


def _recommendation(number: int) -> models.Recommendation:
    """One that waits for the Panel, with something in every part; and a resolution that nothing was made of yet."""
    row = RecommendationFactory.create(for_verdict=True)
    ActionFactory.create(recommendation=row)
    UpdateFactory.create(recommendation=row, written_by=UserFactory.create())
    EvidenceFactory.create(recommendation=row)
    VerdictFactory.create(recommendation=row, opinion="partly", update_on=timezone.localdate())
    ResolutionFactory.create()
    return row


def _action(number: int) -> models.PanelAction:
    action = ActionFactory.create(recommendation=None, item=ItemFactory.create())
    UpdateFactory.create(recommendation=None, action=action)
    return action


def _letter(number: int) -> models.PanelLetter:
    letter = LetterFactory.create(meeting__held_on=timezone.localdate() - timedelta(days=100 + number))
    RecommendationFactory.create(resolution__item__meeting=letter.meeting, letter=letter, letter_number=1)
    return letter


def _sent_letter() -> models.PanelLetter:
    letter = LetterFactory.create(meeting__held_on=timezone.localdate() - timedelta(days=99))
    return sent(letter)


def _work_item(number: int) -> models.WorkItem:
    move = MoveFactory.create(work_item__dated=True, moved_by=UserFactory.create())
    return move.work_item


def _planned_work() -> models.WorkItem:
    meeting = PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=60))
    return WorkItemFactory.create(dated=True, meeting=meeting)


def _left_on_a_cancelled_agenda() -> models.WorkItem:
    meeting = PlannedPanelMeetingFactory.create(
        held_on=timezone.localdate() + timedelta(days=61), state=MeetingState.CANCELLED, cancelled_reason="Snow"
    )
    return WorkItemFactory.create(dated=True, meeting=meeting, item=ItemFactory.create(meeting=meeting))


RECORDS: Mapping[type[Model], Callable[[int], Any]] = {
    models.PanelAction: _action,
    models.PanelLetter: _letter,
    models.Recommendation: _recommendation,
    models.WorkItem: _work_item,
}
STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    models.PanelAction: (lambda: ActionFactory.create(done=True),),
    models.PanelLetter: (_sent_letter,),
    models.Recommendation: (
        RecommendationFactory.create,
        lambda: RecommendationFactory.create(state=RecommendationState.SENT),
        lambda: RecommendationFactory.create(answered=True),
        lambda: RecommendationFactory.create(closed=True),
        lambda: RecommendationFactory.create(withdrawn=True),
    ),
    models.WorkItem: (
        WorkItemFactory.create,
        _planned_work,
        _left_on_a_cancelled_agenda,
        lambda: WorkItemFactory.create(standing=True),
        lambda: WorkItemFactory.create(state=WorkState.DROPPED, dropped_reason="Overtaken."),
    ),
}
