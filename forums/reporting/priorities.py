"""How many forums work on what, and what was done. The counting rule: docs/calculations/priority-counts.md."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from forums import queries
from forums.enums import Continuity, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, ForumPriority, PriorityProgress, PriorityTopic
from forums.querysets import NONE_CODE
from opcc.core.quarters import Period
from opcc.reference.models import District

NONE_NAME = "None"
LAST = 1_000_000  # after every topic, for an office that gave the row of forums without priorities no place


@dataclass(frozen=True)
class TopicPart:
    """The share of a narrower topic in its broader one."""

    topic: str
    first: int
    second: int


@dataclass(frozen=True)
class TopicCount:
    """The number of forums with a topic in each of two periods."""

    topic: str
    full_name: str
    first: int
    second: int
    parts: tuple[TopicPart, ...] = ()
    is_none: bool = False  # the row of forums that agreed none

    @property
    def change(self) -> int:
        """Second less first."""
        return self.second - self.first

    @property
    def first_parts(self) -> str:
        """'domestic 3, other 1': how the first number divides over narrower topics; empty when it does not."""
        return ", ".join(f"{part.topic} {part.first}" for part in self.parts if part.first)

    @property
    def second_parts(self) -> str:
        """The same for the second number."""
        return ", ".join(f"{part.topic} {part.second}" for part in self.parts if part.second)


@dataclass(frozen=True)
class DistrictPriorities:
    """A district's topics and the number of its forums with each, most frequent first."""

    district: str
    district_code: str
    forums: int  # that decided anything in the period
    topics: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Progress:
    """What a later meeting heard about a priority."""

    reported_on: date
    text: str
    is_synthetic: bool


@dataclass(frozen=True)
class CurrentPriority:
    """A priority that stands, since when, and what was done about it, latest first."""

    number: int
    topic: str
    full_name: str
    wording: str
    agreed_on: date
    continuity: Continuity
    first_agreed_on: date
    kept_from: date | None
    agreed_by: str  # the forum that agreed it: another one where that has merged into this
    progress: tuple[Progress, ...]
    is_synthetic: bool


class _Topics:
    """The topics as a tree: which broader one each counts towards."""

    def __init__(self) -> None:
        self.rows = {topic.pk: topic for topic in PriorityTopic.objects.in_table_order()}

    def above(self, topic: int) -> list[int]:
        """The topic, and every broader one up to the one that tables print."""
        path = [topic]
        while (broader := self.rows[path[-1]].broader_id) is not None and broader not in path:
            path.append(broader)
        return path

    @property
    def none(self) -> PriorityTopic:
        named = next((topic for topic in self.rows.values() if topic.code == NONE_CODE), None)
        return named or PriorityTopic(code=NONE_CODE, name=NONE_NAME, position=LAST)


def _forums_by_topic(rows: Iterable[tuple[int, int, date]], period: Period, topics: _Topics) -> dict[int, set[int]]:
    """Distinct forums per topic; a forum with a narrower topic is among those of each broader one."""
    found: dict[int, set[int]] = {}
    for forum, topic, held_on in rows:
        if held_on in period:
            for each in topics.above(topic):
                found.setdefault(each, set()).add(forum)
    return found


def _forums_with_none(rows: Iterable[tuple[int, str, date]], period: Period) -> set[int]:
    """Forums whose meetings in the period agreed none, and that agreed nothing at another in the same period."""
    in_period = [(forum, outcome) for forum, outcome, held_on in rows if held_on in period]
    none = {forum for forum, outcome in in_period if outcome == PrioritiesOutcome.NONE_AGREED}
    return none - {forum for forum, outcome in in_period if outcome == PrioritiesOutcome.AGREED}


def priority_counts(first: Period, second: Period, *, district: District | None = None) -> tuple[TopicCount, ...]:
    """Forums per topic in two periods, in the order of the topics; those with 0 in both are left out. Three queries.

    A forum counts once for a topic in a period, however many of its meetings there agreed it.
    """
    topics = _Topics()
    priorities = list(
        ForumPriority.objects.filter(_either(first, second, "meeting__"))
        .in_district(district)
        .values_list("meeting__forum", "topic", "meeting__held_on")
    )
    outcomes = list(
        ForumMeeting.objects.held()
        .with_outcome()
        .filter(_either(first, second, ""))
        .in_district(district)
        .values_list("forum", "priorities_outcome", "held_on")
    )
    was, now = (_forums_by_topic(priorities, period, topics) for period in (first, second))
    none = topics.none
    places: list[tuple[int, TopicCount]] = [
        (topic.position, _count(topic, topics, was, now))
        for topic in topics.rows.values()
        if topic.broader_id is None and (topic.pk in was or topic.pk in now)
    ]
    without = [len(_forums_with_none(outcomes, period)) for period in (first, second)]
    if any(without):
        places.append((none.position, TopicCount(none.name, str(none), without[0], without[1], is_none=True)))
    return tuple(count for _, count in sorted(places, key=lambda place: place[0]))


def _either(first: Period, second: Period, meeting: str) -> Q:
    ranges = [Q(**{f"{meeting}held_on__range": (period.start, period.end)}) for period in (first, second)]
    return ranges[0] | ranges[1]


def _count(
    topic: PriorityTopic, topics: _Topics, was: Mapping[int, set[int]], now: Mapping[int, set[int]]
) -> TopicCount:
    narrower = [row for row in topics.rows.values() if row.broader_id == topic.pk]
    return TopicCount(
        topic=topic.name,
        full_name=str(topic),
        first=len(was.get(topic.pk, ())),
        second=len(now.get(topic.pk, ())),
        parts=tuple(
            TopicPart(row.name, len(was.get(row.pk, ())), len(now.get(row.pk, ())))
            for row in narrower
            if row.pk in was or row.pk in now
        ),
    )


def priorities_by_district(period: Period) -> tuple[DistrictPriorities, ...]:
    """The period's topics in each district that decided anything, in the office's order. Four queries."""
    topics = _Topics()
    priorities = list(
        ForumPriority.objects.agreed_in(period).values_list("meeting__forum", "topic", "meeting__held_on")
    )
    outcomes = list(
        ForumMeeting.objects.held_in(period).with_outcome().values_list("forum", "priorities_outcome", "held_on")
    )
    counted = _forums_by_topic(priorities, period, topics)
    without = _forums_with_none(outcomes, period)
    decided = {forum for forum, _, _ in outcomes}
    forums_of: dict[District, set[int]] = {}
    for forum in Forum.objects.filter(pk__in=decided).select_related("district").by_district():
        forums_of.setdefault(forum.district, set()).add(forum.pk)
    return tuple(
        DistrictPriorities(district.name, district.code, len(forums), _topics_of(forums, topics, counted, without))
        for district, forums in forums_of.items()
    )


def _topics_of(
    forums: set[int], topics: _Topics, counted: Mapping[int, set[int]], without: set[int]
) -> tuple[tuple[str, int], ...]:
    tops = [topic for topic in topics.rows.values() if topic.broader_id is None]
    rows = [(topic.name, len(counted.get(topic.pk, set()) & forums)) for topic in tops]
    rows.sort(key=lambda row: -row[1])  # the order of the topics stays among equals
    rows.append((topics.none.name, len(without & forums)))
    return tuple(row for row in rows if row[1])


def priorities_of(forum: Forum, as_at: date) -> tuple[CurrentPriority, ...]:
    """The priorities that stand at the end of a day, and what was done about each by then. Five queries.

    Progress on a priority that was kept goes with it: reported at any meeting since it was first agreed.
    """
    standing = queries.priorities_at_close_of(forum, as_at)
    standing.sort(key=lambda priority: priority.meeting.forum_id != forum.pk)  # its own before those it took over
    earlier = queries.priorities_behind(standing)
    reports = PriorityProgress.objects.filter(priority__in=list(earlier), meeting__held_on__lte=as_at)
    heard: dict[int, list[Progress]] = {}
    for row in reports.select_related("meeting").order_by("-meeting__held_on", "-pk"):
        heard.setdefault(row.priority_id, []).append(Progress(row.meeting.held_on, row.text, row.is_synthetic))
    current = []
    for number, priority in enumerate(standing, start=1):
        chain = queries.chain_of(priority.pk, {pk: behind.carried_from for pk, behind in earlier.items()})
        progress = [report for link in chain for report in heard.get(link, ())]
        current.append(
            CurrentPriority(
                number=number,
                topic=priority.topic.name,
                full_name=str(priority.topic),
                wording=priority.wording,
                agreed_on=priority.meeting.held_on,
                continuity=Continuity(priority.continuity),
                first_agreed_on=earlier[chain[-1]].held_on,
                kept_from=earlier[chain[1]].held_on if len(chain) > 1 else None,
                agreed_by=priority.meeting.forum.name,
                progress=tuple(sorted(progress, key=lambda report: report.reported_on, reverse=True)),
                is_synthetic=priority.is_synthetic,
            )
        )
    return tuple(current)
