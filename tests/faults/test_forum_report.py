"""What can go wrong while a forum report is filed: each leaves one report, and nothing typed is lost."""

import re
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ambassadors.enums import ReportState, Step
from ambassadors.models import Appointment, ForumReport, ReportFile
from ambassadors.operations import keep_unfinished, save_step, start_report, submit_report
from ambassadors.queries.report_answers import AttendanceAnswer, MeetingAnswer
from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.core.models import OutboxMessage
from panel.models import QuarterlyReport
from tests.factories.accounts import PASSWORD
from tests.factories.ambassadors import ForumReportFactory, appointed
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import signed_in_client
from tests.support.uploads import jpeg

ANSWERED = [step.value for step in Step]


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """Make the calls at the same moment, each on a connection of its own; what each returned or raised."""
    results: list[Any] = [None] * len(calls)
    ready = threading.Barrier(len(calls))

    def run(place: int, call: Callable[[], Any]) -> None:
        try:
            ready.wait(timeout=10)
            results[place] = call()
        except DomainError as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(place, call)) for place, call in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=30)
    return results


@pytest.fixture
def post(db: None) -> Appointment:
    OfficeProfileFactory.create()
    return appointed(first_name="Margaret")


@pytest.fixture
def client(post: Appointment) -> Client:
    assert post.ambassador.user is not None
    return signed_in_client(post.ambassador.user)


def whole(post: Appointment, **values: Any) -> ForumReport:
    """A draft with every section answered."""
    return ForumReportFactory.create(
        ambassador=post.ambassador,
        forum=post.forum,
        **{"police_attended": True, "priorities_outcome": "none_agreed", "steps_done": ANSWERED, **values},
    )


@pytest.mark.django_db(transaction=True)
def test_sending_twice_at_once_sends_one_report(transactional_db: None, post: Appointment) -> None:
    report = whole(post)
    user = post.ambassador.user
    assert user is not None

    def send() -> ForumReport:
        return submit_report(report=report, version=1, by=user, at=timezone.now())

    first, second = at_once(send, send)
    assert first.reference == second.reference
    assert ForumReport.objects.filter(state=ReportState.SUBMITTED).count() == 1
    assert OutboxMessage.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_reports_sent_at_once_get_two_references(transactional_db: None, post: Appointment) -> None:
    reports = [whole(post), whole(post, met_on=timezone.localdate() - timedelta(days=3))]
    user = post.ambassador.user
    assert user is not None

    def sender(report: ForumReport) -> Callable[[], ForumReport]:
        return lambda: submit_report(report=report, version=1, by=user, at=timezone.now())

    sent = at_once(*map(sender, reports))
    year = timezone.localdate().year
    assert sorted(report.reference for report in sent) == [f"FR-{year}-0001", f"FR-{year}-0002"]


@pytest.mark.django_db(transaction=True)
def test_starting_twice_at_once_begins_one_report(transactional_db: None, post: Appointment) -> None:
    user = post.ambassador.user
    assert user is not None
    met_on = timezone.localdate() - timedelta(days=3)

    def start() -> ForumReport:
        return start_report(ambassador=post.ambassador, forum=post.forum, met_on=met_on, by=user, at=timezone.now())

    results = at_once(start, start)
    begun = [result for result in results if isinstance(result, ForumReport)]
    refused = [result for result in results if isinstance(result, DomainError)]
    assert (len(begun), len(refused)) == (1, 1)
    assert refused[0].message.startswith("You have a report of the ")


@pytest.mark.django_db(transaction=True)
def test_pressing_start_twice_at_once_begins_one_report(transactional_db: None, post: Appointment) -> None:
    user = post.ambassador.user
    assert user is not None
    met_on, key = timezone.localdate() - timedelta(days=3), uuid4()

    def start() -> ForumReport:
        return start_report(
            ambassador=post.ambassador, forum=post.forum, met_on=met_on, public_id=key, by=user, at=timezone.now()
        )

    first, second = at_once(start, start)
    assert first == second == ForumReport.objects.get()


@pytest.mark.django_db(transaction=True)
def test_two_drafts_moved_to_one_meeting_at_once(transactional_db: None, post: Appointment) -> None:
    reports = [whole(post), whole(post, met_on=timezone.localdate() - timedelta(days=3))]
    user = post.ambassador.user
    assert user is not None
    day = timezone.localdate() - timedelta(days=5)

    def mover(report: ForumReport) -> Callable[[], ForumReport]:
        answer = MeetingAnswer(post.forum, day)
        return lambda: save_step(report=report, answer=answer, version=1, by=user, at=timezone.now())

    results = at_once(*map(mover, reports))
    refused = [result for result in results if isinstance(result, DomainError)]
    assert [error.message.startswith("You have a report of the ") for error in refused] == [True]
    assert ForumReport.objects.filter(met_on=day).count() == 1


@pytest.mark.django_db(transaction=True)
def test_saving_two_tabs_at_once_keeps_one_and_tells_the_other(transactional_db: None, post: Appointment) -> None:
    report = whole(post)
    user = post.ambassador.user
    assert user is not None

    def save(residents: int) -> Callable[[], ForumReport]:
        answer = AttendanceAnswer(police_attended=True, residents=residents)
        return lambda: save_step(report=report, answer=answer, version=1, by=user, at=timezone.now())

    results = at_once(save(19), save(91))
    saved = [result for result in results if isinstance(result, ForumReport)]
    refused = [result for result in results if isinstance(result, DomainError)]
    assert (len(saved), len(refused)) == (1, 1)
    stored = ForumReport.objects.get()
    assert (stored.version, stored.residents) == (2, saved[0].residents)


@pytest.mark.django_db
def test_pressing_send_twice_shows_one_confirmation(post: Appointment, client: Client) -> None:
    report = whole(post)
    pages = [client.post(f"/ambassadors/reports/{report.public_id}/check/", {"version": 1}) for _ in range(2)]
    assert [page.url for page in pages] == [f"/ambassadors/reports/{report.public_id}/sent/"] * 2  # type: ignore[attr-defined]  # redirects have one
    assert b"FR-" in client.get(pages[1].url).content  # type: ignore[attr-defined]  # redirects have one


@pytest.mark.django_db
def test_pressing_save_twice_goes_on_twice(post: Appointment, client: Client) -> None:
    report = whole(post)
    typed = {"version": 1, "police_attended": "yes", "residents": "19"}
    answers = [client.post(f"/ambassadors/reports/{report.public_id}/attendance/", typed) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert ForumReport.objects.get().version == 2


@pytest.mark.django_db
def test_second_tab_sees_both_texts_and_can_save_its_own(post: Appointment, client: Client) -> None:
    report = whole(post)
    address = f"/ambassadors/reports/{report.public_id}/attendance/"
    client.post(address, {"version": 1, "police_attended": "yes", "residents": "19"})
    conflict = client.post(address, {"version": 1, "police_attended": "yes", "residents": "91"})
    page = conflict.content.decode()
    assert conflict.status_code == 409
    assert "What the other window saved" in page
    assert ("Residents", "19") in conflict.context["saved_rows"]
    assert re.search(r'class="govuk-summary-list__value">\s*19\s*</dd>', page)
    assert 'name="residents" value="91"' in page
    assert 'name="version" value="2"' in page
    assert ForumReport.objects.get().residents == 19
    assert client.post(address, {"version": 2, "police_attended": "yes", "residents": "91"}).status_code == 302
    assert ForumReport.objects.get().residents == 91


@pytest.mark.django_db
def test_second_tab_sees_what_the_first_left_half_typed(post: Appointment, client: Client) -> None:
    report = whole(post)
    user = post.ambassador.user
    assert user is not None
    keep_unfinished(
        report=report, step=Step.ATTENDANCE, typed="residents=about+twelve", version=1, by=user, at=timezone.now()
    )
    conflict = client.post(
        f"/ambassadors/reports/{report.public_id}/attendance/",
        {"version": 1, "police_attended": "yes", "residents": "91"},
    )
    assert conflict.status_code == 409
    assert "about twelve" in conflict.content.decode()


def attach(client: Client, report: ForumReport, name: str, content: bytes) -> str:
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    address = f"/ambassadors/reports/{report.public_id}/files/"
    return client.post(address, {"file": file, "attach": "1"}, follow=True).content.decode()


@pytest.mark.django_db
def test_ten_megabytes_are_refused_with_words(post: Appointment, client: Client) -> None:
    page = attach(client, whole(post), "hall.jpg", b"\xff\xd8\xff" + b"0" * 10_000_000)
    assert "&#x27;hall.jpg&#x27; was not attached. It is larger than 5 MB." in page
    assert not ReportFile.objects.exists()


@pytest.mark.django_db
def test_program_named_pdf_is_refused_and_other_files_stay(post: Appointment, client: Client) -> None:
    report = whole(post)
    attach(client, report, "hall.jpg", jpeg())
    page = attach(client, report, "poster.pdf", b"MZ\x90\x00" + b"\x00" * 200)
    assert "&#x27;poster.pdf&#x27; was not attached. It is a program, whatever its name says." in page
    assert [file.name for file in ReportFile.objects.all()] == ["hall.jpg"]


@pytest.mark.django_db
def test_typed_text_survives_a_session_that_ended(post: Appointment, client: Client) -> None:
    report = whole(post)
    address = f"/ambassadors/reports/{report.public_id}/attendance/"
    client.logout()
    sent_away = client.post(address, {"version": 1, "police_attended": "yes", "residents": "about nineteen"})
    assert sent_away.status_code == 302
    assert ForumReport.objects.get().version == 1
    user = post.ambassador.user
    assert user is not None
    client.post(sent_away.url, {"login": user.email, "password": PASSWORD})  # type: ignore[attr-defined]  # a redirect
    page = client.get(address).content.decode()
    assert "You were signed out. We kept what you typed." in page
    assert 'name="residents" value="about nineteen"' in page
    saved = client.post(address, {"version": 1, "police_attended": "yes", "residents": "19"})
    assert saved.status_code == 302
    assert 'value="about nineteen"' not in client.get(address).content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["-1", "2001", "99999999999999999999", "1e3", "nineteen", "½"])
def test_absurd_attendance_is_refused_and_shown_again(post: Appointment, client: Client, number: str) -> None:
    report = whole(post)
    answer = client.post(
        f"/ambassadors/reports/{report.public_id}/attendance/",
        {"version": 1, "police_attended": "yes", "residents": number},
    )
    page = answer.content.decode()
    assert answer.status_code == 200
    assert f'value="{number}"' in page
    assert "There is a problem" in page
    assert ForumReport.objects.get().version == 1


@pytest.mark.django_db
@pytest.mark.parametrize("version", ["", "x", "0", "-1", "99999999999999999999"])
def test_nonsense_version_is_a_conflict_not_an_error(post: Appointment, client: Client, version: str) -> None:
    report = whole(post)
    answer = client.post(
        f"/ambassadors/reports/{report.public_id}/attendance/",
        {"version": version, "police_attended": "yes", "residents": "19"},
    )
    assert answer.status_code == 409


@pytest.mark.django_db
def test_fourth_priority_is_refused_and_shown_again(post: Appointment, client: Client) -> None:
    report = whole(post)
    typed: dict[str, Any] = {"version": 1, "outcome": "agreed"}
    typed |= {"priority-TOTAL_FORMS": 4, "priority-INITIAL_FORMS": 0}
    typed |= {f"priority-{place}-wording": f"Wish {place}" for place in range(4)}
    page = client.post(f"/ambassadors/reports/{report.public_id}/priorities/", typed).content.decode()
    assert "A forum agrees at most three priorities. Enter the three that matter most." in page
    assert all(f"Wish {place}</textarea>" in page for place in range(4))
    assert not ForumReport.objects.get().priorities.exists()


@pytest.mark.django_db
def test_broken_group_count_is_no_error_page(post: Appointment, client: Client) -> None:
    report = whole(post)
    answer = client.post(
        f"/ambassadors/reports/{report.public_id}/issues/", {"version": 1, "issues-TOTAL_FORMS": "many"}
    )
    assert answer.status_code == 200


@pytest.mark.django_db
def test_no_broker_at_all_stops_nobody(
    post: Appointment, client: Client, policy_officer: User, transactional_db: None
) -> None:
    """A report is sent, accepted and a quarter's paper asked for, each at once; the rows wait for a worker."""
    report = whole(post)
    began = time.monotonic()
    client.post(f"/ambassadors/reports/{report.public_id}/check/", {"version": 1})
    report.refresh_from_db()
    staff = signed_in_client(policy_officer)
    staff.post(reverse("admin:ambassadors_forumreport_press", args=[report.pk, "accept"]))
    asked = staff.post(
        reverse("admin:panel_quarterlyreport_add"), {"kind": "quarterly", "quarter": "2017-18Q3", "exemption": "7"}
    )
    assert asked.status_code == 302
    assert time.monotonic() - began < 10
    report.refresh_from_db()
    assert report.state == ReportState.ACCEPTED
    assert [message.state for message in OutboxMessage.objects.all()] == ["waiting"] * OutboxMessage.objects.count()
    assert [(paper.state, paper.nudged_at) for paper in QuarterlyReport.objects.all()] == [("queued", None)]
    assert "Waiting for a worker" in staff.get(asked.url).content.decode()  # type: ignore[attr-defined]  # a redirect
