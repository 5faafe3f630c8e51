"""People who sign in, their invitations, and what they typed when their session ended."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from opcc.accounts.enums import SECOND_FACTOR_ROLES, STAFF_ROLES, Role
from opcc.core.audit import tracked

INVITATION_LASTS = timedelta(hours=72)
TYPED_TEXT_LASTS = timedelta(hours=24)


class UserManager(BaseUserManager["User"]):
    """Accounts are known by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account. Without a password it can be entered only through an invitation."""
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """For recovery at the console only: daily work never needs it. Whoever has the console owns the address."""
        user = self.create_user(email, password, is_staff=True, is_superuser=True, **fields)
        EmailAddress.objects.create(user=user, email=user.email.lower(), verified=True, primary=True)
        return user

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
    # Part of what a session is checked against: one more ends every session the person has.
    session_generation = models.PositiveIntegerField(default=0, editable=False)

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

    def get_session_auth_hash(self) -> str:
        """What every session of the person must match. A new password or generation ends the others."""
        return self._get_session_auth_hash()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        # Django calls this by name for the fallback keys, so one override serves both.
        value = f"{self.password}:{self.session_generation}"
        return salted_hmac("opcc.accounts.User.session", value, secret=secret, algorithm="sha256").hexdigest()

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


@tracked(exclude=("token_hash",))
class Invitation(models.Model):
    """A link, mailed once, with which a person chooses a password. Only its hash is kept."""

    user = models.ForeignKey(User, models.CASCADE, related_name="invitations", verbose_name="person")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+", null=True, blank=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(used_at=None, voided_at=None),
                name="accounts_invitation_one_live",
                violation_error_message="This person has an invitation already. Send it again instead.",
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("sent_at"))
                & models.Q(expires_at__lte=models.F("sent_at") + INVITATION_LASTS),
                name="accounts_invitation_72_hours",
                violation_error_message="An invitation lasts 72 hours at most.",
            ),
            models.CheckConstraint(
                condition=models.Q(used_at=None) | models.Q(voided_at=None),
                name="accounts_invitation_used_or_void",
                violation_error_message="An invitation that was used cannot be void.",
            ),
        ]

    def __str__(self) -> str:
        return f"Invitation of {self.user}"

    def is_open(self, at: datetime) -> bool:
        """Whether the link still works."""
        return self.used_at is None and self.voided_at is None and at < self.expires_at


class TypedText(models.Model):
    """What somebody typed into a form when their session had ended, kept for a day for the same browser.

    The content is enciphered with a key made from the token, which only the browser's cookie holds.
    """

    token_hash = models.CharField(max_length=64)
    path = models.CharField(max_length=500)
    content = models.BinaryField()
    user = models.ForeignKey(User, models.CASCADE, related_name="+", null=True)
    kept_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = "typed text"
        verbose_name_plural = "typed texts"
        constraints = [
            models.UniqueConstraint(fields=["token_hash", "path"], name="accounts_typedtext_one_a_form"),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("kept_at"))
                & models.Q(expires_at__lte=models.F("kept_at") + TYPED_TEXT_LASTS),
                name="accounts_typedtext_one_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Typed text for {self.path}"
