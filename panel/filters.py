"""How lists of the Panel's work are narrowed from the address."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from opcc.web.fields import ShortTextField
from opcc.web.forms import OfficeForm
from opcc.web.questions import Look
from panel.enums import DecisionState, Recipient, RecommendationState
from panel.queries import SEARCH_SOURCES
from panel.querysets import DecisionQuerySet, RecommendationQuerySet

UNKNOWN = "Choose from the list"


def _choice(label: str) -> forms.ChoiceField:
    """Its choices are set later: the base form gives an empty choice words of its own."""
    return forms.ChoiceField(label=label, required=False, error_messages={"invalid_choice": UNKNOWN})


class RecommendationFilter(OfficeForm):
    """State, to whom, year, overdue. What makes no sense narrows nothing and gets a message."""

    looks: ClassVar[Mapping[str, Look]] = {
        name: Look(say_optional=False) for name in ("state", "to", "year", "overdue")
    }

    state = _choice("State")
    to = _choice("To")
    year = _choice("Year")
    overdue = _choice("Overdue")

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, Sequence[tuple[str, Any]]] = {
            "state": [("", "All states"), *RecommendationState.choices],
            "to": [("", "Everybody"), *Recipient.choices],
            "year": [("", "All years"), *((str(year), str(year)) for year in years)],
            "overdue": [("", "Overdue or not"), ("yes", "Only overdue")],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def narrowed(self, rows: RecommendationQuerySet, today: date) -> RecommendationQuerySet:
        """The rows that the address asks for."""
        chosen = self.cleaned_data if self.is_valid() else {}
        if state := chosen.get("state"):
            rows = rows.filter(state=state)
        if to := chosen.get("to"):
            rows = rows.filter(to=to)
        if year := chosen.get("year"):
            rows = rows.filter(reference__startswith=f"{year}/")
        return rows.overdue(today) if chosen.get("overdue") else rows


class SearchFilter(OfficeForm):
    """The words to look for, and in which kind of record."""

    looks: ClassVar[Mapping[str, Look]] = {name: Look(say_optional=False) for name in ("words", "kind")}

    words = ShortTextField(label="Words", max_length=200, required=False)
    kind = _choice("In")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kind"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Everything"), *((key, source.many) for key, source in SEARCH_SOURCES.items())]


class DecisionFilter(OfficeForm):
    """Words or a number, year, state. What makes no sense narrows nothing and gets a message."""

    looks: ClassVar[Mapping[str, Look]] = {name: Look(say_optional=False) for name in ("q", "year", "state")}

    q = ShortTextField(label="Number or words", max_length=100, required=False)
    year = _choice("Year")
    state = _choice("State")

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: dict[str, Sequence[tuple[str, Any]]] = {
            "year": [("", "All years"), *((str(year), str(year)) for year in years)],
            "state": [("", "All states"), *DecisionState.choices],
        }
        for name, choices in offered.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def narrowed(self, rows: DecisionQuerySet) -> DecisionQuerySet:
        """The rows that the address asks for."""
        chosen = self.cleaned_data if self.is_valid() else {}
        if words := chosen.get("q"):
            rows = rows.matching(words)
        if year := chosen.get("year"):
            rows = rows.filter(decided_on__year=year)
        if state := chosen.get("state"):
            rows = rows.filter(state=state)
        return rows
