"""People with accounts. Every value follows from a sequence."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any

import factory
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.hashers import make_password

from opcc.accounts import operations
from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.models import User
from opcc.accounts.roles import ROLES

PASSWORD = "amber kettle walks north"
SECRET = "KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD"
NAMES = (
    "Asha Bell",
    "Brian Cole",
    "Cerys Dunn",
    "David Eaves",
    "Efua Frost",
    "Fergus Gill",
    "Greta Hale",
    "Harun Iqbal",
)


@lru_cache
def _hashed(hasher: str) -> str:
    return make_password(PASSWORD, hasher=hasher)


class UserFactory(factory.django.DjangoModelFactory[User]):
    """A person with a confirmed address and PASSWORD. `roles=[...]` gives roles with their permissions."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@office.example")
    first_name = factory.Sequence(lambda n: NAMES[n % len(NAMES)].split()[0])
    last_name = factory.Sequence(lambda n: NAMES[n % len(NAMES)].split()[1])
    password = factory.LazyFunction(lambda: _hashed("default"))

    @factory.post_generation
    def address(self: User, create: bool, extracted: object, **_: Any) -> None:
        """The address is confirmed, as after an invitation."""
        if create:
            EmailAddress.objects.create(user=self, email=self.email.lower(), verified=True, primary=True)

    @factory.post_generation
    def roles(self: User, create: bool, extracted: Collection[Role] | None, **_: Any) -> None:
        """Groups with the permissions of opcc/accounts/roles.py; staff pages for office roles."""
        if create and extracted:
            give_roles(self, extracted)


def give_roles(user: User, roles: Collection[Role]) -> None:
    """Put the person in the roles' groups, with the permissions the table gives them."""
    operations.sync_roles(table={role: ROLES[role] for role in roles})
    operations.set_roles(user=user, roles=roles, by=None, at=user.joined_at)
    assert user.is_staff == (not STAFF_ROLES.isdisjoint(roles))


def give_second_factor(user: User) -> Authenticator:
    """An authenticator with SECRET, and recovery codes."""
    authenticator: Authenticator = TOTP.activate(user, SECRET).instance
    RecoveryCodes.activate(user)
    return authenticator
