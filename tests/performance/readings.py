"""Series with months, and what is read of them, for the tests of readings, charts and summaries."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from opcc.core.quarters import Quarter
from performance import operations, reporting
from performance.models import Observation, Series
from performance.reporting import Reading, SeriesHistory
from tests.factories.performance import LoadFactory, MeasureFactory, ObservationFactory, SeriesFactory, months_of

Q3 = Quarter(2017, 3)
AT = datetime(2018, 1, 15, 9, 0, tzinfo=UTC)
APRIL = date(2016, 4, 1)
# Twelve months about 20, eight about 33: the eighth is October 2017. Then two more.
BEFORE = (18, 22, 20, 19, 21, 20, 23, 17, 20, 22, 18, 20)
RUN = (34, 30, 36, 33, 31, 35, 32, 33)
STEPPED = (*BEFORE, *RUN, 31, 26)
MARCH_2016 = date(2016, 3, 1)
QUIET = (20, 22, 19, 21) * 5 + (20,)  # from April 2016 to December 2017


def series_of(
    values: Sequence[int | str | None] = QUIET,
    *,
    first: date = APRIL,
    area: dict[str, Any] | None = None,
    **measure: Any,
) -> Series:
    """A series of its own measure, in the force unless another area is given, with months from `first`."""
    return series_in(MeasureFactory.create(**measure), values, first=first, area=area)


def series_in(
    measure: Any, values: Sequence[int | str | None], *, first: date = APRIL, area: dict[str, Any] | None = None
) -> Series:
    """Another area of the measure."""
    series: Series = SeriesFactory.create(measure=measure, **({"force_area": None, **area} if area else {}))
    months_of(series, first, values)
    return series


def history_of(series: Series, quarter: Quarter = Q3) -> SeriesHistory:
    """What its chart shows, worked out now."""
    found = reporting.history(series.measure.code, series.area.code, quarter, include_restricted=True)
    assert found is not None
    return found


def reading_of(series: Series, quarter: Quarter = Q3) -> Reading:
    """The reading that goes with it."""
    return history_of(series, quarter).reading


def refreshed(*series: Series, since: date = APRIL) -> None:
    """Have the summaries of these, or of all, worked out from a month on."""
    ids = [one.pk for one in series] or [*Series.objects.values_list("pk", flat=True)]
    operations.mark_stale(series_ids=ids, month=since)
    while operations.refresh_summaries(at=AT):
        pass


def changed(series: Series, month: date, value: int | None, **more: Any) -> None:
    """Put another figure in place of one, as a load does."""
    load = LoadFactory.create()
    Observation.objects.current().filter(series=series, month=month).update(superseded_by=load)
    ObservationFactory.create(series=series, month=month, value=value, load=load, **more)
