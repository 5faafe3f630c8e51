"""Reads a file of quarter figures as the force states them, beside or instead of its months."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import BinaryIO

from opcc.core.quarters import Quarter
from performance.csv_parsing import cells, headings
from performance.csv_parsing.cells import FORMULA, PARTS, POUNDS
from performance.csv_parsing.known import Known, KnownMeasure, Names
from performance.csv_parsing.observation_rows import NULL, Rows, contradictions
from performance.csv_parsing.problems import MOST_KEPT, Advice, CellError, Problems, UnreadableError
from performance.csv_parsing.rows import Block, refuse_other_encoding
from performance.csv_parsing.workbooks import file_blocks

REQUIRED = ("measure", "area", "quarter", "value", "source")
OPTIONAL = ("average", "numerator", "denominator", "n", "status", "note")
QUARTER_COPY_COLUMNS = (
    *("line", "series_id", "quarter_starts_on", "value", "average"),
    *("numerator", "denominator", "n", "status", "note", "source"),
)
_EARLIEST, _LATEST = Quarter(1900, 1), Quarter(2098, 4)
Reader = Callable[[str], str]


class QuarterFile:
    """A file on its way into the database, as `ObservationFile` is."""

    def __init__(self, stream: BinaryIO, known: Known, *, most_problems: int = MOST_KEPT) -> None:
        self._stream = stream
        self._known = known
        self._measures, self._areas = Names("measure", known.measures), Names("area", known.areas, known.shared)
        self.problems = Problems(most_problems)
        self.row_count = 0  # of the rows passed on

    def blocks(self) -> Iterator[Rows]:
        """The good rows as `COPY … (QUARTER_COPY_COLUMNS) FROM STDIN` takes them. A row with an error is left out."""
        try:
            yield from self._checked(file_blocks(self._stream))
        except UnreadableError as reason:
            self.problems.error(reason.line, reason.column, reason.found, reason.advice)

    def _checked(self, blocks: Iterator[Block]) -> Iterator[Rows]:
        (line, *_), (heading, *_) = next(blocks)
        refuse_other_encoding(line, heading)
        places = headings.places(line, heading, required=REQUIRED, optional=OPTIONAL, problems=self.problems)
        if places is None:
            return
        for lines, rows in blocks:
            read = (self._row(line, row, len(heading), places) for line, row in zip(lines, rows, strict=True))
            good = [found for found in read if found is not None]
            self.row_count += len(good)
            if good:
                yield Rows(*zip(*good, strict=True))
        if not (self.row_count or self.problems.error_count):
            self.problems.error(line, "", "", "There are headings and no rows. Choose the file that holds the figures.")

    def _row(self, line: int, row: Sequence[str], width: int, places: Mapping[str, int]) -> tuple[str, str, str] | None:
        """One row for COPY, or None after noting everything that is wrong with it."""
        refuse_other_encoding(line, row)
        if not any(map(str.strip, row)):
            return None
        if len(row) < width or any(row[width:]):
            too_many = (
                f"This line has {len(row)} cells and the headings have {width}. Put a text with a comma in quotes."
            )
            self.problems.error(line, "", ", ".join(row), too_many)
            return None
        cell = {name: row[places[name]] if name in places else "" for name in (*REQUIRED, *OPTIONAL)}
        found, before = dict.fromkeys((*REQUIRED, *OPTIONAL), NULL), self.problems.error_count
        for column, advice in self._faults(cell, found):
            self.problems.error(line, column, cell[column], advice)
        if self.problems.error_count > before:
            return None
        figures = (found[name] for name in ("value", "average", "numerator", "denominator", "n"))
        words = (found[name] for name in ("status", "note", "source"))
        return (
            found["area"],
            found["quarter"],
            "\t".join((str(line), found["area"], found["quarter"], *figures, *words)),
        )

    def _faults(self, cell: Mapping[str, str], found: dict[str, str]) -> Iterator[tuple[str, Advice]]:
        """Reads cell by cell into `found`; then, where each is good by itself, what they contradict each other in."""
        known, is_good = None, True
        try:
            known = self._measures.find(cell["measure"])
        except CellError as error:
            is_good = False
            yield "measure", error.advice
        for column, read in self._readers(known, cell).items():
            try:
                found[column] = read(cell[column])
            except CellError as error:
                is_good = False
                yield column, error.advice
        if is_good:
            yield from _contradictions(cell, found)

    def _readers(self, known: KnownMeasure | None, cell: Mapping[str, str]) -> dict[str, Reader]:
        """What reads each cell of the row that is to be read."""
        rule = known.rule if known else POUNDS
        readers: dict[str, Reader] = {
            "area": partial(self._series, known),
            "quarter": quarter,
            "status": cells.status,
            "note": cells.note,
            "source": cells.source,
        }
        stated = {
            "value": rule,
            "average": replace(rule, is_whole=False),
            "numerator": PARTS,
            "denominator": PARTS,
            "n": PARTS,
        }
        if cells.is_not_available(cell["status"]):
            return readers
        for column, allowed in stated.items():
            if cell[column].strip():
                readers[column] = partial(cells.value, rule=allowed)
        return readers

    def _series(self, known: KnownMeasure | None, area: str) -> str:
        found = self._areas.find(area)
        return NULL if known is None else str(self._known.series_of(known, found))


def quarter(text: str) -> str:
    """The first day of a quarter of the financial year, such as 2017-18Q3. Raises CellError."""
    bare = "".join(text.split()).upper()
    if bare.startswith("="):
        raise CellError(FORMULA)
    try:
        found = Quarter.parse(bare)
    except ValueError as error:
        raise CellError(str(error)) from error
    if not _EARLIEST <= found <= _LATEST:
        raise CellError(f"The year {found.year} is not one that this site keeps figures for.")
    return found.start.isoformat()


def _contradictions(cell: Mapping[str, str], found: Mapping[str, str]) -> Iterator[tuple[str, Advice]]:
    is_missing = cells.is_not_available(cell["status"])
    if is_missing and cell["average"].strip():
        yield "average", "The status says that there is no figure, and here is one. Empty this cell or the status."
    if not is_missing and found["value"] == found["average"] == NULL:
        yield "value", "Enter the quarter's figure or its average. If there is none, give the status 'not available'."
    figures = (found["value"], found["numerator"], found["denominator"], found["n"])
    if is_missing or found["value"] != NULL:
        yield from contradictions(cell["value"], found["note"], figures)
