"""What the first page of a pack says of the meeting: when, where, at what notice, with whom."""

from opcc.reference.reporting import Office
from opcc.web.words import nice_time, nice_weekday
from panel import queries
from panel.models import PanelMeeting
from panel.quarterly_report import Json

FILMED = (
    "This meeting may be filmed for live or later broadcast on the internet. By entering the room and using the seats "
    "around it you consent to being filmed, and to the use of the pictures and sound."
)


def front_page(meeting: PanelMeeting, office: Office) -> Json:
    """The same in both editions."""
    return {
        "day": nice_weekday(meeting.held_on),
        "time": nice_time(meeting.starts_at) if meeting.starts_at else "Time to be confirmed",
        "place": meeting.venue or "Venue to be confirmed",
        "filmed": FILMED if meeting.is_filmed else "",
        "notice": meeting.notice_words,
        "quorum": _quorum(meeting),
        "members": _members(meeting),
        "contact": [part for part in (office.report_contact, office.name, office.telephone, office.email) if part],
    }


def _quorum(meeting: PanelMeeting) -> str:
    """'Quorum: 4 members'; nothing where nobody has a seat."""
    needed = queries.quorum_needed(meeting)
    return f"Quorum: {needed} member{'' if needed == 1 else 's'}" if needed else ""


def _members(meeting: PanelMeeting) -> list[list[str]]:
    """Name and body of each member, the chair's post beside the name."""
    return [
        [f"{sitting.member}{f' ({sitting.post.label})' if sitting.post else ''}", sitting.body]
        for sitting in queries.members_on(meeting.held_on)
    ]
