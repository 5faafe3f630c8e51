"""Takes rows in that may repeat or contradict what is there: compared all at once, with the lines of each."""

from collections.abc import Callable, Sequence
from typing import IO, Any

from psycopg import sql

from opcc.web.words import nice_date
from performance.csv_parsing import duplicate
from performance.enums import ObservationStatus, Severity
from performance.models import Load, Series
from performance.operations.loading.findings import Finding, Findings, plain
from performance.operations.loading.statements import Row, Statements, found_in_all, series_named
from performance.operations.loading.tables import FigureTable

_PIECE = 1 << 16


class Merge:
    """One file's rows against the table, in the transaction of `cursor`. Nothing is written where there are errors."""

    def __init__(self, cursor: Any, *, load: Load, table: FigureTable, findings: Findings) -> None:
        self._statements = Statements(cursor, load=load, table=table)
        self._cursor = cursor
        self._load = load
        self._table = table
        self._findings = findings
        self.created = 0
        self.superseded = 0

    def run(self, waiting: IO[bytes]) -> None:
        """Compare the waiting rows, and take them in if nothing stands against it."""
        self._stage(waiting)
        before = self._findings.error_count
        self._note_duplicates()
        if not self._load.replaces:
            self._note_differences()
        if self._findings.error_count == before:
            self.superseded = self._supersede() if self._load.replaces else 0
            self.created = self._insert_missing() - self.superseded

    @property
    def _parts(self) -> dict[str, sql.Composable]:
        """What the statements below have in common."""
        same = self._table.query("old.series_id = new.series_id AND old.{period} = new.{period}")
        both = [(side, column) for side in ("new", "old") for column in (*self._table.compared, "status")]
        # A value in place of one that was just superseded is revised.
        status = self._table.query(
            "CASE WHEN new.status = 'value' AND EXISTS (SELECT FROM {figures} AS old"
            " WHERE {same} AND old.superseded_by_id = %(load)s) THEN 'revised' ELSE new.status END",
            same=same,
        )
        return {
            "same": same,
            "kept": sql.SQL("{} AND old.superseded_by_id IS NULL AND old.load_id <> %(load)s").format(same),
            "differs": self._table.differs,
            "columns": self._table.listed(self._table.read),
            "taken": sql.SQL(", ").join(
                status if column == "status" else sql.Identifier("new", column) for column in self._table.read
            ),
            "compared": sql.SQL(", ").join(
                sql.SQL("{} AS {}").format(sql.Identifier(side, column), sql.Identifier(f"{side}_{column}"))
                for side, column in both
            ),
        }

    def _run(self, text: str) -> int:
        return self._statements.run(text, self._parts)

    def _rows(self, text: str) -> list[Row]:
        return self._statements.rows(text, self._parts)

    def _stage(self, waiting: IO[bytes]) -> None:
        self._run("DROP TABLE IF EXISTS pg_temp.staged")
        self._run("CREATE TEMP TABLE staged ON COMMIT DROP AS SELECT {columns} FROM {figures} LIMIT 0")
        columns = self._table.listed(self._table.read)
        with self._cursor.copy(sql.SQL("COPY staged ({}) FROM STDIN").format(columns)) as copy:
            while piece := waiting.read(_PIECE):
                copy.write(piece)
        self._run("ANALYZE staged")

    def _note_duplicates(self) -> None:
        """The later of two rows for one series and period, whether the first of them waited or not."""
        found = self._rows(
            "SELECT line, first_line, series_id, period, count(*) OVER () AS found FROM ("
            "  SELECT *, min(line) OVER (PARTITION BY series_id, period) AS first_line FROM ("
            "    SELECT line, series_id, {period} AS period FROM staged UNION ALL"
            "    SELECT old.line, old.series_id, old.{period} FROM {figures} AS old JOIN"
            "      (SELECT DISTINCT series_id, {period} FROM staged) AS new ON {same}"
            "    WHERE old.load_id = %(load)s"
            "  ) AS of_file"
            ") AS numbered WHERE line > first_line ORDER BY line LIMIT %(most)s"
        )
        self._findings.add(Severity.ERROR, self._worded(found, self._duplicate), count=found_in_all(found))

    def _note_differences(self) -> None:
        """Figures that are kept and would be changed."""
        found = self._rows(
            "SELECT new.line, new.series_id, new.{period} AS period, count(*) OVER () AS found, {compared},"
            "  load.file_name, load.requested_at, old.line AS old_line"
            " FROM staged AS new JOIN {figures} AS old ON {kept}"
            " JOIN performance_load AS load ON load.id = old.load_id"
            " WHERE {differs} ORDER BY new.line, new.series_id, new.{period} LIMIT %(most)s"
        )
        self._findings.add(Severity.ERROR, self._worded(found, self._difference), count=found_in_all(found))
        self._findings.difference_count += found_in_all(found)

    @staticmethod
    def _worded(found: Sequence[Row], say: Callable[[Row, Series], Finding]) -> list[Finding]:
        series = series_named({row["series_id"] for row in found})
        return [say(row, series[row["series_id"]]) for row in found]

    def _duplicate(self, row: Row, series: Series) -> Finding:
        said = self._table.says(row["period"])
        problem = duplicate(
            row["line"], row["first_line"], measure=series.measure.name, area=series.area_name, month=said
        )
        return Finding(row["line"], problem.message, self._table.heading, said, series.pk, row["period"])

    def _difference(self, row: Row, series: Series) -> Finding:
        given = [column for column in self._table.compared if row[f"new_{column}"] is not None]
        column = next((name for name in given if row[f"new_{name}"] != row[f"old_{name}"]), "value")
        new, old = (_said(row[f"{side}_{column}"], column, row[f"{side}_status"]) for side in ("new", "old"))
        where = f"{row['file_name']}, line {row['old_line']}" if row["old_line"] else row["file_name"]
        message = (
            f"{series}, {self._table.says(row['period'])}: {new} here, but {old} was loaded on "
            f"{nice_date(row['requested_at'])} ({where}). To put the new figure in its place, load the file again and "
            "say why."
        )
        return Finding(row["line"], message, column, new, series.pk, row["period"])

    def _supersede(self) -> int:
        """Mark the figures that differ as superseded by this load."""
        return self._run(
            "UPDATE {figures} AS old SET superseded_by_id = %(load)s FROM staged AS new WHERE {kept} AND {differs}"
        )

    def _insert_missing(self) -> int:
        """Insert every staged row that now has no figure."""
        return self._run(
            "INSERT INTO {figures} ({columns}, load_id, is_synthetic)"
            " SELECT {taken}, %(load)s, %(synthetic)s FROM staged AS new"
            " WHERE NOT EXISTS (SELECT FROM {figures} AS old"
            "  WHERE {same} AND old.superseded_by_id IS NULL)"
        )


def _said(value: Any, column: str, status: str) -> str:
    """'3,614', '3,614 (provisional)', 'numerator 240', 'not available'."""
    if status == ObservationStatus.NOT_AVAILABLE:
        return "not available"
    words = plain(value) if column == "value" else f"{column} {plain(value)}"
    return f"{words} (provisional)" if status == ObservationStatus.PROVISIONAL else words
