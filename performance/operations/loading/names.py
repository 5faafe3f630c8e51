"""The names and codes that a file may use, as the parser wants them."""

from collections.abc import Iterable

from opcc.reference.models import District, ForceArea, PolicingArea
from performance.csv_parsing import Kind, Known, KnownMeasure
from performance.enums import AreaKind, MeasureKind, MeasureUnit
from performance.models import Measure, Series
from performance.models.measures import area_name

KINDS = {
    MeasureKind.COUNT: Kind.COUNT,
    MeasureKind.LEVEL: Kind.COUNT,
    MeasureKind.RATE: Kind.RATE,
    MeasureKind.SURVEY: Kind.SHARE,
}
UNITS = {
    MeasureUnit.COUNT: ("count", "number"),
    MeasureUnit.PERCENT: ("percent", "%"),
    MeasureUnit.RATE: ("rate", "rate per 1,000", "per 1,000"),
    MeasureUnit.MINUTES: ("minutes",),
    MeasureUnit.SECONDS: ("seconds",),
    MeasureUnit.POUNDS: ("pounds", "£"),
}
AreaRow = ForceArea | PolicingArea | District


def known_names(*, include_restricted: bool) -> Known:
    """The measures that the loader may know of and every area, by name and code, and the series of each. Five queries.

    An area may be named by its code, by its name with its kind ('North Westshire policing area'), or by its name
    alone where no other area has it.
    """
    areas = list(_areas())
    names: dict[str, int] = {}
    in_full: dict[str, list[str]] = {}
    for key, kind, area in areas:
        in_full.setdefault(area.name, []).append(area_name(kind, area.name))
        names[area.code] = names[area_name(kind, area.name)] = key
    shared = {name: found for name, found in in_full.items() if len(found) > 1}
    names |= {area.name: key for key, _, area in areas if area.name not in shared}
    measures: dict[str, KnownMeasure] = {}
    for measure in Measure.objects.for_reader(include_restricted=include_restricted).order_by("pk"):
        known = KnownMeasure(measure.pk, units_of(measure), KINDS[MeasureKind(measure.kind)])
        measures[measure.name] = measures[measure.code] = known
    series = {(one.measure_id, _key_of(one)): one.pk for one in Series.objects.order_by("pk")}
    return Known(measures, names, series, shared)


def units_of(measure: Measure) -> tuple[str, ...]:
    """What a file may call the measure's unit, the usual word first."""
    words = UNITS[MeasureUnit(measure.unit)]
    if measure.rolling_months is None:
        return words
    months = measure.rolling_months
    return (f"percent, rolling {months} months", f"percent, {months} months to date", *words)


def _areas() -> Iterable[tuple[int, AreaKind, AreaRow]]:
    """Each area under a number of its own: three tables count their rows each for itself."""
    for offset, (kind, model) in enumerate(
        ((AreaKind.FORCE, ForceArea), (AreaKind.POLICING_AREA, PolicingArea), (AreaKind.DISTRICT, District))
    ):
        rows: Iterable[AreaRow] = model.objects.order_by("pk")  # type: ignore[attr-defined]  # each of the three has it
        for area in rows:
            yield 3 * area.pk + offset, kind, area


def _key_of(series: Series) -> int:
    if series.force_area_id is not None:
        return 3 * series.force_area_id
    if series.policing_area_id is not None:
        return 3 * series.policing_area_id + 1
    assert series.district_id is not None, "the database sees to it"
    return 3 * series.district_id + 2
