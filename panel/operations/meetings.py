"""Calling, moving, holding and cancelling meetings of the Panel."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.web.words import nice_date
from panel import queries
from panel.enums import MeetingState
from panel.models import PanelMeeting, WorkingGroup
from panel.operations.lateness import why_after_moving
from panel.operations.packs import take_back_packs
from panel.permissions import CHANGE_MEETING, must_have

LONGEST_REASON = 250
DETAILS = ("starts_at", "venue", "is_closed", "is_filmed", "broadcast_url", "title")


@transaction.atomic
def call_meeting(
    *,
    held_on: date,
    by: User | None,
    at: datetime,
    group: WorkingGroup | None = None,
    starts_at: time | None = None,
    venue: str = "",
    is_closed: bool = False,
    is_filmed: bool = False,
    broadcast_url: str = "",
    title: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> PanelMeeting:
    """Announce a meeting of the Panel, or of a group. Without a time, the Panel's usual one."""
    must_have(by, "panel.add_panelmeeting", "call a meeting")
    _refuse_group_outside_dates(group, held_on)
    meeting = PanelMeeting(
        group=group,
        held_on=held_on,
        starts_at=starts_at or (None if group else queries.panel_rules().starts_at),
        venue=venue.strip(),
        is_closed=is_closed,
        is_filmed=is_filmed,
        broadcast_url=broadcast_url,
        title=title.strip(),
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Meeting called"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def change_meeting(
    *,
    meeting: PanelMeeting,
    starts_at: time | None,
    venue: str,
    is_closed: bool,
    is_filmed: bool,
    broadcast_url: str,
    title: str,
    by: User | None,
    at: datetime,
) -> PanelMeeting:
    """Correct where and how a meeting takes place. Its day moves by `move_meeting`.

    A pack that was built and not issued is taken back: it has the old time and place.
    """
    must_have(by, CHANGE_MEETING, "change a meeting")
    meeting = PanelMeeting.objects.select_for_update().get(pk=meeting.pk)
    before = [getattr(meeting, name) for name in DETAILS]
    meeting.starts_at, meeting.venue, meeting.is_closed = starts_at, venue.strip(), is_closed
    meeting.is_filmed, meeting.broadcast_url, meeting.title = is_filmed, broadcast_url, title.strip()
    if [getattr(meeting, name) for name in DETAILS] != before:
        take_back_packs(meeting)
    with acting(by, "Meeting changed"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def move_meeting(
    *, meeting: PanelMeeting, held_on: date, by: User | None, at: datetime, short_notice_reason: str = ""
) -> PanelMeeting:
    """Move a planned meeting to another day. Its agenda goes with it; a pack that was built and not issued is not kept.

    Where the agenda is published, a day that leaves less than the clear days since takes the reason.
    """
    must_have(by, CHANGE_MEETING, "move a meeting")
    meeting = _in_state(meeting, MeetingState.PLANNED, "Only a planned meeting can be moved.")
    if held_on == meeting.held_on:
        raise DomainError(f"The meeting is on {nice_date(held_on)} already. Enter another day.", field="held_on")
    _refuse_group_outside_dates(meeting.group, held_on)
    meeting.moved_from, meeting.held_on = meeting.held_on, held_on
    meeting.short_notice_reason = why_after_moving(meeting, short_notice_reason)
    take_back_packs(meeting)
    with acting(by, f"Moved from {nice_date(meeting.moved_from)}"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def hold_meeting(*, meeting: PanelMeeting, by: User | None, at: datetime) -> PanelMeeting:
    """Record that a meeting took place."""
    must_have(by, CHANGE_MEETING, "record a meeting")
    meeting = _in_state(meeting, MeetingState.PLANNED, "Only a planned meeting can be recorded as held.")
    if meeting.held_on > timezone.localdate(at):
        raise DomainError(f"{nice_date(meeting.held_on)} has not come yet. Move the meeting if it was held earlier.")
    meeting.state = MeetingState.HELD
    with acting(by, "Meeting held"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: PanelMeeting, reason: str, by: User | None, at: datetime) -> PanelMeeting:
    """Call a planned meeting off. The public reads why."""
    must_have(by, CHANGE_MEETING, "cancel a meeting")
    meeting = _in_state(meeting, MeetingState.PLANNED, "Only a planned meeting can be cancelled.")
    meeting.cancelled_reason = worded(
        reason, most=LONGEST_REASON, missing="Say why the meeting is cancelled.", field="reason"
    )
    meeting.state = MeetingState.CANCELLED
    with acting(by, "Meeting cancelled"):
        save_checked(meeting)
    return meeting


def _in_state(meeting: PanelMeeting, state: MeetingState, refusal: str) -> PanelMeeting:
    """The row, locked, if it is still in the state that the step begins from."""
    locked = PanelMeeting.objects.select_for_update().get(pk=meeting.pk)
    if locked.state != state:
        raise DomainError(f"{refusal} This one is {locked.get_state_display().lower()}.")
    return locked


def _refuse_group_outside_dates(group: WorkingGroup | None, day: date) -> None:
    if group is not None and not WorkingGroup.objects.on(day).filter(pk=group.pk).exists():
        raise DomainError(
            f"{group} does not exist on {nice_date(day)}. Choose a day within its dates.", field="held_on"
        )
