"""What was raised, what the office did about it, and whether the forum was told."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ambassadors.enums import ActionLevel, ConcernState, ItemKind
from ambassadors.models.people import Ambassador
from ambassadors.models.reports import ReportItem
from ambassadors.querysets.concerns import ConcernQuerySet
from forums.models import Forum, PriorityTopic
from opcc.core.audit import tracked
from opcc.core.models import Provenance
from opcc.reference.models import Organisation


@tracked()
class Concern(Provenance):
    """A concern, tension or issue that the office answers for. `is_restricted` keeps it out of public editions."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=10, choices=ItemKind)
    is_restricted = models.BooleanField(
        "restricted", default=False, help_text="Restricted concerns are left out of everything the public can read."
    )
    item = models.OneToOneField(
        ReportItem, on_delete=models.PROTECT, null=True, blank=True, related_name="concern", editable=False
    )
    ambassador = models.ForeignKey(
        Ambassador, on_delete=models.PROTECT, null=True, blank=True, related_name="concerns", verbose_name="reported by"
    )
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="concerns")
    topic = models.ForeignKey(PriorityTopic, on_delete=models.PROTECT, related_name="concerns")
    text = models.CharField("what was raised", max_length=2000)
    raised_by = models.CharField("who raised it", max_length=150, blank=True)
    raised_on = models.DateField("raised on")
    needed_by = models.DateField("needed by", null=True, blank=True)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="concerns"
    )
    partner = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="concerns",
        verbose_name="partner agency",
    )
    state = models.CharField(max_length=10, choices=ConcernState, default=ConcernState.OPEN)
    reply = models.TextField("reply to the ambassador", max_length=2000, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    told_on = models.DateField("forum told on", null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_reason = models.CharField("why it was closed", max_length=250, blank=True)

    objects = ConcernQuerySet.as_manager()

    class Meta:
        permissions = [("view_restricted_concern", "Can read restricted concerns and community tensions")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind="good_news"),
                name="ambassadors_concern_not_good_news",
                violation_error_message="Good news needs no answer.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="tension") | Q(is_restricted=True),
                name="ambassadors_concern_tension_restricted",
                violation_error_message="A community tension is always restricted.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "closed"], reply="", replied_at=None, replied_by=None)
                | (~Q(reply="") & Q(state__in=["replied", "told"], replied_at__isnull=False)),
                name="ambassadors_concern_reply_all_or_none",
                violation_error_message="A concern that was answered has the reply and its time.",
            ),
            models.CheckConstraint(
                condition=Q(state="told", told_on__isnull=False) | (~Q(state="told") & Q(told_on=None)),
                name="ambassadors_concern_told_has_day",
                violation_error_message="A concern told to the forum has the day it was told.",
            ),
            models.CheckConstraint(
                condition=Q(told_on=None) | Q(told_on__gte=F("raised_on")),
                name="ambassadors_concern_told_after_raised",
                violation_error_message="The forum was told on or after the day it was raised.",
            ),
            models.CheckConstraint(
                condition=(Q(state="closed", closed_on__isnull=False) & ~Q(closed_reason=""))
                | (~Q(state="closed") & Q(closed_reason="", closed_on=None)),
                name="ambassadors_concern_closed_has_reason",
                violation_error_message="Give the day and the reason if, and only if, it is closed without a reply.",
            ),
        ]
        indexes = [models.Index(fields=["state", "needed_by"], name="ambassadors_concern_queue")]

    def __str__(self) -> str:
        return self.reference


@tracked()
class ConcernAction(Provenance):
    """One thing the office did about a concern. Added to, never changed."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="actions")
    level = models.CharField(max_length=20, choices=ActionLevel)
    taken_on = models.DateField()
    text = models.CharField("what was done", max_length=1000)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(text=""),
                name="ambassadors_action_has_words",
                violation_error_message="Enter what was done.",
            ),
        ]

    def __str__(self) -> str:
        return self.text
