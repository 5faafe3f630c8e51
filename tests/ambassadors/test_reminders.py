"""Reminders: to whom, when, and once for each occasion. And the timetable that runs them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from ambassadors.enums import EndReason
from ambassadors.models import Appointment
from ambassadors.operations import remind_of_contacts, remind_of_reports
from ambassadors.tasks import send_contact_digests, send_report_reminders
from forums.enums import MeetingState
from opcc.celery import app
from opcc.core.models import OutboxMessage
from opcc.schedule import TIMETABLE
from tests.factories.ambassadors import AppointmentFactory, ForumReportFactory, KeyContactFactory
from tests.factories.forums import ForumMeetingFactory, PlannedMeetingFactory

MET_ON = date(2018, 2, 27)
DUE_ON = date(2018, 3, 13)
pytestmark = pytest.mark.django_db


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 7, 0, tzinfo=UTC)


def owed(state: MeetingState = MeetingState.HELD) -> Appointment:
    """An ambassador who owes the report of a meeting on 27 February, due on 13 March."""
    appointment: Appointment = AppointmentFactory.create(
        forum__name="North", ambassador__first_name="Ann", ambassador__email="ann@home.example"
    )
    factory = ForumMeetingFactory if state == MeetingState.HELD else PlannedMeetingFactory
    factory.create(forum=appointment.forum, held_on=MET_ON)
    return appointment


def written() -> list[tuple[str | None, str]]:
    return list(OutboxMessage.objects.order_by("pk").values_list("key", "subject"))


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.PLANNED])
def test_remind_of_reports_before_and_after_the_due_day(state: MeetingState) -> None:
    forum = owed(state).forum_id
    for days in range(-14, 60):
        remind_of_reports(at=at(DUE_ON + timedelta(days=days)))
    soon, late = "Your report from North is due soon", "Your report from North is late"
    assert written() == [
        (f"report-due:{forum}:2018-02-27:before", soon),
        *[(f"report-due:{forum}:2018-02-27:late-{week}", late) for week in range(5)],
    ]
    assert [message.created_at.date() for message in OutboxMessage.objects.order_by("pk")] == [
        date(2018, 3, 10),
        date(2018, 3, 14),
        date(2018, 3, 21),
        date(2018, 3, 28),
        date(2018, 4, 4),
        date(2018, 4, 11),
    ]


def test_remind_of_reports_says_how_late() -> None:
    owed()
    remind_of_reports(at=at(date(2018, 3, 14)))
    message = OutboxMessage.objects.get()
    assert message.to == "ann@home.example"
    assert "Your report from North of 27 February 2018 was due on 13 March 2018: 1 day ago." in message.body
    assert "http://127.0.0.1:8000/ambassadors/" in message.body


def test_remind_of_reports_makes_up_a_day_that_was_missed_and_says_it_once() -> None:
    owed()
    assert remind_of_reports(at=at(date(2018, 3, 12))) == 1
    assert remind_of_reports(at=at(date(2018, 3, 13))) == 1
    assert len(written()) == 1


def test_remind_of_reports_leaves_in_peace_who_has_reported() -> None:
    report = ForumReportFactory.create(submitted=True)
    AppointmentFactory.create(forum=report.forum, ambassador=report.ambassador)
    ForumMeetingFactory.create(forum=report.forum, held_on=report.met_on)
    assert remind_of_reports(at=at(date(2018, 3, 14))) == 0


def test_remind_of_reports_reminds_of_a_draft_as_well() -> None:
    report = ForumReportFactory.create()
    AppointmentFactory.create(forum=report.forum, ambassador=report.ambassador)
    assert remind_of_reports(at=at(date(2018, 3, 14))) == 1


def test_remind_of_reports_leaves_in_peace_who_has_left() -> None:
    appointment = owed()
    Appointment.objects.filter(pk=appointment.pk).update(ends_on=date(2018, 3, 1), end_reason=EndReason.TERM_ENDED)
    AppointmentFactory.create(forum=appointment.forum, starts_on=date(2018, 3, 2))
    assert remind_of_reports(at=at(date(2018, 3, 14))) == 0


def test_remind_of_reports_without_an_address_writes_nothing() -> None:
    appointment = owed()
    appointment.ambassador.email = ""
    appointment.ambassador.save()
    assert remind_of_reports(at=at(date(2018, 3, 14))) == 0


def test_remind_of_contacts_once_a_month() -> None:
    person = AppointmentFactory.create(ambassador__email="ann@home.example").ambassador
    for due_on in (date(2018, 3, 31), date(2018, 2, 1), date(2018, 4, 1)):
        KeyContactFactory.create(ambassador=person, due_on=due_on)
    KeyContactFactory.create(ambassador=person, due_on=date(2018, 3, 2), ended_on=date(2018, 3, 1))
    KeyContactFactory.create(due_on=date(2018, 3, 2))  # of somebody with no forum
    assert [remind_of_contacts(at=at(date(2018, 3, day))) for day in (1, 2)] == [1, 1]
    message = OutboxMessage.objects.get()
    assert (message.to, message.key) == ("ann@home.example", f"contacts-due:{person.pk}:2018-03")
    assert "2 of your contacts are due" in message.body


def test_the_timetable_names_tasks_that_exist() -> None:
    app.loader.import_default_modules()  # as a worker does when it starts
    assert {line["task"] for line in TIMETABLE.values()} <= set(app.tasks)


def test_tasks_run_their_operation() -> None:
    assert (send_report_reminders(), send_contact_digests()) == (0, 0)
