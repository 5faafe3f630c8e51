"""Recommendations of the Panel, what hangs on them, and the work programme. Fixed days, never random."""

from datetime import UTC, date, datetime
from typing import Any

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import (
    ActionState,
    AnswerKind,
    Exemption,
    ItemKind,
    LetterKind,
    MeetingState,
    Opinion,
    RecommendationState,
    ResolutionKind,
    WorkKind,
)

WRITTEN_AT = datetime(2018, 3, 5, 9, 0, tzinfo=UTC)


class ClaimFactory(DjangoModelFactory[models.ExemptionClaim]):
    """Why something is kept from the public."""

    class Meta:
        model = models.ExemptionClaim

    public_title = "Exempt matter"
    paragraphs = [Exemption.BUSINESS]
    reasons = "Prices under negotiation."
    decided_at = WRITTEN_AT


class HeldMeetingFactory(DjangoModelFactory[models.PanelMeeting]):
    """The meeting of 1 February 2018; asking twice for one day gives one meeting."""

    class Meta:
        model = models.PanelMeeting
        django_get_or_create = ("group", "held_on")

    group = None
    held_on = date(2018, 2, 1)
    venue = "Town hall"
    state = MeetingState.HELD


class PlannedPanelMeetingFactory(HeldMeetingFactory):
    held_on = date(2018, 3, 19)
    state = MeetingState.PLANNED


class ItemFactory(DjangoModelFactory[models.AgendaItem]):
    class Meta:
        model = models.AgendaItem

    meeting = factory.SubFactory(HeldMeetingFactory)
    position = factory.Sequence(lambda n: n + 1)
    kind = ItemKind.REPORT
    title = "Precept 2018/19"


class ResolutionFactory(DjangoModelFactory[models.Resolution]):
    class Meta:
        model = models.Resolution

    item = factory.SubFactory(ItemFactory)
    number = factory.Sequence(lambda n: n + 1)
    kind = ResolutionKind.REQUESTS
    text = "Requests that the Commissioner says how many officers there are."


class MemberFactory(DjangoModelFactory[models.Member]):
    """A member of the Panel, not cleared and without a term."""

    class Meta:
        model = models.Member

    style = "Councillor"
    first_name = "Alan"
    last_name = "Barker"


class ClearedMemberFactory(MemberFactory):
    """A member who sits today and may read exempt papers."""

    class Meta:
        skip_postgeneration_save = True

    sees_exempt = True
    sits = factory.RelatedFactory("tests.factories.meetings.TermFactory", "member")


class RecommendationFactory(DjangoModelFactory[models.Recommendation]):
    """Made on 1 February 2018. Traits: answered=True, for_verdict=True, closed=True, withdrawn=True, exempt=True."""

    class Meta:
        model = models.Recommendation
        skip_postgeneration_save = True

    class Params:
        exempt = factory.Trait(resolution__exemption=factory.SubFactory(ClaimFactory))
        answered = factory.Trait(
            state=RecommendationState.RESPONDED,
            told=factory.RelatedFactory("tests.factories.recommendations.ResponseFactory", "recommendation"),
        )
        for_verdict = factory.Trait(answered=True, state=RecommendationState.FOR_VERDICT)
        closed = factory.Trait(answered=True, state=RecommendationState.CLOSED, closed_on=date(2018, 3, 19))
        withdrawn = factory.Trait(
            state=RecommendationState.WITHDRAWN, closed_on=date(2018, 3, 19), withdrawn_reason="Asked twice."
        )

    reference = factory.Sequence(lambda n: f"2018/{n + 1:02d}")
    resolution = factory.SubFactory(ResolutionFactory)
    title = "Written detail on officer numbers"
    text = factory.LazyAttribute(lambda row: row.resolution.text)
    lead = "Chief executive"
    due_on = date(2018, 3, 1)


class ResponseFactory(DjangoModelFactory[models.RecommendationResponse]):
    class Meta:
        model = models.RecommendationResponse

    recommendation = factory.SubFactory(RecommendationFactory)
    answer = AnswerKind.ACCEPTED
    text = "The numbers are given below."
    given_on = date(2018, 2, 28)


class ActionFactory(DjangoModelFactory[models.PanelAction]):
    """An open action under a recommendation; with an `item`, by itself."""

    class Meta:
        model = models.PanelAction

    class Params:
        done = factory.Trait(state=ActionState.DONE, ended_on=date(2018, 3, 1), outcome="Published.")

    recommendation = factory.SubFactory(RecommendationFactory)
    text = "Publish the definition of officer numbers"
    lead = "Communications officer"
    due_on = date(2018, 3, 8)


class UpdateFactory(DjangoModelFactory[models.ProgressUpdate]):
    class Meta:
        model = models.ProgressUpdate

    recommendation = factory.SubFactory(RecommendationFactory)
    on = date(2018, 3, 5)
    text = "The figures are with the Treasurer."
    written_at = WRITTEN_AT


class EvidenceFactory(DjangoModelFactory[models.Evidence]):
    class Meta:
        model = models.Evidence

    recommendation = factory.SubFactory(RecommendationFactory)
    title = "Web page with the definition"
    on = date(2018, 3, 2)
    url = "https://office.example/numbers"


class VerdictFactory(DjangoModelFactory[models.PanelVerdict]):
    class Meta:
        model = models.PanelVerdict

    recommendation = factory.SubFactory(RecommendationFactory, answered=True)
    item = factory.SubFactory(ItemFactory, meeting__held_on=date(2018, 3, 19))
    opinion = Opinion.SATISFIED
    recorded_at = WRITTEN_AT


class LetterFactory(DjangoModelFactory[models.PanelLetter]):
    """A draft of the Panel's letter."""

    class Meta:
        model = models.PanelLetter

    kind = LetterKind.LETTER
    meeting = factory.SubFactory(HeldMeetingFactory)
    subject = "Precept 2018/19"
    dated_on = date(2018, 2, 7)
    signed_by = "Chair of the Panel"


class WorkItemFactory(DjangoModelFactory[models.WorkItem]):
    """To be timetabled; `dated=True` and `standing=True` are the other two."""

    class Meta:
        model = models.WorkItem

    class Params:
        dated = factory.Trait(
            kind=WorkKind.DATED, meeting=factory.SubFactory(PlannedPanelMeetingFactory, held_on=date(2018, 6, 21))
        )
        standing = factory.Trait(kind=WorkKind.STANDING)

    kind = WorkKind.TO_TIMETABLE
    title = "The police estate"
    detail = "How the Commissioner means to use it."


class MoveFactory(DjangoModelFactory[models.WorkMove]):
    class Meta:
        model = models.WorkMove

    work_item = factory.SubFactory(WorkItemFactory)
    to_meeting = factory.SubFactory(PlannedPanelMeetingFactory)
    reason = "The report is ready sooner."
    moved_at = WRITTEN_AT


def sent(letter: models.PanelLetter, **fields: Any) -> models.PanelLetter:
    """The letter as one that was sent, with a small stand-in for its PDF."""
    models.PanelLetter.objects.filter(pk=letter.pk).update(
        state="sent", sent_at=WRITTEN_AT, file="letters/stand-in.pdf", sha256="0" * 64, pages=1, size=9, contents={},
        **fields,
    )  # fmt: skip
    letter.refresh_from_db()
    return letter


def a_follow_up() -> dict[str, models.Recommendation]:
    """Recommendations from the letter to the closing, and a work programme with all its parts."""
    letter = LetterFactory.create()
    asked = RecommendationFactory.create(for_verdict=True, letter=letter, letter_number=1, update_on=date(2018, 3, 19))
    reply = LetterFactory.create(kind=LetterKind.REPLY, answers=letter, meeting=letter.meeting)
    for one in (letter, reply):
        sent(one)
    action = ActionFactory.create(recommendation=asked)
    ActionFactory.create(recommendation=asked, done=True)
    UpdateFactory.create(recommendation=None, action=action)
    UpdateFactory.create(recommendation=asked)
    EvidenceFactory.create(recommendation=asked)
    closed = RecommendationFactory.create(closed=True)
    VerdictFactory.create(recommendation=closed)
    withdrawn = RecommendationFactory.create(withdrawn=True)
    new = RecommendationFactory.create(due_on=None)
    WorkItemFactory.create(dated=True, requested_by="the Panel", requested_on=date(2017, 9, 14))
    WorkItemFactory.create(standing=True, title="Complaints", last_report_on=date(2017, 9, 14))
    WorkItemFactory.create(when_words="In 2019")
    named = {"recommendation": asked, "closed recommendation": closed, "withdrawn recommendation": withdrawn}
    return {**named, "new recommendation": new}
