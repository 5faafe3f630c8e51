"""What staff type about members, meetings, agendas and what was resolved."""

from datetime import date
from typing import Any

from django import forms

from panel.enums import Exemption, ItemKind, ResolutionKind
from panel.models import AgendaItem, Member, PanelMeeting
from panel.notice import MeetingDateError, in_words, read_meeting_date


class SpokenDateField(forms.Field):
    """A date as it is announced, 'Monday 19 March 2018'; a wrong weekday is refused with the right one."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", "With the day of the week, which is checked. For example: Monday 19 March 2018")
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return in_words(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        try:
            return read_meeting_date(str(value))
        except MeetingDateError as error:
            raise forms.ValidationError(str(error)) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class MeetingDetailsForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A meeting as staff call it, or correct where and how it takes place."""

    held_on = SpokenDateField(label="Date", error_messages={"required": "Enter the date of the meeting."})

    broadcast_url = forms.URLField(label="Address of the broadcast", required=False, assume_scheme="https")

    class Meta:
        model = PanelMeeting
        fields = ("group", "held_on", "starts_at", "venue", "title", "is_closed", "is_filmed", "broadcast_url")


def _short_notice(*, required: bool, help_text: str) -> forms.CharField:
    return forms.CharField(
        label="Why the meeting is convened at shorter notice",
        max_length=500,
        required=required,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=help_text,
        error_messages={"required": "Say why the meeting is convened at shorter notice."},
    )


class MoveMeetingForm(forms.Form):
    """The other day."""

    held_on = SpokenDateField(label="New date", error_messages={"required": "Enter the new date."})
    short_notice_reason = _short_notice(
        required=False,
        help_text="Only where the agenda is published and the new date leaves too few clear days."
        " The public reads this.",
    )


class ShortNoticeForm(forms.Form):
    """Why the Panel is convened at shorter notice."""

    short_notice_reason = _short_notice(
        required=True, help_text="The public reads this. It goes into the pack and the minutes."
    )


class CancelMeetingForm(forms.Form):
    """Why a meeting is called off."""

    reason = forms.CharField(
        label="Why it is cancelled",
        max_length=250,
        help_text="The public reads this.",
        error_messages={"required": "Say why the meeting is cancelled."},
    )


class ItemForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """An item of an agenda. One that comes after the papers were due has the chair's reason."""

    class Meta:
        model = AgendaItem
        fields = ("kind", "title", "purpose", "lead", "minutes")


class NewItemForm(forms.Form):
    """An item put on an agenda."""

    title = forms.CharField(
        label="Title", max_length=250, error_messages={"required": "Enter what the item is called."}
    )
    kind = forms.ChoiceField(label="What it is", choices=ItemKind.choices, initial=ItemKind.REPORT)
    purpose = forms.CharField(
        label="What the Panel is asked to do", required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    lead = forms.CharField(label="Lead", max_length=150, required=False)
    minutes = forms.IntegerField(label="Time in minutes", required=False, min_value=1, max_value=480)
    late_reason = forms.CharField(
        label="Why the chair takes it as urgent",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only after the papers were due. It goes into the minutes.",
    )


class ExemptionForm(forms.Form):
    """The grounds on which something is kept from the public."""

    public_title = forms.CharField(
        label="What the public is told it is",
        max_length=250,
        help_text="Printed in the public agenda and in the resolution that excludes the public.",
        error_messages={"required": "Say what the public is told it is."},
    )
    paragraphs = forms.MultipleChoiceField(
        label="Paragraphs of Schedule 12A",
        choices=[(ground.value, f"{ground.value}: {ground.about}") for ground in Exemption],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the paragraph of Schedule 12A that it rests on."},
    )
    reasons = forms.CharField(
        label="Public interest",
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Why keeping it back serves the public more than disclosing it. Where both weigh the same, disclose.",
        error_messages={"required": "Say why keeping it back serves the public more than disclosing it."},
    )
    review_on = forms.DateField(
        label="To be looked at again on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class ReviewForm(forms.Form):
    """Why something is still kept from the public, and when to look the next time."""

    reason = forms.CharField(
        label="Why it is still kept back",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="It goes into the history.",
        error_messages={"required": "Say why it is still kept back."},
    )
    review_on = forms.DateField(
        label="To be looked at again on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class NewResolutionForm(forms.Form):
    """What the Panel resolved on an item."""

    number = forms.IntegerField(label="Number", min_value=1, max_value=99)
    letter = forms.RegexField(
        "^[a-z]$", label="Letter", required=False, help_text="Where one resolution has parts: a, b, c."
    )
    kind = forms.ChoiceField(label="What the Panel did", choices=ResolutionKind.choices)
    text = forms.CharField(
        label="As resolved",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Enter the resolution as it was put."},
    )
    mover = forms.ModelChoiceField(
        label="Proposed by", queryset=Member.objects.none(), required=False, empty_label="Nobody named"
    )
    seconder = forms.ModelChoiceField(
        label="Seconded by", queryset=Member.objects.none(), required=False, empty_label="Nobody named"
    )
    is_carried = forms.BooleanField(label="Carried", required=False, initial=True)
