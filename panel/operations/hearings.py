"""Confirmation hearings: from the Commissioner's notice to the decision."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from opcc.web.words import nice_date
from panel import precept_clock, queries, register_clocks
from panel.enums import Appointment, AppointmentDecision, HearingOutcome, MeetingState
from panel.models import ConfirmationHearing, PanelMeeting
from panel.permissions import ADD_HEARING, CHANGE_HEARING, must_have


@transaction.atomic
def notify_hearing(
    *,
    post: Appointment,
    candidate: str,
    on: date,
    by: User | None,
    at: datetime,
    meeting: PanelMeeting | None = None,
    ignored_from: date | None = None,
    ignored_to: date | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> ConfirmationHearing:
    """Record the Commissioner's notice of a proposed appointment; the three weeks begin with it."""
    must_have(by, ADD_HEARING, "record a confirmation hearing")
    _refuse_closed(meeting)
    row = ConfirmationHearing(
        post=post, candidate=candidate.strip(), notified_on=on, meeting=meeting, ignored_from=ignored_from,
        ignored_to=ignored_to, source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    return _saved(row, by, at, "The Panel was notified")


@transaction.atomic
def change_hearing(
    *,
    hearing: ConfirmationHearing,
    candidate: str,
    on: date,
    meeting: PanelMeeting | None,
    ignored_from: date | None,
    ignored_to: date | None,
    by: User | None,
    at: datetime,
) -> ConfirmationHearing:
    """Correct the notice, or set the meeting, until the Panel has reported."""
    row = _open(hearing, by)
    _refuse_closed(meeting)
    row.candidate, row.notified_on, row.meeting = candidate.strip(), on, meeting
    row.ignored_from, row.ignored_to = ignored_from, ignored_to
    return _saved(row, by, at, "Hearing changed")


@transaction.atomic
def report_on_candidate(
    *,
    hearing: ConfirmationHearing,
    outcome: HearingOutcome,
    on: date,
    by: User | None,
    at: datetime,
    votes: int | None = None,
) -> ConfirmationHearing:
    """Record the Panel's report within its three weeks, after the hearing in public.

    A veto takes two thirds of those who were members on the day of the hearing.
    """
    row = _open(hearing, by)
    heard = _heard_at(row, on)
    due = queries.hearing_due(row)
    if on > due:
        raise DomainError(
            f"The three weeks ended on {nice_date(due)}, so the process ended without a report. Record that instead.",
            field="on",
        )
    row.outcome, row.reported_on = outcome, on
    if outcome == HearingOutcome.VETOES:
        _veto(row, votes, queries.number_on(heard.held_on))
    elif votes is not None:
        raise DomainError("Only a veto has votes. Leave them empty.", field="votes")
    return _saved(row, by, at, "The Panel reported")


@transaction.atomic
def end_without_report(*, hearing: ConfirmationHearing, by: User | None, at: datetime) -> ConfirmationHearing:
    """Record that the three weeks ran out; the Commissioner may decide."""
    row = _open(hearing, by)
    due = queries.hearing_due(row)
    if timezone.localdate(at) <= due:
        raise DomainError(f"The Panel may report until {nice_date(due)}.")
    row.outcome = HearingOutcome.NO_REPORT
    return _saved(row, by, at, "The three weeks ran out")


@transaction.atomic
def record_appointment(
    *, hearing: ConfirmationHearing, decision: AppointmentDecision, on: date, by: User | None, at: datetime
) -> ConfirmationHearing:
    """Record what the Commissioner decided, or that the candidate withdrew."""
    must_have(by, CHANGE_HEARING, "change a confirmation hearing")
    row = ConfirmationHearing.objects.select_for_update().get(pk=hearing.pk)
    if row.decision:
        raise DomainError("The decision is recorded already.")
    if not row.outcome and decision != AppointmentDecision.WITHDRAWN:
        raise DomainError("Record the Panel's report first, or that there was none.", field="decision")
    if on < (row.reported_on or row.notified_on):
        raise DomainError("The decision comes after the Panel's report. Check the day.", field="on")
    row.decision, row.decided_on = decision, on
    return _saved(row, by, at, "The Commissioner decided")


def _open(hearing: ConfirmationHearing, by: User | None) -> ConfirmationHearing:
    must_have(by, CHANGE_HEARING, "change a confirmation hearing")
    row = ConfirmationHearing.objects.select_for_update().get(pk=hearing.pk)
    if row.outcome or row.decision:
        raise DomainError("The Panel's part in this appointment is over. Open the page again to see it.")
    return row


def _refuse_closed(meeting: PanelMeeting | None) -> None:
    """A candidate is heard in public, by the whole Panel (Schedules 1 and 8 of the Act)."""
    if meeting is not None and (meeting.is_closed or meeting.group_id is not None):
        raise DomainError(
            "The Panel hears a candidate in public. Choose a meeting of the whole Panel that is no closed session.",
            field="meeting",
        )


def _heard_at(row: ConfirmationHearing, reported_on: date) -> PanelMeeting:
    """The meeting in public at which the candidate was heard; refused where there was none before the report."""
    if row.meeting_id is None:
        raise DomainError(
            "The Panel reports after it heard the candidate in public. Choose the meeting in the form first."
        )
    meeting = PanelMeeting.objects.get(pk=row.meeting_id)
    _refuse_closed(meeting)
    if meeting.state != MeetingState.HELD:
        raise DomainError("Record first that the meeting at which the candidate was heard was held.")
    if not row.notified_on <= meeting.held_on <= reported_on:
        raise DomainError(
            f"The candidate was heard on {nice_date(meeting.held_on)}, and that comes after the notice and before the "
            "report. Check the days.",
            field="on",
        )
    return meeting


def _veto(row: ConfirmationHearing, votes: int | None, members: int) -> None:
    if row.post != Appointment.CHIEF_CONSTABLE:
        raise DomainError("The Panel can veto a chief constable only. Choose a recommendation.", field="outcome")
    if votes is None:
        raise DomainError("Enter how many members voted for the veto.", field="votes")
    row.votes, row.members = votes, members
    try:
        carried = precept_clock.veto_carried(votes=votes, members=members)
    except precept_clock.PreceptError as error:
        raise DomainError(str(error), field="votes") from error
    if not carried:
        raise DomainError(
            f"A veto takes two thirds of the {members} members at the time; {votes} voted for it. "
            "Record a recommendation.",
            field="votes",
        )


def _saved(row: ConfirmationHearing, by: User | None, at: datetime, what: str) -> ConfirmationHearing:
    if any(
        day is not None and day > timezone.localdate(at) for day in (row.notified_on, row.reported_on, row.decided_on)
    ):
        raise DomainError("Enter a day that is not in the future.", field="on")
    try:
        queries.hearing_due(row)
    except register_clocks.RegisterError as error:
        raise DomainError(str(error), field="ignored_to") from error
    with acting(by, what):
        save_checked(row)
    return row
