"""Recommendations of the Panel: the Commissioner's response and the Panel's verdict."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import AnswerKind, Opinion, Recipient, RecommendationState
from panel.models.agenda import AgendaItem, Resolution
from panel.models.appending import append_only, fixed, never_deleted
from panel.models.indexes import words_index
from panel.models.letters import PanelLetter
from panel.models.refusing import refuse_if, steps
from panel.querysets import RecommendationQuerySet, VerdictQuerySet


@tracked()
class Recommendation(Provenance):
    """What the Panel recommends or requests, from the resolution to the day on which the Panel is satisfied.

    It is open or exempt as its resolution is. Its words are those of the resolution on the day it was made.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField("number", max_length=10, unique=True, editable=False)
    resolution = models.OneToOneField(Resolution, on_delete=models.PROTECT, related_name="recommendation")
    title = models.CharField("short title", max_length=150)
    text = models.TextField("as resolved", editable=False)
    to = models.CharField("recipient", max_length=20, choices=Recipient, default=Recipient.COMMISSIONER)
    to_other = models.CharField(
        "to whom", max_length=150, blank=True, help_text="A body or a post, where it goes to somebody else."
    )
    lead = models.CharField(max_length=150, blank=True, help_text="A post: Chief executive.")
    due_on = models.DateField("response due", null=True, blank=True)
    update_on = models.DateField("back to the Panel on", null=True, blank=True)
    state = models.CharField(max_length=12, choices=RecommendationState, default=RecommendationState.MADE)
    letter = models.ForeignKey(
        PanelLetter, on_delete=models.PROTECT, null=True, blank=True, related_name="recommendations"
    )
    letter_number = models.PositiveSmallIntegerField("number in the letter", null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    withdrawn_reason = models.CharField("why it was withdrawn", max_length=500, blank=True)

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(reference__regex=r"^[0-9]{4}/[0-9]{2,}$"),
                name="panel_recommendation_reference",
                violation_error_message="A recommendation is numbered by year, as 2018/03.",
            ),
            models.CheckConstraint(
                condition=(Q(to="other") & ~Q(to_other="")) | (~Q(to="other") & Q(to_other="")),
                name="panel_recommendation_to_whom",
                violation_error_message="Say to whom it goes if, and only if, that is somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(letter=None, letter_number=None) | Q(letter__isnull=False, letter_number__gte=1),
                name="panel_recommendation_letter_has_number",
                violation_error_message="A recommendation in a letter has its number there, from 1.",
            ),
            models.UniqueConstraint(
                fields=["letter", "letter_number"],
                deferrable=models.Deferrable.DEFERRED,
                name="panel_recommendation_letter_number_once",
                violation_error_message="Another recommendation has this number in the letter.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["closed", "withdrawn"], closed_on__isnull=False)
                | (~Q(state__in=["closed", "withdrawn"]) & Q(closed_on=None)),
                name="panel_recommendation_ended_has_day",
                violation_error_message="A recommendation has the day on which it ended if, and only if, it ended.",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn") & ~Q(withdrawn_reason=""))
                | (~Q(state="withdrawn") & Q(withdrawn_reason="")),
                name="panel_recommendation_withdrawn_has_reason",
                violation_error_message="Give the reason if, and only if, the recommendation is withdrawn.",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "due_on"], name="panel_recommendation_due"),
            words_index("title", "text", name="panel_recommendation_words"),
        ]
        triggers = [
            never_deleted("recommendations"),
            fixed("a recommendation keeps its number, resolution and words", "reference", "resolution", "text"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def year(self) -> int:
        return int(self.reference[:4])

    @property
    def recipient(self) -> str:
        """'The Commissioner', or whoever else it is."""
        return self.to_other or self.get_to_display()

    @property
    def is_exempt(self) -> bool:
        """Exempt as its resolution is, or as the item on which it was passed is."""
        return self.resolution.is_exempt


@tracked()
class RecommendationResponse(Provenance):
    """What was answered to one recommendation."""

    recommendation = models.OneToOneField(Recommendation, on_delete=models.PROTECT, related_name="response")
    answer = models.CharField(max_length=10, choices=AnswerKind)
    part = models.CharField("which part is accepted", max_length=500, blank=True)
    reason = models.CharField("why it is rejected", max_length=1000, blank=True)
    text = models.TextField("the response")
    given_on = models.DateField("date of the response")
    published_url = models.URLField("where it is published", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "response to a recommendation"
        verbose_name_plural = "responses to recommendations"
        indexes = [words_index("text", "reason", "part", name="panel_response_words")]
        constraints = [
            models.CheckConstraint(
                condition=(Q(answer="in_part") & ~Q(part="")) | (~Q(answer="in_part") & Q(part="")),
                name="panel_response_part",
                violation_error_message="Say which part is accepted if, and only if, a part is.",
            ),
            models.CheckConstraint(
                condition=(Q(answer="rejected") & ~Q(reason="")) | (~Q(answer="rejected") & Q(reason="")),
                name="panel_response_rejected_has_reason",
                violation_error_message="Give the reason if, and only if, the recommendation is rejected.",
            ),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="panel_response_has_text",
                violation_error_message="Enter the response.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_answer_display()}, {self.given_on:%-d %B %Y}"


@tracked()
class PanelVerdict(Provenance):
    """What the Panel said of a recommendation at a meeting. Never changed and never deleted."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="verdicts")
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="verdicts", verbose_name="given under")
    opinion = models.CharField("the Panel is", max_length=15, choices=Opinion)
    note = models.CharField("what the Panel said", max_length=1000, blank=True)
    update_on = models.DateField("back to the Panel on", null=True, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    objects = VerdictQuerySet.as_manager()

    class Meta:
        verbose_name = "verdict of the Panel"
        verbose_name_plural = "verdicts of the Panel"
        constraints = [
            models.UniqueConstraint(
                fields=["recommendation", "item"],
                name="panel_verdict_once_an_item",
                violation_error_message="The Panel's verdict under this item is recorded.",
            ),
            models.CheckConstraint(
                condition=Q(opinion="satisfied", update_on=None)
                | (~Q(opinion="satisfied") & Q(update_on__isnull=False)),
                name="panel_verdict_comes_back",
                violation_error_message="Give the day on which the Panel hears again, unless it is satisfied.",
            ),
        ]
        triggers = [
            append_only("verdicts"),
            pgtrigger.Trigger(
                name="open_on_what_is_open",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func=steps(
                    refuse_if(
                        """EXISTS (
                            SELECT 1 FROM panel_agendaitem item
                            LEFT JOIN panel_agendaitem above ON above.id = item.parent_id
                            WHERE item.id = NEW.item_id AND COALESCE(item.exemption_id, above.exemption_id) IS NOT NULL
                        ) AND EXISTS (
                            SELECT 1 FROM panel_recommendation made
                            JOIN panel_resolution passed ON passed.id = made.resolution_id
                            JOIN panel_agendaitem item ON item.id = passed.item_id
                            LEFT JOIN panel_agendaitem above ON above.id = item.parent_id
                            WHERE made.id = NEW.recommendation_id
                            AND COALESCE(passed.exemption_id, item.exemption_id, above.exemption_id) IS NULL
                        )""",
                        "a verdict on an open recommendation is given under an open item",
                    ),
                    "RETURN NEW;",
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.get_opinion_display())
