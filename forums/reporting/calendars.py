"""Meetings as an iCalendar file (RFC 5545) that a calendar can subscribe to."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from forums.enums import MeetingState
from forums.reporting.meetings import MeetingSummary

LONDON = ZoneInfo("Europe/London")
STATUS = {
    MeetingState.PLANNED: "CONFIRMED",
    MeetingState.HELD: "CONFIRMED",
    MeetingState.CANCELLED: "CANCELLED",  # told, so that a calendar that holds the meeting takes it out
}
WINTER, SUMMER = timedelta(0), timedelta(hours=1)
ASK_AGAIN = timedelta(hours=12)


def calendar_file(
    meetings: Iterable[MeetingSummary], *, name: str, at: datetime, address_of: Callable[[str], str]
) -> bytes:
    """The file. `address_of` gives a forum's page by its slug; each meeting keeps one UID for ever."""
    calendar = Calendar()
    calendar.add("prodid", "-//opcc//Community forums//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add_component(_london())
    for meeting in meetings:
        calendar.add_component(_event(meeting, at, address_of(meeting.forum_slug)))
    return bytes(calendar.to_ical())


def _london() -> Timezone:
    """The rule in force since 1996: the last Sundays of March and October, at 1am universal time."""
    zone = Timezone()
    zone.add("tzid", "Europe/London")
    for kind, name, month, hour, before, after in (
        (TimezoneDaylight, "BST", 3, 1, WINTER, SUMMER),
        (TimezoneStandard, "GMT", 10, 2, SUMMER, WINTER),
    ):
        turn = kind()
        turn.add("tzname", name)
        turn.add("dtstart", datetime(1996, month, 31 if month == 3 else 27, hour))  # noqa: DTZ001 -- local by definition
        turn.add("rrule", {"freq": "yearly", "bymonth": month, "byday": "-1su"})
        turn.add("tzoffsetfrom", before)
        turn.add("tzoffsetto", after)
        zone.add_component(turn)
    return zone


def _event(meeting: MeetingSummary, at: datetime, address: str) -> Event:
    event = Event()
    event.add("uid", str(meeting.public_id))
    event.add("dtstamp", at)
    event.add("summary", f"{meeting.forum} community forum")
    if meeting.starts_at is None:
        event.add("dtstart", meeting.held_on)
    else:
        event.add("dtstart", datetime.combine(meeting.held_on, meeting.starts_at, LONDON))
    event.add("status", STATUS[meeting.state])
    if meeting.venue:
        event.add("location", meeting.venue)
    event.add("url", address)
    if words := _words(meeting):
        event.add("description", words)
    return event


def _words(meeting: MeetingSummary) -> str:
    parts = []
    if meeting.state == MeetingState.CANCELLED:
        parts.append(f"Cancelled: {meeting.cancelled_reason}")
    if meeting.is_synthetic:
        parts.append("Invented for the sample")
    return "\n".join(parts)
