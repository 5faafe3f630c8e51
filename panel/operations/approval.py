"""Approving, issuing and re-issuing a report. From approval on its editions are frozen, by a trigger too."""

from datetime import datetime
from hashlib import sha256

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel.enums import Audience, ReportKind, ReportState
from panel.models import QuarterlyReport
from panel.operations.requests import request_report
from panel.permissions import APPROVE, ISSUE, must_have
from performance import operations as force


@transaction.atomic
def approve_report(*, report: QuarterlyReport, by: User, at: datetime) -> QuarterlyReport:
    """Freeze a report that was read and found right. Refused if it was built anew since it was opened."""
    must_have(by, APPROVE, "approve a report to the Panel")
    _check_files(report)
    moved = QuarterlyReport.objects.filter(pk=report.pk, state=ReportState.READY, built_at=report.built_at).update(
        state=ReportState.APPROVED, approved_at=at, approved_by=by
    )
    approved = _moved(report, moved, "approved", "it must be ready, and not built anew since you opened it")
    if approved.quarter is not None:
        published_in = f"{approved.quarter}, version {approved.version}"
        force.archive_projections(quarter=approved.quarter, published_in=published_in, by=by, at=at)
    return approved


@transaction.atomic
def withdraw_approval(*, report: QuarterlyReport, by: User, at: datetime) -> QuarterlyReport:
    """Take an approval back, before the report is issued, so that it can be corrected and built again."""
    must_have(by, APPROVE, "withdraw the approval of a report to the Panel")
    moved = QuarterlyReport.objects.filter(pk=report.pk, state=ReportState.APPROVED).update(
        state=ReportState.READY, approved_at=None, approved_by=None
    )
    return _moved(report, moved, "taken back", "it must be approved and not issued")


@transaction.atomic
def issue_report(*, report: QuarterlyReport, by: User, at: datetime) -> QuarterlyReport:
    """Put an approved report before the Panel and the public. The version issued before it is superseded."""
    must_have(by, ISSUE, "issue a report to the Panel")
    _check_files(report)
    before = report.versions().issued()
    approved = QuarterlyReport.objects.select_for_update().filter(pk=report.pk, state=ReportState.APPROVED)
    if not approved.exists():
        return _moved(report, 0, "issued", "it must be approved")
    before.update(state=ReportState.SUPERSEDED)
    moved = approved.update(state=ReportState.ISSUED, issued_at=at, issued_by=by)
    return _moved(report, moved, "issued", "it must be approved")


def reissue(*, report: QuarterlyReport, change_note: str, by: User, at: datetime) -> QuarterlyReport:
    """Start the next version of an issued report, for the same meeting, saying what changed."""
    if report.state != ReportState.ISSUED:
        raise DomainError("Only an issued report is issued again. Build this one again instead.")
    return request_report(
        kind=ReportKind(report.kind),
        quarter=report.quarter,
        year=report.year if report.quarter is None else None,
        by=by,
        at=at,
        change_note=change_note,
        meeting_on=report.meeting_on,
        agenda_item=report.agenda_item,
        periods=report.compared,
        exemption=report.ground,
    )


def _moved(report: QuarterlyReport, moved: int, what: str, condition: str) -> QuarterlyReport:
    report.refresh_from_db()
    if not moved:
        raise DomainError(f"{report} cannot be {what}: {condition}. Its state is '{report.get_state_display()}'.")
    return report


def _check_files(report: QuarterlyReport) -> None:
    """Both editions are there and are the bytes that were built."""
    editions = {edition.audience: edition for edition in report.editions.all()}
    for audience in Audience:
        edition = editions.get(audience)
        if edition is None:
            raise DomainError(f"{report} has no {audience.label.lower()} edition. Build it again.")
        try:
            with edition.file.open("rb") as file:
                unchanged = sha256(file.read()).hexdigest() == edition.sha256
        except OSError:
            unchanged = False
        if not unchanged:
            raise DomainError(f"The PDF of the {audience.label.lower()} edition is missing or changed. Build it again.")
