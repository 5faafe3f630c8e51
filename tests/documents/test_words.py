"""The text of pages as the search finds it."""

import pytest
from weasyprint import HTML

from opcc.documents.words import page_words

HEAD = "<style>@page { @top-left { content: 'Westshire Panel, page ' counter(page) } }</style>"


def pdf(*pages: str) -> bytes:
    """A page for each text, all with the same head but for its number."""
    body = "".join(f"<p style='break-after: page'>{page}</p>" for page in pages[:-1]) + f"<p>{pages[-1]}</p>"
    content: bytes = HTML(string=f"<html lang=en><head>{HEAD}</head><body>{body}</body></html>").write_pdf()
    return content


def test_running_heads_are_left_out_and_numbers_do_not_hide_them() -> None:
    assert page_words(pdf("One", "Two", "Three", "Four")) == ["One", "Two", "Three", "Four"]


@pytest.mark.parametrize("pages", [["Alone"], ["One", "Two", "Three"]])
def test_of_few_pages_everything_is_kept(pages: list[str]) -> None:
    expected = [{"Westshire", "Panel,", "page", str(number), text} for number, text in enumerate(pages, 1)]
    assert [set(text.split()) for text in page_words(pdf(*pages))] == expected
