"""Questions of the public and reviews of the precept for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.db.models import Model
from django.utils import timezone

from panel import models
from tests.factories.precept import PreceptReviewFactory
from tests.factories.questions import PublicQuestionFactory
from tests.factories.recommendations import PlannedPanelMeetingFactory


def _question(number: int) -> models.PublicQuestion:
    meeting = PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=200 + number))
    return PublicQuestionFactory.create(meeting=meeting)


RECORDS: Mapping[type[Model], Callable[[int], Any]] = {
    models.PublicQuestion: _question,
    models.PreceptReview: lambda number: PreceptReviewFactory.create(year=2018 + number),
}
STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    models.PreceptReview: (
        lambda: PreceptReviewFactory.create(year=2060, supported=True),
        lambda: PreceptReviewFactory.create(year=2061, supported=True, responded_on=date(2018, 2, 28)),
        lambda: PreceptReviewFactory.create(year=2062, revised_down=True),
        lambda: PreceptReviewFactory.create(year=2063, rejected=True),
        lambda: PreceptReviewFactory.create(year=2064, issued_as_proposed=True),
    ),
    models.PublicQuestion: (
        lambda: PublicQuestionFactory.create(accepted=True),
        lambda: PublicQuestionFactory.create(refused=True),
        lambda: PublicQuestionFactory.create(answered=True),
    ),
}
