"""The base of every model's admin."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin

if TYPE_CHECKING:
    ModelAdmin = admin.ModelAdmin[Any]
else:
    ModelAdmin = admin.ModelAdmin  # generic for the type checker only


class OfficeModelAdmin(ModelAdmin):
    """No delete, no count of the whole table, fifty rows to a page."""
