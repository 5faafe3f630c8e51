"""The pages of the force's figures in a browser: accessible, on a phone and a desk, without scripts, and on paper."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from performance.enums import CommentaryState, QuestionState
from performance.models import Observation
from tests.factories.performance import (
    LOADED_AT,
    AnnotationFactory,
    CommentaryFactory,
    ForceQuestionFactory,
    LoadFactory,
    MeasureFactory,
    ObservationFactory,
    SeriesFactory,
    TargetFactory,
)
from tests.performance.westshire import ROBBERY, measure_with_months, places, robbery, summarise
from tests.support.actors import browser_session
from tests.support.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = {
    "scorecard": "/performance/",
    "scorecard with a mistake": "/performance/?quarter=1999-00Q1",
    "scorecard without a signal": "/performance/?show=signals&area=E07000802&quarter=2017-18Q1",
    "measure": "/performance/robbery/",
    "measure of a district": "/performance/robbery/?area=E07000801",
    "rolling measure": "/performance/victim-satisfaction/",
    "measure without figures": "/performance/business-crime/",
    "area": "/performance/areas/E07000801/",
    "comparison": "/performance/compare/",
    "comparison of areas": "/performance/compare/?measure=robbery&area=E07000801&other_area=E07000802",
    "comparison with a mistake": "/performance/compare/?measure=robbery&area=E07000801",
    "rules": "/performance/how-signals-are-found/",
}


@pytest.fixture
def figures(transactional_db: None) -> None:
    """Something of everything that the pages can show."""
    where = places()
    measure = robbery(where)
    series = measure.series.get(force_area__isnull=False)
    AnnotationFactory.create(measure=measure, suspends_comparison=True)
    AnnotationFactory.create(measure=None, label="New definition", month=date(2017, 3, 1))
    TargetFactory.create(measure=measure, value=80, words="Fewer than 80")
    CommentaryFactory.create(
        measure=measure,
        text="There were {{ value }} robberies.",
        restricted_text="For members.",
        state=CommentaryState.PUBLISHED,
        published_at=LOADED_AT,
    )
    asked: dict[str, Any] = {"series": series, "asked_at": LOADED_AT, "due_on": date(2018, 1, 26)}
    ForceQuestionFactory.create(**asked, state=QuestionState.ASKED)
    ForceQuestionFactory.create(
        **asked,
        state=QuestionState.ANSWERED,
        answer="Shops in two towns.",
        answered_for="Superintendent",
        answered_on=date(2018, 1, 20),
        answer_is_restricted=True,
    )
    later = LoadFactory.create(replaces=True, reason="Late crimes recorded")
    Observation.objects.filter(series=series, month="2017-10-01").update(superseded_by=later)
    ObservationFactory.create(series=series, month=date(2017, 10, 1), value=36, load=later)
    survey = SeriesFactory.create(
        measure=MeasureFactory.create(survey=True, code="victim-satisfaction", name="Victim satisfaction")
    )
    load = LoadFactory.create()
    Observation.objects.bulk_create(
        Observation(series=survey, month=date(2017, n, 1), value=Decimal(84), n=250, load=load, is_synthetic=n < 10)
        for n in range(1, 13)
    )
    SeriesFactory.create(measure=MeasureFactory.create(code="business-crime"))
    measure_with_months("restricted-offences", ROBBERY, restricted=True)
    summarise()


def each_page(page: Page) -> Iterator[str]:
    for name, address in PAGES.items():
        response = page.goto(address)
        assert response is not None
        assert response.status == 200, name
        yield name


@pytest.mark.parametrize("is_phone", [True, False], ids=["phone", "desk"])
def test_every_page_is_accessible_and_fits(
    open_page: Callable[..., Page], live_server: Any, figures: None, is_phone: bool
) -> None:
    page = open_page(phone=is_phone)
    for name in each_page(page):
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= (390 if is_phone else 1280), name


def test_every_page_fits_at_200_percent(page: Page, live_server: Any, figures: None) -> None:
    page.set_viewport_size({"width": 640, "height": 450})  # what 1280 by 900 leaves at twice the size
    for name in each_page(page):
        assert page.evaluate("document.documentElement.scrollWidth") <= 640, name


def test_members_page_with_restricted_parts_is_accessible(
    page: Page, live_server: Any, figures: None, panel_member: User
) -> None:
    browser_session(page, live_server, panel_member)
    page.goto("/performance/robbery/")
    expect(page.get_by_text("For members.")).to_be_visible()
    assert axe(page) == []
    page.goto("/performance/")
    expect(page.get_by_role("rowheader", name="Restricted offences Restricted")).to_be_visible()
    assert axe(page) == []


def test_phone_sees_the_latest_months_and_a_desk_all(
    open_page: Callable[..., Page], live_server: Any, figures: None
) -> None:
    for is_phone in (True, False):
        page = open_page(phone=is_phone)
        page.goto("/performance/robbery/")
        assert page.locator(".opcc-chart__narrow").first.is_visible() == is_phone
        assert page.locator(".opcc-chart__scroll").first.is_visible() != is_phone
        words = page.locator(".opcc-chart__narrow text" if is_phone else ".opcc-chart__scroll text")
        sizes = words.evaluate_all(
            "all => all.map(one => parseFloat(one.getAttribute('font-size')) * one.getScreenCTM().a)"
        )
        assert min(sizes) >= 10


def test_wide_chart_scrolls_by_keyboard_in_a_region_of_its_own(page: Page, live_server: Any, figures: None) -> None:
    page.set_viewport_size({"width": 700, "height": 800})
    page.goto("/performance/robbery/")
    region = page.get_by_role("region", name="Robbery: offences a month")
    region.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(region).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") <= 700


def test_reader_without_scripts_finds_signals_a_measure_and_its_numbers(
    plain_phone: Page, live_server: Any, figures: None
) -> None:
    plain_phone.goto("/")
    plain_phone.get_by_role("navigation", name="Main").get_by_role("link", name="Performance").click()
    plain_phone.get_by_label("Show", exact=True).select_option("Only measures with a signal")
    plain_phone.get_by_role("button", name="Show").click()
    expect(plain_phone.get_by_role("link", name="Victim satisfaction")).to_have_count(0)
    plain_phone.get_by_role("link", name="Robbery").click()
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Robbery")
    expect(plain_phone.get_by_role("button", name="Print")).to_have_count(0)
    plain_phone.get_by_text("The same numbers as a table").click()
    expect(plain_phone.get_by_role("rowheader", name="December 2017", exact=True)).to_be_visible()
    plain_phone.get_by_role("link", name="Compare with another area or measure").click()
    plain_phone.get_by_label("Or with the same measure in another area").select_option("Northton district")
    plain_phone.get_by_role("button", name="Compare").click()
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Westshire force area and Northton district")


def test_print_button_prints(page: Page, live_server: Any, figures: None) -> None:
    page.goto("/performance/robbery/")
    page.evaluate("window.print = () => { document.title = 'printed'; }")
    page.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")


def test_paper_has_the_chart_and_its_numbers_and_no_controls(phone: Page, live_server: Any, figures: None) -> None:
    phone.goto("/performance/robbery/")
    phone.emulate_media(media="print")
    for hidden in (".opcc-nav", ".opcc-filters", ".opcc-tools", ".opcc-chart__narrow"):
        assert not phone.locator(hidden).first.is_visible(), hidden
    expect(phone.locator(".opcc-chart__scroll svg").first).to_be_visible()
    expect(phone.get_by_role("rowheader", name="April 2015")).to_be_visible()
    assert phone.evaluate("document.querySelector('.opcc-chart__scroll svg').getBoundingClientRect().width") <= 390


def test_chart_file_opens_by_itself(page: Page, live_server: Any, figures: None) -> None:
    page.goto("/performance/robbery/")
    with page.expect_download() as caught:
        page.get_by_role("link", name="Chart as a picture").click()
    assert caught.value.suggested_filename == "robbery-westshire-2017-18q3.svg"
