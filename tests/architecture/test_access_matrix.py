"""Who may reach which address: every route of the site against every kind of visitor.

A route that is missing from the table fails; so does a visitor who gets more, or less, than the table says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from ambassadors.models import Ambassador
from opcc.accounts.enums import SECOND_FACTOR_ROLES, STAFF_ROLES, Role
from opcc.accounts.models import User
from tests.factories.accounts import UserFactory
from tests.factories.ambassadors import (
    AppointmentFactory,
    ConcernFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    ReportFileFactory,
)
from tests.factories.forums import ForumFactory
from tests.factories.performance import SeriesFactory
from tests.factories.precept import PreceptReviewFactory
from tests.factories.questions import PublicQuestionFactory
from tests.factories.recommendations import HeldMeetingFactory, ItemFactory, RecommendationFactory
from tests.factories.reference import OfficeProfileFactory
from tests.factories.register import DecisionFactory
from tests.support.actors import signed_in_client
from tests.support.routes import PORTAL_ROUTES

ANYBODY = "nobody signed in"
OTHER_AMBASSADOR = "another ambassador"
VISITORS = (ANYBODY, "no role", OTHER_AMBASSADOR, *(role.value for role in Role))


class Answer(Enum):
    """What a visitor gets."""

    IN = "let in"
    SIGN_IN = "sent to sign in"
    FORBIDDEN = "403"
    NOT_FOUND = "404"


@dataclass(frozen=True)
class World:
    """Records of one ambassador, for the routes that name one."""

    ambassador: Ambassador
    ids: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Rule:
    """Who is let in; a stranger's object is not found; everybody else is refused."""

    let_in: frozenset[str]
    strangers: frozenset[str] = frozenset()  # not found, rather than refused
    open_to_all: bool = False
    anybody: Answer = Answer.SIGN_IN

    def expects(self, visitor: str) -> Answer:
        if self.open_to_all or visitor in self.let_in:
            return Answer.IN
        if visitor == ANYBODY:
            return self.anybody
        return Answer.NOT_FOUND if visitor in self.strangers else Answer.FORBIDDEN


OWNER = Role.AMBASSADOR.value
EVERYONE_SIGNED_IN = frozenset(VISITORS) - {ANYBODY}
OFFICE = frozenset(role.value for role in STAFF_ROLES)

PUBLIC = Rule(frozenset(), open_to_all=True)
SIGNED_IN = Rule(EVERYONE_SIGNED_IN)
AMBASSADORS = Rule(frozenset({OWNER, OTHER_AMBASSADOR}))
OWN = Rule(frozenset({OWNER}), strangers=frozenset({OTHER_AMBASSADOR}))
MEMBERS = Rule(frozenset({Role.PANEL_MEMBER.value}))
STAFF = Rule(OFFICE)
WITH_SECOND_STEP = Rule(
    frozenset(role.value for role in SECOND_FACTOR_ROLES), strangers=EVERYONE_SIGNED_IN
)  # nobody else has one in this world
NOTHING_THERE = Rule(frozenset(), strangers=EVERYONE_SIGNED_IN)


MATRIX: dict[str, Rule] = {
    **dict.fromkeys(
        (
            "home",
            "help",
            "privacy",
            "accessibility",
            "livez",
            "readyz",
            "security-txt",
            "reference:office-css",
            "forums:forum-list",
            "forums:forum-detail",
            "forums:calendar",
            "forums:forum-calendar",
            "panel:public-reports",
            "panel:packs",
            "panel:item",  # an open one, likewise
            "panel:meetings",
            "panel:meetings-calendar",
            "panel:meeting",
            "panel:ask",
            "panel:search",
            "panel:complaints",
            "panel:precepts",
            "panel:precept",
            "panel:questions",
            "panel:question-sent",
            "panel:members",
            "panel:interests",
            "panel:recommendations",
            "panel:recommendation",  # an open one; tests/panel tries exempt ones
            "panel:work-programme",
            "panel:decisions",
            "panel:decisions-feed",
            "panel:decision",  # an open one that is published; tests/panel tries others
            "panel:publications",
            # An open measure; tests/performance tries a restricted one.
            "performance:scorecard",
            "performance:rules",
            "performance:compare",
            "performance:area",
            "performance:measure",
            "performance:chart",
            "account_login",
            "account_inactive",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key",
            "account_reset_password_from_key_done",
            "accounts:invitation-open",
            "accounts:invitation-accept",
        ),
        PUBLIC,
    ),
    "account_logout": PUBLIC,  # answers anybody with a redirect
    **dict.fromkeys(
        (
            "accounts:profile",
            "account_email_verification_sent",
            "mfa_authenticate",
            "accounts:landing",
            "account_email",
            "account_change_password",
            "account_reauthenticate",
            "mfa_index",
            "mfa_activate_totp",
            "mfa_generate_recovery_codes",
            "mfa_reauthenticate",
            "accounts:sign-out-everywhere",
        ),
        SIGNED_IN,
    ),
    **dict.fromkeys(
        ("mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_deactivate_totp"), WITH_SECOND_STEP
    ),
    **dict.fromkeys(
        (
            "ambassadors:home",
            "ambassadors:concerns",
            "ambassadors:reports",
            "ambassadors:report-new",
            "ambassadors:contacts",
            "ambassadors:contact-new",
            "ambassadors:objectives",
            "ambassadors:events",
            "ambassadors:event-new",
        ),
        AMBASSADORS,
    ),
    **dict.fromkeys(
        (
            "ambassadors:concern-told",
            "ambassadors:report",
            "ambassadors:report-tasks",
            "ambassadors:report-meeting",
            "ambassadors:report-attendance",
            "ambassadors:report-priorities",
            "ambassadors:report-progress",
            "ambassadors:report-issues",
            "ambassadors:report-concerns",
            "ambassadors:report-events",
            "ambassadors:report-objectives",
            "ambassadors:report-files",
            "ambassadors:report-check",
            "ambassadors:report-sent",
            "ambassadors:report-delete",
            "ambassadors:file",
            "ambassadors:file-remove",
            "ambassadors:contact-edit",
            "ambassadors:contact-made",
            "ambassadors:contact-end",
            "ambassadors:objective-progress",
        ),
        OWN,
    ),
    "panel:home": MEMBERS,
    "panel:publication-proof": Rule(frozenset(), strangers=OFFICE),
    # No report is issued in this world, so there is nothing to find: tests/panel opens issued ones.
    **dict.fromkeys(
        (
            "panel:decision-paper",
            "panel:public-report",
            "panel:public-pdf",
            "panel:letter",
            "panel:evidence",
            "panel:minutes",  # tests/panel reads published ones
            "panel:minutes-pdf",
            "panel:exempt-minutes",
            "panel:exempt-minutes-pdf",
            *("panel:part", "panel:part-restricted"),
            *("panel:pack-public", "panel:pack-restricted", "panel:pack-pdf-public", "panel:pack-pdf-restricted"),
        ),
        Rule(frozenset(), frozenset(VISITORS), anybody=Answer.NOT_FOUND),
    ),
    **dict.fromkeys(
        ("panel:paper-public", "panel:paper-restricted", "panel:paper-pdf-public", "panel:paper-pdf-restricted"),
        NOTHING_THERE,
    ),
}

# The admin's own pages are tried one by one in test_admin.py; here, that only staff get past its door.
ADMIN_DOOR = ("admin:index", "admin:find")


def test_matrix_names_every_route_and_no_other() -> None:
    assert sorted(MATRIX) == sorted(PORTAL_ROUTES)


@pytest.fixture
def world(db: None) -> World:
    OfficeProfileFactory.create()
    user = UserFactory.create(email="bina.chohan@home.example", roles=[Role.AMBASSADOR])
    appointment = AppointmentFactory.create(ambassador__user=user)
    ambassador = appointment.ambassador
    draft = ForumReportFactory.create(ambassador=ambassador, forum=appointment.forum)
    sent = ForumReportFactory.create(ambassador=ambassador, forum=ForumFactory.create(), submitted=True)
    file = ReportFileFactory.create(report=draft)
    concern = ConcernFactory.create(ambassador=ambassador, forum=appointment.forum, replied=True)
    contact = KeyContactFactory.create(ambassador=ambassador)
    objective = ObjectiveFactory.create(ambassador=ambassador)
    one = {"slug": appointment.forum.slug}
    series = SeriesFactory.create()
    measure = {"code": series.measure.code}
    return World(
        ambassador,
        {
            "forums:forum-detail": one,
            "forums:forum-calendar": one,
            "performance:area": {"code": series.area.code},
            "performance:measure": measure,
            "performance:chart": measure,
            "ambassadors:report": {"public_id": sent.public_id},
            "ambassadors:report-sent": {"public_id": sent.public_id},
            "ambassadors:report-": {"public_id": draft.public_id},
            "ambassadors:file": {"public_id": file.public_id},
            "ambassadors:concern-told": {"public_id": concern.public_id},
            "ambassadors:contact-": {"public_id": contact.public_id},
            "ambassadors:objective-": {"public_id": objective.public_id},
            "accounts:invitation-open": {"token": "no-such-token"},
            "account_reset_password_from_key": {"uidb36": "1", "key": "no-such-key"},
            "panel:public-": {"public_id": uuid4()},
            "panel:paper-": {"public_id": uuid4()},
            "panel:meeting": {"public_id": HeldMeetingFactory.create().public_id},
            "panel:precept": {"year": PreceptReviewFactory.create().year},
            "panel:ask": {"public_id": HeldMeetingFactory.create().public_id},
            "panel:question-sent": {"public_id": PublicQuestionFactory.create().public_id},
            "panel:recommendation": {"public_id": RecommendationFactory.create().public_id},
            "panel:minutes": {"public_id": uuid4()},
            "panel:exempt-minutes": {"public_id": uuid4()},
            "panel:pack-": {"public_id": uuid4()},
            "panel:part": {"public_id": uuid4()},
            "panel:part-restricted": {"public_id": uuid4()},
            "panel:item": {"public_id": ItemFactory.create().public_id},
            "panel:letter": {"public_id": uuid4()},
            "panel:evidence": {"public_id": uuid4()},
            "panel:decision": {"number": DecisionFactory.create(public=True).reference},
            "panel:decision-paper": {"public_id": uuid4()},
            "panel:publication-proof": {"public_id": uuid4()},
        },
    )


def address(name: str, world: World) -> str:
    if not PORTAL_ROUTES[name].pattern.converters and "(?P<" not in str(PORTAL_ROUTES[name].pattern):
        return reverse(name)
    key = max((key for key in world.ids if name == key or name.startswith(key)), key=len)
    return reverse(name, kwargs=world.ids[key])


@pytest.fixture
def client_of(world: World) -> Callable[[str], Client]:
    def make(visitor: str) -> Client:
        if visitor == ANYBODY:
            return Client()
        user: User
        if visitor == OWNER:
            assert world.ambassador.user is not None
            user = world.ambassador.user
        elif visitor == OTHER_AMBASSADOR:
            user = User.objects.get(ambassador=AppointmentFactory.create(ambassador__signs_in=True).ambassador)
        else:
            user = UserFactory.create(roles=[Role(visitor)] if visitor != "no role" else [])
        return signed_in_client(user)

    return make


POSTED = ("ambassadors:contact-end", "ambassadors:file-remove")  # these answer nothing but a POST
LAST = (*POSTED, "account_logout")


def answer_to(client: Client, url: str, *, post: bool = False) -> Answer:
    response = client.post(url) if post else client.get(url)
    if response.streaming:
        b"".join(response.streaming_content)  # type: ignore[attr-defined]  # read to the end, the file is closed
    if response.status_code == 302 and response["Location"].startswith("/staff/login/"):
        response = client.get(response["Location"])  # the admin's own door leads to the site's
    if response.status_code == 302 and response["Location"].startswith("/account/sign-in/"):
        return Answer.SIGN_IN
    if response.status_code in (200, 302, 405, 410):  # 410: a link that no longer works
        return Answer.IN
    return {403: Answer.FORBIDDEN, 404: Answer.NOT_FOUND}[response.status_code]


@pytest.mark.asvs("v5.0.0-8.2.1", "v5.0.0-8.2.2", "v5.0.0-8.3.1")
@pytest.mark.parametrize("visitor", VISITORS)
def test_matrix_holds_for(visitor: str, world: World, client_of: Callable[[str], Client]) -> None:
    client = client_of(visitor)

    found = {}
    for name in sorted(MATRIX, key=lambda name: LAST.index(name) if name in LAST else -1):
        found[name] = answer_to(client, address(name, world), post=name in POSTED)

    assert {n: a for n, a in found.items() if a != MATRIX[n].expects(visitor)} == {}


@pytest.mark.parametrize("visitor", VISITORS)
def test_matrix_door_of_the_staff_pages(visitor: str, client_of: Callable[[str], Client]) -> None:
    client = client_of(visitor)

    assert {answer_to(client, reverse(name)) for name in ADMIN_DOOR} == {STAFF.expects(visitor)}
