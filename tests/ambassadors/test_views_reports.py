"""The report's pages: what they show, where they lead, and that bad input changes nothing and stays typed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ambassadors.enums import ItemKind, ReportState, Step
from ambassadors.models import Appointment, ForumReport, ReportFile, ReportQuestion
from forums.models import ForumMeeting
from opcc.accounts.models import User
from tests.factories.ambassadors import (
    ForumReportFactory,
    ObjectiveFactory,
    ReportedPriorityFactory,
    ReportedProgressFactory,
    ReportFileFactory,
    ReportItemFactory,
    ReportQuestionFactory,
)
from tests.factories.forums import ForumPriorityFactory, PlannedMeetingFactory, PriorityTopicFactory
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import signed_in
from tests.support.uploads import jpeg

pytestmark = pytest.mark.django_db


@pytest.fixture
def visitor(client: Client, by: User) -> Client:
    OfficeProfileFactory.create()
    return signed_in(client, by)


def address(name: str, report: ForumReport) -> str:
    return reverse(f"ambassadors:{name}", args=[report.public_id])


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def groups(prefix: str, *typed: dict[str, Any]) -> dict[str, Any]:
    """What a page of groups posts."""
    posted: dict[str, Any] = {f"{prefix}-TOTAL_FORMS": len(typed), f"{prefix}-INITIAL_FORMS": 0}
    for place, answers in enumerate(typed):
        posted |= {f"{prefix}-{place}-{name}": value for name, value in answers.items()}
    return posted


def day_parts(name: str, day: date) -> dict[str, int]:
    return {f"{name}_day": day.day, f"{name}_month": day.month, f"{name}_year": day.year}


NEW = "/ambassadors/reports/new/"


def test_report_new_is_filled_in_from_the_calendar(visitor: Client, post: Appointment) -> None:
    PlannedMeetingFactory.create(forum=post.forum, held_on=date(2018, 2, 27), venue="Hatton Village Hall")
    page = text_of(visitor.get(f"{NEW}?forum={post.forum.slug}&met_on=2018-02-27"))
    assert 'value="27"' in page
    assert 'value="2018"' in page
    assert 'value="Hatton Village Hall"' in page


@pytest.mark.parametrize("query", ["?forum=nowhere", "?met_on=x", "?forum=x&met_on=2018-02-27"])
def test_report_new_takes_no_harm_from_a_strange_address(visitor: Client, query: str) -> None:
    assert visitor.get(NEW + query).status_code == 200


@pytest.mark.parametrize("met_on", ["x", "2018-02-31", ""])
def test_report_new_shows_the_usual_venue_for_a_strange_day(visitor: Client, post: Appointment, met_on: str) -> None:
    assert 'value="Village hall"' in text_of(visitor.get(f"{NEW}?forum={post.forum.slug}&met_on={met_on}"))


def test_report_new_asks_for_forum_and_day(visitor: Client, post: Appointment) -> None:
    page = text_of(visitor.post(NEW, {"venue": "The hall"}))
    assert "Choose the forum" in page
    assert "Enter the date of the meeting" in page
    assert 'value="The hall"' in page


def test_report_new_says_when_there_is_no_forum(visitor: Client, post: Appointment) -> None:
    post.delete()
    assert "You hold no forum" in text_of(visitor.get(NEW))


def test_report_new_begins_a_draft_and_goes_on(visitor: Client, post: Appointment) -> None:
    typed = {"forum": post.forum.slug, **day_parts("met_on", date(2018, 2, 27)), "starts_at": "7:30pm"}
    answer = visitor.post(NEW, typed)
    report = ForumReport.objects.get()
    assert answer.url == address("report-attendance", report)  # type: ignore[attr-defined]  # redirects have one


def test_report_new_finished_later_leads_home(visitor: Client, post: Appointment) -> None:
    typed = {"forum": post.forum.slug, **day_parts("met_on", date(2018, 2, 27)), "later": "1"}
    answer = visitor.post(NEW, typed)
    assert (answer.status_code, answer.url) == (302, "/ambassadors/")  # type: ignore[attr-defined]  # redirects have one


def test_report_new_refuses_the_future_and_keeps_what_was_typed(visitor: Client, post: Appointment) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    typed = {"forum": post.forum.slug, **day_parts("met_on", tomorrow), "venue": "The <b>hall</b>"}
    page = text_of(visitor.post(NEW, typed))
    assert "The date of the meeting must be today or in the past" in page
    assert 'value="The &lt;b&gt;hall&lt;/b&gt;"' in page
    assert not ForumReport.objects.exists()


def test_report_new_refuses_a_day_before_the_appointment_and_keeps_what_was_typed(
    visitor: Client, post: Appointment
) -> None:
    too_early = post.starts_on - timedelta(days=1)
    typed = {"forum": post.forum.slug, **day_parts("met_on", too_early), "venue": "The village hall"}
    page = text_of(visitor.post(NEW, typed))
    assert f"You were appointed to {post.forum} on 1 January 2017. Enter a meeting on or after that day." in page
    assert 'value="The village hall"' in page
    assert not ForumReport.objects.exists()


def test_report_new_links_to_the_report_that_is_there(visitor: Client, post: Appointment, draft: ForumReport) -> None:
    page = text_of(visitor.post(NEW, {"forum": post.forum.slug, **day_parts("met_on", draft.met_on), "key": "x"}))
    assert f"You have a report of the {post.forum} meeting of 27 February 2018" in page
    assert f'href="{address("report", draft)}"' in page


def test_report_new_names_but_does_not_link_to_the_report_of_another(visitor: Client, post: Appointment) -> None:
    other = ForumReportFactory.create(forum=post.forum, ambassador__first_name="Brian", ambassador__last_name="Cole")
    page = text_of(visitor.post(NEW, {"forum": post.forum.slug, **day_parts("met_on", other.met_on)}))
    assert "Brian Cole has reported" in page
    assert str(other.public_id) not in page


def test_report_tasks_shows_how_far_each_section_is(visitor: Client, draft: ForumReport) -> None:
    ForumReport.objects.update(unfinished={"issues": "issues-TOTAL_FORMS=1"})
    answer = visitor.get(address("report-tasks", draft))
    assert [(label, state) for label, _, state, _, _ in answer.context["tasks"]] == [
        ("Forum and meeting", "Done"),
        ("Attendance", "Not started"),
        ("Priorities", "Not started"),
        ("Progress since last time", "Not started"),
        ("Issues for the office", "In progress"),
        ("Concerns and good news", "Not started"),
        ("Events and engagement", "Not started"),
        ("Objectives", "Not started"),
        ("Photos and files", "Optional"),
    ]
    assert "1 of 8 sections done" in text_of(answer)


STEPS = [step for step in Step if step != Step.FILES]


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("state", ["submitted", "accepted"])
def test_section_of_a_report_that_was_sent_leads_to_the_report(
    visitor: Client, post: Appointment, step: Step, state: str
) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, **{state: True})
    assert visitor.get(address(f"report-{step}", report)).url == address("report", report)  # type: ignore[attr-defined]  # redirects have one


@pytest.mark.parametrize("step", STEPS)
def test_section_saved_after_it_was_sent_keeps_what_was_typed(visitor: Client, draft: ForumReport, step: Step) -> None:
    ForumReport.objects.update(state=ReportState.SUBMITTED, reference="FR-2018-0001", submitted_at=timezone.now())
    answer = visitor.post(address(f"report-{step}", draft), {"version": 1, **whole_section(step, draft)})
    assert answer.status_code == 200
    assert "This report was sent, so it can no longer be changed." in text_of(answer)


def test_half_a_section_kept_after_it_was_sent_stays_on_the_page(visitor: Client, draft: ForumReport) -> None:
    ForumReport.objects.update(state=ReportState.SUBMITTED, reference="FR-2018-0001", submitted_at=timezone.now())
    answer = visitor.post(address("report-attendance", draft), {"version": 1, "later": "1", "residents": "half"})
    assert "This report was sent, so it can no longer be changed." in text_of(answer)
    assert 'value="half"' in text_of(answer)


def test_police_numbers_that_disagree_are_refused_beside_the_question(visitor: Client, draft: ForumReport) -> None:
    answer = visitor.post(
        address("report-attendance", draft), {"version": 1, "police_attended": "no", "police": "2", "residents": "19"}
    )
    assert answer.context["page"].form.errors == {
        "police_attended": ["Choose yes, because you entered police officers or staff"]
    }
    assert 'value="19"' in text_of(answer)


def whole_section(step: Step, report: ForumReport) -> dict[str, Any]:
    """A section as somebody would fill it in."""
    topic = PriorityTopicFactory.create(code="speeding").code
    sections: dict[Step, dict[str, Any]] = {
        Step.MEETING: {"forum": report.forum.slug, **day_parts("met_on", report.met_on)},
        Step.ATTENDANCE: {"police_attended": "no", "residents": "19"},
        Step.PRIORITIES: {
            "outcome": "agreed",
            **groups("priority", {"topic": topic, "wording": "The A452", "continuity": "new"}, {}, {}),
        },
        Step.PROGRESS: {},
        Step.ISSUES: groups(
            "issues",
            {"topic": topic, "text": "When?", "raised_by": "A resident", **day_parts("needed_by", date(2018, 6, 12))},
        ),
        Step.CONCERNS: groups("concerns", {"kind": "tension", "topic": topic, "text": "Two streets at odds"}),
        Step.EVENTS: groups(
            "events", {"title": "Fair", "outcome": "Well met", **day_parts("held_on", date(2018, 2, 10))}
        ),
        Step.OBJECTIVES: {},
        Step.FILES: {},
    }
    return sections[step]


@pytest.mark.parametrize("step", Step)
def test_section_is_saved_and_leads_on(visitor: Client, draft: ForumReport, step: Step) -> None:
    answer = visitor.post(address(f"report-{step}", draft), {"version": 1, **whole_section(step, draft)})
    steps = list(Step)
    following = "check" if step == Step.FILES else steps[steps.index(step) + 1]
    assert answer.url == address(f"report-{following}", draft)  # type: ignore[attr-defined]  # redirects have one
    assert step in ForumReport.objects.get().steps_done


@pytest.mark.parametrize("step", STEPS)
def test_section_opened_from_the_check_leads_back_there(visitor: Client, draft: ForumReport, step: Step) -> None:
    where = address(f"report-{step}", draft) + "?from=check"
    assert f'href="{address("report-check", draft)}"' in text_of(visitor.get(where))
    answer = visitor.post(where, {"version": 1, **whole_section(step, draft)})
    assert answer.url == address("report-check", draft)  # type: ignore[attr-defined]  # redirects have one


@pytest.mark.parametrize("step", Step)
def test_section_finished_later_leads_home(visitor: Client, draft: ForumReport, step: Step) -> None:
    answer = visitor.post(address(f"report-{step}", draft), {"version": 1, "later": "1", **whole_section(step, draft)})
    assert answer.url == "/ambassadors/"  # type: ignore[attr-defined]  # redirects have one
    assert step in ForumReport.objects.get().steps_done


def half_section(step: Step) -> dict[str, Any]:
    """A section left in the middle; every text in it says 'half'."""
    PriorityTopicFactory.create(code="speeding")
    return {
        Step.MEETING: {"venue": "half a hall"},
        Step.ATTENDANCE: {"residents": "half"},
        Step.PRIORITIES: {"outcome": "agreed", **groups("priority", {"wording": "half a wish"}, {}, {})},
        Step.ISSUES: groups("issues", {"text": "half an issue"}, {"raised_by": "half a resident"}),
        Step.CONCERNS: groups("concerns", {"text": "half a concern"}),
        Step.EVENTS: groups("events", {"title": "half a fair", "held_on_day": "31", "held_on_month": "half"}),
    }[step]


HALVES = [Step.MEETING, Step.ATTENDANCE, Step.PRIORITIES, Step.ISSUES, Step.CONCERNS, Step.EVENTS]


@pytest.mark.parametrize("step", HALVES)
def test_half_a_section_is_refused_and_shown_again(visitor: Client, draft: ForumReport, step: Step) -> None:
    typed = half_section(step)
    answer = visitor.post(address(f"report-{step}", draft), {"version": 1, **typed})
    page = text_of(answer)
    assert answer.status_code == 200
    assert "There is a problem" in page
    assert all(str(value) in page for value in typed.values() if "half" in str(value))
    assert ForumReport.objects.values_list("version", "steps_done").get() == (1, ["meeting"])


@pytest.mark.parametrize("step", HALVES)
def test_half_a_section_is_kept_for_later_and_shown_without_errors(
    visitor: Client, draft: ForumReport, step: Step
) -> None:
    typed = half_section(step)
    where = address(f"report-{step}", draft)
    assert visitor.post(where, {"version": 1, "later": "1", **typed}).url == "/ambassadors/"  # type: ignore[attr-defined]  # redirects have one
    page = text_of(visitor.get(where))
    assert all(str(value) in page for value in typed.values() if "half" in str(value))
    assert "There is a problem" not in page
    assert list(ForumReport.objects.get().unfinished) == [step]


@pytest.mark.parametrize(
    ("step", "prefix"), [(Step.ISSUES, "issues"), (Step.CONCERNS, "concerns"), (Step.EVENTS, "events")]
)
def test_adding_and_removing_a_group_keeps_what_was_typed(
    visitor: Client, draft: ForumReport, step: Step, prefix: str
) -> None:
    where = address(f"report-{step}", draft)
    typed = {"version": 1, **half_section(step)}
    more = visitor.post(where, {**typed, f"{prefix}-add": "1"})
    page = text_of(more)
    assert all(str(value) in page for value in typed.values() if "half" in str(value))
    before = typed[f"{prefix}-TOTAL_FORMS"]
    assert f'name="{prefix}-TOTAL_FORMS" value="{before + 1}"' in page
    fewer = text_of(visitor.post(where, {**typed, f"{prefix}-remove": "0"}))
    assert f'name="{prefix}-TOTAL_FORMS" value="{before - 1}"' in fewer
    assert ForumReport.objects.get().version == 1


def test_priorities_page_shows_last_times_and_takes_none_agreed(visitor: Client, draft: ForumReport) -> None:
    ForumPriorityFactory.create(meeting__forum=draft.forum, wording="Cars on the green")
    where = address("report-priorities", draft)
    assert "Cars on the green" in text_of(visitor.get(where))
    visitor.post(where, {"version": 1, "outcome": "none_agreed", **groups("priority", {}, {}, {})})
    assert ForumReport.objects.get().priorities_outcome == "none_agreed"


def test_priorities_page_asks_for_one_where_some_were_agreed(visitor: Client, draft: ForumReport) -> None:
    typed = {"version": 1, "outcome": "agreed", **groups("priority", {}, {}, {})}
    page = text_of(visitor.post(address("report-priorities", draft), typed))
    assert "Enter at least one priority, or choose that none were agreed" in page


def test_priorities_page_wonders_at_words_where_none_were_agreed(visitor: Client, draft: ForumReport) -> None:
    typed = {"version": 1, "outcome": "none_agreed", **groups("priority", {"wording": "A wish"}, {}, {})}
    page = text_of(visitor.post(address("report-priorities", draft), typed))
    assert "Choose yes, because you entered a priority, or empty its boxes" in page
    assert "A wish</textarea>" in page


def test_priorities_page_offers_a_topic_that_was_withdrawn_after_it_was_chosen(
    visitor: Client, draft: ForumReport
) -> None:
    withdrawn = PriorityTopicFactory.create(code="hunting", name="Hunting", is_active=False)
    ReportedPriorityFactory.create(report=draft, topic=withdrawn)
    assert '<option value="hunting" selected>Hunting</option>' in text_of(
        visitor.get(address("report-priorities", draft))
    )


def test_issue_needed_before_the_meeting_is_refused(visitor: Client, draft: ForumReport) -> None:
    typed = whole_section(Step.ISSUES, draft) | day_parts("issues-0-needed_by", date(2018, 2, 26))
    page = text_of(visitor.post(address("report-issues", draft), {"version": 1, **typed}))
    assert "The date an answer is needed must be on or after the meeting" in page
    assert "When?</textarea>" in page


@pytest.mark.parametrize(
    ("held_on", "message"),
    [
        (timezone.localdate() + timedelta(days=1), "The date of the event must be today or in the past"),
        (date(2017, 8, 1), "This event was more than six months before the meeting. Leave it out."),
    ],
)
def test_event_out_of_time_is_refused(visitor: Client, draft: ForumReport, held_on: date, message: str) -> None:
    typed = whole_section(Step.EVENTS, draft) | day_parts("events-0-held_on", held_on)
    assert message in text_of(visitor.post(address("report-events", draft), {"version": 1, **typed}))


def test_progress_page_asks_about_each_standing_priority(visitor: Client, draft: ForumReport) -> None:
    standing = ForumPriorityFactory.create(meeting__forum=draft.forum)
    visitor.post(address("report-progress", draft), {"version": 1, f"priority_{standing.pk}": "A survey ran."})
    assert [(row.priority, row.text) for row in draft.progress.all()] == [(standing, "A survey ran.")]


def test_progress_page_says_when_nothing_stood(visitor: Client, draft: ForumReport) -> None:
    assert "No priorities stood before this meeting" in text_of(visitor.get(address("report-progress", draft)))


def test_objectives_page_wants_number_and_evidence_together(visitor: Client, draft: ForumReport) -> None:
    first, second = (ObjectiveFactory.create().public_id.hex for _ in range(2))
    typed = {"version": 1, f"number_{first}": "2", f"evidence_{second}": "Went to the fair"}
    page = text_of(visitor.post(address("report-objectives", draft), typed))
    assert "Enter what you did for objective 1" in page
    assert "Enter how many for objective 2" in page
    assert "Went to the fair</textarea>" in page


def test_objectives_page_saves_those_that_moved(visitor: Client, draft: ForumReport) -> None:
    first, second = ObjectiveFactory.create(), ObjectiveFactory.create()
    typed = {f"number_{first.public_id.hex}": "2", f"evidence_{first.public_id.hex}": "Two fairs"}
    visitor.post(address("report-objectives", draft), {"version": 1, **typed})
    assert [(row.objective, row.number) for row in draft.objective_progress.all()] == [(first, 2)]
    page = text_of(visitor.get(address("report-objectives", draft)))
    assert "Two fairs</textarea>" in page
    assert second.title in page


def test_html_in_free_text_is_text_on_every_page(visitor: Client, draft: ForumReport) -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    ForumReport.objects.update(venue=evil, steps_done=[step.value for step in Step])
    ReportedPriorityFactory.create(report=draft, wording=evil)
    ReportedProgressFactory.create(report=draft, text=evil)
    ReportItemFactory.create(report=draft, text=evil, raised_by=evil)
    ReportItemFactory.create(report=draft, kind=ItemKind.CONCERN, text=evil)
    ReportFileFactory.create(report=draft, name=evil)
    for name in (
        "report-check",
        "report-meeting",
        "report-priorities",
        "report-issues",
        "report-concerns",
        "report-files",
    ):
        page = text_of(visitor.get(address(name, draft)))
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;alert(1)" in page


# files


def test_files_page_attaches_shows_and_removes(visitor: Client, draft: ForumReport) -> None:
    where = address("report-files", draft)
    posted = visitor.post(where, {"file": SimpleUploadedFile("hall.jpg", jpeg()), "attach": "1"})
    assert posted.url == where  # type: ignore[attr-defined]  # redirects have one
    file = ReportFile.objects.get()
    assert "hall.jpg" in text_of(visitor.get(where))
    assert visitor.post(reverse("ambassadors:file-remove", args=[file.public_id])).url == where  # type: ignore[attr-defined]  # redirects have one
    assert not ReportFile.objects.exists()


def test_files_page_takes_a_file_chosen_and_not_attached(visitor: Client, draft: ForumReport) -> None:
    posted = visitor.post(address("report-files", draft), {"file": SimpleUploadedFile("hall.jpg", jpeg())})
    assert posted.url == address("report-check", draft)  # type: ignore[attr-defined]  # redirects have one
    assert ReportFile.objects.count() == 1


def test_files_page_asks_for_a_file_to_attach(visitor: Client, draft: ForumReport) -> None:
    assert "Choose a file first" in text_of(visitor.post(address("report-files", draft), {"attach": "1"}))


def test_file_stays_once_the_report_was_sent(visitor: Client, post: Appointment) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    file = ReportFileFactory.create(report=report)
    answer = visitor.post(reverse("ambassadors:file-remove", args=[file.public_id]))
    assert answer.url == address("report", report)  # type: ignore[attr-defined]  # redirects have one
    assert ReportFile.objects.count() == 1


def test_file_is_handed_out_to_be_saved_and_runs_nothing(visitor: Client, draft: ForumReport) -> None:
    file = ReportFileFactory.create(report=draft)
    answer = visitor.get(reverse("ambassadors:file", args=[file.public_id]))
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 poster"  # type: ignore[attr-defined]  # of a file response
    assert {name: answer.headers[name] for name in (
        "Content-Type", "Content-Disposition", "X-Content-Type-Options", "Content-Security-Policy", "Cache-Control",
    )} == {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'attachment; filename="poster.pdf"',
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "no-store",
    }  # fmt: skip


# check, send, answer


@pytest.fixture
def whole(draft: ForumReport) -> ForumReport:
    """The draft with every section answered."""
    ForumReport.objects.update(
        police_attended=True, priorities_outcome="none_agreed", steps_done=[step.value for step in Step]
    )
    draft.refresh_from_db()
    return draft


def test_check_names_what_is_missing_and_sending_is_refused(visitor: Client, draft: ForumReport) -> None:
    where = address("report-check", draft)
    assert "You can send the report when these sections are finished" in text_of(visitor.get(where))
    answer = visitor.post(where, {"version": 1})
    assert answer.status_code == 409
    assert "Finish these sections before you send the report" in text_of(answer)
    assert ForumReport.objects.get().state == ReportState.DRAFT


def test_check_shows_what_nobody_counted(visitor: Client, whole: ForumReport) -> None:
    ForumReport.objects.update(residents=19, elected_members=4, police=None, others=None, starts_at=None, venue="")
    rows = dict(row for card in visitor.get(address("report-check", whole)).context["cards"] for row in card.rows)
    assert {name: rows.get(name) for name in ("Residents", "Others", "Total", "Time", "Venue")} == {
        "Residents": "19",
        "Others": "Not counted",
        "Total": "23 of those counted",
        "Time": None,
        "Venue": "Not given",
    }


def test_check_sends_and_confirms(visitor: Client, whole: ForumReport) -> None:
    answer = visitor.post(address("report-check", whole), {"version": 1}, follow=True)
    report = ForumReport.objects.get()
    page = text_of(answer)
    assert report.state == ReportState.SUBMITTED
    assert str(report.reference) in page
    assert "after it was due" in page


def test_check_of_an_older_version_asks_to_check_again(visitor: Client, whole: ForumReport) -> None:
    ForumReport.objects.update(version=2)
    answer = visitor.post(address("report-check", whole), {"version": 1})
    assert answer.status_code == 409
    assert 'name="version" value="2"' in text_of(answer)
    assert ForumReport.objects.get().state == ReportState.DRAFT


def test_check_finished_later_leads_home(visitor: Client, whole: ForumReport) -> None:
    assert visitor.post(address("report-check", whole), {"later": "1"}).url == "/ambassadors/"  # type: ignore[attr-defined]  # redirects have one


def test_confirmation_of_a_draft_leads_to_its_sections(visitor: Client, draft: ForumReport) -> None:
    assert visitor.get(address("report-sent", draft)).url == address("report-tasks", draft)  # type: ignore[attr-defined]  # redirects have one


def test_confirmation_names_another_report_that_is_overdue(
    visitor: Client, whole: ForumReport, post: Appointment
) -> None:
    other = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=date(2018, 1, 9))
    page = text_of(visitor.post(address("report-check", whole), {"version": 1}, follow=True))
    assert f"The {post.forum} report is overdue." in page
    assert address("report-tasks", other) in page


@pytest.mark.parametrize(
    ("days_after", "words"),
    [(13, "1 day before it was due"), (14, "on the day it was due"), (16, "2 days after it was due")],
)
def test_confirmation_says_whether_it_was_in_time(
    visitor: Client, post: Appointment, days_after: int, words: str
) -> None:
    sent = datetime(2018, 2, 27, 18, 0, tzinfo=UTC) + timedelta(days=days_after)
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True, submitted_at=sent)
    assert words in text_of(visitor.get(address("report-sent", report)))


@pytest.fixture
def returned(whole: ForumReport) -> ForumReport:
    ForumReport.objects.update(
        state=ReportState.RETURNED, reference="FR-2018-0001", submitted_at=timezone.now(), version=1
    )
    whole.refresh_from_db()
    ReportQuestionFactory.create(report=whole, question="Which stretch?")
    return whole


def test_returned_report_wants_an_answer(visitor: Client, returned: ForumReport) -> None:
    where = address("report-check", returned)
    assert "Which stretch?" in text_of(visitor.get(where))
    page = text_of(visitor.post(where, {"version": 1, "answer": " "}))
    assert "Enter your answer to the office’s question" in page
    assert ForumReport.objects.get().state == ReportState.RETURNED


def test_returned_report_is_answered_and_sent_again(visitor: Client, returned: ForumReport) -> None:
    answer = visitor.post(address("report-check", returned), {"version": 1, "answer": "The bridge"}, follow=True)
    assert "Report sent again" in text_of(answer)
    assert ReportQuestion.objects.get().answer == "The bridge"
    assert "The bridge" in text_of(visitor.get(address("report", returned)))


def test_returned_report_keeps_the_answer_through_a_session_that_ended(
    visitor: Client, returned: ForumReport, by: User
) -> None:
    where = address("report-check", returned)
    visitor.logout()
    visitor.post(where, {"version": 1, "answer": "The bridge"})
    signed_in(visitor, by)
    assert "The bridge</textarea>" in text_of(visitor.get(where))


def test_returned_report_keeps_the_answer_through_a_conflict(visitor: Client, returned: ForumReport) -> None:
    ForumReport.objects.update(version=2)
    answer = visitor.post(address("report-check", returned), {"version": 1, "answer": "The bridge"})
    assert answer.status_code == 409
    assert "The bridge</textarea>" in text_of(answer)


# reading, listing, deleting


def test_report_that_was_sent_is_read_and_not_changed(visitor: Client, post: Appointment) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, accepted=True)
    page = text_of(visitor.get(address("report", report)))
    assert "Accepted" in page
    assert "Change<" not in page


def test_report_still_open_leads_to_its_sections(visitor: Client, draft: ForumReport) -> None:
    assert visitor.get(address("report", draft)).url == address("report-tasks", draft)  # type: ignore[attr-defined]  # redirects have one


def test_check_of_a_report_that_was_sent_leads_to_the_report(visitor: Client, post: Appointment) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    for name in ("report-check", "report-tasks", "report-delete"):
        assert visitor.get(address(name, report)).url == address("report", report)  # type: ignore[attr-defined]  # redirects have one


def test_draft_is_deleted_only_after_the_question(visitor: Client, draft: ForumReport) -> None:
    where = address("report-delete", draft)
    assert "Delete this draft?" in text_of(visitor.get(where))
    assert ForumReport.objects.exists()
    assert "is deleted" in text_of(visitor.post(where, follow=True))
    assert not ForumReport.objects.exists()


def cost(visitor: Client, where: str) -> int:
    """How many queries a page takes, once the session knows of the visit."""
    visitor.get(where)
    with CaptureQueriesContext(connection) as queries:
        assert visitor.get(where).status_code == 200
    return len(queries)


def test_report_list_costs_the_same_for_more(visitor: Client, post: Appointment, draft: ForumReport) -> None:
    one = cost(visitor, "/ambassadors/reports/")
    for day in (1, 2):
        ForumReportFactory.create(
            ambassador=post.ambassador, forum=post.forum, met_on=date(2018, 1, day), submitted=True
        )
    assert cost(visitor, "/ambassadors/reports/") == one <= 10


def write_more(report: ForumReport, position: int) -> None:
    """One more row in every section."""
    meeting = ForumMeeting.objects.filter(forum=report.forum).first()
    if meeting is None:
        ForumPriorityFactory.create(meeting__forum=report.forum)
    else:
        ForumPriorityFactory.create(meeting=meeting, position=position)
    ReportedPriorityFactory.create(report=report, position=position)
    ReportItemFactory.create(report=report, position=position)
    ReportItemFactory.create(report=report, position=position, kind=ItemKind.CONCERN)
    ReportFileFactory.create(report=report)
    ObjectiveFactory.create()


@pytest.mark.parametrize("name", [*(f"report-{step}" for step in Step), "report-tasks", "report-check"])
def test_page_of_a_report_costs_the_same_for_more(visitor: Client, draft: ForumReport, name: str) -> None:
    write_more(draft, 1)
    one = cost(visitor, address(name, draft))
    for position in (2, 3):
        write_more(draft, position)
    assert cost(visitor, address(name, draft)) == one <= 18
