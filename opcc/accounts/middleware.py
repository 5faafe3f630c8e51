"""How long a session lasts, what it may reach, and a trace of what was refused."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils import timezone

from opcc.accounts.access import record_refusal
from opcc.accounts.models import User
from opcc.accounts.permissions import used_second_factor

GetResponse = Callable[[HttpRequest], HttpResponse]

IDLE_LIMIT = timedelta(minutes=30)  # staff and Panel members; an ambassador's long form is not cut off
WHOLE_LIMIT = timedelta(hours=12)  # everybody
SEEN_EVERY = timedelta(minutes=1)  # how often the time of the last click is written down

SIGNED_IN_AT = "signed_in_at"
SEEN_AT = "seen_at"
ENDED_BECAUSE = "session_ended_because"


class SessionLimitsMiddleware:
    """Ends sessions that are idle or old, and lets the sign-in page say why."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._limit(request, request.user, timezone.now())
        return self.get_response(request)

    def _limit(self, request: HttpRequest, user: User, now: datetime) -> None:
        session = request.session
        signed_in_at = session.setdefault(SIGNED_IN_AT, now.timestamp())
        seen_at = session.setdefault(SEEN_AT, now.timestamp())
        if now.timestamp() - signed_in_at >= WHOLE_LIMIT.total_seconds():
            self._end(request, user, "long")
        elif now.timestamp() - seen_at >= IDLE_LIMIT.total_seconds() and user.needs_second_factor:
            self._end(request, user, "idle")
        elif now.timestamp() - seen_at >= SEEN_EVERY.total_seconds():
            session[SEEN_AT] = now.timestamp()

    @staticmethod
    def _end(request: HttpRequest, user: User, because: str) -> None:
        logout(request)
        request.session[ENDED_BECAUSE] = because
        request.signed_out_user_id = user.pk  # type: ignore[attr-defined]  # read by opcc.accounts.stash


class SecondFactorMiddleware:
    """Keeps staff and Panel members from everything but public pages until their second step is done.

    Default deny: a page is open to them only if it is marked `permissions.public_page` or is named here.
    """

    ALWAYS = frozenset(
        {
            "account_logout",
            "home",
            "help",
            "privacy",
            "accessibility",
            "security-txt",
            "livez",
            "readyz",
            "reference:office-css",
        }
    )
    TO_CONFIRM = ALWAYS | {"mfa_reauthenticate"}
    TO_SET_UP = ALWAYS | {"mfa_activate_totp", "account_reauthenticate"}

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Send the person to the second step, and back afterwards."""
        user = request.user
        if not user.is_authenticated or getattr(view, "is_public_page", False):
            return None
        if used_second_factor(request) or not user.needs_second_factor:
            return None
        name = request.resolver_match.view_name if request.resolver_match else ""
        has_authenticator = Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists()
        if name in (self.TO_CONFIRM if has_authenticator else self.TO_SET_UP):
            return None
        target = "mfa_reauthenticate" if has_authenticator else "mfa_activate_totp"
        back_to = request.get_full_path() if request.method == "GET" else resolve_url("accounts:landing")
        return redirect_to_login(back_to, login_url=resolve_url(target))


class RefusalsMiddleware:
    """Records every refusal by role or permission."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Leave a trace; Django answers 403."""
        if isinstance(exception, PermissionDenied):
            record_refusal(request, at=timezone.now())
