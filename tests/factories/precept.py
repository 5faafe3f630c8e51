"""Reviews of the precept. Fixed days and amounts, never random."""

from datetime import date
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import PreceptOpinion, SecondOpinion, VetoReason


class PreceptReviewFactory(DjangoModelFactory[models.PreceptReview]):
    class Meta:
        model = models.PreceptReview
        django_get_or_create = ("year",)

    class Params:
        supported = factory.Trait(reported_on=date(2018, 2, 7), opinion=PreceptOpinion.SUPPORTS)
        vetoed = factory.Trait(
            reported_on=date(2018, 2, 7),
            opinion=PreceptOpinion.VETOES,
            veto_reason=VetoReason.TOO_HIGH,
            votes=8,
            members=12,
        )
        revised_down = factory.Trait(vetoed=True, responded_on=date(2018, 2, 14), revised=Decimal("198.00"))
        rejected = factory.Trait(revised_down=True, reviewed_on=date(2018, 2, 22), second_opinion=SecondOpinion.REJECTS)
        issued_as_proposed = factory.Trait(
            supported=True, responded_on=date(2018, 2, 28), issued_on=date(2018, 2, 28), issued=Decimal("203.98")
        )

    year = 2018
    before = Decimal("191.98")
    notified_on = date(2018, 2, 1)
    proposed = Decimal("203.98")
