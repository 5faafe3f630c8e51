"""What the office says about a measure in a quarter, bound to the figures it speaks of."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from performance.enums import CommentaryState, InclusionChoice
from performance.models.measures import Measure


@tracked()
class Commentary(Provenance):
    """The words of one quarter: a line for the summary and paragraphs for the section.

    Figures stand in them as placeholders, '{{ value }}', and are put in when a page or a report is made, so that a
    revised figure changes the sentence too.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="commentaries")
    quarter_starts_on = models.DateField("quarter from")
    summary = models.CharField("line in the summary", max_length=300, blank=True)
    text = models.TextField("commentary", max_length=4000, blank=True)
    restricted_text = models.TextField(
        "commentary for the restricted edition",
        max_length=4000,
        blank=True,
        help_text="Printed after the commentary, in the restricted edition only.",
    )
    inclusion = models.CharField(
        "in this quarter's report", max_length=10, choices=InclusionChoice, default=InclusionChoice.BY_RULE
    )
    reason = models.CharField(
        "why it is included or left out", max_length=250, blank=True, help_text="Printed in the summary when left out."
    )
    state = models.CharField(max_length=10, choices=CommentaryState, default=CommentaryState.DRAFT)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "commentaries"
        constraints = [
            models.UniqueConstraint(
                fields=["measure", "quarter_starts_on"],
                name="performance_commentary_once",
                violation_error_message="This measure has a commentary for that quarter. Change that one.",
            ),
            models.CheckConstraint(
                condition=Q(quarter_starts_on__day=1, quarter_starts_on__month__in=[1, 4, 7, 10]),
                name="performance_commentary_first_day",
                violation_error_message="A quarter starts on 1 January, April, July or October.",
            ),
            models.CheckConstraint(
                condition=Q(inclusion="by_rule", reason="") | (~Q(inclusion="by_rule") & ~Q(reason="")),
                name="performance_commentary_choice_has_reason",
                violation_error_message="Say why, if and only if you depart from the measure's rule.",
            ),
            models.CheckConstraint(
                condition=Q(state="published", published_at__isnull=False)
                | Q(state="draft", published_at=None, published_by=None),
                name="performance_commentary_published_has_time",
                violation_error_message="A published commentary has the time it was published.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, quarter from {self.quarter_starts_on:%B %Y}"
