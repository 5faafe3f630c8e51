"""Files of figures: brought here, loaded in the background, and what was wrong with each, line by line."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString

from opcc.accounts.permissions import person
from opcc.core.enums import AccessKind
from opcc.core.errors import DomainError
from opcc.core.operations import record_access
from opcc.web.admin import OfficeModelAdmin, StateButton
from opcc.web.admin.tags import tag
from opcc.web.views import csv_response
from opcc.web.words import nice_datetime
from performance import operations
from performance.enums import LOADS_IN_WORK, LoadKind, LoadState, Severity
from performance.forms.loads import LoadForm, ReplaceForm
from performance.models import Load, LoadProblem
from performance.permissions import LOAD, may_read_file

REFRESH_SECONDS = 3
PROBLEMS_A_PAGE = 50
COLOURS = {
    LoadState.QUEUED: "waiting",
    LoadState.LOADING: "waiting",
    LoadState.LOADED: "done",
    LoadState.REFUSED: "overdue",
    LoadState.FAILED: "overdue",
}
# What each kind of file has in its first line; the optional columns last.
COLUMNS = {
    LoadKind.OBSERVATIONS: (
        *("measure", "area", "month", "value", "unit", "source"),
        *("numerator", "denominator", "n", "status", "note"),
    ),
    LoadKind.QUARTERS: (
        *("measure", "area", "quarter", "value", "average", "source"),
        *("numerator", "denominator", "n", "status", "note"),
    ),
}
PROBLEM_COLUMNS = ("Kind", "Line", "Column", "What was there", "What to do")


def _only_differs(load: Load) -> bool:
    return load.state == LoadState.REFUSED and 0 < load.error_count == load.difference_count


@admin.register(Load)
class LoadAdmin(OfficeModelAdmin):
    """Who brought which file when. A load is never changed: the next one takes its place."""

    read_only = True
    change_form_template = "admin/performance/load/change_form.html"
    list_display = (
        "file_name",
        "kind",
        "state_shown",
        "rows",
        "error_count",
        "warning_count",
        "requested_at",
        "by_whom",
    )
    list_filter = ("state", "kind")
    list_select_related = ("requested_by",)
    search_fields = ("file_name",)
    ordering = ("-requested_at", "-pk")
    fields = (
        *("kind", "requested_at", "by_whom", "finished_at", "reason", "is_synthetic"),
        *("rows", "created", "superseded", "unchanged"),
    )
    readonly_fields = ("by_whom", "is_synthetic")
    state_buttons = (
        StateButton(
            name="replace",
            label="Load it in place of what is here",
            run="replace",
            permission=LOAD,
            title="Are the figures of the file the right ones?",
            does="The figures that differ are superseded. What was published with them stays as it was.",
            form=ReplaceForm,
            when=_only_differs,
            primary=True,
        ),
        StateButton(
            name="retry",
            label="Try again",
            run="retry",
            permission=LOAD,
            title="The load failed",
            when=lambda load: load.state == LoadState.FAILED,
            primary=True,
        ),
    )

    # --- What is shown --------------------------------------------------------------------------------
    @admin.display(description="State", ordering="state")
    def state_shown(self, load: Load) -> SafeString:
        """The word on its colour."""
        return tag(load.get_state_display(), COLOURS[LoadState(load.state)])

    @admin.display(description="Loaded by", ordering="requested_by")
    def by_whom(self, load: Load) -> str:
        """Nobody who signed in: the office's folder or the command line."""
        return str(load.requested_by or "the console")

    def facts(self, record: Load) -> Sequence[tuple[str, Any]]:
        finished = nice_datetime(record.finished_at) if record.finished_at else "Not yet"
        return (("State", self.state_shown(record)), ("Finished", finished), ("New figures", record.created))

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        load = context.get("original")
        if load is not None:
            problems = _problems(request, load)
            kind = request.GET.get("kind", "")
            context |= {
                "refresh_seconds": REFRESH_SECONDS if load.state in LOADS_IN_WORK else None,
                "problems": Paginator(_of_kind(problems, kind), PROBLEMS_A_PAGE).get_page(request.GET.get("page")),
                "kinds": _kinds(load, kind),
                "kind": kind,
                "not_kept": load.error_count + load.warning_count - load.problems.count(),
                "may_take_file": bool(load.file) and may_read_file(request.user, load),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    # --- Bringing a file ------------------------------------------------------------------------------
    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(LOAD)

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Bring a file; a very file that is loaded is said to be, and nothing changes."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = LoadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            file, lookup = form.cleaned_data["file"], form.cleaned_data["lookup_file"]
            try:
                load = operations.receive_load(
                    file=file,
                    name=file.name,
                    kind=LoadKind(form.cleaned_data["kind"]),
                    lookup_file=lookup or None,
                    by=person(request),
                    at=timezone.now(),
                )
            except DomainError as error:
                form.add_error(error.field if error.field in form.fields else None, error.message)
            else:
                told = operations.was_loaded(load) if load.state == LoadState.LOADED else f"{load} is being loaded."
                messages.success(request, told)
                return redirect(self.address_of(load))
        context = {
            **self.admin_site.each_context(request),
            "title": "Load figures",
            "opts": self.opts,
            "form": form,
            "columns": [(kind.label, kind.value, names) for kind, names in COLUMNS.items()],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/performance/load/bring.html", context)

    def replace(self, request: HttpRequest, record: Load, answers: dict[str, Any]) -> str:
        load = operations.load_in_place(load=record, reason=answers["reason"], by=person(request), at=timezone.now())
        return f"{load} is being loaded in place of what is here. It has a page of its own in the list."

    def retry(self, request: HttpRequest, record: Load, answers: dict[str, Any]) -> str:
        operations.retry_load(load=record, by=person(request), at=timezone.now())
        return "The file is being loaded again."

    # --- Taking away ----------------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("template/<slug:kind>/", view(self.template), name="performance_load_template"),
            path("<int:load_id>/problems/", view(self.problems), name="performance_load_problems"),
            path("<int:load_id>/file/", view(self.file), name="performance_load_file"),
            *super().get_urls(),
        ]

    def template(self, request: HttpRequest, kind: str) -> HttpResponseBase:
        """An empty file with the right first line."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        columns = {one.value: names for one, names in COLUMNS.items()}.get(kind)
        if columns is None:
            raise Http404
        return csv_response(f"{kind} template", columns, [])

    def problems(self, request: HttpRequest, load_id: int) -> HttpResponseBase:
        """Every kept problem as CSV."""
        load = self._record(request, str(load_id))
        rows = (
            (one.get_severity_display(), one.line, one.column, one.found, one.message)
            for one in _of_kind(_problems(request, load), request.GET.get("kind", "")).iterator()
        )
        return csv_response(f"problems of {load.file_name}", PROBLEM_COLUMNS, rows)

    def file(self, request: HttpRequest, load_id: int) -> HttpResponseBase:
        """The file as it came, for people who may read every figure in it. Taking it is recorded."""
        load = self._record(request, str(load_id))
        if not load.file or not may_read_file(request.user, load):
            raise Http404
        user = person(request)
        record_access(
            kind=AccessKind.EXPORTED,
            at=timezone.now(),
            by_id=user.pk,
            by_name=str(user),
            address=request.META.get("REMOTE_ADDR"),
            record=load,
            description=f"The file {load.file_name}",
        )
        response = FileResponse(load.file.open("rb"), as_attachment=True, filename=load.file_name)
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
        response.headers["Cache-Control"] = "no-store"
        return response


def _problems(request: HttpRequest, load: Load) -> "QuerySet[LoadProblem]":
    """Errors first. People who may not read the file read what is about open measures: a line may name anything."""
    found = LoadProblem.objects.filter(load=load)
    if not may_read_file(request.user, load):
        found = found.filter(series__measure__is_restricted=False)
    return found.order_by("severity", "line", "pk")


def _of_kind(problems: "QuerySet[LoadProblem]", kind: str) -> "QuerySet[LoadProblem]":
    """Errors alone, or warnings; all of them for anything else."""
    return problems.filter(severity=kind) if kind in Severity else problems


def _kinds(load: Load, kind: str) -> list[tuple[str, str, bool]]:
    """The links above the list, as (value, words, whether it is the one shown), where a file has both kinds."""
    if not (load.error_count and load.warning_count):
        return []
    counted = {Severity.ERROR: load.error_count, Severity.WARNING: load.warning_count}
    links = [(one.value, f"{one.label}s ({number:,})", one == kind) for one, number in counted.items()]
    return [("", "All", kind not in Severity), *links]
