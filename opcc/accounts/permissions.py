"""Who may enter a view."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User

View = Callable[..., HttpResponseBase]
RECENT = timedelta(minutes=15)


def roles_required(*roles: Role) -> Callable[[View], View]:
    """Let in people who hold one of the roles now. Others: sign in first, or 403."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not request.user.has_role(*roles):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def public_page(view: View) -> View:
    """Mark a view that anybody may see, so that a person whose second step is still to come may see it too."""
    view.is_public_page = True  # type: ignore[attr-defined]  # functions take attributes; the type does not say so
    return view


def person(request: HttpRequest) -> User:
    """Who is signed in, where the guard of the page has made sure that somebody is."""
    assert isinstance(request.user, User)
    return request.user


def used_second_factor(request: HttpRequest) -> bool:
    """Whether this session was opened, or confirmed, with a second step."""
    assert isinstance(request.user, User)
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, request.user))


def is_signed_in(request: HttpRequest) -> bool:
    """Whether somebody is signed in, with the second step where their role needs one.

    Whoever has given the password alone is a member of the public still: public pages ask here.
    """
    user = request.user
    return isinstance(user, User) and (not user.needs_second_factor or used_second_factor(request))


def signed_in_recently(request: HttpRequest, *, now: datetime) -> bool:
    """Whether the person proved who they are in the last 15 minutes, by password or second step."""
    if not isinstance(request.user, User):
        return False
    records = get_authentication_records(request, request.user)
    return bool(records) and now.timestamp() - records[-1]["at"] < RECENT.total_seconds()


def recently_authenticated(view: View) -> View:
    """Ask for the password or a code again before something that cannot be undone. Returns to the same address."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not signed_in_recently(request, now=timezone.now()):
            return redirect_to_login(request.get_full_path(), login_url=resolve_url("account_reauthenticate"))
        return view(request, *args, **kwargs)

    return guarded
