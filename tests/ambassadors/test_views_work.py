"""Home, concerns, contacts, objectives and events as pages."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ambassadors.enums import ConcernState, EndReason
from ambassadors.models import Appointment, Concern, ContactMade, EngagementActivity, KeyContact, ObjectiveProgress
from opcc.accounts.models import User
from tests.factories.ambassadors import (
    ConcernActionFactory,
    ConcernFactory,
    ContactMadeFactory,
    EngagementActivityFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    ObjectiveProgressFactory,
    ReportQuestionFactory,
)
from tests.factories.forums import ForumMeetingFactory, PlannedMeetingFactory
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import signed_in

pytestmark = pytest.mark.django_db
PAGES = ["home", "concerns", "contacts", "objectives", "events"]


@pytest.fixture
def visitor(client: Client, by: User) -> Client:
    OfficeProfileFactory.create()
    return signed_in(client, by)


def address(name: str, *args: Any) -> str:
    return reverse(f"ambassadors:{name}", args=args)


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def day_parts(name: str, day: date) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


def add_everything(post: Appointment, number: int) -> None:
    """One more of everything that the pages list."""
    today = timezone.localdate()
    mine = {"ambassador": post.ambassador}
    ForumReportFactory.create(**mine, forum=post.forum, met_on=today - timedelta(days=5 * number))
    ForumMeetingFactory.create(forum=post.forum, held_on=today - timedelta(days=5 * number + 1))
    PlannedMeetingFactory.create(forum=post.forum, held_on=today + timedelta(days=number))
    ConcernActionFactory.create(concern=ConcernFactory.create(**mine, replied=True))
    ContactMadeFactory.create(contact=KeyContactFactory.create(**mine))
    ObjectiveProgressFactory.create(**mine)
    EngagementActivityFactory.create(**mine)


@pytest.mark.parametrize("name", PAGES)
def test_page_costs_the_same_for_more(visitor: Client, post: Appointment, name: str) -> None:
    def cost() -> int:
        visitor.get(address(name))
        with CaptureQueriesContext(connection) as queries:
            assert visitor.get(address(name)).status_code == 200
        return len(queries)

    add_everything(post, 1)
    one = cost()
    for number in (2, 3):
        add_everything(post, number)
    assert cost() == one <= 22


@pytest.mark.parametrize("name", PAGES)
def test_page_says_what_to_do_when_there_is_nothing(visitor: Client, post: Appointment, name: str) -> None:
    words = {
        "home": "You owe no report now.",
        "concerns": "What you raise in a forum report appears here",
        "contacts": "You have no contacts yet",
        "objectives": "No objectives yet",
        "events": "No events yet",
    }
    assert words[name] in text_of(visitor.get(address(name)))


def test_home_shows_what_is_due_and_how_late(visitor: Client, post: Appointment) -> None:
    today = timezone.localdate()
    ForumMeetingFactory.create(forum=post.forum, held_on=today - timedelta(days=20))
    ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=today - timedelta(days=13))
    page = text_of(visitor.get(address("home")))
    assert "Overdue by 6 days" in page
    assert "Due tomorrow" in page
    assert "1 of 8 sections done" in page
    met_on = today - timedelta(days=20)
    assert f"/ambassadors/reports/new/?forum={post.forum.slug}&amp;met_on={met_on:%Y-%m-%d}" in page


def test_home_puts_a_question_of_the_office_first(visitor: Client, post: Appointment) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, returned=True)
    ReportQuestionFactory.create(report=report, question="Which <b>stretch</b>?")
    page = text_of(visitor.get(address("home")))
    assert "Which &lt;b&gt;stretch&lt;/b&gt;?" in page
    assert "Answer the question" in page


def test_home_shows_the_reply_and_asks_to_tell_the_forum(visitor: Client, post: Appointment) -> None:
    concern = ConcernFactory.create(ambassador=post.ambassador, replied=True, text="<i>Speeding</i> " * 20)
    ConcernActionFactory.create(concern=concern)
    page = text_of(visitor.get(address("home")))
    assert "A speed survey ran in February." in page
    assert "passed to the local policing team" in page
    assert address("concern-told", concern.public_id) in page
    assert "<i>Speeding" not in page


def test_home_says_when_the_ambassador_holds_no_forum(visitor: Client, post: Appointment) -> None:
    post.ends_on, post.end_reason = date(2018, 1, 31), EndReason.TERM_ENDED
    post.save()
    assert "You hold no forum now." in text_of(visitor.get(address("home")))


def test_concerns_are_filtered_by_state(visitor: Client, post: Appointment) -> None:
    waiting = ConcernFactory.create(ambassador=post.ambassador)
    ConcernFactory.create(ambassador=post.ambassador, told=True)
    answer = visitor.get(address("concerns"), {"state": "open"})
    assert list(answer.context["page"]) == [waiting]
    assert "No concerns match" in text_of(visitor.get(address("concerns"), {"state": "closed"}))
    assert len(visitor.get(address("concerns"), {"state": "nonsense"}).context["page"]) == 2


def test_concerns_have_pages(visitor: Client, post: Appointment) -> None:
    ConcernFactory.create_batch(26, ambassador=post.ambassador)
    assert len(visitor.get(address("concerns"), {"page": 2}).context["page"]) == 1


def test_concern_is_marked_told_with_its_day(visitor: Client, post: Appointment) -> None:
    concern = ConcernFactory.create(ambassador=post.ambassador, replied=True)
    where = address("concern-told", concern.public_id)
    assert concern.text in text_of(visitor.get(where))
    answer = visitor.post(where, day_parts("told_on", date(2018, 3, 20)))
    assert answer.url == address("home")  # type: ignore[attr-defined]  # redirects have one
    assert Concern.objects.values_list("state", "told_on").get() == (ConcernState.TOLD, date(2018, 3, 20))
    assert visitor.post(where, day_parts("told_on", date(2018, 3, 21))).url == address("concerns")  # type: ignore[attr-defined]  # redirects have one


def test_concern_told_before_the_reply_is_refused_and_shown_again(visitor: Client, post: Appointment) -> None:
    concern = ConcernFactory.create(ambassador=post.ambassador, replied=True)
    page = text_of(visitor.post(address("concern-told", concern.public_id), day_parts("told_on", date(2018, 3, 1))))
    assert "The office answered on 6 March 2018. Enter that day or a later one." in page
    assert Concern.objects.get().state == ConcernState.REPLIED


CONTACT = {"organisation_name": "Parish council", "frequency": "monthly", "means": "email"}


def test_contact_is_added(visitor: Client, post: Appointment) -> None:
    assert visitor.get(address("contact-new")).status_code == 200
    assert visitor.post(address("contact-new"), CONTACT).url == address("contacts")  # type: ignore[attr-defined]  # redirects have one
    assert KeyContact.objects.values_list("ambassador", "organisation_name").get() == (
        post.ambassador.pk,
        "Parish council",
    )


def test_contact_without_organisation_is_refused_and_shown_again(visitor: Client, post: Appointment) -> None:
    page = text_of(visitor.post(address("contact-new"), {**CONTACT, "organisation_name": "", "name": "The clerk"}))
    assert "Enter the organisation" in page
    assert 'value="The clerk"' in page
    assert not KeyContact.objects.exists()


def test_contact_is_changed(visitor: Client, post: Appointment) -> None:
    contact = KeyContactFactory.create(ambassador=post.ambassador, name="The old clerk")
    where = address("contact-edit", contact.public_id)
    assert 'value="The old clerk"' in text_of(visitor.get(where))
    visitor.post(where, {**CONTACT, "name": "The new clerk"})
    assert KeyContact.objects.values_list("name", "due_on").get() == ("The new clerk", date(2018, 2, 8))


def test_being_in_touch_is_recorded(visitor: Client, post: Appointment) -> None:
    contact = KeyContactFactory.create(ambassador=post.ambassador)
    ContactMadeFactory.create(contact=contact, note="Talked in January", on=date(2018, 1, 9))
    where = address("contact-made", contact.public_id)
    assert "Talked in January" in text_of(visitor.get(where))
    visitor.post(where, {**day_parts("on", date(2018, 3, 1)), "means": "meeting", "note": "Parking"})
    assert ContactMade.objects.filter(on=date(2018, 3, 1), note="Parking").count() == 1
    assert KeyContact.objects.get().due_on == date(2018, 6, 1)


def test_being_in_touch_tomorrow_is_refused_and_shown_again(visitor: Client, post: Appointment) -> None:
    contact = KeyContactFactory.create(ambassador=post.ambassador)
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = text_of(
        visitor.post(
            address("contact-made", contact.public_id),
            {**day_parts("on", tomorrow), "means": "meeting", "note": "Parking"},
        )
    )
    assert "The date must be today or in the past" in page
    assert 'value="Parking"' in page
    assert not ContactMade.objects.exists()


def test_contact_is_taken_off_the_list(visitor: Client, post: Appointment) -> None:
    contact = KeyContactFactory.create(ambassador=post.ambassador)
    page = text_of(visitor.post(address("contact-end", contact.public_id), follow=True))
    assert "is off your list" in page
    assert "You have no contacts yet" in page
    assert visitor.get(address("contact-edit", contact.public_id)).status_code == 404


def test_progress_on_an_objective_is_recorded(visitor: Client, post: Appointment) -> None:
    objective = ObjectiveFactory.create(target=2)
    where = address("objective-progress", objective.public_id)
    assert visitor.get(where).status_code == 200
    visitor.post(where, {**day_parts("on", date(2018, 2, 10)), "number": "2", "evidence": "Two fairs"})
    assert ObjectiveProgress.objects.values_list("ambassador", "number").get() == (post.ambassador.pk, 2)
    assert "Met" in text_of(visitor.get(address("objectives")))
    assert "Two fairs" in text_of(visitor.get(where))


def test_progress_outside_the_period_is_refused_and_shown_again(visitor: Client, post: Appointment) -> None:
    objective = ObjectiveFactory.create()
    page = text_of(
        visitor.post(
            address("objective-progress", objective.public_id),
            {**day_parts("on", date(2018, 4, 1)), "number": "2", "evidence": "Two fairs"},
        )
    )
    assert "This objective runs from 1 October 2017 to 31 March 2018." in page
    assert "Two fairs</textarea>" in page
    assert not ObjectiveProgress.objects.exists()


def test_event_is_recorded(visitor: Client, post: Appointment) -> None:
    assert visitor.get(address("event-new")).status_code == 200
    visitor.post(
        address("event-new"), {"title": "Fair", **day_parts("held_on", date(2018, 2, 10)), "outcome": "Well met"}
    )
    assert EngagementActivity.objects.values_list("ambassador", "title").get() == (post.ambassador.pk, "Fair")


def test_event_to_come_is_refused_and_shown_again(visitor: Client, post: Appointment) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    page = text_of(
        visitor.post(address("event-new"), {"title": "Fair", **day_parts("held_on", tomorrow), "outcome": "Unknown"})
    )
    assert "The date of the event must be today or in the past" in page
    assert 'value="Fair"' in page
    assert not EngagementActivity.objects.exists()
