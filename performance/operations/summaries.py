"""Keeps what pages read of each quarter in step with the figures, the rules and the decisions."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from opcc.core.quarters import Quarter
from performance.models import QuarterSummary, Series
from performance.operations.phases import propose_phase_changes
from performance.operations.staleness import the_earlier
from performance.queries import series as series_queries
from performance.queries import summaries as queries
from performance.queries.books import book
from performance.reporting.months import last_month_of, quarters_between
from performance.reporting.projecting import kept_projection, still_to_make
from performance.reporting.stored import pack
from performance.reporting.working import Working

_Projected = Mapping[Quarter, Mapping[int, Any]]  # by quarter and series, what summaries hold of the months to come
MOST_AT_ONCE = 200  # series: one transaction of a few seconds
_QUARTERS_GOING_ON = 4  # so long a series without new figures is still a year's comparison behind the others


@transaction.atomic
def refresh_summaries(*, series_ids: Collection[int] | None = None, at: datetime, most: int = MOST_AT_ONCE) -> int:
    """Work out the summaries of stale series, of so many at most. Returns how many series that were.

    A series is taken by clearing its mark before its figures are read: a load that comes meanwhile waits for this
    transaction and marks it again. Of two workers one works; what fails stays marked.
    """
    latest = queries.latest_quarter() if queries.alone(queries.REFRESHING) else None
    if latest is None:
        return 0
    if series_ids is None:
        since = latest
        for _ in range(_QUARTERS_GOING_ON):
            since = since.previous
        queries.left_behind(latest, since).update(stale_from=the_earlier(since.start))
    taken = _take(series_ids, most)
    if taken:
        _work_out(taken, latest, at)
    return len(taken)


def _take(series_ids: Collection[int] | None, most: int) -> dict[int, date]:
    """Stale series with their months, no longer marked, and the wholes that they are parts of.

    Rows that a load is marking are left to the next time: waiting for them could make each wait for the other.
    """
    stale = Series.objects.stale() if series_ids is None else Series.objects.stale().filter(pk__in=series_ids)
    free = stale.select_for_update(skip_locked=True, of=("self",))
    taken = list(free.select_related("measure", "district").order_by("measure_id", "pk")[:most])
    months = {one.pk: one.stale_from for one in taken if one.stale_from is not None}
    Series.objects.filter(pk__in=months).update(stale_from=None)
    for whole, month in queries.wholes_of(taken).items():
        months[whole] = min(month, months.get(whole, month))
    return months


def _work_out(taken: Mapping[int, date], latest: Quarter, at: datetime) -> None:
    """The summaries of each series from its month on, and the changes of average that its chart proposes."""
    first = min(taken.values())
    series = series_queries.in_full().filter(pk__in=taken).order_by("pk")
    found = book(series, first=Quarter.containing(first).start, last=last_month_of(latest))
    summaries: list[QuarterSummary] = []
    workings = [Working(kept, found) for kept in found.kept]
    projected = {quarter: series_queries.projections(list(taken), quarter) for quarter in (latest.previous, latest)}
    for working in workings:
        since = Quarter.containing(taken[working.kept.series.pk])
        summaries += _summaries(working, since, latest, projected, at)
    QuarterSummary.objects.bulk_create(
        summaries,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["quarter_starts_on", "series"],
        update_fields=["has_value", "is_tested", "has_signal", "contents", "made_at"],
    )
    propose_phase_changes(workings=workings, until=last_month_of(latest))


def _summaries(
    working: Working, since: Quarter, latest: Quarter, projected: _Projected, at: datetime
) -> Iterator[QuarterSummary]:
    first = working.first_quarter
    if first is None:
        return
    for quarter in quarters_between(max(first, since), latest):
        reading = working.reading(quarter)
        contents = {"reading": pack(reading)}
        if quarter in projected:  # a report on the quarter before is often still to come
            contents |= _projection(working, quarter, projected[quarter])
        yield QuarterSummary(
            series=working.kept.series,
            quarter_starts_on=quarter.start,
            has_value=reading.value.value is not None,
            is_tested=reading.is_tested,
            has_signal=reading.has_signal,
            contents=contents,
            made_at=at,
        )


def _projection(working: Working, quarter: Quarter, projected: Mapping[int, Any]) -> dict[str, Any]:
    """The projection there is, if its months are the same; else what tells a worker to make one."""
    wanted = working.projectable(quarter)
    if wanted is None:
        return {}
    kept = projected.get(working.kept.series.pk)
    keeps = kept_projection(kept, wanted.basis) is not None
    return {"projection": kept if keeps else still_to_make(wanted.basis)}
