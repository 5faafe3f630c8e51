"""Decisions of the Commissioner as a section of the pack: by number, those that are withheld with their section."""

from datetime import date

from opcc.documents.cells import Cell, Lines
from opcc.documents.tables import Column, Row, Table, row
from opcc.web.words import nice_date
from panel.enums import DecisionState
from panel.quarterly_report.sections import Remark, Section, Text
from panel.queries import DecisionLine

COLUMNS = (
    Column("Number", width_mm=28),
    Column("Decision"),
    Column("Lead", width_mm=34),
    Column("State", width_mm=32),
)
NONE = "No decision was made in this time, and none was in progress."
WITHHELD = "Withheld"
NO_DAY = "The day is not recorded"


def decisions_section(lines: tuple[DecisionLine, ...], *, since: date | None, until: date) -> Section:
    """What was decided between two days, both inside, and what was in progress. Without any, a sentence."""
    time = f"from {nice_date(since)} to {nice_date(until)}" if since else f"up to {nice_date(until)}"
    told = f"Decisions of the Commissioner {time}, and those in progress."
    table = Table(caption="Decisions of the Commissioner", columns=COLUMNS, rows=tuple(map(_row, lines)))
    remarks = (Remark("Some of these decisions are invented for the sample."),) if _invented(lines) else ()
    return Section(
        key="decisions",
        title="Decisions of the Commissioner",
        parts=(*remarks, Text(told), table if lines else Text(NONE)),
    )


def _row(line: DecisionLine) -> Row:
    return row(line.reference, _what(line), line.lead or None, _state(line))


def _what(line: DecisionLine) -> Cell:
    more = line.withheld or (f"Made jointly with {line.joint_with}" if line.joint_with else "")
    title = line.title or WITHHELD
    return Lines(title, more) if more else title


def _state(line: DecisionLine) -> Cell:
    words = str(line.state.label)
    if line.state is not DecisionState.DECIDED:
        return words
    return Lines(words, nice_date(line.decided_on) if line.decided_on else NO_DAY)


def _invented(lines: tuple[DecisionLine, ...]) -> bool:
    return any(line.is_synthetic for line in lines)
