"""Numbers of decisions: the worked example, every number there and back, and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from panel.decision_numbers import LAST, DecisionNumber, DecisionNumberError, read_number

NUMBERS = st.builds(
    DecisionNumber,
    prefix=st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=10),
    term=st.integers(1, 99),
    sequence=st.integers(1, LAST),
)


def test_the_worked_example_is_read_in_both_styles() -> None:
    assert read_number("WPCC20034") == DecisionNumber("WPCC", 2, 34)
    assert read_number("WPCC3-0044") == DecisionNumber("WPCC", 3, 44)
    assert DecisionNumber("WPCC", 2, 34).printed(hyphenated=True) == "WPCC2-0034"
    assert DecisionNumber("WPCC", 3, 44).printed(hyphenated=False) == "WPCC30044"


@given(NUMBERS, st.booleans())
def test_what_is_printed_is_read_as_the_same_number(number: DecisionNumber, hyphenated: bool) -> None:
    assert read_number(number.printed(hyphenated=hyphenated)) == number


@given(st.lists(NUMBERS, unique=True, max_size=20), st.booleans())
def test_two_numbers_are_never_printed_alike(numbers: list[DecisionNumber], hyphenated: bool) -> None:
    assert len({number.printed(hyphenated=hyphenated) for number in numbers}) == len(numbers)


@pytest.mark.parametrize(
    "text", ["wpcc20034", " WPCC2 0034 ", "WPCC2\N{EN DASH}0034", "WPCC2\N{NON-BREAKING HYPHEN}0034", "WPCC 2-0034"]
)
def test_read_number_as_people_write_it(text: str) -> None:
    assert read_number(text) == DecisionNumber("WPCC", 2, 34)


@pytest.mark.parametrize(
    "text", ["", "WPCC", "20034", "WPCC0034", "WPCC2-34", "WPCC2--0034", "WPCC02-0034", "WPCC2-00341", "WPCC2-0034x"]
)
def test_read_number_refuses_what_is_none(text: str) -> None:
    with pytest.raises(DecisionNumberError, match="WPCC20034 or WPCC3-0044"):
        read_number(text)


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("wpcc", 2, 34), "'wpcc' is no prefix"),
        (("", 2, 34), "'' is no prefix"),
        (("WPCC", 0, 34), "0 is no term"),
        (("WPCC", 100, 34), "100 is no term"),
        (("WPCC", 2, 0), "0 is outside the register"),
        (("WPCC", 2, 10_000), "10000 is outside the register"),
    ],
)
def test_decision_number_refuses_parts_that_could_not_be_read_back(parts: tuple[str, int, int], said: str) -> None:
    with pytest.raises(DecisionNumberError, match=said):
        DecisionNumber(*parts)
    with pytest.raises(DecisionNumberError):
        read_number("WPCC2-0000")
