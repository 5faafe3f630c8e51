"""Community forums, their meetings and the policing priorities agreed there."""

import uuid
from datetime import date

import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.querysets import NONE_CODE, ForumQuerySet, MeetingQuerySet, PriorityQuerySet, TopicQuerySet
from opcc.core.audit import tracked
from opcc.core.models import Provenance
from opcc.reference.models import District
from opcc.web.words import nice_date

MOST_ATTENDERS = 2000  # of one kind at one meeting; more is a slip of the keyboard
ABSURD = f"Enter a number from 0 to {MOST_ATTENDERS:,}."
LONGEST_REASON = 250

# The outcome of a meeting and its priorities say the same. Two triggers, because either side can be changed;
# the lock keeps the outcome still while a priority is written.
ONLY_WHEN_AGREED = """
IF NOT EXISTS (
    SELECT 1 FROM forums_forummeeting WHERE id = NEW.meeting_id AND priorities_outcome = 'agreed' FOR SHARE
) THEN
    RAISE EXCEPTION 'A meeting has priorities only when its outcome is that some were agreed.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'forums_priority_only_when_agreed';
END IF;
IF EXISTS (SELECT 1 FROM forums_prioritytopic WHERE id = NEW.topic_id AND code = 'none') THEN
    RAISE EXCEPTION 'No priority has the topic that stands for none.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'forums_priority_topic_not_none';
END IF;
RETURN NEW;
"""
AGREED_WHILE_PRIORITIES = """
IF EXISTS (SELECT 1 FROM forums_forumpriority WHERE meeting_id = NEW.id) THEN
    RAISE EXCEPTION 'This meeting has priorities, so its outcome stays that some were agreed.'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'forums_meeting_agreed_while_priorities';
END IF;
RETURN NEW;
"""


@tracked()
class PriorityTopic(models.Model):
    """What a priority or concern is about. A narrower topic counts towards its broader one."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100, help_text="As tables print it.")
    full_name = models.CharField(max_length=150, blank=True, help_text="As forms and sentences write it.")
    broader = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="narrower")
    position = models.PositiveSmallIntegerField("order", default=0)
    is_active = models.BooleanField("offered on forms", default=True)

    objects = TopicQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="forums_topic_name_once",
                violation_error_message="There is a topic of this name.",
            ),
            models.CheckConstraint(
                condition=Q(broader=None) | ~Q(broader=F("pk")),
                name="forums_topic_not_its_own_broader",
                violation_error_message="A topic cannot be broader than itself.",
            ),
            models.CheckConstraint(
                condition=~Q(code=NONE_CODE) | Q(broader=None),
                name="forums_topic_none_stands_alone",
                violation_error_message="The row for forums that agreed none has no broader topic.",
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.name

    def clean(self) -> None:
        """Refuse a circle of broader topics, in which counting would never end."""
        above = self.broader
        while above is not None:
            if above.pk is not None and above.pk == self.pk:
                raise ValidationError({"broader": "This topic is broader than the one chosen. Choose another."})
            above = above.broader


@tracked()
class Forum(Provenance):
    """A community forum: residents, councillors and police of one locality."""

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    district = models.ForeignKey(District, on_delete=models.PROTECT, related_name="forums")
    usual_venue = models.CharField(max_length=200, blank=True)
    about = models.TextField("about the area", blank=True)
    starts_on = models.DateField("active from")
    ends_on = models.DateField("active until", null=True, blank=True)
    end_reason = models.CharField("why it ended", max_length=LONGEST_REASON, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from")

    objects = ForumQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="forums_forum_ends_after_start",
                violation_error_message="The forum ends on or after the day it starts.",
            ),
            models.CheckConstraint(
                condition=Q(merged_into=None) | (Q(ends_on__isnull=False) & ~Q(merged_into=F("pk"))),
                name="forums_forum_merged_has_ended",
                violation_error_message="A forum that merged into another has the day it ended.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_active_on(self, day: date) -> bool:
        """Whether the day is within the forum's dates."""
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)


def _attenders(label: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    limits = [MinValueValidator(0, ABSURD), MaxValueValidator(MOST_ATTENDERS, ABSURD)]  # said beside the field
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=limits)


@tracked()
class ForumMeeting(Provenance):
    """One meeting of a forum. Unknown attendance is empty, never zero."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="meetings")
    held_on = models.DateField("date")
    starts_at = models.TimeField("time", null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    cancelled_reason = models.CharField("why it was cancelled", max_length=LONGEST_REASON, blank=True)
    elected_members = _attenders("elected members")
    residents = _attenders("residents")
    police = _attenders("police officers and staff")
    others = _attenders("others")
    police_attended = models.BooleanField("police attended", null=True, blank=True)
    priorities_outcome = models.CharField(
        "priorities", max_length=12, choices=PrioritiesOutcome, default=PrioritiesOutcome.NOT_RECORDED
    )

    objects = MeetingQuerySet.as_manager()

    class Meta:
        triggers = [
            pgtrigger.Trigger(
                name="agreed_while_priorities",
                when=pgtrigger.Before,
                operation=pgtrigger.UpdateOf("priorities_outcome"),  # type: ignore[no-untyped-call]  # pgtrigger is half typed
                condition=pgtrigger.Q(new__priorities_outcome__in=["none_agreed", "not_recorded"]),
                func=AGREED_WHILE_PRIORITIES,
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "held_on"],
                name="forums_meeting_once_a_day",
                violation_error_message="This forum has a meeting on that day.",
            ),
            models.CheckConstraint(
                condition=(Q(state="cancelled") & ~Q(cancelled_reason=""))
                | (~Q(state="cancelled") & Q(cancelled_reason="")),
                name="forums_meeting_cancelled_has_reason",
                violation_error_message="Give the reason if, and only if, the meeting was cancelled.",
            ),
            models.CheckConstraint(
                condition=Q(priorities_outcome="not_recorded") | Q(state="held"),
                name="forums_meeting_priorities_when_held",
                violation_error_message="Only a meeting that was held can have priorities.",
            ),
            *[
                models.CheckConstraint(
                    condition=Q(**{field: None}) | Q(**{f"{field}__lte": MOST_ATTENDERS}),
                    name=f"forums_meeting_{field}_plausible",
                    violation_error_message=ABSURD,
                )
                for field in ("elected_members", "residents", "police", "others")
            ],
            models.CheckConstraint(
                condition=~Q(police_attended=False) | Q(police=None) | Q(police=0),
                name="forums_meeting_police_agree",
                violation_error_message="Police numbers and police attendance disagree.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {nice_date(self.held_on)}"


@tracked()
class ForumPriority(Provenance):
    """A policing priority agreed at a meeting: at most three a meeting."""

    meeting = models.ForeignKey(ForumMeeting, on_delete=models.PROTECT, related_name="priorities")
    position = models.PositiveSmallIntegerField()
    topic = models.ForeignKey(PriorityTopic, on_delete=models.PROTECT, related_name="priorities")
    wording = models.CharField("as agreed", max_length=500)
    continuity = models.CharField(max_length=10, choices=Continuity, default=Continuity.NEW)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to")
    closed_at = models.ForeignKey(
        ForumMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="priorities_closed"
    )

    objects = PriorityQuerySet.as_manager()

    class Meta:
        verbose_name = "priority"
        verbose_name_plural = "priorities"
        triggers = [
            pgtrigger.Trigger(
                name="only_when_agreed",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.UpdateOf("meeting_id", "topic_id"),  # type: ignore[no-untyped-call]  # pgtrigger is half typed
                func=ONLY_WHEN_AGREED,
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=3),
                name="forums_priority_three_at_most",
                violation_error_message="A forum agrees at most three priorities.",
            ),
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="forums_priority_position_once",
                violation_error_message="This meeting has a priority in that place.",
            ),
            models.CheckConstraint(
                condition=Q(continuity="retained") | Q(carried_from=None),
                name="forums_priority_new_carries_nothing",
                violation_error_message="A new priority is not carried from an earlier one.",
            ),
            models.UniqueConstraint(
                fields=["carried_from"],
                name="forums_priority_carried_once",
                violation_error_message="An earlier priority is kept as one priority, not as two.",
            ),
            models.CheckConstraint(
                condition=~Q(wording=""),
                name="forums_priority_has_words",
                violation_error_message="Enter what the forum agreed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.wording}"


@tracked()
class PriorityProgress(Provenance):
    """What was reported at a later meeting about a priority."""

    priority = models.ForeignKey(ForumPriority, on_delete=models.PROTECT, related_name="progress")
    meeting = models.ForeignKey(ForumMeeting, on_delete=models.PROTECT, related_name="progress_reported")
    text = models.CharField("what was done", max_length=1000)

    class Meta:
        verbose_name = "progress"
        verbose_name_plural = "progress on priorities"
        constraints = [
            models.UniqueConstraint(
                fields=["priority", "meeting"],
                name="forums_progress_once_a_meeting",
                violation_error_message="Progress on this priority is recorded for that meeting.",
            ),
            models.CheckConstraint(
                condition=~Q(text=""), name="forums_progress_has_words", violation_error_message="Enter what was done."
            ),
        ]

    def __str__(self) -> str:
        return self.text
