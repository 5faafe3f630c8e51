"""A table of a document: what it says, how wide its columns are, where its numbers come from."""

import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from typing import Any

from opcc.documents.figures import Figure, number
from opcc.documents.marks import Dumbbell, DumbbellKey, Spark
from opcc.documents.svg import Svg

MEASURE_MM, WIDE_MEASURE_MM = 166.0, 267.0  # the text's width on an upright page, and on one that is turned
MOST_ROWS = 500  # beyond this a reader wants the CSV, and the PDF engine takes too long
MOST_LINES = 36  # of a row that is kept on one page; a longer one would leave its heading behind, so it may break
MM_PER_LETTER = 1.5  # on average, in the type of tables
NOTHING = "–"
_DAY_AND_MONTH = re.compile(r"(\d) (?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))")


@dataclass(frozen=True)
class Lines:
    """A cell of two lines: what it says, and beneath it, small and grey, a reference or a remark."""

    text: str
    small: str


@dataclass(frozen=True)
class State:
    """A state as a word in a box. `kind` is draft, waiting, due, overdue or done, and only colours the box."""

    text: str
    kind: str


@dataclass(frozen=True)
class PageLink:
    """The page on which something stands in this document; `anchor` is the id of its heading."""

    anchor: str
    label: str

    @property
    def text(self) -> str:
        return self.label


Cell = str | int | None | Figure | Lines | State | PageLink | Dumbbell | Spark
_KINDS: dict[str, Callable[..., Lines | State | PageLink | Dumbbell | Spark]] = {
    "lines": Lines,
    "state": State,
    "page": PageLink,
    "dumbbell": Dumbbell,
    "spark": Spark,
}
_KIND_OF: dict[object, str] = {cell: kind for kind, cell in _KINDS.items()}


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
    return {"cells": [_cell_to_data(cell) for cell in line.cells], "total": line.total}


def _row_from_data(data: dict[str, Any]) -> Row | GroupRow:
    if "group" in data:
        return GroupRow(data["group"])
    return Row(tuple(_cell_from_data(cell) for cell in data["cells"]), data["total"])


def _cell_to_data(cell: Cell) -> str | int | dict[str, Any] | None:
    if cell is None or isinstance(cell, str | int):
        return cell
    if isinstance(cell, Figure):
        return {"type": "figure", **cell.to_dict()}
    return {"type": _KIND_OF[type(cell)], **asdict(cell)}


def _cell_from_data(data: str | int | dict[str, Any] | None) -> Cell:
    if not isinstance(data, dict):
        return data
    rest: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name != "type"
    }
    if data["type"] == "figure":
        return Figure.from_dict(rest)  # type: ignore[arg-type]  # the keys are those that to_dict wrote
    return _KINDS[data["type"]](**rest)


def _view(cell: Cell, column: Column) -> CellView:
    """What the template needs of a cell; nothing in it is markup but a drawing."""
    view = CellView("text", _words(cell))
    if isinstance(cell, Lines):
        view = CellView("lines", cell.text, small=cell.small)
    elif isinstance(cell, State):
        view = CellView("state", cell.text, tone=cell.kind)
    elif isinstance(cell, PageLink):
        view = CellView("page", cell.label, anchor=cell.anchor)
    elif isinstance(cell, Dumbbell | Spark):
        view = CellView("drawing", cell.text, svg=cell.svg)
    return replace(view, classes=_classes(column, cell))


def _words(cell: Cell) -> str:
    """A cell as plain words; a dash where nothing is known."""
    if cell is None or (isinstance(cell, Figure) and cell.value is None):
        return NOTHING
    if isinstance(cell, str):
        return cell
    return number(cell) if isinstance(cell, int) else cell.text


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
