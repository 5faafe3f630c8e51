"""Marks on charts, and decisions on where a new average begins."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from opcc.accounts.permissions import person
from opcc.documents.figures import rounded
from opcc.web.admin import StateButton
from opcc.web.admin.tags import tag
from performance import operations
from performance.admin.shared import ScopedAdmin, SettingAdmin, chart_of, cleared, link, plain
from performance.comparison import mean_places
from performance.enums import MeasureUnit, PhaseOrigin, PhaseState
from performance.forms.decisions import BeginAnewForm, DecisionForm
from performance.models import Annotation, PhaseChange
from performance.permissions import DECIDE
from performance.queries.new_averages import series_to_begin_anew

COLOURS = {PhaseState.PROPOSED: "due", PhaseState.CONFIRMED: "done", PhaseState.DECLINED: "draft"}
WHAT_ENDS = "The chart goes back to what it was without it; both decisions stay in the history."


@admin.register(Annotation)
class AnnotationAdmin(SettingAdmin):
    """What happened to the recording, as charts mark it; one without a measure stands on all."""

    to_measure = "measure__"
    list_display = ("label", "from_month", "of", "suspends_comparison")
    list_select_related = ("measure",)
    list_filter = ("suspends_comparison",)
    search_fields = ("label", "text", "measure__name")
    ordering = ("-month", "label", "pk")
    autocomplete_fields = ("measure",)
    fieldsets = (
        ("Where it stands", {"fields": ("measure", "month", "label")}),
        ("What it means", {"fields": ("text", "suspends_comparison", "source")}),
    )
    state_buttons = (
        StateButton(
            name="begin",
            label="Start a new average here",
            run="begin",
            permission=DECIDE,
            form=BeginAnewForm,
            does="The chart of each area chosen has a new average and new limits from this month on. Earlier reports "
            "keep theirs.",
        ),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("measure")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Of which measure it speaks stays as it was."""
        return ("measure",) if obj is not None else ()

    @admin.display(description="From", ordering="month")
    def from_month(self, annotation: Annotation) -> str:
        return f"{annotation.month:%B %Y}"

    @admin.display(description="Measure", ordering="measure__name")
    def of(self, annotation: Annotation) -> str:
        return str(annotation.measure or "Every measure")

    def facts(self, record: Annotation) -> Sequence[tuple[str, Any]]:
        begun = PhaseChange.objects.filter(annotation=record).count()
        return (("From", self.from_month(record)), ("On the charts of", self.of(record)), ("New averages here", begun))

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        """Where a new average may begin depends on the note."""
        series = series_to_begin_anew(record, include_restricted=cleared(request))
        return BeginAnewForm(said, prefix=button.name, series=series)

    def begin(self, request: HttpRequest, record: Annotation, answers: dict[str, Any]) -> str:
        begun = operations.start_phases_at_annotation(
            series=answers["where"],
            annotation=record,
            reason=answers["reason"],
            by=person(request),
            at=timezone.now(),
        )
        return f"New averages from {self.from_month(record)}: {len(begun)}. The charts follow within a minute."


@admin.register(PhaseChange)
class PhaseChangeAdmin(ScopedAdmin):
    """Averages that may have moved: proposed by the charts, decided here, never by the software alone."""

    read_only = True
    list_display = ("series", "begins", "moved", "stands", "decided_by")
    list_filter = ("state", "origin", "series__measure__group")
    search_fields = ("series__measure__name", "reason")
    ordering = ("-effective_from", "series__measure__name", "pk")
    fieldsets = (
        ("What the chart shows", {"fields": ("of", "begins", "seen_in", "moved", "cause")}),
        ("The decision", {"fields": ("state", "reason", "decided_by", "decided_at")}),
    )
    export_columns = (
        ("Measure", "series.measure.name"),
        ("Area", "series.area_name"),
        ("New average from", "effective_from"),
        ("Seen in the figures of", "detected_on"),
        ("Average before", "old_mean"),
        ("Average after", "new_mean"),
        ("Cause", "get_origin_display"),
        ("State", "get_state_display"),
        ("Why", "reason"),
        ("Decided", "decided_at"),
    )
    state_buttons = (
        StateButton(
            name="confirm", label="Confirm the new average", run="confirm", permission=DECIDE, form=DecisionForm,
            primary=True, when=lambda record: record.state == PhaseState.PROPOSED, effects="what_moved",
            does="The average did move:",
        ),
        StateButton(
            name="decline", label="Keep the old average", run="decline", permission=DECIDE, form=DecisionForm,
            when=lambda record: record.state == PhaseState.PROPOSED,
            does="It did not move: the chart goes on with the earlier average and limits.",
        ),
        StateButton(
            name="take-back", label="Take the decision back", run="take_back", permission=DECIDE, form=DecisionForm,
            when=lambda record: record.state != PhaseState.PROPOSED, does=WHAT_ENDS,
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related(
            "series__measure", "series__force_area", "series__policing_area", "series__district",
            "annotation", "decided_by",
        )  # fmt: skip

    @admin.display(description="Measure and area")
    def of(self, change: PhaseChange) -> str:
        return str(change.series)

    @admin.display(description="Cause")
    def cause(self, change: PhaseChange) -> str:
        return link(change.annotation) if change.annotation else change.get_origin_display()

    @admin.display(description="New average from", ordering="effective_from")
    def begins(self, change: PhaseChange) -> str:
        return f"{change.effective_from:%B %Y}"

    @admin.display(description="Seen in the figures of", ordering="detected_on")
    def seen_in(self, change: PhaseChange) -> str:
        return f"{change.detected_on:%B %Y}"

    @admin.display(description="Monthly average", ordering="new_mean")
    def moved(self, change: PhaseChange) -> str | None:
        return _from_to(change)

    @admin.display(description="State", ordering="state")
    def stands(self, change: PhaseChange) -> SafeString:
        state = PhaseState(change.state)
        return tag("To decide" if state is PhaseState.PROPOSED else state.label, COLOURS[state])

    def facts(self, record: PhaseChange) -> Sequence[tuple[str, Any]]:
        return (
            ("State", self.stands(record)),
            ("Measure", link(record.series.measure)),
            ("From", self.begins(record)),
            ("Monthly average", _from_to(record) or "Follows from the figures"),
            ("Look at", chart_of(record.series.measure, area=record.series.area.code)),
        )

    def what_moved(self, record: PhaseChange) -> list[str]:
        """Both averages, and from when."""
        return [
            f"from {self.begins(record)} on the chart has its new average and limits",
            f"monthly average: {_from_to(record)}",
        ]

    def confirm(self, request: HttpRequest, record: PhaseChange, answers: dict[str, Any]) -> str:
        operations.confirm_phase_change(change=record, **answers, by=person(request), at=timezone.now())
        return f"The new average from {self.begins(record)} is confirmed."

    def decline(self, request: HttpRequest, record: PhaseChange, answers: dict[str, Any]) -> str:
        operations.decline_phase_change(change=record, **answers, by=person(request), at=timezone.now())
        return "The old average is kept. The chart follows within a minute."

    def take_back(self, request: HttpRequest, record: PhaseChange, answers: dict[str, Any]) -> str:
        operations.take_back_decision(change=record, **answers, by=person(request), at=timezone.now())
        if record.origin == PhaseOrigin.ANNOTATION:
            record.pk = None  # it rested on the decision, and is gone with it
        return "The decision is taken back. The chart follows within a minute."

    def address_of(self, record: Any) -> str:
        """The list, for one that is gone with its decision."""
        return reverse("admin:performance_phasechange_changelist") if record.pk is None else super().address_of(record)


def _from_to(change: PhaseChange) -> str | None:
    """'20 to 33'; None for one that rests on a note."""
    if change.old_mean is None or change.new_mean is None:
        return None
    places = mean_places(change.old_mean, change.new_mean) if change.series.measure.unit == MeasureUnit.COUNT else 1
    return f"{plain(rounded(change.old_mean, places))} to {plain(rounded(change.new_mean, places))}"
