"""Recording what the Panel resolved at a meeting that was held, and keeping one resolution from the public."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked, worded
from panel import queries
from panel.enums import ResolutionKind
from panel.models import AgendaItem, Member, Recommendation, Resolution
from panel.operations.attendance import at_meeting
from panel.operations.exemptions import keep_back, open_up
from panel.operations.openness import hold_openness, refuse_if_packs_say
from panel.permissions import DECIDE_EXEMPTION, must_have

LONGEST = 5000


@transaction.atomic
def record_resolution(
    *,
    item: AgendaItem,
    number: int,
    text: str,
    kind: ResolutionKind,
    by: User | None,
    at: datetime,
    letter: str = "",
    mover: Member | None = None,
    seconder: Member | None = None,
    is_carried: bool = True,
    source: str = "",
    is_synthetic: bool = False,
) -> Resolution:
    """Record a resolution as it was put. Who moved and seconded it was there and could take part in the item.

    Until the attendance is recorded, it is enough that they sat on the Panel that day.
    """
    must_have(by, "panel.add_resolution", "record a resolution")
    resolution = Resolution(
        item=item,
        number=number,
        letter=letter,
        kind=kind,
        text=worded(text, most=LONGEST, missing="Enter the resolution as it was put.", field="text"),
        mover=mover,
        seconder=seconder,
        is_carried=is_carried,
        source=source,
        is_synthetic=is_synthetic,
    )
    at_meeting(item.meeting, is_exempt=resolution.is_exempt)
    for field, member in (("mover", mover), ("seconder", seconder)):
        if member is not None:
            _refuse_who_may_not(item, member, field)
    with acting(by, "Resolution recorded"):
        save_checked(resolution)
    return resolution


@transaction.atomic
def exempt_resolution(
    *,
    resolution: Resolution,
    public_title: str,
    paragraphs: Collection[str],
    reasons: str,
    by: User | None,
    at: datetime,
    review_on: date | None = None,
) -> Resolution:
    """Keep one resolution on an open item from the public, on the grounds given. The exempt minutes then have it."""
    must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    hold_openness()
    row = _locked(resolution)
    if row.item.is_kept_back:
        raise DomainError("The item is exempt, and this resolution with it.")
    at_meeting(row.item.meeting)
    refuse_if_packs_say(Recommendation.objects.filter(resolution=row).values_list("title", flat=True))
    keep_back(
        row, public_title=public_title, paragraphs=paragraphs, reasons=reasons, review_on=review_on, by=by, at=at
    )  # fmt: skip
    return row


@transaction.atomic
def open_resolution(*, resolution: Resolution, by: User | None, at: datetime) -> Resolution:
    """Open to the public a resolution that was exempt by itself. The ground stays in the history."""
    must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    hold_openness()
    row = _locked(resolution)
    at_meeting(row.item.meeting)
    open_up(row, otherwise="This resolution has no ground of its own. If its item is exempt, open the item.", by=by)
    return row


def _locked(resolution: Resolution) -> Resolution:
    rows = Resolution.objects.select_for_update(of=("self",)).select_related(
        "item__meeting", "item__parent", "exemption"
    )
    return rows.get(pk=resolution.pk)


def _refuse_who_may_not(item: AgendaItem, member: Member, field: str) -> None:
    if not queries.is_taken(item.meeting):
        if not Member.objects.sitting_on(item.meeting.held_on).filter(pk=member.pk).exists():
            raise DomainError(f"{member} was not on the Panel that day. Choose somebody who was.", field=field)
        return
    room = queries.room_of(item.meeting)
    line = next((line for line in room.lines if line.member_id == member.pk), None)
    if line is None:
        raise DomainError(f"{member} is not listed as present. Choose somebody who was there.", field=field)
    if line.pk in room.kept_out.get(item.pk, frozenset()):
        raise DomainError(
            f"{member} declared a pecuniary interest in this item and has no dispensation. Choose somebody else.",
            field=field,
        )
    if line not in room.at(item):
        raise DomainError(f"{member} had left before this item. Choose somebody who was there.", field=field)
