"""Frozen contents in, a document out: HTML for the PDF engine, and the same parts for a page in the browser."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from math import ceil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

import opcc.documents
from opcc.documents import charts
from opcc.documents.cells import Lines
from opcc.documents.covers import ContentsLine, Cover, Edition
from opcc.documents.tables import Row, Table
from panel.quarterly_report.contents import Json

TEMPLATE = "documents/quarterly_report.html"
_CHARTS: dict[str, Callable[..., charts.Chart]] = {
    "columns": charts.columns,
    "bars": charts.bars,
    "control": charts.frozen_control_chart,
}
_KEPT_LINES = 9  # a table of about this many lines or fewer is not cut at the foot of a page
_MM_PER_LETTER = 1.5  # on average, in the type of tables


@dataclass(frozen=True)
class PartView:
    """A part of a section as the templates print it."""

    kind: str
    number: str = ""
    text: str = ""
    anchor: str = ""
    kicker: str = ""
    look: str = ""
    lead: str = ""
    table: Table | None = None
    chart: charts.Chart | None = None
    is_short: bool = False


@dataclass(frozen=True)
class SectionView:
    """A section as the templates print it."""

    line: ContentsLine
    parts: tuple[PartView, ...]
    restricted: bool
    opens_page: bool


@dataclass(frozen=True)
class DocumentView:
    """A whole edition as the templates print it."""

    cover: Cover
    opening: tuple[SectionView, ...]
    sections: tuple[SectionView, ...]
    is_specimen: bool


def view(contents: Json) -> DocumentView:
    """The contents as objects again; what is drawn and written follows from them alone."""
    opening = tuple(section_view(section) for section in contents["opening"])
    sections = tuple(section_view(section) for section in contents["sections"])
    cover: dict[str, Any] = {
        **contents["cover"],
        "created": datetime.fromisoformat(contents["cover"]["created"]).replace(tzinfo=UTC),
        "facts": tuple((label, words) for label, words in contents["cover"]["facts"]),
        "edition": Edition(contents["audience"]),
        "contents": tuple(section.line for section in (*opening, *sections)),
    }
    return DocumentView(Cover(**cover), opening, sections, contents["is_specimen"])


def html(contents: Json) -> str:
    """What the PDF engine is given. The same contents give the same text under the same template version."""
    document = view(contents)
    return render_to_string(TEMPLATE, {"cover": document.cover, "document": document})


@cache
def template_version() -> str:
    """A digest of every template and style the document is made with, and of the engine that prints it."""
    templates = Path(settings.BASE_DIR, "templates", "documents")
    assets = Path(opcc.documents.__file__).parent / "assets"
    found = sha256(f"weasyprint {version('weasyprint')}".encode())
    for path in [*sorted(templates.rglob("*.html")), *sorted(assets.glob("*.css"))]:
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def section_view(data: Json) -> SectionView:
    """A section of the contents, as the templates print it."""
    return SectionView(
        ContentsLine(data["number"], data["title"], data["key"]),
        tuple(_part(part) for part in data["parts"]),
        data["restricted"],
        data["opens_page"],
    )


def _part(data: Json) -> PartView:
    kind, rest = data["part"], {name: value for name, value in data.items() if name != "part"}
    if kind == "table":
        table = Table.from_dict(rest)
        return PartView(kind, table=table, is_short=_lines(table) <= _KEPT_LINES)
    if kind == "chart":
        draw = _CHARTS[rest["kind"]]
        return PartView(kind, chart=draw(figure_number=rest["number"], **rest["inputs"]))
    return PartView(kind, **rest)


def _lines(table: Table) -> int:
    """About how many lines of type the table's rows take."""
    found = 0
    for line in table.rows:
        widest = 1
        for cell, width in zip(line.cells, table.widths, strict=True) if isinstance(line, Row) else ():
            text, small = (cell.text, cell.small) if isinstance(cell, Lines) else (str(cell or ""), "")
            if isinstance(cell, str | Lines):
                widest = max(widest, sum(ceil(len(part) * _MM_PER_LETTER / width) for part in (text, small)))
        found += widest
    return found
