"""The trace that signing in leaves."""

import json
import logging

import pytest
from django.test import Client

from opcc.accounts.models import User
from opcc.core.logs import JsonLines
from opcc.core.models import AccessLog
from tests.factories.accounts import PASSWORD, give_second_factor
from tests.support.actors import fresh_code, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.accounts.probe_urls")]


def trace() -> list[tuple[str, str, str]]:
    return list(AccessLog.objects.order_by("pk").values_list("kind", "by_name", "description"))


@pytest.mark.asvs("v5.0.0-16.2.1", "v5.0.0-16.3.1")
def test_signing_in_with_a_code_and_out_leaves_four_rows(client: Client, policy_officer: User) -> None:
    give_second_factor(policy_officer)
    client.post("/account/sign-in/", {"login": policy_officer.email, "password": PASSWORD})
    client.post("/account/second-step/code/", {"code": "000000"})
    client.post("/account/second-step/code/", {"code": fresh_code(policy_officer)}, REMOTE_ADDR="10.0.0.3")
    client.post("/account/sign-out/")
    assert trace() == [
        ("second_factor", "Rosa Shaw", "wrong code"),
        ("second_factor", "Rosa Shaw", "code accepted"),
        ("signed_in", "Rosa Shaw", ""),
        ("signed_out", "Rosa Shaw", ""),
    ]
    assert AccessLog.objects.get(kind="signed_in").address == "10.0.0.3"


@pytest.mark.asvs("v5.0.0-16.3.1", "v5.0.0-16.2.5")
def test_failing_leaves_who_was_meant_and_nothing_typed(
    client: Client, policy_officer: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="opcc.security")
    client.post("/account/sign-in/", {"login": policy_officer.email, "password": "my-dog-is-called-Rex"})
    client.post("/account/sign-in/", {"login": "my-dog@is.called.rex", "password": "x"})
    assert trace() == [("sign_in_failed", "Rosa Shaw", "wrong password"), ("sign_in_failed", "", "unknown address")]
    lines = [JsonLines().format(record) for record in caplog.records if record.name == "opcc.security"]
    assert len(lines) == 2
    assert "dog" not in "".join(lines).lower()
    assert json.loads(lines[0])["message"].startswith(f"sign_in_failed person={policy_officer.pk} address=127.0.0.1")


def test_a_lock_out_is_noted(client: Client, policy_officer: User) -> None:
    for _ in range(10):
        client.post("/account/sign-in/", {"login": policy_officer.email, "password": "x"})
    assert ("sign_in_failed", "Rosa Shaw", "locked out") in trace()


@pytest.mark.asvs("v5.0.0-1.3.11", "v5.0.0-16.4.1")
def test_a_path_with_line_breaks_makes_one_line(
    client: Client, stranger: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="opcc.security")
    signed_in(client, stranger)
    caplog.clear()
    client.get("/probe/notes/a%0d%0aforged/")
    lines = [JsonLines().format(record) for record in caplog.records if record.name == "opcc.security"]
    assert [len(line.splitlines()) for line in lines] == [1]
