"""Planning meetings, and recording what became of them."""

from datetime import date, datetime, time

from django.db import transaction
from django.utils import timezone

from forums.enums import MeetingState
from forums.models import LONGEST_REASON, Forum, ForumMeeting
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from opcc.web.words import nice_date


def _refuse_outside_dates(forum: Forum, day: date, field: str) -> None:
    if day < forum.starts_on:
        raise DomainError(
            f"{forum} has met since {nice_date(forum.starts_on)}. Enter a date on or after that day.", field=field
        )
    if forum.ends_on is not None and day > forum.ends_on:
        raise DomainError(
            f"{forum} ended on {nice_date(forum.ends_on)}. Enter a date on or before that day.", field=field
        )


@transaction.atomic
def plan_meeting(
    *,
    forum: Forum,
    held_on: date,
    starts_at: time | None = None,
    venue: str = "",
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> ForumMeeting:
    """Announce a meeting to the public. Without a venue, the forum's usual one."""
    _refuse_outside_dates(forum, held_on, "held_on")
    if ForumMeeting.objects.filter(forum=forum, held_on=held_on).exists():
        raise DomainError(f"{forum} has a meeting on {nice_date(held_on)}. Choose another day.", field="held_on")
    meeting = ForumMeeting(
        forum=forum,
        held_on=held_on,
        starts_at=starts_at,
        venue=venue.strip() or forum.usual_venue,
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Meeting planned"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def record_meeting(
    *,
    forum: Forum,
    held_on: date,
    starts_at: time | None = None,
    venue: str = "",
    elected_members: int | None = None,
    residents: int | None = None,
    police: int | None = None,
    others: int | None = None,
    police_attended: bool | None = None,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> ForumMeeting:
    """Record that a meeting took place: the one planned for that day, or one that was not planned.

    Numbers that nobody knows are None. A time or venue left out stays as it was planned.
    """
    if held_on > timezone.localdate(at):
        raise DomainError(
            f"{nice_date(held_on)} has not come yet, so the meeting cannot have been held. Enter the day it met.",
            field="held_on",
        )
    _refuse_outside_dates(forum, held_on, "held_on")
    meeting = ForumMeeting.objects.select_for_update().filter(forum=forum, held_on=held_on).first()
    if meeting is None:
        meeting = ForumMeeting(forum=forum, held_on=held_on, source=source, is_synthetic=is_synthetic)
    elif meeting.state == MeetingState.HELD:
        raise DomainError(
            f"The meeting of {forum} on {nice_date(held_on)} is recorded already. Check the date.", field="held_on"
        )
    elif meeting.state == MeetingState.CANCELLED:
        raise DomainError(
            f"The meeting of {forum} on {nice_date(held_on)} was cancelled ({meeting.cancelled_reason}). "
            "If it was held after all, put it back among the planned meetings first.",
            field="held_on",
        )
    meeting.state = MeetingState.HELD
    meeting.starts_at = starts_at or meeting.starts_at
    meeting.venue = venue.strip() or meeting.venue or forum.usual_venue
    meeting.elected_members, meeting.residents = elected_members, residents
    meeting.police, meeting.others = police, others
    meeting.police_attended = True if police_attended is None and police else police_attended
    meeting.source = source or meeting.source
    with acting(by, "Meeting recorded as held"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def cancel_meeting(*, meeting: ForumMeeting, reason: str, by: User | None, at: datetime) -> ForumMeeting:
    """Call off a planned meeting; its page and feed say so and why."""
    reason = reason.strip()
    if not reason:
        raise DomainError("Say why the meeting is cancelled.", field="reason")
    if len(reason) > LONGEST_REASON:
        raise DomainError(f"Say in {LONGEST_REASON} characters or fewer why the meeting is cancelled.", field="reason")
    with acting(by, "Meeting cancelled"):
        moved = ForumMeeting.objects.filter(pk=meeting.pk, state=MeetingState.PLANNED).update(
            state=MeetingState.CANCELLED, cancelled_reason=reason
        )
    if not moved:
        raise DomainError("Only a planned meeting can be cancelled. This one was held or cancelled already.")
    meeting.refresh_from_db()
    return meeting


@transaction.atomic
def reinstate_meeting(*, meeting: ForumMeeting, by: User | None, at: datetime) -> ForumMeeting:
    """Put a cancelled meeting back among the planned ones."""
    _refuse_outside_dates(meeting.forum, meeting.held_on, "held_on")
    with acting(by, "Meeting put back"):
        moved = ForumMeeting.objects.filter(pk=meeting.pk, state=MeetingState.CANCELLED).update(
            state=MeetingState.PLANNED, cancelled_reason=""
        )
    if not moved:
        raise DomainError("This meeting is not cancelled, so there is nothing to put back.")
    meeting.refresh_from_db()
    return meeting
