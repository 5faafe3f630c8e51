"""What an ambassador types between forums."""

from typing import Any, ClassVar

from django import forms

from ambassadors.enums import ConcernState, ContactMeans, Frequency
from opcc.web.fields import DatePartsField, LongTextField, ShortTextField, WholeNumberField
from opcc.web.forms import OfficeForm
from opcc.web.questions import Look


class ToldForm(OfficeForm):
    """When the forum was told what the office did."""

    buttons = (("", "I have told the forum"),)
    told_on = DatePartsField(label="When did you tell the forum?", help_text="For example, 20 2 2018")
    error_names: ClassVar[dict[str, str]] = {"told_on": "the day on which you told the forum"}


class ConcernFilters(OfficeForm):
    """Narrows the list of concerns."""

    state = forms.ChoiceField(label="State", required=False, choices=[("", ""), *ConcernState.choices])
    looks: ClassVar[dict[str, Look]] = {"state": Look(say_optional=False)}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["state"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "All"), *ConcernState.choices]


class ContactForm(OfficeForm):
    """A person or body to keep in touch with."""

    buttons = (("", "Save the contact"),)
    organisation_name = ShortTextField(label="Organisation", max_length=150)
    name = ShortTextField(label="Name or post of the contact", max_length=150, required=False)
    how_to_reach = ShortTextField(label="Telephone or e-mail", max_length=150, required=False)
    frequency = forms.ChoiceField(
        label="How often do you mean to be in touch?", widget=forms.RadioSelect, choices=Frequency.choices
    )
    means = forms.ChoiceField(label="By what means, usually?", widget=forms.RadioSelect, choices=ContactMeans.choices)
    looks: ClassVar[dict[str, Look]] = {"frequency": Look(small=True), "means": Look(small=True)}
    error_names: ClassVar[dict[str, str]] = {
        "organisation_name": "the organisation",
        "frequency": "how often you mean to be in touch",
        "means": "by what means",
    }


class ContactMadeForm(OfficeForm):
    """One time in touch."""

    buttons = (("", "I was in touch"),)
    on = DatePartsField(label="When were you in touch?", help_text="For example, 1 3 2018")
    means = forms.ChoiceField(label="By what means?", widget=forms.RadioSelect, choices=ContactMeans.choices)
    note = ShortTextField(label="What was it about?", max_length=500, required=False)
    looks: ClassVar[dict[str, Look]] = {"means": Look(small=True)}
    error_names: ClassVar[dict[str, str]] = {"on": "the day on which you were in touch", "means": "by what means"}


class ProgressMadeForm(OfficeForm):
    """A step towards an objective."""

    buttons = (("", "Save progress"),)
    on = DatePartsField(label="When was it?", help_text="For example, 10 2 2018")
    number = WholeNumberField(label="How many?", min_value=1, max_value=999, initial=1)
    evidence = LongTextField(label="What did you do?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    error_names: ClassVar[dict[str, str]] = {"on": "the date", "number": "how many", "evidence": "what you did"}


class EventMadeForm(OfficeForm):
    """An event attended."""

    buttons = (("", "Save the event"),)
    title = ShortTextField(label="What was the event?", max_length=200)
    held_on = DatePartsField(label="Date of the event", help_text="For example, 10 2 2018")
    people_met = WholeNumberField(
        label="How many people did you speak to?", required=False, min_value=0, max_value=2000
    )
    outcome = LongTextField(label="What came of it?", max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
    error_names: ClassVar[dict[str, str]] = {
        "title": "the name of the event",
        "held_on": "the date of the event",
        "outcome": "what came of it",
    }
