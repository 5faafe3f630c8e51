"""Word documents as people send them, and what one can be made to reach for."""

import gzip
import html
import io
import zipfile
from collections.abc import Mapping

Parts = Mapping[str, str | bytes]
NONE: Parts = {}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="svg" ContentType="image/svg+xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/>'
    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.comments+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
ROOT = (
    f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)
RELATIONS = "word/_rels/document.xml.rels"
BY = 'w:id="1" w:author="Ann Example" w:date="2018-03-01T09:00:00Z"'
EXTERNAL = 'TargetMode="External"'


def docx(more: Parts = NONE) -> bytes:
    """A small Word document; `more` are further parts."""
    return written("<w:p><w:r><w:t>What the force says.</w:t></w:r></w:p>", more)


def written(body: str, more: Parts = NONE) -> bytes:
    """A Word document with this body."""
    names = f'xmlns:w="{WORDS}" xmlns:r="{OFFICE}" xmlns:a="{DRAWN}/main" xmlns:pic="{DRAWN}/picture" '
    names += f'xmlns:wp="{DRAWN}/wordprocessingDrawing"'
    document = f"<w:document {names}><w:body>{body}</w:body></w:document>"
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": ROOT, "word/document.xml": document, **more})


def zipped(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def related(kind: str, target: str, more: str = EXTERNAL) -> str:
    """The relations of the document: one, with the id r9."""
    return relations(relation("r9", kind, target, more))


def relations(*each: str) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'


def relation(name: str, kind: str, target: str, more: str = EXTERNAL) -> str:
    return f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}" {more}/>'


def linked(kind: str) -> Parts:
    """Relations of the document, with one that leads out of it."""
    return {RELATIONS: related(kind, "http://127.0.0.1:9/x")}


def picture(blip: str = 'r:link="r9"') -> str:
    """A paragraph with a picture."""
    return (
        '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="p"/><a:graphic>'
        f'<a:graphicData uri="{DRAWN}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="p"/><pic:cNvPicPr/>'
        f"</pic:nvPicPr><pic:blipFill><a:blip {blip}/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>"
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def field(*pieces: str) -> str:
    """A paragraph with a field whose instruction is written in pieces."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{html.escape(one)}</w:instrText></w:r>' for one in pieces)
    return f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'


def reaching(address: str) -> dict[str, bytes]:
    """Documents that would have LibreOffice show what lies at an address, each in a way that was once let through."""
    image = related("image", address)
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="60">'
        f'<rect width="9" height="9" fill="#0000ff"/><image width="60" height="60" xlink:href="{address}"/></svg>'
    )
    inner = written(picture(), {RELATIONS: image})
    embedded = picture('r:embed="r9"')
    chunk = '<w:p><w:r><w:t>Words.</w:t></w:r></w:p><w:altChunk r:id="r9"/>'
    return {
        "plain": written(picture(), {RELATIONS: image}),
        "letter by number": written(picture(), {RELATIONS: related("image", address, 'TargetMode="&#69;xternal"')}),
        "other letters": written(picture(), {RELATIONS: image.encode("utf-16")}),
        "other letters without a mark": written(picture(), {RELATIONS: image.encode("utf-16-le")}),
        "declared letters": written(picture(), {RELATIONS: f'<?xml version="1.0" encoding="windows-1252"?>{image}'}),
        "false attribute": written(picture(), {RELATIONS: related("image", address, f'{EXTERNAL} xType="/hyperlink"')}),
        "capitals": written(picture(), {RELATIONS.upper().replace("WORD", "word"): image}),
        "prefix": written(
            picture(),
            {RELATIONS: image.replace("<Rel", "<q:Rel").replace("</Rel", "</q:Rel").replace("xmlns=", "xmlns:q=")},
        ),
        "link that is drawn": written(picture(), {RELATIONS: related("hyperlink", address)}),
        "link in capitals": written(
            embedded, {RELATIONS.upper().replace("WORD/", "word/"): related("hyperlink", address)}
        ),
        "link that is put in": written(embedded, {RELATIONS: related("hyperlink", address)}),
        "inside by its word": written(picture(), {RELATIONS: related("image", address, "")}),
        "drawing": written(embedded, {RELATIONS: related("image", "p.svg", ""), "word/p.svg": drawing}),
        "drawing that says it is a PNG": written(
            embedded, {RELATIONS: related("image", "p.png", ""), "word/p.png": f" {drawing}"}
        ),
        "packed drawing": written(
            embedded, {RELATIONS: related("image", "p.png", ""), "word/p.png": gzip.compress(drawing.encode())}
        ),
        "document within": written(chunk, {RELATIONS: related("aFChunk", "c.docx", ""), "word/c.docx": inner}),
        "page within": written(
            chunk, {RELATIONS: related("aFChunk", "c.html", ""), "word/c.html": f"<html><img src='{address}'></html>"}
        ),
        "field": written(field(" INCLUDE", f'PICTURE "{address}" \\d ')),
        "short field": written(f'<w:p><w:fldSimple w:instr=" INCLUDETEXT &quot;{address}&quot; "/></w:p>'),
    }
