"""The child program of `opcc.documents.uploads`: makes a photo or a PDF afresh from what can be seen of it."""

import io
from typing import Any

from opcc.documents.confinement import RefusedError, serve

MOST_PIXELS = 50_000_000
MOST_PAGES = 1_000
_ANOTHER_COPY = "Open it, save it again, and attach the new copy."
# A PDF may point within itself and to the web; every other action is taken out.
_ACTIONS = {"/GoTo", "/URI", "/Named"}
_ANNOTATIONS = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
_HIDING_PLACES = (
    *("/AA", "/OpenAction", "/JS", "/JavaScript", "/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF", "/XFA"),
    *("/Metadata", "/PieceInfo", "/Collection", "/Perms", "/Threads", "/SpiderInfo", "/LastModified"),
)


def main() -> None:
    """Carry out one order and leave."""
    serve(
        clean,
        too_deep=f"It is built in a way that cannot be read. {_ANOTHER_COPY}",
        too_large="It unfolds to more than this site can hold. Send a smaller copy.",
    )


def clean(order: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The cleaned file. Raises RefusedError."""
    return {}, clean_pdf(body) if order["kind"] == "application/pdf" else clean_photo(body, order["kind"])


def clean_photo(body: bytes, kind: str) -> bytes:
    """The picture drawn afresh, the right way up, in plain colours, without place, time, camera or comment."""
    from PIL import Image, ImageOps  # noqa: PLC0415  # after the limits stand; not needed for a PDF

    name = "JPEG" if kind == "image/jpeg" else "PNG"
    Image.MAX_IMAGE_PIXELS = None  # the next lines refuse sooner, in words
    try:
        with Image.open(io.BytesIO(body), formats=[name]) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise RefusedError(
                    f"It has {picture.width * picture.height // 1_000_000} million points; at most "
                    f"{MOST_PIXELS // 1_000_000} million can be shown. Send a smaller copy."
                )
            picture.load()
            upright = _plain_colours(ImageOps.exif_transpose(picture))
    except (OSError, SyntaxError, ValueError) as fault:
        raise RefusedError(f"It is damaged and could not be read. {_ANOTHER_COPY}") from fault
    if name == "JPEG" and upright.mode not in {"L", "RGB"}:
        upright = upright.convert("RGB")
    upright.info = {key: value for key, value in upright.info.items() if key == "transparency" and name == "PNG"}
    out = io.BytesIO()
    upright.save(out, name, **({"quality": 88, "optimize": True} if name == "JPEG" else {"optimize": True}))
    return out.getvalue()


def _plain_colours(picture: Any) -> Any:
    """The colours that the photo's own profile means, so that nothing changes when the profile goes."""
    from PIL import ImageCms  # noqa: PLC0415  # after the limits stand

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in {"RGB", "RGBA"}:
        return picture
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, meant, ImageCms.createProfile("sRGB"), outputMode=picture.mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture  # a broken profile says nothing


def clean_pdf(body: bytes) -> bytes:
    """The pages, their text, links and form fields; no script, action, attachment, media, form program or metadata."""
    import pikepdf  # noqa: PLC0415  # after the limits stand; not needed for a photo

    try:
        with pikepdf.open(io.BytesIO(body)) as pdf:
            if pdf.is_encrypted:
                raise RefusedError("It is protected with a password. Save a copy without protection and attach that.")
            if not 0 < len(pdf.pages) <= MOST_PAGES:
                raise RefusedError(f"It has {len(pdf.pages)} pages; a PDF here has from 1 to {MOST_PAGES}.")
            strip(pdf)
            out = io.BytesIO()
            pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
            pages = len(pdf.pages)
        with pikepdf.open(
            io.BytesIO(out.getvalue())
        ) as again:  # what is kept must open, whole, without what was taken out
            if len(again.pages) != pages or strip(again):
                raise RefusedError(f"It could not be made safe. {_ANOTHER_COPY}")
    except pikepdf.PasswordError as locked:
        raise RefusedError(
            "It is protected with a password. Save a copy without protection and attach that."
        ) from locked
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError) as fault:
        raise RefusedError(f"It is damaged and could not be read. {_ANOTHER_COPY}") from fault
    return out.getvalue()


def strip(pdf: Any) -> int:
    """Take out of every object what is not for reading; how many things were taken out."""
    taken = 0
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
        taken += 1
    for found in (pdf.Root, pdf.Root.get("/Names")):
        taken += _strip_keys(found, everything=True) if found is not None else 0
    for found in list(pdf.objects):
        taken += _strip_object(found)
    return taken


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
    import pikepdf  # noqa: PLC0415  # loaded already

    if not isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        return False
    return str(item.get("/Type", "")) in {"/Font", "/ExtGState"} or str(item.get("/Subtype", "")) in {"/Image", "/Form"}


def _strip_object(top: Any) -> int:
    """The object and what lies directly in it; indirect objects come by themselves."""
    import pikepdf  # noqa: PLC0415  # loaded already

    taken = 0
    waiting = [top]
    while waiting:
        found = waiting.pop()
        if isinstance(found, pikepdf.Array):
            taken += _strip_array(found)
            waiting += [item for item in found if _holds_more(item)]
        elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            taken += _strip_keys(found, everything="/Type" in found)
            waiting += [found[key] for key in list(found.keys()) if _holds_more(found[key])]
    return taken


def _strip_array(items: Any) -> int:
    """Annotations that carry a file or a film, and actions in a row."""
    bad = [index for index, item in enumerate(items) if _is_other_action(item) or _carries(item)]
    for index in reversed(bad):
        del items[index]
    return len(bad)


def _holds_more(item: Any) -> bool:
    import pikepdf  # noqa: PLC0415  # loaded already

    return isinstance(item, pikepdf.Array | pikepdf.Dictionary) and not item.is_indirect


def _is_other_action(item: Any) -> bool:
    """An action that does more than turn to a page or open an address."""
    import pikepdf  # noqa: PLC0415  # loaded already

    if not isinstance(item, pikepdf.Dictionary):
        return False
    kind = str(item.get("/S", ""))
    return kind in _OTHER_ACTIONS or (str(item.get("/Type", "")) == "/Action" and kind not in _ACTIONS)


def _carries(item: Any) -> bool:
    import pikepdf  # noqa: PLC0415  # loaded already

    return isinstance(item, pikepdf.Dictionary) and str(item.get("/Subtype", "")) in _ANNOTATIONS


_OTHER_ACTIONS = frozenset(
    (
        *("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Movie", "/Sound"),
        *("/RichMediaExecute", "/GoTo3DView", "/Thread", "/Trans", "/ResetForm", "/SetOCGState", "/Hide"),
    )
)
