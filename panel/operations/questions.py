"""Questions of the public: asked within the Panel's limits, decided on with reasons, answered."""

from datetime import date, datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.references import next_reference
from opcc.core.saving import acting, not_in_future, save_checked, wait_turn, worded
from opcc.web.words import nice_date, nice_time, nice_weekday
from panel import queries
from panel.enums import AnswerManner, AskedState, Channel, MeetingState, RefusalGround
from panel.models import PanelMeeting, PanelRules, PublicQuestion
from panel.operations.question_mail import write_to_questioner
from panel.permissions import ADD_QUESTION, CHANGE_QUESTION, must_have

LONGEST, LONGEST_ANSWER, MOST_REASON = 1500, 10_000, 500
MAY_BE_ACCEPTED = (AskedState.RECEIVED, AskedState.REFUSED)
MAY_BE_REFUSED = (AskedState.RECEIVED, AskedState.ACCEPTED)
MAY_BE_ANSWERED = (AskedState.ACCEPTED, AskedState.ANSWERED)


@transaction.atomic
def ask_question(
    *,
    meeting: PanelMeeting,
    name: str,
    text: str,
    by: User | None,
    at: datetime,
    email: str = "",
    organisation: str = "",
    channel: Channel = Channel.WEB,
    speaks: bool = True,
    may_be_named: bool = False,
    received_at: datetime | None = None,
    late_reason: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> PublicQuestion:
    """Take a question for a meeting: from the public's own form, or from staff who received it another way.

    DomainError where the meeting takes none, where it came too late without the chair's reason, and where the person
    has asked as many as one may. Sources of the limits: the rules of the Panel.
    """
    if channel != Channel.WEB:
        must_have(by, ADD_QUESTION, "record a question of the public")
    received_at = received_at or at
    if received_at > at:
        raise DomainError("Enter when the question came in. That moment has not come yet.", field="received_at")
    meeting = PanelMeeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    rules = queries.panel_rules()
    _refuse_where_none_are_taken(meeting)
    late_reason = late_reason.strip()
    is_late = _refuse_late(meeting, rules, received_at, late_reason)
    questioner = _questioner(name, email)
    question = PublicQuestion(
        reference=next_reference(
            prefix="PQ", year=meeting.held_on.year, digits=3, rows=PublicQuestion.objects.all()
        ),
        meeting=meeting,
        channel=channel,
        name=" ".join(name.split()),
        organisation=" ".join(organisation.split()),
        email=email.strip(),
        questioner=questioner,
        nth=_next_for(meeting, questioner, rules),
        text=worded(text, most=LONGEST, missing="Enter your question.", field="text"),
        speaks=speaks,
        may_be_named=may_be_named,
        received_at=received_at,
        late_reason=late_reason if is_late else "",
        source=source,
        is_synthetic=is_synthetic,
    )  # fmt: skip
    with acting(by, "Question received"):
        save_checked(question)
    write_to_questioner(question, kind="received", subject="We have your question to the Panel", at=at)
    return question


@transaction.atomic
def accept_question(*, question: PublicQuestion, by: User | None, at: datetime) -> PublicQuestion:
    """Let the Panel have the question. One that was refused by mistake may still be accepted."""
    must_have(by, CHANGE_QUESTION, "decide on questions of the public")
    row = _locked(question, MAY_BE_ACCEPTED)
    if row.state == AskedState.REFUSED:
        row.nth = _next_for(row.meeting, row.questioner, queries.panel_rules())
    row.state, row.ground, row.reason = AskedState.ACCEPTED, "", ""
    _decided(row, by, at, "Question accepted")
    write_to_questioner(row, kind="accepted", subject="The Panel will take your question", at=at)
    return row


@transaction.atomic
def refuse_question(
    *, question: PublicQuestion, ground: RefusalGround, reason: str, by: User | None, at: datetime
) -> PublicQuestion:
    """Do not let the Panel have it, and tell the person why."""
    must_have(by, CHANGE_QUESTION, "decide on questions of the public")
    row = _locked(question, MAY_BE_REFUSED)
    reason = worded(reason, most=MOST_REASON, missing="Tell the person why, in a sentence or two.", field="reason")
    row.state, row.ground, row.reason = AskedState.REFUSED, ground, reason
    _decided(row, by, at, "Question not accepted")
    write_to_questioner(row, kind="refused", subject="The Panel cannot take your question", at=at)
    return row


@transaction.atomic
def withdraw_question(*, question: PublicQuestion, reason: str, by: User | None, at: datetime) -> PublicQuestion:
    """Record that the person takes the question back."""
    must_have(by, CHANGE_QUESTION, "withdraw a question of the public")
    row = _locked(question, MAY_BE_REFUSED)
    reason = worded(reason, most=MOST_REASON, missing="Say how the person told you.", field="reason")
    row.state, row.ground, row.reason = AskedState.WITHDRAWN, "", reason
    _decided(row, by, at, "Question withdrawn")
    return row


@transaction.atomic
def answer_question(
    *,
    question: PublicQuestion,
    answer: str,
    answered_by: str,
    manner: AnswerManner,
    on: date,
    by: User | None,
    at: datetime,
) -> PublicQuestion:
    """Write down the answer that was given at the meeting, or in writing; or write it again."""
    must_have(by, CHANGE_QUESTION, "answer a question of the public")
    row = _locked(question, MAY_BE_ANSWERED)
    not_in_future(on, at, field="on")
    if manner == AnswerManner.AT_MEETING and (row.meeting.state != MeetingState.HELD or on != row.meeting.held_on):
        raise DomainError(
            f"The meeting was on {nice_date(row.meeting.held_on)}. Record that it was held and enter that day, "
            "or choose 'In writing'.",
            field="on",
        )
    row.answer = worded(answer, most=LONGEST_ANSWER, missing="Enter the answer.", field="answer")
    row.answered_by = worded(answered_by, most=150, missing="Say who answered, by their post.", field="answered_by")
    row.manner, row.answered_on, row.state = manner, on, AskedState.ANSWERED
    with acting(by, "Answer recorded"):
        save_checked(row)
    write_to_questioner(row, kind="answered", subject="The answer to your question to the Panel", at=at)
    return row


def _refuse_where_none_are_taken(meeting: PanelMeeting) -> None:
    if meeting.group_id is not None or meeting.is_closed:
        raise DomainError("The public asks its questions at meetings of the whole Panel that are open to it.")
    if meeting.state == MeetingState.CANCELLED:
        raise DomainError(f"The meeting of {nice_weekday(meeting.held_on)} is cancelled. Choose another meeting.")


def _refuse_late(meeting: PanelMeeting, rules: PanelRules, received_at: datetime, late_reason: str) -> bool:
    """Whether it came late; DomainError if so, unless the chair takes it all the same."""
    closing = queries.closing_of(meeting, rules)
    if received_at <= closing.at:
        return False
    if late_reason:
        return True
    raise DomainError(
        f"Questions for the meeting on {nice_weekday(meeting.held_on)} closed at {nice_time(closing.at)} on "
        f"{nice_weekday(closing.at)}. The rule: {closing.reason} You can ask at a later meeting.",
        field="late_reason",
    )


def _questioner(name: str, email: str) -> str:
    """Who a question counts for: the e-mail address, or the name where there is none."""
    return email.strip().casefold() or " ".join(name.split()).casefold()


def _next_for(meeting: PanelMeeting, questioner: str, rules: PanelRules) -> int:
    """Which of the person's questions this is. Two at once wait for one another."""
    wait_turn(f"panel question {meeting.pk} {questioner}")
    asked = PublicQuestion.objects.counted().filter(meeting=meeting, questioner=questioner)
    taken = set(asked.values_list("nth", flat=True))
    if len(taken) >= rules.questions_each:
        one = rules.questions_each == 1
        raise DomainError(
            f"A person may ask {'one question' if one else f'{rules.questions_each} questions'} at a meeting, and "
            f"{'it has' if one else 'they have all'} been asked already. You can ask this one at a later meeting."
        )
    return next(number for number in range(1, rules.questions_each + 1) if number not in taken)


def _locked(question: PublicQuestion, allowed: tuple[AskedState, ...]) -> PublicQuestion:
    row = PublicQuestion.objects.select_for_update(of=("self",)).select_related("meeting__group").get(pk=question.pk)
    if row.state not in allowed:
        raise DomainError(f"This question is {row.get_state_display().lower()} already. Open its page again.")
    return row


def _decided(row: PublicQuestion, by: User | None, at: datetime, what: str) -> None:
    row.decided_at, row.decided_by = at, by
    with acting(by, what):
        save_checked(row)
