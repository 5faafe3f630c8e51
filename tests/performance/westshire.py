"""A force's figures on every page: measures of each kind, areas of each kind, months enough for charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opcc.core.quarters import Quarter
from opcc.reference.models import District, ForceArea, PolicingArea
from performance.enums import Improvement
from performance.models import Measure, QuarterSummary
from performance.queries import series as queries
from performance.reporting.histories import worked_histories
from performance.reporting.stored import pack
from tests.factories.performance import (
    LOADED_AT,
    MeasureFactory,
    SeriesFactory,
    TopicGroupFactory,
    months_of,
)
from tests.factories.reference import (
    DistrictFactory,
    ForceAreaFactory,
    OfficeProfileFactory,
    PolicingAreaFactory,
    PopulationFactory,
)

FIRST = date(2015, 4, 1)
Q3 = Quarter(2017, 3)
Q2 = Quarter(2017, 2)
ROBBERY = (
    *(20, 22, 18, 21, 19, 23, 20, 17, 21, 22, 19, 20, 18, 21, 23, 20, 19, 22, 20, 17, 21, 19, 18),
    *(31, 30, 33, 31, 38, 36, 31, 34, 37, 26),
)


@dataclass(frozen=True)
class Westshire:
    """The places."""

    force: ForceArea
    north: PolicingArea
    northton: District
    midham: District


def places() -> Westshire:
    """An office, its force area, a policing area and two districts with their people."""
    OfficeProfileFactory.create()
    force = ForceAreaFactory.create()
    north = PolicingAreaFactory.create(code="north", name="North Westshire")
    northton = DistrictFactory.create(code="E07000801", name="Northton", policing_area=north, position=1)
    midham = DistrictFactory.create(code="E07000802", name="Midham", policing_area=north, position=2)
    for district, people in ((northton, 130_000), (midham, 65_000)):
        PopulationFactory.create(district=district, year=2016, value=people, source="ONS mid-2016")
    return Westshire(force, north, northton, midham)


def robbery(places: Westshire) -> Measure:
    """A count in every kind of area, with a new average from March 2017."""
    measure = MeasureFactory.create(
        code="robbery",
        name="Robbery",
        definition="Robbery of people and of businesses, as recorded by the force.",
        improvement=Improvement.STABLE,
        improvement_words="Stable volumes, and trends in line with similar forces",
        rate_base="residents",
        owner="Head of local policing",
    )
    parts = {places.northton: 2, places.midham: 3}
    months_of(SeriesFactory.create(measure=measure), FIRST, ROBBERY)
    for district, share in parts.items():
        series = SeriesFactory.create(measure=measure, force_area=None, district=district)
        months_of(series, FIRST, [value // share for value in ROBBERY])
    return measure


def measure_with_months(
    code: str, values: Sequence[int | str | None], *, group: str = "preventing-crime", restricted: bool = False
) -> Measure:
    """A count of the force alone."""
    measure = MeasureFactory.create(
        code=code,
        name=code.replace("-", " ").capitalize(),
        group=TopicGroupFactory.create(code=group),
        is_restricted=restricted,
    )
    months_of(SeriesFactory.create(measure=measure), FIRST, values)
    return measure


def summarise(*quarters: Quarter) -> None:
    """Work out what pages read of these quarters."""
    for quarter in quarters:
        found = worked_histories(queries.readable(include_restricted=True), quarter)
        QuarterSummary.objects.filter(quarter_starts_on=quarter.start).delete()
        QuarterSummary.objects.bulk_create(
            QuarterSummary(
                series_id=each.reading.series_id,
                quarter_starts_on=quarter.start,
                has_value=each.reading.value.value is not None,
                is_tested=each.reading.is_tested,
                has_signal=each.reading.has_signal,
                contents={"reading": pack(each.reading)},
                made_at=LOADED_AT,
            )
            for each in found
        )
