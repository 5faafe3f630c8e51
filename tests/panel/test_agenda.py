"""Drafting an agenda, numbering it, and the resolution that excludes the public."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.agenda import (
    Business,
    DraftItem,
    Excluded,
    Numbered,
    OutlineItem,
    Place,
    draft,
    exclusion_resolution,
    numbered,
)

GENERAL = OutlineItem("General", kind="opening", below=(OutlineItem("Apologies", kind="apologies"),))
QUESTIONS = OutlineItem("Public questions", kind="public_questions")
PROGRAMME = OutlineItem("Work programme", kind="work_programme", place=Place.AFTER)
EXCLUSION = OutlineItem("Exempt information", kind="exclusion", place=Place.EXCLUSION)
OUTLINE = (GENERAL, QUESTIONS, PROGRAMME, EXCLUSION)
POLICING = Business(
    "work:7", "The policing model", "Due on the work programme", purpose="To consider a briefing", order=2
)


def test_business_comes_before_the_closing_items_and_exempt_business_last() -> None:
    answers = Business("signal:2", "Answers of the force", "Raised by the office", is_exempt=True)
    strategy = Business("work:3", "The engagement strategy", "Due on the work programme", lead="Commissioner", order=1)
    assert draft(OUTLINE, [POLICING, answers, strategy]) == (
        DraftItem("General", kind="opening", below=(DraftItem("Apologies", kind="apologies"),)),
        DraftItem("Public questions", kind="public_questions"),
        DraftItem("The engagement strategy", lead="Commissioner", because="Due on the work programme"),
        DraftItem("The policing model", purpose="To consider a briefing", because="Due on the work programme"),
        DraftItem("Work programme", kind="work_programme"),
        DraftItem("Exempt information", kind="exclusion"),
        DraftItem("Answers of the force", because="Raised by the office", is_exempt=True),
    )


def test_business_of_a_kind_that_the_outline_has_an_item_for_is_said_there() -> None:
    """The worked example of docs/calculations/agenda.md."""
    minutes = OutlineItem("Minutes", purpose="To confirm the minutes", kind="minutes", lead="Chair")
    outline = (OutlineItem("General", kind="opening", below=(minutes,)), PROGRAMME)
    due = [
        Business(
            "minutes", "Minutes", "They wait", purpose="To confirm the minutes of 1 February 2018", kind="minutes"
        ),
        Business("exempt minutes", "Exempt minutes", "They wait", kind="minutes", is_exempt=True),
        Business("decisions", "Decisions", "Two were made", kind="decisions"),
        POLICING,
    ]
    assert draft(outline, due) == (
        DraftItem(
            "General",
            kind="opening",
            below=(
                DraftItem(
                    "Minutes",
                    purpose="To confirm the minutes of 1 February 2018",
                    lead="Chair",
                    kind="minutes",
                    because="They wait",
                ),
            ),
        ),
        DraftItem("Decisions", kind="decisions", because="Two were made"),
        DraftItem("The policing model", purpose="To consider a briefing", because="Due on the work programme"),
        DraftItem("Work programme", kind="work_programme"),
        DraftItem("Exempt minutes", kind="minutes", because="They wait", is_exempt=True),
    )


def test_two_reasons_for_one_subject_are_one_item_as_guarded_as_the_stricter() -> None:
    promised = Business("work:7", "The policing model", "Paper promised", lead="Force", is_exempt=True, order=0)
    [item] = draft((), [POLICING, promised, promised])
    assert item == DraftItem(
        "The policing model",
        purpose="To consider a briefing",
        lead="Force",
        because="Due on the work programme; Paper promised",
        is_exempt=True,
    )


def test_without_an_exclusion_in_the_outline_exempt_business_is_last() -> None:
    exempt = Business("x", "Answers", "Raised", is_exempt=True)
    titles = [item.title for item in draft((GENERAL, PROGRAMME), [exempt, POLICING])]
    assert titles == ["General", "The policing model", "Work programme", "Answers"]


BUSINESS = st.builds(
    Business,
    subject=st.sampled_from("abcdef"),
    title=st.just("Title"),
    because=st.sampled_from(["one", "two"]),
    is_exempt=st.booleans(),
    order=st.integers(0, 5),
)


@given(business=st.lists(BUSINESS, max_size=12))
def test_every_subject_comes_once_and_nothing_exempt_before_the_exclusion(business: list[Business]) -> None:
    items = draft(OUTLINE, business)
    place = next(n for n, item in enumerate(items) if item.kind == "exclusion")
    assert len(items) == len(OUTLINE) + len({due.subject for due in business})
    assert not any(item.is_exempt for item in items[:place])
    assert {due.subject for due in business if due.is_exempt} == set() or any(item.is_exempt for item in items[place:])


def test_items_are_numbered_and_sub_items_in_brackets() -> None:
    """The agenda of 19 March 2018 begins with 1 General, 1(1) Apologies, 1(2) interests, and goes on with 2."""
    assert numbered([(10, None), (11, 10), (12, 10), (20, None), (13, 99)]) == (
        Numbered(10, "1", (Numbered(11, "1(1)"), Numbered(12, "1(2)"))),
        Numbered(20, "2"),
    )


def test_the_resolution_names_each_item_and_its_paragraphs() -> None:
    appendix = Excluded("4, Appendix C", "the force's answers", ("7",))
    assert exclusion_resolution([appendix]) == (
        "That the public be excluded from the meeting for this item, because exempt information as defined in "
        "Part 1 of Schedule 12A of the Local Government Act 1972 would be disclosed, and because under paragraph 10 of "
        "Part 2 the public interest in keeping it back outweighs that in disclosing it: "
        "item 4, Appendix C, the force's answers (paragraph 7)."
    )
    complaints = Excluded("12", "complaints", ("2", "1", "3"))
    assert exclusion_resolution([appendix, complaints]).endswith(
        "item 4, Appendix C, the force's answers (paragraph 7); item 12, complaints (paragraphs 1, 2 and 3)."
    )


@pytest.mark.parametrize(
    ("excluded", "message"),
    [
        ([], "^Nothing on this agenda is exempt, so there is no resolution to pass.$"),
        ([Excluded("11", "Estate", ())], "^Item 11 cites no paragraph of Schedule 12A. Choose one.$"),
    ],
)
def test_a_resolution_that_cites_no_paragraph_is_refused(excluded: list[Excluded], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        exclusion_resolution(excluded)
