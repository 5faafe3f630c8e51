"""A report's answers as lines of question and answer, for checking, reading and comparing."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch

from ambassadors.enums import ItemKind, Step
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
    ProgressAnswer,
)
from forums.enums import Continuity, PrioritiesOutcome
from opcc.web.words import nice_date, nice_time, nice_weekday, number

Row = tuple[str, str]
NOT_COUNTED = "Not counted"


@dataclass(frozen=True)
class Card:
    """One section of the report."""

    step: Step
    title: str
    rows: list[Row]
    change_url: str


def cards(answers: dict[Step, Answer], change_url: Callable[[Step], str]) -> list[Card]:
    """Every section but the files, which are listed with links."""
    return [
        Card(step=step, title=step.label, rows=rows_of(answer), change_url=change_url(step))
        for step, answer in answers.items()
        if step != Step.FILES
    ]


@singledispatch
def rows_of(answer: Answer) -> list[Row]:
    """The section's questions and answers; files, which are shown as links, have none."""
    return []


@rows_of.register
def _meeting(answer: MeetingAnswer) -> list[Row]:
    rows = [("Forum", str(answer.forum)), ("Date", nice_weekday(answer.met_on))]
    if answer.starts_at is not None:
        rows.append(("Time", nice_time(answer.starts_at)))
    return [*rows, ("Venue", answer.venue or "Not given")]


@rows_of.register
def _attendance(answer: AttendanceAnswer) -> list[Row]:
    attended = {True: "Yes", False: "No", None: "Not answered"}[answer.police_attended]
    numbers = [
        ("Residents", answer.residents),
        ("Elected members", answer.elected_members),
        ("Police officers and staff", answer.police),
        ("Others", answer.others),
    ]
    rows = [(label, NOT_COUNTED if count is None else number(count)) for label, count in numbers]
    rows.insert(2, ("Did the police attend?", attended))
    if answer.counted:
        total = number(sum(answer.counted))
        rows.append(("Total", total if len(answer.counted) == len(numbers) else f"{total} of those counted"))
    return rows


@rows_of.register
def _priorities(answer: PrioritiesAnswer) -> list[Row]:
    if answer.outcome != PrioritiesOutcome.AGREED:
        none = answer.outcome == PrioritiesOutcome.NONE_AGREED
        return [("Priorities", PrioritiesOutcome.NONE_AGREED.label if none else "Not answered")]
    return [
        (f"Priority {place}", f"{one.topic}, {_continuity(one.continuity)}\n{one.wording}")
        for place, one in enumerate(answer.priorities, start=1)
    ]


def _continuity(continuity: str) -> str:
    return "new" if continuity == Continuity.NEW else "kept from last time"


@rows_of.register
def _progress(answer: ProgressAnswer) -> list[Row]:
    return [(line.topic, line.text) for line in answer.lines] or [("Progress", "None reported")]


@rows_of.register
def _issues(answer: IssuesAnswer) -> list[Row]:
    return [
        (f"Issue {place}", f"{_topic_and_text(item)}\nRaised by: {item.raised_by}. Needed by {_day(item)}.")
        for place, item in enumerate(answer.items, start=1)
    ] or [("Issues", "None")]


def _day(item: ItemAnswer) -> str:
    return nice_date(item.needed_by) if item.needed_by is not None else "no date"


def _topic_and_text(item: ItemAnswer) -> str:
    return f"{item.topic}: {item.text}"


@rows_of.register
def _concerns(answer: ConcernsAnswer) -> list[Row]:
    rows = [(ItemKind(item.kind).label, _topic_and_text(item)) for item in answer.items]
    return rows or [("Concerns and good news", "None")]


@rows_of.register
def _events(answer: EventsAnswer) -> list[Row]:
    rows = []
    for event in answer.events:
        met = "" if event.people_met is None else f"\nPeople spoken to: {number(event.people_met)}"
        rows.append((nice_date(event.held_on), f"{event.title}\n{event.outcome}{met}"))
    return rows or [("Events", "None")]


@rows_of.register
def _objectives(answer: ObjectivesAnswer) -> list[Row]:
    return [
        (line.objective.title, f"{number(line.number)} {line.objective.unit}\n{line.evidence}") for line in answer.lines
    ] or [("Objectives", "No progress since the last report")]
