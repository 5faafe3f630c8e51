"""What every page of the portal shares."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ambassadors.models import Ambassador, ForumReport

HOME, REPORTS, CONCERNS, CONTACTS = "Home", "Reports", "Concerns", "Contacts"
SECTIONS = (
    (HOME, "ambassadors:home"),
    (REPORTS, "ambassadors:reports"),
    (CONCERNS, "ambassadors:concerns"),
    (CONTACTS, "ambassadors:contacts"),
)


def show(
    request: HttpRequest, template: str, section: str, context: dict[str, Any], *, today: date, status: int = 200
) -> HttpResponse:
    """A page of the portal, with its menu and the day on which it was read."""
    shared = {
        "nav_items": [(label, reverse(name)) for label, name in SECTIONS],
        "section": section,
        "today": today,
    }
    return render(request, f"ambassadors/{template}.html", {**shared, **context}, status=status)


def own_report(ambassador: Ambassador, public_id: UUID) -> ForumReport:
    """The ambassador's own report; anybody else's is not found."""
    report: ForumReport | None = (
        ForumReport.objects.of(ambassador).filter(public_id=public_id).select_related("forum").first()
    )
    if report is None:
        raise Http404
    report.ambassador = ambassador
    return report
