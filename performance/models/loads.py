"""Files of figures: who loaded what, when, and what was wrong with it."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from opcc.core.audit import tracked
from performance.enums import LoadKind, LoadState, Severity
from performance.models.keys import LOAD_LOOKUPS, stays_while_figures_name_it
from performance.querysets import LoadQuerySet


@tracked(exclude=("lease_until", "nudged_at", "progress_text"))
class Load(models.Model):
    """One file, loaded whole or not at all. The row is the queue of record for its background work."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=15, choices=LoadKind, default=LoadKind.OBSERVATIONS)
    file_name = models.CharField("file", max_length=200)
    file = models.FileField("kept copy", upload_to="performance/loads/", blank=True)
    lookup_file = models.FileField(
        "LSOAs and their districts", upload_to="performance/loads/", blank=True, help_text="For street-level data only."
    )
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField("bytes")
    is_synthetic = models.BooleanField("invented for the sample", default=False, editable=False)
    replaces = models.BooleanField(
        "put in place of figures that differ",
        default=False,
        help_text="Without this a file that would change a figure is refused.",
    )
    reason = models.CharField("why figures are replaced", max_length=250, blank=True)
    state = models.CharField(max_length=10, choices=LoadState, default=LoadState.QUEUED)
    rows = models.PositiveIntegerField(null=True, blank=True)
    created = models.PositiveIntegerField("new figures", default=0)
    superseded = models.PositiveIntegerField("figures replaced", default=0)
    unchanged = models.PositiveIntegerField("figures already here", default=0)
    error_count = models.PositiveIntegerField("errors", default=0)
    difference_count = models.PositiveIntegerField("of these, figures that would change", default=0)
    warning_count = models.PositiveIntegerField("warnings", default=0)
    failure = models.CharField("why it failed", max_length=1000, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True, blank=True)
    nudged_at = models.DateTimeField(null=True, blank=True)
    progress_text = models.CharField(max_length=150, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="loaded by",
    )
    requested_at = models.DateTimeField("asked for")
    finished_at = models.DateTimeField("finished", null=True, blank=True)

    objects = LoadQuerySet.as_manager()

    class Meta:
        verbose_name = "load of figures"
        verbose_name_plural = "loads of figures"
        triggers = [stays_while_figures_name_it("load", LOAD_LOOKUPS)]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "sha256"],
                condition=Q(state="loaded", replaces=False),  # on purpose, a file may be put in place again
                name="performance_load_file_once",
                violation_error_message="This very file is loaded already.",
            ),
            models.CheckConstraint(
                condition=Q(replaces=False, reason="") | (Q(replaces=True) & ~Q(reason="")),
                name="performance_load_replacing_has_reason",
                violation_error_message="Say why figures are replaced, if and only if they are.",
            ),
            models.CheckConstraint(
                condition=(Q(state="failed") & ~Q(failure="")) | (~Q(state="failed") & Q(failure="")),
                name="performance_load_failure_has_reason",
                violation_error_message="A failed load has its reason, and no other has.",
            ),
            models.CheckConstraint(
                condition=Q(state="refused", error_count__gt=0) | (~Q(state="refused") & Q(error_count=0)),
                name="performance_load_refused_for_errors",
                violation_error_message="A load is refused for its errors, and only then has any.",
            ),
            models.CheckConstraint(
                condition=Q(difference_count__lte=F("error_count")),
                name="performance_load_differences_are_errors",
                violation_error_message="Figures that would change are among the errors.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["loaded", "refused", "failed"], finished_at__isnull=False)
                | Q(state__in=["queued", "loading"], finished_at=None),
                name="performance_load_finished_has_time",
                violation_error_message="A finished load has the time it ended.",
            ),
            models.CheckConstraint(
                condition=(Q(state="loading") & Q(lease_until__isnull=False))
                | (~Q(state="loading") & Q(lease_until=None)),
                name="performance_load_lease_while_loading",
                violation_error_message="A load has a lease while it runs, and only then.",
            ),
            models.CheckConstraint(
                condition=Q(state="loaded") | Q(created=0, superseded=0, unchanged=0),
                name="performance_load_counts_when_loaded",
                violation_error_message="Only a finished load has figures.",
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(finished_at__gte=F("requested_at")),
                name="performance_load_ends_after_start",
                violation_error_message="A load ends after it was asked for.",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class LoadProblem(models.Model):
    """One thing wrong in a file: an error, which stops the load, or a warning, which is kept and shown."""

    load = models.ForeignKey(Load, on_delete=models.CASCADE, related_name="problems")
    severity = models.CharField(max_length=10, choices=Severity)
    line = models.PositiveIntegerField(null=True, blank=True, help_text="Of the file; the heading is line 1.")
    column = models.CharField(max_length=60, blank=True)
    found = models.CharField("what was there", max_length=200, blank=True)
    message = models.CharField(max_length=500)
    series = models.ForeignKey(
        "performance.Series", on_delete=models.CASCADE, null=True, blank=True, related_name="problems"
    )
    month = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "problem of a load"
        verbose_name_plural = "problems of loads"

    def __str__(self) -> str:
        return f"Line {self.line}: {self.message}" if self.line else self.message
