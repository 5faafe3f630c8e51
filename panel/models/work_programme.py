"""What the Panel means to look at: when, why, and when it last did."""

import uuid

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import WorkKind, WorkState
from panel.models.agenda import AgendaItem
from panel.models.appending import append_only
from panel.models.meetings import PanelMeeting
from panel.querysets import WorkItemQuerySet

# A check constraint may not ask what day it is, nor look into another table.
LAST_REPORT_IS_PAST = """
    IF NEW.last_report_on > (now() AT TIME ZONE 'Europe/London')::date THEN
        RAISE EXCEPTION 'the last report cannot be in the future' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.last_report_on > (SELECT held_on FROM panel_panelmeeting WHERE id = NEW.meeting_id) THEN
        RAISE EXCEPTION 'the last report cannot be later than the next' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""


@tracked()
class WorkItem(Provenance):
    """One item of the work programme: for a meeting, for every meeting, or still to be timetabled."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=WorkKind, default=WorkKind.TO_TIMETABLE)
    title = models.CharField("item", max_length=250)
    detail = models.TextField(blank=True, help_text="What the Panel wants to hear.")
    lead = models.CharField(max_length=150, blank=True, help_text="A post, or a body.")
    meeting = models.ForeignKey(
        PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="work_items",
        verbose_name="meeting of the next report", help_text="The venue follows the meeting.",
    )  # fmt: skip
    when_words = models.CharField(
        "when, as far as known", max_length=100, blank=True, help_text="Of an item to be timetabled: spring 2019."
    )
    requested_by = models.CharField("asked for by", max_length=150, blank=True)
    requested_on = models.DateField("asked for on", null=True, blank=True)
    last_report_on = models.DateField("date of last report", null=True, blank=True)
    position = models.PositiveSmallIntegerField("order", default=0)
    state = models.CharField(max_length=10, choices=WorkState, default=WorkState.OPEN)
    dropped_reason = models.CharField("why it was taken off", max_length=500, blank=True)
    item = models.OneToOneField(
        AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="work_item",
        verbose_name="on the agenda as", editable=False,
    )  # fmt: skip

    objects = WorkItemQuerySet.as_manager()

    class Meta:
        verbose_name = "item of the work programme"
        verbose_name_plural = "work programme"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="dated", meeting__isnull=False, when_words="")
                | Q(kind="to_timetable", meeting=None)
                | Q(kind="standing", meeting=None, when_words=""),
                name="panel_work_meeting_if_dated",
                violation_error_message="A dated item has its meeting. Only one to be timetabled says when in words.",
            ),
            models.CheckConstraint(
                condition=(Q(state="dropped") & ~Q(dropped_reason="")) | (~Q(state="dropped") & Q(dropped_reason="")),
                name="panel_work_dropped_has_reason",
                violation_error_message="Give the reason if, and only if, the item is taken off.",
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="last_report_is_past",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("last_report_on", "meeting_id"),  # type: ignore[no-untyped-call]  # pgtrigger is half typed
                func=LAST_REPORT_IS_PAST,
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_exempt(self) -> bool:
        """Exempt as the item of the agenda is that it became."""
        return self.item is not None and self.item.is_kept_back


@tracked()
class WorkMove(Provenance):
    """One time that an item was moved to another meeting, or back to be timetabled, and why. Never changed."""

    work_item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, related_name="moves", verbose_name="item")
    from_meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    to_meeting = models.ForeignKey(PanelMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=500)
    moved_at = models.DateTimeField()
    moved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = "move in the work programme"
        verbose_name_plural = "moves in the work programme"
        constraints = [
            models.CheckConstraint(
                condition=~Q(reason=""),
                name="panel_move_has_reason",
                violation_error_message="Say why the item is moved.",
            ),
            models.CheckConstraint(
                condition=~Q(from_meeting=models.F("to_meeting")) | Q(from_meeting=None) | Q(to_meeting=None),
                name="panel_move_elsewhere",
                violation_error_message="An item is moved to another meeting.",
            ),
        ]
        triggers = [append_only("moves")]

    def __str__(self) -> str:
        return self.reason
