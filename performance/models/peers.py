"""The forces a measure is compared with, and how the force stands among them."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from performance.models.measures import Series


@tracked()
class PeerGroup(Provenance):
    """A group of forces that are most alike, by somebody's reckoning."""

    name = models.CharField(max_length=150)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="performance_peergroup_name_once",
                violation_error_message="There is a group of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class PeerMember(models.Model):
    """A force's time in a group: lists of most similar forces change, so a rank names its list's day."""

    group = models.ForeignKey(PeerGroup, on_delete=models.CASCADE, related_name="members")
    force = models.CharField(max_length=100)
    is_own = models.BooleanField("this office's force", default=False)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "member of a peer group"
        verbose_name_plural = "members of peer groups"
        constraints = [
            models.UniqueConstraint(
                "group",
                Lower("force"),
                "starts_on",
                name="performance_peermember_once",
                violation_error_message="This force is in the group from that day already.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="performance_peermember_dates",
                violation_error_message="Membership ends on or after the day it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.force


@tracked()
class PeerStanding(Provenance):
    """The force's rank among its peers for a period, as a source states it."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="standings", verbose_name="measure")
    group = models.ForeignKey(PeerGroup, on_delete=models.PROTECT, related_name="standings")
    month = models.DateField("period to")
    rank = models.PositiveSmallIntegerField(help_text="1 is best.")
    of = models.PositiveSmallIntegerField("out of")
    average = models.DecimalField("the group's average", max_digits=14, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = "rank among peers"
        verbose_name_plural = "ranks among peers"
        constraints = [
            models.UniqueConstraint(
                fields=["series", "group", "month"],
                name="performance_standing_once",
                violation_error_message="There is a rank for that period.",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="performance_standing_first_of_month",
                violation_error_message="A month is written as its first day.",
            ),
            models.CheckConstraint(
                condition=Q(rank__gte=1, rank__lte=F("of")),
                name="performance_standing_rank_within",
                violation_error_message="The rank is from 1 to the number of forces.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.series}: {self.rank} of {self.of}"


@tracked()
class PeerValue(Provenance):
    """One peer force's value of a measure for a period, from which ranks are worked out."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="peer_values", verbose_name="measure")
    member = models.ForeignKey(PeerMember, on_delete=models.PROTECT, related_name="values", verbose_name="force")
    month = models.DateField("period to")
    value = models.DecimalField(max_digits=14, decimal_places=4)

    class Meta:
        verbose_name = "value of a peer"
        verbose_name_plural = "values of peers"
        constraints = [
            models.UniqueConstraint(
                fields=["series", "member", "month"],
                name="performance_peervalue_once",
                violation_error_message="There is a value for that period.",
            ),
            models.CheckConstraint(
                condition=Q(month__day=1),
                name="performance_peervalue_first_of_month",
                violation_error_message="A month is written as its first day.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.month:%B %Y}"
