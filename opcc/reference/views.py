"""The office's colour as a stylesheet, so that no page needs an inline style."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import condition, require_safe

from opcc.reference.reporting import office
from opcc.web.colours import DEFAULT_BRAND, office_stylesheet


def _brand(request: HttpRequest) -> str:
    profile = office()
    return profile.brand_colour if profile else DEFAULT_BRAND


@require_safe
@condition(etag_func=lambda request: f'"{_brand(request)[1:]}"')
def office_css(request: HttpRequest) -> HttpResponse:
    """A few custom properties; the browser asks again only whether the colour changed."""
    response = HttpResponse(office_stylesheet(_brand(request)), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, no-cache"
    return response
