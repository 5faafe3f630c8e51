"""One recommendation from a resolution of 1 February 2018 to the day on which the Panel is satisfied."""

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.documents.tables import Table
from panel import operations, queries
from panel.enums import (
    ActionState,
    AnswerKind,
    Audience,
    ItemKind,
    MeetingState,
    Opinion,
    RecommendationState,
    ResolutionKind,
)
from panel.models import AgendaItem, PanelMeeting, Recommendation
from panel.printed import action_log_section
from tests.factories.recommendations import HeldMeetingFactory, ItemFactory, ResolutionFactory
from tests.factories.reference import OfficeProfileFactory
from tests.support.actors import signed_in_client
from tests.support.pdf import all_text, assert_accessible, page_texts

pytestmark = pytest.mark.django_db

AS_RESOLVED = "Requests that the Commissioner says in writing how many officers there are and will be."


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 10, tzinfo=UTC)


def resolved() -> AgendaItem:
    """The item of 1 February: one resolution that supports, and three that ask."""
    OfficeProfileFactory.create()
    item = ItemFactory.create(meeting=HeldMeetingFactory.create(held_on=date(2018, 2, 1)))
    ResolutionFactory.create(item=item, number=1, kind=ResolutionKind.SUPPORTS, text="Supports the precept.")
    recommends = ResolutionKind.RECOMMENDS
    ResolutionFactory.create(item=item, number=2, letter="a", kind=recommends, text="Recommends a case for funding.")
    ResolutionFactory.create(item=item, number=2, letter="b", kind=recommends, text="Recommends a watch on reserves.")
    ResolutionFactory.create(item=item, number=3, text=AS_RESOLVED)
    return item


def log_on(day: date) -> list[tuple[str, list[list[str]]]]:
    """The tables of the log's section, as the pack of that day prints them."""
    section = action_log_section(queries.action_log(day))
    return [
        (part.caption, [[str(getattr(cell, "text", cell) or "") for cell in line.cells] for line in part.rows])  # type: ignore[union-attr]  # no group rows here
        for part in section.parts
        if isinstance(part, Table)
    ]


def log_in_pack(meeting: PanelMeeting, item: AgendaItem, *, by: User, day: date) -> str:
    """The words on the pages of the log in the built and issued pack, read out of the PDF of the public edition."""
    if not meeting.agenda_can_be_read:
        operations.publish_agenda(meeting=meeting, by=by, at=at(day))
    asked = operations.request_pack(meeting=meeting, by=by, at=at(day))
    pack = operations.build_pack(pack_id=asked.pk, at=at(day))
    assert pack is not None
    pack = operations.issue_pack(pack=pack, by=by, at=at(day))
    edition = pack.editions.get(audience=Audience.PUBLIC)
    (line,) = [line for line in edition.lines if line["at"] == item.pk]
    with edition.file.open("rb") as file:
        texts = page_texts(file.read())
    return " ".join(" ".join(texts[line["first"] - 1 : line["last"]]).split())


def page(client: Client, row: Recommendation) -> str:
    response = client.get(reverse("panel:recommendation", args=[row.public_id]))
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def test_recommendation_from_resolution_to_closing(
    panel_support_officer: User, panel_member: User, client: Client
) -> None:
    officer: dict[str, Any] = {"by": panel_support_officer}
    item = resolved()

    # 1 February: the Panel resolves, and each resolution that asks becomes a recommendation.
    first, second, numbers = (
        operations.make_recommendation(
            resolution=resolution, title=title, lead="Chief executive", due_on=date(2018, 3, 1), **officer,
            at=at(date(2018, 2, 1)),
        )
        for resolution, title in zip(
            item.resolutions.exclude(kind=ResolutionKind.SUPPORTS).in_order(),
            ("Fairer funding", "Use of reserves", "Written detail on officer numbers"),
            strict=True,
        )
    )  # fmt: skip
    assert [row.reference for row in (first, second, numbers)] == ["2018/01", "2018/02", "2018/03"]
    assert numbers.text == AS_RESOLVED

    # 7 February: the letter is numbered, printed once and frozen.
    letter = operations.draft_letter(
        meeting=item.meeting, subject="Precept 2018/19", dated_on=date(2018, 2, 7), signed_by="Chair of the Panel",
        opening="The Panel supports the precept.", **officer, at=at(date(2018, 2, 7)),
    )  # fmt: skip
    letter = operations.send_letter(letter=letter, **officer, at=at(date(2018, 2, 7)))
    with letter.file.open("rb") as file:
        content = file.read()
    assert sha256(content).hexdigest() == letter.sha256
    assert_accessible(content)
    assert f"3. Written detail on officer numbers Recommendation 2018/03 {AS_RESOLVED}" in all_text(content)
    numbers.refresh_from_db()
    assert (numbers.state, numbers.letter_number) == (RecommendationState.SENT, 3)
    assert client.get(reverse("panel:letter", args=[letter.public_id])).content == content
    assert "Recommendation 3 in the Panel’s letter of 7 February 2018" in page(client, numbers)

    # 28 February: the Commissioner responds to each; the reply is numbered like the letter.
    answers: list[tuple[Recommendation, AnswerKind, dict[str, Any]]] = [
        (first, AnswerKind.ACCEPTED, {}),
        (second, AnswerKind.IN_PART, {"part": "The review, not its timing"}),
        (numbers, AnswerKind.ACCEPTED, {"published_url": "https://office.example/reply"}),
    ]
    for row, answer, more in answers:
        operations.record_response(
            recommendation=row, answer=answer, text=f"On {row.title.lower()}: it is done.", given_on=date(2018, 2, 28),
            **more, **officer, at=at(date(2018, 2, 28)),
        )  # fmt: skip
    reply = operations.draft_reply(
        letter=letter, subject="Precept 2018/19", dated_on=date(2018, 2, 28), signed_by="The Commissioner",
        **officer, at=at(date(2018, 2, 28)),
    )  # fmt: skip
    reply = operations.send_letter(letter=reply, **officer, at=at(date(2018, 2, 28)))
    with reply.file.open("rb") as file:
        words = all_text(file.read())
    assert "2. Use of reserves: accepted in part Recommendation 2018/02 Accepted: The review, not its timing" in words
    assert "3. Written detail on officer numbers: accepted" in words

    # March: an action and two updates.
    action = operations.add_action(
        recommendation=numbers, text="Publish how officers are counted", lead="Communications officer",
        due_on=date(2018, 3, 8), **officer, at=at(date(2018, 3, 1)),
    )  # fmt: skip
    operations.write_update(
        recommendation=numbers, on=date(2018, 3, 5), text="The Treasurer checked the figures.",
        **officer, at=at(date(2018, 3, 5)),
    )  # fmt: skip
    operations.write_update(
        action=action, on=date(2018, 3, 7), text="The page is written.", **officer, at=at(date(2018, 3, 7))
    )
    numbers = operations.put_to_panel(recommendation=numbers, **officer, at=at(date(2018, 3, 8)))
    public = page(client, numbers)
    for words in ("For the Panel’s verdict", "Accepted", "Publish how officers are counted", "The page is written."):
        assert words in public

    # The agenda of 19 March is drafted with it, and its log prints it.
    meeting = PanelMeeting.objects.create(held_on=date(2018, 3, 19), venue="Council chamber")
    assert [(due.title, due.because) for due in queries.business_due(meeting)] == [
        ("Responses to the Panel's recommendations", "3 recommendations are due or waiting for the Panel's verdict"),
        ("Actions due", "1 action is due by this meeting"),
    ]
    assert log_on(date(2018, 3, 9)) == [
        (
            "Recommendations and actions in progress",
            [
                [
                    "1 February 2018", "Fairer funding", "Chief executive", "",
                    "7 February 2018: Recommendation 1 in the Panel’s letter. 28 February 2018: Accepted.",
                ],
                [
                    "1 February 2018", "Use of reserves", "Chief executive", "",
                    (
                        "7 February 2018: Recommendation 2 in the Panel’s letter. "
                        "28 February 2018: Accepted in part: The review, not its timing."
                    ),
                ],
                [
                    "1 February 2018", "Written detail on officer numbers", "Chief executive", "",
                    (
                        "7 February 2018: Recommendation 3 in the Panel’s letter. 28 February 2018: Accepted. "
                        "5 March 2018: The Treasurer checked the figures."
                    ),
                ],
                [
                    "1 February 2018", "Publish how officers are counted", "Communications officer", "",
                    "7 March 2018: The page is written.",
                ],
            ],
        )
    ]  # fmt: skip

    # The pack of 19 March is built, and prints the log as the Panel reads it.
    (business,) = [made for made in operations.draft_agenda(meeting=meeting, by=None, at=at(date(2018, 3, 8)))
                   if made.title.startswith("Responses")]  # fmt: skip
    log_item = operations.add_item(
        meeting=meeting, title="Recommendations and actions", kind=ItemKind.ACTIONS, **officer, at=at(date(2018, 3, 8))
    )  # fmt: skip
    printed = log_in_pack(meeting, log_item, by=panel_support_officer, day=date(2018, 3, 8))
    assert (
        "1 February 2018 Written detail on officer numbers Recommendation 2018/03 Chief executive \u2013 "
        "7 February 2018: Recommendation 3 in the Panel\u2019s letter. 28 February 2018: Accepted. "
        "5 March 2018: The Treasurer checked the figures."
    ) in printed
    assert (
        "1 February 2018 Publish how officers are counted Recommendation 2018/03 Communications officer \u2013 "
        "7 March 2018: The page is written."
    ) in printed
    assert "None was completed in the six months before." in printed

    # 19 March: the Panel is satisfied; it closes once the action is done.
    PanelMeeting.objects.filter(pk=meeting.pk).update(state=MeetingState.HELD)
    business.refresh_from_db()
    business.meeting.refresh_from_db()
    operations.record_verdict(
        recommendation=numbers, item=business, opinion=Opinion.SATISFIED, **officer, at=at(date(2018, 3, 19))
    )
    with pytest.raises(DomainError, match="1 action is still open"):
        operations.close_recommendation(recommendation=numbers, **officer, at=at(date(2018, 3, 20)))
    operations.end_action(
        action=action, state=ActionState.DONE, outcome="Published.", on=date(2018, 3, 19), **officer,
        at=at(date(2018, 3, 20)),
    )  # fmt: skip
    closed = operations.close_recommendation(
        recommendation=numbers, closed_on=date(2018, 3, 19), **officer, at=at(date(2018, 3, 20))
    )
    assert (closed.state, closed.closed_on) == (RecommendationState.CLOSED, date(2018, 3, 19))
    assert "Closed" in page(client, numbers)
    assert "Closed" in page(signed_in_client(panel_member), numbers)
    following = PanelMeeting.objects.create(held_on=date(2018, 6, 21), venue="Council chamber")
    log_item = operations.add_item(
        meeting=following, title="Recommendations and actions", kind=ItemKind.ACTIONS, **officer,
        at=at(date(2018, 6, 1)),
    )  # fmt: skip
    printed = log_in_pack(following, log_item, by=panel_support_officer, day=date(2018, 6, 1))
    open_part, _, ended_part = printed.partition("Completed in the past six months")
    assert "Written detail on officer numbers" not in open_part
    assert "Written detail on officer numbers Recommendation 2018/03" in ended_part
    in_progress, completed = log_on(date(2018, 6, 12))
    assert [line[1] for line in in_progress[1]] == ["Fairer funding", "Use of reserves"]
    assert [line[1] for line in completed[1]] == [
        "Written detail on officer numbers", "Publish how officers are counted",
    ]  # fmt: skip
