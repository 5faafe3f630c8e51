"""Which series a page asks for, each with all that names it, and what is kept of it for a quarter."""

from collections.abc import Collection
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, QuerySet

from opcc.core.quarters import Quarter
from opcc.reference.models import District, ForceArea, PolicingArea
from performance.models import QuarterSummary, Series
from performance.querysets import SeriesQuerySet


def readable(*, include_restricted: bool) -> SeriesQuerySet:
    """Series of measures in use that this reader may know of, with measure, heading, objective and area."""
    return in_full().in_use().for_reader(include_restricted=include_restricted)


def in_full() -> SeriesQuerySet:
    """Every series with measure, heading, objective and area."""
    whole = Series.objects.with_area()
    return whole.select_related("measure__group", "measure__objective", "district__policing_area")


def in_area(code: str | None) -> Q:
    """The series of one area by its code; of the force without one."""
    if code is None:
        return Q(force_area__isnull=False)
    return Q(force_area__code=code) | Q(policing_area__code=code) | Q(district__code=code)


def with_readings(series: SeriesQuerySet, quarter: Quarter) -> list[tuple[Series, Any]]:
    """Each series with what is kept of it for the quarter, None where nothing is yet. One query."""
    found: QuerySet[Any] = series.annotate(
        of_quarter=FilteredRelation("summaries", condition=Q(summaries__quarter_starts_on=quarter.start)),
        reading=F("of_quarter__contents__reading"),
    )
    return [(one, one.reading) for one in found]


def projections(series: Collection[int], quarter: Quarter) -> dict[int, Any]:
    """What the quarter's summaries hold of the months to come, by series. One query."""
    kept = QuarterSummary.objects.of(quarter).filter(series_id__in=series)
    return dict(kept.values_list("series_id", "contents__projection"))


def in_report_order(series: SeriesQuerySet) -> SeriesQuerySet:
    """As reports and the scorecard print measures, each with its areas in statutory order."""
    return series.order_by(
        "measure__group__position",
        "measure__group__name",
        "measure__position",
        "measure__name",
        "measure_id",
        F("force_area").asc(nulls_last=True),
        F("policing_area__name").asc(nulls_last=True),
        "district__position",
        "district__name",
        "pk",
    )


def places(*, include_restricted: bool) -> tuple[QuerySet[ForceArea], QuerySet[PolicingArea], QuerySet[District]]:
    """The areas that have a series this reader may know of, in statutory order."""
    kept = Series.objects.in_use().for_reader(include_restricted=include_restricted)
    return (
        ForceArea.objects.filter(Exists(kept.filter(force_area=OuterRef("pk")))).order_by("name", "pk"),
        PolicingArea.objects.filter(Exists(kept.filter(policing_area=OuterRef("pk")))).order_by("name", "pk"),
        District.objects.filter(Exists(kept.filter(district=OuterRef("pk"))))
        .select_related("policing_area")
        .order_by("position", "name", "pk"),
    )
