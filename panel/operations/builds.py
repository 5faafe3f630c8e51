"""Building a report: one worker at a time, every file whole or absent, safe to run twice."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from opcc.documents.pdf import RenderedPdf, render_pdf
from panel import quarterly_report
from panel.enums import Audience, ReportState
from panel.models import Edition, QuarterlyReport
from panel.operations.files import keep_only, store
from panel.operations.leases import REPORTS, LeaseLostError, build, one_view_of_the_records


@dataclass(frozen=True)
class Built:
    """One edition made: what it says, and the PDF of it, stored under `name`."""

    contents: quarterly_report.Json
    pdf: RenderedPdf
    name: str


def build_report(*, report_id: int, at: datetime) -> QuarterlyReport | None:
    """Make both editions of a waiting report. None if another worker has it, or there is nothing to do."""

    def make(attempt: int) -> None:
        report = QuarterlyReport.objects.get(pk=report_id)
        _finish(report, attempt, _make(report, attempt, at), at)

    return QuarterlyReport.objects.get(pk=report_id) if build(REPORTS, report_id, make) else None


def _make(report: QuarterlyReport, attempt: int, at: datetime) -> Mapping[Audience, Built]:
    """Compose both editions from one view of the records, then print and store each."""
    with one_view_of_the_records():
        composed = {audience: quarterly_report.compose(report, audience=audience, at=at) for audience in Audience}
    built = {}
    for done, (audience, contents) in enumerate(composed.items(), 1):
        REPORTS.progress(report.pk, attempt, done, f"Making the {audience.label.lower()} edition")
        pdf = render_pdf(quarterly_report.html(contents), office_colour=contents["office_colour"])
        name = f"panel/{report.public_id}/{audience.value}-{pdf.sha256[:32]}.pdf"
        store(name, pdf.content)
        built[audience] = Built(contents, pdf, name)
    REPORTS.progress(report.pk, attempt, REPORTS.steps - 1, "Keeping both editions")
    return built


@transaction.atomic
def _finish(report: QuarterlyReport, attempt: int, built: Mapping[Audience, Built], at: datetime) -> None:
    """Both editions and the new state in one transaction; the files are there already."""
    moved = REPORTS.mine(report.pk, attempt).update(
        state=ReportState.READY, built_at=at, lease_until=None, progress_done=REPORTS.steps, progress_text=""
    )
    if not moved:
        raise LeaseLostError
    for audience, edition in built.items():
        Edition.objects.update_or_create(
            report=report,
            audience=audience,
            defaults={
                "contents": edition.contents,
                "contents_sha256": quarterly_report.digest(edition.contents),
                "template_version": quarterly_report.template_version(),
                "file": edition.name,
                "pages": edition.pdf.pages,
                "size": len(edition.pdf.content),
                "sha256": edition.pdf.sha256,
                "built_at": at,
            },
        )
    folder, kept = f"panel/{report.public_id}", {edition.name for edition in built.values()}

    def tidy() -> None:
        keep_only(folder, kept)

    transaction.on_commit(tidy, robust=True)
