"""What staff say with a button: a question, an action, a reason, a day."""

from typing import Any

from django import forms
from django.utils import timezone

from ambassadors.enums import ActionLevel, EndReason
from ambassadors.operations.concerns import LONGEST_ACTION, LONGEST_REASON, LONGEST_REPLY
from ambassadors.operations.review import LONGEST_QUESTION
from forums.models import Forum
from opcc.accounts.enums import STAFF_ROLES, Role
from opcc.accounts.models import User
from opcc.reference.models import Organisation


def _words(label: str, most: int, **values: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, widget=forms.Textarea(attrs={"rows": 4}), **values)


def _day(label: str, **values: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **values)


class QuestionForm(forms.Form):
    """Why a report goes back."""

    question = _words("Your question", LONGEST_QUESTION, error_messages={"required": "Enter your question."})


class AssignForm(forms.Form):
    """Who in the office has a concern, and which partner has to act."""

    officer = forms.ModelChoiceField(
        label="Officer",
        queryset=User.objects.filter(is_active=True, groups__name__in=STAFF_ROLES)
        .distinct()
        .order_by("first_name", "last_name", "pk"),
        error_messages={"required": "Choose an officer."},
    )
    partner = forms.ModelChoiceField(
        label="Partner agency, if one has to act",
        queryset=Organisation.objects.order_by("name", "pk"),
        required=False,
        empty_label="No change",
    )


class ActionForm(forms.Form):
    """What the office did."""

    level = forms.ChoiceField(label="How far it went", choices=ActionLevel)
    taken_on = _day(
        "Day", initial=timezone.localdate, error_messages={"required": "Enter the day on which it was done."}
    )
    text = _words("What was done", LONGEST_ACTION, error_messages={"required": "Enter what was done."})


class ReplyForm(forms.Form):
    """The answer to the ambassador."""

    text = _words("Reply", LONGEST_REPLY, error_messages={"required": "Enter the reply to the ambassador."})


class ToldForm(forms.Form):
    """When the forum heard."""

    told_on = _day(
        "Day", initial=timezone.localdate, error_messages={"required": "Enter the day on which the forum was told."}
    )


class CloseForm(forms.Form):
    """Why a concern needs no reply."""

    reason = _words("Reason", LONGEST_REASON, error_messages={"required": "Say why it is closed."})


class EndForm(forms.Form):
    """The last day of an appointment, and why."""

    ends_on = _day("Last day", error_messages={"required": "Enter the last day."})
    reason = forms.ChoiceField(label="Why it ends", choices=EndReason)
    note = forms.CharField(label="Note", max_length=250, required=False)


class AppointForm(forms.Form):
    """The forum that somebody is given."""

    forum = forms.ModelChoiceField(
        label="Forum", queryset=Forum.objects.order_by("name", "pk"), error_messages={"required": "Choose a forum."}
    )
    starts_on = _day("First day", error_messages={"required": "Enter the first day."})


class ApplicationForm(forms.Form):
    """The forum that somebody applies for."""

    forum = forms.ModelChoiceField(
        label="Forum", queryset=Forum.objects.order_by("name", "pk"), error_messages={"required": "Choose a forum."}
    )
    applied_on = _day(
        "Day it came", initial=timezone.localdate, error_messages={"required": "Enter the day on which it came."}
    )
    note = forms.CharField(label="Note", max_length=500, required=False)


class LinkForm(forms.Form):
    """The account of somebody who signs in already."""

    user = forms.ModelChoiceField(
        label="Account",
        queryset=User.objects.filter(is_active=True, groups__name=Role.AMBASSADOR, ambassador=None).order_by(
            "first_name", "last_name", "pk"
        ),
        error_messages={"required": "Choose an account."},
    )


class NoteForm(forms.Form):
    """What is worth keeping about a step."""

    note = forms.CharField(label="Note", max_length=500, required=False)


class DecideForm(NoteForm):
    """When an application was decided."""

    decided_on = _day(
        "Day of the decision",
        initial=timezone.localdate,
        error_messages={"required": "Enter the day of the decision."},
    )
    field_order = ("decided_on", "starts_on", "note")


class AppointApplicantForm(DecideForm):
    """When an applicant was appointed, and from when."""

    starts_on = _day("First day", error_messages={"required": "Enter the first day of the appointment."})


class AdvertForm(forms.Form):
    """Where and when a vacancy was advertised."""

    advertised_on = _day("Day it appears", error_messages={"required": "Enter the day on which it appears."})
    place = forms.CharField(
        label="Where", max_length=200, error_messages={"required": "Enter where it was advertised."}
    )
    closes_on = _day("Closing day, if there is one", required=False)


class PeriodForm(forms.Form):
    """The days that a summary covers."""

    start = _day("From")
    end = _day("To")

    def clean(self) -> dict[str, Any]:
        """A period ends on or after the day it starts."""
        found: dict[str, Any] = super().clean() or {}
        if found.get("start") and found.get("end") and found["end"] < found["start"]:
            self.add_error("end", "Enter a day on or after the first.")
        return found
