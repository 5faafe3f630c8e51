"""Goes through a page with the Tab key alone, and notes what a person without a mouse would miss."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

from tests.support.browser import settle

FARTHEST = 600  # presses of the key: a date takes four, and no page has that many controls
# Every control that can be seen or read out, where it stands, and how it looks before it has the focus. Radio buttons
# and tick boxes of GOV.UK are drawn by their label, over the real ones, which are clear as glass.
CONTROLS = """() => {
    const drawn = (one, part) => {
        const s = getComputedStyle(one, part);
        const line = s.outlineStyle === "none" ? "" : s.outline;
        return [line, s.boxShadow, s.backgroundColor, s.borderColor, s.borderWidth].join(" ");
    };
    const looks = one => [drawn(one), ...[...(one.labels || [])].map(label => drawn(label, "::before"))].join(" ");
    const kinds = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
    const shown = [...document.querySelectorAll(kinds)].filter(one =>
        !one.disabled && one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }));
    document.body.tabIndex = -1;  // some forms put the focus on their first field: the walk begins at the top
    document.body.focus();
    document.body.removeAttribute("tabindex");
    scrollTo(0, 0);
    window.controls = shown;
    window.lookedLike = shown.map(looks);
    window.looks = looks;
    return shown.map(one => {
        const box = one.getBoundingClientRect();
        const words = (one.getAttribute("aria-label") || one.textContent || one.name || one.id).trim();
        return {
            name: one.tagName.toLowerCase() + " " + words.replace(/\\s+/g, " ").slice(0, 60),
            group: one.type === "radio" ? one.name : "",
            skips: one.matches(".govuk-skip-link, .skip-to-content-link"),
            left: box.left, top: box.top, bottom: box.bottom,
        };
    });
}"""
# Where the focus is: the control's place in the list, whether it shows there, and whether something covers it.
FOCUS = """() => {
    const one = document.activeElement, place = window.controls.indexOf(one);
    if (one === document.body) return null;
    if (place < 0) throw new Error("The focus is on what is no control: " + one.outerHTML);
    const box = one.getBoundingClientRect();
    const top = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
    const mine = [one, ...(one.labels || [])].some(part => part.contains(top) || (top && top.contains(part)));
    return [place, window.looks(one) !== window.lookedLike[place], mine];
}"""


@dataclass
class Walk:
    """What the Tab key reached, in its order, and what is wrong with it."""

    controls: list[dict[str, Any]]
    order: list[int] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def meet(self, place: int, *, shows: bool, is_clear: bool) -> None:
        """The focus came to a control."""
        self.order.append(place)
        if not shows:
            self.faults.append(f"does not show that it has the focus: {self.controls[place]['name']}")
        if not is_clear:
            self.faults.append(f"has the focus under something else: {self.controls[place]['name']}")

    def finish(self) -> list[str]:
        """What was never reached, and what was reached against the order in which one reads."""
        reached = set(self.order)
        groups = {self.controls[place]["group"] for place in reached} - {""}
        for place, control in enumerate(self.controls):
            if place not in reached and control["group"] not in groups:
                self.faults.append(f"is never reached: {control['name']}")
        in_view = [self.controls[place] for place in self.order if not self.controls[place]["skips"]]
        for before, after in pairwise(in_view):
            if goes_back(before, after):
                self.faults.append(f"comes too late: {after['name']}, after {before['name']}")
        return self.faults


def goes_back(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether the second stands before the first for the eye: above it in its column or left of it in its line."""
    is_above = after["bottom"] <= before["top"]
    is_below = after["top"] >= before["bottom"]
    return not is_below and after["left"] < before["left"] + (1 if is_above else 0)


def walk(page: Page) -> list[str]:
    """Tab from the top of the page to its end; each fault in one line."""
    settle(page)
    found = Walk(page.evaluate(CONTROLS))
    for _ in range(FARTHEST):
        page.keyboard.press("Tab")
        met = page.evaluate(FOCUS)
        if met is None or (found.order and met[0] == found.order[0]):
            return found.finish()
        place, shows, is_clear = met
        if not found.order or place != found.order[-1]:
            found.meet(place, shows=shows, is_clear=is_clear)
    return [*found.finish(), "never lets go of the focus"]
