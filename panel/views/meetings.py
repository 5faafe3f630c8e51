"""Meetings of the Panel as members and the public read them: dates, deadlines with their reasons, agendas."""

import uuid
from collections.abc import Iterable
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.reference import reporting as reference
from opcc.web import views as web
from panel import queries, reporting
from panel.enums import Audience, MeetingState, MinutesState
from panel.models import PanelMeeting
from panel.permissions import record_opening
from panel.querysets import PanelMeetingQuerySet
from panel.views.reader import is_member, reader_of

STATES = {
    MeetingState.PLANNED: ("Planned", "waiting"),
    MeetingState.HELD: ("Held", "done"),
    MeetingState.CANCELLED: ("Cancelled", "draft"),
}
NOT_RECORDED = ("Not recorded yet", "draft")
COLUMNS = (web.Column("Meeting"), web.Column("Time"), web.Column("Venue"), web.Column("State"))
PAST_COLUMNS = (*COLUMNS, web.Column("Minutes"))
FEED_REACHES_BACK = timedelta(days=365)


@public_page
@require_safe
def meetings(request: HttpRequest) -> HttpResponseBase:
    """Meetings to come, cancelled ones too, then those that were, newest first. Closed sessions are the Panel's own."""
    today = timezone.localdate()
    rows = _readable(request)
    page = web.paginate(request, rows.over(today).newest_first())
    return render(
        request,
        "panel/meetings.html",
        {
            "coming": _lines(rows.announced(today)[: web.PER_PAGE]),
            "page": page,
            "past": _past_lines(page, reader_of(request)),
            "columns": COLUMNS,
            "past_columns": PAST_COLUMNS,
            "is_member": is_member(request),
        },
    )


@public_page
@require_safe
def meeting(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """One meeting: where and when, what is due before it and why, and its agenda once it is published."""
    found = _readable(request).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    reader = reader_of(request)
    agenda = queries.agenda_lines(found, include_exempt=reader.sees_exempt)
    lines = _with_papers(found, agenda, reader)
    exempt = _exempt_among(lines) if reader.sees_exempt else ""
    if exempt:
        record_opening(request, found, exempt)
    rules = queries.panel_rules()
    is_announced = found.state == MeetingState.PLANNED and found.group_id is None
    dates = queries.dates_of(found, rules, queries.closed_days(rules, found.held_on.year)) if is_announced else None
    takes_questions = dates is not None and not found.is_closed and timezone.now() <= queries.closes_at(dates, rules)
    response = render(
        request,
        "panel/meeting.html",
        {
            "meeting": found,
            "state": _state(found),
            "dates": dates,
            "rules": rules,
            "minutes": queries.minutes_for(found, reader, is_exempt=False),
            "exempt_minutes": queries.minutes_for(found, reader, is_exempt=True),
            "agenda": lines,
            "quorum": queries.quorum_needed(found) if found.state == MeetingState.PLANNED else None,
            "packs": queries.packs_out(found),
            "is_restricted": reader.sees_exempt,
            "exclusion": queries.exclusion_of(found) if found.agenda_can_be_read else "",
            "members": queries.members_on(found.held_on) if found.group_id is None else (),
            "questions": queries.public_questions_of(found, rules),
            "takes_questions": takes_questions,
            "is_member": is_member(request),
        },
    )
    if exempt:
        response["Cache-Control"] = "no-store"
    return response


@public_page
@require_safe
def meetings_calendar(request: HttpRequest) -> HttpResponse:
    """The Panel's public meetings, for a calendar to subscribe to."""
    now = timezone.now()
    since = timezone.localdate(now) - FEED_REACHES_BACK
    rows = PanelMeeting.objects.public().filter(held_on__gte=since).select_related("group").order_by("held_on", "pk")
    office = reference.office()
    content = reporting.meetings_calendar(
        rows,
        name=office.panel_name if office else "Police and Crime Panel",
        at=now,
        address_of=lambda row: request.build_absolute_uri(reverse("panel:meeting", args=[row.public_id])),
    )
    return HttpResponse(
        content,
        content_type="text/calendar; charset=utf-8",
        headers={
            "Content-Disposition": 'inline; filename="police-and-crime-panel.ics"',
            "Cache-Control": "no-cache",  # a session that is closed leaves it at once
        },
    )


Line = tuple[queries.AgendaLine, list[queries.PackLine], list[str], list[queries.UrgentPaper]]


def _with_papers(meeting: PanelMeeting, agenda: Iterable[queries.AgendaLine], reader: queries.Reader) -> list[Line]:
    """Each line of the agenda with its papers in the packs in force, those to follow and those taken as urgent.

    Exempt ones are among the urgent where the agenda itself has something exempt, since its opening is noted then.
    """
    papers = queries.lines_out(meeting, Audience.RESTRICTED if reader.sees_exempt else Audience.PUBLIC)
    follow = queries.papers_to_follow(meeting, include_exempt=reader.sees_exempt)
    agenda = list(agenda)
    urgent = queries.urgent_papers(meeting, include_exempt=any(line.is_exempt for line in agenda))
    keyed = [(line, line.item.pk if line.item else 0) for line in agenda]
    return [(line, papers.get(key, []), follow.get(key, []), urgent.get(key, [])) for line, key in keyed]


def _exempt_among(lines: list[Line]) -> str:
    """What the access log says of an agenda that shows something exempt; empty where nothing is."""
    if any(line.is_exempt for line, *_ in lines):
        return "Exempt items of an agenda"
    has_resolution = any(passed.exemption_id for line, *_ in lines for passed in line.resolutions)
    if has_resolution or queries.names_exempt(paper for _, papers, *_ in lines for paper in papers):
        return "Agenda with exempt resolutions or parts of papers"
    return ""


def _readable(request: HttpRequest) -> PanelMeetingQuerySet:
    """Closed sessions are there for members and staff alone."""
    rows = PanelMeeting.objects.select_related("group")
    return rows.public() if reader_of(request).is_public else rows


def _lines(rows: Iterable[PanelMeeting]) -> list[tuple[PanelMeeting, tuple[str, str], MinutesState | None]]:
    return [(row, _state(row), None) for row in rows]


def _past_lines(
    rows: Iterable[PanelMeeting], reader: queries.Reader
) -> list[tuple[PanelMeeting, tuple[str, str], MinutesState | None]]:
    """With what became of the minutes that this reader may have."""
    shown = list(rows)
    states = queries.minutes_states(shown, reader)
    return [(row, _state(row), states.get(row.pk)) for row in shown]


def _state(meeting: PanelMeeting) -> tuple[str, str]:
    """Its word and colour. A day that has passed without a word is not 'planned' any more."""
    if meeting.state == MeetingState.PLANNED and meeting.held_on < timezone.localdate():
        return NOT_RECORDED
    return STATES[MeetingState(meeting.state)]
