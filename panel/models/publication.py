"""The publication checklist: each thing to publish with who looks after it, and the log of what was published."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.core.audit import tracked
from opcc.core.models import Provenance
from panel.models.appending import append_only
from panel.publication import FREQUENCY_WORDS, Frequency
from panel.querysets import DutyQuerySet
from panel.specified_information import BY_CODE, Specified

FREQUENCIES = [(frequency.value, words) for frequency, words in FREQUENCY_WORDS.items()]
OWNERS = [(role.value, role.label) for role in Role if role in STAFF_ROLES]


@tracked()
class PublicationDuty(Provenance):
    """One thing that the Specified Information Order has published: who looks after it, and how often."""

    code = models.CharField("what", max_length=40, unique=True)
    place = models.PositiveSmallIntegerField("order", editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="looked after by", help_text="A person of the office, or a role, one of the two.",
    )  # fmt: skip
    owner_role = models.CharField("role that looks after it", max_length=30, choices=OWNERS, blank=True)
    frequency = models.CharField("how often", max_length=12, choices=FREQUENCIES)
    changed_on = models.DateField(
        "changed on", null=True, blank=True, help_text="Of what is published when it changes."
    )
    set_aside_reason = models.CharField("why it does not apply", max_length=300, blank=True)

    objects = DutyQuerySet.as_manager()

    class Meta:
        verbose_name = "thing to publish"
        verbose_name_plural = "things to publish"
        constraints = [
            models.CheckConstraint(
                condition=Q(owner=None) | Q(owner_role=""),
                name="panel_duty_one_owner",
                violation_error_message="Name a person or a role, not both.",
            ),
            models.CheckConstraint(
                condition=Q(frequency=Frequency.ON_CHANGE) | Q(changed_on=None),
                name="panel_duty_changes",
                violation_error_message="Only what is published when it changes has a day of the change.",
            ),
        ]

    def __str__(self) -> str:
        return self.item.what

    @property
    def item(self) -> Specified:
        """What the Order says of it."""
        return BY_CODE[self.code]


@tracked()
class Publication(Provenance):
    """One time that something was published, with the proof. Never changed and never deleted."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    duty = models.ForeignKey(PublicationDuty, on_delete=models.PROTECT, related_name="log", verbose_name="what")
    published_on = models.DateField("published on")
    about = models.CharField("of which time or part", max_length=150, blank=True, help_text="February 2018.")
    for_year = models.PositiveSmallIntegerField(
        "for the financial year from 1 April", null=True, blank=True, help_text="2018 for 2018/19."
    )
    url = models.URLField("address", blank=True, max_length=500)
    file = models.FileField(upload_to="publications/", blank=True)
    name = models.CharField("name of the file", max_length=150, blank=True)
    content_type = models.CharField(max_length=60, blank=True)
    size = models.PositiveIntegerField("bytes", null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        verbose_name = "publication"
        constraints = [
            models.CheckConstraint(
                condition=(~Q(url="") & Q(file="", size=None, sha256=""))
                | (Q(url="", size__isnull=False) & ~Q(file="") & ~Q(sha256="")),
                name="panel_publication_link_or_file",
                violation_error_message="Give the address or a file as proof, one of the two.",
            ),
            models.CheckConstraint(
                condition=Q(for_year=None) | Q(for_year__gte=2012, for_year__lte=2100),
                name="panel_publication_year",
                violation_error_message="Write the year in which the financial year begins, as 2018.",
            ),
        ]
        indexes = [models.Index(fields=["duty", "-published_on"], name="panel_publication_latest")]
        triggers = [append_only("publications")]

    def __str__(self) -> str:
        return f"Published on {self.published_on:%-d %B %Y}"
