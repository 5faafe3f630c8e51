"""What readers are told of a measure and of an area, from their rows."""

from decimal import Decimal

from opcc.reference.models import District, ForceArea, PolicingArea
from performance.enums import AreaKind, Improvement, Inclusion, MeasureKind, MeasureUnit
from performance.models import Measure, Series
from performance.models.measures import area_name
from performance.reporting.readings import Area, MeasureFacts

_SIGNS = {
    Improvement.INCREASE: ("More", "Higher"),
    Improvement.DECREASE: ("Fewer", "Lower"),
    Improvement.STABLE: ("Stable", "Stable"),
    Improvement.NONE: ("None set", "None set"),
}


def measure_facts(measure: Measure) -> MeasureFacts:
    """The measure in words. Its heading and objective are to be selected with it."""
    counted, other = _SIGNS[Improvement(measure.improvement)]
    return MeasureFacts(
        code=measure.code,
        name=measure.name,
        noun=measure.noun,
        definition=measure.definition,
        group=measure.group.name,
        objective=measure.objective.title if measure.objective else "",
        unit=MeasureUnit(measure.unit),
        kind=MeasureKind(measure.kind),
        rolling_months=measure.rolling_months,
        improvement=Improvement(measure.improvement),
        improvement_words=measure.improvement_words or (counted if measure.unit == MeasureUnit.COUNT else other),
        inclusion=Inclusion(measure.inclusion),
        source=measure.source,
        owner=measure.owner,
        is_restricted=measure.is_restricted,
        is_synthetic=measure.is_synthetic,
    )


def area_of(series: Series) -> Area:
    """The one area of a series. It is to be selected with it."""
    return area(series.area)


def area(place: ForceArea | PolicingArea | District) -> Area:
    """A place as readers see it. Of a district its policing area is to be selected too."""
    kind, within = AreaKind.FORCE, ""
    if isinstance(place, PolicingArea):
        kind = AreaKind.POLICING_AREA
    if isinstance(place, District):
        kind, within = AreaKind.DISTRICT, place.policing_area.code if place.policing_area else ""
    return Area(kind, place.code, area_name(kind, place.name), place.name, within)


def figure_key(series: Series) -> str:
    """What the keys of its figures begin with: 'robbery' of the force, 'robbery.north-westshire' of another area."""
    code, where = series.measure.code, area_of(series)
    return code if where.kind is AreaKind.FORCE else f"{code}.{where.key}"


def exact(value: Decimal | None) -> int | Decimal | None:
    """A stored number without the noughts that its column adds: 97.0000 is 97, 83.2000 is 83.2."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else value.normalize()


def plain(value: Decimal | None) -> Decimal | None:
    """Without the noughts that the column adds."""
    known = exact(value)
    return None if known is None else Decimal(known)
