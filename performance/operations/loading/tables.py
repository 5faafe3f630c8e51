"""The two tables of figures, as a load writes them: by month, and by quarter."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from psycopg import sql

from opcc.core.quarters import Quarter
from performance.csv_parsing import COPY_COLUMNS, QUARTER_COPY_COLUMNS
from performance.enums import LoadKind
from performance.models import Observation, QuarterFigure


@dataclass(frozen=True)
class FigureTable:
    """A table of figures: its name, the column of the period, the columns that a file gives, and those compared.

    Two figures are the same where every number that the file gives is the same and both are there or not, for certain
    or for the time being; another source or remark makes no other figure.
    """

    name: str
    period: str
    heading: str  # of the period, in a file
    read: tuple[str, ...]
    compared: tuple[str, ...]
    says: Callable[[date], str]  # a period as a sentence says it

    def query(self, text: str, **more: sql.Composable) -> sql.Composed:
        """The text as SQL, with {figures} and {period} and whatever else it names put in."""
        return sql.SQL(text).format(figures=sql.Identifier(self.name), period=sql.Identifier(self.period), **more)

    def listed(self, columns: tuple[str, ...], of: str = "") -> sql.Composed:
        """Columns after each other, all `of` one table where it is named."""
        return sql.SQL(", ").join(sql.Identifier(of, column) if of else sql.Identifier(column) for column in columns)

    @property
    def differs(self) -> sql.Composed:
        """Whether the figure `new` of the file is another than the figure `old` that is kept."""
        numbers = [
            sql.SQL("new.{0} IS NOT NULL AND new.{0} IS DISTINCT FROM old.{0}").format(sql.Identifier(column))
            for column in self.compared
        ]
        certain = sql.SQL("replace(new.status, 'revised', 'value') <> replace(old.status, 'revised', 'value')")
        return sql.SQL("({})").format(sql.SQL(" OR ").join([*numbers, certain]))


BY_MONTH = FigureTable(
    name=Observation._meta.db_table,
    period="month",
    heading="month",
    read=COPY_COLUMNS,
    compared=("value", "numerator", "denominator", "n"),
    says=lambda month: f"{month:%B %Y}",
)
BY_QUARTER = FigureTable(
    name=QuarterFigure._meta.db_table,
    period="quarter_starts_on",
    heading="quarter",
    read=QUARTER_COPY_COLUMNS,
    compared=("value", "average", "numerator", "denominator", "n"),
    says=lambda day: Quarter.containing(day).label,
)
TABLES = {
    LoadKind.OBSERVATIONS: BY_MONTH,
    LoadKind.STREET_LEVEL: BY_MONTH,
    LoadKind.QUARTERS: BY_QUARTER,
}
