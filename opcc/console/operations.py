"""Loading an office from its folder: all of it, or nothing."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import DatabaseError, transaction

from forums.models import Forum
from forums.operations import rejoin_priorities
from opcc.console.office_folder.figures import FIGURE_FILES, load_figures
from opcc.console.office_folder.files import FILES
from opcc.console.office_folder.paper_files import PAPERS, PARTS, strangers
from opcc.console.office_folder.problems import FolderRefusedError, Problem
from opcc.console.office_folder.profile import write_office, write_plan
from opcc.console.office_folder.tables import Counted, Writer, read_rows
from opcc.core.audit import because
from opcc.core.errors import DomainError
from performance.operations import refresh_summaries

TOML_FILES = ("office.toml", "plan.toml")


@dataclass(frozen=True)
class Loaded:
    """What a load did, by file."""

    office: str
    counts: dict[str, Counted]


def load_office(*, folder: Path, at: datetime) -> Loaded:
    """Read, check and write an office's folder. Raises FolderRefusedError with every problem; then nothing is written.

    Rows are found again by their keys, so a corrected folder can be loaded over an earlier one. A row that is no
    longer in the folder stays: history is closed with dates, not deleted.
    """
    if not folder.is_dir():
        raise DomainError(f"'{folder}' is not a folder.")
    problems: list[Problem] = _strangers(folder)
    try:
        with transaction.atomic(), because(f"load_office {folder.name}"):
            loaded = _write_everything(folder, problems, at)
            if problems or loaded is None:
                raise FolderRefusedError(problems)
    except DatabaseError as error:
        raise FolderRefusedError([*problems, Problem(folder.name, 0, f"The database refused it: {error}")]) from error
    while refresh_summaries(at=at):  # some series at a time; what pages read of figures is there when this returns
        continue
    return loaded


def _strangers(folder: Path) -> list[Problem]:
    known = {spec.file for spec in FILES} | {one.file for one in FIGURE_FILES} | {*TOML_FILES, "README.md"}
    known |= {PARTS.file, PAPERS}
    return [*strangers(folder)] + [
        Problem(path.name, 0, "opcc knows no file of this name. See docs/office-folder.md.")
        for path in sorted(folder.iterdir())
        if path.name not in known and not path.name.startswith(".")
    ]


def _write_everything(folder: Path, problems: list[Problem], at: datetime) -> Loaded | None:
    rows = {spec.file: read_rows(folder, spec, problems) for spec in FILES}
    office = write_office(folder, problems)
    if office is None:
        return None
    write_plan(folder, problems)
    writer = Writer(problems, office, at)
    for spec in FILES:
        writer.write(spec, rows[spec.file])
    counts = writer.counts
    if not problems:
        _follow_priorities(writer)
        counts |= load_figures(folder, problems, at)
    return Loaded(str(office), counts)


def _follow_priorities(writer: Writer) -> None:
    """Carry each kept priority from the forum's meeting before, and close those that were not kept."""
    forums = [forum for forum in writer.known.get("forums.csv", {}).values() if isinstance(forum, Forum)]
    rejoin_priorities(forums=forums, by=None, at=writer.at)
