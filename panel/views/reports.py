"""Pages that read reports: issued ones for members and the public, and every built edition for staff who may."""

import uuid
from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.accounts.permissions import public_page, roles_required, used_second_factor
from opcc.web import views as web
from panel import quarterly_report, queries
from panel.enums import Audience, ReportState
from panel.models import Edition, PanelAction, PanelMeeting, QuarterlyReport, Recommendation
from panel.permissions import may_open, record_opening
from panel.views.reader import is_member, reader_of
from panel.views.stored import stored_pdf

Answer = Callable[[HttpRequest, QuarterlyReport, Edition], HttpResponseBase]


@require_safe
@web.no_store
@roles_required(Role.PANEL_MEMBER)
def home(request: HttpRequest) -> HttpResponse:
    """The next meeting with its papers, what needs the Panel, a member's actions, and the reports, newest first."""
    page = web.paginate(request, queries.issued_reports())
    today, member = timezone.localdate(), queries.member_of(request.user)
    reader = reader_of(request)
    attention = queries.attention(member, reader, today)
    meeting = PanelMeeting.objects.of_panel().select_related("group").coming(today).first()
    rows: list[Recommendation | PanelAction] = [*attention.for_verdict, *attention.mine]
    shown = [row for row in rows if row.is_exempt]
    if shown:
        record_opening(request, shown[0], "Exempt recommendations or actions on the member's own page")
    return render(
        request,
        "panel/home.html",
        {
            "page": page,
            "columns": _columns(*(("Restricted edition",) if reader.sees_exempt else ())),
            "is_restricted": reader.sees_exempt,
            "is_member": True,
            "attention": attention,
            "today": today,
            "meeting": meeting,
            "packs": queries.packs_out(meeting) if meeting else [],
            "papers_due": queries.publication_days([meeting]).get(meeting.pk) if meeting else None,
        },
    )


@require_safe
@public_page
def public_reports(request: HttpRequest) -> HttpResponse:
    """The public editions of issued reports."""
    page = web.paginate(request, queries.issued_reports())
    return render(
        request, "panel/public_reports.html", {"page": page, "columns": _columns(), "is_member": is_member(request)}
    )


@require_safe
@public_page
def public_report(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """One issued report, its public edition, in the browser."""
    return _published(request, public_id, _as_page)


@require_safe
@public_page
def public_pdf(request: HttpRequest, public_id: uuid.UUID) -> HttpResponseBase:
    """The same as PDF."""
    return _published(request, public_id, _as_pdf)


@require_safe
@web.no_store
def paper(request: HttpRequest, public_id: uuid.UUID, audience: Audience) -> HttpResponseBase:
    """One edition in the browser, for members once issued and for staff before."""
    return _paper(request, public_id, audience, _as_page)


@require_safe
@web.no_store
def paper_pdf(request: HttpRequest, public_id: uuid.UUID, audience: Audience) -> HttpResponseBase:
    """The same as PDF."""
    return _paper(request, public_id, audience, _as_pdf)


def _columns(*more: str) -> list[web.Column]:
    return [
        web.Column("Report"),
        web.Column("Issued", "d"),
        web.Column("Panel's meeting", "d"),
        web.Column("Public edition"),
        *(web.Column(label) for label in more),
    ]


def _published(request: HttpRequest, public_id: uuid.UUID, answer: Answer) -> HttpResponseBase:
    """The public edition of an issued report; a version that was replaced leads to the one in force."""
    report = queries.issued_or_superseded(public_id)
    if report is None:
        raise Http404
    if report.state == ReportState.SUPERSEDED:
        current = queries.version_in_force(report)
        return redirect("panel:public-report", current.public_id) if current else redirect("panel:public-reports")
    return answer(request, report, _edition(report, Audience.PUBLIC))


def _paper(request: HttpRequest, public_id: uuid.UUID, audience: Audience, answer: Answer) -> HttpResponseBase:
    """The edition, if this person may know that it is there. Opening a restricted one leaves a trace."""
    user = request.user
    if not isinstance(user, User):
        return redirect_to_login(request.get_full_path())
    report = QuarterlyReport.objects.filter(public_id=public_id).first()
    if report is None or not may_open(user, report, audience):
        raise Http404
    edition = _edition(report, audience)
    if audience is Audience.RESTRICTED:
        if not used_second_factor(request):
            raise Http404
        record_opening(request, edition, f"{edition}{', as PDF' if answer is _as_pdf else ''}")
    return answer(request, report, edition)


def _edition(report: QuarterlyReport, audience: Audience) -> Edition:
    edition = queries.edition_of(report, audience)
    if edition is None:
        raise Http404
    return edition


def _as_page(request: HttpRequest, report: QuarterlyReport, edition: Edition) -> HttpResponse:
    return render(
        request,
        "panel/report.html",
        {
            "report": report,
            "edition": edition,
            "document": quarterly_report.view(edition.contents),
            "is_member": is_member(request),
            **_addresses(request, report, edition),
        },
    )


def _addresses(request: HttpRequest, report: QuarterlyReport, edition: Edition) -> dict[str, str]:
    """Where the PDF of the page is, and the list it came from."""
    key = report.public_id
    if request.resolver_match is not None and request.resolver_match.url_name == "public-report":
        return {"pdf_url": reverse("panel:public-pdf", args=[key]), "back_url": reverse("panel:public-reports")}
    record = reverse("admin:panel_quarterlyreport_change", args=[report.pk])
    back = reverse("panel:home") if is_member(request) else record
    return {"pdf_url": reverse(f"panel:paper-pdf-{edition.audience}", args=[key]), "back_url": back}


def _as_pdf(request: HttpRequest, report: QuarterlyReport, edition: Edition) -> HttpResponse:
    """The stored file, which must be the one that was built."""
    response = stored_pdf(edition)
    response["ETag"] = f'"{edition.sha256}"'
    return response
