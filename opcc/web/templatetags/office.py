"""How every page writes dates, money and states, and draws forms, tables, page numbers and filters."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.template import Context
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from opcc.web import questions, words

register = template.Library()

register.filter("number", words.number)
register.filter("file_size", words.file_size)


def _unless_empty(name: str, write: Any) -> None:
    """A filter that writes nothing where there is nothing: unknown is an empty cell, not an error."""

    def write_or_nothing(value: Any) -> str:
        return "" if value in (None, "") else str(write(value))

    register.filter(name, write_or_nothing)


for _name, _write in (
    ("nice_date", words.nice_date),
    ("nice_weekday", words.nice_weekday),
    ("nice_time", words.nice_time),
    ("nice_datetime", words.nice_datetime),
    ("money", words.money),
    ("change", words.change),
    ("percent1", words.percent1),
):
    _unless_empty(_name, _write)


@register.filter
def due(day: date, today: date | None = None) -> str:
    """'Overdue by 6 days', 'Due tomorrow'. Pass the page's date; without it, today in London."""
    return words.due(day, today or timezone.localdate())


@register.filter
def ago(moment: date | datetime, today: date | None = None) -> str:
    """'yesterday', '6 days ago'."""
    day = timezone.localdate(moment) if isinstance(moment, datetime) else moment
    return words.ago(day, today or timezone.localdate())


# A state's colour repeats what its word says.
STATE_COLOURS = {"draft": "grey", "waiting": "blue", "due": "yellow", "overdue": "red", "done": "green"}


@register.simple_tag
def state_tag(label: str, state: str) -> SafeString:
    """A state as a tag. `state` is draft, waiting, due, overdue or done; the label is the word that is read."""
    return format_html('<strong class="govuk-tag govuk-tag--{}">{}</strong>', STATE_COLOURS[state], label)


@register.simple_tag
def question(field: BoundField) -> questions.Question:
    """A form's field as the template pack draws it."""
    return questions.question(field)


@register.simple_tag(takes_context=True)
def problems(context: Context, *shown: Any) -> list[questions.Problem]:
    """The errors of the forms given, or of the page's `form`, `formset` and `forms`."""
    given = [item for item in shown if item]
    if not given:
        given = [context.get(name) for name in ("form", "formset")] + list(context.get("forms") or [])
    return questions.problems(item for item in given if hasattr(item, "is_bound"))


@register.simple_block_tag
def cell(content: str, label: str, kind: str = "") -> SafeString:
    """A table's cell, which on a phone carries its column's name. kind: 'n' for a number, 'd' for a date."""
    return format_html(
        '<td role="cell" class="govuk-table__cell {}" data-label="{}"><span>{}</span></td>', kind, label, content
    )


@register.simple_block_tag
def row_heading(content: str) -> SafeString:
    """The first cell of a row, which on a phone becomes the card's heading: a name, never a bare number."""
    return format_html('<th scope="row" role="rowheader" class="govuk-table__header">{}</th>', content)


@register.simple_tag(takes_context=True)
def query_with(context: Context, **changes: Any) -> str:
    """The page's query string with these values set, or with a key taken out by `key=None`; back on page 1."""
    query: QueryDict = context["request"].GET.copy()
    query.pop("page", None)
    for name, value in changes.items():
        if value is None:
            query.pop(name, None)
        else:
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def sort_link(context: Context, key: str) -> str:
    """The query string that sorts by a column; pressed again, the other way round."""
    now = context["request"].GET.get("sort", "")
    return query_with(context, sort=f"-{key}" if now == key else key)


@register.simple_tag(takes_context=True)
def sorted_by(context: Context, key: str) -> str:
    """For aria-sort: 'ascending', 'descending' or 'none'."""
    return {key: "ascending", f"-{key}": "descending"}.get(context["request"].GET.get("sort", ""), "none")


@register.simple_tag
def page_numbers(page: "Page[Any]") -> Iterable[int | str]:
    """The numbers to show, with gaps: 1 … 4 5 6 … 12."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.simple_tag(takes_context=True)
def hidden_query(context: Context, form: Any) -> list[tuple[str, str]]:
    """What else is in the query string, so that a filter does not undo the sort."""
    own = {bound.html_name for bound in form}
    query: QueryDict = context["request"].GET
    return [
        (name, str(query[name])) for name in query if name not in own | {"page"} and name.rsplit("_", 1)[0] not in own
    ]


@register.filter
def beside(columns: Iterable[Any], row: Iterable[Any]) -> list[tuple[Any, Any]]:
    """A table's columns, each with its value in this row."""
    return list(zip(columns, row, strict=True))
