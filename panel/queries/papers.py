"""Papers of a meeting and the editions of its pack, for those who may know of exempt matter and for all others."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery

from panel.enums import PACK_OUT, Audience, PackKind, PackState
from panel.models import ExemptionClaim, Pack, PackEdition, PanelMeeting, PaperPart
from panel.querysets import PackQuerySet, PartQuerySet


@dataclass(frozen=True)
class PartPlace:
    """Where a part stands and how long it is: all that the public edition asks of a part that may be exempt."""

    key: int
    item: int
    letter: str
    pages: int


@dataclass(frozen=True)
class Withheld:
    """What the public is told of something exempt."""

    title: str
    paragraphs: tuple[str, ...]


def parts_of(meeting: PanelMeeting, since: datetime | None = None) -> PartQuerySet:
    """The parts in force of a meeting's papers, in order; with `since`, those that came later."""
    rows = PaperPart.objects.filter(paper__item__meeting=meeting).standing()
    return (rows.filter(added_at__gt=since) if since else rows).in_order()


def places_of(meeting: PanelMeeting, since: datetime | None = None) -> tuple[PartPlace, ...]:
    """Places and lengths of all parts, exempt ones too. One query, which selects no word of them."""
    rows = parts_of(meeting, since).values_list("pk", "paper__item_id", "letter", "pages")
    return tuple(PartPlace(*row) for row in rows)


def withheld_parts(meeting: PanelMeeting) -> dict[int, Withheld]:
    """What the public is told of exempt parts, by part. One query."""
    rows = ExemptionClaim.objects.filter(part__paper__item__meeting=meeting)
    found = rows.values_list("part__pk", "public_title", "paragraphs")
    return {key: Withheld(title, tuple(paragraphs)) for key, title, paragraphs in found}


def withheld_items(meeting: PanelMeeting) -> dict[int, Withheld]:
    """What the public is told of exempt items and of those under them, by item. Two queries."""
    rows = ExemptionClaim.objects.filter(item__meeting=meeting)
    found = rows.values_list("item__pk", "public_title", "paragraphs")
    claims = {key: Withheld(title, tuple(paragraphs)) for key, title, paragraphs in found}
    under = meeting.items.filter(parent__in=claims).values_list("pk", "parent_id")
    return {**{key: claims[parent] for key, parent in under if parent in claims}, **claims}


def issued_pack(meeting: PanelMeeting, kind: PackKind = PackKind.FULL) -> Pack | None:
    """The pack in force."""
    return Pack.objects.issued().filter(meeting=meeting, kind=kind).first()


def pack_once_issued(public_id: uuid.UUID) -> Pack | None:
    """The pack of this address, if it was ever issued."""
    rows = Pack.objects.select_related("meeting__group")
    return rows.filter(public_id=public_id, state__in=PACK_OUT).first()


def pack_edition(pack: Pack, audience: Audience) -> PackEdition | None:
    """One edition of a pack."""
    return pack.editions.select_related("pack__meeting").filter(audience=audience).first()


def issued_packs(meetings: list[PanelMeeting]) -> dict[int, list[Pack]]:
    """The packs in force of these meetings, the full one first. One query."""
    found: dict[int, list[Pack]] = {}
    rows = Pack.objects.filter(meeting__in=meetings, state=PackState.ISSUED)
    for pack in rows.order_by("kind", "-version", "pk"):
        found.setdefault(pack.meeting_id, []).append(pack)
    return found


def packs_in_force(public: bool) -> PackQuerySet:
    """Issued packs with how many pages each has, the latest meeting first; for the public without closed sessions."""
    pages = PackEdition.objects.filter(pack=OuterRef("pk"), audience=Audience.PUBLIC).values("pages")
    rows = Pack.objects.issued().select_related("meeting__group").annotate(pages=Subquery(pages))
    return (rows.filter(meeting__is_closed=False) if public else rows).newest_first()


def was_published(part: PaperPart, *, open_only: bool) -> bool:
    """Whether a pack that was issued has the part; with `open_only`, its public edition, not withheld, nor closed."""
    editions = PackEdition.objects.filter(pack__state__in=PACK_OUT, pack__meeting=part.paper.item.meeting)
    if open_only:
        editions = editions.filter(audience=Audience.PUBLIC, pack__meeting__is_closed=False)
    return editions.filter(page_map__contains=[{"key": f"part-{part.pk}", "withheld": False}]).exists()
