"""Rendering, in this process: what the child does with an order."""

import gc
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from opcc.documents import pdf, render
from opcc.documents.confinement import RefusedError
from tests.documents import sample
from tests.support.pdf import assert_accessible


@pytest.fixture(autouse=True)
def same_process_after() -> Iterator[None]:
    """What a child may change for good is put back."""
    thresholds, handlers = gc.get_threshold(), list(logging.getLogger("weasyprint").handlers)
    yield
    gc.set_threshold(*thresholds)
    logging.getLogger("weasyprint").handlers[:] = handlers


def order(html: str, *, title_check: bool = True) -> dict[str, Any]:
    return {
        "css": pdf._stylesheet(html, pdf.OFFICE_COLOUR),
        "fonts": str(pdf._ASSETS / "fonts"),
        "images": {},
        "identifier": "report-1",
        "title_check": title_check,
    }


def printed(html: str, *, title_check: bool = True) -> tuple[dict[str, Any], bytes]:
    return render.print_document(order(html, title_check=title_check), html.encode())


def body(words: str) -> str:
    return f'<!doctype html><html lang="en-GB"><head><title>T</title></head><body><h1>H</h1>{words}</body></html>'


def test_print_document_sample() -> None:
    answer, content = printed(sample.html())

    assert answer == {"pages": 5}
    assert_accessible(content)


def test_print_document_table_over_pages() -> None:
    rows = "".join(f'<tr><th scope="row">Row {n}</th><td>x</td><td>{n}</td></tr>' for n in range(120))
    head = '<thead><tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr></thead>'

    answer, _ = printed(body(f"<div><table>{head}<tbody>{rows}</tbody></table></div>"))

    assert answer == {"pages": 4}


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        (body('<img src="asset:nothing" alt="x">'), "refers to 'asset:nothing', which is not part of it"),
        (body('<a href="#nowhere" class="pg"></a>'), "a fault that the PDF engine names: .*nowhere"),
        (body("<script>x</script>"), "markup that is not allowed in it: script"),
        (body('<p style="color: red">x</p>'), "markup that is not allowed in it: p"),
        (body('<a rel="attachment" href="a">x</a>'), "asks for a file to be attached"),
        (body('<table><tr><td colspan="51">x</td></tr></table>'), "spans '51' columns or rows; at most 50"),
        (body("<div>" * 60), "nested too deeply"),
        (body("<table><tr><td>" * 3), "nested too deeply"),
        (body("<h1>Again</h1>"), "one main heading"),
        ("<html lang='en'><h1>x</h1>", "has no title"),
    ],
)
def test_print_document_refuses(html: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=reason):
        printed(html)


def test_print_document_without_the_title_check_prints_a_fragment() -> None:
    answer, _ = printed('<html lang="en-GB"><p>Words</p>', title_check=False)

    assert answer == {"pages": 1}


def test_print_document_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("opcc.documents.bounds.MOST_ELEMENTS", 5)

    with pytest.raises(RefusedError, match="more than 5 elements"):
        printed(body("<p>One</p><p>Two</p>"))
