"""Decisions of the Commissioner and the publication checklist. Fixed days, never random."""

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import DecisionState, FoiSection
from panel.publication import Frequency
from panel.specified_information import BY_CODE, PLACE, SPECIFIED
from tests.support.uploads import pdf

WRITTEN_AT = datetime(2018, 3, 5, 9, 0, tzinfo=UTC)


class CommissionerTermFactory(DjangoModelFactory[models.CommissionerTerm]):
    """The second term, printed without a hyphen; asking twice gives the same."""

    class Meta:
        model = models.CommissionerTerm
        django_get_or_create = ("prefix", "number")

    prefix = "WPCC"
    number = 2
    is_hyphenated = False


class FoiExemptionFactory(DjangoModelFactory[models.FoiExemption]):
    """Personal information."""

    class Meta:
        model = models.FoiExemption

    sections = [FoiSection.PERSONAL]
    reasons = "It is about one person's pay."
    decided_at = WRITTEN_AT


def _next(row: Any) -> int:
    last = row.term.decisions.order_by("-sequence").values_list("sequence", flat=True).first()
    return int(row.term.first_sequence if last is None else last + 1)


class DecisionFactory(DjangoModelFactory[models.Decision]):
    """In progress. Traits: made=True, public=True (made and published), exempt=True, withdrawn=True."""

    class Meta:
        model = models.Decision

    class Params:
        made = factory.Trait(state=DecisionState.DECIDED, decided_on=date(2018, 2, 12))
        public = factory.Trait(made=True, published_at=WRITTEN_AT)
        exempt = factory.Trait(exemption=factory.SubFactory(FoiExemptionFactory))
        withdrawn = factory.Trait(state=DecisionState.WITHDRAWN, withdrawn_reason="Overtaken.")

    term = factory.SubFactory(CommissionerTermFactory)
    sequence = factory.LazyAttribute(_next)
    reference = factory.LazyAttribute(lambda row: row.term.printed(row.sequence))
    title = "Roof repairs at the police station"
    summary = "The roof is repaired before the winter."
    lead = "Treasurer"
    registered_on = date(2018, 2, 1)


class AttachmentFactory(DjangoModelFactory[models.DecisionAttachment]):
    class Meta:
        model = models.DecisionAttachment

    decision = factory.SubFactory(DecisionFactory, public=True)
    title = "Report of the Treasurer"
    file = factory.django.FileField(data=pdf(), filename="paper.pdf")
    name = "report.pdf"
    size = len(pdf())
    sha256 = "0" * 64
    added_at = WRITTEN_AT


class DutyFactory(DjangoModelFactory[models.PublicationDuty]):
    """Spending over £500, monthly; of another `code` the frequency follows."""

    class Meta:
        model = models.PublicationDuty
        django_get_or_create = ("code",)

    code = "spending"
    place = factory.LazyAttribute(lambda row: PLACE[row.code])
    owner_role = "treasurer"
    frequency = factory.LazyAttribute(lambda row: Frequency(BY_CODE[row.code].frequency).value)


class PublicationFactory(DjangoModelFactory[models.Publication]):
    class Meta:
        model = models.Publication

    duty = factory.SubFactory(DutyFactory)
    published_on = date(2018, 2, 12)
    about = "January 2018"
    url = "https://office.example/spending"
    recorded_at = WRITTEN_AT


def a_register() -> dict[str, models.Decision]:
    """Decisions in each state, and the whole checklist with something published of some."""
    made = DecisionFactory.create(
        public=True, title="Extension of a contract", joint_with="West Mercia", is_significant=True,
        interests="None.", supporting="The contract ends in March.",
    )  # fmt: skip
    AttachmentFactory.create(decision=made)
    plain = DecisionFactory.create(published_at=WRITTEN_AT)
    DecisionFactory.create(public=True, exempt=True)
    withdrawn = DecisionFactory.create(withdrawn=True, published_at=WRITTEN_AT)
    for item in SPECIFIED:
        DutyFactory.create(code=item.code, owner_role="")
    PublicationFactory.create()
    return {"decision": made, "decision in progress": plain, "withdrawn decision": withdrawn}
