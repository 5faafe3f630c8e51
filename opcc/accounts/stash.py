"""Keeps what somebody typed when their session had ended, and gives it back after they sign in.

A form view opts in:

    @keeps_typed_text
    @roles_required(Role.AMBASSADOR)
    def report_step(request, ...):
        typed = stash.take(request)            # a QueryDict, or None; says so to the person as well
        form = StepForm(typed or request.POST or None, ...)

The decorator stands outermost. What was kept is dropped when a POST to the same address succeeds (redirects).
"""

import secrets
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from allauth.core import ratelimit
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from opcc.accounts import operations
from opcc.accounts.ciphers import token_cipher
from opcc.accounts.models import TYPED_TEXT_LASTS, TypedText, User

View = Callable[..., HttpResponseBase]
COOKIE = "opcc-typed" if settings.LOCAL else "__Host-opcc-typed"
WORDS = "You were signed out. We kept what you typed. Check it and save again."
LARGEST = 64 * 1024
LEFT_OUT = ("csrfmiddlewaretoken",)


def keeps_typed_text(view: View) -> View:
    """Keep the text of a POST by somebody who is no longer signed in, and send them to sign in."""

    @wraps(view)
    def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            return _keep(request, redirect_to_login(request.get_full_path()))
        response = view(request, *args, **kwargs)
        if 300 <= response.status_code < 400:
            _forget(request)
        return response

    keeping.keeps_typed_text = True  # type: ignore[attr-defined]  # functions take attributes; the type does not say so
    return keeping


def take(request: HttpRequest) -> QueryDict | None:
    """What was typed here before signing in again, for a GET; None when there is nothing. Tells the person."""
    token = request.COOKIES.get(COOKIE)
    if request.method != "GET" or not token or not isinstance(request.user, User):
        return None
    kept = TypedText.objects.filter(
        token_hash=operations.hash_of(token), path=request.path, expires_at__gt=timezone.now()
    ).first()
    if kept is None or kept.user_id not in (None, request.user.pk):
        return None
    try:
        text = token_cipher(token).decrypt(bytes(kept.content)).decode()
    except InvalidToken:
        return None
    messages.warning(request, WORDS)
    return QueryDict(text)


def refuse_forged_request(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF failure view: 403, unless the form came from this site and its token had gone stale.

    Signing in again in another tab changes the token. Then nothing is saved, the text is kept, and the person
    sees the form again. A form posted from another site keeps nothing.
    """
    view = request.resolver_match.func if request.resolver_match else None
    if getattr(view, "keeps_typed_text", False) and _is_from_here(request):
        if request.user.is_authenticated:
            return _keep(request, HttpResponseRedirect(request.get_full_path()))
        return _keep(request, redirect_to_login(request.get_full_path()))
    return render(request, "403_csrf.html", status=403)


def _is_from_here(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    return urlsplit(origin).netloc == request.get_host() and urlsplit(origin).scheme == request.scheme


def _keep(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    posted = request.POST.copy()
    for name in LEFT_OUT:
        posted.pop(name, None)
    text = posted.urlencode().encode()
    token = request.COOKIES.get(COOKIE) or secrets.token_urlsafe(32)
    if len(text) > LARGEST or not ratelimit.consume(request, action="keep_typed_text"):
        return response
    user_id = request.user.pk or getattr(request, "signed_out_user_id", None)
    operations.keep_typed_text(
        token=token, path=request.path, content=token_cipher(token).encrypt(text), user_id=user_id, at=timezone.now()
    )
    response.set_cookie(
        COOKIE,
        token,
        max_age=int(TYPED_TEXT_LASTS.total_seconds()),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    add_never_cache_headers(response)
    return response


def _forget(request: HttpRequest) -> None:
    token = request.COOKIES.get(COOKIE)
    if token:
        operations.forget_typed_text(token=token, path=request.path)
