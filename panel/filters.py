"""How lists of the Panel's work are narrowed from the address."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms

from opcc.web.forms import OfficeForm
from opcc.web.questions import Look
from panel.enums import Recipient, RecommendationState
from panel.querysets import RecommendationQuerySet

UNKNOWN = "Choose from the list"


class RecommendationFilter(OfficeForm):
    """State, to whom, year, overdue. What makes no sense narrows nothing and gets a message."""

    looks: ClassVar[Mapping[str, Look]] = {
        name: Look(say_optional=False) for name in ("state", "to", "year", "overdue")
    }

    state = forms.ChoiceField(
        label="State", required=False, choices=[("", "All"), *RecommendationState.choices],
        error_messages={"invalid_choice": UNKNOWN},
    )  # fmt: skip
    to = forms.ChoiceField(
        label="To", required=False, choices=[("", "Everybody"), *Recipient.choices],
        error_messages={"invalid_choice": UNKNOWN},
    )  # fmt: skip
    year = forms.ChoiceField(label="Year", required=False, error_messages={"invalid_choice": UNKNOWN})
    overdue = forms.ChoiceField(
        label="Overdue", required=False, choices=[("", "All"), ("yes", "Only overdue")],
        error_messages={"invalid_choice": UNKNOWN},
    )  # fmt: skip

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["year"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "All years"), *((str(year), str(year)) for year in years)]

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
