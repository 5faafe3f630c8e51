"""The admin's skin in a real browser: accessible, without a breach of the strict policy, on a desk and a phone."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.core.enums import MailState
from opcc.core.models import OutboxMessage
from opcc.reference.models import District, ForceArea, Population
from tests.factories.accounts import UserFactory
from tests.support.actors import browser_session
from tests.support.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.web.staff_gallery")]


@pytest.fixture
def superuser(db: None) -> User:
    # The stock site of these tests has models that no role keeps.
    return UserFactory.create(email="sam@office.example", is_staff=True, is_superuser=True)


@pytest.fixture
def records(db: None, superuser: User) -> dict[str, Any]:
    ContentType.objects.clear_cache()
    area = ForceArea.objects.create(name="Exampleshire", code="E23000099", force_name="Exampleshire Police")
    district = District.objects.create(name="North", code="E07000999", force_area=area, position=1)
    Population.objects.create(district=district, kind="residents", year=2017, value=1000, source="Census")
    now = timezone.now()
    mail = OutboxMessage.objects.create(
        to="a@b.example",
        subject="Your report is due",
        body="…",
        kind="reminder",
        state=MailState.FAILED,
        created_at=now,
        send_after=now,
    )
    return {"area": area, "district": district, "mail": mail}


def _addresses(records: dict[str, Any]) -> list[str]:
    mail, district = records["mail"].pk, records["district"].pk
    return [
        "/staff/",
        "/staff/find/?q=report",
        "/staff/core/",
        "/staff/core/outboxmessage/",
        "/staff/core/outboxmessage/?state__exact=failed&q=report",
        "/staff/core/outboxmessage/add/",
        f"/staff/core/outboxmessage/{mail}/change/",
        f"/staff/core/outboxmessage/{mail}/history/",
        f"/staff/reference/district/{district}/change/",
        "/staff/reference/district/add/",
        f"/staff/reference/forcearea/{records['area'].pk}/change/",
        "/staff/accounts/user/",
        "/staff/accounts/user/add/",
        "/staff/auth/group/add/",
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_staff_pages_pass_axe_under_the_strict_policy(
    open_page: Callable[..., Page], live_server: Any, superuser: User, records: dict[str, Any], phone: bool
) -> None:
    page = open_page(phone=phone)
    browser_session(page, live_server, superuser)

    found = {}
    for address in _addresses(records):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        found[address] = axe(page)
        if "/outboxmessage/" in address:
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "scrolls sideways"

    assert {address: lines for address, lines in found.items() if lines} == {}


def test_search_box_of_a_relation_has_a_name(
    page: Page, live_server: Any, superuser: User, records: dict[str, Any]
) -> None:
    browser_session(page, live_server, superuser)
    page.goto("/staff/accounts/user/add/")

    page.get_by_label("Search for Groups").fill("pol")

    assert axe(page) == []


def test_state_button_keeps_what_was_typed_when_refused(
    page: Page, live_server: Any, superuser: User, records: dict[str, Any]
) -> None:
    browser_session(page, live_server, superuser)
    page.goto(f"/staff/core/outboxmessage/{records['mail'].pk}/change/")
    page.get_by_label("Why send it again").fill("again please")

    page.get_by_role("button", name="Send again").click()

    expect(page).to_have_title(re.compile("^Error:"))
    expect(page.get_by_label("Why send it again")).to_have_value("again please")
    assert axe(page) == []
    page.get_by_label("Why send it again").fill("The address is right now")
    page.get_by_role("button", name="Send again").click()
    expect(page.locator(".messagelist")).to_contain_text("The e-mail waits to be sent.")
