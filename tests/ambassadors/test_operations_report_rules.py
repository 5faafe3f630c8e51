"""What a forum report may not say."""

from dataclasses import replace
from datetime import date

import pytest

from ambassadors.enums import ItemKind
from ambassadors.models import ForumReport
from ambassadors.queries.report_answers import (
    Answer,
    AttendanceAnswer,
    ConcernsAnswer,
    EventAnswer,
    EventsAnswer,
    IssuesAnswer,
    ItemAnswer,
    ObjectiveLine,
    ObjectivesAnswer,
    PrioritiesAnswer,
    PriorityAnswer,
)
from forums.enums import Continuity, PrioritiesOutcome
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from tests.ambassadors.filing import refusal, save
from tests.factories.ambassadors import (
    AmbassadorFactory,
    ObjectiveFactory,
)
from tests.factories.forums import PriorityTopicFactory

pytestmark = pytest.mark.django_db


WHEN_NEEDED = (
    "An issue of this meeting is needed between 27 February 2018 and 28 February 2020. Change the date it is needed by."
)


@pytest.mark.parametrize(
    ("answer", "message", "field"),
    [
        (AttendanceAnswer(police_attended=None), "Choose whether the police attended", "police_attended"),
        (AttendanceAnswer(police_attended=True, residents=-1), "Enter a number from 0 to 2,000", "residents"),
        (AttendanceAnswer(police_attended=True, others=2001), "Enter a number from 0 to 2,000", "others"),
        (
            AttendanceAnswer(police_attended=False, police=2),
            "Choose yes, because you entered police officers or staff",
            "police_attended",
        ),
        (
            AttendanceAnswer(police_attended=True, police=0),
            "The police attended, so enter how many, or leave it empty if nobody counted",
            "police",
        ),
        (
            PrioritiesAnswer(PrioritiesOutcome.NOT_RECORDED),
            "Choose whether the forum agreed priorities",
            "outcome",
        ),
        (
            PrioritiesAnswer(PrioritiesOutcome.AGREED),
            "Enter at least one priority, or choose that none were agreed",
            "outcome",
        ),
    ],
)
def test_save_step_refuses_what_cannot_be_true(
    draft: ForumReport, by: User, answer: Answer, message: str, field: str
) -> None:
    with pytest.raises(DomainError) as error:
        save(draft, answer, by)
    assert refusal(error) == (message, field)
    assert ForumReport.objects.get().version == 1


def test_save_step_refuses_a_fourth_priority(draft: ForumReport, by: User) -> None:
    four = (PriorityAnswer(PriorityTopicFactory.create(), "One of four", Continuity.NEW),) * 4
    with pytest.raises(DomainError) as error:
        save(draft, PrioritiesAnswer(PrioritiesOutcome.AGREED, four), by)
    assert error.value.message == "A forum agrees at most three priorities. Enter the three that matter most."


def test_save_step_refuses_priorities_where_none_were_agreed(draft: ForumReport, by: User) -> None:
    one = (PriorityAnswer(PriorityTopicFactory.create(), "One", Continuity.NEW),)
    with pytest.raises(DomainError, match="Choose yes, because you entered a priority"):
        save(draft, PrioritiesAnswer(PrioritiesOutcome.NONE_AGREED, one), by)


def test_save_step_refuses_a_priority_without_words(draft: ForumReport, by: User) -> None:
    one = (PriorityAnswer(PriorityTopicFactory.create(), "", Continuity.NEW),)
    with pytest.raises(DomainError, match="Enter what the forum agreed for each priority"):
        save(draft, PrioritiesAnswer(PrioritiesOutcome.AGREED, one), by)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": ItemKind.CONCERN}, "Only issues for the office belong here"),
        ({"text": ""}, "Enter what was said about each"),
        ({"raised_by": ""}, "Enter who raised each issue"),
        ({"needed_by": None}, "Enter the date by which each issue needs an answer"),
        (
            {"needed_by": date(2018, 2, 26)},
            WHEN_NEEDED,
        ),
        (
            {"needed_by": date(2108, 6, 12)},
            WHEN_NEEDED,
        ),
    ],
)
def test_save_step_refuses_half_an_issue(draft: ForumReport, by: User, change: dict[str, object], message: str) -> None:
    issue = ItemAnswer(ItemKind.ISSUE, PriorityTopicFactory.create(), "When?", "A councillor", date(2018, 6, 12))
    with pytest.raises(DomainError) as error:
        save(draft, IssuesAnswer((replace(issue, **change),)), by)  # type: ignore[arg-type]  # one field each
    assert error.value.message == message


def test_save_step_refuses_an_issue_among_the_concerns(draft: ForumReport, by: User) -> None:
    with pytest.raises(DomainError, match="Choose whether each is a concern, a tension or good news"):
        save(draft, ConcernsAnswer((ItemAnswer(ItemKind.ISSUE, PriorityTopicFactory.create(), "When?"),)), by)


@pytest.mark.parametrize("held_on", [date(2018, 3, 6), date(2017, 8, 1)])
def test_save_step_refuses_an_event_to_come_or_long_ago(draft: ForumReport, by: User, held_on: date) -> None:
    with pytest.raises(DomainError, match="An event must lie between 28 August 2017 and today"):
        save(draft, EventsAnswer((EventAnswer(held_on, "Fair", "Well met"),)), by)


def test_save_step_refuses_an_event_without_outcome(draft: ForumReport, by: User) -> None:
    with pytest.raises(DomainError, match="what came of it"):
        save(draft, EventsAnswer((EventAnswer(date(2018, 2, 10), "Fair", ""),)), by)


def test_save_step_refuses_an_objective_of_another(draft: ForumReport, by: User) -> None:
    theirs = ObjectiveFactory.create(ambassador=AmbassadorFactory.create())
    with pytest.raises(DomainError, match="your own objectives only"):
        save(draft, ObjectivesAnswer((ObjectiveLine(theirs, 1, "Went"),)), by)


def test_save_step_refuses_an_objective_without_evidence(draft: ForumReport, by: User) -> None:
    with pytest.raises(DomainError, match="Enter how many and the evidence"):
        save(draft, ObjectivesAnswer((ObjectiveLine(ObjectiveFactory.create(), 1, ""),)), by)
