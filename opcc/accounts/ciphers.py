"""Ciphers for what must be read again later: authenticator secrets and kept texts."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings


def _fernet(purpose: str, secret: str) -> Fernet:
    digest = hashlib.sha256(f"opcc:{purpose}:{secret}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))


def site_cipher() -> MultiFernet:
    """For authenticator secrets: opened by SECRET_KEY or one of its fallbacks, closed by SECRET_KEY."""
    return MultiFernet(
        [_fernet("second factor", str(key)) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]
    )


def token_cipher(token: str) -> Fernet:
    """For typed text: only whoever holds the token can read it."""
    return _fernet("typed text", token)
