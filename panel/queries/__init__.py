"""What the Panel's pages and operations read."""

from panel.queries.business import business_due, hanging_on
from panel.queries.meetings import (
    AgendaLine,
    Deadline,
    MeetingDates,
    NumberedItem,
    agenda_of,
    closed_days,
    dates_of,
    open_agenda_of,
    panel_rules,
    published_day,
    quorum_on,
)
from panel.queries.membership import GroupRoll, Sitting, groups_on, member_of, members_on, number_on
from panel.queries.reports import (
    edition_of,
    editions_listed,
    issued_or_superseded,
    issued_reports,
    version_in_force,
    with_editions,
)

__all__ = [
    "AgendaLine",
    "Deadline",
    "GroupRoll",
    "MeetingDates",
    "NumberedItem",
    "Sitting",
    "agenda_of",
    "business_due",
    "closed_days",
    "dates_of",
    "edition_of",
    "editions_listed",
    "groups_on",
    "hanging_on",
    "issued_or_superseded",
    "issued_reports",
    "member_of",
    "members_on",
    "number_on",
    "open_agenda_of",
    "panel_rules",
    "published_day",
    "quorum_on",
    "version_in_force",
    "with_editions",
]
