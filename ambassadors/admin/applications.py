"""Applications to be an ambassador."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from ambassadors import operations
from ambassadors.enums import UNDECIDED, ApplicationState
from ambassadors.forms.office import AppointApplicantForm, DecideForm, NoteForm
from ambassadors.models import Application
from opcc.accounts.permissions import person
from opcc.web.admin import OfficeModelAdmin, StateButton
from opcc.web.admin.tags import tag
from opcc.web.words import nice_date


def _decision_button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(
        name=name,
        label=label,
        run=name,
        permission="ambassadors.change_application",
        when=lambda record: record.state in UNDECIDED,
        **values,
    )


@admin.register(Application)
class ApplicationAdmin(OfficeModelAdmin):
    """Applications, from the day they came to the decision."""

    read_only = True
    list_display = ("ambassador", "forum", "applied_on", "stands", "decided_on")
    list_select_related = ("ambassador", "forum")
    list_filter = ("state", "forum__district")
    search_fields = ("ambassador__first_name", "ambassador__last_name", "forum__name")
    ordering = ("-applied_on", "-pk")
    fields = ("ambassador", "forum", "applied_on", "note", "decided_on", "source")
    state_buttons = (
        _decision_button(
            "appoint",
            "Appoint",
            does="The forum is theirs from the first day that you enter.",
            form=AppointApplicantForm,
            primary=True,
        ),
        _decision_button("interview", "Call to interview", form=NoteForm),
        _decision_button("decline", "Do not appoint", form=DecideForm),
        _decision_button("withdraw", "Note that they withdrew", form=DecideForm),
    )

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Application]":
        return super().get_queryset(request).select_related("ambassador", "forum")

    @admin.display(description="State", ordering="state")
    def stands(self, application: Application) -> str:
        state = ApplicationState(application.state)
        return tag(state.label, "waiting" if state in UNDECIDED else "done")

    def facts(self, record: Application) -> Sequence[tuple[str, Any]]:
        return (("State", self.stands(record)), ("Came", nice_date(record.applied_on)))

    def appoint(self, request: HttpRequest, record: Application, answers: dict[str, Any]) -> str:
        self._decide(request, record, ApplicationState.APPOINTED, answers)
        return f"{record.ambassador} has {record.forum} from {nice_date(answers['starts_on'])}."

    def interview(self, request: HttpRequest, record: Application, answers: dict[str, Any]) -> str:
        self._decide(request, record, ApplicationState.INTERVIEW, {**answers, "decided_on": timezone.localdate()})
        return f"{record.ambassador} is called to interview."

    def decline(self, request: HttpRequest, record: Application, answers: dict[str, Any]) -> str:
        self._decide(request, record, ApplicationState.DECLINED, answers)
        return f"{record.ambassador} is not appointed to {record.forum}."

    def withdraw(self, request: HttpRequest, record: Application, answers: dict[str, Any]) -> str:
        self._decide(request, record, ApplicationState.WITHDRAWN, answers)
        return f"{record.ambassador} withdrew."

    def _decide(
        self, request: HttpRequest, record: Application, decision: ApplicationState, answers: dict[str, Any]
    ) -> None:
        operations.decide_application(
            application=record, decision=decision, by=person(request), at=timezone.now(), **answers
        )
