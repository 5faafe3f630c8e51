"""Looks at one page after another in one window, and notes what is wrong with each."""

from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.support.browser import DESKTOP, PHONE, ZOOMED, axe, settle

FACTS = """() => ({
    language: document.documentElement.lang.toLowerCase(),
    title: document.title.trim(),
    headings: document.querySelectorAll("h1").length,
    fits_a_phone: /width=device-width/.test(document.querySelector("meta[name=viewport]")?.content),
})"""
SOUND = {"language": "en-gb", "headings": 1, "fits_a_phone": True}


@dataclass
class Sweep:
    """What was found on the pages of one visitor: for each page one line for each fault."""

    page: Page
    found: dict[str, list[str]] = field(default_factory=dict)

    def open(self, address: str, *, name: str = "", status: int = 200) -> None:
        """Go to an address and look at what it shows."""
        self.page.set_viewport_size(DESKTOP)
        answer = self.page.goto(address)
        assert answer is not None
        self.look(name or address)
        if answer.status != status:
            self._note(name or address, f"answers {answer.status}, not {status}")

    def press(self, name: str, button: Locator) -> None:
        """Press a button of the page that is shown and look at what it brings."""
        self.page.set_viewport_size(DESKTOP)
        button.click()
        self.look(name)

    def look(self, name: str) -> None:
        """What is wrong with the page that is shown, on a desk, at twice the size and on a phone."""
        settle(self.page)
        facts = self.page.evaluate(FACTS)
        if not facts.pop("title"):
            self._note(name, "has no title")
        if facts != SOUND:
            self._note(name, f"is {facts}")
        for width, size in (("desk", DESKTOP), ("at 200%", ZOOMED), ("phone", PHONE)):
            self.page.set_viewport_size(size)
            if size != ZOOMED:
                for fault in axe(self.page):
                    self._note(name, f"{width}: {fault}")
            wide = self.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
            if wide > 0:
                self._note(name, f"{width}: scrolls sideways by {wide} pixels")

    def _note(self, name: str, fault: str) -> None:
        self.found.setdefault(name, []).append(fault)
