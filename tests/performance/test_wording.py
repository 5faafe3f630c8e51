"""What is marked in a commentary beside its figures, and what is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.proofing import Finding, FindingKind
from performance.wording import marked

FIGURES = {
    "value": "97",
    "previous": "105",
    "average": "91",
    "change": "a decrease of 8%",
    "against_average": "above the quarter average",
    "month1": "34",
    "month2": "7",
    "same_last_year": "not known",
}


def figure(words: str, message: str) -> Finding:
    return Finding(FindingKind.FIGURE, words, message)


def typed(number: str, key: str) -> Finding:
    return figure(number, f"Write {{{{ {key} }}}} in place of {number}, so that a revised figure changes it.")


def direction(sentence: str, figures_say: str, this_says: str) -> Finding:
    return Finding(FindingKind.DIRECTION, sentence, f"The figures say ‘{figures_say}’, and this says ‘{this_says}’.")


def test_marked_worked_example() -> None:
    """docs/calculations/wording.md."""
    found = {
        text: marked(text, FIGURES, noun="offences")
        for text in (
            "There were 97 offences.",
            "There were 98 offences.",
            "{{ value }} offences, a rise on the quarter before.",
            "Patrols rose in November.",
        )
    }

    assert found == {
        "There were 97 offences.": (typed("97", "value"),),
        "There were 98 offences.": (
            figure("98 offences", "98 is none of the figures of this measure for the quarter. Check it."),
        ),
        "{{ value }} offences, a rise on the quarter before.": (
            direction("{{ value }} offences, a rise on the quarter before.", "a decrease of 8%", "up"),
        ),
        "Patrols rose in November.": (),
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was 34 in October.", (typed("34", "month1"),)),
        ("From 105 to {{ value }}.", (typed("105", "previous"),)),
        ("97, 34 and 97.", (typed("97", "value"), typed("34", "month1"), typed("97", "value"))),
        (
            "98 Offences",
            (figure("98 offences", "98 is none of the figures of this measure for the quarter. Check it."),),
        ),
        ("The total was £97.", ()),
        ("Of 7 districts, 3 offences each.", ()),
        ("On 97 March 2018 nothing; in 2017 and 2017-18 and on 34 October nothing.", ()),
        ("{{ value }} of {{ previous }}", ()),
        ("Unit 97b, version 97.5 and 1,970.", ()),
    ],
)
def test_marked_typed_figures(text: str, expected: tuple[Finding, ...]) -> None:
    assert marked(text, FIGURES, noun="offences") == expected


def test_marked_typed_figures_with_units_and_commas() -> None:
    figures = {"value": "10,448", "month1": "84.0%", "month2": "£2,500.50"}

    assert marked("10,448 in all, 84.0% in October, £2,500.50 in November, 10,447 crimes.", figures, noun="crimes") == (
        typed("10,448", "value"),
        typed("84.0%", "month1"),
        typed("£2,500.50", "month2"),
        figure("10,447 crimes", "10,447 is none of the figures of this measure for the quarter. Check it."),
    )


def test_marked_figure_that_two_names_have_gives_the_first() -> None:
    assert marked("It was 97.", {"value": "97", "month1": "97"}) == (typed("97", "value"),)


def test_marked_figure_that_is_not_known_is_no_figure() -> None:
    assert marked("The figure is not known.", FIGURES) == ()


def test_marked_typed_change() -> None:
    message = "The change of the quarter is a decrease of 8%. Write {{ change }} or check what this speaks of."

    assert marked("An increase of 15% on the year before.", FIGURES) == (figure("increase of 15%", message),)
    assert marked("A fall of 8% on the quarter before.", FIGURES) == ()
    assert marked("A fall of 8%.", {**FIGURES, "change": "a decrease of 18%"}) != ()
    assert marked("A fall of 8%.", {**FIGURES, "change": "not known"}) == ()
    assert marked("A fall of 8%.", {}) == ()


@pytest.mark.parametrize(
    ("change", "sentence", "says"),
    [
        ("an increase of 14%", "{{ value }} offences, fewer after a reduction.", "down"),
        ("an increase of 14%", "Volumes fell to {{ value }}.", "down"),
        ("a decrease of 3.0 points", "{{change}} shows that satisfaction rose.", "up"),
        ("stable", "An increase from {{ previous }}.", "up"),
        ("an increase of 14%", "Unchanged at {{ value }}!", "stable"),
    ],
)
def test_marked_direction_against_the_change(change: str, sentence: str, says: str) -> None:
    found = marked(f"Nothing here. {sentence} Crime rose and fell.", {"change": change})

    assert found == (direction(sentence, change, says),)


@pytest.mark.parametrize(
    "fine",
    [
        "{{ value }} offences, a fall on the quarter before.",
        "{{ value }}: it rose in October and fell in December.",
        "Sickness rose from {{ month2 }}.",
        "A rise in patrols.",
        "{{ value }} offences.",
    ],
)
def test_marked_direction_leaves_alone(fine: str) -> None:
    assert marked(fine, FIGURES) == ()


def test_marked_direction_is_silent_where_the_change_is_not_known() -> None:
    assert marked("{{ value }} offences, a rise.", {"change": "not known"}) == ()
    assert marked("{{ value }} offences, a rise.", {}) == ()


def test_marked_side_of_the_average() -> None:
    sentence = "The quarter is below the average of {{ average }}."

    assert marked(sentence, FIGURES) == (direction(sentence, "above the quarter average", "below"),)
    assert marked("The quarter is above the average.", FIGURES) == ()
    assert marked("{{ against_average }} of {{ average }}, and below the target.", FIGURES) == ()
    assert marked("Below the usual range.", FIGURES) == ()


def test_marked_lines_are_sentences_of_their_own() -> None:
    assert marked("{{ value }} offences\nPatrols rose", FIGURES) == ()


@given(
    st.text(max_size=200), st.dictionaries(st.sampled_from(list(FIGURES)), st.text(max_size=20)), st.text(max_size=10)
)
def test_marked_any_text_ends(text: str, figures: dict[str, str], noun: str) -> None:
    assert all(finding.text and finding.message for finding in marked(text, figures, noun=noun))


@given(st.text("abcdefg ,.\n", max_size=100))
def test_marked_nothing_without_figures_and_directions(text: str) -> None:
    assert marked(text, FIGURES, noun="offences") == ()
