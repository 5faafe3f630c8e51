"""Puts sections together into the frozen contents of one edition: plain JSON with every number in its place."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from opcc.documents.tables import Table
from opcc.reference.reporting import Office
from opcc.web.words import nice_date, nice_weekday
from panel.enums import Audience, Exemption
from panel.quarterly_report.sections import Aside, Drawing, Lead, Part, Remark, Section, Subheading, Text

FORMAT = 1  # of the JSON; a reader of old editions looks at it
HERE = "{here}"
Json = dict[str, Any]


@dataclass(frozen=True)
class Identity:
    """What the first page and the foot of every page say about this version."""

    kind: str
    name: str  # of files: 'quarterly-report-2017-18Q3'
    title: str
    title_second_line: str
    office: Office
    audience: Audience
    version: int
    as_at: date
    change_note: str = ""
    meeting_on: date | None = None
    agenda_item: str = ""
    exemption: Exemption = Exemption.CRIME
    is_specimen: bool = False


def assemble(identity: Identity, *, purpose: Sequence[str], sections: Sequence[Section]) -> Json:
    """Number sections, paragraphs, tables and charts, and give the whole edition as JSON that never changes again.

    `purpose` are the paragraphs of the first section; the recommendations come from what the sections ask.
    """
    if identity.audience is Audience.PUBLIC and any(section.restricted for section in sections):
        raise ValueError("A restricted section cannot stand in a public edition")
    numbers = {section.key: index for index, section in enumerate(sections, 3)}
    asks = tuple(ask.replace(HERE, str(numbers[section.key])) for section in sections for ask in section.asks)
    opening = (
        Section("purpose", "Purpose", tuple(Text(text) for text in (*_version_words(identity), *purpose))),
        Section("recommendations", "Recommendations", _recommendations(asks)),
    )
    counter = _Counter()
    return {
        "format": FORMAT,
        "kind": identity.kind,
        "name": identity.name,
        "audience": identity.audience.value,
        "version": identity.version,
        "as_at": identity.as_at.isoformat(),
        "office_colour": identity.office.brand_colour,
        "is_specimen": identity.is_specimen,
        "cover": _cover(identity),
        "opening": [counter.section(index, section) for index, section in enumerate(opening, 1)],
        "sections": [counter.section(index, section) for index, section in enumerate(sections, 3)],
    }


def section_json(number: str, section: Section) -> Json:
    """One section by itself, as a pack has it under the number of its agenda item."""
    return _Counter().section(number, section)


def canonical(contents: Json) -> str:
    """The one way to write these contents down, from which their digest is made."""
    return json.dumps(contents, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(contents: Json) -> str:
    """SHA-256 of the contents."""
    return sha256(canonical(contents).encode()).hexdigest()


def _recommendations(asks: Sequence[str]) -> tuple[Part, ...]:
    if not asks:
        return (Text("The Panel is asked to note the report."),)
    return (Lead("The Panel is asked to:"), *(Text(line) for line in _as_list(asks)))


def _as_list(asks: Sequence[str]) -> tuple[str, ...]:
    """Asks as one sentence over several lines: semicolons between, a full stop at the end."""
    kept = [ask.rstrip(".;") for ask in asks]
    return tuple(f"{ask}{'.' if index == len(kept) else ';'}" for index, ask in enumerate(kept, 1))


def _version_words(identity: Identity) -> tuple[str, ...]:
    if identity.version == 1:
        return ()
    return (
        (
            f"This is version {identity.version} and replaces version {identity.version - 1}. "
            f"What changed: {identity.change_note.rstrip('.')}."
        ),
    )


def _cover(identity: Identity) -> Json:
    office = identity.office
    by = f"Report of the {office.commissioner_post} for {office.area_name}"
    facts = [
        ("Contact", f"{office.report_contact}, {office.name}"),
        ("Telephone", office.telephone),
        ("Email", office.email),
        ("Position as at", nice_date(identity.as_at)),
    ]
    if identity.is_specimen:
        facts.append(("Status", "Specimen. Rows marked invented are not records of any office."))
    return {
        "title": identity.title,
        "title_second_line": identity.title_second_line,
        "body": office.panel_name,
        "author": office.full_name,
        "version": f"{'Specimen version' if identity.is_specimen else 'Version'} {identity.version}",
        "created": identity.as_at.isoformat(),
        "meeting": f"Meeting on {nice_weekday(identity.meeting_on)}" if identity.meeting_on else "",
        "item": f"Agenda item {identity.agenda_item}" if identity.agenda_item else "",
        "by": by,
        "facts": [list(fact) for fact in facts if fact[1]],
        "description": f"{by} to {office.panel_name}",
        "ground": f"{identity.exemption.label}." if identity.audience is Audience.RESTRICTED else "",
    }


class _Counter:
    """Gives paragraphs, tables and charts their numbers, in reading order."""

    def __init__(self) -> None:
        self._tables = 0
        self._charts = 0

    def section(self, number: int | str, section: Section) -> Json:
        """One section as JSON."""
        self._paragraphs, self._number = 0, number
        return {
            "key": section.key,
            "number": str(number),
            "title": section.title,
            "restricted": section.restricted,
            "opens_page": section.opens_page,
            "parts": [self._part(part) for part in section.parts],
            "figures": [figure.to_dict() for figure in section.figures],
        }

    def _part(self, part: Part) -> Json:
        match part:
            case Text():
                self._paragraphs += 1
                return {"part": "text", "number": f"{self._number}.{self._paragraphs}", "text": part.text}
            case Lead() | Remark() | Subheading() | Aside():
                return {"part": type(part).__name__.lower(), **asdict(part)}
            case Table():
                self._tables += 1
                return {"part": "table", **replace(part, number=f"Table {self._tables}").to_dict()}
            case Drawing():
                self._charts += 1
                return {"part": "chart", "number": f"Figure {self._charts}", **asdict(part)}
