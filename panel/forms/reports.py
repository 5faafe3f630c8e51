"""What staff say when they ask for a report or for its next version."""

from datetime import date
from typing import Any

from django import forms

from opcc.core.quarters import Period, Quarter
from opcc.web.fields import LongTextField, ShortTextField, WholeNumberField
from opcc.web.forms import OfficeForm
from panel.enums import Exemption, ReportKind
from panel.forms.fields import day

YEARS_OFFERED = 15


class RequestReportForm(OfficeForm):
    """Which report, for which meeting."""

    kind = forms.ChoiceField(label="Which report", choices=ReportKind.choices, initial=ReportKind.QUARTERLY)
    quarter = forms.ChoiceField(
        label="Quarter", required=False, help_text="For the quarterly report. Only quarters that are over are listed."
    )
    year = WholeNumberField(
        label="Year", required=False, min_value=2000, max_value=2100, help_text="For the annual report."
    )
    periods = ShortTextField(
        label="Two periods to compare",
        required=False,
        max_length=50,
        help_text=(
            "For the annual report. Left empty: the halves of the year. "
            "For example 2014-01-01:2014-04-01 2014-04-02:2014-08-31"
        ),
    )
    meeting_on = day("Date of the Panel's meeting")
    agenda_item = ShortTextField(label="Agenda item", required=False, max_length=20)
    as_at = day(
        "Position as at",
        help_text="Left empty: the day the report is built, but no later than 28 days after its period.",
    )
    exemption = forms.ChoiceField(
        label="Ground of the restricted edition", choices=Exemption.choices, initial=Exemption.CRIME
    )
    change_note = LongTextField(
        label="What changed since the last version",
        required=False,
        max_length=500,
        help_text="Only where a version of this report is issued already.",
    )
    buttons = (("", "Ask for the report"),)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["quarter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose from the list"), *_over(today)]

    def clean_periods(self) -> tuple[Period, ...]:
        return parse_periods(self.cleaned_data["periods"].split())

    def clean_quarter(self) -> Quarter | None:
        text = self.cleaned_data["quarter"]
        return Quarter.parse(text) if text else None

    def clean(self) -> dict[str, Any]:
        """The quarter belongs to one kind of report, year and periods to the other."""
        data = super().clean() or self.cleaned_data
        if data.get("kind") == ReportKind.QUARTERLY:
            if not data.get("quarter") and "quarter" not in self.errors:
                self.add_error("quarter", "Choose the quarter")
            data.update(year=None, periods=())
        elif data.get("kind"):
            if not data.get("year") and "year" not in self.errors:
                self.add_error("year", "Enter the year")
            data["quarter"] = None
        return data


class MeetingForm(forms.Form):
    """The meeting that a report goes to. Empty: not known yet."""

    meeting_on = day("Date of the Panel's meeting")
    agenda_item = forms.CharField(label="Agenda item", required=False, max_length=20)


class ReissueForm(forms.Form):
    """What the next version is for."""

    change_note = forms.CharField(label="What changed", max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


def parse_periods(texts: list[str]) -> tuple[Period, ...]:
    """Two periods written as 2014-01-01:2014-04-01, or none. Raises ValidationError with what to do."""
    if not texts:
        return ()
    try:
        periods = tuple(Period.parse(text) for text in texts)
    except ValueError as error:
        raise forms.ValidationError(str(error)) from error
    if len(periods) != 2:
        raise forms.ValidationError("Give two periods, with a space between them.")
    return periods


def _over(today: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """The quarters that are over, latest first, under their financial years."""
    years: dict[str, list[tuple[str, str]]] = {}
    quarter = Quarter.containing(today).previous
    while quarter.year > today.year - YEARS_OFFERED:
        years.setdefault(str(quarter)[:7], []).append((str(quarter), f"{quarter.label} ({quarter})"))
        quarter = quarter.previous
    return list(years.items())
