"""The ambassadors' portal besides the report, on a phone: what is wrong is told, and a forum is told a reply."""

from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from ambassadors.models import Appointment, ForumReport
from tests.factories.ambassadors import (
    ConcernFactory,
    appointed,
)
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import browser_session
from tests.support.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def post(transactional_db: None) -> Appointment:
    OfficeProfileFactory.create()
    return appointed(first_name="Margaret", last_name="Hollis")


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
