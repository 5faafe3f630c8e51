"""The 28 days in which interests are registered: of members who joined, and of what was declared at a meeting."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.enums import PECUNIARY, DeclaredKind, InterestKind
from panel.models import Declaration, RegisteredInterest
from panel.queries import Unregistered
from tests.factories.accounts import UserFactory
from tests.factories.meetings import InterestFactory, TermFactory
from tests.factories.minutes import DeclarationFactory
from tests.factories.recommendations import ClaimFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 20, 12, 0, tzinfo=UTC)
ACT: dict[str, Any] = {"by": None, "at": AT}
DAY = date(2018, 3, 20)
MEMBERS, DECLARED = "Members with nothing in the register", "Declared interests that are not in the register"


def client_of(role: Role) -> Client:
    return signed_in_client(UserFactory.create(roles=[role]))


def page(client: Client, name: str, **query: str) -> str:
    return " ".join(client.get(reverse(name), query).content.decode().split())


def pecuniary(**fields: Any) -> Declaration:
    return DeclarationFactory.create(kind=DeclaredKind.PECUNIARY, **fields)


def interest_of(declaration: Declaration, **fields: Any) -> RegisteredInterest:
    return InterestFactory.create(member=declaration.attendance.member, **fields)


def test_members_without_a_word_in_the_register_are_named_with_their_day() -> None:
    registered = TermFactory.create()
    InterestFactory.create(member=registered.member)
    nothing = TermFactory.create()
    InterestFactory.create(member=nothing.member, kind=InterestKind.NONE, description="Nothing")
    second = TermFactory.create(starts_on=date(2018, 3, 1))
    first = TermFactory.create(starts_on=date(2018, 2, 1))
    InterestFactory.create(member=first.member, ended_on=date(2018, 1, 1))
    TermFactory.create(ends_on=date(2018, 3, 19))
    assert queries.unregistered_members(DAY) == (
        Unregistered(first.member, date(2018, 2, 1), date(2018, 2, 28)),
        Unregistered(second.member, date(2018, 3, 1), date(2018, 3, 28)),
    )


def test_nothing_to_register_is_no_pecuniary_interest() -> None:
    assert set(InterestKind) - set(PECUNIARY) == {InterestKind.OTHER, InterestKind.NONE}


def test_staff_see_who_is_late_and_the_list_of_them() -> None:
    today = timezone.localdate()
    TermFactory.create(member__last_name="Latecomer", starts_on=today - timedelta(days=30))
    InterestFactory.create(member=TermFactory.create(member__last_name="Punctual").member)
    client = client_of(Role.PANEL_SUPPORT_OFFICER)
    home = page(client, "admin:index")
    assert (MEMBERS in home, "The first: overdue by 3 days" in home) == (True, True)
    listed = page(client, "admin:panel_member_changelist", register="missing")
    assert ("Latecomer" in listed, "Punctual" in listed, ">Overdue</span>" in listed) == (True, False, True)


@pytest.mark.parametrize(("role", "sees"), [(Role.CHIEF_EXECUTIVE, True), (Role.TREASURER, False)])
def test_the_register_is_for_those_who_keep_it(role: Role, sees: bool) -> None:
    TermFactory.create(member__last_name="Latecomer")
    InterestFactory.create(member=TermFactory.create(member__last_name="Punctual").member)
    pecuniary()
    client = client_of(role)
    home = page(client, "admin:index")
    assert (MEMBERS in home, DECLARED in home) == (sees, sees)
    listed = page(client, "admin:panel_member_changelist", register="missing")
    assert (">Overdue</span>" in listed, "Punctual" in listed) == (sees, not sees)


def test_a_declared_interest_waits_until_it_is_said_where_it_stands() -> None:
    declared = pecuniary()
    DeclarationFactory.create()
    assert list(queries.declared_unregistered(exempt=False)) == [declared]
    client = client_of(Role.PANEL_SUPPORT_OFFICER)
    shown = " ".join(client.get(reverse("admin:panel_declaration_change", args=[declared.pk])).content.decode().split())
    assert "Not yet. The member tells the monitoring officer by " in shown
    assert str(declared.attendance.member) in page(client, "admin:panel_declaration_changelist", register="missing")
    line = interest_of(declared, kind=InterestKind.LAND)
    press = reverse("admin:panel_declaration_press", args=[declared.pk, "registered"])
    assert "Choose the line of the register" in client.post(press, {}).content.decode()
    client.post(press, {"registered-registered": line.pk})
    declared.refresh_from_db()
    assert declared.registered == line
    assert list(queries.declared_unregistered(exempt=True)) == []
    assert DECLARED not in page(client, "admin:index")


def test_an_interest_declared_in_an_exempt_item_is_for_the_cleared_alone() -> None:
    declared = pecuniary()
    declared.item.exemption = ClaimFactory.create()
    declared.item.save()
    assert list(queries.declared_unregistered(exempt=False)) == []
    assert list(queries.declared_unregistered(exempt=True)) == [declared]


def test_only_a_pecuniary_line_of_the_same_member_is_where_it_stands() -> None:
    declared = pecuniary()
    other = DeclarationFactory.create()
    for declaration, line, words in (
        (declared, InterestFactory.create(), "Choose a pecuniary interest that"),
        (declared, interest_of(declared, kind=InterestKind.OTHER), "Choose a pecuniary interest that"),
        (other, interest_of(other), "Only a pecuniary interest"),
    ):
        with pytest.raises(DomainError, match=words):
            operations.register_declared(declaration=declaration, registered=line, **ACT)
    reader = UserFactory.create(roles=[Role.TREASURER])
    with pytest.raises(DomainError, match="Your role does not let you"):
        operations.register_declared(declaration=declared, registered=interest_of(declared), by=reader, at=AT)
    assert list(Declaration.objects.exclude(registered=None)) == []
    with pytest.raises(IntegrityError, match="panel_declaration_registered_if_pecuniary"), transaction.atomic():
        Declaration.objects.filter(pk=other.pk).update(registered=interest_of(other))


def test_a_declaration_corrected_to_another_kind_stands_nowhere_in_the_register() -> None:
    declared = pecuniary()
    operations.register_declared(declaration=declared, registered=interest_of(declared), **ACT)
    said: dict[str, Any] = {"what": "Knows the owner.", "left_at": None, "returned_at": None, "dispensation": ""}
    row = operations.correct_declaration(declaration=declared, kind=DeclaredKind.NON_PECUNIARY, **said, **ACT)
    assert row.registered is None


def test_the_home_page_asks_as_much_for_many_members_as_for_one() -> None:
    client, counts = client_of(Role.PANEL_SUPPORT_OFFICER), []
    client.get(reverse("admin:index"))  # what is asked once a session is asked here
    for more in (1, 49):
        TermFactory.create_batch(more)
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse("admin:index"))
        counts.append(len(caught))
    assert counts[0] == counts[1]
