"""Buttons that move a record's state: each says what will happen, calls one operation and reports its refusal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest


@dataclass(frozen=True, kw_only=True)
class StateButton:
    """One button on a change page.

    run: name of a method of the admin, `def accept(self, request, record, answers) -> str`, which calls one operation
    and returns what to tell the person; a DomainError from it is shown and changes nothing.
    """

    name: str  # in the address and the form's prefix: 'accept'
    label: str  # on the button: 'Accept the report'
    run: str
    permission: str  # 'ambassadors.change_forumreport'
    title: str = ""  # above the button; the label if empty
    does: str = ""  # 'Accepting will, at once:' or a sentence
    effects: str = ""  # name of a method `(record) -> list[str]`: what will happen to this record, line by line
    form: type[forms.Form] | None = None  # what has to be said with it: a question, a reason
    initial: str = ""  # name of a method `(record) -> dict`: what the form is filled in with
    when: Callable[[Any], bool] = lambda record: True
    primary: bool = False


@dataclass(frozen=True)
class ButtonShown:
    """A button as the page draws it."""

    button: StateButton
    url: str
    effects: Sequence[str]
    form: forms.Form | None

    @property
    def title(self) -> str:
        """The heading of the button's box."""
        return self.button.title or self.button.label


def may_press(button: StateButton, request: HttpRequest, record: Any) -> bool:
    """Whether this person may press it now."""
    return request.user.has_perm(button.permission) and button.when(record)
