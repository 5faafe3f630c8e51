"""The scorecard's queries from 5 measures to 500, and its time in the database from one year of figures to ten.

    .venv/bin/python benchmarks/scorecard.py

On a real Postgres, with readings as the site keeps them: one is worked out and copied to every measure, area and
quarter, with the months beneath. The time is that of the queries alone, the median of many calls, each size measured in
turn so that a busy machine slows both. Ends with 1 if the queries grow, or the time by more than LIMIT.
"""

import statistics
import sys
import time
from datetime import UTC, date, datetime
from typing import Any

from _site import empty_site

SIZES = (5, 50, 500)
AREAS = 6  # the force and five districts
YEARS = (1, 10)
CALLS = 60
LIMIT = 1.3
LAST = date(2017, 10, 1)
AT = datetime(2018, 1, 15, tzinfo=UTC)


def main() -> int:
    """Fill, count, fill, time, and tell."""
    with empty_site():
        filling = Filling()
        counts = {}
        for size in SIZES:
            filling.measures_up_to(size)
            counts[size] = count()
        times = {}
        for years in YEARS:
            filling.years_up_to(years)
            times[years] = database_time()
    return told(counts, times)


class Filling:
    """Measures with their areas, and as many years of summaries and months as are asked for."""

    def __init__(self) -> None:
        from performance import operations
        from tests.factories.performance import MeasureFactory, SeriesFactory, months_of
        from tests.factories.reference import DistrictFactory

        self.districts = [DistrictFactory.create() for _ in range(AREAS - 1)]
        model = SeriesFactory.create(measure=MeasureFactory.create(definition="As the counting rules say. " * 10))
        months_of(model, date(2015, 1, 1), [20 + index * 7 % 11 for index in range(36)])
        operations.mark_stale(series_ids=[model.pk], month=date(2015, 1, 1))
        operations.refresh_summaries(at=AT)
        self.made, self.years = 1, 0
        self._fill(0)

    def measures_up_to(self, size: int) -> None:
        """Add measures until there are so many, each in every area, with the last quarter kept."""
        from performance.models import Measure, Series

        first = Measure.objects.order_by("pk")[0]
        measures = Measure.objects.bulk_create(
            Measure(
                **{
                    field.attname: getattr(first, field.attname)
                    for field in Measure._meta.concrete_fields
                    if field.name not in ("id", "code", "name", "position")
                },
                code=f"copy-{number}",
                name=f"Copy {number}",
                position=number,
            )
            for number in range(self.made, size)
        )
        force = Series.objects.order_by("pk")[0].force_area
        Series.objects.bulk_create(
            Series(measure=measure, force_area=None if district else force, district=district)
            for measure in measures
            for district in (None, *self.districts)
        )
        self.made = max(self.made, size)
        self._fill(0)

    def years_up_to(self, years: int) -> None:
        """Keep so many years of quarters and months of every series."""
        for year in range(self.years + 1, years + 1):
            self._fill(year)
        self.years = years

    def _fill(self, year: int) -> None:
        """Copies of the reading: of the last quarter for year 0, else of the four quarters of that year back."""
        from django.db import connection

        quarters = range(1) if year == 0 else range(4 * (year - 1), 4 * year)
        with connection.cursor() as cursor:
            for back in quarters:
                cursor.execute(_SUMMARIES, {"last": LAST, "back": f"{3 * back} months"})
                cursor.execute(_MONTHS, {"last": LAST, "back": f"{3 * back} months"})
            cursor.execute("VACUUM ANALYZE performance_quartersummary, performance_observation, performance_series")


_SUMMARIES = """
INSERT INTO performance_quartersummary
    (series_id, quarter_starts_on, has_value, is_tested, has_signal, contents, made_at)
SELECT series.id, (%(last)s::date - %(back)s::interval)::date, true, true, false, model.contents, model.made_at
FROM performance_series series
CROSS JOIN (
    SELECT contents, made_at FROM performance_quartersummary WHERE quarter_starts_on = %(last)s ORDER BY id LIMIT 1
) model
ON CONFLICT DO NOTHING
"""
_MONTHS = """
INSERT INTO performance_observation (series_id, month, value, status, note, source, is_synthetic, load_id)
SELECT series.id, (%(last)s::date - %(back)s::interval + month * interval '1 month')::date, 20 + month, 'value', '',
    '', false, (SELECT min(id) FROM performance_load)
FROM performance_series series CROSS JOIN generate_series(0, 2) month
ON CONFLICT DO NOTHING
"""


def count() -> int:
    """Queries of one scorecard."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        card()
    return len(asked)


def card() -> Any:
    """The force's scorecard of the last quarter."""
    from opcc.core.quarters import Quarter
    from performance import reporting

    return reporting.scorecard(Quarter.containing(LAST), area=None, include_restricted=False)


def database_time() -> float:
    """Milliseconds that the queries of one scorecard take: the median of many."""
    from django.db import connection

    spent: list[float] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
        started = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent[-1] += time.perf_counter() - started

    card()
    with connection.execute_wrapper(watch):
        for _ in range(CALLS):
            spent.append(0.0)
            card()
    return 1000 * statistics.median(spent)


def told(counts: dict[int, int], times: dict[int, float]) -> int:
    """Both ratios; 1 if a limit is passed."""
    queries = max(counts.values()) / min(counts.values())
    longer = times[YEARS[-1]] / times[YEARS[0]]
    print("queries of a scorecard with " + ", ".join(f"{size} measures: {number}" for size, number in counts.items()))
    print(f"ratio of the queries: {queries:.2f} (limit 1.00)")
    rows = SIZES[-1] * AREAS * 4
    print("time in the database, " + ", ".join(f"{years} years: {spent:.1f} ms" for years, spent in times.items()))
    print(f"rows kept, {YEARS[0]} to {YEARS[-1]} years: {rows * YEARS[0]:,} to {rows * YEARS[-1]:,}")
    print(f"ratio of the times: {longer:.2f} (limit {LIMIT:.2f})")
    return int(queries > 1 or longer > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
