"""The dates by law of the precept's scrutiny, and what follows from what has happened. Plain values in and out."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from opcc.core.working_days import add_working_days

NOTIFY, REPORT, RESPONSE = "notify", "report", "response"
SECOND_REVIEW, SECOND_RESPONSE, ISSUE = "second-review", "second-response", "issue"
FIRST_YEAR = 2013  # the first commissioners took office in November 2012
REGULATIONS = "SI 2012/2271"
THE_ACT = "Police Reform and Social Responsibility Act 2011"
_STEPS = (
    (
        NOTIFY,
        "The Commissioner notifies the Panel",
        2,
        1,
        "Notifies the Panel of the precept proposed.",
        "regulation 3",
    ),
    (REPORT, "The Panel reports", 2, 8, "Reviews the precept and reports; may recommend; may veto.", "regulation 4"),
    (RESPONSE, "The Commissioner revises", 2, 15, "Responds and notifies a revised precept.", "regulation 5"),
    (SECOND_REVIEW, "The Panel reviews again", 2, 22, "Accepts or rejects the revised precept.", "regulation 6"),
    (SECOND_RESPONSE, "The Commissioner responds again", 3, 1, "Responds and publishes the response.", "regulation 7"),
)


class PreceptError(ValueError):
    """Events that cannot follow one another. The message says what to do."""


class Veto(StrEnum):
    """The reason a veto must give."""

    TOO_HIGH = "too high"
    TOO_LOW = "too low"


class StepState(StrEnum):
    """Where a step stands."""

    DONE = "done"
    NEXT = "next"
    LATER = "later"
    IF_VETOED = "only if the Panel vetoes"
    NOT_NEEDED = "not needed"


@dataclass(frozen=True)
class Duty:
    """Something that one side has to do, and where the law says so."""

    key: str
    title: str
    rule: str
    source: str


@dataclass(frozen=True)
class Step(Duty):
    """A duty with its date by law, which does not move for weekends: `last_working_day` is on or before it."""

    by: date
    last_working_day: date
    only_after_veto: bool


ANSWER = Duty(
    RESPONSE,
    "The Commissioner responds",
    "Has regard to the Panel's report, responds to it and publishes the response.",
    f"{THE_ACT}, Schedule 5, paragraph 5",
)


@dataclass(frozen=True)
class Events:
    """What is recorded so far, in the order of the law; None is what has not happened. Amounts are of band D."""

    notified_on: date | None = None
    proposed: Decimal | None = None
    reported_on: date | None = None
    veto: Veto | None = None
    responded_on: date | None = None
    revised: Decimal | None = None
    reviewed_on: date | None = None
    second_veto: Veto | None = None
    responded_again_on: date | None = None
    issued_on: date | None = None
    recommended: Decimal | None = None
    rejected: bool = False  # the revised precept, by the second report
    issued: Decimal | None = None


@dataclass(frozen=True)
class StepStanding:
    """A step with what became of it. `days_left` is negative when overdue, None without a day or when not awaited."""

    step: Duty
    state: StepState
    done_on: date | None = None
    days_left: int | None = None

    @property
    def by(self) -> date | None:
        """The day by law, or None for the response to a report without a veto, which has none."""
        return self.step.by if isinstance(self.step, Step) else None

    @property
    def was_late(self) -> bool:
        return self.done_on is not None and self.by is not None and self.done_on > self.by


def steps(year: int) -> tuple[Step, ...]:
    """The five steps with their dates in the calendar year given: 2018 for the precept of 2018/19."""
    if year < FIRST_YEAR:
        raise PreceptError(f"Panels have reviewed precepts since {FIRST_YEAR}. Check the year {year}.")
    return tuple(
        Step(
            key=key,
            title=title,
            by=(by := date(year, month, day)),
            last_working_day=_last_working_day(by),
            rule=rule,
            source=f"{REGULATIONS}, {regulation}",
            only_after_veto=key in (RESPONSE, SECOND_REVIEW, SECOND_RESPONSE),
        )
        for key, title, month, day, rule, regulation in _STEPS
    )


def issue_step(year: int) -> Step:
    """The issue of the precept, which is no part of the scrutiny: before 1 March, so by the last day of February."""
    by = date(year, 3, 1) - timedelta(days=1)
    return Step(
        key=ISSUE,
        title="The Commissioner issues the precept",
        by=by,
        last_working_day=_last_working_day(by),
        rule="Issues the precept before 1 March, once scrutiny has ended.",
        source="Local Government Finance Act 1992, section 40(5)",
        only_after_veto=False,
    )


def veto_carried(*, votes: int, members: int) -> bool:
    """Whether two thirds of those who are members at the time voted for the veto: 3 × votes ≥ 2 × members.

    votes: for the veto, those of substitutes too. members: everybody on the Panel, absent or abstaining members too,
    and no vacant seat. Raises PreceptError for fewer than one member and for votes that they cannot have cast.
    Source: Schedule 5, paragraph 4(4), of the Police Reform and Social Responsibility Act 2011.
    """
    if members < 1:
        raise PreceptError("A Panel without members cannot vote. Check the number of members.")
    if not 0 <= votes <= members:
        raise PreceptError(f"{members} members cannot cast {votes} votes. Check both numbers.")
    return 3 * votes >= 2 * members


def standing(year: int, events: Events, today: date) -> tuple[StepStanding, ...]:
    """The five steps and the issue as they stand today. Raises PreceptError for events that the law does not allow.

    After a report without a veto the response is the next step although it has no day by law: nothing is issued
    before it.
    """
    check(year, events, today)
    done = {
        NOTIFY: events.notified_on,
        REPORT: events.reported_on,
        RESPONSE: events.responded_on,
        SECOND_REVIEW: events.reviewed_on,
        SECOND_RESPONSE: events.responded_again_on,
        ISSUE: events.issued_on,
    }
    ended = scrutiny_ended_on(year, events, today) is not None
    found: list[StepStanding] = []
    awaited = StepState.NEXT
    for step in _duties(year, events):
        if (on := done[step.key]) is not None:
            found.append(StepStanding(step, StepState.DONE, on))
        elif (state := _not_awaited(step, events, ended=ended)) is not None:
            found.append(StepStanding(step, state))
        else:
            left = (step.by - today).days if isinstance(step, Step) else None
            found.append(StepStanding(step, awaited, days_left=left))
            awaited = StepState.LATER
    return tuple(found)


def _duties(year: int, events: Events) -> tuple[Duty, ...]:
    """What has to be done in this year, in order: a report without a veto is answered on no fixed day."""
    without_veto = events.reported_on is not None and events.veto is None
    answered = (ANSWER if without_veto and step.key == RESPONSE else step for step in steps(year))
    return (*answered, issue_step(year))


def _not_awaited(step: Duty, events: Events, *, ended: bool) -> StepState | None:
    """Why nobody has to take this step now, or None if somebody has to."""
    if step.key == ISSUE:
        return None
    if ended:
        return StepState.NOT_NEEDED
    if isinstance(step, Step) and step.only_after_veto and events.veto is None:
        return StepState.IF_VETOED if events.reported_on is None else StepState.NOT_NEEDED
    return None


def veto_is_late(year: int, events: Events) -> bool:
    """Whether the Panel's veto came with a report after 8 February, so that it does not bind (regulation 4(2))."""
    return events.veto is not None and events.reported_on is not None and events.reported_on > _by(year, REPORT)


def scrutiny_ended_on(year: int, events: Events, today: date) -> date | None:
    """The day scrutiny ended, or None while it runs.

    Without a veto with the response; with a veto reported late, on the day of that report; with a veto in time with
    the second response, or on 22 February if the Panel had not reported on the revised precept by then.
    """
    if events.veto is None:
        return events.responded_on if events.reported_on is not None else None
    if veto_is_late(year, events):
        return events.reported_on
    last = _by(year, SECOND_REVIEW)
    reviewed_in_time = events.reviewed_on is not None and events.reviewed_on <= last
    if events.responded_on is not None and not reviewed_in_time and today > last:
        return max(last, events.responded_on)
    return events.responded_again_on


def check(year: int, events: Events, today: date) -> None:
    """Raise PreceptError for the first thing recorded that the law does not allow."""
    _check_order(events)
    if events.veto is not None and events.reported_on is None:
        raise PreceptError("A veto is part of the Panel's report. Record the day of the report.")
    if events.second_veto is not None:
        raise PreceptError("The Panel cannot veto twice. Record whether it accepts or rejects the revised precept.")
    _check_revision(year, events)
    if events.issued_on is not None:
        _check_issue(year, events, today)


def _check_order(events: Events) -> None:
    named = (
        ("the notice to the Panel", events.notified_on),
        ("the Panel's report", events.reported_on),
        ("the Commissioner's response", events.responded_on),
        ("the Panel's second report", events.reviewed_on),
        ("the Commissioner's second response", events.responded_again_on),
    )
    for (first, earlier), (second, later) in pairwise(named):
        if later is None:
            continue
        if earlier is None:
            raise PreceptError(
                f"There is no {second.removeprefix('the ')} before {first}. Record the earlier one first."
            )
        if later < earlier:
            raise PreceptError(f"On these dates {second} came before {first}. Check both dates.")


def _check_revision(year: int, events: Events) -> None:
    """A veto in time is answered by a revised precept that moves the way the veto asks (regulation 5(3))."""
    binding = events.veto is not None and not veto_is_late(year, events)
    if not binding:
        if events.revised is not None or events.reviewed_on is not None:
            raise PreceptError("Only a veto reported by 8 February leads to a revised precept. Remove it.")
        return
    if events.responded_on is None and events.revised is None:
        return
    if events.revised is None or events.proposed is None:
        raise PreceptError("The response to a veto gives a revised precept. Record it, and the one proposed.")
    if events.veto is Veto.TOO_HIGH and events.revised >= events.proposed:
        raise PreceptError(f"The veto said too high, so the revised precept must be below {events.proposed}.")
    if events.veto is Veto.TOO_LOW and events.revised <= events.proposed:
        raise PreceptError(f"The veto said too low, so the revised precept must be above {events.proposed}.")


def _check_issue(year: int, events: Events, today: date) -> None:
    ended = scrutiny_ended_on(year, events, today)
    if ended is None:
        raise PreceptError("The precept is issued after the Commissioner's response. Record the response first.")
    if events.issued_on is not None and events.issued_on < ended:
        raise PreceptError("The precept cannot be issued before scrutiny ended. Check the day of issue.")
    if events.issued is not None:
        _check_amount(year, events, events.issued)


def _check_amount(year: int, events: Events, issued: Decimal) -> None:
    """Which precept may be issued (Schedule 5, paragraphs 5 and 6; regulations 4 to 8)."""
    if events.veto is None or veto_is_late(year, events):
        allowed = {amount for amount in (events.proposed, events.recommended) if amount is not None}
        if issued not in allowed:
            raise PreceptError(
                "Issue the precept that was proposed, or one in accordance with a recommendation of the Panel: "
                f"{' or '.join(str(amount) for amount in sorted(allowed))}."
            )
    elif events.revised is not None and not events.rejected and issued != events.revised:
        raise PreceptError(f"The Panel did not reject the revised precept, so issue that: {events.revised}.")
    elif events.revised is not None and events.veto is Veto.TOO_HIGH and issued > events.revised:
        raise PreceptError(f"The veto said too high, so issue no more than the revised precept, {events.revised}.")
    elif events.revised is not None and events.veto is Veto.TOO_LOW and issued < events.revised:
        raise PreceptError(f"The veto said too low, so issue no less than the revised precept, {events.revised}.")


def _by(year: int, key: str) -> date:
    return next(step.by for step in steps(year) if step.key == key)


def _last_working_day(by: date) -> date:
    return add_working_days(by + timedelta(days=1), -1)
