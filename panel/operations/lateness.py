"""What comes after its last day: items and papers with the chair's reason, and meetings at shorter notice."""

from datetime import datetime

from opcc.core.errors import DomainError
from opcc.core.saving import worded
from opcc.web.words import nice_date
from panel import queries
from panel.models import PanelMeeting

LONGEST_REASON = 500


def came_late(meeting: PanelMeeting, at: datetime) -> bool:
    """Whether what comes now comes after the papers were due. A group's agenda has no notice to keep."""
    return meeting.group_id is None and queries.published_day(at) > queries.papers_due(meeting)


def why_late(meeting: PanelMeeting, at: datetime, reason: str, *, what: str, given: bool = False) -> str:
    """The chair's reason for what comes late, unless one was given; none for what is in time.

    Section 100B(4) of the Local Government Act 1972 asks for it, in the minutes.
    """
    if not came_late(meeting, at):
        return ""
    if not reason.strip() and not given:
        raise DomainError(
            f"The papers were due by {nice_date(queries.papers_due(meeting))}. "
            f"Write the chair's reason for taking this {what} as urgent; it goes into the minutes.",
            field="late_reason",
        )
    return reason.strip()


def why_at_short_notice(reason: str) -> str:
    """Why the Panel is convened at shorter notice, if it is said and not too long."""
    missing = "Say why the meeting is convened at shorter notice."
    return worded(reason, most=LONGEST_REASON, missing=missing, field="short_notice_reason")


def why_after_moving(meeting: PanelMeeting, reason: str) -> str:
    """Why the notice of a meeting is too short on its new day: as said now or before; none where it is long enough."""
    published_at = meeting.agenda_published_at
    if meeting.group_id is not None or published_at is None:
        return ""
    last_day = queries.last_day_for(meeting.held_on)
    if queries.published_day(published_at) <= last_day:
        return ""
    reason = reason.strip() or meeting.short_notice_reason
    if not reason:
        raise DomainError(
            f"The agenda for {nice_date(meeting.held_on)} was to be published by {nice_date(last_day)}; it was "
            f"published on {nice_date(published_at)}. Choose a later day, or say why the meeting is convened at "
            "shorter notice.",
            field="short_notice_reason",
        )
    return why_at_short_notice(reason)
