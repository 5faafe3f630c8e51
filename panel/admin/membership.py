"""Members and what they hold, councils, working groups, the Panel's rules and the outline of agendas."""

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.models import User
from opcc.web.admin import OfficeStackedInline
from opcc.web.admin.operated import RefusableAdmin
from panel import operations
from panel.admin.interests import register_due
from panel.models import (
    Council,
    GroupPlace,
    Member,
    PanelPost,
    PanelRules,
    RegisteredInterest,
    StandingItem,
    Substitute,
    Term,
    WorkingGroup,
)
from panel.permissions import VIEW_INTEREST


class _SavedAdmin(RefusableAdmin):
    """Rows that `save_record` writes, with those below them."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        assert isinstance(request.user, User)
        operations.save_record(row=obj, by=request.user, at=timezone.now())

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        assert isinstance(request.user, User)
        for row in formset.save(commit=False):
            operations.save_record(row=row, by=request.user, at=timezone.now())


class _Kept(OfficeStackedInline):
    """Rows that end and are never deleted."""

    can_delete = False
    exclude = ("source",)


class TermInline(_Kept):
    model = Term


class PostInline(_Kept):
    model = PanelPost


class UnregisteredFilter(admin.SimpleListFilter):
    """Members who sit and have nothing in the register of interests."""

    title = "the register of interests"
    parameter_name = "register"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("missing", "Nothing registered")] if request.user.has_perm(VIEW_INTEREST) else []

    def queryset(self, request: HttpRequest, queryset: QuerySet[Member]) -> Any:
        if self.value() != "missing" or not request.user.has_perm(VIEW_INTEREST):
            return queryset
        return queryset.filter(pk__in=Member.objects.unregistered_on(timezone.localdate()).values("pk"))


class PlaceInline(_Kept):
    model = GroupPlace


class InterestInline(OfficeStackedInline):
    model = RegisteredInterest
    can_delete = False
    exclude = ("source",)


@admin.register(Member)
class MemberAdmin(_SavedAdmin):
    """A member, with terms, posts, places in groups and the register of interests."""

    list_display: tuple[str, ...] = ("name_shown", "body", "sees_exempt")
    list_filter = ("sees_exempt", UnregisteredFilter)
    search_fields = ("first_name", "last_name")
    ordering = ("last_name", "first_name", "pk")
    autocomplete_fields = ("user",)
    fields = ("style", "first_name", "last_name", "user", "sees_exempt")
    inlines = (TermInline, PostInline, PlaceInline, InterestInline)
    export_columns = (("Member", "name"), ("May read exempt papers", "sees_exempt"))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Member]:
        today = timezone.localdate()
        return (
            super()
            .get_queryset(request)
            .prefetch_related(
                Prefetch("terms", Term.objects.on(today).select_related("council"), to_attr="now_for"),
                Prefetch("posts", PanelPost.objects.on(today), to_attr="now_holds"),
                Prefetch("interests", RegisteredInterest.objects.current().only("member"), to_attr="now_registered"),
            )
        )

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """Whether something is in the register, for whoever keeps it."""
        return (*self.list_display, *(("in_register",) if request.user.has_perm(VIEW_INTEREST) else ()))

    @admin.display(description="member", ordering="last_name")
    def name_shown(self, member: Any) -> str:
        """With the style before the name."""
        return str(member.name)

    @admin.display(description="on the Panel for")
    def body(self, member: Any) -> str:
        """The council or 'Independent', and whether chair or vice-chair; empty for somebody who does not sit today."""
        bodies = [str(term.council or "Independent") for term in member.now_for]
        return ", ".join([*bodies, *(held.get_post_display() for held in member.now_holds)])

    @admin.display(description="register")
    def in_register(self, member: Any) -> Any:
        """By when, for somebody who sits today and has nothing in it."""
        if member.now_registered or not member.now_for:
            return "Registered" if member.now_registered else ""
        return register_due(member.now_for[0].starts_on)


class SubstituteInline(_Kept):
    model = Substitute


@admin.register(Council)
class CouncilAdmin(_SavedAdmin):
    """Councils, their seats, and whom they may send in place of a member."""

    list_display = ("name", "seats", "district")
    list_select_related = ("district",)
    search_fields = ("name",)
    ordering = ("position", "name", "pk")
    autocomplete_fields = ("district",)
    fields = ("name", "seats", "district", "position")
    inlines = (SubstituteInline,)


class GroupPlaceInline(_Kept):
    model = GroupPlace


@admin.register(WorkingGroup)
class WorkingGroupAdmin(_SavedAdmin):
    """Working groups, what is left to them and who is in them."""

    list_display = ("name", "starts_on", "ends_on")
    search_fields = ("name",)
    ordering = ("name", "pk")
    fields = ("name", "purpose", "delegated", "starts_on", "ends_on")
    inlines = (GroupPlaceInline,)


@admin.register(PanelRules)
class PanelRulesAdmin(_SavedAdmin):
    """One set of rules. It is added once, where the Panel has only the defaults, and then changed."""

    ordering = ("pk",)
    find_here = False
    list_display = ("clear_days", "question_days", "quorum_divisor")
    fieldsets = (
        ("Notice of meetings", {"fields": ("clear_days", "counting", "office_closes")}),
        (
            "Questions of the public",
            {"fields": ("question_days", "questions_close", "questions_each", "minutes_each", "minutes_in_all")},
        ),
        ("Complaints about the Commissioner", {"fields": ("acknowledge_days", "complaint_weeks")}),
        ("Members", {"fields": ("co_opted_seats",)}),
        ("Meetings", {"fields": ("starts_at", "quorum_divisor")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not PanelRules.objects.exists()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)


@admin.register(StandingItem)
class StandingItemAdmin(_SavedAdmin):
    """The outline from which every agenda is drafted."""

    list_display = ("title", "parent", "kind", "lead", "position", "is_active")
    list_filter = ("is_active", "kind")
    list_select_related = ("parent",)
    search_fields = ("title",)
    ordering = ("parent__position", "position", "pk")
    autocomplete_fields = ("parent",)
    fields = ("parent", "position", "kind", "title", "purpose", "lead", "is_active")
