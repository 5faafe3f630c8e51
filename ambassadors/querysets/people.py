"""Who holds which forum on which day."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Q

from ambassadors.enums import UNDECIDED

if TYPE_CHECKING:
    from ambassadors.models import Ambassador, Application, Appointment  # noqa: F401 -- named in quotes below


class AmbassadorQuerySet(models.QuerySet["Ambassador"]):
    """Ambassadors and applicants."""

    def in_post_on(self, day: date) -> "AmbassadorQuerySet":
        """People who hold a forum on the day."""
        live = Q(appointments__ends_on=None) | Q(appointments__ends_on__gte=day)
        return self.filter(live, appointments__starts_on__lte=day).distinct()


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    """Appointments by the days they cover."""

    def live_on(self, day: Any) -> "AppointmentQuerySet":
        """Those that cover the day. `day` is a date, or an OuterRef to one."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def overlapping(self, start: date, end: date) -> "AppointmentQuerySet":
        """Those that cover some day from `start` to `end`."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=start), starts_on__lte=end)

    def ended_between(self, start: date, end: date) -> "AppointmentQuerySet":
        """Those whose last day lies from `start` to `end`."""
        return self.filter(ends_on__gte=start, ends_on__lte=end)


class ApplicationQuerySet(models.QuerySet["Application"]):
    """Applications to be an ambassador."""

    def undecided(self) -> "ApplicationQuerySet":
        """Those that still wait for a decision."""
        return self.filter(state__in=UNDECIDED)
