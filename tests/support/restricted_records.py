"""Restricted registers for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db.models import Model

from panel import models
from tests.factories.recommendations import PlannedPanelMeetingFactory
from tests.factories.restricted import ComplaintFactory, HearingFactory

RECORDS: Mapping[type[Model], Callable[[int], Any]] = {
    models.ComplaintCase: lambda number: ComplaintFactory.create(),
    models.ConfirmationHearing: lambda number: HearingFactory.create(meeting=PlannedPanelMeetingFactory.create()),
}
STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    models.ComplaintCase: (
        lambda: ComplaintFactory.create(serious=True),
        lambda: ComplaintFactory.create(disapplied=True),
    ),
    models.ConfirmationHearing: (
        lambda: HearingFactory.create(vetoed=True),
        lambda: HearingFactory.create(appointed=True),
    ),
}
