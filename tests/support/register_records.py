"""Decisions, their papers and the publication checklist for the tests that open all of the staff's pages."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.db.models import Model

from panel import models
from panel.specified_information import SPECIFIED
from tests.factories.accounts import UserFactory
from tests.factories.register import (
    WRITTEN_AT,
    AttachmentFactory,
    CommissionerTermFactory,
    DecisionFactory,
    DutyFactory,
    FoiExemptionFactory,
    PublicationFactory,
)


def _decision(number: int) -> models.Decision:
    """One in progress with a paper."""
    row = DecisionFactory.create(published_by=UserFactory.create(), published_at=WRITTEN_AT)
    AttachmentFactory.create(decision=row, added_by=UserFactory.create())
    return row


def _attachment(number: int) -> models.DecisionAttachment:
    return AttachmentFactory.create(decision=DecisionFactory.create(), added_by=UserFactory.create())


def _duty(number: int) -> models.PublicationDuty:
    code = SPECIFIED[number % len(SPECIFIED)].code
    duty = DutyFactory.create(code=code, owner_role="", owner=UserFactory.create())
    PublicationFactory.create(duty=duty, recorded_by=UserFactory.create())
    return duty


def _withheld(number: int) -> models.FoiExemption:
    claim = FoiExemptionFactory.create(review_on=date(2018, 6, 1), decided_by=UserFactory.create())
    DecisionFactory.create(exemption=claim)
    return claim


RECORDS: Mapping[type[Model], Callable[[int], Any]] = {
    models.CommissionerTerm: lambda number: CommissionerTermFactory.create(number=number % 90 + 1),
    models.Decision: _decision,
    models.DecisionAttachment: _attachment,
    models.FoiExemption: _withheld,
    models.PublicationDuty: _duty,
}
STATES: Mapping[type[Model], tuple[Callable[[], Any], ...]] = {
    models.Decision: (
        DecisionFactory.create,
        lambda: DecisionFactory.create(public=True, is_force_business=True, chief_officer_on=date(2018, 2, 1)),
        lambda: DecisionFactory.create(public=True, exempt=True),
        lambda: DecisionFactory.create(withdrawn=True),
    ),
    models.DecisionAttachment: (
        AttachmentFactory.create,
        lambda: AttachmentFactory.create(exemption=FoiExemptionFactory.create()),
    ),
    models.PublicationDuty: (
        lambda: DutyFactory.create(code="budget"),
        lambda: DutyFactory.create(code="decisions"),
        lambda: DutyFactory.create(code="structure", changed_on=date(2018, 3, 1)),
        lambda: DutyFactory.create(code="small-contracts", set_aside_reason="There are none."),
    ),
}
