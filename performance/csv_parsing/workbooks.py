"""Reads the one sheet of an .xlsx workbook as rows of text, as the CSV file of the same sheet would hold them."""

import warnings
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from performance.csv_parsing.problems import UnreadableError
from performance.csv_parsing.rows import ROWS_PER_BLOCK, Block, csv_blocks

MOST_COLUMNS = 64  # what stands to the right of them is not seen
MOST_BLANK_ROWS = 10_000  # together; a row may call itself the billionth, and those before it would all be read
MOST_PARTS = 500
MOST_SHEET_BYTES = 500 * 1024 * 1024  # a full sheet of the columns takes about half; it is read piece by piece
MOST_OTHER_BYTES = 50 * 1024 * 1024  # held in memory: the texts of the cells, styles, names
_BROKEN = "This workbook cannot be read. Open it, save it again as an Excel workbook (.xlsx), and choose the new file."
_TOO_LARGE = "This workbook unpacks to more than is read at once. Save the sheet as a CSV file and choose that."


def file_blocks(stream: BinaryIO) -> Iterator[Block]:
    """The rows of a CSV file or a workbook, whichever its first bytes say that it is."""
    start = stream.read(4)
    stream.seek(0)
    return _workbook_blocks(stream) if start == b"PK\x03\x04" else csv_blocks(stream)


def _workbook_blocks(stream: BinaryIO) -> Iterator[Block]:
    """The heading alone, then block after block of rows; a row's number is the sheet's. Raises UnreadableError.

    Cells are read as the sheet shows them: a date as 2017-10-01, a percentage with its sign, a formula as one. Rows
    that a filter hides are read like any other.
    """
    _refuse_harm(stream)
    rows = _only_sheet(stream).iter_rows(max_col=MOST_COLUMNS)
    heading = next(iter(_taken(rows, 1)), [])
    if not heading:
        raise UnreadableError(1, "", "", "The sheet's first row is empty. Put the names of the columns there.")
    yield [1], [heading]
    line, last_filled = 2, 1
    while block := _taken(rows, ROWS_PER_BLOCK):
        lines = range(line, line + len(block))
        line += len(block)
        last_filled = max((number for number, row in zip(lines, block, strict=True) if row), default=last_filled)
        if line - last_filled > MOST_BLANK_ROWS:
            advice = "More empty rows than a sheet of figures has begin here. Delete the rows below the last figure."
            raise UnreadableError(last_filled + 1, "", "", advice)
        yield lines, [row + [""] * (len(heading) - len(row)) if row else row for row in block]


def _refuse_harm(stream: BinaryIO) -> None:
    """Raise UnreadableError for a workbook that unpacks to far more than a sheet of figures, or brings programs.

    The sizes are those that the archive gives; a part that goes on beyond its own is cut off there when it is read.
    """
    try:
        with ZipFile(stream) as archive:
            parts = archive.infolist()
    except (BadZipFile, OSError, ValueError) as error:
        raise UnreadableError(1, "", "", _BROKEN) from error
    stream.seek(0)
    sheets = sum(part.file_size for part in parts if part.filename.startswith("xl/worksheets/"))
    others = sum(part.file_size for part in parts) - sheets
    if len(parts) > MOST_PARTS or sheets > MOST_SHEET_BYTES or others > MOST_OTHER_BYTES:
        raise UnreadableError(1, "", "", _TOO_LARGE)
    if any(part.filename.endswith("vbaProject.bin") for part in parts):
        raise UnreadableError(1, "", "", "This workbook has macros. Save it as an Excel workbook (.xlsx) without them.")


def _only_sheet(stream: BinaryIO) -> Any:
    """The workbook's sheet, where it has one and no more."""
    from openpyxl import load_workbook  # noqa: PLC0415 - takes longer to load than most files to read

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of features that only a spreadsheet program needs
            book = load_workbook(stream, read_only=True, keep_links=False)
            sheets = book.worksheets
            names = book.sheetnames
    except Exception as error:  # a broken file fails in whichever part of openpyxl meets it
        raise UnreadableError(1, "", "", _BROKEN) from error
    if not sheets:
        raise UnreadableError(1, "", "", _BROKEN)
    _refuse_other_sheets({sheet.title: sheet.sheet_state for sheet in sheets}, names)
    sheets[0].reset_dimensions()  # they are what the file says of itself, and may be wrong
    return sheets[0]


def _refuse_other_sheets(states: Mapping[str, str], names: Sequence[str]) -> None:
    hidden = [name for name, state in states.items() if state != "visible"]
    if hidden:
        raise UnreadableError(
            1,
            "",
            ", ".join(hidden),
            f"The workbook has a hidden sheet, '{hidden[0]}'. Unhide it and see what it holds; then delete it, or save "
            "the sheet with the figures as a workbook of its own.",
        )
    if len(names) != 1:
        advice = "Save the sheet with the figures as a workbook of its own; one sheet is read, and no chart."
        raise UnreadableError(1, "", ", ".join(names), f"The workbook has {len(names)} sheets. {advice}")


def _taken(rows: Iterator[Sequence[Any]], size: int) -> list[list[str]]:
    """The texts of the next rows, without the empty cells at their ends."""
    try:
        with warnings.catch_warnings():  # around each piece: across a yield it would change the caller's filters
            warnings.simplefilter("ignore")
            return [_texts(row) for row in islice(rows, size)]
    except Exception as error:  # as above
        raise UnreadableError(1, "", "", _BROKEN) from error


def _texts(row: Sequence[Any]) -> list[str]:
    width = len(row)
    while width and row[width - 1].value is None:  # before any is read: most of MOST_COLUMNS are empty
        width -= 1
    texts = [_text(cell) for cell in row[:width]]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(cell: Any) -> str:
    """A cell as the sheet shows it, numbers with all their figures."""
    value = cell.value
    if cell.data_type == "f":
        return value if isinstance(value, str) else "="
    match value:
        case None:
            return ""
        case bool():
            return str(value).upper()
        case int() | float():
            return _figures(value * 100) + "%" if "%" in cell.number_format else _figures(value)
        case datetime() if value.time() == time():
            return value.date().isoformat()
    return str(value)


def _figures(value: int | float) -> str:
    """To 15 figures, which is what a spreadsheet keeps; the rest is the noise of its arithmetic."""
    return f"{Decimal(f'{value:.15g}'):f}"
