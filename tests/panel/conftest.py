"""What the Panel's tests share."""

from hashlib import sha256
from typing import Any

import pytest

from opcc.documents.pdf import RenderedPdf
from panel.operations import builds


@pytest.fixture
def small_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the PDF itself is not the question: a stand-in that follows from the HTML."""

    def stand_in(html: str, **_: Any) -> RenderedPdf:
        content = b"%PDF-1.7 " + sha256(html.encode()).digest()
        return RenderedPdf(content, 1, sha256(content).hexdigest())

    monkeypatch.setattr(builds, "render_pdf", stand_in)
