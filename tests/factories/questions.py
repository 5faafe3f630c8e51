"""Questions of the public to the Panel. Fixed days, never random."""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import AnswerManner, AskedState, Channel, RefusalGround
from tests.factories.recommendations import PlannedPanelMeetingFactory

ASKED_AT = datetime(2018, 3, 5, 9, 0, tzinfo=UTC)


class PublicQuestionFactory(DjangoModelFactory[models.PublicQuestion]):
    class Meta:
        model = models.PublicQuestion

    class Params:
        accepted = factory.Trait(state=AskedState.ACCEPTED, decided_at=ASKED_AT)
        refused = factory.Trait(
            state=AskedState.REFUSED,
            decided_at=ASKED_AT,
            ground=RefusalGround.NAMED_PERSON,
            reason="It is about a neighbour. Ask the police.",
        )
        answered = factory.Trait(
            state=AskedState.ANSWERED,
            decided_at=ASKED_AT,
            answer="Four officers more since January.",
            answered_by="The Commissioner",
            manner=AnswerManner.IN_WRITING,
            answered_on=date(2018, 3, 20),
        )

    reference = factory.Sequence(lambda n: f"PQ-2018-{n + 1:03d}")
    meeting = factory.SubFactory(PlannedPanelMeetingFactory)
    channel = Channel.WEB
    name = factory.Sequence(lambda n: f"Resident {n}")
    email = factory.Sequence(lambda n: f"resident{n}@home.example")
    questioner = factory.LazyAttribute(lambda row: row.email.casefold() or row.name.casefold())
    nth = 1
    text = "How many officers patrol the villages?"
    received_at = ASKED_AT
