"""Checking a report, sending it, and the confirmation."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from ambassadors import operations
from ambassadors.enums import OPEN_TO_AMBASSADOR, ReportState
from ambassadors.forms.report import AnswerForm
from ambassadors.forms.steps import Refusals, shown_again
from ambassadors.models import Ambassador, ForumReport
from ambassadors.operations import ReportChangedError
from ambassadors.permissions import ambassadors_only
from ambassadors.queries import portal
from ambassadors.queries.report_answers import answers_of
from ambassadors.views.files import file_rows
from ambassadors.views.portal import REPORTS, own_report, show
from ambassadors.views.report_cards import cards
from ambassadors.views.steps import posted_version
from opcc.accounts import stash
from opcc.accounts.permissions import person
from opcc.accounts.stash import keeps_typed_text
from opcc.core.errors import DomainError
from opcc.web.words import days


@keeps_typed_text
@ambassadors_only
def report_check(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Every answer on one page; the button sends the report, or sends it again with the answer to a question."""
    report = own_report(ambassador, public_id)
    if request.method == "POST":
        return _send(request, report)
    if report.state not in OPEN_TO_AMBASSADOR:
        return redirect("ambassadors:report", public_id)
    typed = stash.take(request)
    form = AnswerForm(typed) if report.state == ReportState.RETURNED else None
    if form is not None and typed is not None:
        form = shown_again(form)
    return _show(request, report, form, Refusals())


@ambassadors_only
def report_sent(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """That the report was sent, its reference, and what happens next."""
    report = own_report(ambassador, public_id)
    if report.state == ReportState.DRAFT:
        return redirect("ambassadors:report-tasks", public_id)
    today = timezone.localdate()
    overdue = [one for one in portal.reports_owed(ambassador, today=today) if one.due.is_overdue]
    context = {
        "report": report,
        "in_time": _in_time(report),
        "was_returned": bool(portal.questions_of(report)),
        "other": overdue[0] if overdue else None,
    }
    return show(request, "report_sent", REPORTS, context, today=today)


def _send(request: HttpRequest, report: ForumReport) -> HttpResponse:
    if "later" in request.POST:
        messages.success(request, "Your report is saved.")
        return redirect("ambassadors:home")
    form = AnswerForm(request.POST) if report.state == ReportState.RETURNED else None
    refusals = Refusals({})
    if form is None or form.is_valid():
        by, at, version = person(request), timezone.now(), posted_version(request)
        try:
            if form is None:
                operations.submit_report(report=report, version=version, by=by, at=at)
            else:
                answer = form.cleaned_data["answer"]
                operations.answer_question(report=report, answer=answer, version=version, by=by, at=at)
        except DomainError as error:
            refusals.add_error(None, error.message)
            if isinstance(error, ReportChangedError):
                report = error.report
        else:
            return redirect("ambassadors:report-sent", report.public_id)
    return _show(request, report, form, refusals)


def _show(request: HttpRequest, report: ForumReport, form: AnswerForm | None, refusals: Refusals) -> HttpResponse:
    def change_url(step: str) -> str:
        return reverse(f"ambassadors:report-{step}", args=[report.public_id]) + "?from=check"

    context = {
        "report": report,
        "cards": cards(answers_of(report), change_url),
        "files": file_rows(report),
        "files_url": change_url("files"),
        "missing": [(step.label, change_url(step)) for step in operations.unfinished_steps(report)],
        "questions": portal.questions_of(report),
        "answer_form": form,
        "forms": [refusals, form],
    }
    status = 409 if refusals.errors else 200
    return show(request, "report_check", REPORTS, context, today=timezone.localdate(), status=status)


def _in_time(report: ForumReport) -> str:
    """'1 day before it was due', as the confirmation says it."""
    assert report.submitted_at is not None
    left = (report.due_on - timezone.localdate(report.submitted_at)).days
    if left == 0:
        return "on the day it was due"
    return f"{days(abs(left))} {'before' if left > 0 else 'after'} it was due"
