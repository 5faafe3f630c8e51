"""The forum report as the ambassador writes it, step by step, and what the office asked about it."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from ambassadors.enums import ItemKind, ReportState
from ambassadors.models.people import Ambassador
from ambassadors.querysets.reports import ReportQuerySet
from forums.enums import Continuity, PrioritiesOutcome
from forums.models import MOST_ATTENDERS, Forum, ForumMeeting, ForumPriority, PriorityTopic
from opcc.core.audit import tracked
from opcc.core.models import Provenance

SENT_STATES = ["submitted", "returned", "accepted"]


def _attenders(label: str) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(label, null=True, blank=True)


@tracked(exclude=("unfinished",))
class ForumReport(Provenance):
    """What an ambassador reports from one meeting of a forum. `version` rises with every save of a step.

    `unfinished` keeps a step that was left half-typed, as the form posted it, until it is whole enough to be answers.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    reference = models.CharField(max_length=20, unique=True, null=True, blank=True, help_text="Given when it is sent.")
    ambassador = models.ForeignKey(Ambassador, on_delete=models.PROTECT, related_name="reports")
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="reports")
    meeting = models.ForeignKey(
        ForumMeeting, on_delete=models.PROTECT, null=True, blank=True, related_name="reports", editable=False
    )
    met_on = models.DateField("date of the meeting")
    starts_at = models.TimeField("time", null=True, blank=True)
    venue = models.CharField(max_length=200, blank=True)
    due_on = models.DateField("due by")
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    steps_done = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    unfinished = models.JSONField(default=dict, blank=True, editable=False)
    elected_members = _attenders("elected members")
    residents = _attenders("residents")
    police = _attenders("police officers and staff")
    others = _attenders("others")
    police_attended = models.BooleanField("police attended", null=True)
    priorities_outcome = models.CharField(
        "priorities", max_length=12, choices=PrioritiesOutcome, default=PrioritiesOutcome.NOT_RECORDED
    )
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    submitted_at = models.DateTimeField("sent", null=True, blank=True)
    decided_at = models.DateTimeField("accepted", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="accepted by",
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "met_on"],
                name="ambassadors_report_once_a_meeting",
                violation_error_message="There is a report for this meeting.",
            ),
            models.CheckConstraint(
                condition=Q(state="draft", submitted_at=None, reference=None)
                | Q(state__in=SENT_STATES, submitted_at__isnull=False, reference__isnull=False),
                name="ambassadors_report_sent_all_or_none",
                violation_error_message="A report that was sent has a reference and the time it was sent.",
            ),
            models.CheckConstraint(
                condition=Q(state="accepted", decided_at__isnull=False, meeting__isnull=False)
                | (~Q(state="accepted") & Q(decided_at=None, decided_by=None)),
                name="ambassadors_report_accepted_all_or_none",
                violation_error_message="An accepted report has its meeting and the time it was accepted.",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gt=F("met_on")),
                name="ambassadors_report_due_after_meeting",
                violation_error_message="A report is due after its meeting.",
            ),
            *[
                models.CheckConstraint(
                    condition=Q(**{field: None}) | Q(**{f"{field}__lte": MOST_ATTENDERS}),
                    name=f"ambassadors_report_{field}_plausible",
                    violation_error_message=f"Enter a number from 0 to {MOST_ATTENDERS:,}.",
                )
                for field in ("elected_members", "residents", "police", "others")
            ],
            models.CheckConstraint(
                condition=~Q(police_attended=False) | Q(police=None) | Q(police=0),
                name="ambassadors_report_police_agree",
                violation_error_message="Police numbers and police attendance disagree.",
            ),
        ]
        indexes = [models.Index(fields=["state", "due_on"], name="ambassadors_report_queue")]

    def __str__(self) -> str:
        return self.reference or f"Draft report, {self.forum}, {self.met_on}"


class _Part(models.Model):
    """A record inside a report; all of them keep the order in which they were written."""

    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True


@tracked()
class ReportedPriority(_Part):
    """One of up to three priorities, as reported."""

    report = models.ForeignKey(ForumReport, on_delete=models.CASCADE, related_name="priorities")
    topic = models.ForeignKey(PriorityTopic, on_delete=models.PROTECT, related_name="+")
    wording = models.CharField(max_length=500)
    continuity = models.CharField(max_length=10, choices=Continuity)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="ambassadors_reportedpriority_once"),
            models.CheckConstraint(
                condition=Q(position__gte=1, position__lte=3),
                name="ambassadors_reportedpriority_three_at_most",
                violation_error_message="A forum agrees at most three priorities.",
            ),
            models.CheckConstraint(
                condition=~Q(wording=""),
                name="ambassadors_reportedpriority_has_words",
                violation_error_message="Enter what the forum agreed.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic}: {self.wording}"


@tracked()
class ReportedProgress(_Part):
    """What the meeting heard about a priority of the last one."""

    report = models.ForeignKey(ForumReport, on_delete=models.CASCADE, related_name="progress")
    priority = models.ForeignKey(ForumPriority, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=1000)

    class Meta:
        verbose_name_plural = "reported progress"
        constraints = [models.UniqueConstraint(fields=["report", "priority"], name="ambassadors_reportedprogress_once")]

    def __str__(self) -> str:
        return self.text


@tracked()
class ReportItem(_Part):
    """An issue for the office, a concern, a tension or good news. Tensions are for cleared readers only."""

    report = models.ForeignKey(ForumReport, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=10, choices=ItemKind)
    topic = models.ForeignKey(PriorityTopic, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=2000)
    raised_by = models.CharField("who raised it", max_length=150, blank=True)
    needed_by = models.DateField("needed by", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["report", "kind", "position"], name="ambassadors_reportitem_once"),
            models.CheckConstraint(
                condition=~Q(text=""),
                name="ambassadors_reportitem_has_words",
                violation_error_message="Enter what was said.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="issue") | (~Q(raised_by="") & Q(needed_by__isnull=False)),
                name="ambassadors_reportitem_issue_is_whole",
                violation_error_message="An issue for the office says who raised it and when an answer is needed.",
            ),
        ]

    def __str__(self) -> str:
        return self.text


@tracked()
class ReportFile(models.Model):
    """A photo or PDF attached to a report, cleaned before it was stored. For the office only."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    report = models.ForeignKey(ForumReport, on_delete=models.CASCADE, related_name="files")
    file = models.FileField(upload_to="reports/")
    name = models.CharField(max_length=150)
    content_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField("bytes")
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


@tracked()
class ReportQuestion(models.Model):
    """What the office asked when it returned a report, and the ambassador's answer."""

    report = models.ForeignKey(ForumReport, on_delete=models.CASCADE, related_name="questions")
    question = models.CharField(max_length=1000)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.CharField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at=None) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="ambassadors_question_answer_all_or_none",
                violation_error_message="An answer has its time, and the other way round.",
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(answered_at=None),
                name="ambassadors_question_one_open",
                violation_error_message="A question on this report is still open.",
            ),
        ]

    def __str__(self) -> str:
        return self.question
