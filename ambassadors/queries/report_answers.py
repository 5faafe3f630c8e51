"""What a forum report says, section by section: read from its rows, compared and shown as one value."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar

from ambassadors.enums import ItemKind, Step
from ambassadors.models import ForumReport, Objective
from forums.models import Forum, PriorityTopic


@dataclass(frozen=True)
class MeetingAnswer:
    """Which meeting the report is about."""

    step: ClassVar[Step] = Step.MEETING
    forum: Forum
    met_on: date
    starts_at: time | None = None
    venue: str = ""


@dataclass(frozen=True)
class AttendanceAnswer:
    """Who came. A number that nobody counted is None."""

    step: ClassVar[Step] = Step.ATTENDANCE
    police_attended: bool | None
    elected_members: int | None = None
    residents: int | None = None
    police: int | None = None
    others: int | None = None

    @property
    def counted(self) -> list[int]:
        """The numbers that are known."""
        numbers = (self.elected_members, self.residents, self.police, self.others)
        return [number for number in numbers if number is not None]


@dataclass(frozen=True)
class PriorityAnswer:
    """One priority as agreed; continuity is a Continuity."""

    topic: PriorityTopic
    wording: str
    continuity: str


@dataclass(frozen=True)
class PrioritiesAnswer:
    """Whether priorities were agreed (a PrioritiesOutcome), and which."""

    step: ClassVar[Step] = Step.PRIORITIES
    outcome: str
    priorities: tuple[PriorityAnswer, ...] = ()


@dataclass(frozen=True)
class ProgressLine:
    """What was said about one priority of the last meeting."""

    priority_id: int
    topic: str
    text: str


@dataclass(frozen=True)
class ProgressAnswer:
    """What was said about last time's priorities."""

    step: ClassVar[Step] = Step.PROGRESS
    lines: tuple[ProgressLine, ...] = ()


@dataclass(frozen=True)
class ItemAnswer:
    """Something passed on to the office; kind is an ItemKind."""

    kind: str
    topic: PriorityTopic
    text: str
    raised_by: str = ""
    needed_by: date | None = None


@dataclass(frozen=True)
class IssuesAnswer:
    """Actions and issues for the office."""

    step: ClassVar[Step] = Step.ISSUES
    items: tuple[ItemAnswer, ...] = ()


@dataclass(frozen=True)
class ConcernsAnswer:
    """Concerns, tensions and good news."""

    step: ClassVar[Step] = Step.CONCERNS
    items: tuple[ItemAnswer, ...] = ()


@dataclass(frozen=True)
class EventAnswer:
    """An event attended, and what came of it."""

    held_on: date
    title: str
    outcome: str
    people_met: int | None = None


@dataclass(frozen=True)
class EventsAnswer:
    """Events and engagement of the last three months."""

    step: ClassVar[Step] = Step.EVENTS
    events: tuple[EventAnswer, ...] = ()


@dataclass(frozen=True)
class ObjectiveLine:
    """How far one objective moved since the last report."""

    objective: Objective
    number: int
    evidence: str


@dataclass(frozen=True)
class ObjectivesAnswer:
    """Progress on the objectives of the period."""

    step: ClassVar[Step] = Step.OBJECTIVES
    lines: tuple[ObjectiveLine, ...] = ()


@dataclass(frozen=True)
class FilesAnswer:
    """That the ambassador has no more files to attach; the files themselves are saved one by one."""

    step: ClassVar[Step] = Step.FILES


Answer = (
    MeetingAnswer
    | AttendanceAnswer
    | PrioritiesAnswer
    | ProgressAnswer
    | IssuesAnswer
    | ConcernsAnswer
    | EventsAnswer
    | ObjectivesAnswer
    | FilesAnswer
)


def answer_of(report: ForumReport, step: Step) -> Answer:
    """What the report says now in one section. At most one query."""
    return READERS[step](report)


def answers_of(report: ForumReport) -> dict[Step, Answer]:
    """What the report says now in every section, in their order. Six queries."""
    return {step: answer_of(report, step) for step in Step}


def _meeting(report: ForumReport) -> MeetingAnswer:
    return MeetingAnswer(forum=report.forum, met_on=report.met_on, starts_at=report.starts_at, venue=report.venue)


def _attendance(report: ForumReport) -> AttendanceAnswer:
    return AttendanceAnswer(
        police_attended=report.police_attended,
        elected_members=report.elected_members,
        residents=report.residents,
        police=report.police,
        others=report.others,
    )


def _priorities(report: ForumReport) -> PrioritiesAnswer:
    rows = report.priorities.select_related("topic").order_by("position")
    return PrioritiesAnswer(
        outcome=report.priorities_outcome,
        priorities=tuple(PriorityAnswer(topic=r.topic, wording=r.wording, continuity=r.continuity) for r in rows),
    )


def _progress(report: ForumReport) -> ProgressAnswer:
    rows = report.progress.select_related("priority__topic").order_by("position", "pk")
    return ProgressAnswer(
        tuple(ProgressLine(priority_id=row.priority_id, topic=str(row.priority.topic), text=row.text) for row in rows)
    )


def _items(report: ForumReport, *kinds: ItemKind) -> tuple[ItemAnswer, ...]:
    rows = report.items.filter(kind__in=kinds).select_related("topic").order_by("position", "pk")
    return tuple(
        ItemAnswer(kind=row.kind, topic=row.topic, text=row.text, raised_by=row.raised_by, needed_by=row.needed_by)
        for row in rows
    )


def _events(report: ForumReport) -> EventsAnswer:
    return EventsAnswer(
        tuple(
            EventAnswer(held_on=row.held_on, title=row.title, outcome=row.outcome, people_met=row.people_met)
            for row in report.activities.order_by("pk")
        )
    )


def _objectives(report: ForumReport) -> ObjectivesAnswer:
    rows = report.objective_progress.select_related("objective").order_by("objective__position", "objective_id")
    return ObjectivesAnswer(
        tuple(ObjectiveLine(objective=row.objective, number=row.number, evidence=row.evidence) for row in rows)
    )


READERS: dict[Step, Callable[[ForumReport], Answer]] = {
    Step.MEETING: _meeting,
    Step.ATTENDANCE: _attendance,
    Step.PRIORITIES: _priorities,
    Step.PROGRESS: _progress,
    Step.ISSUES: lambda report: IssuesAnswer(_items(report, ItemKind.ISSUE)),
    Step.CONCERNS: lambda report: ConcernsAnswer(
        _items(report, ItemKind.CONCERN, ItemKind.TENSION, ItemKind.GOOD_NEWS)
    ),
    Step.EVENTS: _events,
    Step.OBJECTIVES: _objectives,
    Step.FILES: lambda _: FilesAnswer(),
}
