"""What is kept back in one record stands in none that hangs on it or prints it: packs, programme, verdicts, papers."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from panel import operations, queries
from panel.enums import Audience, Exemption, ItemKind, Opinion, PackState
from panel.models import AgendaItem, Pack, PanelMinutes, PaperPart, WorkItem
from panel.operations.agenda import OUT, UNDER
from tests.factories.minutes import MinutesFactory, printed
from tests.factories.panel import the_office
from tests.factories.papers import (
    ADDED_AT,
    BUILT_AT,
    SECRET,
    PackFactory,
    PaperFactory,
    PartFactory,
    a_meeting,
    built_pack,
)
from tests.factories.recommendations import (
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResolutionFactory,
    VerdictFactory,
    WorkItemFactory,
)
from tests.factories.register import DecisionFactory
from tests.support.actors import signed_in_client

pytestmark = pytest.mark.django_db
AT = datetime(2018, 3, 8, 10, 0, tzinfo=UTC)
GROUNDS: dict[str, Any] = {"public_title": "A matter", "paragraphs": [Exemption.BUSINESS], "reasons": "Prices."}


@pytest.fixture
def officer(panel_support_officer: User) -> dict[str, Any]:
    return {"by": panel_support_officer, "at": AT}


def build(meeting: Any) -> Pack:
    """A pack of the meeting, built and ready."""
    the_office()
    built = operations.build_pack(pack_id=PackFactory.create(meeting=meeting).pk, at=BUILT_AT)
    assert built is not None
    assert (built.state, built.failure) == (PackState.READY, "")
    return built


def read(client: Client, route: str, *keys: Any, query: str = "") -> str:
    response = client.get(reverse(f"panel:{route}", args=keys) + query)
    assert response.status_code == 200
    return b"".join(response).decode()


# --- The work programme ------------------------------------------------------------------------------


def test_work_programme_leaves_out_what_became_an_exempt_item(officer: dict[str, Any], treasurer: User) -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    row = WorkItemFactory.create(dated=True, meeting=meeting, title=f"{SECRET} contract", detail=SECRET)
    shown = WorkItemFactory.create(title="The estate")
    item = operations.put_on_agenda(work_item=row, **officer)
    assert SECRET in read(Client(), "work-programme")

    operations.exempt_item(item=item, **GROUNDS, **officer)
    assert SECRET not in read(Client(), "work-programme")
    assert SECRET not in read(Client(), "work-programme", query="?csv")
    assert [one.pk for one in queries.work_programme(queries.OPEN).items] == [shown.pk]
    assert [one.pk for one in queries.work_programme(queries.EVERYTHING).items] == [row.pk, shown.pk]
    staff = signed_in_client(treasurer)
    assert SECRET not in staff.get(reverse("admin:panel_workitem_changelist")).content.decode()
    assert staff.get(reverse("admin:panel_workitem_change", args=[row.pk])).status_code == 302


def test_work_item_that_became_exempt_is_not_moved_into_the_open(officer: dict[str, Any]) -> None:
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 6, 21))
    row = WorkItemFactory.create(dated=True, meeting=meeting, title=f"{SECRET} contract")
    operations.exempt_item(item=operations.put_on_agenda(work_item=row, **officer), **GROUNDS, **officer)
    operations.cancel_meeting(meeting=meeting, reason="Snow", **officer)
    row.refresh_from_db()
    with pytest.raises(DomainError, match="that it became is exempt, and elsewhere the public would read of it"):
        operations.move_work_item(work_item=row, to=None, reason="Snow", **officer)
    assert SECRET not in read(Client(), "work-programme")


# --- Packs -------------------------------------------------------------------------------------------


def a_pack_with_the_log() -> tuple[Pack, Any]:
    """A pack that is ready and prints a recommendation of the meeting before."""
    asked = RecommendationFactory.create(title="Fewer prices", resolution__item__meeting__held_on=date(2018, 2, 1))
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19), agenda_published_at=ADDED_AT)
    ItemFactory.create(meeting=meeting, position=1, kind=ItemKind.ACTIONS)
    return build(meeting), asked.resolution


def test_pack_that_prints_what_was_exempt_since_is_not_issued(officer: dict[str, Any]) -> None:
    pack, resolution = a_pack_with_the_log()
    operations.exempt_resolution(resolution=resolution, **GROUNDS, **officer)
    with pytest.raises(DomainError, match="Something that this pack says was changed after it was built"):
        operations.issue_pack(pack=pack, **officer)
    again = operations.rebuild_pack(pack=pack, **officer)
    built = operations.build_pack(pack_id=again.pk, at=BUILT_AT + timedelta(hours=1))
    assert built is not None
    assert operations.issue_pack(pack=built, **officer).state == PackState.ISSUED
    assert "Fewer prices" not in str(built.editions.get(audience=Audience.PUBLIC).contents)


def test_what_the_public_had_in_a_pack_of_another_meeting_is_not_kept_back(officer: dict[str, Any]) -> None:
    pack, resolution = a_pack_with_the_log()
    operations.issue_pack(pack=pack, **officer)
    for step in (
        lambda: operations.exempt_resolution(resolution=resolution, **GROUNDS, **officer),
        lambda: operations.exempt_item(item=resolution.item, **GROUNDS, **officer),
    ):
        with pytest.raises(
            DomainError, match=r"it stands in the pack of Police and Crime Panel, 19 March 2018\. Withdraw"
        ):
            step()
    operations.withdraw_pack(pack=pack, reason="It named a price.", **officer)
    operations.exempt_resolution(resolution=resolution, **GROUNDS, **officer)


def test_pack_that_prints_a_decision_withheld_since_is_not_issued(
    officer: dict[str, Any], chief_executive: User
) -> None:
    decision = DecisionFactory.create(public=True, title="Roof repairs", decided_on=date(2018, 3, 1))
    meeting = PlannedPanelMeetingFactory.create(held_on=date(2018, 3, 19), agenda_published_at=ADDED_AT)
    ItemFactory.create(meeting=meeting, position=1, kind=ItemKind.DECISIONS)
    pack = build(meeting)
    assert queries.packs_that_say(["Roof repairs"]) == []
    words: dict[str, Any] = {"sections": ["40(2)"], "reasons": "Names.", "by": chief_executive, "at": AT}
    with transaction.atomic():
        operations.withhold_decision(decision=decision, **words)
        with pytest.raises(DomainError, match="was changed after it was built"):
            operations.issue_pack(pack=pack, **officer)
        transaction.set_rollback(True)
    pack.refresh_from_db()
    operations.issue_pack(pack=pack, **officer)
    with pytest.raises(DomainError, match="The public has had this: it stands in the pack of"):
        operations.withhold_decision(decision=decision, **words)


def test_pack_of_a_meeting_that_was_moved_since_is_not_issued(officer: dict[str, Any]) -> None:
    meeting = a_meeting()
    pack = build(meeting)
    type(meeting).objects.filter(pk=meeting.pk).update(venue="Elsewhere")
    with pytest.raises(DomainError, match="was changed after it was built"):
        operations.issue_pack(pack=pack, **officer)


def test_part_is_gone_with_the_packs_that_held_it() -> None:
    part = PartFactory.create(paper__item__meeting__agenda_published_at=ADDED_AT)
    address = reverse("panel:part", args=[part.public_id])
    assert Client().get(address).status_code == 404
    meeting = part.paper.item.meeting
    pack = built_pack(PackState.WITHDRAWN, parts=[part], meeting=meeting)
    response = Client().get(address)
    assert (response.status_code, "It named a witness." in response.content.decode()) == (410, True)
    later: dict[str, Any] = {"version": pack.version + 1, "change_note": "A name is left out."}
    built_pack(PackState.ISSUED, parts=[part], meeting=meeting, **later)
    assert Client().get(address).status_code == 200


def test_failed_build_names_a_paper_by_its_place(officer: dict[str, Any]) -> None:
    meeting = a_meeting()
    the_office()
    part = PaperPart.objects.get(letter="B")
    damaged = b"%PDF-1.7 nothing"
    part.file.save("damaged.pdf", ContentFile(damaged), save=False)
    PaperPart.objects.filter(pk=part.pk).update(file=part.file.name, sha256=sha256(damaged).hexdigest())
    built = operations.build_pack(pack_id=PackFactory.create(meeting=meeting).pk, at=BUILT_AT)
    assert built is not None
    assert built.failure.startswith("The paper to Item 2, Appendix B could not be joined to the rest")


# --- Items -------------------------------------------------------------------------------------------


def two_items(**above: Any) -> tuple[AgendaItem, AgendaItem]:
    meeting = PlannedPanelMeetingFactory.create(agenda_published_at=ADDED_AT)
    return (
        ItemFactory.create(meeting=meeting, position=1, title="Complaints", **above),
        ItemFactory.create(meeting=meeting, position=2, title="The estate"),
    )


def test_move_item_does_not_keep_back_without_grounds_nor_open_what_is_kept_back(officer: dict[str, Any]) -> None:
    above, item = two_items(exemption=ClaimFactory.create())
    with pytest.raises(DomainError, match="The item above is exempt, and this one is open"):
        operations.move_item(item=item, move=UNDER, **officer)
    hidden = ItemFactory.create(meeting=above.meeting, parent=above, position=1)
    with pytest.raises(DomainError, match="It is kept from the public with the item it stands under, Complaints"):
        operations.move_item(item=hidden, move=OUT, **officer)
    operations.exempt_item(item=item, **GROUNDS, **officer)
    operations.move_item(item=item, move=UNDER, **officer)
    item.refresh_from_db()
    assert item.parent == above
    operations.move_item(item=item, move=OUT, **officer)  # it has grounds of its own
    item.refresh_from_db()
    assert item.parent is None


@pytest.mark.parametrize("how", ["another agenda", "two levels", "above others"])
def test_database_keeps_items_in_their_agenda_and_one_level_deep(how: str) -> None:
    above, item = two_items()
    below = ItemFactory.create(meeting=above.meeting, parent=above, position=1)
    wrong = {
        "another agenda": (item, ItemFactory.create(position=1)),
        "two levels": (item, below),
        "above others": (above, item),
    }
    row, parent = wrong[how]
    with pytest.raises(IntegrityError, match="stands under a top item of its own agenda"), transaction.atomic():
        AgendaItem.objects.filter(pk=row.pk).update(parent=parent)


# --- Verdicts ----------------------------------------------------------------------------------------


def test_verdict_under_an_exempt_item_is_refused_for_an_open_recommendation(officer: dict[str, Any]) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    meeting = HeldMeetingFactory.create(held_on=date(2018, 3, 19))
    hidden = ItemFactory.create(meeting=meeting, exemption=ClaimFactory.create())
    words: dict[str, Any] = {"recommendation": row, "opinion": Opinion.SATISFIED, "note": SECRET}
    with pytest.raises(DomainError, match="This item is exempt and the recommendation is open"):
        operations.record_verdict(item=hidden, **words, **officer)
    with pytest.raises(IntegrityError, match="is given under an open item"), transaction.atomic():
        VerdictFactory.create(recommendation=row, item=hidden)


def test_verdict_under_an_item_made_exempt_since_is_there_for_the_cleared_alone(treasurer: User) -> None:
    row = RecommendationFactory.create(for_verdict=True)
    item = ItemFactory.create(meeting=HeldMeetingFactory.create(held_on=date(2018, 3, 19)), title=f"{SECRET} item")
    VerdictFactory.create(recommendation=row, item=item, note=SECRET)
    assert SECRET in read(Client(), "recommendation", row.public_id)
    AgendaItem.objects.filter(pk=item.pk).update(exemption=ClaimFactory.create())
    assert SECRET not in read(Client(), "recommendation", row.public_id)
    assert SECRET not in str(queries.action_log(date(2018, 3, 20), queries.PUBLIC))
    assert SECRET in str(queries.action_log(date(2018, 3, 20), queries.EVERYTHING))
    page = signed_in_client(treasurer).get(reverse("admin:panel_recommendation_change", args=[row.pk]))
    assert (page.status_code, SECRET in page.content.decode()) == (200, False)


def test_verdict_of_a_closed_session_is_not_for_the_public() -> None:
    meeting = HeldMeetingFactory.create(held_on=date(2018, 3, 19), is_closed=True)
    row = VerdictFactory.create(item__meeting=meeting, note=SECRET).recommendation
    assert SECRET not in read(Client(), "recommendation", row.public_id)


# --- Papers ------------------------------------------------------------------------------------------


def test_title_of_a_paper_is_kept_back_with_its_main_document(treasurer: User) -> None:
    meeting = PlannedPanelMeetingFactory.create(agenda_published_at=ADDED_AT)
    item = ItemFactory.create(meeting=meeting, position=1)
    paper = PaperFactory.create(item=item, title=f"{SECRET} prices", is_to_follow=True)
    assert SECRET in read(Client(), "meeting", meeting.public_id)
    part = PartFactory.create(paper=paper, exempt=True)
    assert (paper.is_exempt, part.is_exempt) == (True, True)
    assert SECRET not in read(Client(), "meeting", meeting.public_id)
    staff = signed_in_client(treasurer)
    assert SECRET not in staff.get(reverse("admin:panel_paper_changelist")).content.decode()
    PaperPart.objects.filter(pk=part.pk).update(withdrawn_at=AT, withdrawn_reason="A new one comes.")
    assert not paper.is_exempt


# --- Minutes -----------------------------------------------------------------------------------------


def test_print_made_while_an_exemption_waited_is_hidden_by_it(officer: dict[str, Any]) -> None:
    """The clocks were read before either had its turn."""
    resolution = ResolutionFactory.create(item__meeting=HeldMeetingFactory.create(held_on=date(2018, 2, 1)))
    minutes = printed(MinutesFactory.create(meeting=resolution.item.meeting), printed_at=AT + timedelta(seconds=1))
    assert PanelMinutes.objects.readable().filter(pk=minutes.pk).exists()
    operations.exempt_resolution(resolution=resolution, **GROUNDS, **officer)
    assert not PanelMinutes.objects.readable().filter(pk=minutes.pk).exists()


def test_work_item_without_an_agenda_is_open() -> None:
    assert not WorkItemFactory.create().is_exempt
    assert WorkItem.objects.public().count() == 1
