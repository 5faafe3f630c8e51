"""A real Chromium for the tests: desktop and phone, with scripts and without, strict about what a page reports."""

import os
import shutil
from collections.abc import Callable, Generator
from pathlib import Path
from time import monotonic
from typing import Any
from weakref import WeakSet

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, ViewportSize, sync_playwright

INSTALL = "No Chromium is here. To run the browser tests: apt-get install chromium"
DESKTOP = ViewportSize(width=1280, height=900)
ZOOMED = ViewportSize(width=640, height=450)  # what is left of a desk's window at 200 per cent
PHONE = ViewportSize(width=390, height=844)
WORK_SECONDS = 60  # that a worker is waited for
QUIET = [
    "--no-sandbox",  # containers run as root; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_WITHOUT_SCRIPTS: "WeakSet[BrowserContext]" = WeakSet()
_LOOKED_AT: set[Page] = set()  # pages that axe is looking at now
WCAG_22_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE_OPTIONS = {
    "runOnly": {"type": "tag", "values": WCAG_22_AA},
    "resultTypes": ["violations"],
    "preload": False,  # style sheets and films read a second time: for a rule that is off, and for films
}
DRAWN = "document.fonts.ready.then(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))))"


def _chromium(playwright: Playwright) -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    found = os.environ.get("OPCC_CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    brought = playwright.chromium.executable_path
    return found or (brought if Path(brought).exists() else None)


@pytest.fixture(scope="session")
def chromium() -> Generator[Browser]:
    """The browser, one for the session."""
    with sync_playwright() as playwright:
        executable = _chromium(playwright)
        if executable is None:
            pytest.skip(INSTALL)
        # Playwright keeps an event loop in this thread, and Django would take every query for an asynchronous one.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        yield browser
        browser.close()
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Complaints:
    """What the browser reported: script errors, policy violations, parts of a page that did not load."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pages: set[str] = set()

    def listen(self, page: Page) -> None:
        """Note what this page reports; a page that is meant to answer 403 or 404 is no complaint."""
        page.on(
            "response", lambda answer: self.pages.add(answer.url) if answer.request.is_navigation_request() else None
        )
        page.on("pageerror", lambda error: self.lines.append(f"{page.url}: {error}"))
        page.on("console", self._note)

    def _note(self, message: ConsoleMessage) -> None:
        if message.page in _LOOKED_AT:
            return  # axe tries an inline style of its own on some pages; the page's own breaches came before
        answered_itself = "Failed to load resource" in message.text and message.location["url"] in self.pages
        if message.type in {"error", "warning"} and not answered_itself:
            self.lines.append(f"{message.location['url']}: {message.text}")


@pytest.fixture
def open_page(chromium: Browser, live_server: Any) -> Generator[Callable[..., Page]]:
    """Open a page of its own session: `open_page(phone=True, javascript=False)`. Each must end without a complaint."""
    opened = []
    complaints = Complaints()

    def opener(*, phone: bool = False, javascript: bool = True) -> Page:
        context = chromium.new_context(
            base_url=live_server.url,
            viewport=PHONE if phone else DESKTOP,
            has_touch=phone,
            is_mobile=phone,
            java_script_enabled=javascript,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(10_000)
        opened.append(context)
        if not javascript:
            _WITHOUT_SCRIPTS.add(context)
        page = context.new_page()
        complaints.listen(page)
        return page

    yield opener
    for context in opened:
        context.close()
    assert complaints.lines == [], "the browser complained"


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A desktop page, 1280 wide."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A phone's page, 390 by 844."""
    return open_page(phone=True)


@pytest.fixture
def plain_page(open_page: Callable[..., Page]) -> Page:
    """A desktop page with JavaScript off."""
    return open_page(javascript=False)


@pytest.fixture
def plain_phone(open_page: Callable[..., Page]) -> Page:
    """A phone's page with JavaScript off."""
    return open_page(phone=True, javascript=False)


def settle(page: Page) -> None:
    """Wait until the page that an address or a click led to is whole: read to its end, styled, its scripts run, drawn.

    A click waits until the browser has turned to the next page, and no longer: that page may still be empty.
    """
    page.wait_for_load_state("load")
    if page.context not in _WITHOUT_SCRIPTS:
        page.evaluate(DRAWN)


def look_again(page: Page) -> None:
    """Without scripts people press ‘Look again’ until what they wait for is done and the link is gone."""
    settle(page)
    link = page.get_by_role("link", name="Look again")
    last_try = monotonic() + WORK_SECONDS
    while link.count() and monotonic() < last_try:
        page.wait_for_timeout(500)  # a reader's pace
        link.click()
        settle(page)


def axe(page: Page) -> list[str]:
    """What axe-core finds against WCAG 2.2 A and AA: one line for each element, empty for a good page."""
    assert page.context not in _WITHOUT_SCRIPTS, "axe is a script: look at this address with a page that runs scripts"
    settle(page)
    _LOOKED_AT.add(page)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options).then(told => told.violations)", AXE_OPTIONS)
    page.evaluate("0")  # what axe itself brought about has arrived
    _LOOKED_AT.remove(page)
    return [f"{rule['id']}: {node['target']} {node['html'][:200]}" for rule in found for node in rule["nodes"]]
