"""What the public sees: the forums, when they meet, what they asked for and what was done."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from forums import reporting
from forums.enums import MeetingState
from forums.filters import ForumFilter
from forums.models import Forum, ForumMeeting
from forums.querysets import MeetingQuerySet
from forums.reporting import ForumLine, MeetingSummary
from opcc.accounts.permissions import public_page
from opcc.web.views import Column, chosen_filters, csv_response, paginate

MEETINGS_A_PAGE = 10
FEED_REACHES_BACK = timedelta(days=400)
LIST_COLUMNS = (
    Column("Forum", "govuk-!-width-one-quarter"),  # one width in every district's table
    Column("Next meeting", "govuk-!-width-one-quarter"),
    Column("Where", "govuk-!-width-one-quarter"),
    Column("Working on"),
)
ENDED_COLUMNS = (Column("Forum"), Column("Ended", "d"), Column("What happened"))
MEETING_COLUMNS = (
    Column("Date", "d"),
    Column("Priorities agreed"),
    Column("Attendance", "n"),
    Column("What was done"),
)
LIST_CSV = (
    *("Forum", "District", "District code", "Active from", "Active until", "Merged into", "Why it ended"),
    *("Next meeting", "Time", "Venue", "Working on", "Invented for the sample", "Priorities invented for the sample"),
)
MEETINGS_CSV = (
    *("Forum", "District", "Date", "Time", "Venue", "State", "Why cancelled"),
    *("Elected members", "Residents", "Police", "Others", "Known total", "Police attended"),
    *("Priorities", "Topics", "Invented for the sample"),
)


@public_page
@require_safe
def forum_list(request: HttpRequest) -> HttpResponseBase:
    """Every forum by district, those that ended apart."""
    today = timezone.localdate()
    filters = ForumFilter(request.GET or None, queryset=Forum.objects.by_district())
    found = reporting.forum_lines(filters.qs, today)
    if "csv" in request.GET:
        return csv_response("community forums", LIST_CSV, map(_list_row, found))
    active = [line for line in found if line.ends_on is None or line.ends_on >= today]
    ended = [line for line in found if line not in active]
    by_district = [(district, list(lines)) for district, lines in groupby(active, key=lambda line: line.district)]
    return render(
        request,
        "forums/forum_list.html",
        {
            "filters": filters.form,
            "chosen": chosen_filters(request, filters.form),
            "found": len(found),
            "active": len(active),
            "by_district": by_district,
            "ended": ended,
            "topics_invented": _topics_invented(found),
            "columns": LIST_COLUMNS,
            "ended_columns": ENDED_COLUMNS,
        },
    )


@public_page
@require_safe
def forum_detail(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One forum: the next meeting first, then its priorities and what was done, then its meetings so far."""
    forum = get_object_or_404(Forum.objects.select_related("district", "merged_into"), slug=slug)
    today = timezone.localdate()
    meetings = ForumMeeting.objects.filter(forum=forum)
    past = meetings.so_far(today).latest_first()
    if "csv" in request.GET:
        everything = reporting.summaries(meetings.order_by("held_on", "pk"))
        return csv_response(f"{forum} meetings", MEETINGS_CSV, map(_meeting_row, everything))
    page = paginate(request, past, MEETINGS_A_PAGE)
    assert isinstance(page.object_list, MeetingQuerySet)  # a slice of `past`
    shown = reporting.summaries(page.object_list)
    priorities = reporting.priorities_of(forum, today)
    coming = _coming(meetings, today)
    others = Forum.objects.active_on(today).in_district(forum.district).exclude(pk=forum.pk).by_district()
    return render(
        request,
        "forums/forum_detail.html",
        {
            "forum": forum,
            "has_ended": forum.ends_on is not None and forum.ends_on < today,
            "merged_from": Forum.objects.filter(merged_into=forum).order_by("ends_on", "pk"),
            "next": next((meeting for meeting in coming if meeting.state == MeetingState.PLANNED), None),
            "cancelled": [meeting for meeting in coming if meeting.state == MeetingState.CANCELLED],
            "last": _last_held(meetings),
            "priorities": priorities,
            "priorities_invented": _all_invented(priorities),
            "agreed_on": _one_day({priority.agreed_on for priority in priorities}),
            "page": page,
            "meetings": shown,
            "meetings_invented": _all_invented(shown),
            "columns": MEETING_COLUMNS,
            "others": others,
        },
    )


@public_page
@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """Every forum's meetings, for a calendar to subscribe to."""
    return _feed(request, ForumMeeting.objects.all(), "Community forums", "community-forums")


@public_page
@require_safe
def forum_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """One forum's meetings, for a calendar to subscribe to."""
    forum = get_object_or_404(Forum, slug=slug)
    return _feed(request, ForumMeeting.objects.filter(forum=forum), f"{forum} community forum", forum.slug)


def _feed(request: HttpRequest, meetings: MeetingQuerySet, name: str, file_name: str) -> HttpResponse:
    now = timezone.now()
    since = timezone.localdate(now) - FEED_REACHES_BACK
    content = reporting.calendar_file(
        reporting.summaries(meetings.filter(held_on__gte=since).order_by("held_on", "pk")),
        name=name,
        at=now,
        address_of=lambda slug: request.build_absolute_uri(reverse("forums:forum-detail", args=[slug])),
    )
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={"Content-Disposition": f'inline; filename="{file_name}.ics"', "Cache-Control": "public, max-age=3600"},
    )


def _coming(meetings: MeetingQuerySet, today: date) -> tuple[MeetingSummary, ...]:
    """What is announced from today on: the next planned meeting, and those cancelled."""
    ahead = meetings.filter(held_on__gte=today).exclude(state=MeetingState.HELD)
    return reporting.summaries(ahead.order_by("held_on", "pk")[:MEETINGS_A_PAGE])


def _last_held(meetings: MeetingQuerySet) -> MeetingSummary | None:
    return next(iter(reporting.summaries(meetings.held().latest_first()[:1])), None)


def _topics_invented(lines: Sequence[ForumLine]) -> bool:
    """Whether one line above can say it of every forum's priorities."""
    working = [line for line in lines if line.topics]
    return bool(working) and all(line.topics_are_synthetic for line in working)


def _one_day(days: set[date]) -> date | None:
    """The day all were agreed, if it is one; a forum that took another over may work on both's."""
    return days.pop() if len(days) == 1 else None


def _all_invented(rows: Sequence[reporting.CurrentPriority] | Sequence[MeetingSummary]) -> bool:
    """Whether one line above can say it of every row."""
    return bool(rows) and all(row.is_synthetic for row in rows)


def _list_row(line: ForumLine) -> Sequence[object]:
    return (
        *(line.name, line.district, line.district_code, line.starts_on, line.ends_on, line.merged_into),
        *(line.end_reason, line.next_on, line.next_at, line.next_venue, "; ".join(line.topics)),
        *(line.is_synthetic, line.topics_are_synthetic),
    )


def _meeting_row(meeting: MeetingSummary) -> Sequence[object]:
    return (
        *(meeting.forum, meeting.district, meeting.held_on, meeting.starts_at, meeting.venue, meeting.state.label),
        *(meeting.cancelled_reason, meeting.elected_members, meeting.residents, meeting.police, meeting.others),
        *(meeting.total, meeting.police_attended, meeting.outcome.label, "; ".join(meeting.topics)),
        meeting.is_synthetic,
    )
