"""One measure: its chart, what it says, how areas compare, what was said and asked about it, and how it is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from opcc.accounts.permissions import public_page
from opcc.core.quarters import Quarter
from opcc.web.views import csv_response
from performance import reporting
from performance.enums import AreaKind
from performance.filters import MeasureFilter, area_choices, quarter_choices
from performance.reporting import Reading, beside
from performance.reporting.figure_words import figure_words
from performance.reporting.remarks import remarks
from performance.views.areas_compared import AddressOf, compared
from performance.views.charted import Drawing
from performance.views.facts import comparison_rows, facts
from performance.views.lines import plain_text
from performance.views.reader import Quarters, reads_restricted, record_restricted
from performance.views.scorecard import departures

CSV = (
    *("Measure", "Code", "Area", "Area code", "Month", "Value", "Unit", "Status", "Note", "Numerator", "Denominator"),
    *("People asked", "Mean", "Lower limit", "Upper limit", "Trial limits", "Signal", "Invented for the sample"),
)


@dataclass(frozen=True)
class Asked:
    """What the address asks for: one measure in one area up to one quarter, as this reader may see it."""

    readings: tuple[Reading, ...]  # one an area, the force first
    filters: MeasureFilter
    quarter: Quarter
    area: str
    restricted: bool

    @property
    def drawing(self) -> Drawing:
        """The series with its chart."""
        history = reporting.history(
            self.readings[0].measure.code, self.area, self.quarter, include_restricted=self.restricted
        )
        assert history is not None, "an area of the list has the series"
        return Drawing.of(history)


@public_page
@require_safe
def measure(request: HttpRequest, code: str) -> HttpResponseBase:
    """Everything about one measure on one page."""
    asked = _asked(request, code)
    drawing = asked.drawing
    taken = "csv" in request.GET and asked.filters.is_valid()
    reading = drawing.history.reading
    said = remarks(reading, figure_words(reading, asked.readings), include_restricted=asked.restricted)
    if reading.measure.is_restricted or said.has_restricted:
        record_restricted(request, f"{drawing.subject}, {asked.quarter}", exported=taken)
    if taken:
        name = f"{reading.measure.code} {reading.area.short_name} to {asked.quarter}"
        return csv_response(name, CSV, [_csv_row(drawing, index) for index in range(len(drawing.history.months))])
    return render(request, "performance/measure.html", {**_page(request, asked, drawing), "said": said})


@public_page
@require_safe
def chart(request: HttpRequest, code: str) -> HttpResponseBase:
    """The chart as a picture to take away. What cannot be drawn leads to the page, which says why."""
    asked = _asked(request, code)
    drawing = asked.drawing
    reading = drawing.history.reading
    picture = drawing.file(f"Source: {reading.measure.source or 'the police force'}. {drawing.invented}".strip())
    if not asked.filters.is_valid() or picture is None:
        return redirect(f"{reverse('performance:measure', args=[code])}?{request.GET.urlencode()}")
    if reading.measure.is_restricted:
        record_restricted(request, f"Chart of {drawing.subject}, {asked.quarter}", exported=True)
    name = slugify(f"{reading.measure.code} {reading.area.short_name} {asked.quarter}")
    return HttpResponse(
        picture,
        content_type="image/svg+xml; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.svg"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def _asked(request: HttpRequest, code: str) -> Asked:
    """404 for a measure that this reader may not know of, as for one that is not there."""
    restricted, quarters = reads_restricted(request), Quarters.read()
    default = quarters.default or Quarter.containing(timezone.localdate())
    readings = reporting.measure_readings(code, default, include_restricted=restricted)
    if not readings:
        raise Http404
    filters = MeasureFilter(
        request.GET,
        choices={
            "quarter": quarter_choices(quarters.known or (default,)),
            "area": area_choices([reading.area for reading in readings]),
        },
        defaults={"quarter": str(default), "area": readings[0].area.code},
    )
    quarter = Quarter.parse(filters.chosen("quarter"))
    if quarter != default:
        readings = reporting.measure_readings(code, quarter, include_restricted=restricted)
    return Asked(readings, filters, quarter, filters.chosen("area"), restricted)


def _page(request: HttpRequest, asked: Asked, drawing: Drawing) -> dict[str, Any]:
    reading = drawing.history.reading
    query = asked.filters.departures
    address = AddressOf(request.path, query, asked.filters.defaults["area"])
    areas = [compared(asked.readings, kind, address) for kind in (AreaKind.DISTRICT, AreaKind.POLICING_AREA)]
    return {
        "reading": reading,
        "invented": drawing.invented,
        "scorecard_url": _with(
            reverse("performance:scorecard"), {name: value for name, value in query.items() if name != "show"}
        ),
        "filters": asked.filters,
        "forms": [asked.filters],
        "chosen": departures(request, asked.filters),
        "drawing": drawing,
        "chart": drawing.shown,
        "months": drawing.lines,
        "facts": facts(reading),
        "comparisons": comparison_rows(reading),
        "areas": [each for each in areas if each is not None],
        "counted_in": _counted_in(reading),
        "targets": beside.targets(reading),
        "revisions": [_revised(reading, each) for each in beside.revisions(reading, reading.quarter.end)],
        "warnings": tuple(dict.fromkeys((*reading.warnings, *beside.load_warnings(reading)))),
        "chart_url": _with(reverse("performance:chart", args=[reading.measure.code]), query),
        "csv_url": _with(request.path, {**query, "csv": "1"}),
        "area_url": _with(
            reverse("performance:area", args=[reading.area.code]),
            {name: value for name, value in query.items() if name == "quarter"},
        ),
        "compare_url": _with(reverse("performance:compare"), {**query, "measure": reading.measure.code}),
    }


@dataclass(frozen=True)
class RevisionLine:
    """A figure that was published before, and the one that took its place."""

    month: date
    was: str
    became: str
    replaced_at: datetime | None
    reason: str


def _revised(reading: Reading, revision: beside.Revision) -> RevisionLine:
    was, became = (
        "Not available" if value is None else plain_text(reading, value) for value in (revision.was, revision.became)
    )
    return RevisionLine(revision.month, was, became, revision.replaced_at, revision.reason)


def _counted_in(reading: Reading) -> str:
    """'Offences', 'Percent of victims asked', 'Seconds'."""
    measure = reading.measure
    if measure.noun.startswith("of "):
        return f"{measure.unit.label} {measure.noun}"
    return f"{measure.noun[:1].upper()}{measure.noun[1:]}"


def _with(path: str, query: dict[str, str]) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _csv_row(drawing: Drawing, index: int) -> Sequence[object]:
    reading, month = drawing.history.reading, drawing.history.months[index]
    phase = drawing.phase_at(month.month)
    return (
        *(reading.measure.name, reading.measure.code, reading.area.name, reading.area.code),
        *(f"{month.month:%Y-%m}", month.value, reading.measure.unit.label, month.status.label, month.note),
        *(month.numerator, month.denominator, month.n),
        *(phase.mean if phase else None, phase.lower if phase else None, phase.upper if phase else None),
        *(phase.is_trial if phase else None, _signals(drawing, month.month), month.is_synthetic),
    )


def _signals(drawing: Drawing, month: date) -> str:
    return next((signal.words for signal in drawing.history.signals if signal.month == month), "")
