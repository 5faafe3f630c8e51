"""Why things are kept from the public, for those who decide it: the list of what is to be looked at again."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton, WorkGroup, WorkItem, work_sources
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from opcc.web.words import due, nice_date, nice_datetime
from panel import operations, queries
from panel.forms.meetings import ReviewForm
from panel.models import ExemptionClaim, FoiExemption
from panel.permissions import (
    DECIDE_EXEMPTION,
    WITHHOLD,
    in_cleared_session,
    in_session_for_withheld,
    record_opening,
)


class ReviewFilter(admin.SimpleListFilter):
    """Those whose day to be looked at again has come."""

    title = "when to look again"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("due", "The day has come"), ("never", "No day is set")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "due":
            return queryset.filter(review_on__lte=timezone.localdate())
        return queryset.filter(review_on=None) if self.value() == "never" else queryset


class GroundsAdmin(OperatedAdmin):
    """Grounds are written where something is kept back. Here they are looked at again."""

    read_only = True
    held: ClassVar[tuple[str, ...]] = ()  # the relations that may hold such a ground
    list_filter = (ReviewFilter,)
    ordering = ("review_on", "pk")

    def may_open(self, request: HttpRequest) -> bool:
        """Whether what is kept back may be shown to this person, in this session."""
        raise NotImplementedError

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request).select_related("decided_by", *self.held)
        return rows if self.may_open(request) else rows.none()

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        record = context.get("original")
        if record is not None:
            record_opening(request, record, f"A {self.opts.verbose_name}")
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record_opening(request, self._record(request, object_id), f"History of a {self.opts.verbose_name}")
        return super().history_view(request, object_id, extra_context)

    @admin.display(description="decided", ordering="decided_at")
    def decided(self, claim: Any) -> str:
        return nice_date(timezone.localdate(claim.decided_at))

    @admin.display(description="look again", ordering="review_on")
    def review(self, claim: Any) -> Any:
        if claim.review_on is None:
            return "No day is set"
        today = timezone.localdate()
        if claim.review_on > today:
            return nice_date(claim.review_on)
        return tag(due(claim.review_on, today), "overdue" if claim.review_on < today else "due")

    def facts(self, record: Any) -> Sequence[tuple[str, Any]]:
        return [
            ("Kept back", self.what(record)),
            ("Decided", f"{record.decided_by or 'When it was loaded'}, {nice_datetime(record.decided_at)}"),
            ("To be looked at again", self.review(record)),
        ]

    def what(self, claim: Any) -> Any:
        """What is kept back, which leads to its page: there it is opened to the public."""
        held = next((row for name in self.held if (row := getattr(claim, name.split("__")[0], None)) is not None), None)
        if held is None:
            return "Nothing rests on it any more"
        address = reverse(f"admin:panel_{held._meta.model_name}_change", args=[held.pk])
        return format_html('<a href="{}">{}</a>', address, str(held._meta.verbose_name).capitalize())

    def keep(self, request: HttpRequest, record: Any, answers: dict[str, Any]) -> str:
        operations.review_exemption(claim=record, **answers, by=person(request), at=timezone.now())
        return "It stays as it is."


def _keep(permission: str) -> StateButton:
    return StateButton(
        name="keep", label="Keep it back, and look again later", run="keep", permission=permission, form=ReviewForm,
        primary=True, does="Where the reasons no longer hold, open it to the public on its own page instead.",
    )  # fmt: skip


@admin.register(ExemptionClaim)
class ExemptionClaimAdmin(GroundsAdmin):
    """Of items, resolutions and parts of papers: Schedule 12A."""

    held = ("item", "resolution__item", "part")
    list_display = ("public_title", "cited", "decided", "review")
    search_fields = ("public_title",)
    fields = ("public_title", "cited", "reasons")
    readonly_fields = ("cited",)
    state_buttons = (_keep(DECIDE_EXEMPTION),)

    def may_open(self, request: HttpRequest) -> bool:
        return in_cleared_session(request)

    @admin.display(description="paragraphs")
    def cited(self, claim: ExemptionClaim) -> str:
        return ", ".join(claim.paragraphs)


@admin.register(FoiExemption)
class FoiExemptionAdmin(GroundsAdmin):
    """Of decisions and their papers: the Freedom of Information Act."""

    held = ("decision", "attachment")
    list_display = ("__str__", "decided", "review")
    search_fields = ("public_words",)
    fields = ("public_words", "reasons")
    state_buttons = (_keep(WITHHOLD),)

    def may_open(self, request: HttpRequest) -> bool:
        return in_session_for_withheld(request)


@work_sources.register
def grounds_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """What is kept back and is to be looked at again, for those who decide it."""
    today, items = timezone.localdate(), []
    if request.user.has_perm(DECIDE_EXEMPTION) and in_cleared_session(request):
        days = queries.exemptions_to_review(today)
        items.append(_line(days, "Exemptions to look at again", "exemptionclaim", today))
    if request.user.has_perm(WITHHOLD) and in_session_for_withheld(request):
        days = queries.withheld_to_review(today)
        items.append(_line(days, "Withheld decisions to look at again", "foiexemption", today))
    return (WorkGroup("Panel", tuple(items)),) if items else ()


def _line(days: Sequence[date], label: str, model: str, today: date) -> WorkItem:
    listed = reverse(f"admin:panel_{model}_changelist")
    detail = due(days[0], today) if days else ""
    return WorkItem(
        len(days), label, f"{listed}?review=due", detail, "overdue" if days and days[0] < today else "due"
    )  # fmt: skip
