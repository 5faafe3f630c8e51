"""What the office does about a concern, from opening it to the forum being told. See ADR 0008."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from ambassadors.enums import ActionLevel, ConcernState, ItemKind
from ambassadors.models import Ambassador, Concern, ConcernAction, ReportItem
from ambassadors.operations.letters import portal_link, write_to
from forums.models import Forum, PriorityTopic
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.references import next_reference
from opcc.core.saving import acting, not_in_future, save_checked, worded
from opcc.reference.models import Organisation
from opcc.web.words import nice_date

LONGEST_ACTION = 1000
LONGEST_REPLY = 2000
LONGEST_REASON = 250
FINISHED = "This concern is closed. Nothing more can be recorded on it."


@transaction.atomic
def open_concern(
    *,
    forum: Forum,
    topic: PriorityTopic,
    kind: ItemKind,
    text: str,
    raised_on: date,
    raised_by: str = "",
    needed_by: date | None = None,
    ambassador: Ambassador | None = None,
    item: ReportItem | None = None,
    is_restricted: bool = False,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> Concern:
    """Take on something raised at a forum, under a reference of its own. A tension is restricted, always."""
    not_in_future(raised_on, at, field="raised_on")
    concern = Concern(
        reference=next_reference(digits=4, prefix="C", year=timezone.localdate(at).year, rows=Concern.objects.all()),
        kind=kind,
        is_restricted=is_restricted or kind == ItemKind.TENSION,
        item=item,
        ambassador=ambassador,
        forum=forum,
        topic=topic,
        text=worded(text, most=2000, missing="Enter what was raised.", field="text"),
        raised_by=raised_by.strip(),
        raised_on=raised_on,
        needed_by=needed_by,
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Concern opened"):
        save_checked(concern)
    return concern


def open_concern_of(*, item: ReportItem, by: User | None, at: datetime) -> Concern:
    """Take on what an accepted report passes on."""
    report = item.report
    return open_concern(
        forum=report.forum,
        topic=item.topic,
        kind=ItemKind(item.kind),
        text=item.text,
        raised_on=report.met_on,
        raised_by=item.raised_by,
        needed_by=item.needed_by,
        ambassador=report.ambassador,
        item=item,
        by=by,
        at=at,
        source=report.source or f"Forum report {report.reference}",
        is_synthetic=report.is_synthetic,
    )


def _locked(concern: Concern) -> Concern:
    row: Concern = Concern.objects.select_for_update(of=("self",)).select_related("ambassador__user").get(pk=concern.pk)
    return row


@transaction.atomic
def assign_concern(
    *, concern: Concern, officer: User | None, partner: Organisation | None = None, by: User | None, at: datetime
) -> Concern:
    """Give a concern to an officer, and name the partner agency that has to act, if one has."""
    if officer is not None and not (officer.is_active and officer.is_office):
        raise DomainError(f"{officer} does not work in the office. Choose another person.", field="officer")
    with acting(by, "Concern assigned"):
        moved = (
            Concern.objects.filter(pk=concern.pk)
            .exclude(state=ConcernState.CLOSED)
            .update(assigned_to=officer, partner=partner)
        )
    if not moved:
        raise DomainError(FINISHED)
    concern.refresh_from_db()
    return concern


@transaction.atomic
def record_action(
    *,
    concern: Concern,
    level: ActionLevel,
    taken_on: date,
    text: str,
    by: User | None,
    at: datetime,
    source: str = "",
    is_synthetic: bool = False,
) -> ConcernAction:
    """Add what the office did. Actions are never changed: a correction is another action."""
    locked = _locked(concern)
    if locked.state == ConcernState.CLOSED:
        raise DomainError(FINISHED)
    if taken_on < locked.raised_on:
        raise DomainError(
            f"This was raised on {nice_date(locked.raised_on)}. Enter that day or a later one.", field="taken_on"
        )
    if taken_on > timezone.localdate(at):
        raise DomainError("Enter the day on which it was done: today or earlier.", field="taken_on")
    action = ConcernAction(
        concern=locked,
        level=level,
        taken_on=taken_on,
        text=worded(text, most=LONGEST_ACTION, missing="Enter what was done.", field="text"),
        recorded_by=by,
        recorded_at=at,
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Action recorded"):
        save_checked(action)
    return action


@transaction.atomic
def reply_to_concern(*, concern: Concern, text: str, by: User | None, at: datetime) -> Concern:
    """Answer the ambassador, once something was done: 'noted and monitored' is enough."""
    text = worded(text, most=LONGEST_REPLY, missing="Enter the reply to the ambassador.", field="text")
    locked = _locked(concern)
    if locked.state == ConcernState.CLOSED:
        raise DomainError(FINISHED)
    if locked.state != ConcernState.OPEN:
        raise DomainError("This concern was answered already. Record anything new as an action.")
    if not locked.actions.exists():
        raise DomainError("Record what was done before you reply. 'Noted and monitored' is enough.")
    with acting(by, "Reply sent"):
        Concern.objects.filter(pk=concern.pk, state=ConcernState.OPEN).update(
            state=ConcernState.REPLIED, reply=text, replied_at=at, replied_by=by
        )
    concern.refresh_from_db()
    if concern.ambassador is not None:
        write_to(
            concern.ambassador,
            kind="concern_replied",
            subject=f"The office answered {concern.reference}",
            at=at,
            key=f"concern-replied:{concern.pk}",
            concern=concern,
            link=portal_link("ambassadors:concerns"),
        )
    return concern


@transaction.atomic
def mark_told(*, concern: Concern, told_on: date, by: User, at: datetime) -> Concern:
    """Record that the forum heard the reply: by the ambassador who raised it, or by the office."""
    locked = _locked(concern)
    is_theirs = locked.ambassador is not None and locked.ambassador.user_id == by.pk
    if not (is_theirs or by.is_office):
        raise DomainError("Only the ambassador who passed this on, or the office, can say that the forum was told.")
    if locked.state == ConcernState.TOLD:
        raise DomainError("The forum was told of this already.")
    if locked.state != ConcernState.REPLIED or locked.replied_at is None:
        raise DomainError("The office has not answered this yet, so the forum cannot have been told.")
    if told_on > timezone.localdate(at):
        raise DomainError("Enter the day on which the forum was told: today or earlier.", field="told_on")
    replied_on = timezone.localdate(locked.replied_at)
    if told_on < replied_on:
        raise DomainError(
            f"The office answered on {nice_date(replied_on)}. Enter that day or a later one.", field="told_on"
        )
    with acting(by, "Forum told"):
        Concern.objects.filter(pk=concern.pk, state=ConcernState.REPLIED).update(
            state=ConcernState.TOLD, told_on=told_on
        )
    concern.refresh_from_db()
    return concern


@transaction.atomic
def close_concern(*, concern: Concern, reason: str, by: User | None, at: datetime) -> Concern:
    """Close a concern that needs no reply, for example one raised twice, and say why."""
    reason = worded(reason, most=LONGEST_REASON, missing="Say why it is closed.", field="reason")
    with acting(by, "Concern closed"):
        moved = Concern.objects.filter(pk=concern.pk, state=ConcernState.OPEN).update(
            state=ConcernState.CLOSED, closed_reason=reason, closed_on=timezone.localdate(at)
        )
    if not moved:
        raise DomainError("Only a concern that waits for an answer can be closed without one.")
    concern.refresh_from_db()
    return concern


@transaction.atomic
def set_restricted(*, concern: Concern, is_restricted: bool, by: User | None, at: datetime) -> Concern:
    """Keep a concern out of everything the public can read, or let it in again. Never a tension."""
    if not is_restricted and concern.kind == ItemKind.TENSION:
        raise DomainError("A community tension is always restricted.")
    with acting(by, "Restricted" if is_restricted else "No longer restricted"):
        Concern.objects.filter(pk=concern.pk).update(is_restricted=is_restricted)
    concern.refresh_from_db()
    return concern
