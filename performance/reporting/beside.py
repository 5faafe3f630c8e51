"""What a measure's page shows beside its figures: targets, what was published before, what was noted at loading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise

from django.db.models import Q

from opcc.documents.figures import Figure
from performance.enums import LoadState, Severity
from performance.models import LoadProblem, Observation, Target
from performance.reporting.facts import exact, plain
from performance.reporting.readings import Reading


@dataclass(frozen=True)
class TargetSeen:
    """A target with the days it holds for."""

    words: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True)
class Revision:
    """A month's figure as it was published before another took its place."""

    month: date
    was: Decimal | None
    became: Decimal | None
    replaced_at: datetime | None
    reason: str


def targets(reading: Reading) -> tuple[TargetSeen, ...]:
    """Those of the measure and of the series itself, the latest first. One query."""
    about = Q(series=None, measure__code=reading.measure.code) | Q(series_id=reading.series_id)
    return tuple(
        TargetSeen(
            each.words or Figure("target", "Target", exact(each.value), reading.value.unit).text,
            each.starts_on,
            each.ends_on,
        )
        for each in Target.objects.filter(about).order_by("-starts_on", "series_id", "pk")
    )


def revisions(reading: Reading, until: date) -> tuple[Revision, ...]:
    """What was published before, month by month, the latest month first, in the order it was replaced. One query."""
    own = Observation.objects.filter(series_id=reading.series_id, month__lte=until)
    revised = own.filter(superseded_by__isnull=False).values("month")
    rows = own.filter(month__in=revised).select_related("superseded_by")
    by_month: dict[date, list[Observation]] = {}
    for row in rows.order_by("-month", "load__finished_at", "pk"):
        by_month.setdefault(row.month, []).append(row)
    return tuple(revision for figures in by_month.values() for revision in _in_order(figures))


def load_warnings(reading: Reading) -> tuple[str, ...]:
    """What was noted of the quarter's months when they were loaded, each once. One query."""
    months = reading.quarter.period
    found = LoadProblem.objects.filter(
        series_id=reading.series_id,
        severity=Severity.WARNING,
        load__state=LoadState.LOADED,
        month__range=(months.start, months.end),
    )
    return tuple(dict.fromkeys(found.order_by("month", "pk").values_list("message", flat=True)))


def _in_order(figures: Sequence[Observation]) -> list[Revision]:
    """Each replaced figure with the one that took its place. A figure that counts comes last."""
    order = [each for each in figures if each.superseded_by] + [each for each in figures if not each.superseded_by]
    return [
        Revision(figure.month, plain(figure.value), plain(after.value), by.finished_at, by.reason)
        for figure, after in pairwise(order)
        for by in [figure.superseded_by]
        if by is not None
    ]
