"""Proofing: what a careful colleague would mark, and nothing that they would not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.proofing import Finding, FindingKind, proofread

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def test_proofread_clean_text_has_no_finding() -> None:
    text = (
        "The Panel met on Wednesday 22 November 2018's eve, that is Wednesday 21 November 2018.\n"
        "It asked: “What was done?” The force’s answer took 20 days. Schedule XX does not exist, Part XXX might."
    )

    assert [finding for finding in proofread(text) if finding.kind is not FindingKind.DATE] == []


def test_proofread_weekday_worked_example() -> None:
    """docs/calculations/proofing.md: 22 November 2018 is a Thursday."""
    assert proofread("Meeting on Wednesday 22 November 2018") == (
        Finding(
            FindingKind.DATE,
            "Wednesday 22 November 2018",
            "22 November 2018 is a Thursday. Correct the day or the date.",
        ),
    )


LEFT = "{{ crime.total }}|{{|{% if x %}|TBC|tbc|T.B.C.|TBA|xx|XXX|??|[insert date]|Lorem ipsum"


@pytest.mark.parametrize("left", LEFT.split("|"))
def test_proofread_placeholder_is_found(left: str) -> None:
    findings = proofread(f"The force recorded {left} crimes.")

    assert [finding.kind for finding in findings] == [FindingKind.PLACEHOLDER]
    assert findings[0].text.rstrip(".") == left.rstrip(".")


@pytest.mark.parametrize("fine", ["Exxon", "Why?", "{one}", "tobacco", "Title XX of the Act", "[sic]", "maxx"])
def test_proofread_ordinary_words_are_left_alone(fine: str) -> None:
    assert proofread(f"It says {fine} here.") == ()


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.integers(0, 6), st.sampled_from(["", ",", " the"]))
def test_proofread_every_weekday_is_checked_against_its_date(day: date, said: int, between: str) -> None:
    text = f"on {DAYS[said]}{between} {day.day} {MONTHS[day.month - 1]} {day.year}"

    assert bool(proofread(text)) == (said != day.weekday())


@pytest.mark.parametrize("words", ["Monday 19th March 2018", "MONDAY 19 MARCH 2018", "Monday the 19th of March, 2018"])
def test_proofread_dates_as_people_write_them(words: str) -> None:
    assert proofread(words) == ()
    assert len(proofread(words.replace("19", "20"))) == 1


def test_proofread_day_that_does_not_exist() -> None:
    assert proofread("Friday 31 February 2018")[0].message == "There is no 31 February 2018. Correct the date."


def test_proofread_two_spaces() -> None:
    assert proofread("Crime  fell.\n    An indented line.") == (
        Finding(FindingKind.SPACING, "Crime  fell.", "Leave one space between these words."),
    )


@pytest.mark.parametrize("text", ['He said "no.', "He said “no.", "He said no.”", "“One” “two"])
def test_proofread_quotation_not_finished(text: str) -> None:
    assert [finding.kind for finding in proofread(text)] == [FindingKind.QUOTES]


def test_proofread_quotation_is_counted_in_each_paragraph() -> None:
    assert [finding.text for finding in proofread("“Yes\nno”")] == ["“Yes", "no”"]


@given(st.text(max_size=300))
def test_proofread_any_text_ends(text: str) -> None:
    assert all(finding.text and finding.message for finding in proofread(text))
