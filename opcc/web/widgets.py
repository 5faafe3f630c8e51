"""Controls that Django does not have: a date in three parts."""

from datetime import date
from typing import Any

from django import forms

PARTS = ("day", "month", "year")


class DatePartsWidget(forms.MultiWidget):
    """Day, month and year, each its own box. What was typed is shown again, right or wrong."""

    template_name = "opcc/widgets/date_parts.html"
    use_fieldset = True

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({part: forms.TextInput(attrs={"inputmode": "numeric"}) for part in PARTS}, attrs)

    def decompress(self, value: Any) -> list[Any]:
        if isinstance(value, date):
            return [value.day, value.month, value.year]
        return [None, None, None]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        wrong = (attrs or {}).get("data-wrong", "").split()
        for part, control in zip(PARTS, context["widget"]["subwidgets"], strict=True):
            control["attrs"].pop("data-wrong", None)
            width = 4 if part == "year" else 2
            bad = " govuk-input--error" if part in wrong else ""
            control["attrs"]["class"] = f"govuk-input govuk-date-input__input govuk-input--width-{width}{bad}"
            control["label"] = part.capitalize()
        return context


class NumberTextInput(forms.TextInput):
    """A number as text: spinners and the mouse wheel change a number that nobody meant to change."""

    def __init__(self, *, decimal: bool = False, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"inputmode": "decimal" if decimal else "numeric", **(attrs or {})})
