"""The office's second promise in a browser: the force's file reaches the Panel's PDF, and a revision of it too."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.core.quarters import Quarter
from panel.models import QuarterlyReport
from performance import tasks
from performance.enums import CommentaryState, LoadState
from performance.models import Commentary, Load, Measure, Observation, Series
from performance.reporting.months import month_after
from tests.factories.performance import MeasureFactory, SeriesFactory
from tests.factories.reference import OfficeProfileFactory
from tests.performance.files import csv_of
from tests.support.actors import browser_session, browser_sign_in
from tests.support.pdf import all_text

pytestmark = [pytest.mark.browser, pytest.mark.worker, pytest.mark.django_db(transaction=True)]
STAFF = "/staff/performance"
WORK_MS = 60_000  # a page that looks again every three seconds, on a machine that is busy with other tests
VALUES = (18, 22, 20, 19, 21, 20, 23, 17, 20, 22, 18, 20, 34, 30, 36, 33, 31, 35, 32, 33)  # mean 20, then a run at 33
REVISED = 43  # the last month's, in place of 33


@dataclass(frozen=True)
class Scene:
    """One measure without a figure, and the quarter that ended last."""

    series: Series
    quarter: Quarter

    def line(self, index: int, value: object, measure: str = "Robbery") -> str:
        """A line of the force's file; the last of VALUES is the quarter's last month."""
        month = month_after(self.quarter.start, index - len(VALUES) + 3)
        return f"{measure},Westshire force area,{month:%Y-%m},{value},count,Monthly return"


@pytest.fixture
def scene(transactional_db: None) -> Scene:
    OfficeProfileFactory.create()
    series = SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))
    return Scene(series, Quarter.containing(timezone.localdate()).previous)


def test_what_the_force_sends_reaches_the_panel_and_is_revised(
    *,
    open_page: Callable[..., Page],
    live_server: Any,
    celery_worker: int,
    scene: Scene,
    performance_officer: User,
    panel_support_officer: User,
) -> None:
    office = open_page()
    browser_sign_in(office, live_server, performance_officer, "/staff/")
    right = [scene.line(index, value) for index, value in enumerate(VALUES)]

    read_what_is_wrong(office, [scene.line(0, 18, "Robery"), scene.line(1, "3 + 1"), right[2], right[2], *right[4:]])
    bring(office, right)
    expect(office.locator(".o-facts")).to_contain_text("Loaded", timeout=WORK_MS)
    summarise(office)
    see_the_signal(office)
    write_commentary(office, scene.quarter)

    desk = open_page()
    browser_session(desk, live_server, panel_support_officer)
    first = all_text(ask_for_report(desk, scene.quarter))
    assert "There were 100 offences, no change on the quarter before." in first

    put_in_place(office, scene.line(len(VALUES) - 1, REVISED))
    summarise(office)
    second = all_text(build_again(desk))
    assert "There were 110 offences, an increase of 10% on the quarter before." in second
    assert "There were 100 offences" not in second


def bring(office: Page, lines: Sequence[str]) -> None:
    """Choose a file and have it loaded; ends on the load's page."""
    office.goto(f"{STAFF}/load/add/")
    office.get_by_label("File", exact=True).set_input_files(
        {"name": "robbery.csv", "mimeType": "text/csv", "buffer": csv_of(*lines)}
    )
    office.get_by_role("button", name="Load the file").click()
    expect(office.get_by_role("heading", level=1)).to_contain_text("robbery.csv")


def read_what_is_wrong(office: Page, lines: Sequence[str]) -> None:
    """Three kinds of fault: nothing is loaded, and each is named by its line."""
    bring(office, lines)
    expect(office.get_by_text("Nothing was changed. There are 3 errors to correct.")).to_be_visible(timeout=WORK_MS)
    rows = office.get_by_role("table").filter(has=office.get_by_role("columnheader", name="Line")).locator("tbody tr")
    expect(rows).to_have_count(3)
    for row, line, words in zip(rows.all(), (2, 3, 5), ("Did you mean 'Robbery'?", "a sum", "Line 4"), strict=True):
        expect(row.get_by_role("rowheader")).to_have_text(str(line))
        expect(row).to_contain_text(words)
    assert (Load.objects.get().state, Observation.objects.count()) == (LoadState.REFUSED, 0)


def summarise(office: Page) -> None:
    """What beat asks for every few seconds, done by the worker."""
    tasks.refresh_summaries.delay()
    last_try = monotonic() + WORK_MS / 1000
    while Series.objects.stale().exists():
        assert monotonic() < last_try
        office.wait_for_timeout(100)


def see_the_signal(office: Page) -> None:
    """The measure's page says that the average moved."""
    office.goto("/performance/robbery/")
    expect(office.get_by_role("heading", level=1)).to_have_text("Robbery")
    expect(office.get_by_role("main")).to_contain_text("Mean raised, 20 to 33")


def write_commentary(office: Page, quarter: Quarter) -> None:
    """Figures are picked, not typed; the preview reads as the report will; then it is published."""
    office.goto(f"{STAFF}/commentary/add/?measure=robbery&quarter={quarter}")
    box = office.get_by_label("Commentary:", exact=True)
    box.fill("There were  offences, ")
    box.evaluate("box => box.setSelectionRange(11, 11)")
    office.get_by_role("button", name=f"Put in {quarter.label}, Westshire force area").click()
    box.evaluate("box => box.setSelectionRange(box.value.length, box.value.length)")
    office.get_by_role("button", name="Put in The change on the quarter before").first.click()
    box.press_sequentially(" on the quarter before.")
    expect(box).to_have_value("There were {{ value }} offences, {{ change }} on the quarter before.")
    office.get_by_role("button", name="Preview").click()
    expect(office.locator(".o-read")).to_contain_text("There were 100 offences, no change on the quarter before.")
    office.get_by_role("button", name="Save").click()
    expect(office.get_by_text("The commentary is saved as a draft.")).to_be_visible()
    office.get_by_role("button", name="Publish").click()
    expect(office.get_by_text("The commentary is published.")).to_be_visible()
    assert Commentary.objects.get().state == CommentaryState.PUBLISHED


def ask_for_report(desk: Page, quarter: Quarter) -> bytes:
    """Staff who support the Panel ask for the quarter's report and take its PDF."""
    desk.goto("/staff/panel/quarterlyreport/add/")
    desk.get_by_label("Quarter", exact=True).select_option(str(quarter))
    desk.get_by_label("Position as at").fill(timezone.localdate().isoformat())
    desk.get_by_role("button", name="Ask for the report").click()
    return taken(desk, attempts=1)


def build_again(desk: Page) -> bytes:
    """The report waits for approval, and is built anew from the figures of now."""
    desk.get_by_role("button", name="Build it again").click()
    return taken(desk, attempts=1)


def taken(desk: Page, *, attempts: int) -> bytes:
    """The public PDF, once the worker has made it."""
    link = desk.get_by_role("link", name=re.compile("^as PDF.*public edition$"))
    expect(link).to_be_visible(timeout=WORK_MS)
    answer = desk.request.get(str(link.get_attribute("href")))
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert QuarterlyReport.objects.get().attempts == attempts
    return answer.body()


def put_in_place(office: Page, line: str) -> None:
    """A figure that differs is refused until somebody says why it takes the other's place."""
    bring(office, [line])
    expect(office.get_by_text("Nothing was changed. The file would change figures that are here:")).to_be_visible(
        timeout=WORK_MS
    )
    office.get_by_label("Why are they replaced?").fill("Late records")
    office.get_by_role("button", name="Load it in place of what is here").click()
    expect(office.get_by_text("is being loaded in place of what is here")).to_be_visible()
    office.goto(f"{STAFF}/load/{Load.objects.latest('pk').pk}/change/")
    expect(office.locator(".o-facts")).to_contain_text("Loaded", timeout=WORK_MS)
    figures = Observation.objects.filter(series__measure=Measure.objects.get()).order_by("-pk")[:1]
    assert [(int(figure.value or 0), figure.status) for figure in figures] == [(REVISED, "revised")]
