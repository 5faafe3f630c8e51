"""The account's pages in a real browser: the whole way in, on a phone and with scripts off."""

import re
from typing import Any

import pyotp
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from opcc.accounts import operations
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD
from tests.support.actors import browser_sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def test_from_the_invitation_to_the_second_step_on_a_phone_without_scripts(plain_phone: Page, live_server: Any) -> None:
    page = plain_phone
    operations.invite_person(
        email="gwen@panel.example",
        first_name="Gwen",
        last_name="Hill",
        roles=[Role.PANEL_MEMBER, Role.AMBASSADOR],
        by=None,
        at=timezone.now(),
    )
    link = re.search(r"/account/invitations/[\w-]+/", OutboxMessage.objects.get().body)
    assert link
    page.goto(live_server.url + link[0])
    page.get_by_role("textbox", name="Choose a password").fill("passwordpassword")
    press(page, "Set the password")
    expect(page.get_by_role("alert")).to_contain_text("one that many people use")
    for name in ("Choose a password", "The password again"):
        page.get_by_role("textbox", name=name).fill(PASSWORD)
    press(page, "Set the password")
    page.get_by_label("E-mail address").fill("gwen@panel.example")
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    press(page, "Sign in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up the second step of signing in")
    expect(page.get_by_role("img", name="Square code")).to_be_visible()
    secret = page.locator(".accounts-secret").inner_text().replace(" ", "")
    page.get_by_label("Code that the app shows").fill(pyotp.TOTP(secret).now())
    press(page, "Turn on the second step")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    page.get_by_role("button", name="I have kept them safe").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Where do you want to go?")


def test_signing_in_with_password_and_code(page: Page, live_server: Any, policy_officer: User) -> None:
    browser_sign_in(page, live_server, policy_officer, "/account/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your account")
