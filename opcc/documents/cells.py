"""What can stand in a cell of a table, and how JSON keeps it."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from opcc.documents.figures import Figure, number
from opcc.documents.marks import Dumbbell, Spark

NOTHING = "–"


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


def cell_to_data(cell: Cell) -> str | int | dict[str, Any] | None:
    """A cell as JSON keeps it."""
    if cell is None or isinstance(cell, str | int):
        return cell
    if isinstance(cell, Figure):
        return {"type": "figure", **cell.to_dict()}
    return {"type": _KIND_OF[type(cell)], **asdict(cell)}


def cell_from_data(data: str | int | dict[str, Any] | None) -> Cell:
    """The cell that `cell_to_data` wrote."""
    if not isinstance(data, dict):
        return data
    rest: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in data.items() if name != "type"
    }
    if data["type"] == "figure":
        return Figure.from_dict(rest)  # type: ignore[arg-type]  # the keys are those that to_dict wrote
    return _KINDS[data["type"]](**rest)


def cell_words(cell: Cell) -> str:
    """A cell as plain words; a dash where nothing is known."""
    if cell is None or (isinstance(cell, Figure) and cell.value is None):
        return NOTHING
    if isinstance(cell, str):
        return cell
    return number(cell) if isinstance(cell, int) else cell.text
