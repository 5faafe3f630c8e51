"""What the forums report: counts, meetings, attendance and what was done."""

import uuid
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from pytest_django import DjangoAssertNumQueries

from forums import reporting
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, PriorityTopic
from forums.reporting import (
    Attendance,
    AttendanceFigure,
    CurrentPriority,
    DistrictForums,
    DistrictPriorities,
    MeetingSummary,
    Progress,
    TopicCount,
    TopicPart,
)
from opcc.core.quarters import Period
from tests.factories.forums import (
    ForumFactory,
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityProgressFactory,
    PriorityTopicFactory,
)
from tests.factories.reference import DistrictFactory
from tests.factories.table1 import FIRST, SECOND, expected_counts, make_table1

pytestmark = pytest.mark.django_db

SPRING = Period(date(2017, 4, 1), date(2017, 6, 30))
AUTUMN = Period(date(2017, 10, 1), date(2017, 12, 31))


def _agreed(forum: Forum, day: date, *topics: PriorityTopic) -> ForumMeeting:
    meeting: ForumMeeting = ForumMeetingFactory.create(
        forum=forum, held_on=day, priorities_outcome=PrioritiesOutcome.AGREED
    )
    for position, topic in enumerate(topics, start=1):
        ForumPriorityFactory.create(meeting=meeting, topic=topic, position=position)
    return meeting


def _none_agreed(forum: Forum, day: date) -> ForumMeeting:
    meeting: ForumMeeting = ForumMeetingFactory.create(
        forum=forum, held_on=day, priorities_outcome=PrioritiesOutcome.NONE_AGREED
    )
    return meeting


def test_priority_counts_public_table_comes_out_figure_for_figure() -> None:
    make_table1()
    assert reporting.priority_counts(FIRST, SECOND) == expected_counts()


def test_priority_counts_same_queries_for_few_and_many(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    speeding = PriorityTopicFactory.create(code="speeding")
    _agreed(ForumFactory.create(), date(2017, 11, 1), speeding)
    with django_assert_num_queries(3):
        reporting.priority_counts(SPRING, AUTUMN)
    for _ in range(2):
        _agreed(ForumFactory.create(), date(2017, 11, 1), speeding, PriorityTopicFactory.create())
    with django_assert_num_queries(3):
        reporting.priority_counts(SPRING, AUTUMN)


def test_priority_counts_forum_counts_once_however_often_it_agreed() -> None:
    speeding = PriorityTopicFactory.create(code="speeding")
    forum = ForumFactory.create()
    _agreed(forum, date(2017, 10, 3), speeding, speeding)
    _agreed(forum, date(2017, 12, 5), speeding)
    assert reporting.priority_counts(SPRING, AUTUMN) == (TopicCount("Speeding", "Speeding", 0, 1),)


def test_priority_counts_narrower_topics_count_once_towards_the_broader() -> None:
    burglary = PriorityTopicFactory.create(code="burglary", full_name="Burglary of any kind", position=1)
    domestic = PriorityTopicFactory.create(code="domestic", name="domestic", broader=burglary, position=2)
    other = PriorityTopicFactory.create(code="other", name="other", broader=burglary, position=3)
    sheds = PriorityTopicFactory.create(code="sheds", broader=other, position=4)
    _agreed(ForumFactory.create(), date(2017, 10, 3), domestic, sheds)
    _agreed(ForumFactory.create(), date(2017, 10, 4), domestic)
    _agreed(ForumFactory.create(), date(2017, 10, 5), burglary)
    (count,) = reporting.priority_counts(SPRING, AUTUMN)
    assert count == TopicCount(
        "Burglary", "Burglary of any kind", 0, 3, (TopicPart("domestic", 0, 2), TopicPart("other", 0, 1))
    )
    assert (count.change, count.first_parts, count.second_parts) == (3, "", "domestic 2, other 1")


def test_priority_counts_none_only_where_a_forum_agreed_nothing_in_the_period() -> None:
    speeding = PriorityTopicFactory.create(code="speeding")
    forum, other = ForumFactory.create(), ForumFactory.create()
    _none_agreed(forum, date(2017, 10, 3))
    _agreed(forum, date(2017, 12, 5), speeding)
    _none_agreed(other, date(2017, 4, 1))
    _none_agreed(other, date(2017, 6, 30))
    ForumMeetingFactory.create(
        forum=ForumFactory.create(), held_on=date(2017, 11, 1)
    )  # what became of them is not recorded
    assert reporting.priority_counts(SPRING, AUTUMN) == (
        TopicCount("Speeding", "Speeding", 0, 1),
        TopicCount("None", "None", 1, 0, is_none=True),
    )


def test_priority_counts_row_of_forums_with_none_has_the_place_and_name_the_office_gives() -> None:
    PriorityTopicFactory.create(code="none", name="No priority", position=1)
    _agreed(ForumFactory.create(), date(2017, 10, 3), PriorityTopicFactory.create(code="speeding", position=2))
    _none_agreed(ForumFactory.create(), date(2017, 10, 3))
    assert [count.topic for count in reporting.priority_counts(SPRING, AUTUMN)] == ["No priority", "Speeding"]


def test_priority_counts_day_in_both_periods_counts_in_both() -> None:
    _agreed(ForumFactory.create(), date(2014, 4, 1), PriorityTopicFactory.create(code="asb", name="ASB"))
    overlapping = Period(date(2014, 4, 1), date(2014, 8, 31))
    assert reporting.priority_counts(FIRST, overlapping) == (TopicCount("ASB", "ASB", 1, 1),)


def test_priority_counts_district_asked_for_leaves_out_the_others() -> None:
    speeding = PriorityTopicFactory.create(code="speeding")
    here, there = DistrictFactory.create(), DistrictFactory.create()
    _agreed(ForumFactory.create(district=here), date(2017, 10, 3), speeding)
    _agreed(ForumFactory.create(district=there), date(2017, 10, 3), speeding)
    _none_agreed(ForumFactory.create(district=there), date(2017, 10, 3))
    assert reporting.priority_counts(SPRING, AUTUMN, district=here) == (TopicCount("Speeding", "Speeding", 0, 1),)


class PriorityCountsProperties(TestCase):
    """However meetings fall, a count is the size of a set of forums."""

    @settings(max_examples=30, deadline=None)
    @given(
        meetings=st.lists(
            st.tuples(
                st.integers(0, 3),
                st.dates(date(2017, 3, 25), date(2018, 1, 5)),
                st.lists(st.integers(0, 2), max_size=3),
            ),
            max_size=12,
            unique_by=lambda meeting: meeting[:2],
        )
    )
    def test_priority_counts_equal_distinct_forums_per_period(
        self, meetings: list[tuple[int, date, list[int]]]
    ) -> None:
        topics = [
            PriorityTopicFactory.create(code=f"t{number}", name=f"T{number}", position=number) for number in range(3)
        ]
        district = DistrictFactory.create()
        forums = [ForumFactory.create(district=district) for _ in range(4)]
        for forum, day, agreed in meetings:
            if agreed:
                _agreed(forums[forum], day, *(topics[number] for number in agreed))
            else:
                _none_agreed(forums[forum], day)
        expected = {}
        for number in range(3):
            sizes = tuple(
                len({forum for forum, day, agreed in meetings if day in period and number in agreed})
                for period in (SPRING, AUTUMN)
            )
            if any(sizes):
                expected[f"T{number}"] = sizes
        without = tuple(
            len(
                {forum for forum, day, agreed in meetings if day in period and not agreed}
                - {forum for forum, day, agreed in meetings if day in period and agreed}
            )
            for period in (SPRING, AUTUMN)
        )
        if any(without):
            expected["None"] = without
        counts = reporting.priority_counts(SPRING, AUTUMN)
        assert {count.topic: (count.first, count.second) for count in counts} == expected


def test_priorities_by_district_orders_topics_by_number() -> None:
    speeding, parking = PriorityTopicFactory.create(code="speeding"), PriorityTopicFactory.create(code="parking")
    here, there = DistrictFactory.create(name="Eastley"), DistrictFactory.create(name="Norton")
    _agreed(ForumFactory.create(district=here), date(2017, 10, 3), speeding, parking)
    _agreed(ForumFactory.create(district=here), date(2017, 10, 4), parking)
    _none_agreed(ForumFactory.create(district=here), date(2017, 10, 5))
    _agreed(ForumFactory.create(district=there), date(2017, 10, 6), speeding)
    assert reporting.priorities_by_district(AUTUMN) == (
        DistrictPriorities("Eastley", here.code, 3, (("Parking", 2), ("Speeding", 1), ("None", 1))),
        DistrictPriorities("Norton", there.code, 1, (("Speeding", 1),)),
    )


def test_meetings_in_tells_each_meeting_whatever_became_of_it(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    forum = ForumFactory.create(name="Leafield", slug="leafield", district=DistrictFactory.create(name="Eastley"))
    held = _agreed(
        forum,
        date(2017, 10, 3),
        PriorityTopicFactory.create(code="speeding"),
        PriorityTopicFactory.create(code="parking"),
    )
    PriorityProgressFactory.create(priority=held.priorities.get(position=2), meeting=held)
    cancelled = PlannedMeetingFactory.create(
        forum=forum, held_on=date(2017, 12, 5), state=MeetingState.CANCELLED, cancelled_reason="Snow", is_synthetic=True
    )
    ForumMeetingFactory.create(forum=forum, held_on=date(2018, 1, 1))
    common: dict[str, Any] = {
        "forum": "Leafield",
        "forum_slug": "leafield",
        "district": "Eastley",
        "starts_at": time(19, 30),
        "venue": "Village hall",
    }
    with django_assert_num_queries(2):
        found = reporting.meetings_in(AUTUMN)
    assert found == (
        MeetingSummary(
            public_id=held.public_id,
            held_on=date(2017, 10, 3),
            state=MeetingState.HELD,
            cancelled_reason="",
            elected_members=3,
            residents=19,
            police=2,
            others=2,
            police_attended=True,
            outcome=PrioritiesOutcome.AGREED,
            topics=("Speeding", "Parking"),
            wordings=tuple(held.priorities.order_by("position").values_list("wording", flat=True)),
            updated=1,
            is_synthetic=False,
            **common,
        ),
        MeetingSummary(
            public_id=cancelled.public_id,
            held_on=date(2017, 12, 5),
            state=MeetingState.CANCELLED,
            cancelled_reason="Snow",
            elected_members=None,
            residents=None,
            police=None,
            others=None,
            police_attended=None,
            outcome=PrioritiesOutcome.NOT_RECORDED,
            topics=(),
            wordings=(),
            updated=0,
            is_synthetic=True,
            **common,
        ),
    )
    assert [(meeting.total, meeting.is_complete) for meeting in found] == [(26, True), (None, False)]
    assert reporting.meetings_in(AUTUMN, district=DistrictFactory.create()) == ()


def test_meeting_summary_total_counts_what_is_known_and_says_it_is_not_all() -> None:
    ForumMeetingFactory.create(held_on=date(2017, 10, 3), residents=None)
    (meeting,) = reporting.meetings_in(AUTUMN)
    assert (meeting.total, meeting.is_complete) == (7, False)


def test_next_meeting_is_the_first_planned_from_today() -> None:
    forum = ForumFactory.create()
    PlannedMeetingFactory.create(forum=forum, held_on=date(2018, 3, 11))
    today = PlannedMeetingFactory.create(forum=forum, held_on=date(2018, 3, 12))
    PlannedMeetingFactory.create(forum=forum, held_on=date(2018, 6, 12))
    PlannedMeetingFactory.create(held_on=date(2018, 3, 12))
    found = reporting.next_meeting(forum, date(2018, 3, 12))
    assert found is not None
    assert found.public_id == today.public_id
    assert reporting.next_meeting(forum, date(2018, 6, 13)) is None


def test_attendance_each_total_rests_on_the_meetings_that_gave_it() -> None:
    ForumMeetingFactory.create(held_on=date(2017, 10, 3))
    ForumMeetingFactory.create(held_on=date(2017, 10, 4), residents=None, police=0, police_attended=False)
    ForumMeetingFactory.create(held_on=date(2017, 10, 5), residents=11, police_attended=None)
    PlannedMeetingFactory.create(held_on=date(2017, 10, 6))
    ForumMeetingFactory.create(held_on=date(2018, 10, 6))
    assert reporting.attendance(AUTUMN) == Attendance(
        meetings_held=3,
        elected_members=AttendanceFigure(9, 3),
        residents=AttendanceFigure(30, 2),
        police=AttendanceFigure(4, 3),
        others=AttendanceFigure(6, 3),
        total=AttendanceFigure(44, 2),
        police_attended=1,
        police_known=2,
    )


def test_attendance_without_meetings_is_nothing_resting_on_nothing() -> None:
    nothing = AttendanceFigure(0, 0)
    assert reporting.attendance(AUTUMN) == Attendance(0, nothing, nothing, nothing, nothing, nothing, 0, 0)


def test_forums_in_counts_active_met_cancelled_and_names_those_that_did_not_meet() -> None:
    here, there = DistrictFactory.create(name="Eastley"), DistrictFactory.create(name="Norton")
    busy = ForumFactory.create(district=here, name="Busy")
    ForumFactory.create(district=here, name="Quiet")
    ForumFactory.create(district=here, name="Gone", ends_on=date(2017, 9, 30))
    ForumFactory.create(district=here, name="Not yet", starts_on=date(2018, 1, 1))
    last_day = ForumFactory.create(district=there, name="Closing", ends_on=date(2017, 10, 1))
    ForumMeetingFactory.create(forum=busy, held_on=date(2017, 10, 3))
    ForumMeetingFactory.create(forum=busy, held_on=date(2017, 12, 3))
    ForumMeetingFactory.create(forum=busy, held_on=date(2018, 2, 3))
    PlannedMeetingFactory.create(
        forum=last_day, held_on=date(2017, 10, 1), state=MeetingState.CANCELLED, cancelled_reason="Flood"
    )
    assert reporting.forums_in(AUTUMN) == (
        DistrictForums("Eastley", here.code, 2, 1, 2, 0, ("Quiet",)),
        DistrictForums("Norton", there.code, 1, 0, 0, 1, ("Closing",)),
    )


def test_priorities_of_carries_what_was_done_along_the_chain(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    forum = ForumFactory.create(name="Leafield")
    speeding = PriorityTopicFactory.create(code="speeding", full_name="Speeding traffic")
    first, second, third = (_agreed(forum, day) for day in (date(2017, 9, 5), date(2017, 11, 28), date(2018, 2, 27)))
    oldest = ForumPriorityFactory.create(meeting=first, topic=speeding)
    older = ForumPriorityFactory.create(
        meeting=second, topic=speeding, continuity=Continuity.RETAINED, carried_from=oldest
    )
    ForumPriorityFactory.create(
        meeting=third,
        topic=speeding,
        continuity=Continuity.RETAINED,
        carried_from=older,
        wording="The long road",
        is_synthetic=True,
    )
    PriorityProgressFactory.create(priority=oldest, meeting=second, text="A survey")
    PriorityProgressFactory.create(priority=older, meeting=third, text="Checks", is_synthetic=True)
    with django_assert_num_queries(5):
        current = reporting.priorities_of(forum, date(2018, 3, 12))
    assert current == (
        CurrentPriority(
            number=1,
            topic="Speeding",
            full_name="Speeding traffic",
            wording="The long road",
            agreed_on=date(2018, 2, 27),
            continuity=Continuity.RETAINED,
            first_agreed_on=date(2017, 9, 5),
            kept_from=date(2017, 11, 28),
            agreed_by="Leafield",
            progress=(Progress(date(2018, 2, 27), "Checks", True), Progress(date(2017, 11, 28), "A survey", False)),
            is_synthetic=True,
        ),
    )
    (then,) = reporting.priorities_of(forum, date(2017, 11, 28))
    assert (then.agreed_on, [done.text for done in then.progress]) == (date(2017, 11, 28), ["A survey"])
    assert reporting.priorities_of(forum, date(2017, 9, 4)) == ()


def test_priorities_of_after_a_meeting_that_agreed_none_is_empty() -> None:
    forum = ForumFactory.create()
    _agreed(forum, date(2017, 9, 5), PriorityTopicFactory.create())
    _none_agreed(forum, date(2017, 11, 28))
    assert reporting.priorities_of(forum, date(2017, 12, 1)) == ()


def test_priorities_of_a_forum_that_took_another_over_holds_both_until_it_decides() -> None:
    into = ForumFactory.create(name="Into")
    merged = ForumFactory.create(name="Merged", ends_on=date(2017, 12, 31), merged_into=into)
    further = ForumFactory.create(name="Further", ends_on=date(2017, 6, 30), merged_into=merged)
    speeding, parking = PriorityTopicFactory.create(code="speeding"), PriorityTopicFactory.create(code="parking")
    _agreed(further, date(2017, 5, 1), PriorityTopicFactory.create(code="bins"))
    _agreed(merged, date(2017, 11, 1), speeding)
    _agreed(into, date(2017, 12, 1), parking)

    def standing(day: date) -> list[tuple[str, str]]:
        return [(priority.topic, priority.agreed_by) for priority in reporting.priorities_of(into, day)]

    assert standing(date(2017, 12, 30)) == [("Parking", "Into")]
    assert standing(date(2018, 1, 1)) == [("Parking", "Into"), ("Speeding", "Merged")]
    _agreed(into, date(2018, 2, 1), parking)
    assert standing(date(2018, 2, 1)) == [("Parking", "Into")]


def test_meeting_summary_public_id_is_opaque() -> None:
    ForumMeetingFactory.create(held_on=date(2017, 10, 3))
    (meeting,) = reporting.meetings_in(AUTUMN)
    assert isinstance(meeting.public_id, uuid.UUID)
