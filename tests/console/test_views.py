"""The pages that every site has, and whether it is well."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from opcc.accounts.models import User
from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage
from opcc.core.operations import queue_mail
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import signed_in

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("home", "Westshire"),
        ("help", "01632 960001"),
        ("privacy", "Privacy"),
        ("accessibility", "Accessibility"),
    ],
)
def test_page_opens_without_signing_in(client: Client, name: str, heading: str) -> None:
    OfficeProfileFactory.create()
    answer = client.get(reverse(name))
    assert answer.status_code == 200
    assert heading in answer.content.decode()


def test_home_leads_a_person_who_is_signed_in_to_their_pages_and_account(client: Client, ambassador_user: User) -> None:
    OfficeProfileFactory.create()
    page = signed_in(client, ambassador_user).get(reverse("home")).content.decode()
    assert f'href="{reverse("accounts:landing")}">Your pages</a>' in page
    assert f'<a href="{reverse("accounts:profile")}">{ambassador_user}' in page
    assert ">Sign in</a>" not in page


@pytest.mark.parametrize("name", ["home", "help", "privacy", "accessibility"])
def test_page_opens_before_an_office_is_loaded(client: Client, name: str) -> None:
    assert client.get(reverse(name)).status_code == 200


@pytest.mark.parametrize("name", ["home", "help", "privacy", "accessibility", "livez", "readyz", "security-txt"])
def test_page_refuses_to_be_posted_to(client: Client, name: str) -> None:
    assert client.post(reverse(name)).status_code == 405


def test_livez_asks_nothing_of_the_database(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        answer = client.get("/livez")
    assert (answer.status_code, answer.content) == (200, b"ok\n")


def late_mail(minutes: int, state: MailState = MailState.WAITING) -> OutboxMessage:
    at = timezone.now() - timedelta(minutes=minutes)
    message = queue_mail(to="gwen@parish.example", subject="A letter", body="Hello", kind="report_due", at=at)
    OutboxMessage.objects.filter(pk=message.pk).update(state=state)
    return message


@pytest.mark.parametrize(
    ("minutes", "state", "status", "background"),
    [
        (9, MailState.WAITING, 200, "ok"),
        (11, MailState.WAITING, 503, "delayed"),
        (11, MailState.HELD, 200, "ok"),
        (11, MailState.FAILED, 200, "ok"),
    ],
)
def test_readyz_is_late_with_mail_that_waits_too_long(
    client: Client, minutes: int, state: MailState, status: int, background: str
) -> None:
    late_mail(minutes, state)
    answer = client.get("/readyz")
    assert (answer.status_code, answer.json()) == (status, {"database": "ok", "background": background})
    assert "no-store" in answer["Cache-Control"]


def test_readyz_without_mail_is_well(client: Client) -> None:
    assert client.get("/readyz").json() == {"database": "ok", "background": "ok"}


def test_security_txt_says_where_to_write_and_until_when(client: Client, settings: Settings) -> None:
    settings.SITE_URL = "https://office.example/"
    answer = client.get("/.well-known/security.txt")
    until = (timezone.now() + timedelta(days=365)).strftime("%Y-%m-%d")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "Contact: https://office.example/help/",
        f"Expires: {until}T00:00:00Z",
        "Preferred-Languages: en",
    ]
