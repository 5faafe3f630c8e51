"""Counts the police open data, which lists crimes street by street, by month, crime type and district."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import BinaryIO

from performance.csv_parsing import cells, headings
from performance.csv_parsing.problems import MOST_KEPT, CellError, Problem, Problems, UnreadableError
from performance.csv_parsing.rows import refuse_other_encoding
from performance.csv_parsing.workbooks import file_blocks

COLUMNS = (
    *("Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location", "LSOA code"),
    *("LSOA name", "Crime type", "Last outcome category", "Context"),
)
_LSOA = re.compile(r"[EW]01[0-9]{6}")
_PICKED = ("Crime ID", "Month", "LSOA code", "LSOA name", "Crime type")
_MONTH, _CRIME_TYPE = _PICKED.index("Month"), _PICKED.index("Crime type")


@dataclass(frozen=True, order=True)
class StreetCount:
    """How many crimes or incidents of a type a district had in the month that starts on `month`."""

    month: str
    crime_type: str
    district: str
    count: int


@dataclass(frozen=True, order=True)
class UnmatchedLsoa:
    """Rows of an area that the lookup does not place in a district."""

    code: str
    name: str
    count: int


@dataclass(frozen=True)
class LeftOut:
    """The rows that are in no count, so that counts and these add up to the rows of the file."""

    repeated: int = 0  # a Crime ID that an earlier row had
    without_lsoa: int = 0
    unmatched: tuple[UnmatchedLsoa, ...] = ()
    faulty: int = 0  # with an error that stops the load

    @property
    def total(self) -> int:
        return self.repeated + self.without_lsoa + sum(lsoa.count for lsoa in self.unmatched) + self.faulty


@dataclass(frozen=True)
class StreetLevel:
    """A file counted: `row_count == sum(counts) + left_out.total`. Use no count while there are errors."""

    counts: tuple[StreetCount, ...]
    left_out: LeftOut
    row_count: int
    errors: tuple[Problem, ...]
    error_count: int


@dataclass(frozen=True)
class LsoaDistricts:
    """Which district each LSOA lies in, by code, as the user's file says. Use none while there are errors."""

    districts: Mapping[str, str]
    errors: tuple[Problem, ...]
    error_count: int


def count_street_level(
    stream: BinaryIO, districts: Mapping[str, str], *, most_problems: int = MOST_KEPT
) -> StreetLevel:
    """Count a street-level CSV file of police open data.

    stream: binary and seekable. districts: LSOA code to district, see `read_lsoa_districts`.
    A Crime ID that comes again is counted once, at its first row; anti-social behaviour has none and every row counts.
    Memory grows with the Crime IDs, about 150 bytes each.
    """
    problems = Problems(most_problems)
    tally = _Tally(districts, problems)
    try:
        for line, row in _records(stream, problems):
            tally.add(line, row)
    except UnreadableError as reason:
        problems.error(reason.line, reason.column, reason.found, reason.advice)
    return tally.result()


def read_lsoa_districts(stream: BinaryIO, *, most_problems: int = MOST_KEPT) -> LsoaDistricts:
    """Read a CSV file of two columns, an LSOA code and its district, under any headings."""
    problems = Problems(most_problems)
    districts: dict[str, str] = {}
    try:
        for lines, rows in file_blocks(stream):
            for line, row in zip(lines, rows, strict=True):
                _add_district(districts, line, row, problems)
    except UnreadableError as reason:
        problems.error(reason.line, reason.column, reason.found, reason.advice)
    if not (districts or problems.error_count):
        problems.error(
            1, "", "", "The file names no LSOA. Choose a file of two columns: an LSOA code and its district."
        )
    return LsoaDistricts(districts, tuple(problems.errors), problems.error_count)


class _Tally:
    """Counts row by row."""

    def __init__(self, districts: Mapping[str, str], problems: Problems) -> None:
        self._districts = districts
        self._problems = problems
        self._months = cells.Cache(cells.month)
        self._seen: set[str] = set()
        self._counts: Counter[tuple[str, str, str]] = Counter()
        self._unmatched: Counter[tuple[str, str]] = Counter()
        self._rows = self._repeated = self._without_lsoa = self._faulty = 0

    def add(self, line: int, row: Sequence[str] | None) -> None:
        """Count a row, or note why it is left out; None is one that was already noted."""
        self._rows += 1
        month = None if row is None else self._month(line, row)
        if row is None or month is None:
            self._faulty += 1
            return
        crime_id, _, code, name, crime_type = (" ".join(cell.split()) for cell in row)
        if crime_id and crime_id in self._seen:
            self._repeated += 1
        elif not code:
            self._without_lsoa += 1
        elif code.upper() in self._districts:
            self._counts[month, crime_type, self._districts[code.upper()]] += 1
        else:
            self._unmatched[code, name] += 1
        if crime_id:
            self._seen.add(crime_id)

    def _month(self, line: int, row: Sequence[str]) -> str | None:
        """The row's month; None after noting that it has none, or no crime type."""
        refuse_other_encoding(line, row)
        if not row[_CRIME_TYPE].strip():
            self._problems.error(line, "Crime type", "", "Enter the crime type, or delete the line.")
            return None
        try:
            return self._months[row[_MONTH]]
        except CellError as error:
            self._problems.error(line, "Month", row[_MONTH], error.advice)
            return None

    def result(self) -> StreetLevel:
        """The counts by month, crime type and district, and what is in none of them."""
        unmatched = (UnmatchedLsoa(code, name, count) for (code, name), count in self._unmatched.items())
        return StreetLevel(
            counts=tuple(sorted(StreetCount(*key, count) for key, count in self._counts.items())),
            left_out=LeftOut(self._repeated, self._without_lsoa, tuple(sorted(unmatched)), self._faulty),
            row_count=self._rows,
            errors=tuple(self._problems.errors),
            error_count=self._problems.error_count,
        )


def _records(stream: BinaryIO, problems: Problems) -> Iterator[tuple[int, Sequence[str] | None]]:
    """The line and the picked cells of each row; None for a row with too few or too many."""
    blocks = file_blocks(stream)
    (line, *_), (heading, *_) = next(blocks)
    places = headings.places(line, heading, required=COLUMNS, optional=(), problems=problems)
    if places is None:
        return
    pick = itemgetter(*(places[name] for name in _PICKED))
    for lines, rows in blocks:
        for line, row in zip(lines, rows, strict=True):
            if len(row) == len(heading):
                yield line, pick(row)
            elif any(row):
                advice = (
                    f"This line has {len(row)} cells and the headings have {len(heading)}. Take the file as it came."
                )
                problems.error(line, "", ", ".join(row), advice)
                yield line, None


def _add_district(districts: dict[str, str], line: int, row: Sequence[str], problems: Problems) -> None:
    """Take in one row of the lookup, or note what is wrong with it."""
    refuse_other_encoding(line, row)
    texts = [" ".join(cell.split()) for cell in row]
    code, district = (texts[0].upper(), texts[1]) if len(texts) == 2 else ("", "")
    is_heading = line == 1 and len(texts) == 2 and not _LSOA.fullmatch(code)
    if is_heading or not any(texts):
        return
    if len(texts) != 2:
        problems.error(line, "", ", ".join(texts), "Give each line two cells: an LSOA code and its district.")
    elif not _LSOA.fullmatch(code):
        problems.error(line, "LSOA", row[0], "This is not an LSOA code. Write it as E01031234.")
    elif not district:
        problems.error(line, "district", "", f"Enter the district that {code} lies in.")
    elif districts.setdefault(code, district) != district:
        advice = f"An earlier line places {code} in {districts[code]}. Keep the line that is right."
        problems.error(line, "district", district, advice)
