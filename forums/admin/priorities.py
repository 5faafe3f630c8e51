"""Priorities, read only: meetings make, keep and close them."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from forums.models import ForumPriority, PriorityProgress
from opcc.web.admin import AppendOnlyInline, OfficeModelAdmin
from opcc.web.words import nice_date


class PriorityInline(AppendOnlyInline):
    """What a meeting agreed."""

    model = ForumPriority
    fk_name = "meeting"
    fields = ("position", "topic", "wording", "continuity")
    ordering = ("position",)
    verbose_name_plural = "priorities agreed"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("topic")


class ProgressInline(AppendOnlyInline):
    """What a meeting heard about earlier priorities."""

    model = PriorityProgress
    fk_name = "meeting"
    fields = ("priority", "text")
    ordering = ("pk",)
    verbose_name_plural = "progress reported"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("priority__topic")


class HeardInline(AppendOnlyInline):
    """What later meetings heard about a priority."""

    model = PriorityProgress
    fk_name = "priority"
    fields = ("meeting", "text")
    ordering = ("meeting__held_on", "pk")
    verbose_name_plural = "what was done"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).select_related("meeting__forum")


class StandingFilter(admin.SimpleListFilter):
    """Whether a priority still stands."""

    title = "whether it stands"
    parameter_name = "stands"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Stands"), ("kept", "Kept by a later meeting"), ("closed", "Closed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ForumPriority]) -> QuerySet[ForumPriority]:
        keep: dict[str, dict[str, Any]] = {
            "yes": {"closed_at": None, "carried_to": None},
            "kept": {"carried_to__isnull": False},
            "closed": {"closed_at__isnull": False},
        }
        return queryset.filter(**keep.get(self.value() or "", {}))


@admin.register(ForumPriority)
class ForumPriorityAdmin(OfficeModelAdmin):
    """Every priority ever agreed."""

    read_only = True
    list_display = ("wording", "topic", "forum", "agreed_on", "closed_on")
    list_filter = (StandingFilter, "continuity", "topic", "meeting__forum__district")
    search_fields = ("wording", "topic__name", "topic__full_name", "meeting__forum__name")
    ordering = ("-meeting__held_on", "meeting", "position")
    date_hierarchy = "meeting__held_on"
    fields = ("meeting", "position", "topic", "wording", "continuity", "carried_from", "closed_at", "source")
    readonly_fields = fields
    inlines = (HeardInline,)
    find_here = True
    export_columns = (
        ("Forum", "meeting.forum.name"),
        ("Agreed on", "meeting.held_on"),
        ("Place", "position"),
        ("Topic", "topic.name"),
        ("As agreed", "wording"),
        ("New or kept", "get_continuity_display"),
        ("Closed on", "closed_at.held_on"),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ForumPriority]:
        priorities: QuerySet[ForumPriority] = super().get_queryset(request)
        return priorities.select_related("topic", "meeting__forum", "closed_at__forum", "carried_from__topic")

    @admin.display(description="forum", ordering="meeting__forum__name")
    def forum(self, priority: ForumPriority) -> str:
        """Which agreed it."""
        return priority.meeting.forum.name

    @admin.display(description="agreed on", ordering="meeting__held_on")
    def agreed_on(self, priority: ForumPriority) -> Any:
        """The day of its meeting."""
        return priority.meeting.held_on

    @admin.display(description="closed on", ordering="closed_at__held_on", empty_value="")
    def closed_on(self, priority: ForumPriority) -> Any:
        """The day of the meeting that did not keep it."""
        return priority.closed_at.held_on if priority.closed_at else None

    def facts(self, record: ForumPriority) -> Sequence[tuple[str, Any]]:
        """Whose it is, since when, and whether it stands."""
        closed = f"Closed on {nice_date(record.closed_at.held_on)}" if record.closed_at else "Not closed"
        return [
            ("Forum", record.meeting.forum.name),
            ("Agreed on", nice_date(record.meeting.held_on)),
            ("State", closed),
        ]
