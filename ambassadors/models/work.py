"""Contacts, events and objectives: what an ambassador does between forums."""

import uuid

from django.db import models
from django.db.models import F, Q

from ambassadors.enums import ContactMeans, Frequency
from ambassadors.models.people import Ambassador
from ambassadors.models.reports import ForumReport
from ambassadors.querysets.work import ContactQuerySet, ObjectiveQuerySet
from opcc.core.audit import tracked
from opcc.core.models import Provenance
from opcc.reference.models import Organisation


@tracked()
class KeyContact(Provenance):
    """A person or body in an ambassador's key individual network."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ambassador = models.ForeignKey(Ambassador, on_delete=models.PROTECT, related_name="contacts")
    organisation_name = models.CharField("organisation", max_length=150)
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="organisation on the office's list",
    )
    name = models.CharField("contact", max_length=150, blank=True)
    how_to_reach = models.CharField("telephone or e-mail", max_length=150, blank=True)
    frequency = models.CharField("how often", max_length=12, choices=Frequency)
    means = models.CharField("by what means", max_length=12, choices=ContactMeans)
    added_on = models.DateField()
    last_contact_on = models.DateField("last contact", null=True, blank=True)
    due_on = models.DateField("due again")
    ended_on = models.DateField("no longer a contact from", null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last_contact_on=None) | Q(due_on__gt=F("last_contact_on")),
                name="ambassadors_contact_due_after_last",
                violation_error_message="The next contact is due after the last one.",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(ended_on=None), name="ambassadors_contact_due"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation_name}" if self.name else self.organisation_name


@tracked()
class ContactMade(Provenance):
    """One time the ambassador was in touch."""

    contact = models.ForeignKey(KeyContact, on_delete=models.PROTECT, related_name="made")
    on = models.DateField("date")
    means = models.CharField("by what means", max_length=12, choices=ContactMeans)
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "contacts made"

    def __str__(self) -> str:
        return f"{self.contact}, {self.on}"


@tracked()
class EngagementActivity(Provenance):
    """An event or engagement the ambassador attended, with what came of it."""

    ambassador = models.ForeignKey(Ambassador, on_delete=models.PROTECT, related_name="activities")
    report = models.ForeignKey(
        ForumReport, on_delete=models.CASCADE, null=True, blank=True, related_name="activities", editable=False
    )
    held_on = models.DateField("date")
    title = models.CharField("event", max_length=200)
    people_met = models.PositiveSmallIntegerField("people spoken to", null=True, blank=True)
    outcome = models.CharField(max_length=1000)

    class Meta:
        verbose_name = "event attended"
        verbose_name_plural = "events attended"

    def __str__(self) -> str:
        return f"{self.title}, {self.held_on}"


@tracked()
class Objective(Provenance):
    """What an ambassador, or every ambassador, is asked to do in a period of about six months."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    ambassador = models.ForeignKey(
        Ambassador,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="objectives",
        help_text="Leave empty for an objective of every ambassador.",
    )
    starts_on = models.DateField("from")
    ends_on = models.DateField("until")
    position = models.PositiveSmallIntegerField("order", default=0)
    title = models.CharField("objective", max_length=300)
    target = models.PositiveSmallIntegerField("number to reach", default=1)
    unit = models.CharField("counted in", max_length=60, default="times")

    objects = ObjectiveQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="ambassadors_objective_ends_after_start",
                violation_error_message="The period ends after it starts.",
            ),
            models.CheckConstraint(
                condition=Q(target__gte=1),
                name="ambassadors_objective_target_positive",
                violation_error_message="The number to reach is 1 or more.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


@tracked()
class ObjectiveProgress(Provenance):
    """A step towards an objective by one ambassador, with the evidence."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="progress")
    ambassador = models.ForeignKey(Ambassador, on_delete=models.PROTECT, related_name="progress")
    report = models.ForeignKey(
        ForumReport, on_delete=models.CASCADE, null=True, blank=True, related_name="objective_progress", editable=False
    )
    on = models.DateField("date")
    number = models.PositiveSmallIntegerField("how many", default=1)
    evidence = models.CharField(max_length=1000)

    class Meta:
        verbose_name_plural = "progress on objectives"
        constraints = [
            models.UniqueConstraint(
                fields=["objective", "report"],
                condition=Q(report__isnull=False),
                name="ambassadors_progress_once_a_report",
                violation_error_message="This report says how that objective stands.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.objective}: {self.number}"
