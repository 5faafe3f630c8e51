"""Boxes that several of the Panel's forms have: sentences, dates, a meeting, a reason."""

from typing import Any

from django import forms


def text(label: str, most: int, *, missing: str = "", rows: int = 3, **values: Any) -> forms.CharField:
    """A box for sentences; without `missing` it may stay empty."""
    messages = {"required": missing} if missing else None
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=most, required=bool(missing), widget=widget, error_messages=messages, **values
    )


def day(label: str, *, missing: str = "", help_text: str = "") -> forms.DateField:
    """One box for a date; without `missing` it may stay empty."""
    messages = {"invalid": "Enter a real date, for example 21/6/2018."}
    return forms.DateField(
        label=label,
        required=bool(missing),
        help_text=help_text,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages=messages | ({"required": missing} if missing else {}),
    )


class MeetingChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """A meeting by its day."""

    def label_from_instance(self, obj: Any) -> str:
        return str(obj)


class ReasonForm(forms.Form):
    """Why."""

    reason = text("Reason", 500, missing="Give the reason.")
