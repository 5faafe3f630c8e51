"""Recording meetings and priorities, and ending or merging forums."""

from datetime import UTC, date, datetime, time

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from forums import operations, reporting
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, ForumPriority, PriorityProgress, PriorityTopic
from forums.operations import AgreedPriority, ReportedProgress
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from tests.factories.forums import (
    ForumFactory,
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityTopicFactory,
)
from tests.factories.reference import DistrictFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2018, 3, 12, 10, 30, tzinfo=UTC)
NEW, RETAINED = Continuity.NEW, Continuity.RETAINED


@pytest.fixture
def officer() -> User:
    return User.objects.create_user("pat@westshire.example", first_name="Pat", last_name="Lane")


def _held(forum: Forum, day: date) -> ForumMeeting:
    meeting: ForumMeeting = ForumMeetingFactory.create(forum=forum, held_on=day)
    return meeting


def _record(meeting: ForumMeeting, *agreed: tuple[PriorityTopic, Continuity]) -> tuple[ForumPriority, ...]:
    return operations.record_priorities(
        meeting=meeting,
        outcome=PrioritiesOutcome.AGREED if agreed else PrioritiesOutcome.NONE_AGREED,
        priorities=[AgreedPriority(topic, f"About {topic.name}", continuity) for topic, continuity in agreed],
        by=None,
        at=NOW,
    )


def _fresh(*rows: Model) -> None:
    for row in rows:
        row.refresh_from_db()


# --- meetings -----------------------------------------------------------------------------------


def test_record_meeting_that_was_planned_becomes_held_and_keeps_its_identity(officer: User) -> None:
    planned = PlannedMeetingFactory.create(held_on=date(2018, 2, 27), venue="Library")
    meeting = operations.record_meeting(
        forum=planned.forum,
        held_on=date(2018, 2, 27),
        elected_members=3,
        residents=19,
        police=2,
        by=officer,
        at=NOW,
        source="Minutes",
    )
    assert (meeting.pk, meeting.public_id) == (planned.pk, planned.public_id)
    _fresh(meeting)
    assert (meeting.state, meeting.venue, meeting.starts_at) == (MeetingState.HELD, "Library", time(19, 30))
    assert (meeting.elected_members, meeting.residents, meeting.police, meeting.others) == (3, 19, 2, None)
    assert (meeting.police_attended, meeting.source) == (True, "Minutes")


def test_record_meeting_not_planned_is_made_with_the_usual_venue() -> None:
    forum = ForumFactory.create(usual_venue="School")
    meeting = operations.record_meeting(
        forum=forum, held_on=date(2018, 3, 12), police_attended=False, by=None, at=NOW, is_synthetic=True
    )
    _fresh(meeting)
    assert (meeting.state, meeting.venue, meeting.police_attended) == (MeetingState.HELD, "School", False)
    assert (meeting.residents, meeting.is_synthetic) == (None, True)


def test_record_meeting_is_put_down_to_the_person(officer: User) -> None:
    meeting = operations.record_meeting(forum=ForumFactory.create(), held_on=date(2018, 3, 1), by=officer, at=NOW)
    (event,) = apps.get_model("forums", "ForumMeetingEvent").objects.filter(pgh_obj_id=meeting.pk)
    assert event.pgh_context.metadata == {"user": officer.pk, "reason": "Meeting recorded as held"}


def test_record_meeting_day_is_a_london_day() -> None:
    late = datetime(2018, 6, 11, 23, 30, tzinfo=UTC)  # half past midnight in London
    assert operations.record_meeting(forum=ForumFactory.create(), held_on=date(2018, 6, 12), by=None, at=late).pk


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (
            date(2018, 3, 13),
            "13 March 2018 has not come yet, so the meeting cannot have been held. Enter the day it met.",
        ),
        (date(2014, 12, 31), "Leafield has met since 1 January 2015. Enter a date on or after that day."),
        (date(2018, 3, 2), "Leafield ended on 1 March 2018. Enter a date on or before that day."),
    ],
)
def test_record_meeting_on_an_impossible_day_is_refused(day: date, message: str) -> None:
    forum = ForumFactory.create(name="Leafield", starts_on=date(2015, 1, 1), ends_on=date(2018, 3, 1))
    with pytest.raises(DomainError) as refused:
        operations.record_meeting(forum=forum, held_on=day, by=None, at=NOW)
    assert (refused.value.message, refused.value.field) == (message, "held_on")
    assert not ForumMeeting.objects.exists()


def test_record_meeting_twice_is_refused() -> None:
    meeting = ForumMeetingFactory.create(forum__name="Leafield")
    with pytest.raises(DomainError) as refused:
        operations.record_meeting(forum=meeting.forum, held_on=meeting.held_on, by=None, at=NOW)
    assert refused.value.message == "The meeting of Leafield on 28 November 2017 is recorded already. Check the date."


def test_record_meeting_that_was_cancelled_says_what_to_do() -> None:
    meeting = PlannedMeetingFactory.create(forum__name="Leafield", held_on=date(2018, 3, 1))
    operations.cancel_meeting(meeting=meeting, reason="Snow", by=None, at=NOW)
    with pytest.raises(DomainError, match=r"was cancelled \(Snow\). If it was held after all, put it back"):
        operations.record_meeting(forum=meeting.forum, held_on=meeting.held_on, by=None, at=NOW)
    operations.reinstate_meeting(meeting=meeting, by=None, at=NOW)
    operations.record_meeting(forum=meeting.forum, held_on=meeting.held_on, by=None, at=NOW)
    _fresh(meeting)
    assert (meeting.state, meeting.cancelled_reason) == (MeetingState.HELD, "")


@pytest.mark.parametrize(
    ("numbers", "message", "field"),
    [
        ({"residents": 2001}, "Enter a number from 0 to 2,000.", "residents"),
        ({"police": 2, "police_attended": False}, "Police numbers and police attendance disagree.", None),
        ({"others": -1}, "Enter a number from 0 to 2,000.", "others"),
    ],
)
def test_record_meeting_absurd_attendance_is_refused(numbers: dict[str, int], message: str, field: str | None) -> None:
    forum = ForumFactory.create()
    with pytest.raises(DomainError) as refused:
        operations.record_meeting(
            forum=forum,
            held_on=date(2018, 3, 1),
            residents=numbers.get("residents"),
            police=numbers.get("police"),
            others=numbers.get("others"),
            police_attended=False if "police_attended" in numbers else None,
            by=None,
            at=NOW,
        )
    assert (refused.value.message, refused.value.field) == (message, field)
    assert not ForumMeeting.objects.exists()


def test_plan_meeting_takes_the_usual_venue() -> None:
    forum = ForumFactory.create(usual_venue="School")
    meeting = operations.plan_meeting(forum=forum, held_on=date(2018, 6, 12), starts_at=time(19), by=None, at=NOW)
    _fresh(meeting)
    assert (meeting.state, meeting.venue, meeting.starts_at) == (MeetingState.PLANNED, "School", time(19))


def test_plan_meeting_on_a_day_taken_or_after_the_end_is_refused() -> None:
    planned = PlannedMeetingFactory.create(forum__name="Leafield", forum__ends_on=date(2018, 7, 1))
    with pytest.raises(DomainError, match=r"Leafield has a meeting on 12 June 2018. Choose another day."):
        operations.plan_meeting(forum=planned.forum, held_on=planned.held_on, by=None, at=NOW)
    with pytest.raises(DomainError, match=r"Leafield ended on 1 July 2018."):
        operations.plan_meeting(forum=planned.forum, held_on=date(2018, 7, 2), by=None, at=NOW)


def test_cancel_meeting_only_planned_ones_and_with_a_reason() -> None:
    planned, held = PlannedMeetingFactory.create(), ForumMeetingFactory.create()
    with pytest.raises(DomainError, match=r"Say why the meeting is cancelled."):
        operations.cancel_meeting(meeting=planned, reason="  ", by=None, at=NOW)
    with pytest.raises(DomainError, match=r"Say in 250 characters or fewer"):
        operations.cancel_meeting(meeting=planned, reason="x" * 251, by=None, at=NOW)
    with pytest.raises(DomainError, match=r"Only a planned meeting can be cancelled."):
        operations.cancel_meeting(meeting=held, reason="Snow", by=None, at=NOW)
    operations.cancel_meeting(meeting=planned, reason=" Snow ", by=None, at=NOW)
    assert (planned.state, planned.cancelled_reason) == (MeetingState.CANCELLED, "Snow")
    with pytest.raises(DomainError, match=r"Only a planned meeting can be cancelled."):
        operations.cancel_meeting(meeting=planned, reason="Snow", by=None, at=NOW)


def test_reinstate_meeting_that_is_not_cancelled_is_refused() -> None:
    with pytest.raises(DomainError, match=r"This meeting is not cancelled"):
        operations.reinstate_meeting(meeting=PlannedMeetingFactory.create(), by=None, at=NOW)


# --- priorities ---------------------------------------------------------------------------------


def test_record_priorities_keeps_links_and_closes_what_was_not_kept(officer: User) -> None:
    forum = ForumFactory.create()
    speeding, parking, bins = (PriorityTopicFactory.create(code=code) for code in ("speeding", "parking", "bins"))
    first, second = _held(forum, date(2017, 11, 28)), _held(forum, date(2018, 2, 27))
    old_speeding, old_parking = _record(first, (speeding, NEW), (parking, NEW))
    new_bins, new_speeding = operations.record_priorities(
        meeting=second,
        outcome=PrioritiesOutcome.AGREED,
        priorities=[
            AgreedPriority(bins, " Fly-tipping by the mill ", NEW),
            AgreedPriority(speeding, "The long road", RETAINED),
        ],
        progress=[ReportedProgress(old_parking, " Three visits "), ReportedProgress(old_speeding, "A survey")],
        by=officer,
        at=NOW,
    )
    _fresh(old_speeding, old_parking, new_bins, new_speeding, second)
    assert second.priorities_outcome == PrioritiesOutcome.AGREED
    assert (new_bins.position, new_bins.wording, new_bins.carried_from) == (1, "Fly-tipping by the mill", None)
    assert (new_speeding.position, new_speeding.carried_from) == (2, old_speeding)
    assert (old_speeding.closed_at, old_parking.closed_at) == (None, second)
    assert list(PriorityProgress.objects.order_by("pk").values_list("priority", "meeting", "text")) == [
        (old_parking.pk, second.pk, "Three visits"),
        (old_speeding.pk, second.pk, "A survey"),
    ]
    assert set(ForumPriority.objects.standing()) == {new_bins, new_speeding}


def test_record_priorities_none_agreed_closes_them_all() -> None:
    forum = ForumFactory.create()
    first, second = _held(forum, date(2017, 11, 28)), _held(forum, date(2018, 2, 27))
    old = _record(first, (PriorityTopicFactory.create(), NEW), (PriorityTopicFactory.create(), NEW))
    assert _record(second) == ()
    _fresh(*old, second)
    assert [priority.closed_at for priority in old] == [second, second]
    assert second.priorities_outcome == PrioritiesOutcome.NONE_AGREED


def test_record_priorities_explicit_link_wins_over_the_topic() -> None:
    forum = ForumFactory.create()
    nuisance, vehicles = PriorityTopicFactory.create(code="nuisance"), PriorityTopicFactory.create(code="vehicles")
    first, second = _held(forum, date(2017, 11, 28)), _held(forum, date(2018, 2, 27))
    old_nuisance, old_vehicles = _record(first, (nuisance, NEW), (vehicles, NEW))
    by_topic, explicit = operations.record_priorities(
        meeting=second,
        outcome=PrioritiesOutcome.AGREED,
        priorities=[
            AgreedPriority(nuisance, "Noise", RETAINED),
            AgreedPriority(vehicles, "Bikes on the common", RETAINED, carried_from=old_nuisance),
        ],
        by=None,
        at=NOW,
    )
    assert (by_topic.carried_from, explicit.carried_from) == (None, old_nuisance)
    _fresh(old_nuisance, old_vehicles)
    assert (old_nuisance.closed_at, old_vehicles.closed_at) == (None, second)


def test_record_priorities_take_the_mark_of_their_meeting() -> None:
    meeting = ForumMeetingFactory.create(is_synthetic=True, source="Invented")
    (priority,) = _record(meeting, (PriorityTopicFactory.create(), NEW))
    assert (priority.is_synthetic, priority.source) == (True, "Invented")


@pytest.mark.parametrize(
    ("outcome", "number", "message", "field"),
    [
        (PrioritiesOutcome.NOT_RECORDED, 0, "Say whether the meeting agreed priorities.", "outcome"),
        (PrioritiesOutcome.AGREED, 0, "Enter at least one priority, or say that none were agreed.", "priorities"),
        (
            PrioritiesOutcome.NONE_AGREED,
            1,
            "Leave the priorities out, or say that they were agreed: this meeting is said to have agreed none.",
            "priorities",
        ),
        (
            PrioritiesOutcome.AGREED,
            4,
            "A forum agrees at most three priorities, and 4 are given. Leave out the least important.",
            "priorities",
        ),
    ],
)
def test_record_priorities_contradictions_are_refused(
    outcome: PrioritiesOutcome, number: int, message: str, field: str
) -> None:
    meeting = ForumMeetingFactory.create()
    with pytest.raises(DomainError) as refused:
        operations.record_priorities(
            meeting=meeting,
            outcome=outcome,
            priorities=[AgreedPriority(PriorityTopicFactory.create(), "Words") for _ in range(number)],
            by=None,
            at=NOW,
        )
    assert (refused.value.message, refused.value.field) == (message, field)
    _fresh(meeting)
    assert (meeting.priorities_outcome, ForumPriority.objects.count()) == (PrioritiesOutcome.NOT_RECORDED, 0)


def test_record_priorities_of_one_meeting_twice_is_refused() -> None:
    meeting = ForumMeetingFactory.create()
    _record(meeting)
    with pytest.raises(DomainError, match=r"The priorities of this meeting are recorded already."):
        _record(meeting, (PriorityTopicFactory.create(), NEW))


def test_record_priorities_of_a_meeting_not_held_is_refused() -> None:
    with pytest.raises(DomainError, match=r"Only a meeting that was held can have priorities."):
        _record(PlannedMeetingFactory.create())


def test_record_priorities_without_words_or_with_too_many_changes_nothing() -> None:
    meeting = ForumMeetingFactory.create()
    for wording, message in (
        (" ", "Enter what the forum agreed for priority 2"),
        ("x" * 501, "at most 500 characters"),
    ):
        with pytest.raises(DomainError, match=message):
            operations.record_priorities(
                meeting=meeting,
                outcome=PrioritiesOutcome.AGREED,
                priorities=[
                    AgreedPriority(PriorityTopicFactory.create(), "First"),
                    AgreedPriority(PriorityTopicFactory.create(), wording),
                ],
                by=None,
                at=NOW,
            )
    _fresh(meeting)
    assert (meeting.priorities_outcome, ForumPriority.objects.count()) == (PrioritiesOutcome.NOT_RECORDED, 0)


def test_record_priorities_topic_of_none_is_refused() -> None:
    with pytest.raises(DomainError, match=r"Choose a topic for priority 1."):
        _record(ForumMeetingFactory.create(), (PriorityTopicFactory.create(code="none"), NEW))


def test_record_priorities_links_and_progress_reach_only_what_stood_before() -> None:
    meeting, topic = ForumMeetingFactory.create(), PriorityTopicFactory.create()
    strange = ForumPriorityFactory.create(topic=topic)

    def record(given: AgreedPriority, *progress: ReportedProgress) -> None:
        operations.record_priorities(
            meeting=meeting,
            outcome=PrioritiesOutcome.AGREED,
            priorities=[given],
            progress=progress,
            by=None,
            at=NOW,
        )

    with pytest.raises(DomainError, match=r"Only a priority that the forum's last meeting left standing can be kept"):
        record(AgreedPriority(topic, "Words", RETAINED, carried_from=strange))
    with pytest.raises(DomainError, match=r"A new priority is not carried from an earlier one."):
        record(AgreedPriority(topic, "Words", NEW, carried_from=strange))
    with pytest.raises(DomainError, match=r"Progress is reported on a priority that stood before the meeting."):
        record(AgreedPriority(topic, "Words"), ReportedProgress(strange, "Done"))
    assert list(ForumPriority.objects.all()) == [strange]


def test_record_priorities_empty_progress_is_refused() -> None:
    forum = ForumFactory.create()
    (old,) = _record(_held(forum, date(2017, 11, 28)), (PriorityTopicFactory.create(), NEW))
    with pytest.raises(DomainError, match=r"Enter what was done."):
        operations.record_priorities(
            meeting=_held(forum, date(2018, 2, 27)),
            outcome=PrioritiesOutcome.NONE_AGREED,
            progress=[ReportedProgress(old, " ")],
            by=None,
            at=NOW,
        )


def test_record_priorities_out_of_order_joins_the_later_meeting_on_again() -> None:
    forum = ForumFactory.create()
    speeding, parking, bins = (PriorityTopicFactory.create(code=code) for code in ("speeding", "parking", "bins"))
    first, second, third = (_held(forum, date(2018, month, 1)) for month in (1, 2, 3))
    a_speeding, a_parking = _record(first, (speeding, NEW), (parking, NEW))
    (c_speeding, c_bins) = _record(third, (speeding, RETAINED), (bins, RETAINED))
    _fresh(c_speeding, c_bins)
    assert (c_speeding.carried_from, c_bins.carried_from) == (a_speeding, None)
    b_bins, b_speeding, b_parking = _record(second, (bins, NEW), (speeding, RETAINED), (parking, RETAINED))
    _fresh(a_speeding, a_parking, b_bins, b_speeding, b_parking, c_speeding, c_bins)
    assert (b_speeding.carried_from, b_parking.carried_from) == (a_speeding, a_parking)
    assert (c_speeding.carried_from, c_bins.carried_from) == (b_speeding, b_bins)
    assert (a_speeding.closed_at, a_parking.closed_at) == (None, None)
    assert (b_speeding.closed_at, b_bins.closed_at, b_parking.closed_at) == (None, None, third)


def test_record_priorities_between_a_meeting_that_dropped_what_the_later_one_kept() -> None:
    forum, speeding = ForumFactory.create(), PriorityTopicFactory.create(code="speeding")
    first, second, third = (_held(forum, date(2018, month, 1)) for month in (1, 2, 3))
    (old,) = _record(first, (speeding, NEW))
    (kept,) = _record(third, (speeding, RETAINED))
    _record(second)
    _fresh(old, kept)
    assert (kept.carried_from, old.closed_at) == (old, None)


def test_record_priorities_between_puts_the_closing_at_the_earlier_meeting() -> None:
    forum, speeding = ForumFactory.create(), PriorityTopicFactory.create(code="speeding")
    first, second, third = (_held(forum, date(2018, month, 1)) for month in (1, 2, 3))
    (old,) = _record(first, (speeding, NEW))
    _record(third)
    _fresh(old)
    assert old.closed_at == third
    (between,) = _record(second, (PriorityTopicFactory.create(), NEW))
    _fresh(old, between)
    assert (old.closed_at, between.closed_at) == (second, third)


class ContinuityProperties(TestCase):
    """The order in which meetings are recorded does not change what follows what."""

    @settings(max_examples=25, deadline=None)
    @given(
        meetings=st.lists(
            st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=3, unique_by=lambda agreed: agreed[0]),
            min_size=1,
            max_size=4,
        ),
        data=st.data(),
    )
    def test_record_priorities_in_any_order_leaves_the_last_meetings_standing(
        self, meetings: list[list[tuple[int, bool]]], data: st.DataObject
    ) -> None:
        order = data.draw(st.permutations(range(len(meetings))))
        topics = [PriorityTopicFactory.create(code=f"t{number}") for number in range(3)]
        forum = ForumFactory.create()
        held = [_held(forum, date(2017, 1 + place, 1)) for place in range(len(meetings))]
        for place in order:
            _record(held[place], *((topics[topic], RETAINED if kept else NEW) for topic, kept in meetings[place]))
        rows = {(row.meeting.held_on.month - 1, row.topic.code): row for row in ForumPriority.objects.all()}
        last = {(len(meetings) - 1, f"t{topic}") for topic, _ in meetings[-1]}
        assert {place for place, row in rows.items() if row in ForumPriority.objects.standing()} == last
        for (place, _), row in rows.items():
            assert row.carried_from is None or row.carried_from.meeting.held_on < row.meeting.held_on
            assert row.closed_at is None or row.closed_at.held_on > row.meeting.held_on
            if row.carried_from is not None:
                assert row.carried_from.closed_at is None
                assert row.continuity == RETAINED
            kept_at_once = rows.get((place + 1, row.topic.code))
            if kept_at_once is not None and kept_at_once.continuity == RETAINED:
                assert kept_at_once.carried_from == row


# --- imported meetings --------------------------------------------------------------------------


def _imported(forum: Forum, day: date, *agreed: tuple[PriorityTopic, Continuity]) -> list[ForumPriority]:
    """A meeting and its priorities as a folder brings them: nothing joined."""
    outcome = PrioritiesOutcome.AGREED if agreed else PrioritiesOutcome.NONE_AGREED
    meeting = ForumMeetingFactory.create(forum=forum, held_on=day, priorities_outcome=outcome)
    return [
        ForumPriorityFactory.create(meeting=meeting, position=position, topic=topic, continuity=continuity)
        for position, (topic, continuity) in enumerate(agreed, start=1)
    ]


def test_rejoin_priorities_joins_as_if_recorded_and_then_changes_nothing() -> None:
    into = ForumFactory.create()
    forum = ForumFactory.create(ends_on=date(2018, 3, 31), merged_into=into)
    speeding, parking, bins = (PriorityTopicFactory.create(code=code) for code in ("speeding", "parking", "bins"))
    a_speeding, a_parking, a_bins = _imported(forum, date(2018, 1, 1), (speeding, NEW), (parking, NEW), (bins, NEW))
    b_speeding, b_parking = _imported(forum, date(2018, 2, 1), (speeding, RETAINED), (parking, NEW))
    _imported(into, date(2018, 3, 1))
    c_speeding, c_bins = _imported(into, date(2018, 4, 1), (speeding, RETAINED), (bins, RETAINED))
    _imported(into, date(2018, 5, 1))
    everything = (a_speeding, a_parking, a_bins, b_speeding, b_parking, c_speeding, c_bins)
    assert operations.rejoin_priorities(forums=[forum, into], by=None, at=NOW) == 6
    _fresh(*everything)
    assert [row.carried_from for row in everything] == [None, None, None, a_speeding, None, b_speeding, None]
    days = [row.closed_at.held_on.month if row.closed_at else None for row in everything]
    assert days == [None, 2, 2, None, 4, 5, 5]
    assert operations.rejoin_priorities(forums=[forum, into], by=None, at=NOW) == 0


def test_rejoin_priorities_keeps_a_link_that_fits_and_mends_those_that_do_not() -> None:
    forum = ForumFactory.create()
    noise, bikes = PriorityTopicFactory.create(code="noise"), PriorityTopicFactory.create(code="bikes")
    old_noise, old_bikes = _imported(forum, date(2018, 1, 1), (noise, NEW), (bikes, NEW))
    kept_bikes, kept_noise = _imported(forum, date(2018, 2, 1), (bikes, RETAINED), (noise, RETAINED))
    ForumPriority.objects.filter(pk=kept_bikes.pk).update(carried_from=old_noise)
    strange = ForumPriorityFactory.create()
    ForumPriority.objects.filter(pk=kept_noise.pk).update(carried_from=strange)
    assert operations.rejoin_priorities(forums=[forum], by=None, at=NOW) == 2
    _fresh(kept_bikes, kept_noise, old_noise, old_bikes)
    assert (kept_bikes.carried_from, kept_noise.carried_from) == (old_noise, None)
    assert (old_noise.closed_at, old_bikes.closed_at) == (None, kept_noise.meeting)


# --- the database refuses too -------------------------------------------------------------------


@pytest.mark.parametrize("outcome", [PrioritiesOutcome.NONE_AGREED, PrioritiesOutcome.NOT_RECORDED])
def test_database_refuses_a_priority_where_none_were_agreed(outcome: PrioritiesOutcome) -> None:
    meeting, topic = ForumMeetingFactory.create(priorities_outcome=outcome), PriorityTopicFactory.create()
    with pytest.raises(IntegrityError, match=r"only when its outcome is that some were agreed"), transaction.atomic():
        ForumPriority.objects.bulk_create([ForumPriority(meeting=meeting, position=1, topic=topic, wording="Words")])
    assert not ForumPriority.objects.exists()


@pytest.mark.parametrize("outcome", [PrioritiesOutcome.NONE_AGREED, PrioritiesOutcome.NOT_RECORDED])
def test_database_keeps_the_outcome_while_there_are_priorities(outcome: PrioritiesOutcome) -> None:
    meeting = ForumPriorityFactory.create().meeting
    with pytest.raises(IntegrityError, match=r"This meeting has priorities"), transaction.atomic():
        ForumMeeting.objects.filter(pk=meeting.pk).update(priorities_outcome=outcome)
    _fresh(meeting)
    assert meeting.priorities_outcome == PrioritiesOutcome.AGREED


def test_database_refuses_the_topic_that_stands_for_none() -> None:
    with pytest.raises(IntegrityError, match=r"stands for none"), transaction.atomic():
        ForumPriorityFactory.create(topic__code="none")


# --- forums and topics --------------------------------------------------------------------------


def test_end_forum_cancels_what_was_planned_after_it() -> None:
    forum = ForumFactory.create()
    held = _held(forum, date(2018, 2, 27))
    before, after = (PlannedMeetingFactory.create(forum=forum, held_on=date(2018, month, 1)) for month in (3, 6))
    operations.end_forum(forum=forum, on=date(2018, 3, 31), reason=" No one came ", by=None, at=NOW)
    assert (forum.ends_on, forum.end_reason, forum.merged_into) == (date(2018, 3, 31), "No one came", None)
    _fresh(held, before, after)
    assert [held.state, before.state, after.state] == [
        MeetingState.HELD,
        MeetingState.PLANNED,
        MeetingState.CANCELLED,
    ]
    assert after.cancelled_reason == "No one came"


def test_end_forum_needs_a_reason_a_possible_day_and_no_earlier_end() -> None:
    forum = ForumFactory.create(name="Leafield", starts_on=date(2017, 1, 1))
    _held(forum, date(2018, 2, 27))
    cases = [
        ({"on": date(2018, 3, 1), "reason": ""}, "Say why the forum ends."),
        ({"on": date(2018, 2, 26), "reason": "Quiet"}, "Leafield met on 27 February 2018. Enter that day or a later"),
        ({"on": date(2018, 3, 1), "reason": "x" * 251}, "at most 250 characters"),
    ]
    for given_, message in cases:
        with pytest.raises(DomainError, match=message):
            operations.end_forum(forum=forum, by=None, at=NOW, **given_)  # type: ignore[arg-type]  # a table of cases
    operations.end_forum(forum=forum, on=date(2018, 3, 1), reason="Quiet", by=None, at=NOW)
    with pytest.raises(DomainError, match=r"Leafield has its last day already: 1 March 2018."):
        operations.end_forum(forum=forum, on=date(2018, 3, 2), reason="Quiet", by=None, at=NOW)


def test_end_forum_before_it_started_is_refused() -> None:
    with pytest.raises(DomainError, match=r"The forum ends on or after the day it starts."):
        operations.end_forum(forum=ForumFactory.create(), on=date(2012, 1, 1), reason="Quiet", by=None, at=NOW)


def test_merge_forums_keeps_history_and_hands_standing_priorities_over() -> None:
    old, into = ForumFactory.create(name="Old"), ForumFactory.create(name="Into")
    speeding, parking = PriorityTopicFactory.create(code="speeding"), PriorityTopicFactory.create(code="parking")
    met = _held(old, date(2018, 1, 10))
    carried, dropped = _record(met, (speeding, NEW), (parking, NEW))
    planned = PlannedMeetingFactory.create(forum=old, held_on=date(2018, 4, 1))
    operations.merge_forums(from_forum=old, into=into, on=date(2018, 1, 31), by=None, at=NOW)
    _fresh(old, planned, met)
    assert (old.ends_on, old.merged_into, old.end_reason) == (date(2018, 1, 31), into, "Merged into Into")
    assert (planned.state, planned.cancelled_reason) == (MeetingState.CANCELLED, "Merged into Into")
    assert (met.forum, met.priorities.count()) == (old, 2)
    next_meeting = _held(into, date(2018, 2, 20))
    (kept,) = _record(next_meeting, (speeding, RETAINED))
    _fresh(carried, dropped)
    assert (kept.carried_from, carried.closed_at, dropped.closed_at) == (carried, None, next_meeting)
    (current,) = reporting.priorities_of(into, date(2018, 3, 1))
    assert (current.agreed_by, current.first_agreed_on) == ("Into", date(2018, 1, 10))


def test_merge_forums_meeting_recorded_late_still_reaches_the_forum_that_took_over() -> None:
    into, speeding = ForumFactory.create(), PriorityTopicFactory.create(code="speeding")
    old = ForumFactory.create(ends_on=date(2018, 1, 31), merged_into=into)
    (kept,) = _record(_held(into, date(2018, 2, 20)), (speeding, RETAINED))
    (late,) = _record(_held(old, date(2018, 1, 10)), (speeding, NEW))
    _fresh(kept, late)
    assert (kept.carried_from, late.closed_at) == (late, None)


def test_merge_forums_that_cannot_is_refused() -> None:
    forum, ended = ForumFactory.create(name="Leafield"), ForumFactory.create(name="Gone", ends_on=date(2017, 1, 1))
    with pytest.raises(DomainError, match=r"A forum cannot merge into itself."):
        operations.merge_forums(from_forum=forum, into=forum, on=date(2018, 1, 1), by=None, at=NOW)
    with pytest.raises(DomainError, match=r"Gone is not active on 1 January 2018"):
        operations.merge_forums(from_forum=forum, into=ended, on=date(2018, 1, 1), by=None, at=NOW)
    with pytest.raises(DomainError, match=r"Gone has its last day already: 1 January 2017."):
        operations.merge_forums(from_forum=ended, into=forum, on=date(2018, 1, 1), by=None, at=NOW)


def test_put_forum_again_changes_the_description_and_not_its_end() -> None:
    district = DistrictFactory.create()

    def put(name: str) -> Forum:
        return operations.put_forum(
            slug="leafield", name=name, district=district, starts_on=date(2013, 4, 1), by=None, at=NOW
        )

    forum = put("Leafield")
    operations.end_forum(forum=forum, on=date(2018, 3, 1), reason="Quiet", by=None, at=NOW)
    assert put(" Leafield and Mill End ") == forum
    _fresh(forum)
    assert (forum.name, forum.ends_on, forum.end_reason) == ("Leafield and Mill End", date(2018, 3, 1), "Quiet")
    with pytest.raises(DomainError, match=r"This field cannot be blank."):
        put(" ")


def test_put_topic_again_changes_it_and_circles_are_refused() -> None:
    broad = operations.put_topic(code="asb", name="ASB", full_name="Anti-social behaviour", by=None, at=NOW)
    narrow = operations.put_topic(code="noise", name="Noise", broader=broad, position=2, by=None, at=NOW)
    assert operations.put_topic(code="asb", name="ASB", position=1, by=None, at=NOW) == broad
    with pytest.raises(DomainError, match=r"This topic is broader than the one chosen."):
        operations.put_topic(code="asb", name="ASB", broader=narrow, by=None, at=NOW)
    with pytest.raises(DomainError, match=r"There is a topic of this name."):
        operations.put_topic(code="other", name="noise", by=None, at=NOW)
    with pytest.raises(DomainError, match=r"The row for forums that agreed none has no broader topic."):
        operations.put_topic(code="none", name="None", broader=broad, by=None, at=NOW)
