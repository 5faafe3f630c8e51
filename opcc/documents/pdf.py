"""HTML in, a tagged and accessible PDF out, made in a child process that has no network, no settings and a limit.

The engine never runs in the caller: a document that takes too long or too much memory ends the child,
and the worker goes on.
"""

import json
import os
import re
import subprocess  # the child is this Python with a fixed program and no shell
import sys
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from opcc.documents.glyphs import FACES, FAMILIES, printable, subsets

_HERE = Path(__file__).resolve().parent
_ASSETS = _HERE / "assets"
OFFICE_COLOUR = "#1d3d6b"
LIMIT_SECONDS = 120
LIMIT_BYTES = 1_500 * 1024 * 1024
MOST_HTML = 20 * 1024 * 1024
# The child starts with bare packages, because `opcc/__init__` brings up Celery, which a renderer has no use for.
_BOOT = """
import sys, types
for name, folder in (("opcc", sys.argv[1]), ("opcc.documents", sys.argv[1] + "/documents")):
    package = types.ModuleType(name)
    package.__path__ = [folder]
    sys.modules[name] = package
from opcc.documents.render import main
main()
"""
# What the engine needs of the environment: where libraries, fonts and temporary files are. No secret goes along.
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH")
_FONT_SETTINGS = ("FONTCONFIG_FILE", "FONTCONFIG_PATH", "XDG_CACHE_HOME")


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
    text = printable(html)
    if len(text) > MOST_HTML:
        raise PdfError("The document is too long to print. Shorten it or give its tables as CSV.")
    order = json.dumps(
        {
            "html": text,
            "css": _stylesheet(text, office_colour),
            "fonts": str(_ASSETS / "fonts"),
            "images": {name: b64encode(content).decode() for name, content in (images or {}).items()},
            "identifier": identifier or sha256(text.encode()).hexdigest()[:32],
            "title_check": title_check,
            "limit_seconds": limit_seconds,
            "limit_bytes": LIMIT_BYTES,
        }
    )
    return _read(_run(order.encode(), limit_seconds))


def _run(order: bytes, limit_seconds: float) -> "subprocess.CompletedProcess[bytes]":
    """Start the child, give it the order, wait for it no longer than it may take."""
    kept = {name: os.environ[name] for name in (*_PASSED_ON, *_FONT_SETTINGS) if name in os.environ}
    try:
        return subprocess.run(  # noqa: S603  # a fixed program; the document goes in as data
            [sys.executable, "-I", "-c", _BOOT, str(_HERE.parent)],
            input=order,
            capture_output=True,
            timeout=limit_seconds,
            env=kept,
            cwd="/",
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired as expired:
        raise PdfError(
            f"Making the PDF took more than {limit_seconds:g} seconds and was stopped. "
            "Look for an unusually long table or text, shorten it, and try again."
        ) from expired
    except OSError as error:
        raise PdfError(
            f"The PDF engine could not be started ({error}). Try again, and tell whoever runs the server."
        ) from error


def _read(done: "subprocess.CompletedProcess[bytes]") -> RenderedPdf:
    """The PDF from what the child wrote: a line of JSON, then the file."""
    head, _, content = done.stdout.partition(b"\n")
    try:
        answer = json.loads(head)
    except ValueError:
        answer = {}
    if "error" in answer:
        raise PdfError(answer["error"])
    if done.returncode or not content.startswith(b"%PDF-") or "pages" not in answer:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise PdfError(
            f"The PDF engine stopped without a result (code {done.returncode}{': ' + said[-1][:200] if said else ''}). "
            "Try again; if it stops again, tell whoever runs the server."
        )
    return RenderedPdf(content, answer["pages"], sha256(content).hexdigest())


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
