"""Asking for, building, approving and issuing reports."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db.models.functions import Now
from pytest_django import DjangoCaptureOnCommitCallbacks

from ambassadors.models import Concern
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.quarters import Period, Quarter
from opcc.documents import pdf
from panel import operations, tasks
from panel.enums import Audience, Exemption, ReportKind, ReportState
from panel.models import Edition, QuarterlyReport
from panel.operations import builds
from tests.factories.panel import (
    ASKED_AT,
    BUILT_AT,
    CANARY,
    PDF,
    QuarterlyReportFactory,
    a_quarter,
    built,
    the_office,
)
from tests.factories.reference import ClosedDayFactory

pytestmark = pytest.mark.django_db
QUARTER = Quarter(2017, 4)


# --- asking ------------------------------------------------------------------------------------------


def test_request_report_queues_the_first_version(panel_support_officer: User) -> None:
    the_office()
    report = operations.request_report(
        quarter=QUARTER,
        meeting_on=date(2018, 6, 21),
        agenda_item=" 4 ",
        exemption=Exemption.INDIVIDUAL,
        by=panel_support_officer,
        at=ASKED_AT,
    )
    assert (report.state, report.version, report.quarter, report.agenda_item) == (ReportState.QUEUED, 1, QUARTER, "4")
    assert (report.requested_by, report.requested_at, report.ground) == (
        panel_support_officer,
        ASKED_AT,
        Exemption.INDIVIDUAL,
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"state": "draft"}, "draft"),
        ({}, "waiting to be built"),
        ({"failed": True}, "failed"),
        ({"ready": True}, "ready for approval"),
        ({"approved": True}, "Issue it"),
    ],
)
def test_request_report_refuses_a_second_one_in_work(state: dict[str, Any], words: str) -> None:
    the_office()
    QuarterlyReportFactory.create(**state)
    with pytest.raises(DomainError, match=words):
        operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)
    assert QuarterlyReport.objects.count() == 1


def test_request_report_after_an_issued_version_asks_what_changed() -> None:
    built(issued=True)
    with pytest.raises(DomainError, match="say what changed") as refused:
        operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT, change_note="  ")
    assert refused.value.field == "change_note"
    report = operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT, change_note="A count was wrong")
    assert (report.version, report.change_note) == (2, "A count was wrong")


@pytest.mark.parametrize(
    ("asked", "field", "words"),
    [
        ({"quarter": Quarter(2018, 1)}, "quarter", "Ask for it from 1 July 2018"),
        ({"quarter": None}, "quarter", "Choose a quarter"),
        ({"quarter": Quarter(9998, 4)}, "quarter", "Choose a quarter"),
        ({"quarter": QUARTER, "as_at": date(2018, 3, 30)}, "as_at", "31 March 2018"),
        ({"quarter": QUARTER, "as_at": date(2018, 4, 21)}, "as_at", "up to today"),
        ({"quarter": QUARTER, "meeting_on": date(2018, 3, 31)}, "meeting_on", "later date"),
        ({"kind": ReportKind.AMBASSADORS_ANNUAL}, "year", "Choose a year"),
        ({"kind": ReportKind.AMBASSADORS_ANNUAL, "year": 2019}, "year", "Choose a year"),
    ],
)
def test_request_report_refuses_what_cannot_be(asked: dict[str, Any], field: str, words: str) -> None:
    the_office()
    with pytest.raises(DomainError, match=words) as refused:
        operations.request_report(by=None, at=ASKED_AT, **asked)
    assert refused.value.field == field
    assert not QuarterlyReport.objects.exists()


def test_request_report_without_an_office_says_what_to_load() -> None:
    with pytest.raises(DomainError, match="load_office"):
        operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)


def test_request_report_needs_the_permission(treasurer: User) -> None:
    the_office()
    with pytest.raises(DomainError, match="Your role"):
        operations.request_report(quarter=QUARTER, by=treasurer, at=ASKED_AT)


def test_request_report_of_a_year_keeps_its_periods() -> None:
    the_office()
    periods = (
        Period(date(2014, 1, 1), date(2014, 4, 1)),
        Period(date(2014, 4, 2), date(2014, 8, 31)),
    )
    report = operations.request_report(
        kind=ReportKind.AMBASSADORS_ANNUAL, year=2014, periods=periods, by=None, at=ASKED_AT
    )
    assert (report.year, report.quarter, report.compared) == (2014, None, periods)


def test_request_report_without_a_broker_succeeds_and_leaves_the_row_for_the_sweep(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    the_office()
    with django_capture_on_commit_callbacks(execute=True):
        report = operations.request_report(quarter=QUARTER, by=None, at=ASKED_AT)
    report.refresh_from_db()
    assert (report.state, report.nudged_at) == (ReportState.QUEUED, None)


def test_nudge_gives_up_after_a_second_when_the_broker_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    report = QuarterlyReportFactory.create()
    began = datetime.now(UTC)
    monkeypatch.setattr(tasks, "NUDGE_SECONDS", 0.0)
    assert tasks.nudge(report_id=report.pk) is False
    assert datetime.now(UTC) - began < timedelta(seconds=1)


# --- building ----------------------------------------------------------------------------------------


def test_build_report_makes_both_editions_from_one_quarter() -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    done = operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert done is not None
    assert (done.state, done.built_at, done.attempts, done.lease_until, done.failure) == (
        ReportState.READY,
        BUILT_AT,
        1,
        None,
        "",
    )
    public, restricted = done.editions.order_by("audience")
    assert (public.audience, restricted.audience) == ("public", "restricted")
    assert CANARY not in str(public.contents)
    assert CANARY in str(restricted.contents)
    for edition in (public, restricted):
        with edition.file.open("rb") as file:
            content = file.read()
        assert content.startswith(b"%PDF-")
        assert (len(content), edition.size, edition.pages) == (edition.size, len(content), edition.pages)
    assert _stored(report) == {Path(public.file.name).name, Path(restricted.file.name).name}


def test_build_report_twice_gives_one_set_of_editions_and_the_same_bytes() -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    operations.build_report(report_id=report.pk, at=BUILT_AT)
    first = list(Edition.objects.order_by("pk").values_list("pk", "sha256", "file"))
    assert operations.build_report(report_id=report.pk, at=BUILT_AT) is None
    QuarterlyReport.objects.filter(pk=report.pk).update(state=ReportState.QUEUED, attempts=0)
    operations.build_report(report_id=report.pk, at=BUILT_AT + timedelta(hours=1))
    assert list(Edition.objects.order_by("pk").values_list("pk", "sha256", "file")) == first


def test_build_report_leaves_another_workers_build_alone() -> None:
    report = _left_behind(attempts=1, ago=timedelta(0))
    assert operations.build_report(report_id=report.pk, at=BUILT_AT) is None
    report.refresh_from_db()
    assert (report.state, report.attempts) == (ReportState.BUILDING, 1)


def test_build_report_takes_over_when_the_lease_has_run_out(small_pdf: None) -> None:
    a_quarter()
    report = _left_behind(attempts=2, ago=timedelta(minutes=1))
    done = operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert done is not None
    assert (done.state, done.attempts) == (ReportState.READY, 3)


def test_build_report_fails_after_three_workers_stopped() -> None:
    report = _left_behind(attempts=3, ago=timedelta(minutes=1))
    assert operations.build_report(report_id=report.pk, at=BUILT_AT) is None
    report.refresh_from_db()
    assert report.state == ReportState.FAILED
    assert "stopped 3 times" in report.failure


def test_build_report_that_lost_its_lease_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()

    def slow(html: str, **_: Any) -> pdf.RenderedPdf:
        QuarterlyReport.objects.filter(pk=report.pk).update(attempts=2)  # another worker took it meanwhile
        return pdf.RenderedPdf(PDF, 1, "0" * 64)

    monkeypatch.setattr(builds, "render_pdf", slow)
    assert operations.build_report(report_id=report.pk, at=BUILT_AT) is None
    report.refresh_from_db()
    assert (report.state, report.attempts, report.editions.count()) == (ReportState.BUILDING, 2, 0)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (pdf.PdfError("The document is too long to print. Shorten it."), "too long to print"),
        (OSError(28, "No space left on device"), "No space left on device"),
        (ZeroDivisionError(f"{CANARY} is not for the log"), "unexpected fault (ZeroDivisionError)"),
        (DomainError("The office has no profile yet."), "no profile"),
    ],
)
def test_build_report_that_fails_says_why_and_can_be_tried_again(
    fault: Exception,
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    panel_support_officer: User,
) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()

    def refuse(html: str, **_: Any) -> pdf.RenderedPdf:
        raise fault

    monkeypatch.setattr(builds, "render_pdf", refuse)
    failed = operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert failed is not None
    assert failed.state == ReportState.FAILED
    assert words in failed.failure
    assert CANARY not in failed.failure
    assert CANARY not in caplog.text
    assert type(fault).__name__ in caplog.text
    again = operations.retry_build(report=failed, by=panel_support_officer, at=BUILT_AT)
    assert (again.state, again.attempts, again.failure) == (ReportState.QUEUED, 0, "")


def test_build_report_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    seen = []

    def watched(html: str, **_: Any) -> pdf.RenderedPdf:
        now = QuarterlyReport.objects.get(pk=report.pk)
        seen.append((now.state, now.progress_done, now.progress_total, now.progress_text))
        return pdf.RenderedPdf(PDF, 1, "0" * 64)

    monkeypatch.setattr(builds, "render_pdf", watched)
    operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert seen == [
        (ReportState.BUILDING, 1, 4, "Making the public edition"),
        (ReportState.BUILDING, 2, 4, "Making the restricted edition"),
    ]


def test_rebuild_report_takes_the_records_as_they_are_now(small_pdf: None, panel_support_officer: User) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    ready = operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert ready is not None
    before = ready.editions.get(audience=Audience.PUBLIC).contents_sha256
    Concern.objects.filter(is_restricted=False).update(text="Something else")
    queued = operations.rebuild_report(report=ready, by=panel_support_officer, at=BUILT_AT)
    operations.build_report(report_id=queued.pk, at=BUILT_AT)
    assert ready.editions.get(audience=Audience.PUBLIC).contents_sha256 != before
    assert Edition.objects.count() == 2


@pytest.mark.parametrize("state", ["approved", "issued", "superseded"])
def test_rebuild_report_refuses_one_that_is_frozen(state: str, panel_support_officer: User) -> None:
    report = built(**{state: True})
    with pytest.raises(DomainError, match="cannot be built now"):
        operations.rebuild_report(report=report, by=panel_support_officer, at=BUILT_AT)


def test_set_meeting_stands_on_the_first_page_of_both_editions(small_pdf: None, panel_support_officer: User) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    ready = operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert ready is not None
    queued = operations.set_meeting(
        report=ready, meeting_on=date(2018, 9, 20), agenda_item=" 9 ", by=panel_support_officer, at=BUILT_AT
    )
    operations.build_report(report_id=queued.pk, at=BUILT_AT)
    now = ready.editions.order_by("audience").values_list("contents__cover__meeting", "contents__cover__item")
    assert list(now) == [("Meeting on Thursday 20 September 2018", "Agenda item 9")] * 2


@pytest.mark.parametrize("state", ["approved", "issued", "superseded"])
def test_set_meeting_refuses_one_that_is_frozen(state: str, panel_support_officer: User) -> None:
    report = built(**{state: True})
    before = (report.meeting_on, report.agenda_item)
    with pytest.raises(DomainError, match="cannot be built now"):
        operations.set_meeting(
            report=report, meeting_on=date(2018, 9, 20), agenda_item="9", by=panel_support_officer, at=BUILT_AT
        )
    report.refresh_from_db()
    assert (report.meeting_on, report.agenda_item) == before


# --- the draft that beat asks for ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "asked"),
    [
        (datetime(2018, 4, 2, 8, 0, tzinfo=UTC), False),  # Easter Monday
        (datetime(2018, 4, 3, 8, 0, tzinfo=UTC), True),
        (datetime(2018, 4, 17, 8, 0, tzinfo=UTC), True),  # beat was down for a fortnight
        (datetime(2018, 4, 18, 8, 0, tzinfo=UTC), False),
        (datetime(2018, 3, 30, 8, 0, tzinfo=UTC), False),
    ],
)
def test_draft_due_quarter_asks_from_the_first_working_day(now: datetime, asked: bool) -> None:
    the_office()
    report = operations.draft_due_quarter(at=now)
    assert (report is not None) is asked
    found = [(one.quarter, one.requested_by) for one in QuarterlyReport.objects.all()]
    assert found == ([(QUARTER, None)] if asked else [])


def test_draft_due_quarter_asks_once_and_knows_closed_days() -> None:
    the_office()
    ClosedDayFactory.create(day=date(2018, 4, 3))
    assert operations.draft_due_quarter(at=datetime(2018, 4, 3, 8, 0, tzinfo=UTC)) is None
    assert operations.draft_due_quarter(at=datetime(2018, 4, 4, 8, 0, tzinfo=UTC)) is not None
    assert operations.draft_due_quarter(at=datetime(2018, 4, 4, 8, 0, tzinfo=UTC)) is None
    assert QuarterlyReport.objects.count() == 1


def test_draft_due_quarter_without_an_office_asks_nothing() -> None:
    assert operations.draft_due_quarter(at=datetime(2018, 4, 4, 8, 0, tzinfo=UTC)) is None


# --- approving and issuing ------------------------------------------------------------------------------


def test_approve_report_freezes_it(chief_executive: User) -> None:
    report = operations.approve_report(report=built(), by=chief_executive, at=BUILT_AT)
    assert (report.state, report.approved_by, report.approved_at) == (ReportState.APPROVED, chief_executive, BUILT_AT)


def test_approve_report_needs_its_own_permission(panel_support_officer: User) -> None:
    report = built()
    with pytest.raises(DomainError, match="Your role"):
        operations.approve_report(report=report, by=panel_support_officer, at=BUILT_AT)
    report.refresh_from_db()
    assert report.state == ReportState.READY


def test_approve_report_refuses_one_built_anew_since_it_was_opened(chief_executive: User) -> None:
    report = built()
    QuarterlyReport.objects.filter(pk=report.pk).update(built_at=BUILT_AT + timedelta(minutes=1))
    with pytest.raises(DomainError, match="not built anew"):
        operations.approve_report(report=report, by=chief_executive, at=BUILT_AT)


def test_approve_report_refuses_a_file_that_is_missing_or_changed(chief_executive: User) -> None:
    report = built()
    edition = report.editions.get(audience=Audience.RESTRICTED)
    Path(edition.file.path).write_bytes(PDF + b"x")
    with pytest.raises(DomainError, match="missing or changed"):
        operations.approve_report(report=report, by=chief_executive, at=BUILT_AT)
    Path(edition.file.path).unlink()
    with pytest.raises(DomainError, match="missing or changed"):
        operations.approve_report(report=report, by=chief_executive, at=BUILT_AT)
    edition.delete()
    with pytest.raises(DomainError, match="no restricted edition"):
        operations.approve_report(report=report, by=chief_executive, at=BUILT_AT)


def test_withdraw_approval_lets_it_be_built_again(chief_executive: User) -> None:
    report = operations.withdraw_approval(report=built(approved=True), by=chief_executive, at=BUILT_AT)
    assert (report.state, report.approved_at, report.approved_by) == (ReportState.READY, None, None)
    with pytest.raises(DomainError, match="not issued"):
        operations.withdraw_approval(report=built(issued=True, year=2016), by=chief_executive, at=BUILT_AT)


def test_issue_report_supersedes_the_version_before(panel_support_officer: User) -> None:
    first, second = built(issued=True), built(approved=True, version=2)
    report = operations.issue_report(report=second, by=panel_support_officer, at=BUILT_AT)
    first.refresh_from_db()
    assert (report.state, report.issued_by, first.state) == (
        ReportState.ISSUED,
        panel_support_officer,
        ReportState.SUPERSEDED,
    )


@pytest.mark.parametrize("state", ["ready", "issued"])
def test_issue_report_refuses_what_is_not_approved(state: str, panel_support_officer: User) -> None:
    report = built(**{state: True})
    with pytest.raises(DomainError, match="must be approved"):
        operations.issue_report(report=report, by=panel_support_officer, at=BUILT_AT)


def test_issue_report_needs_the_permission(policy_officer: User) -> None:
    with pytest.raises(DomainError, match="Your role"):
        operations.issue_report(report=built(approved=True), by=policy_officer, at=BUILT_AT)


def test_reissue_starts_the_next_version_for_the_same_meeting(panel_support_officer: User) -> None:
    first = built(issued=True)
    second = operations.reissue(report=first, change_note="A count", by=panel_support_officer, at=ASKED_AT)
    assert (second.version, second.change_note, second.meeting_on, second.agenda_item, second.state) == (
        2,
        "A count",
        first.meeting_on,
        "4",
        ReportState.QUEUED,
    )
    with pytest.raises(DomainError, match="Only an issued report"):
        operations.reissue(report=second, change_note="More", by=panel_support_officer, at=ASKED_AT)


def _left_behind(*, attempts: int, ago: timedelta) -> QuarterlyReport:
    """A report whose worker was killed; its lease ran out `ago` ago, or is running still."""
    report = QuarterlyReportFactory.create()
    QuarterlyReport.objects.filter(pk=report.pk).update(
        state=ReportState.BUILDING, attempts=attempts, lease_until=Now() - ago if ago else Now() + timedelta(minutes=1)
    )
    return report


def _stored(report: QuarterlyReport) -> set[str]:
    return {path.name for path in Path(settings.DOCUMENTS_DIR, "panel", str(report.public_id)).iterdir()}
