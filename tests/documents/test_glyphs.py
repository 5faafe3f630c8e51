"""Glyphs: what is printed where no face has the character."""

from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # comes with the PDF engine, without types
from hypothesis import given
from hypothesis import strategies as st

from opcc.documents.glyphs import FACES, FAMILIES, printable, subsets
from opcc.documents.pdf import _ASSETS

USED = "−–—’‘“”£é…•ç½×°±ÀÿœŒ€"


def letters(subset: str, weight: int = 400, style: str = "normal") -> set[int]:
    with TTFont(_ASSETS / "fonts" / f"source-sans-3-{subset}-{weight}-{style}.woff2") as font:
        return set(font.getBestCmap())


def test_latin_faces_hold_every_sign_that_the_office_uses() -> None:
    for weight, style in FACES:
        assert {ord(letter) for letter in USED} <= letters("latin", weight, style)


def test_every_family_beyond_latin_has_every_face() -> None:
    for subset in FAMILIES:
        for weight, style in FACES:
            assert letters(subset, weight, style)


def test_extended_faces_hold_names_of_people_who_live_here() -> None:
    assert {ord(letter) for letter in "ŵŷẁẃẅỳłńśźżąęčšžřůőűăâșțğış"} - letters("latin") <= letters("latin-ext")


def test_printable_ordinary_text_is_unchanged() -> None:
    text = f"Cafés, Łódź & {USED}\n\tКиїв Ελλάδα"

    assert printable(text) == text


def test_printable_names_pictures_and_drops_controls() -> None:
    assert printable("Good \U0001f44d\U0001f3fd\x07\x00") == "Good [thumbs up sign][emoji modifier fitzpatrick type-4]"
    assert printable("half \ud83d") == "half \ufffd"
    assert printable("a\u2011b\u2002c\u202ed") == "a-b\u00a0cd"


@given(st.text())
def test_printable_text_stays_printable(text: str) -> None:
    once = printable(text)

    assert printable(once) == once
    once.encode()


def test_subsets_only_what_the_text_needs() -> None:
    assert subsets("plain £5 – café") == []
    assert subsets("Łódź") == ["latin-ext"]
    assert subsets("Ελλάδα Київ") == ["greek", "cyrillic"]
