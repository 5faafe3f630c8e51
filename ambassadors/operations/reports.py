"""The forum report from its first step until the ambassador has sent it."""

from datetime import date, datetime, time
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from ambassadors.due_dates import report_due_on
from ambassadors.enums import FILED, NEEDED_STEPS, OPEN_TO_AMBASSADOR, ReportState, Step
from ambassadors.models import Ambassador, ForumReport, ReportQuestion
from ambassadors.operations.letters import portal_link, write_to
from ambassadors.operations.report_errors import ReportChangedError, ReportSentError
from ambassadors.operations.report_files import delete_after_commit
from ambassadors.operations.report_parts import row_values, write_parts
from ambassadors.operations.report_rules import check_answer, check_meeting, check_only_report
from ambassadors.queries import office
from ambassadors.queries.report_answers import Answer, MeetingAnswer, answer_of, answers_of
from forums.models import Forum
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.references import next_reference


@transaction.atomic
def start_report(
    *,
    ambassador: Ambassador,
    forum: Forum,
    met_on: date,
    by: User,
    at: datetime,
    starts_at: time | None = None,
    venue: str = "",
    public_id: UUID | None = None,
) -> ForumReport:
    """Begin a draft. With the `public_id` that the page brought, pressing the button twice begins one draft."""
    public_id = public_id or uuid4()
    _hold_forum(forum)
    begun = ForumReport.objects.of(ambassador).filter(public_id=public_id, forum=forum, met_on=met_on).first()
    if begun is not None:
        return begun
    check_meeting(ambassador=ambassador, forum=forum, met_on=met_on, today=timezone.localdate(at))
    check_only_report(ambassador=ambassador, forum=forum, met_on=met_on)
    is_free = not ForumReport.objects.filter(public_id=public_id).exists()
    return ForumReport.objects.create(
        public_id=public_id if is_free else uuid4(),
        ambassador=ambassador,
        forum=forum,
        met_on=met_on,
        starts_at=starts_at,
        venue=venue,
        due_on=report_due_on(met_on, days=office.due_days()),
        steps_done=[Step.MEETING],
        started_at=at,
        saved_at=at,
    )


@transaction.atomic
def save_step(*, report: ForumReport, answer: Answer, version: int, by: User, at: datetime) -> ForumReport:
    """Save one section as answered. `report` is as read a moment ago, `version` its version when the page was opened.

    Raises ReportChangedError if another window saved first, unless it saved these very answers.
    """
    if report.version != version or report.state not in OPEN_TO_AMBASSADOR:
        return _saved_elsewhere(report, answer)
    if isinstance(answer, MeetingAnswer):
        _hold_forum(answer.forum)
    check_answer(answer, report=report, today=timezone.localdate(at))
    steps_done = [step for step in Step if step in report.steps_done or step == answer.step]
    is_another_meeting = isinstance(answer, MeetingAnswer) and (answer.forum, answer.met_on) != (
        report.forum,
        report.met_on,
    )
    if is_another_meeting:
        steps_done = [step for step in steps_done if step != Step.PROGRESS]  # the last meeting is another one
    unfinished = {step: typed for step, typed in report.unfinished.items() if step != answer.step}
    values = row_values(answer, due_days=office.due_days)
    if not _save(report, at=at, steps_done=steps_done, unfinished=unfinished, **values):
        return _saved_elsewhere(report, answer)
    if is_another_meeting:
        report.progress.all().delete()
    write_parts(answer, report=report)
    return report


@transaction.atomic
def keep_unfinished(
    *, report: ForumReport, step: Step, typed: str, version: int, by: User, at: datetime
) -> ForumReport:
    """Keep a section as it was typed, to be finished later. What was saved of it before stays until it is whole."""
    unfinished = {**report.unfinished, step: typed}
    steps_done = [done for done in report.steps_done if done != step]
    is_current = report.version == version and report.state in OPEN_TO_AMBASSADOR
    if is_current and _save(report, at=at, steps_done=steps_done, unfinished=unfinished):
        return report
    now = _open_report(report)
    if now.unfinished.get(step) == typed:
        return now
    raise ReportChangedError(now)


@transaction.atomic
def submit_report(*, report: ForumReport, version: int, by: User, at: datetime) -> ForumReport:
    """Send a draft, so that the office can review it. Sending it twice gives the same report and reference."""
    now = _locked(report)
    if now.state in FILED:
        return now
    _check_whole(now, version=version, at=at)
    now.reference = next_reference(
        digits=4, prefix="FR", year=timezone.localdate(at).year, rows=ForumReport.objects.exclude(reference=None)
    )
    now.state, now.submitted_at, now.saved_at = ReportState.SUBMITTED, at, at
    now.save(update_fields=["reference", "state", "submitted_at", "saved_at"])
    _send_receipt(now, at=at)
    return now


@transaction.atomic
def answer_question(*, report: ForumReport, answer: str, version: int, by: User, at: datetime) -> ForumReport:
    """Answer what the office asked and send the report again. Its reference and first sending time stay."""
    now = _locked(report)
    if now.state in (ReportState.SUBMITTED, ReportState.ACCEPTED):
        return now
    if now.state != ReportState.RETURNED:
        raise DomainError("The office has not asked about this report. Send it first.")
    if not answer.strip():
        raise DomainError("Enter your answer to the office’s question", field="answer")
    _check_whole(now, version=version, at=at)
    ReportQuestion.objects.filter(report=now, answered_at=None).update(answer=answer.strip(), answered_at=at)
    now.state, now.saved_at = ReportState.SUBMITTED, at
    now.save(update_fields=["state", "saved_at"])
    return now


@transaction.atomic
def delete_draft(*, report: ForumReport, by: User, at: datetime) -> None:
    """Throw away a draft that was never sent, with its files. A draft that is gone already is no error."""
    now = ForumReport.objects.select_for_update().filter(pk=report.pk).first()
    if now is None:
        return
    if now.state != ReportState.DRAFT:
        raise ReportSentError(now)
    files = list(now.files.all())
    now.delete()
    for file in files:
        delete_after_commit(file)


def unfinished_steps(report: ForumReport) -> list[Step]:
    """The sections that keep a report from being sent."""
    return [step for step in NEEDED_STEPS if step not in report.steps_done or step in report.unfinished]


def _hold_forum(forum: Forum) -> None:
    """Until the transaction ends nobody else begins or moves a report of this forum: a meeting has one."""
    Forum.objects.select_for_update(no_key=True).get(pk=forum.pk)


def _locked(report: ForumReport) -> ForumReport:
    """The report as it is now, held until the transaction ends: two savers take turns."""
    row = ForumReport.objects.select_for_update(of=("self",)).select_related("ambassador__user", "forum")
    return row.get(pk=report.pk)


def _open_report(report: ForumReport) -> ForumReport:
    now = _locked(report)
    if now.state not in OPEN_TO_AMBASSADOR:
        raise ReportSentError(now)
    return now


def _check_whole(report: ForumReport, *, version: int, at: datetime) -> None:
    if report.version != version:
        raise ReportChangedError(report)
    missing = unfinished_steps(report)
    if missing:
        names = ", ".join(f"‘{step.label}’" for step in missing)
        raise DomainError(f"Finish these sections before you send the report: {names}")
    for answer in answers_of(report).values():
        try:
            check_answer(answer, report=report, today=timezone.localdate(at))
        except DomainError as error:
            raise DomainError(f"{answer.step.label}: {error.message}") from error


def _save(report: ForumReport, *, at: datetime, **values: object) -> bool:
    """Write the row, one version on, if it still is as `report` was read; holds it until the transaction ends.

    Of two savers the second waits here for the first, and then finds another version.
    """
    now = ForumReport.objects.open_to_ambassador().filter(pk=report.pk, version=report.version)
    if not now.update(**values, version=F("version") + 1, saved_at=at):
        return False
    for name, value in values.items():
        setattr(report, name, value)
    report.version, report.saved_at = report.version + 1, at
    return True


def _saved_elsewhere(report: ForumReport, answer: Answer) -> ForumReport:
    """The report as another window saved it, if it saved these very answers; else an error says what happened."""
    now = _open_report(report)
    if answer_of(now, answer.step) != answer:
        raise ReportChangedError(now)
    return now


def _send_receipt(report: ForumReport, *, at: datetime) -> None:
    """What was sent and its reference; never what the report says, because mail is not a safe place for that."""
    write_to(
        report.ambassador,
        kind="report_sent",
        subject=f"Your forum report {report.reference}",
        at=at,
        key=f"report-sent:{report.pk}",
        report=report,
        link=portal_link("ambassadors:report", report.public_id),
    )
