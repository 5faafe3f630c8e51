"""Reports to the Panel as staff see them: ask, watch the build, read, approve, issue, issue again."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from opcc.accounts.permissions import person
from opcc.core.errors import DomainError
from opcc.web.admin import OfficeModelAdmin
from opcc.web.admin.state_buttons import StateButton
from opcc.web.admin.work import WorkGroup, WorkItem, work_sources
from opcc.web.words import nice_date, nice_datetime
from panel import operations, queries, reporting
from panel.enums import BUILT, IN_WORK, Audience, ReportState
from panel.forms import MeetingForm, ReissueForm, RequestReportForm
from panel.models import QuarterlyReport
from panel.permissions import APPROVE, ISSUE, REQUEST, VIEW, may_open

REFRESH_SECONDS = 3
COLOURS = {
    ReportState.DRAFT: "draft",
    ReportState.QUEUED: "waiting",
    ReportState.BUILDING: "waiting",
    ReportState.FAILED: "overdue",
    ReportState.READY: "due",
    ReportState.APPROVED: "due",
    ReportState.ISSUED: "done",
    ReportState.SUPERSEDED: "draft",
}


def _in(*states: ReportState) -> Any:
    return lambda report: report.state in states


@admin.register(QuarterlyReport)
class QuarterlyReportAdmin(OfficeModelAdmin):
    """Nothing is typed into a report here: it is composed from the records, and its state moves by buttons."""

    read_only = True
    change_form_template = "admin/panel/quarterlyreport/change_form.html"
    list_display = ("title", "version", "state_shown", "meeting_on", "built_at", "issued_at")
    list_filter = ("state", "kind")
    fieldsets = (
        (
            "For the Panel",
            {"fields": ("meeting_on", "agenda_item", "as_at", "exemption_shown", "change_note", "periods")},
        ),
        ("Steps", {"fields": ("requested", "built_at", "approved", "issued")}),
    )
    readonly_fields = ("requested", "approved", "issued", "exemption_shown")
    state_buttons = (
        StateButton(
            name="approve", label="Approve the report", run="approve", permission=APPROVE, when=_in(ReportState.READY),
            does="Read both editions first. Approving freezes them: nobody can change them afterwards.", primary=True,
        ),
        StateButton(
            name="issue", label="Issue the report", run="issue", permission=ISSUE, when=_in(ReportState.APPROVED),
            does="Issuing will, at once:", effects="effects_of_issue", primary=True,
        ),
        StateButton(
            name="retry", label="Build it again", run="retry", permission=REQUEST, when=_in(ReportState.FAILED),
            title="The build failed", primary=True,
        ),
        StateButton(
            name="rebuild", label="Build it again", run="rebuild", permission=REQUEST, when=_in(ReportState.READY),
            title="Have the records changed?", does="Both editions are made anew from the records as they are now.",
        ),
        StateButton(
            name="meeting", label="Set the meeting", run="set_meeting", permission=REQUEST, form=MeetingForm,
            initial="meeting_set", when=_in(ReportState.READY), title="Which meeting of the Panel is it for?",
            does="The first page says so, so both editions are made anew.",
        ),
        StateButton(
            name="withdraw", label="Withdraw the approval", run="withdraw", permission=APPROVE,
            when=_in(ReportState.APPROVED), does="The report can then be built again and approved anew.",
        ),
        StateButton(
            name="reissue", label="Start the next version", run="reissue", permission=REQUEST,
            when=_in(ReportState.ISSUED), title="Issue it again", form=ReissueForm,
            does="This version stays in force until the next one is issued.",
        ),
    )  # fmt: skip

    # --- What is shown --------------------------------------------------------------------------------
    def get_queryset(self, request: HttpRequest) -> QuerySet[QuarterlyReport]:
        return super().get_queryset(request).select_related("requested_by", "approved_by", "issued_by")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-year", "-quarter_number", "kind", "-version", "-pk")

    @admin.display(description="State", ordering="state")
    def state_shown(self, report: QuarterlyReport) -> SafeString:
        colour = COLOURS[ReportState(report.state)]
        return format_html_join("", '<span class="o-tag o-tag--{}">{}</span>', [(colour, report.get_state_display())])

    @admin.display(description="Ground of the restricted edition")
    def exemption_shown(self, report: QuarterlyReport) -> str:
        return str(report.ground.label)

    @admin.display(description="Asked for")
    def requested(self, report: QuarterlyReport) -> str:
        return _when(report.requested_at, report.requested_by or "the timetable or the console")

    @admin.display(description="Approved")
    def approved(self, report: QuarterlyReport) -> str:
        return _when(report.approved_at, report.approved_by)

    @admin.display(description="Issued")
    def issued(self, report: QuarterlyReport) -> str:
        return _when(report.issued_at, report.issued_by)

    def facts(self, record: QuarterlyReport) -> Sequence[tuple[str, Any]]:
        meeting = nice_date(record.meeting_on) if record.meeting_on else "Not set"
        return (("State", self.state_shown(record)), ("Version", record.version), ("Panel's meeting", meeting))

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        report = context.get("original")
        if report is not None:
            context["refresh_seconds"] = REFRESH_SECONDS if report.state in IN_WORK else None
            context["editions"] = self._editions(request, report)
            context["versions"] = list(report.versions().newest_first())
        return super().render_change_form(request, context, *args, **kwargs)

    @staticmethod
    def _editions(request: HttpRequest, report: QuarterlyReport) -> list[dict[str, Any]]:
        if report.state not in BUILT:
            return []
        return [
            {
                "edition": edition,
                "page_url": reverse(f"panel:paper-{edition.audience}", args=[report.public_id]),
                "pdf_url": reverse(f"panel:paper-pdf-{edition.audience}", args=[report.public_id]),
            }
            for edition in queries.editions_listed(report)
            if may_open(request.user, report, Audience(edition.audience))
        ]

    # --- Asking ---------------------------------------------------------------------------------------
    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(REQUEST)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask for a report; what was typed is kept when it is refused."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        now = timezone.now()
        form = RequestReportForm(request.POST or None, today=timezone.localdate(now))
        if request.method == "POST" and form.is_valid():
            try:
                report = operations.request_report(**form.cleaned_data, by=person(request), at=now)
            except DomainError as error:
                form.add_domain_error(error)
            else:
                messages.success(request, f"{report} is being built. This page shows how far it is.")
                return redirect(self.address_of(report))
        context = {
            **self.admin_site.each_context(request),
            "title": "Ask for a report to the Panel", "opts": self.opts, "form": form, **(extra_context or {}),
        }  # fmt: skip
        return TemplateResponse(request, "admin/panel/quarterlyreport/ask.html", context)

    # --- Buttons --------------------------------------------------------------------------------------
    def approve(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        operations.approve_report(report=record, by=person(request), at=timezone.now())
        return "Approved. The report can be issued."

    def withdraw(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        operations.withdraw_approval(report=record, by=person(request), at=timezone.now())
        return "The approval is withdrawn. The report can be built again."

    def issue(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        operations.issue_report(report=record, by=person(request), at=timezone.now())
        return "Issued. The Panel's members and the public can read it now."

    def effects_of_issue(self, record: QuarterlyReport) -> list[str]:
        """What issuing does to this report."""
        effects = ["show both editions to the Panel's members", "publish the public edition"]
        if record.version > 1:
            effects.append(f"replace version {record.version - 1}")
        return effects

    def retry(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        operations.retry_build(report=record, by=person(request), at=timezone.now())
        return "The report is being built again."

    def rebuild(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        operations.rebuild_report(report=record, by=person(request), at=timezone.now())
        return "The report is being built again."

    def meeting_set(self, record: QuarterlyReport) -> dict[str, Any]:
        """What the form about the meeting is filled in with."""
        return {"meeting_on": record.meeting_on, "agenda_item": record.agenda_item}

    def set_meeting(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        operations.set_meeting(report=record, **answers, by=person(request), at=timezone.now())
        return "The meeting is set. The report is being built again."

    def reissue(self, request: HttpRequest, record: QuarterlyReport, answers: dict[str, Any]) -> str:
        report = operations.reissue(report=record, **answers, by=person(request), at=timezone.now())
        return f"{report} is being built."


@work_sources.register
def panel_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Reports that wait for somebody."""
    if not request.user.has_perm(VIEW):
        return ()
    waiting = reporting.reports_waiting()
    listed = reverse("admin:panel_quarterlyreport_changelist")

    def item(count: int, label: str, state: ReportState, colour: str, word: str = "") -> WorkItem:
        return WorkItem(count, label, f"{listed}?state__exact={state.value}", state=colour, word=word)

    return (
        WorkGroup(
            "Panel",
            (
                item(waiting.failed, "Report builds failed", ReportState.FAILED, "overdue", "Failed"),
                item(waiting.ready, "Reports ready for approval", ReportState.READY, "due"),
                item(waiting.approved, "Reports approved, to be issued", ReportState.APPROVED, "due"),
            ),
        ),
    )


def _when(moment: Any, who: object) -> str:
    if moment is None:
        return "Not yet"
    return f"{nice_datetime(moment)}{f', by {who}' if who else ''}"
