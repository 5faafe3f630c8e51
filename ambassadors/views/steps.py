"""One section of a report at a time: shown, checked, saved, or kept for later."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from ambassadors import operations
from ambassadors.enums import OPEN_TO_AMBASSADOR, Step
from ambassadors.forms.steps import PAGES, StepPage
from ambassadors.models import Ambassador, ForumReport
from ambassadors.operations import ReportChangedError
from ambassadors.permissions import ambassadors_only
from ambassadors.queries.report_answers import answer_of
from ambassadors.views.portal import REPORTS, own_report, show
from ambassadors.views.report_cards import rows_of
from opcc.accounts import stash
from opcc.accounts.permissions import person
from opcc.accounts.stash import keeps_typed_text
from opcc.core.errors import DomainError

NOT_TYPED = ("csrfmiddlewaretoken", "version", "later")


@keeps_typed_text
@ambassadors_only
def report_step(request: HttpRequest, ambassador: Ambassador, public_id: UUID, step: Step) -> HttpResponse:
    """A section's questions. What was typed when the session ended, or left half-typed, stands there again."""
    report = own_report(ambassador, public_id)
    if request.method == "POST":
        return _save(request, report, step)
    if report.state not in OPEN_TO_AMBASSADOR:
        return redirect("ambassadors:report", public_id)
    typed = stash.take(request)
    version = report.version if typed is None else _number(typed.get("version"))
    if typed is None and step in report.unfinished:
        typed = QueryDict(report.unfinished[step])
    page = PAGES[step](report, today=timezone.localdate(), typed=typed)
    return _show(request, page, version=version)


def posted_version(request: HttpRequest) -> int:
    """The version that the page was made from; 0, which no report has, for nonsense."""
    return _number(request.POST.get("version"))


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


def _save(request: HttpRequest, report: ForumReport, step: Step) -> HttpResponse:
    page = PAGES[step](report, today=timezone.localdate(), data=request.POST)
    version = posted_version(request)
    if page.regroup():
        return _show(request, page, version=version)
    try:
        if page.is_valid() and _saved(request, page, version):
            return _go_on(request, report, step)
        if "later" in request.POST:
            _keep(request, page, version)
            return redirect("ambassadors:home")
    except ReportChangedError as error:
        return _show_conflict(request, page, error)
    except DomainError as error:
        page.refuse(error)
    return _show(request, page, version=version)


def _saved(request: HttpRequest, page: StepPage, version: int) -> bool:
    """Whether the answers were saved; what the operation refuses stands on the page."""
    try:
        operations.save_step(
            report=page.report, answer=page.answer(), version=version, by=person(request), at=timezone.now()
        )
    except ReportChangedError:
        raise
    except DomainError as error:
        page.refuse(error)
        return False
    return True


def _keep(request: HttpRequest, page: StepPage, version: int) -> None:
    typed = request.POST.copy()
    for name in NOT_TYPED:
        typed.pop(name, None)
    operations.keep_unfinished(
        report=page.report,
        step=page.step,
        typed=typed.urlencode(),
        version=version,
        by=person(request),
        at=timezone.now(),
    )
    messages.success(request, f"We kept what you typed under ‘{page.step.label}’. That section is not finished yet.")


def _go_on(request: HttpRequest, report: ForumReport, step: Step) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, "Your report is saved.")
        return redirect("ambassadors:home")
    if request.GET.get("from") == "check":
        return redirect("ambassadors:report-check", report.public_id)
    steps = list(Step)
    return redirect(f"ambassadors:report-{steps[steps.index(step) + 1]}", report.public_id)  # files come last


def _show(request: HttpRequest, page: StepPage, *, version: int, status: int = 200, **more: object) -> HttpResponse:
    back_url, back_text = back_from(request, page.report, page.step)
    context = {
        "page": page,
        "report": page.report,
        "version": version,
        "back_url": back_url,
        "back_text": back_text,
        "forms": page.forms,
        **more,
    }
    return show(request, f"steps/{page.step}", REPORTS, context, today=page.today, status=status)


def back_from(request: HttpRequest, report: ForumReport, step: Step) -> tuple[str, str]:
    """Where 'Back' leads, and its words."""
    steps = list(Step)
    place = steps.index(step)
    if request.GET.get("from") == "check":
        return reverse("ambassadors:report-check", args=[report.public_id]), "Back to check your answers"
    if place == 0:
        return reverse("ambassadors:report-tasks", args=[report.public_id]), "Back to the report"
    before = steps[place - 1]
    return reverse(f"ambassadors:report-{before}", args=[report.public_id]), f"Back to {before.label.lower()}"


def _show_conflict(request: HttpRequest, page: StepPage, error: ReportChangedError) -> HttpResponse:
    """Both texts: what the other window saved, and the form with what was typed here, ready to be saved over it."""
    now = error.report
    page.refuse(error)
    saved = rows_of(answer_of(now, page.step))
    if page.step in now.unfinished:
        other = PAGES[page.step](now, today=page.today, typed=QueryDict(now.unfinished[page.step]))
        saved = other.as_rows()
    return _show(request, page, version=now.version, status=409, saved_rows=saved, saved_url=request.get_full_path())
