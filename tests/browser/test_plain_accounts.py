"""An account, with JavaScript off: a password that was forgotten, and the second step of somebody at the office."""

import re
from typing import Any

import pyotp
import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = "copper lantern drifts south"


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).click()


def sign_in(page: Page, user: User, password: str) -> None:
    page.goto("/account/sign-in/")
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_role("textbox", name="Password").fill(password)
    press(page, "Sign in")


def test_forgotten_password_is_chosen_anew_by_the_mailed_link(
    plain_phone: Page, live_server: Any, ambassador_user: User
) -> None:
    plain_phone.goto("/account/sign-in/")
    plain_phone.get_by_role("link", name=re.compile("forgot", re.IGNORECASE)).click()
    plain_phone.get_by_label("E-mail address").fill(ambassador_user.email)
    press(plain_phone, "Send the link")
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Look at your e-mail")

    link = re.search(r"/account/password/\S+", OutboxMessage.objects.get(to=ambassador_user.email).body)
    assert link
    plain_phone.goto(link[0])
    for box in plain_phone.get_by_role("main").get_by_role("textbox").all():
        box.fill(NEW)
    press(plain_phone, "Change the password")
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Your password is changed")

    ambassador_user.refresh_from_db()
    assert ambassador_user.check_password(NEW)
    sign_in(plain_phone, ambassador_user, PASSWORD)
    expect(plain_phone.get_by_role("alert")).to_be_visible()
    sign_in(plain_phone, ambassador_user, NEW)
    expect(plain_phone.get_by_role("button", name="Sign out").first).to_be_attached()


def test_staff_set_up_the_second_step_and_reach_their_pages(
    plain_page: Page, live_server: Any, policy_officer: User
) -> None:
    sign_in(plain_page, policy_officer, PASSWORD)
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Set up the second step of signing in")
    press(plain_page, "Turn on the second step")
    expect(plain_page.get_by_role("heading", name="There is a problem")).to_be_visible()

    secret = plain_page.locator(".accounts-secret").inner_text().replace(" ", "")
    plain_page.get_by_label("Code that the app shows").fill(pyotp.TOTP(secret).now())
    press(plain_page, "Turn on the second step")
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    plain_page.get_by_role("button", name="I have kept them safe").click()

    plain_page.goto("/staff/")
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Work waiting")
    assert Authenticator.objects.filter(user=policy_officer, type=Authenticator.Type.TOTP).count() == 1
