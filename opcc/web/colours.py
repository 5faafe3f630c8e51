"""The office's own colour: whether it can be read, and the small stylesheet that carries it to every page."""

import re

HEX = re.compile(r"#[0-9a-fA-F]{6}")
DEFAULT_BRAND = "#1d3d6b"
LEAST_CONTRAST = 4.5  # WCAG 2.2 success criterion 1.4.3, text of any size


def contrast_ratio(first: str, second: str) -> float:
    """How far apart two colours are to the eye.

    (L1 + 0.05) / (L2 + 0.05), L being the relative luminance of the lighter and the darker colour; from 1 to 21.
    Colours are '#rrggbb'; anything else raises ValueError. Source: WCAG 2.2, definition of contrast ratio.
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def check_brand_colour(colour: str) -> str:
    """The colour in small letters, for a validator; ValueError says what is wrong and what to do."""
    if not HEX.fullmatch(colour):
        raise ValueError(f"Enter a colour as a hash and six digits, like {DEFAULT_BRAND}.")
    ratio = contrast_ratio(colour, "#ffffff")
    if ratio < LEAST_CONTRAST:
        raise ValueError(
            f"White text on {colour} has a contrast of {ratio:.1f} to 1 and cannot be read by everyone. "
            f"Choose a darker colour: at least {LEAST_CONTRAST} to 1."
        )
    return colour.lower()


def darker(colour: str, share: float = 0.64) -> str:
    """The same hue with each channel cut to a share of itself: what a button turns to under the pointer."""
    return "#" + "".join(f"{round(channel * share):02x}" for channel in _channels(colour))


def office_stylesheet(brand_colour: str) -> str:
    """The stylesheet of one office: custom properties only, so nothing is inline and the policy stays strict.

    A colour that cannot be read raises ValueError.
    """
    brand = check_brand_colour(brand_colour)
    properties = {
        "--opcc-brand": brand,
        "--opcc-brand-dark": darker(brand),
        "--opcc-brand-shadow": darker(brand, 0.45),
        "--govuk-brand-colour": brand,
    }
    # The admin puts its own colours on html[data-theme], which outranks :root.
    body = "".join(f"  {name}: {value};\n" for name, value in properties.items())
    return f":root,\nhtml[data-theme] {{\n{body}}}\n"


def _channels(colour: str) -> tuple[int, int, int]:
    if not HEX.fullmatch(colour):
        raise ValueError(f"{colour!r} is not a colour like {DEFAULT_BRAND}")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
