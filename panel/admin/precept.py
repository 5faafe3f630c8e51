"""The precept's scrutiny as staff record it: the clock of the law, and one button for the step that is next."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.text import capfirst

from opcc.accounts.permissions import person
from opcc.web.admin import StateButton, WorkGroup, WorkItem, work_sources
from opcc.web.admin.operated import OperatedAdmin
from opcc.web.admin.tags import tag
from opcc.web.words import days_left, money, nice_date, nice_weekday
from panel import operations, queries
from panel.enums import PreceptOpinion, SecondOpinion, VetoReason
from panel.forms.precept import (
    IssueForm,
    NoticeForm,
    PreceptResponseForm,
    ReportForm,
    SecondResponseForm,
    SecondReviewForm,
    StepBackForm,
)
from panel.models import PreceptReview
from panel.permissions import CHANGE_PRECEPT
from panel.precept_clock import (
    ISSUE,
    REPORT,
    RESPONSE,
    SECOND_RESPONSE,
    SECOND_REVIEW,
    Step,
    StepStanding,
    StepState,
)

RESULTS = (
    ("The Panel's report", ("meeting", "reported_on", "opinion", "recommended", "veto_reason", "votes", "members")),
    ("The Commissioner's response", ("responded_on", "revised")),
    ("The second report", ("second_meeting", "reviewed_on", "second_opinion", "responded_again_on")),
    ("The precept", ("issued_on", "issued")),
)


def _awaits(key: str) -> Any:
    def when(review: PreceptReview) -> bool:
        following = _standing(review).next
        return following is not None and following.step.key == key

    return when


def _button(name: str, label: str, **values: Any) -> StateButton:
    return StateButton(name=name, label=label, run=name, **{"permission": CHANGE_PRECEPT, **values})


@admin.register(PreceptReview)
class PreceptReviewAdmin(OperatedAdmin):
    """One review a year."""

    form = NoticeForm
    list_display = ("__str__", "proposed_shown", "opinion", "next_shown", "issued_shown")
    list_filter = ("opinion",)
    search_fields = ("year",)
    ordering = ("-year",)
    export_columns = (
        ("Year", "financial_year"),
        ("Notified on", "notified_on"),
        ("Proposed, band D", "proposed"),
        ("Panel reported on", "reported_on"),
        ("The Panel", "get_opinion_display"),
        ("Veto", "get_veto_reason_display"),
        ("Votes", "votes"),
        ("Members", "members"),
        ("Response", "responded_on"),
        ("Revised, band D", "revised"),
        ("Issued on", "issued_on"),
        ("Issued, band D", "issued"),
    )
    state_buttons = (
        _button("report", "Record the Panel's report", form=ReportForm, primary=True, when=_awaits(REPORT)),
        _button("respond", "Record the response", form=PreceptResponseForm, primary=True, when=_awaits(RESPONSE)),
        _button(
            "review_again", "Record the second report", form=SecondReviewForm, primary=True,
            when=_awaits(SECOND_REVIEW), does="It accepts or rejects the revised precept; there is no second veto.",
        ),
        _button(
            "respond_again", "Record the second response", form=SecondResponseForm, primary=True,
            when=_awaits(SECOND_RESPONSE),
        ),
        _button(
            "issue", "Record the issue", form=IssueForm, primary=True, when=_awaits(ISSUE),
            does="Only what the law allows after what the Panel said.",
        ),
        _button(
            "step_back", "Take the last step back", form=StepBackForm, when=lambda row: row.reported_on is not None,
            does="If it was written down wrongly. The history keeps what it said.",
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("meeting__group", "second_meeting__group")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The notice may be corrected until the Panel has reported on it."""
        return (obj is None or obj.reported_on is None) and super().has_change_permission(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("year", *(name for _, names in RESULTS for name in names), "source")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        parts: list[Any] = [("The notice", {"fields": ("year", "notified_on", "proposed", "before")})]
        for title, names in RESULTS if obj is not None else ():
            filled = tuple(name for name in names if getattr(obj, name) not in (None, ""))
            if filled:
                parts.append((title, {"fields": filled}))
        if obj is not None and obj.source:
            parts.append(("Where this comes from", {"fields": ("source",)}))
        return parts

    def write(self, request: HttpRequest, form: Any, record: Any) -> PreceptReview:
        said, by, at = form.cleaned_data, person(request), timezone.now()
        notice = {"on": said["notified_on"], "proposed": said["proposed"], "before": said["before"]}
        if record is not None:
            return operations.correct_notice(review=record, **notice, by=by, at=at)
        return operations.notify_precept(year=said["year"], **notice, by=by, at=at)

    # --- What is shown --------------------------------------------------------------------------------
    @admin.display(description="proposed", ordering="proposed")
    def proposed_shown(self, row: PreceptReview) -> str:
        return money(row.proposed)

    @admin.display(description="issued", ordering="issued")
    def issued_shown(self, row: PreceptReview) -> str:
        return money(row.issued) if row.issued is not None else ""

    @admin.display(description="next")
    def next_shown(self, row: PreceptReview) -> Any:
        """Who has to act, and how many days are left."""
        standing = _standing(row)
        step, awaited = standing.next, standing.awaited
        if step is None or awaited is None or awaited.days_left is None:
            return tag("Issued", "done")
        left = capfirst(days_left(awaited.days_left))
        return format_html("{}<br>{}", step.step.title, tag(left, "overdue" if _is_late(standing) else "due"))

    def facts(self, record: PreceptReview) -> Sequence[tuple[str, Any]]:
        standing = _standing(record)
        shown: list[tuple[str, Any]] = [("Next", next_words(standing))]
        shown += [(step.step.title, step_words(step)) for step in standing.steps]
        if standing.ended_on:
            shown.append(("Scrutiny ended", nice_date(standing.ended_on)))
        return shown

    # --- Buttons --------------------------------------------------------------------------------------
    def report(self, request: HttpRequest, record: PreceptReview, answers: dict[str, Any]) -> str:
        reason = answers["veto_reason"]
        said = answers | {
            "opinion": PreceptOpinion(answers["opinion"]), "veto_reason": VetoReason(reason) if reason else None
        }  # fmt: skip
        operations.report_on_precept(review=record, **said, by=person(request), at=timezone.now())
        return "The Panel's report is recorded."

    def respond(self, request: HttpRequest, record: PreceptReview, answers: dict[str, Any]) -> str:
        operations.respond_on_precept(review=record, **answers, by=person(request), at=timezone.now())
        return "The response is recorded."

    def review_again(self, request: HttpRequest, record: PreceptReview, answers: dict[str, Any]) -> str:
        said = answers | {"opinion": SecondOpinion(answers["opinion"])}
        operations.review_precept_again(review=record, **said, by=person(request), at=timezone.now())
        return "The second report is recorded."

    def respond_again(self, request: HttpRequest, record: PreceptReview, answers: dict[str, Any]) -> str:
        operations.respond_on_precept_again(review=record, **answers, by=person(request), at=timezone.now())
        return "The second response is recorded."

    def issue(self, request: HttpRequest, record: PreceptReview, answers: dict[str, Any]) -> str:
        operations.issue_precept(review=record, **answers, by=person(request), at=timezone.now())
        return "The issue of the precept is recorded."

    def step_back(self, request: HttpRequest, record: PreceptReview, answers: dict[str, Any]) -> str:
        operations.take_precept_step_back(review=record, **answers, by=person(request), at=timezone.now())
        return "The last step is taken back."


@work_sources.register
def precept_work(request: HttpRequest) -> Iterable[WorkGroup]:
    """The step of this year's scrutiny that is next, with the days that are left."""
    if not request.user.has_perm(CHANGE_PRECEPT):
        return ()
    open_reviews = [_standing(row) for row in queries.precept_reviews() if row.issued_on is None]
    following = next(iter(open_reviews), None)
    item = WorkItem(
        len(open_reviews),
        "Precept reviews under way",
        reverse("admin:panel_preceptreview_changelist"),
        next_words(following) if following else "",
        "overdue" if any(_is_late(standing) for standing in open_reviews) else "due",
    )
    return (WorkGroup("Panel", (item,)),)


def step_words(step: StepStanding) -> str:
    """'Done on 7 February 2018', 'By Thursday 8 February 2018, 3 days left', 'No day by law', 'Not needed'."""
    if step.done_on is not None:
        return f"Done on {nice_date(step.done_on)}{', late' if step.was_late else ''}"
    if step.state is StepState.NOT_NEEDED:
        return "Not needed"
    if not isinstance(step.step, Step):
        return "No day by law"
    by = nice_weekday(step.step.by)
    if step.state is StepState.IF_VETOED:
        return f"Only if the Panel vetoes, by {by}"
    last = step.step.last_working_day
    early = f" (last working day {nice_weekday(last)})" if last != step.step.by else ""
    return f"By {by}{early}{_left(step)}"


def _left(step: StepStanding) -> str:
    return f", {days_left(step.days_left)}" if step.days_left is not None else ""


def next_words(standing: queries.ReviewStanding) -> str:
    """'The Panel reports by 8 February 2018, 3 days left', or who has to act before which day of issue."""
    step, awaited = standing.next, standing.awaited
    if step is None or awaited is None or awaited.by is None:
        return "Issued"
    day = f"{nice_date(awaited.by)}{_left(awaited)}"
    return f"{step.step.title} by {day}" if step is awaited else f"{step.step.title}; issue by {day}"


def _is_late(standing: queries.ReviewStanding) -> bool:
    awaited = standing.awaited
    return awaited is not None and awaited.days_left is not None and awaited.days_left < 0


def _standing(review: PreceptReview) -> queries.ReviewStanding:
    return queries.standing_of(review, timezone.localdate())
