"""What a password must be: long and not guessable. Its mix of characters does not count, and it never expires."""

import re

from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from opcc.accounts.models import User
from opcc.reference import reporting as reference_reporting

SHORTEST = 15
SHORTEST_WITH_SECOND_FACTOR = 12
LONGEST = 128
LEFT_OVER = 8  # characters that must remain when words anybody here would guess are taken out


class LengthValidator:
    """15 characters, or 12 where a second step guards the account as well; 128 at most."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError that says the number."""
        shortest = SHORTEST_WITH_SECOND_FACTOR if _has_second_factor(user) else SHORTEST
        if len(password) < shortest:
            raise ValidationError(
                f"Your password must have {shortest} characters or more. Three or four words are good.",
                code="password_too_short",
            )
        if len(password) > LONGEST:
            raise ValidationError(f"Your password must have {LONGEST} characters or fewer.", code="password_too_long")

    def get_help_text(self) -> str:
        """Shown beside the field."""
        return f"Use {SHORTEST} characters or more. Three or four words are good, with or without spaces."


def _has_second_factor(user: User | None) -> bool:
    if user is None or user.pk is None:
        return False
    return bool(Authenticator.objects.filter(user_id=user.pk, type=Authenticator.Type.TOTP).exists())


class GuessableValidator(CommonPasswordValidator):
    """Refuses a common password, also one that is repeated or has digits and marks put round it."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError where the core of the password is on the list, or one short piece repeats."""
        text = password.casefold().strip()
        piece = _repeated_piece(text)
        core = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", text)
        if len(piece) < 5 or not self.passwords.isdisjoint({text, piece, core, _repeated_piece(core)}):
            raise ValidationError(
                "This password is one that many people use. Choose words that do not belong together.",
                code="password_too_common",
            )

    def get_help_text(self) -> str:
        return "It cannot be one that many people use."


def _repeated_piece(text: str) -> str:
    """The shortest piece whose repetition gives the text: 'abc' for 'abcabcabc'."""
    position = (text + text).find(text, 1)
    return text[:position] if position > 0 else text


class OfficeWordsValidator:
    """Refuses a password made of what anybody would try here: the office, the police force, the person's name."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError where too little is left without those words."""
        rest = whole = password.casefold()
        for word in sorted(_words_of_the_office() | _words_of(user), key=len, reverse=True):
            rest = rest.replace(word, "")
        letters = re.sub(r"[\W\d_]+", "", rest)
        if rest != whole and len(letters) < LEFT_OVER:
            raise ValidationError(
                "This password is made of the name of the office, the police force or yourself. "
                "Choose words that have nothing to do with your work.",
                code="password_office_words",
            )

    def get_help_text(self) -> str:
        return "It cannot be made of the name of the office, the police force or yourself."


def _words_of_the_office() -> set[str]:
    words = {"opcc", "police", "constabulary", "crime", "commissioner", "panel", "office"}
    office = reference_reporting.office()
    if office is not None:
        words |= _long_words(f"{office.full_name} {office.logo_text} {office.panel_name}")
    return words


def _words_of(user: User | None) -> set[str]:
    if user is None:
        return set()
    return _long_words(f"{user.first_name} {user.last_name} {user.email.partition('@')[0]}")


def _long_words(text: str) -> set[str]:
    return {word for word in re.split(r"\W+", text.casefold()) if len(word) >= 4}
