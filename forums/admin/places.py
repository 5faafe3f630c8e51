"""Forums, which end and merge by buttons, and the topics of priorities."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Count, Max, Min, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from forums import operations
from forums.enums import MeetingState
from forums.forms import EndForm, MergeForm
from forums.models import Forum, ForumMeeting, PriorityTopic
from forums.querysets import ForumQuerySet
from opcc.accounts.permissions import person
from opcc.web.admin import OfficeModelAdmin, StateButton
from opcc.web.words import nice_date


class ActiveFilter(admin.SimpleListFilter):
    """Forums that meet, or those that have ended."""

    title = "whether it meets"
    parameter_name = "meets"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Meets now"), ("ended", "Has ended")]

    def queryset(self, request: HttpRequest, queryset: Any) -> ForumQuerySet:
        assert isinstance(queryset, ForumQuerySet)
        if self.value() == "yes":
            return queryset.active_on(timezone.localdate())
        if self.value() == "ended":
            return queryset.ended_before(timezone.localdate())
        return queryset


def _has_no_end(forum: Forum) -> bool:
    return forum.ends_on is None


@admin.register(Forum)
class ForumAdmin(OfficeModelAdmin):
    """The list answers: does it meet, when did it last, when does it next?"""

    list_display = ("name", "district", "next_meeting", "last_meeting", "its_end")
    list_select_related = ("district", "merged_into")
    list_filter = (ActiveFilter, "district")
    search_fields = ("name", "usual_venue", "slug")
    ordering = ("district__position", "name", "pk")
    autocomplete_fields = ("district",)
    prepopulated_fields = {"slug": ("name",)}
    readonly_fields = ("ends_on", "end_reason", "merged_into", "source", "is_synthetic")
    fieldsets = (
        (None, {"fields": ("name", "slug", "district", "starts_on")}),
        ("For the public", {"fields": ("usual_venue", "about")}),
        ("Its end", {"fields": ("ends_on", "end_reason", "merged_into")}),
        ("Where this comes from", {"fields": ("source", "is_synthetic")}),
    )
    find_here = True
    export_columns = (
        ("Forum", "name"),
        ("District", "district.name"),
        ("Active from", "starts_on"),
        ("Active until", "ends_on"),
        ("Why it ended", "end_reason"),
        ("Merged into", "merged_into.name"),
    )
    state_buttons = (
        StateButton(
            name="merge",
            label="Merge into another forum",
            run="merge",
            permission="forums.change_forum",
            does="What it agreed stays on its page. Merging will, at once:",
            effects="effects_of_ending",
            form=MergeForm,
            when=_has_no_end,
        ),
        StateButton(
            name="end",
            label="End this forum",
            run="end",
            permission="forums.change_forum",
            does="What it agreed stays on its page. Ending will, at once:",
            effects="effects_of_ending",
            form=EndForm,
            when=_has_no_end,
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Forum]:
        planned = Q(meetings__state=MeetingState.PLANNED, meetings__held_on__gte=timezone.localdate())
        forums: QuerySet[Forum] = super().get_queryset(request)
        return forums.annotate(
            next_on=Min("meetings__held_on", filter=planned),
            last_on=Max("meetings__held_on", filter=Q(meetings__state=MeetingState.HELD)),
        )

    @admin.display(description="next meeting", ordering="next_on", empty_value="No date yet")
    def next_meeting(self, forum: Any) -> Any:
        """The first planned from today on."""
        return forum.next_on

    @admin.display(description="last met", ordering="last_on", empty_value="Never")
    def last_meeting(self, forum: Any) -> Any:
        """The last that was held."""
        return forum.last_on

    @admin.display(description="end", ordering="ends_on", empty_value="")
    def its_end(self, forum: Forum) -> str | None:
        """When it ended, and into which it merged."""
        if forum.ends_on is None:
            return None
        into = f", merged into {forum.merged_into}" if forum.merged_into else ""
        return f"{nice_date(forum.ends_on)}{into}"

    def facts(self, record: Any) -> Sequence[tuple[str, Any]]:
        """Next and last meeting."""
        return [
            ("Next meeting", nice_date(record.next_on) if record.next_on else "No date yet"),
            ("Last met", nice_date(record.last_on) if record.last_on else "Never"),
        ]

    def effects_of_ending(self, record: Forum) -> list[str]:
        """What stops with the forum."""
        planned = ForumMeeting.objects.planned_from(timezone.localdate()).filter(forum=record).count()
        return [f"cancel the meetings planned after its last day (planned now: {planned})", "tell the public why"]

    def end(self, request: HttpRequest, record: Forum, answers: dict[str, Any]) -> str:
        """End the forum."""
        forum = operations.end_forum(forum=record, **answers, by=person(request), at=timezone.now())
        assert forum.ends_on is not None
        return f"{forum}’s last day is {nice_date(forum.ends_on)}."

    def merge(self, request: HttpRequest, record: Forum, answers: dict[str, Any]) -> str:
        """Let another forum take over."""
        operations.merge_forums(from_forum=record, **answers, by=person(request), at=timezone.now())
        return f"{answers['into']} takes over from {record} after {nice_date(answers['on'])}."


@admin.register(PriorityTopic)
class PriorityTopicAdmin(OfficeModelAdmin):
    """The taxonomy. A topic that is no longer wanted is not offered; what used it stays."""

    list_display = ("name", "full_name", "broader", "position", "is_active", "times_agreed")
    list_select_related = ("broader",)
    list_filter = ("is_active",)
    search_fields = ("name", "full_name", "code")
    ordering = ("position", "name", "pk")
    autocomplete_fields = ("broader",)
    prepopulated_fields = {"code": ("name",)}
    fieldsets = (
        (None, {"fields": ("name", "full_name", "code", "broader")}),
        ("Where it stands", {"fields": ("position", "is_active")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[PriorityTopic]:
        topics: QuerySet[PriorityTopic] = super().get_queryset(request)
        return topics.annotate(times=Count("priorities"))

    @admin.display(description="times agreed", ordering="times")
    def times_agreed(self, topic: Any) -> int:
        """At how many meetings a priority had it."""
        return int(topic.times)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The code is how an office's folder finds the topic again."""
        return ("code",) if obj is not None else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        """Only for a topic that is being added."""
        return {} if obj is not None else {"code": ("name",)}
