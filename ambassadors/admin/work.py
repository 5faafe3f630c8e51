"""Contacts, events and objectives."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from ambassadors.filters import DueFilter
from ambassadors.models import ContactMade, EngagementActivity, KeyContact, Objective, ObjectiveProgress
from opcc.web.admin import AppendOnlyInline, OfficeModelAdmin


class ContactMadeInline(AppendOnlyInline):
    """When the ambassador was in touch, latest first."""

    model = ContactMade
    fields = readonly_fields = ("on", "means", "note")
    ordering = ("-on", "-pk")


@admin.register(KeyContact)
class KeyContactAdmin(OfficeModelAdmin):
    """The ambassadors' networks, which they keep themselves."""

    read_only = True
    inlines = (ContactMadeInline,)
    list_display = ("organisation_name", "ambassador", "frequency", "last_contact_on", "due_on")
    list_select_related = ("ambassador",)
    list_filter = (DueFilter, "frequency", "means")
    search_fields = ("organisation_name", "name", "ambassador__first_name", "ambassador__last_name")
    ordering = ("due_on", "pk")
    fields = (
        "ambassador",
        "organisation_name",
        "organisation",
        "name",
        "how_to_reach",
        "frequency",
        "means",
        "added_on",
        "last_contact_on",
        "due_on",
        "ended_on",
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[KeyContact]":
        return super().get_queryset(request).select_related("ambassador", "organisation")


@admin.register(EngagementActivity)
class EngagementActivityAdmin(OfficeModelAdmin):
    """Events that ambassadors attended."""

    read_only = True
    list_display = ("title", "held_on", "ambassador", "people_met")
    list_select_related = ("ambassador",)
    search_fields = ("title", "outcome", "ambassador__first_name", "ambassador__last_name")
    ordering = ("-held_on", "-pk")
    fields = ("ambassador", "held_on", "title", "people_met", "outcome")


class ProgressInline(AppendOnlyInline):
    """How far each ambassador has come, latest first."""

    model = ObjectiveProgress
    fields = readonly_fields = ("on", "ambassador", "number", "evidence")
    ordering = ("-on", "-pk")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ObjectiveProgress]":
        return super().get_queryset(request).select_related("ambassador")


@admin.register(Objective)
class ObjectiveAdmin(OfficeModelAdmin):
    """What every ambassador, or one, is asked to do in a period."""

    inlines = (ProgressInline,)
    list_display = ("title", "whose", "starts_on", "ends_on", "target", "unit")
    list_select_related = ("ambassador",)
    search_fields = ("title", "ambassador__first_name", "ambassador__last_name")
    autocomplete_fields = ("ambassador",)
    ordering = ("-starts_on", "position", "pk")
    fields = ("title", "ambassador", "starts_on", "ends_on", "target", "unit", "position")

    @admin.display(description="Asked of", ordering="ambassador__last_name")
    def whose(self, objective: Objective) -> str:
        return str(objective.ambassador or "Every ambassador")
