"""The figures themselves: by month, by quarter as the force states them, and what is worked out from them.

Figures are never changed: a later one supersedes an earlier one, which stays with the load that brought it. That is
their history, so they need no history table, which would treble the time of a large load (ADR 0011).
"""

import pgtrigger
from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models import F, Q

from performance.enums import ObservationStatus
from performance.models.keys import figures_name_what_exists
from performance.models.loads import Load
from performance.models.measures import Series
from performance.querysets import ObservationQuerySet, QuarterFigureQuerySet, SummaryQuerySet

# Of a figure only the load that superseded it may ever be written, and only once.
FIXED_BUT_SUPERSEDED = """
IF TG_OP = 'DELETE' OR OLD.superseded_by_id IS NOT NULL
    OR (to_jsonb(NEW) - 'superseded_by_id') <> (to_jsonb(OLD) - 'superseded_by_id')
THEN
    RAISE EXCEPTION 'A figure is never changed. Load the right one, which takes its place.'
        USING ERRCODE = 'restrict_violation';
END IF;
RETURN NEW;
"""


def fixed_but_superseded() -> pgtrigger.Trigger:
    """The trigger of both tables of figures."""
    return pgtrigger.Trigger(
        name="fixed_but_superseded",
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        func=FIXED_BUT_SUPERSEDED,
    )


class _Figure(models.Model):
    """What both kinds of figure share. `n` is how many people were asked, `line` that of the file; NULL is unknown."""

    status = models.CharField(max_length=15, choices=ObservationStatus, default=ObservationStatus.VALUE)
    value = models.DecimalField(max_digits=14, decimal_places=4, null=True, blank=True)
    numerator = models.PositiveIntegerField(null=True, blank=True)
    denominator = models.PositiveIntegerField(null=True, blank=True)
    n = models.PositiveIntegerField("people asked", null=True, blank=True)
    note = models.CharField("because, or a remark", max_length=250, blank=True)
    source = models.CharField(max_length=200, blank=True)
    is_synthetic = models.BooleanField("invented for the sample", default=False)
    line = models.PositiveIntegerField("line of the file", null=True, blank=True)

    class Meta:
        abstract = True


class Observation(_Figure):
    """One month of one series. The row that nothing superseded is the one that counts.

    Triggers hold its foreign keys, a statement at a time: see `performance.models.keys`.
    """

    series = models.ForeignKey(
        Series, on_delete=models.PROTECT, related_name="observations", db_index=False, db_constraint=False
    )
    month = models.DateField(help_text="The first day of the month.")
    load = models.ForeignKey(
        Load, on_delete=models.PROTECT, related_name="observations", db_index=False, db_constraint=False
    )
    superseded_by = models.ForeignKey(
        Load,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_observations",
        db_index=False,
        db_constraint=False,
    )

    objects = ObservationQuerySet.as_manager()

    class Meta:
        triggers = [fixed_but_superseded(), *figures_name_what_exists()]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "month"],
                condition=Q(superseded_by=None),
                include=["value"],
                name="performance_observation_one_current",
                violation_error_message="There is a figure for that month.",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="performance_observation_first_of_month",
                violation_error_message="A month is written as its first day.",
            ),
            models.CheckConstraint(
                condition=(Q(status="not_available", value=None) & ~Q(note=""))
                | (~Q(status="not_available") & Q(value__isnull=False)),
                name="performance_observation_value_or_reason",
                violation_error_message="Give the value, or say why it is not available.",
            ),
            models.CheckConstraint(
                condition=Q(numerator=None) | Q(denominator=None) | Q(denominator__gte=F("numerator")),
                name="performance_observation_numerator_within",
                violation_error_message="The numerator is not more than the denominator.",
            ),
        ]
        indexes = [
            BrinIndex(fields=["load"], name="performance_obs_load"),
            models.Index(
                fields=["superseded_by"], condition=Q(superseded_by__isnull=False), name="performance_obs_superseded"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.month:%B %Y}"


class QuarterFigure(_Figure):
    """What the force states for a whole quarter, beside or instead of its months."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="quarter_figures", db_index=False)
    quarter_starts_on = models.DateField("quarter from")
    average = models.DecimalField(
        "the force's own quarter average", max_digits=14, decimal_places=4, null=True, blank=True
    )
    load = models.ForeignKey(Load, on_delete=models.PROTECT, related_name="quarter_figures")
    superseded_by = models.ForeignKey(
        Load, on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_quarter_figures"
    )

    objects = QuarterFigureQuerySet.as_manager()

    class Meta:
        triggers = [fixed_but_superseded()]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "quarter_starts_on"],
                condition=Q(superseded_by=None),
                name="performance_quarterfigure_one_current",
                violation_error_message="There is a figure for that quarter.",
            ),
            models.CheckConstraint(
                condition=Q(quarter_starts_on__day=1, quarter_starts_on__month__in=[1, 4, 7, 10]),
                name="performance_quarterfigure_first_day",
                violation_error_message="A quarter starts on 1 January, April, July or October.",
            ),
            models.CheckConstraint(
                condition=(Q(status="not_available", value=None) & ~Q(note=""))
                | (~Q(status="not_available") & (Q(value__isnull=False) | Q(average__isnull=False))),
                name="performance_quarterfigure_value_or_reason",
                violation_error_message="Give the value, or say why it is not available.",
            ),
            models.CheckConstraint(
                condition=Q(numerator=None) | Q(denominator=None) | Q(denominator__gte=F("numerator")),
                name="performance_quarterfigure_numerator_within",
                violation_error_message="The numerator is not more than the denominator.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, quarter from {self.quarter_starts_on:%B %Y}"


class QuarterSummary(models.Model):
    """What a page shows of a series in a quarter, worked out after each load so that reading is quick.

    It can be thrown away and made again at any time: `performance.operations.refresh_summaries`.
    """

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="summaries", db_index=False)
    quarter_starts_on = models.DateField()
    has_value = models.BooleanField(default=False)
    is_tested = models.BooleanField(default=False)
    has_signal = models.BooleanField(default=False)
    contents = models.JSONField()
    made_at = models.DateTimeField()

    objects = SummaryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "quarter summaries"
        constraints = [
            models.UniqueConstraint(fields=["quarter_starts_on", "series"], name="performance_summary_once"),
            models.CheckConstraint(
                condition=Q(is_tested=True) | Q(has_signal=False), name="performance_summary_signal_if_tested"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, quarter from {self.quarter_starts_on:%B %Y}"
