"""Headers that keep our pages apart from other sites and out of shared caches."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# What a page could ask a browser for, all of it refused. Only names that Chromium knows: it warns of others.
FEATURES = (
    *("accelerometer", "autoplay", "browsing-topics", "camera", "clipboard-read", "display-capture"),
    *("encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "magnetometer"),
    *("microphone", "midi", "payment", "picture-in-picture", "publickey-credentials-create"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
}


class SecurityHeadersMiddleware:
    """For every response but static files, which WhiteNoise answers before this is reached.

    A view that says its own Cache-Control keeps it: the office's stylesheet is public. Of everything else a copy is
    asked about before it is used again: what was withdrawn, closed or withheld is gone at once, also where a shared
    cache keeps PDFs of its own accord.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        cookie = settings.SESSION_COOKIE_NAME
        # The cookie tells without a query whether the page may be somebody's own.
        if cookie in request.COOKIES or cookie in response.cookies:
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Cache-Control", "no-cache")
        return response
