"""What the rows themselves refuse, and what a session is checked against."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import IntegrityError, transaction
from pytest_django.fixtures import Settings

from opcc.accounts.enums import Role
from opcc.accounts.models import INVITATION_LASTS, TYPED_TEXT_LASTS, Invitation, TypedText, User
from tests.factories.accounts import UserFactory

AT = datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def invitation(user: User, **values: object) -> Invitation:
    fields = {"token_hash": "a" * 64, "sent_at": AT, "expires_at": AT + INVITATION_LASTS, **values}
    return Invitation.objects.create(user=user, **fields)


def refuses(name: str, **values: object) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        invitation(UserFactory.create(), **values)


def test_user_address_is_once_whatever_its_capitals() -> None:
    UserFactory.create(email="asha@office.example")
    with pytest.raises(IntegrityError, match="accounts_user_email_once"), transaction.atomic():
        User.objects.create_user("Asha@Office.example", first_name="Asha", last_name="Bell")


def test_get_by_natural_key_ignores_capitals() -> None:
    user = UserFactory.create(email="asha@office.example")
    assert User.objects.get_by_natural_key("ASHA@office.example") == user


def test_create_superuser_has_a_confirmed_address() -> None:
    user = User.objects.create_superuser("Root@Office.example", "tray lamp moss walks", first_name="R", last_name="T")
    assert (user.is_staff, user.is_superuser, user.needs_second_factor) == (True, True, True)
    assert EmailAddress.objects.filter(user=user, email="root@office.example", verified=True, primary=True).exists()


def test_str_is_the_name_or_the_address() -> None:
    user = UserFactory.build(first_name="Asha", last_name="Bell", email="asha@office.example")
    assert [str(user), user.get_short_name()] == ["Asha Bell", "Asha"]
    assert str(User(email="asha@office.example")) == "asha@office.example"


def test_roles_of_a_person() -> None:
    user = UserFactory.create(roles=[Role.AMBASSADOR, Role.PANEL_MEMBER])
    assert user.roles == {Role.AMBASSADOR, Role.PANEL_MEMBER}
    assert user.has_role(Role.PANEL_MEMBER, Role.TREASURER)
    assert not user.has_role(Role.TREASURER)
    assert not user.is_office
    user.is_active = False
    assert not user.has_role(Role.AMBASSADOR)


@pytest.mark.parametrize(
    ("role", "needs"),
    [(Role.POLICY_OFFICER, True), (Role.PANEL_MEMBER, True), (Role.AMBASSADOR, False), (Role.APPLICANT, False)],
)
def test_needs_second_factor_by_role(role: Role, needs: bool) -> None:
    assert UserFactory.create(roles=[role]).needs_second_factor is needs


def test_session_hash_changes_with_password_and_generation() -> None:
    user = UserFactory.create()
    first = user.get_session_auth_hash()
    user.session_generation += 1
    second = user.get_session_auth_hash()
    user.set_password("another tray lamp moss")
    assert len({first, second, user.get_session_auth_hash()}) == 3


def test_session_hash_of_an_old_secret_key_is_still_known(settings: Settings) -> None:
    user = UserFactory.create()
    old = user.get_session_auth_hash()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a newer key"
    assert old != user.get_session_auth_hash()
    assert old in list(user.get_session_auth_fallback_hash())


def test_invitation_is_one_live_for_each_person() -> None:
    first = invitation(UserFactory.create())
    with pytest.raises(IntegrityError, match="accounts_invitation_one_live"), transaction.atomic():
        invitation(first.user, token_hash="b" * 64)
    Invitation.objects.filter(pk=first.pk).update(voided_at=AT)
    assert invitation(first.user, token_hash="b" * 64).is_open(AT)


@pytest.mark.asvs("v5.0.0-6.4.1")
def test_invitation_lasts_72_hours_at_most() -> None:
    refuses("accounts_invitation_72_hours", expires_at=AT + INVITATION_LASTS + timedelta(seconds=1))
    refuses("accounts_invitation_72_hours", expires_at=AT)


def test_invitation_is_not_both_used_and_void() -> None:
    refuses("accounts_invitation_used_or_void", used_at=AT, voided_at=AT)


def test_invitation_is_open_until_the_second_it_ends() -> None:
    one = invitation(UserFactory.create())
    assert one.is_open(AT + INVITATION_LASTS - timedelta(seconds=1))
    assert not one.is_open(AT + INVITATION_LASTS)
    assert str(one) == f"Invitation of {one.user}"


def test_typed_text_lasts_a_day_at_most() -> None:
    values = {"token_hash": "a" * 64, "path": "/x/", "content": b"x", "kept_at": AT}
    with pytest.raises(IntegrityError, match="accounts_typedtext_one_day"), transaction.atomic():
        TypedText.objects.create(**values, expires_at=AT + TYPED_TEXT_LASTS + timedelta(seconds=1))
    kept = TypedText.objects.create(**values, expires_at=AT + TYPED_TEXT_LASTS)
    assert str(kept) == "Typed text for /x/"


def test_history_keeps_a_bulk_change_and_no_password() -> None:
    user = UserFactory.create()
    User.objects.filter(pk=user.pk).update(first_name="Renamed")
    event = apps.get_model("accounts.UserEvent").objects.filter(pgh_obj=user).latest("pgh_id")
    assert (event.pgh_label, event.first_name, hasattr(event, "password")) == ("update", "Renamed", False)
