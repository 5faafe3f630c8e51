"""The figures, to be looked up: what counts now, and what was published before."""

from typing import Any, ClassVar

from django.contrib import admin
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from opcc.core.quarters import Quarter
from opcc.web.admin.tags import tag
from opcc.web.words import nice_datetime
from performance.admin.shared import ScopedAdmin, link, plain
from performance.enums import ObservationStatus
from performance.models import Observation, QuarterFigure

MOST_COUNTED = 10_000
AREA = ("series__measure", "series__force_area", "series__policing_area", "series__district", "load")


class CappedPaginator(Paginator):  # type: ignore[type-arg]  # it takes no parameter at run time
    """Counts no further than a person pages: counting a million rows takes longer than showing fifty."""

    @cached_property
    def count(self) -> int:
        """How many rows there are, or that there are many."""
        assert isinstance(self.object_list, QuerySet)
        return int(self.object_list.order_by()[:MOST_COUNTED].count())


class Standing(admin.SimpleListFilter):
    """Figures that count, and those that a later load took the place of."""

    title = "standing"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("now", "In force"), ("before", "Superseded")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() in {"now", "before"}:
            return queryset.filter(superseded_by__isnull=self.value() == "now")
        return queryset


class _FigureAdmin(ScopedAdmin):
    """Read here and nowhere written: a load brings figures, and a later one takes their place."""

    read_only = True
    change_form_template = "admin/performance/figure.html"
    period: ClassVar[str]
    paginator = CappedPaginator
    list_select_related = AREA
    list_filter = (Standing, "status")
    search_fields = ("series__measure__name", "series__measure__code")
    search_help_text = "A measure’s name"
    raw_id_fields = ("series", "load", "superseded_by")

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related(*AREA, "superseded_by")

    def says(self, figure: Any) -> str:
        """The month or quarter, as a sentence says it."""
        raise NotImplementedError

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        figure = context.get("original")
        if figure is not None:
            context |= {"heading": f"{figure.series}, {self.says(figure)}", "published": self._published(figure)}
        return super().render_change_form(request, context, *args, **kwargs)

    def _published(self, figure: Any) -> list[dict[str, Any]]:
        """Every figure that there was for the series and period, the latest first. Two queries, each by its index."""
        same = {"series": figure.series_id, self.period: getattr(figure, self.period)}
        rows = self.model._default_manager.filter(**same).select_related("load__requested_by", "superseded_by")
        found = sorted(
            [*rows.filter(superseded_by=None), *rows.exclude(superseded_by=None)],
            key=lambda row: (row.load.requested_at, row.pk),
            reverse=True,
        )
        return [
            {
                "is_this": row.pk == figure.pk,
                "figure": link(row, self.value_shown(row)),
                "standing": self.standing(row),
                "when": nice_datetime(row.load.requested_at),
                "who": row.load.requested_by or "the console",
                "load": link(row.load),
                "line": row.line,
                "why": row.superseded_by.reason if row.superseded_by else "",
            }
            for row in found
        ]

    @admin.display(description="Measure and area", ordering="series")
    def about(self, figure: Any) -> str:
        """Both, because a figure is of the two."""
        return str(figure.series)

    @admin.display(description="Value")
    def value_shown(self, figure: Any) -> str:
        """The number, or why there is none."""
        return plain(figure.value) or f"Not available: {figure.note}"

    @admin.display(description="Standing")
    def standing(self, figure: Any) -> SafeString:
        """Whether it counts."""
        if figure.superseded_by_id is not None:
            return tag("Superseded", "draft")
        return tag(ObservationStatus(figure.status).label, "done" if figure.status == "value" else "due")

    @admin.display(description="Brought by")
    def brought_by(self, figure: Any) -> SafeString:
        """The load, leading to its page."""
        return link(figure.load)

    @admin.display(description="Superseded by")
    def replaced_by(self, figure: Any) -> SafeString | str:
        """The later load, and why."""
        later = figure.superseded_by
        return link(later, f"{later}: {later.reason}" if later.reason else str(later)) if later else "Nothing"


SHOWN = ("value_shown", "numerator", "denominator", "n", "status", "note", "source", "is_synthetic")


@admin.register(Observation)
class ObservationAdmin(_FigureAdmin):
    period = "month"
    list_display = ("about", "month", "value_shown", "standing", "brought_by")
    date_hierarchy = None
    ordering = ("-month", "series", "-pk")
    fields = ("about", "month", *SHOWN, "brought_by", "replaced_by")
    readonly_fields = ("about", "value_shown", "brought_by", "replaced_by")

    def says(self, figure: Any) -> str:
        return f"{figure.month:%B %Y}"


@admin.register(QuarterFigure)
class QuarterFigureAdmin(_FigureAdmin):
    period = "quarter_starts_on"
    list_display = ("about", "quarter_starts_on", "value_shown", "average", "standing", "brought_by")
    ordering = ("-quarter_starts_on", "series", "-pk")
    fields = ("about", "quarter_starts_on", "average", *SHOWN, "brought_by", "replaced_by")
    readonly_fields = ("about", "value_shown", "brought_by", "replaced_by")

    def says(self, figure: Any) -> str:
        return Quarter.containing(figure.quarter_starts_on).label
