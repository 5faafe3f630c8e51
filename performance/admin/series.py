"""Measures by area, and members of peer groups: not in the menu, but found by the boxes that search for them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from performance.admin.shared import ScopedAdmin
from performance.models import Series


@admin.register(Series)
class SeriesAdmin(ScopedAdmin):
    """A measure as it is kept for one area. Areas are given to a measure on its own page."""

    to_measure = "measure__"
    read_only = True
    list_display = ("measure", "area", "kind")
    search_fields = (
        "measure__name",
        "district__name",
        "policing_area__name",
        "force_area__name",
    )
    ordering = ("measure__group__position", "measure__position", "measure__name", "-force_area", "policing_area", "pk")
    fields = ("measure", "area", "kind")
    readonly_fields = fields

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        return {}  # keeps it out of the menu

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("measure", "force_area", "policing_area", "district")

    @admin.display(description="Area", ordering="district__name")
    def area(self, series: Series) -> str:
        return series.area.name

    @admin.display(description="Kind of area")
    def kind(self, series: Series) -> str:
        return series.area_kind.label
