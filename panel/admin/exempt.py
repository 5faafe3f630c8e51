"""Staff's pages of what may be exempt: for whoever is not cleared it is not there, and every opening is noted."""

from typing import Any

from django.http import HttpRequest, HttpResponse

from opcc.web.admin.operated import OperatedAdmin
from panel.permissions import in_cleared_session, record_opening


class ExemptAwareAdmin(OperatedAdmin):
    """Rows that may be exempt. `open_rows` keeps those that everybody in the office may see."""

    def open_rows(self, rows: Any) -> Any:
        """The rows without those that are exempt."""
        return rows.open()

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request)
        return rows if in_cleared_session(request) else self.open_rows(rows)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        record = context.get("original")
        if record is not None and record.is_exempt:
            record_opening(request, record, f"Exempt {self.opts.verbose_name}, in the staff's pages")
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        record = self._record(request, object_id)
        if record.is_exempt:
            record_opening(request, record, f"History of an exempt {self.opts.verbose_name}")
        return super().history_view(request, object_id, extra_context)
