"""Rows of a record shown inside it."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

from opcc.web.admin.plain import WorksWithoutScripts, is_plain
from opcc.web.admin.widgets import FIELDS, label_controls

if TYPE_CHECKING:  # generic for the type checker only
    TabularInline = admin.TabularInline[Any, Any]
    StackedInline = admin.StackedInline[Any, Any]
    InlineFormSet = BaseInlineFormSet[Any, Any, Any]
else:
    TabularInline, StackedInline, InlineFormSet = admin.TabularInline, admin.StackedInline, BaseInlineFormSet


class LabelledInlineFormSet(InlineFormSet):
    """Rows whose controls say which column and row they are."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        label_controls(form, index)


class RowOnDemand(WorksWithoutScripts):
    """A row is added with its button, never as three empty lines. The button is a script: without, one row waits."""

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if is_plain(request) else 0


class OfficeTabularInline(RowOnDemand, TabularInline):
    """A table of rows."""

    formset = LabelledInlineFormSet
    formfield_overrides = FIELDS


class OfficeStackedInline(RowOnDemand, StackedInline):
    """Rows too wide for a table, one under the other."""

    formfield_overrides = FIELDS


class AppendOnlyInline(OfficeTabularInline):
    """Rows that are written once, by an operation, and only read here: actions taken, files, decisions."""

    can_delete = False
    max_num = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
