"""Records that are typed in the staff's pages and written by an operation."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse

from opcc.core.errors import DomainError
from opcc.web.admin.model_admin import OfficeModelAdmin


class RefusableAdmin(OfficeModelAdmin):
    """What the operation refuses is shown beside its field, and everything that was typed is kept."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        refusal = getattr(request, "refusal", None)
        return type(made.__name__, (_Refused, made), {"refusal": refusal}) if refusal else made

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: Mapping[str, Any] | None = None,
    ) -> HttpResponse:
        context = dict(extra_context or {})
        try:
            return super().changeform_view(request, object_id, form_url, context)
        except DomainError as error:  # nothing was written: once more, with what it says
            request.refusal = error  # type: ignore[attr-defined]  # read by get_form
            return super().changeform_view(request, object_id, form_url, context)


class OperatedAdmin(RefusableAdmin):
    """Records with operations of their own: `write` calls the right one."""

    def write(self, request: HttpRequest, form: Any, record: Any) -> Any:
        """Write what was typed; `record` is the row as stored, or None for a new one. Returns the row."""
        raise NotImplementedError

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        stored = self.model._default_manager.get(pk=obj.pk) if change else None
        obj.pk = self.write(request, form, stored).pk
        obj._state.adding = False
        obj.refresh_from_db()


class _Refused(forms.BaseForm):
    """A form whose operation has refused what was typed."""

    refusal: ClassVar[DomainError]

    def clean(self) -> dict[str, Any]:
        answers = super().clean() or self.cleaned_data
        field = self.refusal.field if self.refusal.field in self.fields else None
        self.add_error(field, self.refusal.message)
        return answers
