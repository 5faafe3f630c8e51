"""Joins PDFs into one that is still read aloud: pages, tags, links and bookmarks of all of them, numbered throughout.

Done in a child process, because some of the PDFs came from outside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO

from django.utils.html import format_html, format_html_join

from opcc.documents.child import ChildError, run_child
from opcc.documents.pdf import OFFICE_COLOUR, PdfError, RenderedPdf, render_pdf

LIMIT_SECONDS = 120.0
LIMIT_BYTES = 1_500 * 1024 * 1024
A4_WIDTH = 595.28  # points
NOTHING: Mapping[int, str] = {}
TO_INSERT = "inserted:"  # and the key of an insert: a link in the first document that leads to it once it is there


@dataclass(frozen=True)
class Insert:
    """A PDF that goes in before a page of the first document. `title` is its bookmark, `under` that of its item.

    A link of the first document to `TO_INSERT` and its `key` leads to its first page. Messages call it by its `name`,
    because titles may be restricted.
    """

    before: int  # a page of the first document, from 1; one more than it has: at the end
    title: str
    content: bytes
    under: str = ""
    key: str = ""
    name: str = "A paper"


@dataclass(frozen=True)
class Joined:
    """The whole, and where each insert came to lie: its first and last page."""

    pdf: RenderedPdf
    spans: tuple[tuple[int, int], ...]


def join(
    first: RenderedPdf,
    inserts: Sequence[Insert],
    *,
    pages: int,
    starts_at: int = 1,
    marks: Mapping[int, str] = NOTHING,
    office_colour: str = OFFICE_COLOUR,
) -> Joined:
    """Put the inserts into the first document and number its pages. Raises PdfError fit for staff.

    The numbers run from `starts_at` to `pages`: a document may go on from another. `marks` stand before the numbers of
    their pages, such as 'RESTRICTED'.

    Inserts before the same page keep their order. A bookmark named `under` is made once, where the first of them lies.
    What comes in without tags is read out under its title in the order in which it is drawn, and the whole then does
    not claim to be PDF/UA.
    """
    stamps = render_pdf(_numbers(starts_at, pages, marks), office_colour=office_colour, title_check=False)
    bodies = [first.content, stamps.content, *(insert.content for insert in inserts)]
    order = {
        "sizes": [len(body) for body in bodies],
        "inserts": [
            {
                "before": insert.before,
                "title": insert.title,
                "name": insert.name,
                "under": insert.under,
                "link": f"{TO_INSERT}{insert.key}" if insert.key else "",
            }
            for insert in inserts
        ],
        "width": A4_WIDTH,
        "starts_at": starts_at,
    }
    try:
        answer, content = run_child(
            "joiner", order, b"".join(bodies), limit_seconds=LIMIT_SECONDS, limit_bytes=LIMIT_BYTES
        )
    except ChildError as error:
        raise PdfError(
            f"The PDFs could not be joined ({error.ending}). "
            "Look for an unusually large paper, replace it by a smaller copy, and try again."
        ) from error
    if "error" in answer:
        raise PdfError(answer["error"])
    joined = RenderedPdf(content, answer["pages"], sha256(content).hexdigest())
    return Joined(joined, tuple((start, end) for start, end in answer["spans"]))


def page_count(content: bytes) -> int:
    """How many pages a cleaned PDF has. Raises PdfError."""
    order = {"sizes": [len(content)], "inserts": [], "count": True}
    try:
        answer, _ = run_child("joiner", order, content, limit_seconds=LIMIT_SECONDS, limit_bytes=LIMIT_BYTES)
    except ChildError as error:
        raise PdfError("The PDF could not be read. Save it again and upload the new copy.") from error
    if "error" in answer:
        raise PdfError(answer["error"])
    return int(answer["pages"])


def anchors(first: RenderedPdf) -> dict[str, int]:
    """The pages, from 1, of the headings that a document of our own making links to."""
    import pikepdf  # noqa: PLC0415  # says so in the log when it is loaded; most processes never need it

    with pikepdf.open(BytesIO(first.content)) as pdf:
        order = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        names = pdf.Root.get("/Names")
        if names is None or "/Dests" not in names:
            return {}
        return {str(name): order[place[0].objgen] for name, place in pikepdf.NameTree(names.Dests).items()}


def _numbers(start: int, pages: int, marks: Mapping[int, str]) -> str:
    """A sheet for each page with nothing on it but its number and the last of them."""
    sheets = format_html_join(
        "",
        '<p class="stamp"><span>{}Page {} of {}</span></p>',
        ((f"{marks[n]}. " if n in marks else "", n, pages) for n in range(start, pages + 1)),
    )
    return format_html(
        '<!DOCTYPE html><html lang="en-GB"><head><title>Page numbers</title></head><body>{}</body></html>', sheets
    )
