"""Rows of a record shown inside it."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.forms import BaseInlineFormSet
from django.http import HttpRequest

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


class OfficeTabularInline(TabularInline):
    """A table of rows; a row is added with its button, never as three empty lines."""

    extra = 0
    formset = LabelledInlineFormSet
    formfield_overrides = FIELDS


class OfficeStackedInline(StackedInline):
    """Rows too wide for a table, one under the other."""

    extra = 0
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
