"""Members, their terms within the seats of councils, posts, groups, and who sits on a day."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import connection

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.enums import InterestKind, MemberKind, Post
from panel.models import GroupPlace, PanelPost, RegisteredInterest, Term
from panel.queries import GroupRoll, Sitting
from tests.factories.accounts import UserFactory
from tests.factories.meetings import (
    CouncilFactory,
    GroupFactory,
    InterestFactory,
    PlaceFactory,
    PostFactory,
    TermFactory,
)
from tests.factories.recommendations import MemberFactory

pytestmark = pytest.mark.django_db
AT = datetime(2018, 2, 1, 9, 0, tzinfo=UTC)
DAY = date(2018, 2, 1)


def save(row: object) -> None:
    operations.save_record(row=row, by=None, at=AT)  # type: ignore[arg-type]  # rows of several kinds


def refused(row: object) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as error:
        save(row)
    return error.value.message, error.value.field


def test_members_on_a_day_are_councillors_by_name_then_independents() -> None:
    council = CouncilFactory.create(name="Westshire County Council")
    chair = TermFactory.create(member__last_name="Young", council=council)
    PanelPost.objects.create(member=chair.member, post=Post.CHAIR, starts_on=date(2017, 6, 1))
    other = TermFactory.create(member__last_name="Adams", council=council)
    independent = TermFactory.create(independent=True, member__last_name="Aaron", member__style="")
    TermFactory.create(member__last_name="Gone", starts_on=date(2016, 1, 1), ends_on=date(2018, 1, 31))

    assert queries.members_on(DAY) == (
        Sitting(other.member, council, MemberKind.APPOINTED, None),
        Sitting(chair.member, council, MemberKind.APPOINTED, Post.CHAIR),
        Sitting(independent.member, None, MemberKind.CO_OPTED, None),
    )
    assert [sitting.body for sitting in queries.members_on(DAY)][1:] == ["Westshire County Council", "Independent"]
    assert queries.number_on(DAY) == 3
    assert queries.quorum_on(DAY, queries.panel_rules()) == 1


def test_a_term_beyond_the_seats_is_refused_on_the_day_they_are_full() -> None:
    council = CouncilFactory.create(name="Vale District Council", seats=1)
    TermFactory.create(council=council, starts_on=date(2018, 5, 1))
    term = TermFactory.build(member=MemberFactory.create(), council=council, starts_on=date(2018, 1, 1))

    assert refused(term) == (
        (
            "Vale District Council has 1 seat, all of them filled on 1 May 2018. "
            "End another member's term first, or correct the number of seats."
        ),
        "council",
    )
    assert Term.objects.count() == 1

    term.ends_on = date(2018, 4, 30)
    save(term)
    assert Term.objects.count() == 2


def test_seats_are_not_cut_below_those_that_were_filled_together() -> None:
    council = CouncilFactory.create(name="Vale District Council", seats=2)
    TermFactory.create(council=council)
    TermFactory.create(council=council)
    council.seats = 1
    assert refused(council) == (
        "Vale District Council has had 2 members at one time. Give it 2 seats or more, or end a term.",
        "seats",
    )


def test_a_post_or_a_place_needs_a_term_on_its_first_day() -> None:
    member = MemberFactory.create(last_name="Barker")
    message = "Councillor Alan Barker is not on the Panel on 1 June 2017. Choose a day within a term."
    group = GroupFactory.create()
    for row in (
        PanelPost(member=member, post=Post.CHAIR, starts_on=date(2017, 6, 1)),
        GroupPlace(group=group, member=member, starts_on=date(2017, 6, 1)),
    ):
        assert refused(row) == (message, "starts_on")


def test_two_terms_of_one_member_two_chairs_and_two_group_chairs_do_not_overlap() -> None:
    term = TermFactory.create()
    again = TermFactory.build(member=term.member, council=CouncilFactory.create(), starts_on=date(2018, 1, 1))
    assert refused(again)[0] == "This member is on the Panel for some of those days already."

    PostFactory.create()
    second = PanelPost(member=TermFactory.create().member, post=Post.CHAIR, starts_on=date(2018, 1, 1))
    assert refused(second)[0] == "Somebody else holds this post on some of those days."

    place = PlaceFactory.create(is_chair=True)
    other = GroupPlace(group=place.group, member=TermFactory.create().member, is_chair=True, starts_on=date(2018, 1, 1))
    assert refused(other)[0] == "Somebody else chairs the group on some of those days."
    other.is_chair = False
    save(other)
    assert queries.groups_on(DAY) == (GroupRoll(place.group, (place, other)),)


def test_an_appointed_member_has_a_council_and_a_co_opted_one_none() -> None:
    words = "An appointed member has a council that appoints; a co-opted one has none."
    assert refused(TermFactory.build(member=MemberFactory.create(), council=None))[0] == words


def test_sensitive_interests_are_never_among_the_public_ones() -> None:
    open_one = InterestFactory.create()
    InterestFactory.create(member=open_one.member, kind=InterestKind.LAND, is_sensitive=True)
    assert list(RegisteredInterest.objects.public()) == [open_one]


def test_a_role_that_may_not_is_refused_and_nothing_is_written() -> None:
    treasurer = UserFactory.create(roles=[Role.TREASURER])
    with pytest.raises(DomainError, match="Your role does not let you save this"):
        operations.save_record(row=CouncilFactory.build(name="Vale"), by=treasurer, at=AT)
    assert queries.members_on(DAY) == ()


@pytest.mark.django_db(transaction=True)
def test_two_chairs_recorded_at_once_leave_one() -> None:
    rows = [
        PanelPost(member=TermFactory.create().member, post=Post.CHAIR, starts_on=date(2017, 6, 1)) for _ in range(2)
    ]
    barrier = threading.Barrier(2)
    outcomes: list[str] = []

    def attempt(row: PanelPost) -> None:
        try:
            barrier.wait(timeout=10)
            save(row)
            outcomes.append("recorded")
        except DomainError as error:
            outcomes.append(error.message)
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt, args=[row]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(outcomes) == ["Somebody else holds this post on some of those days.", "recorded"]
    assert PanelPost.objects.count() == 1
