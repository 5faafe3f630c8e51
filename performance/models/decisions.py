"""What happened to the recording of a measure, and decisions on where a new average begins."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from performance.enums import PhaseOrigin, PhaseState
from performance.models.measures import Measure, Series


@tracked()
class Annotation(Provenance):
    """A mark on charts from a month on: a new recording system, a changed definition. Without a measure, on all."""

    measure = models.ForeignKey(
        Measure, on_delete=models.CASCADE, null=True, blank=True, related_name="annotations", help_text="Empty: all."
    )
    month = models.DateField("from")
    label = models.CharField("on the chart", max_length=30, help_text="A few words: 'New recording system'.")
    text = models.CharField("what it means for the figures", max_length=500)
    suspends_comparison = models.BooleanField(
        "figures before and after cannot be compared",
        default=False,
        help_text="Changes across this month are printed with a warning.",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="performance_annotation_first_of_month",
                violation_error_message="A month is written as its first day.",
            ),
            models.UniqueConstraint(
                fields=["measure", "month", "label"],
                nulls_distinct=False,
                name="performance_annotation_once",
                violation_error_message="There is a note like this for that month.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}, {self.month:%B %Y}"


@tracked()
class PhaseChange(models.Model):
    """Where a new average begins: proposed by a run on one side of the mean, or decided on an annotation."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="phase_changes")
    origin = models.CharField(max_length=12, choices=PhaseOrigin)
    annotation = models.ForeignKey(
        Annotation, on_delete=models.PROTECT, null=True, blank=True, related_name="phase_changes"
    )
    effective_from = models.DateField("new average from")
    detected_on = models.DateField("seen in the figures of")
    old_mean = models.DecimalField("average before", max_digits=14, decimal_places=4, null=True, blank=True)
    new_mean = models.DecimalField("average after", max_digits=14, decimal_places=4, null=True, blank=True)
    state = models.CharField(max_length=10, choices=PhaseState, default=PhaseState.PROPOSED)
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "change of average"
        verbose_name_plural = "changes of average"
        constraints = [
            models.UniqueConstraint(
                fields=["series", "effective_from"],
                name="performance_phasechange_once",
                violation_error_message="A new average begins in that month already.",
            ),
            models.CheckConstraint(
                condition=Q(effective_from__day=1, detected_on__day=1),
                name="performance_phasechange_first_of_month",
                violation_error_message="A month is written as its first day.",
            ),
            models.CheckConstraint(
                condition=Q(origin="annotation", annotation__isnull=False) | Q(origin="run", annotation=None),
                name="performance_phasechange_has_cause",
                violation_error_message="A change that rests on a note names the note.",
            ),
            models.CheckConstraint(
                condition=Q(state="proposed", decided_at=None, decided_by=None, reason="")
                | (~Q(state="proposed") & Q(decided_at__isnull=False) & ~Q(reason="")),
                name="performance_phasechange_decision_all_or_none",
                violation_error_message="A decision has its time and its reason.",
            ),
            models.CheckConstraint(
                condition=Q(origin="run") | Q(state="confirmed"),
                name="performance_phasechange_annotation_decided",
                violation_error_message="A note starts a new average only by a decision.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}: new average from {self.effective_from:%B %Y}"
