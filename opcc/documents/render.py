"""The child program of `opcc.documents.pdf`: lays out a document's HTML once and writes it, tagged."""

import gc
import logging
from base64 import b64decode
from pathlib import Path
from typing import Any

from opcc.documents.confinement import RefusedError, serve

INSTALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"


def main() -> None:
    """Carry out one order and leave."""
    serve(
        print_document,
        too_deep="The document is nested too deeply to print. Look for markup inside markup in its text.",
        too_large="The document needs too much memory to print. Shorten its tables and try again.",
    )


def print_document(order: dict[str, Any], body: bytes) -> tuple[dict[str, Any], bytes]:
    """The number of pages and the PDF. Raises RefusedError, RecursionError or MemoryError."""
    try:
        import weasyprint  # noqa: PLC0415  # after the limits stand, and its absence is explained
        from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415  # as above
        from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  # as above
    except OSError as missing:
        raise RefusedError(f"The PDF engine's libraries are missing ({missing}). Install them: {INSTALL}") from missing
    from opcc.documents import bounds, tagging  # noqa: PLC0415  # they use the engine's own objects
    from opcc.documents.fetching import AssetFetcher  # noqa: PLC0415  # as above

    gc.set_threshold(200_000, 50, 100)  # layout makes a million objects that live to the end: look for waste seldom
    faults = _Faults()
    logging.getLogger("weasyprint").addHandler(faults)
    images = {name: b64decode(content) for name, content in order["images"].items()}
    fetcher = AssetFetcher(images, Path(order["fonts"]))
    try:
        html = weasyprint.HTML(string=body.decode(), url_fetcher=fetcher)
        bounds.check(html.etree_element, title_check=order["title_check"])
        fonts = FontConfiguration()
        style = weasyprint.CSS(string=order["css"], font_config=fonts, url_fetcher=fetcher)
        document = html.render(font_config=fonts, stylesheets=[style], pdf_variant="pdf/ua-1")
        content = document.write_pdf(
            pdf_variant="pdf/ua-1", pdf_identifier=order["identifier"], finisher=tagging.finish
        )
    except FatalURLFetchingError as refusal:
        raise RefusedError(str(refusal)) from refusal
    if faults.messages:
        raise RefusedError(f"The document has a fault that the PDF engine names: {faults.messages[0]}")
    return {"pages": len(document.pages)}, content


class _Faults(logging.Handler):
    """What the engine only logs and goes on after: a picture without words, a page reference to nowhere."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
