"""Printed minutes: what stands in each of the two documents, and that they are accessible PDFs without exempt words."""

from datetime import date, time
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from panel import operations
from panel.enums import DeclaredKind, ResolutionKind
from panel.models import PanelMinutes
from panel.printed import declared_words, minutes_contents
from tests.factories.minutes import DeclarationFactory, a_meeting_of_the_panel, meeting_with_minutes
from tests.factories.panel import the_office
from tests.factories.recommendations import WRITTEN_AT, HeldMeetingFactory
from tests.support.pdf import assert_accessible, page_texts

pytestmark = pytest.mark.django_db
CANARY = "Quillfeather"
PECUNIARY = "Tariq Bell declared a disclosable pecuniary interest: Lives next to the station."


def told(world: dict[str, Any], **said: Any) -> str:
    return declared_words(DeclarationFactory.create(item=world["estate"], attendance=world["lines"]["Bell"], **said))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "Tariq Bell declared a non-pecuniary interest: Lives next to the station."),
        (
            {"kind": DeclaredKind.PECUNIARY, "left_at": time(11, 5), "returned_at": time(11, 30)},
            f"{PECUNIARY} Took no part in the item. Left at 11:05am, returned at 11:30am.",
        ),
        (
            {"kind": DeclaredKind.PECUNIARY, "dispensation": "Granted by the monitoring officer"},
            f"{PECUNIARY} Took part by dispensation: Granted by the monitoring officer.",
        ),
    ],
)
def test_a_declaration_is_one_sentence_after_the_other(said: dict[str, Any], words: str) -> None:
    assert told(a_meeting_of_the_panel(), **said) == words


def test_open_minutes_hold_the_numbers_of_the_whole_and_nothing_of_what_is_exempt() -> None:
    world = meeting_with_minutes()
    contents = minutes_contents(world["open"], the_office())
    assert [(item["number"], item["title"], item["withheld"]) for item in contents["items"]] == [
        ("1", "General", ""),
        ("2", "Precept 2018/19", ""),
        ("3", "Estate", ""),
        ("4", "A staffing matter", "Exempt: paragraph 3 of Part 1 of Schedule 12A"),
    ]
    assert contents["items"][1]["resolutions"] == [
        {
            "label": "1",
            "kind": "Supports",
            "text": ["That the Panel supports the precept."],
            "moved": "Proposed by Councillor Adrian Poole, seconded by Councillor Ada Fenwick.",
            "outcome": "Carried.",
            "votes": [
                "For, 4: Tariq Bell, Councillor Ada Fenwick, Councillor Ellen Marsh, Councillor Adrian Poole",
                "Against, none",
                "Abstained, none",
            ],
        }
    ]
    assert (contents["apologies"], contents["absent"], contents["replaced"]) == (
        ["Councillor Stuart Davey"],
        [],
        ["Councillor Ada Fenwick for Councillor Joan Hale"],
    )


def test_both_documents_print_as_accessible_pdf_and_the_open_one_tells_nothing_exempt() -> None:
    world = meeting_with_minutes()
    world["exempt"].entries.update(text=f"{CANARY} was dismissed.")
    operations.record_resolution(
        item=world["estate"],
        number=1,
        text="Notes it.",
        kind=ResolutionKind.NOTES,
        mover=world["people"]["Marsh"],
        by=None,
        at=WRITTEN_AT,
    )
    pdfs = {}
    for name in ("open", "exempt"):
        row = operations.publish_minutes(minutes=world[name], by=None, at=WRITTEN_AT)
        with row.file.open("rb") as file:
            pdfs[name] = file.read()
        assert_accessible(pdfs[name])
    texts = {name: " ".join(" ".join(page_texts(pdf)).split()) for name, pdf in pdfs.items()}
    assert [CANARY in texts["open"], CANARY in texts["exempt"]] == [False, True]
    assert CANARY.encode() not in pdfs["open"]
    with pikepdf.open(BytesIO(pdfs["open"])) as pdf:
        assert CANARY not in str(pdf.docinfo) + str(pdf.open_metadata())
    assert "Draft, to be confirmed at a later meeting" in texts["open"]

    later = HeldMeetingFactory.create(held_on=date(2018, 3, 19))
    row = operations.confirm_minutes(
        minutes=PanelMinutes.objects.get(is_exempt=False), at_meeting=later,
        corrections="In item 2, ‘Pool’ reads ‘Poole’.", by=None, at=WRITTEN_AT,
    )  # fmt: skip
    with row.file.open("rb") as file:
        content = file.read()
    assert_accessible(content)
    assert "Confirmed at the meeting of 19 March 2018" in " ".join(" ".join(page_texts(content)).split())
