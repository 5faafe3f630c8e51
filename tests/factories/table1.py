"""Thirty forums whose meetings of 2014 come to the public table of priorities (tests/data/table1_priorities.csv)."""

import csv
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

from forums.enums import PrioritiesOutcome
from forums.models import Forum, ForumMeeting, PriorityTopic
from forums.reporting import TopicCount, TopicPart
from opcc.core.quarters import Period
from tests.factories.forums import ForumFactory, ForumMeetingFactory, ForumPriorityFactory, PriorityTopicFactory
from tests.factories.reference import DistrictFactory

TABLE = Path(__file__).parents[1] / "data" / "table1_priorities.csv"
FIRST = Period(date(2014, 1, 1), date(2014, 4, 1))
SECOND = Period(date(2014, 4, 2), date(2014, 8, 31))
NONE = "None"
SPLIT = "Burglary domestic and other"


def read_table() -> dict[str, tuple[int, int]]:
    """The table as printed: each topic's number of forums in the two periods, in its order."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = [(row["priority"], row["period_start"], int(row["forums_count"])) for row in csv.DictReader(lines)]
    first = {topic: number for topic, start, number in rows if start == "2014-01-01"}
    second = {topic: number for topic, start, number in rows if start == "2014-04-01"}
    return {topic: (first[topic], second[topic]) for topic in first}


def expected_counts() -> tuple[TopicCount, ...]:
    """What priority_counts should return for it."""
    parts = {SPLIT: (TopicPart("domestic", 0, 3), TopicPart("other", 0, 1))}
    return tuple(
        TopicCount(topic, topic, first, second, parts.get(topic, ()), is_none=topic == NONE)
        for topic, (first, second) in read_table().items()
    )


def make_table1() -> list[Forum]:
    """Make the topics, thirty forums in five districts, and one meeting of each forum in each period."""
    table = read_table()
    topics: dict[str, PriorityTopic] = {}
    for position, name in enumerate(table, start=1):
        code = "none" if name == NONE else f"topic-{position}"
        topics[name] = PriorityTopicFactory.create(code=code, name=name, position=position)
    for name in ("domestic", "other"):
        topics[name] = PriorityTopicFactory.create(
            code=f"burglary-{name}", name=name, broader=topics[SPLIT], position=90
        )
    districts = DistrictFactory.create_batch(5)
    forums = [ForumFactory.create(district=districts[number % 5]) for number in range(30)]
    first = {topic: numbers[0] for topic, numbers in table.items()}
    second = {topic: numbers[1] for topic, numbers in table.items()} | {SPLIT: 0, "domestic": 3, "other": 1}
    _spread(forums, date(2014, 2, 4), topics, first)
    _spread(forums, date(2014, 6, 3), topics, second)
    return forums


def _spread(forums: list[Forum], day: date, topics: dict[str, PriorityTopic], numbers: dict[str, int]) -> None:
    """Deal the topics round the forums that agreed some, so that none gets a topic twice or more than three."""
    without = numbers[NONE]
    meetings: list[ForumMeeting] = [
        ForumMeetingFactory.create(
            forum=forum,
            held_on=day,
            priorities_outcome=PrioritiesOutcome.NONE_AGREED if place < without else PrioritiesOutcome.AGREED,
        )
        for place, forum in enumerate(forums)
    ]
    turn = count()
    positions: dict[Any, int] = {}
    for name, number in numbers.items():
        for _ in range(number if name != NONE else 0):
            meeting = meetings[without + next(turn) % (len(forums) - without)]
            positions[meeting.pk] = positions.get(meeting.pk, 0) + 1
            ForumPriorityFactory.create(meeting=meeting, topic=topics[name], position=positions[meeting.pk])
