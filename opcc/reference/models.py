"""The office and the places, plan and organisations it works with.

A policing area and a district are different things that may share a name: match on codes.
"""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from opcc.core.audit import tracked
from opcc.core.models import Provenance
from opcc.reference.enums import OrganisationKind, PopulationKind

HEX_COLOUR = RegexValidator(r"^#[0-9a-f]{6}$", "Write the colour as # and six hexadecimal digits, for example #1d3d6b.")


@tracked()
class ForceArea(models.Model):
    """The area of one police force and one Commissioner."""

    code = models.CharField(max_length=9, unique=True, help_text="For example E23000017.")
    name = models.CharField(max_length=100)
    force_name = models.CharField("name of the police force", max_length=100)

    def __str__(self) -> str:
        return self.name


@tracked()
class PolicingArea(models.Model):
    """A part of the force area as the police divide it."""

    force_area = models.ForeignKey(ForceArea, on_delete=models.PROTECT, related_name="policing_areas")
    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return f"{self.name} policing area"


@tracked()
class District(models.Model):
    """A district, borough or unitary authority."""

    force_area = models.ForeignKey(ForceArea, on_delete=models.PROTECT, related_name="districts")
    policing_area = models.ForeignKey(
        PolicingArea, on_delete=models.PROTECT, related_name="districts", null=True, blank=True
    )
    code = models.CharField("GSS code", max_length=9, unique=True, help_text="For example E07000222.")
    name = models.CharField(max_length=100)
    position = models.PositiveSmallIntegerField("order", default=0)

    def __str__(self) -> str:
        return self.name


@tracked()
class Population(models.Model):
    """How many people or households live in a district, in which year, by which source."""

    district = models.ForeignKey(District, on_delete=models.CASCADE, related_name="populations")
    kind = models.CharField(max_length=12, choices=PopulationKind, default=PopulationKind.RESIDENTS)
    year = models.PositiveSmallIntegerField()
    value = models.PositiveIntegerField("number")
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["district", "kind", "year"],
                name="reference_population_once",
                violation_error_message="This district has a figure for that year.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.district}, {self.get_kind_display().lower()}, {self.year}"


@tracked()
class OfficeProfile(Provenance):
    """The office itself: one row."""

    name = models.CharField(max_length=150, help_text="For example: Office of the Police and Crime Commissioner")
    area_name = models.CharField(max_length=100, help_text="As it follows 'for': Westshire")
    force_area = models.ForeignKey(ForceArea, on_delete=models.PROTECT, related_name="+")
    commissioner_name = models.CharField("Commissioner's name", max_length=150)
    panel_name = models.CharField("name of the Police and Crime Panel", max_length=150)
    address = models.TextField()
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail")
    website = models.URLField(blank=True)
    report_contact = models.CharField(max_length=150, help_text="The post named as contact on papers to the Panel.")
    logo_text = models.CharField(max_length=60, help_text="The words in the bar at the top of every page.")
    brand_colour = models.CharField(max_length=7, default="#1d3d6b", validators=[HEX_COLOUR])
    report_due_days = models.PositiveSmallIntegerField(
        "days until a forum report is due", default=14, help_text="Counted from the day of the forum."
    )
    is_sample = models.BooleanField("sample data", default=False, editable=False)

    class Meta:
        verbose_name = "office profile"
        constraints = [
            models.CheckConstraint(
                condition=Q(pk=1), name="reference_officeprofile_one", violation_error_message="There is one office."
            ),
            models.CheckConstraint(
                condition=Q(report_due_days__gte=1, report_due_days__lte=90),
                name="reference_officeprofile_due_days",
                violation_error_message="A forum report is due 1 to 90 days after the forum.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} for {self.area_name}"


@tracked()
class ClosedDay(models.Model):
    """A one-off day that is not a working day, proclaimed too late for the calendar library."""

    day = models.DateField(unique=True)
    reason = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"{self.day}: {self.reason}"


@tracked()
class Plan(models.Model):
    """A Police and Crime Plan."""

    title = models.CharField(max_length=150, unique=True)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        verbose_name = "Police and Crime Plan"
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")),
                name="reference_plan_ends_after_start",
                violation_error_message="The plan ends after it starts.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class _Numbered(models.Model):
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=250)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


@tracked()
class PlanTheme(_Numbered):
    """A theme of the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="themes")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["plan", "number"], name="reference_plantheme_once")]


@tracked()
class PlanObjective(_Numbered):
    """An objective under a theme."""

    theme = models.ForeignKey(PlanTheme, on_delete=models.CASCADE, related_name="objectives")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["theme", "number"], name="reference_planobjective_once")]


@tracked()
class PlanPriority(_Numbered):
    """A priority for action under an objective, with the dates it holds for."""

    objective = models.ForeignKey(PlanObjective, on_delete=models.CASCADE, related_name="priorities")
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "priority for action"
        verbose_name_plural = "priorities for action"
        constraints = [
            models.UniqueConstraint(fields=["objective", "number"], name="reference_planpriority_once"),
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="reference_planpriority_dates",
                violation_error_message="The priority ends on or after the day it starts.",
            ),
        ]


@tracked()
class Organisation(Provenance):
    """A body the office deals with."""

    name = models.CharField(max_length=150)
    kind = models.CharField(max_length=20, choices=OrganisationKind, default=OrganisationKind.OTHER)
    website = models.URLField(blank=True)
    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField("e-mail", blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("name"),
                name="reference_organisation_name_once",
                violation_error_message="There is an organisation of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class Contact(Provenance):
    """A person the office deals with at an organisation. Not an account."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=150)
    post = models.CharField(max_length=150, blank=True)
    email = models.EmailField("e-mail", blank=True)
    telephone = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.name}, {self.organisation}"
