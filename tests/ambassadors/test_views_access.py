"""Who may enter the ambassadors' portal, and that each finds only their own."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ambassadors.enums import Step
from ambassadors.models import Appointment
from ambassadors.urls import urlpatterns
from opcc.accounts.models import User
from tests.factories.ambassadors import (
    ConcernFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    ReportFileFactory,
    appointed,
)
from tests.support.actors import signed_in, signed_in_client

pytestmark = pytest.mark.django_db
WITHOUT_OBJECT = [
    "home",
    "concerns",
    "reports",
    "report-new",
    "contacts",
    "contact-new",
    "objectives",
    "events",
    "event-new",
]
OF_A_REPORT = [
    "report",
    "report-tasks",
    *(f"report-{step}" for step in Step),
    "report-check",
    "report-sent",
    "report-delete",
]
POST_ONLY = ["file-remove", "contact-end"]
OTHERS = {"concern-told", "file", "contact-edit", "contact-made", "objective-progress", *POST_ONLY}


def address(name: str, *args: Any) -> str:
    return reverse(f"ambassadors:{name}", args=args)


def test_every_address_is_among_those_tested_here() -> None:
    assert {pattern.name for pattern in urlpatterns} == {*WITHOUT_OBJECT, *OF_A_REPORT, *OTHERS}


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_enters_unknown(client: Client, pattern: Any, method: str) -> None:
    takes_id = "public_id" in pattern.pattern.converters
    where = address(pattern.name, *([uuid4()] if takes_id else []))
    answer = getattr(client, method)(where)
    if method == "get" and pattern.name in POST_ONLY:
        assert answer.status_code == 405
    else:
        assert (answer.status_code, answer.url) == (302, f"/account/sign-in/?next={where}")


@pytest.mark.parametrize("pattern", urlpatterns, ids=lambda pattern: pattern.name)
@pytest.mark.parametrize("who", ["policy_officer", "panel_member", "stranger"])
def test_other_roles_are_refused(request: pytest.FixtureRequest, client: Client, who: str, pattern: Any) -> None:
    takes_id = "public_id" in pattern.pattern.converters
    signed_in(client, request.getfixturevalue(who))
    method = client.post if pattern.name in POST_ONLY else client.get
    assert method(address(pattern.name, *([uuid4()] if takes_id else []))).status_code == 403


def test_account_that_is_no_ambassador_yet_is_refused(client: Client, ambassador_user: User) -> None:
    assert signed_in(client, ambassador_user).get(address("home")).status_code == 403


@pytest.fixture
def mine() -> Appointment:
    return appointed()


@pytest.fixture
def visitor(mine: Appointment) -> Client:
    assert mine.ambassador.user is not None
    return signed_in_client(mine.ambassador.user)


@pytest.fixture
def theirs() -> Appointment:
    return appointed(first_name="Brian", last_name="Nobody-Else")


@pytest.mark.parametrize("name", OF_A_REPORT)
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("state", ["draft", "submitted"])
def test_report_of_another_is_not_found(
    visitor: Client, theirs: Appointment, name: str, method: str, state: str
) -> None:
    moved = {state: True} if state != "draft" else {}
    report = ForumReportFactory.create(ambassador=theirs.ambassador, forum=theirs.forum, **moved)
    assert getattr(visitor, method)(address(name, report.public_id)).status_code == 404


THINGS: dict[str, Callable[[Appointment], Any]] = {
    "concern-told": lambda post: ConcernFactory.create(ambassador=post.ambassador, replied=True),
    "file": lambda post: ReportFileFactory.create(report__ambassador=post.ambassador),
    "file-remove": lambda post: ReportFileFactory.create(report__ambassador=post.ambassador),
    "contact-edit": lambda post: KeyContactFactory.create(ambassador=post.ambassador),
    "contact-made": lambda post: KeyContactFactory.create(ambassador=post.ambassador),
    "contact-end": lambda post: KeyContactFactory.create(ambassador=post.ambassador),
    "objective-progress": lambda post: ObjectiveFactory.create(ambassador=post.ambassador),
}


@pytest.mark.parametrize("name", sorted(OTHERS))
def test_thing_of_another_is_not_found(visitor: Client, theirs: Appointment, name: str) -> None:
    where = address(name, THINGS[name](theirs).public_id)
    assert visitor.post(where).status_code == 404
    if name not in POST_ONLY:
        assert visitor.get(where).status_code == 404


@pytest.mark.parametrize("name", WITHOUT_OBJECT)
def test_pages_name_nothing_of_another(visitor: Client, theirs: Appointment, name: str) -> None:
    other = theirs.ambassador
    ForumReportFactory.create(ambassador=other, forum=theirs.forum, submitted=True, reference="FR-2018-0666")
    ConcernFactory.create(ambassador=other, forum=theirs.forum, text="The secret of another")
    KeyContactFactory.create(ambassador=other, organisation_name="The secret of another")
    ObjectiveFactory.create(ambassador=other, title="The secret of another")
    page = visitor.get(address(name)).content.decode()
    for word in ("FR-2018-0666", "The secret of another", "Nobody-Else", theirs.forum.name + " "):
        assert word not in page
