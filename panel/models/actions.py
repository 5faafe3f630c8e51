"""Actions, of recommendations or by themselves, the log of what was done, and the evidence for it."""

import uuid
from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import ActionState
from panel.models.agenda import AgendaItem
from panel.models.appending import append_only, never_deleted
from panel.models.membership import Member
from panel.models.recommendations import Recommendation
from panel.querysets import PanelActionQuerySet


def _one_of_two(name: str, one: str, other: str, message: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(**{f"{one}__isnull": False, other: None}) | Q(**{one: None, f"{other}__isnull": False}),
        name=name,
        violation_error_message=message,
    )


@tracked()
class PanelAction(Provenance):
    """Something that somebody is to do: under a recommendation, or agreed at a meeting by itself."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="actions"
    )
    item = models.ForeignKey(
        AgendaItem, on_delete=models.PROTECT, null=True, blank=True, related_name="actions",
        verbose_name="agreed under", help_text="The item of an agenda, where it belongs to no recommendation.",
    )  # fmt: skip
    text = models.CharField("what is to be done", max_length=500)
    lead = models.CharField(max_length=150, help_text="A post: Treasurer.")
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, blank=True, related_name="actions",
        help_text="The member of the Panel who does it, if one does.",
    )  # fmt: skip
    due_on = models.DateField("due", null=True, blank=True)
    update_on = models.DateField("update for the Panel on", null=True, blank=True)
    state = models.CharField(max_length=10, choices=ActionState, default=ActionState.OPEN)
    ended_on = models.DateField("done or dropped on", null=True, blank=True)
    outcome = models.CharField("what came of it, or why it was dropped", max_length=500, blank=True)

    objects = PanelActionQuerySet.as_manager()

    class Meta:
        verbose_name = "action of the Panel"
        verbose_name_plural = "actions of the Panel"
        constraints = [
            _one_of_two(
                "panel_action_from_one",
                "recommendation",
                "item",
                "An action belongs to a recommendation, or to the item of an agenda under which it was agreed.",
            ),
            models.CheckConstraint(
                condition=Q(state="open", ended_on=None, outcome="") | (~Q(state="open") & Q(ended_on__isnull=False)),
                name="panel_action_ended_has_day",
                violation_error_message="An action has the day on which it ended if, and only if, it ended.",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(outcome=""),
                name="panel_action_dropped_has_reason",
                violation_error_message="Say why the action is dropped.",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="panel_action_due")]
        triggers = [never_deleted("actions")]

    def __str__(self) -> str:
        return self.text

    @property
    def raised_on(self) -> date:
        """The day of the meeting at which it was agreed."""
        item = self.item or (self.recommendation.resolution.item if self.recommendation else None)
        assert item is not None
        return item.meeting.held_on

    @property
    def is_exempt(self) -> bool:
        """Exempt as its recommendation is, or as its item is."""
        if self.recommendation is not None:
            return self.recommendation.is_exempt
        assert self.item is not None
        return self.item.is_kept_back


@tracked()
class ProgressUpdate(Provenance):
    """A line of the log: what was done about a recommendation or an action. Never changed and never deleted."""

    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="updates"
    )
    action = models.ForeignKey(PanelAction, on_delete=models.PROTECT, null=True, blank=True, related_name="updates")
    on = models.DateField("day")
    text = models.CharField("what was done", max_length=1000)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    written_at = models.DateTimeField()

    class Meta:
        verbose_name = "progress update"
        constraints = [
            _one_of_two(
                "panel_update_of_one", "recommendation", "action",
                "An update is about a recommendation or about an action.",
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="panel_update_has_text", violation_error_message="Enter what was done."
            ),
        ]  # fmt: skip
        triggers = [append_only("progress updates")]

    def __str__(self) -> str:
        return self.text


@tracked()
class Evidence(Provenance):
    """A link or a file that shows what was done. Files are made afresh before they are kept."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    action = models.ForeignKey(PanelAction, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence")
    title = models.CharField(max_length=150)
    on = models.DateField("day", help_text="On which it was published or looked at.")
    url = models.URLField("address", blank=True)
    file = models.FileField(upload_to="evidence/", blank=True)
    name = models.CharField("name of the file", max_length=150, blank=True)
    content_type = models.CharField(max_length=60, blank=True)
    size = models.PositiveIntegerField("bytes", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name_plural = "evidence"
        constraints = [
            _one_of_two(
                "panel_evidence_of_one", "recommendation", "action",
                "Evidence is about a recommendation or about an action.",
            ),
            models.CheckConstraint(
                condition=(~Q(url="") & Q(file="", size=None, sha256=""))
                | (Q(url="", size__isnull=False) & ~Q(file="") & ~Q(sha256="")),
                name="panel_evidence_link_or_file",
                violation_error_message="Give an address or a file, not both.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title
