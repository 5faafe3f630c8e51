"""The child program of `opcc.documents.uploads`: makes a photo or a PDF afresh from what can be seen of it."""

import io
from typing import Any

from opcc.documents.confinement import RefusedError, serve

MOST_PIXELS = 50_000_000
MOST_PAGES = 1_000
_ANOTHER_COPY = "Open it, save it again, and attach the new copy."


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
    """The pages, their text, links and form fields; no script, action, attachment, media, form program or metadata.

    Notes go too, marks become part of their page, and JPEGs lose what they tell beside the picture.
    """
    import pikepdf  # noqa: PLC0415  # after the limits stand; not needed for a photo

    from opcc.documents.stripping import strip  # noqa: PLC0415  # it uses pikepdf

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
