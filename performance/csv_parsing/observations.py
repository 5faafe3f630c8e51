"""Reads an observation file, notes what is wrong with it, and gives the good rows as the text that COPY takes."""

from collections.abc import Iterator
from typing import BinaryIO

from performance.csv_parsing import headings
from performance.csv_parsing.known import Known
from performance.csv_parsing.observation_rows import OPTIONAL, REQUIRED, RowChecker
from performance.csv_parsing.problems import MOST_KEPT, Problems, UnreadableError
from performance.csv_parsing.rows import Block, refuse_other_encoding
from performance.csv_parsing.workbooks import file_blocks

COPY_COLUMNS = (
    *("line", "measure_id", "area_id", "month", "value"),
    *("numerator", "denominator", "n", "status", "note", "source"),
)


class ObservationFile:
    """A file on its way into a staging table. It is read once; `problems` and `row_count` are whole at its end."""

    def __init__(self, stream: BinaryIO, known: Known, *, most_problems: int = MOST_KEPT) -> None:
        self._stream = stream
        self._known = known
        self.problems = Problems(most_problems)
        self.row_count = 0  # of the rows passed on

    def copy_text(self) -> Iterator[str]:
        """The good rows as `COPY … (COPY_COLUMNS) FROM STDIN` takes them, a block at a time.

        stream: binary and seekable, a CSV file or an .xlsx workbook; what it is shows in its bytes, not its name.
        A row with an error is noted and left out, so whoever loads keeps nothing unless `problems.error_count` is 0.
        A value given twice is not looked for, which would take memory for every row: a unique index over the staging
        table finds it, its `line` names both lines, and `problems.duplicate` says it.
        """
        try:
            yield from self._checked(file_blocks(self._stream))
        except UnreadableError as reason:
            self.problems.error(reason.line, reason.column, reason.found, reason.advice)

    def _checked(self, blocks: Iterator[Block]) -> Iterator[str]:
        (line, *_), (heading, *_) = next(blocks)
        refuse_other_encoding(line, heading)
        places = headings.places(line, heading, required=REQUIRED, optional=OPTIONAL, problems=self.problems)
        if places is None:
            return
        checker = RowChecker(self._known, places, width=len(heading), problems=self.problems)
        for lines, rows in blocks:
            text = checker.block(lines, rows)
            self.row_count += text.count("\n")
            if text:
                yield text
        if not (self.row_count or self.problems.error_count):
            self.problems.error(line, "", "", "There are headings and no rows. Choose the file that holds the figures.")
