"""JPEGs inside PDFs: what they tell goes, and every point of the picture stays."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from opcc.documents.jpegs import bare
from tests.documents.files import CANARY, photo

PLAIN = photo(quality=90)


def points(content: bytes) -> tuple[str, bytes]:
    with Image.open(BytesIO(content)) as picture:
        return picture.mode, picture.tobytes()


def segment(mark: int, content: bytes) -> bytes:
    return b"\xff" + bytes([mark]) + (len(content) + 2).to_bytes(2, "big") + content


def saved(mode: str, **rest: object) -> bytes:
    out = BytesIO()
    Image.effect_mandelbrot((64, 48), (-2, -1, 1, 1), 40).convert(mode).save(out, "JPEG", **rest)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        saved("RGB"),
        saved("RGB", progressive=True),
        saved("L"),
        saved("CMYK"),
        saved("RGB", restart_marker_blocks=1),
        saved("RGB", icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()),
    ],
    ids=["plain", "in several scans", "grey", "with Adobe's colours", "in short runs", "with a profile"],
)
def test_bare_keeps_every_point(content: bytes) -> None:
    told = content[:2] + segment(0xE1, b"Exif\x00\x00" + CANARY.encode()) + segment(0xFE, CANARY.encode()) + content[2:]

    kept = bare(told + b"PK\x03\x04" + CANARY.encode())

    assert CANARY.encode() not in kept
    assert points(kept) == points(content)
    assert bare(kept) == kept


def test_bare_loses_thumbnails_and_keeps_the_size_of_points() -> None:
    size = b"JFIF\x00\x01\x02\x01\x00\x48\x00\x48"
    thumbs = segment(0xE0, size + b"\x01\x01" + b"abc") + segment(0xE0, b"JFXX\x00\x13" + CANARY.encode())
    jfif = b"\xff\xd8" + segment(0xE0, size + b"\x00\x00")
    assert PLAIN.startswith(b"\xff\xd8" + segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"))
    rest = PLAIN[20:]

    assert bare(b"\xff\xd8" + thumbs + rest) == jfif + rest


def test_bare_loses_what_stands_before_and_between_and_after() -> None:
    told = b"\n" + PLAIN[:2] + CANARY.encode() + b"\xff\xff" + PLAIN[2:] + segment(0xE1, b"Exif")

    assert bare(told) == PLAIN


def test_bare_takes_a_scan_that_breaks_off() -> None:
    assert bare(PLAIN[:-40]) == PLAIN[:-40]


@pytest.mark.parametrize("content", [b"", b"%PDF", b"\xff\xd8\xff\xe1", b"\xff\xd8\xff\xe1\x00\x01", PLAIN[:60]])
def test_bare_of_no_jpeg_is_an_error(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"It is no JPEG|It breaks off"):
        bare(content)


@given(st.binary(max_size=300))
def test_bare_a_second_time_changes_nothing(content: bytes) -> None:
    try:
        kept = bare(b"\xff\xd8" + content)
    except ValueError:
        return
    assert bare(kept) == kept
