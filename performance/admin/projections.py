"""Projections as they were published, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from opcc.web.words import nice_date
from performance.admin.shared import ScopedAdmin, link, plain
from performance.models import ArchivedProjection
from performance.projection import Projection, word
from performance.queries.projections import months_since
from performance.reporting.months import month_after


@dataclass(frozen=True)
class MonthProjected:
    """One month: what was projected, the band of 80 in 100, and what came."""

    month: date
    value: str
    low: str
    high: str
    came: str
    words: str


@admin.register(ArchivedProjection)
class ArchivedProjectionAdmin(ScopedAdmin):
    """Read here and nowhere written: reports archive projections, and the months that come score them."""

    read_only = True
    change_form_template = "admin/performance/archivedprojection/change_form.html"
    list_display = ("series", "begins", "months", "published_in", "hits")
    search_fields = ("series__measure__name", "published_in")
    ordering = ("-first_month", "series__measure__name", "months", "pk")
    fields = ("about", "begins", "months", "published_in", "archived_at", "archived_by", "how")
    readonly_fields = ("about", "begins", "how")
    export_columns = (
        ("Measure", "series.measure.name"),
        ("Area", "series.area_name"),
        ("First month", "first_month"),
        ("Months", "months"),
        ("Published in", "published_in"),
        ("Archived", "archived_at"),
        ("Scored", "scored_at"),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related(
            "series__measure", "series__force_area", "series__policing_area", "series__district", "archived_by"
        )  # fmt: skip

    @admin.display(description="Measure and area")
    def about(self, row: ArchivedProjection) -> str:
        return str(row.series)

    @admin.display(description="First month", ordering="first_month")
    def begins(self, row: ArchivedProjection) -> str:
        return f"{row.first_month:%B %Y}"

    @admin.display(description="How it was made")
    def how(self, row: ArchivedProjection) -> str:
        return Projection.from_dict(row.contents).sentence

    @admin.display(description="Months inside the band")
    def hits(self, row: ArchivedProjection) -> str | None:
        return None if row.score is None else f"{row.score['hits_80']} of {row.score['months']}"

    def facts(self, record: ArchivedProjection) -> Sequence[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [("Measure", link(record.series.measure)), ("From", self.begins(record))]
        if record.scored_at is None:
            return [*found, ("Score", "When the last month has come")]
        found.append(("Months inside the band", self.hits(record)))
        return [*found, ("Scored", nice_date(record.scored_at))]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        context["projected"] = _months(context["original"])
        return super().render_change_form(request, context, *args, **kwargs)


def _months(record: ArchivedProjection) -> list[MonthProjected]:
    """Each month that was projected, beside what is known of it today."""
    projection = Projection.from_dict(record.contents)
    came = months_since([record]).get(record.series_id, {})
    found = []
    for number, step in enumerate(projection.steps):
        month = month_after(record.first_month, number)
        value = came.get(month)
        found.append(
            MonthProjected(
                month=month,
                value=plain(step.value) or "",
                low=plain(step.low_80) or "",
                high=plain(step.high_80) or "",
                came=plain(value) or "Not yet",
                words=word(projection, step, value) if value is not None else "",
            )
        )
    return found
