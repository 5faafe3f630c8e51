"""Projections as they were published, kept to be scored against what came."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from performance.models.measures import Series


@tracked()
class ArchivedProjection(models.Model):
    """One projection of one series, frozen when its report was approved; the score is added when the months are in."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="projections")
    first_month = models.DateField("first month projected")
    months = models.PositiveSmallIntegerField()
    published_in = models.CharField("published in", max_length=100)
    contents = models.JSONField()
    archived_at = models.DateTimeField()
    archived_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    score = models.JSONField(null=True, blank=True)
    scored_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = "projection"
        constraints = [
            models.UniqueConstraint(
                fields=["series", "first_month", "months", "published_in"],
                name="performance_projection_once",
                violation_error_message="This projection is kept already.",
            ),
            models.CheckConstraint(
                condition=Q(first_month__day=1),
                name="performance_projection_first_of_month",
                violation_error_message="A month is written as its first day.",
            ),
            models.CheckConstraint(
                condition=Q(months__gte=1, months__lte=12),
                name="performance_projection_reach",
                violation_error_message="A projection reaches 1 to 12 months ahead.",
            ),
            models.CheckConstraint(
                condition=Q(score=None, scored_at=None) | Q(score__isnull=False, scored_at__isnull=False),
                name="performance_projection_score_all_or_none",
                violation_error_message="A score has the time it was worked out.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.months} months from {self.first_month:%B %Y}"
