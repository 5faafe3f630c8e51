"""Papers, their parts and packs in the staff's pages."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin, ground_facts
from panel.enums import FROZEN, MeetingState, PackKind, PackState
from panel.forms.meetings import ExemptionForm
from panel.forms.papers import PackForm, PaperForm, ReportPartForm, UploadForm, WithdrawForm, WriteForm
from panel.models import Pack, Paper, PaperPart, QuarterlyReport
from panel.permissions import (
    ADD_PAPER,
    CHANGE_PAPER,
    DECIDE_EXEMPTION,
    ISSUE_PACK,
    REQUEST_PACK,
    in_cleared_session,
)

REFRESH_SECONDS = 3
WORK = (PackState.QUEUED, PackState.BUILDING)
COLOURS = {
    PackState.QUEUED: "waiting",
    PackState.BUILDING: "waiting",
    PackState.FAILED: "overdue",
    PackState.READY: "due",
    PackState.ISSUED: "done",
    PackState.SUPERSEDED: "draft",
    PackState.WITHDRAWN: "draft",
}


def _in(*states: PackState) -> Any:
    return lambda pack: pack.state in states


def _is_planned(paper: Paper) -> bool:
    return paper.item.meeting.state == MeetingState.PLANNED


class PartInline(AppendOnlyInline):
    """The parts, each with a page of its own. Exempt ones for the cleared alone."""

    model = PaperPart
    fields = ("letter", "title", "pages", "withdrawn_reason")
    readonly_fields = fields
    ordering = ("letter", "pk")
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return rows if in_cleared_session(request) else rows.open()


@admin.register(Paper)
class PaperAdmin(ExemptAwareAdmin):
    """A paper to an agenda item."""

    form = PaperForm
    list_display = ("title", "item", "author", "is_to_follow", "late")
    list_filter = ("is_to_follow",)
    list_select_related = ("item",)
    search_fields = ("title", "author")
    ordering = ("-pk",)
    autocomplete_fields = ("item",)
    inlines = (PartInline,)
    state_buttons = (
        StateButton(
            name="upload", label="Upload a part", run="upload", permission=ADD_PAPER, form=UploadForm,
            does="It is made safe first. A part of the same letter is replaced.", when=_is_planned, primary=True,
        ),
        StateButton(
            name="write", label="Write a part", run="write_part", permission=ADD_PAPER, form=WriteForm,
            does="It is printed as the Panel's papers look. A part of the same letter is replaced.", when=_is_planned,
        ),
        StateButton(
            name="report", label="Put a report in", run="take_report", permission=ADD_PAPER, form=ReportPartForm,
            does="Its public edition goes into the public pack, and its restricted edition into the restricted pack.",
            when=lambda paper: _is_planned(paper) and QuarterlyReport.objects.filter(state__in=FROZEN).exists(),
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("item__meeting", "item__parent")

    @admin.display(description="late", boolean=True)
    def late(self, paper: Paper) -> bool:
        """Whether it was announced after the papers were due."""
        return paper.is_late

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        words = ("title", "author", "purpose", "is_to_follow")
        return ("item", *words, "late_reason") if obj is None else words

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return (obj is None or _is_planned(obj)) and super().has_change_permission(request, obj)

    def facts(self, record: Paper) -> Sequence[tuple[str, Any]]:
        """Where it stands."""
        address = reverse("admin:panel_agendaitem_change", args=[record.item_id])
        shown: list[tuple[str, Any]] = [("Item", format_html('<a href="{}">{}</a>', address, record.item))]
        if record.is_late:
            shown.append(("Taken as urgent", record.late_reason))
        return shown

    def write(self, request: HttpRequest, form: Any, record: Any) -> Paper:
        said, by, at = form.cleaned_data, person(request), timezone.now()
        if record is None:
            return operations.add_paper(**said, by=by, at=at)
        return operations.change_paper(paper=record, **said, by=by, at=at)

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        """A file comes beside what was typed."""
        if button.name == "upload" and said is not None:
            return UploadForm(said, request.FILES, prefix=button.name)
        return super().button_form(request, button, record, said)

    def upload(self, request: HttpRequest, record: Paper, answers: dict[str, Any]) -> str:
        file = answers.pop("file")
        part = operations.upload_part(
            paper=record, name=file.name, content=file, **answers, by=person(request), at=timezone.now()
        )
        return f"{part.label} is in: {part.pages} page{'' if part.pages == 1 else 's'}."

    def write_part(self, request: HttpRequest, record: Paper, answers: dict[str, Any]) -> str:
        part = operations.write_part(paper=record, **answers, by=person(request), at=timezone.now())
        return f"{part.label} is in: {part.pages} page{'' if part.pages == 1 else 's'}."

    def take_report(self, request: HttpRequest, record: Paper, answers: dict[str, Any]) -> str:
        operations.take_report(paper=record, **answers, by=person(request), at=timezone.now())
        return "The report is in, with an edition for each pack."


@admin.register(PaperPart)
class PaperPartAdmin(ExemptAwareAdmin):
    """One part. It is replaced on the paper's page."""

    read_only = True
    list_display = ("title", "paper", "letter", "pages", "added_at")
    list_filter = ("origin",)
    list_select_related = ("paper",)
    search_fields = ("title",)
    ordering = ("-added_at", "-pk")
    fields = ("paper", "letter", "title", "pages", "size", "original_name", "original_sha256", "sha256", "added_at")
    state_buttons = (
        StateButton(
            name="exempt", label="Keep it from the public", run="exempt", permission=DECIDE_EXEMPTION,
            form=ExemptionForm, does="A pack that was built and not issued must then be built again.",
            when=lambda part: part.exemption_id is None and part.withdrawn_at is None,
        ),
        StateButton(
            name="open", label="Open it to the public", run="open_up", permission=DECIDE_EXEMPTION,
            does="Anybody can then read it once the pack is issued.", when=lambda part: part.exemption_id is not None,
        ),
        StateButton(
            name="withdraw", label="Withdraw it", run="withdraw", permission=CHANGE_PAPER, form=WithdrawForm,
            does="Its address then says so.", when=lambda part: part.withdrawn_at is None,
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super()
            .get_queryset(request)
            .select_related("paper__item__meeting", "paper__item__parent", "exemption__decided_by", "report")
        )

    def facts(self, record: PaperPart) -> Sequence[tuple[str, Any]]:
        """Where it can be read, and what it rests on if it is exempt."""
        route = "panel:part-restricted" if record.is_exempt else "panel:part"
        address = reverse(route, args=[record.public_id])
        shown: list[tuple[str, Any]] = [
            ("Read it", format_html('<a href="{}">{}, as PDF</a>', address, record.label)),
            ("The public", "Kept from it" if record.is_exempt else "May read it once the pack is issued"),
        ]
        if record.report is not None:
            shown.append(("Report", str(record.report)))
        if record.late_reason:
            shown.append(("Taken as urgent", record.late_reason))
        shown += ground_facts(record.exemption)
        if record.withdrawn_at:
            shown.append(("Withdrawn", record.withdrawn_reason))
        return shown

    def exempt(self, request: HttpRequest, record: PaperPart, answers: dict[str, Any]) -> str:
        operations.exempt_part(part=record, **answers, by=person(request), at=timezone.now())
        return "The part is kept from the public."

    def open_up(self, request: HttpRequest, record: PaperPart, answers: dict[str, Any]) -> str:
        operations.open_part(part=record, by=person(request), at=timezone.now())
        return "The part is open to the public."

    def withdraw(self, request: HttpRequest, record: PaperPart, answers: dict[str, Any]) -> str:
        operations.withdraw_part(part=record, **answers, by=person(request), at=timezone.now())
        return "The part is withdrawn."


@admin.register(Pack)
class PackAdmin(OperatedAdmin):
    """Ask for a pack, watch its build, read both editions, issue it."""

    form = PackForm
    change_form_template = "admin/panel/pack/change_form.html"
    list_display = ("meeting", "name", "version", "state_shown", "built_at", "issued_at")
    list_filter = ("state",)
    list_select_related = ("meeting__group",)
    search_fields = ("meeting__venue", "meeting__title", "change_note")
    ordering = ("-meeting__held_on", "supplement", "-version", "-pk")
    autocomplete_fields = ("meeting",)
    state_buttons = (
        StateButton(
            name="issue", label="Issue the pack", run="issue", permission=ISSUE_PACK, when=_in(PackState.READY),
            does="Read both editions first. Members and the public can read it at once.", primary=True,
        ),
        StateButton(
            name="rebuild", label="Build it again", run="rebuild", permission=REQUEST_PACK,
            when=_in(PackState.READY, PackState.FAILED), does="From the agenda and papers as they are now.",
        ),
        StateButton(
            name="withdraw", label="Withdraw the pack", run="withdraw", permission=ISSUE_PACK, form=WithdrawForm,
            does="Its address then says so.", when=_in(PackState.ISSUED, PackState.SUPERSEDED),
        ),
    )  # fmt: skip

    @admin.display(description="state", ordering="state")
    def state_shown(self, pack: Pack) -> Any:
        """As a word on a colour."""
        return tag(str(pack.get_state_display()), COLOURS[PackState(pack.state)])

    def facts(self, record: Pack) -> Sequence[tuple[str, Any]]:
        shown = [("State", self.state_shown(record)), ("Pack", record.name), ("Version", record.version)]
        if record.withdrawn_reason:
            shown.append(("Withdrawn", record.withdrawn_reason))
        return shown

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("meeting", "kind", "change_note") if obj is None else ("meeting", "change_note", "built_at")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def write(self, request: HttpRequest, form: Any, record: Any) -> Pack:
        said = form.cleaned_data | {"kind": PackKind(form.cleaned_data["kind"])}
        return operations.request_pack(**said, by=person(request), at=timezone.now())

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        pack = context.get("original")
        if pack is not None:
            context["refresh_seconds"] = REFRESH_SECONDS if pack.state in WORK else None
            editions = pack.editions.order_by("audience")
            context["editions"] = editions if in_cleared_session(request) else editions.filter(audience="public")
        return super().render_change_form(request, context, *args, **kwargs)

    def issue(self, request: HttpRequest, record: Pack, answers: dict[str, Any]) -> str:
        operations.issue_pack(pack=record, by=person(request), at=timezone.now())
        return "Issued. Members and the public can read it now."

    def rebuild(self, request: HttpRequest, record: Pack, answers: dict[str, Any]) -> str:
        operations.rebuild_pack(pack=record, by=person(request), at=timezone.now())
        return "The pack is being built again."

    def withdraw(self, request: HttpRequest, record: Pack, answers: dict[str, Any]) -> str:
        operations.withdraw_pack(pack=record, **answers, by=person(request), at=timezone.now())
        return "The pack is withdrawn."
