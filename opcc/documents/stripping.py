"""Takes out of a PDF what is not for reading. Needs pikepdf, knows no Django."""

from typing import Any

import pikepdf

from opcc.documents.jpegs import bare
from opcc.documents.overlays import is_other, refuse_hidden, settle_annotations, settle_layers

# A PDF may point within itself and to the web; every other action is taken out.
_ACTIONS = {"/GoTo", "/URI", "/Named"}
_ANNOTATIONS = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
_HIDING_PLACES = (
    *("/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF", "/XFA"),
    *("/Metadata", "/PieceInfo", "/Collection", "/Perms", "/Threads", "/SpiderInfo", "/LastModified"),
    *("/Thumb", "/Templates"),
)
_OTHER_ACTIONS = frozenset(
    (
        *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound"),
        *("/RichMediaExecute", "/GoTo3DView", "/Thread", "/Trans", "/ResetForm", "/SetOCGState", "/Hide"),
    )
)


def strip(pdf: Any) -> int:
    """Take out of every object what is not for reading; how many things were taken out. Raises RefusedError."""
    taken = settle_layers(pdf) + settle_annotations(pdf)
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
        taken += 1
    for found in (pdf.Root, pdf.Root.get("/Names")):
        taken += _strip_keys(found, everything=True) if found is not None else 0
    for found in list(pdf.objects):
        taken += _strip_object(found) + _strip_picture(pdf, found)
    return taken


def _strip_picture(pdf: Any, found: Any) -> int:
    """A JPEG without place, time, camera and the like, packed in no other way."""
    if not isinstance(found, pikepdf.Stream) or "/Filter" not in found:
        return 0
    ways, settings = _listed(found.Filter), _listed(found.get("/DecodeParms"))
    if not ways or str(ways[-1]) not in {"/DCTDecode", "/DCT"}:
        return 0
    content = found.read_raw_bytes()
    if len(ways) > 1:
        outer = {"/Filter": pikepdf.Array(ways[:-1])}
        if settings:
            outer["/DecodeParms"] = pikepdf.Array(settings[:-1])
        content = pikepdf.Stream(pdf, content, outer).read_bytes()
    kept = bare(content)
    if kept == content and len(ways) == 1:
        return 0
    found.write(kept, filter=pikepdf.Name.DCTDecode, decode_parms=settings[-1] if settings else None)
    return 1


def _listed(item: Any) -> list[Any]:
    return [] if item is None else list(item) if isinstance(item, pikepdf.Array) else [item]


def _strip_keys(found: Any, *, everything: bool) -> int:
    """Hiding places of one dictionary. A page may call a font or picture '/AF': that is not one, and stays."""
    taken = 0
    for key in _HIDING_PLACES:
        if key in found and (everything or not _is_resource(found[key])):
            del found[key]
            taken += 1
    for key in ("/A", "/Next", "/PA"):
        if key in found and _is_other_action(found[key]):
            del found[key]
            taken += 1
    return taken


def _is_resource(item: Any) -> bool:
    """A font, picture, drawn form or graphics state, by what it says it is."""
    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return False
    return str(item.get("/Type", "")) in {"/Font", "/ExtGState"} or str(item.get("/Subtype", "")) in {"/Image", "/Form"}


def _strip_object(top: Any) -> int:
    """The object and what lies directly in it; indirect objects come by themselves."""
    taken = 0
    waiting = [top]
    while waiting:
        found = waiting.pop()
        if isinstance(found, pikepdf.Array):
            taken += _strip_array(found)
            waiting += [item for item in found if _holds_more(item)]
        elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            refuse_hidden(found)
            taken += _strip_keys(found, everything="/Type" in found)
            waiting += [found[key] for key in list(found.keys()) if _holds_more(found[key])]
    return taken


def _strip_array(items: Any) -> int:
    """Annotations but links and fields, such as a file or a film, and actions in a row."""
    bad = [index for index, item in enumerate(items) if _is_other_action(item) or _carries(item) or is_other(item)]
    for index in reversed(bad):
        del items[index]
    return len(bad)


def _holds_more(item: Any) -> bool:
    return isinstance(item, pikepdf.Array | pikepdf.Dictionary) and not item.is_indirect


def _is_other_action(item: Any) -> bool:
    """An action that does more than turn to a page or open an address."""
    if not isinstance(item, pikepdf.Dictionary):
        return False
    kind = str(item.get("/S", ""))
    return kind in _OTHER_ACTIONS or (str(item.get("/Type", "")) == "/Action" and kind not in _ACTIONS)


def _carries(item: Any) -> bool:
    return isinstance(item, pikepdf.Dictionary) and str(item.get("/Subtype", "")) in _ANNOTATIONS
