"""Questions to the Chief Constable: their numbers and days, who may read which half, and of two people only one."""

import threading
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from opcc.core.quarters import Quarter
from opcc.reference.enums import OrganisationKind
from opcc.reference.models import Contact
from performance.enums import QuestionState, SignalKind
from performance.models import ForceQuestion
from performance.operations import (
    Part,
    ask_question,
    change_restriction,
    close_question,
    correct_answer,
    draft_question,
    record_answer,
    redraft_question,
)
from tests.factories.performance import ForceQuestionFactory, HouseRulesFactory, MeasureFactory, SeriesFactory
from tests.factories.reference import ClosedDayFactory, ContactFactory, OfficeProfileFactory

AT = datetime(2018, 2, 14, 9, 30, tzinfo=UTC)
QUARTER = Quarter(2017, 3)
ANSWER: dict[str, Any] = {
    "answer": "Patrols moved.",
    "answered_for": "Assistant Chief Constable",
    "answered_on": date(2018, 2, 12),
}
pytestmark = pytest.mark.django_db


def refusal(operation: Any, **values: Any) -> tuple[str, str | None]:
    with pytest.raises(DomainError) as refused:
        operation(**{"by": None, "at": AT, **values})
    return refused.value.message, refused.value.field


def drafted(**values: Any) -> ForceQuestion:
    given = {"quarter": QUARTER, "question": "What explains the rise?", "by": None, "at": AT}
    return draft_question(**{**given, **({} if "series" in values else {"series": SeriesFactory.create()}), **values})


def as_kept(question: ForceQuestion) -> dict[str, Any]:
    """What a question says, as the database has it."""
    fields = (
        *("state", "question", "question_is_restricted", "signal", "signal_month", "due_on", "asked_at", "asked_by"),
        *("answer", "answer_is_restricted", "answered_for", "answered_on", "recorded_by"),
        *("closed_at", "closed_by", "closed_note"),
    )
    now = ForceQuestion.objects.get(pk=question.pk)
    return {name: value for name in fields if (value := getattr(now, name)) not in (None, "")}


def reasons(question: ForceQuestion) -> list[str]:
    """Why each change was made, oldest first, as the history says."""
    events: Any = next(iter(ForceQuestion.pgh_event_models.values()))  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj_id=question.pk).select_related("pgh_context").order_by("pgh_id")
    return [row.pgh_context.metadata["reason"] if row.pgh_context else "" for row in rows]


def history_by(question: ForceQuestion) -> Any:
    events: Any = next(iter(ForceQuestion.pgh_event_models.values()))  # type: ignore[attr-defined]
    return events.objects.filter(pgh_obj_id=question.pk).latest("pgh_id").pgh_context.metadata["user"]


# --- Drafts -------------------------------------------------------------------------------------------


def test_draft_question_keeps_what_is_given(performance_officer: User) -> None:
    series = SeriesFactory.create()

    question = drafted(
        series=series,
        question="  What explains the rise?\n",
        signal=SignalKind.HIGH,
        signal_month=date(2017, 11, 1),
        is_restricted=True,
        by=performance_officer,
    )

    assert (question.reference, question.series, question.quarter_starts_on) == (
        "Q-2018-001",
        series,
        date(2017, 10, 1),
    )
    assert as_kept(question) == {
        "state": QuestionState.DRAFT,
        "question": "What explains the rise?",
        "question_is_restricted": True,
        "signal": SignalKind.HIGH,
        "signal_month": date(2017, 11, 1),
    }
    assert (reasons(question), history_by(question)) == (["Question Q-2018-001 drafted"], performance_officer.pk)


def test_draft_question_numbers_within_the_year_it_is_written() -> None:
    ForceQuestionFactory.create(reference="Q-2017-041")
    ForceQuestionFactory.create(reference="Q-2018-999")

    assert [drafted().reference, drafted().reference] == ["Q-2018-1000", "Q-2018-1001"]
    assert drafted(at=datetime(2018, 12, 31, 23, 30, tzinfo=UTC)).reference == "Q-2018-1002"
    assert drafted(at=datetime(2019, 1, 1, 0, 30, tzinfo=UTC)).reference == "Q-2019-001"


def test_draft_question_that_is_refused_leaves_no_gap() -> None:
    assert refusal(draft_question, series=SeriesFactory.create(), quarter=QUARTER, question=" ") == (
        "Enter the question.",
        "question",
    )
    assert drafted().reference == "Q-2018-001"


@pytest.mark.parametrize(
    ("values", "message", "field"),
    [
        ({"question": "x" * 2001}, "Write 2,000 characters or fewer. You wrote 2,001.", "question"),
        ({"signal": SignalKind.LOW}, "A signal has its month: give both or neither.", "signal_month"),
        ({"signal_month": date(2017, 10, 1)}, "A signal has its month: give both or neither.", "signal"),
        (
            {"signal": SignalKind.LOW, "signal_month": date(2018, 1, 1)},
            "Enter a month of October to December 2017.",
            "signal_month",
        ),
    ],
)
def test_draft_question_refuses(values: dict[str, Any], message: str, field: str) -> None:
    given = {"series": SeriesFactory.create(), "quarter": QUARTER, "question": "Why?"}

    assert refusal(draft_question, **{**given, **values}) == (message, field)
    assert not ForceQuestion.objects.exists()


def test_draft_question_about_a_restricted_measure_needs_clearance(
    treasurer: User, performance_officer: User, give: Callable[..., User]
) -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(is_restricted=True))
    not_cleared = give(treasurer, "change_forcequestion")

    assert refusal(draft_question, series=series, quarter=QUARTER, question="Why?", by=not_cleared) == (
        "There is no such measure. Choose one from the list.",
        "measure",
    )
    assert drafted(series=series, by=performance_officer).series == series


def test_redraft_question_changes_a_draft(policy_officer: User) -> None:
    question = ForceQuestionFactory.create(signal=SignalKind.HIGH, signal_month=date(2017, 10, 1))

    redraft_question(
        question=question, seen=question.question, text="And what now?", is_restricted=True, by=policy_officer, at=AT
    )

    assert as_kept(question) == {
        "state": QuestionState.DRAFT,
        "question": "And what now?",
        "question_is_restricted": True,
    }
    assert reasons(question)[-1] == f"Question {question.reference} changed"


def test_redraft_question_does_not_overwrite_what_somebody_wrote_since() -> None:
    question = ForceQuestionFactory.create(question="Mine?")
    ForceQuestion.objects.filter(pk=question.pk).update(question="Theirs?")

    assert refusal(redraft_question, question=question, seen="Mine?", text="Mine, better?") == (
        (
            "Somebody changed this question while you wrote. It now reads: ‘Theirs?’ "
            "Open the page again, and put in what you want of yours."
        ),
        "question",
    )
    assert as_kept(question)["question"] == "Theirs?"


@pytest.mark.parametrize(
    ("values", "message", "field"),
    [
        ({"text": ""}, "Enter the question.", "question"),
        (
            {"signal": SignalKind.LOW, "signal_month": date(2017, 9, 1)},
            "Enter a month of October to December 2017.",
            "signal_month",
        ),
    ],
)
def test_redraft_question_refuses(values: dict[str, Any], message: str, field: str) -> None:
    question = ForceQuestionFactory.create()
    before = as_kept(question)

    given = {"question": question, "seen": question.question, "text": "Why?"}
    assert refusal(redraft_question, **{**given, **values}) == (message, field)
    assert as_kept(question) == before


# --- Asking -------------------------------------------------------------------------------------------


def test_ask_question_counts_working_days_and_closed_days(performance_officer: User) -> None:
    """22 January 2018 is a Monday: 10 working days end on 5 February, a day of mourning moves that on."""
    HouseRulesFactory.create(question_days=10)
    ClosedDayFactory.create(day=date(2018, 1, 29))
    question = ForceQuestionFactory.create()
    at = datetime(2018, 1, 22, 9, 0, tzinfo=UTC)

    ask_question(question=question, by=performance_officer, at=at)

    assert as_kept(question) == {
        "state": QuestionState.ASKED,
        "question": question.question,
        "question_is_restricted": False,
        "due_on": date(2018, 2, 6),
        "asked_at": at,
        "asked_by": performance_officer,
    }
    assert reasons(question)[-1] == f"Question {question.reference} asked"
    assert not OutboxMessage.objects.exists()


def test_ask_question_without_house_rules_gives_the_default_days() -> None:
    question = ask_question(question=ForceQuestionFactory.create(), by=None, at=datetime(2018, 1, 22, 9, 0, tzinfo=UTC))

    assert question.due_on == date(2018, 2, 5)


def test_ask_question_late_in_the_evening_counts_from_the_day_in_london() -> None:
    HouseRulesFactory.create(question_days=1)
    question = ask_question(
        question=ForceQuestionFactory.create(), by=None, at=datetime(2018, 7, 2, 23, 30, tzinfo=UTC)
    )

    assert question.due_on == date(2018, 7, 4)


def at_the_force(**values: Any) -> Contact:
    return ContactFactory.create(
        organisation__kind=OrganisationKind.POLICE, name="Jo Marsh", email="staff-officer@westshire.example", **values
    )


def test_ask_question_is_mailed_once_to_the_contact_at_the_force() -> None:
    OfficeProfileFactory.create()
    series = SeriesFactory.create(measure__name="Robbery")
    question = ForceQuestionFactory.create(
        reference="Q-2018-007", series=series, signal=SignalKind.SHIFT, signal_month=date(2017, 10, 1)
    )

    ask_question(question=question, to=at_the_force(), by=None, at=datetime(2018, 1, 22, 9, 0, tzinfo=UTC))

    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.subject, mail.kind, mail.key) == (
        "staff-officer@westshire.example",
        "Question Q-2018-007 to the Chief Constable: Robbery",
        "performance.question",
        f"force-question:{question.pk}",
    )
    assert mail.body == (
        "Dear Jo Marsh,\n\n"
        "The Office of the Police and Crime Commissioner for Westshire asks the Chief Constable about Robbery, "
        "Westshire force area, October to December 2017 (a shift of the mean, October 2017):\n\n"
        "What explains the rise in October?\n\n"
        "Please answer by Monday 5 February 2018, to office@westshire.example, and quote Q-2018-007. Say which post "
        "answers, and whether any of the answer must be kept from the public, and why.\n\n"
        "Office of the Police and Crime Commissioner for Westshire\noffice@westshire.example\n"
    )


@pytest.mark.parametrize("restricted", ["question", "measure"])
def test_ask_question_that_is_restricted_is_never_mailed(restricted: str) -> None:
    series = SeriesFactory.create(measure=MeasureFactory.create(is_restricted=restricted == "measure"))
    question = ForceQuestionFactory.create(series=series, question_is_restricted=restricted == "question")

    assert refusal(ask_question, question=question, to=at_the_force()) == (
        (
            "This question is restricted, so it is not sent by e-mail from here. Ask it without an address, and send "
            "it to the force in a protected way."
        ),
        "to",
    )
    assert as_kept(question)["state"] == QuestionState.DRAFT
    assert ask_question(question=question, by=None, at=AT).state == QuestionState.ASKED
    assert not OutboxMessage.objects.exists()


def test_ask_question_to_a_contact_without_an_address_is_refused() -> None:
    question = ForceQuestionFactory.create()
    contact = at_the_force()
    contact.email = ""

    assert refusal(ask_question, question=question, to=contact) == (
        "Jo Marsh has no e-mail address. Choose another contact, or nobody.",
        "to",
    )
    assert as_kept(question)["state"] == QuestionState.DRAFT


def test_ask_question_that_was_restricted_since_is_refused() -> None:
    question = ForceQuestionFactory.create()
    ForceQuestion.objects.filter(pk=question.pk).update(question_is_restricted=True)

    assert refusal(ask_question, question=question, to=at_the_force()) == (
        "Somebody changed who may read this question. Look at it again, then ask.",
        None,
    )
    assert not OutboxMessage.objects.exists()


# --- Answers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_open", [None, False, True])
def test_record_answer_is_restricted_unless_somebody_says_open(performance_officer: User, is_open: bool | None) -> None:
    question = ForceQuestionFactory.create(asked=True)
    said: dict[str, Any] = {} if is_open is None else {"is_open": is_open}

    record_answer(question=question, **ANSWER, **said, by=performance_officer, at=AT)

    assert as_kept(question) == {
        "state": QuestionState.ANSWERED,
        "question": question.question,
        "question_is_restricted": False,
        "due_on": date(2018, 2, 5),
        "asked_at": question.asked_at,
        **ANSWER,
        "answer_is_restricted": not is_open,
        "recorded_by": performance_officer,
    }
    assert reasons(question)[-1] == f"Answer to {question.reference} recorded"


WRONG_ANSWERS: list[Any] = [
    ({"answer": " "}, "Enter the answer.", "answer"),
    ({"answer": "x" * 4001}, "Write 4,000 characters or fewer. You wrote 4,001.", "answer"),
    ({"answered_for": ""}, "Enter the post that answered.", "answered_for"),
    ({"answered_on": date(2018, 2, 15)}, "Enter a day that is not in the future.", "answered_on"),
    (
        {"answered_on": date(2018, 1, 21)},
        "The question was asked on 22 January 2018. Enter a later day.",
        "answered_on",
    ),
]


@pytest.mark.parametrize(("values", "message", "field"), WRONG_ANSWERS)
def test_record_answer_refuses(values: dict[str, Any], message: str, field: str) -> None:
    question = ForceQuestionFactory.create(asked=True)
    before = as_kept(question)

    assert refusal(record_answer, question=question, **{**ANSWER, **values}) == (message, field)
    assert as_kept(question) == before


def test_correct_answer_keeps_who_may_read_it(policy_officer: User) -> None:
    question = ForceQuestionFactory.create(answered=True)

    correct_answer(question=question, **ANSWER, reason="A wrong paste", by=policy_officer, at=AT)

    kept = as_kept(question)
    assert {name: kept[name] for name in ("answer", "answered_for", "answered_on", "answer_is_restricted")} == {
        **ANSWER,
        "answer_is_restricted": True,
    }
    assert (kept["recorded_by"], reasons(question)[-1]) == (policy_officer, "A wrong paste")


@pytest.mark.parametrize(
    ("values", "message", "field"), [*WRONG_ANSWERS, ({"reason": " "}, "Say what was wrong with it.", "reason")]
)
def test_correct_answer_refuses(values: dict[str, Any], message: str, field: str) -> None:
    question = ForceQuestionFactory.create(answered=True)
    before = as_kept(question)

    assert refusal(correct_answer, question=question, **{**ANSWER, "reason": "Wrong", **values}) == (message, field)
    assert as_kept(question) == before


def test_correct_answer_does_not_overwrite_another_correction() -> None:
    question = ForceQuestionFactory.create(answered=True)
    ForceQuestion.objects.filter(pk=question.pk).update(answer="Corrected by another.")

    assert refusal(correct_answer, question=question, **ANSWER, reason="Wrong") == (
        f"Somebody changed {question.reference} while you wrote. Open it again, and put yours in.",
        None,
    )
    assert as_kept(question)["answer"] == "Corrected by another."


# --- Who may read -------------------------------------------------------------------------------------


def test_change_restriction_moves_one_half_with_its_reason(performance_officer: User) -> None:
    question = ForceQuestionFactory.create(answered=True)

    for part, is_restricted, reason in (
        (Part.QUESTION, True, "It names a place"),
        (Part.ANSWER, False, "The trial is over"),
        (Part.QUESTION, False, "The place was in the papers"),
    ):
        change_restriction(
            question=question, part=part, is_restricted=is_restricted, reason=reason, by=performance_officer, at=AT
        )

    kept = as_kept(question)
    assert (kept["question_is_restricted"], kept["answer_is_restricted"]) == (False, False)
    assert reasons(question)[-3:] == ["It names a place", "The trial is over", "The place was in the papers"]
    assert history_by(question) == performance_officer.pk


def test_change_restriction_that_somebody_made_already() -> None:
    question = ForceQuestionFactory.create(answered=True)

    assert refusal(change_restriction, question=question, part=Part.ANSWER, is_restricted=True, reason="Names") == (
        f"The answer of {question.reference} is restricted already. Somebody was quicker.",
        None,
    )
    assert refusal(change_restriction, question=question, part=Part.QUESTION, is_restricted=False, reason="Out") == (
        f"The question of {question.reference} is open already. Somebody was quicker.",
        None,
    )


def test_change_restriction_needs_a_reason_an_answer_and_clearance(treasurer: User, give: Callable[..., User]) -> None:
    question = ForceQuestionFactory.create(asked=True)
    before = as_kept(question)
    given = {"question": question, "part": Part.QUESTION, "is_restricted": True}

    assert refusal(change_restriction, **given, reason="") == (
        "Say why, so that whoever reads the history understands.",
        "reason",
    )
    assert refusal(change_restriction, **{**given, "part": Part.ANSWER}, reason="Names") == (
        f"{question.reference} has no answer yet.",
        None,
    )
    assert refusal(change_restriction, **given, reason="Names", by=give(treasurer, "change_forcequestion")) == (
        "Your role does not let you decide who may read this. Ask someone whose role does.",
        None,
    )
    assert as_kept(question) == before


# --- The end ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("trait", ["asked", "answered"])
def test_close_question_with_its_outcome(performance_officer: User, trait: str) -> None:
    question = ForceQuestionFactory.create(**{trait: True})
    before = as_kept(question)

    close_question(question=question, outcome=" Satisfied ", by=performance_officer, at=AT)

    assert as_kept(question) == {
        **before,
        "state": QuestionState.CLOSED,
        "closed_at": AT,
        "closed_by": performance_officer,
        "closed_note": "Satisfied",
    }
    assert reasons(question)[-1] == f"Question {question.reference} closed"


def test_close_question_needs_an_outcome() -> None:
    question = ForceQuestionFactory.create(asked=True)

    assert refusal(close_question, question=question, outcome="") == ("Say what came of it.", "outcome")
    assert as_kept(question)["state"] == QuestionState.ASKED


MOVES: dict[str, tuple[Any, dict[str, Any], set[QuestionState]]] = {
    "redraft": (
        redraft_question,
        {"seen": "What explains the rise in October?", "text": "Why?"},
        {QuestionState.DRAFT},
    ),
    "ask": (ask_question, {}, {QuestionState.DRAFT}),
    "record": (record_answer, ANSWER, {QuestionState.ASKED}),
    "correct": (correct_answer, {**ANSWER, "reason": "Wrong"}, {QuestionState.ANSWERED}),
    "close": (close_question, {"outcome": "Done"}, {QuestionState.ASKED, QuestionState.ANSWERED}),
}
STANDS = {
    QuestionState.DRAFT: "is a draft, and was not asked yet",
    QuestionState.ASKED: "was asked already",
    QuestionState.ANSWERED: "is answered already",
    QuestionState.CLOSED: "is closed",
}


def in_state(state: QuestionState) -> ForceQuestion:
    if state is QuestionState.CLOSED:
        return close_question(question=in_state(QuestionState.ASKED), outcome="Done", by=None, at=AT)
    traits = {} if state is QuestionState.DRAFT else {state.value: True}
    return ForceQuestionFactory.create(**traits)


@pytest.mark.parametrize("state", QuestionState)
@pytest.mark.parametrize("move", MOVES)
def test_each_step_begins_where_it_may_and_nowhere_else(move: str, state: QuestionState) -> None:
    operation, values, begins = MOVES[move]
    question = in_state(state)
    before = as_kept(question)

    if state in begins:
        operation(question=question, **values, by=None, at=AT)
        assert as_kept(question) != before
    else:
        assert refusal(operation, question=question, **values) == (
            f"{question.reference} {STANDS[state]}. Open it again to see how it stands.",
            None,
        )
        assert as_kept(question) == before


@pytest.mark.parametrize(("operation", "values"), [(operation, values) for operation, values, _ in MOVES.values()])
def test_each_step_needs_the_permission(operation: Any, values: dict[str, Any], treasurer: User) -> None:
    question = ForceQuestionFactory.create()

    assert refusal(operation, question=question, **values, by=treasurer) == (
        "Your role does not let you ask the force questions. Ask someone whose role does.",
        None,
    )


def test_draft_and_restriction_need_the_permission(treasurer: User) -> None:
    message = "Your role does not let you ask the force questions. Ask someone whose role does."
    question = ForceQuestionFactory.create()

    assert refusal(draft_question, series=question.series, quarter=QUARTER, question="Why?", by=treasurer) == (
        message,
        None,
    )
    assert refusal(
        change_restriction, question=question, part=Part.QUESTION, is_restricted=True, reason="Names", by=treasurer
    ) == (message, None)


@pytest.mark.django_db(transaction=True)
def test_two_drafts_at_once_get_two_references() -> None:
    series = SeriesFactory.create()
    made: list[str] = []
    ready = threading.Barrier(2)

    def draft() -> None:
        ready.wait(timeout=10)
        made.append(draft_question(series=series, quarter=QUARTER, question="Why?", by=None, at=AT).reference)
        connection.close()

    threads = [threading.Thread(target=draft) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)

    assert sorted(made) == ["Q-2018-001", "Q-2018-002"]
