"""The chart of a series, and of several, worked out from their months as they are now."""

from collections.abc import Collection, Iterable

from opcc.core.quarters import Quarter
from performance.models import Series
from performance.queries import series as queries
from performance.queries.books import book
from performance.reporting.months import last_month_of
from performance.reporting.readings import SeriesHistory
from performance.reporting.working import Working


def history(
    measure_code: str, area_code: str | None, quarter: Quarter, *, include_restricted: bool
) -> SeriesHistory | None:
    """Every month of one series up to the quarter's end; None where this reader may know of none. Fixed queries."""
    found = histories([measure_code], area_code, quarter, include_restricted=include_restricted)
    return found[0] if found else None


def histories(
    measure_codes: Collection[str], area_code: str | None, quarter: Quarter, *, include_restricted: bool
) -> tuple[SeriesHistory, ...]:
    """Those of several measures in one area, or in the force, in report order."""
    known = queries.readable(include_restricted=include_restricted).filter(queries.in_area(area_code))
    return worked_histories(queries.in_report_order(known.filter(measure__code__in=measure_codes)), quarter)


def area_histories(measure_code: str, quarter: Quarter, *, include_restricted: bool) -> tuple[SeriesHistory, ...]:
    """Those of one measure in every area it is kept for, the force first."""
    known = queries.readable(include_restricted=include_restricted).filter(measure__code=measure_code)
    return worked_histories(known.by_area(), quarter)


def worked_histories(series: Iterable[Series], quarter: Quarter) -> tuple[SeriesHistory, ...]:
    """The histories of these series, in their order, each with the projection kept for it. Fixed queries."""
    found = book(series, first=quarter.start, last=last_month_of(quarter))
    projected = queries.projections([kept.series.pk for kept in found.kept], quarter)
    return tuple(Working(kept, found).history(quarter, projected.get(kept.series.pk)) for kept in found.kept)
