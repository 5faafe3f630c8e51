"""Decisions of the Commissioner as everybody reads them: the list with search, one decision, its papers, the feed.

Whoever opens these pages reads what the public reads. What the Freedom of Information Act keeps back stands in the
staff's pages alone.
"""

import uuid
from datetime import datetime
from typing import Any

from django.contrib.syndication.views import Feed
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.feedgenerator import Rss201rev2Feed
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import is_signed_in, public_page
from opcc.reference import reporting as reference
from opcc.web import views as web
from opcc.web.words import nice_date
from panel import queries
from panel.decision_numbers import DecisionNumberError, read_number
from panel.enums import DecisionState
from panel.filters import DecisionFilter
from panel.models import Decision, DecisionAttachment
from panel.permissions import VIEW_DECISION, in_session_for_withheld, record_opening
from panel.queries import DecisionLine
from panel.views.reader import is_member
from panel.views.stored import stored_download

COLUMNS = (web.Column("Decision"), web.Column("Lead officer"), web.Column("Date", "d"), web.Column("State"))
CSV = (
    *("Number", "Title", "Summary", "Lead officer", "State", "Date", "Made jointly with"),
    *("Of significant public interest", "Withheld", "Published", "Source", "Invented for the sample"),
)
FEED_LENGTH = 50
WITHHELD = "Withheld from publication"


@public_page
@require_safe
def decisions(request: HttpRequest) -> HttpResponseBase:
    """Published decisions, the latest number first. Of those that are withheld, the number and the section."""
    filters = DecisionFilter(request.GET or None, years=queries.decision_years())
    rows: Any = queries.public_values(filters.narrowed(Decision.objects.published()).newest_first())
    if "csv" in request.GET:
        return web.csv_response("decisions of the commissioner", CSV, map(_csv_row, queries.decision_lines(rows)))
    page = web.paginate(request, rows)
    lines = queries.decision_lines(page)
    return render(
        request,
        "panel/decisions.html",
        {
            "page": page,
            "lines": lines,
            "columns": COLUMNS,
            "filters": filters,
            "chosen": web.chosen_filters(request, filters),
            "invented": any(line.is_synthetic for line in lines),
            "is_member": is_member(request),
        },
    )


@public_page
@require_safe
def decision(request: HttpRequest, number: str) -> HttpResponse:
    """One decision by its number; in the other style of print it leads to the same page."""
    try:
        found = queries.public_decision(read_number(number))
    except DecisionNumberError:
        found = None
    if found is None:
        raise Http404
    row = found.row
    if number != row.reference:
        return redirect("panel:decision", row.reference, permanent=True)
    state = DecisionState(row.state)
    return render(
        request,
        "panel/decision.html",
        {
            "found": found,
            "row": row,
            "label": state.label,
            "colour": state.colour,
            "facts": _facts(row),
            "is_member": is_member(request),
        },
    )


@public_page
@require_safe
def decision_paper(request: HttpRequest, public_id: uuid.UUID) -> FileResponse:
    """A PDF of a decision, to be saved: for the public if it is open and published, else for staff who may read it."""
    rows = DecisionAttachment.objects.select_related("decision")
    if not (is_signed_in(request) and request.user.has_perm(VIEW_DECISION)):
        rows = rows.public()
    elif not in_session_for_withheld(request):
        rows = rows.open()
    found = rows.filter(public_id=public_id).first()
    if found is None:
        raise Http404
    response = stored_download(found)
    if found.is_withheld:
        record_opening(request, found, "Withheld paper of a decision")
    return response


class DecisionsFeed(Feed):  # type: ignore[type-arg]  # generic for the type checker only
    """The latest published decisions as RSS."""

    feed_type = Rss201rev2Feed
    description = "Decisions of the Commissioner as they are published."
    language = "en-gb"

    def title(self) -> str:
        """The office's name with it, where there is one."""
        office = reference.office()
        return f"Decisions of the Commissioner – {office.name}" if office else "Decisions of the Commissioner"

    def link(self) -> str:
        return reverse("panel:decisions")

    def items(self) -> tuple[DecisionLine, ...]:
        rows = Decision.objects.published().order_by("-published_at", "-pk")
        return queries.decision_lines(queries.public_values(rows)[:FEED_LENGTH])

    def item_title(self, item: DecisionLine) -> str:
        return f"{item.reference} {item.title or WITHHELD}"

    def item_description(self, item: DecisionLine) -> str:
        return item.withheld or item.summary

    def item_link(self, item: DecisionLine) -> str:
        if item.withheld:
            return f"{reverse('panel:decisions')}?q={item.reference}"
        return reverse("panel:decision", args=[item.reference])

    def item_pubdate(self, item: DecisionLine) -> datetime:
        return item.published_at


@public_page
@require_safe
def decisions_feed(request: HttpRequest) -> HttpResponse:
    """What a reader of feeds subscribes to."""
    response = DecisionsFeed()(request)
    response.headers["Cache-Control"] = "no-cache"  # what is withheld leaves it at once
    return response


def _facts(row: Decision) -> list[tuple[str, str, str]]:
    joint = f"Made jointly with {row.joint_with}" if row.joint_with else ""
    facts = [
        ("Date", nice_date(row.decided_on) if row.decided_on else _no_day(row), joint),
        ("Lead officer", row.lead or "Not recorded", ""),
    ]
    if row.is_force_business:
        approved = nice_date(row.chief_officer_on) if row.chief_officer_on else "Not yet"
        facts.append(("Chief officer’s approval", approved, "Business of the force"))
    assert row.published_at is not None
    significant = "Of significant public interest" if row.is_significant else ""
    return [*facts, ("Published", nice_date(row.published_at), significant)]


def _no_day(row: Decision) -> str:
    return "Not recorded" if row.state == DecisionState.DECIDED else "Not decided"


def _csv_row(line: DecisionLine) -> list[object]:
    return [
        line.reference, line.title, line.summary, line.lead, line.state.label, line.decided_on, line.joint_with,
        line.is_significant, line.withheld, line.published_at, line.source, line.is_synthetic,
    ]  # fmt: skip
