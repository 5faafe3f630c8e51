"""allauth's forms in the office's words and looks, and the form that accepts an invitation."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.account.adapter import get_adapter
from allauth.core import context as allauth_context
from allauth.core import ratelimit
from allauth.mfa.base import forms as mfa_forms
from allauth.mfa.recovery_codes import forms as recovery_forms
from allauth.mfa.totp import forms as totp_forms
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache

from opcc.accounts.models import User
from opcc.accounts.validators import SHORTEST
from opcc.web.forms import OfficeForm, OfficeFormMixin

CODE_IS_SPENT_FOR = 300  # seconds: longer than a code is good for, with a minute's drift either way
PASSWORD_HINT = (
    f"Use {SHORTEST} characters or more. Three or four words are good, with or without spaces. You can paste."
)


class PlainFields(OfficeFormMixin):
    """Labels and hints by field name; no placeholders, which vanish when somebody types."""

    labels: dict[str, str] = {}
    hints: dict[str, str] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.label = self.labels.get(name, field.label)
            field.help_text = self.hints.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            field.error_messages["required"] = f"Enter {str(field.label)[0].lower()}{str(field.label)[1:]}"
            if name == "code":
                field.widget.attrs.update({"inputmode": "numeric", "spellcheck": "false"})


class SignInForm(PlainFields, account_forms.LoginForm):  # type: ignore[misc]  # allauth carries no types
    """E-mail address and password."""

    labels = {"login": "E-mail address", "password": "Password"}
    buttons = (("", "Sign in"),)


class ForgottenPasswordForm(PlainFields, account_forms.ResetPasswordForm):  # type: ignore[misc]  # as above
    """Where to mail the link."""

    labels = {"email": "E-mail address"}
    hints = {"email": "The address that you sign in with."}
    buttons = (("", "Send the link"),)


class NewPasswordForm(PlainFields, account_forms.ResetPasswordKeyForm):  # type: ignore[misc]  # as above
    """A new password, from the mailed link."""

    labels = {"password1": "New password", "password2": "New password again"}
    hints = {"password1": PASSWORD_HINT}
    buttons = (("", "Change the password"),)


class ChangePasswordForm(PlainFields, account_forms.ChangePasswordForm):  # type: ignore[misc]  # as above
    """A new password, by somebody signed in."""

    labels = {
        "oldpassword": "The password you use now",
        "password1": "New password",
        "password2": "New password again",
    }
    hints = {"password1": PASSWORD_HINT}
    buttons = (("", "Change the password"),)


class ConfirmPasswordForm(PlainFields, account_forms.ReauthenticateForm):  # type: ignore[misc]  # as above
    """The password once more, before something that matters."""

    labels = {"password": "Your password"}
    buttons = (("", "Continue"),)


class ChangeAddressForm(PlainFields, account_forms.AddEmailForm):  # type: ignore[misc]  # as above
    """Another e-mail address to sign in with."""

    labels = {"email": "New e-mail address"}
    hints = {"email": "We send a code there. The address changes when you enter the code."}
    buttons = (("action_add", "Send the code"),)


class ConfirmAddressForm(PlainFields, account_forms.ConfirmEmailVerificationCodeForm):  # type: ignore[misc]  # as above
    """The code that was mailed to the new address."""

    labels = {"code": "Code from the e-mail"}
    buttons = (("", "Confirm the address"),)


class CodeOnce:
    """A code is accepted once, also while the clock would still allow it, and guessing is slowed for each person.

    allauth forgets a used code after one period of 30 seconds, but with a step of drift allowed either way
    it is good for 90.
    """

    user: User
    cleaned_data: dict[str, Any]
    refusal = "Enter the six figures your app shows now, or a recovery code you have not used"

    def clean_code(self) -> str:
        """The code, or the same refusal whatever is wrong with it."""
        person = f"second-factor-{self.user.pk}"
        if not ratelimit.consume(allauth_context.request, action="second_factor", key=person):
            raise get_adapter().validation_error("too_many_login_attempts")
        try:
            code: str = super().clean_code()  # type: ignore[misc]  # allauth's form, which this stands before
        except forms.ValidationError as error:
            raise self._refused(error) from error
        digits = "".join(code.split())
        if not cache.add(f"opcc.second-factor.{self.user.pk}.{digits}", "used", timeout=CODE_IS_SPENT_FOR):
            raise forms.ValidationError(self.refusal, code="incorrect_code")
        ratelimit.clear(allauth_context.request, action="second_factor", key=person)
        return code

    def _refused(self, error: forms.ValidationError) -> forms.ValidationError:
        return forms.ValidationError(self.refusal, code="incorrect_code") if error.code == "incorrect_code" else error


CODE_LABELS = {"code": "Code"}
CODE_HINTS = {"code": "The six figures in your authenticator app, or one of your recovery codes."}


class SecondStepForm(CodeOnce, PlainFields, mfa_forms.AuthenticateForm):  # type: ignore[misc]  # as above
    """The second step of signing in."""

    labels = CODE_LABELS
    hints = CODE_HINTS
    buttons = (("", "Continue"),)


class ConfirmCodeForm(CodeOnce, PlainFields, mfa_forms.ReauthenticateForm):  # type: ignore[misc]  # as above
    """A code once more, before something that matters."""

    labels = CODE_LABELS
    hints = CODE_HINTS
    buttons = (("", "Continue"),)


class SetUpForm(CodeOnce, PlainFields, totp_forms.ActivateTOTPForm):  # type: ignore[misc]  # as above
    """The first code of a new authenticator."""

    labels = {"code": "Code that the app shows"}
    hints = {"code": "Six figures."}
    refusal = "Enter the six figures that the app shows now for this site"
    buttons = (("", "Turn on the second step"),)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        session = allauth_context.request.session
        shown = session.get(SECRET_SESSION_KEY)
        super().__init__(*args, **kwargs)
        if shown:  # allauth makes a new key at every look, and a second tab would spoil the first
            self.secret = session[SECRET_SESSION_KEY] = shown


class SwitchOffForm(PlainFields, totp_forms.DeactivateTOTPForm):  # type: ignore[misc]  # as above
    """Only for people whose role does not need it."""

    buttons = (("", "Turn off the second step"),)


class NewCodesForm(PlainFields, recovery_forms.GenerateRecoveryCodesForm):  # type: ignore[misc]  # as above
    """New recovery codes in place of the old."""

    buttons = (("", "Make new codes"),)


class AcceptInvitationForm(OfficeForm):
    """The first password of somebody who was invited."""

    password = forms.CharField(
        label="Choose a password",
        help_text=PASSWORD_HINT,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Enter a password"},
    )
    password_again = forms.CharField(
        label="The password again",
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Enter the password again"},
    )
    buttons = (("", "Set the password"),)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self) -> str:
        """The password, if it keeps the rules."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password

    def clean(self) -> dict[str, Any]:
        """Both entries must be the same."""
        cleaned = super().clean() or {}
        first, second = cleaned.get("password"), cleaned.get("password_again")
        if first and second and first != second:
            self.add_error("password_again", "Enter the same password twice")
        return cleaned
