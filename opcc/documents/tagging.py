"""Puts right what the PDF engine leaves short of PDF/UA, in memory, just before the file is written.

Done on the engine's own objects, so that nothing is parsed a second time: header cells get their scope,
rows under a group heading name it, links say where they lead and are printed, a drawing's box is in the
page's own measure, and running heads and feet are taken out of what is read aloud.
"""

from collections.abc import Iterator
from typing import Any

import pydyf

PRINT = 4  # the annotation flag
POINTS_PER_PIXEL = 0.75
_NEVER_NESTED = frozenset(("/P", *(f"/H{level}" for level in range(1, 7))))


def finish(document: Any, pdf: Any) -> None:
    """The engine's `finisher`: its document and the PDF about to be written."""
    structure = _Structure(pdf)
    _describe_links(document)
    structure.join_tables(document)
    for element in structure.reachable():
        kind = element["S"]
        if kind == "/Table":
            structure.scope_headers(element)
        elif kind == "/Figure":
            structure.place_figure(element)
        elif kind == "/Caption" and structure.parent_kind(element) != "/Table":
            element["S"] = "/P"  # a caption belongs to a table; over a drawing it is the line that introduces it
        elif kind in _NEVER_NESTED and structure.parent_kind(element) == kind:
            element["S"] = "/Span"  # a box that the engine made within one paragraph or heading
    structure.withdraw_margins()


class _Structure:
    """The tree of tags, by reference."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._elements = {
            found.reference: found
            for found in pdf.objects
            if isinstance(found, pydyf.Dictionary) and found.get("Type") == "/StructElem"
        }
        self._objects = {found.reference: found for found in pdf.objects}
        self._pages = {reference: self._objects[reference] for reference in pdf.page_references}
        root = self._objects[pdf.catalog["StructTreeRoot"]]
        self._parents = self._objects[root["ParentTree"]]["Nums"]
        self._document = self._elements[root["K"][0]]

    def reachable(self) -> Iterator[Any]:
        """Every tag that is read, in reading order."""
        waiting = [self._document]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(self._children(element))))

    def _children(self, element: Any) -> Iterator[Any]:
        for kid in element.get("K", ()):
            found = self._elements.get(kid) if isinstance(kid, bytes) else None
            if found is not None:
                yield found

    def parent_kind(self, element: Any) -> str:
        """The tag around this one."""
        parent = self._elements.get(element["P"])
        return parent["S"] if parent is not None else ""

    def join_tables(self, document: Any) -> None:
        """A table that runs over pages is one table, read with its head once.

        The engine writes one for each page. Its boxes, in the same order, say which belong together.
        """
        on_page: dict[bytes, list[Any]] = {}
        for element in self.reachable():
            if element["S"] == "/Table":
                on_page.setdefault(element["Pg"], []).append(element)
        begun: dict[int, Any] = {}
        for page, reference in zip(document.pages, self._pdf.page_references, strict=True):
            boxes = [box for box in page._page_box.descendants() if getattr(box, "is_table_wrapper", False)]
            tables = on_page.get(reference, [])
            for box, table in zip(boxes, tables, strict=False) if len(boxes) == len(tables) else ():
                first = begun.setdefault(id(box.element), table)
                if first is not table:
                    self._continue_table(first, table)

    def _continue_table(self, first: Any, more: Any) -> None:
        """Move the rows of a later page into the table; its repeated head is left out and so becomes an artefact."""
        heads = {
            again["ID"].string: once["ID"] for once, again in zip(self._heads(first), self._heads(more), strict=False)
        }
        for part in self._children(more):
            if part["S"] == "/THead":
                continue
            part["P"] = first.reference
            first["K"].append(part.reference)
            for cell in self._beneath(part, "/TD"):
                cell["A"]["Headers"][:] = [heads.get(name.string, name) for name in cell["A"].get("Headers", ())]
        emptied = more
        while emptied is not self._document:
            parent = self._elements[emptied["P"]]
            parent["K"].remove(emptied.reference)
            if parent["K"]:
                break
            emptied = parent

    def _heads(self, table: Any) -> list[Any]:
        return [cell for part in self._children(table) if part["S"] == "/THead" for cell in self._beneath(part, "/TH")]

    def _beneath(self, element: Any, kind: str) -> Iterator[Any]:
        for child in self._children(element):
            if child["S"] == kind:
                yield child
            else:
                yield from self._beneath(child, kind)

    def scope_headers(self, table: Any) -> None:
        """Give each TH its Scope; the one that runs across columns in a body heads the rows beneath it."""
        for part in self._children(table):
            group = None
            for line in self._children(part):
                cells = [cell for cell in self._children(line) if cell["S"] in {"/TH", "/TD"}]
                across = part["S"] == "/TBody" and bool(cells) and cells[0]["S"] == "/TH" and "ColSpan" in cells[0]["A"]
                group = cells[0] if across else group
                for cell in cells:
                    self._scope(cell, column=part["S"] == "/THead" or across, group=None if across else group)

    def _scope(self, cell: Any, *, column: bool, group: Any) -> None:
        if cell["S"] == "/TH":
            cell["A"]["Scope"] = "/Column" if column else "/Row"
        elif group is not None and "Headers" in cell["A"]:
            cell["A"]["Headers"].append(group["ID"])

    def place_figure(self, figure: Any) -> None:
        """Its box in points from the foot of the page; the engine writes pixels from the top."""
        _, _, _, top = self._pages[figure["Pg"]]["MediaBox"]
        left, upper, right, lower = (value * POINTS_PER_PIXEL for value in figure["A"]["BBox"])
        figure["A"]["BBox"] = pydyf.Array((left, top - lower, right, top - upper))

    def withdraw_margins(self) -> None:
        """Running heads and feet become artefacts: marked so on the page, and out of the tree of parents."""
        kept = {element.reference for element in self.reachable()}
        for number, reference in enumerate(self._pdf.page_references):
            parents = self._parents[2 * number + 1]
            loose = {mcid for mcid, parent in enumerate(parents) if parent not in kept}
            if not loose:
                continue
            page = self._pages[reference]
            _mark_artefacts(self._objects[page["Contents"]].stream, loose)
            for mcid in loose:
                parents[mcid] = b"null"
        for reference, element in self._elements.items():
            if reference not in kept:
                element.clear()


def _mark_artefacts(stream: list[Any], loose: set[int]) -> None:
    for index, token in enumerate(stream):
        if isinstance(token, pydyf.Dictionary) and token.get("MCID") in loose:
            stream[index - 1] = "/Artifact"
            stream[index] = pydyf.Dictionary({"Type": "/Pagination"})


def _describe_links(document: Any) -> None:
    """A link's description is its words, and it prints."""
    for page in document.pages:
        for _, _, _, box in page.links:
            annotation = getattr(box, "link_annotation", None)
            if annotation is None or box.element is None:
                continue
            words = box.element.get("title") or " ".join("".join(box.element.itertext()).split())
            annotation["F"] = PRINT
            if words:
                annotation["Contents"] = pydyf.String(words)
