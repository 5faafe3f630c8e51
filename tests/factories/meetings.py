"""The Panel of Westshire: councils, members, groups, meetings and agendas. Fixed days, never random."""

from datetime import UTC, date, datetime, timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import InterestKind, ItemKind, MeetingState, MemberKind, Post, ResolutionKind
from tests.factories.recommendations import (
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    MemberFactory,
    PlannedPanelMeetingFactory,
    ResolutionFactory,
)


class CouncilFactory(DjangoModelFactory[models.Council]):
    """Asking twice for one name gives one council."""

    class Meta:
        model = models.Council
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Vale {n} District Council")
    seats = 2


class TermFactory(DjangoModelFactory[models.Term]):
    class Meta:
        model = models.Term

    class Params:
        independent = factory.Trait(kind=MemberKind.CO_OPTED, council=None)

    member = factory.SubFactory(MemberFactory)
    council = factory.SubFactory(CouncilFactory)
    starts_on = date(2017, 5, 15)


class PostFactory(DjangoModelFactory[models.PanelPost]):
    class Meta:
        model = models.PanelPost

    member = factory.LazyFunction(lambda: TermFactory.create().member)
    post = Post.CHAIR
    starts_on = date(2017, 6, 1)


class GroupFactory(DjangoModelFactory[models.WorkingGroup]):
    class Meta:
        model = models.WorkingGroup
        django_get_or_create = ("name",)

    name = factory.Sequence(lambda n: f"Working group {n}")
    delegated = "Budget"
    starts_on = date(2017, 6, 1)


class PlaceFactory(DjangoModelFactory[models.GroupPlace]):
    class Meta:
        model = models.GroupPlace

    group = factory.SubFactory(GroupFactory)
    member = factory.LazyFunction(lambda: TermFactory.create().member)
    starts_on = date(2017, 6, 1)


class InterestFactory(DjangoModelFactory[models.RegisteredInterest]):
    class Meta:
        model = models.RegisteredInterest

    member = factory.SubFactory(MemberFactory)
    kind = InterestKind.EMPLOYMENT
    description = "Runs a garden centre."
    registered_on = date(2017, 6, 10)


class RulesFactory(DjangoModelFactory[models.PanelRules]):
    class Meta:
        model = models.PanelRules
        django_get_or_create = ("id",)

    id = 1


class StandingItemFactory(DjangoModelFactory[models.StandingItem]):
    class Meta:
        model = models.StandingItem

    position = factory.Sequence(lambda n: n + 1)
    kind = ItemKind.REPORT
    title = factory.Sequence(lambda n: f"Standing item {n}")


def meetings_of_a_panel() -> dict[str, models.PanelMeeting]:
    """A meeting that was held and one to come, each with an agenda of every sort of item; one cancelled."""
    published = datetime(2018, 1, 20, 9, 0, tzinfo=UTC)
    chair = PostFactory.create().member
    second = TermFactory.create(independent=True, member__style="").member
    held = HeldMeetingFactory.create(held_on=date(2017, 11, 30))
    ahead = PlannedPanelMeetingFactory.create(
        held_on=timezone.localdate() + timedelta(days=40), agenda_published_at=published, is_filmed=True,
        broadcast_url="https://panel.example/live", moved_from=date(2018, 1, 1),
    )  # fmt: skip
    for meeting in (held, ahead):
        general = ItemFactory.create(meeting=meeting, title="General", kind=ItemKind.OPENING, position=1)
        ItemFactory.create(meeting=meeting, title="Apologies", parent=general, position=1)
        report = ItemFactory.create(
            meeting=meeting, title="Policing model", purpose="To consider a briefing", lead="Commissioner", position=2
        )
        ItemFactory.create(meeting=meeting, title="Estate", position=3, late_reason="The sale ends.")
        ItemFactory.create(meeting=meeting, title="Dismissal", position=4, exemption=ClaimFactory.create())
        if meeting == held:
            ResolutionFactory.create(item=report, mover=chair, seconder=second, kind=ResolutionKind.NOTES)
    PlannedPanelMeetingFactory.create(
        held_on=timezone.localdate() + timedelta(days=80), state=MeetingState.CANCELLED, cancelled_reason="Snow"
    )
    draft = PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=120), venue="")
    return {"meeting held": held, "meeting to come": ahead, "meeting without agenda": draft}
