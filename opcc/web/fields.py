"""Fields that turn what a person typed into a value, and say what to do when they cannot."""

import re
import unicodedata
from calendar import month_abbr, month_name
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from opcc.web.widgets import PARTS, DatePartsWidget, NumberTextInput

# Turns text round on the screen, so that it reads otherwise than it is stored.
TURNING_CHARACTERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def refuse_control_characters(text: str, *, allowed: str = "") -> None:
    """Refuse what cannot be seen and could break a header, a log line or a document."""
    for character in text:
        if character not in allowed and (unicodedata.category(character) == "Cc" or character in TURNING_CHARACTERS):
            raise ValidationError(
                "This text holds a character that cannot be shown. Delete it, or type the text again.", code="control"
            )


class ShortTextField(forms.CharField):
    """One line. Line breaks and tabs that came with a paste become spaces."""

    def to_python(self, value: Any) -> str | None:
        if value not in self.empty_values:
            value = re.sub(r"[\r\n\t]+", " ", str(value))
        text: str | None = super().to_python(value)
        refuse_control_characters(text or "")
        return text


class LongTextField(forms.CharField):
    """Several lines, with line breaks as one character each, so that the count is the one the person sees."""

    widget = forms.Textarea(attrs={"rows": 5})

    def to_python(self, value: Any) -> str | None:
        if value not in self.empty_values:
            value = str(value).replace("\r\n", "\n").replace("\r", "\n")
        text: str | None = super().to_python(value)
        refuse_control_characters(text or "", allowed="\n\t")
        return text

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        # Stopping at the limit would lose the end of a paste unseen: the count and the error say so instead.
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class WholeNumberField(forms.IntegerField):
    """A count: '1,200' and '1200' are the same."""

    widget = NumberTextInput
    default_error_messages = {"invalid": "Enter a whole number, like 12"}

    def to_python(self, value: Any) -> int | None:
        whole: int | None = super().to_python(value.replace(",", "") if isinstance(value, str) else value)
        return whole

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class MoneyField(forms.DecimalField):
    """Pounds, with or without the sign, commas and pence."""

    widget = NumberTextInput(decimal=True)
    default_error_messages = {
        "invalid": "Enter an amount in pounds, like 24,000 or 149.50",
        "max_decimal_places": "Enter an amount with pence to two places, like 149.50",
    }

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_digits": 12, "decimal_places": 2, **kwargs})

    def to_python(self, value: Any) -> Any:
        return super().to_python(re.sub(r"[£,\s]", "", value) if isinstance(value, str) else value)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class ClockTimeField(forms.Field):
    """A time of day: '7:30pm', '7.30 pm', '19:30', 'midday'."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a time, like 7:30pm"}
    _pattern = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.IGNORECASE)

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        text = str(value).strip().lower().replace("a.m.", "am").replace("p.m.", "pm")
        if text in {"midday", "noon", "midnight"}:
            return time(0 if text == "midnight" else 12)
        found = self._pattern.fullmatch(text)
        if not found or not (found[2] or found[3]):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            # A number that the clock's half does not know, 13pm, becomes one that no clock knows.
            hour = hour % 12 + (12 if found[3] == "pm" else 0) if 1 <= hour <= 12 else 24
        if hour > 23 or minute > 59:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return time(hour, minute)

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, time) else value


class DatePartsField(forms.Field):
    """A date typed as day, month and year. The month may be a word. Errors say which part is missing or wrong."""

    widget = DatePartsWidget
    default_error_messages = {
        "missing": "The date must include %(missing)s",
        "invalid": "Enter a real date",
        "year": "The year must have 4 numbers",
    }

    def to_python(self, value: Any) -> date | None:
        if value is None or isinstance(value, date):
            return value
        typed = [str(part or "").strip() for part in value]
        if not any(typed):
            return None
        self._refuse_missing(typed)
        day, year = (int(part) if part.isascii() and part.isdigit() else 0 for part in (typed[0], typed[2]))
        month = _month_number(typed[1])
        if typed[2].isdigit() and len(typed[2]) != 4:
            raise self._error("year", wrong=["year"])
        for part, reading in zip(PARTS, (day, month, year), strict=True):
            if not reading:
                raise self._error("invalid", wrong=[part])
        try:
            return date(year, month, day)
        except ValueError as error:
            raise self._error("invalid", wrong=["month"] if month > 12 else ["day"]) from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.to_python(initial) != self.to_python(data))
        except ValidationError:
            return True

    def _refuse_missing(self, typed: Sequence[str]) -> None:
        missing = [part for part, text in zip(PARTS, typed, strict=True) if not text]
        if missing:
            raise self._error("missing", wrong=missing, missing=" and ".join(f"a {part}" for part in missing))

    def _error(self, code: str, *, wrong: list[str], **params: Any) -> ValidationError:
        return ValidationError(self.error_messages[code], code=code, params={"wrong": wrong, **params})


def _month_number(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    word = text.lower()
    for index in range(1, 13):
        if word in (month_name[index].lower(), month_abbr[index].lower()):
            return index
    return 0
