"""Joining PDFs: tags, bookmarks and links of all are in the whole, whose pages are numbered."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from opcc.documents.joining import TO_INSERT, Insert, join, page_count
from opcc.documents.pdf import PdfError, RenderedPdf, render_pdf
from tests.support.pdf import Inspection, assert_checkers_pass, page_texts


def _paper(title: str, *, sections: int = 2, classes: str = "pack") -> RenderedPdf:
    parts = "".join(
        f'<section class="page"><h2>{title} {number}</h2><p>Words of {title}, '
        f'<a href="https://example.org/{number}">a link</a>.</p>'
        "<table><thead><tr><th>Year</th><th>Count</th></tr></thead><tbody><tr><td>2018</td><td>7</td></tr></tbody>"
        "</table></section>"
        for number in range(1, sections + 1)
    )
    return render_pdf(
        f'<!DOCTYPE html><html lang="en-GB"><head><title>{title}</title>'
        '<meta name="dcterms.created" content="2018-03-19T10:00:00Z"></head>'
        f'<body class="{classes}" data-report="{title}" data-version="" data-edition=""><h1>{title}</h1>'
        f"{parts}</body></html>"
    )


def _untagged(pages: int, *, turned: int = 0) -> bytes:
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595.28, 841.89))
        page.obj.Rotate = turned
        page.obj.StructParents = 0  # left over from somewhere
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_join_keeps_the_tags_of_all_in_the_order_of_the_pages() -> None:
    first, other = _paper("Agenda"), _paper("Plan", sections=1, classes="")
    whole = join(first, [Insert(3, "Appendix A", other.content)], pages=5)
    read = Inspection(whole.pdf.content)
    assert whole.spans == ((3, 4),)
    assert (whole.pdf.pages, page_count(whole.pdf.content)) == (5, 5)
    assert read.headings() == ["/H1", "/H2", "/H1", "/H2", "/H2"]
    pages = {page.obj.objgen: number for number, page in enumerate(read.pdf.pages, 1)}
    places = [pages[heading.element["/Pg"].objgen] for heading in read.of("/H1", "/H2")]
    assert places == [1, 2, 3, 4, 5]
    assert len(read.of("/Table")) == len(Inspection(first.content).of("/Table")) + 1
    (section,) = [tag for tag in read.of("/Sect") if "/T" in tag.element]
    assert str(section.element["/T"]) == "Appendix A"


def test_join_leads_links_of_the_first_document_to_its_inserts() -> None:
    """Those of an insert go where they went: it cannot know the others."""
    first = render_pdf(
        f'<!DOCTYPE html><html lang="en-GB"><head><title>Agenda</title></head><body><h1>Agenda</h1>'
        f'<p><a href="{TO_INSERT}part-1">Plan</a> <a href="{TO_INSERT}part-2">Costs</a></p></body></html>'
    )
    inserts = [
        Insert(2, "Plan", _paper("Plan", sections=1, classes="").content, key="part-1"),
        Insert(2, "Costs", _paper("Costs", sections=1, classes="").content, key="part-2"),
    ]
    whole = join(first, inserts, pages=5).pdf.content
    read = Inspection(whole)
    assert read.links() == [[2, 4], [], ["https://example.org/1"], [], ["https://example.org/1"]]
    assert_checkers_pass(whole)


def test_join_gives_every_mark_and_link_its_own_tag() -> None:
    inserts = [Insert(2, "A", _paper("Plan").content), Insert(2, "B", _paper("Plan").content)]
    read = Inspection(join(_paper("Agenda"), inserts, pages=9).pdf.content)
    parents = pikepdf.NumberTree(read.pdf.Root.StructTreeRoot.ParentTree)
    reachable = {tag.element.objgen for tag in read.tags}
    numbers = list[int]()
    for page in read.pdf.pages:
        number = int(page.obj.StructParents)
        numbers.append(number)
        owners = [owner for owner in parents[number] if owner is not None]
        assert owners
        assert {owner.objgen for owner in owners} <= reachable
        assert {owner.Pg.objgen for owner in owners} == {page.obj.objgen}
        for link in page.obj.get("/Annots", ()):
            numbers.append(int(link.StructParent))
            assert parents[int(link.StructParent)].S == "/Link"
            assert parents[int(link.StructParent)].objgen in reachable
    assert len(numbers) == len(set(numbers)) == 9 + 6
    assert int(read.pdf.Root.StructTreeRoot.ParentTreeNextKey) == max(numbers) + 1
    heads = [bytes(tag.element["/ID"]) for tag in read.of("/TH")]
    assert len(heads) == len(set(heads)) == 12
    cells = [bytes(head) for tag in read.of("/TD") for head in tag.element["/A"]["/Headers"]]
    assert set(cells) == set(heads)


def test_join_puts_bookmarks_under_their_item_in_the_order_of_the_pages() -> None:
    plan = _paper("Plan", sections=1).content
    inserts = [Insert(3, "Report", plan, "4. The plan"), Insert(3, "Appendix A", plan, "4. The plan")]
    whole = join(_paper("Agenda"), inserts, pages=7)
    assert Inspection(whole.pdf.content).bookmarks() == [
        "Agenda",
        "Agenda 1",
        "4. The plan",
        *("Report", "Plan", "Plan 1"),
        *("Appendix A", "Plan", "Plan 1"),
        "Agenda 2",
    ]


def test_join_numbers_every_page_once_and_outside_what_is_read() -> None:
    whole = join(_paper("Agenda"), [Insert(4, "A", _paper("Plan", sections=1).content)], pages=5)
    for number, text in enumerate(page_texts(whole.pdf.content), 1):
        assert text.rstrip().endswith(f"Page {number} of 5")
    with pikepdf.open(BytesIO(whole.pdf.content)) as pdf:
        for page in pdf.pages:
            last = list(pikepdf.parse_content_stream(page))[-6:]
            assert str(last[0].operator) == "BDC"
            assert str(last[0].operands[0]) == "/Artifact"
            form = page.resources.XObject["/PackPageNumber"]
            inside = {str(instruction.operator) for instruction in pikepdf.parse_content_stream(form)}
            assert not inside & {"BDC", "BMC", "EMC"}


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_join_numbers_turned_pages_too(turned: int) -> None:
    whole = join(_paper("Agenda", sections=1), [Insert(3, "A", _untagged(2, turned=turned))], pages=4)
    assert [text.split()[-4:] for text in page_texts(whole.pdf.content)][2:] == [
        ["Page", "3", "of", "4"],
        ["Page", "4", "of", "4"],
    ]


def test_join_claims_accessibility_only_where_all_is_tagged() -> None:
    claim = b"pdfuaid:part"
    tagged = join(_paper("Agenda"), [Insert(4, "A", _paper("Plan").content)], pages=6)
    untagged = join(_paper("Agenda"), [Insert(4, "A", _untagged(1))], pages=4)
    read = [Inspection(whole.pdf.content) for whole in (tagged, untagged)]
    found = [claim in one.pdf.Root.Metadata.read_bytes() for one in read]
    assert found == [True, False]


def test_join_gives_the_same_bytes_for_the_same_papers() -> None:
    first, insert = _paper("Agenda"), Insert(4, "A", _paper("Plan").content)
    assert join(first, [insert], pages=6).pdf.sha256 == join(first, [insert], pages=6).pdf.sha256


def test_join_refuses_a_wrong_count() -> None:
    with pytest.raises(PdfError) as refused:
        join(_paper("Agenda"), [], pages=4)
    assert refused.value.message == "The number of pages is not what was counted. Build the pack again."


def test_join_and_page_count_refuse_what_is_no_pdf() -> None:
    with pytest.raises(PdfError, match=r"^The paper to Item 2 could not be joined to the rest \(PdfError\)"):
        join(_paper("Agenda"), [Insert(1, "A", b"no PDF", name="The paper to Item 2")], pages=4)
    with pytest.raises(PdfError, match=r"could not be joined to the rest \(PdfError\)"):
        page_count(b"no PDF")


def test_join_reads_a_paper_without_tags_under_its_title() -> None:
    read = Inspection(join(_paper("Agenda"), [Insert(2, "Map of the area", _untagged(2))], pages=5).pdf.content)
    (section,) = [tag for tag in read.of("/Sect") if str(tag.element.get("/T", "")) == "Map of the area"]
    said, *drawn = section.children
    assert str(said.element.ActualText) == "Map of the area"
    assert [tag.element.Pg.objgen for tag in drawn] == [page.obj.objgen for page in list(read.pdf.pages)[1:3]]
    parents = pikepdf.NumberTree(read.pdf.Root.StructTreeRoot.ParentTree)
    for tag in section.children:
        owners = parents[int(tag.element.Pg.StructParents)]
        assert owners[int(tag.element.K)].objgen == tag.element.objgen


def _linked() -> bytes:
    """Two pages: the first leads to the second by name in three ways; scripts and metadata hang on the second."""
    pdf = pikepdf.new()
    first, second = pdf.add_blank_page(), pdf.add_blank_page()
    place = pikepdf.Array([second.obj, pikepdf.Name.Fit])
    go = pikepdf.Dictionary(S=pikepdf.Name.GoTo, D=pikepdf.String("two"))
    ways: list[dict[str, Any]] = [
        {"Dest": pikepdf.String("two")},
        {"Dest": pikepdf.Name.old},
        {"A": go},
        {"Dest": pikepdf.String("none")},
    ]
    link: dict[str, Any] = {"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.Link, "Rect": [0, 0, 9, 9]}
    first.obj.Annots = pikepdf.Array([pdf.make_indirect(pikepdf.Dictionary(**link, **way)) for way in ways])
    names = pikepdf.Dictionary(Names=pikepdf.Array([pikepdf.String("two"), place]))
    pdf.Root.Names = pikepdf.Dictionary(Dests=pdf.make_indirect(names))
    pdf.Root.Dests = pikepdf.Dictionary(old=place)
    second.obj.AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="canary-script"))
    second.obj.Metadata = pikepdf.Stream(pdf, b"<canary-metadata/>")
    pdf.docinfo["/Author"] = "canary-author"
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Second", action=go))
    pdf.attachments["a.txt"] = b"canary-attachment"
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_join_lets_links_and_bookmarks_of_a_paper_lead_where_they_led() -> None:
    read = Inspection(join(_paper("Agenda"), [Insert(2, "A", _linked())], pages=5).pdf.content)
    annotations = list(read.pdf.pages[1].obj.Annots)
    places = [annotations[0].Dest, annotations[1].Dest, annotations[2].A.D]
    third = read.pdf.pages[2].obj.objgen
    assert [place[0].objgen for place in places] == [third] * 3
    assert "/Dest" not in annotations[3]
    with read.pdf.open_outline() as outline:
        (mark,) = [item for item in outline.root if item.title == "A"]
        (second,) = mark.children
        target: Any = second.destination
        assert (second.title, target[0].objgen) == ("Second", third)


def test_join_leaves_scripts_attachments_and_metadata_of_a_paper_behind() -> None:
    whole = join(_paper("Agenda"), [Insert(4, "A", _linked())], pages=5)
    with pikepdf.open(BytesIO(whole.pdf.content)) as pdf:
        out = BytesIO()
        pdf.save(out, qdf=True)
        assert not dict(pdf.attachments)
        start, style = pdf.Root.PageLabels.Nums
        assert (int(start), str(style.S)) == (0, "/D")
    assert b"canary" not in out.getvalue()


def test_join_of_tagged_papers_passes_the_checkers() -> None:
    whole = join(_paper("Agenda"), [Insert(4, "A", _paper("Plan").content)], pages=6)
    assert_checkers_pass(whole.pdf.content)


def test_join_takes_sixty_pages() -> None:
    inserts = [Insert(4, f"Appendix {number}", _paper("Plan", sections=18).content) for number in range(3)]
    assert join(_paper("Agenda"), inserts, pages=60).spans == ((4, 22), (23, 41), (42, 60))
