"""The sample on one machine: loaded once, refused elsewhere, and with codes that let people in."""

from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings

from ambassadors.enums import ReportState
from ambassadors.models import Appointment, ForumReport
from forums.models import Forum, ForumMeeting
from opcc.accounts.enums import SECOND_FACTOR_ROLES, Role
from opcc.accounts.models import User
from opcc.console.demo import PASSWORD, is_loaded, issue_report_on, load_demo, second_factor_code, sign_ins
from opcc.core.errors import DomainError
from opcc.core.quarters import Quarter
from opcc.reference.models import OfficeProfile
from panel.enums import ReportState as PanelReportState
from tests.factories.accounts import UserFactory
from tests.factories.panel import built
from tests.factories.reference import OfficeProfileFactory

pytestmark = pytest.mark.django_db


def run(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def counts() -> dict[str, int]:
    return {
        model.__name__: model._default_manager.count()
        for model in (User, Forum, ForumMeeting, Appointment, ForumReport, OfficeProfile)
    }


def test_load_demo_twice_loads_once_and_prints_the_same() -> None:
    first = run("load_demo")
    loaded = counts()
    assert is_loaded()
    assert loaded["OfficeProfile"] == 1
    assert run("load_demo") == first
    assert counts() == loaded
    assert {ReportState.DRAFT, ReportState.SUBMITTED} <= set(ForumReport.objects.values_list("state", flat=True))
    assert ForumMeeting.objects.filter(held_on__gt=timezone.localdate()).exists()

    lines = sign_ins()
    assert [line.role for line in lines] == [role.label for role in Role if role.label in first]
    assert {line.role for line in lines} >= {Role.AMBASSADOR.label, Role.POLICY_OFFICER.label, Role.PANEL_MEMBER.label}
    labels = {role.label for role in SECOND_FACTOR_ROLES}
    assert {line.role for line in lines if line.second_factor} == {line.role for line in lines} & labels
    for line in lines:
        assert line.email in first
    assert f"Sign in with the password: {PASSWORD}" in first


def test_demo_code_signs_the_person_in(client: Client) -> None:
    load_demo(at=timezone.now())
    email = "policy@opcc.example"
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    assert client.get("/staff/").status_code == 302
    client.post(reverse("mfa_authenticate"), {"code": run("demo_code", email).strip()})
    assert client.get("/staff/").status_code == 200


def test_people_of_the_demo_have_recovery_codes(client: Client) -> None:
    load_demo(at=timezone.now())
    email = "policy@opcc.example"
    client.post(reverse("account_login"), {"login": email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": run("demo_code", email).strip()})
    assert client.get(reverse("mfa_view_recovery_codes")).status_code == 200


def test_issue_report_on_puts_it_before_the_panel_once(client: Client) -> None:
    run("sync_roles")
    load_demo(at=timezone.now())
    quarter = Quarter(2017, 4)
    issue_report_on(quarter, at=timezone.now())
    report = built(ready=True)
    for _ in range(2):
        issue_report_on(quarter, at=timezone.now())
        report.refresh_from_db()
        assert report.state == PanelReportState.ISSUED
    assert "January to March 2018" in client.get(reverse("panel:public-reports")).content.decode()


def test_second_factor_code_of_somebody_without_one_is_refused() -> None:
    person = UserFactory.create(roles=[Role.AMBASSADOR])
    with pytest.raises(CommandError, match="has no second step"):
        run("demo_code", person.email)


ASKED: list[Callable[[], object]] = [
    lambda: load_demo(at=timezone.now()),
    sign_ins,
    lambda: second_factor_code(email="policy@opcc.example"),
]


@pytest.mark.parametrize("asked", ASKED, ids=["load_demo", "sign_ins", "second_factor_code"])
def test_demo_is_refused_on_a_site_that_is_not_local(settings: Settings, asked: Callable[[], object]) -> None:
    settings.LOCAL = False
    with pytest.raises(DomainError, match="only on your own machine"):
        asked()
    assert counts() == dict.fromkeys(counts(), 0)


@pytest.mark.parametrize("asked", ASKED, ids=["load_demo", "sign_ins", "second_factor_code"])
def test_demo_is_refused_where_another_office_is_loaded(asked: Callable[[], object]) -> None:
    OfficeProfileFactory.create(is_sample=False)
    with pytest.raises(DomainError, match="This site holds the data of"):
        asked()
    assert not User.objects.exists()


def test_load_demo_command_says_why_it_refuses(settings: Settings) -> None:
    settings.LOCAL = False
    with pytest.raises(CommandError, match="only on your own machine"):
        run("load_demo")
