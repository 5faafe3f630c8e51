"""States of a report to the Panel, and its editions."""

from collections.abc import Iterable

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
BUILT = (ReportState.READY, ReportState.APPROVED, ReportState.ISSUED, ReportState.SUPERSEDED)  # both editions stand
FROZEN = (ReportState.APPROVED, ReportState.ISSUED, ReportState.SUPERSEDED)


class Audience(TextChoices):
    PUBLIC = "public", "Public"
    RESTRICTED = "restricted", "Restricted"


class Exemption(TextChoices):
    """The paragraph of Part 1 of Schedule 12A that a restricted edition rests on."""

    INDIVIDUAL = "1", "Paragraph 1 of Part 1, Schedule 12A, Local Government Act 1972 (an individual)"
    IDENTITY = "2", "Paragraph 2 of Part 1, Schedule 12A, Local Government Act 1972 (the identity of an individual)"
    BUSINESS = "3", "Paragraph 3 of Part 1, Schedule 12A, Local Government Act 1972 (financial or business affairs)"
    LABOUR = "4", "Paragraph 4 of Part 1, Schedule 12A, Local Government Act 1972 (labour relations)"
    LEGAL = "5", "Paragraph 5 of Part 1, Schedule 12A, Local Government Act 1972 (legal professional privilege)"
    NOTICE = "6", "Paragraph 6 of Part 1, Schedule 12A, Local Government Act 1972 (a notice, order or direction)"
    CRIME = "7", "Paragraph 7 of Part 1, Schedule 12A, Local Government Act 1972 (action against crime)"

    @classmethod
    def in_words(cls, paragraphs: Iterable[str]) -> str:
        """Each of them whole, as the banner of a restricted document has them."""
        return "; ".join(str(cls(paragraph).label) for paragraph in sorted(paragraphs)) + "."

    @property
    def about(self) -> str:
        """What the paragraph is about, without its source: 'an individual'."""
        return str(self.label).partition("(")[2].rstrip(")")
