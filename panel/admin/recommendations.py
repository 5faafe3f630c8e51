"""Recommendations and actions as staff keep them: each step by a button, what was done as rows that stay."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opcc.web.admin import StateButton, WorkGroup, WorkItem, work_sources
from opcc.web.admin.inlines import AppendOnlyInline
from opcc.web.words import nice_date
from panel import operations, queries
from panel.admin.exempt import ExemptAwareAdmin, tag
from panel.enums import (
    ANSWERED,
    LIVE,
    TO_SOMEBODY,
    UNANSWERED,
    ActionState,
    AnswerKind,
    Opinion,
    Recipient,
    RecommendationState,
)
from panel.forms.recommendations import (
    ActionForm,
    CloseForm,
    EndActionForm,
    EvidenceForm,
    NewActionForm,
    ReasonForm,
    RecommendationForm,
    ResponseCorrectionForm,
    ResponseForm,
    UpdateForm,
    VerdictForm,
    held_items,
)
from panel.models import (
    AgendaItem,
    Evidence,
    PanelAction,
    PanelVerdict,
    ProgressUpdate,
    Recommendation,
    RecommendationResponse,
    Resolution,
)
from panel.models import WorkItem as ProgrammeItem
from panel.permissions import (
    ADD_ACTION,
    CHANGE_ACTION,
    CHANGE_RECOMMENDATION,
    CHANGE_WORK,
    VIEW_RECOMMENDATION,
    in_cleared_session,
)

COLOURS = {
    RecommendationState.MADE: "draft",
    RecommendationState.SENT: "waiting",
    RecommendationState.RESPONDED: "waiting",
    RecommendationState.IN_PROGRESS: "waiting",
    RecommendationState.FOR_VERDICT: "due",
    RecommendationState.CLOSED: "done",
    RecommendationState.WITHDRAWN: "draft",
}
ACTION_COLOURS = {ActionState.OPEN: "waiting", ActionState.DONE: "done", ActionState.DROPPED: "draft"}
BEFORE_VERDICT = (RecommendationState.RESPONDED, RecommendationState.IN_PROGRESS)


class OverdueFilter(admin.SimpleListFilter):
    """Those whose day has passed."""

    title = "whether it is overdue"
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Overdue")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> Any:
        return queryset.overdue(timezone.localdate()) if self.value() == "yes" else queryset  # type: ignore[attr-defined]  # both query sets have it


class ResponseInline(AppendOnlyInline):
    model = RecommendationResponse
    verbose_name_plural = "the response"
    fields = ("answer", "part", "reason", "text", "given_on", "published_url")


class ActionInline(AppendOnlyInline):
    model = PanelAction
    fields = ("text", "lead", "due_on", "state", "outcome")
    show_change_link = True
    ordering = ("due_on", "pk")


class UpdateInline(AppendOnlyInline):
    model = ProgressUpdate
    fields = ("on", "text", "written_by")
    ordering = ("on", "pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("written_by")


class EvidenceInline(AppendOnlyInline):
    model = Evidence
    verbose_name_plural = "evidence"
    fields = ("title", "on", "url", "name")
    ordering = ("on", "pk")


class VerdictInline(AppendOnlyInline):
    model = PanelVerdict
    fields = ("item", "opinion", "note", "update_on")
    ordering = ("recorded_at", "pk")

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("item")


def _in(*states: str) -> Any:
    return lambda record: record.state in states


def _button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(
        name=name, label=label, run=name.replace("-", "_"), **{"permission": CHANGE_RECOMMENDATION, **values}
    )


class _Loggable(ExemptAwareAdmin):
    """What a line of the log and evidence can be added to: a recommendation or an action."""

    subject: str

    def update(self, request: HttpRequest, record: Any, answers: dict[str, Any]) -> str:
        operations.write_update(**{self.subject: record}, **answers, by=_person(request), at=timezone.now())
        return "The update stands in the log. It cannot be changed: add another one that corrects it."

    def evidence(self, request: HttpRequest, record: Any, answers: dict[str, Any]) -> str:
        file = answers.pop("file", None)
        operations.add_evidence(
            **{self.subject: record}, **answers, name=file.name if file else "", content=file, by=_person(request),
            at=timezone.now(),
        )  # fmt: skip
        return "The evidence is added."

    def today(self, record: Any) -> dict[str, Any]:
        """What a form about today is filled in with."""
        return {"on": timezone.localdate(), "closed_on": timezone.localdate()}

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        if button.form is EvidenceForm and said is not None:
            return EvidenceForm(said, request.FILES, prefix=button.name)
        return super().button_form(request, button, record, said)


@admin.register(Recommendation)
class RecommendationAdmin(_Loggable):
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
    inlines = (ResponseInline, ActionInline, UpdateInline, EvidenceInline, VerdictInline)
    state_buttons = (
        _button("respond", "Record the response", form=ResponseForm, primary=True, when=_in(*UNANSWERED)),
        _button(
            "verdict", "Record the Panel's verdict", form=VerdictForm, primary=True, when=_in(*ANSWERED),
            does="Unless the Panel is satisfied, the recommendation stays open and comes back on a new day.",
        ),
        _button(
            "put", "Put it to the Panel", when=_in(*BEFORE_VERDICT), title="Is it ready for the Panel?",
            does="It stands on the next agenda that is drafted, for the Panel's verdict.",
        ),
        _button("update", "Add an update", form=UpdateForm, initial="today", when=_in(*LIVE)),
        _button("act", "Add an action", form=NewActionForm, permission=ADD_ACTION, when=_in(*LIVE)),
        _button("evidence", "Add evidence", form=EvidenceForm, initial="today", when=_in(*LIVE)),
        _button(
            "close", "Close the recommendation", form=CloseForm, initial="today", when=_in(*ANSWERED),
            does="Only if the Panel is satisfied and no action is open.",
        ),
        _button(
            "correct", "Write the response again", form=ResponseCorrectionForm, initial="response_now",
            when=_in(*ANSWERED), title="Is the response written down wrongly?",
            does="What it said before stays in the history.",
        ),
        _button(
            "withdraw", "Withdraw the recommendation", form=ReasonForm, when=_in(*LIVE),
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
        return () if obj is None else ("resolution", "text", "letter", "letter_number", "withdrawn_reason", "source")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        about = ("title", "to", "to_other", "lead", "due_on")
        if obj is None:
            return ((None, {"fields": ("resolution", *about)}),)
        parts: list[Any] = [
            ("As resolved", {"fields": ("text", "resolution", "source") if obj.source else ("text", "resolution")}),
            ("What is asked", {"fields": (*about, "update_on")}),
        ]
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
        return tag(str(record.get_state_display()), COLOURS[RecommendationState(record.state)])

    @admin.display(description="To")
    def recipient(self, record: Recommendation) -> str:
        return record.recipient

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
        who: dict[str, Any] = {"by": _person(request), "at": timezone.now()}
        to = Recipient(said["to"])
        if record is None:
            return operations.make_recommendation(resolution=said["resolution"], to=to, **common, **who)
        return operations.change_recommendation(
            recommendation=record, to=to, update_on=said["update_on"], **common, **who
        )

    def button_form(self, request: HttpRequest, button: StateButton, record: Any, said: Any = None) -> Any:
        form = super().button_form(request, button, record, said)
        if button.form is VerdictForm:
            rows = _items(request)
            form.fields["item"].queryset = held_items(rows, record.resolution.item.meeting.held_on)
        return form

    def respond(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        answers["answer"] = AnswerKind(answers["answer"])
        operations.record_response(recommendation=record, **answers, by=_person(request), at=timezone.now())
        return f"The response to {record.reference} is recorded."

    def correct(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        answers["answer"] = AnswerKind(answers["answer"])
        operations.correct_response(recommendation=record, **answers, by=_person(request), at=timezone.now())
        return f"The response to {record.reference} is written again."

    def act(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.add_action(recommendation=record, **answers, by=_person(request), at=timezone.now())
        return f"The action stands under {record.reference}."

    def put(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.put_to_panel(recommendation=record, by=_person(request), at=timezone.now())
        return f"{record.reference} waits for the Panel's verdict."

    def verdict(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        answers["opinion"] = Opinion(answers["opinion"])
        made = operations.record_verdict(recommendation=record, **answers, by=_person(request), at=timezone.now())
        if made.update_on is None:
            return f"The Panel is satisfied with {record.reference}. Close it once its actions are done."
        return f"{record.reference} stays open. It comes back on {nice_date(made.update_on)}."

    def close(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.close_recommendation(recommendation=record, **answers, by=_person(request), at=timezone.now())
        return f"{record.reference} is closed."

    def withdraw(self, request: HttpRequest, record: Recommendation, answers: dict[str, Any]) -> str:
        operations.withdraw_recommendation(recommendation=record, **answers, by=_person(request), at=timezone.now())
        return f"{record.reference} is withdrawn."


@admin.register(PanelAction)
class PanelActionAdmin(_Loggable):
    """Actions under recommendations and by themselves."""

    subject = "action"
    form = ActionForm
    find_here = True
    list_display = ("__str__", "stands", "lead", "from_what", "due_on", "update_on")
    list_filter = (OverdueFilter, "state")
    search_fields = ("text", "lead", "recommendation__reference")
    export_columns = (
        ("Date raised", "raised_on"),
        ("Action", "text"),
        ("Recommendation", "recommendation.reference"),
        ("Lead", "lead"),
        ("Due", "due_on"),
        ("Update for the Panel on", "update_on"),
        ("State", "get_state_display"),
        ("Done or dropped on", "ended_on"),
        ("What came of it", "outcome"),
        ("Invented for the sample", "is_synthetic"),
    )
    inlines = (UpdateInline, EvidenceInline)
    state_buttons = (
        _button(
            "end", "Record what came of it", form=EndActionForm, initial="today", permission=CHANGE_ACTION,
            primary=True, when=_in(ActionState.OPEN),
        ),
        _button("update", "Add an update", form=UpdateForm, initial="today", permission=CHANGE_ACTION),
        _button("evidence", "Add evidence", form=EvidenceForm, initial="today", permission=CHANGE_ACTION),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).with_origin()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("due_on", "pk")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What has ended stays as it is."""
        return (obj is None or obj.state == ActionState.OPEN) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("recommendation", "item", "ended_on", "outcome", "source")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        about = ("text", "lead", "member", "due_on", "update_on")
        if obj is None:
            return ((None, {"fields": ("item", *about)}),)
        came_from = ("recommendation",) if obj.recommendation_id else ("item",)
        parts: list[Any] = [(None, {"fields": (*came_from, *about)})]
        if obj.state != ActionState.OPEN:
            parts.append(("The end", {"fields": ("ended_on", "outcome")}))
        if obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return parts

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "item" in made.base_fields:
            made.base_fields["item"].queryset = held_items(_items(request))
        return made

    @admin.display(description="State", ordering="state")
    def stands(self, record: PanelAction) -> Any:
        if record.state == ActionState.OPEN and record.due_on is not None and record.due_on < timezone.localdate():
            return tag("Overdue", "overdue")
        return tag(str(record.get_state_display()), ACTION_COLOURS[ActionState(record.state)])

    @admin.display(description="From")
    def from_what(self, record: PanelAction) -> str:
        if record.recommendation is not None:
            return f"Recommendation {record.recommendation.reference}"
        return nice_date(record.raised_on)

    def facts(self, record: PanelAction) -> Sequence[tuple[str, Any]]:
        return (
            ("State", self.stands(record)),
            ("Agreed", nice_date(record.raised_on)),
            ("For the public", "Exempt" if record.is_exempt else "Open"),
        )

    def write(self, request: HttpRequest, form: Any, record: Any) -> PanelAction:
        said = form.cleaned_data
        common = {name: said[name] for name in ("text", "lead", "member", "due_on", "update_on")}
        who: dict[str, Any] = {"by": _person(request), "at": timezone.now()}
        if record is None:
            return operations.add_action(item=said["item"], **common, **who)
        return operations.change_action(action=record, **common, **who)

    def end(self, request: HttpRequest, record: PanelAction, answers: dict[str, Any]) -> str:
        answers["state"] = ActionState(answers["state"])
        ended = operations.end_action(action=record, **answers, by=_person(request), at=timezone.now())
        return f"The action is {ended.get_state_display().lower()}."


@work_sources.register
def follow_up_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Recommendations and actions that are overdue or wait, and items of the work programme without a word on them."""
    if not request.user.has_perm(VIEW_RECOMMENDATION):
        return ()
    today = timezone.localdate()
    reader = queries.EVERYTHING if in_cleared_session(request) else queries.OPEN
    rows, actions = reader.recommendations(), reader.actions()
    listed = reverse("admin:panel_recommendation_changelist")
    acted = reverse("admin:panel_panelaction_changelist")
    found = [
        WorkItem(
            rows.overdue(today).count(), "Recommendations overdue", f"{listed}?overdue=yes", _oldest(rows, today),
            "overdue",
        ),
        WorkItem(actions.overdue(today).count(), "Actions overdue", f"{acted}?overdue=yes", state="overdue"),
    ]  # fmt: skip
    if request.user.has_perm(CHANGE_RECOMMENDATION):
        verdict = RecommendationState.FOR_VERDICT
        found += [
            WorkItem(
                rows.filter(state=RecommendationState.MADE).count(), "Recommendations without a letter",
                f"{listed}?state__exact=made", state="due",
            ),
            WorkItem(
                rows.filter(state=verdict).count(), "Recommendations for the Panel’s verdict",
                f"{listed}?state__exact={verdict.value}", state="due",
            ),
        ]  # fmt: skip
    if request.user.has_perm(CHANGE_WORK):
        late = ProgrammeItem.objects.overdue(today).count()
        programme = reverse("admin:panel_workitem_changelist")
        found.append(
            WorkItem(late, "Items of the work programme whose meeting is over", f"{programme}?overdue=yes", state="due")
        )
    return (WorkGroup("Panel", tuple(found)),)


def _oldest(rows: Any, today: Any) -> str:
    first = rows.overdue(today).filter(Q(due_on__lt=today)).order_by("due_on", "pk").first()
    return f"The oldest, {first.reference}, was due on {nice_date(first.due_on)}" if first else ""


def _items(request: HttpRequest) -> Any:
    """Items that this person may know of."""
    return AgendaItem.objects.all() if in_cleared_session(request) else AgendaItem.objects.open()


def _to_be_made(request: HttpRequest) -> Any:
    """Carried resolutions that ask for something and have no recommendation yet, the latest first."""
    rows = Resolution.objects.carried().filter(kind__in=TO_SOMEBODY, recommendation=None)
    if not in_cleared_session(request):
        rows = rows.open()
    return rows.select_related("item__meeting").order_by("-item__meeting__held_on", "number", "letter", "pk")


def _person(request: HttpRequest) -> Any:
    return request.user
