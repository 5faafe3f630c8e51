"""An ambassador, their draft, and one full set of answers: what the tests of the report begin with."""

from datetime import UTC, date, datetime

import pytest

from ambassadors.enums import ItemKind
from ambassadors.models import ForumReport
from ambassadors.operations import (
    save_step,
)
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
    ProgressAnswer,
    ProgressLine,
)
from forums.enums import Continuity, PrioritiesOutcome
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from tests.factories.ambassadors import (
    ObjectiveFactory,
)
from tests.factories.forums import ForumPriorityFactory, PriorityTopicFactory

AT = datetime(2018, 3, 5, 18, 42, tzinfo=UTC)
MET_ON = date(2018, 2, 27)


def save(report: ForumReport, answer: Answer, by: User, version: int | None = None) -> ForumReport:
    return save_step(report=report, answer=answer, version=version or report.version, by=by, at=AT)


def whole_answers(report: ForumReport) -> list[Answer]:
    """One full set of answers, files left out."""
    speeding = PriorityTopicFactory.create(code="speeding")
    standing = ForumPriorityFactory.create(meeting__forum=report.forum, topic=speeding)
    return [
        AttendanceAnswer(police_attended=True, elected_members=4, residents=19, police=2, others=None),
        PrioritiesAnswer(PrioritiesOutcome.AGREED, (PriorityAnswer(speeding, "The A452", Continuity.RETAINED),)),
        ProgressAnswer((ProgressLine(standing.pk, "Speeding", "A survey ran."),)),
        IssuesAnswer((ItemAnswer(ItemKind.ISSUE, speeding, "When?", "A councillor", date(2018, 6, 12)),)),
        ConcernsAnswer(
            (
                ItemAnswer(ItemKind.CONCERN, speeding, "Fuel theft goes unreported"),
                ItemAnswer(ItemKind.TENSION, speeding, "Two streets at odds"),
                ItemAnswer(ItemKind.GOOD_NEWS, speeding, "Farm Watch has 31 members"),
            )
        ),
        EventsAnswer((EventAnswer(date(2018, 2, 10), "Watch evening", "Two co-ordinators", 24),)),
        ObjectivesAnswer((ObjectiveLine(ObjectiveFactory.create(), 2, "Two events"),)),
    ]


def finished(report: ForumReport, by: User) -> ForumReport:
    for answer in whole_answers(report):
        report = save(report, answer, by)
    return report


def refusal(error: pytest.ExceptionInfo[DomainError]) -> tuple[str, str | None]:
    return error.value.message, error.value.field
