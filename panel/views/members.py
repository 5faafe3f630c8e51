"""Who sits on the Panel, how often they come, and their register of interests, as anybody reads them."""

from datetime import date, timedelta

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
YEARS_BACK = 4  # a term of a council


@public_page
@require_safe
def members(request: HttpRequest) -> HttpResponse:
    """Seats by council with who holds them, posts, working groups, and attendance over the years."""
    today = timezone.localdate()
    since = _year_before(today, YEARS_BACK)
    came = queries.attendance_since(since, today)
    return render(
        request,
        "panel/members.html",
        {
            "seats": queries.seats_on(today),
            "groups": queries.groups_on(today),
            "came": came,
            "columns": COLUMNS,
            "since": since,
            "today": today,
            "is_member": is_member(request),
        },
    )


@public_page
@require_safe
def interests(request: HttpRequest) -> HttpResponse:
    """The register of interests of those who sit today. Sensitive interests are registered and never published."""
    register = queries.register_on(timezone.localdate())
    return render(request, "panel/interests.html", {"register": register, "is_member": is_member(request)})


def _year_before(today: date, years: int) -> date:
    """The same day so many years ago; of 29 February the day after it."""
    try:
        return today.replace(year=today.year - years)
    except ValueError:
        return today.replace(year=today.year - years, day=28) + timedelta(days=1)
