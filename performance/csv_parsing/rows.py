"""Reads a CSV file as blocks of rows with their line numbers, in memory that does not grow with the file."""

import csv
import re
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import islice
from typing import BinaryIO

from performance.csv_parsing.problems import SAVE_AS_CSV, UnreadableError

ROWS_PER_BLOCK = 256  # what stays in a processor's cache; a thousand rows take a fifth longer
_SNIFFED = 1024
_LINE_END = re.compile(r"\r\n|\r|\n")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_QUOTES = (
    "A quotation mark on this line opens a cell that is not closed, or stands inside one. Close the cell, or write the "
    "mark twice."
)

Block = tuple[Sequence[int], list[list[str]]]


def csv_blocks(stream: BinaryIO) -> Iterator[Block]:
    """The heading alone, then block after block of rows; a row's number is the line that it starts on.

    Bytes that are not UTF-8 come through as lone surrogates, which no check of a cell lets pass, and then
    `refuse_other_encoding` names the line: a good file is decoded once. Raises UnreadableError.
    """
    _refuse_other_files(stream)
    text = TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _blocks(text)
    finally:
        text.detach()  # the stream belongs to the caller, who may want it again


def refuse_other_encoding(line: int, row: Sequence[str]) -> None:
    """Raise UnreadableError if a byte of the row was left undecoded; every later line would be wrong the same way."""
    for cell in row:
        raw = cell.encode("utf-8", "surrogateescape")
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            as_windows = raw.decode("cp1252", "replace")
            guess = "" if "�" in as_windows else f", but Windows-1252, in which this cell reads '{as_windows}'"
            advice = f"The file is not in UTF-8{guess}. {SAVE_AS_CSV}"
            raise UnreadableError(line, "", as_windows, advice) from None


def _refuse_other_files(stream: BinaryIO) -> None:
    """Raise UnreadableError for what is no text that this can read, as far as the first bytes tell."""
    start = stream.read(_SNIFFED)
    stream.seek(0)
    if len(start) < _SNIFFED and not start.strip(b"\xef\xbb\xbf \t\r\n"):
        raise UnreadableError(1, "", "", "The file is empty. Choose the file that holds the figures.")
    if start.startswith(_UTF_16):
        raise UnreadableError(1, "", "", f"The file is 'Unicode text' (UTF-16). {SAVE_AS_CSV}")
    if start.startswith(_OLD_OFFICE):
        advice = (
            "The file is an old workbook (.xls), or has a password. Save it as .xlsx without one and choose it again."
        )
        raise UnreadableError(1, "", "", advice)
    if b"\x00" in start:
        raise UnreadableError(1, "", "", "The file is not text. Choose a CSV file or an .xlsx workbook.")


def _blocks(text: TextIOWrapper) -> Iterator[Block]:
    reader = csv.reader(text, strict=True)
    size, before = 1, 0
    while True:
        rows: list[list[str]] = []
        broken = _extend(rows, islice(reader, size))
        if reader.line_num - before == len(rows):
            starts: Sequence[int] = range(before + 1, reader.line_num + 2)
        else:
            starts = _starts(rows, before)
        if rows:
            yield starts[: len(rows)], rows
        if broken:
            raise UnreadableError(starts[len(rows)], "", "", _QUOTES)
        if not rows:
            return
        before, size = starts[len(rows)] - 1, ROWS_PER_BLOCK


def _extend(rows: list[list[str]], more: Iterator[list[str]]) -> bool:
    """Add the rows; whether the reader broke off at a quotation mark."""
    try:
        rows.extend(more)
    except csv.Error:
        return True
    return False


def _starts(rows: list[list[str]], before: int) -> list[int]:
    """The line on which each row starts, and the one after them all, where some rows run over several."""
    starts = [before + 1]
    for row in rows:
        starts.append(starts[-1] + 1 + sum(len(_LINE_END.findall(cell)) for cell in row))
    return starts
