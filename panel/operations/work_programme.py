"""Keeping the work programme: items, their meetings, what became of them."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, not_in_future, save_checked, worded
from opcc.web.words import nice_date
from panel.enums import MeetingState, WorkKind, WorkState
from panel.models import AgendaItem, PanelMeeting, WorkItem, WorkMove
from panel.operations.agenda import add_item
from panel.permissions import ADD_WORK, CHANGE_WORK, must_have

MOST_REASON = 500


@transaction.atomic
def add_work_item(
    *,
    title: str,
    by: User | None,
    at: datetime,
    kind: WorkKind = WorkKind.TO_TIMETABLE,
    meeting: PanelMeeting | None = None,
    detail: str = "",
    lead: str = "",
    when_words: str = "",
    requested_by: str = "",
    requested_on: date | None = None,
    last_report_on: date | None = None,
    position: int = 0,
    source: str = "",
    is_synthetic: bool = False,
) -> WorkItem:
    """Put an item into the work programme."""
    must_have(by, ADD_WORK, "add to the work programme")
    _refuse_later(last_report_on, meeting, at)
    item = WorkItem(
        kind=kind, title=title.strip(), detail=detail.strip(), lead=lead.strip(), meeting=meeting,
        when_words=when_words.strip(), requested_by=requested_by.strip(), requested_on=requested_on,
        last_report_on=last_report_on, position=position, source=source, is_synthetic=is_synthetic,
    )  # fmt: skip
    with acting(by, "Added to the work programme"):
        save_checked(item)
    return item


@transaction.atomic
def change_work_item(
    *,
    work_item: WorkItem,
    title: str,
    detail: str,
    lead: str,
    when_words: str,
    requested_by: str,
    requested_on: date | None,
    last_report_on: date | None,
    position: int,
    by: User | None,
    at: datetime,
) -> WorkItem:
    """Correct what an item says. Its meeting changes by `move_work_item`, with a reason."""
    must_have(by, CHANGE_WORK, "change the work programme")
    row = _locked(work_item)
    _refuse_later(last_report_on, row.meeting, at)
    row.title, row.detail, row.lead, row.when_words = title.strip(), detail.strip(), lead.strip(), when_words.strip()
    row.requested_by, row.requested_on = requested_by.strip(), requested_on
    row.last_report_on, row.position = last_report_on, position
    with acting(by, "Work programme changed"):
        save_checked(row)
    return row


@transaction.atomic
def move_work_item(
    *, work_item: WorkItem, to: PanelMeeting | None, reason: str, by: User | None, at: datetime
) -> WorkItem:
    """Give an item a meeting, another meeting, or none for now. Each move is kept with its reason.

    An item on the agenda of a meeting that was cancelled, or that did not reach it, leaves that agenda behind.
    """
    must_have(by, CHANGE_WORK, "move an item of the work programme")
    row = _locked(work_item)
    if row.kind == WorkKind.STANDING:
        raise DomainError("A standing item comes to every meeting, so it is not moved.")
    if row.meeting_id == (to.pk if to else None):
        raise DomainError("The item is there already. Choose another meeting.", field="to")
    if to is not None and to.state != MeetingState.PLANNED:
        raise DomainError(f"That meeting is {to.get_state_display().lower()}. Choose a planned one.", field="to")
    if row.item is not None and row.item.meeting.state == MeetingState.PLANNED:
        raise DomainError("The item is on an agenda. Take it off that agenda first, then move it here.")
    if row.is_exempt:
        raise DomainError(
            "The agenda's item that it became is exempt, and elsewhere the public would read of it. Take it off the "
            "work programme, and add one in words that the public may read."
        )
    reason = worded(reason, most=MOST_REASON, missing="Say why the item is moved.", field="reason")
    _refuse_later(row.last_report_on, to, at)
    move = WorkMove(work_item=row, from_meeting=row.meeting, to_meeting=to, reason=reason, moved_at=at, moved_by=by)
    row.meeting, row.kind, row.item = to, WorkKind.DATED if to else WorkKind.TO_TIMETABLE, None
    if to is not None:
        row.when_words = ""
    with acting(by, reason):
        save_checked(move)
        save_checked(row)
    return row


@transaction.atomic
def put_on_agenda(*, work_item: WorkItem, by: User | None, at: datetime, late_reason: str = "") -> AgendaItem:
    """Make an item of the meeting's agenda out of a dated one, where the agenda was drafted without it."""
    must_have(by, CHANGE_WORK, "put an item on an agenda")
    row = _locked(work_item)
    if row.meeting is None:
        raise DomainError("The item has no meeting yet. Move it to one first.")
    if row.item_id is not None:
        raise DomainError("The item is on the agenda already.")
    item = add_item(
        meeting=row.meeting, title=row.title, purpose=row.detail, lead=row.lead, late_reason=late_reason, by=by, at=at
    )
    row.item = item
    with acting(by, "On the agenda"):
        save_checked(row)
    return item


@transaction.atomic
def record_report(*, work_item: WorkItem, on: date, by: User | None, at: datetime) -> WorkItem:
    """Record that the Panel had its report. A dated item is taken with it; a standing one stays."""
    must_have(by, CHANGE_WORK, "record a report")
    row = _locked(work_item)
    not_in_future(on, at, field="on")
    if row.last_report_on is not None and on < row.last_report_on:
        raise DomainError(f"The last report was on {nice_date(row.last_report_on)}. Enter a later day.", field="on")
    if row.kind == WorkKind.DATED and row.meeting is not None and on > row.meeting.held_on:
        raise DomainError(f"The report was due on {nice_date(row.meeting.held_on)}. Move the item first.", field="on")
    row.last_report_on = on
    if row.kind != WorkKind.STANDING:
        row.state = WorkState.DONE
    with acting(by, f"Reported on {nice_date(on)}"):
        save_checked(row)
    return row


@transaction.atomic
def drop_work_item(*, work_item: WorkItem, reason: str, by: User | None, at: datetime) -> WorkItem:
    """Take an item off the work programme, with the reason."""
    must_have(by, CHANGE_WORK, "take an item off the work programme")
    row = _locked(work_item)
    row.state = WorkState.DROPPED
    row.dropped_reason = worded(reason, most=MOST_REASON, missing="Say why it is taken off.", field="reason")
    with acting(by, "Taken off the work programme"):
        save_checked(row)
    return row


def _locked(work_item: WorkItem) -> WorkItem:
    rows = WorkItem.objects.select_for_update(of=("self",)).select_related("meeting", "item__meeting")
    row = rows.get(pk=work_item.pk)
    if row.state != WorkState.OPEN:
        raise DomainError(f"This item is {row.get_state_display().lower()} already.")
    return row


def _refuse_later(last_report_on: date | None, meeting: PanelMeeting | None, at: datetime) -> None:
    """The last report lies in the past, and before the next one."""
    if last_report_on is None:
        return
    if last_report_on > timezone.localdate(at):
        raise DomainError(
            f"{nice_date(last_report_on)} has not come yet. Enter the day of a report that the Panel has had.",
            field="last_report_on",
        )
    if meeting is not None and last_report_on > meeting.held_on:
        raise DomainError(
            f"The last report, {nice_date(last_report_on)}, is later than the next, {nice_date(meeting.held_on)}. "
            "Correct one of the two.",
            field="last_report_on",
        )
