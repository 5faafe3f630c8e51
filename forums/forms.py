"""What staff say with a button: when, why, into which, who came, what was agreed."""

from collections.abc import Mapping
from typing import Any

from django import forms

from forums.enums import Continuity, PrioritiesOutcome
from forums.models import LONGEST_REASON, MOST_ATTENDERS, Forum, ForumMeeting, PriorityTopic
from forums.operations import MOST_PRIORITIES, AgreedPriority
from opcc.web.words import nice_date

KINDS = ("elected_members", "residents", "police", "others")
POLICE = (("", "Not known"), ("True", "Yes"), ("False", "No"))


def _day(label: str, **kwargs: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class CancelForm(forms.Form):
    """Why a meeting is called off."""

    reason = forms.CharField(
        label="Why it is cancelled",
        max_length=LONGEST_REASON,
        help_text="The public reads this.",
        error_messages={"required": "Say why the meeting is cancelled."},
    )


class EndForm(forms.Form):
    """When and why a forum ends."""

    on = _day("Its last day", error_messages={"required": "Enter the forum's last day."})
    reason = forms.CharField(
        label="Why it ends",
        max_length=LONGEST_REASON,
        help_text="The public reads this.",
        error_messages={"required": "Say why the forum ends."},
    )


class MergeForm(forms.Form):
    """Which forum takes over, and from when."""

    into = forms.ModelChoiceField(
        label="The forum that takes over",
        queryset=Forum.objects.filter(ends_on=None).select_related("district").by_district(),
        empty_label="Choose a forum",
        error_messages={"required": "Choose the forum that takes over."},
    )
    on = _day("Its last day", error_messages={"required": "Enter the forum's last day."})


class HeldForm(forms.Form):
    """Who came to a meeting. What nobody counted stays empty."""

    elected_members = forms.IntegerField(label="Elected members", required=False, min_value=0, max_value=MOST_ATTENDERS)
    residents = forms.IntegerField(label="Residents", required=False, min_value=0, max_value=MOST_ATTENDERS)
    police = forms.IntegerField(
        label="Police officers and staff", required=False, min_value=0, max_value=MOST_ATTENDERS
    )
    others = forms.IntegerField(label="Others", required=False, min_value=0, max_value=MOST_ATTENDERS)
    police_attended = forms.TypedChoiceField(
        label="Did the police attend?",
        required=False,
        choices=POLICE,
        coerce=lambda value: value == "True",
        empty_value=None,
    )


class PlannedMeetingForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A meeting as staff keep it in the admin. Its forum is active that day."""

    class Meta:
        model = ForumMeeting
        fields = ("forum", "held_on", "starts_at", "venue", *KINDS, "police_attended")

    def clean(self) -> dict[str, Any] | None:
        """Refuse a day outside the forum's dates, which no constraint of one table can see."""
        answers = super().clean() or self.cleaned_data
        forum = answers.get("forum") or getattr(self.instance, "forum", None)
        day = answers.get("held_on")
        if forum is not None and day is not None and not forum.is_active_on(day):
            until = f" to {nice_date(forum.ends_on)}" if forum.ends_on else ""
            self.add_error(
                "held_on", f"{forum} meets from {nice_date(forum.starts_on)}{until}. Enter a day of that time."
            )
        return answers


class PrioritiesForm(forms.Form):
    """What a held meeting agreed: up to three priorities, or none."""

    outcome = forms.ChoiceField(
        label="What it agreed",
        choices=[choice for choice in PrioritiesOutcome.choices if choice[0] != PrioritiesOutcome.NOT_RECORDED],
        error_messages={"required": "Say whether the meeting agreed priorities."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = PriorityTopic.objects.offered().in_table_order()
        for place in range(1, MOST_PRIORITIES + 1):
            self.fields[f"topic_{place}"] = forms.ModelChoiceField(
                topics, label=f"Topic of priority {place}", required=False, empty_label="No priority in this place"
            )
            self.fields[f"wording_{place}"] = forms.CharField(
                label=f"Priority {place} as agreed", required=False, max_length=500
            )
            self.fields[f"continuity_{place}"] = forms.ChoiceField(
                label=f"Is priority {place} new?", choices=Continuity.choices
            )

    def clean(self) -> dict[str, Any]:
        """Refuse words without a topic; the operation refuses the rest."""
        answers = super().clean() or self.cleaned_data
        for place in range(1, MOST_PRIORITIES + 1):
            if answers.get(f"wording_{place}") and not answers.get(f"topic_{place}"):
                self.add_error(f"topic_{place}", f"Choose a topic for priority {place}.")
        return answers


def agreed_priorities(answers: Mapping[str, Any]) -> list[AgreedPriority]:
    """The priorities of a PrioritiesForm, in their order; places left empty count for nothing."""
    return [
        AgreedPriority(topic, answers[f"wording_{place}"], Continuity(answers[f"continuity_{place}"]))
        for place in range(1, MOST_PRIORITIES + 1)
        if (topic := answers.get(f"topic_{place}")) is not None
    ]
