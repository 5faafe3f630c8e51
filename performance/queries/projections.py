"""What was projected: kept with the summaries, archived with the reports, and the months that came since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from opcc.core.quarters import Quarter
from performance.models import ArchivedProjection, Observation, QuarterSummary


def made_for(quarter: Quarter) -> list[tuple[int, Any]]:
    """Of the force's series that anybody may know of, what is projected after the quarter. One query."""
    kept = QuarterSummary.objects.of(quarter).for_reader(include_restricted=False)
    rows = kept.filter(series__force_area__isnull=False, contents__projection__made__isnull=False)
    rows = rows.exclude(contents__projection__made=None).order_by("series_id")
    return list(rows.values_list("series_id", "contents__projection__made"))


def unscored() -> list[ArchivedProjection]:
    """Archived projections without a score, the earliest first. One query."""
    return list(ArchivedProjection.objects.filter(scored_at=None).order_by("first_month", "pk"))


def months_since(projections: Iterable[ArchivedProjection]) -> Mapping[int, Mapping[date, Decimal | None]]:
    """The months of these series since the first that was projected, by series. One query."""
    first = {each.series_id: each.first_month for each in reversed(list(projections))}
    found: defaultdict[int, dict[date, Decimal | None]] = defaultdict(dict)
    if first:
        rows = Observation.objects.current().filter(series_id__in=first, month__gte=min(first.values()))
        for series, month, value in rows.values_list("series_id", "month", "value"):
            found[series][month] = value
    return found
