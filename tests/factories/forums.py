"""Forums of Westshire, their meetings and priorities. Numbered, never random."""

from datetime import date, time

import factory
from factory.django import DjangoModelFactory

from forums import models
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from tests.factories.reference import DistrictFactory


class PriorityTopicFactory(DjangoModelFactory[models.PriorityTopic]):
    """Asking twice for one code gives one topic."""

    class Meta:
        model = models.PriorityTopic
        django_get_or_create = ("code",)

    code = factory.Sequence(lambda n: f"topic-{n}")
    name = factory.LazyAttribute(lambda topic: topic.code.replace("-", " ").capitalize())
    position = factory.Sequence(lambda n: n + 1)


class ForumFactory(DjangoModelFactory[models.Forum]):
    class Meta:
        model = models.Forum

    slug = factory.Sequence(lambda n: f"forum-{n}")
    name = factory.LazyAttribute(lambda forum: forum.slug.replace("-", " ").title())
    district = factory.SubFactory(DistrictFactory)
    usual_venue = "Village hall"
    starts_on = date(2013, 4, 1)


class ForumMeetingFactory(DjangoModelFactory[models.ForumMeeting]):
    """A meeting that was held; what became of the priorities is not recorded yet."""

    class Meta:
        model = models.ForumMeeting

    forum = factory.SubFactory(ForumFactory)
    held_on = date(2017, 11, 28)
    starts_at = time(19, 30)
    venue = "Village hall"
    state = MeetingState.HELD
    elected_members: int | None = 3
    residents: int | None = 19
    police: int | None = 2
    others: int | None = 2
    police_attended: bool | None = True


class PlannedMeetingFactory(ForumMeetingFactory):
    held_on = date(2018, 6, 12)
    state = MeetingState.PLANNED
    elected_members = None
    residents = None
    police = None
    others = None
    police_attended = None


class ForumPriorityFactory(DjangoModelFactory[models.ForumPriority]):
    """A priority; its meeting is one that agreed some."""

    class Meta:
        model = models.ForumPriority

    meeting = factory.SubFactory(ForumMeetingFactory, priorities_outcome=PrioritiesOutcome.AGREED)
    position = 1
    topic = factory.SubFactory(PriorityTopicFactory)
    wording = "Cars through the village too fast"
    continuity = Continuity.NEW


class PriorityProgressFactory(DjangoModelFactory[models.PriorityProgress]):
    class Meta:
        model = models.PriorityProgress

    priority = factory.SubFactory(ForumPriorityFactory)
    meeting = factory.SubFactory(ForumMeetingFactory, held_on=date(2018, 2, 27))
    text = "Speed checks on three mornings"
