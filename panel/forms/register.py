"""What staff type about decisions of the Commissioner and about what the office publishes."""

from typing import Any

from django import forms
from django.utils.text import Truncator

from opcc.accounts.enums import STAFF_ROLES
from opcc.accounts.models import User
from panel.enums import FoiSection
from panel.forms.fields import day, text
from panel.models import CommissionerTerm, Decision, PublicationDuty, Recommendation
from panel.specified_information import SPECIFIED

LONGEST_CHOICE = 45  # what fits beside a label


class TermForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A term of the Commissioner."""

    class Meta:
        model = CommissionerTerm
        fields = ("prefix", "number", "is_hyphenated", "starts_on", "first_sequence")


class TermChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """A term by its letters and number."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj}, printed as {obj.printed(obj.first_sequence)}"


class RecommendationChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """A recommendation by its number and title."""

    def label_from_instance(self, obj: Any) -> str:
        return Truncator(f"{obj.reference} {obj.title}").chars(LONGEST_CHOICE)


class DecisionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A decision as it is registered or corrected. Its number is given when it is saved."""

    term = TermChoice(
        label="Term of the Commissioner",
        queryset=CommissionerTerm.objects.none(),
        empty_label="Choose from the list",
        help_text="The decision gets the next number of this term.",
        error_messages={"required": "Choose the term. Record it first if it is not there."},
    )
    recommendation = RecommendationChoice(
        label="Recommendation of the Panel",
        queryset=Recommendation.objects.none(),
        required=False,
        empty_label="None",
        help_text="The one that this follows.",
    )

    class Meta:
        model = Decision
        fields = (
            "term", "title", "summary", "lead", "is_significant", "is_force_business", "chief_officer_on", "joint_with",
            "interests", "supporting", "recommendation",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """The chief officer approves business of the force."""
        said = super().clean() or self.cleaned_data
        if said.get("chief_officer_on") and not said.get("is_force_business"):
            self.add_error("chief_officer_on", "Say that it is business of the force, or leave the day out.")
        return said


class DecideForm(forms.Form):
    """The day of the decision."""

    decided_on = day("Date of the decision", missing="Enter the date of the decision.")


class WithholdForm(forms.Form):
    """Why something is kept from the public."""

    sections = forms.MultipleChoiceField(
        label="Sections of the Freedom of Information Act",
        choices=FoiSection.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose the section of the Act that it rests on."},
    )
    reasons = text(
        "Reasons", 5000, missing="Say why the section applies.", rows=4,
        help_text="Why the section applies and, unless it is absolute, why the public interest is served. "
        "They are not published.",
    )  # fmt: skip
    review_on = day("To be looked at again on")


class WithholdDecisionForm(WithholdForm):
    """And what stands in the list beside its number."""

    public_words = forms.CharField(
        label="What the public is told it is about", max_length=200, required=False,
        help_text="Stands in the list beside the number. It may stay empty.",
    )  # fmt: skip


class PaperForm(forms.Form):
    """A PDF."""

    title = forms.CharField(label="What it is", max_length=150, error_messages={"required": "Say what the paper is."})
    file = forms.FileField(
        label="PDF", help_text="It is made afresh, without scripts, attachments and metadata.",
        error_messages={"required": "Choose the PDF."},
    )  # fmt: skip


class PersonChoice(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic for the type checker only
    """A person of the office by name."""


def office_people() -> Any:
    """Everybody who works in the office now, by name."""
    people = User.objects.filter(is_active=True, groups__name__in=STAFF_ROLES).distinct()
    return people.order_by("last_name", "first_name", "pk")


class DutyForm(forms.ModelForm):  # type: ignore[type-arg]  # generic for the type checker only
    """A thing to publish: what, by whom, how often."""

    code = forms.ChoiceField(
        label="What", choices=(), error_messages={"required": "Choose what has to be published."},
    )  # fmt: skip
    owner = PersonChoice(
        label="Looked after by", queryset=User.objects.none(), required=False, empty_label="Nobody by name",
        help_text="A person of the office, or a role below.",
    )  # fmt: skip

    class Meta:
        model = PublicationDuty
        fields = ("code", "owner", "owner_role", "frequency")
        labels = {"owner_role": "Or by a role"}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "owner" in self.fields:
            self.fields["owner"].queryset = office_people()  # type: ignore[attr-defined]  # a choice of people
        if "code" in self.fields:
            here = set(PublicationDuty.objects.values_list("code", flat=True))
            offered = [(item.code, f"{item.paragraph} {item.what}") for item in SPECIFIED if item.code not in here]
            self.fields["code"].choices = [("", "Choose from the list"), *offered]  # type: ignore[attr-defined]  # a choice


class PublicationForm(forms.Form):
    """What was published, and the proof."""

    published_on = day("Published on", missing="Enter the day it was published.")
    about = forms.CharField(
        label="Of which time or part", max_length=150, required=False, help_text="For example: February 2018."
    )
    url = forms.URLField(
        label="Address", required=False, assume_scheme="https", max_length=500,
        help_text="The public gets it as a link.",
    )  # fmt: skip
    file = forms.FileField(
        label="Or a file as proof", required=False, help_text="A picture of the page or a PDF. The office keeps it."
    )


class YearlyPublicationForm(PublicationForm):
    """And for which financial year."""

    for_year = forms.IntegerField(
        label="For the financial year from 1 April", min_value=2012, max_value=2100, help_text="2018 for 2018/19.",
        error_messages={"required": "Enter the year in which it begins."},
    )  # fmt: skip


class ChangedForm(forms.Form):
    """The day of a change."""

    changed_on = day("Changed on", missing="Enter the day of the change.")
