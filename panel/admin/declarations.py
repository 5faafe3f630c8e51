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
from opcc.web.words import nice_weekday
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin
from panel.admin.interests import register_due
from panel.enums import PECUNIARY, DeclaredKind
from panel.forms.minutes import RegisteredForm
from panel.models import Declaration, RegisteredInterest
from panel.permissions import VIEW_INTEREST
from panel.register_clocks import register_interests_by

WORDS = ("kind", "what", "left_at", "returned_at", "dispensation")


class ToRegisterFilter(admin.SimpleListFilter):
    """Pecuniary interests of which the monitoring officer is to be told."""

    title = "the register of interests"
    parameter_name = "register"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("missing", "Not in the register")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.to_register() if self.value() == "missing" else queryset


def _to_register(declaration: Declaration) -> bool:
    return declaration.kind == DeclaredKind.PECUNIARY and declaration.registered_id is None


@admin.register(Declaration)
class DeclarationAdmin(ExemptAwareAdmin):
    """What a member declared in an item, and whether they took part."""

    list_display = ("member", "item", "kind", "dispensation", "in_register")
    list_filter = ("kind", ToRegisterFilter)
    list_select_related = ("attendance__member", "item__meeting", "item__parent")
    search_fields = ("attendance__member__last_name", "what")
    ordering = ("-item__meeting__held_on", "attendance__member__last_name", "pk")
    fields = WORDS
    state_buttons = (
        StateButton(
            name="registered", label="Say where it stands in the register", run="say_registered",
            permission="panel.change_declaration", form=RegisteredForm, when=_to_register,
            does="Record the interest on the member's page first, once the monitoring officer is told of it.",
        ),
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

    @admin.display(description="register")
    def in_register(self, declaration: Declaration) -> Any:
        """By when the monitoring officer is told, until it is said where it stands."""
        if declaration.kind != DeclaredKind.PECUNIARY:
            return "Need not be"
        if declaration.registered_id is not None:
            return "Yes"
        return register_due(declaration.item.meeting.held_on)

    def facts(self, record: Declaration) -> Sequence[tuple[str, Any]]:
        """Who, in what, and what follows."""
        item = reverse("admin:panel_agendaitem_change", args=[record.item_id])
        return [
            ("Declared by", str(record.attendance.member)),
            ("Item", format_html('<a href="{}">{}</a>', item, record.item)),
            ("Meeting", str(record.item.meeting)),
            ("Took part", "No" if record.keeps_out else "Yes"),
            *self._register(record),
        ]

    @staticmethod
    def _register(record: Declaration) -> list[tuple[str, Any]]:
        if record.registered_id is not None:
            return [("In the register", "Yes")]
        if not _to_register(record):
            return []
        by = nice_weekday(register_interests_by(record.item.meeting.held_on))
        return [("In the register", f"Not yet. The member tells the monitoring officer by {by}")]

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        """The member's own pecuniary interests, for whoever keeps the register."""
        form = super().button_form(request, button, record, said)
        if isinstance(form, RegisteredForm) and request.user.has_perm(VIEW_INTEREST):
            own = RegisteredInterest.objects.current().filter(member=record.attendance.member_id, kind__in=PECUNIARY)
            form.fields["registered"].queryset = own.order_by("kind", "registered_on", "pk")  # type: ignore[attr-defined]  # choices of lines
        return form

    def say_registered(self, request: HttpRequest, record: Declaration, answers: dict[str, Any]) -> str:
        operations.register_declared(declaration=record, **answers, by=person(request), at=timezone.now())
        return "It stands in the register."

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
