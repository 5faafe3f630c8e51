"""One area: every measure that is kept for it, beside the force's own."""

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.core.quarters import Quarter
from opcc.web.views import Column, csv_response
from performance import reporting
from performance.enums import AreaKind
from performance.filters import QuarterFilter, quarter_choices, short_quarter
from performance.reporting import Area, Reading, Tally
from performance.views.lines import ReadingLine, measures_words, signals_words
from performance.views.reader import Quarters, reads_restricted, record_restricted
from performance.views.scorecard import (
    CSV,
    Count,
    Heading,
    csv_row,
    departures,
    invented_words,
    measure_address,
)

AREA_CSV = (*CSV, "Rate per 1,000", "Rate is per", "Rate of the force")


@public_page
@require_safe
def area(request: HttpRequest, code: str) -> HttpResponseBase:
    """Every measure of a district, a policing area or the force. 404 for an area this reader may know of none in."""
    restricted, quarters = reads_restricted(request), Quarters.read()
    areas = reporting.areas(include_restricted=restricted)
    place = next((each for each in areas if each.code == code), None)
    if place is None:
        raise Http404
    default = quarters.default or Quarter.containing(timezone.localdate())
    filters = QuarterFilter(
        request.GET,
        choices={"quarter": quarter_choices(quarters.known or (default,))},
        defaults={"quarter": str(default)},
    )
    quarter = Quarter.parse(filters.chosen("quarter"))
    readings = reporting.area_readings(code, quarter, include_restricted=restricted)
    of_force = reporting.area_readings(None, quarter, include_restricted=restricted)
    lines = _lines(readings, of_force, filters.departures, default_area=areas[0].code)
    taken = "csv" in request.GET and filters.is_valid()
    if any(reading.measure.is_restricted for reading in readings):
        record_restricted(request, f"Measures of {place.name}, {quarter}", exported=taken)
    if taken:
        return csv_response(f"measures {place.short_name} {quarter}", AREA_CSV, map(_csv_row, lines))
    return render(
        request,
        "performance/area.html",
        {
            "area": place,
            "within": next((each for each in areas if each.code == place.within), None),
            "parts": [each for each in areas if each.within == place.code],
            "others": [each for each in areas if each.kind is place.kind and each.code != place.code],
            "is_force": place.kind is AreaKind.FORCE,
            "quarter": quarter,
            "filters": filters if quarters.known else None,
            "forms": [filters],
            "chosen": departures(request, filters),
            "headings": _headings(lines),
            "count": Count.of(readings),
            "columns": _columns(quarter, place),
            "invented": invented_words(readings),
            "query": f"?{urlencode(filters.departures)}" if filters.departures else "",
            "areas_url": reverse("performance:scorecard"),
        },
    )


def _lines(
    readings: Sequence[Reading], of_force: Sequence[Reading], query: dict[str, str], *, default_area: str
) -> list[ReadingLine]:
    whole = {reading.measure.code: reading for reading in of_force}
    return [
        ReadingLine(reading, measure_address(reading.measure.code, address), whole.get(reading.measure.code))
        for reading in readings
        for address in [query if reading.area.code == default_area else {**query, "area": reading.area.code}]
    ]


def _headings(lines: Sequence[ReadingLine]) -> list[Heading]:
    by_group = [(name, list(each)) for name, each in groupby(lines, key=lambda line: line.reading.measure.group)]
    return [
        Heading(name, f"{measures_words(len(members))}, {signals_words(tally.with_signal)}", tuple(members))
        for name, members in by_group
        for tally in [Tally.of([line.reading for line in members])]
    ]


def _columns(quarter: Quarter, place: Area) -> list[Column]:
    return [
        Column("Measure", "w-m"),
        Column("Signal", "w-a"),
        Column(short_quarter(quarter), "n w-n"),
        Column(short_quarter(quarter.previous), "n w-n"),
        Column("Change", "n w-c"),
        Column("Per 1,000", "n w-n"),
        *([] if place.kind is AreaKind.FORCE else [Column("Force per 1,000", "n w-n")]),
        Column("Last 24 months", "w-s"),
    ]


def _csv_row(line: ReadingLine) -> Sequence[object]:
    rate, force = line.reading.rate, line.force.rate if line.force else None
    return (
        *csv_row(line.reading),
        *(rate.value if rate else None, rate.base if rate else "", force.value if force else None),
    )
