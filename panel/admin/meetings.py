"""Meetings and their agendas: the order of the items on a page of its own, each item on another."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods

from opcc.accounts.permissions import person
from opcc.core.errors import DomainError
from opcc.web.admin import StateButton
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date, nice_datetime
from panel import operations, queries
from panel.admin.at_the_meeting import AtTheMeeting
from panel.enums import ItemKind, MeetingState
from panel.forms.meetings import (
    CancelMeetingForm,
    MeetingDetailsForm,
    MoveMeetingForm,
    NewItemForm,
    ShortNoticeForm,
)
from panel.models import PanelMeeting
from panel.permissions import ADD_WORK, CHANGE_ITEM, CHANGE_MEETING, in_cleared_session, record_opening

COLOURS = {MeetingState.PLANNED: "waiting", MeetingState.HELD: "done", MeetingState.CANCELLED: "draft"}
DETAILS = ("starts_at", "venue", "title", "is_closed", "is_filmed", "broadcast_url")


def _is_planned(meeting: PanelMeeting) -> bool:
    return meeting.state == MeetingState.PLANNED


def _may_be_published(meeting: PanelMeeting) -> bool:
    return _is_planned(meeting) and meeting.agenda_published_at is None and meeting.items.exists()


def _in_time(meeting: PanelMeeting) -> bool:
    return _may_be_published(meeting) and not operations.came_late(meeting, timezone.now())


def _too_late(meeting: PanelMeeting) -> bool:
    return _may_be_published(meeting) and operations.came_late(meeting, timezone.now())


def _may_be_held(meeting: PanelMeeting) -> bool:
    return _is_planned(meeting) and meeting.held_on <= timezone.localdate()


@admin.register(PanelMeeting)
class PanelMeetingAdmin(AtTheMeeting, OperatedAdmin):
    """Meetings of the Panel and its groups, with what is due before each."""

    form = MeetingDetailsForm
    list_display = ("held_on", "body", "venue", "state_shown", "items_shown", "papers_due")
    list_filter = ("state", "group", "is_closed")
    search_fields = ("venue", "title", "group__name")
    ordering = ("-held_on", "-pk")
    date_hierarchy = "held_on"
    autocomplete_fields = ("group",)
    fields = ("group", "held_on", *DETAILS)
    export_columns = (
        ("Date", "held_on"),
        ("Meeting", "body"),
        ("Time", "starts_at"),
        ("Venue", "venue"),
        ("State", "get_state_display"),
    )
    change_form_template = "admin/panel/panelmeeting/change_form.html"
    state_buttons = (
        StateButton(
            name="draft", label="Draft the agenda", run="draft", permission=CHANGE_ITEM,
            does="The standing items, and whatever is due at this meeting. You can change all of it afterwards.",
            when=lambda meeting: _is_planned(meeting) and not meeting.items.exists(), primary=True,
        ),
        StateButton(
            name="publish", label="Publish the agenda", run="publish", permission=CHANGE_ITEM,
            does="The Panel and the public can read it at once. What is exempt stays kept back.",
            when=_in_time, primary=True,
        ),
        StateButton(
            name="publish_late", label="Publish the agenda at shorter notice", run="publish", permission=CHANGE_ITEM,
            form=ShortNoticeForm, when=_too_late, primary=True,
            does="Too few clear days are left for the usual notice. The Panel and the public can read it at once.",
        ),
        StateButton(
            name="held", label="Record that it was held", run="hold", permission=CHANGE_MEETING,
            does="Its agenda then stays as it is, and resolutions can be recorded.", when=_may_be_held, primary=True,
        ),
        StateButton(
            name="move", label="Move the meeting", run="move", permission=CHANGE_MEETING, form=MoveMeetingForm,
            does="Calendars tell the public at once. The agenda goes with it.", when=_is_planned,
        ),
        StateButton(
            name="cancel", label="Cancel the meeting", run="cancel", permission=CHANGE_MEETING, form=CancelMeetingForm,
            does="Calendars tell the public at once.", when=_is_planned,
        ),
    )  # fmt: skip

    # --- What is shown --------------------------------------------------------------------------------
    def get_queryset(self, request: HttpRequest) -> QuerySet[PanelMeeting]:
        shown = Q() if in_cleared_session(request) else Q(items__exemption=None, items__parent__exemption=None)
        rows: QuerySet[PanelMeeting] = super().get_queryset(request)
        return rows.select_related("group").annotate(number_of_items=Count("items", filter=shown))

    @admin.display(description="meeting", ordering="group__name")
    def body(self, meeting: PanelMeeting) -> str:
        """Who meets."""
        return meeting.body

    @admin.display(description="state", ordering="state")
    def state_shown(self, meeting: PanelMeeting) -> SafeString:
        return tag(str(meeting.get_state_display()), COLOURS[MeetingState(meeting.state)])

    @admin.display(description="items", ordering="number_of_items")
    def items_shown(self, meeting: Any) -> int:
        """How many this person may know of."""
        return int(meeting.number_of_items)

    @admin.display(description="papers due")
    def papers_due(self, meeting: Any) -> str:
        """The last day for the papers of a meeting to come."""
        return nice_date(meeting.papers_due_on) if meeting.papers_due_on else ""

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list, with the day the papers of each meeting are due: two queries for all of them."""
        changes = super().get_changelist_instance(request)
        days = queries.publication_days([meeting for meeting in changes.result_list if _is_planned(meeting)])
        for meeting in changes.result_list:
            meeting.papers_due_on = days.get(meeting.pk)
        return changes

    def facts(self, record: PanelMeeting) -> Sequence[tuple[str, Any]]:
        """Its state, and what is due before it and why."""
        quorum = queries.quorum_needed(record)
        shown: list[tuple[str, Any]] = [("State", self.state_shown(record))]
        if record.group_id is None:
            dates = _dates(record)
            shown += [
                ("Papers due", _because(dates.publication)),
                ("Public questions due", _because(dates.questions)),
                ("Quorum", f"{quorum} members" if quorum else "No member sits on that day"),
            ]
        if record.state == MeetingState.HELD:
            shown.append(("Attendance", _attended(record, quorum)))
        if record.agenda_published_at:
            shown.append(("Agenda published", nice_datetime(record.agenda_published_at)))
        if record.short_notice_reason:
            shown.append(("Convened at shorter notice", record.short_notice_reason))
        if record.moved_from:
            shown.append(("Moved from", nice_date(record.moved_from)))
        return shown

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who meets stays, and the day moves by its button."""
        return () if obj is None else ("group", "day_shown")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return self.fields if obj is None else ("group", "day_shown", *DETAILS)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if obj is not None:
            made.base_fields.pop("held_on", None)
        return made

    @admin.display(description="date")
    def day_shown(self, meeting: PanelMeeting) -> str:
        """With the day of the week."""
        return f"{meeting.held_on:%A} {nice_date(meeting.held_on)}"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        settled = obj is not None and obj.state == MeetingState.CANCELLED
        return super().has_change_permission(request, obj) and not settled

    def write(self, request: HttpRequest, form: Any, record: Any) -> PanelMeeting:
        said = {name: form.cleaned_data.get(name) for name in DETAILS}
        said["broadcast_url"] = said["broadcast_url"] or ""
        by, at = person(request), timezone.now()
        if record is not None:
            return operations.change_meeting(meeting=record, **said, by=by, at=at)
        group, day = form.cleaned_data["group"], form.cleaned_data["held_on"]
        return operations.call_meeting(group=group, held_on=day, **said, by=by, at=at)

    # --- Buttons --------------------------------------------------------------------------------------
    def draft(self, request: HttpRequest, record: PanelMeeting, answers: dict[str, Any]) -> str:
        made = operations.draft_agenda(meeting=record, by=person(request), at=timezone.now())
        return f"The agenda is drafted: {len(made)} items. Open the agenda to change it."

    def publish(self, request: HttpRequest, record: PanelMeeting, answers: dict[str, Any]) -> str:
        operations.publish_agenda(meeting=record, **answers, by=person(request), at=timezone.now())
        return "The agenda is published."

    def hold(self, request: HttpRequest, record: PanelMeeting, answers: dict[str, Any]) -> str:
        operations.hold_meeting(meeting=record, by=person(request), at=timezone.now())
        return "Recorded as held. What was resolved can be recorded on its items."

    def move(self, request: HttpRequest, record: PanelMeeting, answers: dict[str, Any]) -> str:
        moved = operations.move_meeting(meeting=record, **answers, by=person(request), at=timezone.now())
        said = f"Moved to {nice_date(moved.held_on)}."
        if not queries.packs_out(moved):
            return said
        return f"{said} The pack in force gives the old day: ask for a new version."

    def cancel(self, request: HttpRequest, record: PanelMeeting, answers: dict[str, Any]) -> str:
        operations.cancel_meeting(meeting=record, **answers, by=person(request), at=timezone.now())
        return "The meeting is cancelled."

    # --- The agenda -----------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.agenda_view)
        signals = self.admin_site.admin_view(self.signals_view)
        return [
            path("<path:object_id>/agenda/", view, name="panel_panelmeeting_agenda"),
            path("<path:object_id>/signals/", signals, name="panel_panelmeeting_signals"),
            *super().get_urls(),
        ]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def signals_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What stands out in the quarter before, each with a button that raises it at this meeting."""
        meeting = self._record(request, object_id)
        may_raise = request.user.has_perm(ADD_WORK) and _is_planned(meeting) and meeting.group_id is None
        if request.method == "POST":
            if not may_raise:
                raise PermissionDenied
            key = request.POST.get("raise", "")
            try:
                raised = operations.raise_signal(meeting=meeting, key=key, by=person(request), at=timezone.now())
                messages.success(request, f"Raised: {raised.title}. An agenda that is drafted now carries it.")
            except DomainError as error:
                messages.error(request, error.message)
            return redirect(request.path)
        context = {
            **self.admin_site.each_context(request),
            "title": "Signals",
            "opts": self.opts,
            "original": meeting,
            "signals": queries.signals_before(meeting),
            "may_raise": may_raise,
        }
        return TemplateResponse(request, "admin/panel/panelmeeting/signals.html", context)

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def agenda_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The items in their order, each with buttons that move it, and a form that adds one."""
        meeting = self._record(request, object_id)
        cleared, items = in_cleared_session(request), queries.agenda_of(meeting)
        has_exempt = any(entry.is_exempt for entry in items)
        is_hidden = has_exempt and not cleared
        may_change = request.user.has_perm(CHANGE_ITEM) and not is_hidden
        form = NewItemForm()
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            form = NewItemForm(request.POST) if "add" in request.POST else form
            if self._did(request, meeting, form):
                return redirect(request.path)
        if has_exempt and cleared:
            record_opening(request, meeting, "Exempt items of an agenda, in the staff's pages")
        context = {
            **self.admin_site.each_context(request),
            "title": "Agenda",
            "opts": self.opts,
            "original": meeting,
            "items": [entry for entry in items if cleared or not entry.is_exempt],
            "may_change": may_change and _is_planned(meeting),
            "is_hidden": is_hidden,
            "form": form,
            "moves": operations.MOVES,
        }
        return TemplateResponse(request, "admin/panel/panelmeeting/agenda.html", context)

    def _did(self, request: HttpRequest, meeting: PanelMeeting, form: NewItemForm) -> bool:
        """Do what was pressed. False where something typed has to be shown again."""
        by, at = person(request), timezone.now()
        try:
            if "add" in request.POST:
                if not form.is_valid():
                    return False
                said = form.cleaned_data | {"kind": ItemKind(form.cleaned_data["kind"])}
                operations.add_item(meeting=meeting, **said, by=by, at=at)
                messages.success(request, "The item is at the end of the agenda.")
            elif order := request.POST.get("order"):
                keys = [int(key) for key in order.split(",") if key.isdigit()]
                operations.order_agenda(meeting=meeting, keys=keys, by=by, at=at)
            else:
                self._move(request, meeting)
        except DomainError as error:
            if "add" in request.POST:
                form.add_error(error.field if error.field in form.fields else None, error.message)
                return False
            messages.error(request, error.message)
        return True

    @staticmethod
    def _move(request: HttpRequest, meeting: PanelMeeting) -> None:
        move, _, key = request.POST.get("move", "").partition(" ")
        item = meeting.items.filter(pk=key).first() if key.isdigit() else None
        if item is None or move not in operations.MOVES:
            raise DomainError("That item is no longer on the agenda. Look at it again.")
        operations.move_item(item=item, move=move, by=person(request), at=timezone.now())


def _dates(meeting: PanelMeeting) -> queries.MeetingDates:
    rules = queries.panel_rules()
    return queries.dates_of(meeting, rules, queries.closed_days(rules, meeting.held_on.year))


def _attended(meeting: PanelMeeting, quorum: int) -> str:
    there = queries.present_at(meeting)
    if there is None:
        return "Not recorded yet"
    return f"{there} with a voice, {'quorate' if there >= quorum else 'not quorate'}"


def _because(deadline: queries.Deadline) -> SafeString:
    return format_html("{}<small>{}</small>", f"{deadline.on:%A} {nice_date(deadline.on)}", deadline.reason)
