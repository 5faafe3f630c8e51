"""What the public asks the Panel."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import AnswerManner, AskedState, Channel, RefusalGround
from panel.models.meetings import PanelMeeting
from panel.querysets import PublicQuestionQuerySet


@tracked()
class PublicQuestion(Provenance):
    """A question of the public for a meeting of the Panel, in the order in which it was received."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField("number", max_length=20, unique=True, editable=False)
    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="public_questions")
    channel = models.CharField("how it came", max_length=10, choices=Channel)
    name = models.CharField("name", max_length=150)
    organisation = models.CharField(max_length=150, blank=True, help_text="If they ask for one.")
    email = models.EmailField("e-mail address", blank=True)
    questioner = models.CharField(max_length=254, editable=False)
    nth = models.PositiveSmallIntegerField("which of the person's questions", editable=False)
    text = models.TextField("question")
    speaks = models.BooleanField("wants to put it at the meeting", default=True)
    may_be_named = models.BooleanField("agrees that the name is published", default=False)
    received_at = models.DateTimeField("received")
    late_reason = models.CharField(
        "why the chair takes it late", max_length=500, blank=True, help_text="Of a question received after the day."
    )
    state = models.CharField(max_length=10, choices=AskedState, default=AskedState.RECEIVED)
    decided_at = models.DateTimeField("decided", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    ground = models.CharField("why it was not accepted", max_length=20, choices=RefusalGround, blank=True)
    reason = models.CharField("reason given to the person", max_length=500, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(
        "who answered", max_length=150, blank=True, help_text="A post: the Commissioner, the Chair."
    )
    manner = models.CharField("how it was answered", max_length=12, choices=AnswerManner, blank=True)
    answered_on = models.DateField("answered on", null=True, blank=True)

    objects = PublicQuestionQuerySet.as_manager()

    class Meta:
        verbose_name = "public question"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "questioner", "nth"],
                condition=Q(state__in=["received", "accepted", "answered"]),
                name="panel_question_nth_once",
                violation_error_message="Another question of this person was recorded a moment ago.",
            ),
            models.CheckConstraint(
                condition=Q(nth__gte=1) & ~Q(questioner=""),
                name="panel_question_counted",
                violation_error_message="A question counts for its questioner, from 1.",
            ),
            models.CheckConstraint(
                condition=~Q(channel="web") | ~Q(email=""),
                name="panel_question_web_has_email",
                violation_error_message="A question from the website has an e-mail address.",
            ),
            models.CheckConstraint(
                condition=(Q(state="received") & Q(decided_at=None))
                | (~Q(state="received") & Q(decided_at__isnull=False)),
                name="panel_question_decided_has_time",
                violation_error_message="Give the time of the decision if, and only if, there is one.",
            ),
            models.CheckConstraint(
                condition=(Q(state="refused") & ~Q(ground="") & ~Q(reason="")) | (~Q(state="refused") & Q(ground="")),
                name="panel_question_refused_has_grounds",
                violation_error_message="Say why, if and only if the question is not accepted.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state="answered", answered_on__isnull=False) & ~Q(answer="") & ~Q(answered_by="") & ~Q(manner="")
                )
                | (~Q(state="answered") & Q(answer="", answered_by="", manner="", answered_on=None)),
                name="panel_question_answer_whole",
                violation_error_message="An answer has its words, who gave it, how, and the day.",
            ),
        ]
        indexes = [models.Index(fields=["meeting", "received_at"], name="panel_question_order")]

    def __str__(self) -> str:
        return f"Question {self.reference}"

    @property
    def printed_name(self) -> str:
        """What the public reads: the name only where the person agreed."""
        if not self.may_be_named:
            return "A member of the public"
        return f"{self.name}, {self.organisation}" if self.organisation else self.name
