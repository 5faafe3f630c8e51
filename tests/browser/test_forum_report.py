"""The forum report as an ambassador files it: on a phone, with scripts and without, from due to sent and answered."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ambassadors.enums import NEEDED_STEPS, ItemKind, ReportState, Step
from ambassadors.models import Appointment, ForumReport
from ambassadors.operations import accept_report, return_report
from ambassadors.queries.report_answers import (
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
    answers_of,
)
from forums.enums import Continuity, PrioritiesOutcome
from forums.models import ForumPriority, PriorityTopic
from opcc.accounts.models import User
from tests.factories.ambassadors import AmbassadorFactory, AppointmentFactory, ForumReportFactory, ObjectiveFactory
from tests.factories.forums import ForumFactory, ForumPriorityFactory, PlannedMeetingFactory, PriorityTopicFactory
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import browser_session
from tests.support.browser import axe
from tests.support.uploads import jpeg

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
OpenPage = Callable[..., Page]


@dataclass(frozen=True)
class Scene:
    """An ambassador whose forum met eight days ago and is not reported yet."""

    post: Appointment
    user: User
    met_on: date
    speeding: PriorityTopic
    parking: PriorityTopic
    standing: ForumPriority


@pytest.fixture
def scene(transactional_db: None) -> Scene:
    met_on = timezone.localdate() - timedelta(days=8)
    OfficeProfileFactory.create()
    forum = ForumFactory.create(slug="rural-west", name="Rural West")
    speeding = PriorityTopicFactory.create(code="speeding", name="Speeding")
    parking = PriorityTopicFactory.create(code="parking", name="Parking")
    post = AppointmentFactory.create(
        ambassador=AmbassadorFactory.create(signs_in=True, first_name="Margaret", last_name="Hollis"),
        forum=forum,
        starts_on=met_on - timedelta(days=30),
    )
    PlannedMeetingFactory.create(forum=forum, held_on=met_on, venue="Hatton Village Hall")
    standing = ForumPriorityFactory.create(
        meeting__forum=forum, meeting__held_on=met_on - timedelta(days=91), topic=speeding, wording="The main road"
    )
    ObjectiveFactory.create(
        title="Attend community events",
        starts_on=met_on - timedelta(days=100),
        ends_on=met_on + timedelta(days=80),
    )
    assert post.ambassador.user is not None
    return Scene(post, post.ambassador.user, met_on, speeding, parking, standing)


def fill_date(page: Page, question: str, day: date, within: Any = None) -> None:
    group = (within or page).get_by_role("group", name=question, exact=True)
    for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(part).fill(str(value))


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Save and continue").click()


def heading(page: Page, text: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text)


def file_report(page: Page, scene: Scene) -> Iterator[str]:
    """Fill in every section; stops at each page so that the caller can look at it."""
    page.goto("/ambassadors/")
    yield "home"
    page.get_by_role("button", name="Start the report").click()
    heading(page, "Which meeting are you reporting?")
    expect(page.get_by_label("Venue")).to_have_value("Hatton Village Hall")
    yield "meeting"
    go_on(page)

    heading(page, "Who came?")
    go_on(page)
    expect(page.get_by_role("link", name="Choose whether the police attended")).to_be_visible()
    yield "attendance-error"
    page.get_by_label("Residents").fill("19")
    page.get_by_label("Elected members").fill("4")
    page.get_by_label("Yes", exact=True).check()
    page.get_by_label("Police officers and staff").fill("2")
    go_on(page)

    heading(page, "Did the forum agree priorities")
    page.get_by_label("Yes, up to three").check()
    first, second = (page.get_by_role("group", name=f"Priority {place}", exact=True) for place in (1, 2))
    first.get_by_label("Topic").select_option("speeding")
    first.get_by_label("What the forum agreed").fill("Speeding on the main road, mornings")
    first.get_by_label("Kept from last time").check()
    second.get_by_label("Topic").select_option("parking")
    go_on(page)
    expect(page.get_by_role("link", name="Enter what the forum agreed for priority 2")).to_be_visible()
    expect(page.get_by_role("link", name="Choose whether priority 2 is new or kept")).to_be_visible()
    yield "priorities-error"
    second.get_by_label("What the forum agreed").fill("Cars at the school gate")
    second.get_by_label("New at this meeting").check()
    go_on(page)

    heading(page, "What was said about last time’s priorities?")
    page.get_by_label("Speeding: The main road").fill("A survey ran for a week.")
    yield "progress"
    go_on(page)

    heading(page, "Actions and issues for the office")
    issue = page.get_by_role("group", name="Issue 1", exact=True)
    issue.get_by_label("What is the office asked").fill("When do the speed checks start?")
    page.get_by_role("button", name="Add another issue").click()
    expect(issue.get_by_label("What is the office asked")).to_have_value("When do the speed checks start?")
    page.get_by_role("button", name="Remove issue 2").click()
    go_on(page)
    expect(page.get_by_role("link", name="Enter who raised issue 1")).to_be_visible()
    yield "issues-error"
    issue.get_by_label("Topic").select_option("speeding")
    issue.get_by_label("Who raised it?").fill("A parish councillor")
    fill_date(page, "When is an answer needed?", scene.met_on + timedelta(days=60), issue)
    go_on(page)

    heading(page, "Concerns, tensions and good news")
    item = page.get_by_role("group", name="Item 1", exact=True)
    item.get_by_label("Community concern").check()
    item.get_by_label("Topic").select_option("parking")
    item.get_by_label("What was said?").fill("<b>Farms</b> no longer report fuel theft")
    page.get_by_role("button", name="Add another item").click()
    second_item = page.get_by_role("group", name="Item 2", exact=True)
    second_item.get_by_label("Good news").check()
    second_item.get_by_label("Topic").select_option("speeding")
    second_item.get_by_label("What was said?").fill("Farm Watch has 31 members")
    yield "concerns"
    go_on(page)

    heading(page, "Events and engagement")
    page.get_by_label("What was the event?").fill("Neighbourhood Watch evening")
    fill_date(page, "Date of the event", scene.met_on - timedelta(days=17))
    page.get_by_label("How many people did you speak to?").fill("24")
    page.get_by_label("What came of it?").fill("Two new co-ordinators")
    yield "events"
    go_on(page)

    heading(page, "Your objectives")
    page.get_by_label("How many more events since your last report?").fill("2")
    page.get_by_label("What did you do?").fill("The watch evening and the fair")
    yield "objectives"
    go_on(page)

    heading(page, "Photos and files")
    page.get_by_label("Choose a photo or PDF").set_input_files(
        {"name": "hall.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    )
    page.get_by_role("button", name="Attach the file").click()
    expect(page.get_by_role("link", name="hall.jpg")).to_be_visible()
    yield "files"
    go_on(page)

    heading(page, "Check your answers")
    expect(page.get_by_text("<b>Farms</b> no longer report fuel theft")).to_be_visible()
    yield "check"
    page.get_by_role("button", name="Send the report").click()
    heading(page, "Report sent")
    yield "sent"


def report_as_filed(scene: Scene) -> None:
    report = ForumReport.objects.select_related("forum").get()
    assert (report.state, report.met_on, report.version) == (ReportState.SUBMITTED, scene.met_on, 9)
    assert report.steps_done == [step.value for step in Step]
    answers = answers_of(report)
    assert [answers[step] for step in NEEDED_STEPS if step != Step.MEETING] == [
        AttendanceAnswer(police_attended=True, elected_members=4, residents=19, police=2),
        PrioritiesAnswer(
            PrioritiesOutcome.AGREED,
            (
                PriorityAnswer(scene.speeding, "Speeding on the main road, mornings", Continuity.RETAINED),
                PriorityAnswer(scene.parking, "Cars at the school gate", Continuity.NEW),
            ),
        ),
        ProgressAnswer((ProgressLine(scene.standing.pk, "Speeding", "A survey ran for a week."),)),
        IssuesAnswer(
            (
                ItemAnswer(
                    ItemKind.ISSUE,
                    scene.speeding,
                    "When do the speed checks start?",
                    "A parish councillor",
                    scene.met_on + timedelta(days=60),
                ),
            )
        ),
        ConcernsAnswer(
            (
                ItemAnswer(ItemKind.CONCERN, scene.parking, "<b>Farms</b> no longer report fuel theft"),
                ItemAnswer(ItemKind.GOOD_NEWS, scene.speeding, "Farm Watch has 31 members"),
            )
        ),
        EventsAnswer(
            (
                EventAnswer(
                    scene.met_on - timedelta(days=17), "Neighbourhood Watch evening", "Two new co-ordinators", 24
                ),
            )
        ),
        ObjectivesAnswer(
            tuple(
                ObjectiveLine(row.objective, 2, "The watch evening and the fair")
                for row in report.objective_progress.all()
            )
        ),
    ]


def test_report_is_filed_on_a_phone_and_every_page_is_accessible(phone: Page, live_server: Any, scene: Scene) -> None:
    browser_session(phone, live_server, scene.user)
    for place in file_report(phone, scene):
        assert axe(phone) == [], place
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390, place
    report_as_filed(scene)


def test_report_is_filed_without_javascript(plain_phone: Page, live_server: Any, scene: Scene) -> None:
    browser_session(plain_phone, live_server, scene.user)
    places = list(file_report(plain_phone, scene))
    assert places[-1] == "sent"
    report_as_filed(scene)


def test_report_is_left_half_typed_and_taken_up_again(phone: Page, live_server: Any, scene: Scene) -> None:
    report = ForumReportFactory.create(ambassador=scene.post.ambassador, forum=scene.post.forum, met_on=scene.met_on)
    browser_session(phone, live_server, scene.user)
    phone.goto(f"/ambassadors/reports/{report.public_id}/attendance/")
    phone.get_by_label("Residents").fill("about twelve")
    phone.get_by_role("button", name="Save and finish later").click()
    heading(phone, "Your work as an ambassador")
    expect(phone.get_by_text("We kept what you typed under ‘Attendance’")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_role("button", name="Continue the report").click()
    expect(phone.get_by_text("In progress")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_role("link", name="Attendance").click()
    expect(phone.get_by_label("Residents")).to_have_value("about twelve")


def test_two_tabs_on_one_draft_show_both_texts(open_page: OpenPage, live_server: Any, scene: Scene) -> None:
    report = ForumReportFactory.create(ambassador=scene.post.ambassador, forum=scene.post.forum, met_on=scene.met_on)
    first = open_page(phone=True)
    browser_session(first, live_server, scene.user)
    second = first.context.new_page()
    for tab in (first, second):
        tab.goto(f"/ambassadors/reports/{report.public_id}/attendance/")
        tab.get_by_label("Yes", exact=True).check()
    first.get_by_label("Residents").fill("19")
    go_on(first)
    heading(first, "Did the forum agree priorities")
    second.get_by_label("Residents").fill("91")
    go_on(second)
    expect(second.get_by_role("heading", name="What the other window saved")).to_be_visible()
    expect(second.get_by_role("definition").filter(has_text="19").first).to_be_visible()
    expect(second.get_by_label("Residents")).to_have_value("91")
    assert axe(second) == []
    go_on(second)
    heading(second, "Did the forum agree priorities")
    report.refresh_from_db()
    assert report.residents == 91


def test_returned_report_is_answered_and_the_reply_is_told(
    phone: Page, live_server: Any, scene: Scene, policy_officer: User
) -> None:
    browser_session(phone, live_server, scene.user)
    list(file_report(phone, scene))
    report = ForumReport.objects.get()
    return_report(report=report, question="Which stretch of the road?", by=policy_officer, at=timezone.now())
    phone.goto("/ambassadors/")
    expect(phone.get_by_text("Which stretch of the road?")).to_be_visible()
    phone.get_by_role("button", name="Answer the question").click()
    phone.get_by_role("button", name="Check, answer and send again").click()
    phone.get_by_role("button", name="Send the report again").click()
    expect(phone.get_by_role("link", name="Enter your answer to the office’s question")).to_be_visible()
    assert axe(phone) == []
    phone.get_by_label("Your answer").fill("From the church to the bridge")
    phone.get_by_role("button", name="Send the report again").click()
    heading(phone, "Report sent again")
    accept_report(report=report, by=policy_officer, at=timezone.now())
    phone.get_by_role("link", name="View or print your report").click()
    expect(phone.get_by_text("From the church to the bridge")).to_be_visible()
    assert axe(phone) == []
