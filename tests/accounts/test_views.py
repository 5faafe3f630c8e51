"""Invitations over HTTP, the way to one's own portal, and one's own account."""

import re

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from opcc.accounts import operations
from opcc.accounts.enums import Role
from opcc.accounts.models import Invitation, User
from opcc.accounts.views import qr_path
from opcc.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD, UserFactory
from tests.support.actors import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]
ACCEPT = "/account/invitations/accept/"


@pytest.fixture
def link(policy_officer: User) -> str:
    operations.invite_person(
        email="gwen@parish.example",
        first_name="Gwen",
        last_name="Hill",
        roles=[Role.AMBASSADOR],
        by=policy_officer,
        at=timezone.now(),
    )
    found = re.search(r"/account/invitations/[\w-]+/", OutboxMessage.objects.get().body)
    assert found
    return found[0]


@pytest.mark.asvs("v5.0.0-14.2.1")
def test_invitation_takes_the_token_out_of_the_address(client: Client, link: str) -> None:
    opened = client.get(link)
    assert opened["Location"] == ACCEPT
    page = client.get(ACCEPT)
    assert "Welcome, Gwen" in page.text
    assert link.split("/")[-2] not in page.text
    assert "no-store" in page["Cache-Control"]


def test_invitation_is_accepted_and_leads_to_signing_in(client: Client, link: str) -> None:
    client.get(link)
    accepted = client.post(ACCEPT, {"password": PASSWORD, "password_again": PASSWORD}, follow=True)
    assert accepted.redirect_chain == [("/account/sign-in/", 302)]
    assert "Your password is set" in accepted.text
    landed = client.post("/account/sign-in/", {"login": "gwen@parish.example", "password": PASSWORD}, follow=True)
    assert landed.redirect_chain[-1] == ("/ambassadors/", 302)
    assert client.get(link, follow=True).status_code == 410


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("", "", "Enter a password"),
        ("short", "short", "15 characters or more"),
        (PASSWORD, "amber kettle walks south", "Enter the same password twice"),
        ("gwen hill gwen hill", "gwen hill gwen hill", "made of the name"),
    ],
)
def test_invitation_with_a_wrong_password_changes_nothing(
    client: Client, link: str, first: str, second: str, words: str
) -> None:
    client.get(link)
    response = client.post(ACCEPT, {"password": first, "password_again": second})
    assert words in response.text
    assert Invitation.objects.get().used_at is None
    assert not User.objects.get(email="gwen@parish.example").has_usable_password()


def test_invitation_accepted_in_another_tab_says_so(client: Client, link: str) -> None:
    client.get(link)
    operations.accept_invitation(token=link.split("/")[-2], password=PASSWORD, at=timezone.now())
    response = client.post(ACCEPT, {"password": PASSWORD, "password_again": PASSWORD})
    assert response.status_code == 410
    assert "This link no longer works" in response.text


def test_invitation_without_a_link_is_over(client: Client) -> None:
    assert client.get(ACCEPT).status_code == 410


@pytest.mark.asvs("v5.0.0-7.2.4")
def test_accepting_signs_out_whoever_was_there(client: Client, ambassador_user: User, link: str) -> None:
    signed_in(client, ambassador_user).get(link)
    client.post(ACCEPT, {"password": PASSWORD, "password_again": PASSWORD})
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    ("roles", "target"),
    [
        ([Role.AMBASSADOR], "/ambassadors/"),
        ([Role.PANEL_MEMBER], "/panel/"),
        ([Role.TREASURER], "/staff/"),
        ([Role.TREASURER, Role.CHIEF_EXECUTIVE], "/staff/"),
    ],
)
def test_landing_leads_to_the_one_portal(client: Client, roles: list[Role], target: str) -> None:
    user = UserFactory.create(roles=roles)
    assert signed_in(client, user).get("/account/start/")["Location"] == target


def test_landing_offers_a_choice_to_people_with_several(client: Client) -> None:
    user = UserFactory.create(roles=[Role.AMBASSADOR, Role.PANEL_MEMBER, Role.TREASURER])
    response = signed_in(client, user).get("/account/start/")
    assert [portal.name for portal in response.context["portals"]] == [
        "Staff pages",
        "Panel members' area",
        "Ambassadors' area",
    ]


@pytest.mark.parametrize("role", [Role.APPLICANT, Role.ASSESSOR])
def test_landing_without_a_portal_says_what_happens(client: Client, role: Role) -> None:
    response = signed_in(client, UserFactory.create(roles=[role])).get("/account/start/")
    assert "There is nothing for your role to do here yet" in response.text


@pytest.mark.parametrize("path", ["/account/", "/account/start/", "/account/address/", "/account/second-step/"])
def test_own_pages_need_signing_in(client: Client, path: str) -> None:
    assert client.get(path)["Location"] == f"/account/sign-in/?next={path}"


def test_profile_shows_ones_own(client: Client, ambassador_user: User) -> None:
    response = signed_in(client, ambassador_user).get("/account/")
    assert "Bina Chohan" in response.text
    assert "Not set up" in response.text


def test_sign_out_everywhere_ends_every_session(client: Client, ambassador_user: User) -> None:
    elsewhere = signed_in(Client(), ambassador_user)
    signed_in(client, ambassador_user)
    assert client.get("/account/sign-out-everywhere/").status_code == 405
    client.post("/account/sign-out-everywhere/")
    assert [one.get("/account/").status_code for one in (client, elsewhere)] == [302, 302]


@pytest.mark.parametrize(
    "path",
    [
        "/account/sign-in/",
        "/account/cannot-sign-in/",
        "/account/password/forgotten/",
        "/account/password/forgotten/sent/",
        "/account/password/changed/",
        "/account/password/forgotten/1-wrong/",
    ],
)
def test_pages_for_everybody_open(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert "style=" not in response.text
    assert "placeholder" not in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/account/",
        "/account/sign-out/",
        "/account/confirm-password/",
        "/account/address/",
        "/account/password/",
        "/account/second-step/",
        "/account/second-step/confirm/",
        "/account/recovery-codes/",
        "/account/recovery-codes/new/",
    ],
)
def test_pages_of_an_account_open(client: Client, panel_member: User, path: str) -> None:
    response = signed_in(client, panel_member).get(path)
    assert response.status_code == 200
    assert "style=" not in response.text
    assert "placeholder" not in response.text
    assert "no-store" in response["Cache-Control"]


def test_recovery_codes_can_be_downloaded_and_made_anew(client: Client, panel_member: User) -> None:
    signed_in(client, panel_member)
    first = client.get("/account/recovery-codes/download/")
    assert first["Content-Type"].startswith("text/plain")
    assert "attachment" in first["Content-Disposition"]
    assert client.post("/account/recovery-codes/new/")["Location"] == "/account/recovery-codes/"
    second = client.get("/account/recovery-codes/download/")
    assert set(re.findall(r"\d{10}", first.text)).isdisjoint(re.findall(r"\d{10}", second.text))


def test_qr_path_draws_every_dark_square_once() -> None:
    size, path = qr_path("otpauth://totp/x?secret=ABC")
    squares = re.findall(r"M(\d+) (\d+)h1v1h-1z", path)
    assert path == "".join(f"M{x} {y}h1v1h-1z" for x, y in squares)
    assert len(set(squares)) == len(squares) > 100
    assert min(int(n) for pair in squares for n in pair) == 4
    assert max(int(n) for pair in squares for n in pair) == size - 5


def test_every_request_of_a_signed_in_person_costs_few_queries(
    client: Client, ambassador_user: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    signed_in(client, ambassador_user).get("/probe/guarded/")
    cache.clear()
    with django_assert_max_num_queries(3):  # session, person, groups
        client.get("/probe/guarded/")
