"""Concerns: what was raised, what was done, and the forum being told."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from ambassadors import operations
from ambassadors.admin.shared import concern_tag
from ambassadors.enums import ActionLevel, ConcernState, ItemKind
from ambassadors.filters import LoopOpenFilter, OverdueFilter, UnassignedFilter
from ambassadors.forms.office import ActionForm, AssignForm, CloseForm, ReplyForm, ToldForm
from ambassadors.models import Concern, ConcernAction
from ambassadors.querysets.concerns import RESTRICTED
from opcc.accounts.permissions import person
from opcc.web.admin import AppendOnlyInline, OfficeModelAdmin, StateButton
from opcc.web.words import nice_date

CHANGE = "ambassadors.change_concern"
RAISED = (
    "What was raised",
    {"fields": ("kind", "topic", "forum", "text", "raised_by", "raised_on", "needed_by", "ambassador", "source")},
)
ANSWERED = ("What the office answered", {"fields": ("reply", "replied_at", "replied_by", "told_on")})
CLOSED = ("Closed without a reply", {"fields": ("closed_reason", "closed_on")})


class ActionInline(AppendOnlyInline):
    """What the office did, oldest first."""

    model = ConcernAction
    fields = readonly_fields = ("taken_on", "level", "text", "recorded_by")
    ordering = ("taken_on", "pk")
    verbose_name_plural = "What was done"

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ConcernAction]":
        return super().get_queryset(request).select_related("recorded_by")


def _open(record: Any) -> bool:
    return bool(record.state == ConcernState.OPEN)


def _not_closed(record: Any) -> bool:
    return bool(record.state != ConcernState.CLOSED)


@admin.register(Concern)
class ConcernAdmin(OfficeModelAdmin):
    """What was raised, as it was raised; the office's part moves by buttons.

    Restricted concerns do not exist for people without the permission: not in lists, searches or by address.
    """

    read_only = True
    find_here = True
    inlines = (ActionInline,)
    list_display = ("reference", "stands", "forum", "topic", "needed_by", "assigned_to")
    list_select_related = ("topic", "forum", "assigned_to")
    list_filter = (OverdueFilter, LoopOpenFilter, UnassignedFilter, "state", "kind", "forum__district")
    search_fields = ("reference", "text", "forum__name", "topic__name", "reply")
    ordering = ("-raised_on", "-pk")
    export_columns = (
        ("Reference", "reference"),
        ("Kind", "get_kind_display"),
        ("Topic", "topic"),
        ("Forum", "forum.name"),
        ("District", "forum.district.name"),
        ("Raised on", "raised_on"),
        ("What was raised", "text"),
        ("Needed by", "needed_by"),
        ("State", "get_state_display"),
        ("Reply", "reply"),
        ("Forum told on", "told_on"),
        ("Restricted", "is_restricted"),
        ("Invented for the sample", "is_synthetic"),
    )
    state_buttons = (
        StateButton(
            name="action",
            label="Record the action",
            title="Record what was done",
            does="It stays as you write it. A correction is another action.",
            run="record_action",
            permission=CHANGE,
            form=ActionForm,
            when=_not_closed,
            primary=True,
        ),
        StateButton(
            name="reply",
            label="Send the reply",
            title="Reply to the ambassador",
            does="The ambassador gets an e-mail, reads the reply and tells the forum.",
            run="reply",
            permission=CHANGE,
            form=ReplyForm,
            when=_open,
        ),
        StateButton(
            name="told",
            label="Mark as told",
            title="The forum was told",
            run="tell",
            permission=CHANGE,
            form=ToldForm,
            when=lambda record: record.state == ConcernState.REPLIED,
        ),
        StateButton(
            name="assign",
            label="Assign",
            title="Assign",
            run="assign",
            permission=CHANGE,
            form=AssignForm,
            when=_not_closed,
        ),
        StateButton(
            name="close",
            label="Close without a reply",
            title="Close without a reply",
            does="For one raised twice or by mistake.",
            run="close",
            permission=CHANGE,
            form=CloseForm,
            when=_open,
        ),
        StateButton(
            name="restrict",
            label="Restrict",
            title="Keep it from the public",
            does="It leaves everything the public can read, and the lists of staff who are not cleared.",
            run="restrict",
            permission=RESTRICTED,
            when=lambda record: not record.is_restricted,
        ),
        StateButton(
            name="unrestrict",
            label="Lift the restriction",
            title="Let the public read it",
            does="It appears in public reports from now on.",
            run="unrestrict",
            permission=RESTRICTED,
            when=lambda record: record.is_restricted and record.kind != ItemKind.TENSION,
        ),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Concern]":
        return Concern.objects.for_reader(person(request)).select_related(
            "topic", "forum__district", "ambassador", "assigned_to", "partner", "replied_by"
        )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What was raised, and how it ended if it did."""
        if obj is None or obj.state == ConcernState.OPEN:
            return (RAISED,)
        return (RAISED, CLOSED if obj.state == ConcernState.CLOSED else ANSWERED)

    @admin.display(description="State", ordering="state")
    def stands(self, concern: Concern) -> str:
        return concern_tag(concern, timezone.localdate())

    def facts(self, record: Concern) -> Sequence[tuple[str, Any]]:
        needed = nice_date(record.needed_by) if record.needed_by else "No date given"
        found: list[tuple[str, Any]] = [
            ("State", concern_tag(record, timezone.localdate())),
            ("Needed by", needed),
            ("Officer", record.assigned_to or "Nobody yet"),
        ]
        if record.partner:
            found.append(("Partner", record.partner))
        if record.is_restricted:
            found.append(("Read by", "cleared staff only"))
        return found

    def record_action(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.record_action(
            concern=record,
            level=ActionLevel(answers["level"]),
            taken_on=answers["taken_on"],
            text=answers["text"],
            by=person(request),
            at=timezone.now(),
        )
        return "The action is recorded."

    def reply(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.reply_to_concern(concern=record, text=answers["text"], by=person(request), at=timezone.now())
        return "The reply is sent." if record.ambassador else "The reply is recorded. No ambassador passed this on."

    def tell(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.mark_told(concern=record, told_on=answers["told_on"], by=person(request), at=timezone.now())
        return "The forum is marked as told."

    def assign(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.assign_concern(
            concern=record,
            officer=answers["officer"],
            partner=answers["partner"] or record.partner,
            by=person(request),
            at=timezone.now(),
        )
        return f"{record.reference} is with {answers['officer']}."

    def close(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.close_concern(concern=record, reason=answers["reason"], by=person(request), at=timezone.now())
        return f"{record.reference} is closed."

    def restrict(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.set_restricted(concern=record, is_restricted=True, by=person(request), at=timezone.now())
        return f"{record.reference} is restricted."

    def unrestrict(self, request: HttpRequest, record: Concern, answers: dict[str, Any]) -> str:
        operations.set_restricted(concern=record, is_restricted=False, by=person(request), at=timezone.now())
        return f"{record.reference} is no longer restricted."
