"""Saving what figures are judged by has what rests on it worked out anew, and nothing else."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from performance import operations
from performance.models import Annotation, HouseRules, Measure, PeerGroup, PeerMember, Series, Target, TopicGroup
from tests.factories.accounts import UserFactory
from tests.factories.performance import (
    AnnotationFactory,
    MeasureFactory,
    PeerGroupFactory,
    PeerMemberFactory,
    PeerStandingFactory,
    PeerValueFactory,
    SeriesFactory,
    TargetFactory,
    TopicGroupFactory,
)
from tests.factories.reference import DistrictFactory
from tests.performance.readings import APRIL, AT, refreshed, series_of

pytestmark = pytest.mark.django_db
Make = Callable[[Series, Series], Any]


@pytest.fixture
def officer() -> User:
    return User.objects.get(pk=UserFactory.create(roles=[Role.PERFORMANCE_OFFICER]).pk)


def _group_of(series: Series) -> PeerGroup:
    group: PeerGroup = PeerGroupFactory.create()
    PeerStandingFactory.create(series=series, group=group)
    return group


def _group_by_value(series: Series) -> PeerMember:
    member: PeerMember = PeerMemberFactory.create()
    PeerValueFactory.create(series=series, member=member)
    return member


def _moved(first: Series, second: Series) -> Annotation:
    note: Annotation = AnnotationFactory.create(measure=first.measure)
    note.measure = second.measure
    return note


CASES: dict[str, tuple[Make, tuple[bool, bool]]] = {
    "a measure": (lambda first, _: first.measure, (True, False)),
    "a new target": (lambda first, _: TargetFactory.build(measure=first.measure), (True, False)),
    "a target of an area": (lambda first, _: TargetFactory.create(measure=first.measure, series=first), (True, False)),
    "a note": (lambda first, _: AnnotationFactory.create(measure=first.measure), (True, False)),
    "a note on all": (lambda first, _: AnnotationFactory.create(measure=None), (True, True)),
    "a note moved to another measure": (_moved, (True, True)),
    "the rules": (lambda *_: HouseRules(pk=1), (True, True)),
    "another area": (
        lambda first, _: SeriesFactory.build(measure=first.measure, force_area=None, district=DistrictFactory.create()),
        (True, False),
    ),
    "a rank": (lambda first, _: PeerStandingFactory.create(series=first), (True, False)),
    "a peer's value": (lambda first, _: PeerValueFactory.create(series=first), (True, False)),
    "a group of ranks": (lambda first, _: _group_of(first), (True, False)),
    "a member of a group of ranks": (lambda first, _: PeerMemberFactory.create(group=_group_of(first)), (True, False)),
    "a member with values": (lambda first, _: _group_by_value(first), (True, False)),
    "a group that nothing is known of": (lambda *_: PeerGroupFactory.create(), (False, False)),
    "a heading": (lambda *_: TopicGroupFactory.create(code="victims"), (False, False)),
}


@pytest.mark.parametrize("case", CASES)
def test_saving_marks_what_rests_on_it(case: str, officer: User) -> None:
    make, expected = CASES[case]
    first, second = series_of(), series_of()
    refreshed()
    row = make(first, second)

    operations.save_setting(row=row, by=officer, at=AT)
    found = [Series.objects.get(pk=one.pk).stale_from for one in (first, second)]
    assert found == [APRIL if is_marked else None for is_marked in expected]
    assert type(row)._default_manager.filter(pk=row.pk).exists()


def test_saving_is_put_down_to_the_person(officer: User) -> None:
    measure = MeasureFactory.create(name="Robbery")
    measure.name = "Robberies"

    operations.save_setting(row=measure, by=officer, at=AT)
    measure.refresh_from_db()
    event = apps.get_model("performance", "MeasureEvent").objects.order_by("-pgh_id")[0]
    assert (measure.name, event.name) == ("Robberies", "Robberies")
    assert event.pgh_context.metadata == {"reason": "Measure changed", "user": officer.pk}


@pytest.mark.parametrize("is_new", [True, False])
def test_saving_what_the_role_does_not_let_one_is_refused(is_new: bool) -> None:
    user = User.objects.get(pk=UserFactory.create(roles=[Role.TREASURER]).pk)
    row = HouseRules(pk=1)
    if not is_new:
        row.save()
    row.percent_from = 7

    with pytest.raises(DomainError, match="Your role does not let you save this"):
        operations.save_setting(row=row, by=user, at=AT)
    assert not HouseRules.objects.filter(percent_from=7).exists()


def test_saving_what_breaks_a_rule_says_so_and_marks_nothing(officer: User) -> None:
    series = series_of()
    refreshed()
    row = Target(measure=series.measure, value=Decimal(1), starts_on=date(2017, 4, 1), ends_on=date(2017, 3, 1))

    with pytest.raises(DomainError, match="The target ends on or after the day it starts"):
        operations.save_setting(row=row, by=officer, at=AT)
    series.refresh_from_db()
    assert (series.stale_from, Target.objects.count()) == (None, 0)


def test_saving_for_nobody_is_an_import(officer: User) -> None:
    row = TopicGroup(code="victims", name="Victims")

    operations.save_setting(row=row, by=None, at=AT)
    assert Measure.objects.count() == 0
    assert TopicGroup.objects.get() == row
