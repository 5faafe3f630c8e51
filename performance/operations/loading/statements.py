"""SQL about one load and one table of figures, with its values put in the same way everywhere."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from psycopg import sql

from performance.models import Load, Series
from performance.operations.loading.findings import MOST_KEPT
from performance.operations.loading.tables import FigureTable

Row = Mapping[str, Any]


class Statements:
    """Runs SQL in the transaction that writes the load.

    {figures} and {period} in a statement are the table and its column; %(load)s, %(most)s, %(synthetic)s and what else
    is given are values.
    """

    def __init__(self, cursor: Any, *, load: Load, table: FigureTable, **values: Any) -> None:
        self.cursor = cursor
        self.table = table
        self._values = {"load": load.pk, "synthetic": load.is_synthetic, "most": MOST_KEPT, **values}

    def run(self, text: str, parts: Mapping[str, sql.Composable] | None = None, **values: Any) -> int:
        """Run it, and say how many rows it touched."""
        query = self.table.query(text, **(parts or {})).as_string()  # history puts its context before plain text only
        self.cursor.execute(query, {**self._values, **values})
        return int(self.cursor.rowcount)

    def rows(self, text: str, parts: Mapping[str, sql.Composable] | None = None, **values: Any) -> list[Row]:
        """Its rows, by the names of their columns."""
        self.run(text, parts, **values)
        names = [column.name for column in self.cursor.description]
        return [dict(zip(names, row, strict=True)) for row in self.cursor.fetchall()]


def found_in_all(rows: Sequence[Row]) -> int:
    """How many there are where only the first were fetched: each of these says so in `found`."""
    return int(rows[0]["found"]) if rows else 0


def series_named(ids: Collection[int]) -> dict[int, Series]:
    """Series by their ids, with all that names them. One query."""
    return Series.objects.with_area().in_bulk(list(ids))
