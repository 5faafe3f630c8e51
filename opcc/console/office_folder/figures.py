"""The files of figures in an office's folder: loaded as the performance app loads any other, with a record of each."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from opcc.console.office_folder.problems import Problem
from opcc.console.office_folder.tables import Counted
from opcc.core.errors import DomainError
from performance import operations
from performance.enums import LoadKind, LoadState, Severity
from performance.models import Load

CORRECTED = "The office's folder was corrected"


@dataclass(frozen=True)
class FigureFile:
    """A file of figures: what it holds, and whether it was invented for a sample."""

    file: str
    kind: LoadKind
    is_synthetic: bool = False


FIGURE_FILES = (
    FigureFile("figures_invented.csv", LoadKind.OBSERVATIONS, is_synthetic=True),
    FigureFile("figures.csv", LoadKind.OBSERVATIONS),
    FigureFile("quarter_figures.csv", LoadKind.QUARTERS),
)


def load_figures(folder: Path, problems: list[Problem], at: datetime) -> dict[str, Counted]:
    """Load each file there is. Its errors become problems by line; its warnings stay with its load."""
    counts = {}
    for one in FIGURE_FILES:
        path = folder / one.file
        if not path.exists():
            continue
        try:
            load = _loaded(path, one, at)
        except DomainError as error:
            problems.append(Problem(one.file, 0, error.message))
            continue
        problems += _problems_of(load, one.file)
        counts[one.file] = Counted(created=load.created, changed=load.superseded, unchanged=load.unchanged)
    return counts


def _loaded(path: Path, one: FigureFile, at: datetime) -> Load:
    """The load of the file, new or from before; figures that differ from the folder's are replaced by them."""
    with path.open("rb") as file:
        load = operations.receive_load(
            file=file,
            name=one.file,
            kind=one.kind,
            is_synthetic=one.is_synthetic,
            in_background=False,
            by=None,
            at=at,
        )
    if load.state == LoadState.LOADED:
        return load
    load = operations.run_load(load_id=load.pk, at=at) or load
    if load.state == LoadState.REFUSED and load.error_count == load.difference_count:
        load = operations.load_in_place(load=load, reason=CORRECTED, by=None, at=at)
        load = operations.run_load(load_id=load.pk, at=at) or load
    return load


def _problems_of(load: Load, file: str) -> list[Problem]:
    if load.state == LoadState.LOADED:
        return []
    errors = load.problems.filter(severity=Severity.ERROR).order_by("line", "pk")
    found = [Problem(file, problem.line or 0, problem.message) for problem in errors]
    return found or [Problem(file, 0, load.failure or "The figures were not loaded.")]
