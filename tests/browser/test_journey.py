"""The office's first promise in a browser: what a forum says on a phone reaches the Panel's PDF, and comes back."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ambassadors.enums import ActionLevel, ConcernState, ReportState
from ambassadors.models import Concern, ForumReport
from opcc.accounts.models import User
from opcc.core.quarters import Quarter
from panel.models import QuarterlyReport
from tests.factories.ambassadors import AmbassadorFactory, AppointmentFactory
from tests.factories.forums import ForumFactory, PlannedMeetingFactory, PriorityTopicFactory
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import browser_session, browser_sign_in
from tests.support.browser import look_again
from tests.support.pdf import all_text

pytestmark = [pytest.mark.browser, pytest.mark.worker, pytest.mark.django_db(transaction=True)]
OpenPage = Callable[..., Page]
BUILD_MS = 60_000  # a page that looks again every three seconds, on a machine that is busy with other tests
PRIORITY = "Lorries past the school"
CONCERN = "When do the speed checks start?"
ACTION = "Speed checks ran on three mornings"
REPLY = "The checks ran last week. They go on until the summer."


@dataclass(frozen=True)
class Scene:
    """An ambassador whose forum met in the quarter that ended last."""

    user: User
    quarter: Quarter
    met_on: date


@pytest.fixture
def scene(transactional_db: None) -> Scene:
    OfficeProfileFactory.create()
    quarter = Quarter.containing(timezone.localdate()).previous
    met_on = quarter.end - timedelta(days=5)
    forum = ForumFactory.create(slug="rural-west", name="Rural West")
    ambassador = AmbassadorFactory.create(signs_in=True, first_name="Margaret", last_name="Hollis")
    AppointmentFactory.create(ambassador=ambassador, forum=forum, starts_on=met_on - timedelta(days=30))
    PlannedMeetingFactory.create(forum=forum, held_on=met_on, venue="Hatton Village Hall")
    PriorityTopicFactory.create(code="speeding", name="Speeding")
    assert ambassador.user is not None
    return Scene(ambassador.user, quarter, met_on)


@pytest.mark.parametrize("javascript", [True, False], ids=["scripts", "no-scripts"])
def test_what_a_forum_says_reaches_the_panel_and_comes_back(
    *,
    open_page: OpenPage,
    live_server: Any,
    celery_worker: int,
    scene: Scene,
    policy_officer: User,
    panel_support_officer: User,
    javascript: bool,
) -> None:
    phone = open_page(phone=True, javascript=javascript)
    browser_session(phone, live_server, scene.user)
    office = open_page(javascript=javascript)
    browser_sign_in(office, live_server, policy_officer, "/staff/")
    expect(office.get_by_role("heading", level=1)).to_be_visible()

    file_report(phone, scene)
    report = ForumReport.objects.get()
    return_once(office, report)
    answer_question(phone)
    accept(office, report)
    concern = Concern.objects.get()
    act_and_reply(office, concern)
    tell_the_forum(phone)
    concern.refresh_from_db()
    assert (concern.state, concern.told_on) == (ConcernState.TOLD, timezone.localdate())

    desk = open_page(javascript=javascript)
    browser_session(desk, live_server, panel_support_officer)
    text = all_text(report_for_the_panel(desk, scene.quarter, javascript=javascript))
    assert [words for words in (PRIORITY, CONCERN, ACTION, concern.reference) if words not in text] == []


def file_report(phone: Page, scene: Scene) -> None:
    """The ambassador answers every section and sends the report."""
    phone.goto("/ambassadors/")
    phone.get_by_role("button", name="Start the report").click()
    expect(phone.get_by_label("Venue")).to_have_value("Hatton Village Hall")
    go_on(phone, "Who came?")
    phone.get_by_label("Residents").fill("19")
    phone.get_by_label("Yes", exact=True).check()
    go_on(phone, "Did the forum agree priorities")
    phone.get_by_label("Yes, up to three").check()
    first = phone.get_by_role("group", name="Priority 1", exact=True)
    first.get_by_label("Topic").select_option("speeding")
    first.get_by_label("What the forum agreed").fill(PRIORITY)
    first.get_by_label("New at this meeting").check()
    go_on(phone, "What was said about last time’s priorities?")
    go_on(phone, "Actions and issues for the office")
    issue = phone.get_by_role("group", name="Issue 1", exact=True)
    issue.get_by_label("What is the office asked").fill(CONCERN)
    issue.get_by_label("Topic").select_option("speeding")
    issue.get_by_label("Who raised it?").fill("A parish councillor")
    fill_date(issue, "When is an answer needed?", timezone.localdate() + timedelta(days=30))
    go_on(phone, "Concerns, tensions and good news")
    go_on(phone, "Events and engagement")
    go_on(phone, "Your objectives")
    go_on(phone, "Photos and files")
    go_on(phone, "Check your answers")
    expect(phone.get_by_text(CONCERN)).to_be_visible()
    phone.get_by_role("button", name="Send the report").click()
    heading(phone, "Report sent")


def return_once(office: Page, report: ForumReport) -> None:
    """Staff ask one question."""
    office.goto(f"/staff/ambassadors/forumreport/{report.pk}/change/")
    expect(office.get_by_text(PRIORITY)).to_be_visible()
    office.get_by_label("Your question").fill("Which stretch of the road?")
    office.get_by_role("button", name="Return the report").click()
    expect(office.get_by_text("is returned to")).to_be_visible()
    report.refresh_from_db()
    assert report.state == ReportState.RETURNED


def answer_question(phone: Page) -> None:
    """The ambassador finds the question at home, answers it and sends the report again."""
    phone.goto("/ambassadors/")
    expect(phone.get_by_text("Which stretch of the road?")).to_be_visible()
    phone.get_by_role("button", name="Answer the question").click()
    phone.get_by_role("button", name="Check, answer and send again").click()
    phone.get_by_label("Your answer").fill("From the church to the bridge")
    phone.get_by_role("button", name="Send the report again").click()
    heading(phone, "Report sent again")


def accept(office: Page, report: ForumReport) -> None:
    """Staff read the answer and accept."""
    office.goto(f"/staff/ambassadors/forumreport/{report.pk}/change/")
    expect(office.get_by_text("From the church to the bridge").first).to_be_visible()
    office.get_by_role("button", name="Accept the report").click()
    expect(office.get_by_text("is accepted")).to_be_visible()
    report.refresh_from_db()
    assert report.state == ReportState.ACCEPTED


def act_and_reply(office: Page, concern: Concern) -> None:
    """Staff record what was done, then answer the ambassador."""
    office.goto(f"/staff/ambassadors/concern/{concern.pk}/change/")
    box = office.locator("form").filter(has=office.get_by_role("button", name="Record the action"))
    box.get_by_label("How far it went").select_option(ActionLevel.DIRECT.value)
    box.get_by_label("Day").fill(timezone.localdate().isoformat())
    box.get_by_label("What was done").fill(ACTION)
    box.get_by_role("button", name="Record the action").click()
    expect(office.get_by_text("The action is recorded.")).to_be_visible()
    office.get_by_label("Reply").fill(REPLY)
    office.get_by_role("button", name="Send the reply").click()
    expect(office.get_by_text("The reply is sent.")).to_be_visible()


def tell_the_forum(phone: Page) -> None:
    """The ambassador reads the reply and says that the forum heard it."""
    phone.goto("/ambassadors/")
    expect(phone.get_by_text(REPLY)).to_be_visible()
    phone.get_by_role("button", name="I have told the forum").click()
    heading(phone, "You told the forum")
    phone.get_by_role("button", name="I have told the forum").click()
    expect(phone.get_by_text("The office can see that the forum was told.")).to_be_visible()


def report_for_the_panel(desk: Page, quarter: Quarter, *, javascript: bool) -> bytes:
    """Staff ask for the quarter's report, watch it being built, and take its PDF from the site."""
    desk.goto("/staff/panel/quarterlyreport/add/")
    desk.get_by_label("Quarter", exact=True).select_option(str(quarter))
    desk.get_by_label("Position as at").fill(timezone.localdate().isoformat())  # the default may lie before the action
    desk.get_by_role("button", name="Ask for the report").click()
    expect(desk.get_by_text("This page shows how far it is.")).to_be_visible()
    if not javascript:
        look_again(desk)
    link = desk.get_by_role("link", name=re.compile("^as PDF.*public edition$"))
    expect(link).to_be_visible(timeout=BUILD_MS)
    address = link.get_attribute("href")
    assert address is not None
    assert re.fullmatch(r"/panel/papers/[0-9a-f-]{36}/public\.pdf", address)
    answer = desk.request.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
    assert QuarterlyReport.objects.get().attempts == 1
    return answer.body()


def fill_date(place: Any, question: str, day: date) -> None:
    group = place.get_by_role("group", name=question, exact=True)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part).fill(str(value))


def go_on(page: Page, to: str) -> None:
    page.get_by_role("button", name="Save and continue").click()
    heading(page, to)


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)
