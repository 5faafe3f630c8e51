"""Confirmation hearings and complaints. Fixed days, never random."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import (
    Appointment,
    AppointmentDecision,
    ComplaintKind,
    ComplaintOutcome,
    DisapplyGround,
    HearingOutcome,
)
from tests.factories.recommendations import HeldMeetingFactory


class HearingFactory(DjangoModelFactory[models.ConfirmationHearing]):
    class Meta:
        model = models.ConfirmationHearing

    class Params:
        heard = factory.Trait(meeting=factory.SubFactory(HeldMeetingFactory, held_on=date(2018, 3, 12)))
        recommended = factory.Trait(heard=True, outcome=HearingOutcome.RECOMMENDS, reported_on=date(2018, 3, 15))
        vetoed = factory.Trait(
            heard=True, outcome=HearingOutcome.VETOES, reported_on=date(2018, 3, 15), votes=8, members=12
        )
        appointed = factory.Trait(
            recommended=True, decision=AppointmentDecision.APPOINTED, decided_on=date(2018, 3, 20)
        )

    post = Appointment.CHIEF_CONSTABLE
    candidate = factory.Sequence(lambda n: f"Candidate {n}")
    notified_on = date(2018, 3, 1)


class ComplaintFactory(DjangoModelFactory[models.ComplaintCase]):
    class Meta:
        model = models.ComplaintCase

    class Params:
        serious = factory.Trait(kind=ComplaintKind.SERIOUS, clear_on=date(2018, 4, 3))
        referred = factory.Trait(serious=True, referred_on=date(2018, 4, 4))
        resolved = factory.Trait(
            kind=ComplaintKind.OTHER, outcome=ComplaintOutcome.RESOLVED, ended_on=date(2018, 5, 1), note="An apology."
        )
        disapplied = factory.Trait(
            kind=ComplaintKind.OTHER,
            outcome=ComplaintOutcome.DISAPPLIED,
            ground=DisapplyGround.OLD,
            ended_on=date(2018, 5, 1),
            note="It is about 2015.",
        )

    reference = factory.Sequence(lambda n: f"CO-2018-{n + 1:03d}")
    received_on = date(2018, 3, 29)
    complainant = "Somebody"
    summary = "A remark at a meeting."
