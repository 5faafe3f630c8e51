"""The precept's scrutiny, step by step: each one only where the law lets it follow."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from opcc.web.words import nice_date
from panel import precept_clock, queries
from panel.enums import MeetingState, PreceptOpinion, SecondOpinion, VetoReason
from panel.models import PanelLetter, PanelMeeting, PreceptReview
from panel.permissions import ADD_PRECEPT, CHANGE_PRECEPT, must_have

# What each step wrote, the last first: taking a step back empties these.
STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("issued_on", ("issued",)),
    ("responded_again_on", ()),
    ("reviewed_on", ("second_opinion", "second_meeting")),
    ("responded_on", ("revised",)),
    ("reported_on", ("opinion", "recommended", "veto_reason", "votes", "members", "meeting", "report")),
)
WORDS_LEFT_EMPTY = ("opinion", "veto_reason", "second_opinion")


@transaction.atomic
def notify_precept(
    *,
    year: int,
    on: date,
    proposed: Decimal,
    by: User | None,
    at: datetime,
    before: Decimal | None = None,
    source: str = "",
    is_synthetic: bool = False,
) -> PreceptReview:
    """Open a year's review with the Commissioner's notice. Amounts are £ a year for a band D home."""
    must_have(by, ADD_PRECEPT, "open a review of the precept")
    review = PreceptReview(
        year=year, notified_on=on, proposed=proposed, before=before, source=source, is_synthetic=is_synthetic
    )
    return _saved(review, by, at, "The Panel was notified", "notified_on")


@transaction.atomic
def report_on_precept(
    *,
    review: PreceptReview,
    on: date,
    opinion: PreceptOpinion,
    by: User | None,
    at: datetime,
    meeting: PanelMeeting | None = None,
    recommended: Decimal | None = None,
    veto_reason: VetoReason | None = None,
    votes: int | None = None,
    report: PanelLetter | None = None,
) -> PreceptReview:
    """Record the Panel's report. A veto needs its reason and two thirds of those who were members that day."""
    row = _next(review, by, "reported_on")
    _refuse_unheld(meeting)
    row.reported_on, row.opinion, row.meeting, row.report = on, opinion, meeting, report
    row.recommended = recommended
    if opinion == PreceptOpinion.VETOES:
        row.members = queries.number_on(meeting.held_on if meeting else on)
        row.votes, row.veto_reason = votes, veto_reason or ""
        _refuse_lost_veto(row)
    elif veto_reason is not None or votes is not None:
        raise DomainError("Only a veto has a reason and votes. Leave them empty.", field="veto_reason")
    return _saved(row, by, at, "The Panel reported", "on")


@transaction.atomic
def respond_on_precept(
    *, review: PreceptReview, on: date, by: User | None, at: datetime, revised: Decimal | None = None
) -> PreceptReview:
    """Record the Commissioner's response; after a veto in time it gives a revised precept."""
    row = _next(review, by, "responded_on")
    row.responded_on, row.revised = on, revised
    return _saved(row, by, at, "The Commissioner responded", "revised" if row.veto_reason else "on")


@transaction.atomic
def review_precept_again(
    *,
    review: PreceptReview,
    on: date,
    opinion: SecondOpinion,
    by: User | None,
    at: datetime,
    meeting: PanelMeeting | None = None,
) -> PreceptReview:
    """Record what the Panel says of the revised precept. There is no second veto."""
    row = _next(review, by, "reviewed_on")
    _refuse_unheld(meeting)
    row.reviewed_on, row.second_opinion, row.second_meeting = on, opinion, meeting
    return _saved(row, by, at, "The Panel reported again", "on")


@transaction.atomic
def respond_on_precept_again(*, review: PreceptReview, on: date, by: User | None, at: datetime) -> PreceptReview:
    """Record the Commissioner's response to the second report."""
    row = _next(review, by, "responded_again_on")
    row.responded_again_on = on
    return _saved(row, by, at, "The Commissioner responded again", "on")


@transaction.atomic
def issue_precept(*, review: PreceptReview, on: date, amount: Decimal, by: User | None, at: datetime) -> PreceptReview:
    """Record that the precept was issued, once scrutiny has ended and at an amount that the law allows."""
    row = _next(review, by, "issued_on")
    row.issued_on, row.issued = on, amount
    return _saved(row, by, at, "The precept was issued", "amount")


@transaction.atomic
def take_precept_step_back(*, review: PreceptReview, reason: str, by: User | None, at: datetime) -> PreceptReview:
    """Empty what the last step wrote, because it was written down wrongly. The history keeps it."""
    must_have(by, CHANGE_PRECEPT, "change a review of the precept")
    row = PreceptReview.objects.select_for_update().get(pk=review.pk)
    reason = worded(reason, most=250, missing="Say what was written down wrongly.", field="reason")
    for day, others in STEPS:
        if getattr(row, day) is not None:
            for name in (day, *others):
                setattr(row, name, "" if name in WORDS_LEFT_EMPTY else None)
            return _saved(row, by, at, reason, "reason")
    raise DomainError("Only the notice is recorded. Correct its day and amount in the form.")


@transaction.atomic
def correct_notice(
    *, review: PreceptReview, on: date, proposed: Decimal, before: Decimal | None, by: User | None, at: datetime
) -> PreceptReview:
    """Correct the notice while nothing has followed from it."""
    must_have(by, CHANGE_PRECEPT, "change a review of the precept")
    row = PreceptReview.objects.select_for_update().get(pk=review.pk)
    if row.reported_on is not None:
        raise DomainError("The Panel has reported on this notice. Take that step back first.")
    row.notified_on, row.proposed, row.before = on, proposed, before
    return _saved(row, by, at, "Notice corrected", "notified_on")


def _next(review: PreceptReview, by: User | None, field: str) -> PreceptReview:
    """The row, locked, where this step is not recorded yet."""
    must_have(by, CHANGE_PRECEPT, "change a review of the precept")
    row = PreceptReview.objects.select_for_update().get(pk=review.pk)
    if getattr(row, field) is not None:
        raise DomainError("This step is recorded already. Open the page again to see it.")
    return row


def _refuse_unheld(meeting: PanelMeeting | None) -> None:
    if meeting is not None and meeting.state != MeetingState.HELD:
        raise DomainError("Record first that the meeting was held.", field="meeting")


def _refuse_lost_veto(row: PreceptReview) -> None:
    """A veto that was not carried is none."""
    if not row.veto_reason:
        raise DomainError("A veto says whether the precept is too high or too low. Choose one.", field="veto_reason")
    if row.votes is None:
        raise DomainError("Enter how many members voted for the veto.", field="votes")
    try:
        carried = precept_clock.veto_carried(votes=row.votes, members=row.members or 0)
    except precept_clock.PreceptError as error:
        raise DomainError(str(error), field="votes") from error
    if not carried:
        needed = -(-2 * (row.members or 0) // 3)
        raise DomainError(
            f"A veto takes {needed} votes of the {row.members} members at the time; it had {row.votes}. "
            "Record that the Panel does not support the precept.",
            field="votes",
        )


def _saved(row: PreceptReview, by: User | None, at: datetime, what: str, field: str) -> PreceptReview:
    """Save what the clock allows, or say in its words what is wrong."""
    today = timezone.localdate(at)
    for name in ("notified_on", *(day for day, _ in STEPS)):
        day = getattr(row, name)
        if day is not None and day > today:
            raise DomainError(f"{nice_date(day)} has not come yet. Enter a day that is not in the future.", field=field)
    try:
        precept_clock.check(row.year, queries.events_of(row), today)
    except precept_clock.PreceptError as error:
        raise DomainError(str(error), field=field) from error
    with acting(by, what):
        save_checked(row)
    return row
