"""Cleaning, in this process: what the child does with a file."""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image

from opcc.documents import cleaning
from opcc.documents.cleaning import clean
from opcc.documents.confinement import RefusedError
from tests.documents.files import CANARY, HIDDEN, document, draw_picture, everything, photo
from tests.support.pdf import page_pictures

PDF, JPEG, PNG = {"kind": "application/pdf"}, {"kind": "image/jpeg"}, {"kind": "image/png"}


@pytest.mark.parametrize("hide", HIDDEN)
def test_clean_pdf_takes_out_what_it_hides(hide: Any) -> None:
    answer, content = clean(PDF, document(hide))

    assert answer == {}
    assert CANARY.encode() not in everything(content)


@pytest.mark.parametrize("hide", HIDDEN)
def test_clean_pdf_a_second_time_changes_nothing(hide: Any) -> None:
    _, once = clean(PDF, document(hide))

    answer, twice = clean(PDF, once)

    assert answer == {}
    assert everything(twice) == everything(once)


@pytest.mark.parametrize(
    ("pack", "entries"),
    [
        (bytes, {"Filter": Name.DCTDecode, "DecodeParms": Dictionary(ColorTransform=1)}),
        (bytes, {"Filter": Array([Name.DCTDecode]), "DecodeParms": Array([Dictionary(ColorTransform=1)])}),
        (zlib.compress, {"Filter": Array([Name.FlateDecode, Name.DCTDecode])}),
        (
            lambda content: zlib.compress(content).hex().encode() + b">",
            {
                "Filter": Array([Name.ASCIIHexDecode, Name.FlateDecode, Name.DCTDecode]),
                "DecodeParms": Array([None, None, Dictionary(ColorTransform=1)]),
            },
        ),
    ],
    ids=["plain", "in a list", "packed", "packed and spelled out"],
)
def test_clean_pdf_strips_pictures_however_they_are_packed(
    pack: Callable[[bytes], bytes], entries: dict[str, Any]
) -> None:
    raw = document(lambda pdf: draw_picture(pdf, pack(photo(comment=CANARY.encode())), **entries))

    kept = clean(PDF, raw)[1]

    with pikepdf.open(BytesIO(kept)) as pdf:
        picture = pdf.pages[0].Resources.XObject.Im0
        assert picture.Filter == Name.DCTDecode
        assert picture.read_raw_bytes() == photo()
        settings = picture.get("/DecodeParms")
        assert (settings is not None and int(settings.ColorTransform)) == ("DecodeParms" in entries)
    assert page_pictures(kept)[0].tobytes() == page_pictures(raw)[0].tobytes()


def test_clean_pdf_with_a_picture_that_is_none_is_refused() -> None:
    with pytest.raises(RefusedError, match="It is damaged and could not be read"):
        clean(PDF, document(lambda pdf: draw_picture(pdf, b"no picture")))


def test_clean_pdf_of_too_many_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "MOST_PAGES", 1)

    with pytest.raises(RefusedError, match="It has 2 pages; a PDF here has from 1 to 1"):
        clean(PDF, document())


@pytest.mark.parametrize("password", ["", "u"])
def test_clean_pdf_protected_is_refused(password: str) -> None:
    with pytest.raises(RefusedError, match="protected with a password"):
        clean(PDF, document(encryption=pikepdf.Encryption(owner="o", user=password)))


@pytest.mark.parametrize("order", [PDF, JPEG, PNG])
def test_clean_damaged_file_is_refused(order: dict[str, str]) -> None:
    with pytest.raises(RefusedError, match="It is damaged and could not be read"):
        clean(order, b"%PDF-1.7 rubbish")


def test_clean_photo_of_too_many_points_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "MOST_PIXELS", 100)

    with pytest.raises(RefusedError, match="million points"):
        clean(JPEG, photo())


@pytest.mark.parametrize(("mode", "kept"), [("RGB", "RGB"), ("L", "L"), ("CMYK", "RGB")])
def test_clean_photo_jpeg_in_each_mode(mode: str, kept: str) -> None:
    raw = BytesIO()
    Image.new(mode, (4, 4)).save(raw, "JPEG")

    with Image.open(BytesIO(clean(JPEG, raw.getvalue())[1])) as picture:
        assert picture.mode == kept


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA", "P", "1", "I;16"])
def test_clean_photo_png_in_each_mode(mode: str) -> None:
    raw = BytesIO()
    Image.new(mode, (4, 4)).save(raw, "PNG")

    with Image.open(BytesIO(clean(PNG, raw.getvalue())[1])) as picture:
        assert picture.mode == mode


def test_clean_photo_see_through_colour_stays_see_through() -> None:
    raw = BytesIO()
    picture = Image.new("P", (4, 4))
    picture.save(raw, "PNG", transparency=0)

    with Image.open(BytesIO(clean(PNG, raw.getvalue())[1])) as kept:
        assert kept.info == {"transparency": 0}


def test_clean_photo_with_a_broken_profile_is_kept_without_it() -> None:
    with Image.open(BytesIO(clean(JPEG, photo(icc_profile=b"rubbish"))[1])) as picture:
        assert "icc_profile" not in picture.info
        assert picture.size == (60, 40)
