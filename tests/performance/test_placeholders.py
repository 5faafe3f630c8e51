"""Figures put into prose, and everything that is not one refused in words."""

from string import ascii_letters, digits

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from performance.placeholders import PlaceholderError, UnknownPlaceholder, fill, keys_in

FIGURES = {"value": "97", "change": "a decrease of 8%", "month1": "34", "north-westshire_value": "60"}
NAMES = st.text(ascii_letters + digits, min_size=1, max_size=8)
PROSE = st.text("abc XYZ.,\n<&>'é£%#|", max_size=20)


def test_fill_worked_example() -> None:
    """docs/calculations/placeholders.md."""
    text = "{{ value }} offences, {{ change }} on the quarter before"

    assert fill(text, FIGURES) == "97 offences, a decrease of 8% on the quarter before"
    with pytest.raises(UnknownPlaceholder) as caught:
        fill("{{ vallue }} offences", FIGURES)
    assert str(caught.value) == (
        "There is no figure called ‘vallue’. Did you mean ‘value’? It is in line 1: ‘{{ vallue }} offences’."
    )


def test_keys_in_names_each_once_in_order() -> None:
    assert keys_in("{{ change }}, {{value}}\nand {{  change  }}: {{ north-westshire_value }}") == (
        "change",
        "value",
        "north-westshire_value",
    )


def test_keys_in_text_without_any() -> None:
    assert keys_in("Patrols moved.\nNothing else.") == ()


def test_unknown_placeholder_says_which_where_and_what_is_near() -> None:
    text = "Volumes stayed as they were.\nThe first month had {{ monht1 }} offences, more than usual."

    with pytest.raises(UnknownPlaceholder) as caught:
        fill(text, FIGURES)

    error = caught.value
    assert (error.key, error.nearest, error.line, error.column, error.near) == (
        "monht1",
        ("month1",),
        2,
        21,
        "…The first month had {{ monht1 }} offences, more than…",
    )


def test_unknown_placeholder_with_capitals_finds_its_name() -> None:
    with pytest.raises(UnknownPlaceholder) as caught:
        fill("{{ VALUE }}", FIGURES)

    assert caught.value.nearest == ("value",)


def test_unknown_placeholder_like_none_points_at_the_list() -> None:
    with pytest.raises(UnknownPlaceholder) as caught:
        fill("{{ zzz }}", {})

    assert caught.value.message == (
        "There is no figure called ‘zzz’. Choose one from the list of figures. It is in line 1: ‘{{ zzz }}’."
    )


BRACE = "A brace is left over. Write two braces on each side, in one line: {{ value }}."
ONLY = "Only figures can be put in, with two braces on each side: {{ value }}."
FILTER = "A figure is put in as it is, so leave out the ‘|’ and what follows it: {{ value }}."
STOP = "A figure’s name has no full stop. Choose one from the list of figures: {{ value }}."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ value", BRACE),
        ("value }}", BRACE),
        ("{ value }", BRACE),
        ("{{ value }", BRACE),
        ("{{{ value }}}", BRACE),
        ("{{ value\n}}", BRACE),
        ("{{ {{ value }} }}", BRACE),
        ("A curly } alone", BRACE),
        ("{% if value %}", ONLY),
        ("value %}", ONLY),
        ("{# a remark #}", ONLY),
        ("{{ value|upper }}", FILTER),
        ("{{ robbery.value }}", STOP),
        (
            "{{ value + 1 }}",
            "‘value + 1’ is not the name of a figure. Write one name from the list of figures: {{ value }}.",
        ),
        (
            "{{ _private }}",
            "‘_private’ is not the name of a figure. Write one name from the list of figures: {{ value }}.",
        ),
        ("{{ 1 2 }}", "‘1 2’ is not the name of a figure. Write one name from the list of figures: {{ value }}."),
        ("{{}}", "Nothing stands between the braces. Write which figure: {{ value }}."),
        ("{{   }}", "Nothing stands between the braces. Write which figure: {{ value }}."),
    ],
)
def test_what_is_no_placeholder_is_refused_in_words(text: str, message: str) -> None:
    for read in (lambda: keys_in(text), lambda: fill(text, FIGURES)):
        with pytest.raises(PlaceholderError) as caught:
            read()
        assert caught.value.message.startswith(f"{message} It is in line 1: ‘")
        assert not isinstance(caught.value, UnknownPlaceholder)


def test_fill_stops_at_the_first_fault_of_the_text() -> None:
    with pytest.raises(UnknownPlaceholder, match="‘one’"):
        fill("{{ one }} and {{ two|x }}", {})


def test_fill_leaves_markup_as_text() -> None:
    assert fill("<b>{{ value }}</b> & more", {"value": "<i>97</i>"}) == "<b><i>97</i></b> & more"


def test_fill_does_not_look_through_what_it_put_in() -> None:
    assert fill("{{ a }}", {"a": "{{ b }} {% x %}", "b": "never"}) == "{{ b }} {% x %}"


@given(PROSE, st.dictionaries(NAMES, PROSE, max_size=3))
def test_fill_text_without_braces_is_the_same(text: str, figures: dict[str, str]) -> None:
    assert (fill(text, figures), keys_in(text)) == (text, ())


@given(st.lists(st.tuples(PROSE, NAMES, PROSE, st.sampled_from(["", " ", "  ", "\t"])), max_size=6), PROSE)
def test_fill_puts_every_figure_in_its_place(pieces: list[tuple[str, str, str, str]], end: str) -> None:
    figures = {name: value for _, name, value, _ in pieces}
    text = "".join(f"{words}{{{{{gap}{name}{gap}}}}}" for words, name, _, gap in pieces) + end

    assert fill(text, figures) == "".join(words + figures[name] for words, name, _, _ in pieces) + end
    assert keys_in(text) == tuple(figures)


def _filled_or_where(text: str, figures: dict[str, str]) -> str | tuple[int, int]:
    try:
        return fill(text, figures)
    except PlaceholderError as error:
        return error.line, error.column


@given(st.text("{}%#|.a 1\n", max_size=30))
def test_any_text_is_filled_whole_or_refused(text: str) -> None:
    """What is filled has no brace left; what is refused says where one stands."""
    found = _filled_or_where(text, {"a": "A", "1": "B", "a1": "C"})

    if isinstance(found, str):
        assert not set(found) & set("{}")
    else:
        line, column = found
        assert text.split("\n")[line - 1][column - 1] in "{}%#"


@given(NAMES, st.dictionaries(NAMES, st.just("x"), max_size=5))
def test_unknown_placeholder_offers_only_what_is_known(key: str, figures: dict[str, str]) -> None:
    assume(key not in figures)

    with pytest.raises(UnknownPlaceholder) as caught:
        fill(f"{{{{ {key} }}}}", figures)

    assert caught.value.key == key
    assert set(caught.value.nearest) <= set(figures)
