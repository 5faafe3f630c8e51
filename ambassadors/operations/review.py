"""The office's decision on a forum report: accept it, or return it with a question. See ADR 0008."""

from datetime import datetime

from django.db import transaction

from ambassadors.enums import OPENS_CONCERN, ReportState
from ambassadors.models import ForumReport, ReportQuestion
from ambassadors.operations.concerns import open_concern_of
from ambassadors.operations.letters import portal_link, write_to
from forums import operations as forums
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import ForumMeeting
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded

LONGEST_QUESTION = 1000


@transaction.atomic
def accept_report(*, report: ForumReport, by: User | None, at: datetime) -> ForumReport:
    """Make a report the record of its meeting: attendance, priorities and a concern for each thing raised.

    The row is locked first, because its new state names the meeting: of two people who accept, the second waits
    and is told. A meeting that the office recorded itself keeps what is recorded.
    """
    report = _waiting(report)
    with acting(by, f"Report {report.reference} accepted"):
        meeting = _record_meeting(report, by=by, at=at)
        if meeting.priorities_outcome == PrioritiesOutcome.NOT_RECORDED:
            _record_priorities(report, meeting, by=by, at=at)
        ForumReport.objects.filter(pk=report.pk, state=ReportState.SUBMITTED).update(
            state=ReportState.ACCEPTED, meeting=meeting, decided_at=at, decided_by=by
        )
        opened = [
            open_concern_of(item=item, by=by, at=at)
            for item in report.items.filter(kind__in=OPENS_CONCERN).select_related("topic").order_by("kind", "position")
        ]
    report.refresh_from_db()
    write_to(
        report.ambassador,
        kind="report_accepted",
        subject=f"The office accepted your forum report {report.reference}",
        at=at,
        key=f"report-accepted:{report.pk}",
        report=report,
        concerns=opened,
        link=portal_link("ambassadors:report", report.public_id),
    )
    return report


@transaction.atomic
def return_report(*, report: ForumReport, question: str, by: User, at: datetime) -> ReportQuestion:
    """Hand a report back to its ambassador with a question, to be answered in the report itself."""
    question = worded(question, most=LONGEST_QUESTION, missing="Enter your question.", field="question")
    report = _waiting(report)
    with acting(by, f"Report {report.reference} returned with a question"):
        ForumReport.objects.filter(pk=report.pk, state=ReportState.SUBMITTED).update(state=ReportState.RETURNED)
        asked = ReportQuestion(report=report, question=question, asked_by=by, asked_at=at)
        save_checked(asked)
    write_to(
        report.ambassador,
        kind="report_returned",
        subject=f"A question about your forum report {report.reference}",
        at=at,
        key=f"report-returned:{asked.pk}",
        report=report,
        link=portal_link("ambassadors:report", report.public_id),
    )
    return asked


def _waiting(report: ForumReport) -> ForumReport:
    """The report, locked, if it still waits for review. DomainError says what became of it otherwise."""
    rows = ForumReport.objects.select_for_update(of=("self",)).select_related("forum", "ambassador__user")
    found: ForumReport = rows.get(pk=report.pk)
    if found.state == ReportState.ACCEPTED:
        # decided_by was not joined above: after waiting for the lock, a join still shows nobody
        raise DomainError(f"{found.decided_by or 'The office'} accepted this report already. Nothing was changed.")
    if found.state == ReportState.RETURNED:
        raise DomainError("This report was returned with a question already. Wait for the ambassador's answer.")
    if found.state == ReportState.DRAFT:
        raise DomainError("This report is a draft. Only a report that was sent can be reviewed.")
    return found


def _record_meeting(report: ForumReport, *, by: User | None, at: datetime) -> ForumMeeting:
    held = ForumMeeting.objects.filter(forum=report.forum, held_on=report.met_on, state=MeetingState.HELD).first()
    if held is not None:
        return held
    return forums.record_meeting(
        forum=report.forum,
        held_on=report.met_on,
        starts_at=report.starts_at,
        venue=report.venue,
        elected_members=report.elected_members,
        residents=report.residents,
        police=report.police,
        others=report.others,
        police_attended=report.police_attended,
        by=by,
        at=at,
        source=report.source or f"Forum report {report.reference}",
        is_synthetic=report.is_synthetic,
    )


def _record_priorities(report: ForumReport, meeting: ForumMeeting, *, by: User | None, at: datetime) -> None:
    forums.record_priorities(
        meeting=meeting,
        outcome=PrioritiesOutcome(report.priorities_outcome),
        priorities=[
            forums.AgreedPriority(
                topic=row.topic,
                wording=row.wording,
                continuity=Continuity(row.continuity),
            )
            for row in report.priorities.select_related("topic").order_by("position")
        ],
        progress=[
            forums.ReportedProgress(priority=row.priority, text=row.text)
            for row in report.progress.select_related("priority").order_by("position")
        ],
        by=by,
        at=at,
    )
