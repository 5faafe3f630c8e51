"""What the public sees of the forums. Nobody signs in."""

import csv
import io
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import Forum
from opcc.accounts.models import User
from tests.factories.forums import (
    ForumFactory,
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityProgressFactory,
    PriorityTopicFactory,
)
from tests.factories.reference import DistrictFactory, OfficeProfileFactory
from tests.support.actors import BACKEND

pytestmark = pytest.mark.django_db

INVENTED = "nvented for the sample"
LIST = "/forums/"


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def _text(response: Any) -> str:
    """The page's main part as text, runs of white space as one."""
    html = response.content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    parts = [part.split(">", 1)[-1] for part in main.split("<")]
    return " ".join("".join(parts).split())


def _rows(response: Any) -> list[list[str]]:
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content)))


def _settle(forum: Forum, day: date, *topics: str, **fields: Any) -> Any:
    meeting = ForumMeetingFactory.create(
        forum=forum, held_on=day, priorities_outcome=PrioritiesOutcome.AGREED, **fields
    )
    for position, topic in enumerate(topics, start=1):
        ForumPriorityFactory.create(
            meeting=meeting, position=position, topic=PriorityTopicFactory.create(code=topic), **fields
        )
    return meeting


# --- the list -------------------------------------------------------------------------------------


def test_forum_list_by_district_with_next_meeting_and_priorities_ended_apart(client: Client, today: date) -> None:
    east, north = DistrictFactory.create(name="Eastley"), DistrictFactory.create(name="Norton")
    leafield = ForumFactory.create(name="Leafield", district=east, usual_venue="School")
    millend = ForumFactory.create(name="Mill End", district=north, usual_venue="")
    ForumFactory.create(
        name="Oldham Green",
        district=north,
        ends_on=today - timedelta(days=1),
        merged_into=leafield,
        end_reason="Merged",
    )
    ForumFactory.create(name="Quay", district=north, ends_on=today - timedelta(days=1), end_reason="Nobody came")
    _settle(leafield, today - timedelta(days=30), "speeding", "parking")
    PlannedMeetingFactory.create(forum=millend, held_on=today, starts_at=time(19), venue="Library")
    response = client.get(LIST)
    text = _text(response)
    assert response.status_code == 200
    assert "4 forums" in text
    assert text.index("Eastley (1)") < text.index("Leafield") < text.index("Norton (1)") < text.index("Mill End")
    assert "Leafield No date yet School Speeding, Parking" in text
    assert f"Mill End {today.day} {today:%B %Y}, 7pm Library No priorities at present" in text
    assert text.index("Mill End") < text.index("Forums that have ended (2)") < text.index("Oldham Green")
    assert "Merged into Leafield" in text
    assert "Nobody came" in text
    assert INVENTED not in text


def test_forum_list_filters_by_district_and_words_and_clears_each(client: Client) -> None:
    east = DistrictFactory.create(name="Eastley", code="E07000001")
    ForumFactory.create(name="Leafield", district=east)
    ForumFactory.create(name="Leaford", district=DistrictFactory.create(name="Norton"))
    ForumFactory.create(name="Quay", district=east)
    response = client.get(LIST, {"district": "E07000001", "search": "leaf east"})
    text = _text(response)
    assert "1 forum " in text
    assert "Leafield" in text
    assert "Leaford" not in text.replace("Leaf east", "")
    chosen = response.context["chosen"]
    assert [(each.label, each.value, each.clear_url) for each in chosen] == [
        ("Forum, place or venue", "leaf east", "/forums/?district=E07000001"),
        ("District", "Eastley", "/forums/?search=leaf+east"),
    ]


def test_forum_list_no_match_says_what_to_do(client: Client) -> None:
    ForumFactory.create()
    assert "No forums match Clear a filter to see more" in _text(client.get(LIST, {"search": "zzz"}))


def test_forum_list_empty_office_says_so(client: Client) -> None:
    assert "There are no forums yet" in _text(client.get(LIST))


@pytest.mark.parametrize("query", [{"district": "nowhere"}, {"search": "x" * 101}, {"search": "a\0b"}])
def test_forum_list_nonsense_is_answered_with_all_forums_and_a_message(client: Client, query: dict[str, str]) -> None:
    ForumFactory.create(name="Leafield")
    response = client.get(LIST, query)
    assert response.status_code == 200
    assert response.context["filters"].errors
    assert "Leafield" in _text(response)


def test_forum_list_text_is_shown_as_text(client: Client) -> None:
    ForumFactory.create(name="<script>alert(1)</script>", usual_venue="<b>Hall</b>")
    html = client.get(LIST, {"search": "<script>"}).content.decode()
    assert "<script>alert" not in html
    assert "<b>Hall" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_forum_list_same_queries_for_1_and_3_forums(
    client: Client, today: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def add(number: int) -> None:
        forum = ForumFactory.create()
        old = ForumFactory.create(ends_on=today - timedelta(days=9), merged_into=forum)
        _settle(forum, today - timedelta(days=3), f"topic-a{number}", f"topic-b{number}")
        _settle(old, today - timedelta(days=10), f"topic-c{number}")
        PlannedMeetingFactory.create(forum=forum, held_on=today + timedelta(days=5))

    OfficeProfileFactory.create()
    add(0)
    with django_assert_num_queries(7):
        client.get(LIST)
    add(1)
    add(2)
    with django_assert_num_queries(7):
        client.get(LIST)


def test_forum_list_csv_has_the_same_rows_and_no_formulas(client: Client, today: date) -> None:
    east = DistrictFactory.create(name="Eastley", code="E07000001")
    forum = ForumFactory.create(name="=cmd()", district=east, starts_on=date(2013, 4, 1), is_synthetic=True)
    ForumFactory.create(name="Other")
    _settle(forum, today - timedelta(days=30), "speeding", "parking", is_synthetic=True)
    heading, *rows = _rows(client.get(LIST, {"district": "E07000001", "csv": "1"}))
    assert heading[:3] == ["Forum", "District", "District code"]
    assert rows == [
        ["'=cmd()", "Eastley", "E07000001", "2013-04-01", "", "", "", "", "", "", "Speeding; Parking", "yes", "yes"]
    ]


def test_forum_list_invented_rows_say_so(client: Client, today: date) -> None:
    invented = ForumFactory.create(name="Leafield", is_synthetic=True)
    _settle(invented, today - timedelta(days=30), "speeding", is_synthetic=True)
    text = _text(client.get(LIST))
    assert "What each forum is working on is invented for the sample." in text
    assert "Leafield Invented for the sample" in text.replace("LeafieldInvented", "Leafield Invented")
    _settle(ForumFactory.create(), today - timedelta(days=30), "parking")
    mixed = _text(client.get(LIST))
    assert "What each forum is working on" not in mixed
    assert "Speeding Invented for the sample" in mixed


# --- one forum ------------------------------------------------------------------------------------


def test_forum_detail_tells_next_meeting_priorities_and_what_was_done(client: Client, today: date) -> None:
    OfficeProfileFactory.create()
    district = DistrictFactory.create(name="Eastley", code="E07000001")
    forum = ForumFactory.create(slug="leafield", name="Leafield", district=district, about="The village & the mill")
    ForumFactory.create(name="Quay", district=district)
    ForumFactory.create(name="Gone", district=district, ends_on=today - timedelta(days=1))
    before, last = today - timedelta(days=100), today - timedelta(days=10)
    first = _settle(forum, before, "speeding")
    second = _settle(forum, last, "parking")
    kept = ForumPriorityFactory.create(
        meeting=second,
        position=2,
        topic=PriorityTopicFactory.create(code="speeding"),
        continuity=Continuity.RETAINED,
        carried_from=first.priorities.get(),
        wording="The long <road>",
    )
    PriorityProgressFactory.create(priority=first.priorities.get(), meeting=second, text="A survey")
    ahead = today + timedelta(days=9)
    PlannedMeetingFactory.create(forum=forum, held_on=ahead, venue="Library", starts_at=time(19, 30))
    response = client.get(reverse("forums:forum-detail", args=["leafield"]))
    text = _text(response)
    assert response.status_code == 200
    assert f"Next meeting {ahead:%A} {ahead.day} {ahead:%B %Y}, 7:30pm" in text
    assert "Where Library" in text
    assert "26 people came, 19 of them residents" in text
    assert f"Agreed by the forum on {last.day} {last:%B %Y}, until it next meets." in text
    assert "1. Parking Waiting for an update" in text
    assert f"2. Speeding In progress {kept.wording.replace('<', '&lt;').replace('>', '&gt;')}" in text
    assert f"Kept from {before.day} {before:%B %Y}" in text
    assert f"A survey Reported on {last.day} {last:%B %Y}" in text
    assert "Meetings so far (2)" in text
    assert "Parking, Speeding 26 0 of 2 have an update" in text
    assert "Speeding 26 1 of 1 has an update" in text
    assert "Other forums in Eastley district Quay" in text.replace("districtQuay", "district Quay")
    assert "Gone" not in text
    assert INVENTED not in text


def test_forum_detail_unknown_slug_is_not_found(client: Client) -> None:
    assert client.get(reverse("forums:forum-detail", args=["nowhere"])).status_code == 404
    assert client.get(reverse("forums:forum-calendar", args=["nowhere"])).status_code == 404


def test_forum_detail_only_reads(client: Client) -> None:
    forum = ForumFactory.create()
    assert client.post(reverse("forums:forum-detail", args=[forum.slug])).status_code == 405
    assert client.post(LIST).status_code == 405


def test_forum_detail_without_anything_recorded(client: Client) -> None:
    forum = ForumFactory.create(usual_venue="")
    text = _text(client.get(reverse("forums:forum-detail", args=[forum.slug])))
    assert "Next meeting No date yet" in text
    assert "Usually at Not known yet" in text
    assert "Last meeting None recorded" in text
    assert "No priorities are recorded for this forum." in text
    assert "Meetings so far (0) None recorded yet." in text


def test_forum_detail_tells_what_became_of_each_meeting(client: Client, today: date) -> None:
    forum = ForumFactory.create()
    days = [today - timedelta(days=number) for number in range(1, 7)]
    ForumMeetingFactory.create(forum=forum, held_on=days[0], priorities_outcome=PrioritiesOutcome.NONE_AGREED)
    ForumMeetingFactory.create(
        forum=forum, held_on=days[1], elected_members=None, residents=None, police=None, others=None
    )
    ForumMeetingFactory.create(forum=forum, held_on=days[2], others=None, residents=1)
    PlannedMeetingFactory.create(forum=forum, held_on=days[3])
    PlannedMeetingFactory.create(
        forum=forum, held_on=days[4], state=MeetingState.CANCELLED, cancelled_reason="Snow", is_synthetic=True
    )
    text = _text(client.get(reverse("forums:forum-detail", args=[forum.slug])))
    assert f"The forum agreed no priorities when it last met, on {days[0].day} {days[0]:%B %Y}." in text
    assert "None agreed 26 Nothing to do" in text
    assert "Not recorded Not recorded –" in text
    assert "Not recorded 6 or more –" in text
    assert "Not reported yet – –" in text
    assert "Cancelled: Snow – –" in text
    assert text.count(INVENTED) == 1


def test_forum_detail_announces_a_cancelled_meeting(client: Client, today: date) -> None:
    ahead = today + timedelta(days=3)
    meeting = PlannedMeetingFactory.create(held_on=ahead, state=MeetingState.CANCELLED, cancelled_reason="Flood")
    text = _text(client.get(reverse("forums:forum-detail", args=[meeting.forum.slug])))
    assert f"Cancelled: the meeting of {ahead:%A} {ahead.day} {ahead:%B %Y}. Flood" in text
    assert "Next meeting No date yet" in text


def test_forum_detail_merged_leads_to_the_forum_that_took_over(client: Client, today: date) -> None:
    into = ForumFactory.create(slug="into", name="Into")
    gone = today - timedelta(days=1)
    old = ForumFactory.create(slug="old", name="Old", ends_on=gone, merged_into=into, end_reason="Merged into Into")
    _settle(old, today - timedelta(days=30), "speeding")
    _settle(into, today - timedelta(days=40), "parking")
    text = _text(client.get(reverse("forums:forum-detail", args=["old"])))
    assert f"This forum ended on {gone.day} {gone:%B %Y}. It has merged into Into" in text
    assert "Priorities when it ended 1. Speeding" in text
    assert "Next meeting" not in text
    assert "Nothing was recorded." in text
    text = _text(client.get(reverse("forums:forum-detail", args=["into"])))
    assert f"Old merged into this forum on {gone.day} {gone:%B %Y}" in text
    assert text.index("1. Parking") < text.index("2. Speeding") < text.index("agreed by Old")


def test_forum_detail_that_is_to_end_says_when(client: Client, today: date) -> None:
    last = today + timedelta(days=20)
    forum = ForumFactory.create(ends_on=last, end_reason="The town council takes over.")
    text = _text(client.get(reverse("forums:forum-detail", args=[forum.slug])))
    assert f"This forum meets for the last time by {last.day} {last:%B %Y}. The town council takes over." in text
    assert "Next meeting" in text


def test_forum_detail_invented_parts_say_so_once_or_each(client: Client, today: date) -> None:
    forum = ForumFactory.create(is_synthetic=True)
    _settle(forum, today - timedelta(days=3), "speeding", "parking", is_synthetic=True)
    PlannedMeetingFactory.create(forum=forum, held_on=today + timedelta(days=3), is_synthetic=True)
    text = _text(client.get(reverse("forums:forum-detail", args=[forum.slug])))
    assert text.count(INVENTED) == 5  # the forum, the next and the last meeting, the priorities, the table
    _settle(forum, today - timedelta(days=90), "bins")
    text = _text(client.get(reverse("forums:forum-detail", args=[forum.slug])))
    assert text.count(INVENTED) == 5  # the table says it in one of its rows instead


def test_forum_detail_same_queries_for_1_and_3_meetings(
    client: Client, today: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    OfficeProfileFactory.create()
    forum = ForumFactory.create()

    def add(number: int) -> None:
        meeting = _settle(forum, today - timedelta(days=10 * number), f"a{number}", f"b{number}")
        PriorityProgressFactory.create(priority=meeting.priorities.get(position=1), meeting=meeting)
        PlannedMeetingFactory.create(forum=forum, held_on=today + timedelta(days=number))
        ForumFactory.create(district=forum.district, ends_on=today - timedelta(days=900), merged_into=forum)
        ForumFactory.create(district=forum.district)

    address = reverse("forums:forum-detail", args=[forum.slug])
    add(1)
    with django_assert_num_queries(16):
        client.get(address)
    add(2)
    add(3)
    with django_assert_num_queries(16):
        client.get(address)


def test_forum_detail_long_history_has_pages_and_a_csv_of_all(client: Client, today: date) -> None:
    forum = ForumFactory.create(name="Leafield")
    for number in range(1, 13):
        ForumMeetingFactory.create(forum=forum, held_on=today - timedelta(days=number))
    address = reverse("forums:forum-detail", args=[forum.slug])
    assert len(client.get(address).context["meetings"]) == 10
    assert len(client.get(address, {"page": "2"}).context["meetings"]) == 2
    response = client.get(address, {"csv": "1"})
    heading, *rows = _rows(response)
    assert response.headers["Content-Disposition"] == 'attachment; filename="leafield-meetings.csv"'
    assert len(rows) == 12
    assert dict(zip(heading, rows[0], strict=True)) == {
        "Forum": "Leafield",
        "District": forum.district.name,
        "Date": (today - timedelta(days=12)).isoformat(),
        "Time": "19:30:00",
        "Venue": "Village hall",
        "State": "Held",
        "Why cancelled": "",
        "Elected members": "3",
        "Residents": "19",
        "Police": "2",
        "Others": "2",
        "Known total": "26",
        "Police attended": "yes",
        "Priorities": "Not recorded",
        "Topics": "",
        "Invented for the sample": "no",
    }


def test_public_pages_open_to_staff_whose_second_step_is_still_to_come(client: Client, policy_officer: User) -> None:
    forum = ForumFactory.create()
    client.force_login(policy_officer, backend=BACKEND)
    for name, arguments in (
        ("forum-list", []),
        ("forum-detail", [forum.slug]),
        ("calendar", []),
        ("forum-calendar", [forum.slug]),
    ):
        assert client.get(reverse(f"forums:{name}", args=arguments)).status_code == 200


# --- calendars ------------------------------------------------------------------------------------


def _events(response: Any) -> list[Any]:
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def test_forum_calendar_keeps_uids_and_london_times(client: Client) -> None:
    meeting = PlannedMeetingFactory.create(
        forum__slug="leafield",
        forum__name="Leafield",
        held_on=date(2036, 6, 17),
        starts_at=time(19, 30),
        venue="Hall, 1",
    )
    PlannedMeetingFactory.create(held_on=date(2036, 6, 17))
    address = reverse("forums:forum-calendar", args=["leafield"])
    response = client.get(address)
    assert response.headers["Content-Type"] == "text/calendar; charset=utf-8"
    (event,) = _events(response)
    assert event.decoded("dtstart") == datetime(2036, 6, 17, 19, 30, tzinfo=ZoneInfo("Europe/London"))
    assert (event["uid"], event["summary"]) == (str(meeting.public_id), "Leafield community forum")
    assert (event["location"], event["status"]) == ("Hall, 1", "CONFIRMED")
    assert event["url"] == "http://testserver/forums/leafield/"
    assert "description" not in event
    meeting.held_on = date(2036, 6, 18)
    meeting.save()
    (moved,) = _events(client.get(address))
    assert (moved["uid"], moved.decoded("dtstart").day) == (event["uid"], 18)


def test_calendar_of_all_tells_cancelled_untimed_and_invented_meetings(client: Client, today: date) -> None:
    first = today + timedelta(days=1)
    PlannedMeetingFactory.create(
        held_on=first, starts_at=None, venue="", state=MeetingState.CANCELLED, cancelled_reason="Snow; ice"
    )
    ForumMeetingFactory.create(held_on=today - timedelta(days=10), is_synthetic=True)
    ForumMeetingFactory.create(held_on=today - timedelta(days=500))
    held, cancelled = _events(client.get(reverse("forums:calendar")))
    assert (held["status"], held["description"]) == ("CONFIRMED", "Invented for the sample")
    assert (cancelled["status"], cancelled["description"]) == ("CANCELLED", "Cancelled: Snow; ice")
    assert (cancelled.decoded("dtstart"), "location" in cancelled) == (first, False)


def test_calendar_time_zone_turns_on_the_hour(client: Client) -> None:
    zone: Any
    (zone,) = Calendar.from_ical(client.get(reverse("forums:calendar")).content).walk("VTIMEZONE")
    london = zone.to_tz()
    for day in (date(2036, 3, 29), date(2036, 3, 31), date(2036, 10, 25), date(2036, 10, 27)):
        noon = datetime(day.year, day.month, day.day, 12)
        assert noon.replace(tzinfo=london).utcoffset() == noon.replace(tzinfo=ZoneInfo("Europe/London")).utcoffset()


def test_calendar_same_queries_for_1_and_3_meetings(
    client: Client, today: date, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    PlannedMeetingFactory.create(held_on=today)
    with django_assert_num_queries(2):
        client.get(reverse("forums:calendar"))
    PlannedMeetingFactory.create_batch(2, held_on=today)
    with django_assert_num_queries(2):
        client.get(reverse("forums:calendar"))
