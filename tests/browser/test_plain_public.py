"""What everybody reads, with JavaScript off: forums looked for, filtered and paged, and the force's figures."""

from calendar import month_name
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from forums.enums import PrioritiesOutcome
from forums.models import Forum
from forums.views import MEETINGS_A_PAGE
from tests.factories.forums import ForumFactory, ForumMeetingFactory
from tests.factories.reference import DistrictFactory, OfficeProfileFactory
from tests.performance.westshire import places, robbery, summarise

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def forums(transactional_db: None) -> None:
    """Three in two districts; Ashby met once a month for a year."""
    OfficeProfileFactory.create()
    north, south = DistrictFactory.create(name="Northton"), DistrictFactory.create(name="Southam")
    ForumFactory.create(slug="ashby", district=north)
    ForumFactory.create(slug="ashford", district=south)
    ForumFactory.create(slug="brook", district=north)
    for month in range(1, 13):
        ForumMeetingFactory.create(
            forum=Forum.objects.get(slug="ashby"),
            held_on=date(2016, month, 6),
            priorities_outcome=PrioritiesOutcome.NONE_AGREED,
        )


def listed(page: Page) -> Locator:
    """The names of the page's rows, in its order."""
    return page.get_by_role("rowheader")


def test_forums_are_searched_filtered_and_cleared(plain_phone: Page, live_server: Any, forums: None) -> None:
    plain_phone.goto("/")
    plain_phone.get_by_role("link", name="Forums").first.click()
    expect(listed(plain_phone)).to_have_text(["Ashby", "Brook", "Ashford"])

    plain_phone.get_by_label("Forum, place or venue").fill("ash")
    plain_phone.get_by_role("button", name="Show").click()
    expect(listed(plain_phone)).to_have_text(["Ashby", "Ashford"])

    plain_phone.get_by_label("District").select_option(label="Southam")
    plain_phone.get_by_role("button", name="Show").click()
    expect(listed(plain_phone)).to_have_text(["Ashford"])

    plain_phone.get_by_role("link", name="Clear Forum, place or venue: ash").click()
    expect(plain_phone.get_by_label("District")).to_have_value(Forum.objects.get(slug="ashford").district.code)
    plain_phone.get_by_role("link", name="Clear all").click()
    expect(listed(plain_phone)).to_have_text(["Ashby", "Brook", "Ashford"])


def test_meetings_of_a_forum_are_paged(plain_page: Page, live_server: Any, forums: None) -> None:
    plain_page.goto("/forums/ashby/")
    days = [f"6 {month_name[month]} 2016" for month in range(12, 0, -1)]
    expect(listed(plain_page)).to_have_text(days[:MEETINGS_A_PAGE])
    plain_page.get_by_role("link", name="Next page").click()
    expect(listed(plain_page)).to_have_text(days[MEETINGS_A_PAGE:])


def test_figures_are_read_for_another_quarter_and_area(
    plain_page: Page, live_server: Any, transactional_db: None
) -> None:
    robbery(places())
    summarise()
    plain_page.goto("/performance/")
    plain_page.get_by_role("link", name="Robbery").first.click()
    expect(plain_page.get_by_role("heading", level=1)).to_contain_text("Robbery")

    plain_page.get_by_label("Area", exact=True).select_option(label="Northton district")
    plain_page.get_by_label("Quarter", exact=True).select_option(label="Jul to Sep 2017")
    plain_page.get_by_role("button", name="Show").click()

    expect(plain_page.get_by_role("main")).to_contain_text("Northton")
    expect(plain_page.get_by_role("rowheader", name="September 2017")).to_be_visible()
    expect(plain_page.get_by_role("rowheader", name="October 2017")).to_have_count(0)
