"""Recommendations as staff keep them: each step by a button, what was done as rows that stay."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date
from panel import operations
from panel.admin.follow_up import (
    EvidenceInline,
    LoggableAdmin,
    OverdueFilter,
    UpdateInline,
    in_state,
    items_known,
    state_button,
)
from panel.enums import (
    ANSWERED,
    LIVE,
    TO_SOMEBODY,
    UNANSWERED,
    AnswerKind,
    Opinion,
    Recipient,
    RecommendationState,
)
from panel.forms.fields import ReasonForm
from panel.forms.recommendations import (
    CloseForm,
    EvidenceForm,
    NewActionForm,
    RecommendationForm,
    ResponseCorrectionForm,
    ResponseForm,
    UpdateForm,
    VerdictForm,
    held_items,
)
from panel.models import (
    PanelAction,
    PanelVerdict,
    Recommendation,
    Resolution,
)
from panel.permissions import (
    ADD_ACTION,
    in_cleared_session,
)

BEFORE_VERDICT = (RecommendationState.RESPONDED, RecommendationState.IN_PROGRESS)


class ActionInline(AppendOnlyInline):
    model = PanelAction
    fields = ("text", "lead", "due_on", "state")
    show_change_link = True
    ordering = ("due_on", "pk")


class VerdictInline(AppendOnlyInline):
    model = PanelVerdict
    fields = ("item", "opinion", "note")
    ordering = ("recorded_at", "pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request).select_related("item")
        return rows if in_cleared_session(request) else rows.open()


@admin.register(Recommendation)
class RecommendationAdmin(LoggableAdmin):
    """Made of a resolution; its words are the Panel's and stay."""

    subject = "recommendation"
    form = RecommendationForm
    find_here = True
    list_display = ("__str__", "stands", "recipient", "resolved", "due_on", "letter_number")
    list_filter = (OverdueFilter, "state", "to")
    search_fields = ("reference", "title", "text")
    export_columns = (
        ("Number", "reference"),
        ("Title", "title"),
        ("As resolved", "text"),
        ("Resolved on", "resolution.item.meeting.held_on"),
        ("To", "recipient"),
        ("Lead", "lead"),
        ("Response due", "due_on"),
        ("State", "get_state_display"),
        ("Back to the Panel on", "update_on"),
        ("Closed on", "closed_on"),
        ("Invented for the sample", "is_synthetic"),
    )
    inlines = (ActionInline, UpdateInline, EvidenceInline, VerdictInline)
    state_buttons = (
        state_button("respond", "Record the response", form=ResponseForm, primary=True, when=in_state(*UNANSWERED)),
        state_button(
            "verdict", "Record the Panel's verdict", form=VerdictForm, primary=True, when=in_state(*ANSWERED),
            does="Unless the Panel is satisfied, the recommendation stays open and comes back on a new day.",
        ),
        state_button(
            "put", "Put it to the Panel", when=in_state(*BEFORE_VERDICT), title="Is it ready for the Panel?",
            does="It stands on the next agenda that is drafted, for the Panel's verdict.",
        ),
        state_button("update", "Add an update", form=UpdateForm, initial="today", when=in_state(*LIVE)),
        state_button("act", "Add an action", form=NewActionForm, permission=ADD_ACTION, when=in_state(*LIVE)),
        state_button("evidence", "Add evidence", form=EvidenceForm, initial="today", when=in_state(*LIVE)),
        state_button(
            "close", "Close the recommendation", form=CloseForm, initial="today", when=in_state(*ANSWERED),
            does="Only if the Panel is satisfied and no action is open.",
        ),
        state_button(
            "correct", "Write the response again", form=ResponseCorrectionForm, initial="response_now",
            when=in_state(*ANSWERED), title="Is the response written down wrongly?",
            does="What it said before stays in the history.",
        ),
        state_button(
            "withdraw", "Withdraw the recommendation", form=ReasonForm, when=in_state(*LIVE),
            does="The Panel no longer asks for it. Its number is not used again.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).with_meeting()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-resolution__item__meeting__held_on", "-reference")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has ended stays as it is."""
        return (obj is None or obj.state in LIVE) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if obj is None:
            return ()
        shown = ("answer_shown", "answer_text", "answer_published")
        return ("resolution", "text", "letter", "letter_number", "withdrawn_reason", "source", *shown)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        about = ("title", "to", "to_other", "lead", "due_on")
        if obj is None:
            return ((None, {"fields": ("resolution", *about)}),)
        parts: list[Any] = [
            ("As resolved", {"fields": ("text", "resolution", "source") if obj.source else ("text", "resolution")}),
            ("What is asked", {"fields": (*about, "update_on")}),
        ]
        if hasattr(obj, "response"):
            parts.append(("The response", {"fields": ("answer_shown", "answer_text", "answer_published")}))
        if obj.letter_id:
            parts.append(("The letter", {"fields": ("letter", "letter_number")}))
        if obj.withdrawn_reason:
            parts.append(("The end", {"fields": ("withdrawn_reason",)}))
        return parts

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "resolution" in made.base_fields:
            made.base_fields["resolution"].queryset = _to_be_made(request)
        return made

    # --- What is shown -------------------------------------------------------------------------------
    @admin.display(description="State", ordering="state")
    def stands(self, record: Recommendation) -> Any:
        today = timezone.localdate()
        late_from = record.due_on if record.state in UNANSWERED else record.update_on
        if record.state in LIVE and late_from is not None and late_from < today:
            return tag("Overdue", "overdue")
        return tag(str(record.get_state_display()), RecommendationState(record.state).colour)

    @admin.display(description="To")
    def recipient(self, record: Recommendation) -> str:
        return record.recipient

    @admin.display(description="Answer")
    def answer_shown(self, record: Recommendation) -> str:
        response = record.response
        more = response.part or response.reason
        return f"{response.get_answer_display()}, {nice_date(response.given_on)}{f': {more}' if more else ''}"

    @admin.display(description="In their words")
    def answer_text(self, record: Recommendation) -> str:
        return record.response.text

    @admin.display(description="Published at")
    def answer_published(self, record: Recommendation) -> str | None:
        return record.response.published_url or None

    @admin.display(description="Resolved", ordering="resolution__item__meeting__held_on")
    def resolved(self, record: Recommendation) -> str:
        return nice_date(record.resolution.item.meeting.held_on)

    def facts(self, record: Recommendation) -> Sequence[tuple[str, Any]]:
        return (
            ("State", self.stands(record)),
            ("Resolved", self.resolved(record)),
            ("For the public", "Exempt" if record.is_exempt else "Open"),
        )

    def response_now(self, record: Recommendation) -> dict[str, Any]:
        """The response as it stands, for whoever writes it again."""
        row = record.response
        names = ("answer", "part", "reason", "text", "given_on", "published_url")
        return {name: getattr(row, name) for name in names}

    # --- What is done --------------------------------------------------------------------------------
    def write(self, request: HttpRequest, form: Any, record: Any) -> Recommendation:
        said = form.cleaned_data
        common = {name: said[name] for name in ("title", "to_other", "lead", "due_on")}
        who: dict[str, Any] = {"by": person(request), "at": timezone.now()}
        to = Recipient(said["to"])
        if record is None:
            return operations.make_recommendation(resolution=said["resolution"], to=to, **common, **who)
        return operations.change_recommendation(
            recommendation=record, to=to, update_on=said["update_on"], **common, **who
        )

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        form = super().button_form(request, button, record, said)
        if button.form is VerdictForm:
            rows = items_known(request)
            form.fields["item"].queryset = held_items(rows, record.resolution.item.meeting.held_on)
        return form

    def respond(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        answers["answer"] = AnswerKind(answers["answer"])
        operations.record_response(recommendation=record, **answers, by=person(request), at=timezone.now())
        return f"The response to {record.reference} is recorded."

    def correct(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        answers["answer"] = AnswerKind(answers["answer"])
        operations.correct_response(recommendation=record, **answers, by=person(request), at=timezone.now())
        return f"The response to {record.reference} is written again."

    def act(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.add_action(recommendation=record, **answers, by=person(request), at=timezone.now())
        return f"The action stands under {record.reference}."

    def put(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.put_to_panel(recommendation=record, by=person(request), at=timezone.now())
        return f"{record.reference} waits for the Panel's verdict."

    def verdict(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        answers["opinion"] = Opinion(answers["opinion"])
        made = operations.record_verdict(recommendation=record, **answers, by=person(request), at=timezone.now())
        if made.update_on is None:
            return f"The Panel is satisfied with {record.reference}. Close it once its actions are done."
        return f"{record.reference} stays open. It comes back on {nice_date(made.update_on)}."

    def close(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.close_recommendation(recommendation=record, **answers, by=person(request), at=timezone.now())
        return f"{record.reference} is closed."

    def withdraw(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.withdraw_recommendation(recommendation=record, **answers, by=person(request), at=timezone.now())
        return f"{record.reference} is withdrawn."


def _to_be_made(request: HttpRequest) -> Any:
    """Carried resolutions that ask for something and have no recommendation yet, the latest first."""
    rows = Resolution.objects.carried().filter(kind__in=TO_SOMEBODY, recommendation=None)
    if not in_cleared_session(request):
        rows = rows.open()
    return rows.select_related("item__meeting").order_by("-item__meeting__held_on", "number", "letter", "pk")
