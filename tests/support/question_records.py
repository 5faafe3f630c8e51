"""Questions of the public for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from panel import models
from tests.factories.questions import PublicQuestionFactory
from tests.factories.recommendations import PlannedPanelMeetingFactory


def _question(number: int) -> models.PublicQuestion:
    meeting = PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=200 + number))
    return PublicQuestionFactory.create(meeting=meeting)


RECORDS: Mapping[type[Model], Callable[[int], Any]] = {models.PublicQuestion: _question}
STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    models.PublicQuestion: (
        lambda: PublicQuestionFactory.create(accepted=True),
        lambda: PublicQuestionFactory.create(refused=True),
        lambda: PublicQuestionFactory.create(answered=True),
    ),
}
