"""The register of the Commissioner's decisions: terms, decisions, what keeps one back, and their attachments."""

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.decision_numbers import LAST, DecisionNumber
from panel.enums import DecisionState, FoiSection
from panel.models.appending import fixed, never_deleted
from panel.models.recommendations import Recommendation
from panel.querysets import SEARCHED, AttachmentQuerySet, DecisionQuerySet

# By induction there is no gap: numbers never change, rows are never deleted, and each has the one before it. The check
# waits for the end of the transaction, so that a load may write them in any order.
FOLLOWS = """
    IF NEW.sequence < (SELECT first_sequence FROM panel_commissionerterm WHERE id = NEW.term_id) THEN
        RAISE EXCEPTION 'this number stands in an older register' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.sequence > (SELECT first_sequence FROM panel_commissionerterm WHERE id = NEW.term_id)
        AND NOT EXISTS (SELECT 1 FROM panel_decision WHERE term_id = NEW.term_id AND sequence = NEW.sequence - 1) THEN
        RAISE EXCEPTION 'the number before this one is missing' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
"""
IN_USE = """
    IF EXISTS (SELECT 1 FROM panel_decision WHERE term_id = OLD.id) THEN
        RAISE EXCEPTION 'decisions are numbered by this term' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
"""


@tracked()
class CommissionerTerm(Provenance):
    """A term of the Commissioner, by which decisions are numbered, and how its numbers are printed."""

    prefix = models.CharField("letters", max_length=10, help_text="Before the term in each number: WPCC.")
    number = models.PositiveSmallIntegerField("term", help_text="Counted from the first Commissioner: 1, 2, 3.")
    is_hyphenated = models.BooleanField(
        "printed with a hyphen", default=True, help_text="WPCC3-0044. Without it: WPCC30044. Both are read."
    )
    starts_on = models.DateField("from", null=True, blank=True)
    first_sequence = models.PositiveSmallIntegerField(
        "first number kept here", default=1, help_text="1, unless earlier ones stand in an older register."
    )

    class Meta:
        verbose_name = "term of the Commissioner"
        verbose_name_plural = "terms of the Commissioner"
        constraints = [
            models.UniqueConstraint(
                fields=["prefix", "number"],
                name="panel_commissionerterm_once",
                violation_error_message="There is a record of this term.",
            ),
            models.CheckConstraint(
                condition=Q(prefix__regex="^[A-Z]{1,10}$", number__gte=1, number__lte=99),
                name="panel_commissionerterm_numbers",
                violation_error_message="The letters are 1 to 10 capitals, and terms are counted from 1 to 99.",
            ),
            models.CheckConstraint(
                condition=Q(first_sequence__gte=1, first_sequence__lte=LAST),
                name="panel_commissionerterm_first",
                violation_error_message=f"The register of a term has the numbers 1 to {LAST}.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="fixed_once_in_use",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("prefix", "number", "is_hyphenated", "first_sequence"),  # type: ignore[no-untyped-call]  # pgtrigger is half typed
                condition=pgtrigger.Q(old__prefix__df=pgtrigger.F("new__prefix"))
                | pgtrigger.Q(old__number__df=pgtrigger.F("new__number"))
                | pgtrigger.Q(old__is_hyphenated__df=pgtrigger.F("new__is_hyphenated"))
                | pgtrigger.Q(old__first_sequence__df=pgtrigger.F("new__first_sequence")),
                func=IN_USE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.prefix}{self.number}"

    def printed(self, sequence: int) -> str:
        """The number of this place in the term's register, in the term's style."""
        return DecisionNumber(self.prefix, self.number, sequence).printed(hyphenated=self.is_hyphenated)


@tracked()
class FoiExemption(models.Model):
    """Why a decision or an attachment is not published: sections of the Act, the reasons, who decided and when.

    What is withheld points here. An ExemptionClaim is another thing: it rests on Schedule 12A, and is for the Panel's
    papers.
    """

    sections = ArrayField(
        models.CharField(max_length=5, choices=FoiSection), verbose_name="sections of the Freedom of Information Act"
    )
    reasons = models.TextField(
        "reasons", help_text="Why the section applies and, unless it is absolute, why the public interest is served."
    )
    public_words = models.CharField(
        "what the public is told it is about", max_length=200, blank=True,
        help_text="Stands in the list beside the number. It may stay empty.",
    )  # fmt: skip
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField()
    review_on = models.DateField("to be looked at again on", null=True, blank=True)

    class Meta:
        verbose_name = "exemption from publication"
        verbose_name_plural = "exemptions from publication"
        permissions = [
            ("open_foiexemption", "Can open decisions that are withheld"),
            ("decide_foiexemption", "Can decide which decisions are withheld"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(sections__len__gte=1) & ~Q(reasons=""),
                name="panel_foiexemption_has_grounds",
                violation_error_message="Give the section of the Act and the reasons.",
            ),
        ]

    def __str__(self) -> str:
        return withheld_words(self.sections)


def withheld_words(sections: list[str]) -> str:
    """'Withheld under section 40(2) (personal information) of the Freedom of Information Act 2000'."""
    named = [FoiSection(section).about for section in sections]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"Withheld under {listed} of the Freedom of Information Act 2000"


@tracked()
class Decision(Provenance):
    """A decision of the Commissioner, numbered when it is registered, whether it is made or not. Never deleted."""

    term = models.ForeignKey(CommissionerTerm, on_delete=models.PROTECT, related_name="decisions")
    sequence = models.PositiveSmallIntegerField("place in the register", editable=False)
    reference = models.CharField("number", max_length=20, unique=True, editable=False)
    title = models.CharField(max_length=200)
    summary = models.TextField(blank=True, help_text="What is decided and why, for somebody who reads nothing else.")
    lead = models.CharField("lead officer", max_length=150, blank=True, help_text="A post: Treasurer.")
    registered_on = models.DateField(
        "registered on", null=True, blank=True, help_text="Or the day of the first paper that names it."
    )
    state = models.CharField(max_length=12, choices=DecisionState, default=DecisionState.IN_PROGRESS)
    decided_on = models.DateField("date of the decision", null=True, blank=True)
    is_force_business = models.BooleanField("business of the force", default=False)
    chief_officer_on = models.DateField(
        "approved by the chief officer on", null=True, blank=True, help_text="Of business of the force."
    )
    joint_with = models.CharField("made jointly with", max_length=150, blank=True, help_text="Another force or body.")
    is_significant = models.BooleanField(
        "significant public interest", default=False, help_text="Such decisions go before the Panel."
    )
    interests = models.TextField("interests declared", blank=True)
    supporting = models.TextField("supporting information", blank=True)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions",
        verbose_name="recommendation of the Panel",
    )  # fmt: skip
    exemption = models.OneToOneField(
        FoiExemption, on_delete=models.PROTECT, null=True, blank=True, related_name="decision", editable=False
    )
    withdrawn_reason = models.CharField("why it was withdrawn", max_length=500, blank=True)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = "decision"
        constraints = [
            models.UniqueConstraint(
                fields=["term", "sequence"],
                name="panel_decision_number_once",
                violation_error_message="There is a decision of this number.",
            ),
            models.CheckConstraint(
                condition=Q(sequence__gte=1, sequence__lte=LAST),
                name="panel_decision_sequence",
                violation_error_message=f"The register of a term has the numbers 1 to {LAST}.",
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="panel_decision_has_title",
                violation_error_message="A decision has a title.",
            ),
            models.CheckConstraint(
                condition=~Q(state="in_progress") | Q(decided_on=None),
                name="panel_decision_in_progress_has_no_day",
                violation_error_message="A decision in progress has no date yet.",
            ),
            models.CheckConstraint(
                condition=Q(is_force_business=True) | Q(chief_officer_on=None),
                name="panel_decision_chief_officer_of_force_business",
                violation_error_message="The chief officer approves business of the force only.",
            ),
            models.CheckConstraint(
                condition=(Q(state="withdrawn") & ~Q(withdrawn_reason=""))
                | (~Q(state="withdrawn") & Q(withdrawn_reason="")),
                name="panel_decision_withdrawn_has_reason",
                violation_error_message="Give the reason if, and only if, the decision is withdrawn.",
            ),
        ]
        indexes = [
            GinIndex(
                SEARCHED, name="panel_decision_search", condition=Q(exemption=None, published_at__isnull=False)
            ),
            models.Index(fields=["decided_on"], name="panel_decision_decided"),
        ]  # fmt: skip
        triggers = [
            never_deleted("decisions"),
            fixed("a decision keeps its number", "term", "sequence", "reference"),
            pgtrigger.Trigger(
                name="follows",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func=FOLLOWS,
            ),
        ]

    def __str__(self) -> str:
        return f"Decision {self.reference}"

    @property
    def is_withheld(self) -> bool:
        """Whether it is withheld."""
        return self.exemption_id is not None

    @property
    def is_published(self) -> bool:
        return self.published_at is not None


@tracked()
class DecisionAttachment(Provenance):
    """A PDF that belongs to a decision, made afresh before it is kept. Open, or withheld by itself."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="attachments")
    title = models.CharField(max_length=150)
    file = models.FileField(upload_to="decisions/")
    name = models.CharField("name of the file", max_length=150)
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField(max_length=64)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField()
    exemption = models.OneToOneField(
        FoiExemption, on_delete=models.PROTECT, null=True, blank=True, related_name="attachment"
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = "attachment of a decision"
        verbose_name_plural = "attachments of decisions"
        constraints = [
            models.CheckConstraint(
                condition=~Q(title="") & ~Q(file="") & ~Q(sha256="") & Q(size__gte=1),
                name="panel_attachment_whole",
                violation_error_message="An attachment has a title and its file.",
            ),
        ]
        triggers = [fixed("an attachment keeps its file", "decision", "file", "name", "size", "sha256")]

    def __str__(self) -> str:
        return f"Attachment of {self.decision}"

    @property
    def content_type(self) -> str:
        """Nothing else is kept."""
        return "application/pdf"

    @property
    def is_withheld(self) -> bool:
        """Whether it, or the whole decision, is withheld."""
        return self.exemption_id is not None or self.decision.is_withheld
