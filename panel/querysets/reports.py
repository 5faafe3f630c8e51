"""Reports to the Panel by what they are good for."""

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from opcc.core.quarters import Quarter
from panel.enums import ReportKind, ReportState

if TYPE_CHECKING:
    from panel.models import QuarterlyReport  # noqa: F401 -- named in quotes below


class PanelReportQuerySet(models.QuerySet["QuarterlyReport"]):
    """Reports, versions and all."""

    def about(self, *, kind: ReportKind, quarter: Quarter | None, year: int) -> "PanelReportQuerySet":
        """Every version of one quarter's, or one year's, report."""
        if kind == ReportKind.QUARTERLY:
            assert quarter is not None
            return self.filter(kind=kind, year=quarter.year, quarter_number=quarter.number)
        return self.filter(kind=kind, year=year, quarter_number=None)

    def issued(self) -> "PanelReportQuerySet":
        """The versions that stand as issued."""
        return self.filter(state=ReportState.ISSUED)

    def takeable(self) -> "PanelReportQuerySet":
        """Waiting, or left behind by a worker whose lease has run out by the database's clock."""
        return self.filter(Q(state=ReportState.QUEUED) | Q(state=ReportState.BUILDING, lease_until__lte=Now()))

    def newest_first(self) -> "PanelReportQuerySet":
        """By the time reported on, the latest version of each first."""
        return self.order_by("-year", "-quarter_number", "kind", "-version", "-pk")
