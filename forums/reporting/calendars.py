"""Meetings as an iCalendar file that a calendar can subscribe to."""

from collections.abc import Callable, Iterable
from datetime import datetime

from forums.enums import MeetingState
from forums.reporting.meetings import MeetingSummary
from opcc.web import calendars


def calendar_file(
    meetings: Iterable[MeetingSummary], *, name: str, at: datetime, address_of: Callable[[str], str]
) -> bytes:
    """The file. `address_of` gives a forum's page by its slug."""
    events = (
        calendars.CalendarEvent(
            uid=meeting.public_id,
            summary=f"{meeting.forum} community forum",
            day=meeting.held_on,
            starts_at=meeting.starts_at,
            venue=meeting.venue,
            address=address_of(meeting.forum_slug),
            description=_words(meeting),
            is_cancelled=meeting.state == MeetingState.CANCELLED,
        )
        for meeting in meetings
    )
    return calendars.calendar_file(events, name=name, producer="Community forums", at=at)


def _words(meeting: MeetingSummary) -> str:
    parts = []
    if meeting.state == MeetingState.CANCELLED:
        parts.append(f"Cancelled: {meeting.cancelled_reason}")
    if meeting.is_synthetic:
        parts.append("Invented for the sample")
    return "\n".join(parts)
