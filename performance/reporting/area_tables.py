"""Crimes by type and area: numbers, averages, shares of the total and rates, each denominator by its name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure, Unit, percentage
from performance.models import Series
from performance.queries import series as queries
from performance.queries.places import Places, places
from performance.reporting.readings import Area, MeasureFacts, Reading
from performance.reporting.seen import to_keep
from performance.reporting.stored import unpack

_TOTAL_WITHIN = 100  # the parts of a total miss it by no more than one in so many


@dataclass(frozen=True)
class AreaBase:
    """What rates are of: 'people' or 'households', of which year and by whose count, and how many in each area."""

    noun: str
    year: str
    source: str
    values: tuple[int, ...]  # in the order of the table's areas


@dataclass(frozen=True)
class AreaCell:
    """One type in one area."""

    value: Figure
    average: Figure
    share: Figure | None  # of all crime in the area, in percent
    rate: Figure | None


@dataclass(frozen=True)
class AreaRow:
    """One type of crime in every area, in the order of the table's areas."""

    measure: MeasureFacts
    noun: str  # what its rates are of; the name of one of the table's bases
    cells: tuple[AreaCell, ...]


@dataclass(frozen=True)
class AreaTable:
    """A quarter's crimes by type, for the force and each district in statutory order."""

    quarter: Quarter
    areas: tuple[Area, ...]
    rows: tuple[AreaRow, ...]
    total: AreaRow | None
    bases: tuple[AreaBase, ...]
    average_definition: str
    has_synthetic: bool


def area_table(quarter: Quarter, *, include_restricted: bool) -> AreaTable | None:
    """Of the measures that have rates and are kept for the force and every district; None without any. Four queries.

    The total is the row that the other rows add up to, and only where there is one have they shares of it.
    """
    known = queries.readable(include_restricted=include_restricted).exclude(measure__rate_base="")
    of_both = queries.in_report_order(known.filter(policing_area=None))
    around = places()
    return table_of(
        [(one, unpack(one, quarter, kept, around)) for one, kept in queries.with_readings(of_both, quarter)],
        quarter,
        around,
    )


def table_of(readings: Iterable[tuple[Series, Reading]], quarter: Quarter, around: Places) -> AreaTable | None:
    """The table of these readings, of which those without rates and of policing areas are left out. No query."""
    by_measure: dict[str, dict[int | None, _Kept]] = {}
    for one, reading in readings:
        if one.measure.rate_base and one.policing_area_id is None:
            by_measure.setdefault(one.measure.code, {})[one.district_id] = _Kept(one, reading)
    in_order = [None, *(place.pk for place in around.districts)]
    whole = [
        [of_area[place] for place in in_order]
        for of_area in by_measure.values()
        if all(place in of_area for place in in_order)
    ]
    return _table(whole, quarter, around) if whole else None


class _Kept(NamedTuple):
    series: Series
    reading: Reading


def _table(whole: Sequence[Sequence[_Kept]], quarter: Quarter, around: Places) -> AreaTable:
    total = _total([row[0].reading for row in whole])
    rows = [_row(row, None if total is None else whole[total], quarter, around) for row in whole]
    readings = [kept.reading for row in whole for kept in row]
    return AreaTable(
        quarter=quarter,
        areas=tuple(kept.reading.area for kept in whole[0]),
        rows=tuple(row for index, row in enumerate(rows) if index != total),
        total=None if total is None else rows[total],
        bases=_bases(whole, quarter, around),
        average_definition="; ".join(dict.fromkeys(filter(None, (each.average_definition for each in readings)))),
        has_synthetic=any(reading.has_synthetic for reading in readings),
    )


def _total(of_force: Sequence[Reading]) -> int | None:
    """Which row the others add up to, but for a few that have no type."""
    values = [Decimal(reading.value.value or 0) for reading in of_force]
    largest = max(range(len(values)), key=values.__getitem__)
    others = sum(values) - values[largest]
    is_sum = others and abs(values[largest] - others) * _TOTAL_WITHIN <= values[largest]
    return largest if is_sum else None


def _row(row: Sequence[_Kept], total: Sequence[_Kept] | None, quarter: Quarter, around: Places) -> AreaRow:
    wholes: list[int | Decimal | None] = [None] * len(row)
    if total is not None and total is not row:
        wholes = [kept.reading.value.value for kept in total]
    base = around.denominator(row[0].series, not_after=quarter.start.year)
    return AreaRow(
        measure=row[0].reading.measure,
        noun=base.noun if base else "",
        cells=tuple(_cell(kept.reading, whole) for kept, whole in zip(row, wholes, strict=True)),
    )


def _cell(reading: Reading, whole: int | Decimal | None) -> AreaCell:
    value = reading.value.value
    share = None if value is None or whole is None else to_keep(percentage(value, whole))
    return AreaCell(
        value=reading.value,
        average=reading.average,
        share=None if share is None else Figure(f"{reading.value.key}.share", "Share of all", share, Unit.PERCENT),
        rate=reading.rate,
    )


def _bases(whole: Sequence[Sequence[_Kept]], quarter: Quarter, around: Places) -> tuple[AreaBase, ...]:
    """One for each kind that rates are of, as the rows first need them."""
    found: dict[str, AreaBase] = {}
    for row in whole:
        known = [around.denominator(kept.series, not_after=quarter.start.year) for kept in row]
        bases = [base for base in known if base is not None]
        if len(bases) == len(row):
            first = bases[0]
            found.setdefault(
                first.noun, AreaBase(first.noun, first.year, first.source, tuple(base.value for base in bases))
            )
    return tuple(found.values())
