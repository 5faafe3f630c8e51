"""Applications, appointments, vacancies and accounts: what is recorded, and what is refused with what words."""

import threading
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection

from ambassadors.enums import ApplicationState, EndReason
from ambassadors.models import Ambassador, Application, Appointment, VacancyAdvert
from ambassadors.operations import (
    advertise_vacancy,
    appoint,
    decide_application,
    end_appointment,
    invite_ambassador,
    link_account,
    receive_application,
    record_person,
)
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from tests.factories.ambassadors import AmbassadorFactory, ApplicationFactory, AppointmentFactory
from tests.factories.forums import ForumFactory

AT = datetime(2018, 3, 14, 9, 30, tzinfo=UTC)
TODAY = date(2018, 3, 14)
pytestmark = pytest.mark.django_db


def refusal(operation: Any, **values: Any) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as refused:
        operation(by=None, at=AT, **values)
    return refused.value.message, refused.value.field


def test_record_person_keeps_what_is_given() -> None:
    person = record_person(
        first_name=" Ann ", last_name=" Reed ", email=" ann@home.example ", telephone=" 01632 960002 ", by=None, at=AT
    )
    assert (person.name, person.email, person.telephone) == ("Ann Reed", "ann@home.example", "01632 960002")


def test_record_person_refuses_what_the_model_refuses() -> None:
    assert refusal(record_person, first_name="Ann", last_name="Reed", email="nowhere") == (
        "Enter a valid email address.",
        "email",
    )
    assert refusal(record_person, first_name=" ", last_name="Reed") == ("This field cannot be blank.", "first_name")


def test_appoint_gives_several_forums_to_one_person() -> None:
    person = AmbassadorFactory.create()
    for _ in range(2):
        appoint(ambassador=person, forum=ForumFactory.create(), starts_on=TODAY, by=None, at=AT)
    assert list(person.appointments.values_list("starts_on", "ends_on", "end_reason")) == [(TODAY, None, "")] * 2


def test_appoint_refuses_a_forum_that_is_taken() -> None:
    taken = AppointmentFactory.create(ends_on=TODAY, end_reason=EndReason.TERM_ENDED)
    assert refusal(appoint, ambassador=AmbassadorFactory.create(), forum=taken.forum, starts_on=TODAY) == (
        "This forum has an ambassador for some of those days.",
        None,
    )
    appoint(ambassador=AmbassadorFactory.create(), forum=taken.forum, starts_on=date(2018, 3, 15), by=None, at=AT)


def test_appoint_refuses_days_outside_the_forums() -> None:
    person = AmbassadorFactory.create()
    forum = ForumFactory.create(name="North", starts_on=date(2018, 4, 1))
    assert refusal(appoint, ambassador=person, forum=forum, starts_on=TODAY) == (
        "North started on 1 April 2018. Enter that day or a later one.",
        "starts_on",
    )
    forum = ForumFactory.create(name="South", ends_on=date(2018, 3, 1))
    assert refusal(appoint, ambassador=person, forum=forum, starts_on=TODAY) == (
        "South ended on 1 March 2018. Choose another forum.",
        "forum",
    )


@pytest.mark.django_db(transaction=True)
def test_appoint_two_at_once_appoints_one() -> None:
    forum = ForumFactory.create()
    people = [AmbassadorFactory.create() for _ in range(2)]
    barrier = threading.Barrier(2)
    outcomes: list[str] = []

    def attempt(person: Ambassador) -> None:
        try:
            barrier.wait(timeout=10)
            appoint(ambassador=person, forum=forum, starts_on=TODAY, by=None, at=AT)
            outcomes.append("appointed")
        except DomainError as error:
            outcomes.append(error.message)
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert len(outcomes) == 2
    assert outcomes.count("appointed") == 1
    assert Appointment.objects.count() == 1


def test_saving_what_another_person_saved_meanwhile_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = AppointmentFactory.create()
    monkeypatch.setattr(Appointment, "full_clean", lambda self: None)  # as if checked before the other was saved
    assert refusal(appoint, ambassador=AmbassadorFactory.create(), forum=taken.forum, starts_on=TODAY) == (
        "Somebody else recorded this a moment ago. Open the page again to see it.",
        None,
    )


def test_end_appointment_keeps_the_day_the_reason_and_the_note() -> None:
    ended = end_appointment(
        appointment=AppointmentFactory.create(),
        ends_on=TODAY,
        reason=EndReason.RESIGNED_MOVED,
        note=" To Devon ",
        by=None,
        at=AT,
    )
    assert (ended.ends_on, ended.end_reason, ended.end_note) == (TODAY, EndReason.RESIGNED_MOVED, "To Devon")


def test_end_appointment_refuses() -> None:
    appointment = AppointmentFactory.create()
    given: dict[str, Any] = {"appointment": appointment, "reason": EndReason.TERM_ENDED}
    assert refusal(end_appointment, **given, ends_on=date(2016, 12, 31)) == (
        "The appointment started on 1 January 2017. Enter that day or a later one.",
        "ends_on",
    )
    end_appointment(**given, ends_on=TODAY, by=None, at=AT)
    assert refusal(end_appointment, **given, ends_on=TODAY) == (
        "This appointment has its last day already: 14 March 2018.",
        None,
    )


def test_advertise_vacancy_of_a_vacant_forum_and_of_one_about_to_be() -> None:
    leaving = AppointmentFactory.create(ends_on=date(2018, 4, 30), end_reason=EndReason.TERM_ENDED)
    for forum in (ForumFactory.create(), leaving.forum):
        advertise_vacancy(
            forum=forum, advertised_on=TODAY, place=" Parish magazine ", closes_on=date(2018, 4, 14), by=None, at=AT
        )
    assert (
        list(VacancyAdvert.objects.values_list("advertised_on", "place", "closes_on"))
        == [(TODAY, "Parish magazine", date(2018, 4, 14))] * 2
    )


def test_advertise_vacancy_refuses() -> None:
    held = AppointmentFactory.create(forum__name="North", ambassador__last_name="Hollis")
    assert refusal(advertise_vacancy, forum=held.forum, advertised_on=TODAY, place="Website") == (
        "North is not vacant: Margaret Hollis has it, with no last day.",
        "forum",
    )
    vacant = ForumFactory.create()
    assert refusal(
        advertise_vacancy, forum=vacant, advertised_on=TODAY, place="Website", closes_on=date(2018, 3, 1)
    ) == ("The advert closes on or after the day it appears.", None)


def test_receive_application_once() -> None:
    given: dict[str, Any] = {
        "applicant": AmbassadorFactory.create(),
        "forum": ForumFactory.create(),
        "applied_on": TODAY,
    }
    received = receive_application(**given, note=" By letter ", by=None, at=AT)
    assert (received.state, received.note) == (ApplicationState.RECEIVED, "By letter")
    assert refusal(receive_application, **given) == ("This application is recorded.", None)
    assert refusal(receive_application, **{**given, "applied_on": date(2018, 3, 15)}) == (
        "Enter the day on which it came: today or earlier.",
        "applied_on",
    )


def test_decide_application_to_interview_then_appoint() -> None:
    application = ApplicationFactory.create(note="By letter")
    called = decide_application(
        application=application, decision=ApplicationState.INTERVIEW, decided_on=TODAY, by=None, at=AT
    )
    assert (called.state, called.decided_on, called.note) == (ApplicationState.INTERVIEW, None, "By letter")
    decided = decide_application(
        application=application,
        decision=ApplicationState.APPOINTED,
        decided_on=TODAY,
        starts_on=date(2018, 4, 1),
        note="Strong interview",
        by=None,
        at=AT,
    )
    assert (decided.state, decided.decided_on, decided.note) == (ApplicationState.APPOINTED, TODAY, "Strong interview")
    assert list(Appointment.objects.values_list("ambassador", "forum", "starts_on")) == [
        (application.ambassador_id, application.forum_id, date(2018, 4, 1))
    ]


def test_decide_application_declines_without_an_appointment() -> None:
    application = ApplicationFactory.create()
    decide_application(
        application=application,
        decision=ApplicationState.DECLINED,
        decided_on=TODAY,
        starts_on=date(2018, 4, 1),
        by=None,
        at=AT,
    )
    assert (application.state, Appointment.objects.count()) == (ApplicationState.DECLINED, 0)


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"decision": ApplicationState.RECEIVED}, ("Choose what was decided.", "decision")),
        ({"decision": ApplicationState.APPOINTED}, ("Enter the first day of the appointment.", "starts_on")),
        (
            {"decided_on": date(2018, 1, 31)},
            ("Enter a day from 1 February 2018, when it came, to today.", "decided_on"),
        ),
        (
            {"decided_on": date(2018, 3, 15)},
            ("Enter a day from 1 February 2018, when it came, to today.", "decided_on"),
        ),
    ],
)
def test_decide_application_refuses(values: dict[str, Any], refused: tuple[str, str]) -> None:
    given = {"decision": ApplicationState.DECLINED, "decided_on": TODAY}
    assert refusal(decide_application, application=ApplicationFactory.create(), **{**given, **values}) == refused


def test_decide_application_once_and_all_or_nothing() -> None:
    decided = ApplicationFactory.create(state=ApplicationState.WITHDRAWN, decided_on=date(2018, 2, 2))
    given: dict[str, Any] = {"decision": ApplicationState.APPOINTED, "decided_on": TODAY, "starts_on": TODAY}
    assert refusal(decide_application, application=decided, **given) == (
        "This application was decided already.",
        None,
    )
    waiting = ApplicationFactory.create(forum=AppointmentFactory.create().forum)
    assert refusal(decide_application, application=waiting, **given) == (
        "This forum has an ambassador for some of those days.",
        None,
    )
    assert Application.objects.get(pk=waiting.pk).state == ApplicationState.RECEIVED


def test_link_account_once(ambassador_user: User, other_ambassador_user: User) -> None:
    person = AmbassadorFactory.create()
    assert link_account(ambassador=person, user=ambassador_user, by=None, at=AT).user == ambassador_user
    assert refusal(link_account, ambassador=person, user=other_ambassador_user) == (
        f"{person} has an account already: {ambassador_user}.",
        "user",
    )
    assert refusal(link_account, ambassador=AmbassadorFactory.create(), user=ambassador_user) == (
        f"The account of {ambassador_user} belongs to another ambassador.",
        "user",
    )


def test_link_account_needs_the_role(policy_officer: User) -> None:
    assert refusal(link_account, ambassador=AmbassadorFactory.create(), user=policy_officer) == (
        f"{policy_officer} does not have the ambassador's role. Give the account that role first.",
        "user",
    )


def test_invite_ambassador_opens_an_account_for_the_person(policy_officer: User) -> None:
    person = AmbassadorFactory.create(email="ann@home.example")
    invited = invite_ambassador(ambassador=person, by=policy_officer, at=AT)
    assert invited.user is not None
    assert (invited.user.email, invited.user.roles) == ("ann@home.example", frozenset({Role.AMBASSADOR}))
    assert OutboxMessage.objects.get().to == "ann@home.example"


def test_invite_ambassador_refuses(policy_officer: User, ambassador_user: User) -> None:
    for person, words in (
        (AmbassadorFactory.create(email=""), "Enter the person's e-mail address first."),
        (AmbassadorFactory.create(user=ambassador_user, first_name="Bina"), "This person has an account already."),
    ):
        with pytest.raises(DomainError) as refused:
            invite_ambassador(ambassador=person, by=policy_officer, at=AT)
        assert refused.value.message == words
