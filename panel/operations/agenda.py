"""Drafting an agenda and changing it: every change keeps the order whole, and an exemption has its grounds."""

from collections.abc import Collection, Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.saving import acting, save_checked
from opcc.web.words import nice_date
from panel import agenda, queries
from panel.enums import ItemKind, MeetingState
from panel.models import (
    AgendaItem,
    PanelAction,
    PanelMeeting,
    PanelMinutes,
    Paper,
    Recommendation,
    Resolution,
    StandingItem,
    WorkItem,
)
from panel.operations.exemptions import keep_back, open_up
from panel.operations.lateness import came_late, why_at_short_notice, why_late
from panel.operations.openness import refuse_if_packs_say
from panel.operations.packs import take_back_packs
from panel.permissions import CHANGE_ITEM, DECIDE_EXEMPTION, must_have

UP, DOWN, UNDER, OUT = "up", "down", "under", "out"
MOVES = {UP: "up", DOWN: "down", UNDER: "under the item above it", OUT: "out from under its item"}
CLOSING = {
    ItemKind.ACTIONS: agenda.Place.AFTER,
    ItemKind.WORK_PROGRAMME: agenda.Place.AFTER,
    ItemKind.DATES: agenda.Place.AFTER,
    ItemKind.URGENT: agenda.Place.AFTER,
    ItemKind.EXCLUSION: agenda.Place.EXCLUSION,
    ItemKind.COMPLAINTS: agenda.Place.AFTER,
}


@transaction.atomic
def draft_agenda(*, meeting: PanelMeeting, by: User | None, at: datetime) -> tuple[AgendaItem, ...]:
    """Draft the agenda of a planned meeting: the outline, and whatever is due. Only where there is none yet."""
    must_have(by, CHANGE_ITEM, "draft an agenda")
    meeting = _open_for_changes(meeting)
    if meeting.items.exists():
        raise DomainError("This meeting has an agenda. Add what is missing to it.")
    drafted = agenda.draft(_outline(), queries.business_due(meeting))
    if not drafted:
        raise DomainError("There is no outline to draft from, and nothing is due. Add an item, or the standing items.")
    made: list[AgendaItem] = []
    with acting(by, "Agenda drafted"):
        for position, item in enumerate(drafted, start=1):
            made.append(_drafted(meeting, None, position, item))
            _link(made[-1], item)
            made += [_drafted(meeting, made[-1], place, under) for place, under in enumerate(item.below, start=1)]
    return tuple(made)


@transaction.atomic
def publish_agenda(
    *, meeting: PanelMeeting, by: User | None, at: datetime, short_notice_reason: str = ""
) -> PanelMeeting:
    """Let the Panel and the public read the agenda from now on. What is exempt in it stays kept back.

    After the last day for it the Panel is convened at shorter notice, which takes the reason: agenda and papers are
    then open from that day on (section 100B(3) of the Local Government Act 1972).
    """
    must_have(by, CHANGE_ITEM, "publish an agenda")
    meeting = _open_for_changes(meeting)
    if meeting.agenda_published_at is not None:
        raise DomainError("This agenda is published already. What you change in it can be read at once.")
    if not meeting.items.exists():
        raise DomainError("There is no item on this agenda yet. Draft it first.")
    is_late = came_late(meeting, at)
    if is_late and not short_notice_reason.strip():
        raise DomainError(
            f"The agenda was to be published by {nice_date(queries.papers_due(meeting))}. Move the meeting to a day "
            "that leaves enough notice, or say why it is convened at shorter notice.",
            field="short_notice_reason",
        )
    meeting.agenda_published_at = at
    meeting.short_notice_reason = why_at_short_notice(short_notice_reason) if is_late else ""
    with acting(by, "Agenda published"):
        save_checked(meeting)
    return meeting


@transaction.atomic
def add_item(
    *,
    meeting: PanelMeeting,
    title: str,
    by: User | None,
    at: datetime,
    under: AgendaItem | None = None,
    kind: ItemKind = ItemKind.REPORT,
    purpose: str = "",
    lead: str = "",
    minutes: int | None = None,
    late_reason: str = "",
    source: str = "",
    is_synthetic: bool = False,
) -> AgendaItem:
    """Put an item at the end of the agenda, or of those under another item.

    After the last day for papers an item needs the chair's reason (section 100B(4) of the Local Government Act 1972).
    """
    must_have(by, "panel.add_agendaitem", "add an item")
    meeting = _open_for_changes(meeting)
    if under is not None and (under.meeting_id != meeting.pk or under.parent_id is not None):
        raise DomainError("An item stands under an item of the same agenda that is no sub-item itself.", field="parent")
    reason = why_late(meeting, at, late_reason, what="item")
    siblings = meeting.items.filter(parent=under).order_by("-position").values_list("position", flat=True)
    item = AgendaItem(
        meeting=meeting,
        parent=under,
        position=(siblings.first() or 0) + 1,
        kind=kind,
        title=title.strip(),
        purpose=purpose.strip(),
        lead=lead.strip(),
        minutes=minutes,
        late_reason=reason,
        source=source,
        is_synthetic=is_synthetic,
    )
    with acting(by, "Item added"):
        save_checked(item)
    return item


@transaction.atomic
def change_item(
    *,
    item: AgendaItem,
    kind: ItemKind,
    title: str,
    purpose: str,
    lead: str,
    minutes: int | None,
    by: User | None,
    at: datetime,
) -> AgendaItem:
    """Correct what an item says. Where it stands is changed by `move_item` and `order_agenda`."""
    must_have(by, CHANGE_ITEM, "change an item")
    _open_for_changes(item.meeting)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    item.kind, item.title, item.purpose, item.lead, item.minutes = kind, title.strip(), purpose, lead.strip(), minutes
    with acting(by, "Item changed"):
        save_checked(item)
    return item


@transaction.atomic
def move_item(*, item: AgendaItem, move: str, by: User | None, at: datetime) -> None:
    """Move an item one place up or down among its siblings, under the item above it, or out from under its item."""
    must_have(by, CHANGE_ITEM, "change the order of an agenda")
    meeting = _open_for_changes(item.meeting)
    item = AgendaItem.objects.get(pk=item.pk)
    siblings = list(meeting.items.filter(parent=item.parent_id).in_order())
    place = siblings.index(item)
    with acting(by, f"Moved {MOVES[move]}"):
        if move in (UP, DOWN):
            other = place + (-1 if move == UP else 1)
            if 0 <= other < len(siblings):
                siblings[place], siblings[other] = siblings[other], siblings[place]
                _write_order(siblings, item.parent)
        elif move == UNDER:
            _put_under(item, siblings, place)
        else:
            _take_out(item, siblings)


@transaction.atomic
def order_agenda(*, meeting: PanelMeeting, keys: Sequence[int], by: User | None, at: datetime) -> None:
    """Put the items that stand under none in this order; each takes along what is under it."""
    must_have(by, CHANGE_ITEM, "change the order of an agenda")
    meeting = _open_for_changes(meeting)
    items = {item.pk: item for item in meeting.items.filter(parent=None)}
    if sorted(items) != sorted(keys):
        raise DomainError("Somebody changed this agenda meanwhile. Look at it again and move the item once more.")
    with acting(by, "Order changed"):
        _write_order([items[key] for key in keys], None)


@transaction.atomic
def remove_item(*, item: AgendaItem, by: User | None, at: datetime) -> None:
    """Take an item off the agenda. One that anything hangs on stays: what hangs on it is named."""
    must_have(by, "panel.delete_agendaitem", "take an item off an agenda")
    meeting = _open_for_changes(item.meeting)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if hanging := queries.hanging_on(item):
        raise DomainError(f"This item has {', '.join(hanging)}. Move or remove them first.")
    parent, claim = item.parent, item.exemption
    with acting(by, "Item taken off the agenda"):
        item.delete()
        if claim is not None:
            claim.delete()
        _write_order(list(meeting.items.filter(parent=parent).in_order()), parent)


@transaction.atomic
def exempt_item(
    *,
    item: AgendaItem,
    public_title: str,
    paragraphs: Collection[str],
    reasons: str,
    by: User | None,
    at: datetime,
    review_on: date | None = None,
) -> AgendaItem:
    """Keep an item, and all that stands under it, from the public, on the grounds given."""
    must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    take_back_packs(item.meeting)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if item.parent is not None and item.parent.is_exempt:
        raise DomainError("The item it stands under is exempt, and this one with it.")
    if PanelMinutes.objects.open().settled().filter(meeting=item.meeting_id).exists():
        raise DomainError("The open minutes of this meeting are confirmed and public, and tell what was said on it.")
    if queries.is_out(item):
        raise DomainError(
            "The public has read of this item since its pack was issued. Withdraw the pack first, then make it exempt."
        )
    refuse_if_packs_say(_said_elsewhere(item))
    keep_back(
        item, public_title=public_title, paragraphs=paragraphs, reasons=reasons, review_on=review_on, by=by, at=at
    )  # fmt: skip
    return item


@transaction.atomic
def open_item(*, item: AgendaItem, by: User | None, at: datetime) -> AgendaItem:
    """Open an exempt item to the public. The ground stays in the history."""
    must_have(by, DECIDE_EXEMPTION, "decide what is exempt")
    take_back_packs(item.meeting)
    item = AgendaItem.objects.select_for_update().get(pk=item.pk)
    open_up(item, otherwise="This item is open already.", by=by)
    return item


def _said_elsewhere(item: AgendaItem) -> set[str]:
    """What packs of other meetings print of an item: what came of it, and how the work programme had it."""
    with_those_below = Q(item=item) | Q(item__parent=item)
    return {
        *Recommendation.objects.filter(
            resolution__in=Resolution.objects.filter(with_those_below)
        ).values_list("title", flat=True),
        *PanelAction.objects.filter(with_those_below).values_list("text", flat=True),
        *WorkItem.objects.filter(with_those_below).values_list("title", flat=True),
    }  # fmt: skip


def _open_for_changes(meeting: PanelMeeting) -> PanelMeeting:
    """The meeting, locked: two changes of one agenda wait for one another. Held and cancelled ones are settled."""
    locked = PanelMeeting.objects.select_for_update(of=("self",)).select_related("group").get(pk=meeting.pk)
    if locked.state != MeetingState.PLANNED:
        raise DomainError(f"This meeting is {locked.get_state_display().lower()}, so its agenda stays as it is.")
    return locked


def _outline() -> tuple[agenda.OutlineItem, ...]:
    """The standing items, as every agenda has them."""
    rows = list(StandingItem.objects.filter(is_active=True).order_by("position", "pk"))

    def under(parent: int | None) -> tuple[agenda.OutlineItem, ...]:
        return tuple(
            agenda.OutlineItem(
                title=row.title, purpose=row.purpose, lead=row.lead, kind=row.kind,
                place=CLOSING.get(ItemKind(row.kind), agenda.Place.BEFORE), below=under(row.pk),
            )
            for row in rows
            if row.parent_id == parent
        )  # fmt: skip

    return under(None)


def _drafted(meeting: PanelMeeting, parent: AgendaItem | None, position: int, item: agenda.DraftItem) -> AgendaItem:
    row = AgendaItem(
        meeting=meeting, parent=parent, position=position, kind=item.kind, title=item.title, purpose=item.purpose,
        lead=item.lead, added_because=item.because,
    )  # fmt: skip
    save_checked(row)
    return row


def _link(row: AgendaItem, item: agenda.DraftItem) -> None:
    """An item of the work programme knows which item of the agenda it became; a report is a paper to follow."""
    kind, _, key = item.subject.partition(":")
    if kind == queries.WORK:
        WorkItem.objects.filter(pk=int(key)).update(item=row)
    elif kind == queries.REPORT:
        save_checked(Paper(item=row, position=1, title=row.title, author=row.lead, is_to_follow=True))


def _write_order(items: Sequence[AgendaItem], parent: AgendaItem | None) -> None:
    """Places 1, 2, 3 … under one parent. The constraint on places is checked at the end of the transaction."""
    changed = []
    for position, item in enumerate(items, start=1):
        if item.position != position or item.parent_id != (parent.pk if parent else None):
            item.position, item.parent = position, parent
            changed.append(item)
    AgendaItem.objects.bulk_update(changed, ["position", "parent"])


def _put_under(item: AgendaItem, siblings: list[AgendaItem], place: int) -> None:
    if item.parent_id is not None:
        raise DomainError("This item stands under another already.")
    if place == 0:
        raise DomainError("There is no item above this one.")
    if item.below.exists():
        raise DomainError("Items stand under this one. Take them out first.")
    above = siblings[place - 1]
    if above.is_exempt and not item.is_exempt:
        raise DomainError(
            "The item above is exempt, and this one is open. Make this one exempt first, on its own grounds."
        )
    _write_order([*above.below.in_order(), item], above)
    _write_order([other for other in siblings if other.pk != item.pk], None)


def _take_out(item: AgendaItem, siblings: list[AgendaItem]) -> None:
    if item.parent is None:
        raise DomainError("This item stands under none.")
    parent = item.parent
    if parent.is_exempt and not item.is_exempt:
        raise DomainError(
            f"It is kept from the public with the item it stands under, {parent.title}. Open that item first."
        )
    _write_order([other for other in siblings if other.pk != item.pk], parent)
    top = list(item.meeting.items.filter(parent=None).in_order())
    place = top.index(parent) + 1
    _write_order([*top[:place], item, *top[place:]], None)
