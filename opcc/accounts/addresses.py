"""Which address a request came from, as far as it can be believed."""

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The address of the caller, for lock-outs, rate limits and the access log.

    X-Forwarded-For is read only from the right, and only as many steps as there are proxies of ours
    (PROXY_COUNT); whatever a caller writes further left changes nothing.
    """
    nearest = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.PROXY_COUNT:
        return nearest
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",")]
    if len(forwarded) < settings.PROXY_COUNT:
        return nearest
    candidate = forwarded[-settings.PROXY_COUNT]
    try:
        return str(ipaddress.ip_address(candidate))
    except ValueError:
        return nearest
