"""What recommendations and actions share: updates in the log, evidence, and whether a day has passed."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin
from panel.forms.recommendations import (
    EvidenceForm,
)
from panel.models import (
    AgendaItem,
    Evidence,
    ProgressUpdate,
)
from panel.permissions import (
    CHANGE_RECOMMENDATION,
    in_cleared_session,
)


class OverdueFilter(admin.SimpleListFilter):
    """Those whose day has passed."""

    title = "whether it is overdue"
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Overdue")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> Any:
        return queryset.overdue(timezone.localdate()) if self.value() == "yes" else queryset  # type: ignore[attr-defined]  # both query sets have it


class UpdateInline(AppendOnlyInline):
    model = ProgressUpdate
    fields = ("on", "text", "written_by")
    ordering = ("on", "pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("written_by")


class EvidenceInline(AppendOnlyInline):
    model = Evidence
    verbose_name_plural = "evidence"
    fields = ("title", "on")
    ordering = ("on", "pk")


def in_state(*states: str) -> Any:
    return lambda record: record.state in states


def state_button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(
        name=name, label=label, run=name.replace("-", "_"), **{"permission": CHANGE_RECOMMENDATION, **values}
    )


class LoggableAdmin(ExemptAwareAdmin):
    """What a line of the log and evidence can be added to: a recommendation or an action."""

    subject: str

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Nothing hangs on a record that is not there yet."""
        return super().get_inlines(request, obj) if obj is not None else ()

    def update(self, request: HttpRequest, record: Any, answers: dict[str, Any]) -> str:
        operations.write_update(**{self.subject: record}, **answers, by=person(request), at=timezone.now())
        return "The update stands in the log. It cannot be changed: add another one that corrects it."

    def evidence(self, request: HttpRequest, record: Any, answers: dict[str, Any]) -> str:
        file = answers.pop("file", None)
        operations.add_evidence(
            **{self.subject: record}, **answers, name=file.name if file else "", content=file, by=person(request),
            at=timezone.now(),
        )  # fmt: skip
        return "The evidence is added."

    def today(self, record: Any) -> dict[str, Any]:
        """What a form about today is filled in with."""
        return {"on": timezone.localdate(), "closed_on": timezone.localdate()}

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        if button.form is EvidenceForm and said is not None:
            return EvidenceForm(said, request.FILES, prefix=button.name)
        return super().button_form(request, button, record, said)


def items_known(request: HttpRequest) -> Any:
    """Items that this person may know of."""
    return AgendaItem.objects.all() if in_cleared_session(request) else AgendaItem.objects.open()
