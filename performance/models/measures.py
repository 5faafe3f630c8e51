"""What the force is measured by, and for which areas each measure is kept."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from opcc.reference.enums import PopulationKind
from opcc.reference.models import District, ForceArea, PlanObjective, PolicingArea
from performance.enums import AddsUp, AreaKind, Improvement, Inclusion, MeasureKind, MeasureUnit, RuleChoice
from performance.models.keys import SERIES_LOOKUPS, stays_while_figures_name_it
from performance.querysets import MeasureQuerySet, SeriesQuerySet

RESERVED_CODES = ("areas", "compare", "how-signals-are-found")  # addresses of other pages: see performance/urls.py
PERCENT_LIKE = ("percent",)


@tracked()
class TopicGroup(models.Model):
    """A heading of the summary, under which measures stand in order."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField("order", default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="performance_group_name_once",
                violation_error_message="There is a heading of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Measure(Provenance):
    """One thing that is measured month by month. A restricted one stands in no public page or edition."""

    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=150)
    noun = models.CharField(
        "what it counts", max_length=60, help_text="As a sentence says it: offences, reports, calls, of victims asked."
    )
    definition = models.TextField(max_length=2000, blank=True)
    group = models.ForeignKey(TopicGroup, on_delete=models.PROTECT, related_name="measures", verbose_name="heading")
    objective = models.ForeignKey(
        PlanObjective,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name="objective of the plan",
    )
    position = models.PositiveSmallIntegerField("order", default=0)
    unit = models.CharField(max_length=10, choices=MeasureUnit)
    kind = models.CharField(max_length=10, choices=MeasureKind)
    rolling_months = models.PositiveSmallIntegerField(
        "rolling window in months", null=True, blank=True, help_text="6 or 12, for a survey that looks back so far."
    )
    improvement = models.CharField("improvement would be", max_length=10, choices=Improvement)
    improvement_words = models.CharField(
        "signs of improvement",
        max_length=250,
        blank=True,
        help_text="As readers see it: 'More reports, as victims gain confidence'.",
    )
    inclusion = models.CharField("in reports", max_length=30, choices=Inclusion)
    adds_up = models.CharField("how areas add up", max_length=5, choices=AddsUp)
    rate_base = models.CharField(
        "rates are per 1,000",
        max_length=12,
        choices=PopulationKind,
        blank=True,
        help_text="Empty: no rate is worked out.",
    )
    rules = models.CharField("rules for signals", max_length=15, choices=RuleChoice, default=RuleChoice.OFFICE)
    owner = models.CharField("who answers for it", max_length=150, blank=True, help_text="A post, not a person.")
    is_restricted = models.BooleanField(
        "restricted", default=False, help_text="A restricted measure is left out of everything the public can read."
    )
    is_active = models.BooleanField("in use", default=True)

    objects = MeasureQuerySet.as_manager()

    class Meta:
        permissions = [("view_restricted_measure", "Can read restricted measures and answers")]
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="performance_measure_name_once",
                violation_error_message="There is a measure of this name.",
            ),
            models.CheckConstraint(
                condition=~Q(code__in=RESERVED_CODES),
                name="performance_measure_code_is_no_page",
                violation_error_message="This code is the address of another page of the force’s figures. "
                "Choose another, such as 'compare-offences' for 'compare'.",
            ),
            models.CheckConstraint(
                condition=Q(kind="survey", rolling_months__isnull=False, rolling_months__gte=1, rolling_months__lte=36)
                | (~Q(kind="survey") & Q(rolling_months=None)),
                name="performance_measure_survey_has_window",
                violation_error_message="A survey has its rolling window of 1 to 36 months, and nothing else has one.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="survey") | Q(unit="percent"),
                name="performance_measure_survey_in_percent",
                violation_error_message="A survey's share is in percent.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="count") | Q(unit__in=["count", "pounds"]),
                name="performance_measure_count_unit",
                violation_error_message="A count is in numbers or pounds. Choose another kind for this unit.",
            ),
            models.CheckConstraint(
                condition=~Q(adds_up="sum") | Q(kind="count"),
                name="performance_measure_counts_add_up",
                violation_error_message="Only counts of areas add up.",
            ),
            models.CheckConstraint(
                condition=Q(rate_base="") | Q(kind="count", unit="count"),
                name="performance_measure_rate_of_counts",
                violation_error_message="Only a count has a rate per 1,000.",
            ),
            models.CheckConstraint(
                condition=~Q(kind="survey") | Q(rules__in=["office", "line_only"]),
                name="performance_measure_rolling_has_no_runs",
                violation_error_message="A rolling measure is drawn as a line: run rules do not fit it.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_rolling(self) -> bool:
        """Whether each month looks back over a window, so that its neighbours hang together."""
        return self.rolling_months is not None and self.rolling_months > 1

    @property
    def is_percent(self) -> bool:
        """Whether values lie between 0 and 100."""
        return self.unit in PERCENT_LIKE


@tracked(exclude=("stale_from",))
class Series(models.Model):
    """A measure as it is kept for one area: exactly one force area, policing area or district.

    `stale_from` is the earliest month whose summaries are to be worked out anew; NULL when none is.
    """

    measure = models.ForeignKey(Measure, on_delete=models.PROTECT, related_name="series")
    force_area = models.ForeignKey(
        ForceArea, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name="force area"
    )
    policing_area = models.ForeignKey(PolicingArea, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    district = models.ForeignKey(District, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    stale_from = models.DateField(null=True, blank=True, editable=False)

    objects = SeriesQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "series"
        triggers = [stays_while_figures_name_it("series", SERIES_LOOKUPS)]
        constraints = [
            models.CheckConstraint(
                condition=Q(force_area__isnull=False, policing_area=None, district=None)
                | Q(force_area=None, policing_area__isnull=False, district=None)
                | Q(force_area=None, policing_area=None, district__isnull=False),
                name="performance_series_one_area",
                violation_error_message="Choose one area: the force, a policing area or a district.",
            ),
            models.UniqueConstraint(
                fields=["measure", "force_area", "policing_area", "district"],
                nulls_distinct=False,
                name="performance_series_once",
                violation_error_message="This measure is kept for that area already.",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(stale_from__isnull=False), name="performance_series_stale"),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.area_name}"

    @property
    def area(self) -> ForceArea | PolicingArea | District:
        """The one area."""
        area = self.force_area or self.policing_area or self.district
        assert area is not None, "the database sees to it"
        return area

    @property
    def area_kind(self) -> AreaKind:
        """Which kind of area it is."""
        if self.force_area_id is not None:
            return AreaKind.FORCE
        return AreaKind.POLICING_AREA if self.policing_area_id is not None else AreaKind.DISTRICT

    @property
    def area_name(self) -> str:
        """With its kind, because a policing area and a district may share a name."""
        return area_name(self.area_kind, self.area.name)


def area_name(kind: AreaKind, name: str) -> str:
    """'Westshire force area', 'North Westshire policing area', 'Northton district'."""
    return f"{name} {kind.label.lower()}"


@tracked()
class Target(Provenance):
    """What the value should reach, from a day to a day. Without a series it holds for every area of the measure."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="targets")
    series = models.ForeignKey(
        Series, on_delete=models.CASCADE, null=True, blank=True, related_name="targets", verbose_name="only in"
    )
    value = models.DecimalField(max_digits=14, decimal_places=4)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    words = models.CharField("in words", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="performance_target_dates",
                violation_error_message="The target ends on or after the day it starts.",
            ),
            models.UniqueConstraint(
                fields=["measure", "series", "starts_on"],
                nulls_distinct=False,
                name="performance_target_once",
                violation_error_message="There is a target from that day.",
            ),
        ]

    def __str__(self) -> str:
        return self.words or f"{self.measure}: {self.value.normalize():f}"
