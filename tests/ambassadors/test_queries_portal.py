"""What an ambassador sees of their own, and that it costs the same whatever there is."""

from datetime import date, time
from typing import Any

import pytest

from ambassadors.enums import ConcernState, EndReason
from ambassadors.models import Appointment
from ambassadors.queries import portal
from ambassadors.queries.objectives import ObjectiveNow, objectives_of, objectives_on
from forums.models import Forum
from forums.reporting import ForumAhead
from tests.factories.ambassadors import (
    AmbassadorFactory,
    AppointmentFactory,
    ConcernActionFactory,
    ConcernFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    ObjectiveProgressFactory,
    ReportQuestionFactory,
    appointed,
)
from tests.factories.forums import ForumFactory, ForumMeetingFactory, ForumPriorityFactory, PlannedMeetingFactory

TODAY = date(2018, 3, 12)
pytestmark = pytest.mark.django_db


def owed(post: Appointment, today: date = TODAY) -> list[tuple[str, date, int, str]]:
    return [
        (one.forum, one.met_on, one.due.days_left, one.report.state if one.report else "")
        for one in portal.reports_owed(post.ambassador, today=today)
    ]


def test_reports_owed_lists_what_waits_by_due_day() -> None:
    post = appointed()
    name = post.forum.name
    PlannedMeetingFactory.create(forum=post.forum, held_on=date(2018, 2, 20))
    ForumMeetingFactory.create(forum=post.forum, held_on=date(2018, 3, 12))
    ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=date(2018, 2, 27))
    ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=date(2018, 3, 6), returned=True)
    assert owed(post) == [
        (name, date(2018, 3, 6), 8, "returned"),
        (name, date(2018, 2, 20), -6, ""),
        (name, date(2018, 2, 27), 1, "draft"),
        (name, date(2018, 3, 12), 14, ""),
    ]


def test_reports_owed_leaves_out_what_is_not_the_ambassadors_to_report() -> None:
    post = appointed()
    PlannedMeetingFactory.create(forum=post.forum, held_on=date(2018, 3, 13))
    ForumMeetingFactory.create(forum=post.forum, held_on=date(2016, 12, 31))
    ForumMeetingFactory.create(
        forum=post.forum, held_on=date(2018, 1, 9), state="cancelled", cancelled_reason="Snow", police_attended=None
    )
    ForumMeetingFactory.create(held_on=date(2018, 2, 27))
    ForumMeetingFactory.create(forum=post.forum, held_on=date(2017, 11, 28))
    ForumReportFactory.create(forum=post.forum, met_on=date(2017, 11, 28), submitted=True)
    assert owed(post) == []


def test_reports_owed_ends_with_the_appointment() -> None:
    post = appointed()
    post.ends_on, post.end_reason = date(2018, 2, 20), EndReason.TERM_ENDED
    post.save()
    ForumMeetingFactory.create(forum=post.forum, held_on=date(2018, 2, 20))
    ForumMeetingFactory.create(forum=post.forum, held_on=date(2018, 2, 21))
    assert [met_on for _, met_on, _, _ in owed(post)] == [date(2018, 2, 20)]


def test_reports_owed_carries_the_open_question_only() -> None:
    post = appointed()
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, returned=True)
    first = ReportQuestionFactory.create(report=report, question="Which road?")
    first.answer, first.answered_at = "The A452", first.asked_at
    first.save()
    ReportQuestionFactory.create(report=report, question="Which stretch?")
    assert [one.question for one in portal.reports_owed(post.ambassador, today=TODAY)] == ["Which stretch?"]


def test_home_gathers_what_is_the_ambassadors() -> None:
    post = appointed()
    PlannedMeetingFactory.create(
        forum=post.forum, held_on=date(2018, 6, 12), starts_at=time(19, 30), venue="Hatton Hall"
    )
    PlannedMeetingFactory.create(forum=post.forum, held_on=date(2018, 9, 11))
    ForumPriorityFactory.create(
        meeting__forum=post.forum, meeting__held_on=date(2016, 12, 6), topic__code="speeding", topic__name="Speeding"
    )
    concern = ConcernFactory.create(ambassador=post.ambassador, replied=True)
    KeyContactFactory.create(ambassador=post.ambassador, due_on=date(2018, 4, 11))
    KeyContactFactory.create(ambassador=post.ambassador, due_on=date(2018, 4, 12))
    objective = ObjectiveFactory.create(target=1)
    ObjectiveProgressFactory.create(objective=objective, ambassador=post.ambassador)
    filed = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, accepted=True)
    home = portal.home(post.ambassador, today=TODAY)
    assert home == portal.Home(
        due=(),
        drafts=(),
        concerns=(concern,),
        concerns_total=1,
        forums=(
            ForumAhead(
                forum=post.forum.name,
                slug=post.forum.slug,
                next_on=date(2018, 6, 12),
                next_at=time(19, 30),
                next_venue="Hatton Hall",
                topics=("Speeding",),
            ),
        ),
        contacts=2,
        contacts_due=1,
        objectives=(ObjectiveNow(objective, 1),),
        reports_filed=1,
        last_filed_at=filed.submitted_at,
    )
    assert home.objectives_met == 1


def test_home_shows_nothing_of_another() -> None:
    post, other = appointed(), appointed()
    ConcernFactory.create(ambassador=other.ambassador)
    KeyContactFactory.create(ambassador=other.ambassador)
    ObjectiveFactory.create(ambassador=other.ambassador)
    ForumReportFactory.create(ambassador=other.ambassador, forum=other.forum)
    home = portal.home(post.ambassador, today=TODAY)
    assert (home.due, home.concerns, home.contacts, home.objectives, home.reports_filed) == ((), (), 0, (), 0)
    assert [forum.forum for forum in home.forums] == [post.forum.name]


@pytest.mark.parametrize("rows", [1, 3])
def test_home_costs_the_same_for_more(rows: int, django_assert_num_queries: Any) -> None:
    post = appointed()
    for number in range(rows):
        forum: Forum = ForumFactory.create()
        AppointmentFactory.create(ambassador=post.ambassador, forum=forum)
        ForumMeetingFactory.create(forum=forum, held_on=date(2018, 2, 20))
        PlannedMeetingFactory.create(forum=forum)
        ForumPriorityFactory.create(meeting__forum=forum, meeting__held_on=date(2016, 12, 6))
        ForumReportFactory.create(ambassador=post.ambassador, forum=forum)
        ConcernActionFactory.create(concern=ConcernFactory.create(ambassador=post.ambassador, replied=True))
        KeyContactFactory.create(ambassador=post.ambassador)
        ObjectiveFactory.create(title=f"Objective {number}")
    with django_assert_num_queries(14):
        portal.home(post.ambassador, today=TODAY)


def test_concerns_of_puts_first_what_the_forum_waits_to_hear() -> None:
    post = appointed()
    told = ConcernFactory.create(ambassador=post.ambassador, told=True)
    waiting = ConcernFactory.create(ambassador=post.ambassador, raised_on=date(2018, 1, 1))
    newer = ConcernFactory.create(ambassador=post.ambassador)
    replied = ConcernFactory.create(ambassador=post.ambassador, replied=True)
    ConcernFactory.create()
    assert list(portal.concerns_of(post.ambassador)) == [replied, newer, waiting, told]
    assert list(portal.concerns_of(post.ambassador, state=ConcernState.OPEN)) == [newer, waiting]


def test_meeting_details_come_from_the_calendar_or_the_usual_venue() -> None:
    forum = ForumFactory.create(usual_venue="Village hall")
    PlannedMeetingFactory.create(forum=forum, held_on=date(2018, 2, 27), starts_at=time(19, 0), venue="")
    assert portal.meeting_details(forum, date(2018, 2, 27)) == (time(19, 0), "Village hall")
    assert portal.meeting_details(forum, date(2018, 2, 28)) == (None, "Village hall")


def test_forums_of_names_past_and_present_ones_once() -> None:
    post = appointed()
    past = AppointmentFactory.create(
        ambassador=post.ambassador, ends_on=date(2017, 6, 1), end_reason=EndReason.FORUM_ENDED
    )
    AppointmentFactory.create(ambassador=post.ambassador, forum=past.forum, starts_on=date(2018, 1, 1))
    AppointmentFactory.create()
    assert sorted(forum.pk for forum in portal.forums_of(post.ambassador)) == sorted([post.forum.pk, past.forum.pk])


def test_objectives_on_counts_what_was_sent_and_nothing_of_others() -> None:
    post = appointed()
    objective = ObjectiveFactory.create(target=3)
    mine: dict[str, Any] = {"objective": objective, "ambassador": post.ambassador}
    draft = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=date(2018, 1, 9))
    sent = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    ObjectiveProgressFactory.create(**mine, number=1)
    ObjectiveProgressFactory.create(**mine, number=2, report=sent)
    ObjectiveProgressFactory.create(**mine, number=40, report=draft)
    ObjectiveProgressFactory.create(objective=objective, number=500)
    assert objectives_on(post.ambassador, TODAY) == (ObjectiveNow(objective, 3),)
    assert objectives_on(post.ambassador, TODAY, but=sent) == (ObjectiveNow(objective, 1),)
    assert [ObjectiveNow(objective, 3).is_met, ObjectiveNow(objective, 2).is_met] == [True, False]


def test_objectives_on_leaves_out_other_periods_and_people() -> None:
    post = appointed()
    own = ObjectiveFactory.create(ambassador=post.ambassador)
    ObjectiveFactory.create(ambassador=AmbassadorFactory.create())
    over = ObjectiveFactory.create(starts_on=date(2017, 4, 1), ends_on=date(2017, 9, 30))
    assert [one.objective for one in objectives_on(post.ambassador, TODAY)] == [own]
    assert list(objectives_of(post.ambassador)) == [own, over]
