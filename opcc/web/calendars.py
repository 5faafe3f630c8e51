"""Meetings as an iCalendar file (RFC 5545) that a calendar can subscribe to."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

LONDON = ZoneInfo("Europe/London")
WINTER, SUMMER = timedelta(0), timedelta(hours=1)
ASK_AGAIN = timedelta(hours=12)


@dataclass(frozen=True)
class CalendarEvent:
    """A meeting as calendars show it. One that is cancelled is told, so that a calendar that holds it takes it out."""

    uid: uuid.UUID
    summary: str
    day: date
    starts_at: time | None
    venue: str
    address: str
    description: str = ""
    is_cancelled: bool = False


def calendar_file(events: Iterable[CalendarEvent], *, name: str, producer: str, at: datetime) -> bytes:
    """The file. Each meeting keeps one UID for ever."""
    calendar = Calendar()
    calendar.add("prodid", f"-//opcc//{producer}//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add_component(_london())
    for event in events:
        calendar.add_component(_event(event, at))
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


def _event(meeting: CalendarEvent, at: datetime) -> Event:
    event = Event()
    event.add("uid", str(meeting.uid))
    event.add("dtstamp", at)
    event.add("summary", meeting.summary)
    if meeting.starts_at is None:
        event.add("dtstart", meeting.day)
    else:
        event.add("dtstart", datetime.combine(meeting.day, meeting.starts_at, LONDON))
    event.add("status", "CANCELLED" if meeting.is_cancelled else "CONFIRMED")
    if meeting.venue:
        event.add("location", meeting.venue)
    event.add("url", meeting.address)
    if meeting.description:
        event.add("description", meeting.description)
    return event
