"""People in the staff pages."""

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.admin import site
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from opcc.accounts.admin import ACTS
from opcc.accounts.enums import Role
from opcc.accounts.models import Invitation, User
from opcc.core.models import OutboxMessage
from tests.factories.accounts import UserFactory, give_second_factor
from tests.support.actors import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]
LIST = "/staff/accounts/user/"
ADD = f"{LIST}add/"
GWEN = {"email": "gwen@parish.example", "first_name": "Gwen", "last_name": "Hill", "roles": ["ambassador"]}


@pytest.fixture
def staff(client: Client, policy_officer: User) -> Client:
    return signed_in(client, policy_officer)


def act(user: User, slug: str) -> str:
    return reverse("admin:accounts_user_act", args=[user.pk, slug], urlconf="tests.accounts.probe_urls")


@pytest.mark.parametrize("more", [0, 2])
def test_list_costs_the_same_whatever_its_length(
    staff: Client, more: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    UserFactory.create_batch(1 + more, roles=[Role.AMBASSADOR])
    staff.get(LIST)
    with django_assert_num_queries(8):
        response = staff.get(LIST)
    assert len(response.context["cl"].result_list) == 2 + more


def test_list_can_be_narrowed_to_a_role(staff: Client, ambassador_user: User, panel_member: User) -> None:
    response = staff.get(f"{LIST}?role=panel_member")
    assert list(response.context["cl"].result_list) == [panel_member]


def test_list_shows_who_has_not_accepted(staff: Client, performance_officer: User) -> None:
    staff.post(ADD, GWEN)
    text = staff.get(f"{LIST}?q=gwen").text
    assert "Not yet: invited" in text
    assert "Not needed" in text
    assert "To be set up" in staff.get(f"{LIST}?q=vera").text
    assert "Community Safety Ambassador" in text


def test_add_invites(staff: Client, policy_officer: User) -> None:
    response = staff.post(ADD, GWEN)
    user = User.objects.get(email="gwen@parish.example")
    assert response["Location"] == f"{LIST}{user.pk}/change/"
    assert Invitation.objects.get().invited_by == policy_officer
    assert OutboxMessage.objects.get().to == user.email


def test_add_offers_only_roles_the_actor_looks_after(staff: Client) -> None:
    assert staff.get(ADD).context["form"].fields["roles"].choices == [("ambassador", "Community Safety Ambassador")]
    response = staff.post(ADD, {**GWEN, "roles": ["ambassador", "chief_executive"]})
    assert "roles" in response.context["form"].errors
    assert not User.objects.filter(email=GWEN["email"]).exists()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"email": "Rosa.Shaw@office.example"}, "has an account"),
        ({"email": "gwen"}, "Enter an address like"),
        ({"first_name": ""}, "Enter the first name"),
        ({"roles": []}, "Choose at least one role"),
    ],
)
def test_add_with_a_mistake_keeps_what_was_typed(staff: Client, wrong: dict[str, object], words: str) -> None:
    response = staff.post(ADD, {**GWEN, **wrong})
    assert words in response.text
    assert 'value="Hill"' in response.text
    assert (User.objects.count(), OutboxMessage.objects.count()) == (1, 0)


@pytest.mark.asvs("v5.0.0-2.2.2", "v5.0.0-15.3.3")
def test_change_saves_the_name_and_nothing_else_that_is_posted(staff: Client, ambassador_user: User) -> None:
    staff.post(
        f"{LIST}{ambassador_user.pk}/change/",
        {"first_name": "Bea", "last_name": "Chohan", "telephone": "", "is_staff": "on", "is_superuser": "on",
         "email": "evil@example.org", "groups": ["1"]},
    )  # fmt: skip
    changed = User.objects.get(pk=ambassador_user.pk)
    assert (changed.first_name, changed.email) == ("Bea", "bina.chohan@office.example")
    assert (changed.is_staff, changed.is_superuser, changed.roles) == (False, False, frozenset({Role.AMBASSADOR}))


def test_change_page_offers_the_acts_that_are_open(staff: Client, ambassador_user: User) -> None:
    response = staff.get(f"{LIST}{ambassador_user.pk}/change/")
    offered = [slug for slug, _ in response.context["acts"]]
    assert offered == ["roles", "end-sessions", "lift-lockout", "end-access"]
    for slug in offered:
        assert staff.get(act(ambassador_user, slug)).status_code == 200


def test_acts_do_what_they_say(staff: Client, ambassador_user: User) -> None:
    give_second_factor(ambassador_user)
    staff.post(act(ambassador_user, "reset-second-step"), {"reason": "lost the phone"})
    assert not Authenticator.objects.filter(user=ambassador_user).exists()
    staff.post(act(ambassador_user, "end-sessions"))
    staff.post(act(ambassador_user, "end-access"), {"reason": "resigned"})
    user = User.objects.get(pk=ambassador_user.pk)
    assert (user.is_active, user.session_generation) == (False, 3)
    staff.post(act(ambassador_user, "restore-access"), {"reason": "came back"})
    assert User.objects.get(pk=ambassador_user.pk).is_active


def test_invitation_can_be_sent_again(staff: Client) -> None:
    staff.post(ADD, GWEN)
    user = User.objects.get(email="gwen@parish.example")
    staff.post(act(user, "invite-again"))
    assert OutboxMessage.objects.filter(to=user.email).count() == 2
    assert Invitation.objects.filter(user=user, voided_at=None).count() == 1


def test_an_act_without_its_reason_is_refused(staff: Client, ambassador_user: User) -> None:
    response = staff.post(act(ambassador_user, "end-access"), {"reason": ""})
    assert "Say why, for the record." in response.text
    assert User.objects.get(pk=ambassador_user.pk).is_active


@pytest.mark.asvs("v5.0.0-8.3.1")
def test_an_act_beyond_the_actors_role_is_refused_in_words(staff: Client, chief_executive: User) -> None:
    response = staff.post(act(chief_executive, "end-access"), {"reason": "coup"})
    assert "Your role does not look after accounts of this kind" in response.text
    assert User.objects.get(pk=chief_executive.pk).is_active


@pytest.mark.asvs("v5.0.0-7.5.1")
@pytest.mark.parametrize("slug", ACTS)
def test_acts_ask_for_the_password_late_in_a_session(staff: Client, ambassador_user: User, slug: str) -> None:
    session = staff.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 15 * 60
    session.save()
    path = act(ambassador_user, slug)
    assert staff.post(path, {"reason": "x"})["Location"] == f"/account/confirm-password/?next={path}"


@pytest.mark.parametrize("slug", ["restore-access", "invite-again", "nonsense"])
def test_an_act_that_is_not_open_is_not_there(staff: Client, ambassador_user: User, slug: str) -> None:
    assert staff.get(act(ambassador_user, slug)).status_code == 404


def test_rows_of_the_libraries_are_not_edited_by_hand() -> None:
    registered = {model._meta.app_label for model in site._registry}
    assert registered.isdisjoint({"auth", "account", "mfa", "axes"})


def test_accounts_are_not_deleted(staff: Client, ambassador_user: User) -> None:
    assert staff.post(f"{LIST}{ambassador_user.pk}/delete/", {"post": "yes"}).status_code == 403
    assert "delete_selected" not in staff.get(LIST).text


def test_staff_without_the_permission_are_refused(client: Client, treasurer: User, ambassador_user: User) -> None:
    signed_in(client, treasurer)
    for path in (LIST, ADD, f"{LIST}{ambassador_user.pk}/change/"):
        assert client.get(path).status_code == 403
    assert client.get(act(ambassador_user, "end-access")).status_code in {403, 404}


def test_people_outside_the_office_do_not_see_the_staff_pages(client: Client, panel_member: User) -> None:
    assert signed_in(client, panel_member).get(LIST).status_code == 302
