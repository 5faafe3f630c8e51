"""An ambassador between two forums, on a phone with JavaScript off: contacts, events and objectives."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ambassadors.enums import ContactMeans, Frequency
from ambassadors.models import Ambassador, ContactMade, EngagementActivity, KeyContact, ObjectiveProgress
from tests.factories.ambassadors import ObjectiveFactory, appointed
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import browser_session

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def ambassador(transactional_db: None) -> Ambassador:
    OfficeProfileFactory.create()
    return appointed(first_name="Margaret", last_name="Hollis").ambassador


@pytest.fixture
def portal(plain_phone: Page, live_server: Any, ambassador: Ambassador) -> Page:
    """The ambassador's home."""
    assert ambassador.user is not None
    browser_session(plain_phone, live_server, ambassador.user)
    plain_phone.goto("/ambassadors/")
    return plain_phone


def test_contact_is_added_after_a_mistake_kept_up_and_ended(portal: Page, ambassador: Ambassador) -> None:
    portal.get_by_role("link", name="Contacts").first.click()
    portal.get_by_role("button", name="Add a contact").click()
    portal.get_by_label("Telephone or e-mail").fill("01632 960002")
    portal.get_by_role("button", name="Save the contact").click()
    expect(portal.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(portal.get_by_label("Telephone or e-mail")).to_have_value("01632 960002")
    portal.get_by_label("Organisation").fill("Hatton Parish Council")
    portal.get_by_role("group", name="How often").get_by_label(Frequency.QUARTERLY.label).check()
    portal.get_by_role("group", name="By what means").get_by_label(ContactMeans.TELEPHONE.label).check()
    portal.get_by_role("button", name="Save the contact").click()
    expect(portal.get_by_text("The contact is saved.")).to_be_visible()

    portal.get_by_role("link", name="I was in touch with").click()
    portal.get_by_label("What was it about?").fill("Parking at the school")
    portal.get_by_role("button", name="I was in touch").click()
    expect(portal.get_by_text("Noted that you were in touch with")).to_be_visible()

    contact = KeyContact.objects.get()
    assert (contact.ambassador, contact.organisation_name) == (ambassador, "Hatton Parish Council")
    made = ContactMade.objects.get()
    assert (made.contact, made.on, made.note) == (contact, timezone.localdate(), "Parking at the school")
    portal.get_by_role("rowheader").get_by_role("link").click()
    portal.get_by_role("button", name="Take it off my list").click()
    expect(portal.get_by_text("You have no contacts yet")).to_be_visible()


def test_event_is_added(portal: Page, ambassador: Ambassador) -> None:
    day = timezone.localdate() - timedelta(days=3)
    portal.goto("/ambassadors/events/")
    portal.get_by_role("button", name="Add an event").click()
    portal.get_by_label("What was the event?").fill("Summer fair")
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        portal.get_by_role("group", name="Date of the event").get_by_label(part).fill(str(value))
    portal.get_by_label("What came of it?").fill("Two people asked about Neighbourhood Watch")
    portal.get_by_role("button", name="Save the event").click()

    expect(portal.get_by_role("rowheader", name="Summer fair")).to_be_visible()
    event = EngagementActivity.objects.get()
    assert (event.ambassador, event.title, event.held_on) == (ambassador, "Summer fair", day)


def test_progress_on_an_objective_is_added(portal: Page, ambassador: Ambassador) -> None:
    today = timezone.localdate()
    objective = ObjectiveFactory.create(
        title="Attend community events", starts_on=today - timedelta(days=60), ends_on=today + timedelta(days=60)
    )
    portal.goto("/ambassadors/objectives/")
    portal.get_by_role("link", name=re.compile("^Add progress.*Attend community events")).click()
    portal.get_by_label("How many?").fill("2")
    portal.get_by_label("What did you do?").fill("The summer fair and the market")
    portal.get_by_role("button", name="Save progress").click()

    expect(portal.get_by_text("2 of 3 events")).to_be_visible()
    step = ObjectiveProgress.objects.get()
    assert (step.objective, step.ambassador, step.number, step.on) == (objective, ambassador, 2, today)
