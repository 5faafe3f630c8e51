"""Signing in with a password and a code, being locked out, resetting: over HTTP, as people and attackers do it."""

import re
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from opcc.accounts.models import User
from opcc.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD, SECRET, UserFactory, give_second_factor
from tests.support.actors import fresh_code, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]
SIGN_IN = "/account/sign-in/"
CODE = "/account/second-step/code/"
GUARDED = "/probe/guarded/"
NEW = "green violin under stairs"


def give_password(
    client: Client, email: str, password: str = PASSWORD, address: str = "10.0.0.1", forwarded: str = ""
) -> Any:
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return client.post(SIGN_IN, {"login": email, "password": password}, REMOTE_ADDR=address, headers=headers)


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


# --- password ---------------------------------------------------------------------------------


def test_sign_in_with_the_right_password_leads_to_the_start(client: Client, ambassador_user: User) -> None:
    response = give_password(client, "BINA.Chohan@office.example")
    assert (response.status_code, response["Location"]) == (302, "/account/start/")
    assert is_signed_in(client)


def test_sign_in_with_the_wrong_password_keeps_the_address(client: Client, ambassador_user: User) -> None:
    response = give_password(client, ambassador_user.email, "wrong")
    assert response.status_code == 200
    assert "Enter the right e-mail address and password" in response.text
    assert f'value="{ambassador_user.email}"' in response.text
    assert "wrong" not in re.sub(r"<[^>]*class[^>]*>", "", response.text)
    assert not is_signed_in(client)


def test_sign_in_says_the_same_of_an_unknown_address(client: Client, ambassador_user: User) -> None:
    known = give_password(client, ambassador_user.email, "wrong").text.replace(ambassador_user.email, "X")
    unknown = give_password(Client(), "nobody@office.example", "wrong").text.replace("nobody@office.example", "X")
    token = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
    assert token.sub("", known) == token.sub("", unknown)


@pytest.mark.asvs("v5.0.0-3.7.2")
@pytest.mark.parametrize("target", ["//evil.example/", "https:evil.example", "https://evil.example/", "javascript:x"])
def test_sign_in_does_not_lead_to_another_site(client: Client, ambassador_user: User, target: str) -> None:
    response = client.post(f"{SIGN_IN}?next={target}", {"login": ambassador_user.email, "password": PASSWORD})
    assert response["Location"] == "/account/start/"


def test_sign_in_leads_back_to_where_somebody_wanted_to_go(client: Client, ambassador_user: User) -> None:
    asked = client.get(GUARDED)
    assert asked["Location"] == f"{SIGN_IN}?next={GUARDED}"
    response = client.post(asked["Location"], {"login": ambassador_user.email, "password": PASSWORD})
    assert response["Location"] == GUARDED
    assert client.get(GUARDED).text == "guarded"


@pytest.mark.asvs("v5.0.0-7.2.4")
def test_session_key_changes_at_sign_in(client: Client, ambassador_user: User) -> None:
    session = client.session
    session["before"] = "planted"
    session.save()
    before = session.session_key
    assert before
    client.cookies["opcc-session"] = before
    give_password(client, ambassador_user.email)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()


def test_nobody_can_sign_up(client: Client) -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")
    for path in ("/account/signup/", "/accounts/signup/", "/account/email/", "/account/login/code/"):
        assert client.get(path).status_code == 404


# --- lock-out ---------------------------------------------------------------------------------


@pytest.mark.asvs("v5.0.0-6.3.1")
def test_ten_failures_lock_the_pair_of_person_and_address(client: Client, ambassador_user: User) -> None:
    for _ in range(9):
        assert give_password(client, ambassador_user.email, "wrong").status_code == 200
    assert give_password(client, ambassador_user.email, "wrong").status_code == 429
    locked = give_password(client, ambassador_user.email)
    assert locked.status_code == 429
    assert "cannot sign in from here for 15 minutes" in locked.text
    assert not is_signed_in(client)


@pytest.mark.asvs("v5.0.0-6.3.1")
def test_an_attacker_elsewhere_never_locks_out_the_real_person(ambassador_user: User) -> None:
    attacker = Client()
    for minute in range(60):
        for _ in range(3):
            give_password(attacker, ambassador_user.email, "wrong", address="203.0.113.66")
        cache.clear()  # an hour passes: the limits by the minute start afresh
        if minute % 20 == 0:
            assert give_password(Client(), ambassador_user.email, address="10.0.0.1").status_code == 302
    assert give_password(attacker, ambassador_user.email, address="203.0.113.66").status_code == 429
    assert give_password(Client(), ambassador_user.email, address="10.0.0.1").status_code == 302


@pytest.mark.asvs("v5.0.0-4.1.3")
def test_a_made_up_forwarding_header_does_not_escape_the_lock(client: Client, ambassador_user: User) -> None:
    for number in range(10):
        give_password(client, ambassador_user.email, "wrong", forwarded=f"198.51.100.{number}")
    response = give_password(client, ambassador_user.email, forwarded="198.51.100.99")
    assert response.status_code == 429


def test_the_lock_ends_15_minutes_after_the_tenth_failure_though_tries_go_on(
    client: Client, ambassador_user: User
) -> None:
    for _ in range(10):
        give_password(client, ambassador_user.email, "wrong")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=14))
    assert give_password(client, ambassador_user.email, "wrong").status_code == 429
    AccessAttempt.objects.update(attempt_time=AccessAttempt.objects.get().attempt_time - timedelta(minutes=1))
    assert give_password(client, ambassador_user.email).status_code == 302


def test_success_starts_the_count_afresh(client: Client, ambassador_user: User) -> None:
    for _ in range(9):
        give_password(client, ambassador_user.email, "wrong")
    assert give_password(client, ambassador_user.email).status_code == 302
    client.logout()
    assert give_password(client, ambassador_user.email, "wrong").status_code == 200


@pytest.mark.asvs("v5.0.0-6.3.1")
def test_one_password_tried_on_many_people_is_stopped(client: Client) -> None:
    people = UserFactory.create_batch(30)
    answers = [give_password(Client(), person.email, "Summer2026Summer2026") for person in people]
    stopped = [a.status_code == 429 or "tried many times" in a.text for a in answers]
    assert stopped == [False] * 20 + [True] * 10
    assert give_password(Client(), people[0].email, address="10.0.0.2").status_code == 302


@pytest.mark.asvs("v5.0.0-2.4.1")
def test_too_many_posts_get_429_with_a_time_to_wait(client: Client, ambassador_user: User) -> None:
    for _ in range(30):
        client.post(SIGN_IN, {"login": "", "password": ""})
    response = client.post(SIGN_IN, {"login": "", "password": ""})
    assert (response.status_code, response["Retry-After"]) == (429, "300")
    assert client.get(SIGN_IN).status_code == 200


# --- second step ------------------------------------------------------------------------------


@pytest.mark.asvs("v5.0.0-6.3.3", "v5.0.0-7.2.4")
def test_sign_in_with_an_authenticator_asks_for_a_code(client: Client, policy_officer: User) -> None:
    give_second_factor(policy_officer)
    assert give_password(client, policy_officer.email)["Location"].startswith(CODE)
    assert not is_signed_in(client)
    before = client.session.session_key
    assert client.get(GUARDED)["Location"] == f"{SIGN_IN}?next={GUARDED}"
    response = client.post(CODE, {"code": fresh_code(policy_officer)})
    assert response["Location"] == "/account/start/"
    assert client.session.session_key != before
    assert client.get(GUARDED).text == "guarded"


@pytest.mark.asvs("v5.0.0-6.5.1")
def test_the_same_code_twice_is_refused(policy_officer: User) -> None:
    give_second_factor(policy_officer)
    code = fresh_code(policy_officer)
    first, second = Client(), Client()
    for client in (first, second):
        give_password(client, policy_officer.email)
        response = client.post(CODE, {"code": code})
    assert is_signed_in(first)
    assert not is_signed_in(second)
    assert "Enter the six figures your app shows now" in response.text
    spaced = second.post(CODE, {"code": f"{code[:3]} {code[3:]}"})
    assert (spaced.status_code, is_signed_in(second)) == (200, False)


@pytest.mark.asvs("v5.0.0-6.5.5")
@pytest.mark.parametrize(("seconds", "accepted"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_code_is_good_for_one_step_either_way(
    client: Client, policy_officer: User, monkeypatch: pytest.MonkeyPatch, seconds: int, accepted: bool
) -> None:
    give_second_factor(policy_officer)
    give_password(client, policy_officer.email)
    now = 1_790_000_015
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: now)
    client.post(CODE, {"code": pyotp.TOTP(SECRET).at(now + seconds)})
    assert is_signed_in(client) is accepted


@pytest.mark.asvs("v5.0.0-6.5.1")
def test_a_recovery_code_works_once(policy_officer: User) -> None:
    give_second_factor(policy_officer)
    codes = Authenticator.objects.get(user=policy_officer, type="recovery_codes").wrap().get_unused_codes()
    assert (len(codes), {len(code) for code in codes}) == (10, {10})
    results = []
    for _ in range(2):
        client = Client()
        give_password(client, policy_officer.email)
        client.post(CODE, {"code": codes[0]})
        results.append(is_signed_in(client))
    assert results == [True, False]


@pytest.mark.asvs("v5.0.0-6.3.1")
def test_guessing_codes_is_slowed_for_the_person_from_any_address(policy_officer: User) -> None:
    give_second_factor(policy_officer)
    client = Client()
    give_password(client, policy_officer.email)
    for number in range(5):
        client.post(CODE, {"code": "000000"}, REMOTE_ADDR=f"203.0.113.{number}")
    response = client.post(CODE, {"code": fresh_code(policy_officer)}, REMOTE_ADDR="203.0.113.77")
    assert "You have tried many times" in response.text
    assert not is_signed_in(client)


def test_authenticator_secrets_lie_enciphered(policy_officer: User) -> None:
    authenticator = give_second_factor(policy_officer)
    assert SECRET not in str(authenticator.data)
    assert authenticator.wrap().validate_code(pyotp.TOTP(SECRET).now())


def test_authenticator_secrets_survive_a_new_secret_key(policy_officer: User, settings: Settings) -> None:
    authenticator = give_second_factor(policy_officer)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a newer key"
    assert authenticator.wrap().validate_code(pyotp.TOTP(SECRET).now())


@pytest.mark.asvs("v5.0.0-6.3.3", "v5.0.0-7.2.4")
def test_setting_up_shows_a_key_that_stays_and_confirms_the_session(client: Client, policy_officer: User) -> None:
    give_password(client, policy_officer.email)
    first = client.get("/account/second-step/set-up/")
    again = client.get("/account/second-step/set-up/")
    assert first.context["secret"] == again.context["secret"]
    assert "data:" not in first.text
    assert "style=" not in first.text
    wrong = client.post("/account/second-step/set-up/", {"code": "000000"})
    assert "Enter the six figures that the app shows now" in wrong.text
    before = client.session.session_key
    code = pyotp.TOTP(first.context["secret"]).now()
    done = client.post("/account/second-step/set-up/", {"code": code})
    assert done["Location"] == "/account/recovery-codes/"
    assert client.session.session_key != before
    assert client.get(GUARDED).text == "guarded"
    assert client.get("/account/recovery-codes/").status_code == 200


def test_the_code_that_set_it_up_does_not_sign_in(client: Client, policy_officer: User) -> None:
    give_password(client, policy_officer.email)
    secret = client.get("/account/second-step/set-up/").context["secret"]
    code = pyotp.TOTP(secret).now()
    client.post("/account/second-step/set-up/", {"code": code})
    other = Client()
    give_password(other, policy_officer.email)
    other.post(CODE, {"code": code})
    assert not is_signed_in(other)


def test_staff_cannot_turn_the_second_step_off(client: Client, policy_officer: User) -> None:
    signed_in(client, policy_officer)
    response = client.post("/account/second-step/turn-off/")
    assert "Your role needs the second step" in response.text
    assert Authenticator.objects.filter(user=policy_officer, type="totp").exists()


def test_an_ambassador_may_turn_it_off(client: Client, ambassador_user: User) -> None:
    give_second_factor(ambassador_user)
    response = signed_in(client, ambassador_user).post("/account/second-step/turn-off/")
    assert response["Location"] == "/account/second-step/"
    assert not Authenticator.objects.filter(user=ambassador_user).exists()


# --- forgotten password and changes -----------------------------------------------------------


def reset_link(client: Client, email: str) -> str:
    client.post("/account/password/forgotten/", {"email": email})
    found = re.search(r"https?://[^/]+(/account/password/forgotten/\S+)", OutboxMessage.objects.latest("pk").body)
    assert found
    return found[1]


def set_new(client: Client, link: str, password: str = NEW) -> Any:
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], {"password1": password, "password2": password})


def test_forgotten_password_answers_the_same_to_everybody(client: Client, ambassador_user: User) -> None:
    known = client.post("/account/password/forgotten/", {"email": ambassador_user.email})
    unknown = client.post("/account/password/forgotten/", {"email": "nobody@office.example"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [message.to for message in OutboxMessage.objects.all()] == [ambassador_user.email]


def test_forgotten_password_link_is_at_the_sites_own_address(
    client: Client, ambassador_user: User, settings: Settings
) -> None:
    settings.SITE_URL = "https://office.example"
    settings.ALLOWED_HOSTS = ["*"]
    client.post("/account/password/forgotten/", {"email": ambassador_user.email}, HTTP_HOST="evil.example")
    body = OutboxMessage.objects.get().body
    assert "https://office.example/account/password/forgotten/" in body
    assert "evil" not in body


@pytest.mark.asvs("v5.0.0-6.4.1", "v5.0.0-7.4.3")
def test_reset_link_works_once_and_ends_every_session(client: Client, ambassador_user: User) -> None:
    elsewhere = signed_in(Client(), ambassador_user)
    link = reset_link(client, ambassador_user.email)
    assert set_new(client, link)["Location"] == "/account/password/changed/"
    assert not is_signed_in(client)
    assert elsewhere.get(GUARDED).status_code == 302
    again = Client().get(link, follow=True)
    assert "This link no longer works" in again.text
    assert give_password(Client(), ambassador_user.email, NEW).status_code == 302


@pytest.mark.asvs("v5.0.0-6.4.1")
def test_reset_link_ends_after_an_hour_and_with_a_changed_password(
    client: Client, ambassador_user: User, settings: Settings
) -> None:
    assert settings.PASSWORD_RESET_TIMEOUT == 3600
    link = reset_link(client, ambassador_user.email)
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert "This link no longer works" in Client().get(link, follow=True).text
    settings.PASSWORD_RESET_TIMEOUT = 3600
    ambassador_user.set_password("some other long words")
    ambassador_user.save()
    assert "This link no longer works" in Client().get(link, follow=True).text


@pytest.mark.asvs("v5.0.0-6.4.3")
def test_reset_does_not_skip_the_second_step(client: Client, policy_officer: User) -> None:
    give_second_factor(policy_officer)
    set_new(client, reset_link(client, policy_officer.email))
    response = give_password(client, policy_officer.email, NEW)
    assert response["Location"].startswith(CODE)
    assert not is_signed_in(client)


def test_reset_with_a_weak_password_says_why(client: Client, ambassador_user: User) -> None:
    response = set_new(client, reset_link(client, ambassador_user.email), "short")
    assert "Your password must have 15 characters or more" in response.text


def test_forgotten_password_of_somebody_not_yet_in_sends_no_link(client: Client, stranger: User) -> None:
    stranger.set_unusable_password()
    stranger.save()
    client.post("/account/password/forgotten/", {"email": stranger.email})
    message = OutboxMessage.objects.get()
    assert message.subject == "Your invitation"
    assert "forgotten/" not in message.body


@pytest.mark.asvs("v5.0.0-7.2.4", "v5.0.0-7.4.3")
def test_changing_the_password_changes_the_session_key_and_ends_the_others(
    client: Client, ambassador_user: User
) -> None:
    elsewhere = signed_in(Client(), ambassador_user)
    before = signed_in(client, ambassador_user).session.session_key
    response = client.post("/account/password/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert response.status_code == 302
    assert client.session.session_key != before
    assert client.get(GUARDED).text == "guarded"
    assert elsewhere.get(GUARDED).status_code == 302
    assert OutboxMessage.objects.get().subject == "Your password was changed"


def test_changing_the_password_needs_the_old_one(client: Client, ambassador_user: User) -> None:
    response = signed_in(client, ambassador_user).post(
        "/account/password/", {"oldpassword": "guess", "password1": NEW, "password2": NEW}
    )
    assert "Enter the password that you use now" in response.text
    assert User.objects.get(pk=ambassador_user.pk).check_password(PASSWORD)


def test_changing_the_address_waits_for_the_code_from_the_new_one(client: Client, ambassador_user: User) -> None:
    signed_in(client, ambassador_user)
    response = client.post("/account/address/", {"email": "bina@new.example", "action_add": ""})
    assert response["Location"] == "/account/address/confirm/"
    assert User.objects.get(pk=ambassador_user.pk).email == "bina.chohan@office.example"
    message = OutboxMessage.objects.get()
    assert message.to == "bina@new.example"
    code = next(line for line in message.body.splitlines() if re.fullmatch(r"[A-Z0-9-]{6,12}", line))
    client.post("/account/address/confirm/", {"code": code})
    assert User.objects.get(pk=ambassador_user.pk).email == "bina@new.example"
    assert OutboxMessage.objects.latest("pk").to == "bina.chohan@office.example"


@pytest.mark.asvs("v5.0.0-7.5.1")
def test_changing_the_address_late_in_a_session_asks_for_the_password(client: Client, ambassador_user: User) -> None:
    signed_in(client, ambassador_user)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 16 * 60
    session.save()
    response = client.post("/account/address/", {"email": "bina@new.example", "action_add": ""})
    assert response["Location"].startswith("/account/confirm-password/")
    assert OutboxMessage.objects.count() == 0


@pytest.mark.asvs("v5.0.0-7.4.1")
def test_signing_out_ends_the_session_on_the_server(client: Client, ambassador_user: User) -> None:
    key = signed_in(client, ambassador_user).session.session_key
    assert key
    assert client.get("/account/sign-out/").status_code == 200
    assert Session.objects.filter(session_key=key).exists()
    client.post("/account/sign-out/")
    assert not Session.objects.filter(session_key=key).exists()
    client.cookies["opcc-session"] = key
    assert client.get(GUARDED).status_code == 302
