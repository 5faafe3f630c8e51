"""What an analyst says with a decision: why, and where a new average begins."""

from itertools import groupby
from typing import Any

from django import forms

from performance.models import Series
from performance.operations.phases import LONGEST_REASON
from performance.querysets import SeriesQuerySet


def _reason() -> forms.CharField:
    return forms.CharField(
        label="Why",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter the reason for the decision."},
    )


class DecisionForm(forms.Form):
    """Why an average is taken to have moved, or not."""

    reason = _reason()


class BeginAnewForm(forms.Form):
    """In which areas a note starts a new average: one of a measure, or all of them."""

    where = forms.ChoiceField(label="Where", error_messages={"required": "Choose where a new average begins."})
    reason = _reason()

    def __init__(self, *args: Any, series: SeriesQuerySet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._series = {str(one.pk): one for one in sorted(series.by_area(), key=lambda one: one.measure.name)}
        field = self.fields["where"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Choose the areas"), *self._choices()]

    def _choices(self) -> list[tuple[str, list[tuple[str, str]]]]:
        groups = groupby(self._series.items(), key=lambda pair: pair[1].measure)
        return [
            (
                measure.name,
                [(f"all-{measure.pk}", "Every area listed here"), *((key, one.area_name) for key, one in found)],
            )
            for measure, found in groups
        ]

    def clean_where(self) -> list[Series]:
        """The series chosen."""
        chosen = str(self.cleaned_data["where"])
        if chosen.startswith("all-"):
            measure = int(chosen.removeprefix("all-"))
            return [one for one in self._series.values() if one.measure_id == measure]
        return [self._series[chosen]]
