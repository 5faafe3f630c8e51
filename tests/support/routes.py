"""Every route of the site as the URLconf has it, for the tests that hold for all of them."""

from collections.abc import Iterator, Mapping

from django.urls import URLPattern, URLResolver, get_resolver


def routes(resolver: URLResolver, namespace: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Each route's full name, or its pattern where it has none, with the pattern."""
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from routes(pattern, inner)
        else:
            yield f"{namespace}{pattern.name or pattern.pattern}", pattern


EVERY_ROUTE: Mapping[str, URLPattern] = dict(routes(get_resolver()))
PORTAL_ROUTES = {name: pattern for name, pattern in EVERY_ROUTE.items() if not name.startswith("admin:")}
