"""A handful of pages of each portal with the keyboard alone: every control is reached, in order, and seen to be."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from ambassadors.models import Concern
from tests.browser.pages import MEMBER, STAFF
from tests.browser.scenes import people_of, records_of
from tests.browser.ways import Scene
from tests.factories.ambassadors import ConcernFactory
from tests.support.actors import browser_session
from tests.support.browser import DESKTOP, ZOOMED
from tests.support.keyboard import goes_back, walk

OpenPage = Callable[..., Page]
# Of each portal: who, and the routes with the record that each shows.
PLACES: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "public": (
        "",
        (
            ("home", ""),
            ("forums:forum-list", ""),
            ("forums:forum-detail", "forum"),
            ("panel:public-report", "quarter"),
            ("performance:scorecard", ""),
            ("performance:measure", "measure"),
            ("account_login", ""),
        ),
    ),
    "panel": (MEMBER, (("panel:home", ""), ("panel:paper-restricted", "quarter"), ("accounts:profile", ""))),
    "ambassadors": (
        "ambassador",
        (
            ("ambassadors:home", ""),
            ("ambassadors:report-attendance", "bare"),
            ("ambassadors:report-issues", "whole"),
            ("ambassadors:report-check", "whole"),
            ("ambassadors:contact-new", ""),
        ),
    ),
    "staff": (
        STAFF,
        (
            ("admin:index", ""),
            ("admin:ambassadors_concern_changelist", ""),
            ("admin:ambassadors_concern_change", "concern"),
            ("admin:forums_forummeeting_add", ""),
            ("admin:reference_district_add", ""),
            ("admin:performance_load_add", ""),
        ),
    ),
}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("portal", PLACES)
def test_tab_key_reaches_every_control(open_page: OpenPage, live_server: Any, portal: str) -> None:
    who, places = PLACES[portal]
    scene = Scene(people_of(portal))
    scene.records.update(records_of(portal, scene.people))
    concern: Concern = ConcernFactory.create()
    scene.records["concern"] = (concern.pk,)
    page = open_page()
    if who:
        browser_session(page, live_server, scene.people[who])
    found = {}
    for size in (DESKTOP, ZOOMED):
        page.set_viewport_size(size)
        for route, record in places:
            page.goto(reverse(route, args=scene.records[record] if record else ()))
            found[f"{route} at {size['width']}"] = walk(page)
    assert {name: faults for name, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ({"left": 0, "top": 30, "bottom": 50}, False),  # further down
        ({"left": 200, "top": 0, "bottom": 20}, False),  # the top of the next column
        ({"left": 150, "top": 10, "bottom": 20}, False),  # further on in the line
        ({"left": 100, "top": 0, "bottom": 10}, True),  # further up in the column
        ({"left": 50, "top": 10, "bottom": 20}, True),  # further back in the line
    ],
)
def test_goes_back_when_the_eye_would(after: dict[str, int], expected: bool) -> None:
    assert goes_back({"left": 100, "top": 10, "bottom": 20}, after) is expected
