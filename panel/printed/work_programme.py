"""The work programme as a section of the pack: by meeting, standing items, items to be timetabled."""

from opcc.documents.cells import Cell, Lines
from opcc.documents.tables import Column, GroupRow, Row, Table, row
from opcc.web.words import nice_date
from panel.models import WorkItem
from panel.quarterly_report.sections import Remark, Section, Text
from panel.queries import WorkProgramme

COLUMNS = (
    Column("Next report", width_mm=34),
    Column("Item", width_mm=46),
    Column("Detail"),
    Column("Last report", width_mm=28),
)
NO_VENUE = "Venue to be confirmed"
NOT_APPLICABLE = "N/a"
EMPTY = "The work programme is empty."


def work_programme_section(programme: WorkProgramme) -> Section:
    """The Panel's table in its three parts."""
    rows = tuple(_rows(programme))
    table = Table(caption="Work programme", columns=COLUMNS, rows=rows) if rows else Text(EMPTY)
    invented = any(item.is_synthetic for item in programme.items)
    remarks = (Remark("Some of these items are invented for the sample."),) if invented else ()
    return Section(key="work-programme", title="Work programme", parts=(*remarks, table))


def _rows(programme: WorkProgramme) -> list[Row | GroupRow]:
    found: list[Row | GroupRow] = []
    if programme.dated:
        found.append(GroupRow("Items with a date"))
    for group in programme.dated:
        assert group.meeting is not None
        when = Lines(nice_date(group.meeting.held_on), group.meeting.venue or NO_VENUE)
        found += [_row(when, item) for item in group.items]
    if programme.standing:
        found += [GroupRow("Standing items"), *(_row("Every meeting", item) for item in programme.standing)]
    if programme.to_timetable:
        found.append(GroupRow("Items to be timetabled"))
        found += [_row(item.when_words or "To be confirmed", item) for item in programme.to_timetable]
    return found


def _row(when: Cell, item: WorkItem) -> Row:
    asked = asked_words(item)
    detail = Lines(item.detail, asked) if item.detail and asked else item.detail or asked or None
    return row(when, item.title, detail, nice_date(item.last_report_on) if item.last_report_on else NOT_APPLICABLE)


def asked_words(item: WorkItem) -> str:
    """'Asked for by the Panel on 14 September 2017', or nothing."""
    if not item.requested_by and item.requested_on is None:
        return ""
    by = f" by {item.requested_by}" if item.requested_by else ""
    on = f" on {nice_date(item.requested_on)}" if item.requested_on else ""
    return f"Asked for{by}{on}"
