"""The filters of the staff's lists: each is a question that staff ask, in the address as ?name=1."""

from typing import Any

from django.contrib.admin import ModelAdmin, SimpleListFilter
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone

from ambassadors.enums import LOOP_OPEN, ConcernState, ReportState


class _YesFilter(SimpleListFilter):
    """Shows what the question keeps, or everything."""

    words: str

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Any]") -> list[tuple[str, str]]:
        return [("1", self.words)]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        return queryset.filter(self.keep()) if self.value() == "1" else queryset

    def keep(self) -> Q:
        """What to keep today."""
        raise NotImplementedError


class LateFilter(_YesFilter):
    """Drafts past their day, and reports sent after it."""

    title = "late"
    parameter_name = "late"
    words = "Late, or not sent in time"

    def keep(self) -> Q:
        """A draft past its day, or a report sent after it."""
        draft = Q(state=ReportState.DRAFT, due_on__lt=timezone.localdate())
        return draft | Q(submitted_at__date__gt=F("due_on"))


class OverdueFilter(_YesFilter):
    """Concerns with the office after the day an answer was needed."""

    title = "past its date"
    parameter_name = "overdue"
    words = "Not answered in time"

    def keep(self) -> Q:
        """With the office, and needed by a day that is past."""
        return Q(state=ConcernState.OPEN, needed_by__lt=timezone.localdate())


class LoopOpenFilter(_YesFilter):
    """Concerns of which the forum has not heard."""

    title = "forum has heard"
    parameter_name = "unheard"
    words = "Not yet"

    def keep(self) -> Q:
        """Not answered, or answered and not told."""
        return Q(state__in=LOOP_OPEN)


class UnassignedFilter(_YesFilter):
    """Concerns that nobody has."""

    title = "officer"
    parameter_name = "unassigned"
    words = "Without an officer"

    def keep(self) -> Q:
        """Nobody has it."""
        return Q(assigned_to=None)


class DueFilter(_YesFilter):
    """Contacts to be in touch with."""

    title = "due"
    parameter_name = "due"
    words = "Due now"

    def keep(self) -> Q:
        """Still a contact, and due today or before."""
        return Q(ended_on=None, due_on__lte=timezone.localdate())


class InPostFilter(SimpleListFilter):
    """Ambassadors who hold a forum today, and everybody else on the list."""

    title = "in post"
    parameter_name = "in_post"

    def lookups(self, request: HttpRequest, model_admin: "ModelAdmin[Any]") -> list[tuple[str, str]]:
        return [("1", "Holds a forum now"), ("0", "Holds none now")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        people = queryset.model.objects.in_post_on(timezone.localdate()).values("pk")
        if self.value() == "1":
            return queryset.filter(pk__in=people)
        return queryset.exclude(pk__in=people) if self.value() == "0" else queryset


class LiveFilter(_YesFilter):
    """Appointments that hold today."""

    title = "live"
    parameter_name = "live"
    words = "Live today"

    def keep(self) -> Q:
        """Begun, and not past its last day."""
        today = timezone.localdate()
        return Q(ends_on=None, starts_on__lte=today) | Q(ends_on__gte=today, starts_on__lte=today)
