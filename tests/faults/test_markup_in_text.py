"""HTML that somebody typed is shown as the text it is: on the public's pages, the Panel's and the staff's.

The ambassador's own pages are in tests/ambassadors/test_views_reports.py, the PDF in tests/documents/test_pdf.py.
"""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ambassadors.enums import ItemKind
from forums.enums import PrioritiesOutcome
from opcc.accounts.models import User
from panel import quarterly_report
from panel.enums import Audience
from panel.models import Edition
from tests.factories.ambassadors import (
    AmbassadorFactory,
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
    ReportFileFactory,
    ReportItemFactory,
    ReportQuestionFactory,
)
from tests.factories.forums import (
    ForumFactory,
    ForumMeetingFactory,
    ForumPriorityFactory,
    PlannedMeetingFactory,
    PriorityProgressFactory,
)
from tests.factories.panel import BUILT_AT, built
from tests.support.actors import signed_in

pytestmark = pytest.mark.django_db

EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>"
AS_TEXT = "&lt;script&gt;alert(1)&lt;/script&gt;"
EVIL_FORUM = {"slug": "hatton", "name": EVIL, "usual_venue": EVIL, "about": EVIL}


@pytest.fixture
def records() -> dict[str, int]:
    """A forum, a report, a concern and an ambassador, all of whose words are markup. Returns their ids by model."""
    forum = ForumFactory.create(**EVIL_FORUM)
    meeting = ForumMeetingFactory.create(forum=forum, venue=EVIL, priorities_outcome=PrioritiesOutcome.AGREED)
    priority = ForumPriorityFactory.create(meeting=meeting, wording=EVIL)
    later = ForumMeetingFactory.create(forum=forum, held_on=date(2018, 2, 27))
    PriorityProgressFactory.create(priority=priority, meeting=later, text=EVIL)
    ForumMeetingFactory.create(forum=forum, held_on=timezone.localdate() - timedelta(days=30))
    PlannedMeetingFactory.create(forum=forum, held_on=timezone.localdate() + timedelta(days=9), venue=EVIL)
    ambassador = AmbassadorFactory.create(first_name=EVIL, last_name=EVIL)
    AppointmentFactory.create(ambassador=ambassador, forum=forum)
    report = ForumReportFactory.create(ambassador=ambassador, forum=forum, submitted=True, venue=EVIL)
    ReportedPriorityFactory.create(report=report, wording=EVIL)
    ReportItemFactory.create(report=report, text=EVIL, raised_by=EVIL)
    ReportItemFactory.create(report=report, kind=ItemKind.GOOD_NEWS, text=EVIL)
    ReportFileFactory.create(report=report, name=EVIL)
    ReportQuestionFactory.create(report=report, question=EVIL, answer=EVIL, answered_at=BUILT_AT)
    concern = ConcernFactory.create(
        ambassador=ambassador, forum=forum, text=EVIL, raised_by=EVIL, replied=True, reply=EVIL
    )
    ConcernActionFactory.create(concern=concern, text=EVIL)
    contact = KeyContactFactory.create(ambassador=ambassador, organisation_name=EVIL, name=EVIL)
    ContactMadeFactory.create(contact=contact, note=EVIL)
    objective = ObjectiveFactory.create(ambassador=ambassador, title=EVIL, unit="<b>")
    ObjectiveProgressFactory.create(objective=objective, ambassador=ambassador, evidence=EVIL)
    EngagementActivityFactory.create(ambassador=ambassador, title=EVIL, outcome=EVIL)
    rows = {"forums_forum": forum, "forums_forummeeting": meeting, "forums_forumpriority": priority}
    rows |= {"ambassadors_ambassador": ambassador, "ambassadors_forumreport": report, "ambassadors_concern": concern}
    rows |= {"ambassadors_keycontact": contact, "ambassadors_objective": objective}
    return {name: row.pk for name, row in rows.items()}


def harmless(client: Client, address: str) -> str:
    answer = client.get(address)
    page: str = answer.getvalue().decode()
    assert answer.status_code == 200, address
    assert "<script>alert" not in page, address
    assert "<img src=x" not in page, address
    return page


def assert_text(client: Client, address: str) -> None:
    assert AS_TEXT in harmless(client, address), f"{address} does not show the words"


@pytest.mark.parametrize("address", ["/forums/", "/forums/hatton/"])
def test_markup_on_public_pages_is_text(client: Client, records: dict[str, int], address: str) -> None:
    assert_text(client, address)


def test_markup_in_the_calendar_is_one_line_of_text(client: Client, records: dict[str, int]) -> None:
    lines = client.get("/forums/hatton/calendar.ics").getvalue().decode().replace("\r\n ", "").split("\r\n")
    assert f"LOCATION:{EVIL}" in lines


def test_markup_on_staff_pages_is_text(client: Client, chief_executive: User, records: dict[str, int]) -> None:
    staff = signed_in(client, chief_executive)
    for name, key in records.items():
        assert_text(staff, reverse(f"admin:{name}_change", args=[key]))
        assert_text(staff, reverse(f"admin:{name}_changelist"))
        harmless(staff, reverse(f"admin:{name}_history", args=[key]))  # it shows some of them
    assert_text(staff, reverse("admin:ambassadors_ambassador_summary", args=[records["ambassadors_ambassador"]]))
    assert_text(staff, reverse("admin:ambassadors_forumreport_late"))
    assert_text(staff, f"{reverse('admin:find')}?q=script")


def test_markup_in_a_reports_contents_is_text_in_the_browser(client: Client, panel_member: User) -> None:
    report = built(ready=True)
    edition = report.editions.get(audience=Audience.PUBLIC)
    edition.contents["sections"][0]["parts"][0]["text"] = EVIL
    Edition.objects.filter(pk=edition.pk).update(contents=edition.contents)
    assert "<script>" not in quarterly_report.html(edition.contents)
    type(report).objects.filter(pk=report.pk).update(
        state="issued", approved_at=BUILT_AT, issued_at=BUILT_AT, built_at=BUILT_AT
    )
    assert_text(client, reverse("panel:public-report", args=[report.public_id]))
    assert_text(signed_in(client, panel_member), reverse("panel:paper-public", args=[report.public_id]))
