"""The quarter, the year, vacancies and reports as other apps receive them: whole results, and what is never read."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ambassadors import reporting
from ambassadors.enums import (
    ActionLevel,
    ApplicationState,
    ConcernState,
    ContactMeans,
    EndReason,
    Frequency,
    ItemKind,
    Timeliness,
)
from ambassadors.models import Concern, ForumReport
from ambassadors.reporting import (
    ActionLine,
    ConcernLine,
    EndedAppointment,
    EventAttended,
    Events,
    GoodNews,
    InPost,
    KeyContacts,
    ObjectiveLine,
    PostHeld,
    ReportLine,
    Reports,
    Tally,
    Vacancy,
    WorkWaiting,
)
from forums.enums import MeetingState
from forums.models import Forum
from opcc.accounts.models import User
from opcc.core.quarters import Period, Quarter
from opcc.reference.enums import OrganisationKind
from opcc.reference.models import District
from tests.ambassadors.clearance import cleared, not_cleared
from tests.factories.ambassadors import (
    AmbassadorFactory,
    ApplicationFactory,
    AppointmentFactory,
    ConcernActionFactory,
    ConcernFactory,
    ContactMadeFactory,
    EngagementActivityFactory,
    ForumReportFactory,
    KeyContactFactory,
    ObjectiveFactory,
    ObjectiveProgressFactory,
    ReportItemFactory,
    VacancyAdvertFactory,
)
from tests.factories.forums import ForumFactory, ForumMeetingFactory, PlannedMeetingFactory, PriorityTopicFactory
from tests.factories.reference import DistrictFactory, OfficeProfileFactory, OrganisationFactory

Q4 = Quarter(2017, 4)  # January to March 2018
END = date(2018, 3, 31)
pytestmark = pytest.mark.django_db


def quarter(**values: Any) -> reporting.AmbassadorsQuarter:
    return reporting.quarter(**{"quarter": Q4, "as_at": END, "include_restricted": False, **values})


def forum(slug: str, **values: Any) -> Forum:
    """A forum of District A with an ambassador since 2017."""
    district = District.objects.filter(code="E07000001").first() or DistrictFactory.create(
        code="E07000001", name="District A"
    )
    made: Forum = ForumFactory.create(slug=slug, district=district, **values)
    return made


# --- Reports ------------------------------------------------------------------------------------


def reported(met_on: date, received_on: date | None, **values: Any) -> ForumReport:
    place = values.pop("forum", None) or forum(f"forum-{met_on}")
    sent: dict[str, Any] = {"submitted": True} if received_on else {}
    if received_on:
        sent["submitted_at"] = datetime(received_on.year, received_on.month, received_on.day, 12, 0, tzinfo=UTC)
    report: ForumReport = ForumReportFactory.create(
        forum=place, met_on=met_on, due_on=date(2018, 2, 14), **{**sent, **values}
    )
    return report


def line(report: ForumReport, timeliness: Timeliness, days_late: int, received_on: date | None) -> ReportLine:
    return ReportLine(
        reference=report.reference if received_on and report.reference else "",
        forum=report.forum.name,
        district="District A",
        met_on=report.met_on,
        due_on=date(2018, 2, 14),
        received_on=received_on,
        timeliness=timeliness,
        days_late=days_late,
        is_synthetic=report.is_synthetic,
    )


def test_reports_tells_in_time_from_late_and_missing() -> None:
    in_time = reported(date(2018, 1, 29), date(2018, 2, 14), is_synthetic=True)
    late = reported(date(2018, 1, 30), date(2018, 2, 20))
    draft = reported(date(2018, 1, 31), None)
    found = reporting.reports(Q4.period, as_at=END)
    assert found == Reports(
        (
            line(in_time, Timeliness.IN_TIME, 0, date(2018, 2, 14)),
            line(late, Timeliness.LATE, 6, date(2018, 2, 20)),
            line(draft, Timeliness.MISSING, 45, None),
        )
    )
    assert (found.expected, found.received, found.in_time, found.late, found.missing, found.not_due) == (
        3,
        2,
        1,
        1,
        1,
        0,
    )
    assert found.overdue_lines == found.lines[1:]


def test_reports_as_at_a_day_before_they_came() -> None:
    report = reported(date(2018, 1, 29), date(2018, 2, 20))
    assert reporting.reports(Q4.period, as_at=date(2018, 2, 14)).lines == (line(report, Timeliness.NOT_DUE, 0, None),)
    assert reporting.reports(Q4.period, as_at=date(2018, 2, 16)).lines == (line(report, Timeliness.MISSING, 2, None),)


def test_reports_counts_an_evening_as_the_day_it_was_in_london() -> None:
    reported(date(2018, 1, 29), date(2018, 6, 1), submitted_at=datetime(2018, 6, 14, 23, 30, tzinfo=UTC))
    (found,) = reporting.reports(Q4.period, as_at=date(2018, 7, 1)).lines
    assert found.received_on == date(2018, 6, 15)


def test_reports_expects_one_of_each_meeting_in_post() -> None:
    OfficeProfileFactory.create(report_due_days=20)
    place = AppointmentFactory.create(forum=forum("north"), starts_on=date(2018, 1, 10), is_synthetic=True).forum
    for day, values in (
        (date(2018, 1, 9), {}),  # before the appointment
        (date(2018, 1, 10), {}),
        (date(2018, 2, 6), {"state": MeetingState.CANCELLED, "cancelled_reason": "Snow"}),
        (date(2018, 4, 1), {}),  # after the quarter
    ):
        ForumMeetingFactory.create(forum=place, held_on=day, **values)
    PlannedMeetingFactory.create(forum=place, held_on=date(2018, 3, 30))
    PlannedMeetingFactory.create(forum=place, held_on=END)  # may yet be held today
    ForumMeetingFactory.create(forum=forum("vacant"), held_on=date(2018, 2, 1))
    found = reporting.reports(Q4.period, as_at=END)
    assert [(one.forum, one.met_on, one.due_on, one.timeliness, one.is_synthetic) for one in found.lines] == [
        ("North", date(2018, 1, 10), date(2018, 1, 30), Timeliness.MISSING, True),
        ("North", date(2018, 3, 30), date(2018, 4, 19), Timeliness.NOT_DUE, True),
    ]


def test_reports_counts_a_meeting_and_its_report_once() -> None:
    report = reported(date(2018, 1, 29), date(2018, 2, 1), forum=AppointmentFactory.create(forum=forum("north")).forum)
    ForumMeetingFactory.create(forum=report.forum, held_on=report.met_on)
    assert reporting.reports(Q4.period, as_at=END).lines == (line(report, Timeliness.IN_TIME, 0, date(2018, 2, 1)),)


# --- Vacancies ----------------------------------------------------------------------------------


def test_vacancies_says_since_when_and_what_was_done() -> None:
    left = AppointmentFactory.create(
        forum=forum("left"), ends_on=date(2018, 1, 31), end_reason=EndReason.RESIGNED_MOVED, is_synthetic=True
    )
    VacancyAdvertFactory.create(forum=left.forum, advertised_on=date(2016, 1, 1), place="Of an earlier vacancy")
    VacancyAdvertFactory.create(
        forum=left.forum, advertised_on=date(2018, 1, 20), place="Parish magazine", closes_on=date(2018, 2, 28)
    )
    VacancyAdvertFactory.create(forum=left.forum, advertised_on=date(2018, 5, 1), place="Not yet")
    ApplicationFactory.create(forum=left.forum)
    ApplicationFactory.create(forum=left.forum, state=ApplicationState.INTERVIEW)
    ApplicationFactory.create(forum=left.forum, state=ApplicationState.DECLINED, decided_on=date(2018, 2, 20))
    ApplicationFactory.create(forum=left.forum, applied_on=date(2018, 4, 2))
    AppointmentFactory.create(forum=left.forum, starts_on=date(2018, 4, 16))
    forum("never", starts_on=date(2018, 3, 1))
    AppointmentFactory.create(forum=forum("held"))
    AppointmentFactory.create(forum=forum("last-day"), ends_on=END, end_reason=EndReason.TERM_ENDED)
    forum("ended", ends_on=date(2018, 3, 30))
    forum("later", starts_on=date(2018, 4, 1))
    assert reporting.vacancies(END) == (
        Vacancy(
            forum="Left",
            slug="left",
            district="District A",
            since=date(2018, 2, 1),
            days=58,
            advertised_on=date(2018, 1, 20),
            advert_place="Parish magazine",
            advert_closes_on=date(2018, 2, 28),
            applications_open=2,
            filled_from=date(2018, 4, 16),
            is_synthetic=True,
        ),
        Vacancy(
            forum="Never",
            slug="never",
            district="District A",
            since=date(2018, 3, 1),
            days=30,
            advertised_on=None,
            advert_place="",
            advert_closes_on=None,
            applications_open=0,
            filled_from=None,
            is_synthetic=False,
        ),
    )


# --- Concerns and good news ---------------------------------------------------------------------


def test_quarter_gives_a_concern_with_what_was_done() -> None:
    topic = PriorityTopicFactory.create(code="speeding", name="Speeding")
    concern = ConcernFactory.create(
        reference="C-2018-0001",
        forum=forum("north"),
        topic=topic,
        told=True,
        needed_by=date(2018, 3, 5),
        is_synthetic=True,
    )
    ConcernActionFactory.create(concern=concern, level=ActionLevel.DIRECT, text="Checked speeds.")
    ConcernActionFactory.create(concern=concern, taken_on=date(2018, 3, 1), text="Passed on.")
    ConcernActionFactory.create(concern=concern, taken_on=date(2018, 4, 1), text="After the day of the count.")
    (found,) = quarter().concerns
    assert found == ConcernLine(
        reference="C-2018-0001",
        kind="Community concern",
        topic="Speeding",
        forum="North",
        district="District A",
        raised="Speeding on the main road at school times",
        raised_on=date(2018, 2, 27),
        actions=(
            ActionLine("Passed to the local policing team", date(2018, 3, 1), "Passed on."),
            ActionLine("Direct intervention", date(2018, 3, 2), "Checked speeds."),
        ),
        reply="A speed survey ran in February. The road safety team checks speeds in March.",
        state="Answered, forum told",
        needed_by=date(2018, 3, 5),
        replied_on=date(2018, 3, 6),
        told_on=date(2018, 3, 20),
        is_overdue=False,
        is_restricted=False,
        is_synthetic=True,
    )
    assert found.done == "Passed on. Checked speeds."
    assert "A resident" not in str(asdict(found))  # who raised it


@pytest.mark.parametrize(
    ("as_at", "expected"),
    [
        (date(2018, 3, 5), ("With the office", "", None, None, False)),
        (date(2018, 3, 6), ("Answered, forum not told yet", "Done", date(2018, 3, 6), None, False)),
        (date(2018, 3, 20), ("Answered, forum told", "Done", date(2018, 3, 6), date(2018, 3, 20), False)),
    ],
)
def test_quarter_shows_a_concern_as_it_stood(as_at: date, expected: tuple[object, ...]) -> None:
    ConcernFactory.create(told=True, needed_by=date(2018, 3, 5), reply="Done")
    (found,) = quarter(as_at=as_at).concerns
    assert (found.state, found.reply, found.replied_on, found.told_on, found.is_overdue) == expected


def test_quarter_says_which_concerns_are_overdue() -> None:
    for needed_by in (date(2018, 3, 30), END, None):
        ConcernFactory.create(needed_by=needed_by)
    assert [found.is_overdue for found in quarter().concerns] == [True, False, False]


def test_quarter_holds_every_concern_that_was_live_in_it() -> None:
    def made(text: str, **values: Any) -> None:
        ConcernFactory.create(text=text, **values)

    before = {"raised_on": date(2017, 11, 1)}
    closed = {"state": ConcernState.CLOSED, "closed_reason": "Twice"}
    answered = {"replied_at": datetime(2017, 12, 1, tzinfo=UTC)}
    made("open since last quarter", **before)
    made("answered, never told", **before, replied=True, **answered)
    made("told in the quarter", **before, told=True, **answered)
    made("told before it", **before, told=True, **answered, told_on=date(2017, 12, 31))
    made("closed in the quarter", **before, **closed, closed_on=date(2018, 1, 1))
    made("closed before it", **before, **closed, closed_on=date(2017, 12, 31))
    made("raised after it", raised_on=date(2018, 4, 1))
    assert [(found.raised, found.state) for found in quarter().concerns] == [
        ("open since last quarter", "With the office"),
        ("answered, never told", "Answered, forum not told yet"),
        ("told in the quarter", "Answered, forum told"),
        ("closed in the quarter", "Closed without a reply"),
    ]


def test_quarter_reads_restricted_concerns_only_when_asked() -> None:
    ConcernFactory.create(text="Open to all")
    ConcernFactory.create(text="Kept back", is_restricted=True)
    ConcernFactory.create(text="Tension", kind=ItemKind.TENSION)
    with CaptureQueriesContext(connection) as queries:
        assert [found.raised for found in quarter().concerns] == ["Open to all"]
    read = [query["sql"] for query in queries if 'FROM "ambassadors_concern"' in query["sql"]]
    assert len(read) == 1
    assert 'NOT "ambassadors_concern"."is_restricted"' in read[0]
    assert [(found.raised, found.is_restricted) for found in quarter(include_restricted=True).concerns] == [
        ("Open to all", False),
        ("Kept back", True),
        ("Tension", True),
    ]


def test_open_to_all_never_keeps_a_tension_whatever_its_flag_says() -> None:
    ConcernFactory.create(kind=ItemKind.TENSION)
    assert 'NOT ("ambassadors_concern"."kind" = tension)' in str(Concern.objects.open_to_all().query)


def test_quarter_gives_good_news_of_accepted_reports() -> None:
    topic = PriorityTopicFactory.create(code="rural", name="Rural crime")
    accepted = ForumReportFactory.create(forum=forum("north"), accepted=True, is_synthetic=True)
    news = {"kind": ItemKind.GOOD_NEWS, "topic": topic, "raised_by": "", "needed_by": None}
    ReportItemFactory.create(report=accepted, text="Farm Watch has 31 members", **news)
    ReportItemFactory.create(report=accepted, text="A concern", **{**news, "kind": ItemKind.CONCERN})
    waiting = ForumReportFactory.create(submitted=True, met_on=date(2018, 2, 28))
    ReportItemFactory.create(report=waiting, text="Not accepted yet", **news)
    assert quarter().good_news == (
        GoodNews(
            forum="North",
            district="District A",
            topic="Rural crime",
            text="Farm Watch has 31 members",
            on=date(2018, 2, 27),
            is_synthetic=True,
        ),
    )
    assert quarter(as_at=date(2018, 3, 7)).good_news == ()


# --- Objectives, contacts, events ---------------------------------------------------------------


def test_quarter_counts_who_met_an_objective() -> None:
    met, short, left = (AppointmentFactory.create(forum=forum(slug)).ambassador for slug in ("a", "b", "c"))
    left.appointments.update(ends_on=date(2017, 10, 1), end_reason=EndReason.TERM_ENDED)
    AppointmentFactory.create(forum=forum("gone"), ends_on=date(2017, 9, 30), end_reason=EndReason.TERM_ENDED)
    AppointmentFactory.create(ambassador=met, forum=forum("second-forum"))
    shared = ObjectiveFactory.create(title="Attend events", target=3)
    for person, number in ((met, 2), (met, 1), (short, 2)):
        ObjectiveProgressFactory.create(objective=shared, ambassador=person, number=number)
    ObjectiveProgressFactory.create(objective=shared, ambassador=short, on=date(2018, 4, 1))
    ObjectiveProgressFactory.create(
        objective=shared, ambassador=short, report=ForumReportFactory.create(submitted=True)
    )
    for person, number in ((met, 3), (short, 1)):
        own = ObjectiveFactory.create(ambassador=person, target=3)
        ObjectiveProgressFactory.create(objective=own, ambassador=person, number=number)
    ObjectiveFactory.create(title="Next", starts_on=date(2018, 4, 1), ends_on=date(2018, 9, 30))
    found = quarter()
    assert found.objectives == (
        ObjectiveLine(
            title="Attend events",
            target=3,
            unit="events",
            starts_on=date(2017, 10, 1),
            ends_on=date(2018, 3, 31),
            asked=3,
            met=1,
            total=5,
            is_synthetic=False,
        ),
    )
    assert (found.personal_objectives, found.personal_objectives_met) == (2, 1)


def test_quarter_counts_contacts() -> None:
    council = OrganisationFactory.create(kind=OrganisationKind.PARISH)
    touched = KeyContactFactory.create(organisation=council, frequency=Frequency.MONTHLY)
    for day in (date(2018, 3, 1), date(2018, 3, 8), date(2018, 4, 2)):
        ContactMadeFactory.create(contact=touched, on=day)
    ContactMadeFactory.create(contact=touched, on=date(2018, 2, 1), means=ContactMeans.EMAIL)
    KeyContactFactory.create(frequency=Frequency.MONTHLY)  # due on 8 February
    KeyContactFactory.create(last_contact_on=date(2018, 3, 31))  # due at the end of June
    KeyContactFactory.create(ended_on=END)
    KeyContactFactory.create(added_on=date(2018, 4, 1))
    assert quarter().contacts == KeyContacts(
        number=3,
        in_touch=1,
        overdue=1,
        by_kind=(Tally("Not on the office's list", 2), Tally("Parish or town council", 1)),
        by_means=(Tally("Telephone", 2), Tally("E-mail", 1)),
    )


def test_quarter_counts_events() -> None:
    EngagementActivityFactory.create()
    EngagementActivityFactory.create(people_met=None)
    EngagementActivityFactory.create(report=ForumReportFactory.create(accepted=True), people_met=6)
    EngagementActivityFactory.create(report=ForumReportFactory.create(submitted=True), people_met=100)
    EngagementActivityFactory.create(held_on=date(2018, 4, 1))
    assert quarter().events == Events(number=3, counted=2, people_met=30)


def test_quarter_of_an_empty_scheme_is_empty() -> None:
    found = quarter()
    nobody = InPost(forums=0, appointments=0, people=0, with_several=0)
    assert (found.quarter, found.period, found.as_at, found.includes_restricted) == (Q4, Q4.period, END, False)
    assert (found.in_post, found.reports, found.vacancies, found.concerns) == (nobody, Reports(()), (), ())
    assert (found.good_news, found.objectives, found.personal_objectives) == ((), (), 0)
    assert found.contacts == KeyContacts(0, 0, 0, (), ())
    assert found.events == Events(0, 0, None)


# --- The year -----------------------------------------------------------------------------------


def test_year_tells_the_scheme_from_january_to_december() -> None:
    person = AppointmentFactory.create(forum=forum("a")).ambassador
    AppointmentFactory.create(ambassador=person, forum=forum("b"), starts_on=date(2018, 2, 1))
    AppointmentFactory.create(
        forum=forum("c"), ends_on=date(2018, 6, 30), end_reason=EndReason.RESIGNED_PERSONAL, is_synthetic=True
    )
    AppointmentFactory.create(forum=forum("d"), ends_on=date(2018, 7, 31), end_reason=EndReason.TERM_ENDED)
    AppointmentFactory.create(forum=forum("e"), starts_on=date(2019, 1, 1))
    ConcernFactory.create(forum=forum("x", ends_on=date(2018, 3, 31)))
    found = reporting.year(2018, as_at=date(2019, 1, 31), include_restricted=False)
    assert (found.year, found.period) == (2018, Period(date(2018, 1, 1), date(2018, 12, 31)))
    assert found.in_post_at_start == InPost(forums=6, appointments=3, people=3, with_several=0)
    assert found.in_post == InPost(forums=5, appointments=2, people=1, with_several=1)
    assert found.appointments_made == 1
    assert found.ended == (
        EndedAppointment("C", "District A", date(2018, 6, 30), "Resigned, personal reasons", True, True),
        EndedAppointment("D", "District A", date(2018, 7, 31), "Term ended", False, False),
    )
    assert [vacancy.forum for vacancy in found.vacancies] == ["E", "C", "D"]
    assert len(found.concerns) == 1


# --- One ambassador, and the staff's home page ---------------------------------------------------


def test_activity_summary_tells_what_one_ambassador_did() -> None:
    post = AppointmentFactory.create(forum=forum("north"), ambassador__is_synthetic=True)
    person = post.ambassador
    report = reported(date(2018, 1, 29), date(2018, 2, 1), forum=post.forum, ambassador=person)
    AppointmentFactory.create(ambassador=person, starts_on=date(2018, 4, 1))
    ConcernFactory.create(text="Mine", ambassador=person)
    ConcernFactory.create(text="Mine, kept back", ambassador=person, kind=ItemKind.TENSION)
    shared = ObjectiveFactory.create(title="Attend events", target=2)
    own = ObjectiveFactory.create(title="Visit schools", target=1, ambassador=person)
    ObjectiveProgressFactory.create(objective=shared, ambassador=person, number=2)
    ContactMadeFactory.create(contact__ambassador=person)
    EngagementActivityFactory.create(ambassador=person)
    fill()  # somebody else's
    ObjectiveFactory.create(ambassador=AmbassadorFactory.create())
    found = reporting.activity_summary(person, Q4.period, as_at=END, include_restricted=False)
    assert (found.name, found.period, found.as_at, found.is_synthetic) == (person.name, Q4.period, END, True)
    assert found.posts == (PostHeld("North", "District A", date(2017, 1, 1), None),)
    assert found.reports.lines == (line(report, Timeliness.IN_TIME, 0, date(2018, 2, 1)),)
    assert [concern.raised for concern in found.concerns] == ["Mine"]
    theirs = [one for one in found.objectives if one.title in (shared.title, own.title)]
    assert [(one.title, one.is_personal, one.reached, one.is_met) for one in theirs] == [
        ("Attend events", False, 2, True),
        ("Visit schools", True, 0, False),
    ]
    assert (found.contacts.number, found.contacts.in_touch) == (1, 1)
    assert found.events == (
        EventAttended(date(2018, 2, 10), "Neighbourhood Watch evening", 24, "Two new co-ordinators"),
    )
    cleared = reporting.activity_summary(person, Q4.period, as_at=END, include_restricted=True)
    assert len(cleared.concerns) == 2


def test_work_waiting_counts_what_staff_have_to_do(policy_officer: User) -> None:
    ForumReportFactory.create(submitted=True, submitted_at=datetime(2018, 3, 12, 18, 42, tzinfo=UTC))
    ForumReportFactory.create(submitted=True)
    ForumReportFactory.create(due_on=date(2018, 3, 13))
    ConcernFactory.create(needed_by=date(2018, 3, 30))
    ConcernFactory.create(needed_by=date(2018, 3, 30), assigned_to=policy_officer)
    VacancyAdvertFactory.create()
    Forum.objects.exclude(adverts=None).update(ends_on=None)
    KeyContactFactory.create(ambassador=AppointmentFactory.create().ambassador, due_on=date(2018, 3, 1))
    vacant = len(reporting.vacancies(END))
    assert reporting.work_waiting(END, policy_officer) == (
        WorkWaiting(
            "Reports to review",
            2,
            "admin:ambassadors_forumreport_changelist",
            "state__exact=submitted",
            "Oldest sent 5 March 2018",
            "waiting",
        ),
        WorkWaiting("Late reports", 1, "admin:ambassadors_forumreport_late", "", "Longest 18 days", "overdue"),
        WorkWaiting(
            "Concerns past their date",
            2,
            "admin:ambassadors_concern_changelist",
            "overdue=1",
            "1 without an officer",
            "overdue",
        ),
        WorkWaiting(
            "Forums without an ambassador",
            vacant,
            "admin:ambassadors_appointment_vacancies",
            "",
            f"{vacant - 1} not advertised",
            "due",
        ),
        WorkWaiting(
            "Contacts due",
            1,
            "admin:ambassadors_keycontact_changelist",
            "due=1",
            "Longest due since 1 March 2018",
            "due",
        ),
    )


def test_work_waiting_when_nothing_waits(policy_officer: User) -> None:
    assert [(one.count, one.detail, one.state) for one in reporting.work_waiting(END, policy_officer)] == [
        (0, "", "done")
    ] * 5


def test_work_waiting_shows_only_what_the_person_may_open(policy_officer: User, stranger: User) -> None:
    ConcernFactory.create(kind=ItemKind.TENSION, needed_by=date(2018, 3, 1))
    assert reporting.work_waiting(END, stranger) == ()
    assert [one.count for one in reporting.work_waiting(END, not_cleared(policy_officer))][2] == 0
    assert [one.count for one in reporting.work_waiting(END, cleared(policy_officer))][2] == 1


# --- As many queries for three rows as for one --------------------------------------------------


def fill() -> None:
    """One more of everything that a quarter counts."""
    place = ForumFactory.create()
    person = AppointmentFactory.create(forum=place).ambassador
    report = ForumReportFactory.create(forum=place, ambassador=person, accepted=True)
    ReportItemFactory.create(report=report, kind=ItemKind.GOOD_NEWS)
    ConcernActionFactory.create(concern__forum=place)
    AppointmentFactory.create(ends_on=date(2018, 2, 1), end_reason=EndReason.TERM_ENDED)
    ObjectiveProgressFactory.create(ambassador=person)
    ContactMadeFactory.create(contact__ambassador=person)
    EngagementActivityFactory.create(ambassador=person)


@pytest.mark.parametrize(
    "read",
    [
        lambda: quarter(include_restricted=True),
        lambda: reporting.year(2018, as_at=END, include_restricted=True),
        lambda: reporting.vacancies(END),
        lambda: reporting.activity_summary(
            AppointmentFactory._meta.model.objects.earliest("pk").ambassador,
            Q4.period,
            as_at=END,
            include_restricted=True,
        ),
    ],
)
def test_reporting_asks_as_many_queries_for_three_rows_as_for_one(read: Callable[[], object]) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            read()
        return len(queries)

    OfficeProfileFactory.create()
    fill()
    with_one = count()
    fill()
    fill()
    assert count() == with_one
