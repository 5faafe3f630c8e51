"""A sweep of one portal: each visitor in a window of their own, each line of the table looked at in turn."""

import re
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.contrib import admin
from django.db.models import Model
from django.test import RequestFactory
from django.urls import reverse
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.web.admin import OfficeModelAdmin
from tests.browser.pages import READER, STAFF, Look
from tests.browser.ways import Scene
from tests.support.actors import browser_session
from tests.support.sweep import Sweep

WRONG = re.compile("^Error:")
# Of each filter its first choice after "All": the address that the choice leads to.
FILTERS = "filters => filters.map(filter => filter.querySelector('li:nth-child(2) a').getAttribute('href'))"
BUTTONS = """forms => forms.map(form => [
    form.action.match(/press\\/([^/]+)/)[1],
    form.querySelectorAll("label").length > 0,
])"""


class Visit:
    """The windows of one sweep, each opened when it is first needed."""

    def __init__(self, open_page: Callable[..., Page], live_server: Any, scene: Scene) -> None:
        self.open_page, self.live_server, self.scene = open_page, live_server, scene
        self.sweeps: dict[str, Sweep] = {}

    def sweep_of(self, who: str) -> Sweep:
        if who not in self.sweeps:
            page = self.open_page()
            if who in self.scene.people:
                browser_session(page, self.live_server, self.scene.people[who])
            self.sweeps[who] = Sweep(page)
        return self.sweeps[who]

    def look(self, look: Look) -> Page:
        """Look at a page, and at what its button brings; gives the window."""
        sweep = self.sweep_of(look.who)
        if look.way:
            look.way(sweep.page, self.live_server, self.scene)
            sweep.look(look.name)
        else:
            address = reverse(look.route, args=self.scene.records[look.record] if look.record else ()) + look.query
            sweep.open(address, name=look.name, status=look.status)
        if look.press:
            button = sweep.page.get_by_role("main").get_by_role("button", name=look.press, exact=True)
            sweep.press(f"{look.name}, after ‘{look.press}’", button)
            expect(sweep.page, look.name).to_have_title(WRONG)
        return sweep.page

    def found(self) -> dict[str, list[str]]:
        """What is wrong, by page."""
        return {name: faults for sweep in self.sweeps.values() for name, faults in sweep.found.items()}


class RecordsVisit:
    """One kind of record as staff keep it: lists, form, history, a record in every state and each of its buttons."""

    def __init__(self, visit: Visit, model: type[Model]) -> None:
        self.visit, self.model = visit, model
        self.admin: OfficeModelAdmin = admin.site._registry[model]  # type: ignore[assignment]  # a test of the house's rules holds that
        self.route = f"admin:{model._meta.app_label}_{model._meta.model_name}"

    def look_at(self, makers: Sequence[Callable[[], Any]]) -> None:
        """All of it; each maker gives a record in another state."""
        records = [make() for make in makers]
        self._lists()
        self._form()
        unseen = {button.name for button in self.admin.state_buttons}
        for record, make in zip(records, makers, strict=True):
            unseen -= self._record(record, make, unseen)
        assert unseen == set(), f"{self.model._meta.label}: no record was in a state that offers these buttons"
        self._look("history", records[0])
        if self.visit.scene.people[READER].has_perm(f"{self.model._meta.app_label}.view_{self.model._meta.model_name}"):
            self._look("change", records[0], who=READER)

    def _look(self, page: str, record: Any = None, query: str = "", who: str = STAFF) -> Page:
        if record is not None:
            self.visit.scene.records[str(record)] = (record.pk,)
        return self.visit.look(Look(f"{self.route}_{page}", str(record or ""), query, who))

    def _lists(self) -> None:
        """The list, the list sorted and narrowed by every filter, and one in which nothing is found."""
        page = self._look("changelist")
        chosen = [parse_qsl(query[1:]) for query in page.locator("#changelist-filter details").evaluate_all(FILTERS)]
        assert len(chosen) == len(self.admin.list_filter)
        if chosen:
            self._look("changelist", query="?" + urlencode({"o": 1, **dict(one for many in chosen for one in many)}))
        if self.admin.search_fields:
            self._look("changelist", query="?q=nothing+of+that+name")

    def _form(self) -> None:
        """The form of a new record, empty, and with everything marked that is wrong with an empty one."""
        request = RequestFactory().get("/")
        request.user = User.objects.get(pk=self.visit.scene.people[STAFF].pk)
        if self.admin.has_add_permission(request):
            page = self._look("add")
            if not page.locator("#content-main form[method=post]").count():
                return  # it asks first what the record is to be about
            button = page.locator("#content-main form[method=post] [type=submit]").first
            self.visit.sweep_of(STAFF).press(f"{self.route}_add, sent empty", button)
            expect(page, self.route).to_have_title(WRONG)

    def _record(self, record: Any, make: Callable[[], Any], unseen: set[str]) -> set[str]:
        """The record, and what each button not pressed yet answers to who has said nothing with it."""
        page = self._look("change", record)
        shown = page.locator("form.o-do").evaluate_all(BUTTONS)
        for name in [name for name, asks in shown if asks and name in unseen]:
            page.goto(reverse(f"{self.route}_change", args=[record.pk]))
            button = page.locator(f"form.o-do[action$='/press/{name}/'] button")
            self.visit.sweep_of(STAFF).press(f"{self.route}_press {name}", button)
            if not WRONG.match(page.title()):  # nothing more had to be said: the record moved on
                record = make()
        return {name for name, _ in shown}
