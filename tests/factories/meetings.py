"""The Panel of Westshire: councils, members, groups, meetings and agendas. Fixed days, never random."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from panel import models
from panel.enums import InterestKind, ItemKind, MemberKind, Post
from tests.factories.recommendations import MemberFactory


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
    council: models.Council | None = factory.SubFactory(CouncilFactory)
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
