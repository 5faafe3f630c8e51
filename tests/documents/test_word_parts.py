"""Parts of Word documents: what may not be in them is refused with what to do, and the rest is packed anew."""

import gzip
import io
import zipfile

import pytest

from opcc.documents.confinement import RefusedError
from opcc.documents.word_parts import NO_WORD_DOCUMENT, OUTSIDE, PROGRAM, TOO_LARGE, UNREADABLE, WITHIN, checked
from tests.documents.words import (
    BY,
    OFFICE,
    RELATIONS,
    WORDS,
    Parts,
    docx,
    field,
    linked,
    picture,
    reaching,
    related,
    relation,
    relations,
    written,
    zipped,
)

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
REACHING = reaching("file:///srv/secret.png")
SAID = {
    **dict.fromkeys(REACHING, OUTSIDE),
    **dict.fromkeys(
        ("other letters", "other letters without a mark", "declared letters", "packed drawing"), UNREADABLE
    ),
    **dict.fromkeys(("document within", "page within"), WITHIN),
}


def unpacked(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def refusal(content: bytes) -> str:
    with pytest.raises(RefusedError) as refused:
        checked(content)
    return str(refused.value)


@pytest.mark.parametrize("way", REACHING)
def test_checked_refuses_every_way_out_of_the_document(way: str) -> None:
    assert refusal(REACHING[way]) == SAID[way]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"PK\x03\x04 no archive", UNREADABLE),
        (zipped({"picture.txt": "x"}), NO_WORD_DOCUMENT),
        (docx({"mimetype": "application/vnd.oasis.opendocument.text"}), NO_WORD_DOCUMENT),
        (docx({"META-INF/manifest.xml": "<a/>"}), NO_WORD_DOCUMENT),
        (docx({"word/vbaProject.bin": "x"}), PROGRAM),
        (docx({"word/styles.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), UNREADABLE),
        (docx({"word/styles.xml": "<a><b></a>"}), UNREADABLE),
        (docx({"word/Document.xml": "<a/>"}), UNREADABLE),
        (docx({"word/../x.xml": "<a/>"}), UNREADABLE),
        (docx({"/word/x.xml": "<a/>"}), UNREADABLE),
        (docx({"word\\x.xml": "<a/>"}), UNREADABLE),
        (docx({"word/x.bin": b"PK\x03\x04 broken"}), WITHIN),
        (docx({"word/x.bin": zipped({"content.xml": "<a/>"})}), WITHIN),
        (docx({"word/x.emz": b"\x1f\x8b broken"}), UNREADABLE),
        (docx({"word/media/image1.bmp": "0" * 201 * 1024 * 1024}), TOO_LARGE),
        (docx(linked("image")), OUTSIDE),
        (docx(linked("attachedTemplate")), OUTSIDE),
        (docx({RELATIONS: related("hyperlink", "https://opcc.example", 'TargetMode="Elsewhere"')}), OUTSIDE),
    ],
)
def test_checked_refuses_what_no_paper_needs(content: bytes, words: str) -> None:
    assert refusal(content) == words


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:del {BY}><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
        f"<w:p><w:ins {BY}><w:r><w:t>new</w:t></w:r></w:ins></w:p>",
        f"<w:p><w:moveFrom {BY}><w:r><w:t>here</w:t></w:r></w:moveFrom></w:p>",
        f"<w:p><w:moveTo {BY}><w:r><w:t>there</w:t></w:r></w:moveTo></w:p>",
        f"<w:p><w:pPr><w:rPr><w:ins {BY}/></w:rPr></w:pPr></w:p>",
        f"<w:p><w:pPr><w:pPrChange {BY}><w:pPr/></w:pPrChange></w:pPr></w:p>",
        f"<w:p><w:moveFromRangeStart {BY}/></w:p>",
        f"<w:p><w:customXmlDelRangeStart {BY}/></w:p>",
    ],
)
@pytest.mark.parametrize("words", [WORDS, STRICT])
def test_checked_refuses_tracked_changes(body: str, words: str) -> None:
    header = f'<w:hdr xmlns:w="{words}">{body}</w:hdr>'
    said = (
        "It has tracked changes, which would be in the PDF for everybody to read. In Word, accept or reject all of "
        "them (Review, Accept, Accept All Changes), save it, and upload it again."
    )
    assert refusal(docx({"word/header1.xml": header})) == said


def test_checked_names_changes_and_comments_at_once() -> None:
    body = f'<w:p><w:commentRangeStart w:id="1"/><w:ins {BY}><w:r><w:t>new</w:t></w:r></w:ins></w:p>'
    assert refusal(written(body)) == (
        "It has tracked changes and comments, which would be in the PDF for everybody to read. In Word, accept or "
        "reject all of them (Review, Accept, Accept All Changes) and delete all comments (Review, Delete, Delete All "
        "Comments in Document), save it, and upload it again."
    )


def test_checked_keeps_every_part_of_an_ordinary_document() -> None:
    """Links, pictures, a workbook behind a chart, a list of comments that has none any more, a switch for changes."""
    body = (
        '<w:p><w:hyperlink r:id="r9"><w:r><w:t>Plan</w:t></w:r></w:hyperlink></w:p>'
        + picture('r:embed="r2"')
        + field(' HYPERLINK "https://opcc.example" ')
    )
    raw = written(
        body,
        {
            RELATIONS: relations(
                relation("r9", "hyperlink", "https://opcc.example"), relation("r2", "image", "media/p.png", "")
            ),
            "word/media/p.png": b"\x89PNG\r\n\x1a\n...",
            "word/media/q.emz": gzip.compress(b"\x01\x00\x00\x00 a drawing"),
            "word/media/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg"><use href="#a"/></svg>',
            "word/embeddings/book.xlsx": zipped({"xl/workbook.xml": "<a/>"}),
            "word/comments.xml": f'<w:comments xmlns:w="{WORDS}"/>',
            "word/settings.xml": f'\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<w:settings xmlns:w="{WORDS}">'
            "<w:trackRevisions/></w:settings>",
            "customXml/item1.xml": "",
        },
    )
    assert unpacked(checked(raw)) == unpacked(raw)


def test_checked_packs_anew_what_other_readers_could_find_elsewhere() -> None:
    raw = REACHING["plain"] + docx()
    assert unpacked(checked(raw)) == unpacked(docx())
    assert b"secret" not in checked(raw)


def test_checked_takes_the_same_id_for_each_part_by_itself() -> None:
    header = f'<a:blip xmlns:a="x" xmlns:r="{OFFICE}" r:embed="r9"/>'
    raw = docx(
        {
            RELATIONS: related("hyperlink", "https://opcc.example"),
            "word/header1.xml": header,
            "word/_rels/header1.xml.rels": related("image", "media/p.png", ""),
        }
    )
    assert unpacked(checked(raw)) == unpacked(raw)


def test_checked_leaves_out_the_template_that_a_document_was_made_from() -> None:
    names = f'xmlns:w="{WORDS}" xmlns:r="{OFFICE}"'
    settings: Parts = {"word/settings.xml": f'<w:settings {names}><w:attachedTemplate r:id="r9"/></w:settings>'}
    template = {"word/_rels/settings.xml.rels": related("attachedTemplate", "file:///S:/templates/report.dotx")}
    assert unpacked(checked(docx({**settings, **template}))) == unpacked(docx(settings))
