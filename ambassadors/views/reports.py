"""Forum reports as an ambassador keeps them: the list, a new one, its sections, reading and deleting."""

from datetime import date
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from ambassadors import operations
from ambassadors.enums import NEEDED_STEPS, OPEN_TO_AMBASSADOR, ReportState, Step
from ambassadors.forms.report import MeetingForm
from ambassadors.forms.steps import shown_again
from ambassadors.models import Ambassador, ForumReport
from ambassadors.operations import ReportExistsError
from ambassadors.permissions import ambassadors_only
from ambassadors.queries import portal
from ambassadors.queries.report_answers import answers_of
from ambassadors.views.files import file_rows
from ambassadors.views.portal import REPORTS, own_report, show
from ambassadors.views.report_cards import cards
from opcc.accounts import stash
from opcc.accounts.permissions import person
from opcc.accounts.stash import keeps_typed_text
from opcc.core.errors import DomainError
from opcc.web.views import Column, paginate

COLUMNS = [Column("Forum"), Column("Met on", "d"), Column("State"), Column("Reference"), Column("Sent", "d")]


@ambassadors_only
def report_list(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """Every report of the ambassador's, the latest meeting first."""
    page = paginate(request, portal.reports_of(ambassador))
    return show(request, "reports", REPORTS, {"page": page, "columns": COLUMNS}, today=timezone.localdate())


@keeps_typed_text
@ambassadors_only
def report_new(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    """The first section of a report that is not begun. `?forum=…&met_on=…` fills it in from the calendar."""
    if request.method == "POST":
        return _start(request, ambassador)
    forums = portal.forums_of(ambassador)
    typed = stash.take(request)
    form = MeetingForm(typed, forums=forums, initial=_from_calendar(request, ambassador))
    context = {
        "steps": len(Step),
        "key": (typed and typed.get("key")) or uuid4(),
        "forums": forums,
        "form": form if typed is None else shown_again(form),
    }
    return show(request, "report_new", REPORTS, context, today=timezone.localdate())


def _start(request: HttpRequest, ambassador: Ambassador) -> HttpResponse:
    forums = portal.forums_of(ambassador)
    form = MeetingForm(request.POST, forums=forums)
    existing = None
    if form.is_valid():
        try:
            report = operations.start_report(
                ambassador=ambassador,
                **form.cleaned_data,
                public_id=_uuid(request.POST.get("key")),
                by=person(request),
                at=timezone.now(),
            )
        except DomainError as error:
            form.add_domain_error(error)
            if isinstance(error, ReportExistsError) and error.report.ambassador_id == ambassador.pk:
                existing = error.report
        else:
            if "later" in request.POST:
                messages.success(request, "Your draft is saved.")
                return redirect("ambassadors:home")
            return redirect("ambassadors:report-attendance", report.public_id)
    context = {
        "steps": len(Step),
        "key": request.POST.get("key", ""),
        "forums": forums,
        "form": form,
        "existing": existing,
    }
    return show(request, "report_new", REPORTS, context, today=timezone.localdate())


@ambassadors_only
def report_tasks(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """The sections of a report and how far each is."""
    report = own_report(ambassador, public_id)
    if report.state not in OPEN_TO_AMBASSADOR:
        return redirect("ambassadors:report", public_id)
    context = {
        "report": report,
        "questions": portal.questions_of(report),
        "tasks": [
            (step.label, reverse(f"ambassadors:report-{step}", args=[public_id]), *_state(report, step), "")
            for step in Step
        ],
        "done": len(NEEDED_STEPS) - len(operations.unfinished_steps(report)),
        "needed": len(NEEDED_STEPS),
    }
    return show(request, "report_tasks", REPORTS, context, today=timezone.localdate())


@ambassadors_only
def report_detail(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """A report as it was sent, with what the office asked; one still open leads to its sections."""
    report = own_report(ambassador, public_id)
    if report.state in OPEN_TO_AMBASSADOR:
        return redirect("ambassadors:report-tasks", public_id)
    context = {
        "report": report,
        "cards": cards(answers_of(report), lambda _: ""),
        "files": file_rows(report),
        "questions": portal.questions_of(report),
    }
    return show(request, "report", REPORTS, context, today=timezone.localdate())


@ambassadors_only
def report_delete(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Ask before a draft is thrown away, then do it."""
    report = own_report(ambassador, public_id)
    if report.state != ReportState.DRAFT:
        return redirect("ambassadors:report", public_id)
    if request.method == "POST":
        operations.delete_draft(report=report, by=person(request), at=timezone.now())
        messages.success(request, f"The draft report from {report.forum} is deleted.")
        return redirect("ambassadors:home")
    return show(request, "report_delete", REPORTS, {"report": report}, today=timezone.localdate())


def _from_calendar(request: HttpRequest, ambassador: Ambassador) -> dict[str, object]:
    """What the calendar knows of the meeting that the address names."""
    forums = {forum.slug: forum for forum in portal.forums_of(ambassador)}
    forum = forums.get(request.GET.get("forum", ""))
    if forum is None:
        return {"forum": next(iter(forums.values()))} if len(forums) == 1 else {}
    try:
        met_on = date.fromisoformat(request.GET.get("met_on", ""))
    except ValueError:
        return {"forum": forum, "venue": forum.usual_venue}
    starts_at, venue = portal.meeting_details(forum, met_on)
    return {"forum": forum, "met_on": met_on, "starts_at": starts_at, "venue": venue}


def _state(report: ForumReport, step: Step) -> tuple[str, str]:
    """A section's state in words, and as the tag's colour."""
    if step in report.unfinished:
        return "In progress", "waiting"
    if step in report.steps_done:
        return "Done", "done"
    return ("Optional", "draft") if step == Step.FILES else ("Not started", "draft")


def _uuid(text: str | None) -> UUID | None:
    try:
        return UUID(text or "")
    except ValueError:
        return None
