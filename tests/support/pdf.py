"""What tests ask of a PDF: its text, its pages as pictures, and whether it can be read out.

`assert_accessible` runs two checkers from the package index and assertions of our own. None of them is
proof of PDF/UA-1: pdfua 0.1.3 has 16 of the 106 rules that a machine can check (and skips 14-001, whose
code fails on an array of header ids), outloud 0.2.1 has 16 of its 31 checkpoints applicable here, and
veraPDF is in no package index. What none covers: whether an alternative text is true, contrast inside
drawings, and the order of reading where a page has columns.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import outloud
import pdfua
import pikepdf
import pypdfium2
from PIL import Image

from opcc.documents.destinations import named_destinations

MM = 72 / 25.4
EDGE_MM = 9.0  # nothing is printed nearer to the paper's edge
SKIPPED_RULES = {"UA-14-001"}
HEADINGS = tuple(f"/H{level}" for level in range(1, 7))


def page_texts(content: bytes) -> list[str]:
    """The text of each page, with soft hyphens and doubled spaces as they stand."""
    with pypdfium2.PdfDocument(content) as document:
        texts = []
        for page in document:
            layer = page.get_textpage()
            texts.append(layer.get_text_bounded())
            layer.close()
            page.close()
    return texts


def all_text(content: bytes) -> str:
    """The text of the whole, its line breaks as single spaces."""
    return " ".join(" ".join(page_texts(content)).split())


def page_pictures(content: bytes, *, scale: float = 1.0, grey: bool = False) -> list[Image.Image]:
    """Each page as a picture; `grey` as a black-and-white printer has it."""
    with pypdfium2.PdfDocument(content) as document:
        pictures = []
        for page in document:
            pictures.append(page.render(scale=scale, grayscale=grey).to_pil())
            page.close()
    return pictures


@dataclass(frozen=True)
class Tag:
    """One element of the structure."""

    kind: str
    element: Any
    parent: "Tag | None"

    @property
    def children(self) -> "Iterator[Tag]":
        kids = self.element.get("/K", pikepdf.Array())
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield Tag(str(kid["/S"]), kid, self)

    def walk(self) -> "Iterator[Tag]":
        """This and everything beneath, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Inspection:
    """An open PDF with its structure at hand."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.pdf = pikepdf.open(BytesIO(content))

    @cached_property
    def tags(self) -> list[Tag]:
        root = self.pdf.Root["/StructTreeRoot"]
        return [tag for top in root["/K"] for tag in Tag(str(top["/S"]), top, None).walk()]

    def of(self, *kinds: str) -> list[Tag]:
        """Every tag of these kinds, in reading order."""
        return [tag for tag in self.tags if tag.kind in kinds]

    def headings(self) -> list[str]:
        return [tag.kind for tag in self.of(*HEADINGS)]

    def links(self) -> list[list[int | str]]:
        """Of each page, where its links lead: the page in this document, or the address outside."""
        order = {page.obj.objgen: number for number, page in enumerate(self.pdf.pages, 1)}
        named = named_destinations(self.pdf)

        def leads(link: Any) -> int | str:
            if "/A" in link:
                return str(link.A.URI)
            return order[(named[str(link.Dest)] if isinstance(link.Dest, pikepdf.String) else link.Dest)[0].objgen]

        return [[leads(link) for link in page.obj.get("/Annots", ())] for page in self.pdf.pages]

    def bookmarks(self) -> list[str]:
        """Titles of the outline, all levels, in order."""
        found: list[str] = []
        with self.pdf.open_outline() as outline:
            waiting = list(outline.root)
            while waiting:
                item = waiting.pop(0)
                found.append(item.title)
                waiting = list(item.children) + waiting
        return found


def assert_accessible(content: bytes, *, title: str = "") -> None:
    """Fails, naming the fault, where the PDF is not tagged as PDF/UA-1 asks, as far as can be checked here."""
    assert_checkers_pass(content)
    inspection = Inspection(content)
    _assert_catalogue(inspection, title)
    _assert_structure(inspection)
    _assert_marked(inspection)
    _assert_links(inspection)
    _assert_fonts(inspection)
    assert_printed_well(content)


def assert_printed_well(content: bytes) -> None:
    """No page without ink, and no letter beyond the margins."""
    for number, picture in enumerate(page_pictures(content, scale=0.5, grey=True), 1):
        top, foot = int(21 * MM / 2), picture.height - int(21 * MM / 2)
        body = picture.crop((0, top, picture.width, foot))
        assert any(body.histogram()[:200]), f"Page {number} is empty"
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document, 1):
            layer, width, height = page.get_textpage(), page.get_width(), page.get_height()
            for index in range(layer.count_chars()):
                left, bottom, right, top = layer.get_charbox(index)
                inside = left >= EDGE_MM * MM and right <= width - EDGE_MM * MM
                inside = inside and bottom >= EDGE_MM * MM and top <= height - EDGE_MM * MM
                assert inside or right - left < 0.01, f"Text of page {number} runs over the edge near {index}"
            layer.close()
            page.close()


def assert_pdfua_passes(content: bytes) -> None:
    """Fails where the one of the two checkers that has the standard's own rules finds a fault.

    The other one also guesses, and takes a table of two rows for one that fell apart.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(content)
        report = pdfua.validate(str(path))
    assert [finding for finding in report.findings if finding.severity is pdfua.Severity.ERROR] == []


def assert_checkers_pass(content: bytes) -> None:
    """Fails where one of the two checkers finds a fault; a joined document may have a first heading in each part."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "document.pdf"
        path.write_bytes(content)
        report = pdfua.validate(str(path))
        assert [finding for finding in report.findings if finding.severity is pdfua.Severity.ERROR] == []
        result = outloud.check(str(path))
    assert result.error is None or result.error == ""
    assert result.errors == 0, [finding for finding in result.findings if finding.severity == "error"]


def _assert_catalogue(inspection: Inspection, title: str) -> None:
    root = inspection.pdf.Root
    assert str(root["/Lang"]) == "en-GB"
    assert bool(root["/MarkInfo"]["/Marked"])
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    metadata = root["/Metadata"].read_bytes().decode()
    assert 'pdfuaid:part="1"' in metadata or "<pdfuaid:part>1<" in metadata
    shown = str(inspection.pdf.docinfo["/Title"])
    assert shown
    assert not title or shown == title
    assert "/CreationDate" in inspection.pdf.docinfo
    assert inspection.bookmarks(), "No bookmarks"
    assert "/EmbeddedFiles" not in root.get("/Names", {})
    assert "/OpenAction" not in root


def _assert_structure(inspection: Inspection) -> None:
    levels = [int(kind[2]) for kind in inspection.headings()]
    assert levels[0] == 1, "The first heading is not an H1"
    assert levels.count(1) == 1, "More than one H1"
    for before, after in pairwise(levels):
        assert after <= before + 1, f"A heading of level {after} follows one of level {before}"
    for tag in inspection.of("/Figure"):
        assert str(tag.element.get("/Alt", "")).strip(), "A figure has no alternative text"
        left, bottom, right, top = (float(value) for value in tag.element["/A"]["/BBox"])
        _, _, width, height = (float(value) for value in tag.element["/Pg"]["/MediaBox"])
        assert 0 <= left < right <= width, "A figure's box is off the page"
        assert 0 <= bottom < top <= height, "A figure's box is off the page"
    for tag in inspection.of("/TH"):
        assert str(tag.element["/A"].get("/Scope", "")) in {"/Row", "/Column"}, "A header cell has no scope"
    for tag in inspection.of("/Table"):
        _assert_table(tag)
    for tag in inspection.of("/Caption"):
        assert tag.parent is not None
        assert tag.parent.kind == "/Table", "A caption stands outside its table"


def _assert_table(table: Tag) -> None:
    kinds = [part.kind for part in table.children]
    assert set(kinds) <= {"/Caption", "/THead", "/TBody", "/TFoot"}, f"A table holds {kinds}"
    widths = set()
    for part in table.children:
        for row in part.children if part.kind != "/Caption" else ():
            assert row.kind == "/TR"
            cells = list(row.children)
            assert {cell.kind for cell in cells} <= {"/TH", "/TD"}
            widths.add(sum(int(cell.element["/A"].get("/ColSpan", 1)) for cell in cells))
    assert len(widths) == 1, f"The rows of a table have {sorted(widths)} columns"


def _assert_marked(inspection: Inspection) -> None:
    """Everything shown is either read out through a reachable tag or an artefact, on every page."""
    reachable = {tag.element.objgen for tag in inspection.tags}
    parents = inspection.pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    by_number = {int(parents[index]): parents[index + 1] for index in range(0, len(parents), 2)}
    for number, page in enumerate(inspection.pdf.pages, 1):
        owners = by_number[int(page["/StructParents"])]
        depth: list[str] = []
        for instruction in pikepdf.parse_content_stream(page):
            name, operands = str(instruction.operator), instruction.operands
            if name in {"BDC", "BMC"}:
                depth.append(str(operands[0]))
                if name == "BDC" and "/MCID" in operands[1]:
                    owner = owners[int(operands[1]["/MCID"])]
                    assert owner is not None and owner.objgen in reachable, f"Page {number}: text outside the tree"  # noqa: PT018  # one fault
            elif name == "EMC":
                depth.pop()
            elif name in {"Tj", "TJ", "'", '"', "Do", "f", "S", "B", "sh"}:
                assert depth, f"Page {number}: something is shown that is neither read nor an artefact"


def _assert_links(inspection: Inspection) -> None:
    for number, page in enumerate(inspection.pdf.pages, 1):
        for annotation in page.get("/Annots", ()):
            assert str(annotation.get("/Contents", "")).strip(), f"A link of page {number} has no description"
            assert "/StructParent" in annotation, f"A link of page {number} is outside the structure"
            assert int(annotation.get("/F", 0)) & 4, f"A link of page {number} does not print"
        assert str(page.get("/Tabs", "")) == "/S"


def _assert_fonts(inspection: Inspection) -> None:
    for found in inspection.pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and str(found.get("/Type", "")) == "/FontDescriptor":
            embedded = any(key in found for key in ("/FontFile", "/FontFile2", "/FontFile3"))
            assert embedded, f"The font {found.get('/FontName')} is not embedded"
