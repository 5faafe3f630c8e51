"""How allauth is fitted to the office: no sign-up, mail through the outbox, addresses that can be believed."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context as allauth_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.addresses import client_address
from opcc.accounts.ciphers import site_cipher
from opcc.accounts.models import User
from opcc.accounts.permissions import signed_in_recently
from opcc.core import operations as core_operations
from opcc.reference import reporting as reference_reporting


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]  # allauth carries no types
    """Sign-in by e-mail address for people who were invited."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "You cannot sign in at present. Ask the office.",
        "duplicate_email": "This is your address already.",
        "email_password_mismatch": "Enter the right e-mail address and password. One of the two is not correct.",
        "email_taken": "Enter another address. This one cannot be used.",
        "enter_current_password": "Enter the password that you use now.",
        "incorrect_code": "Enter the code from the e-mail.",
        "incorrect_password": "Enter the right password.",
        "invalid_password_reset": "This link has been used or has run out. Ask for another.",
        "rate_limited": "You have tried many times in a short while. Wait five minutes and try again.",
        "too_many_login_attempts": "You have tried many times in a short while. Wait five minutes and try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People are invited by the office."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or "unknown"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not within 15 minutes of signing in or of the last proof."""
        return not signed_in_recently(allauth_context.request, now=timezone.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Into the outbox, as all mail."""
        office = reference_reporting.office()
        message = self.render_mail(template_prefix, email, {**context, "email": email, "office": office})
        core_operations.queue_mail(
            to=email, subject=message.subject, body=message.body, kind="account", at=timezone.now()
        )

    def format_email_subject(self, subject: str) -> str:
        return subject

    def send_password_reset_mail(self, user: AbstractBaseUser, email: str, context: dict[str, Any]) -> None:
        """Somebody who was invited and has no password yet is told so, instead of being let round the invitation."""
        prefix = "account/email/password_reset_key" if user.has_usable_password() else "account/email/not_yet_accepted"
        self.send_mail(prefix, email, context)

    def get_reset_password_from_key_url(self, key: str) -> str:
        """At the site's own address: the Host header of whoever asked for the reset is not believed."""
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return str(settings.SITE_URL).rstrip("/") + path.replace("UID-KEY", key)


class SecondFactorAdapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth carries no types
    """Authenticator apps and recovery codes."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "Your role needs the second step. The office can reset it.",
        "unverified_email": "Confirm your e-mail address before you set up the second step.",
    }

    def get_totp_issuer(self) -> str:
        """What the authenticator app calls this site."""
        office = reference_reporting.office()
        return office.logo_text if office else "opcc"

    def encrypt(self, text: str) -> str:
        """Secrets lie in the database enciphered."""
        return site_cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return site_cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not by the person where the role needs it."""
        user = authenticator.user
        return isinstance(user, User) and not user.needs_second_factor
