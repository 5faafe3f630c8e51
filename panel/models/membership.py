"""Who sits on the Panel: councils and their seats, members and their terms, posts, working groups and interests."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from opcc.core.audit import tracked
from opcc.core.days import ends_after_start, one_at_a_time
from opcc.core.models import Provenance
from opcc.reference.models import District
from panel.enums import InterestKind, MemberKind, Post
from panel.querysets import (
    GroupQuerySet,
    InterestQuerySet,
    MemberQuerySet,
    PlaceQuerySet,
    PostQuerySet,
    TermQuerySet,
)


@tracked()
class Council(Provenance):
    """A council that appoints members, and how many."""

    name = models.CharField(max_length=150, unique=True)
    district = models.OneToOneField(
        District, on_delete=models.PROTECT, null=True, blank=True, related_name="council",
        help_text="Empty for a council whose area is larger than one district.",
    )  # fmt: skip
    seats = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=1, seats__lte=20),
                name="panel_council_seats",
                violation_error_message="A council has 1 to 20 seats.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Member(Provenance):
    """A person who sits, sat or may substitute on the Panel. The account may come later."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="panel_member"
    )
    style = models.CharField(max_length=30, blank=True, help_text="As it stands before the name: Councillor.")
    first_name = models.CharField(max_length=100)
    last_name = models.CharField(max_length=100)
    sees_exempt = models.BooleanField(
        "may read exempt papers",
        default=False,
        help_text="While a term or a naming as substitute runs. A member without it is not told that there are any.",
    )

    objects = MemberQuerySet.as_manager()

    class Meta:
        verbose_name = "member of the Panel"
        verbose_name_plural = "members of the Panel"

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """'Councillor Ellen Marsh'."""
        return " ".join(filter(None, (self.style, self.first_name, self.last_name)))


@tracked()
class Term(Provenance):
    """A member's time on the Panel, for a council or as a co-opted independent member."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="terms")
    kind = models.CharField(
        max_length=10, choices=MemberKind, default=MemberKind.APPOINTED,
        help_text=(
            "Nobody is co-opted who works for the Commissioner or the police, or is a member of Parliament or of "
            "another Panel; while there are two co-opted seats, no councillor of the area either."
        ),
    )  # fmt: skip
    council = models.ForeignKey(Council, on_delete=models.PROTECT, null=True, blank=True, related_name="terms")
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)
    end_reason = models.CharField("why it ended", max_length=250, blank=True)

    objects = TermQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("panel_term_ends_after_start", "The term ends on or after the day it starts."),
            models.CheckConstraint(
                condition=Q(kind="appointed", council__isnull=False) | Q(kind="co_opted", council=None),
                name="panel_term_council_if_appointed",
                violation_error_message="An appointed member has a council that appoints; a co-opted one has none.",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=False) | Q(end_reason=""),
                name="panel_term_end_reason_when_ended",
                violation_error_message="Give the last day with the reason.",
            ),
            one_at_a_time(
                "member",
                name="panel_term_one_a_member",
                message="This member is on the Panel for some of those days already.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.council or self.get_kind_display().lower()}"


@tracked()
class PanelPost(Provenance):
    """Who was chair or vice-chair, from when to when."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="posts")
    post = models.CharField(max_length=10, choices=Post)
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = "post on the Panel"
        verbose_name_plural = "posts on the Panel"
        constraints = [
            ends_after_start("panel_post_ends_after_start", "The post ends on or after the day it starts."),
            one_at_a_time(
                "post", name="panel_post_one_holder", message="Somebody else holds this post on some of those days."
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.get_post_display().lower()}"


@tracked()
class WorkingGroup(Provenance):
    """A working group of the Panel, and what the Panel leaves to it."""

    name = models.CharField(max_length=150, unique=True)
    purpose = models.TextField(blank=True)
    delegated = models.TextField(
        "topics left to it",
        blank=True,
        help_text="One on a line. Plan, annual report, precept and hearings stay with the Panel.",
    )
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        constraints = [
            ends_after_start("panel_group_ends_after_start", "The group ends on or after the day it starts."),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class GroupPlace(Provenance):
    """A member's place in a working group."""

    group = models.ForeignKey(WorkingGroup, on_delete=models.PROTECT, related_name="places")
    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="places")
    is_chair = models.BooleanField("chairs the group", default=False)
    starts_on = models.DateField("from")
    ends_on = models.DateField("until", null=True, blank=True)

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = "place in a working group"
        verbose_name_plural = "places in working groups"
        constraints = [
            ends_after_start("panel_place_ends_after_start", "The place ends on or after the day it starts."),
            one_at_a_time(
                "group", "member", name="panel_place_once", message="This member is in the group on some of those days."
            ),
            one_at_a_time(
                "group",
                name="panel_place_one_chair",
                message="Somebody else chairs the group on some of those days.",
                condition=Q(is_chair=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}, {self.group}"


@tracked()
class RegisteredInterest(Provenance):
    """A line of a member's register of interests. A sensitive one is registered and never published."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="interests")
    kind = models.CharField(max_length=15, choices=InterestKind)
    description = models.CharField(max_length=500)
    registered_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    is_sensitive = models.BooleanField(
        "sensitive", default=False,
        help_text="Publishing it could lead to violence or intimidation (Localism Act 2011, section 32).",
    )  # fmt: skip

    objects = InterestQuerySet.as_manager()

    class Meta:
        verbose_name = "registered interest"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("registered_on")),
                name="panel_interest_ends_after_registered",
                violation_error_message="The interest ended on or after the day it was registered.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.get_kind_display().lower()}"
