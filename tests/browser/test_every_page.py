"""Every page of the site in a real browser: accessible at 1280 pixels and at 390, and nothing runs off the screen.

What is looked at follows from tests/browser/pages.py; the records that staff keep are in test_every_record.py.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Page
from pytest_django.fixtures import Settings

from tests.browser.pages import ERRORS, NO_PAGE, NO_PAGE_OF_A_RECORD, PAGES_OF_A_RECORD, TABLES
from tests.browser.scenes import people_of, records_of
from tests.browser.visits import Visit
from tests.browser.ways import Scene
from tests.factories.reference import OfficeProfileFactory
from tests.support.routes import EVERY_ROUTE
from tests.support.staff_records import registered
from tests.support.sweep import Sweep

OpenPage = Callable[..., Page]


def of_records(pages: tuple[str, ...]) -> set[str]:
    """The routes of these pages of every kind of record that staff keep."""
    return {f"admin:{m._meta.app_label}_{m._meta.model_name}_{page}" for m in registered() for page in pages}


def test_every_route_is_a_page_that_is_looked_at_or_said_to_be_none() -> None:
    looked_at = {look.route for table in TABLES.values() for look in table} | of_records(PAGES_OF_A_RECORD)
    no_page = NO_PAGE.keys() | of_records(NO_PAGE_OF_A_RECORD)
    assert looked_at & no_page == set()
    assert looked_at | no_page == EVERY_ROUTE.keys()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("portal", TABLES)
def test_pages_of_a_portal(open_page: OpenPage, live_server: Any, settings: Settings, portal: str) -> None:
    settings.AXES_FAILURE_LIMIT = 2  # one of the pages is for somebody locked out
    visit = Visit(open_page, live_server, Scene(people_of(portal)))
    for look in TABLES[portal]:
        if look.before:
            visit.look(look)
    visit.scene.records.update(records_of(portal, visit.scene.people))
    for look in TABLES[portal]:
        visit.look(look)
    assert visit.found() == {}


def error_templates() -> dict[str, str]:
    """The templates that Django answers errors with, and the heading of each."""
    found = {}
    for path in sorted((django_settings.BASE_DIR / "templates").glob("[45]*.html")):
        heading = re.search("<h1[^>]*>(.+?)</h1>", path.read_text())
        assert heading, path.name
        found[path.name] = heading[1]
    return found


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.urls("tests.browser.broken_urls")
def test_pages_that_say_what_went_wrong(open_page: OpenPage, live_server: Any, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "1/h/ip"}
    OfficeProfileFactory.create()
    scene = Scene(people_of("accounts"))
    headings, found = {}, {}
    for template, way in ERRORS.items():
        sweep = Sweep(open_page())
        way(sweep.page, live_server, scene)
        sweep.look(template)
        headings[template] = sweep.page.get_by_role("heading", level=1).inner_text()
        found.update(sweep.found)
    assert headings == error_templates()
    assert found == {}
