"""The work programme as members and the public read it."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from panel import queries
from panel.models import WorkItem
from panel.printed.work_programme import NO_VENUE, NOT_APPLICABLE, asked_words
from panel.views.reader import is_member, reader_of

COLUMNS = (web.Column("Item"), web.Column("Detail"), web.Column("Date of last report", "d"))
CSV = (
    *("Date of next report", "Venue", "Item", "Detail", "Lead", "Asked for by", "Asked for on"),
    *("Date of last report", "Part", "Source", "Invented for the sample"),
)


@public_page
@require_safe
def work_programme(request: HttpRequest) -> HttpResponseBase:
    """Dated items by meeting, standing items, and those to be timetabled."""
    programme = queries.work_programme(reader_of(request))
    if "csv" in request.GET:
        return web.csv_response("work programme", CSV, map(_csv_row, programme.items))
    dated = [
        (f"group-{place}", group.meeting, group.meeting.venue or NO_VENUE, _lines(group.items))
        for place, group in enumerate(programme.dated, start=1)
        if group.meeting is not None
    ]
    return render(
        request,
        "panel/work_programme.html",
        {
            "dated": dated,
            "standing": _lines(programme.standing),
            "to_timetable": _lines(programme.to_timetable),
            "total": len(programme.items),
            "columns": COLUMNS,
            "timetable_columns": (web.Column("Item"), web.Column("When"), *COLUMNS[1:]),
            "not_applicable": NOT_APPLICABLE,
            "is_member": is_member(request),
            "invented": any(item.is_synthetic for item in programme.items),
        },
    )


def _lines(items: tuple[WorkItem, ...]) -> list[tuple[WorkItem, str]]:
    return [(item, asked_words(item)) for item in items]


def _csv_row(item: WorkItem) -> list[object]:
    when = item.meeting.held_on if item.meeting else item.when_words
    venue = item.meeting.venue if item.meeting else ""
    return [
        when, venue, item.title, item.detail, item.lead, item.requested_by, item.requested_on, item.last_report_on,
        item.get_kind_display(), item.source, item.is_synthetic,
    ]  # fmt: skip
