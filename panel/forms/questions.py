"""What a person types who asks the Panel something, and what staff say to each question."""

from typing import Any, ClassVar

from django import forms

from opcc.web.fields import LongTextField, ShortTextField
from opcc.web.forms import OfficeForm
from opcc.web.questions import Look
from panel.enums import AnswerManner, Channel, RefusalGround
from panel.forms.fields import MeetingChoice, day, text
from panel.models import PanelMeeting, PublicQuestion

AT_MEETING, IN_WRITING = "speak", "written"


class AskForm(OfficeForm):
    """A question of the public."""

    buttons = (("", "Send your question"),)
    looks: ClassVar[dict[str, Look]] = {"how": Look(small=True)}
    error_names: ClassVar[dict[str, str]] = {
        "text": "your question",
        "name": "your name",
        "email": "your e-mail address",
        "how": "how you want your answer",
    }

    text = LongTextField(
        label="Your question",
        max_length=1500,
        help_text="Do not write about private matters of yourself or anybody else: what the Panel takes is published.",
    )
    name = ShortTextField(label="Your name", max_length=150)
    organisation = ShortTextField(label="Organisation", max_length=150, required=False, help_text="If you ask for one.")
    email = forms.EmailField(
        label="Your e-mail address",
        max_length=254,
        help_text="We write to you about this question only. It is not published.",
        error_messages={"invalid": "Enter an e-mail address like name@example.com"},
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )
    how = forms.ChoiceField(
        label="How do you want your answer?",
        widget=forms.RadioSelect,
        choices=[(AT_MEETING, "I come to the meeting and put my question"), (IN_WRITING, "In writing")],
    )
    may_be_named = forms.BooleanField(label="You may publish my name with the question", required=False)


class QuestionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A question that reached the office another way than the website."""

    meeting = MeetingChoice(
        queryset=PanelMeeting.objects.none(),
        empty_label="Choose from the list",
        error_messages={"required": "Choose the meeting."},
    )
    channel = forms.ChoiceField(
        label="How it came", choices=[choice for choice in Channel.choices if choice[0] != Channel.WEB.value]
    )

    class Meta:
        model = PublicQuestion
        fields = (
            "meeting", "channel", "received_at", "name", "organisation", "email", "text", "speaks", "may_be_named",
            "late_reason",
        )  # fmt: skip


class RefusalForm(forms.Form):
    """Why the Panel cannot take a question."""

    ground = forms.ChoiceField(label="Why", choices=RefusalGround.choices)
    reason = text("What the person is told", 500, missing="Tell the person why, in a sentence or two.")


class AnswerForm(forms.Form):
    """The answer as it was given."""

    manner = forms.ChoiceField(label="How it was answered", choices=AnswerManner.choices)
    answered_by = forms.CharField(
        label="Who answered", max_length=150, help_text="A post: the Commissioner, the Chair.",
        error_messages={"required": "Say who answered."},
    )  # fmt: skip
    on = day("Day", missing="Enter the day.")
    answer = text("The answer", 10_000, missing="Enter the answer.", rows=8, help_text="The public reads this.")


def answer_now(question: PublicQuestion) -> dict[str, Any]:
    """What the form of the answer is filled in with where there is one already."""
    return {
        "manner": question.manner or AnswerManner.AT_MEETING,
        "answered_by": question.answered_by,
        "on": question.answered_on or question.meeting.held_on,
        "answer": question.answer,
    }
