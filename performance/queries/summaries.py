"""Which summaries are to be worked out anew, and up to which quarter."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import Exists, Max, Min, OuterRef, QuerySet

from opcc.core.quarters import Quarter
from performance.enums import AddsUp
from performance.models import Observation, QuarterFigure, QuarterSummary, Series
from performance.querysets import SeriesQuerySet

REFRESHING = "performance: summaries"
PROJECTING = "performance: projections"


def alone(work: str) -> bool:
    """Whether no other worker does this work; until the transaction ends, none will."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtext(%s))", [work])
        taken: tuple[bool] | None = cursor.fetchone()
    return taken == (True,)


def latest_quarter() -> Quarter | None:
    """The last quarter that any figure is about: of a summary, or of stale figures that go beyond the summaries."""
    last = QuarterSummary.objects.aggregate(last=Max("quarter_starts_on"))["last"] or date.min
    stale = Series.objects.stale()
    months = Observation.objects.current().filter(series__in=stale, month__gt=last)
    stated = QuarterFigure.objects.current().filter(series__in=stale, quarter_starts_on__gt=last)
    newer = (months.aggregate(last=Max("month"))["last"], stated.aggregate(last=Max("quarter_starts_on"))["last"])
    last = max(last, *(day for day in newer if day is not None)) if any(newer) else last
    return Quarter.containing(last) if last != date.min else None


def first_month() -> date | None:
    """The first day of the first quarter that any summary is about."""
    first: date | None = QuarterSummary.objects.aggregate(first=Min("quarter_starts_on"))["first"]
    return first


def to_project() -> QuerySet[QuarterSummary]:
    """Summaries of the latest two quarters whose projection is still to be made, the latest first."""
    last: date | None = QuarterSummary.objects.aggregate(last=Max("quarter_starts_on"))["last"]
    if last is None:
        return QuarterSummary.objects.none()
    latest = Quarter.containing(last)
    recent = QuarterSummary.objects.filter(quarter_starts_on__in=(latest.start, latest.previous.start))
    waiting = recent.filter(series__force_area__isnull=False, contents__projection__made=None)
    return waiting.order_by("-quarter_starts_on", "series_id")


def left_behind(latest: Quarter, since: Quarter) -> SeriesQuerySet:
    """Series with a summary since that quarter and none of the latest: others went on and nothing came for them."""
    own = QuarterSummary.objects.filter(series=OuterRef("pk"))
    lately = own.filter(quarter_starts_on__gte=since.start, quarter_starts_on__lt=latest.start)
    return Series.objects.filter(~Exists(own.filter(quarter_starts_on=latest.start)), Exists(lately))


def wholes_of(parts: Iterable[Series]) -> dict[int, date]:
    """The series of areas that stale ones are parts of, where the measure's areas add up: each with its first month.

    One query.
    """
    adding = [part for part in parts if part.measure.adds_up == AddsUp.SUM and part.force_area_id is None]
    wholes = Series.objects.filter(measure_id__in={part.measure_id for part in adding}, district=None)
    found: dict[int, date] = {}
    for whole in wholes:
        months = [part.stale_from for part in adding if part.stale_from is not None and _is_part(part, whole)]
        if months:
            found[whole.pk] = min(months)
    return found


def _is_part(part: Series, whole: Series) -> bool:
    """Whether the area of one lies in the area of the other."""
    if part.measure_id != whole.measure_id or part.pk == whole.pk:
        return False
    if whole.policing_area_id is None:
        return True
    return part.district is not None and part.district.policing_area_id == whole.policing_area_id
