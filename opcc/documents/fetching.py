"""The only things a document can draw on: the faces that lie beside this module, and the pictures it was given."""

from collections.abc import Mapping
from pathlib import Path

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

SCHEME = "asset:"
_TYPES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg"}


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # the engine carries no types
    """Answers `asset:` names and stops the whole rendering for anything else: no file, no network, no data."""

    def __init__(self, images: Mapping[str, bytes], fonts: Path) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._images = images
        self._fonts = {f"fonts/{path.name}": path for path in fonts.glob("*.woff2")}

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """The named asset."""
        name = url.removeprefix(SCHEME)
        if url.startswith(SCHEME) and name in self._fonts:
            return URLFetcherResponse(url, self._fonts[name].read_bytes(), {"Content-Type": "font/woff2"})
        if url.startswith(SCHEME) and name in self._images:
            content = self._images[name]
            kind = next((kind for magic, kind in _TYPES.items() if content.startswith(magic)), "")
            if kind:
                return URLFetcherResponse(url, content, {"Content-Type": kind})
        raise FatalURLFetchingError(
            f"The document refers to '{url[:100]}', which is not part of it. "
            "A document may show only pictures given with it."
        )
