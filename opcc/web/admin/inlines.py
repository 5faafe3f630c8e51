"""Rows of a record shown inside it."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

if TYPE_CHECKING:  # generic for the type checker only
    TabularInline = admin.TabularInline[Any, Any]
else:
    TabularInline = admin.TabularInline


class OfficeTabularInline(TabularInline):
    """A table of rows; a row is added with its button, never as three empty lines."""

    extra = 0


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
