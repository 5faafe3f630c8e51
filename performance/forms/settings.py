"""What figures are judged by, as a form that knows whether somebody else was quicker."""

from typing import Any

from django import forms

from performance.operations.settings import state_of


class SettingForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A row to change. `seen` carries the state of the one that the person began with."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = "" if self.instance._state.adding else state_of(self.instance)
