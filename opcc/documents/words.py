"""The text of a PDF's pages, for the search. Needs pypdfium2, knows no Django."""

import re
from collections import Counter

import pypdfium2

MOST = 20_000  # letters of a page that are kept; a printed page has a fifth of that
FEWEST = 4  # pages from which on a line can be a running head
_BREAKS = re.compile(r"\s+")
_DIGITS = re.compile(r"\d+")


def page_words(content: bytes) -> list[str]:
    """The text of each page on one line, soft hyphens taken out. A page without text is empty.

    What runs over at least half of the pages, but for its numbers, is a head or a foot and is left out: nobody looks
    for it, and it would be found on every page.
    """
    with pypdfium2.PdfDocument(content) as document:
        pages = [_lines(page) for page in document]
    times = Counter(form for lines in pages for form in {_form(line) for line in lines})
    running = {form for form, count in times.items() if len(pages) >= FEWEST and count * 2 >= len(pages)}
    return [" ".join(line for line in lines if _form(line) not in running)[:MOST] for lines in pages]


def _lines(page: pypdfium2.PdfPage) -> list[str]:
    layer = page.get_textpage()
    try:
        text = str(layer.get_text_bounded())
    finally:
        layer.close()
        page.close()
    plain = text.replace("\u00ad", "").replace("\ufffe", "").replace("\x00", "")
    return [line for part in plain.splitlines() if (line := _BREAKS.sub(" ", part).strip())]


def _form(line: str) -> str:
    """The line without its numbers."""
    return _DIGITS.sub("0", line)
