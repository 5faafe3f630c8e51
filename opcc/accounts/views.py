"""Pages of a person's own account that are not allauth's as they come."""

from dataclasses import dataclass
from typing import Any

import qrcode  # type: ignore[import-untyped]  # it carries no types
from allauth.account import views as account_views
from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp_views
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from opcc.accounts import operations
from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.forms import AcceptInvitationForm
from opcc.accounts.middleware import ENDED_BECAUSE, IDLE_LIMIT, WHOLE_LIMIT
from opcc.accounts.models import User
from opcc.accounts.permissions import public_page
from opcc.core.errors import DomainError

TOKEN_IN_SESSION = "invitation_token"  # noqa: S105  # the name of a session key, no secret
ENDED_WORDS = {
    "idle": f"You were signed out because nothing happened for {IDLE_LIMIT.seconds // 60} minutes.",
    "long": f"You were signed out because you had been signed in for {WHOLE_LIMIT.seconds // 3600} hours.",
}


class SignInView(account_views.LoginView):  # type: ignore[misc]  # allauth carries no types
    """Sign in, told why if a session has just ended."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """allauth's, with the reason."""
        ended = ENDED_WORDS.get(self.request.session.get(ENDED_BECAUSE, ""), "")
        return {**super().get_context_data(**kwargs), "session_ended": ended}


class SetUpSecondStepView(totp_views.ActivateTOTPView):  # type: ignore[misc]  # allauth carries no types
    """Set up an authenticator app. The QR code is drawn in the page, and the secret stands beside it as text."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The QR code as one path, and the secret in groups of four."""
        context = super(totp_views.ActivateTOTPView, self).get_context_data(**kwargs)
        secret = context["form"].secret
        size, path = qr_path(get_mfa_adapter().build_totp_url(self.request.user, secret))
        groups = [secret[start : start + 4] for start in range(0, len(secret), 4)]
        return {**context, "qr_size": size, "qr_path": path, "secret": secret, "secret_groups": groups}

    def form_valid(self, form: Any) -> HttpResponse:
        """Turn it on. The first code counts as this session's second step, under a new session key."""
        response: HttpResponse = super().form_valid(form)
        authenticator = Authenticator.objects.get(user_id=self.request.user.pk, type=Authenticator.Type.TOTP)
        record_authentication(self.request, self.request.user, method="mfa", id=authenticator.pk, type="totp")
        self.request.session.cycle_key()
        return response


def qr_path(text: str) -> tuple[int, str]:
    """A QR code as the width of its square and the `d` of one SVG path; margin of four included."""
    code = qrcode.QRCode(border=4)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark)
    return len(matrix), path


@public_page
@never_cache
def invitation_open(request: HttpRequest, token: str) -> HttpResponse:
    """The mailed link: take the token out of the address, where history and referrers would keep it."""
    request.session[TOKEN_IN_SESSION] = token
    return redirect("accounts:invitation-accept")


@public_page
@never_cache
@sensitive_post_parameters("password", "password_again")
def invitation_accept(request: HttpRequest) -> HttpResponse:
    """Choose the first password."""
    token = request.session.get(TOKEN_IN_SESSION, "")
    invitation = operations.find_invitation(token=token, at=timezone.now())
    if invitation is None:
        return render(request, "accounts/invitation_over.html", status=410)
    form = AcceptInvitationForm(request.POST if request.method == "POST" else None, user=invitation.user)
    if request.method == "POST" and form.is_valid():
        try:
            operations.accept_invitation(token=token, password=form.cleaned_data["password"], at=timezone.now())
        except DomainError as error:
            form.add_domain_error(error)
        else:
            request.session.flush()
            messages.success(request, "Your password is set. Sign in with it.")
            return redirect("account_login")
    return render(request, "accounts/invitation_accept.html", {"form": form, "person": invitation.user})


@dataclass(frozen=True)
class Portal:
    """A part of the site that a role works in."""

    name: str
    description: str
    url_name: str
    roles: frozenset[Role]


PORTALS = (
    Portal("Staff pages", "Records, reviews and reports of the office.", "admin:index", STAFF_ROLES),
    Portal("Panel members' area", "Reports that the office has issued.", "panel:home", frozenset({Role.PANEL_MEMBER})),
    Portal(
        "Ambassadors' area",
        "Forum reports, and what the office did about what you raised.",
        "ambassadors:home",
        frozenset({Role.AMBASSADOR}),
    ),
)


@login_required
def landing(request: HttpRequest) -> HttpResponse:
    """Where signing in leads: the person's own part of the site, or a choice where there are several."""
    assert isinstance(request.user, User)
    portals = portals_of(request.user)
    if len(portals) == 1:
        return redirect(portals[0].url_name)
    return render(request, "accounts/landing.html", {"portals": portals})


def portals_of(user: User) -> list[Portal]:
    """The parts of the site that are the person's to work in."""
    return [
        portal
        for portal in PORTALS
        if user.has_role(*portal.roles) or (portal.url_name == "admin:index" and user.is_staff)
    ]


@login_required
def profile(request: HttpRequest) -> HttpResponse:
    """One's own account: name, address, password, second step."""
    assert isinstance(request.user, User)
    has_second_step = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.TOTP).exists()
    return render(request, "accounts/profile.html", {"has_second_step": has_second_step})


def too_many_tries(request: HttpRequest) -> HttpResponse:
    """What allauth answers when a rate limit is reached."""
    response = render(request, "429.html", status=429)
    response["Retry-After"] = "300"
    return response


@login_required
@require_POST
def sign_out_elsewhere(request: HttpRequest) -> HttpResponse:
    """End one's sessions on other devices, and this one with them."""
    assert isinstance(request.user, User)
    operations.end_all_sessions(user=request.user, by=request.user, at=timezone.now())
    messages.success(request, "You are signed out everywhere. Sign in again to go on.")
    return redirect(reverse("account_login"))
