"""The text of a PDF's pages, for the search. Needs pypdfium2, knows no Django."""

import re

import pypdfium2

MOST = 20_000  # letters of a page that are kept; a printed page has a fifth of that
_BREAKS = re.compile(r"\s+")


def page_words(content: bytes) -> list[str]:
    """The text of each page on one line, soft hyphens taken out. A page without text is empty."""
    with pypdfium2.PdfDocument(content) as document:
        return [_text_of(page) for page in document]


def _text_of(page: pypdfium2.PdfPage) -> str:
    layer = page.get_textpage()
    try:
        text = str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()
    plain = text.replace("\u00ad", "").replace("\ufffe", "").replace("\x00", "")
    return _BREAKS.sub(" ", plain).strip()[:MOST]
