"""The register of decisions as staff keep it: each step by a button, what is withheld with its sections and reasons."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date, nice_datetime
from panel import operations, queries
from panel.admin.attachments import AttachmentInline, WithheldAwareAdmin, withheld_facts
from panel.admin.follow_up import in_state
from panel.enums import DecisionState
from panel.forms.fields import ReasonForm
from panel.forms.register import (
    DecideForm,
    DecisionForm,
    PaperForm,
    TermForm,
    WithholdDecisionForm,
)
from panel.models import CommissionerTerm, Decision
from panel.operations import DecisionWords
from panel.permissions import CHANGE_DECISION, WITHHOLD, in_cleared_session

LIVE = (DecisionState.IN_PROGRESS, DecisionState.DECIDED)


class PublishedFilter(admin.SimpleListFilter):
    """Those in the public list, and those that are not."""

    title = "whether it is published"
    parameter_name = "published"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Published"), ("no", "Not published")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> Any:
        if self.value() not in ("yes", "no"):
            return queryset
        return queryset.filter(published_at__isnull=self.value() == "no")


@admin.register(CommissionerTerm)
class CommissionerTermAdmin(OperatedAdmin):
    """Terms by which decisions are numbered."""

    form = TermForm
    list_display = ("__str__", "example", "starts_on")
    ordering = ("-number", "prefix")
    search_fields = ("prefix",)

    @admin.display(description="Numbers are printed as")
    def example(self, term: CommissionerTerm) -> str:
        return term.printed(term.first_sequence)

    def write(self, request: HttpRequest, form: Any, record: Any) -> CommissionerTerm:
        term = record or CommissionerTerm()
        for name, value in form.cleaned_data.items():
            setattr(term, name, value)
        return operations.keep_term(term=term, by=person(request), at=timezone.now())


@admin.register(Decision)
class DecisionAdmin(WithheldAwareAdmin):
    """A decision from its number to its publication."""

    form = DecisionForm
    find_here = True
    list_display = ("reference", "title", "stands", "decided", "public")
    list_filter = (PublishedFilter, "state", "is_significant")
    search_fields = ("reference", "title", "summary")
    export_columns = (
        ("Number", "reference"),
        ("Title", "title"),
        ("Lead officer", "lead"),
        ("State", "get_state_display"),
        ("Date", "decided_on"),
        ("Published", "published_at"),
        ("Invented for the sample", "is_synthetic"),
    )
    inlines = (AttachmentInline,)
    state_buttons = (
        StateButton(
            name="decide", label="Record the decision", run="decide", permission=CHANGE_DECISION, form=DecideForm,
            primary=True, when=in_state(DecisionState.IN_PROGRESS),
        ),
        StateButton(
            name="publish", label="Publish the decision", run="publish", permission=CHANGE_DECISION, primary=True,
            effects="effects_of_publishing", does="Publishing will, at once:", when=lambda row: not row.is_published,
        ),
        StateButton(
            name="attach", label="Attach a PDF", run="attach", permission="panel.add_decisionattachment",
            form=PaperForm, does="If the decision is open and published, the public can read it at once.",
        ),
        StateButton(
            name="withhold", label="Withhold the decision", run="withhold", permission=WITHHOLD,
            form=WithholdDecisionForm, when=lambda row: not row.is_withheld,
            does="Title, summary and papers leave the public pages at once. The number stays, with the section.",
        ),
        StateButton(
            name="release", label="Open it to the public", run="release", permission=WITHHOLD,
            when=lambda row: row.is_withheld, does="If it is published, the public reads all of it at once.",
        ),
        StateButton(
            name="take-back", label="Take it out of the public list", run="take_back", permission=CHANGE_DECISION,
            form=ReasonForm, when=lambda row: row.is_published,
        ),
        StateButton(
            name="withdraw", label="Withdraw the decision", run="withdraw", permission=CHANGE_DECISION,
            form=ReasonForm, when=in_state(*LIVE), does="Its number stays in the list and is not used again.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super()
            .get_queryset(request)
            .select_related("term", "exemption__decided_by", "published_by", "recommendation")
        )

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-term__number", "-term__prefix", "-sequence")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was withdrawn stays as it is."""
        return (obj is None or obj.state in LIVE) and super().has_change_permission(request, obj)

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Nothing hangs on a record that is not there yet."""
        return super().get_inlines(request, obj) if obj is not None else ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("term", "withdrawn_reason", "source")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        about = ("title", "summary", "lead", "is_significant")
        rest = ("is_force_business", "chief_officer_on", "joint_with")
        follows = ("recommendation",) if self._shows_recommendation(request, obj) else ()
        more = ("interests", "supporting", *follows)
        parts: list[Any] = [
            (None, {"fields": ("term", *about) if obj is None else about}),
            ("With whom", {"fields": rest}),
            ("What goes with it", {"fields": (*more, "source") if obj is not None and obj.source else more}),
        ]
        if obj is not None and obj.withdrawn_reason:
            parts.append(("The end", {"fields": ("withdrawn_reason",)}))
        return parts

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "term" in made.base_fields:
            made.base_fields["term"].queryset = CommissionerTerm.objects.order_by("-number", "prefix")
        if not self._shows_recommendation(request, obj):
            made.base_fields.pop("recommendation", None)
        if "recommendation" in made.base_fields:
            made.base_fields["recommendation"].queryset = self._recommendations(request).order_by("-reference")
        return made

    @staticmethod
    def _recommendations(request: HttpRequest) -> Any:
        """Those that this person may know of."""
        reader = queries.EVERYTHING if in_cleared_session(request) else queries.OPEN
        return reader.recommendations()

    def _shows_recommendation(self, request: HttpRequest, obj: Decision | None) -> bool:
        """Whether the one that it follows, if there is one, is there for this person."""
        key = obj.recommendation_id if obj is not None else None
        return key is None or self._recommendations(request).filter(pk=key).exists()

    # --- What is shown -------------------------------------------------------------------------------
    @admin.display(description="State", ordering="state")
    def stands(self, record: Decision) -> Any:
        return tag(str(record.get_state_display()), DecisionState(record.state).colour)

    @admin.display(description="Date", ordering="decided_on")
    def decided(self, record: Decision) -> str:
        if record.decided_on:
            return nice_date(record.decided_on)
        return "Not recorded" if record.state == DecisionState.DECIDED else "Not decided"

    @admin.display(description="For the public", ordering="published_at")
    def public(self, record: Decision) -> str:
        if not record.is_published:
            return "Not published"
        return "Number alone" if record.is_withheld else "Published"

    def facts(self, record: Decision) -> Sequence[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [("State", self.stands(record))]
        if record.decided_on:
            found.append(("Decided", nice_date(record.decided_on)))
        public: Any = self.public(record)
        if record.is_published and not record.is_withheld:
            address = reverse("panel:decision", args=[record.reference])
            public = format_html('<a href="{}">{}</a>', address, public)
        found.append(("For the public", public))
        if record.published_at:
            by = f", by {record.published_by}" if record.published_by else ""
            found.append(("Published", f"{nice_datetime(record.published_at)}{by}"))
        return [*found, *withheld_facts(record.exemption)]

    def effects_of_publishing(self, record: Decision) -> list[str]:
        """What publishing does to this one."""
        if record.is_withheld:
            return ["put its number and the section it is withheld under into the public list"]
        return ["put it into the public list, the feed and the file", "show its page and its open papers to everybody"]

    # --- What is done --------------------------------------------------------------------------------
    def write(self, request: HttpRequest, form: Any, record: Any) -> Decision:
        said = dict(form.cleaned_data)
        term = said.pop("term", None)
        who: dict[str, Any] = {"by": person(request), "at": timezone.now()}
        if record is not None:
            said.setdefault("recommendation", record.recommendation)  # where it was not there for this person
        words = DecisionWords(**said)
        if record is None:
            return operations.register_decision(term=term, words=words, **who)
        return operations.change_decision(decision=record, words=words, **who)

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        if button.form is PaperForm and said is not None:
            return PaperForm(said, request.FILES, prefix=button.name)
        return super().button_form(request, button, record, said)

    def decide(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        operations.decide(decision=record, **answers, by=person(request), at=timezone.now())
        return f"Decision {record.reference} is made."

    def publish(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        operations.publish_decision(decision=record, by=person(request), at=timezone.now())
        return f"Decision {record.reference} is published{', by its number alone' if record.is_withheld else ''}."

    def attach(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        file = answers["file"]
        operations.attach_paper(
            decision=record, title=answers["title"], name=file.name, content=file, by=person(request), at=timezone.now()
        )
        return "The PDF is attached."

    def withhold(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        operations.withhold_decision(decision=record, **answers, by=person(request), at=timezone.now())
        return f"Decision {record.reference} is withheld."

    def release(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        operations.release_decision(decision=record, by=person(request), at=timezone.now())
        return f"Decision {record.reference} is open."

    def take_back(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        operations.take_back_decision(decision=record, **answers, by=person(request), at=timezone.now())
        return f"Decision {record.reference} is out of the public list."

    def withdraw(self, request: HttpRequest, record: Decision, answers: dict[str, Any]) -> str:
        operations.withdraw_decision(decision=record, **answers, by=person(request), at=timezone.now())
        return f"Decision {record.reference} is withdrawn."
