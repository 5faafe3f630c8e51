"""Questions of the public: taken within the limits, decided on, answered, and read by everybody once accepted."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from opcc.web.words import nice_weekday
from panel import operations, queries
from panel.enums import AnswerManner, AskedState, Channel, RefusalGround
from panel.models import PanelMeeting, PublicQuestion
from tests.factories.accounts import UserFactory
from tests.factories.meetings import GroupFactory, RulesFactory
from tests.factories.questions import ASKED_AT, PublicQuestionFactory
from tests.factories.recommendations import HeldMeetingFactory, PlannedPanelMeetingFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
ON_TIME = datetime(2018, 3, 14, 17, 0, tzinfo=UTC)  # the last moment for the meeting of 19 March 2018
LATE = ON_TIME + timedelta(minutes=1)
SAID: dict[str, Any] = {"name": "Pat Ash", "email": "pat@home.example", "text": "How many officers patrol?"}


def ask(at: datetime = ASKED_AT, **fields: Any) -> PublicQuestion:
    said = {"meeting": PlannedPanelMeetingFactory.create(), "by": None, **SAID, **fields}
    return operations.ask_question(**said, at=at)


def mails() -> list[tuple[str, str]]:
    return list(OutboxMessage.objects.order_by("pk").values_list("kind", "to"))


# --- Asking -------------------------------------------------------------------------------------------
def test_a_question_gets_a_number_and_a_receipt() -> None:
    asked = ask(organisation="  Ash   Residents ", speaks=False, may_be_named=True)
    assert (asked.reference, asked.state, asked.nth, asked.received_at) == ("PQ-2018-001", "received", 1, ASKED_AT)
    assert (asked.organisation, asked.questioner) == ("Ash Residents", "pat@home.example")
    assert mails() == [("panel.question_received", "pat@home.example")]
    assert "PQ-2018-001" in OutboxMessage.objects.get().body


def test_a_question_at_the_last_moment_is_taken() -> None:
    assert ask(at=ON_TIME).late_reason == ""


def test_a_question_one_minute_late_is_refused_with_the_deadline_and_its_reason() -> None:
    with pytest.raises(DomainError) as refused:
        ask(at=LATE)
    assert refused.value.message == (
        "Questions for the meeting on Monday 19 March 2018 closed at 5pm on Wednesday 14 March 2018. "
        "The rule: Three working days before Monday 19 March 2018. You can ask at a later meeting."
    )
    assert not PublicQuestion.objects.exists()
    assert mails() == []


def test_the_deadline_follows_the_rules_of_the_panel() -> None:
    RulesFactory.create(question_days=5, questions_close="12:00")
    with pytest.raises(DomainError, match="closed at midday on Monday 12 March 2018"):
        ask(at=datetime(2018, 3, 12, 12, 1, tzinfo=UTC))


def test_the_deadline_is_london_time_in_summer() -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    with pytest.raises(DomainError, match="closed at 5pm on Monday 18 June 2018"):
        ask(meeting=meeting, at=datetime(2018, 6, 18, 16, 1, tzinfo=UTC))
    assert ask(meeting=meeting, at=datetime(2018, 6, 18, 16, 0, tzinfo=UTC)).pk


def test_the_chair_may_have_a_late_one_taken() -> None:
    officer = UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER])
    asked = ask(
        at=LATE + timedelta(hours=1), received_at=LATE, late_reason="A death in custody.", by=officer,
        channel=Channel.LETTER, email="",
    )  # fmt: skip
    assert (asked.late_reason, asked.received_at, asked.questioner) == ("A death in custody.", LATE, "pat ash")
    assert mails() == []


def test_a_person_asks_two_and_another_after_one_is_withdrawn() -> None:
    first, second = ask(), ask(email="PAT@home.example")
    assert (first.nth, second.nth) == (1, 2)
    with pytest.raises(DomainError, match="A person may ask 2 questions at a meeting, and they have all been asked"):
        ask()
    operations.withdraw_question(question=first, reason="By telephone.", by=None, at=ASKED_AT)
    assert ask().nth == 1
    assert ask(email="sam@home.example").nth == 1


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"is_closed": True}, "at meetings of the whole Panel"),
        ({"state": "cancelled", "cancelled_reason": "Snow"}, "Monday 19 March 2018 is cancelled"),
    ],
)
def test_a_meeting_that_takes_none_says_so(fields: dict[str, Any], words: str) -> None:
    with pytest.raises(DomainError, match=words):
        ask(meeting=PlannedPanelMeetingFactory.create(**fields))


def test_a_working_group_takes_none() -> None:
    with pytest.raises(DomainError, match="at meetings of the whole Panel"):
        ask(meeting=PlannedPanelMeetingFactory.create(group=GroupFactory.create()))


def test_staff_without_the_permission_record_none() -> None:
    analyst = UserFactory.create(roles=[Role.PERFORMANCE_OFFICER])
    with pytest.raises(DomainError, match="Your role does not let you record a question"):
        ask(by=analyst, channel=Channel.EMAIL)
    with pytest.raises(DomainError, match="has not come yet"):
        ask(received_at=ASKED_AT + timedelta(minutes=1))


# --- Deciding and answering ---------------------------------------------------------------------------
def test_a_question_is_accepted_and_answered_and_the_person_is_told() -> None:
    officer = UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER])
    asked = ask()
    operations.accept_question(question=asked, by=officer, at=ASKED_AT)
    PanelMeeting.objects.update(state="held")
    answer: dict[str, Any] = {
        "answer": "Twelve.", "answered_by": "The Commissioner", "manner": AnswerManner.AT_MEETING, "by": officer
    }  # fmt: skip
    with pytest.raises(DomainError, match="Enter a day that is not in the future"):
        operations.answer_question(question=asked, **answer, on=date(2018, 3, 19), at=ASKED_AT)
    held = datetime(2018, 3, 20, 9, 0, tzinfo=UTC)
    with pytest.raises(DomainError, match="The meeting was on 19 March 2018"):
        operations.answer_question(question=asked, **answer, on=date(2018, 3, 20), at=held)

    row = operations.answer_question(question=asked, **answer, on=date(2018, 3, 19), at=held)
    assert (row.state, row.answer, row.decided_by) == (AskedState.ANSWERED, "Twelve.", officer)
    assert [kind for kind, _ in mails()] == [
        "panel.question_received", "panel.question_accepted", "panel.question_answered"
    ]  # fmt: skip
    with pytest.raises(DomainError, match="This question is answered already"):
        operations.refuse_question(
            question=asked, ground=RefusalGround.OFFENSIVE, reason="No.", by=officer, at=held
        )  # fmt: skip


def test_a_question_is_refused_with_its_ground_and_accepted_after_all() -> None:
    asked = ask()
    with pytest.raises(DomainError, match="Tell the person why"):
        operations.refuse_question(
            question=asked, ground=RefusalGround.NAMED_PERSON, reason=" ", by=None, at=ASKED_AT
        )  # fmt: skip
    operations.refuse_question(
        question=asked, ground=RefusalGround.NAMED_PERSON, reason="It is about a neighbour.", by=None, at=ASKED_AT
    )
    assert "About a named person or a case. It is about a neighbour." in OutboxMessage.objects.order_by("-pk")[0].body
    other = ask(), ask()
    with pytest.raises(DomainError, match="A person may ask 2 questions"):
        operations.accept_question(question=asked, by=None, at=ASKED_AT)
    operations.withdraw_question(question=other[1], reason="By e-mail.", by=None, at=ASKED_AT)
    row = operations.accept_question(question=asked, by=None, at=ASKED_AT)
    assert (row.state, row.ground, row.reason, row.nth) == ("accepted", "", "", 2)


def test_who_may_not_decide_changes_nothing() -> None:
    analyst, asked = UserFactory.create(roles=[Role.PERFORMANCE_OFFICER]), ask()
    with pytest.raises(DomainError, match="Your role does not let you decide"):
        operations.accept_question(question=asked, by=analyst, at=ASKED_AT)
    asked.refresh_from_db()
    assert asked.state == AskedState.RECEIVED


@pytest.mark.parametrize(
    ("constraint", "fields"),
    [
        ("panel_question_counted", {"nth": 0}),
        ("panel_question_counted", {"questioner": ""}),
        ("panel_question_web_has_email", {"email": ""}),
        ("panel_question_decided_has_time", {"state": "accepted"}),
        ("panel_question_decided_has_time", {"decided_at": ASKED_AT}),
        ("panel_question_refused_has_grounds", {"state": "refused", "decided_at": ASKED_AT, "reason": "No."}),
        ("panel_question_refused_has_grounds", {"ground": "offensive"}),
        ("panel_question_answer_whole", {"answer": "Twelve."}),
        ("panel_question_answer_whole", {"state": "answered", "decided_at": ASKED_AT, "answer": "Twelve."}),
    ],
)
def test_constraint(constraint: str, fields: dict[str, Any]) -> None:
    row = PublicQuestionFactory.create()
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PublicQuestion.objects.filter(pk=row.pk).update(**fields)


def test_constraint_one_number_once_among_those_that_count() -> None:
    row = PublicQuestionFactory.create()
    twin = {"meeting": row.meeting, "email": row.email}
    PublicQuestionFactory.create(**twin, refused=True)
    with pytest.raises(IntegrityError, match="panel_question_nth_once"), transaction.atomic():
        PublicQuestionFactory.create(**twin)


# --- The public's pages -------------------------------------------------------------------------------
def coming(days: int = 40, **fields: Any) -> PanelMeeting:
    return PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=days), **fields)


def typed(**fields: Any) -> dict[str, str]:
    return {"text": "Why?", "name": "Pat Ash", "email": "pat@home.example", "how": "speak", **fields}


def page(response: Any) -> str:
    return " ".join(response.content.decode().split())


def test_the_public_asks_and_gets_a_number() -> None:
    meeting = coming()
    response = Client().post(reverse("panel:ask", args=[meeting.public_id]), typed(), follow=True)
    asked = PublicQuestion.objects.get()
    assert response.redirect_chain == [(reverse("panel:question-sent", args=[asked.public_id]), 302)]
    assert asked.reference in page(response)
    assert "Pat Ash" not in page(response)
    assert response.headers["Cache-Control"] == "no-store"
    assert (asked.channel, asked.speaks, asked.may_be_named) == ("web", True, False)


def test_what_is_missing_is_said_and_nothing_typed_is_lost() -> None:
    response = Client().post(reverse("panel:ask", args=[coming().public_id]), {"text": "Why so few?"})
    for words in ("Enter your name", "Enter your e-mail address", "Why so few?", "Choose how you want your answer"):
        assert words in page(response)
    assert not PublicQuestion.objects.exists()


def test_after_the_day_the_form_says_when_questions_closed_and_loses_nothing() -> None:
    meeting, other = coming(1), coming(60)
    address = reverse("panel:ask", args=[meeting.public_id])
    closing = queries.closing_of(meeting)
    shown = page(Client().get(address))
    assert f"Questions for this meeting closed at 5pm on {closing.at:%A}" in shown
    assert reverse("panel:ask", args=[other.public_id]) in shown
    sent = page(Client().post(address, typed(text="Why so late?")))
    assert closing.reason in sent
    assert "Why so late?" in sent
    assert not PublicQuestion.objects.exists()


def test_a_machine_that_fills_the_hidden_box_is_told_so() -> None:
    response = Client().post(reverse("panel:ask", args=[coming().public_id]), typed(website="https://x.example"))
    assert "a box that people do not see was filled in" in page(response)
    assert not PublicQuestion.objects.exists()


def test_too_many_from_one_connection_wait() -> None:
    address = reverse("panel:ask", args=[coming().public_id])
    cache.clear()
    for number in range(20):
        Client().post(address, typed(email=f"person{number}@home.example"))
    refused = Client().post(address, typed(email="another@home.example"))
    cache.clear()
    assert PublicQuestion.objects.count() == 20
    assert "Many questions came from your connection" in page(refused)


def test_only_accepted_questions_of_published_agendas_are_read() -> None:
    published = HeldMeetingFactory.create()
    draft = coming()
    PublicQuestionFactory.create(meeting=published, answered=True, text="Answered one", name="Lee Elm")
    PublicQuestionFactory.create(
        meeting=published, accepted=True, text="Accepted one", may_be_named=True, name="Jo Oak"
    )
    PublicQuestionFactory.create(meeting=published, text="Waiting one")
    PublicQuestionFactory.create(meeting=published, refused=True, text="Refused one")
    PublicQuestionFactory.create(meeting=draft, accepted=True, text="Draft one")
    for address in (reverse("panel:questions"), reverse("panel:meeting", args=[published.public_id])):
        shown = page(Client().get(address))
        assert "Answered one" in shown
        assert "Four officers more since January." in shown
        assert "Accepted one" in shown
        assert "Jo Oak" in shown
        for hidden in ("Lee Elm", "Waiting one", "Refused one", "Draft one", "@home.example"):
            assert hidden not in shown
    assert "Draft one" not in page(Client().get(reverse("panel:meeting", args=[draft.public_id])))


def test_the_list_asks_as_much_for_many_as_for_one() -> None:
    meeting = HeldMeetingFactory.create()
    for address in (reverse("panel:questions"), reverse("panel:meeting", args=[meeting.public_id])):
        counts = []
        for more in (1, 49, 450):
            PublicQuestionFactory.create_batch(more, meeting=meeting, answered=True)
            with CaptureQueriesContext(connection) as caught:
                Client().get(address)
            counts.append(len(caught))
        assert counts[0] == counts[1] == counts[2]


def test_the_running_order_costs_the_same_for_one_and_for_fifty() -> None:
    meeting, rules, counts = PlannedPanelMeetingFactory.create(), queries.panel_rules(), []
    for size in (1, 49):
        PublicQuestionFactory.create_batch(size, meeting=meeting, accepted=True)
        with CaptureQueriesContext(connection) as caught:
            order = queries.running_order(PublicQuestion.objects.filter(meeting=meeting), rules)
        counts.append(len(caught))
    assert counts == [1, 1]
    assert [put.minute for put in order][:11] == [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, None]


# --- The staff's pages --------------------------------------------------------------------------------
def test_staff_accept_answer_and_see_what_waits() -> None:
    staff = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    asked = ask()
    assert "Public questions to decide on" in page(staff.get(reverse("admin:index")))
    address = reverse("admin:panel_publicquestion_change", args=[asked.pk])
    assert "1, speaks from minute 0" not in page(staff.get(address))
    staff.post(reverse("admin:panel_publicquestion_press", args=[asked.pk, "accept"]))
    asked.refresh_from_db()
    assert asked.state == AskedState.ACCEPTED
    assert "1, speaks from minute 0 for 3 minutes" in page(staff.get(address))


def test_staff_record_a_letter_and_a_late_one_is_refused_beside_its_field() -> None:
    staff = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    meeting = coming(0)
    closing = queries.closing_of(meeting)
    letter = {
        "meeting": meeting.pk, "channel": "letter", "received_at_1": "17:01", "name": "Pat Ash", "text": "Why?",
        "speaks": "on",
    }  # fmt: skip
    address = reverse("admin:panel_publicquestion_add")
    late = page(staff.post(address, letter | {"received_at_0": f"{closing.on:%d/%m/%Y}"}))
    assert f"closed at 5pm on {nice_weekday(closing.at)}" in late
    assert not PublicQuestion.objects.exists()
    staff.post(address, letter | {"received_at_0": f"{closing.on:%d/%m/%Y}", "received_at_1": "17:00"})
    row = PublicQuestion.objects.get()
    assert (row.channel, row.name, row.late_reason) == ("letter", "Pat Ash", "")
