"""What lies over the pages of a PDF: notes go, marks stay to be seen, what hides something is refused."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from opcc.documents.cleaning import clean_pdf
from opcc.documents.confinement import RefusedError
from opcc.documents.joining import Insert, join
from opcc.documents.overlays import LAYERS, MARKS, REDACTIONS
from opcc.documents.pdf import PdfError, RenderedPdf, render_pdf
from tests.documents.files import CANARY, annotation, document, everything, mark
from tests.support.pdf import Inspection, assert_checkers_pass, page_pictures

PLAN = (
    '<!DOCTYPE html><html lang="en-GB"><head><title>Plan</title><meta name="dcterms.created" '
    'content="2018-03-19T10:00:00Z"></head><body data-report="Plan" data-version="" data-edition=""><h1>Plan</h1>'
    '<p>Words of the plan, <a href="https://opcc.example">a link</a>.</p></body></html>'
)


def paper() -> RenderedPdf:
    return render_pdf(PLAN)


def changed(content: bytes, change: Any) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def tagged_note(pdf: Any, *, kind: str = "/Text", **entries: Any) -> None:
    """A note on the first page that is in the tags, in a paragraph of its own."""
    page, tree = pdf.pages[0].obj, pdf.Root.StructTreeRoot
    parents = pikepdf.NumberTree(tree.ParentTree)
    number = max(parents.keys()) + 1
    made = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot, Subtype=Name(kind), Rect=[9, 9, 90, 90], Contents=CANARY, StructParent=number, **entries
        )
    )
    page.Annots.append(made)
    top = tree.K[0] if isinstance(tree.K, Array) else tree.K
    around = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, P=top))
    tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Annot, P=around, Alt=CANARY, Pg=page))
    tag.K = Array([Dictionary(Type=Name.OBJR, Obj=made, Pg=page)])
    around.K = tag
    top.K.append(around)
    parents[number] = tag


def pictures(content: bytes) -> list[bytes]:
    return [page.tobytes() for page in page_pictures(content, scale=0.5)]


@pytest.mark.parametrize(("turned", "signs"), [(0, 4), (90, 4), (180, 4), (270, 4), (0, 1), (90, 16)])
def test_clean_pdf_draws_marks_into_the_page_as_they_were_seen(turned: int, signs: int) -> None:
    def turn(pdf: Any) -> None:
        mark(pdf, Contents=CANARY, F=signs)
        pdf.pages[0].obj.Rotate = turned
        shared = Dictionary(XObject=Dictionary(Mark0=pikepdf.Stream(pdf, b"", BBox=[0, 0, 1, 1])))
        for page in pdf.pages:
            page.obj.Resources = pdf.make_indirect(shared)
            page.obj.Contents = pdf.make_stream(b"0.5 0 0 0.5 0 0 cm 1 0 0 rg 20 20 900 900 re f")

    raw = document(turn)
    kept = clean_pdf(raw)

    assert pictures(kept) == pictures(raw)
    assert pictures(kept)[0] != pictures(kept)[1]
    with pikepdf.open(BytesIO(kept)) as pdf:
        assert [len(page.obj.get("/Annots", ())) for page in pdf.pages] == [0, 0]
        assert str(pikepdf.parse_content_stream(pdf.pages[0], operators="BMC")[0].operands[0]) == "/Artifact"


def test_clean_pdf_refuses_a_mark_that_each_reader_would_draw_for_itself() -> None:
    def without_a_box(pdf: Any) -> None:
        mark(pdf)
        del pdf.pages[0].Annots[0].AP.N.BBox

    for lay_over in (lambda pdf: mark(pdf, drawn=False), without_a_box):
        with pytest.raises(RefusedError) as refused:
            clean_pdf(document(lay_over))
        assert str(refused.value) == MARKS


@pytest.mark.parametrize("drawn", [True, False])
def test_clean_pdf_refuses_redactions_that_are_only_marked(drawn: bool) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_pdf(document(lambda pdf: mark(pdf, drawn=drawn, kind="/Redact")))
    assert str(refused.value) == REDACTIONS


def test_clean_pdf_keeps_links_and_fields_and_what_they_are_called() -> None:
    def fill(pdf: Any) -> None:
        annotation(pdf, Subtype=Name.Link, Contents="The plan", A=Dictionary(S=Name.URI, URI="https://opcc.example"))
        field = pdf.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 9, 9], FT=Name.Tx, T="name", V="Ann Example")
        )
        pdf.pages[0].Annots.append(field)
        pdf.Root.AcroForm = Dictionary(Fields=Array([field]))

    with pikepdf.open(BytesIO(clean_pdf(document(fill)))) as pdf:
        link, field = pdf.pages[0].Annots
        assert (str(link.Contents), str(link.A.URI)) == ("The plan", "https://opcc.example")
        assert (str(field.T), str(field.V)) == ("name", "Ann Example")
        assert pdf.Root.AcroForm.Fields[0].objgen == field.objgen


def layered(pdf: Any, *, rule: Any = None, usage: Any = None, **default: Any) -> None:
    """Words of the first page on a layer."""
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Draft", Usage=usage or Dictionary()))
    found: dict[str, Any] = {
        f"/{key}": Array([layer]) if value == "the layer" else value for key, value in default.items()
    }
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(found))
    shown = layer
    if rule is not None:
        shown = pdf.make_indirect(Dictionary(Type=Name.OCMD, OCGs=layer, **rule(layer)))
    pdf.pages[0].Resources = Dictionary(Properties=Dictionary(MC0=shown))
    pdf.pages[0].Contents = pdf.make_stream(b"/OC /MC0 BDC 0 0 300 300 re f EMC")


PAPER_ONLY = Dictionary(View=Dictionary(ViewState=Name.OFF), Print=Dictionary(PrintState=Name.ON))


@pytest.mark.parametrize(
    "how",
    [
        {"OFF": "the layer"},
        {"BaseState": Name.OFF},
        {"usage": PAPER_ONLY},
        {"rule": lambda _: {"P": Name.AllOff}},
        {"rule": lambda _: {"P": Name.AnyOff}},
        {"rule": lambda layer: {"VE": Array([Name.Not, layer])}},
    ],
    ids=["off", "off unless on", "off on the screen", "shown when off", "shown when one is off", "by a formula"],
)
def test_clean_pdf_refuses_layers_that_hide_something(how: dict[str, Any]) -> None:
    with pytest.raises(RefusedError) as refused:
        clean_pdf(document(lambda pdf: layered(pdf, **how)))
    assert str(refused.value) == LAYERS


@pytest.mark.parametrize(
    "how",
    [{}, {"BaseState": Name.ON, "OFF": Array()}, {"rule": lambda _: {"P": Name.AllOn}}],
    ids=["on", "none off", "shown when on"],
)
def test_clean_pdf_shows_layers_that_are_on_for_good(how: dict[str, Any]) -> None:
    raw = document(lambda pdf: layered(pdf, **how))

    kept = clean_pdf(raw)

    assert pictures(kept) == pictures(raw)
    assert pictures(kept)[0] != pictures(kept)[1]
    with pikepdf.open(BytesIO(kept)) as pdf:
        assert "/OCProperties" not in pdf.Root


@pytest.mark.parametrize("kind", ["/Text", "/Square"])
def test_clean_pdf_leaves_tags_as_if_the_note_had_never_been(kind: str) -> None:
    def lay_over(pdf: Any) -> None:
        seen = (
            {"AP": Dictionary(N=pikepdf.Stream(pdf, b"0 0 9 9 re f", BBox=[0, 0, 9, 9]))} if kind == "/Square" else {}
        )
        tagged_note(pdf, kind=kind, **seen)

    plain, noted = clean_pdf(paper().content), clean_pdf(changed(paper().content, lay_over))

    assert CANARY.encode() not in everything(noted)
    before, after = Inspection(plain), Inspection(noted)
    assert [tag.kind for tag in after.tags] == [tag.kind for tag in before.tags]
    assert after.links() == before.links() == [["https://opcc.example"]]
    numbers = [list(pikepdf.NumberTree(one.pdf.Root.StructTreeRoot.ParentTree).keys()) for one in (before, after)]
    assert numbers[0] == numbers[1]
    whole = join(paper(), [Insert(2, "Plan", noted)], pages=2).pdf.content
    assert_checkers_pass(whole)


def test_join_names_the_paper_that_came_before_such_papers_were_refused() -> None:
    hiding = document(lambda pdf: layered(pdf, OFF="the layer"))

    with pytest.raises(PdfError) as refused:
        join(paper(), [Insert(2, "Plan", hiding, name="The paper to Item 2")], pages=3)
    assert refused.value.message == f"The paper to Item 2 cannot go in. {LAYERS}"
