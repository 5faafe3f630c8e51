"""Reports and their editions, as pages show them."""

import uuid

from django.db.models import Prefetch

from panel.enums import Audience, ReportState
from panel.models import Edition, QuarterlyReport
from panel.querysets import PanelReportQuerySet


def with_editions(reports: PanelReportQuerySet) -> PanelReportQuerySet:
    """The reports with what lists say of their editions, but without the contents. One query more."""
    editions = Edition.objects.defer("contents").order_by("audience")
    return reports.prefetch_related(Prefetch("editions", editions, to_attr="listed"))


def issued_reports() -> PanelReportQuerySet:
    """What the Panel and the public may read, newest first."""
    return with_editions(QuarterlyReport.objects.issued().newest_first())


def issued_or_superseded(public_id: uuid.UUID) -> QuarterlyReport | None:
    """The report of this address, if it was ever issued."""
    states = (ReportState.ISSUED, ReportState.SUPERSEDED)
    return QuarterlyReport.objects.filter(public_id=public_id, state__in=states).first()


def version_in_force(report: QuarterlyReport) -> QuarterlyReport | None:
    """The issued version of the same report."""
    return report.versions().issued().first()


def edition_of(report: QuarterlyReport, audience: Audience) -> Edition | None:
    """One edition with its contents."""
    return report.editions.filter(audience=audience).first()


def editions_listed(report: QuarterlyReport) -> list[Edition]:
    """What lists say of the report's editions, the public one first; without their contents."""
    return list(report.editions.defer("contents").order_by("audience"))
