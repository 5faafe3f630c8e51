"""A force's figures on every page: measures of each kind, areas of each kind, months enough for charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from opcc.reference.models import District, ForceArea, PolicingArea
from performance import operations
from performance.enums import Improvement
from performance.models import Measure, Series
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


def summarise() -> None:
    """Work out what pages read of every quarter, as the worker does after a load."""
    every_series = Series.objects.values_list("pk", flat=True)
    operations.mark_stale(series_ids=list(every_series), month=date(2010, 1, 1))
    while operations.refresh_summaries(at=LOADED_AT):
        pass
