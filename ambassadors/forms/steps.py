"""Each section of a forum report as a page of questions: what is asked, what was typed, and the answer it makes."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict

from ambassadors.enums import ItemKind, Step
from ambassadors.forms.report import (
    AttendanceForm,
    EventFormSet,
    IssueFormSet,
    ItemFormSet,
    MeetingForm,
    OutcomeForm,
    PriorityFormSet,
)
from ambassadors.forms.sections import ObjectivesForm, ProgressForm
from ambassadors.models import ForumReport
from ambassadors.operations.report_rules import EVENTS_SINCE
from ambassadors.queries.objectives import objectives_on
from ambassadors.queries.portal import forums_of
from ambassadors.queries.report_answers import (
    Answer,
    AttendanceAnswer,
    ConcernsAnswer,
    EventAnswer,
    EventsAnswer,
    IssuesAnswer,
    ItemAnswer,
    MeetingAnswer,
    ObjectivesAnswer,
    PrioritiesAnswer,
    PriorityAnswer,
    ProgressAnswer,
    answer_of,
)
from forums import reporting as forum_reporting
from forums.enums import PrioritiesOutcome
from forums.models import PriorityTopic
from opcc.core.errors import DomainError
from opcc.web.forms import OfficeForm, RepeatedFormSet
from opcc.web.words import nice_date

Part = OfficeForm | RepeatedFormSet


class Refusals(OfficeForm):
    """No questions: it holds what an operation refused about the page as a whole."""

    helper = None


class StepPage(ABC):
    """One section. Give `data` for what was posted, or `typed` for what was typed earlier and is shown again."""

    step: ClassVar[Step]
    title: ClassVar[str] = ""  # of a page whose heading is not a question
    form: Part | None = None
    groups: RepeatedFormSet | None = None

    def __init__(
        self, report: ForumReport, *, today: date, data: QueryDict | None = None, typed: QueryDict | None = None
    ) -> None:
        self.report, self.today = report, today
        self.saved = answer_of(report, self.step)
        self.refusals = Refusals({})
        self.ask(data if typed is None else typed)
        if typed is not None:
            self.form = _shown_again(self.form)
            self.groups = _shown_again(self.groups)

    @abstractmethod
    def ask(self, data: QueryDict | None) -> None:
        """Make the forms: bound to what was posted, else filled from what is saved."""

    @abstractmethod
    def answer(self) -> Answer:
        """What the forms, found valid, say."""

    @property
    def forms(self) -> list[Any]:
        """Every form on the page, for the error summary."""
        return [part for part in (self.refusals, self.form, self.groups) if part is not None]

    @property
    def caption(self) -> str:
        return caption_of(self.report, self.step)

    def regroup(self) -> bool:
        """Whether 'Add another' or 'Remove' was pressed; the page then shows one group more or fewer."""
        again = self.groups.regrouped() if self.groups is not None else None
        if again is not None:
            self.groups = again
        return again is not None

    def is_valid(self) -> bool:
        found = [part.is_valid() for part in (self.form, self.groups) if part is not None]
        return all(found)  # after every part was looked at, so that every error shows

    def refuse(self, error: DomainError) -> None:
        """Show what an operation refused, beside its question if the page has it."""
        if isinstance(self.form, OfficeForm) and error.field in self.form.fields:
            self.form.add_domain_error(error)
        else:
            self.refusals.add_error(None, error.message)

    def as_rows(self) -> list[tuple[str, str]]:
        """What stands in the boxes, as lines of question and answer."""
        parts: list[Any] = [self.form] if self.form is not None else []
        parts += self.groups.forms if self.groups is not None else []
        return [
            (str(bound.label), words)
            for part in parts
            for bound in part
            if (words := _words(bound.value(), dict(getattr(bound.field, "choices", []))))
        ]


def caption_of(report: ForumReport, step: Step) -> str:
    """'Warwick Rural West report: step 4 of 9'."""
    return f"{report.forum} report: step {list(Step).index(step) + 1} of {len(Step)}"


class MeetingPage(StepPage):
    step = Step.MEETING
    title = "Which meeting are you reporting?"

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, MeetingAnswer)
        self.form = MeetingForm(
            data,
            forums=forums_of(self.report.ambassador),
            initial={
                "forum": saved.forum,
                "met_on": saved.met_on,
                "starts_at": saved.starts_at,
                "venue": saved.venue,
            },
        )

    def answer(self) -> MeetingAnswer:
        assert isinstance(self.form, MeetingForm)
        return MeetingAnswer(**self.form.cleaned_data)


class AttendancePage(StepPage):
    step = Step.ATTENDANCE
    title = "Who came?"

    def ask(self, data: QueryDict | None) -> None:
        names = AttendanceForm.base_fields
        self.form = AttendanceForm(data, initial={name: getattr(self.saved, name) for name in names})

    def answer(self) -> AttendanceAnswer:
        assert isinstance(self.form, AttendanceForm)
        return AttendanceAnswer(**self.form.cleaned_data)


class _TopicPage(StepPage):
    """A page whose groups ask for a topic."""

    def topics(self) -> dict[str, Any]:
        """What every group is handed: the topics on offer, read once."""
        return {"topics": list(PriorityTopic.objects.offered().in_table_order())}


class PrioritiesPage(_TopicPage):
    step = Step.PRIORITIES

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, PrioritiesAnswer)
        outcome = saved.outcome if saved.outcome != PrioritiesOutcome.NOT_RECORDED else None
        self.form = OutcomeForm(
            data,
            question=f"Did the forum agree priorities on {nice_date(self.report.met_on)}?",
            caption=self.caption,
            initial={"outcome": outcome},
        )
        self.groups = PriorityFormSet(
            data, prefix="priority", form_kwargs=self.topics(), initial=[vars(one) for one in saved.priorities]
        )
        if data is None:
            self.groups.extra = 3 - len(saved.priorities)

    @cached_property
    def last_time(self) -> tuple[forum_reporting.StandingPriority, ...]:
        """The priorities that the meeting found standing."""
        return forum_reporting.standing_before(self.report.forum, self.report.met_on)

    def is_valid(self) -> bool:
        valid = super().is_valid()
        assert isinstance(self.form, OutcomeForm)
        assert self.groups is not None
        outcome = self.form.cleaned_data.get("outcome")
        touched = [one for one in self.groups.forms if one.has_changed()]
        if outcome == PrioritiesOutcome.AGREED and not touched:
            self.groups.forms[0].add_error("wording", "Enter at least one priority, or choose that none were agreed")
        elif outcome == PrioritiesOutcome.NONE_AGREED and touched:
            self.form.add_error("outcome", "Choose yes, because you entered a priority, or empty its boxes")
        else:
            return valid
        return False

    def answer(self) -> PrioritiesAnswer:
        assert isinstance(self.form, OutcomeForm)
        assert self.groups is not None
        return PrioritiesAnswer(
            outcome=self.form.cleaned_data["outcome"],
            priorities=tuple(PriorityAnswer(**one) for one in self.groups.answers),
        )


class ProgressPage(StepPage):
    step = Step.PROGRESS
    title = "What was said about last time’s priorities?"

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, ProgressAnswer)
        standing = forum_reporting.standing_before(self.report.forum, self.report.met_on)
        initial = {f"priority_{line.priority_id}": line.text for line in saved.lines}
        self.form = ProgressForm(data, standing=standing, initial=initial)

    def answer(self) -> ProgressAnswer:
        assert isinstance(self.form, ProgressForm)
        return ProgressAnswer(self.form.lines)


class IssuesPage(_TopicPage):
    step = Step.ISSUES
    title = "Actions and issues for the office"

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, IssuesAnswer)
        self.groups = IssueFormSet(
            data,
            prefix="issues",
            form_kwargs={**self.topics(), "met_on": self.report.met_on},
            initial=[vars(item) for item in saved.items],
        )
        self.groups.extra = 0 if saved.items else 1

    def answer(self) -> IssuesAnswer:
        assert self.groups is not None
        return IssuesAnswer(tuple(ItemAnswer(kind=ItemKind.ISSUE, **one) for one in self.groups.answers))


class ConcernsPage(_TopicPage):
    step = Step.CONCERNS
    title = "Concerns, tensions and good news"

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, ConcernsAnswer)
        self.groups = ItemFormSet(
            data, prefix="concerns", form_kwargs=self.topics(), initial=[vars(item) for item in saved.items]
        )
        self.groups.extra = 0 if saved.items else 1

    def answer(self) -> ConcernsAnswer:
        assert self.groups is not None
        return ConcernsAnswer(tuple(ItemAnswer(**one) for one in self.groups.answers))


class EventsPage(StepPage):
    step = Step.EVENTS
    title = "Events and engagement in the last three months"

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, EventsAnswer)
        self.groups = EventFormSet(
            data,
            prefix="events",
            form_kwargs={"today": self.today, "since": self.report.met_on - EVENTS_SINCE},
            initial=[vars(event) for event in saved.events],
        )
        self.groups.extra = 0 if saved.events else 1

    def answer(self) -> EventsAnswer:
        assert self.groups is not None
        return EventsAnswer(tuple(EventAnswer(**one) for one in self.groups.answers))


class ObjectivesPage(StepPage):
    step = Step.OBJECTIVES
    title = "Your objectives"

    def ask(self, data: QueryDict | None) -> None:
        saved = self.saved
        assert isinstance(saved, ObjectivesAnswer)
        objectives = objectives_on(self.report.ambassador, self.report.met_on, but=self.report)
        initial: dict[str, Any] = {}
        for line in saved.lines:
            key = line.objective.public_id.hex
            initial |= {f"number_{key}": line.number, f"evidence_{key}": line.evidence}
        self.form = ObjectivesForm(data, objectives=objectives, initial=initial)

    def answer(self) -> ObjectivesAnswer:
        assert isinstance(self.form, ObjectivesForm)
        return ObjectivesAnswer(self.form.lines)


PAGES: dict[Step, Callable[..., StepPage]] = {
    page.step: page
    for page in (
        MeetingPage,
        AttendancePage,
        PrioritiesPage,
        ProgressPage,
        IssuesPage,
        ConcernsPage,
        EventsPage,
        ObjectivesPage,
    )
}


def shown_again(part: Any) -> Any:
    """The form or group of forms with what was typed in it, right or wrong, and no errors yet."""
    if isinstance(part, RepeatedFormSet):
        typed = [_as_typed(form) for form in part.forms]
        again = type(part)(initial=typed, prefix=part.prefix, form_kwargs=part.form_kwargs)
        again.extra = 0
        return again
    part.is_bound = False
    part.initial = {**part.initial, **_as_typed(part)}
    return part


def _words(value: Any, choices: dict[Any, Any]) -> str:
    if isinstance(value, list):
        return " ".join(str(each) for each in value if each)
    return str(choices.get(value, value)) if value not in (None, "") else ""


def _shown_again(part: Any) -> Any:
    return None if part is None else shown_again(part)


def _as_typed(form: forms.BaseForm) -> dict[str, Any]:
    return {
        name: field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        for name, field in form.fields.items()
    }
