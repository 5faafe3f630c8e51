"""Inviting, accepting, roles, ending access: what is done, and what is refused with what words."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.utils import timezone

from opcc.accounts import operations, tasks
from opcc.accounts.enums import Role
from opcc.accounts.models import INVITATION_LASTS, Invitation, TypedText, User
from opcc.accounts.roles import ROLES, RoleDefinition
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from tests.factories.accounts import PASSWORD, UserFactory, give_second_factor

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def invited(by: User | None = None, **values: Any) -> tuple[Invitation, str]:
    fields: dict[str, Any] = {
        "email": "gwen@parish.example",
        "first_name": "Gwen",
        "last_name": "Hill",
        "roles": [Role.AMBASSADOR],
    }
    invitation = operations.invite_person(**{**fields, **values}, by=by, at=AT)
    return invitation, mailed_token()


def mailed_token() -> str:
    body = OutboxMessage.objects.latest("pk").body
    found = re.search(r"/account/invitations/([\w-]+)/", body)
    assert found
    return found[1]


def test_invite_person_opens_an_account_without_a_password(policy_officer: User) -> None:
    invitation, _ = invited(policy_officer, email=" Gwen@Parish.example ")
    user = invitation.user
    assert (user.email, user.get_full_name(), user.is_staff) == ("gwen@parish.example", "Gwen Hill", False)
    assert not user.has_usable_password()
    assert user.roles == {Role.AMBASSADOR}
    assert (invitation.invited_by, invitation.expires_at) == (policy_officer, AT + INVITATION_LASTS)
    message = OutboxMessage.objects.get()
    assert (message.to, message.kind) == ("gwen@parish.example", "invitation")
    assert "Rosa Shaw invites you" in message.body


@pytest.mark.asvs("v5.0.0-11.5.1")
def test_invite_person_keeps_only_a_hash_of_a_long_token(policy_officer: User) -> None:
    invitation, token = invited(policy_officer)
    assert len(token) == 43
    assert token not in str(vars(invitation))
    assert invitation.token_hash == operations.hash_of(token)


@pytest.mark.parametrize(
    ("email", "words"),
    [
        ("not an address", "Enter an e-mail address"),
        ("Rosa.Shaw@office.example", "has an account"),
        ("a@b.example\nBcc: c@d.example", "Enter an e-mail address"),
    ],
)
def test_invite_person_with_a_wrong_address_changes_nothing(policy_officer: User, email: str, words: str) -> None:
    with pytest.raises(DomainError, match=words) as error:
        invited(policy_officer, email=email)
    assert error.value.field == "email"
    assert (User.objects.count(), OutboxMessage.objects.count()) == (1, 0)


def test_invite_person_without_a_role_changes_nothing(policy_officer: User) -> None:
    with pytest.raises(DomainError, match="Choose at least one role"):
        invited(policy_officer, roles=[])
    assert User.objects.count() == 1


@pytest.mark.asvs("v5.0.0-6.4.1")
def test_accept_invitation_sets_the_password_once(policy_officer: User) -> None:
    invitation, token = invited(policy_officer)
    user = operations.accept_invitation(token=token, password=PASSWORD, at=AT + timedelta(hours=1))
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)
    assert EmailAddress.objects.filter(user=user, email=user.email, verified=True, primary=True).exists()
    invitation.refresh_from_db()
    assert invitation.used_at == AT + timedelta(hours=1)
    with pytest.raises(DomainError, match="has been used or has run out"):
        operations.accept_invitation(token=token, password="another tray lamp moss", at=AT + timedelta(hours=2))
    assert User.objects.get(pk=user.pk).check_password(PASSWORD)


def test_accept_invitation_with_a_weak_password_keeps_the_link(policy_officer: User) -> None:
    _, token = invited(policy_officer)
    with pytest.raises(DomainError, match="15 characters or more") as error:
        operations.accept_invitation(token=token, password="short", at=AT)
    assert error.value.field == "password"
    assert operations.find_invitation(token=token, at=AT) is not None


@pytest.mark.asvs("v5.0.0-6.4.1")
def test_accept_invitation_after_72_hours_is_refused(policy_officer: User) -> None:
    _, token = invited(policy_officer)
    with pytest.raises(DomainError, match="has been used or has run out"):
        operations.accept_invitation(token=token, password=PASSWORD, at=AT + INVITATION_LASTS)


def test_accept_invitation_of_somebody_whose_access_ended_is_refused(policy_officer: User) -> None:
    invitation, token = invited(policy_officer)
    User.objects.filter(pk=invitation.user.pk).update(is_active=False)
    with pytest.raises(DomainError, match="has been used or has run out"):
        operations.accept_invitation(token=token, password=PASSWORD, at=AT)


@pytest.mark.parametrize("token", ["", "nonsense", "a" * 500])
def test_find_invitation_of_a_made_up_token_is_none(token: str) -> None:
    assert operations.find_invitation(token=token, at=AT) is None


def test_resend_invitation_voids_the_link_before(policy_officer: User) -> None:
    invitation, first = invited(policy_officer)
    again = operations.resend_invitation(user=invitation.user, by=policy_officer, at=AT + timedelta(days=1))
    second = mailed_token()
    assert operations.find_invitation(token=first, at=AT + timedelta(days=1)) is None
    assert operations.find_invitation(token=second, at=AT + timedelta(days=1)) == again
    invitation.refresh_from_db()
    assert invitation.voided_at == AT + timedelta(days=1)


def test_resend_invitation_to_somebody_with_a_password_is_refused(policy_officer: User) -> None:
    with pytest.raises(DomainError, match="has accepted the invitation"):
        operations.resend_invitation(user=UserFactory.create(), by=policy_officer, at=AT)
    invitation, _ = invited(policy_officer)
    operations.deactivate(user=invitation.user, by=policy_officer, at=AT, reason="invited by mistake")
    with pytest.raises(DomainError, match="cannot sign in at present"):
        operations.resend_invitation(user=invitation.user, by=policy_officer, at=AT)


def test_add_person_can_sign_in_at_once() -> None:
    user = operations.add_person(
        email="asha@office.example",
        first_name="Asha",
        last_name="Bell",
        roles=[Role.TREASURER],
        password=PASSWORD,
        by=None,
        at=AT,
    )
    assert user.check_password(PASSWORD)
    assert (user.is_staff, user.roles, user.joined_at) == (True, frozenset({Role.TREASURER}), AT)
    assert EmailAddress.objects.filter(user=user, verified=True).count() == 1


def test_set_roles_opens_and_closes_the_staff_pages(chief_executive: User) -> None:
    user = UserFactory.create(roles=[Role.AMBASSADOR])
    operations.set_roles(user=user, roles=[Role.AMBASSADOR, Role.POLICY_OFFICER], by=chief_executive, at=AT)
    assert (user.is_staff, user.roles) == (True, frozenset({Role.AMBASSADOR, Role.POLICY_OFFICER}))
    operations.set_roles(user=user, roles=[Role.AMBASSADOR], by=chief_executive, at=AT)
    user = User.objects.get(pk=user.pk)
    assert (user.is_staff, user.roles) == (False, frozenset({Role.AMBASSADOR}))


def test_set_roles_of_oneself_is_refused(policy_officer: User) -> None:
    with pytest.raises(DomainError, match="your own roles") as error:
        operations.set_roles(user=policy_officer, roles=[Role.CHIEF_EXECUTIVE], by=policy_officer, at=AT)
    assert error.value.field == "roles"
    assert User.objects.get(pk=policy_officer.pk).roles == {Role.POLICY_OFFICER}
    operations.set_roles(user=policy_officer, roles=[Role.POLICY_OFFICER], by=policy_officer, at=AT)


def test_deactivate_ends_sessions_and_invitations(policy_officer: User) -> None:
    invitation, token = invited(policy_officer)
    user = operations.deactivate(user=invitation.user, by=policy_officer, at=AT, reason="invited by mistake")
    assert (user.is_active, user.session_generation) == (False, 1)
    assert operations.find_invitation(token=token, at=AT) is None
    event = apps.get_model("accounts.UserEvent").objects.filter(pgh_obj=user).latest("pgh_id")
    assert event.pgh_context.metadata["reason"] == "invited by mistake"
    with pytest.raises(DomainError, match="cannot sign in already"):
        operations.deactivate(user=user, by=policy_officer, at=AT, reason="again")


def test_deactivate_oneself_or_without_a_reason_is_refused(policy_officer: User, stranger: User) -> None:
    with pytest.raises(DomainError, match="your own access"):
        operations.deactivate(user=policy_officer, by=policy_officer, at=AT, reason="leaving")
    with pytest.raises(DomainError, match="Say why") as error:
        operations.deactivate(user=stranger, by=policy_officer, at=AT, reason="  ")
    assert error.value.field == "reason"
    assert User.objects.filter(is_active=False).count() == 0


def test_reactivate_keeps_old_sessions_ended(policy_officer: User, stranger: User) -> None:
    operations.deactivate(user=stranger, by=policy_officer, at=AT, reason="left")
    user = operations.reactivate(user=stranger, by=policy_officer, at=AT, reason="came back")
    assert (user.is_active, user.session_generation) == (True, 1)
    with pytest.raises(DomainError, match="can sign in already"):
        operations.reactivate(user=stranger, by=policy_officer, at=AT, reason="again")


def test_reset_second_factor_forgets_it_and_tells_the_person(panel_support_officer: User, panel_member: User) -> None:
    give_second_factor(panel_member)
    operations.reset_second_factor(user=panel_member, by=panel_support_officer, at=AT, reason="lost the phone")
    assert not Authenticator.objects.filter(user=panel_member).exists()
    assert panel_member.session_generation == 1
    assert OutboxMessage.objects.get().subject == "Your second sign-in step was reset"
    with pytest.raises(DomainError, match="has not set up a second step"):
        operations.reset_second_factor(user=panel_member, by=panel_support_officer, at=AT, reason="again")
    with pytest.raises(DomainError, match="your own second step"):
        operations.reset_second_factor(user=panel_support_officer, by=panel_support_officer, at=AT, reason="mine")


@pytest.mark.asvs("v5.0.0-8.2.1")
@pytest.mark.parametrize("role", [Role.CHIEF_EXECUTIVE, Role.POLICY_OFFICER, Role.PANEL_MEMBER])
def test_nobody_makes_or_touches_accounts_beyond_their_role(policy_officer: User, role: Role) -> None:
    other = UserFactory.create(roles=[role])
    give_second_factor(other)
    with pytest.raises(DomainError, match="does not look after accounts of this kind") as error:
        invited(policy_officer, roles=[Role.AMBASSADOR, role])
    assert error.value.field == "roles"
    for refused in (
        lambda: operations.set_roles(user=other, roles=[Role.AMBASSADOR], by=policy_officer, at=AT),
        lambda: operations.deactivate(user=other, by=policy_officer, at=AT, reason="x"),
        lambda: operations.end_all_sessions(user=other, by=policy_officer, at=AT),
        lambda: operations.reset_second_factor(user=other, by=policy_officer, at=AT, reason="x"),
        lambda: operations.lift_lockout(user=other, by=policy_officer, at=AT),
        lambda: operations.resend_invitation(user=other, by=policy_officer, at=AT),
    ):
        with pytest.raises(DomainError, match="does not look after"):
            refused()
    other = User.objects.get(pk=other.pk)
    assert (other.roles, other.is_active, other.session_generation) == (frozenset({role}), True, 0)
    assert User.objects.count() == 2


def test_lift_lockout_forgets_failures_from_everywhere(policy_officer: User, ambassador_user: User) -> None:
    for address in ("10.0.0.1", "10.0.0.2"):
        AccessAttempt.objects.create(
            username=ambassador_user.email, ip_address=address, failures_since_start=10, attempt_time=AT
        )
    assert operations.lift_lockout(user=ambassador_user, by=policy_officer, at=AT) == 2


def test_sync_roles_makes_every_group_and_then_nothing() -> None:
    changes = operations.sync_roles()
    assert set(Group.objects.values_list("name", flat=True)) == {role.value for role in Role}
    assert "policy_officer: + accounts.view_user" in changes
    assert operations.sync_roles() == []
    for role, definition in ROLES.items():
        held = Group.objects.get(name=role.value).permissions.values_list("content_type__app_label", "codename")
        assert {f"{app}.{codename}" for app, codename in held} == definition.names


def test_sync_roles_takes_away_what_the_table_no_longer_gives() -> None:
    wider = {Role.TREASURER: RoleDefinition("Treasurer", {"accounts.user": "view change"})}
    narrower = {Role.TREASURER: RoleDefinition("Treasurer", {"accounts.user": "view"})}
    operations.sync_roles(table=wider)
    assert operations.sync_roles(table=narrower) == ["treasurer: - accounts.change_user"]


@pytest.mark.parametrize("key", ["accounts.unicorn", "nowhere.user"])
def test_sync_roles_names_an_unknown_permission_and_changes_nothing(key: str) -> None:
    table = {Role.TREASURER: RoleDefinition("Treasurer", {"accounts.user": "view", key: "view"})}
    with pytest.raises(DomainError, match=f"treasurer: {key.replace('.', '.view_')}"):
        operations.sync_roles(table=table)
    assert Group.objects.count() == 0


def test_keep_typed_text_keeps_one_for_a_form_and_drops_the_old() -> None:
    for content, at in ((b"one", AT), (b"two", AT + timedelta(hours=1))):
        operations.keep_typed_text(token="t", path="/a/", content=content, user_id=None, at=at)
    assert [bytes(kept.content) for kept in TypedText.objects.all()] == [b"two"]
    operations.keep_typed_text(token="u", path="/b/", content=b"three", user_id=None, at=AT + timedelta(hours=25))
    assert [bytes(kept.content) for kept in TypedText.objects.all()] == [b"three"]
    assert operations.forget_expired(at=AT + timedelta(hours=48)) == 0
    assert operations.forget_expired(at=AT + timedelta(hours=49)) == 1


def test_forget_expired_by_the_timetable_leaves_what_still_lasts() -> None:
    now = timezone.now()
    for name, ends in (("old", now - timedelta(minutes=1)), ("new", now + timedelta(hours=1))):
        Session.objects.create(session_key=name, session_data="", expire_date=ends)
    operations.keep_typed_text(token="t", path="/a/", content=b"one", user_id=None, at=now - timedelta(hours=25))
    assert tasks.forget_expired() == 1
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert not TypedText.objects.exists()
