"""The staff's pages with JavaScript off: lists, forms with search boxes and rows, inviting, figures and questions."""

import csv
import re
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from forums.models import Forum, ForumMeeting
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.models import OutboxMessage
from opcc.reference.enums import OrganisationKind
from performance.enums import LoadState, QuestionState
from performance.models import ForceQuestion, Load, Measure, Series, Target
from tests.factories.forums import ForumFactory, ForumMeetingFactory
from tests.factories.performance import HouseRulesFactory, MeasureFactory, SeriesFactory, TopicGroupFactory
from tests.factories.reference import (
    ContactFactory,
    DistrictFactory,
    ForceAreaFactory,
    OfficeProfileFactory,
    PlanObjectiveFactory,
)
from tests.support.actors import browser_session
from tests.support.browser import look_again

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WITHOUT_SCRIPTS = "Fill in the form without them"


@pytest.fixture(autouse=True)
def _office(transactional_db: None) -> None:
    OfficeProfileFactory.create()


def cells(page: Page, column: str) -> Locator:
    """The cells of a column of the list, row by row."""
    return page.locator(f"#result_list tbody .field-{column}")


# --- Lists --------------------------------------------------------------------------------------------


@pytest.fixture
def meetings(transactional_db: None) -> None:
    """Sixty meetings of Ashby and one of Brook."""
    ashby, brook = (ForumFactory.create(slug=slug, district=DistrictFactory.create()) for slug in ("ashby", "brook"))
    day = timezone.localdate().replace(year=2017, month=1, day=1)
    for number in range(60):
        ForumMeetingFactory.create(forum=ashby, held_on=day + timedelta(days=number), venue="Church hall")
    ForumMeetingFactory.create(forum=brook, held_on=day, venue="School")


def test_list_is_reached_by_the_menu_searched_filtered_sorted_and_paged(
    plain_page: Page, live_server: Any, policy_officer: User, meetings: None
) -> None:
    browser_session(plain_page, live_server, policy_officer)
    plain_page.goto("/staff/")
    plain_page.get_by_text("Menu", exact=True).click()
    plain_page.get_by_role("navigation", name="Menu").get_by_role("link", name="Forum meetings").click()
    expect(cells(plain_page, "held_on")).to_have_count(50)
    expect(cells(plain_page, "held_on").first).to_have_text("1 March 2017")
    plain_page.locator(".paginator").get_by_role("link", name="2").click()
    expect(cells(plain_page, "held_on")).to_have_count(11)
    expect(cells(plain_page, "held_on").last).to_have_text("1 January 2017")

    plain_page.get_by_role("link", name="Date", exact=True).click()
    expect(cells(plain_page, "held_on").first).to_have_text("1 January 2017")

    plain_page.locator("#searchbar").fill("school")
    plain_page.get_by_role("button", name="Search").click()
    expect(cells(plain_page, "held_on")).to_have_text(["1 January 2017"])
    plain_page.get_by_role("link", name=str(Forum.objects.get(slug="ashby").district)).click()
    expect(plain_page.get_by_text("Nothing to show.")).to_be_visible()


def taken(page: Page) -> list[dict[str, str]]:
    """Press ‘Go’ for the action that downloads, and read the file."""
    page.locator("select[name=action]").select_option(label="Download as CSV")
    with page.expect_download() as caught:
        page.get_by_role("button", name="Go").click()
    return list(csv.DictReader(caught.value.path().read_text(encoding="utf-8-sig").splitlines()))


def test_action_is_run_on_ticked_rows_and_on_all_that_were_found(
    plain_page: Page, live_server: Any, policy_officer: User, meetings: None
) -> None:
    browser_session(plain_page, live_server, policy_officer)
    plain_page.goto("/staff/forums/forummeeting/?q=church")
    expect(plain_page.locator(".action-counter")).to_be_hidden()
    expect(plain_page.locator("#action-toggle")).to_be_hidden()

    plain_page.get_by_role("button", name="Go").click()
    expect(plain_page.get_by_text("Items must be selected")).to_be_visible()
    plain_page.locator("#result_list tbody [type=checkbox]").nth(2).check()
    assert [row["Date"] for row in taken(plain_page)] == ["2017-02-27"]

    plain_page.goto("/staff/forums/forummeeting/?q=church")
    plain_page.get_by_label("All 60 forum meetings that were found").check()
    rows = taken(plain_page)
    assert (len(rows), {row["Forum"] for row in rows}) == (60, {"Ashby"})


# --- Forms --------------------------------------------------------------------------------------------


def test_meeting_is_planned_with_the_forum_out_of_a_list(
    plain_phone: Page, live_server: Any, policy_officer: User
) -> None:
    forum = ForumFactory.create(slug="ashby")
    browser_session(plain_phone, live_server, policy_officer)
    plain_phone.goto("/staff/forums/forummeeting/add/")
    plain_phone.get_by_role("link", name=WITHOUT_SCRIPTS).click()
    expect(plain_phone.get_by_role("link", name=WITHOUT_SCRIPTS)).to_have_count(0)
    plain_phone.get_by_label("Forum:").select_option(label=str(forum))
    expect(plain_phone.locator(".field-held_on noscript .help")).to_have_text("For example 31/12/2017")
    plain_phone.get_by_label("Date").fill("tomorrow")
    plain_phone.get_by_role("button", name="Save", exact=True).click()

    expect(plain_phone.get_by_text("Enter the date as 31/12/2017.")).to_be_visible()
    expect(plain_phone.get_by_label("Forum:").locator("option:checked")).to_have_text(str(forum))
    day = timezone.localdate() + timedelta(days=40)
    plain_phone.get_by_label("Date").fill(f"{day:%d/%m/%Y}")
    plain_phone.get_by_role("button", name="Save", exact=True).click()

    expect(plain_phone.locator(".messagelist")).to_contain_text("was added successfully")
    meeting = ForumMeeting.objects.get()
    assert (meeting.forum, meeting.held_on) == (forum, day)


def test_measure_is_added_and_changed_with_its_heading_objective_areas_and_targets(
    plain_page: Page, live_server: Any, performance_officer: User
) -> None:
    group, objective, force = TopicGroupFactory.create(), PlanObjectiveFactory.create(), ForceAreaFactory.create()
    browser_session(plain_page, live_server, performance_officer)
    plain_page.goto("/staff/performance/measure/?is_active__exact=1")
    plain_page.get_by_role("link", name="Add measure").click()
    plain_page.get_by_role("link", name=WITHOUT_SCRIPTS).click()
    expect(plain_page.locator(".related-widget-wrapper-link:visible")).to_have_count(0)
    plain_page.get_by_label("Code").fill("robbery")
    plain_page.get_by_label("Heading:").select_option(label=str(group))
    plain_page.get_by_role("button", name="Save and continue editing").click()

    expect(plain_page).to_have_title(re.compile("^Error:"))
    expect(plain_page.get_by_label("Heading:").locator("option:checked")).to_have_text(str(group))
    for label, words in (("Name", "Robbery"), ("Noun", "offences"), ("Position", "1")):
        plain_page.locator(f"[name={label.lower()}]").fill(words)
    for name, value in {
        "unit": "count",
        "kind": "count",
        "improvement": "stable",
        "inclusion": "month_and_quarter",
        "adds_up": "sum",
        "objective": str(objective.pk),
        "series-0-force_area": str(force.pk),
    }.items():
        plain_page.locator(f"select[name={name}]").select_option(value)
    for name, words in (("value", "80"), ("words", "Fewer than 80"), ("starts_on", "1 April 2016")):
        plain_page.locator(f"[name=targets-0-{name}]").fill(words)
    plain_page.get_by_role("button", name="Save and continue editing").click()

    measure = Measure.objects.get()
    assert (measure.group, measure.objective) == (group, objective)
    assert list(Series.objects.values_list("measure", "force_area")) == [(measure.pk, force.pk)]
    assert list(Target.objects.values_list("value", "words")) == [(Decimal(80), "Fewer than 80")]

    # The form comes back plain, with the next empty row.
    plain_page.locator("[name=targets-1-value]").fill("70")
    plain_page.locator("[name=targets-1-starts_on]").fill("01/04/2018")
    plain_page.locator("[name=targets-0-ends_on]").fill("31/03/2018")
    plain_page.get_by_role("button", name="Save", exact=True).click()
    expect(plain_page).to_have_url(re.compile(r"/measure/\?is_active__exact=1$"))
    assert list(Target.objects.order_by("starts_on").values_list("value", flat=True)) == [80, 70]


def test_person_is_invited(plain_page: Page, live_server: Any, chief_executive: User) -> None:
    browser_session(plain_page, live_server, chief_executive)
    plain_page.goto("/staff/accounts/user/")
    plain_page.get_by_role("link", name=re.compile("^Add")).first.click()
    plain_page.get_by_label("E-mail address").fill("gwen@panel.example")
    plain_page.get_by_label("First name").fill("Gwen")
    plain_page.get_by_role("button", name="Send the invitation").click()
    expect(plain_page.get_by_text("Enter the last name.")).to_be_visible()
    plain_page.get_by_label("Last name").fill("Hill")
    plain_page.get_by_label(Role.PANEL_MEMBER.label).check()
    plain_page.get_by_role("button", name="Send the invitation").click()

    expect(plain_page.get_by_text("An invitation is on its way to gwen@panel.example.")).to_be_visible()
    assert User.objects.get(email="gwen@panel.example").roles == {Role.PANEL_MEMBER}
    assert OutboxMessage.objects.filter(to="gwen@panel.example").count() == 1
    plain_page.get_by_role("link", name="History").click()
    expect(plain_page.get_by_role("columnheader", name="What changed")).to_be_visible()


# --- Figures ------------------------------------------------------------------------------------------


def bring(page: Page, value: str) -> None:
    """Bring a file of one figure."""
    page.goto("/staff/performance/load/add/")
    lines = f"measure,area,month,value,unit,source\nRobbery,Westshire force area,2017-10,{value},count,Return\n"
    page.get_by_label("File", exact=True).or_(page.locator("[name=file]")).first.set_input_files(
        {"name": "figures.csv", "mimeType": "text/csv", "buffer": lines.encode()}
    )
    page.get_by_role("button", name="Load the file").click()
    look_again(page)


@pytest.mark.worker
def test_file_of_figures_is_refused_with_its_problems_then_loaded(
    plain_page: Page, live_server: Any, celery_worker: int, performance_officer: User
) -> None:
    SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))
    browser_session(plain_page, live_server, performance_officer)

    bring(plain_page, "many")
    expect(plain_page.get_by_text("Nothing was changed. There is one error to correct.")).to_be_visible()
    problems = plain_page.get_by_role("table").filter(has_text="What to do")
    expect(problems.get_by_role("row").nth(1)).to_contain_text("many")
    answer = plain_page.request.get(
        plain_page.get_by_role("link", name="Download the list as CSV").get_attribute("href") or ""
    )
    assert len(list(csv.reader(answer.text().splitlines()))) == 2

    bring(plain_page, "34")
    expect(plain_page.locator(".o-facts")).to_contain_text("New figures")
    assert list(Load.objects.order_by("pk").values_list("state", "created")) == [
        (LoadState.REFUSED, 0),
        (LoadState.LOADED, 1),
    ]


def test_force_is_asked_a_question_and_its_answer_recorded(
    plain_phone: Page, live_server: Any, performance_officer: User
) -> None:
    HouseRulesFactory.create()
    series = SeriesFactory.create(measure=MeasureFactory.create(code="robbery", name="Robbery"))
    contact = ContactFactory.create(organisation__name="Westshire Police", organisation__kind=OrganisationKind.POLICE)
    browser_session(plain_phone, live_server, performance_officer)
    plain_phone.goto("/staff/performance/forcequestion/add/")
    plain_phone.get_by_role("link", name=WITHOUT_SCRIPTS).click()
    plain_phone.locator("select[name=series]").select_option(label=str(series))
    plain_phone.locator("select[name=quarter]").select_option(index=1)
    plain_phone.locator("[name=question]").fill("What explains the rise in October?")
    plain_phone.get_by_role("button", name="Save and continue editing").click()

    plain_phone.get_by_label("Send it by e-mail to").select_option(str(contact.pk))
    plain_phone.get_by_role("button", name="Ask the force").click()
    expect(plain_phone.get_by_text(f"It goes to {contact.email}.")).to_be_visible()
    assert OutboxMessage.objects.filter(to=contact.email).count() == 1

    plain_phone.get_by_label("What the force answered").fill("Patrols moved to two town centres.")
    plain_phone.get_by_role("button", name="Record the answer").click()
    expect(plain_phone.get_by_text("Enter the post that answered.")).to_be_visible()
    plain_phone.get_by_label("Who at the force answers for it").fill("Assistant Chief Constable")
    plain_phone.get_by_label("Date of the answer").fill(timezone.localdate().isoformat())
    plain_phone.get_by_role("button", name="Record the answer").click()
    expect(plain_phone.get_by_text("is recorded. It is restricted.")).to_be_visible()

    question = ForceQuestion.objects.get()
    assert (question.series, question.state, question.answer) == (
        series,
        QuestionState.ANSWERED,
        "Patrols moved to two town centres.",
    )
