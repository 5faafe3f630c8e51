"""Whom the office knows at the police."""

from django.db.models import BooleanField, Case, QuerySet, Value, When

from opcc.reference.enums import OrganisationKind
from opcc.reference.models import Contact, OfficeProfile


def force_contacts() -> "QuerySet[Contact]":
    """People at police organisations who have an e-mail address, those of the office's own force first."""
    force = OfficeProfile.objects.filter(pk=1).values("force_area__force_name")[:1]
    police = Contact.objects.filter(organisation__kind=OrganisationKind.POLICE).exclude(email="")
    of_force = Case(When(organisation__name=force, then=Value(True)), default=False, output_field=BooleanField())
    return police.select_related("organisation").annotate(of_force=of_force).order_by("-of_force", "name", "pk")
