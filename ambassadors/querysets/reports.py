"""Forum reports by whose they are and how far they have come."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import models

from ambassadors.enums import FILED, OPEN_TO_AMBASSADOR, ReportState

if TYPE_CHECKING:
    from ambassadors.models import Ambassador, ForumReport  # noqa: F401 -- named in quotes below


class ReportQuerySet(models.QuerySet["ForumReport"]):
    """What ambassadors report from their forums."""

    def of(self, ambassador: "Ambassador") -> "ReportQuerySet":
        """Those that this ambassador writes or wrote."""
        return self.filter(ambassador=ambassador)

    def open_to_ambassador(self) -> "ReportQuerySet":
        """Drafts, and reports returned with a question: the ambassador may still write."""
        return self.filter(state__in=OPEN_TO_AMBASSADOR)

    def drafts(self) -> "ReportQuerySet":
        """Those never sent in."""
        return self.filter(state=ReportState.DRAFT)

    def filed(self) -> "ReportQuerySet":
        """Those sent in at least once."""
        return self.filter(state__in=FILED)

    def submitted(self) -> "ReportQuerySet":
        """Those that wait for the office."""
        return self.filter(state=ReportState.SUBMITTED)

    def accepted(self) -> "ReportQuerySet":
        """Those the office accepted."""
        return self.filter(state=ReportState.ACCEPTED)

    def late_on(self, today: date) -> "ReportQuerySet":
        """Drafts whose due day is past."""
        return self.drafts().filter(due_on__lt=today)
