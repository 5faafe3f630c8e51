import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from opcc.web.middleware import SecurityHeadersMiddleware


def _answer(request: HttpRequest, **headers: str) -> HttpResponse:
    return SecurityHeadersMiddleware(lambda _: HttpResponse("", headers=headers))(request)


def test_every_response_is_kept_apart_from_other_sites() -> None:
    response = _answer(RequestFactory().get("/"))

    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Embedder-Policy"] == "require-corp"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert response.headers["Cache-Control"] == "no-cache"


def test_page_of_a_session_is_not_stored() -> None:
    request = RequestFactory().get("/")
    request.COOKIES[settings.SESSION_COOKIE_NAME] = "x"

    assert _answer(request).headers["Cache-Control"] == "no-store"
    assert _answer(request, **{"Cache-Control": "public, no-cache"}).headers["Cache-Control"] == "public, no-cache"


@pytest.mark.django_db
@pytest.mark.urls("tests.web.gallery")
def test_headers_are_on_a_real_page(client: Client) -> None:
    response = client.get("/sent/")

    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.urls("tests.web.gallery")
def test_unknown_address_has_the_office_s_own_page(client: Client) -> None:
    response = client.get("/nowhere/")

    assert response.status_code == 404
    assert "Page not found" in response.content.decode()
