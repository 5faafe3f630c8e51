"""Pages of a meeting that was held: its attendance on one screen, and its minutes item by item."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods

from opcc.accounts.permissions import person
from opcc.core.errors import DomainError
from opcc.web.admin import OfficeModelAdmin
from panel import operations, queries
from panel.enums import MeetingState, MinutesState
from panel.forms.minutes import AttendanceForm, MinutesForm, OtherFormSet, others_of
from panel.models import AgendaItem, PanelMeeting, PanelMinutes
from panel.permissions import ADD_ATTENDANCE, CHANGE_MINUTES, in_cleared_session, record_opening

if TYPE_CHECKING:  # it is mixed into this
    Base = OfficeModelAdmin
else:
    Base = object

allowed = method_decorator(require_http_methods(["GET", "HEAD", "POST"]))


class AtTheMeeting(Base):
    """Mixed into the meetings' admin."""

    def get_urls(self) -> list[URLPattern]:
        pages = {"attendance": self.attendance_view, "minutes": self.minutes_view}
        made = [
            path(f"<path:object_id>/{name}/", self.admin_site.admin_view(view), name=f"panel_panelmeeting_{name}")
            for name, view in pages.items()
        ]
        exempt = self.admin_site.admin_view(self.exempt_minutes_view)
        made.insert(0, path("<path:object_id>/minutes/exempt/", exempt, name="panel_panelmeeting_exempt_minutes"))
        return [*made, *super().get_urls()]

    # --- Attendance -----------------------------------------------------------------------------------
    @allowed
    def attendance_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A row for each member, and those in attendance; saved as a whole."""
        meeting: PanelMeeting = self._record(request, object_id)
        may_change = request.user.has_perm(ADD_ATTENDANCE) and meeting.state == MeetingState.HELD
        expected = queries.expected_at(meeting)
        others = [{"name": o.name, "office": o.office, "body": o.body} for o in queries.others_at(meeting)]
        said = request.POST if request.method == "POST" else None
        form = AttendanceForm(said, expected=expected, items=queries.agenda_of(meeting))
        formset = OtherFormSet(said, initial=others, prefix="others")
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            if form.is_valid() and formset.is_valid() and self._attended(request, meeting, form, formset):
                return redirect(request.path)
        there = queries.room_of(meeting).lines
        context = {
            **self._page_of(meeting, "Attendance", request),
            "form": form,
            "formset": formset,
            "may_change": may_change,
            "quorum": queries.Quorum(queries.quorum_needed(meeting), len(there)),
            "is_taken": any(due.line for due in expected),
        }
        return TemplateResponse(request, "admin/panel/panelmeeting/attendance.html", context)

    @staticmethod
    def _attended(request: HttpRequest, meeting: PanelMeeting, form: AttendanceForm, formset: Any) -> bool:
        try:
            operations.record_attendance(
                meeting=meeting, lines=form.lines(), others=others_of(formset), by=person(request), at=timezone.now()
            )
        except DomainError as error:
            form.add_error(None, error.message)
            return False
        messages.success(request, "The attendance is recorded.")
        return True

    # --- Minutes --------------------------------------------------------------------------------------
    def minutes_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What was discussed on each open item."""
        return self._minutes(request, object_id, is_exempt=False)

    def exempt_minutes_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """What was discussed that the public may not read; not there for who may not know of it."""
        if not in_cleared_session(request):
            raise Http404
        return self._minutes(request, object_id, is_exempt=True)

    @allowed
    def _minutes(self, request: HttpRequest, object_id: str, *, is_exempt: bool) -> HttpResponse:
        meeting: PanelMeeting = self._record(request, object_id)
        row = PanelMinutes.objects.filter(meeting=meeting, is_exempt=is_exempt).first()
        may_change = (
            request.user.has_perm(CHANGE_MINUTES)
            and meeting.state == MeetingState.HELD
            and (row is None or row.state == MinutesState.DRAFT)
        )
        form = MinutesForm(
            request.POST or None,
            items=_items(meeting, is_exempt=is_exempt),
            initial={"rose_at": row.rose_at if row else None},
        )
        if request.method == "POST":
            if not may_change:
                raise PermissionDenied
            if form.is_valid() and self._wrote(request, meeting, form, is_exempt=is_exempt):
                return redirect(request.path)
        if is_exempt and row is not None:
            record_opening(request, row, "Exempt minutes, in the staff's pages")
        context = {
            **self._page_of(meeting, "Exempt minutes" if is_exempt else "Minutes", request),
            "form": form,
            "row": row,
            "is_exempt": is_exempt,
            "may_change": may_change,
            "hints": queries.hints_of(meeting, is_exempt=is_exempt),
            "is_taken": queries.is_taken(meeting),
            "has_exempt": not is_exempt and in_cleared_session(request),
        }
        return TemplateResponse(request, "admin/panel/panelmeeting/minutes.html", context)

    @staticmethod
    def _wrote(request: HttpRequest, meeting: PanelMeeting, form: MinutesForm, *, is_exempt: bool) -> bool:
        try:
            operations.write_minutes(
                meeting=meeting, texts=form.texts(), rose_at=form.cleaned_data["rose_at"], is_exempt=is_exempt,
                by=person(request), at=timezone.now(),
            )  # fmt: skip
        except DomainError as error:
            form.add_error(error.field if error.field in form.fields else None, error.message)
            return False
        messages.success(request, "The minutes are saved. Readers have them once you publish them.")
        return True

    def _page_of(self, meeting: PanelMeeting, title: str, request: HttpRequest) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts, "original": meeting}


def _items(meeting: PanelMeeting, *, is_exempt: bool) -> Sequence[tuple[str, AgendaItem, str]]:
    """Number, item and text. Anything may be said in exempt minutes, of open items only in open ones."""
    if not is_exempt:
        lines = queries.minute_lines(meeting, is_exempt=False)
        return [(line.number, line.item, line.text) for line in lines if line.item is not None]
    kept = {line.number: line.text for line in queries.minute_lines(meeting, is_exempt=True)}
    return [(entry.number, entry.item, kept.get(entry.number, "")) for entry in queries.agenda_of(meeting)]
