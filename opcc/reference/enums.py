"""Kinds of organisations and of population figures."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    POLICE = "police", "Police"
    COUNCIL = "council", "Council"
    PARISH = "parish", "Parish or town council"
    HEALTH = "health", "Health"
    CRIMINAL_JUSTICE = "criminal_justice", "Criminal justice"
    VOLUNTARY = "voluntary", "Voluntary or community"
    BUSINESS = "business", "Business"
    SCHOOL = "school", "School or college"
    OTHER = "other", "Other"


class PopulationKind(TextChoices):
    RESIDENTS = "residents", "Residents"
    HOUSEHOLDS = "households", "Households"
