"""Word documents as PDFs: what is refused without opening it, and what LibreOffice makes of the rest."""

import io
import shutil
import zipfile

import pytest
from django.conf import LazySettings

from opcc.core.errors import DomainError
from opcc.documents.uploads import clean_upload
from opcc.documents.word import NOT_HERE, word_to_pdf
from tests.support.pdf import Inspection, all_text

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def docx(text: str = "What the force says.", **more: str) -> bytes:
    """A small Word document; `more` are further parts, '__' for a slash."""
    body = f'<w:document xmlns:w="{WORDS}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>'
    parts = {"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": body, **more}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def linked(kind: str) -> dict[str, str]:
    """Relations of the document, with one that leads out of it."""
    return {
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/{kind}" '
            'Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>'
        )
    }


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 no archive", "It could not be turned into a PDF"),
        (docx(**linked("image")), "It shows something that lies outside the document"),
        (docx(**linked("attachedTemplate")), "It shows something that lies outside the document"),
        (docx(**{"word/vbaProject.bin": "x"}), "It holds a program"),
        (docx(**{"word/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "It could not be turned into a PDF"),
        (docx(**{"word/media/image1.bmp": "0" * 201 * 1024 * 1024}), "It unfolds to more than this site can hold"),
    ],
    ids=["no archive", "linked picture", "linked template", "program", "entities", "bomb"],
)
def test_word_to_pdf_refuses_without_opening(content: bytes, words: str, settings: LazySettings) -> None:
    settings.LIBREOFFICE = "true"  # a program that is there on every machine, and makes nothing
    with pytest.raises(DomainError, match=words):
        word_to_pdf(content)


def test_word_to_pdf_refuses_an_archive_of_something_else(settings: LazySettings) -> None:
    settings.LIBREOFFICE = "true"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("picture.txt", "x")
    with pytest.raises(DomainError, match="It is no Word document"):
        word_to_pdf(out.getvalue())


def test_word_to_pdf_says_so_where_there_is_no_libreoffice_or_it_makes_nothing(settings: LazySettings) -> None:
    settings.LIBREOFFICE = "no-such-program"
    with pytest.raises(DomainError) as refused:
        word_to_pdf(docx())
    assert refused.value.message == NOT_HERE
    settings.LIBREOFFICE = "true"
    with pytest.raises(DomainError, match="It could not be turned into a PDF"):
        word_to_pdf(docx())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_word_to_pdf_prints_the_document_with_tags_and_a_link_stays() -> None:
    made = word_to_pdf(docx("What the force says.", **linked("hyperlink")))
    cleaned = clean_upload("paper.pdf", made, limit_bytes=10**7)
    assert all_text(cleaned.content) == "What the force says."
    read = Inspection(cleaned.content)
    assert len(read.of("/P", "/Standard")) == 1
    assert "/Info" not in read.pdf.trailer
    assert "/OpenAction" not in read.pdf.Root
