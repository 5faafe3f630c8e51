"""Contacts, events and objectives by whose they are and when they are due."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from ambassadors.models import Ambassador, KeyContact, Objective  # noqa: F401 -- named in quotes below


class ContactQuerySet(models.QuerySet["KeyContact"]):
    """Key contacts."""

    def current(self) -> "ContactQuerySet":
        """Those the ambassador still keeps up."""
        return self.filter(ended_on=None)

    def due_by(self, day: date) -> "ContactQuerySet":
        """Current ones to be in touch with on or before the day."""
        return self.current().filter(due_on__lte=day)


class ObjectiveQuerySet(models.QuerySet["Objective"]):
    """Objectives of one ambassador or of all."""

    def asked_of(self, ambassador: "Ambassador") -> "ObjectiveQuerySet":
        """The ambassador's own and those of every ambassador."""
        return self.filter(Q(ambassador=ambassador) | Q(ambassador=None))

    def running_on(self, day: date) -> "ObjectiveQuerySet":
        """Those whose period covers the day."""
        return self.filter(starts_on__lte=day, ends_on__gte=day)

    def in_order(self) -> "ObjectiveQuerySet":
        """As the office set them, one period after another, the latest first."""
        return self.order_by("-starts_on", "position", "pk")
