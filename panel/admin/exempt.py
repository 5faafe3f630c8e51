"""Staff's pages of what may be exempt: for whoever is not cleared it is not there, and every opening is noted."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html

from opcc.web.admin.operated import OperatedAdmin
from opcc.web.words import nice_date, nice_datetime
from panel.models import ExemptionClaim, FoiExemption
from panel.permissions import in_cleared_session, record_opening


class ExemptAwareAdmin(OperatedAdmin):
    """Rows that may be exempt. `open_rows` keeps those that everybody in the office may see."""

    kept_back = "exempt"  # the law's word for it, in the access log

    def is_kept_back(self, record: Any) -> bool:
        """Whether opening this row is noted."""
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

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        record = context.get("original")
        if record is not None and self.is_kept_back(record):
            record_opening(
                request, record, f"{self.kept_back.capitalize()} {self.opts.verbose_name}, in the staff's pages"
            )
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record = self._record(request, object_id)
        if self.is_kept_back(record):
            record_opening(request, record, f"History of {self.opts.verbose_name}, {self.kept_back}")
        return super().history_view(request, object_id, extra_context)


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
