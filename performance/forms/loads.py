"""What staff say when they bring a file of figures, or have it put in place of others."""

from django import forms

from opcc.web.fields import LongTextField
from opcc.web.forms import OfficeForm
from performance.enums import LoadKind

LONGEST_REASON = 250


class LoadForm(OfficeForm):
    """One file and what it holds."""

    kind = forms.ChoiceField(label="What the file holds", choices=LoadKind.choices, initial=LoadKind.OBSERVATIONS)
    file = forms.FileField(
        label="File",
        help_text="CSV or .xlsx, up to 100 MB. It is loaded whole or not at all.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={"required": "Choose a file", "empty": "This file is empty. Choose another"},
    )
    lookup_file = forms.FileField(
        label="LSOAs and their districts",
        required=False,
        help_text="For police open data only: a CSV file with the columns lsoa and district.",
        widget=forms.FileInput(attrs={"accept": ".csv"}),
    )
    buttons = (("", "Load the file"),)


class ReplaceForm(OfficeForm):
    """Why figures are replaced."""

    reason = LongTextField(
        label="Why are they replaced?",
        max_length=LONGEST_REASON,
        error_messages={"required": "Enter why the figures are replaced"},
    )
