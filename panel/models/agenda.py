"""Agendas: the outline they start from, their items, what exempts an item, and what was resolved."""

import uuid

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import Ballot, Exemption, ItemKind, ResolutionKind
from panel.models.indexes import words_index
from panel.models.meetings import PanelMeeting
from panel.models.membership import Member
from panel.models.refusing import kept_out, refuse_if, steps
from panel.querysets import ItemQuerySet, ResolutionQuerySet

# Once a meeting's attendance is taken, who moves or seconds is on it as present, and has no interest that forbids it.
MOVED_BY_WHO_MAY = steps(
    refuse_if(
        """EXISTS (
            SELECT 1 FROM panel_agendaitem item JOIN panel_attendance taken ON taken.meeting_id = item.meeting_id
            WHERE item.id = NEW.item_id
        ) AND EXISTS (
            SELECT 1 FROM unnest(ARRAY[NEW.mover_id, NEW.seconder_id]) AS acting (member_id)
            JOIN panel_agendaitem item ON item.id = NEW.item_id
            LEFT JOIN panel_attendance line ON line.meeting_id = item.meeting_id AND line.member_id = acting.member_id
            WHERE acting.member_id IS NOT NULL AND (line.id IS NULL OR line.presence <> 'present' OR is_kept_out)
        )""".replace("is_kept_out", kept_out(item="NEW.item_id", line="line.id")),
        "who moves or seconds is at the meeting and has no pecuniary interest",
    ),
    "RETURN NEW;",
)
# Where votes are recorded they decide: more for than against, or as many and the chair's casting vote for.
COUNTED = [("passed", "panel_resolution"), ("counted_for", "int"), ("counted_against", "int")]
_AGREES_WITH_VOTES = steps(
    "SELECT * INTO passed FROM panel_resolution WHERE id = the_resolution;",
    """SELECT COUNT(*) FILTER (WHERE ballot = 'for'), COUNT(*) FILTER (WHERE ballot = 'against')
    INTO counted_for, counted_against FROM panel_vote WHERE resolution_id = passed.id;""",
    refuse_if(
        """EXISTS (SELECT 1 FROM panel_vote WHERE resolution_id = passed.id) AND (
            (passed.casting_vote <> '' AND counted_for <> counted_against)
            OR passed.is_carried <> (
                counted_for > counted_against OR (counted_for = counted_against AND passed.casting_vote = 'for')
            )
        )""",
        "the votes do not agree with what became of the resolution",
    ),
    "RETURN NULL;",
)


def agrees_with_votes(resolution: str) -> str:
    """The body of a trigger at the end of a transaction, on the resolution of this key."""
    return _AGREES_WITH_VOTES.replace("the_resolution", resolution)


@tracked()
class StandingItem(Provenance):
    """An item of the outline from which every agenda is drafted."""

    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="below", verbose_name="under"
    )
    position = models.PositiveSmallIntegerField("order", default=0)
    kind = models.CharField(max_length=20, choices=ItemKind, default=ItemKind.REPORT)
    title = models.CharField(max_length=250)
    purpose = models.TextField(blank=True)
    lead = models.CharField(max_length=150, blank=True)
    is_active = models.BooleanField("on new agendas", default=True)

    class Meta:
        verbose_name = "standing item"
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                name="panel_standing_not_under_itself",
                violation_error_message="An item does not stand under itself.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class ExemptionClaim(models.Model):
    """Why something is kept from the public: the paragraphs of Schedule 12A, the public interest, who decided.

    What is exempt points here; what is open points nowhere. `public_title` is all that the public learns of it.
    """

    public_title = models.CharField(
        "what the public is told it is", max_length=250, help_text="Printed in the public agenda and in the resolution."
    )
    paragraphs = ArrayField(
        models.CharField(max_length=1, choices=Exemption), verbose_name="paragraphs of Schedule 12A"
    )
    reasons = models.TextField(
        "public interest", help_text="Why keeping it back serves the public more than disclosing it."
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField()
    review_on = models.DateField("to be looked at again on", null=True, blank=True)

    class Meta:
        verbose_name = "ground of exemption"
        verbose_name_plural = "grounds of exemption"
        permissions = [
            ("open_exemptionclaim", "Can open exempt items and papers"),
            ("decide_exemptionclaim", "Can decide what is exempt"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(paragraphs__len__gte=1) & ~Q(public_title="") & ~Q(reasons=""),
                name="panel_exemption_has_grounds",
                violation_error_message="Give the paragraph of Schedule 12A, the public interest and a public title.",
            ),
        ]

    def __str__(self) -> str:
        return self.public_title


@tracked()
class AgendaItem(Provenance):
    """An item of business at a meeting. One under another is a sub-item; numbers follow from the order."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, related_name="items")
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="below", verbose_name="under"
    )
    position = models.PositiveSmallIntegerField("order")
    kind = models.CharField(max_length=20, choices=ItemKind, default=ItemKind.REPORT)
    title = models.CharField(max_length=250)
    purpose = models.TextField(blank=True, help_text="What the Panel is asked to do.")
    lead = models.CharField(max_length=150, blank=True)
    minutes = models.PositiveSmallIntegerField("time in minutes", null=True, blank=True)
    exemption = models.OneToOneField(
        ExemptionClaim, on_delete=models.PROTECT, null=True, blank=True, related_name="item"
    )
    late_reason = models.TextField(
        "why the chair takes it as urgent", blank=True, help_text="Of an item that was added after the papers were due."
    )
    added_because = models.CharField("where it comes from", max_length=250, blank=True, editable=False)

    objects = ItemQuerySet.as_manager()

    class Meta:
        verbose_name = "agenda item"
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "parent", "position"],
                nulls_distinct=False,
                deferrable=models.Deferrable.DEFERRED,
                name="panel_item_place_once",
                violation_error_message="Another item has this place.",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("pk")),
                name="panel_item_not_under_itself",
                violation_error_message="An item does not stand under itself.",
            ),
            models.CheckConstraint(
                condition=Q(minutes=None) | Q(minutes__gte=1, minutes__lte=480),
                name="panel_item_minutes",
                violation_error_message="An item takes 1 to 480 minutes.",
            ),
        ]
        indexes = [
            models.Index(fields=["meeting", "position"], name="panel_item_order"),
            words_index("title", "purpose", name="panel_item_words"),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="stands_in_its_own_agenda",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("meeting_id", "parent_id"),  # type: ignore[no-untyped-call]  # pgtrigger is half typed
                condition=pgtrigger.Q(new__parent__isnull=False),
                func=steps(
                    refuse_if(
                        """NOT EXISTS (
                            SELECT 1 FROM panel_agendaitem above
                            WHERE above.id = NEW.parent_id AND above.meeting_id = NEW.meeting_id
                            AND above.parent_id IS NULL
                        ) OR EXISTS (SELECT 1 FROM panel_agendaitem below WHERE below.parent_id = NEW.id)""",
                        "an item stands under a top item of its own agenda, and nothing stands under it then",
                    ),
                    "RETURN NEW;",
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_late(self) -> bool:
        """Whether it was added after the papers were due, which takes the chair's reason."""
        return self.late_reason != ""

    @property
    def is_exempt(self) -> bool:
        """Whether the public is kept from this item itself."""
        return self.exemption_id is not None

    @property
    def is_kept_back(self) -> bool:
        """Exempt itself, or under an item that is."""
        return self.is_exempt or (self.parent is not None and self.parent.is_exempt)


@tracked()
class Resolution(Provenance):
    """What the Panel resolved on an item, as it was put: a number, and a letter where one resolution has parts."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    letter = models.CharField(max_length=1, blank=True)
    kind = models.CharField(max_length=10, choices=ResolutionKind, default=ResolutionKind.DECIDES)
    text = models.TextField("as resolved")
    mover = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="proposed by"
    )
    seconder = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="seconded by"
    )
    is_carried = models.BooleanField("carried", default=True)
    casting_vote = models.CharField(
        "casting vote of the chair", max_length=10, blank=True,
        choices=[(side.value, side.label) for side in (Ballot.FOR, Ballot.AGAINST)],
    )  # fmt: skip
    exemption = models.OneToOneField(
        ExemptionClaim, on_delete=models.PROTECT, null=True, blank=True, related_name="resolution"
    )

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number", "letter"],
                name="panel_resolution_number_once",
                violation_error_message="There is a resolution of this number on this item.",
            ),
            models.CheckConstraint(
                condition=Q(number__gte=1) & Q(letter__regex="^[a-z]?$"),
                name="panel_resolution_numbered",
                violation_error_message="A resolution has a number from 1, and a small letter where it is a part.",
            ),
            models.CheckConstraint(
                condition=Q(seconder=None) | (Q(mover__isnull=False) & ~Q(seconder=F("mover"))),
                name="panel_resolution_seconded_by_another",
                violation_error_message="A resolution is seconded by somebody other than its proposer.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="moved_by_who_may",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=MOVED_BY_WHO_MAY,
            ),
            pgtrigger.Trigger(
                name="agrees_with_votes",
                when=pgtrigger.After,
                operation=pgtrigger.Update,
                timing=pgtrigger.Deferred,
                declare=COUNTED,
                func=agrees_with_votes("NEW.id"),
            ),
        ]

        indexes = [words_index("text", name="panel_resolution_words")]

    def __str__(self) -> str:
        return f"Resolution {self.label}"

    @property
    def is_exempt(self) -> bool:
        """Exempt by itself, or as the item is on which it was passed."""
        return self.exemption_id is not None or self.item.is_kept_back

    @property
    def label(self) -> str:
        """'2(a)'."""
        return f"{self.number}({self.letter})" if self.letter else str(self.number)
