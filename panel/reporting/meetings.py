"""The Panel's meetings as calendars show them."""

from collections.abc import Callable, Iterable
from datetime import datetime

from opcc.web import calendars
from panel.enums import MeetingState
from panel.models import PanelMeeting


def meetings_calendar(
    meetings: Iterable[PanelMeeting], *, name: str, at: datetime, address_of: Callable[[PanelMeeting], str]
) -> bytes:
    """An iCalendar file. `address_of` gives a meeting's page."""
    events = (
        calendars.CalendarEvent(
            uid=meeting.public_id,
            summary=meeting.body,
            day=meeting.held_on,
            starts_at=meeting.starts_at,
            venue=meeting.venue,
            address=address_of(meeting),
            description=_words(meeting),
            is_cancelled=meeting.state == MeetingState.CANCELLED,
        )
        for meeting in meetings
    )
    return calendars.calendar_file(events, name=name, producer="Police and Crime Panel", at=at)


def _words(meeting: PanelMeeting) -> str:
    parts = []
    if meeting.state == MeetingState.CANCELLED:
        parts.append(f"Cancelled: {meeting.cancelled_reason}")
    if meeting.is_synthetic:
        parts.append("Invented for the sample")
    return "\n".join(parts)
