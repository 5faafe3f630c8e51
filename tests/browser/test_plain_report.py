"""A quarterly report with JavaScript off: asked for, built by a real worker, approved, issued and read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from opcc.accounts.models import User
from opcc.core.quarters import Quarter
from panel.enums import ReportState
from panel.models import QuarterlyReport
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import browser_session
from tests.support.browser import look_again
from tests.support.pdf import all_text

pytestmark = [pytest.mark.browser, pytest.mark.worker, pytest.mark.django_db(transaction=True)]


def test_report_is_built_approved_issued_and_read(
    open_page: Callable[..., Page],
    live_server: Any,
    celery_worker: int,
    chief_executive: User,
    panel_support_officer: User,
) -> None:
    OfficeProfileFactory.create()
    quarter = Quarter.containing(timezone.localdate()).previous
    support, chief, reader = (open_page(javascript=False) for _ in range(3))
    browser_session(support, live_server, panel_support_officer)
    browser_session(chief, live_server, chief_executive)

    support.goto("/staff/panel/quarterlyreport/add/")
    support.get_by_role("button", name="Ask for the report").click()
    expect(support.get_by_text("Nothing has been asked for yet.")).to_be_visible()
    support.get_by_label("Quarter", exact=True).select_option(str(quarter))
    support.get_by_role("button", name="Ask for the report").click()
    look_again(support)
    report = QuarterlyReport.objects.get()
    assert report.state == ReportState.READY

    chief.goto("/staff/")
    chief.get_by_role("link", name="Reports ready for approval").click()
    chief.locator("#result_list tbody th a").click()
    chief.get_by_role("button", name="Approve the report").click()
    expect(chief.get_by_text("Approved. The report can be issued.")).to_be_visible()
    support.reload()
    support.get_by_role("button", name="Issue the report").click()
    expect(support.get_by_text("Issued. The Panel's members and the public can read it now.")).to_be_visible()
    report.refresh_from_db()
    assert (report.state, report.approved_by, report.issued_by) == (
        ReportState.ISSUED,
        chief_executive,
        panel_support_officer,
    )

    reader.goto("/panel/reports/")
    address = reader.get_by_role("link", name=f"PDF of {report.title}").get_attribute("href")
    assert address is not None
    answer = reader.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert quarter.label in all_text(answer.body())
