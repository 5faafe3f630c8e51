"""HTML in, a tagged and accessible PDF out, made in a child process that has no network, no settings and a limit.

The engine never runs in the caller: a document that takes too long or too much memory ends the child,
and the worker goes on.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from opcc.documents.child import ChildError, Ending, run_child
from opcc.documents.glyphs import FACES, FAMILIES, printable, subsets

_ASSETS = Path(__file__).resolve().parent / "assets"
OFFICE_COLOUR = "#1d3d6b"
LIMIT_SECONDS = 120.0
LIMIT_BYTES = 1_500 * 1024 * 1024
MOST_HTML = 20 * 1024 * 1024
# White space before a closing tag is never shown, but the engine counts it: a line that fits to the letter is then
# broken after its first word.
_BEFORE_CLOSING = re.compile(r"\s+(?=</(?:p|t[dh]|li|h[1-6]|caption|figcaption)>)")


class PdfError(Exception):
    """The document could not be made. The message is fit for staff."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


@dataclass(frozen=True)
class RenderedPdf:
    """A finished PDF. The same HTML, pictures and colour always give the same bytes."""

    content: bytes
    pages: int
    sha256: str


def render_pdf(
    html: str,
    *,
    images: Mapping[str, bytes] | None = None,
    office_colour: str = OFFICE_COLOUR,
    identifier: str = "",
    title_check: bool = True,
    limit_seconds: float = LIMIT_SECONDS,
) -> RenderedPdf:
    """Print the HTML as PDF/UA-1 in the house style. Raises PdfError with a reason that staff can read.

    Pictures are named in the HTML as `asset:name` and given in `images`; nothing else can be fetched.
    `identifier` goes into the file's ID, else a digest of the HTML does. `title_check` refuses a document
    without a title or a first heading.
    """
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", office_colour):
        raise PdfError(
            f"'{office_colour}' is not a colour. Give the office's colour as six digits, for example #1d3d6b."
        )
    text = _BEFORE_CLOSING.sub("", printable(html))
    if len(text) > MOST_HTML:
        raise PdfError("The document is too long to print. Shorten it or give its tables as CSV.")
    order = {
        "css": _stylesheet(text, office_colour),
        "fonts": str(_ASSETS / "fonts"),
        "images": {name: b64encode(content).decode() for name, content in (images or {}).items()},
        "identifier": identifier or sha256(text.encode()).hexdigest()[:32],
        "title_check": title_check,
    }
    try:
        answer, content = run_child(
            "render", order, text.encode(), limit_seconds=limit_seconds, limit_bytes=LIMIT_BYTES
        )
    except ChildError as error:
        raise PdfError(_reason(error, limit_seconds)) from error
    if "error" in answer:
        raise PdfError(answer["error"])
    return RenderedPdf(content, answer["pages"], sha256(content).hexdigest())


def _reason(error: ChildError, limit_seconds: float) -> str:
    """What staff read where the engine gave no answer."""
    if error.ending is Ending.TIMED_OUT:
        return (
            f"Making the PDF took more than {limit_seconds:g} seconds and was stopped. "
            "Look for an unusually long table or text, shorten it, and try again."
        )
    return (
        f"The PDF engine ended without a result ({error.detail}). "
        "Try again; if it happens again, tell whoever runs the server."
    )


def _stylesheet(html: str, office_colour: str) -> str:
    """The house style with the office's colour, the widths of this document's columns and the faces it needs."""
    widths = sorted(set(re.findall(r'class="mm-(\d+(?:-\d+)?)"', html)))
    rules = [f".mm-{width} {{ width: {width.replace('-', '.')}mm }}" for width in widths]
    for subset in subsets(html):
        family, _ = FAMILIES[subset]
        rules += [
            f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
            f"src: url(asset:fonts/source-sans-3-{subset}-{weight}-{style}.woff2) }}"
            for weight, style in FACES
        ]
    house = (_ASSETS / "report.css").read_text(encoding="utf-8")
    return "\n".join([f":root {{ --office: {office_colour} }}", house, *rules])
