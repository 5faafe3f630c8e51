"""Minutes as members and the public read them: what was printed, as page and PDF; the exempt ones apart."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from panel import queries
from panel.models import PanelMeeting, PanelMinutes
from panel.permissions import record_opening
from panel.printed import as_printed, shown, standing
from panel.views.reader import is_member, reader_of
from panel.views.stored import stored_pdf


@public_page
@require_safe
def minutes(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The open minutes of a meeting, as published."""
    return _page(request, _found(request, public_id, is_exempt=False))


@public_page
@require_safe
def minutes_pdf(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The same as PDF."""
    return stored_pdf(_found(request, public_id, is_exempt=False))


@public_page
@require_safe
@web.no_store
def exempt_minutes(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The exempt minutes, for the cleared in a session with a second step. Every opening is noted."""
    found = _found(request, public_id, is_exempt=True)
    record_opening(request, found, "Exempt minutes")
    return _page(request, found)


@public_page
@require_safe
@web.no_store
def exempt_minutes_pdf(request: HttpRequest, public_id: uuid.UUID) -> HttpResponse:
    """The same as PDF."""
    found = _found(request, public_id, is_exempt=True)
    record_opening(request, found, "PDF of exempt minutes")
    return stored_pdf(found)


def _found(request: HttpRequest, public_id: uuid.UUID, *, is_exempt: bool) -> PanelMinutes:
    reader = reader_of(request)
    meetings = PanelMeeting.objects.public() if reader.is_public else PanelMeeting.objects.all()
    meeting = meetings.filter(public_id=public_id).first()
    found = queries.minutes_for(meeting, reader, is_exempt=is_exempt) if meeting is not None else None
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: PanelMinutes) -> HttpResponse:
    return render(
        request,
        "panel/minutes.html",
        {
            "minutes": shown(as_printed(found)),
            "row": found,
            "meeting": found.meeting,
            "standing": standing(found),
            "pdf": f"panel:{'exempt-' if found.is_exempt else ''}minutes-pdf",
            "is_member": is_member(request),
        },
    )
