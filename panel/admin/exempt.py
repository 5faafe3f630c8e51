"""Staff's pages of what may be exempt: for whoever is not cleared it is not there, and every opening is noted."""

import json
from collections.abc import Sequence
from typing import Any

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.admin.options import get_content_type_for_model
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from opcc.accounts.permissions import person
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.words import nice_date, nice_datetime
from panel.models import ExemptionClaim, FoiExemption
from panel.permissions import in_cleared_session, record_opening


class NotedAdmin(OperatedAdmin):
    """Rows of which every opening is noted: on their page, in their history, in a list and among what Find found."""

    def is_kept_back(self, record: Any) -> bool:
        """Whether opening this row is noted."""
        return True

    def shows_kept_back(self, request: HttpRequest, rows: Sequence[Any]) -> bool:
        """Whether a list of these rows is noted."""
        return bool(rows)

    def words_of(self, what: str) -> str:
        """What the access log says: of a `page`, a `history`, or a `list`. Never what the record says."""
        names, name = self.opts.verbose_name_plural, self.opts.verbose_name
        return {"page": f"A {name}", "history": f"History of {name}", "list": f"List of {names}"}[what]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        record = context.get("original")
        if record is not None and self.is_kept_back(record):
            record_opening(request, record, self.words_of("page"))
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record = self._record(request, object_id)
        if self.is_kept_back(record):
            record_opening(request, record, self.words_of("history"))
        return super().history_view(request, object_id, extra_context)

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        response = super().changelist_view(request, extra_context)
        changes = (getattr(response, "context_data", None) or {}).get("cl")
        if changes is not None and self.shows_kept_back(request, list(changes.result_list)):
            record_opening(request, self.model, self.words_of("list"))
        return response

    def found(self, request: HttpRequest, rows: Sequence[Any]) -> None:
        """Find shows what a list does."""
        if self.shows_kept_back(request, rows):
            record_opening(request, self.model, f"{self.words_of('list')}, by Find")

    # --- Django's own log of changes: by kind and key, since what is open today may be exempt tomorrow ----------------
    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry:
        return self._logged(request, obj, message, ADDITION)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> LogEntry:
        return self._logged(request, obj, message, CHANGE)

    def _logged(self, request: HttpRequest, obj: Any, message: Any, flag: int) -> LogEntry:
        fields = [line for line in message if all("object" not in said for said in line.values())]
        return LogEntry.objects.create(
            user=person(request),
            content_type=get_content_type_for_model(obj),
            object_id=str(obj.pk),
            object_repr=f"{capfirst(self.opts.verbose_name)} {obj.pk}",
            action_flag=flag,
            change_message=json.dumps(fields),
        )


class ExemptAwareAdmin(NotedAdmin):
    """Rows that may be exempt. `open_rows` keeps those that everybody in the office may see."""

    kept_back = "exempt"  # the law's word for it, in the access log

    def is_kept_back(self, record: Any) -> bool:
        """Exempt itself, or as what it hangs on is."""
        return bool(record.is_exempt)

    def open_rows(self, rows: Any) -> Any:
        """The rows without those that are exempt."""
        return rows.open()

    def may_see_exempt(self, request: HttpRequest) -> bool:
        """Whether the exempt rows are there for this person."""
        return in_cleared_session(request)

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        return rows if self.may_see_exempt(request) else self.open_rows(rows)

    def shows_kept_back(self, request: HttpRequest, rows: Sequence[Any]) -> bool:
        """Whether one of them is exempt: one query, however many rows."""
        if not rows or not self.may_see_exempt(request):
            return False
        keys = [row.pk for row in rows]
        return bool(self.open_rows(self.model._default_manager.filter(pk__in=keys)).count() < len(keys))

    def words_of(self, what: str) -> str:
        names, name = self.opts.verbose_name_plural, self.opts.verbose_name
        return {
            "page": f"{capfirst(self.kept_back)} {name}, in the staff's pages",
            "history": f"History of {name}, {self.kept_back}",
            "list": f"List of {names}, {self.kept_back} ones among them, in the staff's pages",
            "parts": f"{capfirst(name)} with something {self.kept_back} in it, in the staff's pages",
        }[what]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        record = context.get("original")
        inlines = context.get("inline_admin_formsets", ())
        below = (row for inline in inlines for row in inline.formset.get_queryset())
        if record is not None and not self.is_kept_back(record) and any(map(_has_claim, below)):
            record_opening(request, record, self.words_of("parts"))
        return super().render_change_form(request, context, *args, **kwargs)

    # --- What leaves the office's pages ---------------------------------------------------------------
    def for_export(self, rows: Any) -> Any:
        """What is exempt stands in no file, whoever takes it: a file goes where no second step guards it."""
        return self.open_rows(rows)

    def export_label(self, request: HttpRequest) -> str:
        label = super().export_label(request)
        return f"{label}, without {self.kept_back} rows" if self.may_see_exempt(request) else label


def _has_claim(row: Any) -> bool:
    """Whether it is kept back by itself; what hangs on something kept back is noted with that."""
    return getattr(row, "exemption_id", None) is not None


def ground_facts(claim: ExemptionClaim | None) -> list[tuple[str, Any]]:
    """What an exempt item, resolution or part rests on; nothing for one that rests on nothing of its own."""
    if claim is None:
        return []
    return [
        ("Told as", claim.public_title),
        ("Paragraphs", ", ".join(claim.paragraphs)),
        ("Public interest", claim.reasons),
        *decided_facts(claim),
    ]


def decided_facts(claim: ExemptionClaim | FoiExemption) -> list[tuple[str, Any]]:
    """Who decided and when, and the day to look at it again, which leads to where that is done."""
    address = reverse(f"admin:{claim._meta.app_label}_{claim._meta.model_name}_change", args=[claim.pk])
    day = nice_date(claim.review_on) if claim.review_on else "No day is set"
    return [
        ("Decided", f"{claim.decided_by or 'When it was loaded'}, {nice_datetime(claim.decided_at)}"),
        ("To be looked at again", format_html('<a href="{}">{}</a>', address, day)),
    ]
