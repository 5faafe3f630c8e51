"""Who the ambassadors are, and which forum each attends."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ambassadors.enums import ApplicationState, EndReason
from ambassadors.querysets.people import AmbassadorQuerySet, ApplicationQuerySet, AppointmentQuerySet
from forums.models import Forum
from opcc.core.audit import tracked
from opcc.core.days import DayRange, ends_after_start, one_at_a_time
from opcc.core.models import Provenance


@tracked()
class Ambassador(Provenance):
    """A Community Safety Ambassador, or someone who applied to be one. The account may come later."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="ambassador"
    )
    first_name = models.CharField("first name", max_length=100)
    last_name = models.CharField("last name", max_length=100)
    email = models.EmailField("e-mail", blank=True)
    telephone = models.CharField(max_length=40, blank=True)

    objects = AmbassadorQuerySet.as_manager()

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}"


_Days = DayRange  # as the first migration names it


@tracked()
class Appointment(Provenance):
    """An ambassador's place at a forum, from one day to another. One ambassador at a time for a forum."""

    ambassador = models.ForeignKey(Ambassador, on_delete=models.PROTECT, related_name="appointments")
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="appointments")
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)
    end_reason = models.CharField("why it ended", max_length=20, choices=EndReason, blank=True)
    end_note = models.CharField("note", max_length=250, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start(
                "ambassadors_appointment_ends_after_start", "The appointment ends on or after the day it starts."
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None, end_reason="") | (Q(ends_on__isnull=False) & ~Q(end_reason="")),
                name="ambassadors_appointment_end_has_reason",
                violation_error_message="Give both the last day and the reason, or neither.",
            ),
            one_at_a_time(
                "forum",
                name="ambassadors_appointment_one_a_forum",
                message="This forum has an ambassador for some of those days.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ambassador} at {self.forum}"


@tracked()
class VacancyAdvert(Provenance):
    """That a forum's vacancy was advertised, where and when."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="adverts")
    advertised_on = models.DateField()
    closes_on = models.DateField(null=True, blank=True)
    place = models.CharField("where", max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on=None) | Q(closes_on__gte=F("advertised_on")),
                name="ambassadors_advert_closes_after",
                violation_error_message="The advert closes on or after the day it appears.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {self.place}"


@tracked()
class Application(Provenance):
    """A person's application to be the ambassador of a forum."""

    ambassador = models.ForeignKey(
        Ambassador, on_delete=models.PROTECT, related_name="applications", verbose_name="applicant"
    )
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="applications")
    applied_on = models.DateField()
    state = models.CharField(max_length=12, choices=ApplicationState, default=ApplicationState.RECEIVED)
    decided_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=500, blank=True)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ambassador", "forum", "applied_on"],
                name="ambassadors_application_once",
                violation_error_message="This application is recorded.",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["received", "interview"], decided_on=None)
                | Q(state__in=["appointed", "declined", "withdrawn"], decided_on__isnull=False),
                name="ambassadors_application_decided_has_day",
                violation_error_message="A decided application has the day of the decision, and no other has.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ambassador} for {self.forum}"
