"""What staff record of the precept's scrutiny."""

from decimal import Decimal
from typing import Any

from django import forms

from panel.enums import MeetingState, PreceptOpinion, SecondOpinion, VetoReason
from panel.forms.fields import MeetingChoice, day, text
from panel.models import PanelMeeting, PreceptReview


def money(label: str, *, missing: str = "", help_text: str = "£ a year for a band D home.") -> forms.DecimalField:
    """An amount for a band D home; without `missing` it may stay empty."""
    messages = {"invalid": "Enter an amount in pounds, for example 203.98."}
    return forms.DecimalField(
        label=label,
        required=bool(missing),
        min_value=Decimal("0.01"),
        max_digits=8,
        decimal_places=2,
        help_text=help_text,
        error_messages=messages | ({"required": missing} if missing else {}),
    )


def _meeting(label: str) -> MeetingChoice:
    return MeetingChoice(
        label=label, queryset=PanelMeeting.objects.none(), required=False, empty_label="Choose from the list"
    )


class NoticeForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The Commissioner's notice."""

    class Meta:
        model = PreceptReview
        fields = ("year", "notified_on", "proposed", "before")


class WithMeeting(forms.Form):
    """Offers the meetings of the whole Panel that were held, the newest first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = PanelMeeting.objects.of_panel().filter(state=MeetingState.HELD).select_related("group")
        field = self.fields["meeting"]
        assert isinstance(field, MeetingChoice)
        field.queryset = held.newest_first()


class ReportForm(WithMeeting):
    """The Panel's report."""

    on = day("The Panel reported on", missing="Enter the day of the report.")
    meeting = _meeting("Reviewed at")
    opinion = forms.ChoiceField(label="The Panel", choices=PreceptOpinion.choices)
    recommended = money("Precept that it recommends", help_text="Where it recommends another one.")
    veto_reason = forms.ChoiceField(
        label="The veto says that it is", choices=[("", "No veto"), *VetoReason.choices], required=False
    )
    votes = forms.IntegerField(
        label="Votes for the veto", min_value=0, required=False,
        help_text="It takes two thirds of all who were members that day.",
    )  # fmt: skip


class PreceptResponseForm(forms.Form):
    """The Commissioner's response."""

    on = day("The Commissioner responded on", missing="Enter the day of the response.")
    revised = money("Revised precept", help_text="After a veto: £ a year for a band D home.")


class SecondReviewForm(WithMeeting):
    """What the Panel says of the revised precept."""

    on = day("The Panel reported on", missing="Enter the day of the report.")
    meeting = _meeting("Reviewed at")
    opinion = forms.ChoiceField(label="The Panel", choices=SecondOpinion.choices)


class SecondResponseForm(forms.Form):
    """The Commissioner's second response."""

    on = day("The Commissioner responded on", missing="Enter the day of the response.")


class IssueForm(forms.Form):
    """The precept as it was issued."""

    on = day("Issued on", missing="Enter the day of issue.")
    amount = money("Amount", missing="Enter the amount.")


class StepBackForm(forms.Form):
    """Why the last step is taken back."""

    reason = text("What was written down wrongly", 250, missing="Say what was written down wrongly.", rows=2)
