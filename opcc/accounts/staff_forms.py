"""Forms with which staff open, change and close other people's accounts."""

from collections.abc import Collection
from typing import Any

from django import forms

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.accounts.roles import looked_after_by


def roles_to_offer(by: User, held: Collection[Role] = ()) -> list[tuple[str, str]]:
    """The roles the actor may give, and those the person holds already, in the order of the table."""
    mine = frozenset(Role) if by.is_superuser else looked_after_by(by.roles)
    return [(role.value, role.label) for role in Role if role in mine or role in held]


class RolesField(forms.TypedMultipleChoiceField):
    """Roles as checkboxes."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            coerce=Role,
            widget=forms.CheckboxSelectMultiple,
            label="Roles",
            error_messages={"required": "Choose at least one role."},
            **kwargs,
        )


class StaffForm(forms.Form):
    """What each of these forms is given: who acts, and on whom."""

    def __init__(self, *args: Any, by: User, person: User | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.person = person


class InviteForm(StaffForm):
    """Somebody new."""

    email = forms.EmailField(
        label="E-mail address",
        help_text="The invitation goes there, and the person signs in with it.",
        error_messages={"required": "Enter the e-mail address.", "invalid": "Enter an address like name@example.org."},
    )
    first_name = forms.CharField(max_length=100, error_messages={"required": "Enter the first name."})
    last_name = forms.CharField(max_length=100, error_messages={"required": "Enter the last name."})
    roles = RolesField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["roles"].choices = roles_to_offer(self.by)  # type: ignore[attr-defined]  # it is a choice field


class RolesForm(StaffForm):
    """The roles of somebody who is here already."""

    roles = RolesField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert self.person is not None
        field = self.fields["roles"]
        field.choices = roles_to_offer(self.by, self.person.roles)  # type: ignore[attr-defined]  # it is a choice field
        field.initial = [role.value for role in self.person.roles]


class ReasonForm(StaffForm):
    """Why, for the record."""

    reason = forms.CharField(
        label="Reason",
        max_length=200,
        help_text="Kept in the history of the account.",
        error_messages={"required": "Say why, for the record."},
    )


class ConfirmForm(StaffForm):
    """Nothing to fill in."""
