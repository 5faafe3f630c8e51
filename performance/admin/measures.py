"""Measures and their headings: what is measured, for which areas, and what would be an improvement."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.forms import ModelChoiceField
from django.http import HttpRequest

from opcc.web.admin import OfficeTabularInline
from performance.admin.shared import EXACT, SettingAdmin, SettingStackedInline, chart_of, cleared
from performance.models import Measure, Series, Target, TopicGroup

AREAS = ("force_area", "policing_area", "district")


@admin.register(TopicGroup)
class TopicGroupAdmin(SettingAdmin):
    """The headings of the summary, in its order."""

    to_measure = None
    list_display = ("name", "position", "measures")
    search_fields = ("name", "code")
    ordering = ("position", "name", "pk")
    fields = ("name", "code", "position")
    prepopulated_fields = {"code": ("name",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[TopicGroup]:
        readable = Q() if cleared(request) else Q(measures__is_restricted=False)
        groups: QuerySet[TopicGroup] = super().get_queryset(request)
        return groups.annotate(number=Count("measures", filter=readable))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The code is how an office's folder finds the heading again."""
        return ("code",) if obj is not None else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        return {} if obj is not None else {"code": ("name",)}

    @admin.display(description="Measures", ordering="number")
    def measures(self, group: Any) -> int:
        return int(group.number)


class SeriesInline(OfficeTabularInline):
    """The areas that a measure is kept for. One that has figures stays."""

    model = Series
    fields = AREAS
    can_delete = False
    verbose_name = "area"
    verbose_name_plural = "Areas it is kept for: one in each row"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """An area is added, never exchanged: its figures are of that place."""
        return False

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return Series.objects.with_area().by_area()


class TargetInline(SettingStackedInline):
    """What the value should reach, from when to when."""

    model = Target
    fields = (("value", "words"), ("starts_on", "ends_on"), "series", "source")
    formfield_overrides = EXACT
    ordering = ("-starts_on", "-pk")
    can_delete = False
    verbose_name_plural = "Targets"

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        """A target may be set for one of the measure's own areas. They are read once, however many rows there are."""
        formset = super().get_formset(request, obj, **kwargs)
        field = formset.form.base_fields["series"]
        assert isinstance(field, ModelChoiceField)
        areas = Series.objects.filter(measure=obj).with_area().by_area() if obj else Series.objects.none()
        field.queryset = areas
        field.choices = [("", "Every area"), *((area.pk, area.area_name) for area in areas)]
        return formset


@admin.register(Measure)
class MeasureAdmin(SettingAdmin):
    """The list answers: what is it, where does it stand in reports, what would be an improvement?"""

    to_measure = ""
    find_here = True
    list_display = ("name", "group", "inclusion", "improvement", "is_restricted")
    list_select_related = ("group",)
    list_filter = ("group", "inclusion", "kind", "is_active")
    search_fields = ("name", "code", "definition", "owner")
    ordering = ("group__position", "group__name", "position", "name", "pk")
    autocomplete_fields = ("group", "objective")
    inlines = (SeriesInline, TargetInline)
    fieldsets = (
        ("What it measures", {"fields": ("name", "code", "noun", "definition", "unit", "kind", "rolling_months")}),
        ("What would be an improvement", {"fields": ("objective", "improvement", "improvement_words")}),
        ("Where it stands in reports", {"fields": ("group", "position", "inclusion", "is_restricted", "is_active")}),
        ("How it is worked out", {"fields": ("adds_up", "rate_base", "rules")}),
        ("Where it comes from", {"fields": ("owner", "source")}),
    )
    export_columns = (
        ("Code", "code"),
        ("Measure", "name"),
        ("Heading", "group.name"),
        ("Definition", "definition"),
        ("Unit", "get_unit_display"),
        ("Kind", "get_kind_display"),
        ("Improvement would be", "get_improvement_display"),
        ("In reports", "get_inclusion_display"),
        ("Who answers for it", "owner"),
        ("Source", "source"),
        ("Restricted", "is_restricted"),
        ("In use", "is_active"),
        ("Invented for the sample", "is_synthetic"),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("group", "objective")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The code is how files find the measure again. Whoever could not read it may not restrict it."""
        kept = () if cleared(request) else ("is_restricted",)
        return (*(("code",) if obj is not None else ()), *kept)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        return {} if obj is not None else {"code": ("name",)}

    def facts(self, record: Measure) -> Sequence[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [
            ("Heading", record.group),
            ("In reports", record.get_inclusion_display()),
            ("Improvement would be", record.get_improvement_display()),
            ("Its page", chart_of(record)),
        ]
        if record.is_restricted:
            found.append(("Read by", "cleared staff and Panel members only"))
        return found
