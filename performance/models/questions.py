"""What the office asks the Chief Constable about a measure, and the answer."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from performance.enums import QuestionState, SignalKind
from performance.models.measures import Series
from performance.querysets import QuestionQuerySet


@tracked()
class ForceQuestion(Provenance):
    """One question and its answer. Each has its own restriction: the pair stands in public only if neither is."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=20, unique=True, editable=False)
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="questions", verbose_name="measure")
    quarter_starts_on = models.DateField("quarter from")
    signal = models.CharField("about the signal", max_length=15, choices=SignalKind, blank=True)
    signal_month = models.DateField("signal in", null=True, blank=True)
    question = models.TextField(max_length=2000)
    question_is_restricted = models.BooleanField("the question is restricted", default=False)
    due_on = models.DateField("answer needed by", null=True, blank=True)
    state = models.CharField(max_length=10, choices=QuestionState, default=QuestionState.DRAFT)
    asked_at = models.DateTimeField(null=True, blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answer = models.TextField(max_length=4000, blank=True)
    answer_is_restricted = models.BooleanField(
        "the answer is restricted", null=True, blank=True, help_text="Until somebody decides, it is kept restricted."
    )
    answered_for = models.CharField("answered by", max_length=150, blank=True, help_text="A post at the force.")
    answered_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_note = models.CharField("outcome", max_length=500, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "question to the force"
        verbose_name_plural = "questions to the force"
        constraints = [
            models.CheckConstraint(
                condition=Q(quarter_starts_on__day=1, quarter_starts_on__month__in=[1, 4, 7, 10]),
                name="performance_question_first_day",
                violation_error_message="A quarter starts on 1 January, April, July or October.",
            ),
            models.CheckConstraint(
                condition=Q(signal="", signal_month=None) | (~Q(signal="") & Q(signal_month__isnull=False)),
                name="performance_question_signal_has_month",
                violation_error_message="A signal has its month.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", asked_at=None, due_on=None)
                | (~Q(state="draft") & Q(asked_at__isnull=False, due_on__isnull=False)),
                name="performance_question_asked_has_time",
                violation_error_message="A question that was asked has its time and the day an answer is needed.",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_on=None, answer_is_restricted=None, answered_for="")
                | (
                    ~Q(answer="")
                    & ~Q(answered_for="")
                    & Q(answered_on__isnull=False, answer_is_restricted__isnull=False)
                ),
                name="performance_question_answer_all_or_none",
                violation_error_message="An answer has its day, who gave it, and whether it is restricted.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["draft", "asked"], answer="")
                | (Q(state="answered") & ~Q(answer=""))
                | Q(state="closed"),
                name="performance_question_answered_has_answer",
                violation_error_message="An answered question has its answer.",
            ),
            models.CheckConstraint(
                condition=(Q(state="closed", closed_at__isnull=False) & ~Q(closed_note=""))
                | (~Q(state="closed") & Q(closed_at=None, closed_by=None, closed_note="")),
                name="performance_question_closed_all_or_none",
                violation_error_message="A closed question has its time and outcome.",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_restricted(self) -> bool:
        """Whether the pair is left out of everything the public can read."""
        return self.question_is_restricted or bool(self.answer_is_restricted) or self.series.measure.is_restricted
