"""Word documents as PDFs: what is refused without opening it, and what LibreOffice makes of the rest."""

import shutil
from pathlib import Path

import pytest
from django.conf import LazySettings

from opcc.core.errors import DomainError
from opcc.documents import landlock
from opcc.documents.converting import print_document
from opcc.documents.uploads import clean_upload
from opcc.documents.word import NOT_HERE, word_to_pdf
from opcc.documents.word_parts import OUTSIDE, UNREADABLE
from tests.documents.files import photo
from tests.documents.words import BY, RELATIONS, Parts, docx, linked, picture, reaching, related, written
from tests.support.pdf import Inspection, all_text, page_pictures

SECRET = (29, 61, 107)  # the colour of the photo
INSTALLED = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
CONFINED = pytest.mark.skipif(not landlock.version(), reason="This kernel has no Landlock")
DRAWN = [
    "plain",
    "letter by number",
    "other letters",
    "link that is drawn",
    "drawing",
    "drawing that says it is a PNG",
    "document within",
]


def soffice() -> str:
    found = shutil.which("soffice")
    assert found is not None
    return found


def shows_the_secret(pdf: bytes) -> bool:
    """Whether some point of a page has the photo's colour, or nearly so: pictures in a drawing are drawn afresh."""
    for page in page_pictures(pdf, scale=0.5):
        points = page.convert("RGB").tobytes()
        for point in set(zip(points[::3], points[1::3], points[2::3], strict=True)):
            if all(abs(one - other) < 12 for one, other in zip(point, SECRET, strict=True)):
                return True
    return False


def test_word_to_pdf_refuses_without_opening(settings: LazySettings) -> None:
    settings.LIBREOFFICE = "true"  # a program that is there on every machine, and makes nothing
    with pytest.raises(DomainError) as refused:
        word_to_pdf(docx(linked("image")))
    assert refused.value.message == OUTSIDE


def test_word_to_pdf_says_so_where_there_is_no_libreoffice_or_it_makes_nothing(settings: LazySettings) -> None:
    settings.LIBREOFFICE = "no-such-program"
    with pytest.raises(DomainError) as refused:
        word_to_pdf(docx())
    assert refused.value.message == NOT_HERE
    settings.LIBREOFFICE = "true"
    with pytest.raises(DomainError) as refused:
        word_to_pdf(docx())
    assert refused.value.message == UNREADABLE


@INSTALLED
def test_word_to_pdf_prints_the_document_with_tags_and_a_link_stays() -> None:
    made = word_to_pdf(docx(linked("hyperlink")))
    cleaned = clean_upload("paper.pdf", made, limit_bytes=10**7)
    assert all_text(cleaned.content) == "What the force says."
    read = Inspection(cleaned.content)
    assert len(read.of("/P", "/Standard")) == 1
    assert "/Info" not in read.pdf.trailer
    assert "/OpenAction" not in read.pdf.Root


@INSTALLED
def test_word_to_pdf_prints_a_picture_that_lies_in_the_document() -> None:
    inside: Parts = {RELATIONS: related("image", "media/p.png", ""), "word/media/p.png": photo("PNG")}
    assert shows_the_secret(word_to_pdf(written(picture('r:embed="r9"'), inside)))


@INSTALLED
def test_word_to_pdf_refuses_what_would_print_deleted_words() -> None:
    raw = written(f"<w:p><w:del {BY}><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>")
    with pytest.raises(DomainError, match=r"It has tracked changes.*accept or reject all of them"):
        word_to_pdf(raw)
    assert "gone" in all_text(print_document(soffice(), raw, limit_seconds=60))  # as it would have been


@INSTALLED
@CONFINED
@pytest.mark.parametrize("way", DRAWN)
def test_print_document_draws_no_file_of_the_server_even_unchecked(way: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(photo("PNG"))
    assert not shows_the_secret(print_document(soffice(), reaching(secret.as_uri())[way], limit_seconds=60))


@INSTALLED
@pytest.mark.parametrize("way", DRAWN)
def test_word_to_pdf_draws_no_file_of_the_server(way: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(photo("PNG"))
    with pytest.raises(DomainError):
        word_to_pdf(reaching(secret.as_uri())[way])
