"""Who sits on the Panel, how often they come, and their register of interests, as anybody reads them."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.web import views as web
from panel import queries
from panel.views.reader import is_member

COLUMNS = (
    web.Column("Member"),
    web.Column("Meetings", "n"),
    web.Column("Attended", "n"),
    web.Column("Apologies", "n"),
    web.Column("Substitute sent", "n"),
    web.Column("Absent", "n"),
)


@public_page
@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Seats by council with who holds them, posts, working groups, and attendance in a year or in all of them."""
    today = timezone.localdate()
    years = queries.years_attended()
    chosen = next((year for year in years if str(year) == request.GET.get("year")), None)
    first = date(chosen or min(years, default=today.year), 1, 1)
    last = date(chosen, 12, 31) if chosen else today
    return render(
        request,
        "panel/members.html",
        {
            "seats": queries.seats_on(today, queries.panel_rules()),
            "groups": queries.groups_on(today),
            "years": years,
            "chosen": chosen,
            "came": queries.attendance_since(first, last) if years else (),
            "columns": COLUMNS,
            "is_member": is_member(request),
        },
    )


@public_page
@require_safe
def interests(request: HttpRequest) -> HttpResponse:
    """The register of interests of those who sit today. Sensitive interests are registered and never published."""
    register = queries.register_on(timezone.localdate())
    return render(request, "panel/interests.html", {"register": register, "is_member": is_member(request)})
