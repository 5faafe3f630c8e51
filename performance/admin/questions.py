"""Questions to the force: drafted here, asked, answered and closed by buttons."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString

from opcc.accounts.permissions import person
from opcc.core.models import OutboxMessage
from opcc.core.quarters import Quarter
from opcc.core.working_days import add_working_days
from opcc.reference import reporting as reference
from opcc.web.admin import StateButton
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date
from performance import operations
from performance.admin.shared import OperatedScopedAdmin, cleared
from performance.enums import QuestionState, SignalKind
from performance.forms.questions import (
    AnswerForm,
    AskForm,
    CorrectionForm,
    OutcomeForm,
    QuestionForm,
    WhyForm,
)
from performance.models import ForceQuestion
from performance.operations.letters import question_key
from performance.operations.questions import OPEN_STATES, Part
from performance.permissions import ASK, VIEW_RESTRICTED
from performance.queries.rules import house_rules

COLOURS = {
    QuestionState.DRAFT: "draft",
    QuestionState.ASKED: "waiting",
    QuestionState.ANSWERED: "due",
    QuestionState.CLOSED: "done",
}
ABOUT = ("series", "quarter_shown", "signal", "signal_month")


class OverdueFilter(admin.SimpleListFilter):
    """Questions whose day has passed without an answer."""

    title = "whether it is overdue"
    parameter_name = "overdue"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "Overdue")]

    def queryset(self, request: HttpRequest, queryset: "QuerySet[Any]") -> "QuerySet[Any]":
        if self.value() != "yes":
            return queryset
        return queryset.filter(state=QuestionState.ASKED, due_on__lt=timezone.localdate())


def _in(*states: QuestionState) -> Any:
    return lambda question: question.state in states


def _was_asked(question: ForceQuestion) -> bool:
    """A draft's restriction is ticked where it is written."""
    return question.state != QuestionState.DRAFT


def _button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(name=name, label=label, run=name.replace("-", "_"), **{"permission": ASK, **values})


@admin.register(ForceQuestion)
class ForceQuestionAdmin(OperatedScopedAdmin):
    """The pairs of question and answer. For people who are not cleared, a restricted pair is not there."""

    form = QuestionForm
    find_here = True
    list_display = ("reference", "stands", "series", "due", "public")
    list_filter = (OverdueFilter, "state")
    search_fields = ("reference", "question", "answer", "series__measure__name")
    ordering = ("-reference", "-pk")
    autocomplete_fields = ("series",)
    export_columns = (
        ("Reference", "reference"),
        ("Measure", "series.measure.name"),
        ("Area", "series.area_name"),
        ("Quarter from", "quarter_starts_on"),
        ("State", "get_state_display"),
        ("Question", "question"),
        ("Asked", "asked_at"),
        ("Answer needed by", "due_on"),
        ("Answer", "answer"),
        ("Answered by", "answered_for"),
        ("Answered on", "answered_on"),
        ("Outcome", "closed_note"),
        ("Restricted", "is_restricted"),
        ("Invented for the sample", "is_synthetic"),
    )
    state_buttons = (
        _button(
            "ask", "Ask the force", primary=True, form=AskForm, effects="effects_of_asking",
            does="Asking will, at once:", when=lambda record: not _was_asked(record) and not record.is_restricted,
        ),
        _button(
            "ask-protected", "Mark as asked", primary=True, effects="effects_of_asking",
            title="Ask the force in a protected way",
            does="It is restricted, so nothing is e-mailed from here. Send it by the force’s secure mail or hand it "
            "over, then mark it as asked. That will:",
            when=lambda record: not _was_asked(record) and record.is_restricted,
        ),
        _button("answer", "Record the answer", primary=True, form=AnswerForm, when=_in(QuestionState.ASKED)),
        _button(
            "close", "Close the question", form=OutcomeForm, when=_in(*OPEN_STATES),
            does="With or without an answer. The pair keeps its place in the reports.",
        ),
        _button(
            "correct", "Correct the answer", form=CorrectionForm, when=_in(QuestionState.ANSWERED),
            title="Is the answer written down wrongly?",
            does="Write it again whole. Who may read it stays as it is; what it said stays in the history.",
        ),
        _button(
            "restrict-question", "Restrict the question", form=WhyForm, permission=VIEW_RESTRICTED,
            does="The pair leaves everything the public can read, and the lists of staff who are not cleared.",
            when=lambda record: _was_asked(record) and not record.question_is_restricted,
        ),
        _button(
            "open-question", "Let the public read the question", form=WhyForm, permission=VIEW_RESTRICTED,
            does="The pair stands in public editions from the next report on, if its answer is open too.",
            when=lambda record: _was_asked(record) and record.question_is_restricted,
        ),
        _button(
            "restrict-answer", "Restrict the answer", form=WhyForm, permission=VIEW_RESTRICTED,
            does="The pair leaves everything the public can read, and the lists of staff who are not cleared.",
            when=lambda record: record.answer_is_restricted is False,
        ),
        _button(
            "open-answer", "Let the public read the answer", form=WhyForm, permission=VIEW_RESTRICTED,
            does="The pair stands in public editions from the next report on, if its question is open too.",
            when=lambda record: record.answer_is_restricted is True,
        ),
    )  # fmt: skip

    # --- Who sees what -------------------------------------------------------------------------------
    def get_queryset(self, request: HttpRequest) -> "QuerySet[ForceQuestion]":
        rows = ForceQuestion.objects.for_reader(include_restricted=cleared(request))
        return rows.select_related(
            "series__measure", "series__force_area", "series__policing_area", "series__district",
            "asked_by", "recorded_by", "closed_by",
        )  # fmt: skip

    def events_for(self, request: HttpRequest) -> Q | None:
        """What a question said while a half of it was restricted stays with those who could read it then."""
        if cleared(request):
            return None
        return Q(question_is_restricted=False) & (Q(answer="") | Q(answer_is_restricted=False))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Once asked, a question stays as it was put."""
        asked = obj is not None and obj.state != QuestionState.DRAFT
        return not asked and super().has_change_permission(request, obj)

    # --- What is shown -------------------------------------------------------------------------------
    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("series", "quarter_shown") if obj is not None else ()

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """What it is about and what it asks; then what became of it."""
        if obj is None:
            about: tuple[str, ...] = ("series", "quarter", "signal", "signal_month")
            return ((None, {"fields": about}), ("The question", {"fields": ("question", "question_is_restricted")}))
        editable = self.has_change_permission(request, obj)
        asked = ("question", *(("question_is_restricted", "seen") if editable else ("question_openness",)))
        parts: list[Any] = [("What it is about", {"fields": ABOUT}), ("The question", {"fields": asked})]
        if obj.answer:
            fields = ("answer", "answer_openness", "answered_for", "answered_on", "recorded_by")
            parts.append(("The answer", {"fields": fields}))
        if obj.state == QuestionState.CLOSED:
            parts.append(("The end", {"fields": ("closed_note", "closed_at", "closed_by")}))
        if obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return parts

    @admin.display(description="State", ordering="state")
    def stands(self, question: ForceQuestion) -> SafeString:
        state = QuestionState(question.state)
        if state is QuestionState.ASKED and question.due_on is not None and question.due_on < timezone.localdate():
            return tag("Overdue", "overdue")
        return tag(state.label, COLOURS[state])

    @admin.display(description="Quarter", ordering="quarter_starts_on")
    def quarter_shown(self, question: ForceQuestion) -> str:
        return Quarter.containing(question.quarter_starts_on).label

    @admin.display(description="Needed by", ordering="due_on")
    def due(self, question: ForceQuestion) -> str | None:
        return nice_date(question.due_on) if question.due_on else None

    @admin.display(description="Public")
    def public(self, question: ForceQuestion) -> str:
        return _openness(question.is_restricted)

    @admin.display(description="For the public")
    def question_openness(self, question: ForceQuestion) -> str:
        return _openness(question.question_is_restricted)

    @admin.display(description="For the public")
    def answer_openness(self, question: ForceQuestion) -> str:
        return _openness(bool(question.answer_is_restricted))

    def facts(self, record: ForceQuestion) -> Sequence[tuple[str, Any]]:
        found: list[tuple[str, Any]] = [("State", self.stands(record)), ("For the public", self.public(record))]
        if record.due_on:
            found.append(("Answer needed by", nice_date(record.due_on)))
        if record.state == QuestionState.ASKED:
            found.append(("Sent to", _sent_to(record)))
        return found

    def effects_of_asking(self, record: ForceQuestion) -> list[str]:
        """What asking today does."""
        due_on = add_working_days(
            timezone.localdate(), house_rules().question_days, also_closed=reference.closed_days()
        )
        return ["keep the question as it is written now", f"ask for an answer by {nice_date(due_on)}"]

    # --- What is done --------------------------------------------------------------------------------
    def write(self, request: HttpRequest, form: Any, record: Any) -> ForceQuestion:
        said = form.cleaned_data
        common = {
            "signal": SignalKind(said["signal"]) if said["signal"] else None,
            "signal_month": said["signal_month"],
            "is_restricted": said["question_is_restricted"],
            "by": person(request),
            "at": timezone.now(),
        }
        if record is None:
            return operations.draft_question(
                series=said["series"], quarter=said["quarter"], question=said["question"], **common
            )
        return operations.redraft_question(question=record, seen=said["seen"], text=said["question"], **common)

    def ask(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        to = answers.get("to")
        asked = operations.ask_question(question=record, to=to, by=person(request), at=timezone.now())
        assert asked.due_on is not None
        sent = f"It goes to {to.email}." if to else "Nothing was e-mailed: send it to the force yourself."
        return f"{asked} is asked. An answer is needed by {nice_date(asked.due_on)}. {sent}"

    ask_protected = ask

    def answer(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        kept = operations.record_answer(question=record, **answers, by=person(request), at=timezone.now())
        return f"The answer to {kept} is recorded. It is {'restricted' if kept.answer_is_restricted else 'open'}."

    def correct(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        operations.correct_answer(question=record, **answers, by=person(request), at=timezone.now())
        return f"The answer to {record} is corrected."

    def close(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        operations.close_question(question=record, **answers, by=person(request), at=timezone.now())
        return f"{record} is closed."

    def restrict_question(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        return self._restrict(request, record, Part.QUESTION, True, answers)

    def open_question(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        return self._restrict(request, record, Part.QUESTION, False, answers)

    def restrict_answer(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        return self._restrict(request, record, Part.ANSWER, True, answers)

    def open_answer(self, request: HttpRequest, record: ForceQuestion, answers: dict[str, Any]) -> str:
        return self._restrict(request, record, Part.ANSWER, False, answers)

    def _restrict(
        self, request: HttpRequest, record: ForceQuestion, part: Part, is_restricted: bool, answers: dict[str, Any]
    ) -> str:
        operations.change_restriction(
            question=record, part=part, is_restricted=is_restricted, **answers, by=person(request), at=timezone.now()
        )
        return f"The {part.value} of {record} is {'restricted' if is_restricted else 'open to the public'}."


def _openness(is_restricted: bool) -> str:
    return "Restricted" if is_restricted else "Open"


def _sent_to(question: ForceQuestion) -> str:
    """The address it was e-mailed to, or what to do where there was none."""
    mail = OutboxMessage.objects.filter(key=question_key(question)).values_list("to", flat=True).first()
    return mail or "Nobody by e-mail from here: send it yourself"
