"""Forum reports by whose they are and how far they have come."""

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

    def filed(self) -> "ReportQuerySet":
        """Those sent in at least once."""
        return self.filter(state__in=FILED)

    def submitted(self) -> "ReportQuerySet":
        """Those that wait for the office."""
        return self.filter(state=ReportState.SUBMITTED)
