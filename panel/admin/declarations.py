"""Interests declared at meetings. Each is recorded on its item's page, and corrected here."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin
from panel.enums import DeclaredKind
from panel.models import Declaration

WORDS = ("kind", "what", "left_at", "returned_at", "dispensation")


@admin.register(Declaration)
class DeclarationAdmin(ExemptAwareAdmin):
    """What a member declared in an item, and whether they took part."""

    list_display = ("member", "item", "kind", "left_at", "returned_at", "dispensation")
    list_filter = ("kind",)
    list_select_related = ("attendance__member", "item__meeting", "item__parent")
    search_fields = ("attendance__member__last_name", "what")
    ordering = ("-item__meeting__held_on", "attendance__member__last_name", "pk")
    fields = WORDS
    state_buttons = (
        StateButton(
            name="remove", label="Take it back", run="remove", permission="panel.change_declaration",
            does="For one that was recorded by mistake. The history keeps it.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related(*self.list_select_related)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # on the item's page

    @admin.display(description="member", ordering="attendance__member__last_name")
    def member(self, declaration: Declaration) -> str:
        return str(declaration.attendance.member)

    def facts(self, record: Declaration) -> Sequence[tuple[str, Any]]:
        """Who, in what, and what follows."""
        item = reverse("admin:panel_agendaitem_change", args=[record.item_id])
        return [
            ("Declared by", str(record.attendance.member)),
            ("Item", format_html('<a href="{}">{}</a>', item, record.item)),
            ("Meeting", str(record.item.meeting)),
            ("Took part", "No" if record.keeps_out else "Yes"),
        ]

    def write(self, request: HttpRequest, form: Any, record: Any) -> Declaration:
        said = {name: form.cleaned_data[name] for name in WORDS}
        said["kind"] = DeclaredKind(said["kind"])
        return operations.correct_declaration(declaration=record, **said, by=person(request), at=timezone.now())

    def remove(self, request: HttpRequest, record: Declaration, answers: dict[str, Any]) -> str:
        operations.remove_declaration(declaration=record, by=person(request), at=timezone.now())
        return "The declaration is taken back."

    def address_of(self, record: Any) -> str:
        """Its page; the item's once it is gone."""
        if record.pk is None or not Declaration.objects.filter(pk=record.pk).exists():
            return reverse("admin:panel_agendaitem_change", args=[record.item_id])
        return super().address_of(record)
