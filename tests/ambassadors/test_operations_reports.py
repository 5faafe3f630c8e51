"""The forum report from its first step until it was sent, and who may write it when."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest

from ambassadors.enums import NEEDED_STEPS, EndReason, ReportState, Step
from ambassadors.models import Appointment, ForumReport, ReportFile, ReportQuestion
from ambassadors.operations import (
    ReportChangedError,
    ReportExistsError,
    ReportSentError,
    answer_question,
    delete_draft,
    keep_unfinished,
    start_report,
    submit_report,
)
from ambassadors.queries.report_answers import (
    AttendanceAnswer,
    ConcernsAnswer,
    EventsAnswer,
    FilesAnswer,
    IssuesAnswer,
    MeetingAnswer,
    ObjectivesAnswer,
    PrioritiesAnswer,
    ProgressAnswer,
    answer_of,
)
from forums.enums import PrioritiesOutcome
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from tests.ambassadors.filing import AT, MET_ON, finished, refusal, save, whole_answers
from tests.factories.ambassadors import (
    AmbassadorFactory,
    AppointmentFactory,
    ForumReportFactory,
    ReportFileFactory,
    ReportQuestionFactory,
)
from tests.factories.forums import ForumFactory
from tests.factories.reference import OfficeProfileFactory

KEY = UUID("7d0e1c1e-6b0e-4a83-9d1f-000000000001")
pytestmark = pytest.mark.django_db


# start_report


def start(post: Appointment, by: User, **values: object) -> ForumReport:
    given = {"ambassador": post.ambassador, "forum": post.forum, "met_on": MET_ON, "by": by, "at": AT}
    return start_report(**{**given, **values})  # type: ignore[arg-type]  # each test names its own


def test_start_report_begins_a_draft_due_by_the_office_rule(post: Appointment, by: User) -> None:
    OfficeProfileFactory.create(report_due_days=10)
    start(post, by, starts_at=time(19, 30), venue="The hall")
    fields = "state", "version", "steps_done", "due_on", "starts_at", "venue", "reference", "started_at", "saved_at"
    assert ForumReport.objects.values_list(*fields).get() == (
        ReportState.DRAFT, 1, ["meeting"], date(2018, 3, 9), time(19, 30), "The hall", None, AT, AT,
    )  # fmt: skip


def test_start_report_is_due_in_two_weeks_without_an_office(post: Appointment, by: User) -> None:
    assert start(post, by).due_on == date(2018, 3, 13)


def test_start_report_twice_with_one_key_begins_one(post: Appointment, by: User) -> None:
    assert start(post, by, public_id=KEY) == start(post, by, public_id=KEY)
    assert ForumReport.objects.get().public_id == KEY


def test_start_report_gives_another_key_where_somebody_has_it(post: Appointment, by: User) -> None:
    theirs = ForumReportFactory.create(public_id=KEY)
    mine = start(post, by, public_id=KEY)
    assert mine.public_id != theirs.public_id


def test_start_report_refuses_the_future(post: Appointment, by: User) -> None:
    with pytest.raises(DomainError) as error:
        start(post, by, met_on=date(2018, 3, 6))
    assert refusal(error) == ("The date of the meeting must be today or in the past", "met_on")


def test_start_report_counts_days_in_london(post: Appointment, by: User) -> None:
    just_after_midnight = datetime(2018, 7, 10, 23, 30, tzinfo=UTC)
    assert start(post, by, met_on=date(2018, 7, 11), at=just_after_midnight).met_on == date(2018, 7, 11)


def test_start_report_refuses_a_day_before_the_appointment(post: Appointment, by: User) -> None:
    with pytest.raises(DomainError) as error:
        start(post, by, met_on=date(2016, 12, 31))
    assert refusal(error) == (
        f"You were appointed to {post.forum} on 1 January 2017. Enter a meeting on or after that day.",
        "met_on",
    )


def test_start_report_refuses_a_day_after_the_appointment(post: Appointment, by: User) -> None:
    post.ends_on, post.end_reason = date(2018, 1, 31), EndReason.TERM_ENDED
    post.save()
    with pytest.raises(DomainError) as error:
        start(post, by)
    assert refusal(error) == (
        f"Your appointment to {post.forum} ended on 31 January 2018. Enter a meeting on or before that day.",
        "met_on",
    )


def test_start_report_refuses_a_day_between_two_appointments(post: Appointment, by: User) -> None:
    post.ends_on, post.end_reason = date(2018, 1, 31), EndReason.TERM_ENDED
    post.save()
    AppointmentFactory.create(ambassador=post.ambassador, forum=post.forum, starts_on=date(2018, 3, 1))
    with pytest.raises(DomainError, match="ended on 31 January 2018"):
        start(post, by)


def test_start_report_refuses_a_forum_of_another(post: Appointment, by: User) -> None:
    with pytest.raises(DomainError) as error:
        start(post, by, forum=ForumFactory.create())
    assert refusal(error) == ("Choose a forum that you are appointed to", "forum")


def test_start_report_refuses_a_second_of_the_same_meeting(post: Appointment, by: User) -> None:
    first = start(post, by)
    with pytest.raises(ReportExistsError) as error:
        start(post, by, public_id=KEY)
    assert error.value.report == first
    assert refusal(error) == (
        f"You have a report of the {post.forum} meeting of 27 February 2018. Open that one, or enter another date.",
        "met_on",
    )


def test_start_report_names_who_reported_the_meeting(post: Appointment, by: User) -> None:
    other = AmbassadorFactory.create(first_name="Brian", last_name="Cole")
    ForumReportFactory.create(ambassador=other, forum=post.forum)
    with pytest.raises(ReportExistsError, match=r"Brian Cole has reported the .* meeting of 27 February 2018"):
        start(post, by)


# save_step


def test_save_step_keeps_every_section_as_answered(draft: ForumReport, by: User) -> None:
    answers = whole_answers(draft)
    report = draft
    for answer in answers:
        report = save(report, answer, by)
    stored = ForumReport.objects.get()
    assert [answer_of(stored, answer.step) for answer in answers] == answers
    assert (stored.version, stored.saved_at) == (8, AT)
    assert stored.steps_done == [step.value for step in NEEDED_STEPS]


def test_save_step_puts_new_answers_in_place_of_old(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    for answer in (
        PrioritiesAnswer(PrioritiesOutcome.NONE_AGREED),
        ProgressAnswer(),
        IssuesAnswer(),
        ConcernsAnswer(),
        EventsAnswer(),
        ObjectivesAnswer(),
    ):
        report = save(report, answer, by)
        assert answer_of(report, answer.step) == answer


def test_save_step_leaves_issues_alone_when_concerns_change(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    issues = answer_of(report, Step.ISSUES)
    save(report, ConcernsAnswer(), by)
    assert answer_of(report, Step.ISSUES) == issues


def test_save_step_refuses_an_older_version_and_changes_nothing(draft: ForumReport, by: User) -> None:
    mine = AttendanceAnswer(police_attended=True, residents=19)
    save(draft, mine, by)
    with pytest.raises(ReportChangedError) as error:
        save(draft, replace(mine, residents=91), by, version=1)
    assert answer_of(error.value.report, Step.ATTENDANCE) == mine
    assert answer_of(ForumReport.objects.get(), Step.ATTENDANCE) == mine
    assert error.value.message == (
        "This report was saved in another window on 5 March 2018 at 6:42pm, after you opened this page. "
        "What you typed here has not been saved yet."
    )


def test_save_step_twice_with_the_same_answers_saves_once(draft: ForumReport, by: User) -> None:
    answer = AttendanceAnswer(police_attended=True, residents=19)
    save(draft, answer, by)
    assert save(draft, answer, by, version=1).version == 2


def test_save_step_refuses_a_report_that_was_sent(post: Appointment, by: User) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    with pytest.raises(ReportSentError, match="can no longer be changed"):
        save(report, FilesAnswer(), by)


def test_save_step_changes_a_returned_report(post: Appointment, by: User) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, returned=True)
    assert save(report, AttendanceAnswer(police_attended=False), by).police_attended is False


def test_save_step_moves_the_due_day_with_the_meeting(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    moved = save(report, MeetingAnswer(draft.forum, date(2018, 2, 20), None, "Elsewhere"), by)
    stored = ForumReport.objects.get()
    assert (stored.met_on, stored.due_on, stored.venue) == (date(2018, 2, 20), date(2018, 3, 6), "Elsewhere")
    assert [row.on for row in stored.objective_progress.all()] == [date(2018, 2, 20)]
    assert answer_of(stored, Step.PROGRESS) == ProgressAnswer()
    assert Step.PROGRESS not in moved.steps_done


def test_save_step_keeps_progress_when_the_meeting_stays(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    progress = answer_of(report, Step.PROGRESS)
    saved = save(report, MeetingAnswer(draft.forum, draft.met_on, time(19, 0), "Elsewhere"), by)
    assert answer_of(saved, Step.PROGRESS) == progress


def test_save_step_refuses_the_day_of_another_report(post: Appointment, draft: ForumReport, by: User) -> None:
    ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=date(2018, 2, 20))
    with pytest.raises(ReportExistsError):
        save(draft, MeetingAnswer(draft.forum, date(2018, 2, 20)), by)


# keep_unfinished


def keep(report: ForumReport, typed: str, by: User, version: int = 1) -> ForumReport:
    return keep_unfinished(report=report, step=Step.ATTENDANCE, typed=typed, version=version, by=by, at=AT)


def test_keep_unfinished_keeps_what_was_typed_and_what_was_saved(draft: ForumReport, by: User) -> None:
    answer = AttendanceAnswer(police_attended=True, residents=19)
    save(draft, answer, by)
    keep(draft, "residents=twelve", by, version=2)
    stored = ForumReport.objects.get()
    assert (stored.unfinished, stored.steps_done, stored.version) == (
        {"attendance": "residents=twelve"},
        ["meeting"],
        3,
    )
    assert answer_of(stored, Step.ATTENDANCE) == answer


def test_keep_unfinished_ends_when_the_section_is_saved(draft: ForumReport, by: User) -> None:
    report = keep(draft, "residents=twelve", by)
    save(report, AttendanceAnswer(police_attended=True, residents=12), by)
    stored = ForumReport.objects.get()
    assert (stored.unfinished, stored.steps_done) == ({}, ["meeting", "attendance"])


def test_keep_unfinished_refuses_an_older_version(draft: ForumReport, by: User) -> None:
    keep(draft, "residents=twelve", by)
    with pytest.raises(ReportChangedError):
        keep(draft, "residents=ten", by)
    assert ForumReport.objects.get().unfinished == {"attendance": "residents=twelve"}


def test_keep_unfinished_twice_keeps_once(draft: ForumReport, by: User) -> None:
    keep(draft, "residents=twelve", by)
    assert keep(draft, "residents=twelve", by).version == 2


# submit_report


def submit(report: ForumReport, by: User, at: datetime = AT) -> ForumReport:
    return submit_report(report=report, version=report.version, by=by, at=at)


def test_submit_report_gives_a_reference_and_tells_the_ambassador(draft: ForumReport, by: User) -> None:
    sent = submit(finished(draft, by), by)
    stored = ForumReport.objects.get()
    assert (stored.state, stored.reference, stored.submitted_at) == (ReportState.SUBMITTED, "FR-2018-0001", AT)
    message = OutboxMessage.objects.get()
    assert (message.to, message.subject) == (by.email, "Your forum report FR-2018-0001")
    assert f"/ambassadors/reports/{sent.public_id}/" in message.body
    assert "The A452" not in message.body


def test_submit_report_twice_sends_once(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    first, second = submit(report, by), submit(report, by, at=datetime(2018, 3, 5, 18, 43, tzinfo=UTC))
    assert (first.reference, second.reference, second.submitted_at) == ("FR-2018-0001", "FR-2018-0001", AT)
    assert OutboxMessage.objects.count() == 1


def test_submit_report_numbers_without_gaps_by_year(post: Appointment, by: User) -> None:
    def sent(met_on: date, at: datetime) -> str | None:
        report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, met_on=met_on)
        report.steps_done = [step.value for step in NEEDED_STEPS]
        report.police_attended, report.priorities_outcome = True, PrioritiesOutcome.NONE_AGREED
        report.save()
        return submit(report, by, at=at).reference

    assert [
        sent(date(2017, 12, 5), datetime(2017, 12, 31, 23, 0, tzinfo=UTC)),
        sent(date(2017, 12, 6), datetime(2018, 1, 1, 0, 0, tzinfo=UTC)),
        sent(date(2017, 12, 7), datetime(2018, 1, 2, 0, 0, tzinfo=UTC)),
    ] == ["FR-2017-0001", "FR-2018-0001", "FR-2018-0002"]


def test_submit_report_goes_on_after_9999(draft: ForumReport, by: User) -> None:
    ForumReportFactory.create(submitted=True, reference="FR-2018-9999")
    ForumReportFactory.create(submitted=True, reference="FR-2018-10000")
    assert submit(finished(draft, by), by).reference == "FR-2018-10001"


def test_submit_report_names_the_sections_to_finish(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    report = keep(report, "residents=twelve", by, version=report.version)
    ForumReport.objects.update(steps_done=[step for step in report.steps_done if step != Step.EVENTS])
    with pytest.raises(DomainError) as error:
        submit(report, by)
    assert error.value.message == (
        "Finish these sections before you send the report: ‘Attendance’, ‘Events and engagement’"
    )
    assert ForumReport.objects.get().state == ReportState.DRAFT


def test_submit_report_refuses_what_became_untrue(post: Appointment, draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    post.ends_on, post.end_reason = date(2018, 1, 31), EndReason.TERM_ENDED
    post.save()
    with pytest.raises(DomainError, match=r"Forum and meeting: Your appointment to .* ended on 31 January 2018"):
        submit(report, by)


def test_submit_report_refuses_an_older_version(draft: ForumReport, by: User) -> None:
    report = finished(draft, by)
    with pytest.raises(ReportChangedError):
        submit_report(report=report, version=report.version - 1, by=by, at=AT)
    assert ForumReport.objects.get().reference is None


# answer_question


@pytest.fixture
def returned(post: Appointment, draft: ForumReport, by: User) -> ForumReport:
    report = submit(finished(draft, by), by)
    ForumReport.objects.update(state=ReportState.RETURNED)
    ReportQuestionFactory.create(report=report)
    return ForumReport.objects.get()


LATER = datetime(2018, 3, 7, 9, 0, tzinfo=UTC)


def answer(report: ForumReport, words: str, by: User) -> ForumReport:
    return answer_question(report=report, answer=words, version=report.version, by=by, at=LATER)


def test_answer_question_sends_the_report_again(returned: ForumReport, by: User) -> None:
    answer(returned, " From the church to the bridge. ", by)
    stored = ForumReport.objects.get()
    assert (stored.state, stored.reference, stored.submitted_at) == (ReportState.SUBMITTED, "FR-2018-0001", AT)
    assert ReportQuestion.objects.values_list("answer", "answered_at").get() == (
        "From the church to the bridge.",
        LATER,
    )


def test_answer_question_twice_keeps_the_first_answer(returned: ForumReport, by: User) -> None:
    answer(returned, "The bridge", by)
    assert answer(returned, "The church", by).state == ReportState.SUBMITTED
    assert ReportQuestion.objects.get().answer == "The bridge"


def test_answer_question_wants_words(returned: ForumReport, by: User) -> None:
    with pytest.raises(DomainError) as error:
        answer(returned, "  ", by)
    assert refusal(error) == ("Enter your answer to the office’s question", "answer")
    assert ForumReport.objects.get().state == ReportState.RETURNED


def test_answer_question_refuses_a_draft(draft: ForumReport, by: User) -> None:
    with pytest.raises(DomainError, match="has not asked about this report"):
        answer(draft, "The bridge", by)


def test_answer_question_refuses_an_older_version(returned: ForumReport, by: User) -> None:
    with pytest.raises(ReportChangedError):
        answer_question(report=returned, answer="The bridge", version=1, by=by, at=LATER)
    assert ReportQuestion.objects.get().answer == ""


def test_delete_draft_removes_all_of_it(
    draft: ForumReport, by: User, django_capture_on_commit_callbacks: object
) -> None:
    file = ReportFileFactory.create(report=finished(draft, by))
    storage, name = file.file.storage, file.file.name
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a type
        delete_draft(report=draft, by=by, at=AT)
    assert (ForumReport.objects.count(), ReportFile.objects.count(), storage.exists(name)) == (0, 0, False)


def test_delete_draft_twice_is_no_error(draft: ForumReport, by: User) -> None:
    same = ForumReport.objects.get()
    delete_draft(report=draft, by=by, at=AT)
    delete_draft(report=same, by=by, at=AT)
    assert not ForumReport.objects.exists()


def test_delete_draft_keeps_a_report_that_was_sent(post: Appointment, by: User) -> None:
    report = ForumReportFactory.create(ambassador=post.ambassador, forum=post.forum, submitted=True)
    with pytest.raises(ReportSentError):
        delete_draft(report=report, by=by, at=AT)
    assert ForumReport.objects.get() == report
