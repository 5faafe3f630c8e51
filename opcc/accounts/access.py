"""The trace of signing in and of being refused: a line in the log and a row in the access log.

What a person typed is never written down: a password typed into the wrong field would be there to read.
"""

import logging
from datetime import datetime
from typing import Any

from allauth.account import signals as account_signals
from allauth.mfa import signals as mfa_signals
from allauth.mfa.models import Authenticator
from axes.signals import user_locked_out
from django.contrib.auth import signals as auth_signals
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.addresses import client_address
from opcc.accounts.models import User
from opcc.core import operations as core_operations
from opcc.core.enums import AccessKind

log = logging.getLogger("opcc.security")


def record(request: HttpRequest | None, kind: AccessKind, *, at: datetime, user: Any = None, note: str = "") -> None:
    """One line and one row for one event."""
    address = client_address(request) if request is not None else ""
    person = user if isinstance(user, User) else None
    log.info("%s person=%s address=%s %s", kind.value, person.pk if person else "-", address or "-", note)
    core_operations.record_access(
        kind=kind,
        at=at,
        by_id=person.pk if person else None,
        by_name=str(person) if person else "",
        address=address or None,
        description=note,
    )


def record_refusal(request: HttpRequest, *, at: datetime) -> None:
    """A page or action the person's roles do not allow. The path only: a query string may hold what somebody typed."""
    record(request, AccessKind.DENIED, at=at, user=request.user, note=f"{request.method} {request.path}")


def _signed_in(request: HttpRequest, user: User, **_: Any) -> None:
    record(request, AccessKind.SIGNED_IN, at=timezone.now(), user=user)


def _signed_out(request: HttpRequest, user: User | None, **_: Any) -> None:
    if user is not None:
        record(request, AccessKind.SIGNED_OUT, at=timezone.now(), user=user)


def _sign_in_failed(credentials: dict[str, Any], request: HttpRequest | None = None, **_: Any) -> None:
    user = User.objects.filter(email__iexact=str(credentials.get("email") or "")).first()
    record(
        request,
        AccessKind.SIGN_IN_FAILED,
        at=timezone.now(),
        user=user,
        note="wrong password" if user else "unknown address",
    )


def _locked_out(request: HttpRequest, username: str, **_: Any) -> None:
    user = User.objects.filter(email__iexact=username or "").first()
    record(request, AccessKind.SIGN_IN_FAILED, at=timezone.now(), user=user, note="locked out")


def _second_factor_used(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    note = "recovery code accepted" if authenticator.type == Authenticator.Type.RECOVERY_CODES else "code accepted"
    record(request, AccessKind.SECOND_FACTOR, at=timezone.now(), user=user, note=note)


def _second_factor_failed(request: HttpRequest, user: User, **_: Any) -> None:
    record(request, AccessKind.SECOND_FACTOR, at=timezone.now(), user=user, note="wrong code")


def _second_factor_added(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    record(request, AccessKind.SECOND_FACTOR, at=timezone.now(), user=user, note=f"{authenticator.type} set up")


def _second_factor_removed(request: HttpRequest, user: User, authenticator: Authenticator, **_: Any) -> None:
    record(request, AccessKind.SECOND_FACTOR, at=timezone.now(), user=user, note=f"{authenticator.type} removed")


def _password_changed(request: HttpRequest, user: User, **_: Any) -> None:
    record(request, AccessKind.SIGNED_IN, at=timezone.now(), user=user, note="password changed")


def listen() -> None:
    """Connect to what Django, allauth and axes announce. Traces only; no rule of the office hangs on a signal."""
    auth_signals.user_logged_in.connect(_signed_in, dispatch_uid="opcc-signed-in")
    auth_signals.user_logged_out.connect(_signed_out, dispatch_uid="opcc-signed-out")
    auth_signals.user_login_failed.connect(_sign_in_failed, dispatch_uid="opcc-sign-in-failed")
    user_locked_out.connect(_locked_out, dispatch_uid="opcc-locked-out")
    mfa_signals.authenticator_used.connect(_second_factor_used, dispatch_uid="opcc-factor-used")
    mfa_signals.authentication_failed.connect(_second_factor_failed, dispatch_uid="opcc-factor-failed")
    mfa_signals.authenticator_added.connect(_second_factor_added, dispatch_uid="opcc-factor-added")
    mfa_signals.authenticator_reset.connect(_second_factor_added, dispatch_uid="opcc-factor-reset")
    mfa_signals.authenticator_removed.connect(_second_factor_removed, dispatch_uid="opcc-factor-removed")
    account_signals.password_changed.connect(_password_changed, dispatch_uid="opcc-password-changed")
    account_signals.password_reset.connect(_password_changed, dispatch_uid="opcc-password-reset")
