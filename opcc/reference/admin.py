"""The office's own records, as staff keep them."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from opcc.reference.models import (
    ClosedDay,
    Contact,
    District,
    ForceArea,
    OfficeProfile,
    Organisation,
    Plan,
    PlanObjective,
    PlanPriority,
    PlanTheme,
    PolicingArea,
    Population,
)
from opcc.web.admin import OfficeModelAdmin, OfficeTabularInline


@admin.register(OfficeProfile)
class OfficeProfileAdmin(OfficeModelAdmin):
    """One row, which load_office makes and staff correct."""

    list_display = ("name", "area_name", "commissioner_name", "panel_name")
    list_select_related = ("force_area",)
    ordering = ("pk",)
    fieldsets = (
        (None, {"fields": ("name", "area_name", "force_area", "commissioner_name", "panel_name")}),
        ("How to reach the office", {"fields": ("address", "telephone", "email", "website", "report_contact")}),
        ("How pages look", {"fields": ("logo_text", "brand_colour")}),
        ("Rules of the office", {"fields": ("report_due_days",)}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class PopulationInline(OfficeTabularInline):
    """A district's figures by year, each with its source."""

    model = Population
    fields = ("kind", "year", "value", "source")
    extra = 0
    can_delete = False


@admin.register(District)
class DistrictAdmin(OfficeModelAdmin):
    """Districts are not policing areas, even where they share a name."""

    list_display = ("name", "code", "policing_area", "force_area")
    list_select_related = ("policing_area", "force_area")
    list_filter = ("policing_area",)
    search_fields = ("name", "code")
    ordering = ("position", "pk")
    fields = ("name", "code", "force_area", "policing_area", "position")
    inlines = (PopulationInline,)


@admin.register(PolicingArea)
class PolicingAreaAdmin(OfficeModelAdmin):
    """Parts of the force area as the police divide it."""

    list_display = ("name", "code", "force_area")
    list_select_related = ("force_area",)
    search_fields = ("name",)
    ordering = ("name", "pk")
    fields = ("name", "code", "force_area")


@admin.register(ForceArea)
class ForceAreaAdmin(OfficeModelAdmin):
    """Areas of police forces."""

    list_display = ("name", "code", "force_name")
    search_fields = ("name", "force_name")
    ordering = ("name", "pk")
    fields = ("name", "code", "force_name")


class PlanThemeInline(OfficeTabularInline):
    """The plan's themes in order."""

    model = PlanTheme
    fields = ("number", "title")
    ordering = ("number",)
    show_change_link = True
    extra = 0


@admin.register(Plan)
class PlanAdmin(OfficeModelAdmin):
    """Police and Crime Plans."""

    list_display = ("title", "starts_on", "ends_on")
    ordering = ("-starts_on", "pk")
    fields = ("title", "starts_on", "ends_on")
    inlines = (PlanThemeInline,)


class PlanObjectiveInline(OfficeTabularInline):
    """A theme's objectives in order."""

    model = PlanObjective
    fields = ("number", "title")
    ordering = ("number",)
    show_change_link = True
    extra = 0


@admin.register(PlanTheme)
class PlanThemeAdmin(OfficeModelAdmin):
    """A theme with its objectives."""

    list_display = ("title", "number", "plan")
    list_select_related = ("plan",)
    ordering = ("plan", "number", "pk")
    fields = ("plan", "number", "title")
    inlines = (PlanObjectiveInline,)


class PlanPriorityInline(OfficeTabularInline):
    """An objective's priorities for action."""

    model = PlanPriority
    fields = ("number", "title", "starts_on", "ends_on")
    ordering = ("number",)
    extra = 0


@admin.register(PlanObjective)
class PlanObjectiveAdmin(OfficeModelAdmin):
    """An objective with its priorities for action."""

    search_fields = ("title", "theme__title")
    list_display = ("title", "number", "theme")
    list_select_related = ("theme",)
    ordering = ("theme", "number", "pk")
    fields = ("theme", "number", "title")
    inlines = (PlanPriorityInline,)


class ContactInline(OfficeTabularInline):
    """People at the organisation."""

    model = Contact
    fields = ("name", "post", "email", "telephone")
    extra = 0
    can_delete = False


@admin.register(Organisation)
class OrganisationAdmin(OfficeModelAdmin):
    """Bodies the office deals with."""

    list_display = ("name", "kind", "telephone", "email")
    list_filter = ("kind",)
    search_fields = ("name",)
    ordering = ("name", "pk")
    fields = ("name", "kind", "website", "telephone", "email", "source")
    inlines = (ContactInline,)


@admin.register(Contact)
class ContactAdmin(OfficeModelAdmin):
    """People the office deals with."""

    list_display = ("name", "post", "organisation", "email")
    list_select_related = ("organisation",)
    search_fields = ("name", "organisation__name")
    autocomplete_fields = ("organisation",)
    ordering = ("name", "pk")
    fields = ("organisation", "name", "post", "email", "telephone")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("organisation")


@admin.register(ClosedDay)
class ClosedDayAdmin(OfficeModelAdmin):
    """One-off days that are not working days."""

    list_display = ("day", "reason")
    ordering = ("-day",)
    fields = ("day", "reason")
