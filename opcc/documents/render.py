"""The child process of `opcc.documents.pdf`: reads an order as JSON, writes a line of JSON and the PDF.

It never touches the settings, the database or the network. Run by `opcc.documents.pdf` only.
"""

import ctypes
import gc
import json
import logging
import os
import resource
import signal
import socket
import sys
from base64 import b64decode
from pathlib import Path
from typing import Any

CLONE_NEWUSER, CLONE_NEWNET, PR_SET_PDEATHSIG = 0x10000000, 0x40000000, 1
INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"


class RefusedError(Exception):
    """The document is not one that may be printed; the message says why."""


def main() -> None:
    """Carry out one order and leave."""
    order = json.load(sys.stdin.buffer)
    _confine(order["limit_bytes"], order["limit_seconds"])
    try:
        pages, content = _print(order)
    except RefusedError as refusal:
        _answer({"error": str(refusal)})
    except RecursionError:
        _answer({"error": "The document is nested too deeply to print. Look for markup inside markup in its text."})
    except MemoryError:
        _answer({"error": "The document needs too much memory to print. Shorten its tables and try again."})
    else:
        _answer({"pages": pages}, content)


def _answer(line: dict[str, Any], content: bytes = b"") -> None:
    sys.stdout.buffer.write(json.dumps(line).encode() + b"\n" + content)
    sys.stdout.buffer.flush()
    os._exit(0)  # everything is written; taking the engine's objects down would cost a tenth of a second


def _confine(limit_bytes: int, limit_seconds: float) -> None:
    """Limits on memory, processor time and file size; no network; the end of the parent ends this too."""
    for kind, limit in (
        (resource.RLIMIT_AS, limit_bytes),
        (resource.RLIMIT_CPU, int(limit_seconds) + 5),
        (resource.RLIMIT_FSIZE, 64 * 1024 * 1024),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        allowed = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
        resource.setrlimit(kind, (allowed, allowed))
    if sys.platform == "linux":
        library = ctypes.CDLL(None, use_errno=True)
        library.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        library.unshare(CLONE_NEWUSER | CLONE_NEWNET)  # where the host allows it: a namespace without an interface
    socket.socket = _NoSocket  # type: ignore[assignment,misc]  # and nothing in Python can open one anywhere


class _NoSocket:
    def __init__(self, *_: object, **__: object) -> None:
        raise OSError("A document is printed without the network")


def _print(order: dict[str, Any]) -> tuple[int, bytes]:
    """Lay the document out once and write it, tagged."""
    try:
        import weasyprint  # noqa: PLC0415  # after the limits stand, and its absence is explained
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415
        from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415
    except OSError as missing:
        raise RefusedError(f"The PDF engine's libraries are missing ({missing}). Install them: {INSTALL}") from missing
    from opcc.documents import bounds, tagging  # noqa: PLC0415
    from opcc.documents.fetching import AssetFetcher  # noqa: PLC0415

    gc.set_threshold(200_000, 50, 100)  # layout makes a million objects that live to the end: look for waste seldom
    faults = _Faults()
    logging.getLogger("weasyprint").addHandler(faults)
    images = {name: b64decode(content) for name, content in order["images"].items()}
    fetcher = AssetFetcher(images, Path(order["fonts"]))
    try:
        html = weasyprint.HTML(string=order["html"], url_fetcher=fetcher)
        bounds.check(html.etree_element, title_check=order["title_check"])
        fonts = FontConfiguration()
        style = weasyprint.CSS(string=order["css"], font_config=fonts, url_fetcher=fetcher)
        document = html.render(font_config=fonts, stylesheets=[style], pdf_variant="pdf/ua-1")
        content = document.write_pdf(
            pdf_variant="pdf/ua-1", pdf_identifier=order["identifier"], finisher=tagging.finish
        )
    except FatalURLFetchingError as refusal:
        raise RefusedError(str(refusal)) from refusal
    except bounds.BoundsError as refusal:
        raise RefusedError(str(refusal)) from refusal
    if faults.messages:
        raise RefusedError(f"The document has a fault that the PDF engine names: {faults.messages[0]}")
    return len(document.pages), content


class _Faults(logging.Handler):
    """What the engine only logs and goes on after: a picture without words, a page reference to nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
