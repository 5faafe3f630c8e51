"""What a pack prints of the Panel's own records under an agenda item: the sections of each kind of item."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_time, nice_weekday
from panel.enums import ItemKind
from panel.models import PanelMeeting
from panel.printed.action_log import action_log_section
from panel.printed.complaints import complaints_section
from panel.printed.decisions import decisions_section
from panel.printed.work_programme import work_programme_section
from panel.quarterly_report.sections import Section, Text
from panel.queries import Reader, action_log, complaint_years, decisions_between, last_met_before, work_programme

Printed = Callable[[PanelMeeting, Reader], Section]
LOG, WORK_PROGRAMME, DATES = "action-log", "work-programme", "dates"
DECISIONS, COMPLAINTS = "decisions", "complaints"
NO_DATES = "No later meeting has a date yet."


def _actions(meeting: PanelMeeting, reader: Reader) -> Section:
    return action_log_section(action_log(meeting.held_on, reader))


def _work_programme(meeting: PanelMeeting, reader: Reader) -> Section:
    return work_programme_section(work_programme(reader, since=meeting.held_on))


def _dates(meeting: PanelMeeting, _: Reader) -> Section:
    """The public meetings of the whole Panel after this one: the same for every reader."""
    later = PanelMeeting.objects.public().coming(meeting.held_on).filter(held_on__gt=meeting.held_on, group=None)
    lines = tuple(
        row(
            nice_weekday(one.held_on),
            nice_time(one.starts_at) if one.starts_at else "To be confirmed",
            one.venue or "To be confirmed",
        )
        for one in later
    )
    columns = (Column("Date", width_mm=62), Column("Time", width_mm=36), Column("Venue"))
    table = Table(caption="Meetings of the Panel to come", columns=columns, rows=lines) if lines else Text(NO_DATES)
    return Section(key=DATES, title="Dates of meetings", parts=(table,))


def _decisions(meeting: PanelMeeting, _: Reader) -> Section:
    """Since the Panel last met. What the Freedom of Information Act keeps back is kept back in both editions."""
    last = last_met_before(meeting)
    since = last + timedelta(days=1) if last else None
    return decisions_section(decisions_between(since, meeting.held_on), since=since, until=meeting.held_on)


def _complaints(_: PanelMeeting, __: Reader) -> Section:
    return complaints_section(complaint_years())


PRINTED: Mapping[str, Printed] = {
    LOG: _actions,
    WORK_PROGRAMME: _work_programme,
    DATES: _dates,
    DECISIONS: _decisions,
    COMPLAINTS: _complaints,
}
_OF_KIND: Mapping[ItemKind, tuple[str, ...]] = {
    ItemKind.ACTIONS: (LOG,),
    ItemKind.WORK_PROGRAMME: (WORK_PROGRAMME, LOG),
    ItemKind.DATES: (DATES,),
    ItemKind.DECISIONS: (DECISIONS,),
    ItemKind.COMPLAINTS: (COMPLAINTS,),
}


def sections_of(kinds: Mapping[int, str]) -> dict[int, tuple[str, ...]]:
    """By item, which sections it prints, from the kinds of all items of an agenda.

    The log stands with the work programme, as the Panel has it, unless the agenda has an item for it.
    """
    has_log = ItemKind.ACTIONS in kinds.values()
    found = {key: _OF_KIND.get(ItemKind(kind), ()) for key, kind in kinds.items()}
    if not has_log:
        return found
    return {
        key: names if kinds[key] == ItemKind.ACTIONS else tuple(n for n in names if n != LOG)
        for key, names in found.items()
    }
