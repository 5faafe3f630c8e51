"""The restricted registers: confirmation hearings, and complaints about the Commissioner."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.permissions import person
from opcc.reference import reporting as reference
from opcc.web.admin import StateButton, WorkGroup, WorkItem, work_sources
from opcc.web.admin.tags import tag
from opcc.web.words import due, nice_date, nice_weekday
from panel import operations, queries
from panel.admin.exempt import NotedAdmin
from panel.enums import (
    MUST_BE_REFERRED,
    Appointment,
    AppointmentDecision,
    ComplaintAbout,
    ComplaintKind,
    ComplaintOutcome,
    DisapplyGround,
    HearingOutcome,
)
from panel.forms.restricted import (
    AppointmentForm,
    AssessForm,
    ComplaintForm,
    EndComplaintForm,
    HearingForm,
    HearingReportForm,
    OnForm,
)
from panel.models import ComplaintCase, ConfirmationHearing
from panel.permissions import CHANGE_COMPLAINT, CHANGE_HEARING


def _hearing_button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(name=name, label=label, run=name, permission=CHANGE_HEARING, **values)


def _complaint_button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(name=name, label=label, run=name, permission=CHANGE_COMPLAINT, **{"when": _is_open, **values})


def _is_open(case: ComplaintCase) -> bool:
    return not case.outcome


def _awaits_report(hearing: ConfirmationHearing) -> bool:
    return not hearing.outcome and not hearing.decision


@admin.register(ConfirmationHearing)
class ConfirmationHearingAdmin(NotedAdmin):
    """Candidates are named here and nowhere else."""

    form = HearingForm
    list_display = ("post", "notified_on", "due_shown", "stands")
    list_filter = ("post", "outcome")
    search_fields = ("candidate",)
    ordering = ("-notified_on", "-pk")
    autocomplete_fields = ("meeting",)
    state_buttons = (
        _hearing_button(
            "report", "Record the Panel's report", form=HearingReportForm, primary=True, when=_awaits_report
        ),
        _hearing_button(
            "no_report", "Record that there was none", when=lambda row: _awaits_report(row) and _is_late(row),
            title="Is there no report?", does="The three weeks are over, so the Commissioner may decide without it.",
        ),
        _hearing_button(
            "decide", "Record the decision", form=AppointmentForm, when=lambda row: not row.decision,
            does="After the Panel's report; a candidate may withdraw before it.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("meeting__group")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The notice may be corrected until the Panel has reported."""
        return (obj is None or _awaits_report(obj)) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("post",)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        return [
            ("The notice", {"fields": ("post", "candidate", "notified_on", "meeting")}),
            ("Time that does not count", {"fields": ("ignored_from", "ignored_to")}),
        ]

    def write(self, request: HttpRequest, form: Any, record: Any) -> ConfirmationHearing:
        said, by, at = form.cleaned_data, person(request), timezone.now()
        notice = {name: said[name] for name in ("candidate", "meeting", "ignored_from", "ignored_to")}
        if record is not None:
            return operations.change_hearing(hearing=record, on=said["notified_on"], **notice, by=by, at=at)
        post = Appointment(said["post"])
        return operations.notify_hearing(post=post, on=said["notified_on"], **notice, by=by, at=at)

    @admin.display(description="report due")
    def due_shown(self, row: ConfirmationHearing) -> str:
        return nice_date(queries.hearing_due(row))

    @admin.display(description="state")
    def stands(self, row: ConfirmationHearing) -> Any:
        if row.decision:
            return tag(str(row.get_decision_display()), "done")
        if row.outcome:
            return tag(str(row.get_outcome_display()), "waiting")
        return tag(due(queries.hearing_due(row), timezone.localdate()), "overdue" if _is_late(row) else "due")

    def facts(self, record: ConfirmationHearing) -> Sequence[tuple[str, Any]]:
        shown: list[tuple[str, Any]] = [
            ("State", self.stands(record)),
            ("Report due", f"{nice_weekday(queries.hearing_due(record))}: three weeks beginning with the notice"),
        ]
        if record.meeting is not None:
            shown.append(("Heard at", f"{record.meeting}, {record.meeting.get_state_display().lower()}"))
        if record.reported_on:
            shown.append(("The Panel", f"{record.get_outcome_display()}, {nice_date(record.reported_on)}"))
        if record.votes is not None:
            shown.append(("Votes for the veto", f"{record.votes} of {record.members} members"))
        if record.decided_on:
            shown.append(("Decision", f"{record.get_decision_display()}, {nice_date(record.decided_on)}"))
        return shown

    def report(self, request: HttpRequest, record: ConfirmationHearing, answers: dict[str, Any]) -> str:
        said = answers | {"outcome": HearingOutcome(answers["outcome"])}
        operations.report_on_candidate(hearing=record, **said, by=person(request), at=timezone.now())
        return "The Panel's report is recorded."

    def no_report(self, request: HttpRequest, record: ConfirmationHearing, answers: dict[str, Any]) -> str:
        operations.end_without_report(hearing=record, by=person(request), at=timezone.now())
        return "Recorded: there was no report."

    def decide(self, request: HttpRequest, record: ConfirmationHearing, answers: dict[str, Any]) -> str:
        said = answers | {"decision": AppointmentDecision(answers["decision"])}
        operations.record_appointment(hearing=record, **said, by=person(request), at=timezone.now())
        return "The decision is recorded."


@admin.register(ComplaintCase)
class ComplaintCaseAdmin(NotedAdmin):
    """For the monitoring officer alone."""

    form = ComplaintForm
    list_display = ("__str__", "about", "received_on", "kind", "stands")
    list_filter = ("kind", "outcome", "about")
    search_fields = ("reference", "summary", "complainant")
    ordering = ("-received_on", "-pk")
    state_buttons = (
        _complaint_button("assess", "Say what kind it is", form=AssessForm, primary=True),
        _complaint_button(
            "acknowledge", "Record that it was acknowledged", form=OnForm,
            when=lambda row: _is_open(row) and row.acknowledged_on is None,
        ),
        _complaint_button(
            "refer", "Record its referral", form=OnForm, primary=True,
            when=lambda row: _is_open(row) and row.kind in MUST_BE_REFERRED and row.referred_on is None,
            does="To the national body, by the end of the day after it became clear.",
        ),
        _complaint_button(
            "end", "Record what came of it", form=EndComplaintForm,
            does="It is closed with this. There is no appeal; how it was handled can go to the ombudsman.",
        ),
    )  # fmt: skip

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """What was received stays as it was received."""
        return obj is None and super().has_change_permission(request, obj)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        parts: list[Any] = [
            ("The complaint", {"fields": ("about", "received_on", "summary")}),
            ("Who complains", {"fields": ("complainant", "contact")}),
        ]
        if obj is not None and obj.outcome:
            parts.append(("What came of it", {"fields": ("outcome", *(("ground",) if obj.ground else ()), "note")}))
        return parts

    def write(self, request: HttpRequest, form: Any, record: Any) -> ComplaintCase:
        said = form.cleaned_data | {"about": ComplaintAbout(form.cleaned_data["about"])}
        return operations.register_complaint(**said, by=person(request), at=timezone.now())

    @admin.display(description="state", ordering="outcome")
    def stands(self, row: ComplaintCase) -> Any:
        return tag(str(row.get_outcome_display()), "done") if row.outcome else tag("Open", "waiting")

    def facts(self, record: ComplaintCase) -> Sequence[tuple[str, Any]]:
        dates = queries.complaint_dates(record, queries.panel_rules(), reference.closed_days())
        shown: list[tuple[str, Any]] = [
            ("State", self.stands(record)),
            ("Kind", record.get_kind_display()),
            ("Acknowledged", _done_or_due(record.acknowledged_on, dates.acknowledge_by)),
        ]
        if dates.refer_by:
            shown.append(("Referred", _done_or_due(record.referred_on, dates.refer_by)))
        return [*shown, ("Ended", _done_or_due(record.ended_on, dates.aim))]

    def assess(self, request: HttpRequest, record: ComplaintCase, answers: dict[str, Any]) -> str:
        said = answers | {"kind": ComplaintKind(answers["kind"])}
        operations.assess_complaint(case=record, **said, by=person(request), at=timezone.now())
        return "Recorded."

    def acknowledge(self, request: HttpRequest, record: ComplaintCase, answers: dict[str, Any]) -> str:
        operations.acknowledge_complaint(case=record, **answers, by=person(request), at=timezone.now())
        return "Recorded as acknowledged."

    def refer(self, request: HttpRequest, record: ComplaintCase, answers: dict[str, Any]) -> str:
        operations.refer_complaint(case=record, **answers, by=person(request), at=timezone.now())
        return "Recorded as referred."

    def end(self, request: HttpRequest, record: ComplaintCase, answers: dict[str, Any]) -> str:
        said = answers | {
            "outcome": ComplaintOutcome(answers["outcome"]),
            "ground": DisapplyGround(answers["ground"]) if answers["ground"] else None,
        }
        operations.end_complaint(case=record, **said, by=person(request), at=timezone.now())
        return "The complaint is closed."


@work_sources.register
def register_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """Hearings that wait for the Panel's report, and complaints with something overdue."""
    items, today = [], timezone.localdate()
    if request.user.has_perm(CHANGE_HEARING):
        hearings = list(queries.open_hearings())
        first = min((queries.hearing_due(row) for row in hearings), default=None)
        listed = reverse("admin:panel_confirmationhearing_changelist")
        words = f"The next report: {due(first, today)}" if first else ""
        items.append(WorkItem(len(hearings), "Confirmation hearings under way", listed, words, "due"))
    if request.user.has_perm(CHANGE_COMPLAINT):
        late = queries.overdue_complaints(queries.panel_rules(), today)
        listed = reverse("admin:panel_complaintcase_changelist")
        items.append(WorkItem(len(late), "Complaints with something overdue", listed, state="overdue"))
    return (WorkGroup("Panel", tuple(items)),) if items else ()


def _is_late(hearing: ConfirmationHearing) -> bool:
    return queries.hearing_due(hearing) < timezone.localdate()


def _done_or_due(done_on: Any, by: Any) -> str:
    return nice_date(done_on) if done_on else f"By {nice_weekday(by)}"
