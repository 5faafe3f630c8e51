"""Which measure and quarter a commentary is about, and its words."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django import forms

from opcc.core.errors import DomainError
from performance.enums import InclusionChoice
from performance.forms.fields import QuarterField
from performance.models import Commentary, Measure
from performance.operations.commentary import TEXTS, reason_for
from performance.placeholders import PlaceholderError, fill
from performance.reporting import latest_quarter

WIDE = {"class": "vLargeTextField", "data-takes-placeholders": ""}  # static/js/placeholders.js writes into these


class BeginForm(forms.Form):
    """What a new commentary is about: its figures follow from it."""

    measure = forms.ModelChoiceField(
        queryset=Measure.objects.none(),
        to_field_name="code",
        empty_label="Choose a measure",
        error_messages={"required": "Choose the measure.", "invalid_choice": "Choose a measure from the list."},
    )
    quarter = QuarterField(label="Quarter")

    def __init__(self, *args: Any, include_restricted: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["measure"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Measure.objects.in_use().for_reader(include_restricted=include_restricted).in_report_order()
        self.initial.setdefault("quarter", latest_quarter())


class CommentaryForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The words of a quarter. `seen` carries when the text was saved that the writer began with."""

    figures: ClassVar[Mapping[str, str]] = {}
    is_preview: ClassVar[bool] = False

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Commentary
        fields = (*TEXTS, "inclusion", "reason")
        widgets = {
            "summary": forms.TextInput(attrs=WIDE),
            "text": forms.Textarea(attrs={"rows": 8, **WIDE}),
            "restricted_text": forms.Textarea(attrs={"rows": 4, **WIDE}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        written_at = self.instance.written_at
        self.initial["seen"] = written_at.isoformat() if written_at else ""

    def clean_seen(self) -> datetime | None:
        """The time as it was; one that was tampered with is the time of no text."""
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            return None

    def clean(self) -> dict[str, Any]:
        """Refuse, in every field at once, what saving would refuse in the first."""
        answers = super().clean() or self.cleaned_data
        for name in TEXTS:
            try:
                fill(answers.get(name, ""), self.figures)
            except PlaceholderError as error:
                self.add_error(name, error.message)
        if {"inclusion", "reason"} <= set(answers):
            try:
                reason_for(InclusionChoice(answers["inclusion"]), answers["reason"])
            except DomainError as error:
                self.add_error("reason", error.message)
        return answers

    def is_valid(self) -> bool:
        """A preview is read and never saved."""
        return super().is_valid() and not self.is_preview
