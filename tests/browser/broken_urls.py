"""The site's addresses and one more, whose page fails."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from opcc.urls import handler429

__all__ = ["handler429", "urlpatterns"]


def broken(request: HttpRequest) -> HttpResponse:
    """As a fault of ours would."""
    raise RuntimeError("This page is broken on purpose.")


urlpatterns = [path("broken/", broken), path("", include("opcc.urls"))]
