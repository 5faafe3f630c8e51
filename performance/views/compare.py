"""Two measures in one area, or one measure in two areas, side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.core.quarters import Quarter
from opcc.documents.charts.screen import (
    HALF,
    NARROW,
    common_scale,
    cut_axis_words,
    latest_months,
    reaching_back,
    screen_chart,
)
from opcc.web.views import Column, csv_response
from performance import reporting
from performance.filters import CompareForm, area_choices, measure_choices, quarter_choices
from performance.reporting import Reading, catalogue
from performance.views.charted import Drawing, ShownChart
from performance.views.lines import NO_FIGURE, NOTHING, ReadingLine, average_text, plain_text
from performance.views.reader import Quarters, reads_restricted, record_restricted

SIDE_BY_SIDE = 36  # months
NOT_KEPT = "This measure is not kept for that area. Choose another area or another measure"
CSV = ("Month", "Measure", "Area", "Value", "Unit", "Second measure", "Second area", "Second value", "Second unit")


@dataclass(frozen=True)
class Side:
    """One of the two."""

    name: str
    drawing: Drawing
    chart: ShownChart | None

    @property
    def reading(self) -> Reading:
        return self.drawing.history.reading


@dataclass(frozen=True)
class Pair:
    """Both sides, what differs between them, and how they are scaled."""

    first: Side
    second: Side
    about: str  # what both have in common: the measure or the area
    scale_words: str

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.first, self.second

    @property
    def warning(self) -> str:
        """That numbers of areas of different sizes say little beside each other."""
        counts = not self.first.reading.measure.is_percent
        if self.first.reading.area.code == self.second.reading.area.code or not counts:
            return ""
        has_rates = self.first.reading.rate is not None and self.second.reading.rate is not None
        way = "compare the numbers per 1,000" if has_rates else "the larger has more of most things"
        return f"The two areas differ in how many people live there: {way}."


@public_page
@require_safe
def compare(request: HttpRequest) -> HttpResponseBase:
    """A form, and once something is chosen, two charts and a table."""
    restricted, quarters = reads_restricted(request), Quarters.read()
    measures, areas = catalogue.measures(include_restricted=restricted), reporting.areas(include_restricted=restricted)
    if quarters.default is None or not measures:
        return render(request, "performance/compare.html", {"form": None})
    form = CompareForm(
        request.GET,
        choices={
            "quarter": quarter_choices(quarters.known),
            "measure": measure_choices(measures),
            "area": area_choices(areas),
            "other_measure": [("", "No other measure"), *measure_choices(measures)],
            "other_area": [("", "No other area"), *area_choices(areas)],
        },
        defaults={"quarter": str(quarters.default), "measure": measures[0].code, "area": areas[0].code},
    )
    pair = _pair(form, restricted=restricted) if form.was_sent and form.is_valid() else None
    taken = pair is not None and "csv" in request.GET
    if pair and any(side.reading.measure.is_restricted for side in pair.sides):
        names = " and ".join(side.drawing.subject for side in pair.sides)
        record_restricted(request, f"Comparison of {names}", exported=taken)
    if pair and taken:
        return csv_response("comparison", CSV, _csv_rows(pair))
    return render(
        request,
        "performance/compare.html",
        {
            "form": form,
            "pair": pair,
            "summary": _summary(pair) if pair else (),
            "summary_columns": [Column("Quarter"), *(Column(side.name, "n") for side in pair.sides)] if pair else (),
            "months": _months(pair)[:SIDE_BY_SIDE] if pair else (),
            "month_columns": [Column("Month"), *(Column(side.name, "n") for side in pair.sides)] if pair else (),
            "invented": next((side.drawing.invented for side in pair.sides if side.drawing.invented), "")
            if pair
            else "",
        },
    )


def _pair(form: CompareForm, *, restricted: bool) -> Pair | None:
    """Both histories; where one is not kept, the form says so."""
    quarter = Quarter.parse(form.chosen("quarter"))
    measure, area = form.chosen("measure"), form.chosen("area")
    other_measure, other_area = form.chosen("other_measure") or measure, form.chosen("other_area") or area
    first = reporting.history(measure, area, quarter, include_restricted=restricted)
    second = reporting.history(other_measure, other_area, quarter, include_restricted=restricted)
    if first is None:
        form.add_error("measure", NOT_KEPT)
    if second is None:
        form.add_error("other_area" if form.chosen("other_area") else "other_measure", NOT_KEPT)
    if first is None or second is None:
        return None
    by_area = measure == other_measure
    return _drawn(Drawing.of(first), Drawing.of(second), by_area=by_area)


def _drawn(first: Drawing, second: Drawing, *, by_area: bool) -> Pair:
    """The two charts over the same months, on one scale where that shows both."""
    scale = common_scale(first.series, second.series) if first.series and second.series else None
    sides = []
    for drawing in (first, second):
        reading = drawing.history.reading
        chart = None
        if drawing.series is not None:
            latest = reaching_back(latest_months(drawing.series, SIDE_BY_SIDE), SIDE_BY_SIDE)
            words = {"title": drawing.title, "description": reading.sentence or drawing.title}
            chart = ShownChart(
                title=drawing.subject if not by_area else reading.area.name,
                warning="" if scale else cut_axis_words(latest),
                wide=screen_chart(latest, sheet=HALF, scale=scale, **words),
                narrow=screen_chart(latest_months(drawing.series), sheet=NARROW, scale=scale, **words),
                narrow_words="The latest months",
            )
        sides.append(Side(reading.area.name if by_area else reading.measure.name, drawing, chart))
    own = "Each chart has a scale of its own, because their numbers are of different sizes or kinds."
    reading = first.history.reading
    about = f"{reading.measure.name} in two areas" if by_area else f"Two measures, {reading.area.name}"
    return Pair(sides[0], sides[1], about, "Both charts have the same scale." if scale else own)


def _summary(pair: Pair) -> list[tuple[str, str, str]]:
    """The quarter of both, line by line."""
    first, second = (side.reading for side in pair.sides)
    rows = [
        (first.quarter.label, *(ReadingLine(each, "").value for each in (first, second))),
        (
            f"Quarter before, {first.quarter.previous.label}",
            *(ReadingLine(each, "").previous for each in (first, second)),
        ),
        ("Change", *(_change(each) for each in (first, second))),
        ("Same quarter a year before", *(_known(each) for each in (first, second))),
        ("Quarter average", *(average_text(each) for each in (first, second))),
        ("Per 1,000 in the quarter", *(ReadingLine(each, "").rate for each in (first, second))),
        ("Signal", *(_signal(each) for each in (first, second))),
    ]
    return [(name, one, other) for name, one, other in rows if (one, other) != (NOTHING, NOTHING)]


def _change(reading: Reading) -> str:
    line = ReadingLine(reading, "")
    percent = f" ({line.change_percent})" if line.change_percent else ""
    return f"{line.change}{percent}" + (f": {line.change_note.lower()}" if line.change_note else "")


def _known(reading: Reading) -> str:
    return NOTHING if reading.same_last_year.value is None else reading.same_last_year.text


def _signal(reading: Reading) -> str:
    line = ReadingLine(reading, "")
    return f"{line.letter}: {line.status}" if line.letter else line.status


def _months(pair: Pair) -> list[tuple[date, str, str]]:
    """Every month that either has, the latest first."""
    values = [
        {
            month.month: NO_FIGURE if month.value is None else plain_text(side.reading, month.value)
            for month in side.drawing.history.months
        }
        for side in pair.sides
    ]
    months = sorted({*values[0], *values[1]}, reverse=True)
    return [(month, values[0].get(month, NOTHING), values[1].get(month, NOTHING)) for month in months]


def _csv_rows(pair: Pair) -> list[Sequence[object]]:
    known = [{month.month: month.value for month in side.drawing.history.months} for side in pair.sides]
    named = [(side.reading.measure.name, side.reading.area.name) for side in pair.sides]
    units = [side.reading.measure.unit.label for side in pair.sides]
    return [
        (f"{month:%Y-%m}", *named[0], known[0].get(month), units[0], *named[1], known[1].get(month), units[1])
        for month in sorted({*known[0], *known[1]})
    ]
