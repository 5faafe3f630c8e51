"""Files of a report: attached, removed, and handed out only through here."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from ambassadors import operations
from ambassadors.enums import OPEN_TO_AMBASSADOR, Step
from ambassadors.forms.report import FileForm
from ambassadors.forms.steps import caption_of
from ambassadors.models import Ambassador, ForumReport, ReportFile
from ambassadors.operations.report_files import MOST_FILES
from ambassadors.permissions import ambassadors_only
from ambassadors.queries.report_answers import FilesAnswer
from ambassadors.views.portal import REPORTS, own_report, show
from ambassadors.views.steps import back_from
from opcc.accounts.permissions import person
from opcc.core.errors import DomainError


@ambassadors_only
def report_files(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """The last section: photos and PDFs, one at a time. It may be left empty."""
    report = own_report(ambassador, public_id)
    if request.method == "POST":
        return _attach(request, report)
    if report.state not in OPEN_TO_AMBASSADOR:
        return redirect("ambassadors:report", public_id)
    return _show(request, report, FileForm())


@require_POST
@ambassadors_only
def file_remove(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponse:
    """Take a file off the report."""
    file = _own_file(ambassador, public_id)
    try:
        operations.remove_file(file=file, by=person(request), at=timezone.now())
    except DomainError:
        return redirect("ambassadors:report", file.report.public_id)
    return redirect("ambassadors:report-files", file.report.public_id)


@ambassadors_only
def file_download(request: HttpRequest, ambassador: Ambassador, public_id: UUID) -> HttpResponseBase:
    """The ambassador's own file."""
    return file_response(_own_file(ambassador, public_id))


def file_response(file: ReportFile) -> FileResponse:
    """The file to be saved, never shown inside the site: whatever is in it runs nothing here."""
    response = FileResponse(
        file.file.open("rb"), as_attachment=True, filename=file.name, content_type=file.content_type
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cache-Control"] = "no-store"
    return response


def file_rows(report: ForumReport) -> list[tuple[str, str, str, int, str]]:
    """The report's files as components/files.html lists them."""
    return [
        (
            file.name,
            reverse("ambassadors:file", args=[file.public_id]),
            "PDF" if file.content_type == "application/pdf" else "Photo",
            file.size,
            "",
        )
        for file in report.files.order_by("added_at", "pk")
    ]


def _own_file(ambassador: Ambassador, public_id: UUID) -> ReportFile:
    rows = ReportFile.objects.filter(report__ambassador=ambassador, public_id=public_id)
    file = rows.select_related("report").first()
    if file is None:
        raise Http404
    return file


def _attach(request: HttpRequest, report: ForumReport) -> HttpResponse:
    form = FileForm(request.POST)
    by, at = person(request), timezone.now()
    upload = request.FILES.get("file")
    try:
        if upload is not None:
            operations.attach_file(report=report, name=upload.name or "", content=upload, by=by, at=at)
        if "attach" not in request.POST:
            operations.save_step(report=report, answer=FilesAnswer(), version=report.version, by=by, at=at)
            if "later" in request.POST:
                return redirect("ambassadors:home")
            return redirect("ambassadors:report-check", report.public_id)
    except DomainError as error:
        form.add_domain_error(error)
        return _show(request, report, form)
    if upload is None:
        form.add_error("file", "Choose a file first, then attach it")
        return _show(request, report, form)
    return redirect("ambassadors:report-files", report.public_id)


def _show(request: HttpRequest, report: ForumReport, form: FileForm) -> HttpResponse:
    back_url, back_text = back_from(request, report, Step.FILES)
    context = {
        "report": report,
        "form": form,
        "files": list(report.files.order_by("added_at", "pk")),
        "most": MOST_FILES,
        "caption": caption_of(report, Step.FILES),
        "back_url": back_url,
        "back_text": back_text,
    }
    return show(request, "steps/files", REPORTS, context, today=timezone.localdate())
