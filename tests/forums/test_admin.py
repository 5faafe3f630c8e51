"""The staff's pages about forums: lists, buttons that move states, and who may press them."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.admin import site
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from forums.admin import forum_work
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import Forum, ForumMeeting, ForumPriority, PriorityTopic
from opcc.accounts.models import User
from opcc.web.admin import WorkGroup, WorkItem
from tests.factories.forums import (
    ForumFactory,
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityProgressFactory,
    PriorityTopicFactory,
)
from tests.factories.reference import DistrictFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db

MODELS = [Forum, ForumMeeting, ForumPriority, PriorityTopic]


@pytest.fixture
def staff(policy_officer: User) -> Client:
    return signed_in_client(policy_officer)


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def _list(model: Any) -> str:
    return reverse(f"admin:forums_{model._meta.model_name}_changelist")


def _change(row: Any) -> str:
    return reverse(f"admin:forums_{row._meta.model_name}_change", args=[row.pk])


def _press(client: Client, row: Any, button: str, **answers: Any) -> Any:
    address = reverse(f"admin:forums_{row._meta.model_name}_press", args=[row.pk, button])
    return client.post(address, {f"{button}-{name}": value for name, value in answers.items()}, follow=True)


def _everything(number: int) -> ForumPriority:
    """A forum with a successor, meetings, and a priority that was carried, closed and reported on."""
    forum = ForumFactory.create()
    ForumFactory.create(ends_on=date(2017, 1, 1), merged_into=forum)
    first = ForumMeetingFactory.create(forum=forum, priorities_outcome=PrioritiesOutcome.AGREED)
    second = ForumMeetingFactory.create(
        forum=forum, held_on=date(2018, 2, 27), priorities_outcome=PrioritiesOutcome.AGREED
    )
    broader = PriorityTopicFactory.create(code=f"broad-{number}")
    topic = PriorityTopicFactory.create(code=f"narrow-{number}", broader=broader)
    old = ForumPriorityFactory.create(meeting=first, topic=topic)
    closed = ForumPriorityFactory.create(meeting=first, topic=topic, position=2, closed_at=second)
    PriorityProgressFactory.create(priority=old, meeting=second)
    PriorityProgressFactory.create(priority=closed, meeting=second)
    kept: ForumPriority = ForumPriorityFactory.create(
        meeting=second, topic=topic, continuity=Continuity.RETAINED, carried_from=old
    )
    PlannedMeetingFactory.create(forum=forum)
    return kept


@pytest.mark.parametrize("model", MODELS)
def test_change_list_same_queries_for_few_and_many(
    staff: Client, model: Any, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    _everything(0)
    staff.get(_list(model))  # what is read once for the process
    with django_assert_max_num_queries(40) as few:
        assert staff.get(_list(model)).status_code == 200
    _everything(1)
    _everything(2)
    with django_assert_max_num_queries(40) as many:
        staff.get(_list(model))
    assert len(many) == len(few)


@pytest.mark.parametrize("model", MODELS)
def test_change_page_opens_with_its_history(staff: Client, model: Any) -> None:
    _everything(0)
    for row in model.objects.all():
        assert staff.get(_change(row)).status_code == 200
        history = reverse(f"admin:forums_{model._meta.model_name}_history", args=[row.pk])
        assert staff.get(history).status_code == 200


@pytest.mark.parametrize("model", [Forum, ForumMeeting, PriorityTopic])
def test_add_page_opens(staff: Client, model: Any) -> None:
    assert staff.get(reverse(f"admin:forums_{model._meta.model_name}_add")).status_code == 200


@pytest.mark.parametrize(
    ("model", "query"),
    [
        (Forum, "meets=yes"),
        (Forum, "meets=ended"),
        (Forum, "q=forum"),
        (ForumMeeting, "state__exact=planned"),
        (ForumMeeting, "q=hall"),
        (ForumPriority, "stands=yes"),
        (ForumPriority, "stands=kept"),
        (ForumPriority, "stands=closed"),
        (ForumPriority, "q=cars"),
        (PriorityTopic, "q=narrow"),
    ],
)
def test_change_list_filters_keep_what_they_name(staff: Client, model: Any, query: str) -> None:
    _everything(0)
    found = staff.get(f"{_list(model)}?{query}").context["cl"].result_list
    every = model.objects.count()
    assert 0 < len(found) < every or (query.startswith("q=") and len(found) > 0)


def test_priorities_are_read_only(staff: Client) -> None:
    priority = _everything(0)
    assert staff.get(reverse("admin:forums_forumpriority_add")).status_code == 403
    assert staff.post(_change(priority), {"wording": "Changed"}).status_code == 403
    priority.refresh_from_db()
    assert priority.wording == "Cars through the village too fast"


@pytest.mark.parametrize("model", MODELS)
def test_nothing_is_deleted(staff: Client, model: Any) -> None:
    _everything(0)
    row = model.objects.order_by("pk").first()
    address = reverse(f"admin:forums_{model._meta.model_name}_delete", args=[row.pk])
    assert staff.post(address, {"post": "yes"}).status_code == 403
    assert model.objects.filter(pk=row.pk).exists()


def test_readers_see_and_cannot_press(treasurer: User) -> None:
    reader = signed_in_client(treasurer)
    meeting = PlannedMeetingFactory.create()
    response = reader.get(_change(meeting))
    assert response.status_code == 200
    assert response.context["buttons"] == []
    assert _press(reader, meeting, "cancel", reason="Snow").status_code == 403
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.PLANNED


def test_ambassadors_do_not_enter(ambassador_user: User) -> None:
    response = signed_in_client(ambassador_user).get(_list(Forum))
    assert response.status_code in {302, 403}


def test_add_meeting_plans_it(staff: Client, today: date) -> None:
    forum = ForumFactory.create()
    day = today + timedelta(days=20)
    answers = {"forum": forum.pk, "held_on": f"{day:%d/%m/%Y}", "starts_at": "19:30", "venue": "Library"}
    staff.post(reverse("admin:forums_forummeeting_add"), answers | _no_rows())
    (meeting,) = ForumMeeting.objects.all()
    assert (meeting.forum, meeting.held_on, meeting.state) == (forum, day, MeetingState.PLANNED)


def test_add_meeting_outside_the_forums_dates_keeps_what_was_typed(staff: Client) -> None:
    forum = ForumFactory.create(name="Leafield", ends_on=date(2017, 12, 31))
    answers = {"forum": forum.pk, "held_on": "01/02/2018", "starts_at": "19:30", "venue": "Library"}
    response = staff.post(reverse("admin:forums_forummeeting_add"), answers | _no_rows())
    form = response.context["adminform"].form
    assert form.errors == {
        "held_on": ["Leafield meets from 1 April 2013 to 31 December 2017. Enter a day of that time."]
    }
    assert form["venue"].value() == "Library"
    assert not ForumMeeting.objects.exists()


def _no_rows() -> dict[str, str]:
    return {
        f"{prefix}-{name}": "0"
        for prefix in ("priorities", "progress_reported")
        for name in ("TOTAL_FORMS", "INITIAL_FORMS")
    }


def test_cancel_and_put_back(staff: Client) -> None:
    meeting = PlannedMeetingFactory.create(held_on=date(2036, 6, 17))
    response = _press(staff, meeting, "cancel", reason="")
    assert "Say why the meeting is cancelled." in response.content.decode()
    response = _press(staff, meeting, "cancel", reason="Snow")
    assert [str(message) for message in response.context["messages"]] == ["The meeting of 17 June 2036 is cancelled."]
    meeting.refresh_from_db()
    assert (meeting.state, meeting.cancelled_reason) == (MeetingState.CANCELLED, "Snow")
    _press(staff, meeting, "reinstate")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.cancelled_reason) == (MeetingState.PLANNED, "")


def test_held_then_priorities(staff: Client, today: date) -> None:
    meeting = PlannedMeetingFactory.create(held_on=today - timedelta(days=1))
    topic = PriorityTopicFactory.create(code="speeding")
    response = _press(staff, meeting, "held", residents="12", police="2", police_attended="False")
    assert "Police numbers and police attendance disagree." in response.content.decode()
    _press(staff, meeting, "held", residents="12", police="2", police_attended="True")
    meeting.refresh_from_db()
    assert (meeting.state, meeting.residents, meeting.others) == (MeetingState.HELD, 12, None)
    continuity = dict.fromkeys(("continuity_1", "continuity_2", "continuity_3"), "new")
    response = _press(staff, meeting, "priorities", outcome="agreed", wording_1="Cars", **continuity)
    assert "Choose a topic for priority 1." in response.content.decode()
    response = _press(staff, meeting, "priorities", outcome="agreed", topic_2=topic.pk, **continuity)
    assert "Enter what the forum agreed for priority 1." in response.content.decode()
    assert not ForumPriority.objects.exists()
    response = _press(
        staff, meeting, "priorities", outcome="agreed", topic_2=topic.pk, wording_2="The long road", **continuity
    )
    assert [str(message) for message in response.context["messages"]] == ["Priorities recorded: 1."]
    assert list(meeting.priorities.values_list("position", "topic", "wording")) == [(1, topic.pk, "The long road")]
    assert "somebody was quicker" in _press(staff, meeting, "priorities", outcome="none_agreed").content.decode()


def test_none_agreed(staff: Client) -> None:
    meeting = ForumMeetingFactory.create()
    continuity = dict.fromkeys(("continuity_1", "continuity_2", "continuity_3"), "new")
    response = _press(staff, meeting, "priorities", outcome="none_agreed", **continuity)
    assert [str(message) for message in response.context["messages"]] == ["Recorded that no priorities were agreed."]
    meeting.refresh_from_db()
    assert meeting.priorities_outcome == PrioritiesOutcome.NONE_AGREED


def test_change_meeting_that_was_held_corrects_attendance_and_not_its_day(staff: Client) -> None:
    meeting = ForumMeetingFactory.create(held_on=date(2018, 2, 27))
    answers = {
        "held_on": "01/01/2018",
        "starts_at": "19:00",
        "venue": "Library",
        "elected_members": "3",
        "residents": "21",
        "police": "",
        "others": "0",
        "police_attended": "unknown",
    }
    staff.post(_change(meeting), answers | _no_rows())
    meeting.refresh_from_db()
    assert (meeting.held_on, meeting.residents, meeting.police) == (date(2018, 2, 27), 21, None)
    assert (meeting.venue, meeting.police_attended) == ("Library", None)


def test_end_and_merge(staff: Client, today: date) -> None:
    forum, into, other = (ForumFactory.create(name=name) for name in ("Old", "Into", "Other"))
    PlannedMeetingFactory.create(forum=forum, held_on=today + timedelta(days=30))
    page = staff.get(_change(forum))
    assert [button.button.name for button in page.context["buttons"]] == ["merge", "end"]
    assert "cancel the meetings planned after its last day (planned now: 1)" in page.content.decode()
    response = _press(staff, forum, "merge", into=forum.pk, on=today.isoformat())
    assert "A forum cannot merge into itself." in response.content.decode()
    _press(staff, forum, "merge", into=into.pk, on=today.isoformat())
    forum.refresh_from_db()
    assert (forum.ends_on, forum.merged_into) == (today, into)
    assert forum.meetings.get().state == MeetingState.CANCELLED
    response = _press(staff, other, "end", on="", reason="")
    assert "Enter the forum&#x27;s last day." in response.content.decode()
    _press(staff, other, "end", on=today.isoformat(), reason="Nobody came")
    other.refresh_from_db()
    assert (other.ends_on, other.end_reason) == (today, "Nobody came")
    assert "somebody was quicker" in _press(staff, other, "end", on=today.isoformat(), reason="x").content.decode()


def test_add_forum_and_topic(staff: Client) -> None:
    district = DistrictFactory.create()
    answers = {"name": "Leafield", "slug": "leafield", "district": district.pk, "starts_on": "01/04/2018"}
    staff.post(reverse("admin:forums_forum_add"), answers | {"usual_venue": "", "about": ""})
    assert Forum.objects.get().name == "Leafield"
    staff.post(
        reverse("admin:forums_prioritytopic_add"),
        {"name": "ASB", "full_name": "", "code": "asb", "broader": "", "position": "1", "is_active": "on"},
    )
    topic = PriorityTopic.objects.get()
    staff.post(
        _change(topic),
        {"name": "Nuisance", "full_name": "", "code": "other", "broader": topic.pk, "position": "1", "is_active": "on"},
    )
    topic.refresh_from_db()
    assert (topic.name, topic.code, topic.broader) == ("ASB", "asb", None)


def test_forum_work_counts_planned_meetings_whose_day_is_past(policy_officer: User, today: date) -> None:
    request = HttpRequest()
    request.user = policy_officer
    assert forum_work(request) == [
        WorkGroup(
            "Forums and ambassadors",
            (
                WorkItem(
                    0,
                    "Planned meetings whose day is past",
                    f"/staff/forums/forummeeting/?state__exact=planned&held_on__lt={today:%Y-%m-%d}",
                    state="due",
                ),
            ),
        )
    ]
    PlannedMeetingFactory.create(held_on=date(2018, 2, 27))
    PlannedMeetingFactory.create(held_on=today)
    ((item,),) = (group.items for group in forum_work(request))
    assert (item.count, item.detail) == (1, "The oldest: 27 February 2018")
    found = signed_in_client(policy_officer).get(item.url)
    assert [row.held_on for row in found.context["cl"].result_list] == [date(2018, 2, 27)]


def test_forum_work_is_for_those_who_may_record_it(treasurer: User) -> None:
    request = HttpRequest()
    request.user = treasurer
    assert forum_work(request) == []


def test_models_are_registered() -> None:
    assert all(site.is_registered(model) for model in MODELS)
