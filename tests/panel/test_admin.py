"""Reports to the Panel in the staff's place."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from opcc.accounts.models import User
from panel.enums import ReportState
from panel.models import QuarterlyReport
from tests.factories.panel import QuarterlyReportFactory, built, the_office
from tests.support.actors import signed_in

pytestmark = pytest.mark.django_db
LIST = "admin:panel_quarterlyreport_changelist"
ASK = "admin:panel_quarterlyreport_add"


def _change(report: QuarterlyReport) -> str:
    return reverse("admin:panel_quarterlyreport_change", args=[report.pk])


def _press(client: Client, report: QuarterlyReport, name: str, **data: Any) -> str:
    address = reverse("admin:panel_quarterlyreport_press", args=[report.pk, name])
    return client.post(address, data, follow=True).content.decode()


def _asked(**changes: Any) -> dict[str, Any]:
    return {
        "kind": "quarterly",
        "quarter": "2017-18Q4",
        "meeting_on": "2018-06-21",
        "agenda_item": "4",
        "exemption": "7",
        **changes,
    }


def test_asking_makes_the_report_and_leads_to_its_page(client: Client, panel_support_officer: User) -> None:
    the_office()
    response = signed_in(client, panel_support_officer).post(reverse(ASK), _asked())
    report = QuarterlyReport.objects.get()
    assert response["Location"] == _change(report)
    assert (str(report.quarter), str(report.meeting_on), report.requested_by, report.state) == (
        "2017-18Q4",
        "2018-06-21",
        panel_support_officer,
        ReportState.QUEUED,
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"quarter": ""}, "Choose the quarter"),
        ({"quarter": "2099-00Q1"}, "Choose the quarter"),
        ({"kind": "ambassadors_annual"}, "Enter the year"),
        ({"kind": "ambassadors_annual", "year": "2014", "periods": "2014"}, "is not a period"),
        ({"kind": "ambassadors_annual", "year": "2014", "periods": "2014-01-01:2014-04-01"}, "Give two periods"),
        ({"meeting_on": "2017-06-21"}, "The Panel meets after 31 March 2018"),
        ({"meeting_on": "2018-13-21"}, "Enter a real date"),
    ],
)
def test_asking_for_what_cannot_be_changes_nothing_and_keeps_what_was_typed(
    client: Client, panel_support_officer: User, changes: dict[str, str], words: str
) -> None:
    the_office()
    response = signed_in(client, panel_support_officer).post(reverse(ASK), _asked(agenda_item="4b", **changes))
    page = response.content.decode()
    assert response.status_code == 200
    assert words in page
    assert 'value="4b"' in page
    assert not QuarterlyReport.objects.exists()


def test_asking_needs_the_permission(client: Client, treasurer: User) -> None:
    the_office()
    staff = signed_in(client, treasurer)
    assert staff.get(reverse(ASK)).status_code == 403
    assert staff.post(reverse(ASK), _asked()).status_code == 403
    assert staff.get(reverse(LIST)).status_code == 200


def test_page_shows_progress_and_how_to_look_again(client: Client, panel_support_officer: User) -> None:
    report = QuarterlyReportFactory.create()
    staff = signed_in(client, panel_support_officer)
    waiting = staff.get(_change(report)).content.decode()
    assert 'data-look-again="3"' in waiting
    assert f'<a href="{_change(report)}">Look again</a>' in waiting
    assert "Waiting for a worker" in waiting
    QuarterlyReport.objects.update(
        state=ReportState.BUILDING,
        lease_until="2018-04-20T10:00Z",
        progress_done=1,
        progress_total=4,
        progress_text="Making the public edition",
    )
    assert "Making the public edition: step 2 of 4" in " ".join(staff.get(_change(report)).content.decode().split())


def test_page_of_a_failed_build_gives_the_reason_and_builds_again(client: Client, panel_support_officer: User) -> None:
    report = QuarterlyReportFactory.create(failed=True)
    staff = signed_in(client, panel_support_officer)
    page = staff.get(_change(report)).content.decode()
    assert "The disk is full." in page
    assert "look-again" not in page
    _press(staff, report, "retry")
    report.refresh_from_db()
    assert (report.state, report.failure) == (ReportState.QUEUED, "")


def test_page_offers_each_edition_and_who_may_open_it(client: Client, chief_executive: User, treasurer: User) -> None:
    report = built(ready=True)
    addresses = [reverse(f"panel:{name}", args=[report.public_id]) for name in ("paper-public", "paper-pdf-restricted")]
    page = signed_in(client, chief_executive).get(_change(report)).content.decode()
    assert [address in page for address in addresses] == [True, True]
    page = signed_in(Client(), treasurer).get(_change(report)).content.decode()
    assert [address in page for address in addresses] == [True, False]
    assert "Approve the report" not in page


def test_buttons_approve_issue_and_reissue(client: Client, chief_executive: User) -> None:
    report = built(ready=True)
    staff = signed_in(client, chief_executive)
    assert "Approved. The report can be issued." in _press(staff, report, "approve")
    assert "approval is withdrawn" in _press(staff, report, "withdraw")
    _press(staff, report, "approve")
    assert "Issued." in _press(staff, report, "issue")
    assert "This field is required" in _press(staff, report, "reissue", **{"reissue-change_note": ""})
    page = _press(staff, report, "reissue", **{"reissue-change_note": "A count was wrong"})
    assert "version 2 is being built" in page
    assert list(QuarterlyReport.objects.order_by("version").values_list("version", "state", "change_note")) == [
        (1, "issued", ""),
        (2, "queued", "A count was wrong"),
    ]


def test_button_rebuild_queues_a_ready_report(client: Client, panel_support_officer: User) -> None:
    report = built(ready=True)
    _press(signed_in(client, panel_support_officer), report, "rebuild")
    report.refresh_from_db()
    assert report.state == ReportState.QUEUED


def test_button_sets_the_meeting_and_builds_again(client: Client, panel_support_officer: User) -> None:
    report = built(ready=True)
    staff = signed_in(client, panel_support_officer)
    assert "Which meeting of the Panel is it for?" in staff.get(_change(report)).content.decode()
    typed = {"meeting-meeting_on": "2018-03-01", "meeting-agenda_item": "4b"}
    refused = _press(staff, report, "meeting", **typed)
    assert "The Panel meets after 31 March 2018. Enter a later date." in refused
    assert 'value="4b"' in refused
    _press(staff, report, "meeting", **typed | {"meeting-meeting_on": "2018-06-21"})
    report.refresh_from_db()
    assert (str(report.meeting_on), report.agenda_item, report.state) == ("2018-06-21", "4b", ReportState.QUEUED)


def test_button_about_the_meeting_is_filled_in_with_what_is_set(client: Client, panel_support_officer: User) -> None:
    report = built(ready=True, meeting_on=date(2018, 6, 21), agenda_item="7")
    page = signed_in(client, panel_support_officer).get(_change(report)).content.decode()
    assert 'name="meeting-meeting_on" value="2018-06-21"' in page
    assert 'name="meeting-agenda_item" value="7"' in page


def test_button_approve_is_refused_without_the_permission(client: Client, panel_support_officer: User) -> None:
    report = built(ready=True)
    address = reverse("admin:panel_quarterlyreport_press", args=[report.pk, "approve"])
    assert signed_in(client, panel_support_officer).post(address).status_code == 403
    report.refresh_from_db()
    assert report.state == ReportState.READY


def test_button_that_the_operation_refuses_says_why(client: Client, chief_executive: User) -> None:
    report = built(ready=True)
    report.editions.all().delete()
    assert "has no public edition" in _press(signed_in(client, chief_executive), report, "approve")


def test_report_cannot_be_changed_or_deleted_by_hand(client: Client, chief_executive: User) -> None:
    report = built(ready=True)
    staff = signed_in(client, chief_executive)
    assert staff.post(_change(report), {"agenda_item": "9"}).status_code == 403
    assert staff.post(reverse("admin:panel_quarterlyreport_delete", args=[report.pk])).status_code == 403


def test_home_page_lists_failed_ready_and_approved_reports(client: Client, chief_executive: User) -> None:
    QuarterlyReportFactory.create(failed=True)
    built(ready=True, year=2016)
    page = signed_in(client, chief_executive).get(reverse("admin:index")).content.decode()
    assert "Report builds failed" in page
    assert "Reports ready for approval" in page
    assert "Reports approved, to be issued" not in page


def test_list_takes_the_same_queries_at_one_and_three_rows(client: Client, chief_executive: User) -> None:
    staff = signed_in(client, chief_executive)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            staff.get(reverse(LIST))
        return len(found)

    built(issued=True)
    queries()
    one = queries()
    built(issued=True, year=2016)
    built(issued=True, year=2015)
    assert queries() == one
