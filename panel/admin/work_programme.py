"""The work programme as staff keep it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date
from panel import operations
from panel.admin.exempt import ExemptAwareAdmin
from panel.admin.follow_up import OverdueFilter
from panel.enums import MeetingState, WorkKind, WorkState
from panel.forms.fields import ReasonForm
from panel.forms.recommendations import LateForm, MoveForm, ReportedForm, WorkItemForm
from panel.models import PanelMeeting, WorkItem, WorkMove
from panel.permissions import CHANGE_WORK

COLOURS = {WorkState.OPEN: "waiting", WorkState.DONE: "done", WorkState.DROPPED: "draft"}
WORDS = ("title", "detail", "lead", "when_words", "requested_by", "requested_on", "last_report_on", "position")


class MoveInline(AppendOnlyInline):
    model = WorkMove
    fields = ("moved_at", "from_meeting", "to_meeting", "reason", "moved_by")
    ordering = ("moved_at", "pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        related = ("from_meeting__group", "to_meeting__group", "moved_by")
        return super().get_queryset(request).select_related(*related)


def _open(item: WorkItem) -> bool:
    return item.state == WorkState.OPEN


def _on_agenda_to_come(item: WorkItem) -> bool:
    return item.item is not None and item.item.meeting.state == MeetingState.PLANNED


def _button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(name=name, label=label, run=name, permission=CHANGE_WORK, **{"when": _open, **values})


@admin.register(WorkItem)
class WorkItemAdmin(ExemptAwareAdmin):
    """Each move to another meeting has its reason, and is kept."""

    form = WorkItemForm
    find_here = True
    list_display = ("title", "kind", "next_report", "stands", "last_report_on", "requested_by")
    list_filter = (OverdueFilter, "kind", "state")
    list_select_related = ("meeting__group",)
    search_fields = ("title", "detail", "requested_by")
    export_columns = (
        ("Item", "title"),
        ("Part", "get_kind_display"),
        ("Date of next report", "meeting.held_on"),
        ("Venue", "meeting.venue"),
        ("When", "when_words"),
        ("Detail", "detail"),
        ("Asked for by", "requested_by"),
        ("Asked for on", "requested_on"),
        ("Date of last report", "last_report_on"),
        ("State", "get_state_display"),
        ("Invented for the sample", "is_synthetic"),
    )
    inlines = (MoveInline,)
    state_buttons = (
        _button(
            "reported", "Record the report", form=ReportedForm, primary=True,
            does="A dated item is taken with it; a standing one stays.",
        ),
        _button(
            "move", "Move the item", form=MoveForm,
            when=lambda item: _open(item) and item.kind != WorkKind.STANDING and not _on_agenda_to_come(item),
        ),
        _button(
            "put", "Put it on the agenda", form=LateForm,
            does="Of its meeting, where the agenda was drafted without it.",
            when=lambda item: _open(item) and item.meeting_id is not None and item.item_id is None,
        ),
        _button("drop", "Take it off", form=ReasonForm, title="Take it off the work programme"),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("meeting__group", "item__meeting", "item__parent")

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Nothing hangs on a record that is not there yet."""
        return super().get_inlines(request, obj) if obj is not None else ()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("kind", "meeting__held_on", "position", "pk")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is taken, or taken off, stays as it is."""
        return (obj is None or _open(obj)) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("kind", "meeting", "item", "dropped_reason", "source")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        where = ("kind", "meeting") if obj is None or not obj.item_id else ("kind", "meeting", "item")
        parts: list[Any] = [("When", {"fields": where}), ("What", {"fields": WORDS})]
        if obj is not None and obj.dropped_reason:
            parts.append(("The end", {"fields": ("dropped_reason",)}))
        if obj is not None and obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return parts

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "meeting" in made.base_fields:
            made.base_fields["meeting"].queryset = _planned()
        return made

    @admin.display(description="State", ordering="state")
    def stands(self, item: WorkItem) -> Any:
        meeting = item.meeting
        if _open(item) and meeting is not None and meeting.state == MeetingState.CANCELLED:
            return tag("Meeting is cancelled", "due")
        if _open(item) and meeting is not None and meeting.held_on < timezone.localdate():
            return tag("Meeting is over", "due")
        return tag(str(item.get_state_display()), COLOURS[WorkState(item.state)])

    @admin.display(description="Date of next report", ordering="meeting__held_on")
    def next_report(self, item: WorkItem) -> str:
        return nice_date(item.meeting.held_on) if item.meeting else item.when_words

    def facts(self, record: WorkItem) -> Sequence[tuple[str, Any]]:
        venue = (record.meeting.venue if record.meeting else "") or "To be confirmed"
        return (("State", self.stands(record)), ("Next report", self.next_report(record)), ("Venue", venue))

    def write(self, request: HttpRequest, form: Any, record: Any) -> WorkItem:
        said = form.cleaned_data
        words = {name: said[name] for name in WORDS}
        who: dict[str, Any] = {"by": request.user, "at": timezone.now()}
        if record is not None:
            return operations.change_work_item(work_item=record, **words, **who)
        return operations.add_work_item(kind=WorkKind(said["kind"]), meeting=said["meeting"], **words, **who)

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        form = super().button_form(request, button, record, said)
        if button.form is MoveForm:
            form.fields["to"].queryset = _planned()
        return form

    def reported(self, request: HttpRequest, record: WorkItem, answers: dict[str, Any]) -> str:
        row = operations.record_report(work_item=record, **answers, by=person(request), at=timezone.now())
        return "The report is recorded." if row.state == WorkState.OPEN else "The item is taken."

    def move(self, request: HttpRequest, record: WorkItem, answers: dict[str, Any]) -> str:
        row = operations.move_work_item(work_item=record, **answers, by=person(request), at=timezone.now())
        return f"The item is for {row.meeting}." if row.meeting else "The item is to be timetabled."

    def put(self, request: HttpRequest, record: WorkItem, answers: dict[str, Any]) -> str:
        operations.put_on_agenda(work_item=record, **answers, by=person(request), at=timezone.now())
        return "The item is on the agenda."

    def drop(self, request: HttpRequest, record: WorkItem, answers: dict[str, Any]) -> str:
        operations.drop_work_item(work_item=record, **answers, by=person(request), at=timezone.now())
        return "The item is taken off the work programme."


def _planned() -> Any:
    return PanelMeeting.objects.planned().select_related("group").order_by("held_on", "pk")
