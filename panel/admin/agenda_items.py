"""Items of an agenda as staff keep them: what each says, what is exempt and why, and what was resolved."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from panel import operations, printed, queries
from panel.admin.exempt import ExemptAwareAdmin, ground_facts
from panel.enums import DeclaredKind, ItemKind, MeetingState, ResolutionKind
from panel.forms.meetings import ExemptionForm, ItemForm, NewResolutionForm
from panel.forms.minutes import NewDeclarationForm
from panel.models import AgendaItem, Attendance, Declaration, Member, Resolution
from panel.permissions import DECIDE_EXEMPTION, in_cleared_session


class ResolutionInline(AppendOnlyInline):
    """What was resolved on the item."""

    model = Resolution
    fields = ("as_recorded",)
    readonly_fields = fields
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Resolution]:
        rows: Any = super().get_queryset(request)
        shown: QuerySet[Resolution] = rows if in_cleared_session(request) else rows.open()
        return shown.select_related("mover", "seconder").order_by("number", "letter")

    @admin.display(description="as resolved")
    def as_recorded(self, resolution: Resolution) -> str:
        """'2(a). Recommends: That … Proposed by one, seconded by another. Carried.'"""
        moved = f" Proposed by {resolution.mover}" if resolution.mover else ""
        seconded = f", seconded by {resolution.seconder}" if resolution.seconder else ""
        ending = "Carried." if resolution.is_carried else "Not carried."
        return (
            f"{resolution.label}. {resolution.get_kind_display()}: {resolution.text}"
            f"{moved}{seconded}{'.' if moved else ''} {ending}"
        )


class DeclarationInline(AppendOnlyInline):
    """Interests declared in the item; each is corrected on its own page."""

    model = Declaration
    fields = ("as_recorded",)
    readonly_fields = fields
    show_change_link = True

    def get_queryset(self, request: HttpRequest) -> QuerySet[Declaration]:
        rows: Any = super().get_queryset(request)
        shown: QuerySet[Declaration] = rows if in_cleared_session(request) else rows.open()
        return shown.select_related("attendance__member").order_by("attendance__member__last_name", "pk")

    @admin.display(description="as declared")
    def as_recorded(self, declaration: Declaration) -> str:
        return printed.declared_words(declaration)


def _present(item: AgendaItem) -> QuerySet[Attendance]:
    rows = Attendance.objects.filter(meeting=item.meeting_id).present()
    return rows.select_related("member").by_name()


def _may_be_resolved_on(item: AgendaItem) -> bool:
    return item.meeting.state == MeetingState.HELD


@admin.register(AgendaItem)
class AgendaItemAdmin(ExemptAwareAdmin):
    """One item of business. It is put on an agenda on the meeting's own page."""

    form = ItemForm
    list_display = ("title", "meeting", "kind", "lead", "late")
    list_filter = ("kind",)
    list_select_related = ("meeting__group",)
    search_fields = ("title", "purpose", "lead")
    ordering = ("-meeting__held_on", "position", "pk")
    fields = ("kind", "title", "purpose", "lead", "minutes")
    inlines = (ResolutionInline, DeclarationInline)
    state_buttons = (
        StateButton(
            name="resolved", label="Record a resolution", run="resolve", permission="panel.add_resolution",
            form=NewResolutionForm, when=_may_be_resolved_on, primary=True,
        ),
        StateButton(
            name="declared", label="Record a declaration of interest", run="declare",
            permission="panel.add_declaration", form=NewDeclarationForm, when=_may_be_resolved_on,
        ),
        StateButton(
            name="exempt", label="Keep it from the public", run="exempt", permission=DECIDE_EXEMPTION,
            form=ExemptionForm,
            does="The item, what stands under it and its resolutions are then in no public page.",
            when=lambda item: not item.is_exempt,
        ),
        StateButton(
            name="open", label="Open it to the public", run="open_up", permission=DECIDE_EXEMPTION,
            does="Everything about the item can then be read by anybody.", when=lambda item: item.is_exempt,
        ),
        StateButton(
            name="remove", label="Take it off the agenda", run="remove", permission="panel.delete_agendaitem",
            when=lambda item: item.meeting.state == MeetingState.PLANNED,
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super().get_queryset(request).select_related("meeting__group", "exemption__decided_by", "parent__exemption")
        )

    def is_kept_back(self, record: AgendaItem) -> bool:
        return record.is_kept_back

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # on the meeting's agenda

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        settled = obj is not None and obj.meeting.state != MeetingState.PLANNED
        return super().has_change_permission(request, obj) and not settled

    @admin.display(description="late", boolean=True)
    def late(self, item: AgendaItem) -> bool:
        """Whether it was added after the papers were due."""
        return item.is_late

    def facts(self, record: AgendaItem) -> Sequence[tuple[str, Any]]:
        """Where it stands, and what it rests on if it is exempt."""
        address = reverse("admin:panel_panelmeeting_agenda", args=[record.meeting_id])
        shown: list[tuple[str, Any]] = [
            ("Agenda", format_html('<a href="{}">{}</a>', address, record.meeting)),
            ("The public", "Kept from it" if record.is_exempt else "May read it"),
        ]
        shown += ground_facts(record.exemption)
        if record.is_late:
            shown.append(("Taken as urgent", record.late_reason))
        if record.added_because:
            shown.append(("Comes from", record.added_because))
        return shown

    def write(self, request: HttpRequest, form: Any, record: Any) -> AgendaItem:
        said = form.cleaned_data | {"kind": ItemKind(form.cleaned_data["kind"])}
        return operations.change_item(item=record, **said, by=person(request), at=timezone.now())

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        """Who moved and seconded is chosen among those who sat that day."""
        form = super().button_form(request, button, record, said)
        if isinstance(form, NewResolutionForm):
            sat = Member.objects.sitting_on(record.meeting.held_on).by_name()
            if queries.is_taken(record.meeting):
                sat = Member.objects.filter(pk__in=_present(record).values("member")).by_name()
            form.fields["mover"].queryset = form.fields["seconder"].queryset = sat  # type: ignore[attr-defined]  # choices of members
        if isinstance(form, NewDeclarationForm):
            form.fields["attendance"].queryset = _present(record)  # type: ignore[attr-defined]  # choices of lines
        return form

    def declare(self, request: HttpRequest, record: AgendaItem, answers: dict[str, Any]) -> str:
        said = answers | {"kind": DeclaredKind(answers["kind"])}
        operations.declare_interest(item=record, **said, by=person(request), at=timezone.now())
        return "The declaration is recorded."

    def resolve(self, request: HttpRequest, record: AgendaItem, answers: dict[str, Any]) -> str:
        said = answers | {"kind": ResolutionKind(answers["kind"])}
        made = operations.record_resolution(item=record, **said, by=person(request), at=timezone.now())
        return f"{made} is recorded."

    def exempt(self, request: HttpRequest, record: AgendaItem, answers: dict[str, Any]) -> str:
        operations.exempt_item(item=record, **answers, by=person(request), at=timezone.now())
        return "The item is kept from the public."

    def open_up(self, request: HttpRequest, record: AgendaItem, answers: dict[str, Any]) -> str:
        operations.open_item(item=record, by=person(request), at=timezone.now())
        return "The item is open to the public."

    def remove(self, request: HttpRequest, record: AgendaItem, answers: dict[str, Any]) -> str:
        operations.remove_item(item=record, by=person(request), at=timezone.now())
        return "The item is off the agenda."

    def address_of(self, record: Any) -> str:
        """Its page; the agenda's once it is gone."""
        if record.pk is None or not AgendaItem.objects.filter(pk=record.pk).exists():
            return reverse("admin:panel_panelmeeting_agenda", args=[record.meeting_id])
        return super().address_of(record)
