"""Django's admin controls with the labels they lack."""

from typing import Any, Final

from django.contrib.admin.widgets import AdminDateWidget, AdminSplitDateTime
from django.db import models


class LabelledSplitDateTime(AdminSplitDateTime):
    """A date and a time, each with a label that is tied to its box."""

    template_name = "admin/widgets/split_datetime.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        context["date_label"], context["time_label"] = "Date", "Time"
        return context


class HintedDate(AdminDateWidget):
    """A date that says how it is written to whoever has no calendar, which is a script."""

    template_name = "admin/widgets/date.html"


# How the staff's forms differ from Django's. A website typed without its scheme is taken for https.
FIELDS: Final[dict[Any, dict[str, Any]]] = {
    models.DateField: {"widget": HintedDate, "error_messages": {"invalid": "Enter the date as 31/12/2017."}},
    models.DateTimeField: {
        "widget": LabelledSplitDateTime,
        "error_messages": {
            "invalid_date": "Enter the date as 31/12/2017.",
            "invalid_time": "Enter the time as 19:30.",
        },
    },
    models.URLField: {"assume_scheme": "https"},
}


def label_controls(form: Any, number: int | None) -> None:
    """Give each control of an inline row a name that is read out: the column's heading is not tied to it."""
    place = f", row {number + 1}" if number is not None else ""
    for field in form.fields.values():
        if not field.widget.is_hidden and field.label:
            control = getattr(field.widget, "widget", field.widget)  # a relation's box stands in a wrapper
            control.attrs.setdefault("aria-label", f"{field.label}{place}")
