"""Concerns by who may read them and how far they have come."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

from ambassadors.enums import LOOP_OPEN, ConcernState, ItemKind

if TYPE_CHECKING:
    from ambassadors.models import Concern  # noqa: F401 -- named in quotes below
    from opcc.accounts.models import User

RESTRICTED = "ambassadors.view_restricted_concern"


class ConcernQuerySet(models.QuerySet["Concern"]):
    """What was raised with the office."""

    def open_to_all(self) -> "ConcernQuerySet":
        """Concerns that may be published: never a tension, never a restricted one."""
        return self.filter(is_restricted=False).exclude(kind=ItemKind.TENSION)

    def for_reader(self, user: "User") -> "ConcernQuerySet":
        """Concerns that this member of staff may read."""
        return self.all() if user.has_perm(RESTRICTED) else self.open_to_all()

    def with_office(self) -> "ConcernQuerySet":
        """Those the office has yet to answer."""
        return self.filter(state=ConcernState.OPEN)

    def loop_open(self) -> "ConcernQuerySet":
        """Those not answered, or answered and not yet told to the forum."""
        return self.filter(state__in=LOOP_OPEN)

    def overdue(self, today: date) -> "ConcernQuerySet":
        """Those still with the office after the day an answer was needed."""
        return self.with_office().filter(needed_by__lt=today)

    def live_between(self, start: date, end: date) -> "ConcernQuerySet":
        """Raised by `end`, and not told to the forum or closed before `start`."""
        return self.filter(
            Q(told_on=None) | Q(told_on__gte=start), Q(closed_on=None) | Q(closed_on__gte=start), raised_on__lte=end
        )
