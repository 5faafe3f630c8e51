"""Composes the two editions of a pack, and makes the document of all that is ours in it.

The public edition is composed by itself, from queries that never select an exempt row. Both have the same blocks in
the same order under the same keys; only how many pages a withheld block has goes from one to the other.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from opcc.core.errors import DomainError
from opcc.documents.joining import TO_INSERT
from opcc.reference import reporting as reference
from opcc.web.words import nice_date
from panel import agenda, queries
from panel.enums import FROZEN, Audience, Exemption
from panel.models import AgendaItem, Pack, PackEdition, PanelMeeting, PaperPart, QuarterlyReport
from panel.printed.pack_front import front_page
from panel.printed.pack_sections import PRINTED, sections_of
from panel.quarterly_report import Json, section_json, section_view

FORMAT = 1
TEMPLATE = "documents/pack.html"
FRONT = "front"
RESTRICTED = "RESTRICTED"  # before the page numbers of what is exempt, wherever it came from
NOT_YET = "000"  # as wide as any page number, for the pass that measures


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
    before = queries.editions_out(meeting, audience, pack) if pack.supplement else []
    had = queries.parts_out(meeting, pack) if pack.supplement else frozenset[int]()
    is_public = audience is Audience.PUBLIC
    lines, blocks = (_public if is_public else _restricted)(pack, had)
    if pack.supplement:
        lines = _new_lines(lines, blocks, before)
    grounds = sorted({paragraph for item in queries.excluded_for(meeting) for paragraph in item.paragraphs})
    return {
        "format": FORMAT,
        "audience": audience.value,
        "office_colour": office.brand_colour,
        "is_specimen": office.is_sample or meeting.is_synthetic,
        "title": f"{pack.name}, {nice_date(meeting.held_on)}",
        "panel": office.panel_name if meeting.group_id is None else meeting.body,
        "occasion": meeting.title,
        "kind": pack.name,
        "is_supplement": pack.supplement > 0,
        "first_page": max((edition.last_page for edition in before), default=0) + 1,
        "version": pack.version,
        "change_note": pack.change_note,
        **front_page(meeting, office),
        "agenda": lines,
        "exclusion": queries.exclusion_of(meeting),
        "ground": "" if is_public else _ground(grounds),
        "blocks": blocks,
        "made_on": timezone.localdate(at).isoformat(),
    }


def lay_out(contents: Json, own: Mapping[str, int], longest: Mapping[str, int]) -> dict[str, Span]:
    """Where each block lies, from how many pages it has here (`own`) and has in the longer edition (`longest`)."""
    spans, page = dict[str, Span](), contents["first_page"]
    for key in (FRONT, *(block["key"] for block in contents["blocks"])):
        pages = longest[key]
        spans[key] = Span(page, page + pages - 1, pages - own.get(key, pages))
        page += pages
    return spans


def html(contents: Json, spans: Mapping[str, Span] | None = None) -> str:
    """What the PDF engine is given: all but the files. Without spans, what is measured: no slips and no numbers."""
    blocks = [_shown(block, spans) for block in contents["blocks"]]
    first = {block["item"]: {"page": block["page"], "link": block["link"]} for block in reversed(blocks)}
    lines = [{**line, **first.get(line["number"], {})} for line in contents["agenda"]]
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
            "at": block["at"],
            "item": block["item"],
            "label": block["label"],
            "title": block["title"],
            "author": block.get("author", ""),
            "purpose": block.get("purpose", ""),
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
        "link": "" if is_slip and span is None else f"{TO_INSERT if block['kind'] == 'file' else '#'}{block['key']}",
        "view": section_view(block["section"]) if block["kind"] == "section" else None,
        "slips": range(span.first, span.last + 1) if span and is_slip else (),
        "blank": range(span.blank) if span else (),
    }


def _new_lines(lines: list[Json], blocks: list[Json], before: list[PackEdition]) -> list[Json]:
    """What a supplement's agenda lists: items with papers in it, and those that no pack before it had."""
    known = {line["at"] for edition in before for line in edition.contents["agenda"]}
    shown = {block["at"] for block in blocks}
    return [line for line in lines if line["at"] in shown or line["at"] not in known]


def _public(pack: Pack, had: Collection[int]) -> tuple[list[Json], list[Json]]:
    """The public agenda, and its blocks with a slip for whatever is exempt."""
    meeting = pack.meeting
    numbers = queries.numbers_of(meeting)
    places = queries.places_of(meeting, had)
    shown = {part.pk: part for part in queries.parts_of(meeting, had).open().select_related("paper", "report")}
    parts, items = queries.withheld_parts(meeting), queries.withheld_items(meeting)
    shown_items = set(meeting.items.open().values_list("pk", flat=True))
    sections = _sections(pack)
    blocks = list[Json]()
    for number, key in numbers:
        if key in shown_items:
            blocks += _printed(meeting, (number, key), sections[key], queries.PUBLIC)
        else:
            blocks += [_slip(f"item-{key}-{name}", (number, key), "", items[key], None) for name in sections[key]]
        for place in places:
            if place.item == key:
                told = parts.get(place.key) or items.get(key)
                blocks.append(
                    _file((number, key), shown[place.key], Audience.PUBLIC)
                    if place.key in shown
                    else _slip(f"part-{place.key}", (number, key), place.letter, _told(told), place.pages)
                )
    by_number, follow, urgent = dict(numbers), queries.papers_to_follow(meeting), queries.urgent_papers(meeting)
    lines = [
        _line(
            line, by_number[line.number], follow.get(by_number[line.number], []),
            urgent.get(by_number[line.number], []), line.item,
        )
        for line in queries.open_agenda_of(meeting)
    ]  # fmt: skip
    return lines, blocks


def _restricted(pack: Pack, had: Collection[int]) -> tuple[list[Json], list[Json]]:
    """The whole agenda, and every part."""
    meeting = pack.meeting
    parts = list(queries.parts_of(meeting, had).select_related("paper", "report"))
    follow, sections = queries.papers_to_follow(meeting, include_exempt=True), _sections(pack)
    urgent = queries.urgent_papers(meeting, include_exempt=True)
    lines, blocks = list[Json](), list[Json]()
    for entry in queries.agenda_of(meeting):
        item, place = entry.item, (entry.number, entry.item.pk)
        claim = item.exemption or (item.parent and item.parent.exemption)
        line = queries.AgendaLine(
            entry.number, entry.depth, item.title, item.purpose, item.lead,
            paragraphs=tuple(claim.paragraphs) if claim else (),
        )  # fmt: skip
        lines.append(_line(line, item.pk, follow.get(item.pk, []), urgent.get(item.pk, []), item))
        blocks += _printed(meeting, place, sections[item.pk], queries.EVERYTHING)
        blocks += [_file(place, part, Audience.RESTRICTED) for part in parts if part.paper.item_id == item.pk]
    return lines, blocks


def _sections(pack: Pack) -> dict[int, tuple[str, ...]]:
    """What the pack prints of the Panel's own records, by item. A supplement brings papers alone."""
    kinds = dict(pack.meeting.items.values_list("pk", "kind"))
    return dict.fromkeys(kinds, ()) if pack.supplement else sections_of(kinds)


def _printed(
    meeting: PanelMeeting, place: tuple[str, int], names: Iterable[str], reader: queries.Reader
) -> Iterator[Json]:
    """The sections that an item has in a full pack."""
    number, at = place
    for name in names:
        section, key = section_json(number, PRINTED[name](meeting, reader)), f"item-{at}-{name}"
        yield {
            "key": key,
            "kind": "section",
            "at": at,
            "item": number,
            "label": f"Item {number}",
            "title": section["title"],
            "pages": None,
            "section": {**section, "key": key},
        }


def _file(place: tuple[str, int], part: PaperPart, audience: Audience) -> Json:
    return {
        "key": f"part-{part.pk}",
        "kind": "file",
        "at": place[1],
        "item": place[0],
        "label": f"Item {place[0]}, {part.label}" if part.letter else f"Item {place[0]}",
        "title": part.title if part.letter else part.paper.title,
        "pages": part.pages if part.report is None else _pages(part.report, audience),
        "author": "" if part.letter else part.paper.author,
        "purpose": "" if part.letter else part.paper.purpose,
        "mark": RESTRICTED if audience is Audience.RESTRICTED and part.is_exempt else "",
    }


def _pages(report: QuarterlyReport, audience: Audience) -> int:
    """Of the edition that goes into this edition of the pack. A report whose approval was withdrawn may yet change."""
    if report.state not in FROZEN:
        raise DomainError(f"{report} is not approved any more. Approve it, or withdraw it from its paper.")
    pages: int = report.editions.values_list("pages", flat=True).get(audience=audience)
    return pages


def _slip(key: str, place: tuple[str, int], letter: str, told: queries.Withheld, pages: int | None) -> Json:
    number, at = place
    return {
        "key": key,
        "kind": "slip",
        "at": at,
        "item": number,
        "label": f"Item {number}, Appendix {letter}" if letter else f"Item {number}",
        "title": told.title,
        "paragraphs": agenda.cited(told.paragraphs),
        "pages": pages,
    }


def _told(found: queries.Withheld | None) -> queries.Withheld:
    if found is None:
        raise DomainError("An exempt paper has no ground. Say why it is exempt, and build the pack again.")
    return found


def _line(
    line: queries.AgendaLine, at: int, follow: list[str], urgent: list[queries.UrgentPaper], item: AgendaItem | None
) -> Json:
    """A line of the agenda. Of an exempt one the public edition has no `item`."""
    return {
        "number": line.number,
        "at": at,
        "depth": line.depth,
        "title": line.title,
        "purpose": line.purpose,
        "lead": line.lead,
        "minutes": item.minutes if item else None,
        "exempt": agenda.cited(line.paragraphs),
        "urgent": item.late_reason if item else "",
        "urgent_papers": [one.words for one in urgent],
        "to_follow": follow,
    }


def _ground(paragraphs: list[str]) -> str:
    """What the restricted edition rests on. Where nothing is exempt, both editions say the same."""
    if len(paragraphs) == 1:
        return f"{Exemption(paragraphs[0]).label}."
    words = agenda.cited(paragraphs).capitalize()
    return f"{words} of Part 1, Schedule 12A, Local Government Act 1972." if words else ""
