import pytest

from opcc.web.colours import check_brand_colour, contrast_ratio, darker, office_stylesheet


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#767676", 4.54),
    ],
)
def test_contrast_ratio_as_wcag_defines_it(first: str, second: str, ratio: float) -> None:
    assert round(contrast_ratio(first, second), 2) == ratio


@pytest.mark.parametrize("colour", ["red", "#12345", "#12345g", "#1d3d6b;}body{display:none"])
def test_check_brand_colour_refuses_what_is_no_colour(colour: str) -> None:
    with pytest.raises(ValueError, match="six digits"):
        check_brand_colour(colour)


def test_check_brand_colour_refuses_a_pale_colour() -> None:
    with pytest.raises(ValueError, match="Choose a darker colour"):
        check_brand_colour("#777777")


def test_check_brand_colour_returns_small_letters() -> None:
    assert check_brand_colour("#1D3D6B") == "#1d3d6b"


def test_darker_keeps_the_hue() -> None:
    assert darker("#1d3d6b", 0.5) == "#0e1e36"


def test_contrast_ratio_of_no_colour() -> None:
    with pytest.raises(ValueError, match="is not a colour"):
        contrast_ratio("blue", "#ffffff")


def test_office_stylesheet_holds_custom_properties_only() -> None:
    assert office_stylesheet("#1d3d6b") == (
        ":root,\nhtml[data-theme] {\n"
        "  --opcc-brand: #1d3d6b;\n  --opcc-brand-dark: #132744;\n  --opcc-brand-shadow: #0d1b30;\n"
        "  --govuk-brand-colour: #1d3d6b;\n}\n"
    )
