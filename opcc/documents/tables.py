"""A table of a document: what it says, how wide its columns are, where its numbers come from."""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from opcc.documents.cells import Cell, Lines, PageLink, State, cell_from_data, cell_to_data, cell_words
from opcc.documents.marks import Dumbbell, DumbbellKey, Spark
from opcc.documents.svg import Svg

__all__ = [
    "Cell",
    "Column",
    "GroupRow",
    "Lines",
    "PageLink",
    "Row",
    "State",
    "Table",
    "row",
]  # with the kinds of cell, so that who makes a table imports from one place
MEASURE_MM, WIDE_MEASURE_MM = 166.0, 267.0  # the text's width on an upright page, and on one that is turned
MOST_ROWS = 500  # beyond this a reader wants the CSV, and the PDF engine takes too long
MOST_LINES = 36  # of a row that is kept on one page; a longer one would leave its heading behind, so it may break
MM_PER_LETTER = 1.5  # on average, in the type of tables
_DAY_AND_MONTH = re.compile(r"(\d) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))")


@dataclass(frozen=True)
class Column:
    """One column. Without `width_mm` it shares what the others leave. `key` draws a scale in its head."""

    label: str
    width_mm: float | None = None
    numeric: bool = False
    strong: bool = False  # one column at most: the one that the reader came for
    nowrap: bool = False
    key: DumbbellKey | None = None


@dataclass(frozen=True)
class Row:
    """One row; its first cell is the row's header. `total` rules it off and makes it bold."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True)
class GroupRow:
    """A heading across the table for the rows that follow it."""

    label: str


def row(*cells: Cell, total: bool = False) -> Row:
    """A row from its cells in order."""
    return Row(cells, total)


@dataclass(frozen=True)
class CellView:
    """A cell as the template prints it."""

    kind: str  # text, lines, state, page or drawing
    text: str
    small: str = ""
    tone: str = ""
    anchor: str = ""
    svg: Svg | None = None
    classes: str = ""


@dataclass(frozen=True)
class HeadView:
    """A column's head as the template prints it: words, or a drawn key."""

    label: str
    classes: str
    svg: Svg | None


@dataclass(frozen=True)
class RowView:
    """A row as the template prints it."""

    header: CellView
    cells: tuple[CellView, ...]
    classes: str


@dataclass(frozen=True)
class Body:
    """Rows under one group heading, or under none."""

    label: str
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class Table:
    """A table with its caption above and its note and source below. Raises ValueError where it cannot be printed.

    `number` is what the text calls it: 'Table 2'. `wide` is for a page that is turned.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row | GroupRow, ...]
    number: str = ""
    subtitle: str = ""
    note: str = ""
    source: str = ""
    wide: bool = False
    roomy: bool = False

    def __post_init__(self) -> None:
        if not self.caption.strip():
            raise ValueError("A table needs a caption that says what it shows")
        if not self.columns:
            raise ValueError(f"The table '{self.caption}' has no column")
        if len(self.rows) > MOST_ROWS:
            raise ValueError(
                f"The table '{self.caption}' has {len(self.rows)} rows; "
                f"print at most {MOST_ROWS} and give the rest as CSV"
            )
        for index, line in enumerate(self.rows, 1):
            if isinstance(line, Row) and len(line.cells) != len(self.columns):
                raise ValueError(
                    f"Row {index} of the table '{self.caption}' has {len(line.cells)} cells "
                    f"for {len(self.columns)} columns"
                )
        _ = self.widths

    @property
    def widths(self) -> tuple[float, ...]:
        """The columns' widths in millimetres, which add to the page's measure."""
        measure = WIDE_MEASURE_MM if self.wide else MEASURE_MM
        given = sum(column.width_mm or 0 for column in self.columns)
        open_columns = sum(1 for column in self.columns if column.width_mm is None)
        left = measure - given
        if (open_columns and left < 5 * open_columns) or (not open_columns and abs(left) > 0.05):
            raise ValueError(f"The columns of '{self.caption}' take {given:g} mm of the page's {measure:g} mm")
        share = left / open_columns if open_columns else 0
        return tuple(round(share if column.width_mm is None else column.width_mm, 2) for column in self.columns)

    @property
    def width_classes(self) -> tuple[str, ...]:
        """'mm-45-5' for 45.5 mm: the stylesheet of the document writes the rule."""
        return tuple(f"mm-{width:g}".replace(".", "-") for width in self.widths)

    @property
    def heads(self) -> tuple[HeadView, ...]:
        """The head of each column; a day of the month keeps to its month."""
        return tuple(
            HeadView(
                _DAY_AND_MONTH.sub("\\1\u00a0", column.label),
                _classes(column, None, head=True),
                column.key.svg if column.key else None,
            )
            for column in self.columns
        )

    @property
    def has_row_headers(self) -> bool:
        """Whether each row's first cell is its header. Not where heads would outnumber what they head:
        software that reads a table out takes that for a fault, and the heads of the columns are enough.
        """
        rows = sum(isinstance(line, Row) for line in self.rows)
        return rows * (len(self.columns) - 2) >= len(self.columns)

    @property
    def group_span(self) -> int:
        """How many columns a group heading runs across: all but one, so that its row is not all heads."""
        return max(len(self.columns) - 1, 1)

    @property
    def bodies(self) -> tuple[Body, ...]:
        """The rows as the template prints them, cut at each group heading."""
        return tuple(self._bodies())

    def _bodies(self) -> Iterator[Body]:
        label, rows = "", list[RowView]()
        for line in self.rows:
            if isinstance(line, Row):
                rows.append(self._row_view(line))
                continue
            if rows or label:
                yield Body(label, tuple(rows))
            label, rows = line.label, []
        if rows or label:
            yield Body(label, tuple(rows))

    def _row_view(self, line: Row) -> RowView:
        views = [_view(cell, column) for cell, column in zip(line.cells, self.columns, strict=True)]
        long = any(_lines(view, width) > MOST_LINES for view, width in zip(views, self.widths, strict=True))
        named = {"total": line.total, "long": long}
        return RowView(views[0], tuple(views[1:]), " ".join(name for name, wanted in named.items() if wanted))

    def to_dict(self) -> dict[str, Any]:
        """JSON-safe and exact: `from_dict(to_dict(t)) == t`."""
        data = asdict(self)
        data["rows"] = [_row_to_data(line) for line in self.rows]
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Table":
        """The table that `to_dict` wrote."""
        columns = tuple(
            Column(**{**column, "key": DumbbellKey(**column["key"]) if column["key"] else None})
            for column in data["columns"]
        )
        return cls(**{**data, "columns": columns, "rows": tuple(_row_from_data(line) for line in data["rows"])})


def _row_to_data(line: Row | GroupRow) -> dict[str, Any]:
    if isinstance(line, GroupRow):
        return {"group": line.label}
    return {"cells": [cell_to_data(cell) for cell in line.cells], "total": line.total}


def _row_from_data(data: dict[str, Any]) -> Row | GroupRow:
    if "group" in data:
        return GroupRow(data["group"])
    return Row(tuple(cell_from_data(cell) for cell in data["cells"]), data["total"])


def _view(cell: Cell, column: Column) -> CellView:
    """What the template needs of a cell; nothing in it is markup but a drawing."""
    view = CellView("text", cell_words(cell))
    if isinstance(cell, Lines):
        view = CellView("lines", cell.text, small=cell.small)
    elif isinstance(cell, State):
        view = CellView("state", cell.text, tone=cell.kind)
    elif isinstance(cell, PageLink):
        view = CellView("page", cell.label, anchor=cell.anchor)
    elif isinstance(cell, Dumbbell | Spark):
        view = CellView("drawing", cell.text, svg=cell.svg)
    return replace(view, classes=_classes(column, cell))


def _lines(view: CellView, width: float) -> float:
    """About how many lines the cell's text takes."""
    return (len(view.text) + len(view.small)) * MM_PER_LETTER / width


def _classes(column: Column, cell: Cell, *, head: bool = False) -> str:
    named = {
        "n": column.numeric,
        "strong": column.strong and not head,
        "nw": column.nowrap and not head,
        "sp": isinstance(cell, Dumbbell | Spark) or (head and column.key is not None),
        "quiet": cell is None and not head,
    }
    return " ".join(name for name, wanted in named.items() if wanted)
