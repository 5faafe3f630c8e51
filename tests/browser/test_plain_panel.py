"""A member of the Panel, with JavaScript off: signing in with the second step, and both editions of a report."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from tests.factories.panel import PDF, built
from tests.support.actors import browser_sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def take(page: Page, name: str) -> bytes:
    """The file behind a link."""
    address = page.get_by_role("link", name=name).get_attribute("href")
    assert address is not None
    answer = page.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    return answer.body()


@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_member_signs_in_and_reads_an_edition(
    plain_phone: Page, live_server: Any, cleared_member: User, audience: str
) -> None:
    report = built(issued=True)
    browser_sign_in(plain_phone, live_server, cleared_member)
    plain_phone.goto("/panel/")
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("Your Panel")

    plain_phone.get_by_role("link", name=f"Read the {audience} edition of {report.title}").click()
    expect(plain_phone.get_by_text(f"Only in the {audience} edition.")).to_be_visible()
    assert take(plain_phone, "Download the report as PDF") == PDF
    plain_phone.get_by_role("link", name="Back to all reports").click()
    assert take(plain_phone, f"PDF of the {audience} edition of {report.title}") == PDF

    opened = AccessLog.objects.filter(kind=AccessKind.OPENED, by_name=str(cleared_member))
    assert opened.count() == (3 if audience == "restricted" else 0)
