"""What is recorded of confirmation hearings and of complaints about the Commissioner."""

from django import forms

from panel.enums import (
    AppointmentDecision,
    ComplaintKind,
    ComplaintOutcome,
    DisapplyGround,
    HearingOutcome,
)
from panel.forms.fields import day, text
from panel.models import ComplaintCase, ConfirmationHearing


class HearingForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The Commissioner's notice."""

    class Meta:
        model = ConfirmationHearing
        fields = ("post", "candidate", "notified_on", "meeting", "ignored_from", "ignored_to")


class HearingReportForm(forms.Form):
    """The Panel's report on a candidate."""

    on = day("The Panel reported on", missing="Enter the day of the report.")
    outcome = forms.ChoiceField(
        label="The Panel", choices=[one for one in HearingOutcome.choices if one[0] != HearingOutcome.NO_REPORT.value]
    )
    votes = forms.IntegerField(
        label="Votes for the veto", min_value=0, required=False,
        help_text="Of a chief constable only. It takes two thirds of all who were members on the day of the hearing.",
    )  # fmt: skip


class AppointmentForm(forms.Form):
    """What the Commissioner decided."""

    on = day("Day", missing="Enter the day.")
    decision = forms.ChoiceField(label="Decision", choices=AppointmentDecision.choices)


class ComplaintForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A complaint as it came in."""

    class Meta:
        model = ComplaintCase
        fields = ("about", "received_on", "complainant", "contact", "summary")


class AssessForm(forms.Form):
    """What kind of complaint it is."""

    kind = forms.ChoiceField(
        label="It is", choices=[one for one in ComplaintKind.choices if one[0] != ComplaintKind.UNASSESSED.value]
    )
    clear_on = day("Clear since", help_text="Of a serious complaint or a conduct matter.")


class OnForm(forms.Form):
    """The day."""

    on = day("Day", missing="Enter the day.")


class EndComplaintForm(forms.Form):
    """What came of it."""

    outcome = forms.ChoiceField(label="What came of it", choices=ComplaintOutcome.choices)
    ground = forms.ChoiceField(
        label="Why it is not taken further", choices=[("", "It was"), *DisapplyGround.choices], required=False
    )
    on = day("Day", missing="Enter the day.")
    note = text("What was agreed or found", 10_000, missing="Say what was agreed or found.", rows=6)
