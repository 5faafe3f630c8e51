"""How a measure stands in the areas it is kept for: bars beside a table, and small charts on one scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlencode

from opcc.documents.axes import month_label
from opcc.documents.charts.small import RankedBar, one_of_several, ranked_bars, shared_axis
from opcc.documents.svg import Svg
from opcc.web.views import Column
from performance.enums import AreaKind, MeasureUnit
from performance.reporting import Reading
from performance.reporting.months import last_month_of, month_after
from performance.views.lines import ReadingLine, average_text, difference_from_average

KINDS = {
    AreaKind.DISTRICT: ("By district", "District", "districts"),
    AreaKind.POLICING_AREA: ("By policing area", "Policing area", "policing areas"),
}
MOST_SMALL_CHARTS = 12  # beyond this the table serves better


@dataclass(frozen=True)
class AreaLine:
    """One area's row."""

    line: ReadingLine
    name: str
    average: str
    difference: str
    is_whole: bool


@dataclass(frozen=True)
class SmallChart:
    """One of several charts on one scale."""

    name: str
    svg: Svg


@dataclass(frozen=True)
class AreasCompared:
    """One kind of area beside the force."""

    key: str
    title: str
    columns: list[Column]
    lines: tuple[AreaLine, ...]
    has_rates: bool
    bars: Svg | None
    bars_title: str
    small_charts: tuple[SmallChart, ...]
    small_title: str
    notes: tuple[str, ...]


def compared(readings: Sequence[Reading], kind: AreaKind, address: "AddressOf") -> AreasCompared | None:
    """None where the measure is kept for fewer than two areas of the kind."""
    parts = [reading for reading in readings if reading.area.kind is kind]
    if len(parts) < 2:
        return None
    whole = [reading for reading in readings if reading.area.kind is AreaKind.FORCE]
    measure, quarter = parts[0].measure, parts[0].quarter
    has_rates = any(reading.rate is not None for reading in parts)
    title, heading, plural = KINDS[kind]
    in_order = [*sorted(parts, key=_rank), *whole]
    noun = measure.noun.partition(",")[0]
    return AreasCompared(
        key=kind.value,
        title=f"{title}, {quarter.label}",
        columns=[
            Column(heading),
            Column(f"{noun[:1].upper()}{noun[1:]}" if not measure.is_percent else "Share", "n"),
            Column("Quarter average", "n"),
            Column("Difference", "n"),
            *([Column("Per 1,000", "n")] if has_rates else []),
            Column("Signal"),
        ],
        lines=tuple(_line(reading, address) for reading in in_order),
        has_rates=has_rates,
        bars=_bars(parts, whole, has_rates=has_rates),
        bars_title=_bars_title(parts, has_rates=has_rates),
        small_charts=_small_charts(parts),
        small_title=f"Month by month in the {plural}, on one scale",
        notes=_notes(in_order),
    )


class AddressOf:
    """The address of a measure's page for an area, keeping what else was chosen."""

    def __init__(self, path: str, query: dict[str, str], default_area: str) -> None:
        self.path = path
        self.query = query
        self.default_area = default_area

    def __call__(self, reading: Reading) -> str:
        query = {**self.query, "area": reading.area.code}
        if reading.area.code == self.default_area:
            del query["area"]
        return f"{self.path}?{urlencode(query)}" if query else self.path


def _rank(reading: Reading) -> tuple[Decimal, str]:
    """The highest rate first, else the highest value; unknown last."""
    figure = reading.rate or reading.value
    value = figure.value
    return (Decimal("Infinity") if value is None else -Decimal(value), reading.area.name)


def _line(reading: Reading, address: AddressOf) -> AreaLine:
    is_whole = reading.area.kind is AreaKind.FORCE
    return AreaLine(
        line=ReadingLine(reading, address(reading)),
        name=reading.area.name if is_whole else reading.area.short_name,
        average=average_text(reading),
        difference=difference_from_average(reading),
        is_whole=is_whole,
    )


def _bars(parts: Sequence[Reading], whole: Sequence[Reading], *, has_rates: bool) -> Svg | None:
    """Rates with the force's own among them; shares too. Counts stand without it, which would dwarf them."""
    shown = [*parts, *whole] if has_rates or parts[0].measure.is_percent else parts
    bars = [
        RankedBar(reading.area.short_name, float(figure.value), figure.text, reading.area.kind is AreaKind.FORCE)
        for reading in shown
        for figure in [reading.rate if has_rates else reading.value]
        if figure is not None and figure.value is not None and figure.value >= 0
    ]
    if len(bars) < 2:
        return None
    return ranked_bars(bars, title=f"{_bars_title(parts, has_rates=has_rates)}, highest first. The table has the same.")


def _bars_title(parts: Sequence[Reading], *, has_rates: bool) -> str:
    measure = parts[0].measure
    if has_rates:
        rate = next(reading.rate for reading in parts if reading.rate is not None)
        return f"{measure.noun[:1].upper()}{measure.noun[1:]} {rate.label.removeprefix('Rate ')}"
    return f"{measure.name}, {parts[0].quarter.label}"


def _small_charts(parts: Sequence[Reading]) -> tuple[SmallChart, ...]:
    known = [reading for reading in parts if any(value is not None for value in reading.spark)]
    if len(known) < 2 or len(known) > MOST_SMALL_CHARTS:
        return ()
    measure = known[0].measure
    lines = {reading.area.code: [_drawn(value) for value in reading.spark] for reading in known}
    longest = max(len(values) for values in lines.values())
    suffix = "%" if measure.is_percent else ""
    scale = shared_axis(list(lines.values()), suffix=suffix, whole=measure.unit is MeasureUnit.COUNT)
    last = last_month_of(known[0].quarter)
    first = month_after(last, 1 - longest)
    return tuple(
        SmallChart(
            reading.area.short_name,
            one_of_several(
                [*[None] * (longest - len(values)), *values],
                scale,
                first=month_label(first),
                last=month_label(last),
                title=f"{reading.area.name}: {ReadingLine(reading, '').spark_words}",
            ),
        )
        for reading in known
        for values in [lines[reading.area.code]]
    )


def _drawn(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _notes(readings: Sequence[Reading]) -> tuple[str, ...]:
    """How the averages and rates are reckoned, each said once."""
    averages = {reading.average_definition for reading in readings if reading.average.value is not None} - {""}
    differ = len(averages) > 1  # where they do not, the comparison above has said it
    sources = {f"{rate.source}" for reading in readings for rate in [reading.rate] if rate is not None and rate.source}
    return tuple(
        filter(
            None,
            (
                f"Quarter average: {'; '.join(sorted(averages))}." if differ else "",
                f"Rates are for the quarter, not a year. Population: {'; '.join(sorted(sources))}." if sources else "",
            ),
        )
    )
