"""Papers to items of an agenda, and their parts: the main document, and appendices with letters."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import PartOrigin
from panel.models.agenda import AgendaItem, ExemptionClaim
from panel.models.reports import QuarterlyReport
from panel.querysets import PaperQuerySet, PartQuerySet


@tracked()
class Paper(Provenance):
    """A paper to an item. Without a part it is 'to follow', or told of in the meeting."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="papers", verbose_name="agenda item")
    position = models.PositiveSmallIntegerField("order", default=1)
    title = models.CharField(max_length=250)
    author = models.CharField("who reports", max_length=150, blank=True, help_text="The body, not the person.")
    purpose = models.TextField(blank=True)
    is_to_follow = models.BooleanField("to follow", default=False, help_text="Promised, and not here yet.")
    late_reason = models.TextField(
        "why the chair takes it as urgent",
        blank=True,
        help_text="Of a paper that was announced after the papers were due.",
    )

    objects = PaperQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "position"],
                name="panel_paper_place_once",
                violation_error_message="Another paper of this item has this place.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        """Whether it was announced after the papers were due, which takes the chair's reason."""
        return self.late_reason != ""

    @property
    def is_exempt(self) -> bool:
        """Whether its item is kept from the public, or the main document, whose title it has. One query."""
        return self.item.is_kept_back or self.parts.standing().filter(letter="", exemption__isnull=False).exists()


@tracked()
class PaperPart(Provenance):
    """The main document of a paper, or an appendix: a PDF that was made safe, or a report of ours.

    Of a report each edition of the pack has its own: the public one the public edition, the other the restricted.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="parts")
    letter = models.CharField(max_length=1, blank=True, help_text="Empty: the main document.")
    title = models.CharField(max_length=250)
    origin = models.CharField(max_length=10, choices=PartOrigin, default=PartOrigin.UPLOADED)
    report = models.ForeignKey(QuarterlyReport, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file = models.FileField(upload_to="papers/", blank=True)
    original_name = models.CharField("name as it came", max_length=150, blank=True)
    original_sha256 = models.CharField("digest of what came", max_length=64, blank=True)
    sha256 = models.CharField("digest of what is kept", max_length=64, blank=True)
    pages = models.PositiveSmallIntegerField(null=True, blank=True)
    size = models.PositiveIntegerField("bytes", null=True, blank=True)
    exemption = models.OneToOneField(
        ExemptionClaim, on_delete=models.PROTECT, null=True, blank=True, related_name="part"
    )
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    late_reason = models.TextField(
        "why the chair takes it as urgent",
        blank=True,
        help_text="Of a part that came after the papers were due, where its paper has no reason.",
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.CharField("why it was withdrawn", max_length=250, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        verbose_name = "part of a paper"
        verbose_name_plural = "parts of papers"
        constraints = [
            models.UniqueConstraint(
                fields=["paper", "letter"],
                condition=Q(withdrawn_at=None),
                name="panel_part_letter_once",
                violation_error_message="The paper has this part. Replace it, or withdraw it first.",
            ),
            models.CheckConstraint(
                condition=Q(letter__regex="^[A-Z]?$"),
                name="panel_part_letter",
                violation_error_message="An appendix has a capital letter from A to Z.",
            ),
            models.CheckConstraint(
                condition=(
                    Q(origin="uploaded", report=None, pages__gte=1, size__gte=1)
                    & ~Q(file="")
                    & ~Q(original_sha256="")
                    & ~Q(sha256="")
                )
                | Q(
                    origin="report",
                    report__isnull=False,
                    file="",
                    original_name="",
                    original_sha256="",
                    sha256="",
                    pages=None,
                    size=None,
                ),
                name="panel_part_uploaded_or_report",
                violation_error_message="A part is an uploaded file of one page or more, or a report.",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                name="panel_part_withdrawn_has_reason",
                violation_error_message="A withdrawn part has the time and the reason, and no other has.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def label(self) -> str:
        """'Appendix A', or 'Report' for the main document."""
        return f"Appendix {self.letter}" if self.letter else "Report"

    @property
    def is_exempt(self) -> bool:
        """Whether the public is kept from it: itself, or with its item."""
        return self.exemption_id is not None or self.paper.item.is_kept_back
