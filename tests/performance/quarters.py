"""A quarter with figures, worked out as loads have it: for tests of what is said about it."""

from datetime import UTC, date, datetime

from opcc.core.quarters import Quarter
from opcc.reference.models import PolicingArea
from performance.models import Measure, Series
from performance.operations import mark_stale, refresh_summaries
from tests.factories.performance import MeasureFactory, SeriesFactory, months_of
from tests.factories.reference import PolicingAreaFactory

QUARTER = Quarter(2017, 3)
FIRST = date(2017, 7, 1)
BEFORE = (30, 35, 40)  # July to September 2017: 105
DURING = (34, 30, 33)  # October to December 2017: 97
AT = datetime(2018, 1, 12, 9, 0, tzinfo=UTC)


def robbery(**values: object) -> Measure:
    """Robbery of the force and of one policing area, with two quarters of figures."""
    measure: Measure = MeasureFactory.create(**{"code": "robbery", "name": "Robbery", **values})
    north = PolicingArea.objects.filter(code="north-westshire").first() or PolicingAreaFactory.create(
        name="North Westshire", code="north-westshire"
    )
    for area, share in (({}, 1), ({"force_area": None, "policing_area": north}, 2)):
        kept = SeriesFactory.create(measure=measure, **area)
        months_of(kept, FIRST, [value // share for value in (*BEFORE, *DURING)])
    worked_out()
    return measure


def worked_out() -> None:
    """What beat does after a load: every summary is made."""
    every = list(Series.objects.values_list("pk", flat=True))
    mark_stale(series_ids=every, month=FIRST)
    refresh_summaries(series_ids=every, at=AT)
