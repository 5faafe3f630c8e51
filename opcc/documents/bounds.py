"""What a document's markup may not be, checked before the engine lays anything out."""

import re
from xml.etree.ElementTree import Element

from opcc.documents.confinement import RefusedError

MOST_ELEMENTS = 150_000
MOST_DEPTH = 40
MOST_TABLES_DEEP = 2
MOST_SPAN = 50
_REFUSED_TAGS = frozenset(
    (
        "script",
        "style",
        "link",
        "base",
        "iframe",
        "frame",
        "object",
        "embed",
        "form",
        "input",
        "video",
        "audio",
        "use",
        "image",
        "feImage",
        "foreignObject",
    )
)
_HEADING = re.compile(r"h[1-6]")


def check(root: Element, *, title_check: bool) -> None:
    """Refuse markup that would take for ever to lay out, fetch something, or cannot be read out.

    Raises RefusedError. `title_check` also asks for a title, and for an h1 before any other heading.
    """
    headings: list[str] = []
    seen = 0
    waiting = [(root, 1, 0)]
    while waiting:
        element, depth, tables = waiting.pop()
        seen += 1
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        tables += tag == "table"
        if seen > MOST_ELEMENTS:
            raise RefusedError(f"The document has more than {MOST_ELEMENTS:,} elements. Give its long tables as CSV.")
        if depth > MOST_DEPTH or tables > MOST_TABLES_DEEP:
            raise RefusedError("The document is nested too deeply to print. Look for markup inside markup in its text.")
        _check_element(element, tag)
        if _HEADING.fullmatch(tag):
            headings.append(tag)
        waiting.extend((child, depth + 1, tables) for child in reversed(element))
    if title_check:
        _check_title(root, headings)


def _check_element(element: Element, tag: str) -> None:
    if tag in _REFUSED_TAGS or "style" in element.attrib:
        raise RefusedError(f"The document holds markup that is not allowed in it: {tag or 'style'}.")
    if "attachment" in element.get("rel", "").lower() or "http-equiv" in element.attrib:
        raise RefusedError("The document asks for a file to be attached to it, which is not allowed.")
    for name in ("colspan", "rowspan", "span"):
        value = element.get(name)
        if value is not None and not (value.isdecimal() and len(value) <= 4 and 1 <= int(value) <= MOST_SPAN):
            raise RefusedError(f"A cell of the document spans '{value[:20]}' columns or rows; at most {MOST_SPAN} can.")


def _check_title(root: Element, headings: list[str]) -> None:
    title = root.find("./head/title")
    if title is None or not (title.text or "").strip():
        raise RefusedError("The document has no title.")
    if not headings or headings[0] != "h1" or headings.count("h1") != 1:
        raise RefusedError("The document needs one main heading (h1), and it must come before every other heading.")
