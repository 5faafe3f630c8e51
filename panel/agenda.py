"""Drafts an agenda, numbers its items and words the resolution that excludes the public. Plain values in and out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

PART_1 = "Part 1 of Schedule 12A of the Local Government Act 1972"
PART_2 = "paragraph 10 of Part 2"
REPORT = "report"


class Place(StrEnum):
    """Where an item of the outline stands, which decides what business comes before it."""

    BEFORE = "before"  # opening business, minutes, public questions
    AFTER = "after"  # work programme, dates, urgent items: business comes before the first of these
    EXCLUSION = "exclusion"  # what is exempt comes after it


@dataclass(frozen=True)
class OutlineItem:
    """An item that every agenda has, with those under it."""

    title: str
    purpose: str = ""
    lead: str = ""
    kind: str = REPORT
    place: Place = Place.BEFORE
    below: tuple["OutlineItem", ...] = ()


@dataclass(frozen=True)
class Business:
    """Something due at this meeting. Two of one `subject` are one item; `because` is shown to staff.

    One with a `kind` goes into the item that the outline has for that kind, if it has one.
    """

    subject: str
    title: str
    because: str
    purpose: str = ""
    lead: str = ""
    kind: str = REPORT
    is_exempt: bool = False
    order: int = 0  # among the business; smaller first


@dataclass(frozen=True)
class DraftItem:
    """An item as drafted: `because` says what is due, and is empty where the outline alone asks for the item."""

    title: str
    purpose: str = ""
    lead: str = ""
    kind: str = REPORT
    because: str = ""
    is_exempt: bool = False
    below: tuple["DraftItem", ...] = ()
    subject: str = field(default="", compare=False)  # of the business it comes from, to find that again


def draft(outline: Sequence[OutlineItem], business: Iterable[Business]) -> tuple[DraftItem, ...]:
    """The agenda: the outline in its order, what is due before its closing items, what is exempt at the end.

    Business of one subject becomes one item whose reasons are joined: a work programme item that is due and the paper
    promised for it are one. What is open and of a kind that the outline has an item for is said there, in place of the
    outline's own purpose. Without a closing item the business comes last, but for what is exempt.
    """
    merged = sorted(_merged(business), key=lambda due: due.order)
    kinds = _kinds(outline)
    taken = {due.kind: due for due in reversed(merged) if due.kind in kinds and not due.is_exempt}
    said = {due.subject for due in taken.values()}
    opened = [_item(due) for due in merged if not due.is_exempt and due.subject not in said]
    exempt = [_item(due) for due in merged if due.is_exempt]
    closing = next((n for n, item in enumerate(outline) if item.place is not Place.BEFORE), len(outline))
    standing = [_from_outline(item, taken) for item in outline]
    items = [*standing[:closing], *opened, *standing[closing:]]
    last = next((n for n, item in reversed(list(enumerate(outline))) if item.place is Place.EXCLUSION), None)
    after = len(items) if last is None else last + len(opened) + 1
    return (*items[:after], *exempt, *items[after:])


def _merged(business: Iterable[Business]) -> list[Business]:
    """One for each subject, in the order the subjects came."""
    found: dict[str, Business] = {}
    for due in business:
        first = found.get(due.subject)
        if first is None:
            found[due.subject] = due
            continue
        found[due.subject] = Business(
            subject=first.subject,
            title=first.title,
            because=first.because if due.because in first.because.split("; ") else f"{first.because}; {due.because}",
            purpose=first.purpose or due.purpose,
            lead=first.lead or due.lead,
            kind=first.kind if first.kind != REPORT else due.kind,
            is_exempt=first.is_exempt or due.is_exempt,  # never less guarded than one of them
            order=min(first.order, due.order),
        )
    return list(found.values())


def _kinds(outline: Iterable[OutlineItem]) -> set[str]:
    """The kinds that the outline has an item for. A report is no kind: there may be many."""
    return {kind for item in outline for kind in (item.kind, *_kinds(item.below))} - {REPORT}


def _from_outline(item: OutlineItem, due: Mapping[str, Business]) -> DraftItem:
    below = tuple(_from_outline(under, due) for under in item.below)
    plain = DraftItem(title=item.title, purpose=item.purpose, lead=item.lead, kind=item.kind, below=below)
    said = due.get(item.kind)
    if said is None:
        return plain
    return replace(plain, purpose=said.purpose or item.purpose, because=said.because, subject=said.subject)


def _item(due: Business) -> DraftItem:
    return DraftItem(
        title=due.title, purpose=due.purpose, lead=due.lead, kind=due.kind, because=due.because,
        is_exempt=due.is_exempt, subject=due.subject,
    )  # fmt: skip


@dataclass(frozen=True)
class Numbered:
    """A key and its number on the agenda: '4', or '1(2)' for the second item under the first."""

    key: int
    number: str
    below: tuple["Numbered", ...] = field(default=())


def numbered(items: Sequence[tuple[int, int | None]]) -> tuple[Numbered, ...]:
    """Numbers for (key, key of the item above or None), siblings in their order.

    Give every item, exempt ones too: both editions then have the same numbers. One whose parent is not among them is
    left out, with all that is under it.
    """
    below: dict[int | None, list[int]] = {}
    for key, above in items:
        below.setdefault(above, []).append(key)

    def under(above: int | None, prefix: str) -> tuple[Numbered, ...]:
        return tuple(
            Numbered(key, number := f"{prefix}({place})" if prefix else str(place), under(key, number))
            for place, key in enumerate(below.get(above, ()), start=1)
        )

    return under(None, "")


@dataclass(frozen=True)
class Excluded:
    """What the public is excluded for: its number, what the public is told it is, and its paragraphs of Part 1."""

    number: str
    title: str
    paragraphs: tuple[str, ...]


def exclusion_resolution(excluded: Sequence[Excluded]) -> str:
    """The resolution that excludes the public, naming each item and the paragraphs it rests on.

    Raises ValueError for none, and for an item without a paragraph: a resolution that cites none does not hold
    (section 100A(5) of the Local Government Act 1972).
    """
    if not excluded:
        raise ValueError("Nothing on this agenda is exempt, so there is no resolution to pass.")
    for item in excluded:
        if not item.paragraphs:
            raise ValueError(f"Item {item.number} cites no paragraph of Schedule 12A. Choose one.")
    named = "; ".join(f"item {item.number}, {item.title} ({cited(item.paragraphs)})" for item in excluded)
    them = "this item" if len(excluded) == 1 else "these items"
    return (
        f"That the public be excluded from the meeting for {them}, because exempt information as defined in {PART_1} "
        f"would be disclosed, and because under {PART_2} the public interest in keeping it back outweighs that in "
        f"disclosing it: {named}."
    )


def cited(paragraphs: Iterable[str]) -> str:
    """'paragraph 3', 'paragraphs 1, 2 and 3', or nothing for none."""
    ordered = sorted(set(paragraphs))
    if len(ordered) < 2:
        return "".join(f"paragraph {one}" for one in ordered)
    return f"paragraphs {', '.join(ordered[:-1])} and {ordered[-1]}"
