"""Opens a load's file as rows for the tables of figures, whatever its kind."""

from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from typing import BinaryIO, Protocol, cast

from performance.csv_parsing import ObservationFile, Problems, QuarterFile, Rows
from performance.enums import LoadKind, Severity
from performance.models import Load
from performance.operations.loading.findings import MOST_KEPT, Findings
from performance.operations.loading.names import known_names
from performance.operations.loading.street_level import StreetFile
from performance.permissions import may_read_restricted


class FigureFile(Protocol):
    """A file being read: its good rows, block by block, and afterwards what was wrong with it."""

    def blocks(self) -> Iterator[Rows]:
        """Called before COPY begins, and read while it runs: what is asked of the database is asked in the call."""
        ...

    def note(self, findings: Findings) -> None: ...


@contextmanager
def read_file(load: Load) -> Generator[FigureFile]:
    """The load's file, open as long as the block runs."""
    by = load.requested_by
    include_restricted = by is None or may_read_restricted(by)
    with ExitStack() as stack:
        file = cast("BinaryIO", stack.enter_context(load.file.open("rb")))
        match LoadKind(load.kind):
            case LoadKind.STREET_LEVEL:
                lookup = cast("BinaryIO", stack.enter_context(load.lookup_file.open("rb")))
                yield StreetFile(file, lookup, include_restricted=include_restricted)
            case LoadKind.QUARTERS:
                yield _Parsed(
                    QuarterFile(file, known_names(include_restricted=include_restricted), most_problems=MOST_KEPT)
                )
            case LoadKind.OBSERVATIONS:
                yield _Parsed(
                    ObservationFile(file, known_names(include_restricted=include_restricted), most_problems=MOST_KEPT)
                )


class _Parsed:
    """A file that the parser reads row by row."""

    def __init__(self, file: ObservationFile | QuarterFile) -> None:
        self._file = file

    def blocks(self) -> Iterator[Rows]:
        return self._file.blocks()

    def note(self, findings: Findings) -> None:
        note_problems(self._file.problems, findings)


def note_problems(problems: Problems, findings: Findings) -> None:
    """Take in what the parser noted."""
    findings.add_read(problems.errors, Severity.ERROR, problems.error_count)
    findings.add_read(problems.warnings, Severity.WARNING, problems.warning_count)
