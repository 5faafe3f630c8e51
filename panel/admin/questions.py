"""Questions of the public as staff decide on them and write down the answers."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton, WorkGroup, WorkItem, work_sources
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date, nice_datetime
from panel import operations, queries
from panel.enums import AnswerManner, AskedState, Channel, MeetingState, RefusalGround
from panel.forms.fields import ReasonForm
from panel.forms.questions import AnswerForm, QuestionForm, RefusalForm, answer_now
from panel.models import PanelMeeting, PublicQuestion
from panel.permissions import CHANGE_QUESTION

JUST_OVER = timedelta(days=60)  # a question for a meeting of so long ago may still be written down
COLOURS = {
    AskedState.RECEIVED: "due",
    AskedState.ACCEPTED: "waiting",
    AskedState.REFUSED: "draft",
    AskedState.WITHDRAWN: "draft",
    AskedState.ANSWERED: "done",
}
TYPED = (
    "meeting", "channel", "received_at", "name", "organisation", "email", "text", "speaks", "may_be_named",
    "late_reason",
)  # fmt: skip


def _button(name: str, label: str, *states: AskedState, **values: Any) -> StateButton:
    return StateButton(
        name=name, label=label, run=name, permission=CHANGE_QUESTION, when=lambda row: row.state in states, **values
    )


@admin.register(PublicQuestion)
class PublicQuestionAdmin(OperatedAdmin):
    """The words are the person's own and stay; what becomes of them is decided by the buttons."""

    form = QuestionForm
    find_here = True
    list_display = ("__str__", "meeting_day", "asked_by", "received_at", "stands")
    list_filter = ("state", "channel", "speaks")
    list_select_related = ("meeting__group",)
    search_fields = ("reference", "name", "text")
    date_hierarchy = "received_at"
    export_columns = (
        ("Number", "reference"),
        ("Meeting", "meeting.held_on"),
        ("Received", "received_at"),
        ("How it came", "get_channel_display"),
        ("Question", "text"),
        ("State", "get_state_display"),
        ("Why not accepted", "get_ground_display"),
        ("Answer", "answer"),
        ("Answered on", "answered_on"),
        ("Invented for the sample", "is_synthetic"),
    )
    state_buttons = (
        _button(
            "accept", "Accept the question", AskedState.RECEIVED, AskedState.REFUSED, primary=True,
            does="The person is told. The public reads it once the agenda is published.",
        ),
        _button(
            "refuse", "Do not accept it", AskedState.RECEIVED, AskedState.ACCEPTED, form=RefusalForm,
            title="Why can the Panel not take it?", does="The person is told why, and may ask another in its place.",
        ),
        _button(
            "answer", "Write down the answer", AskedState.ACCEPTED, AskedState.ANSWERED, form=AnswerForm,
            initial="answer_now", primary=True, does="The public reads it beside the question. The person gets it too.",
        ),
        _button(
            "withdraw", "Record that it was withdrawn", AskedState.RECEIVED, AskedState.ACCEPTED, form=ReasonForm,
            title="How did the person tell you?",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("meeting__group", "decided_by")

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-meeting__held_on", "received_at", "pk")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was asked stays as it was asked."""
        return obj is None and super().has_change_permission(request, obj)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        made = super().get_form(request, obj, change, **kwargs)
        if "meeting" in made.base_fields:
            since = timezone.localdate() - JUST_OVER
            recent = PanelMeeting.objects.of_panel().public().exclude(state=MeetingState.CANCELLED)
            made.base_fields["meeting"].queryset = recent.filter(held_on__gte=since).newest_first()
        return made

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        asked = ("meeting", "channel", "received_at", "name", "organisation", "email")
        parts: list[Any] = [
            ("Who asks", {"fields": asked}),
            ("The question", {"fields": ("text", "speaks", "may_be_named", "late_reason")}),
        ]
        if obj is not None and obj.reason:
            parts.append(("The decision", {"fields": ("ground", "reason") if obj.ground else ("reason",)}))
        if obj is not None and obj.state == AskedState.ANSWERED:
            parts.append(("The answer", {"fields": ("answer", "answered_by", "manner", "answered_on")}))
        if obj is not None and obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return parts

    def write(self, request: HttpRequest, form: Any, record: Any) -> PublicQuestion:
        said = {name: form.cleaned_data[name] for name in TYPED} | {"channel": Channel(form.cleaned_data["channel"])}
        return operations.ask_question(**said, by=person(request), at=timezone.now())

    # --- What is shown --------------------------------------------------------------------------------
    @admin.display(description="meeting", ordering="meeting__held_on")
    def meeting_day(self, row: PublicQuestion) -> str:
        return nice_date(row.meeting.held_on)

    @admin.display(description="from", ordering="name")
    def asked_by(self, row: PublicQuestion) -> str:
        return f"{row.name}, {row.organisation}" if row.organisation else row.name

    @admin.display(description="state", ordering="state")
    def stands(self, row: PublicQuestion) -> Any:
        return tag(str(row.get_state_display()), COLOURS[AskedState(row.state)])

    def facts(self, record: PublicQuestion) -> Sequence[tuple[str, Any]]:
        """Its state, its place in the order, and when questions closed."""
        rules = queries.panel_rules()
        closing = queries.closing_of(record.meeting, rules)
        order = queries.running_order(PublicQuestion.objects.filter(meeting=record.meeting), rules)
        place = next((put for put in order if put.question.pk == record.pk), None)
        shown: list[tuple[str, Any]] = [("State", self.stands(record)), ("Meeting", str(record.meeting))]
        shown.append(("Questions close", f"{nice_datetime(closing.at)}. {closing.reason}"))
        if place is not None:
            shown.append(("Place in the order", _place(place, rules.minutes_each)))
        if record.decided_at:
            who = f" by {record.decided_by}" if record.decided_by else ""
            shown.append(("Decided", f"{nice_datetime(record.decided_at)}{who}"))
        return shown

    def answer_now(self, record: PublicQuestion) -> dict[str, Any]:
        return answer_now(record)

    # --- Buttons --------------------------------------------------------------------------------------
    def accept(self, request: HttpRequest, record: PublicQuestion, answers: dict[str, Any]) -> str:
        operations.accept_question(question=record, by=person(request), at=timezone.now())
        return "The question is accepted."

    def refuse(self, request: HttpRequest, record: PublicQuestion, answers: dict[str, Any]) -> str:
        ground = RefusalGround(answers["ground"])
        operations.refuse_question(
            question=record, ground=ground, reason=answers["reason"], by=person(request), at=timezone.now()
        )
        return "The question is not accepted, and the person is told why."

    def answer(self, request: HttpRequest, record: PublicQuestion, answers: dict[str, Any]) -> str:
        said = answers | {"manner": AnswerManner(answers["manner"])}
        operations.answer_question(question=record, **said, by=person(request), at=timezone.now())
        return "The answer stands beside the question."

    def withdraw(self, request: HttpRequest, record: PublicQuestion, answers: dict[str, Any]) -> str:
        operations.withdraw_question(question=record, **answers, by=person(request), at=timezone.now())
        return "Recorded as withdrawn."


@work_sources.register
def question_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Questions of the public that wait for a decision, or for an answer after their meeting."""
    if not request.user.has_perm(CHANGE_QUESTION):
        return ()
    listed = reverse("admin:panel_publicquestion_changelist")
    waiting, unanswered = PublicQuestion.objects.waiting(), PublicQuestion.objects.unanswered()
    return (
        WorkGroup(
            "Panel",
            (
                WorkItem(
                    waiting.count(), "Public questions to decide on", f"{listed}?state__exact=received", state="due"
                ),
                WorkItem(
                    unanswered.count(), "Public questions without an answer", f"{listed}?state__exact=accepted",
                    state="due",
                ),
            ),
        ),
    )  # fmt: skip


def _place(place: queries.PutQuestion, minutes_each: int) -> str:
    if place.minute is None:
        return f"{place.order}, answered in writing"
    return f"{place.order}, speaks from minute {place.minute} for {minutes_each} minutes"
