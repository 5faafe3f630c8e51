"""The forces that this one is compared with, and how it stands among them."""

from typing import Any, ClassVar

from django.contrib import admin
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest

from performance.admin.shared import ScopedAdmin, SettingAdmin, SettingTabularInline, plain
from performance.models import PeerGroup, PeerMember, PeerStanding, PeerValue

NEEDED = ("series__measure", "series__force_area", "series__policing_area", "series__district")
FROM: Any = ("Where this comes from", {"fields": ("source",)})


class MemberInline(SettingTabularInline):
    """Which forces are in a group, from when to when."""

    model = PeerMember
    fields = ("force", "is_own", "starts_on", "ends_on")
    ordering = ("starts_on", "force", "pk")
    can_delete = False
    verbose_name_plural = "Forces in the group"


@admin.register(PeerGroup)
class PeerGroupAdmin(SettingAdmin):
    """Lists of most similar forces. They change, so each force is in it from a day to a day."""

    to_measure = None
    list_display = ("name", "forces", "source")
    search_fields = ("name",)
    ordering = ("name", "pk")
    fields = ("name", "source")
    inlines = (MemberInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[PeerGroup]:
        groups: QuerySet[PeerGroup] = super().get_queryset(request)
        return groups.annotate(still=Count("members", filter=Q(members__ends_on=None)))

    @admin.display(description="Forces now", ordering="still")
    def forces(self, group: Any) -> int:
        return int(group.still)


@admin.register(PeerMember)
class PeerMemberAdmin(ScopedAdmin):
    """A force's time in a group: kept on the group's page, found here by the box that asks for a force."""

    to_measure = None
    read_only = True
    list_display = ("force", "group", "starts_on", "ends_on")
    list_select_related = ("group",)
    search_fields = ("force", "group__name")
    ordering = ("force", "group__name", "starts_on", "pk")
    fields = ("group", "force", "is_own", "starts_on", "ends_on")

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        return {}  # keeps it out of the menu

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("group")


class _ForPeriod(SettingAdmin):
    """What is known of a measure among peers for a period."""

    search_fields: ClassVar[tuple[str, ...]] = ("series__measure__name",)
    ordering = ("-month", "series__measure__name", "pk")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related(*NEEDED)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Of which measure it speaks stays as it was."""
        return ("series",) if obj is not None else ()

    @admin.display(description="Period to", ordering="month")
    def period(self, row: Any) -> str:
        return f"{row.month:%B %Y}"


@admin.register(PeerStanding)
class PeerStandingAdmin(_ForPeriod):
    """The force's rank as a source states it."""

    list_display = ("series", "period", "place", "group", "group_average")
    list_filter = ("group",)
    autocomplete_fields = ("series", "group")
    fieldsets = (
        (None, {"fields": ("series", "group", "month")}),
        ("The rank", {"fields": ("rank", "of", "average")}),
        FROM,
    )
    export_columns = (
        ("Measure", "series.measure.name"),
        ("Period to", "month"),
        ("Group", "group.name"),
        ("Rank", "rank"),
        ("Out of", "of"),
        ("Average of the group", "average"),
        ("Source", "source"),
        ("Invented for the sample", "is_synthetic"),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("group")

    @admin.display(description="The group’s average", ordering="average")
    def group_average(self, row: PeerStanding) -> str | None:
        return plain(row.average)

    @admin.display(description="Rank", ordering="rank")
    def place(self, row: PeerStanding) -> str:
        return f"{row.rank} of {row.of}"


@admin.register(PeerValue)
class PeerValueAdmin(_ForPeriod):
    """A peer's own value, from which ranks are worked out."""

    list_display = ("series", "period", "member", "shown")
    autocomplete_fields = ("series", "member")
    search_fields = ("series__measure__name", "member__force")
    fieldsets = ((None, {"fields": ("series", "member", "month", "value")}), FROM)
    export_columns = (
        ("Measure", "series.measure.name"),
        ("Period to", "month"),
        ("Force", "member.force"),
        ("Group", "member.group.name"),
        ("Value", "value"),
        ("Source", "source"),
        ("Invented for the sample", "is_synthetic"),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("member__group")

    @admin.display(description="Value", ordering="value")
    def shown(self, row: PeerValue) -> str | None:
        return plain(row.value)
