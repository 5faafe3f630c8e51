"""Contacts, events and progress on objectives, recorded between forums."""

from datetime import UTC, date, datetime

import pytest

from ambassadors.enums import ContactMeans, Frequency
from ambassadors.models import Appointment, ContactMade, EngagementActivity, KeyContact, ObjectiveProgress
from ambassadors.operations import (
    add_contact,
    change_contact,
    end_contact,
    record_contact,
    record_event,
    record_progress,
)
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from tests.ambassadors.filing import AT, refusal
from tests.factories.ambassadors import AmbassadorFactory, KeyContactFactory, ObjectiveFactory

pytestmark = pytest.mark.django_db
TODAY = date(2018, 3, 5)


def test_add_contact_is_due_after_one_interval(post: Appointment, by: User) -> None:
    add_contact(
        ambassador=post.ambassador,
        organisation_name="Parish council",
        name="The clerk",
        how_to_reach="01632 960002",
        frequency=Frequency.QUARTERLY,
        means=ContactMeans.TELEPHONE,
        by=by,
        at=AT,
    )
    fields = "organisation_name", "name", "how_to_reach", "frequency", "means", "added_on", "last_contact_on", "due_on"
    assert KeyContact.objects.values_list(*fields).get() == (
        "Parish council", "The clerk", "01632 960002", "quarterly", "telephone", TODAY, None, date(2018, 6, 5),
    )  # fmt: skip


def test_change_contact_counts_the_new_interval_from_the_last_contact(by: User) -> None:
    contact = KeyContactFactory.create(last_contact_on=date(2018, 2, 1), due_on=date(2018, 5, 1))
    change_contact(
        contact=contact,
        organisation_name="Town council",
        frequency=Frequency.MONTHLY,
        means=ContactMeans.EMAIL,
        by=by,
        at=AT,
    )
    fields = "organisation_name", "name", "frequency", "means", "last_contact_on", "due_on"
    assert KeyContact.objects.values_list(*fields).get() == (
        "Town council", "", "monthly", "email", date(2018, 2, 1), date(2018, 3, 1),
    )  # fmt: skip


def test_change_contact_counts_from_when_it_was_added(by: User) -> None:
    contact = KeyContactFactory.create()
    values = {"organisation_name": "Council", "frequency": Frequency.YEARLY, "means": ContactMeans.EMAIL}
    assert change_contact(contact=contact, **values, by=by, at=AT).due_on == date(2019, 1, 8)


def touch(contact: KeyContact, by: User, on: date = TODAY, at: datetime = AT) -> ContactMade:
    return record_contact(contact=contact, on=on, means=ContactMeans.MEETING, note="Parking", by=by, at=at)


def test_record_contact_moves_the_due_day(by: User) -> None:
    touch(KeyContactFactory.create(), by)
    assert ContactMade.objects.values_list("on", "means", "note").get() == (TODAY, "meeting", "Parking")
    assert KeyContact.objects.values_list("last_contact_on", "due_on").get() == (TODAY, date(2018, 6, 5))


def test_record_contact_of_an_earlier_day_leaves_the_due_day(by: User) -> None:
    contact = KeyContactFactory.create()
    touch(contact, by)
    touch(contact, by, on=date(2018, 1, 20))
    assert ContactMade.objects.count() == 2
    assert KeyContact.objects.values_list("last_contact_on", "due_on").get() == (TODAY, date(2018, 6, 5))


def test_record_contact_twice_records_once(by: User) -> None:
    contact = KeyContactFactory.create()
    assert touch(contact, by) == touch(contact, by)
    assert ContactMade.objects.count() == 1


def test_record_contact_refuses_the_future(by: User) -> None:
    with pytest.raises(DomainError) as error:
        touch(KeyContactFactory.create(), by, on=date(2018, 3, 6))
    assert refusal(error) == ("The date must be today or in the past", "on")
    assert not ContactMade.objects.exists()


def test_record_contact_counts_days_in_london(by: User) -> None:
    late = datetime(2018, 7, 10, 23, 30, tzinfo=UTC)
    assert touch(KeyContactFactory.create(), by, on=date(2018, 7, 11), at=late).on == date(2018, 7, 11)


def test_end_contact_takes_it_off_the_list(by: User) -> None:
    contact = KeyContactFactory.create()
    end_contact(contact=contact, by=by, at=AT)
    assert KeyContact.objects.get().ended_on == TODAY
    with pytest.raises(DomainError, match="You stopped keeping up this contact on 5 March 2018"):
        touch(contact, by)


def test_record_event_once_however_often_it_is_sent(post: Appointment, by: User) -> None:
    for _ in range(2):
        record_event(
            ambassador=post.ambassador,
            held_on=TODAY,
            title="Fair",
            people_met=None,
            outcome="Well met",
            by=by,
            at=AT,
        )
    assert EngagementActivity.objects.filter(report=None).values_list(
        "held_on", "title", "people_met", "outcome"
    ).get() == (
        TODAY,
        "Fair",
        None,
        "Well met",
    )


def test_record_event_refuses_the_future(post: Appointment, by: User) -> None:
    with pytest.raises(DomainError) as error:
        record_event(
            ambassador=post.ambassador, held_on=date(2018, 3, 6), title="Fair", outcome="None yet", by=by, at=AT
        )
    assert refusal(error) == ("The date of the event must be today or in the past", "held_on")


def progress(post: Appointment, by: User, **values: object) -> ObjectiveProgress:
    given = {"objective": ObjectiveFactory.create(), "on": TODAY, "number": 2, "evidence": "Two fairs"}
    return record_progress(ambassador=post.ambassador, **{**given, **values}, by=by, at=AT)  # type: ignore[arg-type]  # each test names its own


def test_record_progress_keeps_number_and_evidence(post: Appointment, by: User) -> None:
    progress(post, by)
    assert ObjectiveProgress.objects.values_list("ambassador", "on", "number", "evidence").filter(
        report=None
    ).get() == (
        post.ambassador.pk,
        TODAY,
        2,
        "Two fairs",
    )


def test_record_progress_twice_records_once(post: Appointment, by: User) -> None:
    objective = ObjectiveFactory.create()
    assert progress(post, by, objective=objective) == progress(post, by, objective=objective)


@pytest.mark.parametrize(
    ("values", "message", "field"),
    [
        ({"number": 0}, "Enter a number of 1 or more", "number"),
        ({"on": date(2018, 3, 6)}, "The date must be today or in the past", "on"),
        (
            {"on": date(2017, 9, 30)},
            "This objective runs from 1 October 2017 to 31 March 2018. Enter a date in that period.",
            "on",
        ),
    ],
)
def test_record_progress_refuses_what_cannot_be(
    post: Appointment, by: User, values: dict[str, object], message: str, field: str
) -> None:
    with pytest.raises(DomainError) as error:
        progress(post, by, **values)
    assert refusal(error) == (message, field)
    assert not ObjectiveProgress.objects.exists()


def test_record_progress_refuses_an_objective_of_another(post: Appointment, by: User) -> None:
    theirs = ObjectiveFactory.create(ambassador=AmbassadorFactory.create())
    with pytest.raises(DomainError, match="your own objectives only"):
        progress(post, by, objective=theirs)
