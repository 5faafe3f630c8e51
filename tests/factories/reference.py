"""An invented office: Westshire, its places, plan and organisations. Numbered, never random."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from opcc.reference import models
from opcc.reference.enums import OrganisationKind, PopulationKind


class ForceAreaFactory(DjangoModelFactory[models.ForceArea]):
    """One force area a test, unless it asks for another code."""

    class Meta:
        model = models.ForceArea
        django_get_or_create = ("code",)

    code = "E23000099"
    name = "Westshire"
    force_name = "Westshire Police"


class PolicingAreaFactory(DjangoModelFactory[models.PolicingArea]):
    class Meta:
        model = models.PolicingArea

    force_area = factory.SubFactory(ForceAreaFactory)
    code = factory.Sequence(lambda n: f"policing-area-{n}")
    name = factory.Sequence(lambda n: f"Policing area {n}")


class DistrictFactory(DjangoModelFactory[models.District]):
    """A district; the policing area is given only by tests about it."""

    class Meta:
        model = models.District

    force_area = factory.SubFactory(ForceAreaFactory)
    policing_area = None
    code = factory.Sequence(lambda n: f"E07{100_000 + n}")  # no test writes one of these by hand
    name = factory.Sequence(lambda n: f"District {n}")
    position = factory.Sequence(int)


class PopulationFactory(DjangoModelFactory[models.Population]):
    class Meta:
        model = models.Population

    district = factory.SubFactory(DistrictFactory)
    kind = PopulationKind.RESIDENTS
    year = 2021
    value = 100_000
    source = "Census 2021"


class OfficeProfileFactory(DjangoModelFactory[models.OfficeProfile]):
    """The one office: a second call returns the first's row."""

    class Meta:
        model = models.OfficeProfile
        django_get_or_create = ("id",)

    id = 1
    name = "Office of the Police and Crime Commissioner"
    area_name = "Westshire"
    force_area = factory.SubFactory(ForceAreaFactory)
    commissioner_name = "Robin Vale"
    panel_name = "Westshire Police and Crime Panel"
    address = "1 Market Street\nWestford"
    telephone = "01632 960001"
    email = "office@westshire.example"
    website = "https://westshire.example"
    report_contact = "Policy officer"
    logo_text = "Westshire Police and Crime Commissioner"


class ClosedDayFactory(DjangoModelFactory[models.ClosedDay]):
    class Meta:
        model = models.ClosedDay

    day = date(2022, 9, 19)
    reason = "A day of mourning"


class PlanFactory(DjangoModelFactory[models.Plan]):
    class Meta:
        model = models.Plan
        django_get_or_create = ("title",)

    title = "Police and Crime Plan 2016 to 2021"
    starts_on = date(2016, 9, 1)
    ends_on = date(2021, 3, 31)


class PlanThemeFactory(DjangoModelFactory[models.PlanTheme]):
    class Meta:
        model = models.PlanTheme

    plan = factory.SubFactory(PlanFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = factory.LazyAttribute(lambda theme: f"Theme {theme.number}")


class PlanObjectiveFactory(DjangoModelFactory[models.PlanObjective]):
    class Meta:
        model = models.PlanObjective

    theme = factory.SubFactory(PlanThemeFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = factory.LazyAttribute(lambda objective: f"Objective {objective.number}")


class PlanPriorityFactory(DjangoModelFactory[models.PlanPriority]):
    class Meta:
        model = models.PlanPriority

    objective = factory.SubFactory(PlanObjectiveFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = factory.LazyAttribute(lambda priority: f"Priority for action {priority.number}")


class OrganisationFactory(DjangoModelFactory[models.Organisation]):
    class Meta:
        model = models.Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")
    kind = OrganisationKind.COUNCIL


class ContactFactory(DjangoModelFactory[models.Contact]):
    class Meta:
        model = models.Contact

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Contact {n}")
    post = "Clerk"
    email = factory.Sequence(lambda n: f"contact-{n}@council.example")
