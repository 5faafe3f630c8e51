"""Readings as the figures are now: what is kept of them, and what waits to be kept worked out on the spot."""

from opcc.core.quarters import Quarter
from performance.models import Series
from performance.queries import series as queries
from performance.queries import summaries
from performance.queries.books import book
from performance.queries.places import Places
from performance.querysets import SeriesQuerySet
from performance.reporting.months import last_month_of
from performance.reporting.readings import Reading
from performance.reporting.stored import unpack
from performance.reporting.working import Working


def current_readings(series: SeriesQuerySet, quarter: Quarter, around: Places) -> list[tuple[Series, Reading]]:
    """Each with its reading, in their order. One query, and a fixed number more where a summary is out of date."""
    kept = queries.with_readings(series, quarter)
    last = last_month_of(quarter)
    stale = [one for one, _ in kept if one.stale_from is not None and one.stale_from <= last]
    late = {one.pk for one in stale} | summaries.wholes_of(stale).keys()
    found = book([one for one, _ in kept if one.pk in late], first=quarter.start, last=last) if late else None
    anew = {each.series.pk: Working(each, found).reading(quarter) for each in found.kept} if found else {}
    return [(one, anew.get(one.pk) or unpack(one, quarter, contents, around)) for one, contents in kept]
