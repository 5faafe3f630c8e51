"""The guards of views."""

import pytest
from django.test import Client

from opcc.accounts import operations
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from tests.factories.accounts import PASSWORD
from tests.support.actors import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]


def test_roles_required_lets_the_role_in(client: Client, ambassador_user: User) -> None:
    assert signed_in(client, ambassador_user).get("/probe/guarded/").text == "guarded"


def test_roles_required_sends_the_anonymous_to_sign_in_and_back(client: Client) -> None:
    response = client.get("/probe/guarded/?page=2")
    assert response["Location"] == "/account/sign-in/?next=/probe/guarded/%3Fpage%3D2"


def test_roles_required_refuses_another_role(client: Client, panel_member: User) -> None:
    assert signed_in(client, panel_member).get("/probe/guarded/").status_code == 403


def test_roles_required_asks_at_every_request(client: Client, ambassador_user: User, chief_executive: User) -> None:
    signed_in(client, ambassador_user)
    assert client.get("/probe/guarded/").status_code == 200
    operations.set_roles(user=ambassador_user, roles=[Role.APPLICANT], by=chief_executive, at=ambassador_user.joined_at)
    assert client.get("/probe/guarded/").status_code == 403


@pytest.mark.asvs("v5.0.0-7.5.1")
def test_recently_authenticated_asks_again_after_15_minutes(client: Client, policy_officer: User) -> None:
    signed_in(client, policy_officer)
    assert client.get("/probe/delicate/").text == "delicate"
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 15 * 60
    session.save()
    asked = client.get("/probe/delicate/")
    assert asked["Location"] == "/account/confirm-password/?next=/probe/delicate/"
    wrong = client.post(asked["Location"], {"password": "guess"})
    assert "Enter the right password" in wrong.text
    assert client.get("/probe/delicate/").status_code == 302
    right = client.post(asked["Location"], {"password": PASSWORD})
    assert right["Location"] == "/probe/delicate/"
    assert client.get("/probe/delicate/").text == "delicate"
