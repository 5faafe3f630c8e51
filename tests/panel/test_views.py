"""Who may read which report, and what they see."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.enums import AccessKind
from opcc.core.models import AccessLog
from panel import operations
from panel.enums import Audience, PackState
from panel.models import QuarterlyReport
from tests.factories.accounts import UserFactory
from tests.factories.minutes import meeting_with_minutes
from tests.factories.panel import BUILT_AT, CANARY, PDF, QuarterlyReportFactory, a_quarter, built
from tests.factories.papers import built_pack
from tests.factories.recommendations import PlannedPanelMeetingFactory
from tests.support.actors import BACKEND, signed_in, signed_in_client

pytestmark = pytest.mark.django_db
PUBLIC = ("public-report", "public-pdf")
PAPERS = ("paper-public", "paper-pdf-public", "paper-restricted", "paper-pdf-restricted")


def _status(client: Client, name: str, report: QuarterlyReport) -> int:
    return client.get(reverse(f"panel:{name}", args=[report.public_id])).status_code


# --- the public -----------------------------------------------------------------------------------------


def test_public_reports_lists_issued_reports_newest_first(client: Client) -> None:
    built(issued=True, year=2016)
    built(issued=True)
    built(ready=True, year=2015)
    response = client.get(reverse("panel:public-reports"))
    assert [str(report.quarter) for report in response.context["page"]] == ["2017-18Q4", "2016-17Q4"]
    assert "restricted" not in response.content.decode().lower()


def test_public_reports_without_any_says_so(client: Client) -> None:
    assert "No report has been issued yet" in client.get(reverse("panel:public-reports")).content.decode()


@pytest.mark.parametrize("state", ["ready", "approved"])
def test_public_pages_of_an_unissued_report_are_not_found(client: Client, state: str) -> None:
    report = built(**{state: True})
    assert [_status(client, name, report) for name in PUBLIC] == [404, 404]


def test_public_report_shows_the_public_edition_only(client: Client) -> None:
    report = built(issued=True)
    page = client.get(reverse("panel:public-report", args=[report.public_id])).content.decode()
    assert "Only in the public edition." in page
    assert "Only in the restricted edition." not in page
    assert reverse("panel:public-pdf", args=[report.public_id]) in page


def test_public_pdf_is_the_stored_file_under_a_name_that_says_what_it_is(client: Client) -> None:
    report = built(issued=True)
    response = client.get(reverse("panel:public-pdf", args=[report.public_id]))
    assert response.content == PDF
    assert response["Content-Disposition"] == 'inline; filename="quarterly-report-2017-18Q4-public-v1.pdf"'
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/pdf", "nosniff")


def test_public_pages_of_a_version_that_was_replaced_lead_to_the_one_in_force(client: Client) -> None:
    old, new = built(superseded=True), built(issued=True, version=2)
    for name in PUBLIC:
        response = client.get(reverse(f"panel:{name}", args=[old.public_id]))
        assert response["Location"] == reverse("panel:public-report", args=[new.public_id])


def test_public_pages_of_an_unknown_or_withdrawn_report(client: Client) -> None:
    assert client.get(reverse("panel:public-report", args=[uuid.uuid4()])).status_code == 404
    old = built(superseded=True)
    response = client.get(reverse("panel:public-report", args=[old.public_id]))
    assert response["Location"] == reverse("panel:public-reports")


def test_public_pdf_whose_file_is_gone_or_changed_is_not_found(client: Client) -> None:
    report = built(issued=True)
    file = Path(report.editions.get(audience=Audience.PUBLIC).file.path)
    file.write_bytes(PDF + b" and more")
    assert _status(client, "public-pdf", report) == 404
    file.unlink()
    assert _status(client, "public-pdf", report) == 404


def test_public_pages_refuse_other_methods(client: Client) -> None:
    assert client.post(reverse("panel:public-reports")).status_code == 405


def test_of_what_the_public_reads_no_copy_is_used_again_unasked(client: Client, ambassador_user: User) -> None:
    minutes = meeting_with_minutes()["meeting"]
    pack = built_pack(PackState.ISSUED)
    addresses = {
        "decisions-feed": (),
        "meetings-calendar": (),
        "public-report": (built(issued=True).public_id,),
        "public-pdf": (QuarterlyReport.objects.get().public_id,),
        "minutes": (minutes.public_id,),
        "pack-pdf-public": (pack.public_id,),
    }
    answers = {name: client.get(reverse(f"panel:{name}", args=key)) for name, key in addresses.items()}
    assert {answer.status_code for answer in answers.values()} == {200}
    kept = {name: answer["Cache-Control"] for name, answer in answers.items()}
    assert kept == dict.fromkeys(addresses, "no-cache") | {"pack-pdf-public": "no-store"}
    signed_in(client, ambassador_user)
    assert client.get(reverse("panel:public-pdf", args=addresses["public-pdf"]))["Cache-Control"] == "no-store"


# --- members --------------------------------------------------------------------------------------------


def test_home_lists_issued_reports_with_both_editions(client: Client, cleared_member: User) -> None:
    report = built(issued=True)
    built(approved=True, year=2016)
    response = signed_in(client, cleared_member).get(reverse("panel:home"))
    assert list(response.context["page"]) == [report]
    page = response.content.decode()
    for name in PAPERS:
        assert reverse(f"panel:{name}", args=[report.public_id]) in page
    assert "no-store" in response["Cache-Control"]


def test_home_is_for_members_only(client: Client, ambassador_user: User, panel_support_officer: User) -> None:
    assert client.get(reverse("panel:home")).status_code == 302
    assert signed_in_client(ambassador_user).get(reverse("panel:home")).status_code == 403
    assert signed_in_client(panel_support_officer).get(reverse("panel:home")).status_code == 403


def test_home_shows_three_reports_with_the_queries_of_one(client: Client, cleared_member: User) -> None:
    member = signed_in(client, cleared_member)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            member.get(reverse("panel:home"))
        return len(found)

    built(issued=True)
    queries()
    one = queries()
    built(issued=True, year=2016)
    built(issued=True, year=2015)
    assert queries() == one


@pytest.mark.parametrize(
    ("state", "expected"),
    [("ready", 404), ("approved", 404), ("superseded", 404), ("issued", 200)],
)
def test_paper_opens_for_a_member_once_issued(client: Client, cleared_member: User, state: str, expected: int) -> None:
    report = built(**{state: True})
    member = signed_in(client, cleared_member)
    assert [_status(member, name, report) for name in PAPERS] == [expected] * 4


def test_paper_restricted_is_recorded_each_time_it_is_opened(client: Client, cleared_member: User) -> None:
    report = built(issued=True)
    member = signed_in(client, cleared_member)
    page = member.get(reverse("panel:paper-restricted", args=[report.public_id]))
    assert "Only in the restricted edition." in page.content.decode()
    assert "RESTRICTED." in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    member.get(reverse("panel:paper-pdf-restricted", args=[report.public_id]))
    member.get(reverse("panel:paper-public", args=[report.public_id]))
    edition = report.editions.get(audience=Audience.RESTRICTED)
    assert list(
        AccessLog.objects.filter(kind=AccessKind.OPENED)
        .order_by("pk")
        .values_list("by_id", "by_name", "object_type", "object_id", "description")
    ) == [
        (cleared_member.pk, "Alan Barker", "panel.edition", str(edition.pk), f"{edition}"),
        (cleared_member.pk, "Alan Barker", "panel.edition", str(edition.pk), f"{edition}, as PDF"),
    ]


@pytest.mark.parametrize("name", PAPERS)
def test_paper_without_a_second_step_leads_to_it(client: Client, panel_member: User, name: str) -> None:
    report = built(issued=True)
    client.force_login(panel_member, backend=BACKEND)
    response = client.get(reverse(f"panel:{name}", args=[report.public_id]))
    assert response.status_code == 302
    assert not AccessLog.objects.filter(kind=AccessKind.OPENED).exists()


@pytest.mark.parametrize("role", [Role.AMBASSADOR, Role.APPLICANT, Role.ASSESSOR, None])
def test_paper_is_not_found_by_anybody_else(role: Role | None) -> None:
    report = built(issued=True)
    other = signed_in_client(UserFactory.create(roles=[role] if role else []))
    assert [_status(other, name, report) for name in PAPERS] == [404] * 4


def test_paper_asks_a_visitor_to_sign_in(client: Client) -> None:
    report = built(issued=True)
    assert [_status(client, name, report) for name in PAPERS] == [302] * 4


# --- staff ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", ["ready", "approved", "issued", "superseded"])
def test_paper_opens_for_staff_once_built(client: Client, panel_support_officer: User, state: str) -> None:
    report = built(**{state: True})
    staff = signed_in(client, panel_support_officer)
    assert [_status(staff, name, report) for name in PAPERS] == [200] * 4


def test_paper_restricted_is_not_found_by_staff_without_the_permission(client: Client, treasurer: User) -> None:
    report = built(ready=True)
    staff = signed_in(client, treasurer)
    assert [_status(staff, name, report) for name in PAPERS] == [200, 200, 404, 404]


@pytest.mark.parametrize("fields", [{}, {"state": "draft"}, {"failed": True}])
def test_paper_of_a_report_not_built_is_not_found(
    client: Client, panel_support_officer: User, fields: dict[str, Any]
) -> None:
    report = QuarterlyReportFactory.create(**fields)
    assert _status(signed_in(client, panel_support_officer), "paper-public", report) == 404


def test_report_page_is_the_same_contents_as_the_pdf_without_markup_from_people(
    client: Client, chief_executive: User, small_pdf: None
) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    operations.build_report(report_id=report.pk, at=BUILT_AT)
    staff = signed_in(client, chief_executive)
    pages = {
        audience: staff.get(reverse(f"panel:paper-{audience.value}", args=[report.public_id])).content.decode()
        for audience in Audience
    }
    for page in pages.values():
        assert "When do &lt;script&gt;checks&lt;/script&gt; begin?" in page
        assert "<b>past</b>" not in page
        assert " style=" not in page
        assert "Speeding was the commonest priority: 1 forum, up from none." in page
    assert CANARY not in pages[Audience.PUBLIC]
    assert CANARY in pages[Audience.RESTRICTED]


def test_members_and_the_public_read_a_built_report(
    client: Client, chief_executive: User, cleared_member: User, small_pdf: None, caplog: pytest.LogCaptureFixture
) -> None:
    a_quarter()
    report = QuarterlyReportFactory.create()
    done = operations.build_report(report_id=report.pk, at=BUILT_AT)
    assert done is not None
    approved = operations.approve_report(report=done, by=chief_executive, at=BUILT_AT)
    operations.issue_report(report=approved, by=chief_executive, at=BUILT_AT)
    steps: list[tuple[Callable[..., Any], str, bool]] = [
        (client.get, "public-report", False),
        (signed_in_client(cleared_member).get, "paper-restricted", True),
    ]
    for get, name, holds in steps:
        page = get(reverse(f"panel:{name}", args=[report.public_id])).content.decode()
        assert (CANARY in page) is holds
    assert CANARY not in caplog.text
    assert CANARY not in str(list(AccessLog.objects.values_list()))


def test_home_shows_the_next_meeting_and_its_pack_once_it_is_issued(client: Client, panel_member: User) -> None:
    panel_client = signed_in(client, panel_member)
    address = reverse("panel:home")
    assert "No meeting is announced at present" in panel_client.get(address).content.decode()
    held_on = timezone.localdate() + timedelta(days=40)
    meeting = PlannedPanelMeetingFactory.create(held_on=held_on, venue="Shire Hall")
    shown = panel_client.get(address).content.decode()
    assert "Shire Hall" in shown
    assert "Due by" in shown
    pack = built_pack(PackState.ISSUED, meeting=meeting)
    assert reverse("panel:pack-public", args=[pack.public_id]) in panel_client.get(address).content.decode()
