"""How long sessions last, and what a session without the second step reaches."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from opcc.accounts import operations
from opcc.accounts.middleware import IDLE_LIMIT, SEEN_AT, SIGNED_IN_AT, WHOLE_LIMIT, SecondFactorMiddleware
from opcc.accounts.models import User
from opcc.core.models import AccessLog
from tests.factories.accounts import give_second_factor
from tests.support.actors import BACKEND, fresh_code, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]
GUARDED = "/probe/guarded/"
MINUTE = timedelta(minutes=1)


def pass_time(client: Client, key: str, time: timedelta) -> None:
    session = client.session
    session[key] -= time.total_seconds()
    session.save()


@pytest.mark.asvs("v5.0.0-7.3.1")
def test_idle_staff_are_signed_out_after_30_minutes_and_told_why(client: Client, policy_officer: User) -> None:
    signed_in(client, policy_officer).get(GUARDED)
    key = client.session.session_key
    pass_time(client, SEEN_AT, IDLE_LIMIT - MINUTE)
    assert client.get(GUARDED).status_code == 200
    pass_time(client, SEEN_AT, IDLE_LIMIT)
    response = client.get(GUARDED, follow=True)
    assert response.redirect_chain == [(f"/account/sign-in/?next={GUARDED}", 302)]
    assert "nothing happened for 30 minutes" in response.text
    assert not Session.objects.filter(session_key=key).exists()


@pytest.mark.asvs("v5.0.0-7.3.1")
def test_idle_panel_members_too(client: Client, panel_member: User) -> None:
    signed_in(client, panel_member).get("/account/")
    pass_time(client, SEEN_AT, IDLE_LIMIT)
    assert client.get("/account/").status_code == 302


def test_an_ambassador_may_take_hours_over_a_form(client: Client, ambassador_user: User) -> None:
    signed_in(client, ambassador_user).get(GUARDED)
    pass_time(client, SEEN_AT, timedelta(hours=5))
    assert client.get(GUARDED).status_code == 200


@pytest.mark.asvs("v5.0.0-7.3.2")
def test_every_session_ends_after_12_hours(client: Client, ambassador_user: User) -> None:
    signed_in(client, ambassador_user).get(GUARDED)
    pass_time(client, SIGNED_IN_AT, WHOLE_LIMIT - MINUTE)
    assert client.get(GUARDED).status_code == 200
    pass_time(client, SIGNED_IN_AT, MINUTE)
    response = client.get(GUARDED, follow=True)
    assert "signed in for 12 hours" in response.text


def test_the_time_of_the_last_click_is_written_once_a_minute(client: Client, policy_officer: User) -> None:
    signed_in(client, policy_officer).get(GUARDED)
    pass_time(client, SEEN_AT, timedelta(seconds=50))
    before = client.session[SEEN_AT]
    client.get(GUARDED)
    assert client.session[SEEN_AT] == before
    pass_time(client, SEEN_AT, timedelta(seconds=20))
    client.get(GUARDED)
    assert client.session[SEEN_AT] > before


@pytest.mark.asvs("v5.0.0-7.4.2")
def test_ending_access_ends_the_session_at_the_next_click(
    client: Client, ambassador_user: User, policy_officer: User
) -> None:
    signed_in(client, ambassador_user)
    at = ambassador_user.joined_at
    operations.deactivate(user=ambassador_user, by=policy_officer, at=at, reason="left")
    assert client.get(GUARDED).status_code == 302
    operations.reactivate(user=ambassador_user, by=policy_officer, at=at, reason="back")
    assert client.get(GUARDED).status_code == 302


@pytest.mark.asvs("v5.0.0-7.4.5")
def test_end_all_sessions_ends_them(client: Client, ambassador_user: User, policy_officer: User) -> None:
    clients = [signed_in(Client(), ambassador_user) for _ in range(2)]
    operations.end_all_sessions(user=ambassador_user, by=policy_officer, at=ambassador_user.joined_at)
    assert [one.get(GUARDED).status_code for one in clients] == [302, 302]


# --- second step ------------------------------------------------------------------------------


@pytest.mark.asvs("v5.0.0-6.3.3")
@pytest.mark.parametrize("path", ["/staff/", GUARDED, "/account/", "/account/start/", "/account/recovery-codes/"])
def test_staff_without_a_second_step_reach_only_the_set_up(client: Client, policy_officer: User, path: str) -> None:
    client.force_login(policy_officer, backend=BACKEND)
    assert client.get(path)["Location"] == f"/account/second-step/set-up/?next={path}"
    assert client.post(path)["Location"] == "/account/second-step/set-up/?next=/account/start/"


@pytest.mark.asvs("v5.0.0-6.3.3")
@pytest.mark.parametrize(
    "path", ["/staff/", GUARDED, "/account/password/", "/account/recovery-codes/", "/account/second-step/set-up/"]
)
def test_a_password_only_session_must_confirm_though_the_authenticator_exists(
    client: Client, policy_officer: User, path: str
) -> None:
    give_second_factor(policy_officer)
    client.force_login(policy_officer, backend=BACKEND)
    assert client.get(path)["Location"] == f"/account/second-step/confirm/?next={path}"


def test_a_password_only_session_confirms_with_a_code(client: Client, policy_officer: User) -> None:
    give_second_factor(policy_officer)
    client.force_login(policy_officer, backend=BACKEND)
    response = client.post(f"/account/second-step/confirm/?next={GUARDED}", {"code": fresh_code(policy_officer)})
    assert response["Location"] == GUARDED
    assert client.get(GUARDED).text == "guarded"


def test_panel_members_need_it_and_ambassadors_do_not(panel_member: User, ambassador_user: User) -> None:
    member, ambassador = Client(), Client()
    member.force_login(panel_member, backend=BACKEND)
    ambassador.force_login(ambassador_user, backend=BACKEND)
    assert member.get("/account/").status_code == 302
    assert ambassador.get("/account/").status_code == 200


def test_without_it_public_pages_and_signing_out_stay_open(client: Client, policy_officer: User) -> None:
    client.force_login(policy_officer, backend=BACKEND)
    names = SecondFactorMiddleware.ALWAYS - {"account_logout"}
    paths = ["/probe/public/", *(reverse(name, urlconf="tests.accounts.probe_urls") for name in sorted(names))]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 200)
    assert client.post("/account/sign-out/").status_code == 302


def test_refusal_by_role_leaves_a_trace(client: Client, stranger: User) -> None:
    response = signed_in(client, stranger).get(f"{GUARDED}?q=secret", REMOTE_ADDR="10.0.0.7")
    assert response.status_code == 403
    entry = AccessLog.objects.filter(kind="denied").get()
    assert (entry.by_id, entry.by_name, entry.address) == (stranger.pk, "Fay Grant", "10.0.0.7")
    assert entry.description == f"GET {GUARDED}"
