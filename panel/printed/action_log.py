"""The log of recommendations and actions as a section of the pack: in progress, and completed in six months."""

from opcc.documents.cells import Cell, Lines
from opcc.documents.tables import Column, Table, row
from opcc.web.words import nice_date
from panel.quarterly_report.sections import Remark, Section, Text
from panel.queries import ActionLog, LogLine

# Short heads: where a table goes on over the page, software that reads it out takes a long line of them for prose.
COLUMNS = (
    Column("Raised", width_mm=24),
    Column("Recommendation or action", width_mm=48),
    Column("Lead", width_mm=27),
    Column("Panel update", width_mm=24),
    Column("Progress"),
)
WHAT_UPDATE_IS = "Panel update: the day on which the Panel hears of it again"
NONE_OPEN = "No recommendation or action is in progress."
NONE_ENDED = "None was completed in the six months before."


def action_log_section(log: ActionLog) -> Section:
    """Two tables, as the Panel's log has them. An empty one is a sentence."""
    return Section(
        key="action-log",
        title="Recommendations and actions",
        parts=(
            *_invented(log),
            Text(f"The position on {nice_date(log.as_at)}, the newest first."),
            _table("Recommendations and actions in progress", log.in_progress) if log.in_progress else Text(NONE_OPEN),
            _table("Completed in the past six months", log.completed) if log.completed else Text(NONE_ENDED),
        ),
    )


def _table(caption: str, lines: tuple[LogLine, ...]) -> Table:
    return Table(
        caption=caption, subtitle=WHAT_UPDATE_IS, columns=COLUMNS, rows=tuple(row(*_cells(line)) for line in lines)
    )


def _cells(line: LogLine) -> tuple[Cell, ...]:
    return (
        nice_date(line.raised_on),
        Lines(line.what, f"Recommendation {line.reference}") if line.reference else line.what,
        line.lead,
        nice_date(line.update_on) if line.update_on else None,
        " ".join(line.notes) or None,
    )


def _invented(log: ActionLog) -> tuple[Remark, ...]:
    if any(line.is_synthetic for line in (*log.in_progress, *log.completed)):
        return (Remark("Some of these lines are invented for the sample."),)
    return ()
