"""Writes the rows of a file into a table of figures, in the caller's transaction and in memory that stays flat.

A row later than all that is kept of its series, or earlier, is new for certain and goes straight into the table while
the file is still being read: so a million new figures are written once. Every other row waits in a file until the
rest is in, and is then compared, all at once, with what is there.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO, Any

from django.db import connection

from performance.csv_parsing import Rows
from performance.models import Load
from performance.operations.loading.findings import Findings
from performance.operations.loading.merging import Merge
from performance.operations.loading.tables import FigureTable

TELL_EVERY = 20_000  # rows
MANY = 10_000  # rows after which the planner is told of them
COLUMNS_OF_LOAD = ("load_id", "is_synthetic")


@dataclass
class Written:
    """What became of the rows."""

    rows: int = 0
    created: int = 0
    superseded: int = 0
    unchanged: int = 0


def write_figures(
    blocks: Iterable[Rows], *, load: Load, table: FigureTable, findings: Findings, tell: Callable[[str], None]
) -> Written:
    """Write the rows. Duplicates, and figures that differ without leave, become errors; then nothing may be kept."""
    written = Written()
    with connection.cursor() as cursor, TemporaryFile() as waiting:
        spans = Spans(table)
        columns = table.listed((*table.read, *COLUMNS_OF_LOAD))
        with cursor.copy(table.query("COPY {figures} ({columns}) FROM STDIN", columns=columns)) as copy:
            for rows in blocks:
                _copy(copy, rows, spans=spans, load=load, waiting=waiting, written=written)
                if written.rows // TELL_EVERY > (written.rows - len(rows.lines)) // TELL_EVERY:
                    tell(f"{written.rows:,} rows read")
        if written.created >= MANY:
            _tell_planner(cursor, table)
        if waiting.tell():
            tell("Comparing with the figures that are here")
            waiting.seek(0)
            merge = Merge(cursor, load=load, table=table, findings=findings)
            merge.run(waiting)
            written.created += merge.created
            written.superseded = merge.superseded
            written.unchanged = written.rows - written.created - written.superseded
    return written


class Spans:
    """The first and the last period that is kept of each series, and then of the rows that are read."""

    def __init__(self, table: FigureTable) -> None:
        """Two looks into an index for each series, however many figures there are."""
        query = table.query(
            "SELECT series.id::text, span.first::text, span.last::text FROM performance_series AS series, LATERAL ("
            "  SELECT min({period}) AS first, max({period}) AS last"
            "  FROM {figures} WHERE series_id = series.id AND superseded_by_id IS NULL"
            ") AS span WHERE span.first IS NOT NULL"
        )
        with connection.cursor() as cursor:
            cursor.execute(query.as_string())
            self._spans: dict[str, list[str]] = {series: [first, last] for series, first, last in cursor.fetchall()}

    def take_in(self, series: str, period: str) -> bool:
        """Widen the span to the row, if it lies outside; whether it did."""
        span = self._spans.get(series)
        if span is None:
            self._spans[series] = [period, period]
        elif period > span[1]:
            span[1] = period
        elif period < span[0]:
            span[0] = period
        else:
            return False
        return True


def _copy(copy: Any, rows: Rows, *, spans: Spans, load: Load, waiting: IO[bytes], written: Written) -> None:
    """Pass on what is new for certain, and have the rest wait."""
    new = rows.lines
    are_new = list(map(spans.take_in, rows.series, rows.periods))
    if not all(are_new):
        pairs = list(zip(rows.lines, are_new, strict=True))
        new = [line for line, is_new in pairs if is_new]
        waiting.writelines(f"{line}\n".encode() for line, is_new in pairs if not is_new)
    if new:
        end = f"\t{load.pk}\t{'t' if load.is_synthetic else 'f'}\n"
        copy.write(end.join(new) + end)
    written.rows += len(rows.lines)
    written.created += len(new)


def _tell_planner(cursor: Any, table: FigureTable) -> None:
    """A table that has just grown by much is planned for as if it had not, and the queries after this would crawl."""
    cursor.execute("SET LOCAL default_statistics_target = 10")  # a glance is enough; autovacuum looks properly
    cursor.execute(table.query("ANALYZE {figures} (series_id, {period}, load_id, superseded_by_id)").as_string())
    cursor.execute("RESET default_statistics_target")
