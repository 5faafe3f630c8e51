"""What is done to accounts: inviting, accepting, roles, sessions. Only these write."""

import hashlib
import secrets
from collections.abc import Collection, Mapping
from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from axes.utils import reset as reset_failures
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse

from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.models import INVITATION_LASTS, TYPED_TEXT_LASTS, Invitation, TypedText, User
from opcc.accounts.roles import ROLES, RoleDefinition, looked_after_by
from opcc.core import audit
from opcc.core import operations as core_operations
from opcc.core.errors import DomainError
from opcc.reference import reporting as reference_reporting


def hash_of(token: str) -> str:
    """What is kept of a secret link or cookie: enough to recognise it, not to use it."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite_person(
    *, email: str, first_name: str, last_name: str, roles: Collection[Role], by: User | None, at: datetime
) -> Invitation:
    """Open an account and mail the person a link with which to choose a password."""
    user = _add_account(email=email, first_name=first_name, last_name=last_name, password=None, at=at)
    set_roles(user=user, roles=roles, by=by, at=at)
    return _send_invitation(user=user, by=by, at=at)


@transaction.atomic
def add_person(
    *,
    email: str,
    first_name: str,
    last_name: str,
    roles: Collection[Role],
    password: str,
    by: User | None,
    at: datetime,
) -> User:
    """Open an account with a password that is known already: for the sample and for the console."""
    user = _add_account(email=email, first_name=first_name, last_name=last_name, password=password, at=at)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    set_roles(user=user, roles=roles, by=by, at=at)
    return user


def _add_account(*, email: str, first_name: str, last_name: str, password: str | None, at: datetime) -> User:
    address = email.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise DomainError("Enter an e-mail address, like name@example.org.", field="email") from None
    try:
        with transaction.atomic():
            return User.objects.create_user(
                address, password, first_name=first_name.strip(), last_name=last_name.strip(), joined_at=at
            )
    except IntegrityError as error:
        message = f"{address} has an account. Find the person in the list of people."
        raise DomainError(message, field="email") from error


@transaction.atomic
def resend_invitation(*, user: User, by: User | None, at: datetime) -> Invitation:
    """Mail a new link. The one before no longer works."""
    _check_authority(by, user.roles)
    if not user.is_active:
        raise DomainError(f"{user} cannot sign in at present. Let the person sign in again first.")
    if user.has_usable_password():
        raise DomainError(f"{user} has accepted the invitation. A forgotten password is reset from the sign-in page.")
    User.objects.select_for_update().get(pk=user.pk)  # of two who press the button at once, one waits
    Invitation.objects.filter(user=user, used_at=None, voided_at=None).update(voided_at=at)
    return _send_invitation(user=user, by=by, at=at)


def _send_invitation(*, user: User, by: User | None, at: datetime) -> Invitation:
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        user=user, token_hash=hash_of(token), invited_by=by, sent_at=at, expires_at=at + INVITATION_LASTS
    )
    link = settings.SITE_URL.rstrip("/") + reverse("accounts:invitation-open", kwargs={"token": token})
    office = reference_reporting.office()
    body = render_to_string("emails/account_invitation.txt", {"invitation": invitation, "link": link, "office": office})
    core_operations.queue_mail(to=user.email, subject="You are invited to sign in", body=body, kind="invitation", at=at)
    return invitation


def find_invitation(*, token: str, at: datetime) -> Invitation | None:
    """The invitation that the link belongs to, while it still works."""
    invitation = Invitation.objects.select_related("user").filter(token_hash=hash_of(token)).first()
    if invitation is None or not invitation.is_open(at) or not invitation.user.is_active:
        return None
    return invitation


@transaction.atomic
def accept_invitation(*, token: str, password: str, at: datetime) -> User:
    """Set the first password. The link proves that the person reads mail at the address, and works once."""
    link = Invitation.objects.filter(token_hash=hash_of(token))
    taken = link.filter(used_at=None, voided_at=None, expires_at__gt=at, user__is_active=True).update(used_at=at)
    if not taken:
        raise DomainError("This link has been used or has run out. Ask the office to send you another.")
    user = link.select_related("user").get().user
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise DomainError(" ".join(error.messages), field="password") from error
    user.set_password(password)
    user.save(update_fields=["password"])
    EmailAddress.objects.update_or_create(
        user=user, email=user.email.lower(), defaults={"verified": True, "primary": True}
    )
    return user


@transaction.atomic
def set_roles(*, user: User, roles: Collection[Role], by: User | None, at: datetime) -> User:
    """Give the person exactly these roles. Office roles open the staff pages, and losing them closes them."""
    wanted = frozenset(Role(role) for role in roles)
    if not wanted:
        raise DomainError("Choose at least one role. To stop a person signing in, end their access.", field="roles")
    if by is not None and by.pk == user.pk and user.roles != wanted:
        raise DomainError("You cannot change your own roles. Ask a colleague.", field="roles")
    _check_authority(by, wanted ^ user.roles)
    groups = [Group.objects.get_or_create(name=role.value)[0] for role in Role if role in wanted]
    user.groups.set(groups)
    user.__dict__.pop("roles", None)
    is_staff = not wanted.isdisjoint(STAFF_ROLES)
    if user.is_staff != is_staff:
        user.is_staff = is_staff
        user.save(update_fields=["is_staff"])
    return user


def _check_authority(by: User | None, roles: frozenset[Role]) -> None:
    """Refuse what the actor's roles do not cover. Without an actor a command is at work."""
    if by is None or by.is_superuser:
        return
    beyond = roles - looked_after_by(by.roles)
    if beyond:
        names = ", ".join(role.label for role in Role if role in beyond)
        raise DomainError(
            f"Your role does not look after accounts of this kind: {names}. Ask the chief executive.", field="roles"
        )


@transaction.atomic
def deactivate(*, user: User, by: User, at: datetime, reason: str) -> User:
    """Stop the person signing in, and end every session at once. The record of what they did stays."""
    if user.pk == by.pk:
        raise DomainError("You cannot end your own access. Ask a colleague.")
    _check_authority(by, user.roles)
    with audit.because(_stated(reason)):
        moved = User.objects.filter(pk=user.pk, is_active=True).update(
            is_active=False, session_generation=F("session_generation") + 1
        )
    if not moved:
        raise DomainError(f"{user} cannot sign in already.")
    Invitation.objects.filter(user=user, used_at=None, voided_at=None).update(voided_at=at)
    user.refresh_from_db(fields=["is_active", "session_generation"])
    return user


@transaction.atomic
def reactivate(*, user: User, by: User, at: datetime, reason: str) -> User:
    """Let the person sign in again. Sessions from before stay ended."""
    _check_authority(by, user.roles)
    with audit.because(_stated(reason)):
        moved = User.objects.filter(pk=user.pk, is_active=False).update(is_active=True)
    if not moved:
        raise DomainError(f"{user} can sign in already.")
    user.refresh_from_db(fields=["is_active"])
    return user


@transaction.atomic
def end_all_sessions(*, user: User, by: User, at: datetime) -> User:
    """Sign the person out everywhere, at the next click."""
    if by.pk != user.pk:
        _check_authority(by, user.roles)
    User.objects.filter(pk=user.pk).update(session_generation=F("session_generation") + 1)
    user.refresh_from_db(fields=["session_generation"])
    return user


@transaction.atomic
def reset_second_factor(*, user: User, by: User, at: datetime, reason: str) -> User:
    """Forget the person's authenticator and recovery codes, so that they set up new ones. Ends every session."""
    if user.pk == by.pk:
        raise DomainError("You cannot reset your own second step. Ask a colleague.")
    _check_authority(by, user.roles)
    with audit.because(_stated(reason)):
        removed, _ = Authenticator.objects.filter(user=user).delete()
        if not removed:
            raise DomainError(f"{user} has not set up a second step.")
        end_all_sessions(user=user, by=by, at=at)
    body = render_to_string(
        "emails/account_second_factor_reset.txt", {"user": user, "office": reference_reporting.office()}
    )
    core_operations.queue_mail(
        to=user.email, subject="Your second sign-in step was reset", body=body, kind="account", at=at
    )
    return user


def lift_lockout(*, user: User, by: User, at: datetime) -> int:
    """Forget the person's failed sign-ins, so that a lock-out ends now. Returns how many there were."""
    _check_authority(by, user.roles)
    removed: int = reset_failures(username=user.email.lower())
    return removed


def _stated(reason: str) -> str:
    text = reason.strip()
    if not text:
        raise DomainError("Say why, for the record.", field="reason")
    return text


@transaction.atomic
def sync_roles(*, table: Mapping[Role, RoleDefinition] = ROLES) -> list[str]:
    """Make the groups and their permissions exactly what the table says. Returns what changed, a line each."""
    known = {
        f"{app}.{codename}": pk
        for pk, app, codename in Permission.objects.values_list("pk", "content_type__app_label", "codename")
    }
    unknown = [
        f"{role.value}: {name}"
        for role, definition in table.items()
        for name in sorted(definition.names - known.keys())
    ]
    if unknown:
        raise DomainError("These permissions do not exist. Mend opcc/accounts/roles.py: " + ", ".join(unknown) + ".")
    changes: list[str] = []
    for role, definition in table.items():
        group, created = Group.objects.get_or_create(name=role.value)
        if created:
            changes.append(f"{role.value}: group made")
        held = {f"{app}.{name}" for app, name in group.permissions.values_list("content_type__app_label", "codename")}
        changes += [f"{role.value}: + {name}" for name in sorted(definition.names - held)]
        changes += [f"{role.value}: - {name}" for name in sorted(held - definition.names)]
        if held != definition.names:
            group.permissions.set([known[name] for name in definition.names])
    return changes


@transaction.atomic
def keep_typed_text(*, token: str, path: str, content: bytes, user_id: int | None, at: datetime) -> TypedText:
    """Keep an enciphered form for a day, one for each browser and address. Drops what has run out."""
    TypedText.objects.filter(expires_at__lte=at).delete()
    kept, _ = TypedText.objects.update_or_create(
        token_hash=hash_of(token),
        path=path,
        defaults={"content": content, "user_id": user_id, "kept_at": at, "expires_at": at + TYPED_TEXT_LASTS},
    )
    return kept


def forget_typed_text(*, token: str, path: str) -> None:
    """Drop a kept form, once it is saved."""
    TypedText.objects.filter(token_hash=hash_of(token), path=path).delete()


def forget_expired(*, at: datetime) -> int:
    """Delete every session and kept form that has run out. Returns how many forms."""
    Session.objects.filter(expire_date__lte=at).delete()
    removed, _ = TypedText.objects.filter(expires_at__lte=at).delete()
    return removed
