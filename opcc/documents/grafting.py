"""Puts the pages of one PDF into another together with their tags and bookmarks. Needs pikepdf, knows no Django."""

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

from opcc.documents.destinations import named_destinations, point_directly, target_of

MOST_MARKS = 100_000  # left-over numbers above are broken; a list as long as they say would fill the memory


class Graft:
    """A tagged PDF that others are put into. Call `finish` once all of them are."""

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._root = pdf.Root.StructTreeRoot
        self._parents = pikepdf.NumberTree(self._root.ParentTree)
        self._next = max(self._parents.keys(), default=-1) + 1
        self._document = self._root.K[0] if isinstance(self._root.K, Array) else self._root.K
        self._marks = list[tuple[Any, str, str, list[OutlineItem]]]()
        self._links = [one for page in pdf.pages for one in page.obj.get("/Annots", ()) if _address_of(one)]
        self._inserted = dict[str, Any]()
        self._is_all_tagged = True

    def insert(self, other: Any, at: int, *, prefix: str, title: str, under: str, link: str = "") -> None:
        """Put all pages of the other in before page `at` (from 0). Links to `link` will lead to the first."""
        _resolve_roles(other)
        point_directly(other)
        bookmarks = _bookmarks(other)
        own = [page.obj.objgen for page in other.pages]
        for offset, page in enumerate(other.pages):
            self._pdf.pages.insert(at + offset, page)
        pages = [self._pdf.pages[at + offset] for offset in range(len(own))]
        if _is_tagged(other):
            self._graft_tags(other, dict(zip(own, pages, strict=True)), prefix, title)
        else:
            self._is_all_tagged = False
            _forget_tags(pages)
            self._tag_as_drawn(pages, title)
        children = [_carried(item, pages) for item in bookmarks]
        self._marks.append((pages[0].obj, title, under, children))
        if link:
            self._inserted[link] = pages[0].obj

    def finish(self, *, starts_at: int = 1) -> None:
        """Put the tags into the order of the pages, add the bookmarks, and claim nothing that may not be so."""
        order = {page.obj.objgen: number for number, page in enumerate(self._pdf.pages)}
        kids = list(self._document.K)
        last, keyed = -1, []
        for kid in kids:
            last = next((order[page] for page in _pages_of(kid) if page in order), last)
            keyed.append((last, kid))
        self._document.K = Array([kid for _, kid in sorted(keyed, key=lambda pair: pair[0])])
        self._root.ParentTreeNextKey = self._next
        self._pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D, St=starts_at)]))
        if self._marks:
            self._add_bookmarks(order)
        for link in self._links:
            if page := self._inserted.get(_address_of(link)):
                link.Dest = _top_of(page)
                del link.A
        if not self._is_all_tagged:
            with self._pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as words:
                if "pdfuaid:part" in words:
                    del words["pdfuaid:part"]

    def _graft_tags(self, other: Any, pages: dict[tuple[int, int], Any], prefix: str, title: str) -> None:
        """Copy the tree under a section of its own, and give its numbers in the tree of parents new ones."""
        copied = self._pdf.copy_foreign(_detached(other, list(pages)))
        section = self._pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Sect, P=self._document, K=copied.K, T=title)
        )
        self._document.K.append(section)
        listed = list(pages.values())
        for element in _elements(section):
            if "/P" not in element:
                element.P = section
            _rename(element, prefix)
            _name_pages(element, listed)
        first = self._next
        for pair in copied.P:
            self._parents[first + int(pair[0])] = pair[1]
            self._next = max(self._next, first + int(pair[0]) + 1)
        for holder in _numbered(listed):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    holder[key] = first + int(holder[key])

    def _tag_as_drawn(self, pages: list[Any], title: str) -> None:
        """A section that says its title and then what is on each page, in the order in which it is drawn."""
        section = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Sect, P=self._document, T=title))
        section.K = Array()
        self._document.K.append(section)
        for place, page in enumerate(pages):
            first = _highest_mark(page) + 1
            owners: list[Any] = [None] * first
            spoken = b""
            if not place:
                owners.append(self._paragraph(section, page, len(owners)))
                owners[-1].ActualText = title
                spoken = b"/P <</MCID %d>> BDC EMC\n" % first
            mark = len(owners)
            owners.append(self._paragraph(section, page, mark))
            page.contents_add(spoken + b"/P <</MCID %d>> BDC\nq\n" % mark, prepend=True)
            page.contents_add(b"\nQ\nEMC\n")
            page.obj.StructParents = self._next
            self._parents[self._next] = Array(owners)
            self._next += 1

    def _paragraph(self, section: Any, page: Any, mark: int) -> Any:
        paragraph = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=section, Pg=page.obj, K=mark))
        section.K.append(paragraph)
        return paragraph

    def _add_bookmarks(self, order: dict[tuple[int, int], int]) -> None:
        """A bookmark for each insert, among those of the first document by page."""
        with self._pdf.open_outline() as outline:
            top = list(outline.root)
            keyed = [(self._page_of(item, order), place, item) for place, item in enumerate(top)]
            items = dict[str, OutlineItem]()
            for place, (page, title, under, children) in enumerate(self._marks, start=len(top)):
                mark = OutlineItem(title, destination=_top_of(page))
                mark.children.extend(children)
                if not under:
                    keyed.append((order[page.objgen], place, mark))
                elif under in items:
                    items[under].children.append(mark)
                else:
                    items[under] = OutlineItem(under, destination=_top_of(page))
                    items[under].children.append(mark)
                    keyed.append((order[page.objgen], place, items[under]))
            outline.root[:] = [item for _, _, item in sorted(keyed, key=lambda entry: entry[:2])]

    def _page_of(self, item: OutlineItem, order: dict[tuple[int, int], int]) -> int:
        destination = target_of(item)
        return order.get(destination[0].objgen, -1) if isinstance(destination, Array) else -1


def _address_of(annotation: Any) -> str:
    """Where a link leads outside the document; empty for one that does not."""
    return str(annotation.get("/A", Dictionary()).get("/URI", ""))


def _top_of(page: Any) -> Array:
    return Array([page, Name.XYZ, 0, float(pikepdf.Page(page).cropbox[3]), 0])


def _is_tagged(pdf: Any) -> bool:
    tree = pdf.Root.get("/StructTreeRoot")
    return tree is not None and "/K" in tree and "/ParentTree" in tree


def _detached(pdf: Any, pages: list[tuple[int, int]]) -> Any:
    """Tags and numbers of parents, ready to be copied: pages by their place, because a page is not copied twice."""
    tree, indexes = pdf.Root.StructTreeRoot, {objgen: number for number, objgen in enumerate(pages)}
    for element in _elements(tree):
        for holder in (element, *_references(element)):
            if "/Pg" in holder:
                holder.PageIndex = indexes.get(holder.Pg.objgen, -1)
                del holder.Pg
        if "/P" in element and element.P.objgen == tree.objgen:
            del element.P
    numbers = [Array([key, value]) for key, value in pikepdf.NumberTree(tree.ParentTree).items() if value is not None]
    return pdf.make_indirect(Dictionary(K=Array(_kids(tree)), P=Array(numbers)))


def _name_pages(element: Any, pages: list[Any]) -> None:
    """Give a copied tag its pages again."""
    for holder in (element, *_references(element)):
        if "/PageIndex" in holder:
            if 0 <= int(holder.PageIndex) < len(pages):
                holder.Pg = pages[int(holder.PageIndex)].obj
            del holder.PageIndex


def _forget_tags(pages: list[Any]) -> None:
    """Numbers that would point at the tags of another document."""
    for holder in _numbered(pages):
        for key in ("/StructParents", "/StructParent"):
            if key in holder:
                del holder[key]


def _highest_mark(page: Any) -> int:
    """The highest number of marked content left over on a page without tags; -1 if there is none."""
    if "/Contents" not in page.obj:
        return -1
    named = page.resources.get("/Properties", Dictionary()) if "/Resources" in page.obj else Dictionary()
    found = [-1]
    for instruction in pikepdf.parse_content_stream(page, operators="BDC"):
        given = instruction.operands[-1] if len(instruction.operands) else None
        marked = named.get(str(given)) if isinstance(given, Name) else given
        if isinstance(marked, Dictionary) and "/MCID" in marked:
            found.append(int(marked.MCID))
    return min(max(found), MOST_MARKS)


def _elements(top: Any) -> Iterator[Any]:
    """Every tag beneath, each once."""
    waiting, seen = list(_kids(top)), set[tuple[int, int]]()
    while waiting:
        element = waiting.pop()
        if (
            not isinstance(element, Dictionary)
            or "/S" not in element
            or (element.is_indirect and element.objgen in seen)
        ):
            continue
        seen.add(element.objgen)
        yield element
        waiting.extend(_kids(element))


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _references(element: Any) -> list[Any]:
    """The marked content and objects a tag names with a dictionary of their own."""
    return [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" not in kid]


def _pages_of(element: Any) -> Iterator[tuple[int, int]]:
    """The pages named by the tag and those beneath, the earliest of the tree's order first."""
    if not isinstance(element, Dictionary):
        return
    if "/Pg" in element:
        yield element.Pg.objgen
    for kid in _kids(element):
        yield from _pages_of(kid)


def _numbered(pages: list[Any]) -> list[Any]:
    """Pages, annotations and drawn forms: what may have a number in the tree of parents. Each once."""
    found = dict[tuple[int, int], Any]()
    for page in pages:
        found[page.obj.objgen] = page.obj
        for annotation in page.obj.get("/Annots", ()):
            found.setdefault(annotation.objgen, annotation)
        for form in dict(page.resources.get("/XObject", {})).values():
            found.setdefault(form.objgen, form)
    return list(found.values())


def _resolve_roles(pdf: Any) -> None:
    """Give each tag its standard name, so that one document's own names cannot mean another's."""
    if not _is_tagged(pdf):
        return
    roles = {str(key): str(value) for key, value in pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary()).items()}
    for element in _elements(pdf.Root.StructTreeRoot):
        kind, steps = str(element.S), 0
        while kind in roles and steps < len(roles):
            kind, steps = roles[kind], steps + 1
        element.S = Name(kind)
        if kind == "/Document":
            element.S = Name.Part  # one document has one
        if "/C" in element:
            del element.C  # its classes are in its own document


def _rename(element: Any, prefix: str) -> None:
    """Make the ids of header cells unlike those of any other document."""
    if "/ID" in element:
        element.ID = pikepdf.String(prefix.encode() + bytes(element.ID))
    attributes = element.get("/A")
    for attribute in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(attribute, Dictionary) and "/Headers" in attribute:
            headers = attribute.Headers if isinstance(attribute.Headers, Array) else Array([attribute.Headers])
            attribute.Headers = Array([pikepdf.String(prefix.encode() + bytes(header)) for header in headers])


def _bookmarks(pdf: Any) -> list[tuple[str, int, list[Any]]]:
    """Title, page and what is under each: only what leads to a page of this document."""
    order = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    named = named_destinations(pdf)

    def read(item: OutlineItem) -> tuple[str, int, list[Any]]:
        destination = target_of(item, named)
        page = order.get(destination[0].objgen, 0) if isinstance(destination, Array) else 0
        return item.title, page, [read(child) for child in item.children]

    with pdf.open_outline() as outline:
        return [read(item) for item in outline.root]


def _carried(read: tuple[str, int, list[Any]], pages: list[Any]) -> OutlineItem:
    title, page, children = read
    item = OutlineItem(title, destination=_top_of(pages[page].obj))
    item.children.extend(_carried(child, pages) for child in children)
    return item
