"""What staff say with each step of a recommendation, an action, a letter or an item of the work programme."""

from datetime import date
from typing import Any

from django import forms

from panel.enums import ActionState, AnswerKind, MeetingState, Opinion
from panel.forms.fields import MeetingChoice, day, text
from panel.models import AgendaItem, PanelAction, PanelLetter, PanelMeeting, Recommendation, Resolution, WorkItem


class ItemChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """An item of an agenda, with the day of its meeting."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.meeting.held_on:%-d %B %Y}: {obj.title}"


class ResolutionChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """A resolution, with the day of its meeting."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.item.meeting.held_on:%-d %B %Y}, resolution {obj.label}: {obj.text[:90]}"


class RecommendationForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """What stands around the Panel's words."""

    resolution = ResolutionChoice(
        queryset=Resolution.objects.none(),
        empty_label="Choose from the list",
        help_text="Carried ones that recommend or request, and have no recommendation yet.",
        error_messages={"required": "Choose the resolution."},
    )

    class Meta:
        model = Recommendation
        fields = ("resolution", "title", "to", "to_other", "lead", "due_on", "update_on")


class ActionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """An action that stands alone; one under a recommendation is added on its page."""

    item = ItemChoice(
        label="Agreed under",
        queryset=AgendaItem.objects.none(),
        empty_label="Choose from the list",
        error_messages={"required": "Choose the item of the agenda under which it was agreed."},
    )

    class Meta:
        model = PanelAction
        fields = ("item", "text", "lead", "member", "due_on", "update_on")


class LetterForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """The Panel's letter, or a reply where a letter is named that it answers."""

    answers = forms.ModelChoiceField(
        label="Reply to",
        queryset=PanelLetter.objects.none(),
        required=False,
        empty_label="None: this is a letter of the Panel",
    )
    meeting = MeetingChoice(
        label="Recommendations of",
        queryset=PanelMeeting.objects.none(),
        required=False,
        empty_label="Choose from the list",
        help_text="Of a letter of the Panel. A reply is about the meeting of the letter it answers.",
    )
    exempt = forms.BooleanField(
        label="The exempt recommendations",
        required=False,
        help_text="Of the meeting. They go into a letter of their own, which is never published.",
    )

    class Meta:
        model = PanelLetter
        fields = ("answers", "meeting", "to", "to_other", "subject", "dated_on", "opening", "closing", "signed_by")

    def clean(self) -> dict[str, Any]:
        """A letter of the Panel names its meeting."""
        said = super().clean() or self.cleaned_data
        if "meeting" in self.fields and not said.get("answers") and not said.get("meeting"):
            self.add_error("meeting", "Choose the meeting whose recommendations it holds.")
        return said


class WorkItemForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """An item of the work programme."""

    meeting = MeetingChoice(
        label="Meeting of the next report",
        queryset=PanelMeeting.objects.none(),
        required=False,
        empty_label="None",
        help_text="Of a dated item. The venue follows the meeting.",
    )

    class Meta:
        model = WorkItem
        fields = (
            "kind", "meeting", "title", "detail", "lead", "when_words", "requested_by", "requested_on",
            "last_report_on", "position",
        )  # fmt: skip


class ResponseForm(forms.Form):
    """What was answered."""

    answer = forms.ChoiceField(label="Answer", choices=AnswerKind.choices)
    part = text("Which part is accepted", 500, help_text="Where a part is.", rows=2)
    reason = text("Why it is rejected", 1000, help_text="Where it is.", rows=2)
    text = text("The response", 10_000, missing="Enter the response.", rows=8)
    given_on = day("Date of the response", missing="Enter the date of the response.")
    published_url = forms.URLField(label="Where it is published", required=False, assume_scheme="https")


class ResponseCorrectionForm(ResponseForm):
    """The response again, whole, and why."""

    why = text("Why it is written again", 250, missing="Say why the response is written again.", rows=2)


class NewActionForm(forms.Form):
    """An action under the recommendation."""

    text = text("What is to be done", 500, missing="Enter what is to be done.")
    lead = forms.CharField(
        label="Lead", max_length=150, help_text="A post: Treasurer.", error_messages={"required": "Enter the lead."}
    )
    due_on = day("Due")
    update_on = day("Update for the Panel on")


class UpdateForm(forms.Form):
    """A line of the log. It stays as it is written."""

    text = text("What was done", 1000, missing="Enter what was done.")
    on = day("Day", missing="Enter the day.")


class EvidenceForm(forms.Form):
    """A link or a file."""

    title = forms.CharField(
        label="What it is", max_length=150, error_messages={"required": "Say what the evidence is."}
    )
    on = day("Day", missing="Enter the day.", help_text="On which it was published or looked at.")
    url = forms.URLField(label="Address", required=False, assume_scheme="https")
    file = forms.FileField(label="Or a file", required=False, help_text="A photo (JPEG or PNG) or a PDF.")


class VerdictForm(forms.Form):
    """What the Panel said at a meeting."""

    item = ItemChoice(
        label="Given under",
        queryset=AgendaItem.objects.none(),
        empty_label="Choose from the list",
        error_messages={"required": "Choose the item of the meeting."},
    )
    opinion = forms.ChoiceField(label="The Panel is", choices=Opinion.choices)
    note = text("What the Panel said", 1000)
    update_on = day("Back to the Panel on", help_text="Unless it is satisfied.")


class CloseForm(forms.Form):
    """The day on which it was closed."""

    closed_on = day("Closed on", missing="Enter the day.")


class EndActionForm(forms.Form):
    """What came of an action."""

    state = forms.ChoiceField(
        label="It is", choices=[one for one in ActionState.choices if one[0] != ActionState.OPEN.value]
    )
    outcome = text("What came of it, or why it is dropped", 500)
    on = day("Day", missing="Enter the day.")


class MoveForm(forms.Form):
    """Another meeting, or none for now, and why."""

    to = MeetingChoice(
        label="To the meeting", queryset=PanelMeeting.objects.none(), required=False,
        empty_label="None: it is to be timetabled",
    )  # fmt: skip
    reason = text("Reason", 500, missing="Say why the item is moved.")


class ReportedForm(forms.Form):
    """The day on which the Panel had the report."""

    on = day("Day of the report", missing="Enter the day.")


class LateForm(forms.Form):
    """The chair's reason, for an agenda whose papers are out."""

    late_reason = text("The chair's reason", 500, help_text="Where the papers of the meeting were due already.")


def held_items(rows: Any, since: date | None = None) -> Any:
    """Items of meetings that were held, the latest first, for the choice of one."""
    found = rows.filter(meeting__state=MeetingState.HELD).select_related("meeting__group")
    if since is not None:
        found = found.filter(meeting__held_on__gte=since)
    return found.order_by("-meeting__held_on", "position", "pk")
