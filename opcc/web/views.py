"""What every list and download shares: page numbers, sorting, filters in use, CSV, and no copies of private pages."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.forms.boundfield import BoundField
from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils.text import slugify

from opcc.web.csv_export import csv_lines

PER_PAGE = 25
TRAP = "website"  # what machines like to fill in
Row = TypeVar("Row", bound=Model)
Parameters = ParamSpec("Parameters")
Response = TypeVar("Response", bound=HttpResponseBase)


@dataclass(frozen=True)
class Column:
    """A table's column: its name, 'n' for numbers or 'd' for dates, and the key that sorts by it."""

    label: str
    kind: str = ""
    sort: str = ""


@dataclass(frozen=True)
class Step:
    """One line of a timeline."""

    what: str
    when: str = ""
    by: str = ""
    text: str = ""
    state: str = "done"  # or 'now', 'to-come'


@dataclass(frozen=True)
class ChosenFilter:
    """A filter in use, and the address of the same list without it."""

    label: str
    value: str
    clear_url: str


def paginate(request: HttpRequest, rows: QuerySet[Row] | Sequence[Any], per_page: int = PER_PAGE) -> "Page[Any]":
    """The page that ?page= asks for; nonsense shows the first page, a number too high the last."""
    return Paginator(rows, per_page).get_page(request.GET.get("page"))


def ordering(request: HttpRequest, allowed: Mapping[str, Sequence[str]], default: str) -> list[str]:
    """What to order by, from ?sort=, which may name only what is allowed; '-name' turns it round.

    `allowed` maps a column's key to the fields it orders by, the last of them unique: {"date": ("met_on", "pk")}.
    """
    asked = request.GET.get("sort") or default
    if asked.removeprefix("-") not in allowed:
        asked = default
    fields = allowed[asked.removeprefix("-")]
    return [_turned(field) for field in fields] if asked.startswith("-") else list(fields)


def chosen_filters(request: HttpRequest, form: forms.BaseForm) -> list[ChosenFilter]:
    """The filters that narrow the list now, in the form's order."""
    if not form.is_valid():
        return []
    return [
        ChosenFilter(str(bound.label), words, _address_without(request, bound))
        for bound in form
        if (words := _in_words(bound, form.cleaned_data.get(bound.name)))
    ]


def csv_response(name: str, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """A CSV download that no spreadsheet takes for formulas. Who exported what is for the caller to record."""
    return StreamingHttpResponse(
        csv_lines(header, rows),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="{slugify(name)}.csv"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )


def filled_the_trap(request: HttpRequest) -> bool:
    """Whether the box of components/trap.html, which people do not see, came back with something in it."""
    return bool(request.POST.get(TRAP))


def no_store(view: Callable[Parameters, Response]) -> Callable[Parameters, Response]:
    """Keep a view's pages out of every cache, signed in or not: single-use links, restricted papers."""

    @wraps(view)
    def guarded(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Response:
        response = view(*args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return guarded


def _turned(field: str) -> str:
    return field.removeprefix("-") if field.startswith("-") else f"-{field}"


def _in_words(bound: BoundField, value: Any) -> str:
    if value in (None, "", [], False):
        return ""
    if isinstance(value, list | tuple | QuerySet):
        return ", ".join(_in_words(bound, item) for item in value)
    if value is True:
        return "yes"
    field = bound.field
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(field.choices).get(value, value))  # type: ignore[arg-type]  # no groups of choices
    return str(value)


def _address_without(request: HttpRequest, bound: BoundField) -> str:
    query = request.GET.copy()
    parts = tuple(f"{bound.html_name}_{part}" for part in ("day", "month", "year"))
    for name in (bound.html_name, *parts, "page"):
        query.pop(name, None)
    return f"{request.path}?{query.urlencode()}"
