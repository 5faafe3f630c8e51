"""Members, their terms within the seats of councils, posts, groups, and who sits on a day."""

import threading
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.admin.membership import PanelRulesAdmin
from panel.enums import InterestKind, MemberKind, Post
from panel.models import GroupPlace, PanelPost, PanelRules, RegisteredInterest, Substitute, Term
from panel.queries import GroupRoll, Seats, Sitting
from tests.factories.accounts import UserFactory
from tests.factories.meetings import (
    CouncilFactory,
    GroupFactory,
    InterestFactory,
    PlaceFactory,
    PostFactory,
    RulesFactory,
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


def test_a_vacancy_among_the_co_opted_members_is_shown() -> None:
    assert queries.seats_on(DAY, queries.panel_rules()) == ()
    council = CouncilFactory.create(name="Vale District Council", seats=1)
    one = TermFactory.create(independent=True, member__style="")
    sitting = Sitting(one.member, None, MemberKind.CO_OPTED, None)
    found = queries.seats_on(DAY, queries.panel_rules())
    assert found == (Seats(council, 1, ()), Seats(None, 2, (sitting,)))
    assert [seats.vacant for seats in found] == [1, 1]
    shown = " ".join(Client().get(reverse("panel:members")).content.decode().split())
    assert 'Independent members <span class="opcc-count">(2 seats, 1 vacant)</span>' in shown


def test_a_third_co_opted_member_needs_a_third_seat() -> None:
    TermFactory.create_batch(2, independent=True, member__style="")
    third = TermFactory.build(member=MemberFactory.create(style=""), council=None, kind=MemberKind.CO_OPTED)
    assert refused(third) == (
        (
            "The Panel has 2 seats for co-opted members, all of them filled on 15 May 2017. "
            "End another member's term first, or correct the number of seats."
        ),
        "kind",
    )
    save(PanelRules(pk=1, co_opted_seats=3))
    save(third)
    assert refused(PanelRules(pk=1, co_opted_seats=2)) == (
        "There have been 3 co-opted members at one time. Enter 3 seats or more, or end a term.",
        "co_opted_seats",
    )


def test_a_panel_has_at_most_twenty_seats() -> None:
    council = CouncilFactory.create(name="Westshire County Council", seats=10)
    CouncilFactory.create(name="Vale District Council", seats=8)
    council.seats = 11
    assert refused(council) == (
        (
            "That makes 21 seats with those of the others; a Panel has at most 20, co-opted members included. "
            "Give fewer."
        ),
        "seats",
    )
    assert refused(CouncilFactory.build(name="Moor District Council", seats=1))[1] == "seats"
    message, field = refused(PanelRules(pk=1, co_opted_seats=3))
    assert (message[:19], field) == ("That makes 21 seats", "co_opted_seats")
    council.seats = 9
    save(council)
    save(PanelRules(pk=1, co_opted_seats=3))


@pytest.mark.parametrize("seats", [1, 21])
def test_the_number_of_co_opted_seats_is_bounded_by_the_table(seats: int) -> None:
    with pytest.raises(IntegrityError, match="panel_rules_co_opted"):
        RulesFactory.create(co_opted_seats=seats)


def co_opted(**member: object) -> Term:
    made = MemberFactory.create(**{"style": "", "first_name": "Pat", "last_name": "Lowe", **member})
    return TermFactory.build(member=made, council=None, kind=MemberKind.CO_OPTED)


def test_who_works_for_the_commissioner_is_not_co_opted() -> None:
    officer = UserFactory.create(roles=[Role.POLICY_OFFICER])
    words = "Pat Lowe has an account of the Commissioner's office, so may not be co-opted. Check the account."
    assert refused(co_opted(user=officer)) == (words, "kind")
    term = co_opted(user=UserFactory.create(roles=[Role.PANEL_MEMBER]))
    save(term)
    term.member.user = UserFactory.create(roles=[Role.TREASURER])
    assert refused(term.member) == (words, "kind")


def test_of_two_co_opted_members_none_is_a_councillor() -> None:
    message = "is a councillor, and of two co-opted members none may be."
    named = co_opted(style="Cllr")
    sent = co_opted()
    Substitute.objects.create(member=sent.member, council=CouncilFactory.create(), starts_on=date(2017, 5, 15))
    for term in (named, sent):
        said, field = refused(term)
        assert (message in said, field) == (True, "kind")
    save(PanelRules(pk=1, co_opted_seats=3))
    save(named)


def test_a_group_s_topics_are_shown_to_everybody() -> None:
    place = PlaceFactory.create(group__delegated="Budget monitoring\n\n Reserves and savings ")
    assert queries.groups_on(DAY)[0].topics == ("Budget monitoring", "Reserves and savings")
    shown = " ".join(Client().get(reverse("panel:members")).content.decode().split())
    assert f'<h3 class="govuk-heading-s">{place.group}</h3>' in shown
    assert "<li>Budget monitoring</li><li>Reserves and savings</li>" in shown


def test_every_setting_is_in_the_form() -> None:
    editable = {field.name for field in PanelRules._meta.fields if field.editable and not field.primary_key}
    shown = [name for _, part in PanelRulesAdmin.fieldsets for name in part["fields"]]
    assert (set(shown), len(shown)) == (editable, len(editable))


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
