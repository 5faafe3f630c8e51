"""The office's pages in a real browser: accessible, under the strict policy, on a desk and a phone."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from opcc.accounts.models import User
from tests.ambassadors.clearance import cleared
from tests.ambassadors.test_admin import fill, whole_report
from tests.factories.ambassadors import ApplicationFactory, ConcernActionFactory, ConcernFactory, ObjectiveFactory
from tests.support.actors import browser_session
from tests.support.browser import axe

STAFF = "/staff/ambassadors"
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def addresses() -> list[str]:
    """Every page of the office's side, each with something on it."""
    fill()
    report = whole_report()
    open_concern = ConcernActionFactory.create().concern
    answered = ConcernFactory.create(replied=True)
    application = ApplicationFactory.create(forum__slug="vacant")
    objective = ObjectiveFactory.create()
    person = application.ambassador
    return [
        "/staff/",
        f"{STAFF}/forumreport/",
        f"{STAFF}/forumreport/late/",
        f"{STAFF}/forumreport/{report.pk}/change/",
        f"{STAFF}/concern/",
        f"{STAFF}/concern/?overdue=1",
        f"{STAFF}/concern/{open_concern.pk}/change/",
        f"{STAFF}/concern/{answered.pk}/change/",
        f"{STAFF}/concern/{open_concern.pk}/history/",
        f"{STAFF}/ambassador/",
        f"{STAFF}/ambassador/add/",
        f"{STAFF}/ambassador/{person.pk}/change/",
        f"{STAFF}/ambassador/{person.pk}/summary/",
        f"{STAFF}/appointment/",
        f"{STAFF}/appointment/vacancies/",
        f"{STAFF}/appointment/vacancies/vacant/advertise/",
        f"{STAFF}/application/{application.pk}/change/",
        f"{STAFF}/keycontact/",
        f"{STAFF}/objective/{objective.pk}/change/",
    ]


@pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])
def test_office_pages_pass_axe_and_fit_the_screen(
    open_page: Callable[..., Page], live_server: Any, policy_officer: User, phone: bool
) -> None:
    page = open_page(phone=phone)
    browser_session(page, live_server, cleared(policy_officer))
    found, too_wide = {}, []
    for address in addresses():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        found[address] = axe(page)
        if not page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"):
            too_wide.append(address)
    assert {address: lines for address, lines in found.items() if lines} == {}
    assert too_wide == []
