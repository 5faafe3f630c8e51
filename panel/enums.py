"""States of a report to the Panel, and its editions."""

from django.db.models import TextChoices


class ReportKind(TextChoices):
    QUARTERLY = "quarterly", "Quarterly report"
    AMBASSADORS_ANNUAL = "ambassadors_annual", "Annual report on the ambassadors' scheme"


class ReportState(TextChoices):
    DRAFT = "draft", "Draft"  # never built, or changed since
    QUEUED = "queued", "Waiting to be built"
    BUILDING = "building", "Being built"
    FAILED = "failed", "Build failed"
    READY = "ready", "Ready for approval"
    APPROVED = "approved", "Approved"
    ISSUED = "issued", "Issued"
    SUPERSEDED = "superseded", "Superseded"


IN_WORK = (ReportState.QUEUED, ReportState.BUILDING)
FROZEN = (ReportState.APPROVED, ReportState.ISSUED, ReportState.SUPERSEDED)


class Audience(TextChoices):
    PUBLIC = "public", "Public"
    RESTRICTED = "restricted", "Restricted"
