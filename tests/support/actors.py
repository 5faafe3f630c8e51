"""The cast: one named person for each part, and how a test signs them in. Loaded as a pytest plugin."""

import time
from typing import Any

import pyotp
import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.conf import settings as django_settings
from django.core.cache import cache
from django.test import Client

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from tests.factories.accounts import PASSWORD, SECRET, UserFactory, give_second_factor
from tests.factories.recommendations import ClearedMemberFactory
from tests.support.browser import settle

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STEPS = (0, -1, 1)  # steps of 30 seconds away from now that the site takes as well


@pytest.fixture(autouse=True)
def _quick_hashes(settings: Any) -> None:
    """Hashing a password slowly is for production."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def _person(name: str, role: Role, *more: Role) -> User:
    first, last = name.split()
    email = f"{first}.{last}@office.example".lower()
    return UserFactory.create(email=email, first_name=first, last_name=last, roles=[role, *more])


@pytest.fixture
def commissioner(db: None) -> User:
    return _person("Nadia Okoro", Role.COMMISSIONER)


@pytest.fixture
def chief_executive(db: None) -> User:
    return _person("Owen Price", Role.CHIEF_EXECUTIVE)


@pytest.fixture
def treasurer(db: None) -> User:
    return _person("Petra Quill", Role.TREASURER)


@pytest.fixture
def policy_officer(db: None) -> User:
    return _person("Rosa Shaw", Role.POLICY_OFFICER)


@pytest.fixture
def grants_officer(db: None) -> User:
    return _person("Tariq Underwood", Role.GRANTS_OFFICER)


@pytest.fixture
def performance_officer(db: None) -> User:
    return _person("Vera Winter", Role.PERFORMANCE_OFFICER)


@pytest.fixture
def communications_officer(db: None) -> User:
    return _person("Will Yates", Role.COMMUNICATIONS_OFFICER)


@pytest.fixture
def panel_support_officer(db: None) -> User:
    return _person("Zoe Adair", Role.PANEL_SUPPORT_OFFICER)


@pytest.fixture
def panel_member(db: None) -> User:
    return _person("Alan Barker", Role.PANEL_MEMBER)


@pytest.fixture
def cleared_member(panel_member: User) -> User:
    """The member who may read exempt papers."""
    ClearedMemberFactory.create(user=panel_member)
    return panel_member


@pytest.fixture
def ambassador_user(db: None) -> User:
    return _person("Bina Chohan", Role.AMBASSADOR)


@pytest.fixture
def other_ambassador_user(db: None) -> User:
    """An ambassador to whom the first one's records are none of their business."""
    return _person("Colin Drake", Role.AMBASSADOR)


@pytest.fixture
def assessor(db: None) -> User:
    return _person("Dora Ellis", Role.ASSESSOR)


@pytest.fixture
def applicant(db: None) -> User:
    return _person("Emil Farrow", Role.APPLICANT)


@pytest.fixture
def stranger(db: None) -> User:
    """An account without a role."""
    return UserFactory.create(email="fay.grant@elsewhere.example", first_name="Fay", last_name="Grant")


def signed_in(client: Client, user: User) -> Client:
    """The client with the person's session, the second step done where the role needs one."""
    client.force_login(user, backend=BACKEND)
    session = client.session
    now = time.time()
    records: list[dict[str, Any]] = [{"method": "password", "at": now, "email": user.email}]
    if user.needs_second_factor:
        authenticator = Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).first()
        authenticator = authenticator or give_second_factor(user)
        records.append({"method": "mfa", "at": now, "id": authenticator.pk, "type": "totp"})
    session[AUTHENTICATION_METHODS_SESSION_KEY] = records
    session["account_authentication_methods_user"] = str(user.pk)
    session.save()
    return client


def signed_in_client(user: User) -> Client:
    """A client of its own for the person: for tests with several people."""
    return signed_in(Client(), user)


def fresh_code(user: User) -> str:
    """A code from the person's app that was not used yet."""
    app = pyotp.TOTP(SECRET)
    for step in STEPS:
        code = app.at(int(time.time()) + 30 * step)
        if cache.get(f"opcc.second-factor.{user.pk}.{code}") is None:
            return code
    raise AssertionError("The person signed in three times in half a minute.")


def browser_sign_in(page: Any, live_server: Any, user: User, path: str = "") -> None:
    """The whole journey in a browser: address, password, code. Ends where signing in leads, or at `path`."""
    if user.needs_second_factor and not Authenticator.objects.filter(user=user).exists():
        give_second_factor(user)
    page.goto(f"{live_server.url}/account/sign-in/" + (f"?next={path}" if path else ""))
    page.get_by_label("E-mail address").fill(user.email)
    page.get_by_role("textbox", name="Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    if Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        page.get_by_label("Code").fill(fresh_code(user))
        page.get_by_role("button", name="Continue").click()
    settle(page)


def browser_session(page: Any, live_server: Any, user: User, **kept: Any) -> None:
    """The quick way: hand the browser a session that is signed in, with what else it keeps."""
    client = signed_in_client(user)
    session = client.session
    session.update(kept)
    session.save()
    page.context.add_cookies(
        [
            {
                "name": django_settings.SESSION_COOKIE_NAME,
                "value": client.cookies[django_settings.SESSION_COOKIE_NAME].value,
                "url": live_server.url,
                "httpOnly": True,
                "sameSite": "Lax",
            }
        ]
    )
