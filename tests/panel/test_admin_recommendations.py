"""The staff's pages of recommendations, actions, letters and the work programme: buttons, clearance, work waiting."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.accounts.models import User
from opcc.core.models import AccessLog
from opcc.web.admin import work_sources
from panel.enums import MeetingState
from panel.models import PanelAction, PanelLetter, Recommendation, WorkItem
from tests.factories.accounts import UserFactory
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    ActionFactory,
    ClearedMemberFactory,
    HeldMeetingFactory,
    ItemFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResolutionFactory,
    WorkItemFactory,
)
from tests.support.actors import signed_in_client
from tests.support.uploads import jpeg

pytestmark = pytest.mark.django_db

CANARY = "Quillfeather"


@pytest.fixture
def officer(panel_support_officer: User) -> Client:
    return signed_in_client(panel_support_officer)


def address(record: Any, page: str, *args: Any) -> str:
    return reverse(f"admin:panel_{record._meta.model_name}_{page}", args=[record.pk, *args])


def press(client: Client, record: Any, name: str, **said: Any) -> str:
    """Press a button and read the page it leads to."""
    response = client.post(
        address(record, "press", name), {f"{name}-{key}": value for key, value in said.items()}, follow=True
    )
    assert response.status_code == 200
    record.refresh_from_db()
    return " ".join(response.content.decode().split())


def test_recommendation_is_made_from_a_resolution_and_shows_its_words(officer: Client) -> None:
    resolution = ResolutionFactory.create(text="Requests the numbers.")
    ResolutionFactory.create(kind="notes", text="Notes the report.")
    url = reverse("admin:panel_recommendation_add")
    page = officer.get(url).content.decode()
    assert "Requests the numbers." in page
    assert "Notes the report." not in page
    said = {"resolution": resolution.pk, "title": "Numbers", "to": "commissioner", "due_on": "01/03/2018"}
    response = officer.post(url, said, follow=True)
    row = Recommendation.objects.get()
    assert response.status_code == 200
    assert (row.reference, row.text, row.due_on) == ("2018/01", "Requests the numbers.", date(2018, 3, 1))


def test_recommendation_that_is_refused_keeps_what_was_typed(officer: Client) -> None:
    resolution = ResolutionFactory.create()
    said = {"resolution": resolution.pk, "title": "Numbers", "to": "commissioner", "due_on": "31/01/2018"}
    page = officer.post(reverse("admin:panel_recommendation_add"), said).content.decode()
    assert "Enter a later day." in page
    assert 'value="Numbers"' in page
    assert not Recommendation.objects.exists()


def test_buttons_carry_a_recommendation_to_its_closing(officer: Client) -> None:
    row = RecommendationFactory.create()
    held = ItemFactory.create(meeting=HeldMeetingFactory.create(held_on=date(2018, 3, 19)))
    assert "Say why it is rejected." in press(
        officer, row, "respond", answer="rejected", text="No.", given_on="2018-02-28"
    )
    assert row.state == "made"
    press(officer, row, "respond", answer="accepted", text="Yes.", given_on="2018-02-28")
    press(officer, row, "act", text="Publish", lead="Treasurer", due_on="2018-03-08")
    press(officer, row, "update", text="Begun.", on="2018-03-05")
    press(officer, row, "evidence", title="Page", on="2018-03-05", url="https://office.example/page")
    file = SimpleUploadedFile("board.jpg", jpeg(), "image/jpeg")
    press(officer, row, "evidence", title="Photo", on="2018-03-05", file=file)
    press(officer, row, "put")
    assert row.state == "for_verdict"
    press(officer, row, "verdict", item=held.pk, opinion="satisfied")
    assert "1 action is still open" in press(officer, row, "close", closed_on="2018-03-19")
    action = PanelAction.objects.get()
    press(officer, action, "end", state="done", outcome="Published.", on="2018-03-19")
    press(officer, row, "close", closed_on="2018-03-19")
    assert (row.state, row.closed_on, row.updates.count()) == ("closed", date(2018, 3, 19), 1)
    assert list(row.evidence.order_by("pk").values_list("title", "name")) == [("Page", ""), ("Photo", "board.jpg")]


def test_buttons_of_the_wrong_role_are_refused(treasurer: User) -> None:
    row = RecommendationFactory.create()
    client = signed_in_client(treasurer)
    assert client.get(address(row, "change")).status_code == 200
    assert client.post(address(row, "press", "withdraw"), {"withdraw-reason": "No"}).status_code == 403
    row.refresh_from_db()
    assert row.state == "made"


def test_letter_is_drafted_and_sent_with_a_button(officer: Client) -> None:
    the_office()
    row = RecommendationFactory.create()
    said = {
        "meeting": row.resolution.item.meeting.pk, "to": "commissioner", "subject": "Precept", "dated_on": "07/02/2018",
        "opening": "", "closing": "", "signed_by": "Chair",
    }  # fmt: skip
    url = reverse("admin:panel_panelletter_add")
    assert "Choose the meeting" in officer.post(url, {**said, "meeting": ""}).content.decode()
    officer.post(url, said)
    letter = PanelLetter.objects.get()
    page = press(officer, letter, "send")
    row.refresh_from_db()
    assert (letter.state, row.state, row.letter_number) == ("sent", "sent", 1)
    assert reverse("panel:letter", args=[letter.public_id]) in page
    officer.post(url, {**said, "meeting": "", "answers": letter.pk, "dated_on": "28/02/2018"})
    assert PanelLetter.objects.get(kind="reply").answers == letter


def test_work_item_is_moved_reported_and_taken_off_with_buttons(panel_support_officer: User) -> None:
    panel_support_officer.user_permissions.add(Permission.objects.get(codename="add_agendaitem"))
    officer = signed_in_client(panel_support_officer)
    june = PlannedPanelMeetingFactory.create(held_on=timezone.localdate() + timedelta(days=60))
    item = WorkItemFactory.create()
    assert "Say why the item is moved." in press(officer, item, "move", to=june.pk, reason="")
    press(officer, item, "move", to=june.pk, reason="It is ready.")
    press(officer, item, "put")
    assert (item.kind, item.meeting, str(item.item)) == ("dated", june, item.title)
    other = WorkItemFactory.create(standing=True)
    press(officer, other, "reported", on="2018-03-01")
    press(officer, other, "drop", reason="Overtaken.")
    assert (other.last_report_on, other.state) == (date(2018, 3, 1), "dropped")


def test_work_item_with_a_last_report_to_come_is_refused(officer: Client) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    said = {"kind": "to_timetable", "title": "Roads", "position": "0", "last_report_on": f"{tomorrow:%d/%m/%Y}"}
    page = officer.post(reverse("admin:panel_workitem_add"), said).content.decode()
    assert "has not come yet" in page
    assert not WorkItem.objects.exists()


def test_exempt_recommendation_is_not_there_for_staff_who_are_not_cleared(treasurer: User) -> None:
    client = signed_in_client(treasurer)
    row = RecommendationFactory.create(exempt=True, title=CANARY, resolution__text=CANARY)
    action = ActionFactory.create(recommendation=row, text=CANARY)
    for record in (row, action):
        listed = client.get(reverse(f"admin:panel_{record._meta.model_name}_changelist"), {"q": CANARY[1:5]})
        assert CANARY not in listed.content.decode()
        assert {client.get(address(record, page)).status_code for page in ("change", "history")} <= {302, 404}
    assert CANARY not in client.get(reverse("admin:find"), {"q": "uill"}).content.decode()


def test_exempt_recommendation_opens_for_the_cleared_and_leaves_a_trace() -> None:
    user = UserFactory.create(roles=[Role.PANEL_SUPPORT_OFFICER, Role.PANEL_MEMBER])
    ClearedMemberFactory.create(user=user)
    client = signed_in_client(user)
    row = RecommendationFactory.create(exempt=True, title=CANARY)
    for page in ("change", "history"):
        assert CANARY in client.get(address(row, page)).content.decode()
    assert list(AccessLog.objects.filter(kind="opened").order_by("pk").values_list("description", flat=True)) == [
        "Exempt recommendation, in the staff's pages",
        "History of recommendation, exempt",
    ]


def test_work_waiting_counts_what_is_overdue(panel_support_officer: User, treasurer: User) -> None:
    today = timezone.localdate()
    RecommendationFactory.create(reference="2018/01", due_on=today - timedelta(days=1))
    RecommendationFactory.create(due_on=today)
    RecommendationFactory.create(exempt=True, due_on=today - timedelta(days=9))
    RecommendationFactory.create(for_verdict=True)
    ActionFactory.create(due_on=today - timedelta(days=1), recommendation=RecommendationFactory.create(due_on=today))
    WorkItemFactory.create(dated=True)
    ahead = today + timedelta(days=30)
    snowed_off = PlannedPanelMeetingFactory.create(held_on=ahead, state=MeetingState.CANCELLED, cancelled_reason="Snow")
    left = WorkItemFactory.create(dated=True, meeting=snowed_off, item=ItemFactory.create(meeting=snowed_off))
    page = signed_in_client(panel_support_officer).get(address(left, "change")).content.decode()
    assert ["Meeting is cancelled" in page, "Move the item" in page] == [True, True]
    assert _waiting(panel_support_officer) == {
        "Recommendations overdue": 2,  # the exempt one too, of which the treasurer is not told
        "Actions overdue": 1,
        "Recommendations without a letter": 4,
        "Recommendations for the Panel’s verdict": 1,
        "Items of the work programme whose meeting is over or cancelled": 2,
    }
    assert _waiting(treasurer) == {"Recommendations overdue": 1, "Actions overdue": 1}


def _waiting(user: User) -> dict[str, int]:
    request = RequestFactory().get("/staff/")
    request.user = user
    request.session = signed_in_client(user).session
    groups = [group for group in work_sources.groups(request) if group.title == "Panel"]
    return {item.label: item.count for group in groups for item in group.waiting}
