"""The Panel's letter with the recommendations of one meeting, and the reply that is numbered like it."""

import re
import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import LetterKind, LetterState, Recipient
from panel.models.meetings import PanelMeeting
from panel.querysets import PanelLetterQuerySet


@tracked(exclude=("contents",))
class PanelLetter(Provenance):
    """A letter as written, and once sent its frozen contents and PDF. One holds either open or exempt matter."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=10, choices=LetterKind)
    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="letters")
    answers = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="reply", verbose_name="reply to"
    )
    to = models.CharField("recipient", max_length=20, choices=Recipient, default=Recipient.COMMISSIONER)
    to_other = models.CharField(
        "to whom", max_length=150, blank=True, help_text="The body or post, where it goes to somebody else."
    )
    is_exempt = models.BooleanField("exempt", default=False, editable=False)
    subject = models.CharField(max_length=200)
    dated_on = models.DateField("date of the letter")
    opening = models.TextField(blank=True, help_text="Stands before the recommendations.")
    closing = models.TextField(blank=True, help_text="Stands after them.")
    signed_by = models.CharField(max_length=150, help_text="Name and post of whoever signs.")
    state = models.CharField(max_length=10, choices=LetterState, default=LetterState.DRAFT)
    contents = models.JSONField(null=True, blank=True, editable=False)
    file = models.FileField(upload_to="letters/", blank=True)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField("bytes", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = PanelLetterQuerySet.as_manager()

    class Meta:
        verbose_name = "letter of the Panel"
        verbose_name_plural = "letters of the Panel"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "to", "to_other", "is_exempt"],
                condition=Q(kind="letter"),
                name="panel_letter_once_a_meeting",
                violation_error_message="There is a letter about this meeting to the same person.",
            ),
            models.CheckConstraint(
                condition=(Q(to="other") & ~Q(to_other="")) | (~Q(to="other") & Q(to_other="")),
                name="panel_letter_to_whom",
                violation_error_message="Say to whom it goes if, and only if, that is somebody else.",
            ),
            models.CheckConstraint(
                condition=Q(kind="letter", answers=None) | Q(kind="reply", answers__isnull=False),
                name="panel_letter_reply_answers",
                violation_error_message="A reply answers a letter, and a letter of the Panel answers none.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", file="", sha256="", sent_at=None, pages=None, size=None, contents=None)
                | (
                    Q(state="sent", sent_at__isnull=False, pages__gte=1, size__gte=1, contents__isnull=False)
                    & ~Q(file="")
                    & ~Q(sha256="")
                ),
                name="panel_letter_sent_all_or_none",
                violation_error_message="A letter that was sent has its PDF, and a draft has none.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="frozen_once_sent",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__state="sent"),
                func="RAISE EXCEPTION 'a letter that was sent is frozen' USING ERRCODE = 'restrict_violation';",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name} of {self.dated_on:%-d %B %Y}"

    @property
    def name(self) -> str:
        """'The Panel’s letter', 'The Commissioner’s reply', or 'Reply from Westshire Council'."""
        if self.kind == LetterKind.REPLY and self.to != Recipient.COMMISSIONER:
            return f"Reply from {re.sub('^The ', 'the ', self.recipient)}"
        return str(self.get_kind_display())

    @property
    def recipient(self) -> str:
        """'The Commissioner', or whoever else it is."""
        return self.to_other or self.get_to_display()

    @property
    def file_name(self) -> str:
        """What the PDF is called when it is saved: 'panel-letter-2018-02-07.pdf'. It says nothing of the subject."""
        who = "commissioner-reply" if self.kind == LetterKind.REPLY else "panel-letter"
        return f"{who}-{self.dated_on.isoformat()}.pdf"
