"""Meetings: planned by a form; held, cancelled and decided by buttons."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from forums import operations
from forums.admin.priorities import PriorityInline, ProgressInline
from forums.enums import MeetingState, PrioritiesOutcome
from forums.forms import KINDS, CancelForm, HeldForm, PlannedMeetingForm, PrioritiesForm, agreed_priorities
from forums.models import ForumMeeting
from opcc.accounts.permissions import person
from opcc.web.admin import OfficeModelAdmin, StateButton
from opcc.web.words import nice_date

CHANGE = "forums.change_forummeeting"
SHORT = {
    PrioritiesOutcome.AGREED: "Agreed",
    PrioritiesOutcome.NONE_AGREED: "None",
    PrioritiesOutcome.NOT_RECORDED: "Not recorded",
}
ATTENDANCE = (*KINDS, "police_attended")


def _may_be_held(meeting: ForumMeeting) -> bool:
    return meeting.state == MeetingState.PLANNED and meeting.held_on <= timezone.localdate()


def _awaits_priorities(meeting: ForumMeeting) -> bool:
    return meeting.state == MeetingState.HELD and meeting.priorities_outcome == PrioritiesOutcome.NOT_RECORDED


@admin.register(ForumMeeting)
class ForumMeetingAdmin(OfficeModelAdmin):
    """What an ambassador reports arrives here when staff accept the report; the rest staff record."""

    form = PlannedMeetingForm
    list_display = ("forum", "held_on", "district", "state", "agreed", "came", "police_attended")
    list_select_related = ("forum__district",)
    list_filter = ("state", "priorities_outcome", "police_attended", "forum__district")
    search_fields = ("forum__name", "venue")
    ordering = ("-held_on", "-pk")
    date_hierarchy = "held_on"
    autocomplete_fields = ("forum",)
    inlines = (PriorityInline, ProgressInline)
    readonly_fields = ("state", "cancelled_reason", "priorities_outcome", "source", "is_synthetic")
    export_columns = (
        ("Forum", "forum.name"),
        ("District", "forum.district.name"),
        ("Date", "held_on"),
        ("State", "get_state_display"),
        ("Why cancelled", "cancelled_reason"),
        ("Elected members", "elected_members"),
        ("Residents", "residents"),
        ("Police", "police"),
        ("Others", "others"),
        ("Police attended", "police_attended"),
        ("Priorities", "get_priorities_outcome_display"),
    )
    state_buttons = (
        StateButton(
            name="priorities",
            label="Record the priorities",
            run="record_priorities",
            permission=CHANGE,
            does="Earlier priorities of the forum that are not kept here are closed at this meeting.",
            form=PrioritiesForm,
            when=_awaits_priorities,
            primary=True,
        ),
        StateButton(
            name="held",
            label="Record that it was held",
            run="record_held",
            permission=CHANGE,
            does="Leave empty what nobody counted.",
            form=HeldForm,
            when=_may_be_held,
            primary=True,
        ),
        StateButton(
            name="cancel",
            label="Cancel the meeting",
            run="cancel",
            permission=CHANGE,
            does="The forum’s page and the calendars tell the public at once.",
            form=CancelForm,
            when=lambda meeting: meeting.state == MeetingState.PLANNED,
        ),
        StateButton(
            name="reinstate",
            label="Put it back among the planned meetings",
            run="reinstate",
            permission=CHANGE,
            does="The forum’s page and the calendars announce it again.",
            when=lambda meeting: meeting.state == MeetingState.CANCELLED,
        ),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[ForumMeeting]:
        meetings: QuerySet[ForumMeeting] = super().get_queryset(request)
        return meetings.select_related("forum__district")

    @admin.display(description="district", ordering="forum__district__position")
    def district(self, meeting: ForumMeeting) -> str:
        """The forum's."""
        return meeting.forum.district.name

    @admin.display(description="priorities", ordering="priorities_outcome")
    def agreed(self, meeting: ForumMeeting) -> str:
        """Whether there are any, in one word."""
        return SHORT[PrioritiesOutcome(meeting.priorities_outcome)] if meeting.state == MeetingState.HELD else ""

    @admin.display(description="attendance")
    def came(self, meeting: ForumMeeting) -> str:
        """How many came; 'or more' where a part is unknown."""
        known = [number for kind in KINDS if (number := getattr(meeting, kind)) is not None]
        if not known:
            return "Not recorded" if meeting.state == MeetingState.HELD else ""
        return str(sum(known)) if len(known) == len(KINDS) else f"{sum(known)} or more"

    def facts(self, record: ForumMeeting) -> Sequence[tuple[str, Any]]:
        """What became of it."""
        return [
            ("State", record.get_state_display()),
            ("Priorities", record.get_priorities_outcome_display()),
            ("Attendance", self.came(record) or "Not held"),
        ]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """What a meeting agreed and heard, once it was held."""
        return self.inlines if obj is not None and obj.state == MeetingState.HELD else ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Which forum and when stays as it is once the meeting was held or cancelled."""
        settled = obj is not None and obj.state != MeetingState.PLANNED
        return (*self.readonly_fields, "forum", "held_on") if settled else self.readonly_fields

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Attendance only where the meeting was held."""
        parts: list[tuple[str | None, dict[str, Any]]] = [
            (None, {"fields": ("forum", "held_on", "starts_at", "venue")}),
        ]
        if obj is not None and obj.state == MeetingState.HELD:
            parts.append(("Who came", {"fields": ATTENDANCE}))
        if obj is not None:
            state = ("state", "cancelled_reason", "priorities_outcome")
            parts.append(("State", {"fields": state}))
            parts.append(("Where this comes from", {"fields": ("source", "is_synthetic")}))
        return parts

    def record_held(self, request: HttpRequest, record: ForumMeeting, answers: dict[str, Any]) -> str:
        """It took place."""
        operations.record_meeting(
            forum=record.forum, held_on=record.held_on, **answers, by=person(request), at=timezone.now()
        )
        return f"The meeting of {nice_date(record.held_on)} is recorded as held."

    def record_priorities(self, request: HttpRequest, record: ForumMeeting, answers: dict[str, Any]) -> str:
        """What it agreed."""
        agreed = operations.record_priorities(
            meeting=record,
            outcome=PrioritiesOutcome(answers["outcome"]),
            priorities=agreed_priorities(answers),
            by=person(request),
            at=timezone.now(),
        )
        return f"Priorities recorded: {len(agreed)}." if agreed else "Recorded that no priorities were agreed."

    def cancel(self, request: HttpRequest, record: ForumMeeting, answers: dict[str, Any]) -> str:
        """Call it off."""
        operations.cancel_meeting(meeting=record, **answers, by=person(request), at=timezone.now())
        return f"The meeting of {nice_date(record.held_on)} is cancelled."

    def reinstate(self, request: HttpRequest, record: ForumMeeting, answers: dict[str, Any]) -> str:
        """Announce it again."""
        operations.reinstate_meeting(meeting=record, by=person(request), at=timezone.now())
        return f"The meeting of {nice_date(record.held_on)} is planned again."
