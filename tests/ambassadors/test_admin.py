"""The office's pages: who may open them, what the buttons do, and as many queries for three rows as for one."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ambassadors.enums import ApplicationState, ConcernState, EndReason, ItemKind, ReportState
from ambassadors.models import (
    Ambassador,
    Application,
    Appointment,
    Concern,
    ConcernAction,
    ForumReport,
    Objective,
    VacancyAdvert,
)
from forums.enums import Continuity, PrioritiesOutcome
from forums.models import ForumMeeting
from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog, OutboxMessage
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
    ReportedPriorityFactory,
    ReportedProgressFactory,
    ReportFileFactory,
    ReportItemFactory,
    ReportQuestionFactory,
    VacancyAdvertFactory,
)
from tests.factories.forums import ForumFactory, ForumMeetingFactory, ForumPriorityFactory
from tests.factories.reference import OrganisationFactory
from tests.support.actors import signed_in_client

STAFF = "/staff/ambassadors"
pytestmark = pytest.mark.django_db
Pages = dict[str, str]


@pytest.fixture
def officer(policy_officer: User) -> Client:
    """The policy officer at the staff pages."""
    return signed_in_client(policy_officer)


def text(response: Any) -> str:
    return " ".join(response.content.decode().split())


def press(client: Client, record: Any, name: str, **said: str) -> Any:
    """Press a button of a record's page and follow to what is shown."""
    model = record._meta.model_name
    answers = {f"{name}-{field}": value for field, value in said.items()}
    return client.post(f"{STAFF}/{model}/{record.pk}/press/{name}/", answers, follow=True)


def whole_report() -> ForumReport:
    """A submitted report with something under every heading."""
    report: ForumReport = ForumReportFactory.create(submitted=True, priorities_outcome=PrioritiesOutcome.AGREED)
    forum = report.forum
    standing = ForumPriorityFactory.create(meeting__forum=forum, topic__code="speeding", topic__name="Speeding")
    ForumPriorityFactory.create(meeting=standing.meeting, position=2, topic__code="sheds", topic__name="Sheds")
    ReportedPriorityFactory.create(
        report=report, topic=standing.topic, wording="Speeding, mornings", continuity=Continuity.RETAINED
    )
    ReportedProgressFactory.create(report=report, priority=standing, text="A survey ran.")
    for position, kind in enumerate(ItemKind, start=1):
        ReportItemFactory.create(
            report=report, position=position, kind=kind, text=f"Words of a {kind}", topic=standing.topic
        )
    EngagementActivityFactory.create(report=report, ambassador=report.ambassador)
    ObjectiveProgressFactory.create(report=report, ambassador=report.ambassador, evidence="The watch")
    ReportFileFactory.create(report=report)
    ReportQuestionFactory.create(report=report, answer="Mornings", answered_at=report.saved_at)
    return report


# --- The review page ----------------------------------------------------------------------------


def test_review_page_shows_the_report_and_what_accepting_will_do(officer: Client) -> None:
    report = whole_report()
    like = ConcernFactory.create(
        reference="C-2017-0061", forum=report.forum, topic=report.items.earliest("pk").topic, kind=ItemKind.ISSUE
    )
    ConcernFactory.create(reference="C-2017-0062", forum=report.forum)  # of another topic
    ConcernFactory.create(reference="C-2017-0063", forum=report.forum, topic=like.topic, told=True)
    page = text(officer.get(f"{STAFF}/forumreport/{report.pk}/change/"))
    for words in (
        "Tuesday 27 February 2018, 7:30pm, Hatton Village Hall",
        "26: 4 elected members, 19 residents, 2 police, 1 other",
        "28 November 2017: 26: 3 elected members, 19 residents, 2 police, 2 others",
        "Speeding, mornings",
        "Sheds: Cars through the village too fast",
        "A survey ran.",
        "Raised by: A parish councillor. Needed by 12 June 2018.",
        "Like concern C-2017-0061, open since 27 February 2018.",
        "Words of a good_news",
        "Neighbourhood Watch evening. Two new co-ordinators",
        "poster.pdf",
        "answered: Mornings",
        "record the meeting of 27 February 2018 and its attendance",
        "put 1 priority on the public page",
        "close 1 dropped priority",
        "open 3 concerns, for you to assign",
        f"e-mail {report.ambassador}",
        "8 days early",
        "Draft started",
    ):
        assert words in page, words
    assert f"{STAFF}/concern/{like.pk}/change/" in page
    assert "C-2017-0062" not in page
    assert "C-2017-0063" not in page


@pytest.mark.parametrize(("clear", "is_shown"), [(cleared, True), (not_cleared, False)])
def test_review_page_shows_a_tension_to_cleared_readers_only(
    policy_officer: User, clear: Callable[[User], User], is_shown: bool
) -> None:
    report = whole_report()
    tension = report.items.get(kind=ItemKind.TENSION)
    ConcernFactory.create(reference="C-2017-0099", forum=report.forum, topic=tension.topic, kind=ItemKind.TENSION)
    page = text(signed_in_client(clear(policy_officer)).get(f"{STAFF}/forumreport/{report.pk}/change/"))
    assert ("Words of a tension" in page) is is_shown
    assert ("C-2017-0099" in page) is is_shown
    assert ("Only people who may read restricted concerns see it here." in page) is not is_shown


def test_review_page_of_a_bare_draft(officer: Client) -> None:
    due_on = timezone.localdate() + timedelta(days=2)
    report = ForumReportFactory.create(met_on=due_on - timedelta(days=14), due_on=due_on, is_synthetic=True)
    page = text(officer.get(f"{STAFF}/forumreport/{report.pk}/change/"))
    assert "Not counted" in page
    assert "Not sent, due in 2 days" in page
    assert "Sample data: people and details are invented." in page
    assert "Accept the report" not in page
    report = ForumReportFactory.create(due_on=timezone.localdate(), residents=3, met_on=due_on - timedelta(days=15))
    page = text(officer.get(f"{STAFF}/forumreport/{report.pk}/change/"))
    assert "Not sent, due today" in page
    assert "3: 3 residents. Not all counted" in page


def test_review_page_of_an_accepted_report_names_its_concerns(officer: Client) -> None:
    report = whole_report()
    press(officer, report, "accept")
    page = text(officer.get(f"{STAFF}/forumreport/{report.pk}/change/"))
    year = timezone.localdate().year
    assert f"Opened as C-{year}-0001." in page
    assert "<b>Accepted</b>" in page


def test_accept_button_records_and_opens(officer: Client) -> None:
    report = whole_report()
    page = text(press(officer, report, "accept"))
    report.refresh_from_db()
    assert (report.state, Concern.objects.count(), ForumMeeting.objects.count()) == (ReportState.ACCEPTED, 3, 2)
    year = timezone.localdate().year
    assert f"{report.reference} is accepted. Opened: C-{year}-0001, C-{year}-0002, C-{year}-0003." in page


def test_accept_button_pressed_twice_says_so(officer: Client) -> None:
    report = ForumReportFactory.create(submitted=True)
    assert "is accepted." in text(press(officer, report, "accept"))
    assert "no longer possible" in text(press(officer, report, "accept"))
    assert ForumMeeting.objects.count() == 1


def test_return_button_asks(officer: Client) -> None:
    report = ForumReportFactory.create(submitted=True)
    assert "is returned to" in text(press(officer, report, "return", question="Which road?"))
    assert report.questions.get().question == "Which road?"


def test_return_button_without_a_question_changes_nothing(officer: Client) -> None:
    report = ForumReportFactory.create(submitted=True)
    page = text(press(officer, report, "return", question=""))
    assert "Enter your question." in page
    report.refresh_from_db()
    assert report.state == ReportState.SUBMITTED


def test_report_buttons_are_not_for_readers(commissioner: User) -> None:
    report = ForumReportFactory.create(submitted=True)
    reader = signed_in_client(commissioner)
    assert reader.get(f"{STAFF}/forumreport/{report.pk}/change/").status_code == 200
    assert press(reader, report, "accept").status_code == 403
    assert not ForumMeeting.objects.exists()


# --- Late reports and files ---------------------------------------------------------------------


def late(**values: Any) -> Appointment:
    appointment: Appointment = AppointmentFactory.create(**values)
    ForumMeetingFactory.create(forum=appointment.forum, held_on=timezone.localdate() - timedelta(days=20))
    return appointment


def test_late_page_lists_reports_that_never_came(officer: Client) -> None:
    appointment = late(ambassador__telephone="01632 960003")
    met_on = timezone.localdate() - timedelta(days=20)
    OutboxMessage.objects.create(
        kind="ambassadors.report_due",
        key=f"report-due:{appointment.forum_id}:{met_on}:late-0",
        to="a@home.example",
        subject="Late",
        created_at=timezone.now(),
        send_after=timezone.now(),
    )
    draft = ForumReportFactory.create(met_on=met_on, due_on=timezone.localdate() - timedelta(days=1))
    page = text(officer.get(f"{STAFF}/forumreport/late/"))
    assert "2 reports of the last year" in page
    assert "6 days late" in page
    assert "1 day late" in page
    assert "01632 960003" in page
    assert '<td data-label="Reminders"> <div>1</div>' in page
    assert "Not begun" in page
    assert f'href="{STAFF}/forumreport/{draft.pk}/change/">Begun' in page


def test_late_page_when_all_came(officer: Client) -> None:
    assert "Every report that is due has come." in text(officer.get(f"{STAFF}/forumreport/late/"))


@pytest.mark.parametrize(("late_only", "count"), [("", 3), ("?late=1", 2)])
def test_report_list_filters_the_late(officer: Client, late_only: str, count: int) -> None:
    ForumReportFactory.create()
    ForumReportFactory.create(submitted=True, met_on="2018-02-20", due_on="2018-02-28")
    ForumReportFactory.create(submitted=True)
    response = officer.get(f"{STAFF}/forumreport/{late_only}")
    assert response.context["cl"].result_count == count


def test_file_is_saved_and_never_shown(officer: Client, policy_officer: User) -> None:
    file = ReportFileFactory.create()
    response = officer.get(f"{STAFF}/forumreport/files/{file.public_id}/")
    assert b"".join(response.streaming_content) == b"%PDF-1.7 poster"  # type: ignore[attr-defined]  # a file response streams
    assert response.headers["Content-Disposition"] == 'attachment; filename="poster.pdf"'
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in response.headers["Cache-Control"]
    opened = AccessLog.objects.get(kind=AccessKind.OPENED)
    assert (opened.by_id, opened.object_id) == (policy_officer.pk, str(file.pk))


def test_file_is_not_for_others(officer: Client, grants_officer: User) -> None:
    file = ReportFileFactory.create()
    assert signed_in_client(grants_officer).get(f"{STAFF}/forumreport/files/{file.public_id}/").status_code == 403
    assert officer.get(f"{STAFF}/forumreport/files/00000000-0000-0000-0000-000000000000/").status_code == 404


# --- Concerns -----------------------------------------------------------------------------------


def test_concern_from_the_first_action_to_the_forum_told(officer: Client, policy_officer: User) -> None:
    concern = ConcernFactory.create()
    partner = OrganisationFactory.create()
    today = timezone.localdate().isoformat()
    press(officer, concern, "assign", officer=str(policy_officer.pk), partner=str(partner.pk))
    press(officer, concern, "action", level="3_passed_on", taken_on=today, text="Passed on")
    press(officer, concern, "reply", text="It is mended.")
    page = text(press(officer, concern, "told", told_on=today))
    assert "The forum is marked as told." in page
    assert "Passed on" in page
    assert "It is mended." in page
    concern.refresh_from_db()
    assert (concern.state, concern.assigned_to, concern.partner) == (ConcernState.TOLD, policy_officer, partner)


def test_assign_button_keeps_the_partner(officer: Client, policy_officer: User) -> None:
    concern = ConcernFactory.create(partner=OrganisationFactory.create())
    press(officer, concern, "assign", officer=str(policy_officer.pk))
    assert Concern.objects.get(pk=concern.pk).partner == concern.partner


def test_reply_button_before_any_action_keeps_what_was_typed(officer: Client) -> None:
    concern = ConcernFactory.create()
    page = text(press(officer, concern, "reply", text="It is mended."))
    assert "Record what was done before you reply." in page.replace("&#x27;", "'")
    assert "It is mended." in page
    assert Concern.objects.get(pk=concern.pk).reply == ""


def test_action_button_says_what_is_wrong_beside_the_field(officer: Client) -> None:
    concern = ConcernFactory.create()
    page = text(press(officer, concern, "action", level="1_noted", taken_on="2018-02-26", text="Noted"))
    assert "This was raised on 27 February 2018. Enter that day or a later one." in page
    assert not ConcernAction.objects.exists()


def test_reply_button_for_a_concern_of_no_ambassador(officer: Client) -> None:
    concern = ConcernActionFactory.create(concern__ambassador=None).concern
    assert "No ambassador passed this on." in text(press(officer, concern, "reply", text="Done"))


def test_close_button_gives_the_reason(officer: Client) -> None:
    concern = ConcernFactory.create()
    assert f"{concern.reference} is closed." in text(press(officer, concern, "close", reason="Raised twice"))


def test_restrict_buttons_are_for_cleared_staff(policy_officer: User) -> None:
    concern = ConcernFactory.create()
    assert press(signed_in_client(not_cleared(policy_officer)), concern, "restrict").status_code == 403
    client = signed_in_client(cleared(policy_officer))
    assert "is restricted." in text(press(client, concern, "restrict"))
    assert "cleared staff only" in text(client.get(f"{STAFF}/concern/{concern.pk}/change/"))
    assert "is no longer restricted." in text(press(client, concern, "unrestrict"))


@pytest.mark.parametrize("values", [{"kind": ItemKind.TENSION}, {"is_restricted": True}])
def test_restricted_concerns_do_not_exist_for_others(policy_officer: User, values: dict[str, Any]) -> None:
    concern = ConcernFactory.create(reference="C-2018-0007", text="A tension", **values)
    ConcernActionFactory.create(concern=concern, text="Deployed")
    other = signed_in_client(not_cleared(policy_officer))
    assert other.get(f"{STAFF}/concern/{concern.pk}/history/").status_code == 404
    assert press(other, concern, "reply", text="x").status_code in (404, 200)
    for address in (f"concern/{concern.pk}/change/", "concern/", "concern/?q=tension"):
        page = text(other.get(f"{STAFF}/{address}", follow=True))
        assert "A tension" not in page
        assert f"{STAFF}/concern/{concern.pk}" not in page.replace(f"{STAFF}/concern/{concern.pk}/change/?", "")
    assert "C-2018-0007" in text(signed_in_client(cleared(policy_officer)).get(f"{STAFF}/concern/"))


@pytest.mark.parametrize(
    ("query", "references"),
    [
        ("", ["C-1", "C-2", "C-3", "C-4"]),
        ("?overdue=1", ["C-1"]),
        ("?unheard=1", ["C-1", "C-2", "C-3"]),
        ("?unassigned=1", ["C-1", "C-3", "C-4"]),
        ("?q=canal", ["C-2"]),
    ],
)
def test_concern_list_filters(officer: Client, policy_officer: User, query: str, references: list[str]) -> None:
    ConcernFactory.create(reference="C-1", needed_by="2018-03-01")
    ConcernFactory.create(reference="C-2", text="Dark path by the canal", assigned_to=policy_officer)
    ConcernFactory.create(reference="C-3", replied=True, needed_by="2018-03-01")
    ConcernFactory.create(reference="C-4", told=True)
    found = officer.get(f"{STAFF}/concern/{query}").context["cl"].queryset
    assert sorted(found.values_list("reference", flat=True)) == references


# --- People -------------------------------------------------------------------------------------


def test_ambassador_is_added_and_appointed(officer: Client) -> None:
    officer.post(f"{STAFF}/ambassador/add/", {"first_name": "Ann", "last_name": "Reed", "email": "ann@home.example",
        "appointments-TOTAL_FORMS": "0", "appointments-INITIAL_FORMS": "0",
        "applications-TOTAL_FORMS": "0", "applications-INITIAL_FORMS": "0"})  # fmt: skip
    person = Ambassador.objects.get()
    forum = ForumFactory.create(name="North")
    page = text(press(officer, person, "appoint", forum=str(forum.pk), starts_on="2018-04-01"))
    assert "Ann Reed has North from 1 April 2018." in page
    assert "<dd>North</dd>" in page
    assert person.appointments.get().forum == forum


def test_appoint_button_refuses_a_forum_that_is_taken(officer: Client) -> None:
    taken = AppointmentFactory.create().forum
    person = AmbassadorFactory.create()
    page = text(press(officer, person, "appoint", forum=str(taken.pk), starts_on="2018-04-01"))
    assert "This forum has an ambassador for some of those days." in page
    assert not person.appointments.exists()


def test_application_is_recorded_and_decided(officer: Client) -> None:
    person, forum = AmbassadorFactory.create(), ForumFactory.create(name="North")
    page = text(press(officer, person, "apply", forum=str(forum.pk), applied_on="2018-02-01", note=""))
    assert "The application for North is recorded." in page
    application = Application.objects.get()
    assert "called to interview" in text(press(officer, application, "interview", note=""))
    page = text(press(officer, application, "appoint", decided_on="2018-02-20", starts_on="2018-03-01", note=""))
    assert f"{person} has North from 1 March 2018." in page
    application.refresh_from_db()
    assert application.state == ApplicationState.APPOINTED


@pytest.mark.parametrize(
    ("button", "state", "words"),
    [
        ("decline", ApplicationState.DECLINED, "is not appointed to"),
        ("withdraw", ApplicationState.WITHDRAWN, "withdrew."),
    ],
)
def test_application_ends_without_an_appointment(
    officer: Client, button: str, state: ApplicationState, words: str
) -> None:
    application = ApplicationFactory.create()
    assert words in text(press(officer, application, button, decided_on="2018-02-20", note=""))
    application.refresh_from_db()
    assert (application.state, Appointment.objects.count()) == (state, 0)


def test_invite_and_link_buttons_open_the_portal(officer: Client, ambassador_user: User) -> None:
    invited = AmbassadorFactory.create(email="ann@home.example")
    assert "An invitation is on its way to ann@home.example." in text(press(officer, invited, "invite"))
    linked = AmbassadorFactory.create()
    page = text(press(officer, linked, "link", user=str(ambassador_user.pk)))
    assert f"now signs in as {ambassador_user.email}." in page
    assert Ambassador.objects.get(pk=invited.pk).user.has_role(Role.AMBASSADOR)  # type: ignore[union-attr]  # linked
    assert Ambassador.objects.get(pk=linked.pk).user == ambassador_user


def test_end_button_ends_the_appointment(officer: Client) -> None:
    appointment = AppointmentFactory.create(forum__name="North")
    page = text(press(officer, appointment, "end", ends_on="2018-03-31", reason=EndReason.RESIGNED_MOVED, note=""))
    assert "leaves North on 31 March 2018." in page
    appointment.refresh_from_db()
    assert appointment.end_reason == EndReason.RESIGNED_MOVED


def test_appointment_list_filters_the_live(officer: Client) -> None:
    live = AppointmentFactory.create()
    AppointmentFactory.create(ends_on="2018-03-31", end_reason=EndReason.TERM_ENDED)
    found = officer.get(f"{STAFF}/appointment/?live=1").context["cl"].queryset
    assert list(found) == [live]


@pytest.mark.parametrize(("value", "names"), [("", ["In", "Out"]), ("1", ["In"]), ("0", ["Out"])])
def test_ambassador_list_filters_who_is_in_post(officer: Client, value: str, names: list[str]) -> None:
    AppointmentFactory.create(ambassador__first_name="In")
    AmbassadorFactory.create(first_name="Out")
    found = officer.get(f"{STAFF}/ambassador/" + (f"?in_post={value}" if value else "")).context["cl"].queryset
    assert sorted(found.values_list("first_name", flat=True)) == names


def test_activity_summary_covers_the_days_asked_for(officer: Client) -> None:
    person = AppointmentFactory.create(forum__name="North").ambassador
    ForumReportFactory.create(ambassador=person, submitted=True, forum__name="North")
    ConcernFactory.create(ambassador=person, text="Speeding at school times")
    address = f"{STAFF}/ambassador/{person.pk}/summary/"
    page = text(officer.get(address, {"start": "2018-01-01", "end": "2018-03-31"}))
    assert "1 January 2018 to 31 March 2018" in page
    assert "North: in time" in page
    assert "Speeding at school times" in page
    assert officer.get(address).status_code == 200
    backwards = officer.get(address, {"start": "2018-03-31", "end": "2018-01-01"})
    assert "Enter a day on or after the first." in text(backwards)
    assert officer.get(f"{STAFF}/ambassador/0/summary/").status_code == 404


# --- Vacancies ----------------------------------------------------------------------------------


def test_vacancies_page_says_what_is_vacant_and_records_an_advert(officer: Client) -> None:
    forum = ForumFactory.create(slug="north", name="North")
    assert "Not advertised" in text(officer.get(f"{STAFF}/appointment/vacancies/"))
    address = f"{STAFF}/appointment/vacancies/north/advertise/"
    assert officer.get(address).status_code == 200
    page = text(officer.post(address, {"advertised_on": "2018-03-01", "place": "Parish magazine"}, follow=True))
    assert "The advert for North is recorded." in page
    assert "1 March 2018, Parish magazine" in page
    assert forum.adverts.count() == 1


def test_advertise_page_keeps_what_was_typed(officer: Client) -> None:
    held = AppointmentFactory.create(forum__slug="held", forum__name="Held")
    vacant = VacancyAdvertFactory.create(forum__slug="vacant").forum
    for slug, said, words in (
        ("held", {"advertised_on": "2018-03-01", "place": "Parish magazine"}, "Held is not vacant"),
        ("vacant", {"advertised_on": "2018-03-01", "place": ""}, "Enter where it was advertised."),
        (
            "vacant",
            {"advertised_on": "2018-03-01", "place": "Parish magazine", "closes_on": "2018-02-01"},
            "The advert closes on or after the day it appears.",
        ),
    ):
        page = text(officer.post(f"{STAFF}/appointment/vacancies/{slug}/advertise/", said))
        assert words in page
        assert 'value="2018-03-01"' in page
    assert VacancyAdvert.objects.count() == 1
    assert {held.forum.slug, vacant.slug} == {"held", "vacant"}
    assert officer.get(f"{STAFF}/appointment/vacancies/nowhere/advertise/").status_code == 404


def test_vacancies_page_when_none_is(officer: Client) -> None:
    assert "Every active forum has an ambassador." in text(officer.get(f"{STAFF}/appointment/vacancies/"))


# --- Objectives, contacts, the home page --------------------------------------------------------


def test_objective_is_added_for_every_ambassador(officer: Client) -> None:
    answers = {"title": "Visit schools", "starts_on_day": "1", "ambassador": "", "starts_on": "2018-04-01",
        "ends_on": "2018-09-30", "target": "3", "unit": "schools", "position": "0",
        "progress-TOTAL_FORMS": "0", "progress-INITIAL_FORMS": "0"}  # fmt: skip
    officer.post(f"{STAFF}/objective/add/", answers)
    objective = Objective.objects.get()
    assert (objective.title, objective.ambassador, objective.target, objective.unit) == (
        "Visit schools",
        None,
        3,
        "schools",
    )
    assert "Every ambassador" in text(officer.get(f"{STAFF}/objective/"))


def test_contact_list_filters_those_due(officer: Client) -> None:
    due = KeyContactFactory.create(due_on="2018-03-01")
    KeyContactFactory.create(due_on=timezone.localdate() + timedelta(days=1))
    assert list(officer.get(f"{STAFF}/keycontact/?due=1").context["cl"].queryset) == [due]


def test_home_page_lists_the_work_waiting(officer: Client) -> None:
    ForumReportFactory.create(submitted=True)
    late()
    page = text(officer.get("/staff/"))
    assert f'href="{STAFF}/forumreport/?state__exact=submitted"' in page
    assert f'href="{STAFF}/forumreport/late/"' in page
    assert "Oldest sent 5 March 2018" in page


def test_find_searches_reports_concerns_and_people(officer: Client) -> None:
    report = ForumReportFactory.create(submitted=True, forum__name="Leek Wootton")
    concern = ConcernFactory.create(text="Speeding in Leek Wootton")
    person = AmbassadorFactory.create(first_name="Leek", last_name="Wootton")
    page = text(officer.get("/staff/find/", {"q": "Leek Wootton"}))
    for record in (report, concern, person):
        assert f"{STAFF}/{record._meta.model_name}/{record.pk}/change/" in page


# --- Who may open what, and how many queries ----------------------------------------------------


def fill() -> None:
    """One more row in every list, and one more inside every record."""
    report = whole_report()
    ConcernActionFactory.create(concern__forum=report.forum)
    appointment = late()
    ApplicationFactory.create(ambassador=appointment.ambassador)
    ContactMadeFactory.create(contact__ambassador=appointment.ambassador)
    ForumFactory.create()


LISTS = (
    "forumreport/",
    "forumreport/late/",
    "concern/",
    "ambassador/",
    "appointment/",
    "appointment/vacancies/",
    "application/",
    "keycontact/",
    "engagementactivity/",
    "objective/",
)


@pytest.mark.parametrize("address", LISTS)
def test_list_opens_with_as_many_queries_for_three_rows_as_for_one(officer: Client, address: str) -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(f"{STAFF}/{address}").status_code == 200
        return len(queries)

    fill()
    officer.get(f"{STAFF}/{address}")
    with_one = count()
    fill()
    fill()
    assert count() == with_one


@pytest.mark.parametrize("address", LISTS)
def test_list_is_not_for_people_without_the_permission(grants_officer: User, address: str) -> None:
    assert signed_in_client(grants_officer).get(f"{STAFF}/{address}").status_code == 403


def more_inside(record: Any) -> None:
    if isinstance(record, ForumReport):
        ReportItemFactory.create(report=record, position=9, kind=ItemKind.CONCERN)
        ReportFileFactory.create(report=record)
        EngagementActivityFactory.create(report=record)
    elif isinstance(record, Concern):
        ConcernActionFactory.create(concern=record)
    elif isinstance(record, Ambassador):
        AppointmentFactory.create(ambassador=record)
        ApplicationFactory.create(ambassador=record)


@pytest.mark.parametrize(
    "make",
    [
        whole_report,
        lambda: ConcernActionFactory.create().concern,
        lambda: ApplicationFactory.create(ambassador=AppointmentFactory.create().ambassador).ambassador,
        AppointmentFactory.create,
        ApplicationFactory.create,
        lambda: ContactMadeFactory.create().contact,
        EngagementActivityFactory.create,
        lambda: ObjectiveProgressFactory.create(objective=ObjectiveFactory.create()).objective,
    ],
)
def test_change_page_opens_with_as_many_queries_for_more_inside_it(officer: Client, make: Callable[[], Any]) -> None:
    record = make()
    address = f"{STAFF}/{record._meta.model_name}/{record.pk}/change/"

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert officer.get(address).status_code == 200
        return len(queries)

    officer.get(address)
    before = count()
    more_inside(record)
    assert count() == before
