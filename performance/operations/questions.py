"""What the office asks the Chief Constable about a measure, and what comes back."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from opcc.core.references import next_reference
from opcc.core.saving import acting, not_in_future, save_checked, worded
from opcc.core.working_days import add_working_days
from opcc.reference import reporting as reference
from opcc.reference.models import Contact
from opcc.web.words import nice_date
from performance.enums import QuestionState, SignalKind
from performance.models import ForceQuestion, Series
from performance.operations.letters import mail_question
from performance.permissions import ASK, VIEW_RESTRICTED, must_have, must_know_of
from performance.queries.rules import house_rules

LONGEST_QUESTION = 2000
LONGEST_ANSWER = 4000
LONGEST_OUTCOME = 500
LONGEST_POST = 150
LONGEST_REASON = 250
OPEN_STATES = (QuestionState.ASKED, QuestionState.ANSWERED)
WHAT = "ask the force questions"


class Part(StrEnum):
    """The halves of a question, each with its own restriction."""

    QUESTION = "question"
    ANSWER = "answer"


@transaction.atomic
def draft_question(
    *,
    series: Series,
    quarter: Quarter,
    question: str,
    signal: SignalKind | None = None,
    signal_month: date | None = None,
    is_restricted: bool = False,
    by: User | None,
    at: datetime,
) -> ForceQuestion:
    """Write down a question under a reference of its own. Nobody outside the office sees it yet."""
    must_have(by, ASK, WHAT)
    must_know_of(by, series.measure)
    drafted = ForceQuestion(
        reference=next_reference(
            digits=3, prefix="Q", year=timezone.localdate(at).year, rows=ForceQuestion.objects.all()
        ),
        series=series,
        quarter_starts_on=quarter.start,
        **_signal(signal, signal_month, quarter),
        question=_question(question),
        question_is_restricted=is_restricted,
    )
    with acting(by, f"Question {drafted.reference} drafted"):
        save_checked(drafted)
    return drafted


@transaction.atomic
def redraft_question(
    *,
    question: ForceQuestion,
    seen: str,
    text: str,
    signal: SignalKind | None = None,
    signal_month: date | None = None,
    is_restricted: bool = False,
    by: User | None,
    at: datetime,
) -> ForceQuestion:
    """Change a draft. `seen` is the text the writer began with: what somebody else wrote since is not overwritten."""
    must_have(by, ASK, WHAT)
    values = {
        "question": _question(text),
        **_signal(signal, signal_month, Quarter.containing(question.quarter_starts_on)),
        "question_is_restricted": is_restricted,
    }
    with acting(by, f"Question {question.reference} changed"):
        moved = ForceQuestion.objects.filter(pk=question.pk, state=QuestionState.DRAFT, question=seen).update(**values)
    question.refresh_from_db()
    if not moved:
        _refuse_unless(question, QuestionState.DRAFT)
        raise DomainError(
            f"Somebody changed this question while you wrote. It now reads: ‘{question.question}’ "
            "Open the page again, and put in what you want of yours.",
            field="question",
        )
    return question


@transaction.atomic
def ask_question(*, question: ForceQuestion, to: Contact | None = None, by: User | None, at: datetime) -> ForceQuestion:
    """Put a draft to the force. The day an answer is needed follows from the house rules.

    It is e-mailed to a contact at the force if one is given and nothing about it is restricted.
    """
    must_have(by, ASK, WHAT)
    if to is not None:
        _may_be_mailed(question, to)
    asked_on = timezone.localdate(at)
    due_on = add_working_days(asked_on, house_rules().question_days, also_closed=reference.closed_days())
    with acting(by, f"Question {question.reference} asked"):
        moved = ForceQuestion.objects.filter(
            pk=question.pk, state=QuestionState.DRAFT, question_is_restricted=question.question_is_restricted
        ).update(state=QuestionState.ASKED, asked_at=at, asked_by=by, due_on=due_on)
    question.refresh_from_db()
    if not moved:
        _refuse_unless(question, QuestionState.DRAFT)
        raise DomainError("Somebody changed who may read this question. Look at it again, then ask.")
    if to is not None:
        mail_question(question, to=to, at=at)
    return question


@transaction.atomic
def record_answer(
    *,
    question: ForceQuestion,
    answer: str,
    answered_for: str,
    answered_on: date,
    is_open: bool = False,
    by: User | None,
    at: datetime,
) -> ForceQuestion:
    """Write down what the force answered, and who at the force answers for it: a post, not a person.

    The answer is restricted unless somebody says that it is open.
    """
    must_have(by, ASK, WHAT)
    values = _answer(question, answer, answered_for, answered_on, at)
    with acting(by, f"Answer to {question.reference} recorded"):
        moved = ForceQuestion.objects.filter(pk=question.pk, state=QuestionState.ASKED).update(
            **values, answer_is_restricted=not is_open, recorded_by=by, state=QuestionState.ANSWERED
        )
    return _moved(question, moved, QuestionState.ASKED)


@transaction.atomic
def correct_answer(
    *,
    question: ForceQuestion,
    answer: str,
    answered_for: str,
    answered_on: date,
    reason: str,
    by: User | None,
    at: datetime,
) -> ForceQuestion:
    """Put right what was written down of an answer. Who may read it stays; what it said before stays in the history."""
    must_have(by, ASK, WHAT)
    values = _answer(question, answer, answered_for, answered_on, at)
    with acting(by, _reason(reason, "Say what was wrong with it.")):
        moved = ForceQuestion.objects.filter(
            pk=question.pk, state=QuestionState.ANSWERED, answer=question.answer
        ).update(**values, recorded_by=by)
    return _moved(question, moved, QuestionState.ANSWERED)


@transaction.atomic
def change_restriction(
    *, question: ForceQuestion, part: Part, is_restricted: bool, reason: str, by: User | None, at: datetime
) -> ForceQuestion:
    """Restrict one half of a question, or let the public read it, with the reason in its history."""
    must_have(by, ASK, WHAT)
    must_have(by, VIEW_RESTRICTED, "decide who may read this")
    reason = _reason(reason, "Say why, so that whoever reads the history understands.")
    if part is Part.ANSWER and not question.answer:
        raise DomainError(f"{question.reference} has no answer yet.")
    field = f"{part.value}_is_restricted"
    with acting(by, reason):
        moved = ForceQuestion.objects.filter(pk=question.pk, **{field: not is_restricted}).update(
            **{field: is_restricted}
        )
    question.refresh_from_db()
    if not moved:
        now = "restricted" if is_restricted else "open"
        raise DomainError(f"The {part.value} of {question.reference} is {now} already. Somebody was quicker.")
    return question


@transaction.atomic
def close_question(*, question: ForceQuestion, outcome: str, by: User | None, at: datetime) -> ForceQuestion:
    """End a question with its outcome, answered or not."""
    must_have(by, ASK, WHAT)
    outcome = worded(outcome, most=LONGEST_OUTCOME, missing="Say what came of it.", field="outcome")
    with acting(by, f"Question {question.reference} closed"):
        moved = ForceQuestion.objects.filter(pk=question.pk, state__in=OPEN_STATES).update(
            state=QuestionState.CLOSED, closed_at=at, closed_by=by, closed_note=outcome
        )
    return _moved(question, moved, *OPEN_STATES)


# --- What each of them checks ------------------------------------------------------------------------


def _question(text: str) -> str:
    return worded(text, most=LONGEST_QUESTION, missing="Enter the question.", field="question")


def _reason(text: str, missing: str) -> str:
    return worded(text, most=LONGEST_REASON, missing=missing, field="reason")


def _signal(signal: SignalKind | None, month: date | None, quarter: Quarter) -> dict[str, Any]:
    if bool(signal) != bool(month):
        raise DomainError("A signal has its month: give both or neither.", field="signal_month" if signal else "signal")
    if month is not None and month not in quarter.period:
        raise DomainError(f"Enter a month of {quarter.label}.", field="signal_month")
    return {"signal": signal or "", "signal_month": month}


def _answer(question: ForceQuestion, answer: str, answered_for: str, answered_on: date, at: datetime) -> dict[str, Any]:
    not_in_future(answered_on, at, field="answered_on")
    if question.asked_at is not None and answered_on < (asked_on := timezone.localdate(question.asked_at)):
        raise DomainError(f"The question was asked on {nice_date(asked_on)}. Enter a later day.", field="answered_on")
    return {
        "answer": worded(answer, most=LONGEST_ANSWER, missing="Enter the answer.", field="answer"),
        "answered_for": worded(
            answered_for, most=LONGEST_POST, missing="Enter the post that answered.", field="answered_for"
        ),
        "answered_on": answered_on,
    }


def _may_be_mailed(question: ForceQuestion, to: Contact) -> None:
    if question.is_restricted:
        raise DomainError(
            "This question is restricted, so it is not sent by e-mail from here. Ask it without an address, and send "
            "it to the force in a protected way.",
            field="to",
        )
    if not to.email:
        raise DomainError(f"{to.name} has no e-mail address. Choose another contact, or nobody.", field="to")


def _moved(question: ForceQuestion, moved: int, *expected: QuestionState) -> ForceQuestion:
    """The question as it now is, or DomainError if somebody else was quicker."""
    question.refresh_from_db()
    if not moved:
        _refuse_unless(question, *expected)
        raise DomainError(f"Somebody changed {question.reference} while you wrote. Open it again, and put yours in.")
    return question


def _refuse_unless(question: ForceQuestion, *expected: QuestionState) -> None:
    """Say how the question stands, if it is not in a state that the change begins with."""
    if question.state in expected:
        return
    what = {
        QuestionState.DRAFT: "is a draft, and was not asked yet",
        QuestionState.ASKED: "was asked already",
        QuestionState.ANSWERED: "is answered already",
        QuestionState.CLOSED: "is closed",
    }[QuestionState(question.state)]
    raise DomainError(f"{question.reference} {what}. Open it again to see how it stands.")
