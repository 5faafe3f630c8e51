"""Meetings of the Panel and its working groups, and the Panel's own rules."""

import uuid
from datetime import time

from django.db import models
from django.db.models import Q

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.enums import ClearDays, MeetingState
from panel.models.membership import WorkingGroup
from panel.querysets import PanelMeetingQuerySet


@tracked()
class PanelRules(models.Model):
    """One row of settings; `panel.queries.panel_rules` gives the defaults where there is none."""

    clear_days = models.PositiveSmallIntegerField("clear days between the papers and the meeting", default=5)
    counting = models.CharField(
        "how clear days are counted", max_length=12, choices=ClearDays, default=ClearDays.WORKING_DAYS
    )
    office_closes = models.TimeField(
        "end of office hours", default=time(17), help_text="What is published later counts for the next working day."
    )
    question_days = models.PositiveSmallIntegerField("working days before the meeting for public questions", default=3)
    questions_close = models.TimeField(
        "time by which questions are due on their last day", default=time(17), help_text="London time."
    )
    questions_each = models.PositiveSmallIntegerField("questions a person may ask", default=2)
    minutes_each = models.PositiveSmallIntegerField("minutes a questioner may speak", default=3)
    minutes_in_all = models.PositiveSmallIntegerField("minutes for public questions in all", default=30)
    acknowledge_days = models.PositiveSmallIntegerField("working days to acknowledge a complaint", default=5)
    complaint_weeks = models.PositiveSmallIntegerField("weeks in which a complaint should end", default=8)
    co_opted_seats = models.PositiveSmallIntegerField(
        "seats of co-opted independent members", default=2,
        help_text="2, or more by resolution with the Secretary of State's agreement.",
    )  # fmt: skip
    quorum_divisor = models.PositiveSmallIntegerField("quorum: one in how many members", default=4)
    starts_at = models.TimeField("usual time of meetings", default=time(10, 30))

    class Meta:
        verbose_name = "rules of the Panel"
        verbose_name_plural = "rules of the Panel"
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="panel_rules_one", violation_error_message="There is one set of rules."
            ),
            models.CheckConstraint(
                condition=Q(clear_days__gte=1, clear_days__lte=20, question_days__gte=1, question_days__lte=20),
                name="panel_rules_days",
                violation_error_message="Notice is 1 to 20 working days.",
            ),
            models.CheckConstraint(
                condition=Q(questions_each__gte=1, minutes_each__gte=1, minutes_in_all__gte=models.F("minutes_each")),
                name="panel_rules_questions",
                violation_error_message="A questioner has one question and one minute or more, within the time in all.",
            ),
            models.CheckConstraint(
                condition=Q(acknowledge_days__gte=1, acknowledge_days__lte=20, complaint_weeks__gte=1),
                name="panel_rules_complaints",
                violation_error_message="A complaint takes 1 to 20 working days to acknowledge, 1 week or more in all.",
            ),
            models.CheckConstraint(
                condition=Q(quorum_divisor__gte=1, quorum_divisor__lte=10),
                name="panel_rules_quorum",
                violation_error_message="The quorum is one in 1 to 10 members.",
            ),
            models.CheckConstraint(
                condition=Q(co_opted_seats__gte=2, co_opted_seats__lte=20),
                name="panel_rules_co_opted",
                violation_error_message="A Panel has at least 2 co-opted members, and at most 20 members in all.",
            ),
        ]

    def __str__(self) -> str:
        return "Rules of the Panel"


@tracked()
class PanelMeeting(Provenance):
    """A meeting of the Panel, or of one of its working groups."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    group = models.ForeignKey(
        WorkingGroup, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings",
        verbose_name="working group", help_text="Empty: the whole Panel.",
    )  # fmt: skip
    held_on = models.DateField("date")
    starts_at = models.TimeField("time", null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True, help_text="Empty: to be confirmed.")
    is_closed = models.BooleanField(
        "closed session", default=False, help_text="A development session or a group's meeting without the public."
    )
    is_filmed = models.BooleanField("filmed for live or later broadcast", default=False)
    broadcast_url = models.URLField("address of the broadcast", blank=True)
    title = models.CharField(max_length=150, blank=True, help_text="Where it is no ordinary meeting.")
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    cancelled_reason = models.CharField("why it was cancelled", max_length=250, blank=True)
    moved_from = models.DateField("rescheduled from", null=True, blank=True)
    agenda_published_at = models.DateTimeField("agenda published", null=True, blank=True)
    short_notice_reason = models.CharField(
        "why it is convened at shorter notice",
        max_length=500,
        blank=True,
        help_text="Where fewer clear days than the rules ask for lie between the agenda and the meeting.",
    )

    objects = PanelMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = "meeting of the Panel"
        verbose_name_plural = "meetings of the Panel"
        constraints = [
            models.UniqueConstraint(
                fields=["group", "held_on"],
                nulls_distinct=False,
                name="panel_meeting_once_a_day",
                violation_error_message="There is a meeting on that day.",
            ),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(cancelled_reason=""))
                | (~Q(state="cancelled") & Q(cancelled_reason="")),
                name="panel_meeting_cancelled_has_reason",
                violation_error_message="Give the reason if, and only if, the meeting was cancelled.",
            ),
            models.CheckConstraint(
                condition=Q(broadcast_url="") | Q(is_filmed=True),
                name="panel_meeting_broadcast_if_filmed",
                violation_error_message="Only a meeting that is filmed has the address of a broadcast.",
            ),
            models.CheckConstraint(
                condition=Q(moved_from=None) | ~Q(moved_from=models.F("held_on")),
                name="panel_meeting_moved_to_another_day",
                violation_error_message="A meeting is rescheduled to another day.",
            ),
            models.CheckConstraint(
                condition=Q(short_notice_reason="") | Q(group=None, agenda_published_at__isnull=False),
                name="panel_meeting_short_notice",
                violation_error_message="The whole Panel alone is convened at shorter notice, with its agenda.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body}, {self.held_on:%-d %B %Y}"

    @property
    def agenda_can_be_read(self) -> bool:
        """Whether the agenda is more than the staff's draft."""
        return self.agenda_published_at is not None or self.state == MeetingState.HELD

    @property
    def notice_words(self) -> str:
        """What readers are told of its notice, where that is short of the clear days."""
        return f"Convened at shorter notice: {self.short_notice_reason}" if self.short_notice_reason else ""

    @property
    def body(self) -> str:
        """Who meets: the Panel or the group, or what the meeting is for."""
        return self.title or (self.group.name if self.group else "Police and Crime Panel")
