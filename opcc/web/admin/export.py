"""The action that downloads chosen rows, and leaves a trace of it."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone

from opcc.core import operations
from opcc.core.enums import AccessKind
from opcc.web import views

EXPORT_LIMIT = 10_000


@admin.action(description="Download as CSV", permissions=["export"])
def export_as_csv(model_admin: Any, request: HttpRequest, rows: "QuerySet[Any]") -> HttpResponseBase | None:
    """The chosen rows with the columns of `export_columns`; who took how many of what is recorded first.

    What may not leave the site is left out, and the person is told so.
    """
    chosen, rows = rows.count(), model_admin.for_export(rows)
    count = rows.count()
    if chosen and not count:
        messages.error(request, "None of these rows may leave the site. Nothing was downloaded.")
        return None
    if count > EXPORT_LIMIT:
        messages.error(
            request, f"{count:,} rows are too many for one file. Filter the list to {EXPORT_LIMIT:,} or fewer."
        )
        return None
    if count < chosen:
        left_out = f"{chosen - count:,} of the {chosen:,} rows chosen may not leave the site"
        messages.warning(request, f"{left_out}. The file does not have them.")
    name = str(model_admin.opts.verbose_name_plural)
    operations.record_access(
        kind=AccessKind.EXPORTED,
        at=timezone.now(),
        by_id=request.user.pk,
        by_name=str(request.user),
        description=f"{name}: {count} rows, from {request.path}",
        record=model_admin.model,
    )
    columns: Sequence[tuple[str, str]] = model_admin.export_columns
    lines = ([_value(row, source) for _, source in columns] for row in rows.order_by("pk"))
    return views.csv_response(name, [heading for heading, _ in columns], lines)


def _value(row: Any, source: str) -> Any:
    """A field, a method without arguments, or one of a related record by dots: 'forum.name'."""
    value = row
    for step in source.split("."):
        value = getattr(value, step, None)
    return value() if callable(value) else value
