"""What stands out before a meeting, and raising it with the Panel."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.models import PanelMeeting, WorkItem
from panel.queries import Signal
from performance.models import Measure
from tests.factories.accounts import UserFactory
from tests.factories.forums import ForumPriorityFactory, PriorityTopicFactory
from tests.factories.meetings import GroupFactory
from tests.factories.recommendations import HeldMeetingFactory, PlannedPanelMeetingFactory
from tests.performance.westshire import places, robbery, summarise
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
AT = datetime(2018, 2, 20, 9, 0, tzinfo=UTC)
SPEEDING = Signal(
    "topic Speeding",
    "Speeding, a priority of forums: October to December 2017",
    "A priority of 2 forums, up from 0.",
    "Community forums, October to December 2017",
)


def speeding(forums: int = 2) -> PanelMeeting:
    topic = PriorityTopicFactory.create(code="speeding")
    ForumPriorityFactory.create_batch(forums, topic=topic)
    return PlannedPanelMeetingFactory.create()


def test_a_topic_stands_out_where_two_forums_more_work_on_it() -> None:
    assert queries.signals_before(speeding()) == (SPEEDING,)


def test_one_forum_more_does_not_stand_out() -> None:
    assert queries.signals_before(speeding(1)) == ()


def test_a_measure_stands_out_with_its_signals_and_a_restricted_one_is_not_there() -> None:
    measure = robbery(places())
    summarise()
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2017, 6, 15))
    [found] = queries.signals_before(meeting)
    assert (found.key, found.title, found.source) == (
        "measure robbery",
        "Robbery: January to March 2017",
        "Force performance, January to March 2017",
    )
    assert "March 2017" in found.words
    Measure.objects.filter(pk=measure.pk).update(is_restricted=True)
    assert queries.signals_before(meeting) == ()


def test_what_is_raised_is_in_the_work_programme_and_on_the_agenda_that_is_drafted() -> None:
    meeting = speeding()
    item = operations.raise_signal(meeting=meeting, key=SPEEDING.key, by=None, at=AT)
    assert (item.title, item.detail, item.requested_by, item.meeting) == (
        SPEEDING.title, SPEEDING.words, SPEEDING.source, meeting
    )  # fmt: skip
    assert [signal.is_raised for signal in queries.signals_before(meeting)] == [True]
    with pytest.raises(DomainError, match="raised at the meeting already"):
        operations.raise_signal(meeting=meeting, key=SPEEDING.key, by=None, at=AT)
    made = operations.draft_agenda(meeting=meeting, by=None, at=AT)
    assert SPEEDING.title in {one.title for one in made}


def test_what_cannot_be_raised_is_said() -> None:
    meeting = speeding()
    with pytest.raises(DomainError, match="does not stand out any more"):
        operations.raise_signal(meeting=meeting, key="topic Litter", by=None, at=AT)
    held = HeldMeetingFactory.create()
    group = PlannedPanelMeetingFactory.create(group=GroupFactory.create())
    for other in (held, group):
        with pytest.raises(DomainError, match="meetings of the whole Panel that lie ahead"):
            operations.raise_signal(meeting=other, key=SPEEDING.key, by=None, at=AT)
    reader = UserFactory.create(roles=[Role.COMMUNICATIONS_OFFICER])
    with pytest.raises(DomainError, match="Your role does not let you add to the work programme"):
        operations.raise_signal(meeting=meeting, key=SPEEDING.key, by=reader, at=AT)
    assert not WorkItem.objects.exists()


def test_the_list_costs_the_same_for_many_topics() -> None:
    meeting, counts = speeding(), []
    for more in (0, 9):
        for number in range(more):
            ForumPriorityFactory.create_batch(2, topic=PriorityTopicFactory.create(code=f"other-{number}"))
        with CaptureQueriesContext(connection) as caught:
            queries.signals_before(meeting)
        counts.append(len(caught))
    assert counts[0] == counts[1]


def test_staff_raise_a_signal_by_its_button_and_readers_have_none() -> None:
    meeting = speeding()
    address = reverse("admin:panel_panelmeeting_signals", args=[meeting.pk])
    reader = signed_in_client(UserFactory.create(roles=[Role.COMMUNICATIONS_OFFICER]))
    assert "Raise<" not in reader.get(address).content.decode()
    assert reader.post(address, {"raise": SPEEDING.key}).status_code == 403
    staff = signed_in_client(UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER]))
    assert "Raise<" in staff.get(address).content.decode()
    staff.post(address, {"raise": SPEEDING.key})
    assert WorkItem.objects.get().title == SPEEDING.title
    assert "Raise<" not in staff.get(address).content.decode()
