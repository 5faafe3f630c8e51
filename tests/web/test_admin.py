"""The staff's site without a browser: who may do what, buttons, history, exports, the menu, the same few queries."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db.models import Q
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from opcc.accounts.models import User
from opcc.core.audit import because
from opcc.core.enums import AccessKind, MailState
from opcc.core.models import AccessLog, OutboxMessage
from opcc.reference.models import District, ForceArea
from opcc.web.admin import WorkGroup, WorkItem
from opcc.web.admin.history import Change, FieldChange, Reader, history_page, latest
from opcc.web.admin.work import WorkSources
from tests.factories.accounts import UserFactory
from tests.support.actors import signed_in_client
from tests.web.staff_gallery import MailAdmin

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.staff_gallery")]
NOW = timezone.now().replace(microsecond=0)


@pytest.fixture
def superuser() -> User:
    return UserFactory.create(email="sam@office.example", is_staff=True, is_superuser=True)


@pytest.fixture
def staff(superuser: User) -> Client:
    return signed_in_client(superuser)


def _mail(**fields: Any) -> OutboxMessage:
    values = {"to": "a@b.example", "subject": "Your report is due", "body": "x", "kind": "reminder"}
    return OutboxMessage.objects.create(
        **{**values, "state": MailState.FAILED, "created_at": NOW, "send_after": NOW, **fields}
    )


def test_login_is_the_site_s_own(client: Client) -> None:
    response = client.get("/staff/core/outboxmessage/", follow=True)

    assert [address for address, _ in response.redirect_chain] == [
        "/staff/login/?next=/staff/core/outboxmessage/",
        "/account/sign-in/?next=/staff/core/outboxmessage/",
    ]


def test_login_of_somebody_who_may_not_enter_is_403() -> None:
    assert signed_in_client(UserFactory.create()).get("/staff/", follow=True).status_code == 403


def test_logout_and_password_are_the_site_s_own(staff: Client) -> None:
    assert staff.post("/staff/logout/").headers["Location"] == "/account/sign-out/"
    assert staff.get("/staff/password_change/").headers["Location"] == "/account/password/"


def test_list_asks_as_often_at_three_rows_as_at_one(
    staff: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    staff.get("/staff/")  # the session's first page writes down when it began
    _mail()
    with django_assert_max_num_queries(50) as one:
        staff.get("/staff/core/outboxmessage/")
    _mail()
    _mail()
    with django_assert_max_num_queries(50) as three:
        staff.get("/staff/core/outboxmessage/")

    assert len(one) == len(three)


def test_nothing_is_deleted_by_default(staff: Client) -> None:
    mail = _mail()

    assert staff.post(f"/staff/core/outboxmessage/{mail.pk}/delete/", {"post": "yes"}).status_code == 403
    body = {"action": "delete_selected", "_selected_action": mail.pk, "post": "yes"}
    staff.post("/staff/core/outboxmessage/", body)
    assert OutboxMessage.objects.get() == mail


def test_read_only_model_is_shown_and_not_changed(staff: Client) -> None:
    area = ForceArea.objects.create(name="Exampleshire", code="E23000099", force_name="Exampleshire Police")

    assert staff.get(f"/staff/reference/forcearea/{area.pk}/change/").status_code == 200
    assert staff.post(f"/staff/reference/forcearea/{area.pk}/change/", {"name": "Other"}).status_code == 403
    assert staff.get("/staff/reference/forcearea/add/").status_code == 403


def test_press_runs_the_operation_and_says_so(staff: Client) -> None:
    mail = _mail()

    response = staff.post(f"/staff/core/outboxmessage/{mail.pk}/press/resend/", {"resend-reason": "fixed"}, follow=True)

    mail.refresh_from_db()
    assert mail.state == MailState.WAITING
    assert [str(message) for message in response.context["messages"]] == ["The e-mail waits to be sent."]


def test_press_without_what_must_be_said_changes_nothing(staff: Client) -> None:
    mail = _mail()

    response = staff.post(f"/staff/core/outboxmessage/{mail.pk}/press/resend/", {"resend-reason": ""})

    mail.refresh_from_db()
    assert (response.status_code, mail.state) == (200, MailState.FAILED)
    assert response.context["shown"].form.errors == {"reason": ["This field is required."]}


def test_press_refused_by_the_office_s_rules_is_told(staff: Client) -> None:
    response = staff.post(f"/staff/core/outboxmessage/{_mail().pk}/press/refuse/", follow=True)

    assert [str(message) for message in response.context["messages"]] == ["This e-mail cannot be refused."]


def test_press_a_second_time_is_too_late(staff: Client) -> None:
    mail = _mail(state=MailState.WAITING)

    response = staff.post(f"/staff/core/outboxmessage/{mail.pk}/press/resend/", {"resend-reason": "x"}, follow=True)

    assert "no longer possible" in str(next(iter(response.context["messages"])))


def test_press_is_not_for_everybody_nor_for_every_record(staff: Client, policy_officer: User) -> None:
    mail = _mail()
    address = f"/staff/core/outboxmessage/{mail.pk}/press/"
    policy_officer.groups.clear()

    assert signed_in_client(policy_officer).post(f"{address}resend/").status_code == 403
    assert staff.post("/staff/core/outboxmessage/0/press/resend/").status_code == 404
    assert staff.post(f"{address}nonsense/").status_code == 404
    assert staff.get(f"{address}resend/").status_code == 405


def test_buttons_are_shown_only_when_they_can_be_pressed(staff: Client) -> None:
    response = staff.get(f"/staff/core/outboxmessage/{_mail(state=MailState.WAITING).pk}/change/")

    assert [shown.button.name for shown in response.context["buttons"]] == ["refuse"]


def test_export_is_safe_and_leaves_a_trace(staff: Client, superuser: User) -> None:
    mail = _mail(subject="=1+1")

    response: Any = staff.post("/staff/core/outboxmessage/", {"action": "export_as_csv", "_selected_action": [mail.pk]})

    lines = b"".join(response.streaming_content).decode().splitlines()
    assert lines == ["\ufeffSubject,To,State", "'=1+1,a@b.example,Not delivered"]
    log = AccessLog.objects.get(kind=AccessKind.EXPORTED)
    assert (log.by_id, log.object_type, log.description) == (
        superuser.pk,
        "core.outboxmessage",
        "e-mails: 1 rows, from /staff/core/outboxmessage/",
    )


def test_export_needs_a_permission_of_its_own(policy_officer: User) -> None:
    Permission.objects.get(codename="export_records").group_set.clear()
    client = signed_in_client(policy_officer)
    mail = _mail()

    response = client.post("/staff/core/outboxmessage/", {"action": "export_as_csv", "_selected_action": [mail.pk]})

    assert MailAdmin.export_permission == "core.export_records"
    assert response.headers.get("Content-Type", "").startswith("text/html")
    assert AccessLog.objects.filter(kind=AccessKind.EXPORTED).count() == 0


def test_history_says_who_what_and_why(superuser: User) -> None:
    first = ForceArea.objects.create(name="Exampleshire", code="E23000099", force_name="Exampleshire Police")
    second = ForceArea.objects.create(name="Otherland", code="E23000098", force_name="Otherland Police")
    district = District.objects.create(name="North", code="E07000999", force_area=first, position=1)
    with because("the boundary moved", user=superuser.pk):
        District.objects.filter(pk=district.pk).update(force_area=second, name="North East")

    _, changes = history_page(district, None)

    told = [(change.by, change.label, change.reason, change.fields) for change in changes]
    assert told == [
        (
            str(superuser),
            "Changed",
            "the boundary moved",
            (FieldChange("force area", "Exampleshire", "Otherland"), FieldChange("name", "North", "North East")),
        ),
        ("automatic", "Added", "", ()),
    ]
    assert changes[0].summary == "Changed: force area, name"


def test_history_asks_as_often_at_ten_changes_as_at_two(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    area = ForceArea.objects.create(name="Exampleshire", code="E23000099", force_name="Exampleshire Police")
    for number in range(12):
        ForceArea.objects.filter(pk=area.pk).update(name=f"Area {number}")

    with django_assert_num_queries(3):
        _, changes = history_page(area, 1)

    assert len(changes) == 13


def test_history_page_tells_the_change_across_its_edge() -> None:
    area = ForceArea.objects.create(name="A", code="E23000099", force_name="Police")
    ForceArea.objects.filter(pk=area.pk).update(name="B")

    page, changes = history_page(area, 1, per_page=1)

    assert page.has_next()
    assert changes[0].fields == (FieldChange("name", "A", "B"),)


def test_history_leaves_out_what_its_reader_may_not_read() -> None:
    area = ForceArea.objects.create(name="Exampleshire", code="E23000099", force_name="Exampleshire Police")
    ForceArea.objects.filter(pk=area.pk).update(name="Hidden", force_name="Police")
    ForceArea.objects.filter(pk=area.pk).update(name="Shown", force_name="Exampleshire Constabulary")
    reader = Reader(events=~Q(name="Hidden"), hidden=("force_name",))

    page, changes = history_page(area, 1, reader=reader)

    assert page.paginator.count == 2
    assert [change.fields for change in changes] == [(FieldChange("name", "Exampleshire", "Shown"),), ()]
    assert [change.fields for change in latest(area, 1, reader=reader)] == [changes[0].fields]


def test_history_page_of_a_record(staff: Client) -> None:
    mail = _mail()
    OutboxMessage.objects.filter(pk=mail.pk).update(
        state=MailState.SENT, sent_at=NOW, send_after=NOW + timedelta(days=1)
    )

    response = staff.get(f"/staff/core/outboxmessage/{mail.pk}/history/")

    changes: list[Change] = response.context["changes"]
    assert [change.label for change in changes] == ["Changed", "Added"]
    assert {(field.name, field.old) for field in changes[0].fields} >= {
        ("state", "Not delivered"),
        ("sent at", "empty"),
    }


def test_history_of_an_untracked_model_is_django_s(staff: Client, policy_officer: User) -> None:
    group = policy_officer.groups.get()

    assert (
        "This object doesn’t have a change history"
        in staff.get(f"/staff/auth/group/{group.pk}/history/").content.decode()
    )


def test_find_looks_where_the_person_may(staff: Client, grants_officer: User) -> None:
    mail = _mail()

    found = staff.get("/staff/find/", {"q": "report is"}).context["results"]

    address = f"/staff/core/outboxmessage/{mail.pk}/change/"
    assert found == [{"name": "e-mails", "rows": [(mail, address)]}]
    assert signed_in_client(grants_officer).get("/staff/find/", {"q": "report is"}).context["results"] == []
    assert staff.get("/staff/find/").context["results"] == []


def test_menu_is_in_the_office_s_words(staff: Client) -> None:
    response = staff.get("/staff/")

    menu = [(app["name"], [model["name"] for model in app["models"]]) for app in response.context["available_apps"]]
    assert menu == [("Office", ["People", "E-mails", "Districts", "Force areas", "Groups"])]
    assert staff.get("/staff/core/").context["app_list"][0]["name"] == "Office"


def test_work_sources_gather_by_heading_in_the_menu_s_order() -> None:
    sources = WorkSources()
    sources.register(lambda request: [WorkGroup("Panel", (WorkItem(1, "Report build failed", "/p/", word="Failed"),))])

    @sources.register
    def forums(request: Any) -> list[WorkGroup]:
        late = WorkItem(4, "Forum reports late", "/l/", state="overdue")
        return [WorkGroup("Forums and ambassadors", (late, WorkItem(0, "Concerns past their date", "/c/")))]

    sources.register(forums)

    groups = sources.groups(None)  # type: ignore[arg-type]  # neither source looks at the request
    assert [(group.title, [(item.label, item.tag) for item in group.waiting]) for group in groups] == [
        ("Forums and ambassadors", [("Forum reports late", "Overdue")]),
        ("Panel", [("Report build failed", "Failed")]),
    ]


def test_list_cells_name_their_column(staff: Client) -> None:
    _mail(to="a@b.example")

    page = staff.get("/staff/core/outboxmessage/").content.decode()

    assert '<td role="cell" data-label="To" class="field-to">a@b.example</td>' in page
    assert '<th role="rowheader" data-label="Subject" class="field-subject">' in page


def test_empty_list_says_what_to_do(staff: Client) -> None:
    assert "clear it to see more" in staff.get("/staff/core/outboxmessage/", {"q": "nowhere"}).content.decode()
