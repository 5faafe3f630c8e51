"""Files as a phone sends them."""

from io import BytesIO

from PIL import Image


def jpeg(width: int = 40, height: int = 30) -> bytes:
    """A small photo."""
    out = BytesIO()
    Image.new("RGB", (width, height), (29, 61, 107)).save(out, "JPEG")
    return out.getvalue()
