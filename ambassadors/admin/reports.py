"""Forum reports: the list, the review page, the late ones, and the files."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from ambassadors import operations
from ambassadors.admin.shared import link, report_tag
from ambassadors.enums import ReportState
from ambassadors.filters import LateFilter
from ambassadors.forms.office import QuestionForm
from ambassadors.models import Concern, ForumReport, ReportFile
from ambassadors.queries import office, review
from ambassadors.querysets.concerns import RESTRICTED
from opcc.accounts.permissions import person
from opcc.core.enums import AccessKind
from opcc.core.operations import record_access
from opcc.web.admin import OfficeModelAdmin, StateButton
from opcc.web.words import nice_date, nice_datetime


def _waits(record: Any) -> bool:
    return bool(record.state == ReportState.SUBMITTED)


@admin.register(ForumReport)
class ForumReportAdmin(OfficeModelAdmin):
    """Reports as the ambassadors wrote them: read here, and accepted or returned by a button."""

    read_only = True
    find_here = True
    change_form_template = "admin/ambassadors/forumreport/review.html"
    change_list_template = "admin/ambassadors/forumreport/list.html"
    list_display = ("reference_or_draft", "stands", "forum", "ambassador", "met", "sent")
    list_select_related = ("forum", "ambassador")
    list_filter = ("state", LateFilter, "forum__district")
    search_fields = ("reference", "forum__name", "ambassador__first_name", "ambassador__last_name", "venue")
    ordering = ("-met_on", "-pk")
    fields = ("reference",)
    readonly_fields = ("reference",)
    export_columns = (
        ("Reference", "reference"),
        ("Forum", "forum.name"),
        ("District", "forum.district.name"),
        ("Ambassador", "ambassador.name"),
        ("Met on", "met_on"),
        ("Due by", "due_on"),
        ("Sent", "submitted_at"),
        ("State", "get_state_display"),
        ("Invented for the sample", "is_synthetic"),
    )
    state_buttons = (
        StateButton(
            name="accept",
            label="Accept the report",
            title="Accept this report",
            does="Accepting will, at once:",
            effects="acceptance_effects",
            run="accept",
            permission="ambassadors.change_forumreport",
            when=_waits,
            primary=True,
        ),
        StateButton(
            name="return",
            label="Return the report",
            title="Or return it with a question",
            does="The ambassador gets an e-mail and answers in the report. Nothing is recorded or published until you "
            "accept it.",
            run="send_back",
            permission="ambassadors.change_forumreport",
            form=QuestionForm,
            when=_waits,
        ),
    )

    @admin.display(description="Report", ordering="reference")
    def reference_or_draft(self, report: ForumReport) -> str:
        return report.reference or "Draft"

    @admin.display(description="Met on", ordering="met_on")
    def met(self, report: ForumReport) -> str:
        return nice_date(report.met_on)

    @admin.display(description="Sent", ordering="submitted_at", empty_value="–")
    def sent(self, report: ForumReport) -> str | None:
        return nice_date(report.submitted_at) if report.submitted_at else None

    @admin.display(description="State", ordering="state")
    def stands(self, report: ForumReport) -> str:
        return report_tag(report, timezone.localdate())

    # --- The review page -----------------------------------------------------------------------------
    def facts(self, record: ForumReport) -> Sequence[tuple[str, Any]]:
        today = timezone.localdate()
        sent = nice_datetime(record.submitted_at) if record.submitted_at else "Not sent"
        return (
            ("State", report_tag(record, today)),
            ("Forum", link(record.forum)),
            ("From", link(record.ambassador)),
            ("Sent", f"{sent}, {review.punctuality(record, today)}"),
        )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ForumReport]":
        return super().get_queryset(request).select_related("forum__district", "ambassador")

    def render_change_form(  # noqa: PLR0917 -- Django's own signature
        self,
        request: HttpRequest,
        context: Any,
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: Any = None,
    ) -> HttpResponse:
        """The report in place of Django's fields."""
        user = person(request)
        context["heading"] = f"{'Review forum report' if _waits(obj) else 'Forum report'} {obj.reference or ''}".strip()
        context["sections"] = review.sections(
            obj, readable=Concern.objects.for_reader(user), may_read_tensions=user.has_perm(RESTRICTED)
        )
        response = super().render_change_form(request, context, add, change, form_url, obj)
        assert isinstance(response, TemplateResponse)
        assert response.context_data is not None
        response.context_data["latest_changes"] = review.history(obj)  # what people did, in place of what rows did
        return response

    def acceptance_effects(self, record: ForumReport) -> list[str]:
        return review.acceptance_effects(record)

    def accept(self, request: HttpRequest, record: ForumReport, answers: dict[str, Any]) -> str:
        report = operations.accept_report(report=record, by=person(request), at=timezone.now())
        opened = Concern.objects.filter(item__report=report).order_by("reference").values_list("reference", flat=True)
        return f"{report.reference} is accepted." + (f" Opened: {', '.join(opened)}." if opened else "")

    def send_back(self, request: HttpRequest, record: ForumReport, answers: dict[str, Any]) -> str:
        operations.return_report(report=record, question=answers["question"], by=person(request), at=timezone.now())
        return f"{record.reference} is returned to {record.ambassador} with your question."

    # --- Views of its own ----------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        late = path("late/", self.admin_site.admin_view(self.late), name="ambassadors_forumreport_late")
        file = path("files/<uuid:public_id>/", self.admin_site.admin_view(self.file), name="ambassadors_reportfile")
        return [late, file, *super().get_urls()]

    def late(self, request: HttpRequest) -> HttpResponse:
        """Every report of the last year that has not come though its day is past, begun or not."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {
            **self.admin_site.each_context(request),
            "title": "Late reports",
            "opts": self.opts,
            "rows": office.late_reports(timezone.localdate()),
        }
        return TemplateResponse(request, "admin/ambassadors/forumreport/late.html", context)

    def file(self, request: HttpRequest, public_id: UUID) -> HttpResponseBase:
        """A file of a report, to be saved; never shown inside the site. Who opened it is recorded."""
        if not request.user.has_perm("ambassadors.view_reportfile"):
            raise PermissionDenied
        found = get_object_or_404(ReportFile.objects.select_related("report"), public_id=public_id)
        user = person(request)
        record_access(
            kind=AccessKind.OPENED,
            at=timezone.now(),
            by_id=user.pk,
            by_name=str(user),
            record=found,
            description=f"File of {found.report}",
        )
        response = FileResponse(
            found.file.open("rb"), as_attachment=True, filename=found.name, content_type=found.content_type
        )
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response.headers["Cache-Control"] = "no-store"
        return response
