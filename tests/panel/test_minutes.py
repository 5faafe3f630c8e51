"""Who spoke but is not listed, votes and quorum: the worked example of docs/calculations/minutes.md, and edges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.minutes import Person, Tally, Unlisted, quorum, tally, unlisted_speakers

PRESENT = (Person("Ellen Marsh"), Person("Adrian Poole"), Person("Neil O’Hare"), Person("Zoë Hart-Ellis"))
AWAY = (Person("Stuart Davey", "apologies"),)
# Worked example of docs/calculations/minutes.md: the list leaves the substitute out.
MINUTES = """The Chair invited the Commissioner to speak. Councillor Marsh asked how many officers there are.
Neil O'Hare, Head of Media at the office, added that the Home Office counts otherwise. Councillor Fenwick said that new
estates are badly designed. This was moved by Councillor Poole and seconded by Councillor Fenwick."""


def names(text: str) -> list[str]:
    return [found.name for found in unlisted_speakers(text, present=PRESENT, away=AWAY)]


def test_the_worked_example() -> None:
    assert unlisted_speakers(MINUTES.replace("\n", " "), present=PRESENT, away=AWAY) == (
        Unlisted("Fenwick", "Councillor Fenwick said that new estates are badly designed."),
    )


def test_who_is_away_on_the_list_but_speaks_is_told_with_what_the_list_says() -> None:
    assert unlisted_speakers("Councillor Davey also asked why.", present=PRESENT, away=AWAY) == (
        Unlisted("Davey", "Councillor Davey also asked why.", "apologies"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Cllr. Fenwick queried the cost.", ["Fenwick"]),
        ("Bob Molloy highlighted the freeze.", ["Bob Molloy"]),
        ("The report was presented by Dr Ann Grey.", ["Ann Grey"]),
        ("Ada Marsh said no.", ["Ada Marsh"]),  # another Marsh
        ("E Marsh said so.", []),
        ("Zoe Hart-Ellis replied.", []),
        ("Councillor Poole and the Commissioner both agreed.", []),
        ("Councillor Marsh thanked Councillor Fenwick for the paper.", []),  # mentioned, did nothing
        ("The Home Office said so, and Warwick District Council agreed.", []),
        ("The Chair asked. He said so. This confirmed it.", []),
        ("Fenwick said so.", []),  # one word without a style may be anything
        ("In January Police numbers were raised by Government.", []),
        ("Ms de la Mare noted it.", ["de la Mare"]),
        ("Dr Tom van der Berg noted it.", ["Tom van der Berg"]),
        ("", []),
    ],
)
def test_who_counts_as_a_speaker(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_each_is_told_once_in_the_order_of_the_text() -> None:
    assert names("Mrs Young said so. Councillor Fenwick agreed. Mrs Young asked again.") == ["Young", "Fenwick"]


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(unlisted_speakers(text, present=PRESENT), tuple)


@pytest.mark.parametrize(
    ("ballots", "casting", "counted", "carried"),
    [
        (["for", "for", "against", "abstained"], "", Tally(2, 1, 1), True),
        (["for", "against", "against"], "", Tally(1, 2, 0), False),
        (["for", "against"], "for", Tally(1, 1, 0), True),
        (["for", "against"], "against", Tally(1, 1, 0), False),
        (["for", "against"], "", Tally(1, 1, 0), False),
        (["abstained"], "", Tally(0, 0, 1), False),
    ],
)
def test_votes_decide(ballots: list[str], casting: str, counted: Tally, carried: bool) -> None:
    assert (tally(ballots), tally(ballots).is_carried(casting)) == (counted, carried)


@pytest.mark.parametrize(("members", "needed"), [(12, 3), (13, 4), (11, 3), (1, 1), (0, 0)])
def test_quorum_is_rounded_up(members: int, needed: int) -> None:
    assert quorum(members, one_in=4) == needed
