"""The ambassadors' portal besides the report: every page accessible, on a phone and on a desk, full and empty."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from ambassadors.models import Appointment, ForumReport, Objective
from tests.factories.ambassadors import (
    ConcernActionFactory,
    ConcernFactory,
    ContactMadeFactory,
    EngagementActivityFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    ObjectiveProgressFactory,
    ReportFileFactory,
    ReportItemFactory,
    ReportQuestionFactory,
    appointed,
)
from tests.factories.forums import (
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityTopicFactory,
)
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import browser_session
from tests.support.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def post(transactional_db: None) -> Appointment:
    OfficeProfileFactory.create()
    return appointed(first_name="Margaret", last_name="Hollis")


def fill(post: Appointment) -> dict[str, str]:
    """Something on every page; the addresses of those that show one thing."""
    today = timezone.localdate()
    mine: dict[str, Any] = {"ambassador": post.ambassador}
    ours: dict[str, Any] = {**mine, "forum": post.forum}
    speeding = PriorityTopicFactory.create(code="speeding", name="Speeding")
    ForumMeetingFactory.create(forum=post.forum, held_on=today - timedelta(days=20))
    PlannedMeetingFactory.create(forum=post.forum, held_on=today + timedelta(days=60))
    ForumPriorityFactory.create(meeting__forum=post.forum, meeting__held_on=post.starts_on, topic=speeding)
    draft = ForumReportFactory.create(**ours, met_on=today - timedelta(days=13))
    returned = ForumReportFactory.create(**ours, met_on=today - timedelta(days=40), returned=True)
    ReportQuestionFactory.create(report=returned)
    accepted = ForumReportFactory.create(**ours, accepted=True)
    ReportItemFactory.create(report=accepted, topic=speeding)
    ReportFileFactory.create(report=accepted)
    told: dict[str, Any] = {**ours, "topic": speeding}
    replied = ConcernFactory.create(**told, replied=True)
    ConcernActionFactory.create(concern=replied)
    ConcernFactory.create(**told, needed_by=today + timedelta(days=10))
    ConcernFactory.create(**told, told=True)
    contact = KeyContactFactory.create(**mine)
    ContactMadeFactory.create(contact=contact)
    KeyContactFactory.create(**mine, due_on=today + timedelta(days=3))
    running = {"starts_on": today - timedelta(days=90), "ends_on": today + timedelta(days=90)}
    objective: Objective = ObjectiveFactory.create(title="Attend community events", **running)
    ObjectiveProgressFactory.create(objective=objective, **mine)
    ObjectiveFactory.create(title="Meet every parish clerk", target=1)
    EngagementActivityFactory.create(**mine)

    def of(name: str, thing: Any) -> str:
        return reverse(f"ambassadors:{name}", args=[thing.public_id])

    return {
        **{name: reverse(f"ambassadors:{name}") for name in LISTS},
        "tasks": of("report-tasks", draft),
        "delete": of("report-delete", draft),
        "returned": of("report-check", returned),
        "accepted": of("report", accepted),
        "told": of("concern-told", replied),
        "contact": of("contact-edit", contact),
        "in-touch": of("contact-made", contact),
        "progress": of("objective-progress", objective),
    }


LISTS = ["home", "reports", "concerns", "contacts", "objectives", "events", "report-new", "contact-new", "event-new"]


@pytest.mark.parametrize("is_phone", [True, False], ids=["phone", "desk"])
def test_every_page_is_accessible(
    open_page: Callable[..., Page], live_server: Any, post: Appointment, is_phone: bool
) -> None:
    page = open_page(phone=is_phone)
    browser_session(page, live_server, post.ambassador.user)  # type: ignore[arg-type]  # `appointed` gave the account
    for name in LISTS:
        page.goto(reverse(f"ambassadors:{name}"))
        assert axe(page) == [], f"{name}, empty"
    for name, where in fill(post).items():
        page.goto(where)
        assert axe(page) == [], name
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= (390 if is_phone else 1280), name


def test_errors_are_accessible_and_lead_to_their_questions(phone: Page, live_server: Any, post: Appointment) -> None:
    browser_session(phone, live_server, post.ambassador.user)  # type: ignore[arg-type]  # `appointed` gave the account
    phone.goto(reverse("ambassadors:contact-new"))
    phone.get_by_role("button", name="Save the contact").click()
    expect(phone.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_role("link", name="Enter the organisation").click()
    expect(phone.get_by_label("Organisation")).to_be_focused()


def test_ambassador_tells_the_forum_without_javascript(plain_phone: Page, live_server: Any, post: Appointment) -> None:
    concern = ConcernFactory.create(ambassador=post.ambassador, forum=post.forum, replied=True)
    browser_session(plain_phone, live_server, post.ambassador.user)  # type: ignore[arg-type]  # `appointed` gave the account
    plain_phone.goto("/ambassadors/")
    plain_phone.get_by_role("button", name="I have told the forum").click()
    expect(plain_phone.get_by_role("heading", level=1)).to_have_text("You told the forum")
    plain_phone.get_by_role("button", name="I have told the forum").click()
    expect(plain_phone.get_by_text("The office can see that the forum was told.")).to_be_visible()
    concern.refresh_from_db()
    assert concern.told_on == timezone.localdate()
    assert not ForumReport.objects.exists()
