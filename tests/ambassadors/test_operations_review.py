"""Accepting a report and returning it: what is recorded, who hears of it, and who comes second."""

import threading
from datetime import UTC, date, datetime, time

import pytest
from django.db import connection

from ambassadors.enums import ItemKind, ReportState
from ambassadors.models import Concern, ForumReport, ReportQuestion
from ambassadors.operations import accept_report, return_report
from forums.enums import Continuity, MeetingState, PrioritiesOutcome
from forums.models import ForumMeeting, ForumPriority
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from tests.factories.ambassadors import (
    ForumReportFactory,
    ReportedPriorityFactory,
    ReportedProgressFactory,
    ReportItemFactory,
)
from tests.factories.forums import ForumMeetingFactory, ForumPriorityFactory, PlannedMeetingFactory
from tests.factories.reference import OfficeProfileFactory

AT = datetime(2018, 3, 14, 9, 30, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def submitted(**values: object) -> ForumReport:
    return ForumReportFactory.create(
        **{"submitted": True, "ambassador__first_name": "Margaret", "ambassador__email": "m@home.example", **values}
    )


def test_accept_report_records_the_meeting(policy_officer: User) -> None:
    report = submitted()
    accepted = accept_report(report=report, by=policy_officer, at=AT)
    assert (accepted.state, accepted.decided_at, accepted.decided_by) == (ReportState.ACCEPTED, AT, policy_officer)
    meeting = ForumMeeting.objects.values(
        "pk", "forum", "held_on", "starts_at", "venue", "state", "elected_members", "residents", "police", "others",
        "police_attended", "priorities_outcome", "source",
    ).get()  # fmt: skip
    assert meeting == {
        "pk": accepted.meeting_id,
        "forum": report.forum_id,
        "held_on": date(2018, 2, 27),
        "starts_at": time(19, 30),
        "venue": "Hatton Village Hall",
        "state": MeetingState.HELD,
        "elected_members": 4,
        "residents": 19,
        "police": 2,
        "others": 1,
        "police_attended": True,
        "priorities_outcome": PrioritiesOutcome.NONE_AGREED,
        "source": f"Forum report {report.reference}",
    }


def test_accept_report_records_priorities_and_progress(policy_officer: User) -> None:
    report = submitted(priorities_outcome=PrioritiesOutcome.AGREED)
    standing = ForumPriorityFactory.create(meeting__forum=report.forum, topic__code="speeding")
    dropped = ForumPriorityFactory.create(meeting=standing.meeting, position=2, topic__code="parking")
    ReportedPriorityFactory.create(
        report=report, topic=standing.topic, wording="Speeding, mornings", continuity=Continuity.RETAINED
    )
    ReportedPriorityFactory.create(report=report, position=2, topic__code="rural", wording="Fuel theft")
    ReportedProgressFactory.create(report=report, priority=standing, text="A survey ran.")
    meeting = accept_report(report=report, by=policy_officer, at=AT).meeting
    assert meeting is not None
    assert list(
        ForumPriority.objects.filter(meeting=meeting)
        .order_by("position")
        .values_list("topic__code", "wording", "continuity", "carried_from")
    ) == [("speeding", "Speeding, mornings", "retained", standing.pk), ("rural", "Fuel theft", "new", None)]
    assert list(meeting.progress_reported.values_list("priority", "text")) == [(standing.pk, "A survey ran.")]
    dropped.refresh_from_db()
    assert dropped.closed_at == meeting


def test_accept_report_opens_a_concern_for_all_but_good_news(policy_officer: User) -> None:
    report = submitted(is_synthetic=True)
    for position, kind in enumerate(ItemKind, start=1):
        ReportItemFactory.create(report=report, position=position, kind=kind, text=f"A {kind}")
    accept_report(report=report, by=policy_officer, at=AT)
    assert list(
        Concern.objects.order_by("reference").values_list(
            "reference", "kind", "text", "is_restricted", "raised_on", "needed_by", "raised_by", "is_synthetic"
        )
    ) == [
        ("C-2018-0001", "concern", "A concern", False, report.met_on, date(2018, 6, 12), "A parish councillor", True),
        ("C-2018-0002", "issue", "A issue", False, report.met_on, date(2018, 6, 12), "A parish councillor", True),
        ("C-2018-0003", "tension", "A tension", True, report.met_on, date(2018, 6, 12), "A parish councillor", True),
    ]
    assert set(Concern.objects.values_list("ambassador", "forum")) == {(report.ambassador_id, report.forum_id)}


def test_accept_report_writes_to_the_ambassador_without_the_words_of_the_report(policy_officer: User) -> None:
    OfficeProfileFactory.create()
    report = submitted()
    ReportItemFactory.create(report=report, text="Something private")
    accept_report(report=report, by=policy_officer, at=AT)
    mail = OutboxMessage.objects.get()
    assert (mail.to, mail.subject) == ("m@home.example", f"The office accepted your forum report {report.reference}")
    assert "It has opened 1 matter for an answer:\nC-2018-0001" in mail.body
    assert "Something private" not in mail.body


def test_accept_report_without_an_address_writes_no_mail(policy_officer: User) -> None:
    accept_report(report=submitted(ambassador__email=""), by=policy_officer, at=AT)
    assert not OutboxMessage.objects.exists()


def test_accept_report_turns_the_planned_meeting_into_a_held_one(policy_officer: User) -> None:
    report = submitted()
    planned = PlannedMeetingFactory.create(forum=report.forum, held_on=report.met_on)
    assert accept_report(report=report, by=policy_officer, at=AT).meeting == planned
    planned.refresh_from_db()
    assert (planned.state, planned.residents) == (MeetingState.HELD, 19)


def test_accept_report_keeps_a_meeting_that_the_office_recorded(policy_officer: User) -> None:
    report = submitted(priorities_outcome=PrioritiesOutcome.AGREED)
    ReportedPriorityFactory.create(report=report)
    held = ForumMeetingFactory.create(
        forum=report.forum, held_on=report.met_on, residents=30, priorities_outcome=PrioritiesOutcome.NONE_AGREED
    )
    assert accept_report(report=report, by=policy_officer, at=AT).meeting == held
    held.refresh_from_db()
    assert (held.residents, held.priorities.count()) == (30, 0)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({}, "This report is a draft. Only a report that was sent can be reviewed."),
        ({"returned": True}, "This report was returned with a question already. Wait for the ambassador's answer."),
        ({"accepted": True}, "The office accepted this report already. Nothing was changed."),
    ],
)
def test_review_refuses_a_report_that_does_not_wait(policy_officer: User, state: dict[str, bool], words: str) -> None:
    report = ForumReportFactory.create(**state)
    for review in (
        lambda: accept_report(report=report, by=policy_officer, at=AT),
        lambda: return_report(report=report, question="Why?", by=policy_officer, at=AT),
    ):
        with pytest.raises(DomainError) as refused:
            review()
        assert refused.value.message == words
    assert not Concern.objects.exists()


def test_accept_report_that_forums_refuses_changes_nothing(policy_officer: User) -> None:
    report = submitted()
    PlannedMeetingFactory.create(
        forum=report.forum, held_on=report.met_on, state=MeetingState.CANCELLED, cancelled_reason="Snow"
    )
    with pytest.raises(DomainError, match="was cancelled"):
        accept_report(report=report, by=policy_officer, at=AT)
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED


def test_return_report_asks_and_writes(policy_officer: User) -> None:
    report = submitted()
    asked = return_report(report=report, question=" Which road? ", by=policy_officer, at=AT)
    report.refresh_from_db()
    assert report.state == ReportState.RETURNED
    assert (asked.report, asked.question, asked.asked_by, asked.asked_at) == (report, "Which road?", policy_officer, AT)
    mail = OutboxMessage.objects.get()
    assert mail.to == "m@home.example"
    assert f"http://127.0.0.1:8000/ambassadors/reports/{report.public_id}/" in mail.body
    assert "Which road?" not in mail.body


@pytest.mark.parametrize(
    ("question", "words"),
    [("  ", "Enter your question."), ("x" * 1001, "Write 1,000 characters or fewer. You wrote 1,001.")],
)
def test_return_report_needs_a_question(policy_officer: User, question: str, words: str) -> None:
    report = submitted()
    with pytest.raises(DomainError) as refused:
        return_report(report=report, question=question, by=policy_officer, at=AT)
    assert (refused.value.message, refused.value.field) == (words, "question")
    assert not ReportQuestion.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_accept_report_twice_at_once_records_one_meeting(policy_officer: User) -> None:
    report = submitted()
    barrier = threading.Barrier(2)
    outcomes: list[str] = []

    def accept() -> None:
        try:
            barrier.wait(timeout=10)
            accept_report(report=report, by=policy_officer, at=AT)
            outcomes.append("accepted")
        except DomainError as error:
            outcomes.append(error.message)
        finally:
            connection.close()

    threads = [threading.Thread(target=accept) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    assert sorted(outcomes) == [f"{policy_officer} accepted this report already. Nothing was changed.", "accepted"]
    assert ForumMeeting.objects.count() == 1
