"""What lies over the pages of a PDF: notes, marks and layers. Needs pikepdf, knows no Django.

Notes go, marks become part of the page, and what hides something is refused, because only its author can say which of
the two was meant to be read.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from opcc.documents.confinement import RefusedError

PRINT_IT = "Print it to a new PDF ('Microsoft Print to PDF', for example), look at that, and attach it."
LAYERS = f"It has layers that are switched off, and what is on them would go along unseen. {PRINT_IT}"
REDACTIONS = (
    "It has places that are marked for redaction, and the words are still under them. Apply the redactions in the "
    "program that marked them, save it, look at it, and attach that."
)
MARKS = f"It has marks laid over its pages that are not drawn in the file itself. {PRINT_IT}"
KEPT = frozenset(("/Link", "/Widget"))
# Shown as a sign to open, or played: nothing of the page itself.
_NOTES = frozenset(
    (
        *("/Text", "/Popup", "/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/Projection"),
        *("/PrinterMark", "/TrapNet", ""),
    )
)
_HIDDEN, _NO_VIEW = 1 << 1, 1 << 5
_SAID = {"/Link": ("/Popup", "/IRT", "/RC", "/Subj", "/T"), "/Widget": ("/Popup", "/IRT")}  # a field's /T is its name


def settle_layers(pdf: Any) -> int:
    """Forget layers that are all shown, so that nobody can switch one off. Raises RefusedError."""
    properties = pdf.Root.get("/OCProperties")
    if properties is None:
        return 0
    default = properties.get("/D", Dictionary())
    if str(default.get("/BaseState", "/ON")) == "/OFF" or len(default.get("/OFF", ())):
        raise RefusedError(LAYERS)
    del pdf.Root.OCProperties
    return 1


def refuse_hidden(found: Any) -> None:
    """A layer off for some use, or a rule by which layers that are shown hide something. Raises RefusedError."""
    kind = str(found.get("/Type", ""))
    if kind == "/OCG" and _is_off_for_somebody(found):
        raise RefusedError(LAYERS)
    if kind == "/OCMD" and ("/VE" in found or str(found.get("/P", "")) in {"/AllOff", "/AnyOff"}):
        raise RefusedError(LAYERS)


def settle_annotations(pdf: Any) -> int:
    """Keep links and fields, draw visible marks into their pages, take the rest out; how many. Raises RefusedError."""
    taken, numbers = 0, set[int]()
    for page in pdf.pages:
        listed = page.obj.get("/Annots")
        if listed is None:
            continue
        kept, over = list[Any](), list[Any]()
        for item in listed if isinstance(listed, Array) else ():
            kind = str(item.get("/Subtype", "")) if isinstance(item, Dictionary) else ""
            if kind in KEPT:
                kept.append(item)
                taken += _forget_words(item, kind)
                continue
            if kind not in _NOTES and _is_seen(item, kind):
                over.append(item)
            if isinstance(item, Dictionary) and "/StructParent" in item:
                numbers.add(int(item.StructParent))
        if not isinstance(listed, Array) or len(kept) != len(listed):
            taken += 1
            _draw_into(page, over)
            page.obj.Annots = Array(kept)
    return taken + _forget_tags(pdf, numbers)


def is_other(item: Any) -> bool:
    """An annotation that is neither link nor field, wherever it is listed."""
    return (
        isinstance(item, Dictionary)
        and str(item.get("/Type", "")) == "/Annot"
        and str(item.get("/Subtype", "")) not in KEPT
    )


def _is_off_for_somebody(group: Any) -> bool:
    """Not shown on the screen, on paper or in an export, as the layer's own use says."""
    usage = group.get("/Usage", Dictionary())
    states = (("/View", "/ViewState"), ("/Print", "/PrintState"), ("/Export", "/ExportState"))
    return any(str(usage.get(event, Dictionary()).get(state, "")) == "/OFF" for event, state in states)


def _forget_words(item: Any, kind: str) -> int:
    said = [key for key in _SAID[kind] if key in item]
    for key in said:
        del item[key]
    return len(said)


def _is_seen(item: Any, kind: str) -> bool:
    if kind == "/Redact":
        raise RefusedError(REDACTIONS)
    return not int(item.get("/F", 0)) & (_HIDDEN | _NO_VIEW)


def _draw_into(page: Any, marks: list[Any]) -> None:
    """Draw marks as they were seen, over the page and outside what is read out."""
    if not marks:
        return
    # Pages may share their resources: this page gets its own.
    resources = Dictionary(dict(page.resources.items()))
    forms = Dictionary(dict(resources.get("/XObject", Dictionary()).items()))
    drawn = b""
    for mark in marks:
        annotation = pikepdf.Annotation(mark)
        form = annotation.get_appearance_stream(Name.N)
        if not isinstance(form, pikepdf.Stream):
            raise RefusedError(MARKS)
        form.Type, form.Subtype = Name.XObject, Name.Form
        name = Name(f"/Mark{len(forms)}")
        while name in forms:
            name = Name(f"{name}x")
        forms[name] = form
        # No sign forbids it here: whether the mark is seen was asked before, and 'invisible' means other kinds.
        placed = annotation.get_page_content_for_appearance(name, int(page.obj.get("/Rotate", 0)), 0, 0)
        if not placed:
            raise RefusedError(MARKS)
        drawn += placed
    resources.XObject = forms
    page.obj.Resources = resources
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\n/Artifact BMC\n" + drawn + b"\nEMC\n")


def _forget_tags(pdf: Any, numbers: set[int]) -> int:
    """Take what is gone out of the tags, and tags out that nothing is left of; how many."""
    tree = pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, Dictionary):
        return 0
    if "/ParentTree" in tree:
        parents = pikepdf.NumberTree(tree.ParentTree)
        for number in numbers:
            if number in parents and isinstance(parents[number], Dictionary):  # a page's are in a list
                del parents[number]
    emptied = set[tuple[int, int]]()
    return sum(_lost(element, emptied) for element in reversed(_from_the_top(tree)))


def _lost(element: Any, emptied: set[tuple[int, int]]) -> bool:
    """Whether a tag lost something that is gone; one that nothing is left of is added to the emptied."""
    kids = _kids(element)
    left = [kid for kid in kids if not _is_gone(kid, emptied)]
    if len(left) == len(kids):
        return False
    element.K = Array(left)
    if not left and "/S" in element:
        emptied.add(element.objgen)
        for key in ("/K", "/Alt", "/ActualText", "/T", "/E"):  # something else may still name it
            if key in element:
                del element[key]
    return True


def _from_the_top(tree: Any) -> list[Any]:
    """Every tag, each once, none before the one it lies in."""
    found, waiting, seen = list[Any](), [tree], set[tuple[int, int]]()
    while waiting:
        element = waiting.pop()
        if element.is_indirect and element.objgen in seen:
            continue
        seen.add(element.objgen)
        found.append(element)
        waiting += [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]
    return found


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K")
    return [] if kids is None else list(kids) if isinstance(kids, Array) else [kids]


def _is_gone(kid: Any, emptied: set[tuple[int, int]]) -> bool:
    if not isinstance(kid, Dictionary):
        return False
    if "/S" in kid:
        return kid.is_indirect and kid.objgen in emptied
    shown = kid.get("/Obj")
    return isinstance(shown, Dictionary) and str(shown.get("/Subtype", "")) not in KEPT
