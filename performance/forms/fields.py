"""Months and quarters as staff choose them."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils import timezone

from opcc.core.quarters import Quarter
from performance.reporting import quarters

RECENT = 8  # quarters before today's that are offered though no figure is in yet


class MonthField(forms.DateField):
    """A month, kept as its first day. The browser offers its own calendar of months."""

    widget = forms.DateInput(format="%Y-%m", attrs={"type": "month"})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("input_formats", ["%Y-%m", "%Y-%m-%d", "%B %Y", "%b %Y", "%m/%Y"])
        super().__init__(**kwargs)
        self.error_messages["invalid"] = "Enter a month, for example 2017-10."

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        return day.replace(day=1) if day else None


class ExactField(forms.DecimalField):
    """A decimal without the noughts that its column adds: 80, 80.3."""

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class QuarterField(forms.TypedChoiceField):
    """A quarter out of those with figures and the latest ones, the latest first, under their financial years."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"required": "Choose the quarter."})
        super().__init__(choices=offered, coerce=Quarter.parse, empty_value=None, **kwargs)


def offered() -> list[tuple[str, Any]]:
    """The quarters to choose from, by year. One query, each time a form is made."""
    latest = Quarter.containing(timezone.localdate())
    found = set(quarters())
    for _ in range(RECENT + 1):
        found.add(latest)
        latest = latest.previous
    years: dict[str, list[tuple[str, str]]] = {}
    for quarter in sorted(found, reverse=True):
        years.setdefault(str(quarter)[:7], []).append((str(quarter), f"{quarter.label} ({quarter})"))
    return [("", "Choose from the list"), *years.items()]
