"""Actions of the Panel as staff keep them, under recommendations and by themselves."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.permissions import person
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date
from panel import operations
from panel.admin.follow_up import (
    EvidenceInline,
    LoggableAdmin,
    OverdueFilter,
    UpdateInline,
    in_state,
    items_known,
    state_button,
)
from panel.enums import (
    ActionState,
)
from panel.forms.recommendations import (
    ActionForm,
    EndActionForm,
    EvidenceForm,
    UpdateForm,
    held_items,
)
from panel.models import (
    PanelAction,
)
from panel.permissions import (
    CHANGE_ACTION,
)


@admin.register(PanelAction)
class PanelActionAdmin(LoggableAdmin):
    """Actions under recommendations and by themselves."""

    subject = "action"
    form = ActionForm
    find_here = True
    list_display = ("__str__", "stands", "lead", "from_what", "due_on", "update_on")
    list_filter = (OverdueFilter, "state")
    search_fields = ("text", "lead", "recommendation__reference")
    export_columns = (
        ("Date raised", "raised_on"),
        ("Action", "text"),
        ("Recommendation", "recommendation.reference"),
        ("Lead", "lead"),
        ("Due", "due_on"),
        ("Update for the Panel on", "update_on"),
        ("State", "get_state_display"),
        ("Done or dropped on", "ended_on"),
        ("What came of it", "outcome"),
        ("Invented for the sample", "is_synthetic"),
    )
    inlines = (UpdateInline, EvidenceInline)
    state_buttons = (
        state_button(
            "end", "Record what came of it", form=EndActionForm, initial="today", permission=CHANGE_ACTION,
            primary=True, when=in_state(ActionState.OPEN),
        ),
        state_button("update", "Add an update", form=UpdateForm, initial="today", permission=CHANGE_ACTION),
        state_button("evidence", "Add evidence", form=EvidenceForm, initial="today", permission=CHANGE_ACTION),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).with_origin()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("due_on", "pk")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has ended stays as it is."""
        return (obj is None or obj.state == ActionState.OPEN) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("recommendation", "item", "ended_on", "outcome", "source")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        about = ("text", "lead", "member", "due_on", "update_on")
        if obj is None:
            return ((None, {"fields": ("item", *about)}),)
        came_from = ("recommendation",) if obj.recommendation_id else ("item",)
        parts: list[Any] = [(None, {"fields": (*came_from, *about)})]
        if obj.state != ActionState.OPEN:
            parts.append(("The end", {"fields": ("ended_on", "outcome")}))
        if obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return parts

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "item" in made.base_fields:
            made.base_fields["item"].queryset = held_items(items_known(request))
        return made

    @admin.display(description="State", ordering="state")
    def stands(self, record: PanelAction) -> Any:
        if record.state == ActionState.OPEN and record.due_on is not None and record.due_on < timezone.localdate():
            return tag("Overdue", "overdue")
        return tag(str(record.get_state_display()), ActionState(record.state).colour)

    @admin.display(description="From")
    def from_what(self, record: PanelAction) -> str:
        if record.recommendation is not None:
            return f"Recommendation {record.recommendation.reference}"
        return nice_date(record.raised_on)

    def facts(self, record: PanelAction) -> Sequence[tuple[str, Any]]:
        return (
            ("State", self.stands(record)),
            ("Agreed", nice_date(record.raised_on)),
            ("For the public", "Exempt" if record.is_exempt else "Open"),
        )

    def write(self, request: HttpRequest, form: Any, record: Any) -> PanelAction:
        said = form.cleaned_data
        common = {name: said[name] for name in ("text", "lead", "member", "due_on", "update_on")}
        who: dict[str, Any] = {"by": person(request), "at": timezone.now()}
        if record is None:
            return operations.add_action(item=said["item"], **common, **who)
        return operations.change_action(action=record, **common, **who)

    def end(self, request: HttpRequest, record: PanelAction, answers: dict[str, Any]) -> str:
        answers["state"] = ActionState(answers["state"])
        ended = operations.end_action(action=record, **answers, by=person(request), at=timezone.now())
        return f"The action is {ended.get_state_display().lower()}."
