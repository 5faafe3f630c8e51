"""Checks the rows of a file of monthly figures and writes each good one as a line for COPY.

`_row` is the rule. `_plain_block` does a block of ordinary rows at once, column by column, with loops that run inside
the interpreter's own functions; a block with anything else in it goes to `_row`, row by row. It keeps a million rows
within the time that the database takes, and a test holds that both come to the same.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from itertools import repeat
from operator import getitem, itemgetter
from typing import NamedTuple

from performance.csv_parsing import cells
from performance.csv_parsing.cells import COUNTS, OTHERS, PARTS, PERCENTS, POUNDS, Cache
from performance.csv_parsing.known import Kind, Known, KnownMeasure, Names
from performance.csv_parsing.problems import Advice, CellError, Problems
from performance.csv_parsing.rows import refuse_other_encoding

REQUIRED = ("measure", "area", "month", "value", "unit", "source")
OPTIONAL = ("numerator", "denominator", "n", "status", "note")

NULL = "\\N"
_PLAIN_EXTRAS = f"{NULL}\t{NULL}\t{NULL}\tvalue\t"

Entry = tuple[str, Cache[str, str], bool, KnownMeasure]
_SERIES, _VALUES, _IS_SHARE = itemgetter(0), itemgetter(1), itemgetter(2)


class Rows(NamedTuple):
    """Good rows, one after the other: of which series and period each is, and the line that COPY takes."""

    series: Sequence[str]
    periods: Sequence[str]
    lines: Sequence[str]


NO_ROWS = Rows((), (), ())


class RowChecker:
    """Checks rows against the known measures and areas. Keeps what a text came to, because files repeat themselves."""

    def __init__(self, known: Known, places: Mapping[str, int], *, width: int, problems: Problems) -> None:
        self._problems = problems
        self._width = width
        self._places = places
        self._present = [places[name] for name in OPTIONAL if name in places]
        # A column that the file lacks is picked from one empty cell behind the last.
        self._pick = itemgetter(*(places.get(name, width) for name in (*REQUIRED, *OPTIONAL)))
        self._measure_names = Names("measure", known.measures)
        self._area_names = Names("area", known.areas, known.shared)
        self._known = known
        self._entries: Cache[tuple[str, str, str], Entry] = Cache(self._entry)
        self._months = Cache(cells.month)
        self._sources = Cache(cells.source)
        self._notes = Cache(cells.note)
        self._statuses = Cache(cells.status)
        self._numbers = {
            rule: Cache(partial(cells.value, rule=rule)) for rule in (COUNTS, PARTS, PERCENTS, POUNDS, OTHERS)
        }

    def block(self, lines: Sequence[int], rows: list[list[str]]) -> Rows:
        """The rows for COPY; what is wrong is noted and left out."""
        plain = self._plain_block(lines, rows)
        if plain is not None:
            return plain
        good = [found for found in map(self._row, lines, rows) if found is not None]
        return Rows(*zip(*good, strict=True)) if good else NO_ROWS

    def _entry(self, names: tuple[str, str, str]) -> Entry:
        """What a measure's name, a unit and an area's name stand for."""
        known = self._measure_names.find(names[0])
        known.check_unit(names[1])
        series = self._known.series_of(known, self._area_names.find(names[2]))
        return str(series), self._numbers[known.rule], known.kind is Kind.SHARE, known

    def _plain_block(self, lines: Sequence[int], rows: list[list[str]]) -> Rows | None:
        """All rows at once, or None where one is a share, fills an optional column, or has something wrong."""
        try:
            columns = list(zip(*rows, strict=True))
            if len(columns) != self._width:
                return None
            measures, areas, months, values, units, sources = (columns[self._places[name]] for name in REQUIRED)
            entries = list(map(self._entries.__getitem__, zip(measures, units, areas, strict=True)))
            if any(map(_IS_SHARE, entries)) or any(any(columns[place]) for place in self._present):
                return None
            series, periods = list(map(_SERIES, entries)), list(map(self._months.__getitem__, months))
            parts = zip(
                map(str, lines),
                series,
                periods,
                map(getitem, map(_VALUES, entries), values),
                repeat(_PLAIN_EXTRAS, len(rows)),
                map(self._sources.__getitem__, sources),
                strict=True,
            )
            return Rows(series, periods, list(map("\t".join, parts)))
        except (CellError, ValueError):  # a cell or the number of cells: `_row` says which
            return None

    def _row(self, line: int, row: list[str]) -> tuple[str, str, str] | None:
        """One row for COPY, or None after noting what is wrong with it."""
        if len(row) != self._width:
            if not any(row):
                return None
            if len(row) < self._width or any(row[self._width :]):
                self._wrong_width(line, row)
                return None
        picked = self._pick([*row[: self._width], ""])
        measure, area, month, value, unit, source, *extras = picked
        try:
            series, values, is_share, known = self._entries[measure, unit, area]
            if is_share or any(extras):
                amount, rest = self._extras(line, known, value, extras)
            else:
                amount, rest = values[value], _PLAIN_EXTRAS
            period = self._months[month]
            parts = (str(line), series, period, amount, rest, self._sources[source])
        except CellError:
            self._explain(line, picked)
            return None
        return series, period, "\t".join(parts)

    def _extras(self, line: int, known: KnownMeasure, value: str, extras: Sequence[str]) -> tuple[str, str]:
        """The value, and the optional columns as COPY takes them. Raises CellError; notes what is only doubtful."""
        status, note = self._statuses[extras[3]], self._notes[extras[4]]
        amount = NULL if cells.is_not_available(extras[3]) else self._numbers[known.rule][value]
        if amount != NULL and known.kind is not Kind.SHARE and not any(extras[:3]):
            return amount, f"{NULL}\t{NULL}\t{NULL}\t{status}\t{note}"
        numerator, denominator, n = map(self._part, extras[:3])
        figures = (amount, numerator, denominator, n)
        if any(contradictions(value, note, figures)):
            raise CellError("")  # the row is then explained whole
        for column, found, advice in doubts(known, figures):
            self._problems.warning(line, column, found, advice)
        return amount, f"{numerator}\t{denominator}\t{n}\t{status}\t{note}"

    def _part(self, text: str) -> str:
        return self._numbers[PARTS][text] if text.strip() else NULL

    def _wrong_width(self, line: int, row: list[str]) -> None:
        refuse_other_encoding(line, row)
        self._problems.error(
            line,
            "",
            ", ".join(row),
            f"This line has {len(row)} cells and the headings have {self._width}. In a CSV file, put a text or number "
            "that holds a comma in quotation marks; in a workbook, empty what stands beyond the headings.",
        )

    def _explain(self, line: int, picked: Sequence[str]) -> None:
        """Note everything that is wrong with a row, each under its column. A row of blanks is none."""
        refuse_other_encoding(line, picked)
        row = dict(zip((*REQUIRED, *OPTIONAL), picked, strict=False))
        if any(map(str.strip, picked)):
            for column, advice in self._faults(row):
                self._problems.error(line, column, row[column], advice)

    def _faults(self, row: Mapping[str, str]) -> Iterator[tuple[str, Advice]]:
        """The column and the advice, cell by cell; where each cell is good by itself, what they contradict in."""
        found = dict.fromkeys((*REQUIRED, *OPTIONAL), NULL)
        known, is_good = None, True
        try:
            known = self._measure_names.find(row["measure"])
        except CellError as error:
            is_good = False
            yield "measure", error.advice
        for column, read in self._readers(known, row).items():
            try:
                found[column] = str(read(row[column]))
            except CellError as error:
                is_good = False
                yield column, error.advice
        if is_good and known:
            figures = (found["value"], found["numerator"], found["denominator"], found["n"])
            yield from contradictions(row["value"], found["note"], figures)

    def _readers(self, known: KnownMeasure | None, row: Mapping[str, str]) -> dict[str, Callable[[str], object]]:
        """What reads each cell of the row that is to be read."""
        readers: dict[str, Callable[[str], object]] = {
            "area": self._area_names.find if known is None else partial(self._series, known),
            "month": self._months.__getitem__,
            "status": self._statuses.__getitem__,
            "note": self._notes.__getitem__,
            "source": self._sources.__getitem__,
        }
        if known:
            readers["unit"] = known.check_unit
        if not cells.is_not_available(row["status"]):
            readers["value"] = self._numbers[known.rule if known else POUNDS].__getitem__
        for column in ("numerator", "denominator", "n"):
            if row[column].strip():
                readers[column] = self._numbers[PARTS].__getitem__
        return readers

    def _series(self, known: KnownMeasure, area: str) -> int:
        return self._known.series_of(known, self._area_names.find(area))


Figures = tuple[str, str, str, str]  # value, numerator, denominator and n, as COPY takes them


def contradictions(value: str, note: str, figures: Figures) -> Iterator[tuple[str, Advice]]:
    """What stops the load although every cell is good by itself: the column, and what to do."""
    amount, numerator, denominator, n = figures
    if amount == NULL and value.strip():
        yield "value", "The status says that there is no value, and here is one. Empty this cell or change the status."
    if amount == NULL and not note:
        yield "note", "Say why there is no value, such as 'because the system changed in October'."
    if amount != NULL and n == "0":
        yield "n", "A value cannot come from nought answers. Enter how many answered, or say that it is not available."
    if (numerator == NULL) != (denominator == NULL):
        missing = "numerator" if numerator == NULL else "denominator"
        yield missing, f"Enter the {missing} too, or leave both numerator and denominator empty."
    elif denominator != NULL and not Decimal(denominator):
        yield "denominator", "Nothing can be divided by nought. Enter the denominator, or leave both empty."
    elif denominator != NULL and Decimal(numerator) > Decimal(denominator):
        yield "numerator", "The numerator is part of the denominator and cannot be larger. See if they are exchanged."


def doubts(known: KnownMeasure, figures: Figures) -> Iterator[tuple[str, str, str]]:
    """What is listed but does not stop the load: the column, what was found, and what to do."""
    amount, numerator, denominator, n = figures
    if amount == NULL:
        return
    if known.kind is Kind.SHARE and n == NULL:
        yield "n", "", "Enter how many people answered. Without it the share is shown without its margin of error."
    if denominator != NULL:
        written, whole = Decimal(amount), Decimal(denominator)
        part = known.factor * Decimal(numerator)
        last_figure = Decimal(1).scaleb(written.as_tuple().exponent)  # type: ignore[arg-type]  # it is finite
        if abs(written * whole - part) * 2 > last_figure * whole:
            comes_to = (part / whole).quantize(last_figure)
            yield (
                "value",
                amount,
                f"{numerator} over {denominator} comes to {comes_to}, not {amount}. Check the three figures.",
            )
