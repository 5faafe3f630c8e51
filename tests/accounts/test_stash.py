"""What was typed into a form when the session had ended comes back after signing in."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from django.utils import timezone

from opcc.accounts.middleware import SEEN_AT, SIGNED_IN_AT, WHOLE_LIMIT
from opcc.accounts.models import TypedText, User
from opcc.accounts.stash import COOKIE, LARGEST, WORDS
from tests.factories.accounts import PASSWORD
from tests.support.actors import signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]
TYPED = "Speeding on Mill Lane & “Church Street”\nsince März"


@pytest.fixture
def path(ambassador_user: User) -> str:
    return f"/probe/notes/{ambassador_user.email}/"


@pytest.fixture
def strict() -> Client:
    """A client whose POSTs need a CSRF token, as a browser's do."""
    return Client(enforce_csrf_checks=True)


def sign_in_again(client: Client, user: User, location: str) -> Any:
    return client.post(location, {"login": user.email, "password": PASSWORD}, follow=True)


def test_text_posted_after_the_session_ended_comes_back(client: Client, ambassador_user: User, path: str) -> None:
    response = client.post(path, {"note": TYPED, "csrfmiddlewaretoken": "x"})
    assert response["Location"] == f"/account/sign-in/?next={quote(path)}"
    form = sign_in_again(client, ambassador_user, response["Location"])
    assert WORDS in form.text
    assert "Speeding on Mill Lane &amp; “Church Street”" in form.text
    assert "note" not in client.session
    saved = client.post(path, {"note": TYPED})
    assert saved["Location"] == "/probe/guarded/"
    assert client.session["note"] == TYPED
    assert TypedText.objects.count() == 0
    assert WORDS not in client.get(path).text


def test_text_is_kept_when_our_own_limit_ends_the_session(client: Client, ambassador_user: User, path: str) -> None:
    signed_in(client, ambassador_user).get(path)
    session = client.session
    session[SIGNED_IN_AT] -= WHOLE_LIMIT.total_seconds()
    session.save()
    response = client.post(path, {"note": TYPED})
    assert TypedText.objects.get().user == ambassador_user
    assert "Speeding on Mill Lane" in sign_in_again(client, ambassador_user, response["Location"]).text
    assert SEEN_AT in client.session


def test_text_can_be_looked_at_twice_before_it_is_saved(client: Client, ambassador_user: User, path: str) -> None:
    client.post(path, {"note": TYPED})
    signed_in(client, ambassador_user)
    assert ["Mill Lane" in client.get(path).text for _ in range(2)] == [True, True]
    client.post(path, {"note": ""})
    assert "Mill Lane" in client.get(path).text


def test_text_of_a_known_person_is_not_given_to_another(
    client: Client, ambassador_user: User, other_ambassador_user: User, path: str
) -> None:
    client.post(path, {"note": TYPED})
    TypedText.objects.update(user=other_ambassador_user)
    assert "Mill Lane" not in signed_in(client, ambassador_user).get(path).text


def test_text_is_behind_the_forms_own_object_check(
    client: Client, ambassador_user: User, other_ambassador_user: User, path: str
) -> None:
    client.post(path, {"note": TYPED})
    assert signed_in(client, other_ambassador_user).get(path).status_code == 404


def test_text_needs_the_browsers_cookie_and_lies_enciphered(client: Client, ambassador_user: User, path: str) -> None:
    response = client.post(path, {"note": TYPED})
    cookie = response.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 86400)
    kept = TypedText.objects.get()
    assert b"Mill" not in bytes(kept.content)
    assert cookie.value not in str(vars(kept))
    assert "Mill Lane" not in signed_in(Client(), ambassador_user).get(path).text
    forged = signed_in(Client(), ambassador_user)
    forged.cookies[COOKIE] = "guess"
    assert "Mill Lane" not in forged.get(path).text


def test_text_that_was_tampered_with_is_not_given_back(client: Client, ambassador_user: User, path: str) -> None:
    client.post(path, {"note": TYPED})
    TypedText.objects.update(content=b"planted")
    assert WORDS not in signed_in(client, ambassador_user).get(path).text


def test_text_is_gone_after_a_day(client: Client, ambassador_user: User, path: str) -> None:
    client.post(path, {"note": TYPED})
    ago = timezone.now() - timedelta(hours=25)
    TypedText.objects.update(kept_at=ago, expires_at=ago + timedelta(hours=24))
    assert "Mill Lane" not in signed_in(client, ambassador_user).get(path).text


def test_text_that_is_too_long_is_not_kept(client: Client, path: str) -> None:
    response = client.post(path, {"note": "x" * LARGEST})
    assert response.status_code == 302
    assert TypedText.objects.count() == 0
    assert COOKIE not in response.cookies


def test_keeping_is_limited_for_each_address(client: Client, path: str) -> None:
    for number in range(62):
        client.post(f"/probe/notes/{number}/", {"note": "x"})
    assert TypedText.objects.count() == 60


def test_two_forms_of_one_browser_are_kept_apart(client: Client, ambassador_user: User, path: str) -> None:
    client.post(path, {"note": "first"})
    client.post("/probe/notes/other/", {"note": "second"})
    assert TypedText.objects.values("token_hash").distinct().count() == 1
    assert 'value="first"' in signed_in(client, ambassador_user).get(path).text


# --- stale tokens -----------------------------------------------------------------------------


def test_stale_token_of_somebody_signed_in_saves_nothing_and_keeps_the_text(
    strict: Client, ambassador_user: User, path: str
) -> None:
    signed_in(strict, ambassador_user)
    response = strict.post(path, {"note": TYPED, "csrfmiddlewaretoken": "stale"}, HTTP_ORIGIN="http://testserver")
    assert (response.status_code, response["Location"]) == (302, path)
    assert "note" not in strict.session
    assert "Mill Lane" in strict.get(path).text


def test_stale_token_of_somebody_signed_out_keeps_the_text(strict: Client, ambassador_user: User, path: str) -> None:
    response = strict.post(path, {"note": TYPED}, HTTP_ORIGIN="http://testserver")
    assert response["Location"] == f"/account/sign-in/?next={quote(path)}"
    assert "Mill Lane" in signed_in(strict, ambassador_user).get(path).text


@pytest.mark.asvs("v5.0.0-3.5.1")
@pytest.mark.parametrize("header", [{}, {"Origin": "https://evil.example"}, {"Origin": "null"}])
def test_form_from_another_site_is_refused_and_keeps_nothing(
    strict: Client, ambassador_user: User, path: str, header: dict[str, str]
) -> None:
    signed_in(strict, ambassador_user)
    response = strict.post(path, {"note": "planted"}, headers=header)
    assert response.status_code == 403
    assert TypedText.objects.count() == 0
    assert COOKIE not in response.cookies


def test_stale_token_elsewhere_explains_itself(strict: Client, ambassador_user: User) -> None:
    response = signed_in(strict, ambassador_user).post("/account/sign-out-everywhere/", HTTP_ORIGIN="http://testserver")
    assert response.status_code == 403
    assert "We could not save that" in response.text
