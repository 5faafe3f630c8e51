"""Files as a phone sends them."""

from io import BytesIO

import pikepdf
from PIL import Image


def jpeg(width: int = 40, height: int = 30) -> bytes:
    """A small photo."""
    out = BytesIO()
    Image.new("RGB", (width, height), (29, 61, 107)).save(out, "JPEG")
    return out.getvalue()


def pdf(text: str = "") -> bytes:
    """A page, and its title where one is given."""
    out = BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        if text:
            document.docinfo["/Title"] = text
        document.save(out)
    return out.getvalue()
