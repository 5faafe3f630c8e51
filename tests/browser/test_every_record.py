"""Every kind of record that staff keep, in a real browser: its lists, form, history, states and buttons.

What is looked at follows from what is registered with the admin; what is wrong is told as in test_every_page.py.
"""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.scenes import people_of, several_of_what_lists_are_narrowed_by
from tests.browser.visits import RecordsVisit, Visit
from tests.browser.ways import Scene
from tests.support.staff_records import makers_of, registered

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
APPS = sorted({model._meta.app_label for model in registered()})


@pytest.mark.parametrize("app", APPS)
def test_pages_of_what_staff_keep(open_page: Callable[..., Page], live_server: Any, app: str) -> None:
    several_of_what_lists_are_narrowed_by()
    visit = Visit(open_page, live_server, Scene(people_of("staff")))
    for model in registered():
        if model._meta.app_label == app:
            RecordsVisit(visit, model).look_at(makers_of(model))
    assert visit.found() == {}
