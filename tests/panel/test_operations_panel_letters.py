"""The Panel's letter and the reply: numbered alike, printed once, frozen."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

import pytest

from opcc.accounts.models import User
from opcc.core.errors import DomainError
from opcc.documents.pdf import PdfError, RenderedPdf
from panel import operations
from panel.enums import LetterState, Recipient, RecommendationState
from panel.models import PanelLetter, Recommendation
from panel.operations import panel_letters
from tests.factories.panel import the_office
from tests.factories.recommendations import (
    ClaimFactory,
    HeldMeetingFactory,
    ItemFactory,
    LetterFactory,
    PlannedPanelMeetingFactory,
    RecommendationFactory,
    ResponseFactory,
    sent,
)

pytestmark = pytest.mark.django_db

AT = datetime(2018, 2, 28, 9, tzinfo=UTC)
CANARY = "Quillfeather"
WORDS: dict[str, Any] = {"subject": "Precept", "dated_on": date(2018, 2, 7), "signed_by": "Chair of the Panel"}


@pytest.fixture
def officer(panel_support_officer: User) -> dict[str, Any]:
    the_office()
    return {"by": panel_support_officer, "at": AT}


def stand_in(html: str, **_: Any) -> RenderedPdf:
    """Where the PDF itself is not the question: what follows from the HTML."""
    content = b"%PDF-1.7 " + html.encode()
    return RenderedPdf(content, 1, sha256(content).hexdigest())


@pytest.fixture
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(panel_letters, "render_pdf", stand_in)


def three() -> list[Recommendation]:
    """Three recommendations of one meeting, the third to somebody else."""
    item = ItemFactory.create(meeting=HeldMeetingFactory.create())
    rows = [RecommendationFactory.create(reference=f"2018/{n:02d}", resolution__item=item) for n in (1, 2)]
    other = RecommendationFactory.create(resolution__item=item, to=Recipient.SUPPORT_OFFICER)
    return [*rows, other]


def draft(officer: dict[str, Any], rows: list[Recommendation], **more: Any) -> PanelLetter:
    return operations.draft_letter(meeting=rows[0].resolution.item.meeting, **{**WORDS, **more}, **officer)


def numbers() -> list[int | None]:
    return list(Recommendation.objects.order_by("pk").values_list("letter_number", flat=True))


def test_draft_letter_numbers_what_goes_to_its_recipient(officer: dict[str, Any]) -> None:
    draft(officer, three())
    assert numbers() == [1, 2, None]


def test_draft_letter_about_nothing_or_too_early_is_refused(officer: dict[str, Any]) -> None:
    rows = three()
    for more, said in (
        ({"to": Recipient.CHIEF_CONSTABLE}, "No recommendation of that meeting"),
        ({"dated_on": date(2018, 1, 31)}, "Enter a later day"),
        ({"subject": " "}, "This field"),
    ):
        with pytest.raises(DomainError, match=said):
            draft(officer, rows, **more)
    with pytest.raises(DomainError, match="a meeting that was held"):
        operations.draft_letter(meeting=PlannedPanelMeetingFactory.create(), **WORDS, **officer)
    assert (PanelLetter.objects.count(), numbers()) == (0, [None, None, None])


def two_bodies() -> list[Recommendation]:
    """Two recommendations to a council and one to a partnership, of one meeting."""
    item = ItemFactory.create(meeting=HeldMeetingFactory.create())
    return [
        RecommendationFactory.create(
            reference=f"2018/{n:02d}", resolution__item=item, to=Recipient.OTHER, to_other=whom
        )
        for n, whom in enumerate(("Rugby Borough Council", "Safer Roads Partnership", "Rugby Borough Council"), 1)
    ]  # fmt: skip


@pytest.mark.usefixtures("_stand_in")
def test_each_body_has_a_letter_of_its_own_with_its_name_as_the_addressee(officer: dict[str, Any]) -> None:
    rows = two_bodies()
    council = draft(officer, rows, to=Recipient.OTHER, to_other=" Rugby Borough Council ")
    assert numbers() == [1, None, 2]
    partnership = draft(officer, rows, to=Recipient.OTHER, to_other="Safer Roads Partnership")
    assert numbers() == [1, 1, 2]
    with pytest.raises(DomainError, match="There is a letter about this meeting to the same person"):
        draft(officer, rows, to=Recipient.OTHER, to_other="Rugby Borough Council")
    for letter, whom in ((council, "Rugby Borough Council"), (partnership, "Safer Roads Partnership")):
        gone_out = operations.send_letter(letter=letter, **officer)
        assert gone_out.contents is not None
        assert (gone_out.recipient, gone_out.contents["to"]) == (whom, [whom])
        with gone_out.file.open("rb") as file:
            printed = file.read().decode()
        assert (whom in printed, "Somebody else" in printed) == (True, False)
    reply = operations.draft_reply(letter=PanelLetter.objects.get(pk=council.pk), **WORDS, **officer)
    assert (reply.recipient, reply.to_other) == ("Rugby Borough Council", "Rugby Borough Council")
    assert str(reply) == "Reply from Rugby Borough Council of 7 February 2018"


@pytest.mark.parametrize(
    ("to", "to_other", "words"),
    [
        (Recipient.OTHER, "Rugby Council", "a letter to Rugby Council. It made recommendations to: Rugby Borough Cou"),
        (Recipient.OTHER, "", "No recommendation of that meeting|Say to whom it goes"),
        (Recipient.COMMISSIONER, "Rugby Borough Council", "Say to whom it goes if, and only if"),
    ],
)
def test_a_letter_to_a_body_that_was_not_resolved_is_refused(
    officer: dict[str, Any], to: Recipient, to_other: str, words: str
) -> None:
    rows = two_bodies()
    with pytest.raises(DomainError, match=words):
        draft(officer, rows, to=to, to_other=to_other)
    assert (PanelLetter.objects.count(), numbers()) == (0, [None, None, None])


def test_draft_letter_of_the_wrong_role_is_refused(commissioner: User) -> None:
    with pytest.raises(DomainError, match="Your role does not let you"):
        draft({"by": commissioner, "at": AT}, three())


@pytest.mark.usefixtures("_stand_in")
def test_write_letter_takes_in_what_was_made_since_and_sending_freezes_it(officer: dict[str, Any]) -> None:
    rows = three()
    letter = draft(officer, rows)
    RecommendationFactory.create(reference="2018/00", resolution__item=rows[0].resolution.item)
    letter = operations.write_letter(letter=letter, opening="Hello.", closing="", **WORDS, **officer)
    assert numbers() == [2, 3, None, 1]
    gone_out = operations.send_letter(letter=letter, **officer)
    with gone_out.file.open("rb") as file:
        assert sha256(file.read()).hexdigest() == gone_out.sha256
    assert (gone_out.state, gone_out.pages, gone_out.sent_by) == (LetterState.SENT, 1, officer["by"])
    assert gone_out.contents is not None
    assert [line["number"] for line in gone_out.contents["lines"]] == [1, 2, 3]
    states = list(Recommendation.objects.order_by("pk").values_list("state", flat=True))
    made, gone = RecommendationState.MADE, RecommendationState.SENT
    assert states == [gone, gone, made, gone]
    steps: tuple[Callable[[], object], ...] = (
        lambda: operations.send_letter(letter=gone_out, **officer),
        lambda: operations.write_letter(letter=gone_out, opening="", closing="", **WORDS, **officer),
    )
    for again in steps:
        with pytest.raises(DomainError, match="stays as it is"):
            again()


def test_send_letter_that_cannot_be_printed_changes_nothing(
    officer: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(html: str, **_: Any) -> RenderedPdf:
        raise PdfError("Making the PDF took too long.")

    monkeypatch.setattr(panel_letters, "render_pdf", fail)
    letter = draft(officer, three())
    with pytest.raises(DomainError, match="took too long"):
        operations.send_letter(letter=letter, **officer)
    letter.refresh_from_db()
    assert (letter.state, letter.file.name) == (LetterState.DRAFT, "")
    assert not Recommendation.objects.exclude(state=RecommendationState.MADE).exists()


@pytest.mark.usefixtures("_stand_in")
def test_send_letter_that_somebody_changed_meanwhile_is_refused(
    officer: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    letter = draft(officer, three())

    def meddle(html: str, **more: Any) -> RenderedPdf:
        PanelLetter.objects.filter(pk=letter.pk).update(subject="Another")
        return stand_in(html, **more)

    monkeypatch.setattr(panel_letters, "render_pdf", meddle)
    with pytest.raises(DomainError, match="Somebody changed"):
        operations.send_letter(letter=letter, **officer)
    letter.refresh_from_db()
    assert letter.state == LetterState.DRAFT


@pytest.mark.usefixtures("_stand_in")
def test_send_letter_of_a_later_date_is_refused(officer: dict[str, Any]) -> None:
    letter = draft(officer, three(), dated_on=date(2018, 3, 1))
    with pytest.raises(DomainError, match="Send it on that day"):
        operations.send_letter(letter=letter, **officer)


@pytest.mark.usefixtures("_stand_in")
def test_reply_answers_each_number_and_waits_for_every_response(officer: dict[str, Any]) -> None:
    rows = three()
    letter = operations.send_letter(letter=draft(officer, rows), **officer)
    reply = operations.draft_reply(letter=letter, **WORDS, **officer)
    ResponseFactory.create(recommendation=rows[0])
    with pytest.raises(DomainError, match="no response yet to number 2 of the letter"):
        operations.send_letter(letter=reply, **officer)
    ResponseFactory.create(recommendation=rows[1], answer="rejected", reason="No money.", text="No.")
    gone_out = operations.send_letter(letter=reply, **officer)
    assert gone_out.contents is not None
    assert [(line["number"], line["answer"], line["detail"]) for line in gone_out.contents["lines"]] == [
        (1, "Accepted", ""), (2, "Rejected", "No money."),
    ]  # fmt: skip


@pytest.mark.usefixtures("_stand_in")
def test_reply_to_a_draft_or_before_the_letter_is_refused(officer: dict[str, Any]) -> None:
    letter = draft(officer, three())
    with pytest.raises(DomainError, match="that was sent"):
        operations.draft_reply(letter=letter, **WORDS, **officer)
    letter = operations.send_letter(letter=letter, **officer)
    with pytest.raises(DomainError, match="Enter a later day"):
        operations.draft_reply(letter=letter, **{**WORDS, "dated_on": date(2018, 2, 6)}, **officer)


@pytest.mark.usefixtures("_stand_in")
def test_exempt_recommendations_have_a_letter_of_their_own() -> None:
    the_office()
    rows = three()
    RecommendationFactory.create(exempt=True, title=CANARY, resolution__item=rows[0].resolution.item)
    open_letter = operations.send_letter(letter=draft({"by": None, "at": AT}, rows), by=None, at=AT)
    kept = draft({"by": None, "at": AT}, rows, is_exempt=True)
    kept = operations.send_letter(letter=kept, by=None, at=AT)
    for letter, holds in ((open_letter, False), (kept, True)):
        with letter.file.open("rb") as file:
            assert (CANARY.encode() in file.read()) is holds
        assert CANARY not in letter.file_name + str(letter) + letter.file.name
    assert kept.contents is not None
    assert kept.contents["ground"].startswith("Paragraph 3 of Part 1, Schedule 12A")
    assert list(PanelLetter.objects.public()) == [open_letter]


def test_letter_stops_being_open_when_a_resolution_is_made_exempt_later() -> None:
    letter = sent(LetterFactory.create())
    row = RecommendationFactory.create(letter=letter, letter_number=1)
    assert list(PanelLetter.objects.public()) == [letter]
    row.resolution.exemption = ClaimFactory.create()
    row.resolution.save()
    assert list(PanelLetter.objects.public()) == []
