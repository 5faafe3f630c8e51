"""Every component and every kind of question, in a real browser: on a desk and a phone, with scripts and without."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.support.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db, pytest.mark.urls("tests.web.gallery")]


def _without_our_scripts(page: Page) -> None:
    """As with JavaScript off, but axe, which is a script itself, can still look at the page."""
    page.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", ["/", "/?topic=speeding&sort=-name&page=3", "/form/", "/groups/", "/sent/"])
def test_gallery_page_passes_axe(open_page: Callable[..., Page], address: str, phone: bool, javascript: bool) -> None:
    page = open_page(phone=phone)
    if not javascript:
        _without_our_scripts(page)

    page.goto(address)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "the page scrolls sideways"


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_gallery_form_with_errors_passes_axe(open_page: Callable[..., Page], phone: bool, javascript: bool) -> None:
    page = open_page(phone=phone)
    if not javascript:
        _without_our_scripts(page)
    page.goto("/form/")
    page.get_by_label("Year").fill("2018")

    page.get_by_role("button", name="Save and continue").click()

    expect(page).to_have_title(re.compile("^Error: Every question"))
    expect(page.get_by_label("Year")).to_have_value("2018")
    assert axe(page) == []


def test_error_summary_leads_to_the_control_that_is_wrong(page: Page) -> None:
    page.goto("/form/")
    page.get_by_label("Day").fill("27")
    page.get_by_role("button", name="Save and continue").click()

    page.get_by_role("link", name="The date must include a month and a year").click()

    expect(page.get_by_label("Month")).to_be_focused()


def test_repeated_group_grows_and_shrinks_without_scripts(plain_page: Page) -> None:
    plain_page.goto("/groups/")
    plain_page.get_by_label("Topic").select_option("speeding")
    plain_page.get_by_label("Day").fill("31")

    plain_page.get_by_role("button", name="Add another priority").click()
    plain_page.get_by_label("Topic").nth(1).select_option("parking")
    plain_page.get_by_role("button", name="Remove priority 1").click()

    expect(plain_page.get_by_label("Topic")).to_have_count(1)
    expect(plain_page.get_by_label("Topic")).to_have_value("parking")
    expect(plain_page.get_by_role("heading", name="There is a problem")).to_have_count(0)


def test_enter_key_in_a_repeated_group_saves(plain_page: Page) -> None:
    plain_page.goto("/groups/")
    plain_page.get_by_label("Topic").select_option("speeding")
    plain_page.get_by_label("Year").press("Enter")

    expect(plain_page.get_by_role("heading", level=1)).to_have_text("[{'topic': 'speeding', 'agreed_on': None}]")


def test_character_count_speaks_as_the_person_types(page: Page) -> None:
    page.goto("/form/")

    page.get_by_label("What the forum agreed").fill("Speeding")

    expect(page.get_by_role("main")).to_contain_text("192 characters remaining")


def test_first_view_is_light(page: Page) -> None:
    import gzip

    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(gzip.compress(answer.body()))))

    page.goto("/sent/", wait_until="networkidle")

    assert sum(sizes) <= 50_000
    assert len(sizes) <= 7


def test_printed_page_has_no_navigation(page: Page) -> Any:
    page.goto("/")

    page.emulate_media(media="print")

    assert not page.locator(".opcc-nav").is_visible()
    assert not page.get_by_role("search").is_visible()
    assert page.get_by_role("heading", name="Every component").is_visible()
