"""A reading as a summary keeps it: only what was worked out. Names and areas are read from their own rows."""

from opcc.core.quarters import Quarter
from opcc.documents.figures import Figure
from performance.models import Series
from performance.queries.places import Places
from performance.queries.rules import UNITS
from performance.reporting.exact import Json, decoded
from performance.reporting.facts import area_of, figure_key, measure_facts
from performance.reporting.rates import rate_of
from performance.reporting.readings import Reading

_NAMED = ("series_id", "measure", "area", "quarter", "rate")
NO_FIGURES = "No figures for this quarter"


def pack(reading: Reading) -> Json:
    """What `unpack` needs beside the series and the quarter."""
    return {name: value for name, value in reading.to_dict().items() if name not in _NAMED}


def unpack(series: Series, quarter: Quarter, kept: Json | None, places: Places) -> Reading:
    """The reading that `pack` kept; one without figures where nothing is kept."""
    if kept is None:
        return without_figures(series, quarter)
    known = decoded(Reading, kept)
    return Reading(
        series_id=series.pk,
        measure=measure_facts(series.measure),
        area=area_of(series),
        quarter=quarter,
        rate=rate_of(series, known["value"].value, quarter, places),
        **known,
    )


def without_figures(series: Series, quarter: Quarter) -> Reading:
    """A series of which nothing is known in this quarter."""
    measure = measure_facts(series.measure)

    def unknown(key: str, label: str) -> Figure:
        return Figure(f"{figure_key(series)}.{key}", label, None, UNITS[measure.unit])

    return Reading(
        series_id=series.pk,
        measure=measure,
        area=area_of(series),
        quarter=quarter,
        months=(),
        value=unknown("value", quarter.label),
        previous=unknown("previous", quarter.previous.label),
        same_last_year=unknown("same_last_year", a_year_before(quarter).label),
        average=unknown("average", "Quarter average"),
        average_definition="",
        change=None,
        against_average="",
        why_not_tested=NO_FIGURES,
    )


def a_year_before(quarter: Quarter) -> Quarter:
    """The same quarter of the year before."""
    return Quarter(quarter.year - 1, quarter.number)
