"""How many complaints about the Commissioner the Panel had, and what came of them: numbers only, for everybody."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from panel import queries
from panel.views.reader import is_member

COLUMNS = (
    web.Column("Year"),
    web.Column("Received", "n"),
    web.Column("Resolved informally", "n"),
    web.Column("Dealt with by the national body", "n"),
    web.Column("Not taken further", "n"),
    web.Column("Withdrawn", "n"),
    web.Column("Under way", "n"),
)


@public_page
@require_safe
def complaints(request: HttpRequest) -> HttpResponseBase:
    """The numbers by year, the latest first."""
    context = {"years": queries.complaint_years(), "columns": COLUMNS, "is_member": is_member(request)}
    return render(request, "panel/complaints.html", context)
