"""The PDF engine: what it prints, that it can be read out, that it refuses what it must, and always ends."""

import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.template.loader import render_to_string
from PIL import Image

from opcc.documents import pdf
from opcc.documents.covers import Edition
from opcc.documents.pdf import PdfError, RenderedPdf, render_pdf
from tests.documents import sample
from tests.support.pdf import Inspection, all_text, assert_accessible, assert_printed_well, page_pictures, page_texts

TITLE = "Quarterly report, October to December 2017"


def page(body: str, head: str = "<title>T</title>") -> str:
    return f'<!doctype html><html lang="en-GB"><head>{head}</head><body><h1>H</h1>{body}</body></html>'


@pytest.fixture(scope="module")
def report() -> RenderedPdf:
    return render_pdf(sample.html())


def test_render_pdf_sample_is_accessible(report: RenderedPdf) -> None:
    assert_accessible(report.content, title=TITLE)


def test_render_pdf_restricted_sample_is_accessible_and_says_so_on_every_page() -> None:
    restricted = render_pdf(sample.html(Edition.RESTRICTED))

    assert_accessible(restricted.content, title=TITLE)
    texts = page_texts(restricted.content)
    assert all("RESTRICTED. Not for publication: Paragraph 7" in text for text in texts)
    assert all("Restricted edition." in text for text in texts)


def test_render_pdf_editions_break_at_the_same_places(report: RenderedPdf) -> None:
    restricted = render_pdf(sample.html(Edition.RESTRICTED))

    assert restricted.pages == report.pages == 5


def test_render_pdf_foot_names_edition_report_version_and_page(report: RenderedPdf) -> None:
    for number, text in enumerate(page_texts(report.content), 1):
        assert f"Public edition. {TITLE}. Version 1" in " ".join(text.split())
        assert f"Page {number} of 5" in text


def test_render_pdf_head_names_the_panel_and_the_meeting_on_every_page_but_the_first(report: RenderedPdf) -> None:
    for content in (report.content, render_pdf(sample.html(Edition.RESTRICTED)).content):
        texts = [" ".join(text.split()) for text in page_texts(content)]
        assert all("Downshire Police and Crime Panel" in text for text in texts)
        occasion = "Meeting on Monday 19 March 2018. Agenda item 4"
        assert [occasion in text for text in texts] == [False, True, True, True, True]


def test_render_pdf_without_a_meeting_says_that_it_is_to_be_confirmed() -> None:
    cover = replace(sample.cover(), meeting="", item="", contents=())
    made = render_pdf(render_to_string("documents/base.html", {"cover": cover}))

    first = page_texts(made.content)[0]
    assert "Date of the meeting to be confirmed" in first
    assert "Agenda item to be confirmed" in first


def test_render_pdf_line_that_fits_to_the_letter_is_not_broken_after_its_first_word() -> None:
    lines = (f"27 {'of the forums met and '.ljust(letters, 'i')} end" for letters in range(60, 110))
    made = render_pdf(page("".join(f"<p>\n  {line}\n</p>" for line in lines)))

    shown = [line.strip() for text in page_texts(made.content) for line in text.splitlines()]
    assert "27" not in shown
    assert sum(line.startswith("27 of the forums met and") for line in shown) == 50


def test_render_pdf_contents_give_the_page_of_each_section(report: RenderedPdf) -> None:
    first = page_texts(report.content)[0]

    lines = {line.strip(" .\r")[:30].rstrip(" ."): line.split()[-1] for line in first.splitlines() if " . " in line}
    assert [lines[key] for key in sorted(lines)] == ["1", "2", "3", "4", "5"]


def test_render_pdf_has_bookmarks_for_sections(report: RenderedPdf) -> None:
    assert Inspection(report.content).bookmarks() == [
        "Quarterly report, October to December 2017",
        "1\u00a0 Purpose",
        "Contents",
        "2\u00a0 Forum priorities",
        "By topic",
        "3\u00a0 Concerns and what was done",
        "4\u00a0 Recorded crime",
        "Total recorded crime",
        "5\u00a0 Crime by district",
    ]


def test_render_pdf_same_html_gives_same_bytes(report: RenderedPdf) -> None:
    assert render_pdf(sample.html()) == report


def test_render_pdf_creation_date_is_the_document_s_not_the_clock_s(report: RenderedPdf) -> None:
    inspection = Inspection(report.content)

    assert str(inspection.pdf.docinfo["/CreationDate"]) == "D:20180309103000+00'00"


def test_render_pdf_identifier_is_kept_in_the_file() -> None:
    made = render_pdf(page("<p>Words</p>"), identifier="report-7-v2")

    inspection = Inspection(made.content)
    assert bytes(inspection.pdf.trailer["/ID"][0]) == b"report-7-v2"


def test_render_pdf_office_colour_is_used() -> None:
    made = render_pdf(page("<p>Words</p>"), office_colour="#7a0019")

    colours = page_pictures(made.content)[0].convert("RGB").getcolors(1 << 20)
    assert (0x7A, 0x00, 0x19) in {colour for _, colour in colours or []}


def test_render_pdf_office_colour_that_is_css_is_refused() -> None:
    with pytest.raises(PdfError, match="six digits"):
        render_pdf(page("<p>Words</p>"), office_colour="red; } @import url(http://127.0.0.1/)")


def test_render_pdf_group_heading_heads_the_cells_beneath(report: RenderedPdf) -> None:
    inspection = Inspection(report.content)
    groups = [tag for tag in inspection.of("/TH") if "/ColSpan" in tag.element["/A"]]

    group = groups[0].element
    cells = [cell.element["/A"]["/Headers"] for cell in inspection.of("/TD")]
    headed = [headers for headers in cells if bytes(group["/ID"]) in map(bytes, headers)]
    assert str(group["/A"]["/Scope"]) == "/Column"
    assert len(headed) == 4  # the one row of 'Not a priority'


def test_render_pdf_table_over_two_pages_repeats_its_header_and_splits_no_row() -> None:
    words = "A long account of what was done, over several lines of its column. " * 4
    rows = "".join(f'<tr><th scope="row">Row {n} begins</th><td>{words} Row {n} ends</td></tr>' for n in range(1, 25))
    head = '<thead><tr><th scope="col">Which</th><th scope="col">What was done</th></tr></thead>'
    made = render_pdf(page(f"<table><caption>Table 1</caption>{head}<tbody>{rows}</tbody></table>"))

    texts = page_texts(made.content)
    assert made.pages > 1
    assert all("What was done" in text for text in texts)
    for number in range(1, 25):
        holds = [index for index, text in enumerate(texts) if f"Row {number} begins" in text]
        assert holds == [index for index, text in enumerate(texts) if f"Row {number} ends" in text]
        assert len(holds) == 1


def test_render_pdf_table_over_pages_is_read_as_one_table() -> None:
    rows = "".join(f'<tr><th scope="row">Row {n}</th><td>Done</td><td>{n}</td></tr>' for n in range(1, 121))
    head = '<thead><tr><th scope="col">Which</th><th scope="col">State</th><th scope="col">Count</th></tr></thead>'
    table = f"<div><table><caption>Table 1</caption>{head}<tbody>{rows}</tbody></table><p>Source</p></div>"
    head = '<title>T</title><meta name="dcterms.created" content="2018-03-09">'
    made = render_pdf(page(f"{table}<h2>Next</h2>{table}", head))

    assert_accessible(made.content)
    inspection = Inspection(made.content)
    assert made.pages > 4
    assert [len(inspection.of(kind)) for kind in ("/Table", "/Caption", "/THead")] == [2, 2, 2]
    assert len(inspection.of("/TR")) == 2 * 121
    heads = {bytes(tag.element["/ID"]) for tag in inspection.of("/TH")}
    named = {bytes(name) for tag in inspection.of("/TD") for name in tag.element["/A"]["/Headers"]}
    assert named <= heads


def test_render_pdf_row_longer_than_a_page_breaks_and_keeps_its_heading() -> None:
    words = " ".join(f"word{number}" for number in range(2_500))
    made = render_pdf(sample.html(remark=words))

    texts = page_texts(made.content)
    assert_printed_well(made.content)
    shown = all_text(made.content).split()
    assert [number for number in range(2_500) if shown.count(f"word{number}") != 2] == []
    starts = next(text for text in texts if "Concerns and what was done" in text and "Table 2" in text)
    assert "Camp Hill" in starts


def test_render_pdf_word_without_a_break_stays_on_the_page() -> None:
    made = render_pdf(sample.html(remark="https://opcc.example/" + "a" * 400))

    assert_accessible(made.content)


@pytest.mark.parametrize("lines", range(36, 44))
def test_render_pdf_heading_never_stands_alone_at_the_foot(lines: int) -> None:
    made = render_pdf(page("<p>Line</p>" * lines + "<h2>Next part</h2><p>Its first line</p><p>Second</p>"))

    for text in page_texts(made.content):
        assert ("Next part" in text) == ("Its first line" in text)


@pytest.mark.parametrize(
    "remark",
    [
        "<script>alert(1)</script> & <b>bold</b>",
        '"><img src=x onerror=alert(1)>',
        "</td></tr></table><h1>Mine</h1>",
        "{{ cover.title }} {% now %}",
    ],
)
def test_render_pdf_markup_in_free_text_is_printed_as_text(remark: str) -> None:
    made = render_pdf(sample.html(remark=remark))

    assert all_text(made.content).count(remark) == 2
    assert_accessible(made.content)


@pytest.mark.parametrize("remark", ["Cŵn a thŷ: Łukasz Wiśniewski, Gračanica", "Ελλάδα", "Київ, Україна"])
def test_render_pdf_names_beyond_latin_are_drawn_in_the_document_s_own_faces(remark: str) -> None:
    made = render_pdf(page(f"<p>{remark}</p>"))

    inspection = Inspection(made.content)
    fonts = {
        str(found["/FontName"])
        for found in inspection.pdf.objects
        if isinstance(found, pikepdf.Dictionary) and "/FontName" in found
    }
    assert remark in all_text(made.content)
    assert all("Source" in name for name in fonts), fonts


def test_render_pdf_picture_signs_are_put_in_words() -> None:
    assert "Well done [thumbs up sign]" in all_text(render_pdf(page("<p>Well done \U0001f44d\ufe0f</p>")).content)


def test_render_pdf_given_picture_is_shown_with_its_words() -> None:
    picture = BytesIO()
    Image.new("RGB", (40, 30), "#b55e00").save(picture, "PNG")

    made = render_pdf(page('<img src="asset:photo-1" alt="The new barrier">'), images={"photo-1": picture.getvalue()})

    inspection = Inspection(made.content)
    assert [str(tag.element["/Alt"]) for tag in inspection.of("/Figure")] == ["The new barrier"]


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (page('<img src="asset:photo-1" alt="">'), "no required alt|not part of it"),
        (page("<p>Words</p>", head=""), "no title"),
        (page("<p>Words</p>", head="<title> </title>"), "no title"),
        ("<!doctype html><html><head><title>T</title></head><body><h2>First</h2><h1>H</h1></body></html>", "h1"),
        (page("<h1>Second</h1>"), "h1"),
        (page('<p>See page <a class="pg" href="#nowhere"></a></p>'), "nowhere"),
        ("<!doctype html><html><head><title>T</title></head><body><h1>H</h1></body></html>", "lang"),
    ],
)
def test_render_pdf_document_that_cannot_be_read_out_is_refused(html: str, reason: str) -> None:
    with pytest.raises(PdfError, match=reason):
        render_pdf(html)


FETCHES = [
    '<img src="file:///etc/passwd" alt="x">',
    '<img src="http://127.0.0.1:{port}/a.png" alt="x">',
    '<img src="https://127.0.0.1:{port}/a.png" alt="x">',
    '<img src="//127.0.0.1:{port}/a.png" alt="x">',
    '<img src="ftp://127.0.0.1:{port}/a" alt="x">',
    '<img src="http://169.254.169.254/latest/meta-data/" alt="x">',
    '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">',
    '<img src="asset:fonts/../report.css" alt="x">',
    '<img src="asset:fonts/../../../../etc/passwd" alt="x">',
    '<img src="passwd" alt="x">',
    '<link rel="attachment" href="file:///etc/passwd">',
    '<a rel="attachment" href="file:///etc/passwd">x</a>',
    '<link rel="stylesheet" href="http://127.0.0.1:{port}/a.css">',
    '<style>@import url("http://127.0.0.1:{port}/a.css")</style>',
    '<p style="background: url(http://127.0.0.1:{port}/a.png)">x</p>',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><image href="http://127.0.0.1:{port}/a.png"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="x"><title>x</title><image xlink:href="file:///a"/></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><filter><feImage href="file:///a"/></filter></svg>',
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><use href="http://127.0.0.1:{port}/a.svg#b"/></svg>',
    '<object data="http://127.0.0.1:{port}/a.svg"></object>',
    '<embed src="http://127.0.0.1:{port}/a.svg">',
    '<iframe src="http://127.0.0.1:{port}/"></iframe>',
    '<base href="http://127.0.0.1:{port}/"><img src="a.png" alt="x">',
    '<input type="image" src="http://127.0.0.1:{port}/a.png">',
    '<meta http-equiv="refresh" content="0; url=http://127.0.0.1:{port}/">',
]


@pytest.mark.asvs("v5.0.0-1.3.6")
@pytest.mark.parametrize("attack", FETCHES)
def test_render_pdf_fetches_nothing_and_fails_loudly(attack: str, listener: "Listener") -> None:
    with pytest.raises(PdfError):
        render_pdf(page(attack.replace("{port}", str(listener.port))))

    assert listener.calls == 0


def test_render_pdf_link_to_the_web_is_a_link_and_fetches_nothing(listener: "Listener") -> None:
    made = render_pdf(page(f'<p><a href="http://127.0.0.1:{listener.port}/">The plan</a></p>'))

    inspection = Inspection(made.content)
    annotation = inspection.pdf.pages[0]["/Annots"][0]
    assert str(annotation["/Contents"]) == "The plan"
    assert listener.calls == 0


class Listener:
    """A server on this machine that counts who calls."""

    def __init__(self) -> None:
        import socket

        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen()
        self._socket.settimeout(0.02)
        self.port = self._socket.getsockname()[1]

    @property
    def calls(self) -> int:
        count = 0
        while True:
            try:
                self._socket.accept()[0].close()
            except TimeoutError:
                return count
            count += 1

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener(socket_enabled: None) -> Iterator[Listener]:
    server = Listener()
    yield server
    server.close()


CELL = '<td colspan="{}">x</td>'
BOMBS = {
    "colspan": page(f"<table><tr>{CELL.format(65534)}</tr></table>"),
    "rowspan": page('<table><tr><td rowspan="65534">x</td></tr></table>'),
    "huge colspan": page(f"<table><tr>{CELL.format('9' * 400)}</tr></table>"),
    "negative colspan": page(f"<table><tr>{CELL.format(-1)}</tr></table>"),
    "col span": page('<table><colgroup><col span="60000"></colgroup><tr><td>x</td></tr></table>'),
    "nested tables": page("<table><tr><td>" * 300 + "x" + "</td></tr></table>" * 300),
    "nested divs": page("<div>" * 20_000 + "x" + "</div>" * 20_000),
    "nested spans": page("<span>" * 5_000 + "x" + "</span>" * 5_000),
    "nested lists": page("<ul><li>" * 500 + "x"),
    "nested quotes": page("<blockquote>" * 2_000 + "x"),
    "nested svg": page('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title>' + "<g>" * 3_000 + "</svg>"),
    "unclosed": page("<b><i><u>" * 5_000),
    "many elements": page("<b></b>" * 200_000),
    "one long word": page(f"<p>{'x' * 300_000}</p>"),
    "many marks on a letter": page(f"<p>a{chr(0x301) * 100_000}</p>"),
    "many columns": page(f"<table><tr>{'<td>x</td>' * 2_000}</tr></table>"),
    "entity letters": page(f"<p>{'&amp;' * 100_000}</p>"),
    "control letters": page("<p>" + "".join(map(chr, range(1, 32))) * 200 + "\u202e\u2066</p>"),
    "half a pair": page("<p>\ud83d and \udc4d</p>"),
    "wide svg": page('<svg xmlns="http://www.w3.org/2000/svg" width="1e9" height="1e9"><title>x</title></svg>'),
    "svg of itself": page(
        '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><g id="a"><use href="#a"/><use href="#a"/></g></svg>'
    ),
    "too long": page("<p>" + "x " * 11_000_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_render_pdf_bomb_is_refused_or_ends_in_time(name: str) -> None:
    started = time.monotonic()
    try:
        made = render_pdf(BOMBS[name], limit_seconds=3)
    except PdfError as error:
        assert error.message  # noqa: PT017  # either end is right; a refusal has words
    else:
        assert made.content.startswith(b"%PDF-")
    assert time.monotonic() - started < 5


def test_render_pdf_too_long_a_time_is_stopped_and_leaves_no_child() -> None:
    slow = page("<table>" + "<tr><td>words</td><td>words</td></tr>" * 4_000 + "</table>")

    with pytest.raises(PdfError, match=r"took more than 1\.5 seconds and was stopped"):
        render_pdf(slow, limit_seconds=1.5)

    ps = ["ps", "--ppid", str(os.getpid()), "-o", "args="]
    assert "opcc.documents" not in subprocess.run(ps, capture_output=True, text=True, check=False).stdout


def test_render_pdf_too_much_memory_ends_the_child_with_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "LIMIT_BYTES", 350 * 1024 * 1024)

    with pytest.raises(PdfError, match=r"memory|without a result"):
        render_pdf(page("<table>" + "<tr><td>words</td><td>words</td></tr>" * 6_000 + "</table>"))


def test_render_pdf_child_has_no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "canary")
    seen: dict[str, str] = {}
    real = subprocess.run

    def watch(*args: object, **kwargs: object) -> object:
        seen.update(kwargs["env"])  # type: ignore[call-overload]  # the child's environment
        return real(*args, **kwargs)  # type: ignore[call-overload]  # passed on as it came

    monkeypatch.setattr(subprocess, "run", watch)
    render_pdf(page("<p>Words</p>"))

    assert "SECRET_KEY" not in seen
    assert "DATABASE_URL" not in seen


def test_render_pdf_greyscale_keeps_signals_apart(report: RenderedPdf) -> None:
    """A signal is larger, ringed and lettered: without colour it still stands out."""
    with pypdfium2.PdfDocument(report.content) as document:
        text = document[3].get_textpage().get_text_bounded()
    assert {"H", "L", "S", "T"} <= set(text.split())
