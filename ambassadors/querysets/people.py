"""Who holds which forum on which day."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.db.models.functions import Concat

from ambassadors.enums import UNDECIDED


class AmbassadorQuerySet(models.QuerySet[Any]):
    """Ambassadors and applicants."""

    def with_full_name(self) -> "AmbassadorQuerySet":
        """Each with `full_name`, for searches that type both names."""
        return self.annotate(full_name=Concat("first_name", models.Value(" "), "last_name"))

    def in_post_between(self, start: date, end: date) -> "AmbassadorQuerySet":
        """People who held a forum on some day from `start` to `end`."""
        held = Q(appointments__starts_on__lte=end) & (
            Q(appointments__ends_on=None) | Q(appointments__ends_on__gte=start)
        )
        return self.filter(pk__in=self.model.objects.filter(held).values("pk"))


class AppointmentQuerySet(models.QuerySet[Any]):
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


class ApplicationQuerySet(models.QuerySet[Any]):
    """Applications to be an ambassador."""

    def undecided(self) -> "ApplicationQuerySet":
        """Those that still wait for a decision."""
        return self.filter(state__in=UNDECIDED)
