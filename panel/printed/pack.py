"""Composes the two editions of a pack, and makes the document of all that is ours in it.

The public edition is composed by itself, from queries that never select an exempt row. Both have the same blocks in
the same order under the same keys; only how many pages a withheld block has goes from one to the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from opcc.core.errors import DomainError
from opcc.reference import reporting as reference
from opcc.web.words import nice_date, nice_time, nice_weekday
from panel import agenda, queries
from panel.enums import Audience, Exemption, ItemKind, PackKind
from panel.models import Pack, PanelMeeting, PaperPart
from panel.printed.pack_sections import SECTIONS
from panel.quarterly_report import Json, section_json, section_view

FORMAT = 1
TEMPLATE = "documents/pack.html"
FRONT = "front"
NOT_YET = "000"  # as wide as any page number, for the pass that measures
FILMED = (
    "This meeting may be filmed for live or later broadcast on the internet. By entering the room and using the seats "
    "around it you consent to being filmed, and to the use of the pictures and sound."
)


@dataclass(frozen=True)
class Span:
    """The pages of a block in the whole, and how many of them are left blank."""

    first: int
    last: int
    blank: int = 0


def compose(pack: Pack, *, audience: Audience, at: datetime) -> Json:
    """All that an edition says, except on which pages."""
    meeting, office = pack.meeting, reference.office()
    if office is None:
        raise DomainError("The office has no profile yet. Load it with: manage.py load_office FOLDER")
    full = queries.issued_pack(meeting) if pack.kind == PackKind.SUPPLEMENT else None
    since = full.built_at if full else None
    is_public = audience is Audience.PUBLIC
    lines, blocks = (_public if is_public else _restricted)(pack, since)
    excluded = _excluded(meeting)
    grounds = sorted({paragraph for item in excluded for paragraph in item.paragraphs})
    return {
        "format": FORMAT,
        "audience": audience.value,
        "office_colour": office.brand_colour,
        "is_specimen": office.is_sample or meeting.is_synthetic,
        "title": f"{pack.get_kind_display()}, {nice_date(meeting.held_on)}",
        "panel": office.panel_name if meeting.group_id is None else meeting.body,
        "occasion": meeting.title,
        "kind": pack.get_kind_display(),
        "version": pack.version,
        "change_note": pack.change_note,
        "day": nice_weekday(meeting.held_on),
        "time": nice_time(meeting.starts_at) if meeting.starts_at else "Time to be confirmed",
        "place": meeting.venue or "Venue to be confirmed",
        "filmed": FILMED if meeting.is_filmed else "",
        "agenda": lines,
        "exclusion": agenda.exclusion_resolution(excluded) if excluded else "",
        "ground": "" if is_public else _ground(grounds),
        "members": _members(meeting),
        "contact": [part for part in (office.report_contact, office.name, office.telephone, office.email) if part],
        "blocks": blocks,
        "made_on": timezone.localdate(at).isoformat(),
    }


def lay_out(contents: Json, own: Mapping[str, int], longest: Mapping[str, int]) -> dict[str, Span]:
    """Where each block lies, from how many pages it has here (`own`) and has in the longer edition (`longest`)."""
    spans, page = dict[str, Span](), 1
    for key in (FRONT, *(block["key"] for block in contents["blocks"])):
        pages = longest[key]
        spans[key] = Span(page, page + pages - 1, pages - own.get(key, pages))
        page += pages
    return spans


def html(contents: Json, spans: Mapping[str, Span] | None = None) -> str:
    """What the PDF engine is given: all but the files. Without spans, what is measured: no slips and no numbers."""
    blocks = [_shown(block, spans) for block in contents["blocks"]]
    first = {block["item"]: block["page"] for block in reversed(blocks)}
    lines = [{**line, "page": first.get(line["number"], "")} for line in contents["agenda"]]
    return render_to_string(
        TEMPLATE,
        {
            "pack": contents,
            "lines": lines,
            "blocks": blocks,
            "blank": range(spans[FRONT].blank) if spans else (),
            "is_public": contents["audience"] == Audience.PUBLIC.value,
        },
    )


def page_map(contents: Json, spans: Mapping[str, Span]) -> list[Json]:
    """On which pages each block lies, in order."""
    return [
        {
            "key": block["key"],
            "item": block["item"],
            "label": block["label"],
            "title": block["title"],
            "first": spans[block["key"]].first,
            "last": spans[block["key"]].last,
            "withheld": block["kind"] == "slip",
        }
        for block in contents["blocks"]
    ]


def _shown(block: Json, spans: Mapping[str, Span] | None) -> dict[str, Any]:
    span = spans[block["key"]] if spans else None
    is_slip = block["kind"] == "slip"
    return {
        **block,
        "page": str(span.first) if span else NOT_YET,
        "view": section_view(block["section"]) if block["kind"] == "section" else None,
        "slips": range(span.first, span.last + 1) if span and is_slip else (),
        "blank": range(span.blank) if span else (),
    }


def _public(pack: Pack, since: datetime | None) -> tuple[list[Json], list[Json]]:
    """The public agenda, and its blocks with a slip for whatever is exempt."""
    meeting = pack.meeting
    numbers = queries.numbers_of(meeting)
    places = queries.places_of(meeting, since)
    shown = {part.pk: part for part in queries.parts_of(meeting, since).open().select_related("paper")}
    parts, items = queries.withheld_parts(meeting), queries.withheld_items(meeting)
    kinds = dict(meeting.items.open().values_list("pk", "kind"))
    exempt_kinds = dict(meeting.items.exclude(pk__in=kinds).values_list("pk", "kind"))
    blocks = list[Json]()
    for number, key in numbers:
        if key in kinds:
            blocks += _printed(pack, number, kinds[key], queries.PUBLIC)
        elif exempt_kinds[key] in SECTIONS and pack.kind == PackKind.FULL:
            blocks.append(_slip(f"item-{number}", number, "", items[key], None))
        for place in places:
            if place.item == key:
                told = parts.get(place.key) or items.get(key)
                blocks.append(
                    _file(number, shown[place.key])
                    if place.key in shown
                    else _slip(f"part-{place.key}", number, place.letter, _told(told), place.pages)
                )
    lines = [
        _line((line.number, line.depth), line.title, line.purpose, line.lead, line.paragraphs)
        for line in queries.open_agenda_of(meeting)
    ]
    return lines, blocks


def _restricted(pack: Pack, since: datetime | None) -> tuple[list[Json], list[Json]]:
    """The whole agenda, and every part."""
    meeting = pack.meeting
    parts = list(queries.parts_of(meeting, since).select_related("paper"))
    lines, blocks = list[Json](), list[Json]()
    for entry in queries.agenda_of(meeting):
        item, claim = entry.item, entry.item.exemption or (entry.item.parent and entry.item.parent.exemption)
        paragraphs = tuple(claim.paragraphs) if claim else ()
        lines.append(_line((entry.number, entry.depth), item.title, item.purpose, item.lead, paragraphs))
        blocks += _printed(pack, entry.number, item.kind, queries.EVERYTHING)
        blocks += [_file(entry.number, part) for part in parts if part.paper.item_id == item.pk]
    return lines, blocks


def _printed(pack: Pack, number: str, kind: str, reader: queries.Reader) -> Iterator[Json]:
    """The section that an item of this kind has in a full pack."""
    printed = SECTIONS.get(ItemKind(kind)) if pack.kind == PackKind.FULL else None
    if printed is None:
        return
    section = section_json(number, printed(pack.meeting, reader))
    key = f"item-{number}"
    yield {
        "key": key,
        "kind": "section",
        "item": number,
        "label": f"Item {number}",
        "title": section["title"],
        "pages": None,
        "section": {**section, "key": key},
    }


def _file(number: str, part: PaperPart) -> Json:
    title = part.title if part.letter else part.paper.title
    return {
        "key": f"part-{part.pk}",
        "kind": "file",
        "item": number,
        "label": f"Item {number}, {part.label}" if part.letter else f"Item {number}",
        "title": title,
        "pages": part.pages,
    }


def _slip(key: str, number: str, letter: str, told: queries.Withheld, pages: int | None) -> Json:
    return {
        "key": key,
        "kind": "slip",
        "item": number,
        "label": f"Item {number}, Appendix {letter}" if letter else f"Item {number}",
        "title": told.title,
        "paragraphs": _paragraphs(told.paragraphs),
        "pages": pages,
    }


def _told(found: queries.Withheld | None) -> queries.Withheld:
    if found is None:
        raise DomainError("An exempt paper has no ground. Say why it is exempt, and build the pack again.")
    return found


def _line(place: tuple[str, int], title: str, purpose: str, lead: str, paragraphs: tuple[str, ...]) -> Json:
    return {
        "number": place[0],
        "depth": place[1],
        "title": title,
        "purpose": purpose,
        "lead": lead,
        "exempt": _paragraphs(paragraphs),
    }


def _paragraphs(paragraphs: tuple[str, ...]) -> str:
    ordered = sorted(paragraphs)
    if not ordered:
        return ""
    return f"paragraph {ordered[0]}" if len(ordered) == 1 else f"paragraphs {', '.join(ordered[:-1])} and {ordered[-1]}"


def _excluded(meeting: PanelMeeting) -> list[agenda.Excluded]:
    """Items and parts that the public is excluded for, as the public is told of them, in the order of the agenda."""
    parts, items = queries.withheld_parts(meeting), queries.withheld_items(meeting)
    places = queries.places_of(meeting)
    found = list[agenda.Excluded]()
    for number, key in queries.numbers_of(meeting):
        if key in items:
            found.append(agenda.Excluded(number, items[key].title, items[key].paragraphs))
            continue
        for place in places:
            if place.item == key and place.key in parts:
                named = f"{number}, Appendix {place.letter}" if place.letter else number
                found.append(agenda.Excluded(named, parts[place.key].title, parts[place.key].paragraphs))
    return found


def _ground(paragraphs: list[str]) -> str:
    """What the restricted edition rests on. Where nothing is exempt, both editions say the same."""
    if not paragraphs:
        return ""
    return "; ".join(str(Exemption(paragraph).label) for paragraph in paragraphs) + "."


def _members(meeting: PanelMeeting) -> list[list[str]]:
    """Name and body of each member, the chair's post beside the name."""
    return [
        [f"{sitting.member}{f' ({sitting.post.label})' if sitting.post else ''}", sitting.body]
        for sitting in queries.members_on(meeting.held_on)
    ]
