"""Papers of a meeting and the editions of its packs, for those who may know of exempt matter and for all others."""

import json
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast

from panel import agenda
from panel.enums import PACK_OUT, Audience, PackState
from panel.models import AgendaItem, ExemptionClaim, Pack, PackEdition, PanelMeeting, Paper, PaperPart
from panel.queries.meetings import numbers_of
from panel.querysets import PackQuerySet, PaperQuerySet, PartQuerySet


@dataclass(frozen=True)
class PartPlace:
    """Where a part stands and how long it is: all that the public edition asks of a part that may be exempt."""

    key: int
    item: int
    letter: str
    pages: int | None


@dataclass(frozen=True)
class Withheld:
    """What the public is told of something exempt."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class UrgentPaper:
    """A paper, or a part of one, that came after the papers were due, and why the chair takes it as urgent."""

    place: tuple[int, int, str]  # of the paper on its item, its key, and the part's letter
    title: str
    reason: str

    @property
    def words(self) -> str:
        """As agendas and minutes say it."""
        return f"Paper ‘{self.title}’ taken as urgent: {self.reason}"


@dataclass(frozen=True)
class PackLine:
    """A line of a pack that is issued, as the page of a meeting or an item lists it."""

    pack: Pack
    at: int  # the item's key
    label: str
    title: str
    first: int
    last: int
    is_withheld: bool
    place: int  # the page of the file, from 1, for a browser to open it at
    part: uuid.UUID | None  # the address of its own, of a part that this reader may open
    author: str  # of a paper's main document, as the pack has it
    purpose: str


def parts_of(meeting: PanelMeeting, but: Iterable[int] = ()) -> PartQuerySet:
    """The parts in force of a meeting's papers, in order, without those named."""
    return PaperPart.objects.filter(paper__item__meeting=meeting).standing().exclude(pk__in=but).in_order()


def places_of(meeting: PanelMeeting, but: Iterable[int] = ()) -> tuple[PartPlace, ...]:
    """Places and lengths of all parts, exempt ones too. One query, which selects no word of them."""
    rows = parts_of(meeting, but).values_list("pk", "paper__item_id", "letter", "pages")
    return tuple(PartPlace(*row) for row in rows)


def withheld_parts(meeting: PanelMeeting) -> dict[int, Withheld]:
    """What the public is told of exempt parts, by part. One query."""
    rows = ExemptionClaim.objects.filter(part__paper__item__meeting=meeting)
    found = rows.values_list("part__pk", "public_title", "paragraphs")
    return {key: Withheld(title, tuple(paragraphs)) for key, title, paragraphs in found}


def withheld_items(meeting: PanelMeeting) -> dict[int, Withheld]:
    """What the public is told of exempt items and of those under them, by item. Two queries."""
    claims = _own_claims(meeting)
    under = meeting.items.filter(parent__in=claims).values_list("pk", "parent_id")
    return {**{key: claims[parent] for key, parent in under if parent in claims}, **claims}


def _own_claims(meeting: PanelMeeting) -> dict[int, Withheld]:
    rows = ExemptionClaim.objects.filter(item__meeting=meeting)
    found = rows.values_list("item__pk", "public_title", "paragraphs")
    return {key: Withheld(title, tuple(paragraphs)) for key, title, paragraphs in found}


def excluded_for(meeting: PanelMeeting) -> tuple[agenda.Excluded, ...]:
    """What the public is excluded for, as the public is told of it, in the order of the agenda: exempt items, exempt
    parts, and the restricted editions of reports. Six queries, none of which selects an exempt row.
    """
    items, claimed, parts = _own_claims(meeting), withheld_items(meeting), withheld_parts(meeting)
    reports = {part.pk: part for part in parts_of(meeting).open().of_reports()}
    places, found = places_of(meeting), list[agenda.Excluded]()
    for number, key in numbers_of(meeting):
        if key in items:
            found.append(agenda.Excluded(number, items[key].title, items[key].paragraphs))
        for place in places if key not in claimed else ():
            told = parts.get(place.key)
            if told is None and place.item == key and place.key in reports:
                report = reports[place.key].report
                assert report is not None
                told = Withheld(
                    f"Restricted edition of the {report.title[0].lower()}{report.title[1:]}", (report.exemption,)
                )
            if told is not None and place.item == key:
                named = f"{number}, Appendix {place.letter}" if place.letter else number
                found.append(agenda.Excluded(named, told.title, told.paragraphs))
    return tuple(found)


def exclusion_of(meeting: PanelMeeting) -> str:
    """The resolution that excludes the public, in the public's words; empty where nothing is exempt."""
    excluded = excluded_for(meeting)
    return agenda.exclusion_resolution(excluded) if excluded else ""


def papers_to_follow(meeting: PanelMeeting, *, include_exempt: bool = False) -> dict[int, list[str]]:
    """Titles of papers that are promised and not here, by item: of open items, unless asked for all. One query."""
    found = dict[int, list[str]]()
    papers = Paper.objects.all() if include_exempt else Paper.objects.open()
    rows = papers.filter(item__meeting=meeting, is_to_follow=True).in_order()
    for item, title in rows.values_list("item_id", "title"):
        found.setdefault(item, []).append(title)
    return found


def urgent_papers(meeting: PanelMeeting, *, include_exempt: bool = False) -> dict[int, list[UrgentPaper]]:
    """Papers and parts that came late, with the chair's reason, by item: what is open, unless asked for all.

    Section 100B(4) of the Local Government Act 1972 has the reason in the minutes. Two queries.
    """
    papers = Paper.objects.all() if include_exempt else _told()
    parts = PaperPart.objects.all() if include_exempt else PaperPart.objects.open()
    announced = papers.filter(item__meeting=meeting).exclude(late_reason="")
    came = parts.standing().filter(paper__item__meeting=meeting).exclude(late_reason="").select_related("paper")
    rows = [
        (paper.item_id, UrgentPaper((paper.position, paper.pk, ""), paper.title, paper.late_reason))
        for paper in announced.order_by("position", "pk")
    ]
    rows += [
        (
            part.paper.item_id,
            UrgentPaper(
                (part.paper.position, part.paper_id, part.letter),
                part.title if part.letter else part.paper.title,
                part.late_reason,
            ),
        )
        for part in came.in_order()
    ]
    found = dict[int, list[UrgentPaper]]()
    for item, urgent in sorted(rows, key=lambda row: row[1].place):
        found.setdefault(item, []).append(urgent)
    return found


def _told() -> PaperQuerySet:
    """Open papers whose name the public has: of one that turned out exempt it has not, unless an open part shows it."""
    parts = PaperPart.objects.filter(paper=OuterRef("pk"))
    shown = parts.open().standing().filter(letter="")
    return Paper.objects.open().filter(Exists(shown) | ~Exists(parts.filter(exemption__isnull=False)))


def packs_out(meeting: PanelMeeting, before: Pack | None = None) -> list[Pack]:
    """The pack in force and the supplements to it, in their order; those a later one goes on from."""
    rows = Pack.objects.issued().filter(meeting=meeting)
    if before is not None:
        rows = rows.filter(supplement__lt=before.supplement)
    return list(rows.order_by("supplement", "pk"))


def pack_once_issued(public_id: uuid.UUID) -> Pack | None:
    """The pack of this address, if it was ever issued."""
    rows = Pack.objects.select_related("meeting__group")
    return rows.filter(public_id=public_id, state__in=PACK_OUT).first()


def pack_edition(pack: Pack, audience: Audience) -> PackEdition | None:
    """One edition of a pack."""
    return pack.editions.select_related("pack__meeting").filter(audience=audience).first()


def editions_out(meeting: PanelMeeting, audience: Audience, before: Pack | None = None) -> list[PackEdition]:
    """Those editions of the packs in force. Two queries."""
    packs = packs_out(meeting, before)
    rows = PackEdition.objects.filter(pack__in=packs, audience=audience).select_related("pack__meeting")
    return list(rows.order_by("pack__supplement", "pack"))


def packs_in_force(public: bool) -> PackQuerySet:
    """Issued packs with how many pages each has, the latest meeting first; for the public without closed sessions."""
    pages = PackEdition.objects.filter(pack=OuterRef("pk"), audience=Audience.PUBLIC).values("pages")
    rows = Pack.objects.issued().select_related("meeting__group").annotate(pages=Subquery(pages))
    return (rows.filter(meeting__is_closed=False) if public else rows).newest_first()


def lines_of(edition: PackEdition) -> tuple[PackLine, ...]:
    """The papers of an edition in their order, each with the address it keeps. One query."""
    return _with_addresses([(edition, line) for line in edition.lines])


def lines_out(meeting: PanelMeeting, audience: Audience) -> dict[int, list[PackLine]]:
    """What the packs in force hold, by item. Three queries."""
    editions = editions_out(meeting, audience)
    found = dict[int, list[PackLine]]()
    for line in _with_addresses([(edition, line) for edition in editions for line in edition.lines]):
        found.setdefault(line.at, []).append(line)
    return found


def _with_addresses(lines: list[tuple[PackEdition, dict[str, Any]]]) -> tuple[PackLine, ...]:
    keys = [_part(line) for _, line in lines if not line["withheld"]]
    addresses = dict(PaperPart.objects.filter(pk__in=[key for key in keys if key]).values_list("pk", "public_id"))
    return tuple(
        PackLine(
            edition.pack, line["at"], line["label"], line["title"], line["first"], line["last"], line["withheld"],
            line["first"] - edition.first_page + 1,
            None if line["withheld"] else addresses.get(_part(line) or 0),
            line.get("author", ""), line.get("purpose", ""),  # packs of earlier versions of this site have neither
        )
        for edition, line in lines
    )  # fmt: skip


def _part(line: dict[str, Any]) -> int | None:
    """The key of the part that a line of a page map is about; None of a section."""
    kind, _, key = line["key"].partition("-")
    return int(key) if kind == "part" else None


def parts_out(meeting: PanelMeeting, before: Pack | None = None) -> frozenset[int]:
    """Keys of the parts that the packs in force hold, exempt ones too. Two queries."""
    editions = editions_out(meeting, Audience.RESTRICTED, before)
    return frozenset(key for edition in editions for line in edition.lines if (key := _part(line)))


def names_exempt(lines: Iterable[PackLine]) -> bool:
    """Whether one of these lines gives the title of an exempt part. One query."""
    named = PaperPart.objects.filter(public_id__in=[line.part for line in lines if line.part])
    return named.count() > named.open().count()


def was_published(part: PaperPart, *, open_only: bool) -> bool:
    """Whether a pack that was issued has the part; with `open_only`, its public edition, not withheld, nor closed.

    Packs that were withdrawn do not count: they may have been withdrawn because of it.
    """
    editions = PackEdition.objects.filter(
        pack__state__in=(PackState.ISSUED, PackState.SUPERSEDED), pack__meeting=part.paper.item.meeting
    )
    if open_only:
        editions = editions.filter(audience=Audience.PUBLIC, pack__meeting__is_closed=False)
    return editions.filter(page_map__contains=[{"key": f"part-{part.pk}", "withheld": False}]).exists()


def withdrawn_with(part: PaperPart) -> Pack | None:
    """The pack that was withdrawn last of those whose public edition had the part."""
    packs = Pack.objects.filter(state=PackState.WITHDRAWN, meeting=part.paper.item.meeting, meeting__is_closed=False)
    held = [{"key": f"part-{part.pk}", "withheld": False}]
    rows = packs.filter(editions__audience=Audience.PUBLIC, editions__page_map__contains=held)
    return rows.order_by("-issued_at", "-pk").first()


def packs_that_say(words: Sequence[str]) -> list[Pack]:
    """Packs in force whose public edition has one of these, whole, as a title or a cell of a table. One query."""
    found = Q()
    for word in words:
        found |= Q(said__contains=json.dumps(word, ensure_ascii=False))
    if not found:
        return []
    rows = PackEdition.objects.filter(audience=Audience.PUBLIC, pack__state=PackState.ISSUED)
    rows = rows.annotate(said=Cast("contents", TextField())).filter(found).select_related("pack__meeting__group")
    return [edition.pack for edition in rows.order_by("pack__meeting__held_on", "pack")]


def is_out(record: PaperPart | AgendaItem) -> bool:
    """Whether the public edition of a pack in force shows the part, or says what the item is."""
    shown: dict[str, Any]
    if isinstance(record, PaperPart):
        shown = {"page_map__contains": [{"key": f"part-{record.pk}", "withheld": False}]}
        meeting = record.paper.item.meeting_id
    else:
        shown = {"contents__contains": {"agenda": [{"at": record.pk, "exempt": ""}]}}
        meeting = record.meeting_id
    rows = PackEdition.objects.filter(audience=Audience.PUBLIC, pack__state=PackState.ISSUED, pack__meeting=meeting)
    return rows.filter(**shown).exists()
