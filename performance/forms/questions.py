"""What staff say about a question to the force: the question itself, and what goes with each button."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from opcc.reference.models import Contact
from performance.forms.fields import MonthField, QuarterField
from performance.models import ForceQuestion
from performance.operations.questions import (
    LONGEST_ANSWER,
    LONGEST_OUTCOME,
    LONGEST_POST,
    LONGEST_REASON,
)
from performance.queries.contacts import force_contacts


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A question while it is a draft. `seen` carries the text that the writer began with."""

    quarter = QuarterField(label="Quarter")
    signal_month = MonthField(label="Signal in", required=False, help_text="Empty where there is no signal.")
    seen = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    class Meta:
        model = ForceQuestion
        fields = ("series", "signal", "question", "question_is_restricted")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["seen"]
        else:
            del self.fields["quarter"]
            self.initial["seen"] = self.instance.question

    def clean_seen(self) -> str:
        """Line ends as they are stored; a browser sends its own."""
        return str(self.cleaned_data["seen"]).replace("\r\n", "\n")


class AskForm(forms.Form):
    """To whom at the force a question goes by e-mail, or to nobody."""

    to = forms.ModelChoiceField(
        label="Send it by e-mail to",
        queryset=Contact.objects.none(),
        required=False,
        empty_label="Nobody: I send it another way",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people: QuerySet[Any] = force_contacts()
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = people
        self.initial["to"] = people.filter(of_force=True).first()
        if not people:
            field.help_text = "No contact of a police organisation has an e-mail address here."


def _text(label: str, most: int, missing: str, **values: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": values.pop("rows", 4)})
    return forms.CharField(label=label, max_length=most, widget=widget, error_messages={"required": missing}, **values)


class _AnswerForm(forms.Form):
    answer = _text("What the force answered", LONGEST_ANSWER, "Enter the answer.", rows=8)
    answered_for = forms.CharField(
        label="Who at the force answers for it",
        max_length=LONGEST_POST,
        help_text="A post, not a person: Assistant Chief Constable.",
        error_messages={"required": "Enter the post that answered."},
    )
    answered_on = forms.DateField(
        label="Date of the answer",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Enter the date of the answer."},
    )


class AnswerForm(_AnswerForm):
    """The answer, kept from the public unless somebody says otherwise."""

    is_open = forms.BooleanField(
        label="The public may read this answer",
        required=False,
        help_text="Left empty, it is restricted: only cleared staff and the restricted edition have it.",
    )


class CorrectionForm(_AnswerForm):
    """The answer put right."""

    reason = _text("What was wrong", LONGEST_REASON, "Say what was wrong with it.", rows=2)


class WhyForm(forms.Form):
    """Why somebody may, or may no longer, read one half."""

    reason = _text(
        "Why", LONGEST_REASON, "Say why.", rows=2, help_text="Whoever may read the record can read this in its history."
    )


class OutcomeForm(forms.Form):
    """What came of a question."""

    outcome = _text("Outcome", LONGEST_OUTCOME, "Say what came of it.", rows=3)
