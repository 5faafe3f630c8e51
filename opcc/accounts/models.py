"""People who sign in."""

from functools import cached_property
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from opcc.accounts.enums import SECOND_FACTOR_ROLES, STAFF_ROLES, Role
from opcc.core.audit import tracked


class UserManager(BaseUserManager["User"]):
    """Accounts are known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account. Without a password it can be entered only through an invitation."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """For recovery at the console only: daily work never needs it."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        """Addresses are matched whatever their capitals."""
        return self.get(email__iexact=username)


@tracked(exclude=("password", "last_login"))
class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address. Roles are groups (opcc.accounts.roles)."""

    email = models.EmailField(
        "e-mail address", max_length=254, unique=True, error_messages={"unique": "This address has an account."}
    )
    first_name = models.CharField("first name", max_length=100)
    last_name = models.CharField("last name", max_length=100)
    telephone = models.CharField(max_length=40, blank=True)
    is_staff = models.BooleanField("can open the staff pages", default=False)
    is_active = models.BooleanField("can sign in", default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["first_name", "last_name"]
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"), name="accounts_user_email_once", violation_error_message="This address has an account."
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.email

    def get_full_name(self) -> str:
        """First and last name, as shown beside what the person did."""
        return f"{self.first_name} {self.last_name}".strip()

    def get_short_name(self) -> str:
        return self.first_name

    @cached_property
    def roles(self) -> frozenset[Role]:
        """The roles held; one query, once per request."""
        return frozenset(Role(name) for name in self.groups.values_list("name", flat=True) if name in Role.values)

    def has_role(self, *roles: Role) -> bool:
        """Whether the person may act in one of these roles."""
        return self.is_active and not self.roles.isdisjoint(roles)

    @property
    def needs_second_factor(self) -> bool:
        """Staff and Panel members must set one up before they reach anything restricted."""
        return self.is_superuser or self.is_staff or not self.roles.isdisjoint(SECOND_FACTOR_ROLES)

    @property
    def is_office(self) -> bool:
        """Whether the person works in the office."""
        return not self.roles.isdisjoint(STAFF_ROLES)
