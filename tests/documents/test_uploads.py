"""Uploads: what is kept is made afresh, and what may not come in is refused in words that say what to do."""

import time
import zlib
from hashlib import sha256
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, PngImagePlugin

from opcc.core.errors import DomainError
from opcc.documents import uploads
from opcc.documents.uploads import CleanUpload, clean_upload, display_name
from tests.documents.files import CANARY, HIDDEN, annotation, chunk, document, everything, metadata, photo

LIMIT = 5 * 1024 * 1024


def refused(name: str, content: Any) -> str:
    with pytest.raises(DomainError) as caught:
        clean_upload(name, content, limit_bytes=LIMIT)
    return str(caught.value)


def test_clean_upload_photo_is_kept_without_what_it_told() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x0132] = CANARY, "2018:03:19 10:30:00"
    exif.get_ifd(0x8825)[1] = "N"
    raw = photo(exif=exif, comment=CANARY.encode())
    assert CANARY.encode() in raw

    kept = clean_upload("Barrier.JPG", raw, limit_bytes=LIMIT)

    with Image.open(BytesIO(kept.content)) as picture:
        assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (60, 40), {})
    assert CANARY.encode() not in kept.content
    assert kept == CleanUpload(
        content=kept.content,
        content_type="image/jpeg",
        extension="jpg",
        sha256=sha256(kept.content).hexdigest(),
        original_sha256=sha256(raw).hexdigest(),
        original_name="Barrier.JPG",
    )


def test_clean_upload_photo_is_turned_upright_before_its_mark_goes() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6

    kept = clean_upload("a.jpg", photo(exif=exif), limit_bytes=LIMIT)

    with Image.open(BytesIO(kept.content)) as picture:
        assert picture.size == (40, 60)


def test_clean_upload_photo_with_a_colour_profile_keeps_its_colours_and_loses_the_profile() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    kept = clean_upload("a.png", photo("PNG", icc_profile=profile), limit_bytes=LIMIT)

    with Image.open(BytesIO(kept.content)) as picture:
        assert "icc_profile" not in picture.info
        assert picture.getpixel((5, 5)) == (0x1D, 0x3D, 0x6B)


def test_clean_upload_png_loses_its_text() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", CANARY)

    kept = clean_upload("a.png", photo("PNG", pnginfo=told), limit_bytes=LIMIT)

    assert CANARY.encode() not in kept.content
    assert kept.content_type == "image/png"


def test_clean_upload_photo_with_an_archive_behind_it_loses_the_archive() -> None:
    kept = clean_upload("a.jpg", photo() + b"PK\x03\x04" + CANARY.encode(), limit_bytes=LIMIT)

    assert CANARY.encode() not in kept.content


@pytest.mark.parametrize("hide", HIDDEN)
def test_clean_upload_pdf_loses_what_it_hides(hide: Any) -> None:
    raw = document(hide)
    assert CANARY.encode() in everything(raw)

    kept = clean_upload("a.pdf", BytesIO(raw), limit_bytes=LIMIT)

    assert CANARY.encode() not in everything(kept.content)
    with pikepdf.open(BytesIO(kept.content)) as pdf:
        assert len(pdf.pages) == 2


def test_clean_upload_pdf_keeps_pages_fonts_and_web_links() -> None:
    def draw(pdf: Any) -> None:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        pdf.pages[0].Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(AF=pdf.make_indirect(font)))
        pdf.pages[0].Contents = pdf.make_stream(b"BT /AF 12 Tf 50 50 Td (Words) Tj ET")
        annotation(pdf, Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://opcc.example"))

    kept = clean_upload("a.pdf", document(draw), limit_bytes=LIMIT)

    with pikepdf.open(BytesIO(kept.content)) as pdf:
        assert str(pdf.pages[0].Resources.Font.AF.BaseFont) == "/Helvetica"
        assert pdf.pages[0].Contents.read_bytes() == b"BT /AF 12 Tf 50 50 Td (Words) Tj ET"
        assert str(pdf.pages[0].Annots[0].A.URI) == "https://opcc.example"


def test_clean_upload_pdf_loses_earlier_versions_and_what_follows_its_end() -> None:
    raw = document() + b"%" * 3_000 + b"\n<html><script>" + CANARY.encode() + b"</script></html>"

    kept = clean_upload("a.pdf", raw, limit_bytes=LIMIT)

    assert CANARY.encode() not in kept.content
    assert b"<script" not in kept.content


def test_clean_upload_file_that_breaks_the_cleaner_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LIMIT_SECONDS", 0.001)

    assert "It could not be read as a PDF. Open it, save it again" in refused("a.pdf", document())


def test_clean_upload_cleaner_that_cannot_start_asks_to_try_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")

    assert "It could not be checked just now. Try again" in refused("a.pdf", document())


def test_clean_upload_same_file_gives_same_bytes() -> None:
    raw = document(metadata)

    assert clean_upload("a.pdf", raw, limit_bytes=LIMIT) == clean_upload("a.pdf", raw, limit_bytes=LIMIT)


@pytest.mark.asvs("v5.0.0-5.2.2")
@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("setup.pdf", b"MZ\x90\x00" * 50, "It is a program, whatever its name says. Attach a photo"),
        ("run.pdf", b"\x7fELF" * 50, "It is a program"),
        ("run.jpg", b"#!/bin/sh\nrm", "It is a program"),
        ("setup.exe", b"MZ", "It is a program"),
        ("notes.docx", b"PK\x03\x04", "does not end in .jpg, .png or .pdf"),
        ("noname", photo(), "does not end in .jpg, .png or .pdf"),
        ("a.png", photo(), "Its name says that it is a PNG picture, but it is a JPEG photo"),
        ("a.pdf", photo(), "but it is a JPEG photo. Save it again as a PDF"),
        ("a.pdf", b"just words", "but it is neither a photo nor a PDF"),
        ("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "neither a photo nor a PDF"),
        ("a.pdf", b"\n\n" + document(), "neither a photo nor a PDF"),
        ("a.pdf", b"%PDF-1.7\n<html><script>alert(1)</script></html>" + document(), "It also holds a web page"),
        ("photo.heic", b"\x00\x00\x00\x18ftypheic", "It is a HEIC photo"),
        ("photo.jpg", b"\x00\x00\x00\x18ftypmif1", "It is a HEIC photo"),
        ("a.pdf", b"", "It is empty"),
        ("a.jpg", b"\xff\xd8\xff\xe0 broken", "It is damaged and could not be read"),
        ("a.png", photo("PNG")[:60], "It is damaged and could not be read"),
        ("a.pdf", b"%PDF-1.7\nrubbish", "It is damaged and could not be read"),
    ],
)
def test_clean_upload_wrong_file_is_refused_with_what_to_do(name: str, content: bytes, reason: str) -> None:
    message = refused(name, content)

    assert message.startswith(f"'{name}' was not attached. ")
    assert reason in message


def test_clean_upload_refusal_names_the_form_s_field() -> None:
    with pytest.raises(DomainError) as caught:
        clean_upload("a.pdf", b"", limit_bytes=LIMIT, field="photo")

    assert caught.value.field == "photo"


@pytest.mark.parametrize("password", ["u", ""])
def test_clean_upload_protected_pdf_is_refused(password: str) -> None:
    raw = document(encryption=pikepdf.Encryption(owner="o", user=password))

    assert "protected with a password" in refused("a.pdf", raw)


def test_clean_upload_pdf_without_pages_is_refused() -> None:
    out = BytesIO()
    pikepdf.new().save(out)

    assert "0 pages" in refused("a.pdf", out.getvalue())


@pytest.mark.asvs("v5.0.0-5.2.1")
def test_clean_upload_too_large_is_refused_before_all_of_it_is_read() -> None:
    class Endless:
        given = 0

        def read(self, size: int = -1) -> bytes:
            self.given += size
            return b"\xff" * size

    endless = Endless()

    assert "larger than 5 MB" in refused("a.jpg", endless)
    assert endless.given <= LIMIT + 128 * 1024


def test_clean_upload_file_that_says_it_is_too_large_is_not_read_at_all() -> None:
    class Sized:
        size = LIMIT + 1

        def read(self, size: int = -1) -> bytes:
            raise AssertionError

    assert "larger than 5 MB" in refused("a.jpg", Sized())


def test_clean_upload_file_of_exactly_the_limit_is_taken() -> None:
    raw = photo()

    assert clean_upload("a.jpg", raw, limit_bytes=len(raw)).content_type == "image/jpeg"


@pytest.mark.asvs("v5.0.0-5.2.3")
def test_clean_upload_picture_that_unfolds_is_refused_at_once() -> None:
    raw = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", (60_000).to_bytes(4, "big") * 2 + b"\x01\x00\x00\x00\x00")
    raw += chunk(b"IDAT", zlib.compress(b"\x00" * 10_000_000)) + chunk(b"IEND", b"")

    started = time.monotonic()

    assert "3600 million points" in refused("a.png", raw)
    assert time.monotonic() - started < 3


@pytest.mark.asvs("v5.0.0-5.2.3")
def test_clean_upload_pdf_that_unfolds_is_refused_or_cleaned_in_time() -> None:
    packed = zlib.compress(b"1 0 " + b" " * 400_000_000, 9)
    stream = (
        b"<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
    )
    raw = b"%PDF-1.7\n5 0 obj " + stream + b" endobj\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    raw += b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"

    started = time.monotonic()
    refused("a.pdf", raw)

    assert time.monotonic() - started < 20


def test_display_name_has_no_folders_or_hidden_letters() -> None:
    assert display_name("C:\\Users\\me\\holiday.jpg") == "holiday.jpg"
    assert display_name("../../etc/passwd") == "passwd"
    assert display_name("gpj\u202efdp.exe\r\n") == "gpjfdp.exe"
    assert display_name("...") == "file"
    assert len(display_name("x" * 300 + ".pdf")) == 150
    assert display_name("x" * 300 + ".pdf").endswith(".pdf")


@given(st.text(max_size=400))
def test_display_name_is_always_fit_to_show(name: str) -> None:
    shown = display_name(name)

    assert 0 < len(shown) <= 150
    assert not set("/\\\r\n\x00") & set(shown)
