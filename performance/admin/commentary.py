"""Commentary: begun for a measure and quarter, written beside the figures, read with them in place, published."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString

from opcc.accounts.permissions import person
from opcc.core.quarters import Quarter
from opcc.web.admin import StateButton
from opcc.web.admin.tags import tag
from performance import operations
from performance.admin.offered import Preview, Subject, previewed
from performance.admin.shared import OperatedScopedAdmin, chart_of, cleared, link
from performance.enums import CommentaryState, InclusionChoice
from performance.forms.commentary import BeginForm, CommentaryForm
from performance.models import Commentary
from performance.operations.commentary import TEXTS
from performance.permissions import COMMENT
from performance.placeholders import PlaceholderError
from performance.reporting.missing import missing_commentary

COLOURS = {CommentaryState.DRAFT: "draft", CommentaryState.PUBLISHED: "done"}


@admin.register(Commentary)
class CommentaryAdmin(OperatedScopedAdmin):
    """One text a measure and quarter. The restricted part is there for cleared people only."""

    to_measure = "measure__"
    kept = frozenset({"restricted_text"})
    form = CommentaryForm
    change_form_template = "admin/performance/commentary/change_form.html"
    change_list_template = "admin/performance/commentary/list.html"
    list_display = ("measure", "quarter_shown", "stands", "inclusion", "written_by")
    list_select_related = ("measure", "written_by")
    list_filter = ("state", "inclusion", "measure__group")
    search_fields = ("measure__name", "summary", "text")
    ordering = ("-quarter_starts_on", "measure__group__position", "measure__position", "measure__name", "pk")
    date_hierarchy = "quarter_starts_on"
    export_columns = (
        ("Measure", "measure.name"),
        ("Quarter from", "quarter_starts_on"),
        ("State", "get_state_display"),
        ("Line in the summary", "summary"),
        ("Commentary", "text"),
        ("In this quarter’s report", "get_inclusion_display"),
        ("Why", "reason"),
        ("Invented for the sample", "is_synthetic"),
    )
    state_buttons = (
        StateButton(
            name="publish", label="Publish", title="Publish this commentary", run="publish", permission=COMMENT,
            does="The measure’s page shows it, and the next report prints it, each with the figures of its day.",
            when=lambda record: record.state == CommentaryState.DRAFT, primary=True,
        ),
        StateButton(
            name="withdraw", label="Withdraw it", title="Change or take back what is published", run="withdraw",
            permission=COMMENT, when=lambda record: record.state == CommentaryState.PUBLISHED,
            does="It becomes a draft again and leaves the measure’s page. Reports that are approved keep it.",
        ),
    )  # fmt: skip

    # --- Who may -------------------------------------------------------------------------------------
    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What is published is withdrawn first."""
        published = obj is not None and obj.state == CommentaryState.PUBLISHED
        return not published and super().has_change_permission(request, obj)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Any]":
        return super().get_queryset(request).select_related("measure", "written_by", "published_by")

    # --- The list ------------------------------------------------------------------------------------
    @admin.display(description="Quarter", ordering="quarter_starts_on")
    def quarter_shown(self, commentary: Commentary) -> str:
        return _quarter(commentary).label

    @admin.display(description="State", ordering="state")
    def stands(self, commentary: Commentary) -> SafeString:
        state = CommentaryState(commentary.state)
        return tag(state.label, COLOURS[state])

    # --- The page ------------------------------------------------------------------------------------
    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        texts = [name for name in TEXTS if name not in self.kept_from(request)]
        editable = obj is None or self.has_change_permission(request, obj)
        parts: list[Any] = [("In this quarter’s report", {"fields": ("inclusion", "reason")})]
        if obj is not None and obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return [*parts, ("The words", {"fields": (*texts, *(("seen",) if editable else ()))})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("source",)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        is_about = obj is not None or self._begun(request).is_valid()
        figures = self._subject(request, obj).figures if is_about else {}
        return type(made.__name__, (made,), {"figures": figures, "is_preview": "_preview" in request.POST})

    def facts(self, record: Commentary) -> Sequence[tuple[str, Any]]:
        return (
            ("State", self.stands(record)),
            ("Measure", link(record.measure)),
            ("Quarter", _quarter(record).label),
            ("Look at", chart_of(record.measure, quarter=_quarter(record))),
        )

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, obj: Any = None, **kwargs: Any
    ) -> HttpResponse:
        subject = self._subject(request, obj)
        form = context["adminform"].form
        context["subject"] = subject
        context["in_report"] = (
            subject.in_report(InclusionChoice(obj.inclusion), obj.reason) if obj else subject.in_report()
        )
        context["show_save_and_add_another"] = context["show_save_and_continue"] = False
        context["preview"] = self._preview(request, form, subject, obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _preview(self, request: HttpRequest, form: forms.BaseForm, subject: Subject, obj: Any) -> Preview | None:
        """What is typed, once it is right; else what is stored."""
        kept = self.kept_from(request)
        if form.is_bound:
            return None if form.errors else previewed(form.cleaned_data, subject, is_typed=True)
        if obj is None:
            return None
        words = {name: getattr(obj, name) for name in TEXTS if name not in kept}
        try:
            return previewed(words, subject, is_typed=False)
        except PlaceholderError:  # an area or measure went since it was written: saving or publishing says so
            return None

    def _subject(self, request: HttpRequest, obj: Any) -> Subject:
        """The measure and quarter of the page, and their figures: worked out once a request."""
        found: Subject | None = getattr(request, "subject", None)
        if found is None:
            begun = self._begun(request).cleaned_data if obj is None else {}
            about = (obj.measure, _quarter(obj)) if obj is not None else (begun["measure"], begun["quarter"])
            found = Subject.of(*about)
            request.subject = found  # type: ignore[attr-defined]
        return found

    # --- What is missing -----------------------------------------------------------------------------
    def get_urls(self) -> list[URLPattern]:
        missing = path("missing/", self.admin_site.admin_view(self.missing), name="performance_commentary_missing")
        return [missing, *super().get_urls()]

    def missing(self, request: HttpRequest) -> HttpResponse:
        """The measures of the latest quarter's report of which nothing is written yet."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        quarter, found = missing_commentary(include_restricted=cleared(request))
        context = {
            **self.admin_site.each_context(request),
            "title": "Commentary to write",
            "opts": self.opts,
            "quarter": quarter,
            "missing": found,
            "may_add": self.has_add_permission(request),
        }
        return TemplateResponse(request, "admin/performance/commentary/missing.html", context)

    # --- Beginning -----------------------------------------------------------------------------------
    @staticmethod
    def _begun(request: HttpRequest) -> BeginForm:
        """What the address says it is about: read once a request."""
        form: BeginForm | None = getattr(request, "begun", None)
        if form is None:
            asked = request.GET if {"measure", "quarter"} & set(request.GET) else None
            form = BeginForm(asked, include_restricted=cleared(request))
            request.begun = form  # type: ignore[attr-defined]
        return form

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """First what it is about; then the page on which it is written, beside its figures."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = self._begun(request)
        if not form.is_valid():
            context = {
                **self.admin_site.each_context(request),
                "title": "Write commentary",
                "opts": self.opts,
                "form": form,
            }
            return TemplateResponse(request, "admin/performance/commentary/begin.html", context)
        about = form.cleaned_data
        there = Commentary.objects.filter(measure=about["measure"], quarter_starts_on=about["quarter"].start).first()
        if there is not None:
            return redirect(self.address_of(there))
        return super().add_view(request, form_url, extra_context)

    # --- What is done --------------------------------------------------------------------------------
    def write(self, request: HttpRequest, form: Any, record: Any) -> Commentary:
        said = form.cleaned_data
        subject = self._subject(request, record)
        stored = record.restricted_text if record is not None else ""
        return operations.save_commentary(
            measure=subject.measure,
            quarter=subject.quarter,
            summary=said["summary"],
            text=said["text"],
            restricted_text=said.get("restricted_text", stored),
            inclusion=InclusionChoice(said["inclusion"]),
            reason=said["reason"],
            seen=said["seen"],
            by=person(request),
            at=timezone.now(),
        )

    def response_add(self, request: HttpRequest, obj: Any, post_url_continue: str | None = None) -> HttpResponse:
        return self._saved(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        return self._saved(request, obj)

    def _saved(self, request: HttpRequest, obj: Any) -> HttpResponse:
        messages.success(request, "The commentary is saved as a draft. Publish it when it is ready.")
        return redirect(self.address_of(obj))

    def publish(self, request: HttpRequest, record: Commentary, answers: dict[str, Any]) -> str:
        operations.publish_commentary(commentary=record, by=person(request), at=timezone.now())
        return "The commentary is published."

    def withdraw(self, request: HttpRequest, record: Commentary, answers: dict[str, Any]) -> str:
        operations.withdraw_commentary(commentary=record, by=person(request), at=timezone.now())
        return "The commentary is a draft again."


def _quarter(commentary: Commentary) -> Quarter:
    return Quarter.containing(commentary.quarter_starts_on)
