"""The base of every model's admin: an interface, like a view. Operations write; states move by buttons."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.decorators import method_decorator
from django.utils.text import capfirst
from django.views.decorators.http import require_POST

from opcc.core.errors import DomainError
from opcc.web.admin import history
from opcc.web.admin.export import export_as_csv
from opcc.web.admin.plain import WorksWithoutScripts, is_plain, needs_scripts, plain_query, select_all_found
from opcc.web.admin.state_buttons import ButtonShown, StateButton, may_press
from opcc.web.admin.widgets import FIELDS

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin  # generic for the type checker only

LATEST_CHANGES = 4


class OfficeModelAdmin(WorksWithoutScripts, ModelAdmin):
    """No delete, no count of the whole table, fifty rows to a page, history in words, states by buttons.

    facts(record): what decides things, under the title. export_columns: (heading, field or dotted path) for the CSV.
    """

    list_per_page = 50
    show_full_result_count = False
    save_on_top = False
    view_on_site = False
    change_form_template = "admin/office_change_form.html"
    formfield_overrides = FIELDS

    read_only: ClassVar[bool] = False  # nothing is added or changed here: operations do
    may_delete: ClassVar[bool] = False
    find_here: ClassVar[bool] = False  # the search on the home page looks here too
    state_buttons: ClassVar[Sequence[StateButton]] = ()
    export_columns: ClassVar[Sequence[tuple[str, str]]] = ()
    export_permission: ClassVar[str] = "core.export_records"

    # --- Who may do what -----------------------------------------------------------------------------
    def has_add_permission(self, request: HttpRequest) -> bool:
        return not self.read_only and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return not self.read_only and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.may_delete and super().has_delete_permission(request, obj)

    def has_export_permission(self, request: HttpRequest) -> bool:
        """Taking records away is more than seeing them."""
        return bool(self.export_columns) and request.user.has_perm(self.export_permission)

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)
        actions.pop("delete_selected", None)
        if self.has_export_permission(request):
            actions["export_as_csv"] = (export_as_csv, "export_as_csv", self.export_label(request))
        return actions

    def export_label(self, request: HttpRequest) -> str:
        """What the download is called, with what is left out of it."""
        return str(export_as_csv.short_description)  # type: ignore[attr-defined]  # set by admin.action

    def for_export(self, rows: Any) -> Any:
        """Which of the chosen rows may leave the site: all, unless the model keeps some back."""
        return rows

    def found(self, request: HttpRequest, rows: Sequence[Any]) -> None:
        """What the search on the home page showed of these records. Noted where that has to be."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        select_all_found(request)
        title = {"title": capfirst(self.opts.verbose_name_plural)}
        return super().changelist_view(request, {**title, **(extra_context or {})})

    # --- The change page -----------------------------------------------------------------------------
    def facts(self, record: Any) -> Sequence[tuple[str, Any]]:
        """What decides things, as (label, value), shown under the title."""
        return ()

    def address_of(self, record: Any) -> str:
        """The record's page in the staff's place."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", args=[record.pk])

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_plain(request):  # what is sent comes back plain; a list's filters in the address would leave that out
            kwargs["form_url"] = f"?{plain_query(request)}"
        elif needs_scripts(context["adminform"].form, context["inline_admin_formsets"]):
            context["plain_query"] = plain_query(request)
        obj = context.get("original")
        if obj is not None:
            context["facts"] = self.facts(obj)
            context["buttons"] = self._buttons_for(request, obj)
            if self.state_buttons and history.is_tracked(self.model):
                context["latest_changes"] = history.latest(obj, LATEST_CHANGES, reader=self._reader(request))
        return super().render_change_form(request, context, *args, **kwargs)

    def history_reader(self, request: HttpRequest) -> history.Reader:
        """What of a record's history this person may read: all of it, unless the model keeps something from them."""
        return history.EVERYTHING

    def _reader(self, request: HttpRequest) -> history.Reader:
        """The same, with the records that a history names: those that this person finds in the staff's pages."""

        def known(rows: QuerySet[Any]) -> QuerySet[Any]:
            related = self.admin_site._registry.get(rows.model)
            return rows if related is None else rows.filter(pk__in=related.get_queryset(request).values("pk"))

        return replace(self.history_reader(request), known=known)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Every change, from the database's own record of them; Django's log where a model keeps none."""
        if not history.is_tracked(self.model):
            return super().history_view(request, object_id, extra_context)
        record = self._record(request, object_id)
        reader = self._reader(request)
        page, changes = history.history_page(record, request.GET.get("page"), reader=reader)
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {record}",
            "opts": self.opts,
            "object": record,
            "page": page,
            "changes": changes,
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/office_history.html", context)

    # --- State buttons -------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_press"
        press = path("<path:object_id>/press/<slug:name>/", self.admin_site.admin_view(self.press), name=name)
        return [press, *super().get_urls()]

    @method_decorator(require_POST)
    def press(self, request: HttpRequest, object_id: str, name: str) -> HttpResponse:
        """One button was pressed: check who, read what was said with it, call the operation, say what happened."""
        record = self._record(request, object_id)
        button = next((button for button in self.state_buttons if button.name == name), None)
        if button is None:
            raise Http404
        if not request.user.has_perm(button.permission):
            raise PermissionDenied
        if not button.when(record):
            messages.error(request, f"‘{button.label}’ is no longer possible: somebody was quicker. See the history.")
            return redirect(self.address_of(record))
        form = self.button_form(request, button, record, request.POST)
        if form is not None and not form.is_valid():
            return self._ask_again(request, record, button, form)
        try:
            told = getattr(self, button.run)(request, record, form.cleaned_data if form else {})
        except DomainError as error:
            if form is not None:
                form.add_error(error.field if error.field in form.fields else None, error.message)
                return self._ask_again(request, record, button, form)
            messages.error(request, error.message)
        else:
            messages.success(request, told)
        return redirect(self.address_of(record))

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        """What has to be said with a button; an admin whose choices depend on the record hands it over."""
        if button.form is None:
            return None
        initial = getattr(self, button.initial)(record) if button.initial and said is None else None
        return button.form(said, prefix=button.name, initial=initial)

    def _ask_again(self, request: HttpRequest, record: Any, button: StateButton, form: Any) -> HttpResponse:
        """What was typed, with what is wrong with it."""
        context = {
            **self.admin_site.each_context(request),
            "title": button.title or button.label,
            "opts": self.opts,
            "original": record,
            "errors": form.errors,
            "shown": self._shown(button, record, form),
        }
        return TemplateResponse(request, "admin/press.html", context)

    def _buttons_for(self, request: HttpRequest, record: Any) -> list[ButtonShown]:
        return [
            self._shown(button, record, self.button_form(request, button, record))
            for button in self.state_buttons
            if may_press(button, request, record)
        ]

    def _shown(self, button: StateButton, record: Any, form: Any) -> ButtonShown:
        url = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_press", args=[record.pk, button.name])
        effects = getattr(self, button.effects)(record) if button.effects else []
        return ButtonShown(button, url, effects, form)

    def _record(self, request: HttpRequest, object_id: str) -> Any:
        """The record if this person may see it; a stranger's is not found."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        if not self.has_view_or_change_permission(request, record):
            raise PermissionDenied
        return record
