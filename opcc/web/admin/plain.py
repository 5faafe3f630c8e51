"""The staff's forms for a browser without scripts: lists in place of search boxes, and an empty row to fill in."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import ValidationError
from django.http import HttpRequest

if TYPE_CHECKING:  # it is mixed into these
    from django.contrib.admin.options import BaseModelAdmin

    Base = BaseModelAdmin[Any]
else:
    Base = object

PLAIN: Final = "plain"  # in the address of a form


def is_plain(request: HttpRequest) -> bool:
    """Whether the form is asked for as it works without scripts."""
    return PLAIN in request.GET


def plain_query(request: HttpRequest) -> str:
    """What follows the question mark in the address of the same form without scripts."""
    query = request.GET.copy()
    query[PLAIN] = "1"
    return query.urlencode()


def needs_scripts(form: forms.BaseForm, inlines: Iterable[Any]) -> bool:
    """Whether something on a record's page is chosen or added by a script only."""
    boxes = (getattr(field.widget, "widget", None) for field in form.fields.values())
    return any(isinstance(box, AutocompleteSelect) for box in boxes) or any(
        inline.has_add_permission for inline in inlines
    )


def select_all_found(request: HttpRequest) -> None:
    """Without scripts 'all that were found' is a box to tick; Django wants a row ticked beside it."""
    if request.POST.get("select_across") == "1" and ACTION_CHECKBOX_NAME not in request.POST:
        said = request.POST.copy()
        said[ACTION_CHECKBOX_NAME] = "all"
        request.POST = said  # type: ignore[assignment]  # Django itself only ever reads it


class EveryChoice(forms.Select):
    """What a search box finds for this person, all at once, and what is chosen already."""

    def __init__(self, field: Any, admin_site: AdminSite, request: HttpRequest) -> None:
        super().__init__()
        self.field, self.admin_site, self.request = field, admin_site, request

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> Any:
        every: Any = self.choices  # the field's own, which may be more than the person may look through
        rows = self._found()
        chosen = self._chosen(every.field, value)
        if chosen is not None and chosen not in rows:
            rows.insert(0, chosen)
        empty = [] if every.field.empty_label is None else [("", every.field.empty_label)]
        return forms.Select(choices=[*empty, *map(every.choice, rows)]).optgroups(name, value, attrs)

    def _found(self) -> list[Any]:
        """As django.contrib.admin.views.autocomplete answers a search for nothing in particular."""
        related = self.admin_site.get_model_admin(self.field.remote_field.model)
        if not related.has_view_permission(self.request):
            return []
        rows = related.get_queryset(self.request).complex_filter(self.field.get_limit_choices_to())
        rows, may_repeat = related.get_search_results(self.request, rows, "")
        return list(rows.distinct() if may_repeat else rows)

    @staticmethod
    def _chosen(field: Any, value: list[str]) -> Any:
        try:
            return field.to_python(value[0])
        except ValidationError:  # the form says so beside it
            return None


class WorksWithoutScripts(Base):
    """A record's form or its rows: on the plain form each search box is a list of what the box would find."""

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if is_plain(request) and db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", EveryChoice(db_field, self.admin_site, request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
