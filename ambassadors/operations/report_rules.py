"""What a forum report may say. Each rule refuses in words that say what to do."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from ambassadors.enums import ItemKind, Step
from ambassadors.models import Ambassador, Appointment, ForumReport
from ambassadors.operations.report_errors import ReportExistsError
from ambassadors.queries.report_answers import (
    Answer,
    AttendanceAnswer,
    ConcernsAnswer,
    EventsAnswer,
    IssuesAnswer,
    ItemAnswer,
    MeetingAnswer,
    ObjectivesAnswer,
    PrioritiesAnswer,
)
from forums.enums import PrioritiesOutcome
from forums.models import MOST_ATTENDERS, Forum
from opcc.core.errors import DomainError
from opcc.web.words import nice_date

MOST_PRIORITIES = 3
EVENTS_SINCE = timedelta(days=183)  # the question asks for three months; a report that slipped may reach further back
NEEDED_WITHIN = timedelta(days=731)  # later is a slip of the keyboard
ATTENDERS = ("elected_members", "residents", "police", "others")


def check_meeting(*, ambassador: Ambassador, forum: Forum, met_on: date, today: date) -> None:
    """The meeting has been held, on a day on which the ambassador had the forum."""
    if met_on > today:
        raise DomainError("The date of the meeting must be today or in the past", field="met_on")
    held = list(Appointment.objects.filter(ambassador=ambassador, forum=forum).order_by("starts_on"))
    if any(_covers(appointment, met_on) for appointment in held):
        return
    if not held:
        raise DomainError("Choose a forum that you are appointed to", field="forum")
    if met_on < held[0].starts_on:
        raise DomainError(
            f"You were appointed to {forum} on {nice_date(held[0].starts_on)}. Enter a meeting on or after that day.",
            field="met_on",
        )
    ended = max(a.ends_on for a in held if a.ends_on is not None and a.ends_on < met_on)
    raise DomainError(
        f"Your appointment to {forum} ended on {nice_date(ended)}. Enter a meeting on or before that day.",
        field="met_on",
    )


def check_only_report(*, ambassador: Ambassador, forum: Forum, met_on: date, but: ForumReport | None = None) -> None:
    """No other report is about this meeting."""
    others = ForumReport.objects.filter(forum=forum, met_on=met_on).select_related("ambassador")
    if but is not None:
        others = others.exclude(pk=but.pk)
    other = others.first()
    if other is None:
        return
    when = f"the {forum} meeting of {nice_date(met_on)}"
    if other.ambassador_id == ambassador.pk:
        raise ReportExistsError(f"You have a report of {when}. Open that one, or enter another date.", report=other)
    raise ReportExistsError(
        f"{other.ambassador} has reported {when}. Enter another date, or ask the office if that report is wrong.",
        report=other,
    )


def check_answer(answer: Answer, *, report: ForumReport, today: date) -> None:
    """Refuse an answer that cannot be true, or that leaves out what the section asks for."""
    rule = RULES.get(answer.step)
    if rule is not None:
        rule(answer, report, today)


def _covers(appointment: Appointment, day: date) -> bool:
    return appointment.starts_on <= day and (appointment.ends_on is None or day <= appointment.ends_on)


def _meeting(answer: MeetingAnswer, report: ForumReport, today: date) -> None:
    ambassador = report.ambassador
    check_meeting(ambassador=ambassador, forum=answer.forum, met_on=answer.met_on, today=today)
    check_only_report(ambassador=ambassador, forum=answer.forum, met_on=answer.met_on, but=report)


def _attendance(answer: AttendanceAnswer, report: ForumReport, today: date) -> None:
    for name in ATTENDERS:
        number = getattr(answer, name)
        if number is not None and not 0 <= number <= MOST_ATTENDERS:
            raise DomainError(f"Enter a number from 0 to {MOST_ATTENDERS:,}", field=name)
    if answer.police_attended is None:
        raise DomainError("Choose whether the police attended", field="police_attended")
    if answer.police_attended and answer.police == 0:
        raise DomainError("The police attended, so enter how many, or leave it empty if nobody counted", field="police")
    if not answer.police_attended and answer.police:
        raise DomainError("Choose yes, because you entered police officers or staff", field="police_attended")


def _priorities(answer: PrioritiesAnswer, report: ForumReport, today: date) -> None:
    if answer.outcome not in (PrioritiesOutcome.AGREED, PrioritiesOutcome.NONE_AGREED):
        raise DomainError("Choose whether the forum agreed priorities", field="outcome")
    if len(answer.priorities) > MOST_PRIORITIES:
        raise DomainError("A forum agrees at most three priorities. Enter the three that matter most.")
    if answer.outcome == PrioritiesOutcome.AGREED and not answer.priorities:
        raise DomainError("Enter at least one priority, or choose that none were agreed", field="outcome")
    if answer.outcome == PrioritiesOutcome.NONE_AGREED and answer.priorities:
        raise DomainError("Choose yes, because you entered a priority, or empty its boxes", field="outcome")
    if any(not priority.wording for priority in answer.priorities):
        raise DomainError("Enter what the forum agreed for each priority")


def _issues(answer: IssuesAnswer, report: ForumReport, today: date) -> None:
    for item in answer.items:
        _words(item)
        if item.kind != ItemKind.ISSUE:
            raise DomainError("Only issues for the office belong here")
        if not item.raised_by:
            raise DomainError("Enter who raised each issue")
        if item.needed_by is None:
            raise DomainError("Enter the date by which each issue needs an answer")
        if not report.met_on <= item.needed_by <= report.met_on + NEEDED_WITHIN:
            raise DomainError(
                f"An issue of this meeting is needed between {nice_date(report.met_on)} and "
                f"{nice_date(report.met_on + NEEDED_WITHIN)}. Change the date it is needed by."
            )


def _concerns(answer: ConcernsAnswer, report: ForumReport, today: date) -> None:
    for item in answer.items:
        _words(item)
        if item.kind not in (ItemKind.CONCERN, ItemKind.TENSION, ItemKind.GOOD_NEWS):
            raise DomainError("Choose whether each is a concern, a tension or good news")


def _words(item: ItemAnswer) -> None:
    if not item.text:
        raise DomainError("Enter what was said about each")


def _events(answer: EventsAnswer, report: ForumReport, today: date) -> None:
    for event in answer.events:
        if not report.met_on - EVENTS_SINCE <= event.held_on <= today:
            raise DomainError(
                f"An event must lie between {nice_date(report.met_on - EVENTS_SINCE)} and today. Change its date."
            )
        if not event.title or not event.outcome:
            raise DomainError("Enter the name of each event and what came of it")


def _objectives(answer: ObjectivesAnswer, report: ForumReport, today: date) -> None:
    for line in answer.lines:
        if line.number < 1 or not line.evidence:
            raise DomainError("Enter how many and the evidence for each objective that moved")
        if line.objective.ambassador_id not in (None, report.ambassador_id):
            raise DomainError("Report on your own objectives only")


RULES: dict[Step, Callable[[Any, ForumReport, date], None]] = {
    Step.MEETING: _meeting,
    Step.ATTENDANCE: _attendance,
    Step.PRIORITIES: _priorities,
    Step.ISSUES: _issues,
    Step.CONCERNS: _concerns,
    Step.EVENTS: _events,
    Step.OBJECTIVES: _objectives,
}
