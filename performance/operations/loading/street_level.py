"""Police open data, street level: counted by district, and given to the measures that its crime types belong to."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import BinaryIO

from django.utils.text import slugify

from opcc.reference.models import District
from performance.csv_parsing import LeftOut, Rows, StreetCount, count_street_level, read_lsoa_districts
from performance.csv_parsing.known import folded
from performance.enums import Severity
from performance.models import Series
from performance.operations.loading.findings import MOST_KEPT, Finding, Findings

CODE = "street-{}"  # of the measure that a crime type belongs to, unless one bears the type's own name
SOURCE = "Police open data, street level"
_PER_BLOCK = 500
Row = tuple[str, str, str]  # series, month and the line for COPY
NOTHING = (
    "Nothing in the file belongs to a measure and a district that are kept. Give a measure the name of a crime type, "
    "or a code such as 'street-burglary', and add the districts that it is kept for."
)


class StreetFile:
    """A street-level file with its lookup. A month without a row of a type counts nought, in each district that the
    file has any row of in that month: of other districts it says nothing.
    """

    def __init__(self, file: BinaryIO, lookup: BinaryIO, *, include_restricted: bool) -> None:
        self._file = file
        self._include_restricted = include_restricted
        self._lookup = lookup
        self._findings = Findings()

    def blocks(self) -> Iterator[Rows]:
        """The counts as rows for the monthly figures, without a line of the file: each is made of many.

        All is counted before the first block is handed over: while COPY runs, the database answers no question.
        """
        rows = iter(self._counted())
        return (Rows(*zip(*block, strict=True)) for block in iter(lambda: list(islice(rows, _PER_BLOCK)), []))

    def _counted(self) -> list[Row]:
        districts = {district.pk: district for district in District.objects.order_by("pk")}
        places = self._places(districts)
        if self._findings.error_count:
            return []
        counted = count_street_level(self._file, places, most_problems=MOST_KEPT)
        self._findings.add_read(counted.errors, Severity.ERROR, counted.error_count)
        if counted.error_count:
            return []
        self._warn(_left_out(counted.left_out))
        return list(self._rows(counted.counts, districts))

    def note(self, findings: Findings) -> None:
        """Hand over what was wrong with the file, and what of it is in no figure."""
        findings.join(self._findings)

    def _places(self, districts: Mapping[int, District]) -> dict[str, str]:
        """LSOA to the number of its district, for the districts that are known here by name or code."""
        lookup = read_lsoa_districts(self._lookup, most_problems=MOST_KEPT)
        errors = [replace(each, message=f"In the file of LSOAs: {each.message}") for each in lookup.errors]
        self._findings.add_read(errors, Severity.ERROR, lookup.error_count)
        named = {folded(name): pk for pk, one in districts.items() for name in (one.name, one.code)}
        return {lsoa: str(named[folded(name)]) for lsoa, name in lookup.districts.items() if folded(name) in named}

    def _rows(self, counts: Sequence[StreetCount], districts: Mapping[int, District]) -> Iterator[Row]:
        found: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
        months: dict[int, set[str]] = defaultdict(set)
        for each in counts:
            found[each.crime_type][int(each.district), each.month] += each.count
            months[int(each.district)].add(each.month)
        kept, is_empty = _series_by_type(found, include_restricted=self._include_restricted), True
        for crime_type, of_type in sorted(found.items()):
            series = kept.get(crime_type, {})
            self._warn(_in_no_figure(crime_type, of_type, series, districts))
            for district, ident in series.items():
                for month in sorted(months.get(district, ())):
                    is_empty = False
                    yield str(ident), month, _line(ident, month, of_type[district, month])
        if is_empty:
            self._findings.add(Severity.ERROR, [Finding(None, NOTHING)])

    def _warn(self, messages: Sequence[str]) -> None:
        kept = [Finding(None, message) for message in messages[:MOST_KEPT]]
        self._findings.add(Severity.WARNING, kept, count=len(messages))


def _series_by_type(crime_types: Mapping[str, object], *, include_restricted: bool) -> dict[str, dict[int, int]]:
    """The district series of each crime type's measure, by district. One query."""
    names = {folded(crime_type): crime_type for crime_type in crime_types}
    codes = {CODE.format(slugify(crime_type)): crime_type for crime_type in crime_types}
    kept: dict[str, dict[int, int]] = {}
    of_districts = Series.objects.filter(district__isnull=False).for_reader(include_restricted=include_restricted)
    for series in of_districts.select_related("measure").order_by("district_id"):
        crime_type = codes.get(series.measure.code) or names.get(folded(series.measure.name))
        if crime_type is not None and series.district_id is not None:
            kept.setdefault(crime_type, {})[series.district_id] = series.pk
    return kept


def _line(series: int, month: str, count: int) -> str:
    unknown = "\\N"
    return "\t".join((unknown, str(series), month, str(count), *(unknown,) * 3, "value", "", SOURCE))


def _in_no_figure(
    crime_type: str, counts: Counter[tuple[int, str]], series: Mapping[int, int], districts: Mapping[int, District]
) -> list[str]:
    """What of a crime type is counted for no measure, or in districts that its measure is not kept for."""
    if not series:
        code = CODE.format(slugify(crime_type))
        return [f"{crime_type}: {_rows(counts.total())} in no figure. No measure has the code '{code}' or this name."]
    left: Counter[int] = Counter()
    for (district, _), count in counts.items():
        if district not in series:
            left[district] += count
    return [
        f"{crime_type}: {_rows(count, districts[district])} in no figure. The measure is not kept for it."
        for district, count in sorted(left.items())
    ]


def _left_out(rows: LeftOut) -> list[str]:
    """Rows that lie in no district, or repeat others."""
    messages = []
    if rows.repeated:
        messages.append(
            f"{_rows(rows.repeated)} left out for a Crime ID that an earlier row has. Each crime is counted once."
        )
    if rows.without_lsoa:
        messages.append(f"{_rows(rows.without_lsoa)} in no figure, for want of an LSOA.")
    unplaced = "The file of LSOAs places it in no known district."
    return messages + [
        f"{f'{one.code} {one.name}'.strip()}: {_rows(one.count)} in no figure. {unplaced}" for one in rows.unmatched
    ]


def _rows(count: int, of: District | None = None) -> str:
    """'1 row is', '1,204 rows of Rugby are'."""
    return f"{count:,} row{'' if count == 1 else 's'}{f' of {of}' if of else ''} {'is' if count == 1 else 'are'}"
