"""What is kept back says who decided and when, and comes before those who decide it once its day has come."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from opcc.accounts.enums import Role
from opcc.core.errors import DomainError
from opcc.core.models import AccessLog
from panel import operations
from panel.models import AgendaItem, ExemptionClaim, FoiExemption
from tests.factories.accounts import UserFactory
from tests.factories.papers import PartFactory
from tests.factories.recommendations import ClaimFactory, ItemFactory, ResolutionFactory
from tests.factories.register import AttachmentFactory, DecisionFactory, FoiExemptionFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
AT = datetime(2018, 6, 1, 12, 0, tzinfo=UTC)
LIST = "admin:panel_exemptionclaim_changelist"
PAGE = "admin:panel_exemptionclaim_change"
CANARY = "Quillfeather"


def client_of(role: Role) -> Client:
    return signed_in_client(UserFactory.create(roles=[role]))


def page(client: Client, name: str, *args: object) -> str:
    return " ".join(client.get(reverse(name, args=args)).content.decode().split())


def claim(**fields: Any) -> ExemptionClaim:
    decided_by = UserFactory.create(first_name="Asha", last_name="Bell")
    return ClaimFactory.create(decided_by=decided_by, review_on=date(2018, 6, 1), **fields)


HOLDERS: dict[str, Callable[[], Any]] = {
    "agendaitem": lambda: ItemFactory.create(exemption=claim()),
    "resolution": lambda: ResolutionFactory.create(exemption=claim()),
    "paperpart": lambda: PartFactory.create(exempt=True, exemption=claim()),
    "decision": lambda: DecisionFactory.create(exemption=withheld()),
    "decisionattachment": lambda: AttachmentFactory.create(exemption=withheld()),
}


def withheld(**fields: Any) -> FoiExemption:
    decided_by = UserFactory.create(first_name="Asha", last_name="Bell")
    return FoiExemptionFactory.create(decided_by=decided_by, review_on=date(2018, 6, 1), **fields)


@pytest.mark.parametrize("model", sorted(HOLDERS))
def test_the_page_of_what_is_kept_back_says_who_decided_when_and_when_to_look_again(model: str) -> None:
    row = HOLDERS[model]()
    shown = page(client_of(Role.CHIEF_EXECUTIVE), f"admin:panel_{model}_change", row.pk)
    ground = row.exemption
    address = reverse(f"admin:panel_{ground._meta.model_name}_change", args=[ground.pk])
    assert "Asha Bell, " in shown
    assert f'<a href="{address}">1 June 2018</a>' in shown


def test_what_is_due_stands_on_the_home_page_and_leads_to_its_list() -> None:
    today = timezone.localdate()
    ItemFactory.create(exemption=ClaimFactory.create(public_title="Due", review_on=today))
    ItemFactory.create(exemption=ClaimFactory.create(public_title="Later", review_on=today + timedelta(days=1)))
    ItemFactory.create(exemption=ClaimFactory.create(public_title="Never"))
    DecisionFactory.create(exemption=FoiExemptionFactory.create(review_on=today - timedelta(days=2)))
    client = client_of(Role.CHIEF_EXECUTIVE)
    home = page(client, "admin:index")
    for label, model in (
        ("Exemptions to look at again", "exemptionclaim"),
        ("Withheld decisions to look at again", "foiexemption"),
    ):
        assert label in home
        assert f"{reverse(f'admin:panel_{model}_changelist')}?review=due" in home
    assert "Overdue by 2 days" in home
    listed = client.get(reverse(LIST), {"review": "due"}).content.decode()
    assert ["Due</a>" in listed, "Later</a>" in listed, "Never</a>" in listed] == [True, False, False]
    unset = client.get(reverse(LIST), {"review": "never"}).content.decode()
    assert ["Due</a>" in unset, "Never</a>" in unset] == [False, True]


def test_nothing_due_is_no_line() -> None:
    ItemFactory.create(exemption=ClaimFactory.create(review_on=timezone.localdate() + timedelta(days=1)))
    assert "to look at again" not in page(client_of(Role.CHIEF_EXECUTIVE), "admin:index")


@pytest.mark.parametrize("role", [Role.TREASURER, Role.COMMUNICATIONS_OFFICER, Role.PERFORMANCE_OFFICER])
def test_who_may_not_read_what_is_exempt_learns_of_no_ground(role: Role) -> None:
    ground = claim(public_title=CANARY, reasons=CANARY)
    ItemFactory.create(exemption=ground)
    client = client_of(role)
    assert client.get(reverse(LIST)).status_code == 403
    assert client.get(reverse(PAGE, args=[ground.pk])).status_code == 403
    home = page(client, "admin:index")
    assert (CANARY in home, "to look at again" in home) == (False, False)


def test_the_buttons_are_for_those_who_decide_and_each_opening_is_noted() -> None:
    ground = claim()
    item = ItemFactory.create(exemption=ground)
    reader = client_of(Role.COMMISSIONER)
    shown = page(reader, PAGE, ground.pk)
    assert ("Keep it back" in shown, reverse("admin:panel_agendaitem_change", args=[item.pk]) in shown) == (False, True)
    entry = AccessLog.objects.get(kind="opened", object_type="panel.exemptionclaim")
    assert (entry.object_id, entry.description) == (str(ground.pk), "A ground of exemption")
    press = reverse("admin:panel_exemptionclaim_press", args=[ground.pk, "keep"])
    keeper = client_of(Role.CHIEF_EXECUTIVE)
    later = timezone.localdate() + timedelta(days=200)
    assert "Say why it is still kept back" in keeper.post(press, {"keep-review_on": "2040-01-01"}).content.decode()
    keeper.post(press, {"keep-reason": "The lease is not signed.", "keep-review_on": later.isoformat()})
    was = ground.decided_at
    ground.refresh_from_db()
    assert (ground.review_on, ground.decided_at) == (later, was)
    history = page(keeper, "admin:panel_exemptionclaim_history", ground.pk)
    assert "Looked at again: The lease is not signed." in history


@pytest.mark.parametrize("make", [claim, withheld], ids=["schedule_12a", "foi"])
def test_looking_again_needs_a_reason_a_day_ahead_and_the_role(make: Callable[[], Any]) -> None:
    ground = make()
    said: dict[str, Any] = {"reason": "Still so.", "review_on": date(2018, 12, 1), "by": None, "at": AT}
    for changed, words in (
        ({"reason": " "}, "Say why it is still kept back"),
        ({"review_on": date(2018, 6, 1)}, "Enter a day that lies ahead"),
        ({"by": UserFactory.create(roles=[Role.COMMISSIONER])}, "Your role does not let you"),
    ):
        with pytest.raises(DomainError, match=words):
            operations.review_exemption(claim=ground, **{**said, **changed})
    ground.refresh_from_db()
    assert ground.review_on == date(2018, 6, 1)
    assert operations.review_exemption(claim=ground, **said).review_on == date(2018, 12, 1)
    assert operations.review_exemption(claim=ground, **{**said, "review_on": None}).review_on is None


def test_the_list_asks_as_much_for_fifty_as_for_one() -> None:
    client, counts = client_of(Role.CHIEF_EXECUTIVE), []
    client.get(reverse(LIST))  # what is asked once a session is asked here
    for more in (1, 49):
        for _ in range(more):
            ItemFactory.create(exemption=claim())
        with CaptureQueriesContext(connection) as caught:
            client.get(reverse(LIST), {"review": "due"})
        counts.append(len(caught))
    assert counts[0] == counts[1]
    assert AgendaItem.objects.count() == 50
