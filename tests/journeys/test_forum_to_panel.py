"""From a forum's evening to the report that the Panel reads, as calls of operations and reporting."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from ambassadors import operations as ambassadors
from ambassadors.enums import ActionLevel, ConcernState, ItemKind, ReportState, Timeliness
from ambassadors.models import Appointment, Concern, ForumReport
from ambassadors.queries.report_answers import (
    Answer,
    AttendanceAnswer,
    ConcernsAnswer,
    EventsAnswer,
    IssuesAnswer,
    ItemAnswer,
    ObjectivesAnswer,
    PrioritiesAnswer,
    PriorityAnswer,
    ProgressAnswer,
    ProgressLine,
)
from ambassadors.reporting import ActionLine, ConcernLine, GoodNews, ReportLine
from ambassadors.reporting import quarter as ambassadors_quarter
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.reporting import TopicCount, priority_counts
from opcc.accounts.models import User
from opcc.core.quarters import Quarter
from panel import operations as panel
from panel import quarterly_report
from panel.enums import Audience
from tests.factories.ambassadors import AmbassadorFactory, AppointmentFactory
from tests.factories.forums import ForumFactory, ForumPriorityFactory, PriorityTopicFactory
from tests.factories.panel import the_office
from tests.factories.reference import DistrictFactory

pytestmark = pytest.mark.django_db
QUARTER = Quarter(2017, 4)  # January to March 2018
MET_ON = date(2018, 2, 27)
STARTED_AT = datetime(2018, 2, 28, 20, 0, tzinfo=UTC)
SENT_AT = datetime(2018, 3, 5, 18, 42, tzinfo=UTC)
RETURNED_AT = datetime(2018, 3, 6, 9, 0, tzinfo=UTC)
ANSWERED_AT = datetime(2018, 3, 7, 19, 15, tzinfo=UTC)
ACCEPTED_AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)
REPLIED_AT = datetime(2018, 3, 15, 11, 0, tzinfo=UTC)
TOLD_AT = datetime(2018, 3, 20, 21, 0, tzinfo=UTC)
ASKED_AT = datetime(2018, 4, 20, 9, 0, tzinfo=UTC)
AS_AT = date(2018, 4, 20)


@pytest.fixture
def post() -> Appointment:
    """An ambassador who signs in, and whose forum set one priority in November."""
    the_office()
    forum = ForumFactory.create(slug="ashby", name="Ashby", district=DistrictFactory.create(name="Upper Vale"))
    ForumPriorityFactory.create(
        meeting__forum=forum, topic=PriorityTopicFactory.create(code="speeding"), wording="The main road"
    )
    PriorityTopicFactory.create(code="parking")
    return AppointmentFactory.create(ambassador=AmbassadorFactory.create(signs_in=True), forum=forum)


def answers(post: Appointment) -> list[Answer]:
    """What the ambassador writes about the meeting; the section on the meeting itself is done by beginning."""
    speeding, parking = (PriorityTopicFactory.create(code=code) for code in ("speeding", "parking"))
    standing = post.forum.meetings.get().priorities.get()
    return [
        AttendanceAnswer(police_attended=True, elected_members=4, residents=19, police=2, others=None),
        PrioritiesAnswer(
            PrioritiesOutcome.AGREED,
            (
                PriorityAnswer(speeding, "The main road, mornings", Continuity.RETAINED),
                PriorityAnswer(parking, "Cars at the school gate", Continuity.NEW),
            ),
        ),
        ProgressAnswer((ProgressLine(standing.pk, "Speeding", "A survey ran for a week."),)),
        IssuesAnswer(
            (ItemAnswer(ItemKind.ISSUE, speeding, "When do the checks start?", "A councillor", date(2018, 6, 12)),)
        ),
        ConcernsAnswer(
            (
                ItemAnswer(ItemKind.TENSION, parking, "Two streets at odds"),
                ItemAnswer(ItemKind.GOOD_NEWS, parking, "The youth club reopened"),
            )
        ),
        EventsAnswer(()),
        ObjectivesAnswer(()),
    ]


def send(post: Appointment, by: User) -> ForumReport:
    """The ambassador begins a draft, saves every section and sends it."""
    report = ambassadors.start_report(ambassador=post.ambassador, forum=post.forum, met_on=MET_ON, by=by, at=STARTED_AT)
    for answer in answers(post):
        report = ambassadors.save_step(report=report, answer=answer, version=report.version, by=by, at=STARTED_AT)
    assert (report.state, report.reference, ambassadors.unfinished_steps(report)) == (ReportState.DRAFT, None, [])
    return ambassadors.submit_report(report=report, version=report.version, by=by, at=SENT_AT)


def test_forum_to_panel(post: Appointment, policy_officer: User, panel_support_officer: User) -> None:
    ambassador = post.ambassador.user
    assert ambassador is not None
    report = send(post, ambassador)
    assert (report.state, report.reference) == (ReportState.SUBMITTED, "FR-2018-0001")
    assert not Concern.objects.exists()

    asked = ambassadors.return_report(report=report, question="Which mornings?", by=policy_officer, at=RETURNED_AT)
    report = ambassadors.answer_question(
        report=report, answer="School days", version=report.version, by=ambassador, at=ANSWERED_AT
    )
    asked.refresh_from_db()
    assert (report.state, asked.answer, asked.answered_at) == (ReportState.SUBMITTED, "School days", ANSWERED_AT)

    report = ambassadors.accept_report(report=report, by=policy_officer, at=ACCEPTED_AT)
    meeting = report.meeting
    assert meeting is not None
    assert (report.state, meeting.state, meeting.held_on, meeting.residents, meeting.priorities_outcome) == (
        ReportState.ACCEPTED,
        MeetingState.HELD,
        MET_ON,
        19,
        PrioritiesOutcome.AGREED,
    )
    assert list(meeting.priorities.order_by("position").values_list("topic__code", "wording", "continuity")) == [
        ("speeding", "The main road, mornings", Continuity.RETAINED),
        ("parking", "Cars at the school gate", Continuity.NEW),
    ]
    assert list(meeting.progress_reported.values_list("priority__wording", "text")) == [
        ("The main road", "A survey ran for a week.")
    ]
    assert list(Concern.objects.order_by("reference").values_list("reference", "kind", "state", "is_restricted")) == [
        ("C-2018-0001", ItemKind.ISSUE, ConcernState.OPEN, False),
        ("C-2018-0002", ItemKind.TENSION, ConcernState.OPEN, True),
    ]

    concern = Concern.objects.get(kind=ItemKind.ISSUE)
    ambassadors.record_action(
        concern=concern,
        level=ActionLevel.DIRECT,
        taken_on=date(2018, 3, 14),
        text="Checks ran on three mornings",
        by=policy_officer,
        at=REPLIED_AT,
    )
    concern = ambassadors.reply_to_concern(
        concern=concern, text="They started on 14 March.", by=policy_officer, at=REPLIED_AT
    )
    concern = ambassadors.mark_told(concern=concern, told_on=date(2018, 3, 20), by=ambassador, at=TOLD_AT)
    assert (concern.state, concern.told_on) == (ConcernState.TOLD, date(2018, 3, 20))

    told = ambassadors_quarter(QUARTER, as_at=AS_AT, include_restricted=False)
    assert told.reports.lines == (
        ReportLine(
            reference="FR-2018-0001",
            forum="Ashby",
            district="Upper Vale",
            met_on=MET_ON,
            due_on=report.due_on,
            received_on=date(2018, 3, 5),
            timeliness=Timeliness.IN_TIME,
            days_late=0,
            is_synthetic=False,
        ),
    )
    assert told.concerns == (
        ConcernLine(
            reference="C-2018-0001",
            kind=ItemKind.ISSUE.label,
            topic="Speeding",
            forum="Ashby",
            district="Upper Vale",
            raised="When do the checks start?",
            raised_on=MET_ON,
            actions=(ActionLine(ActionLevel.DIRECT.label, date(2018, 3, 14), "Checks ran on three mornings"),),
            reply="They started on 14 March.",
            state="Answered, forum told",
            needed_by=date(2018, 6, 12),
            replied_on=date(2018, 3, 15),
            told_on=date(2018, 3, 20),
            is_overdue=False,
            is_restricted=False,
            is_synthetic=False,
        ),
    )
    assert told.good_news == (
        GoodNews("Ashby", "Upper Vale", "Parking", "The youth club reopened", MET_ON, is_synthetic=False),
    )
    assert priority_counts(QUARTER.previous.period, QUARTER.period) == (
        TopicCount("Speeding", "Speeding", 1, 1),
        TopicCount("Parking", "Parking", 0, 1),
    )

    asked_for = panel.request_report(quarter=QUARTER, by=panel_support_officer, at=ASKED_AT)
    public = quarterly_report.compose(asked_for, audience=Audience.PUBLIC, at=ASKED_AT)
    assert texts(public, "priorities") == ["Speeding and parking were the commonest priorities: 1 forum each."]
    assert rows(public, "concerns") == [
        [
            "When do the checks start?",
            "Ashby",
            "27\xa0Feb\xa02018",
            "Checks ran on three mornings",
            "15\xa0Mar\xa02018",
            "20\xa0Mar\xa02018",
            "Done",
        ]
    ]
    restricted = quarterly_report.canonical(
        quarterly_report.compose(asked_for, audience=Audience.RESTRICTED, at=ASKED_AT)
    )
    assert ["Two streets at odds" in edition for edition in (quarterly_report.canonical(public), restricted)] == [
        False,
        True,
    ]


def section(edition: dict[str, Any], key: str) -> dict[str, Any]:
    """The section of that key."""
    found: dict[str, Any] = next(one for one in edition["sections"] if one["key"] == key)
    return found


def texts(edition: dict[str, Any], key: str) -> list[str]:
    """A section's paragraphs."""
    return [part["text"] for part in section(edition, key)["parts"] if part["part"] == "text"]


def rows(edition: dict[str, Any], key: str) -> list[list[str]]:
    """The rows of a section's first table, each cell as its words."""
    table = next(part for part in section(edition, key)["parts"] if part["part"] == "table")
    return [[cell["text"] if isinstance(cell, dict) else cell for cell in line["cells"]] for line in table["rows"]]
