"""What a reader chooses on the pages of the figures: a quarter, an area, what to show. Everything has a default."""

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from opcc.core.quarters import Quarter
from opcc.web.forms import OfficeForm
from opcc.web.questions import Look
from performance.reporting import Area, MeasureFacts

Choices = Sequence[tuple[str, str]]
# What was asked for is not repeated: an address can say anything.
NO_SUCH_QUARTER = "There are no figures for that quarter. Choose a quarter from the list"
NO_SUCH_AREA = "No figures are kept for that area. Choose an area from the list"
NO_SUCH_MEASURE = "There is no measure of that name. Choose a measure from the list"


class FiguresFilter(OfficeForm):
    """A form of the address: what the address does not say has its default, and nonsense gets a message.

    `defaults` are the values that stand where the address says nothing, or nothing that makes sense.
    """

    looks: ClassVar[Mapping[str, Look]] = {
        name: Look(say_optional=False) for name in ("quarter", "area", "show", "measure", "other_measure", "other_area")
    }
    defaults: dict[str, str]

    def __init__(self, query: QueryDict, *, choices: Mapping[str, Choices], defaults: Mapping[str, str]) -> None:
        self.defaults = {name: defaults.get(name, "") for name in self.base_fields}
        given = {name: query[name] for name in self.base_fields if query.get(name)}
        self.was_sent = bool(given)
        super().__init__({**self.defaults, **given})
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered

    def chosen(self, name: str) -> str:
        """The value that holds: what was chosen, or the default where that made no sense."""
        self.is_valid()
        return str(self.cleaned_data.get(name) or self.defaults[name])

    @property
    def departures(self) -> dict[str, str]:
        """What differs from the defaults, for the addresses of other pages."""
        return {
            name: value for name in self.base_fields for value in [self.chosen(name)] if value != self.defaults[name]
        }


def _choice(label: str, message: str, *, choices: Choices = ()) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=choices, error_messages={"invalid_choice": message})


class QuarterFilter(FiguresFilter):
    """One quarter of an area's page."""

    quarter = _choice("Quarter", NO_SUCH_QUARTER)


class MeasureFilter(QuarterFilter):
    """One quarter and area of a measure's page."""

    area = _choice("Area", NO_SUCH_AREA)


class ScorecardFilter(MeasureFilter):
    """The scorecard: every measure, or those with a signal."""

    show = _choice(
        "Show",
        "Choose all measures or only those with a signal",
        choices=(("all", "All measures"), ("signals", "Only measures with a signal")),
    )


class CompareForm(FiguresFilter):
    """Two measures in one area, or one measure in two areas."""

    quarter = _choice("Quarter, up to which the charts run", NO_SUCH_QUARTER)
    measure = _choice("Measure", NO_SUCH_MEASURE)
    area = _choice("Area", NO_SUCH_AREA)
    other_measure = _choice("Compare with another measure in that area", NO_SUCH_MEASURE)
    other_area = _choice("Or with the same measure in another area", NO_SUCH_AREA)

    def clean(self) -> dict[str, Any] | None:
        """Exactly one thing differs."""
        chosen = super().clean() or self.cleaned_data
        other_measure, other_area = chosen.get("other_measure"), chosen.get("other_area")
        if self.was_sent and not self.errors and not other_measure and not other_area:
            self.add_error("other_measure", "Choose another measure or another area to compare with")
        if other_measure and other_area:
            self.add_error("other_area", "Choose another measure or another area, not both")
        if other_measure and other_measure == chosen.get("measure"):
            self.add_error("other_measure", "Choose a measure that is not the first one")
        if other_area and other_area == chosen.get("area"):
            self.add_error("other_area", "Choose an area that is not the first one")
        return chosen


def quarter_choices(quarters: Sequence[Quarter]) -> Choices:
    """'Oct to Dec 2017', in the order given."""
    return [(str(quarter), short_quarter(quarter)) for quarter in quarters]


def area_choices(areas: Sequence[Area]) -> Choices:
    """Each with its kind, because two may share a name."""
    return [(area.code, area.name) for area in areas]


def measure_choices(measures: Sequence[MeasureFacts]) -> Choices:
    """In report order."""
    return [(measure.code, measure.name) for measure in measures]


def short_quarter(quarter: Quarter) -> str:
    """'Oct to Dec 2017'."""
    return f"{quarter.start:%b} to {quarter.end:%b} {quarter.end.year}"
